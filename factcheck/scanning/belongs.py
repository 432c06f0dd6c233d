"""
What a figure is about: the places of its sentence, the flow, whose flow it is, with whom, and in what goods.

The nearest words for a flow before the figure in its sentence say it, over commas and conjunctions; where none stands
before it, the first one behind it in its clause does ("a 5 percent drop in Chinese exports").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from factcheck.places import names_in
from factcheck.scanning.flow_phrases import read_flows
from factcheck.scanning.flow_words import ends_clause
from factcheck.scanning.mention import NOWHERE, Belongs
from factcheck.scanning.sentences import Sentence, Sentences

Span = tuple[int, int]
_LONGEST = 1200  # characters of a row that may name a place or a flow, as many as a sentence has


def belongings(text: str, sentences: Sentences, spans: Sequence[Span]) -> list[Belongs]:
    """What each figure is about, as far as its sentence says so."""
    known: dict[int, _About] = {}
    found = []
    for start, end in spans:
        number = sentences.at(start)
        if number not in known:
            known[number] = _About(text, sentences.all[number])
        found.append(known[number].belongs(start, end))
    return found


class _About:
    """The places and flows of one sentence."""

    __slots__ = ("_codes", "_flows", "_starts", "_text")

    def __init__(self, text: str, sentence: Sentence) -> None:
        end = min(sentence.end, sentence.start + _LONGEST)
        places = names_in(text[sentence.start : end])
        here = [each._replace(start=each.start + sentence.start, end=each.end + sentence.start) for each in places]
        self._text = text
        self._codes = tuple(dict.fromkeys(place.code for place in here))
        self._flows = read_flows(text, (sentence.start, end), here)
        self._starts = [each.start for each in self._flows]

    def belongs(self, start: int, end: int) -> Belongs:
        """What the figure at a place is about."""
        place = bisect_left(self._starts, end)  # no figure overlaps a word for a flow
        flow = self._flows[place - 1] if place else self._flows[0] if self._flows else None
        if flow is None or (not place and ends_clause().search(self._text, end, flow.start)):
            return Belongs(self._codes) if self._codes else NOWHERE
        return Belongs(self._codes, flow.flow, flow.owner, flow.counterpart, flow.goods)
