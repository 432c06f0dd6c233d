"""Periods of a table: by any name that claims know, or by a day that stands for its month, quarter or year."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import PeriodError
from factcheck.observations import Failure, SeriesQuery
from factcheck.periods import Period
from factcheck.resolvers.warehouse.spellings import months_of, names_of, period_of
from tests.resolvers.warehouse.tables import KINDS, MAPPING, TYPES, answer, figures, periods, warehouse

URL = "https://example.org/"
DAYS = (
    ("CHN", "RUS", "T", "", "2024-01-31", "1.0", None, URL),
    ("CHN", "RUS", "T", "", "2024-02-29", "2.0", None, URL),
    ("CHN", "RUS", "T", "", "2024-06-01", "6.0", None, URL),
    ("CHN", "USA", "T", "", "2024-06-30", "7.0", None, URL),
)

points = st.dates(date(1900, 1, 1), date(2199, 12, 31))
forms = st.sampled_from(["{0:%Y}", "{0:%Y-%m}", "{0:%Y-%m-%d}", "{0:%Y}-H1", "{0:%Y}-H2", "{0:%Y}-Q1", "{0:%Y}-Q4"])
ranges = st.sampled_from(["{0:%Y}/{1:%Y}", "{0:%Y-%m}/{1:%Y-%m}", "{0}/{1}"])
names = st.builds(lambda form, day: form.format(day), forms, points) | st.builds(
    lambda form, days: form.format(*sorted(days)), ranges, st.tuples(points, points)
)


@given(names)
def test_every_name_of_a_period_is_looked_for(name: str) -> None:
    """
    What a claim may write a table may write: none of the names is missed.
    """
    try:
        period = Period.parse(name)
    except PeriodError:
        return

    assert name in names_of(period)


@given(names)
def test_every_name_that_is_looked_for_is_that_period(name: str) -> None:
    """
    No other period has any of the names.
    """
    period = Period.parse(name)

    assert {Period.parse(each) for each in names_of(period)} == {period}


@given(points, st.sampled_from(["month", "quarter", "year"]))
def test_a_day_is_found_by_the_period_that_it_stands_for(day: date, frequency: str) -> None:
    """
    The months that are looked for are those whose days stand for the period.
    """
    period = period_of(f"{day}", frequency)

    assert period.contains(Period.of_day(day))
    assert f"{day:%Y-%m}" in months_of(period, frequency)
    assert all(period_of(f"{month}-01", frequency) == period for month in months_of(period, frequency))


@pytest.mark.parametrize("frequency", ["month", "quarter", "year"])
def test_other_periods_are_not_in_the_table(frequency: str) -> None:
    """
    A table of months has no half-years, though it has their months.
    """
    assert months_of(Period.parse("2024-H1"), frequency) == ()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("type_", ["DATE", "TIMESTAMP", "TEXT"])
def test_days_stand_for_months(kind: str, type_: str, table) -> None:
    """
    With a frequency the column may be a date, a timestamp, or text in their form.
    """
    place = table(kind, DAYS, types=TYPES | {"month": type_})
    resolver = warehouse(kind, place, constants=MAPPING["constants"] | {"frequency": "month"})
    asked = [
        SeriesQuery("CHN", "RUS", periods=periods("2024-01", "2024-02")),
        SeriesQuery("CHN", None, periods=periods("2024-06")),
        SeriesQuery("CHN", "RUS"),
        SeriesQuery("CHN", "RUS", periods=periods("2024-06-01")),
        SeriesQuery("CHN", "RUS", periods=periods("2024", "2024-H1")),
    ]

    january, june, series, day, year = resolver.resolve(asked)

    assert [row[3:] for row in figures(january)] == [("2024-01", "1.0"), ("2024-02", "2.0")]
    assert [row[0] for row in figures(june)] == ["RUS", "USA"]
    assert [row[3] for row in figures(series)] == ["2024-01", "2024-02", "2024-06"]
    assert (day.failure, year.failure) == (Failure.NO_DATA, Failure.NO_DATA)


def test_days_stand_for_quarters_and_years(table) -> None:
    """
    31 January 2024 is the first quarter, or the year.
    """
    place = table("csv", [DAYS[0]])

    def ask(frequency: str, name: str) -> Any:
        constants = MAPPING["constants"] | {"frequency": frequency}
        return figures(
            answer(warehouse("csv", place, constants=constants), SeriesQuery("CHN", "RUS", "", periods(name)))
        )

    assert ask("quarter", "2024-Q1") == [("RUS", "total", "", "2024-Q1", "1.0")]
    assert ask("year", "2024") == [("RUS", "total", "", "2024", "1.0")]


def test_two_days_of_one_month_are_two_rows_of_a_cell(table) -> None:
    """
    A table of days is no table of months: its rows would be taken for the month's figure.
    """
    rows = [DAYS[2], (*DAYS[2][:4], "2024-06-02", *DAYS[2][5:])]
    resolver = warehouse("csv", table("csv", rows), constants=MAPPING["constants"] | {"frequency": "month"})

    given_ = answer(resolver, SeriesQuery("CHN", "RUS", periods=periods("2024-06")))

    assert (given_.failure, "more than once" in given_.detail) == (Failure.BAD_PAYLOAD, True)


@pytest.mark.parametrize("moment", ["2024-06-01 00:00:00+00", "2024-06-01T00:00:00Z", "2024-06", "20240601", "June"])
def test_what_is_no_day_is_refused(moment: str, table) -> None:
    """
    A moment in a time zone is a day here and another there: it stands for no month.
    """
    rows = [(*DAYS[2][:4], moment, *DAYS[2][5:])]
    resolver = warehouse("csv", table("csv", rows), constants=MAPPING["constants"] | {"frequency": "month"})

    given_ = answer(resolver, SeriesQuery("CHN", "RUS"))

    assert (given_.failure, "is no day" in given_.detail) == (Failure.BAD_PAYLOAD, True)


@pytest.mark.parametrize("kind", ["duckdb", "parquet", "postgres"])
def test_moments_with_a_time_zone_are_refused(kind: str, table) -> None:
    """
    The same of a column of that type.
    """
    place = table(kind, DAYS[2:3], types=TYPES | {"month": "TIMESTAMPTZ"})
    resolver = warehouse(kind, place, constants=MAPPING["constants"] | {"frequency": "month"})

    assert answer(resolver, SeriesQuery("CHN", "RUS")).failure is Failure.BAD_PAYLOAD


@pytest.mark.parametrize("kind", KINDS)
def test_a_column_of_years_may_be_whole_numbers(kind: str, table) -> None:
    """
    2024 is a year, as a number too.
    """
    row = ("CHN", "RUS", "T", "", 2024, "1.0", None, URL)
    resolver = warehouse(kind, table(kind, [row], types=TYPES | {"month": "INTEGER"}))

    assert figures(answer(resolver, SeriesQuery("CHN", "RUS", periods=periods("2024", "2024-H1")))) == [
        ("RUS", "total", "", "2024", "1.0")
    ]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("type_", ["DATE", "TIMESTAMP"])
def test_the_day_of_publication_may_be_a_date(kind: str, type_: str, table) -> None:
    """
    ``published`` is the day of a date or of a timestamp.
    """
    rows = [
        ("CHN", "RUS", "T", "", "2024", "1.0", "2025-01-13", URL),
        ("CHN", "RUS", "T", "", "2023", "1.0", None, URL),
    ]
    resolver = warehouse(kind, table(kind, rows, types=TYPES | {"out": type_}))

    given_ = answer(resolver, SeriesQuery("CHN", "RUS"))

    assert [row.published for row in given_.observations] == [None, date(2025, 1, 13)]


def test_a_period_of_its_own_words_is_translated(table) -> None:
    """
    Fiscal years have names of their own: the mapping may say which months they are.
    """
    rows = [("IND", "CHN", "X", "", "FY24", "16.7", None, URL)]
    values = MAPPING["values"] | {"period": {"FY24": "2023-04/2024-03"}}
    resolver = warehouse("csv", table("csv", rows), values=values)

    given_ = answer(resolver, SeriesQuery("IND", "CHN", periods=periods("2023-04/2024-03")))

    assert figures(given_) == [("CHN", "exports", "", "2023-04/2024-03", "16.7")]
