"""
Runs: each of so many consecutive periods rose, or each fell.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import floor

from factcheck.consistency.model import Model
from factcheck.consistency.rows import row
from factcheck.errors import PeriodError
from factcheck.periods import Period
from factcheck.statements import Run

MOST_STEPS = 60  # of one run: five years of months


def add_run(model: Model, number: int, run: Run) -> None:
    """Every step of the run has the sign, on the base of its own release."""
    series = run.of.series
    for period, base in steps_of(run):
        terms = [(model.level(series, period), run.sign), (model.base(series, base, period), -run.sign)]
        model.add((row(terms, 0, True, (number,)),))


def steps_of(run: Run) -> Iterator[tuple[Period, Period]]:
    """Each period of the run with its base, the last first: as many as the words give at least."""
    low = run.length.low or 0
    least = floor(low) if run.length.low_closed and low == floor(low) else floor(low) + 1
    period = run.of.period
    try:
        for _ in range(min(least, MOST_STEPS)):
            yield period, period.previous if run.from_previous else period.year_earlier
            period = period.previous
    except PeriodError:  # before the years that periods have
        return
