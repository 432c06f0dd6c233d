"""
Sums over time: the months, quarters, halves or years of a period make it up, each sum allowed r of the whole.

First-published months beside revised totals would miss otherwise (32 of 47 honest ones; MEANING 7).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import islice

from factcheck.consistency.model import Model
from factcheck.consistency.rows import Row, Term, at_most, near
from factcheck.consistency.variables import BALANCE, LevelAt, with_flow
from factcheck.errors import PeriodError
from factcheck.observations import Series
from factcheck.periods import Period

MOST_PERIODS = 60  # known within a whole; with more, only its even parts are laid out
MOST_WAYS = 40  # to lay out the known parts of a whole
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
    for parts in _laid_out(whole, levels):
        here = [(levels[part], 1) for part in parts]
        if _fill(parts, whole):
            if by is not None:
                yield from near(here, total, [(by, allowed)], "time")
        elif not balance:
            yield at_most(here, [(levels[whole], 1 + allowed)], "time")


def _fill(parts: Sequence[Period], whole: Period) -> bool:
    return sum(part.days for part in parts) == whole.days


def _laid_out(whole: Period, levels: Levels) -> Iterator[Sequence[Period]]:
    """The known periods within a whole, laid out side by side as far as they go, in every way up to a limit."""
    within = sorted(period for period in levels if period != whole and whole.contains(period))
    if len(within) > MOST_PERIODS:
        for parts in (_years(whole), whole.halves(), whole.quarters(), whole.months_parts()):
            if known := [part for part in parts if part in levels]:
                yield known
        return
    yield from islice(_chains(within), MOST_WAYS)


def _chains(periods: Sequence[Period]) -> Iterator[list[Period]]:
    """The longest chains of periods that do not overlap: each next one leaves no room for another before it."""
    open_chains: list[list[Period]] = [[]]
    while open_chains:
        chain = open_chains.pop()
        left = [period for period in periods if not chain or period.first > chain[-1].last]
        if not left and chain:
            yield chain
        soonest = min((period.last for period in left), default=None)
        steps = [period for period in left if soonest is not None and period.first <= soonest]
        open_chains += ([*chain, period] for period in reversed(steps))


def _years(whole: Period) -> tuple[Period, ...]:
    if whole.freq != "MY":
        return ()
    try:
        return tuple(Period.of_year(year) for year in range(whole.first.year, whole.last.year + 1))
    except PeriodError:
        return ()
