"""
Which months and years to ask a service for, from the periods that queries want.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from factcheck.observations import SeriesQuery
from factcheck.periods import Period

YEARS_BACK, MONTHS_BACK = 30, 120  # of a whole series: what records look at


def wanted_periods(
    queries: Iterable[SeriesQuery], today: date, *, years_back: int = YEARS_BACK, months_back: int = MONTHS_BACK
) -> list[Period]:
    """
    The periods of all queries that are over today, in order; a whole series is the last years and months.
    """
    found: set[Period] = set()
    for query in queries:
        if query.periods is None:
            found.update(whole_series(today, years_back, months_back))
        else:
            found.update(query.periods)
    return sorted(period for period in found if period.last < today)


def whole_series(today: date, years_back: int = YEARS_BACK, months_back: int = MONTHS_BACK) -> Iterator[Period]:
    """The last years, and the months of as many years as the months fill."""
    for year in range(today.year - years_back, today.year):
        yield Period.of_year(year)
    first = today.year * 12 + today.month - 1 - months_back
    for index in range(first, today.year * 12 + today.month - 1):
        yield Period.of_months(index // 12, index % 12 + 1)


def months_of(periods: Iterable[Period]) -> list[Period]:
    """The periods that are single months."""
    return sorted({period for period in periods if period.months == 1})


def years_of(periods: Iterable[Period]) -> list[int]:
    """The calendar years among the periods."""
    return sorted({period.first.year for period in periods if period.months == 12 and period.first.month == 1})


def years_to_date(periods: Iterable[Period]) -> list[Period]:
    """The periods that begin with January and end within the year, single January and the whole year among them."""
    return sorted(
        {
            period
            for period in periods
            if period.months and period.first.month == 1 and period.first.year == period.last.year
        }
    )


def chunks(items: list[Period], size: int) -> Iterator[list[Period]]:
    """The items in lists of at most so many."""
    for start in range(0, len(items), size):
        yield items[start : start + size]
