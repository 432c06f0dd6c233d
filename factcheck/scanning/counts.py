"""
Numbers that count or rank: "fourth straight month", "for three years", "the second-largest", "top five".

Every other ordinal ("the first lady", "a third party") is a manner of speaking and no figure.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from factcheck.intervals import Interval
from factcheck.reading.figure import Figure, FigureKind
from factcheck.scanning.mention import MentionKind

_REACH_BACK, _REACH_ON = 16, 64
_COUNTABLE = frozenset({FigureKind.ORDINAL, FigureKind.NUMBER})


class Counted(NamedTuple):
    """What a number that counts or ranks is: its kind, and the span of its words."""

    kind: MentionKind
    span: tuple[int, int]
    up_to: bool = False  # "top five": any place from the first to the fifth


def counted(text: str, figure: Figure) -> Counted | None:
    """
    The count or rank that a number is part of; None where it is neither.

    Counts: so many straight, consecutive or successive months, quarters, years, days, times; years running, months in
    a row; any number of days, weeks, months, quarters, years or times. Ranks: an ordinal or number before a
    superlative, "top five", "ranked third", "third place", "No. 2".
    """
    if figure.kind not in _COUNTABLE or figure.unit_multiplier or figure.sign:
        return None
    before = text[max(0, figure.start - _REACH_BACK) : figure.start]
    ordinal = figure.kind is FigureKind.ORDINAL
    if (led := (_ranked() if ordinal else _numbered()).search(before)) is not None:
        place = _place().match(text, figure.end, figure.end + _REACH_ON) if ordinal else None
        end = place.end() if place else figure.end
        return Counted(MentionKind.RANK, (figure.start - len(before) + led.start(), end), led.lastgroup == "top")
    rules = (_superlative(), _place(), _straight(), _times()) if ordinal else (_superlative(), _straight(), _spans())
    kinds = {0: MentionKind.RANK, 1: MentionKind.RANK if ordinal else MentionKind.COUNT}
    for order, rule in enumerate(rules):
        found = rule.match(text, figure.end, figure.end + _REACH_ON)
        if found is not None:
            kind = kinds.get(order, MentionKind.COUNT)
            return Counted(kind, (figure.start, found.end()), kind is MentionKind.RANK and not ordinal)
    return None


def counted_interval(figure: Figure, counted: Counted) -> Interval:
    """
    The counts or places that the words allow: exactly the one unless it is hedged or a range.

    Of "top five" they are those from the first to the fifth.
    """
    if figure.hedge is not None or figure.upper is not None:
        return figure.interval()
    return Interval(Fraction(1), figure.exact) if counted.up_to else Interval.point(figure.exact)


_SP = r"[ \t\r\n\u00a0\u2010\u2011-]{1,3}"
_UNITS = r"(?:months?|quarters?|years?|weeks?|days?|sessions?|times?|decades?|seasons?|reports?|readings?|meetings?)"
_ADJECTIVES = r"(?:monthly|quarterly|annual|yearly|weekly|daily|full|calendar|fiscal|trading|more|whole)"
_END = r"(?![^\W_])"
_NO_SUPERLATIVES = (
    "(?:west|southwest|northwest|interest|test|contest|rest|forest|guest|quest|request|protest|arrest|invest)"
)


@lru_cache(maxsize=1)
def _superlative() -> re.Pattern[str]:
    return re.compile(
        rf"{_SP}(?:(?:most|least){_SP}[^\W\d_]{{2,20}}|top|leading|main|(?!(?:{_NO_SUPERLATIVES}){_END})[^\W\d_]{{2,12}}est){_END}",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _straight() -> re.Pattern[str]:
    return re.compile(
        rf"{_SP}(?:(?:straight|consecutive|successive)(?:{_SP}{_ADJECTIVES}){{0,2}}{_SP}[^\W\d_]{{2,20}}"
        rf"|in{_SP}a{_SP}row|(?:{_ADJECTIVES}{_SP})?{_UNITS}{_SP}(?:running|in{_SP}a{_SP}row|on{_SP}end|on{_SP}the{_SP}trot)){_END}",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _spans() -> re.Pattern[str]:
    return re.compile(rf"{_SP}(?:{_ADJECTIVES}{_SP}){{0,2}}{_UNITS}{_END}(?![\u2010\u2011-])", re.IGNORECASE)


@lru_cache(maxsize=1)
def _times() -> re.Pattern[str]:
    return re.compile(rf"{_SP}(?:time|occasion){_END}", re.IGNORECASE)


@lru_cache(maxsize=1)
def _place() -> re.Pattern[str]:
    return re.compile(rf"{_SP}(?:place|spot|position|rank){_END}", re.IGNORECASE)


@lru_cache(maxsize=1)
def _ranked() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:rank(?:ed|s|ing)|placed|finish(?:ed|es)){_SP}$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _numbered() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:(?P<top>top){_SP}|(?:No\.|Nos\.|number|ranked|ranks){_SP}?)$|#$", re.IGNORECASE)
