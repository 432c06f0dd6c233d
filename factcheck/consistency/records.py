"""
Records: the level of a period beside that of every earlier period of its length that the claims speak of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from factcheck.consistency.model import Model
from factcheck.consistency.rows import Row, row
from factcheck.consistency.variables import Family, LevelAt, RateOf, family_of
from factcheck.observations import Series
from factcheck.periods import Period
from factcheck.statements import Extreme

MOST_PERIODS = 200  # periods that one record is compared with, the latest first
MOST_ROWS = 4000  # of all records of an article
YEAR = 12

Records = Sequence[tuple[int, Extreme]]


def note_records(model: Model, records: Records) -> None:
    """Make sure of the levels that records are compared with: their own flow in every period that is spoken of."""
    for _, record in records:
        model.level(*record.of)
    wanted: dict[Family, dict[Series, None]] = {}
    for _, record in records:
        wanted.setdefault(family_of(record.of.series), {})[record.of.series] = None
    if wanted:
        for variable in [each for each in model.numbers if not isinstance(each, RateOf)]:
            period = variable.period if isinstance(variable, LevelAt) else variable.earlier
            for series in wanted.get(family_of(variable.series), ()):
                model.level(series, period)


def add_records(model: Model, records: Records) -> None:
    """A record is beyond all earlier periods of its length back to ``since``; one that still stands, no later is."""
    if not records:
        return
    wanted = {record.of.series for _, record in records}
    known: dict[Series, list[Period]] = {}
    for variable in model.numbers:
        if isinstance(variable, LevelAt) and variable.series in wanted:
            known.setdefault(variable.series, []).append(variable.period)
    for periods in known.values():
        periods.sort(reverse=True)
    most = max(1, min(MOST_PERIODS, MOST_ROWS // len(records)))
    for number, record in records:
        model.add(_rows(model, number, record, known[record.of.series], most))


def _rows(model: Model, number: int, record: Extreme, periods: Sequence[Period], most: int) -> Iterator[Row]:
    sense = (1 if record.sense == "high" else -1) * record.sign
    series, own = record.of
    compared = (period for period in periods if is_compared(record, period))
    for period in islice(compared, most):
        terms = [(model.level(series, own), sense), (model.level(series, period), -sense)]
        yield row(terms, 0, period.first < own.first, (number,))


def is_compared(record: Extreme, period: Period) -> bool:
    """Whether a period is one of those that the record goes beyond."""
    own, since = record.of.period, record.since
    if period.first == own.first or own.months is None or period.months != own.months:
        return False
    if (since is not None and period.first < since.first) or (period.first > own.first and not record.still):
        return False
    apart = (own.first.year - period.first.year) * YEAR + own.first.month - period.first.month
    step = own.months if own.freq in ("A", "Q", "M") or own.months > YEAR else YEAR
    return apart % step == 0
