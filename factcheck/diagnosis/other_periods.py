"""
Another period: the year before or after, a part for its whole, the fiscal for the calendar year.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.diagnosis.costs import FAR, NEAR
from factcheck.diagnosis.question import Question, is_averaged, main_cell, with_periods
from factcheck.errors import PeriodError
from factcheck.findings import Step
from factcheck.period_names import FIRST_YEAR, LAST_YEAR
from factcheck.periods import Period, in_words
from factcheck.places import fiscal_start
from factcheck.statements import Quantity

OTHER_YEAR = "other year"
#: Offices that print figures of fiscal years though claims have no FY for them: the month in which the year begins.
PRINTED_FROM = {"JPN": 4}
WORDS = {"A": "year", "H": "half", "Q": "quarter", "M": "month", "YTD": "cumulative", "R12": "fiscal year"}


class Other(NamedTuple):
    """A period that may have been meant: its name as a rewrite and what it costs."""

    name: str
    cost: int
    period: Period


def other_periods(quantity: Quantity) -> Iterator[Question]:
    """The same quantity in every other period that the words could have meant."""
    own = main_cell(quantity)
    for other in periods_beside(own.period, own.series.reporter):
        moved = _moved(quantity, own.period, other)
        if moved is not None:
            said = f"the figure for {in_words(other.period)} instead of {in_words(own.period)}"
            yield Question((Step(other.name, said),), other.cost, moved, in_time=True)


def _moved(quantity: Quantity, own: Period, other: Other) -> Quantity | None:
    """All periods moved with the main one: a base stays as many years earlier, or the period before."""
    if is_averaged(quantity) and other.name != OTHER_YEAR:
        return None

    def move(period: Period) -> Period | None:
        years = period.first.year - own.first.year
        if period == own.shift_years(years):
            return other.period.shift_years(years)
        return other.period.previous if period == own.previous else None

    return with_periods(quantity, move)


def periods_beside(period: Period, reporter: str) -> Iterator[Other]:
    """Other years first, then wholes and parts of the period."""
    for years in (-1, 1):
        try:
            yield Other(OTHER_YEAR, NEAR, period.shift_years(years))
        except PeriodError:
            continue
    months = period.months
    if months is None or months > 12 or not FIRST_YEAR < period.first.year <= period.last.year < LAST_YEAR:
        return
    start = fiscal_start(reporter) or PRINTED_FROM.get(reporter)
    found = dict.fromkeys((*_wholes(period, months, start), *_parts(period, months)))
    for other in found:
        if other != period:
            yield Other(_name(other, period, start), FAR, other)


def _wholes(period: Period, months: int, start: int | None) -> Iterator[Period]:
    """What it is a part of: the cumulative to its end, its quarter, half and year, and fiscal years."""
    year, last = period.last.year, period.last.month
    if period.first.year == year:
        if period.first.month > 1:
            yield Period.of_months(year, 1, last)
        for size in (3, 6, 12):
            whole = Period.of_months(year, (last - 1) // size * size + 1, size)
            if size > months and whole.contains(period):
                yield whole
    if months == 12 and period.first.month > 1:
        yield from (Period.of_year(period.first.year), Period.of_year(year))
    elif start is not None:
        for first in (year - 1, year):
            fiscal = Period.of_months(first, start, 12)
            if fiscal.overlaps(period):
                yield fiscal


def _parts(period: Period, months: int) -> Iterator[Period]:
    """Its halves, the quarters of a half, the last quarter of anything longer, and its last month."""
    if months == 12:
        yield from period.halves()
    if months > 3:
        yield from period.quarters() if months <= 6 else period.quarters()[-1:]
    if months > 1:
        yield Period.of_months(period.last.year, period.last.month)


def _name(other: Period, period: Period, start: int | None) -> str:
    """What stands for what: "half for year", "fiscal year for month"."""
    kinds = {other.freq, period.freq}
    if kinds == {"A", "R12"}:
        fiscal, calendar = "fiscal year", "calendar year"
        return f"{fiscal} for {calendar}" if other.freq == "R12" else f"{calendar} for {fiscal}"
    return f"{_word(other, start)} for {_word(period, start)}"


def _word(period: Period, start: int | None) -> str:
    if period.freq == "R12" and period.first.month != start:
        return "twelve months"
    return WORDS.get(period.freq, "period")
