"""
Which observations and rates the rewrites of a statement need: planned with those of the statement itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from factcheck.diagnosis.other_periods import periods_beside
from factcheck.diagnosis.other_series import WORLD, partners_beside
from factcheck.errors import PeriodError
from factcheck.evaluate.queries import with_derivations
from factcheck.observations import Cell, RateQuery, SeriesQuery
from factcheck.periods import Period
from factcheck.statements import Statement, Within, levels
from factcheck.units import is_money


def plan_rewrites(statements: Iterable[Statement]) -> Iterator[SeriesQuery | RateQuery]:
    """What diagnosis may ask for, should statements turn out wrong; the same question can come more than once."""
    for statement in statements:
        if isinstance(statement, Within) and statement.expected.number is not None:
            cells = {level.cell for level in levels(statement.quantity)}
            for cell in sorted(cells, key=repr) if len(cells) > 1 else cells:
                yield from _of_cell(cell, statement.expected.unit)


@lru_cache(maxsize=16384)
def _of_cell(cell: Cell, unit: str) -> tuple[SeriesQuery | RateQuery, ...]:
    series, period = cell.series, cell.period
    periods = _periods(period, series.reporter)
    pairs = [(series.reporter, series.partner)]
    if series.partner != WORLD:
        pairs.append((series.partner, series.reporter))
    pairs += [(series.reporter, partner) for _, partner in partners_beside(series.partner, period.last.year)]
    at = (None, period, *_beside(period, series.reporter)) if is_money(unit) else ()
    return (*(SeriesQuery(*pair, series.commodity, periods) for pair in pairs), *(RateQuery(unit, each) for each in at))


@lru_cache(maxsize=4096)
def _beside(period: Period, reporter: str) -> tuple[Period, ...]:
    return tuple(other.period for other in periods_beside(period, reporter))


@lru_cache(maxsize=4096)
def _periods(period: Period, reporter: str) -> frozenset[Period]:
    """The period, those that may have been meant, and the bases of them all; with what they are derived from."""
    own = (period, *_beside(period, reporter))
    bases = [base for each in own for base in _bases(each)]
    return frozenset(part for each in (*own, *bases) for part in with_derivations(each))


def _bases(period: Period) -> Iterator[Period]:
    for years in (1, 2, 3):
        try:
            yield period.shift_years(-years)
            yield period.previous
        except PeriodError:
            return
