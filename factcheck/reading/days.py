"""
What a quote says of a day: the weekday it names and the span of days it allows.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from factcheck.periods import Period
from factcheck.reading.calendar_words import Found
from factcheck.reading.expressions import expressions

_WEEKS = (["last", "week"], ["this", "week"])


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

    "on Monday, July 14" is that day and Monday; "in February 2022" is the month; "for two days" is None. "In July", in
    an article of July, is that very month; "last week" is the seven days from its Monday.
    Without ``published`` a weekday is still named, but its day is not known.
    """
    said = [
        DayWords(text[start:end], (start, end), _running(text, start, end, found, published), found.weekday)
        for start, end, found in expressions(text, published)
    ]
    known = [words for words in said if words.days is not None or words.weekday is not None]
    return min(known, key=lambda words: words.days.days if words.days else 1, default=None)


def _running(text: str, start: int, end: int, found: Found, published: date | None) -> Period | None:
    """
    The days of an expression, where one of the running month or week means the days around publication.

    "In July", in an article of July, is that month; elsewhere it is the last July that has ended.
    """
    if published is None:
        return found.period
    name = text[start:end].lower().split()
    if name in _WEEKS and text[end : end + 3].lower() != " of":
        monday = published - timedelta(published.weekday() + (7 if name[0] == "last" else 0))
        return Period(monday, monday + timedelta(6))
    month = Period.of_months(published.year, published.month)
    is_bare = len(name) == 1 and found.relative and found.period == month.shift_years(-1)
    return month if is_bare else found.period
