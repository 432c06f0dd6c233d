"""
Periods in sentences: "the first half of 2025", "January to May", "a year earlier", "Monday".
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from factcheck.periods import Period
from factcheck.reading.days import DayWords, read_day_claim
from factcheck.reading.expressions import expressions

__all__ = ["DayWords", "PeriodMention", "read_day_claim", "read_periods"]


class PeriodMention(NamedTuple):
    """
    A period named in a text.

    Attributes:
        text: the words, exactly text[span[0]:span[1]] of what was read, without an "in" or "the" before them.
        relative: whether the publication day or an earlier mention was needed to know it.
    """

    text: str
    span: tuple[int, int]
    period: Period
    relative: bool


def read_periods(text: str, published: date | None, *, fiscal_start: int | None = None) -> tuple[PeriodMention, ...]:
    """
    Read every period that a text names, leftmost and longest first, none overlapping another.

    Args:
        text: a sentence or a whole draft.
        published: the day that "last year", "Monday" and a month without a year are counted from; None
            leaves such expressions out.
        fiscal_start: the month in which the reporter's fiscal year begins; None leaves fiscal years out.
    """
    return tuple(
        PeriodMention(text[start:end], (start, end), found.period, found.relative)
        for start, end, found in expressions(text, published, fiscal_start)
        if found.period is not None
    )
