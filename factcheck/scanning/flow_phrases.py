"""
Phrases for flows of trade: "China's exports to Russia", "Chinese imports of Russian crude oil", "trade between".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.places import PlaceMention
from factcheck.scanning import flow_words as words

_BACK, _ON = 48, 72  # characters around a word for a flow in which its places stand
_HYPHENS = ("-", "\u2010", "\u2011", "\u2013")


class Flow(NamedTuple):
    """
    A word for a flow and what the words around it say.

    Attributes:
        start: where the word begins.
        end: where it ends.
        flow: ``total``, ``exports``, ``imports`` or ``balance``.
        owner: the code of the place whose flow it is; blank where the words do not say.
        counterpart: the code of the other side, likewise.
        goods: what is traded, as written.
    """

    start: int
    end: int
    flow: str
    owner: str = ""
    counterpart: str = ""
    goods: str = ""


def read_flows(text: str, within: tuple[int, int], places: Sequence[PlaceMention]) -> list[Flow]:
    """
    The flows that a stretch of text names, in order.

    Args:
        text: the whole text.
        within: start and end of the stretch.
        places: the places that are named in it.
    """
    found = []
    for match in words.flow_word().finditer(text, *within):
        flow = match.lastgroup or ""
        owner, counterpart = _before(text, match, places)
        owner, counterpart = _behind(text, match, flow, places, owner, counterpart)
        found.append(Flow(match.start(), match.end(), flow, owner, counterpart, _goods(text, match, places)))
    return found


def _before(text: str, match: re.Match[str], places: Sequence[PlaceMention]) -> tuple[str, str]:
    """The place before a flow, or the two of "U.S.-China trade"."""
    before = [each for each in places if match.start() - _BACK <= each.start and each.end <= match.start()]
    if not before or not words.leads().fullmatch(text, before[-1].end, match.start()):
        return "", ""
    if len(before) > 1 and text[before[-2].end : before[-1].start] in _HYPHENS:
        return before[-2].code, before[-1].code
    return before[-1].code, ""


def _behind(
    text: str, match: re.Match[str], flow: str, places: Sequence[PlaceMention], owner: str, counterpart: str
) -> tuple[str, str]:
    """The places behind a flow: "between A and B", "to A", "from A", "with A", "of A goods"."""
    behind = [each for each in places if match.end() <= each.start <= match.end() + _ON]
    for place in behind:
        lead = text[match.end() : place.start]
        if words.between().fullmatch(lead):
            other = next((each for each in behind if each.start > place.end), None)
            if other is not None and text[place.end : other.start].strip() in ("and", "and the"):
                return place.code, other.code
        found = words.joint().search(lead)
        if found is None or words.ends_phrase().search(lead):
            break
        word = found[1].lower()
        if _is_own(flow, word):
            owner = owner or place.code
        elif word != "of" or flow == "imports":
            counterpart = counterpart or place.code
    return owner, counterpart


def _is_own(flow: str, word: str) -> bool:
    """Whether the place after a preposition is the one whose flow it is: exports from or by, imports to or by."""
    return word == "by" or (flow, word) in (("exports", "from"), ("imports", "to"))


def _goods(text: str, match: re.Match[str], places: Sequence[PlaceMention]) -> str:
    """The words after "of" that say what is traded: "imports of Russian crude oil"."""
    found = words.of_goods().match(text, match.end())
    if found is None:
        return ""
    start, end = found.span(1)
    for place in places:
        if start <= place.start <= start + len("the ") and place.end <= end:
            start = place.end
    return text[start:end].removeprefix("'s").removeprefix("\u2019s").strip(" \n-")
