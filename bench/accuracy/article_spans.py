"""
Spans of whole months, the bench's own: from the snapshot's period names to the names that claims use.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

MONTHS_IN_YEAR = 12
QUARTER, HALF = 3, 6
FISCAL_STARTS = {"IND": 4, "AUS": 7}  # the first month of the reporter's own year, MEANING §4 and the claims page


class Span(NamedTuple):
    """Whole months from ``first`` to ``last``, both included, each counted from the year 0."""

    first: int
    last: int

    @property
    def months(self) -> int:
        """How many months it has."""
        return self.last - self.first + 1

    @property
    def year(self) -> int:
        """The calendar year that it starts in."""
        return self.first // MONTHS_IN_YEAR

    @property
    def from_january(self) -> bool:
        """Whether it is a year to date: it starts in January and stays in its year."""
        return self.first % MONTHS_IN_YEAR == 0 and self.months <= MONTHS_IN_YEAR

    @property
    def end(self) -> date:
        """Its last day."""
        year, month = divmod(self.last + 1, MONTHS_IN_YEAR)
        return date(year, month + 1, 1) - timedelta(1)

    def earlier(self, months: int) -> Span:
        """The span that lies so many months before."""
        return Span(self.first - months, self.last - months)

    def inside(self, other: Span) -> bool:
        """Whether it is a part of the other, and not the whole of it."""
        return other.first <= self.first and self.last <= other.last and self != other


def read_span(text: str) -> Span:
    """A period of the snapshot: 2024, 2024-06, 2024-Q2, 2024-01/2024-05."""
    first, _, last = text.partition("/")
    start, end = _piece(first), _piece(last or first)
    return Span(start.first, end.last)


def _piece(text: str) -> Span:
    year, _, rest = text.partition("-")
    january = int(year) * MONTHS_IN_YEAR
    if not rest:
        return Span(january, january + MONTHS_IN_YEAR - 1)
    if rest.startswith("Q"):
        start = january + (int(rest[1:]) - 1) * QUARTER
        return Span(start, start + QUARTER - 1)
    return Span(january + int(rest) - 1, january + int(rest) - 1)


def year_of(year: int) -> Span:
    """A calendar year."""
    return Span(year * MONTHS_IN_YEAR, year * MONTHS_IN_YEAR + MONTHS_IN_YEAR - 1)


def name_of(span: Span, reporter: str) -> str:
    """The name under which claims write it: 2024, 2024-H1, 2024-Q2, 2024-06, FY2024/25, 2024-01/2024-05."""
    offset, months = span.first % MONTHS_IN_YEAR, span.months
    if months == MONTHS_IN_YEAR and offset == 0:
        return str(span.year)
    if months == MONTHS_IN_YEAR and offset + 1 == FISCAL_STARTS.get(reporter):
        return f"FY{span.year}/{(span.year + 1) % 100:02d}"
    if months == HALF and offset % HALF == 0:
        return f"{span.year}-H{offset // HALF + 1}"
    if months == QUARTER and offset % QUARTER == 0:
        return f"{span.year}-Q{offset // QUARTER + 1}"
    if months == 1:
        return _month(span.first)
    return f"{_month(span.first)}/{_month(span.last)}"


def _month(month: int) -> str:
    return f"{month // MONTHS_IN_YEAR}-{month % MONTHS_IN_YEAR + 1:02d}"


def months_of(span: Span) -> Iterator[Span]:
    """Its single months, in order."""
    for month in range(span.first, span.last + 1):
        yield Span(month, month)


def alike(span: Span, other: Span) -> bool:
    """Whether a record of one is among such as the other: months and quarters step on, all else goes year by year."""
    stepping = span.months in (1, QUARTER)
    return span.months == other.months and (stepping or (span.first - other.first) % MONTHS_IN_YEAR == 0)


def before_for_pace(span: Span) -> Span:
    """
    The period whose rate comes before, MEANING §2.

    For a period from January shorter than a year the last earlier cumulative, else the preceding one of equal length.
    """
    if span.from_january and 1 < span.months < MONTHS_IN_YEAR:
        return Span(span.first, span.last - 1)
    return span.earlier(span.months)


def calendar_spans(year: int) -> tuple[Span, ...]:
    """The spans of a year that articles speak of: the year, halves, quarters, years to date and months."""
    whole = year_of(year)
    parts = [
        Span(first, first + size - 1) for size in (HALF, QUARTER) for first in range(whole.first, whole.last + 1, size)
    ]
    to_date = [Span(whole.first, whole.first + size - 1) for size in range(2, MONTHS_IN_YEAR)]
    return tuple(dict.fromkeys([whole, *parts, *to_date, *months_of(whole)]))
