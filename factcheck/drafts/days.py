"""
The day that a draft gives for its publication.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from factcheck.period_names import MONTH_NAMES

_MOST = 100  # characters of a written date


class FoundDay(NamedTuple):
    """A day, and where its words begin and end."""

    day: date
    start: int
    end: int


@lru_cache(maxsize=1)
def _written() -> re.Pattern[str]:
    """A full date, perhaps with its weekday."""
    return re.compile(
        r"(?<!\w)(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,? )?"
        r"(?:(?P<day>[0-9]{1,2})(?:st|nd|rd|th)? (?:of )?(?P<month>[A-Za-z]{3,9})\.?,? (?P<year>[0-9]{4})"
        r"|(?P<month_first>[A-Za-z]{3,9})\.? (?P<day_second>[0-9]{1,2})(?:st|nd|rd|th)?,? (?P<year_last>[0-9]{4})"
        r"|[0-9]{4}-[0-9]{2}-[0-9]{2})(?!\w)"
    )


@lru_cache(maxsize=1)
def _stamp() -> re.Pattern[str]:
    """A day with or without a time, as ISO 8601 and most systems write it."""
    return re.compile(r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})(?:[T ][0-9:.,]{2,20} ?(?:Z|UTC|GMT|[+-][0-9:]{2,6})?)?")


def read_stamp(written: str) -> date | None:
    """The day of ``2025-07-14`` or ``2025-07-14T08:00:00+08:00``, as written; None where it is no such thing."""
    found = _stamp().fullmatch(written.strip()[:_MOST])
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


def read_day(written: str) -> date | None:
    """The one full date that a text is, in figures or in English words ("14 July 2025"); None where it is none."""
    day = read_stamp(written)
    if day is not None:
        return day
    found = first_day(written.strip())
    return (
        found.day if found is not None and found.start == 0 and not written.strip()[found.end :].strip(" .") else None
    )


def first_day(text: str) -> FoundDay | None:
    """
    The first full date of a text's beginning; None without one.

    The grammar of periods would read it too, but takes longer to start than all other reading of a draft.
    """
    for found in _written().finditer(text[: 2 * _MOST]):
        day = _day_of(found)
        if day is not None:
            return FoundDay(day, *found.span())
    return None


def _day_of(found: re.Match[str]) -> date | None:
    month = found["month"] or found["month_first"]
    if month is None:
        return read_stamp(found.group())
    number = next((at for at, name in enumerate(MONTH_NAMES, 1) if _names(month, name)), 0)
    try:
        return date(int(found["year"] or found["year_last"]), number, int(found["day"] or found["day_second"]))
    except ValueError:
        return None


def _names(written: str, month: str) -> bool:
    """Whether the word is the month or three or four letters that stand for it ("Jul", "Sept")."""
    written = written.lower()
    return written == month.lower() or (len(written) in (3, 4) and month.lower().startswith(written))
