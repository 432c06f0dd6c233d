"""
Another base or another measure: month on month for year on year, the level for the increment, points for per cent.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.diagnosis.costs import FAR, NEAR
from factcheck.diagnosis.question import Question, main_cell, with_periods
from factcheck.errors import PeriodError
from factcheck.findings import Step
from factcheck.observations import Series
from factcheck.periods import Period, in_words
from factcheck.statements import Difference, Level, Quantity, Ratio, Total, levels

ON_THE_ONE_BEFORE = {"M": "month on month", "Q": "quarter on quarter"}


def other_bases(quantity: Quantity) -> Iterator[Question]:
    """The same change or increment over time, measured from another period."""
    own = _own_and_base(quantity)
    if own is None:
        return
    period, base = own
    for name, cost, other in _bases_beside(period, base):
        places = {period: period, base: other}
        moved = with_periods(quantity, places.get)
        if moved is not None:
            said = f"the change from {in_words(other)} instead of {in_words(base)}"
            yield Question((Step(name, said),), cost, moved)


def _own_and_base(quantity: Quantity) -> tuple[Period, Period] | None:
    """The two periods of a change or of an increment over time; None for anything else."""
    match quantity:
        case Ratio(of=of, base=base, use="change"):
            return main_cell(of).period, main_cell(base).period
        case Difference(of=Level() | Total() as of, less=Level() | Total() as less) if _series(of) == _series(less):
            return main_cell(of).period, main_cell(less).period
        case _:
            return None


def _series(quantity: Quantity) -> list[Series]:
    return [level.cell.series for level in levels(quantity)]


def _bases_beside(period: Period, base: Period) -> Iterator[tuple[str, int, Period]]:
    try:
        year, previous = period.year_earlier, period.previous
        others = [base.shift_years(years) for years in (-1, 1, -2)]
    except PeriodError:
        return
    if base != previous and previous != year:
        yield ON_THE_ONE_BEFORE.get(period.freq, "previous period as base"), NEAR, previous
    if base != year:
        yield "year on year", NEAR, year
    for other in others:
        if other.last < period.first and other != year:
            yield "other base year", FAR, other


def other_measures(quantity: Quantity) -> Iterator[Question]:
    """The level where its increase was told, the increase where the level was, the change in points or in per cent."""
    match quantity:
        case Difference(of=Level() | Total() as of, less=Level() | Total() as less) if _series(of) == _series(less):
            said = "the level itself instead of its increase or decrease"
            yield Question((Step("level for increment", said),), NEAR, of, in_size=True)
        case Level() | Total():
            earlier = with_periods(quantity, lambda period: period.year_earlier)
            if isinstance(earlier, Level | Total):
                said = f"the change since {in_words(main_cell(earlier).period)} instead of the level"
                increment = Difference(quantity, earlier)
                yield Question((Step("increment for level", said),), NEAR, increment, in_size=True)
        case Ratio(use="change"):
            earlier = with_periods(quantity, lambda period: period.year_earlier)
            if isinstance(earlier, Ratio):
                said = "the difference of two growth rates, in points, instead of growth in per cent"
                yield Question((Step("points for percent", said),), FAR, Difference(quantity, earlier))
        case _:
            return
