"""
The day that a draft gives for its publication.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

_MOST = 100  # characters of a written date


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
    """The one full date that a text is, in figures or in words ("14 July 2025"); None where it is none."""
    day = read_stamp(written)
    if day is not None:
        return day
    found = first_day(written.strip())
    return found[0] if found is not None and written.strip()[found[1] :].strip(" .") == "" else None


def first_day(text: str) -> tuple[date, int, int] | None:
    """The first full date of a text's beginning with its two ends, in the order day, end, start; None without one."""
    from factcheck.reading.periods import read_periods

    for mention in read_periods(text[: 2 * _MOST], None):
        if mention.period.first == mention.period.last and any(char.isdigit() for char in mention.text):
            return mention.period.first, mention.span[1], mention.span[0]
    return None
