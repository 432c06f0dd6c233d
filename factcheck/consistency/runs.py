"""
Runs: each of so many consecutive periods rose, or each fell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from math import floor

from factcheck.consistency.model import Model
from factcheck.consistency.rows import row
from factcheck.errors import PeriodError
from factcheck.periods import Period
from factcheck.statements import Run

MOST_STEPS = 60  # of one run: five years of months
MOST_ROWS = 4000  # of all runs of an article


def add_runs(model: Model, runs: Sequence[tuple[int, Run]]) -> None:
    """Every step of a run has the sign, on the base of its own release."""
    most = max(1, MOST_ROWS // len(runs)) if runs else 0
    for number, run in runs:
        _add_run(model, number, run, most)


def _add_run(model: Model, number: int, run: Run, most: int) -> None:
    series = run.of.series
    for period, base in islice(steps_of(run), most):
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
