"""
Sums over time: the months, quarters, halves or years of a period make it up, each sum allowed r of the whole.

First-published months beside revised totals would miss otherwise (32 of 47 honest ones; MEANING 7).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from fractions import Fraction

from factcheck.consistency.model import Model
from factcheck.consistency.rows import Row, Term, at_most, near
from factcheck.consistency.variables import BALANCE, LevelAt, with_flow
from factcheck.errors import PeriodError
from factcheck.observations import Series
from factcheck.periods import Period

MOST_PERIODS = 60  # of one series, whose periods are compared each with each; with more, even parts only
SPREAD = 28  # days; periods whose lengths differ by less contain no other period of the series

Levels = Mapping[Period, int]


def add_sums(model: Model) -> None:
    """Tie the levels of each series to those of the periods that contain them."""
    known: dict[Series, dict[Period, int]] = {}
    for variable, number in model.numbers.items():
        if isinstance(variable, LevelAt):
            known.setdefault(variable.series, {})[variable.period] = number
    for series, levels in known.items():
        if len({period.days // SPREAD for period in levels}) > 1:
            allowed = model.allowance(series)
            for whole in levels:
                model.add(_rows(model, series, whole, levels, allowed))


def _rows(model: Model, series: Series, whole: Period, levels: Levels, allowed: Fraction) -> Iterator[Row]:
    balance = series.flow == BALANCE
    by = model.numbers.get(LevelAt(with_flow(series, "total"), whole)) if balance else levels[whole]
    total: list[Term] = [(levels[whole], 1)]
    covered = {whole}
    for parts in _tilings(whole, levels):
        here = [(levels[part], 1) for part in parts if part in levels]
        if len(here) == len(parts) and by is not None:
            covered.update(parts)
            yield from near(here, total, [(by, allowed)], "time")
        elif len(here) > 1 and not balance:
            yield at_most(here, [(levels[whole], 1 + allowed)], "time")
    if not balance and len(levels) <= MOST_PERIODS:
        for part in levels:
            if part not in covered and whole.contains(part):
                yield at_most([(levels[part], 1)], [(levels[whole], 1 + allowed)], "time")


def _tilings(whole: Period, levels: Levels) -> Iterator[Sequence[Period]]:
    """The ways to cut a period into even parts, and into two of which the first is known."""
    seen: set[tuple[Period, ...]] = set()
    for parts in (_years(whole), whole.halves(), whole.quarters(), whole.months_parts()):
        if len(parts) > 1 and any(part in levels for part in parts):
            seen.add(tuple(parts))
            yield parts
    if len(levels) > MOST_PERIODS:
        return
    for first in levels:
        if first.first == whole.first and first.last < whole.last:
            parts = (first, Period(first.last + timedelta(1), whole.last))
            if parts[1] in levels and parts not in seen:
                yield parts


def _years(whole: Period) -> tuple[Period, ...]:
    if whole.freq != "MY":
        return ()
    try:
        return tuple(Period.of_year(year) for year in range(whole.first.year, whole.last.year + 1))
    except PeriodError:
        return ()
