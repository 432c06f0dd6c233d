"""
How a table may write what a query asks for: places and goods by the mapping's values, periods by all of their names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from factcheck.errors import WrittenError
from factcheck.periods import Period

_LETTERS = {"month": "M", "quarter": "Q", "year": "A"}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_MOMENT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[ T][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?)?")
MONTH_WIDTH = len("2025-06")  # the head of a day that names its month


def words_for(ours: str, values: Mapping[str, str], prefix: str = "") -> tuple[str, ...]:
    """
    Every text of a table that means ``ours``: those that the mapping translates, and what it leaves as it is.

    Args:
        ours: the code as queries have it, CHN or hs:8703.
        values: the table's word -> ours.
        prefix: what is put before the table's words.
    """
    found = [word for word, meant in values.items() if meant == ours]
    plain = ours
    if prefix and ours:
        if not ours.startswith(prefix):
            return tuple(found)
        plain = ours.removeprefix(prefix)
    if plain not in values:
        found.append(plain)
    return tuple(found)


def meant_by(word: str, values: Mapping[str, str], prefix: str = "") -> str:
    """What a table's text means: the other way round."""
    if word in values:
        return values[word]
    return prefix + word if word else word


def names_of(period: Period) -> tuple[str, ...]:
    """Every name by which a table may call a period: all that claims may write, fiscal years apart."""
    first, last = period.first, period.last
    names = {str(period), f"{first}/{last}"}
    if period.months is not None:
        names.add(f"{first:%Y-%m}/{last:%Y-%m}")
        if period.months % 12 == 0 and first.month == 1:
            names.add(f"{first.year:04}/{last.year:04}")
    return tuple(sorted(names))


def months_of(period: Period, frequency: str) -> tuple[str, ...]:
    """The months whose days stand for a period in a table of that frequency; none where it has no such period."""
    if period.freq != _LETTERS[frequency]:
        return ()
    return tuple(str(month) for month in period.months_parts())


def period_of(text: str, frequency: str) -> Period:
    """
    The period that a day of a table stands for.

    Raises:
        WrittenError: it is no day, or a moment in some time zone, whose day depends on where one stands.
    """
    day = Period.parse(day_of(text)).first
    size = _MONTHS[frequency]
    return Period.of_months(day.year, day.month - (day.month - 1) % size, size)


def day_of(text: str) -> str:
    """
    The day of a date or a moment, as 2025-06-30.

    Raises:
        WrittenError: it is neither.
    """
    if found := _MOMENT.fullmatch(text):
        return found[1]
    raise WrittenError(f"{text[:40]!r} is no day", "a date, or a timestamp without a time zone, is read")
