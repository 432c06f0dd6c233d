"""Laws of periods: names, shifts, parts and neighbours."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.errors import PeriodError
from factcheck.periods import Period, in_words

_DAYS = st.dates(date(1910, 1, 1), date(2180, 12, 31))
MONTH_SPANS = st.builds(Period.of_months, st.integers(1910, 2180), st.integers(1, 12), st.integers(1, 40))
DAY_SPANS = st.builds(lambda day, more: Period(day, day + timedelta(more)), _DAYS, st.integers(0, 400))
PERIODS = st.one_of(MONTH_SPANS, DAY_SPANS)
STEPS = st.integers(-60, 60)


@given(PERIODS)
def test_a_name_reads_back_as_its_period(period: Period) -> None:
    """
    The canonical name of a period is a name of that period.
    """

    assert Period.parse(str(period)) == period


@given(PERIODS, PERIODS)
def test_a_canonical_name_belongs_to_one_period(one: Period, other: Period) -> None:
    """
    Two periods have the same name only if they are the same.
    """

    assert (str(one) == str(other)) == (one == other)


@given(MONTH_SPANS)
def test_the_canonical_name_is_no_longer_than_its_months(period: Period) -> None:
    """
    The canonical name is the shortest: never longer than first month/last month.
    """
    months = f"{period.first:%Y-%m}/{period.last:%Y-%m}"

    assert Period.parse(months) == period
    assert len(str(period)) <= len(months)


@given(MONTH_SPANS, STEPS)
def test_shifting_whole_months_is_undone_by_shifting_back(period: Period, n: int) -> None:
    """
    Whole months shifted by months or years and back are the same, with as many months.
    """

    assert period.shift_months(n).shift_months(-n) == period
    assert period.shift_years(n // 12).shift_years(-(n // 12)) == period
    assert period.shift_months(n).months == period.months


@given(_DAYS, STEPS)
def test_shifting_a_day_is_undone_unless_the_month_is_shorter(day: date, n: int) -> None:
    """
    A day of the first 28 shifted and shifted back is the same day.
    """
    assume(day.day <= 28)
    period = Period.of_day(day)

    assert period.shift_months(n).shift_months(-n) == period


@given(PERIODS)
def test_the_previous_period_is_adjacent_and_of_equal_length(period: Period) -> None:
    """
    The previous period ends the day before and has as many months, or days where it is not whole months.
    """
    previous = period.previous

    assert previous.last + timedelta(1) == period.first
    if period.months is None:
        assert previous.days == period.days
    else:
        assert previous.months == period.months


@given(MONTH_SPANS)
def test_months_tile_their_period(period: Period) -> None:
    """
    The months of a period follow one another without gap or overlap from its first day to its last.
    """
    parts = period.months_parts()

    assert (parts[0].first, parts[-1].last) == (period.first, period.last)
    assert all(a.last + timedelta(1) == b.first for a, b in pairwise(parts))
    assert all(part.freq == "M" and period.contains(part) for part in parts)


@given(st.integers(1910, 2180), st.integers(1, 3))
def test_quarters_and_halves_tile_years(year: int, years: int) -> None:
    """
    Whole years are made of four quarters and two halves each.
    """
    period = Period.of_months(year, 1, 12 * years)

    for parts, kind, number in ((period.quarters(), "Q", 4), (period.halves(), "H", 2)):
        assert len(parts) == number * years
        assert {part.freq for part in parts} == {kind}
        assert sum(part.days for part in parts) == period.days


@given(PERIODS, PERIODS)
def test_containing_implies_overlapping(one: Period, other: Period) -> None:
    """
    A period contains itself, overlaps what it contains, and overlapping is mutual.
    """

    assert one.contains(one)
    assert not one.contains(other) or one.overlaps(other)
    assert one.overlaps(other) == other.overlaps(one)
    assert (one.contains(other) and other.contains(one)) == (one == other)


@given(MONTH_SPANS, st.integers(-2, 2))
def test_steps_add_up(period: Period, n: int) -> None:
    """
    Stepping back undoes stepping forward, and the predecessor is one step back.
    """

    assert period.step(n).step(-n) == period
    assert period.step(-1) == period.predecessor


@given(PERIODS, PERIODS)
def test_periods_are_ordered_by_first_day_then_last(one: Period, other: Period) -> None:
    """
    The order of periods is that of their first days, then of their last.
    """

    assert (one < other) == ((one.first, one.last) < (other.first, other.last))


KINDS = [
    # name, freq, months, previous, predecessor, period before for pace, in words
    ("2024", "A", 12, "2023", "2023", "2023", "2024"),
    ("2025-H1", "H", 6, "2024-H2", "2024-H1", "2025-01/2025-05", "the first half of 2025"),
    ("2025-H2", "H", 6, "2025-H1", "2024-H2", "2025-H1", "the second half of 2025"),
    ("2025-Q1", "Q", 3, "2024-Q4", "2024-Q4", "2025-01/2025-02", "the first quarter of 2025"),
    ("2025-Q2", "Q", 3, "2025-Q1", "2025-Q1", "2025-Q1", "the second quarter of 2025"),
    ("2025-06", "M", 1, "2025-05", "2025-05", "2025-05", "June 2025"),
    ("2025-01", "M", 1, "2024-12", "2024-12", "2024-12", "January 2025"),
    (
        "2025-01/2025-02", "YTD", 2, "2024-11/2024-12",
        "2024-01/2024-02", "2025-01", "January to February 2025",
    ),
    (
        "2025-01/2025-05", "YTD", 5, "2024-08/2024-12",
        "2024-01/2024-05", "2025-01/2025-04", "January to May 2025",
    ),
    (
        "2025-03/2025-05", "SPAN", 3, "2024-12/2025-02",
        "2024-03/2024-05", "2024-12/2025-02", "March to May 2025",
    ),
    (
        "2024-04/2025-03", "R12", 12, "2023-04/2024-03",
        "2023-04/2024-03", "2023-04/2024-03", "the year to March 2025",
    ),
    ("2015/2020", "MY", 72, "2009/2014", "2009/2014", "2009/2014", "2015 to 2020"),
    ("2025-07-14", "D", None, "2025-07-13", "2025-07-13", "2025-07-13", "14 July 2025"),
    (
        "2025-07-13/2025-07-14", "D", None, "2025-07-11/2025-07-12", "2025-07-11/2025-07-12",
        "2025-07-11/2025-07-12", "13 July to 14 July 2025",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "freq", "months", "previous", "predecessor", "pace", "words"), KINDS)
def test_each_kind_of_period_knows_its_neighbours(
    name: str, freq: str, months: int | None, previous: str, predecessor: str, pace: str, words: str
) -> None:
    """
    A period of each kind has its months, the periods before it in each sense, and its name in words.
    """
    period = Period.parse(name)

    assert (period.freq, period.months) == (freq, months)
    assert str(period.previous) == previous
    assert str(period.predecessor) == predecessor
    assert str(period.period_before_for_pace) == pace
    assert in_words(period) == words


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2025-01", True), ("2025-Q1", True), ("2025-H1", True), ("2025-01/2025-11", True),
        ("2025", False), ("2025-Q2", False), ("2025-01-01/2025-01-30", False),
    ],
)  # fmt: skip
def test_a_year_to_date_is_whole_months_from_january_and_shorter_than_a_year(name: str, expected: bool) -> None:
    """
    January, the first quarter and the first half are years to date as well; a whole year is none.
    """

    assert Period.parse(name).is_year_to_date is expected


def test_a_leap_day_becomes_28_february_of_a_common_year() -> None:
    """
    29 February shifted by a year is 28 February, while February as a month stays February.
    """

    assert str(Period.parse("2024-02-29").year_earlier) == "2023-02-28"
    assert str(Period.parse("2024-02").year_earlier) == "2023-02"
    assert str(Period.parse("2025-05-31").shift_months(-1)) == "2025-04-30"


def test_spans_that_quarters_do_not_fill_have_none() -> None:
    """
    A span is made of quarters or halves only where they fill it exactly.
    """

    assert Period.parse("2025-01/2025-05").quarters() == ()
    assert Period.parse("2025-02/2025-04").quarters() == ()
    assert Period.parse("2024-04/2025-03").halves() == ()
    assert Period.parse("2025-07-14").months_parts() == ()
    assert [str(part) for part in Period.parse("2024-04/2025-03").quarters()] == [
        "2024-Q2", "2024-Q3", "2024-Q4", "2025-Q1",
    ]  # fmt: skip


def test_periods_outside_the_years_are_refused() -> None:
    """
    A period may not end before it begins nor leave the years 1900 to 2199.
    """
    for shift in (lambda: Period.parse("1900").previous, lambda: Period.parse("2199-12-31").shift_months(1)):
        with pytest.raises(PeriodError, match="leaves the years 1900 to 2199"):
            shift()
    with pytest.raises(PeriodError, match="ends before it begins"):
        Period(date(2025, 2, 1), date(2025, 1, 1))
