"""
Levels that no row gives and that others imply.

Total = exports + imports, balance, H2 = year − H1, months and quarters from cumulatives, and the sum of all its months.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.periods import Period

MONTHS_OF_YEAR = 12

#: flow -> the ways to get it: (flow, sign) pairs that are added up.
FLOW_DERIVATIONS: dict[str, tuple[tuple[tuple[str, int], ...], ...]] = {
    "total": ((("exports", 1), ("imports", 1)),),
    "balance": ((("exports", 1), ("imports", -1)),),
    "exports": ((("total", 1), ("imports", -1)), (("imports", 1), ("balance", 1))),
    "imports": ((("total", 1), ("exports", -1)), (("exports", 1), ("balance", -1))),
}


def time_derivations(period: Period) -> Iterator[tuple[Period, Period]]:
    """
    The differences over time that give a period: (whole, part that is taken away).

    H2 is the year less H1; a month or a quarter is one cumulative less the one before it.
    """
    months = period.months
    start = period.first.month
    if not months or start == 1 or start + months > 13 or period.freq not in ("M", "Q", "H"):
        return
    year = period.first.year
    yield Period.of_months(year, 1, start + months - 1), Period.of_months(year, 1, start - 1)


def time_sums(period: Period) -> Iterator[tuple[Period, ...]]:
    """The parts whose sum is a period of up to a year: its quarters, or its months."""
    months = period.months
    if months and 1 < months <= MONTHS_OF_YEAR:
        quarters = period.quarters()
        if len(quarters) > 1:
            yield quarters
        yield period.months_parts()
