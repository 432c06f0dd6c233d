"""
What quantities are made of, and how their periods stand to one another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.periods import Period
from factcheck.statements import Level, Total


def is_balance(quantity: Level | Total) -> bool:
    """Whether a balance is spoken of."""
    parts = (quantity,) if isinstance(quantity, Level) else quantity.parts
    return any(part.cell.series.flow == "balance" for part in parts)


def period_of(quantity: Level | Total) -> Period:
    """The period of a level or of a sum of levels."""
    return (quantity if isinstance(quantity, Level) else quantity.parts[0]).cell.period


def is_earlier_step(other: Period, period: Period, since: Period | None) -> bool:
    """Whether it is an earlier member of the same series of periods: years with years, first halves with such."""
    if other.first >= period.first or (since is not None and other.first < since.first):
        return False
    back = period.predecessor
    while back.first > other.first:
        back = back.predecessor
    return back == other


def disjoint(periods: Sequence[Period]) -> Iterator[tuple[Period, ...]]:
    """Every choice of one or more periods, given in order of time, that do not overlap."""
    for place, period in enumerate(periods):
        yield (period,)
        for rest in disjoint([later for later in periods[place + 1 :] if not later.overlaps(period)]):
            yield (period, *rest)
