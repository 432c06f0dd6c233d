"""
What a quote says of a day: the weekday it names and the span of days it allows.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from factcheck.periods import Period
from factcheck.reading.expressions import expressions


class DayWords(NamedTuple):
    """
    The words of a quote that say when.

    Attributes:
        days: the day, month or year they denote; None where only a weekday is known.
        weekday: 0 (Monday) to 6 where one is named, whether or not it fits ``days``.
    """

    text: str
    span: tuple[int, int]
    days: Period | None
    weekday: int | None


def read_day_claim(text: str, published: date | None) -> DayWords | None:
    """
    Read the most exact date of a quote: a day before a month before a year, the first among equals.

    "on Monday, July 14" is that day and Monday; "in February 2022" is the month; "for two days" is None.
    Without ``published`` a weekday is still named, but its day is not known.
    """
    said = [
        DayWords(text[start:end], (start, end), found.period, found.weekday)
        for start, end, found in expressions(text, published)
        if found.period is not None or found.weekday is not None
    ]
    return min(said, key=lambda words: words.days.days if words.days else 1, default=None)
