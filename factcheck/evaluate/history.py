"""
The history of what a claim speaks of: the same quantity at the periods around its own, for a picture of the series.

Nothing here takes part in a verdict.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction

from factcheck.errors import PeriodError
from factcheck.evaluate.observed import Observed
from factcheck.evaluate.quantities import evaluate, rewritten
from factcheck.findings import Reference
from factcheck.observations import SeriesQuery
from factcheck.periods import Period
from factcheck.statements import (
    Every,
    Extreme,
    Level,
    Ordered,
    Position,
    Quantity,
    Ratio,
    Run,
    Statement,
    Within,
    levels,
)

BEFORE, AFTER = 18, 6  # periods of a picture on either side of the claim's own
ROUTES = frozenset({"revised-base", "mirror"})  # no figures of the series itself

History = tuple[tuple[Period, Fraction], ...]


def history_queries(statements: Iterable[Statement]) -> tuple[SeriesQuery, ...]:
    """The whole series of every quantity that has a history."""
    wanted: dict[SeriesQuery, None] = {}
    for statement in statements:
        quantity = main_quantity(statement)
        for level in () if quantity is None else levels(quantity):
            series = level.cell.series
            wanted[SeriesQuery(series.reporter, series.partner, series.commodity)] = None
    return tuple(wanted)


def main_quantity(statement: Statement) -> Quantity | None:
    """The quantity whose history is told; None where the statement speaks of none."""
    match statement:
        case Within(quantity=quantity):
            return quantity
        case Ordered(now=now):
            return now
        case Every(of=statements):
            return main_quantity(statements[-1])
        case Extreme(of=cell) | Position(of=cell):
            return Level(cell)
        case Run(of=cell, from_previous=from_previous):
            base = cell.period.predecessor if from_previous else cell.period.year_earlier
            return Ratio(Level(cell), Level(cell._replace(period=base)), "change")
        case _:
            return None


def periods_of(statement: Statement) -> tuple[Period, ...]:
    """The periods that the statement is about, of those in its history."""
    if isinstance(statement, Every):
        return tuple(period for each in statement.of for period in periods_of(each))
    quantity = main_quantity(statement)
    return () if quantity is None else (_own_period(quantity),)


def history(statement: Statement, sources: Sequence[Observed], as_of: date | None) -> History:
    """
    The quantity at its own period and at its like before and after, in order; empty where it is not of whole months.

    Args:
        statement: what the claim says.
        sources: the observations, those that verdicts rest on first.
        as_of: the day up to which figures count.
    """
    quantity = main_quantity(statement)
    if quantity is None or _own_period(quantity).months is None:
        return ()
    own = next(_figures(quantity, sources, as_of), None)
    found = []
    for moved, period in _moved(quantity, _known(quantity, sources)):
        for reference in _figures(moved, sources, as_of):
            if own is None or reference.unit == own.unit:
                found.append((period, reference.point))
                break
    return tuple(found)


def _figures(quantity: Quantity, sources: Sequence[Observed], as_of: date | None) -> Iterator[Reference]:
    for observed in sources:
        first = evaluate(quantity, observed, as_of).first
        if first is not None and first.route not in ROUTES:
            yield first


def _own_period(quantity: Quantity) -> Period:
    return next(levels(quantity)).cell.period


def _known(quantity: Quantity, sources: Sequence[Observed]) -> tuple[Period, Period] | None:
    """The first and the last period of which there is any figure."""
    cell = next(levels(quantity)).cell
    periods = [period for observed in sources for period in observed.periods(cell)]
    return (min(periods), max(periods, key=lambda period: period.last)) if periods else None


def _moved(quantity: Quantity, known: tuple[Period, Period] | None) -> Iterator[tuple[Quantity, Period]]:
    """The quantity at each period of its kind that lies among those with figures."""
    if known is None:
        return
    own = _own_period(quantity)
    for steps in range(-BEFORE, AFTER + 1):
        try:
            period = own.step(steps)
            moved = _at(quantity, _months(own, period))
        except PeriodError:
            continue
        if known[0].first <= period.first and period.last <= known[1].last:
            yield moved, period


def _at(quantity: Quantity, months: int) -> Quantity:
    """The quantity so many months later."""
    return rewritten(quantity, lambda cell: cell._replace(period=cell.period.shift_months(months)))


def _months(one: Period, other: Period) -> int:
    return (other.first.year - one.first.year) * 12 + other.first.month - one.first.month
