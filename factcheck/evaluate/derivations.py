"""
Levels that no row gives and that others imply: total = exports + imports, H2 = year − H1, months from cumulatives.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.periods import Period

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
