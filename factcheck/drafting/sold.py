"""
Flows told by a verb: "Vietnam sold goods worth $61.2 billion to China" are Vietnam's exports to China.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from factcheck.places import PlaceMention, names_in

_REACH = 90  # characters after the verb in which the other side may stand


class Sold(NamedTuple):
    """A flow by its verb: exports of who sells, imports of who buys; the sides are blank where they are not named."""

    flow: str
    owner: str
    counterpart: str


def sold(scope: str, figure: int) -> Sold | None:
    """
    The flow that the nearest verb before a figure tells; None where a noun for a flow stands nearer, or no verb.

    Args:
        scope: the stretch of the sentence.
        figure: where the figure begins in it.
    """
    verbs = list(_verbs().finditer(scope, 0, figure))
    if not verbs:
        return None
    verb = verbs[-1]
    if _nouns().search(scope, verb.end(), figure) is not None:
        return None
    places = names_in(scope)
    owner = next((each.code for each in reversed(places) if each.end <= verb.start() and _is_subject(scope, each)), "")
    behind = [each for each in places if verb.end() <= each.start < verb.end() + _REACH and each.code != owner]
    after = [each for each in behind if each.start > figure] if len(verbs) > 1 and not behind else behind
    flow = "exports" if verb["sell"] else "imports"
    return Sold(flow, owner, after[0].code if after else "")


def _is_subject(scope: str, place: PlaceMention) -> bool:
    """Whether a place may be who sells or buys: it does not stand behind "to" or "from"."""
    return (
        re.search(r"\b(?:to|from|with|than|by|of)\s(?:the\s)?$", scope[max(0, place.start - 10) : place.start]) is None
    )


@lru_cache(maxsize=1)
def _verbs() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?P<sell>s(?:old|ells|elling)|suppl(?:ied|ies|ying)|shipp(?:ed|ing)|ships|exported|exporting|delivered|sends|sent)"
        r"|(?P<buy>b(?:ought|uys|uying)|purchas(?:ed|es|ing)|imported|importing|tak(?:es|ing)|took|absorb(?:ed|s|ing)|demand\sfor|appetite\sfor))\b",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _nouns() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:trade|exports?|imports?|shipments|surplus|deficit|turnover|per\s?cent|%|percent of)\b", re.IGNORECASE
    )
