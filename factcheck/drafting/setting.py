"""
What holds for a story where a sentence says nothing else: whose figures, with whom, in which period and currency.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from factcheck.drafting.clauses import speaks_of_trade
from factcheck.drafting.known import WORLD, Known
from factcheck.drafting.offices import dateline_end, filed_from, first_owner, office_in
from factcheck.periods import Period
from factcheck.places import names_in
from factcheck.scanning import Mention, MentionKind
from factcheck.scanning.sentences import sentences_of
from factcheck.units import is_money

LEAD = 600  # characters: what a story is about stands in its first paragraphs
LEAD_WEIGHT = 3  # a place named there counts so often
FIRST = 3  # sentences of the text that say what it is about


class Sides(NamedTuple):
    """
    Whose figures a story tells.

    Attributes:
        reporter: code of the place whose office's figures are told.
        partner: code of the other side; the world where the story's head names no other.
        office: whether the story names the office, or the place that it is filed from.
    """

    reporter: str
    partner: str
    office: bool


class Setting(NamedTuple):
    """
    What holds for a story.

    Attributes:
        reporter: as in ``Sides``.
        partner: as in ``Sides``.
        office: as in ``Sides``.
        period: the period of its first figure that has one.
        currency: the currency of most of its amounts; blank where it has none.
    """

    reporter: str
    partner: str
    office: bool
    period: Period | None
    currency: str


def places_of(text: str) -> tuple[str, ...]:
    """The places that a story names, the most named first; the lead counts more."""
    named = names_in(text)
    weight: Counter[str] = Counter()
    for each in named:
        weight[each.code] += LEAD_WEIGHT if each.start < LEAD else 1
    first = {each.code: each.start for each in reversed(named)}
    return tuple(sorted(weight, key=lambda code: (-weight[code], first[code])))


def sides_of(title: str, text: str, known: Known) -> Sides:
    """Read whose figures a story tells, from its words and from which offices have figures at all."""
    body = text[dateline_end(text) :]
    first = [each for each in sentences_of(body).all if speaks_of_trade(body[each.start : each.end])][:FIRST]
    head = list(dict.fromkeys([title, *(body[each.start : each.end].strip() for each in first)]))
    places = places_of(f"{title}\n\n{text}")
    office = office_in(body) or filed_from(text)
    reporter = office or first_owner(head) or _with_figures(places, known)
    if reporter == "EU" and _of_euro_area(head):
        reporter = "EA"
    return Sides(reporter, _partner(head, reporter), bool(office))


def setting_of(sides: Sides, mentions: Sequence[Mention]) -> Setting:
    """The sides with the period and currency of the story's figures."""
    return Setting(*sides, _period(mentions), _currency(mentions))


def _of_euro_area(head: Sequence[str]) -> bool:
    """Whether the first place that a story on Eurostat's figures names is the euro area: Eurostat counts both."""
    named = [each.code for words in head for each in names_in(words) if each.code in ("EA", "EU")]
    return named[:1] == ["EA"]


def _with_figures(places: Sequence[str], known: Known) -> str:
    """The first of two neighbours among the most named places that has figures with the other."""
    for one, other in pairwise(places):
        for reporter, partner in ((one, other), (other, one)):
            if known.has(reporter, partner):
                return reporter
    return places[0] if places else ""


def _partner(head: Sequence[str], reporter: str) -> str:
    """The other side that title or lead tie to the reporter: "trade with Russia", "China and Russia", "China-US"."""
    for words in head[:2]:
        words = _aside().split(words, maxsplit=1)[0]
        if not speaks_of_trade(words):
            continue
        for each in names_in(words):
            lead = words[max(0, each.start - 24) : each.start]
            after = words[each.end : each.end + 12]
            if each.code not in (reporter, "EA", "EU") and (_tied().search(lead) or _ties().match(after)):
                return each.code
    return WORLD


@lru_cache(maxsize=1)
def _aside() -> re.Pattern[str]:
    """What begins a clause beside the main one: "Canada back in surplus as exports to the US rise"."""
    return re.compile(r"\s(?:as|after|while|despite|although|even)\s")


@lru_cache(maxsize=1)
def _tied() -> re.Pattern[str]:
    return re.compile(r"\b(?:with|to|from|between|and|against)\s{1,3}(?:the\s{1,3})?$|[-\u2013]$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _ties() -> re.Pattern[str]:
    return re.compile(r"(?:['\u2019]s?)?(?:\s{1,3}and\s|[-\u2013](?=[A-Z])|\s{1,3}trade\b)", re.IGNORECASE)


def _period(mentions: Sequence[Mention]) -> Period | None:
    return next(
        (each.period for each in mentions if each.figure is not None and each.period and each.period.freq != "D"),
        next((each.period for each in mentions if each.kind is MentionKind.PERIOD), None),
    )


def _currency(mentions: Sequence[Mention]) -> str:
    units = Counter(each.unit for each in mentions if is_money(each.unit))
    return max(units, key=lambda unit: (units[unit], unit == "USD", unit), default="")
