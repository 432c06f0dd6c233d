"""What is read from the tables of the Chinese customs, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from factcheck.observations import Answer, Failure, Observation, SeriesQuery
from factcheck.resolvers.live.access import Access
from factcheck.resolvers.live.gacc.resolver import Gacc
from tests.resolvers.live.gacc_service import GaccService, on_tables
from tests.resolvers.live.gacc_troubles import SHELL
from tests.resolvers.live.server import Response
from tests.resolvers.live.suite import NOW, periods

QUESTION = SeriesQuery("CHN", "RUS", periods=periods("2025-H1"))


@pytest.fixture
def server() -> Iterator[GaccService]:
    """The pages."""
    with GaccService() as running:
        yield running


def answer_to(server: GaccService, query: SeriesQuery) -> Answer:
    """The answer to one query."""
    (answer,) = Gacc(Access(base_url=server.url, now=lambda: NOW)).resolve((query,))
    return answer


def rows(server: GaccService, partner: str | None, *when: str) -> tuple[Observation, ...]:
    """The rows of an answer that has some."""
    answer = answer_to(server, SeriesQuery("CHN", partner, periods=periods(*when)))
    assert answer.failure is None, answer.detail
    return answer.observations


def levels(server: GaccService, partner: str, *when: str) -> set[tuple[str, str, str, str]]:
    """Flow, unit, period and figure of the levels of an answer."""
    return {
        (row.flow, row.unit, str(row.period), str(row.value))
        for row in rows(server, partner, *when)
        if row.measure == "level"
    }


def test_the_published_figures_of_the_first_half_of_2025(server: GaccService) -> None:
    """
    Turnover, exports and imports in millions, and growth with the digits that were printed.
    """
    found = {
        (row.flow, row.measure, str(row.value), row.unit_multiplier, row.decimals, row.published)
        for row in rows(server, "RUS", "2025-H1")
        if row.unit == "USD"
    }

    day = date(2025, 7, 14)
    assert found == {
        ("total", "level", "106480.3", 6, 1, day),
        ("exports", "level", "47160.0", 6, 1, day),
        ("imports", "level", "59320.3", 6, 1, day),
        ("total", "yoy", "-9.1", 0, 1, day),
        ("exports", "yoy", "-8.4", 0, 1, day),
        ("imports", "yoy", "-9.6", 0, 1, day),
    }


def test_a_table_has_its_month_and_the_year_to_date(server: GaccService) -> None:
    """
    March 2026 and the first quarter are two periods of one page, in hundreds of millions of yuan.
    """
    assert levels(server, "DEU", "2026-03", "2026-Q1") == {
        ("total", "CNY", "2026-03", "1243.6"),
        ("exports", "CNY", "2026-03", "711.8"),
        ("imports", "CNY", "2026-03", "531.7"),
        ("total", "CNY", "2026-Q1", "3752.6"),
        ("exports", "CNY", "2026-Q1", "2240.9"),
        ("imports", "CNY", "2026-Q1", "1511.7"),
    }


def test_the_month_has_no_growth(server: GaccService) -> None:
    """
    The growth on a page is that of the year to date, and is given for no month.
    """
    grown = {str(row.period) for row in rows(server, "DEU", "2026-03", "2026-Q1") if row.measure == "yoy"}

    assert grown == {"2026-Q1"}


def test_zeros_that_were_printed_are_digits(server: GaccService) -> None:
    """
    Growth of 10.0 and 0.0 per cent is known to a tenth.
    """
    found = {(row.flow, str(row.value), row.decimals) for row in rows(server, "GBR", "2025-H1") if row.measure == "yoy"}

    assert found == {("total", "10.0", 1), ("exports", "0.0", 1)}


def test_a_dash_is_no_figure(server: GaccService) -> None:
    """
    Where a dash stands there is no row, and no zero.
    """
    assert not [row for row in rows(server, "GBR", "2025-H1") if (row.flow, row.measure) == ("imports", "yoy")]


def test_january_and_february_together_are_never_split(server: GaccService) -> None:
    """
    From 2020 to 2025 the first table is of both months, and neither of the two has a figure.
    """
    found = {each for each in levels(server, "RUS", "2025-01/2025-02", "2025-02", "2025-01") if each[1] == "CNY"}

    assert found == {
        ("total", "CNY", "2025-01/2025-02", "2492.5"),
        ("exports", "CNY", "2025-01/2025-02", "1074.5"),
        ("imports", "CNY", "2025-01/2025-02", "1417.9"),
    }


def test_february_alone(server: GaccService) -> None:
    """
    Since 2026 February has columns of its own; the two months are another figure.
    """
    found = {each for each in levels(server, "VNM", "2026-01/2026-02", "2026-02") if each[:2] == ("exports", "USD")}

    assert found == {("exports", "USD", "2026-02", "12900.0"), ("exports", "USD", "2026-01/2026-02", "25800.0")}


def test_ten_columns_for_both_months_are_read_once(server: GaccService) -> None:
    """
    A joint table that repeats the sum in a column of the month gives the sum, and no February.
    """
    server.repeated = (2025,)

    found = {(row.flow, row.unit, str(row.value)) for row in rows(server, "RUS", "2025-02", "2025-01/2025-02")}

    assert ("exports", "CNY", "1074.5") in found
    assert {str(row.period) for row in rows(server, "RUS", "2025-02", "2025-01/2025-02")} == {"2025-01/2025-02"}


def test_a_sum_of_both_months_that_is_not_repeated_is_refused(server: GaccService) -> None:
    """
    A joint table whose column of the month differs from the sum is not understood.
    """
    server.repeated = (2025,)
    server.always = on_tables(lambda text: text.replace("1,074.5", "1,074.4", 1))

    answer = answer_to(server, SeriesQuery("CHN", "RUS", periods=periods("2025-01/2025-02")))

    assert {row.unit for row in answer.observations} == {"USD"}


def test_january_of_2019_is_month_and_year_to_date_at_once(server: GaccService) -> None:
    """
    Where January has a table its two columns are one figure.
    """
    found = [
        row for row in rows(server, "RUS", "2019-01") if (row.flow, row.unit, row.measure) == ("total", "USD", "level")
    ]

    assert [str(row.value) for row in found] == ["17500.0"]


def test_a_whole_year_is_the_table_of_december(server: GaccService) -> None:
    """
    The year to date in December is the year.
    """
    assert ("exports", "USD", "2024", "126000.0") in levels(server, "RUS", "2024")


def test_groups_and_their_parts_are_rows_of_their_own(server: GaccService) -> None:
    """
    For a rank all rows with a code are given, groups among them, and never as all that there is.
    """
    answer = answer_to(server, SeriesQuery("CHN", None, periods=periods("2026-Q1")))

    yuan = {
        row.partner: str(row.value)
        for row in answer.observations
        if (row.flow, row.unit, row.measure) == ("total", "CNY", "level")
    }
    assert yuan == {
        "WLD": "118380.0",
        "EU": "14862.2",
        "DEU": "3752.6",
        "USA": "9016.7",
        "ASEAN": "19666.6",
        "HKG": "7944.7",
        "KOR": "7016.9",
        "RUS": "4280.4",
        "LATAM": "9861.3",
        "AFRICA": "6465.6",
        "ZAF": "992.6",
        "RCEP": "37301.1",
    }
    assert not answer.complete


def test_a_later_day_counts_where_two_are_possible(server: GaccService) -> None:
    """
    Whether 08/07/2025 is in July or in August nobody knows: it counts from August.
    """
    server.always = on_tables(lambda text: text.replace("2025/07/14", "08/07/2025"))

    assert {row.published for row in rows(server, "RUS", "2025-H1")} == {date(2025, 8, 7)}


def test_a_title_of_the_other_currency_is_refused(server: GaccService) -> None:
    """
    A table titled in yuan over dollars, as that of June 2025 was, is left out; the one in yuan stands.
    """
    server.always = on_tables(lambda text: text.replace("(in USD)", "(in CNY)"), only="USD1 Million")

    answer = answer_to(server, QUESTION)

    assert ({row.unit for row in answer.observations}, answer.complete) == ({"CNY"}, False)
    assert "another currency" in answer.detail


def test_a_unit_of_the_other_currency_is_refused(server: GaccService) -> None:
    """
    A table in yuan with the unit of dollars is left out; the one in dollars stands.
    """
    server.always = on_tables(lambda text: text.replace("CNY 100 Million", "USD1 Million"))

    answer = answer_to(server, QUESTION)

    assert ({row.unit for row in answer.observations}, answer.complete) == ({"USD"}, False)


def test_figures_of_the_other_currency_are_refused(server: GaccService) -> None:
    """
    Dollars under a title and a unit of yuan are larger than China's trade can be.
    """
    dollars = server.table(2025, 6, "USD").replace("(in USD)", "(in CNY)").replace("USD1 Million", "CNY 100 Million")
    server.always = on_tables(lambda text: dollars, only="CNY 100 Million")

    answer = answer_to(server, QUESTION)

    assert {row.unit for row in answer.observations} == {"USD"}


def test_figures_in_a_smaller_unit_are_refused(server: GaccService) -> None:
    """
    Hundreds of millions of yuan under a unit of millions of dollars are smaller than China's trade can be.
    """
    yuan = server.table(2025, 6, "CNY").replace("(in CNY)", "(in USD)").replace("CNY 100 Million", "USD1 Million")
    server.always = on_tables(lambda text: yuan, only="USD1 Million")

    answer = answer_to(server, QUESTION)

    assert {row.unit for row in answer.observations} == {"CNY"}


def test_the_pictures_of_2018_are_said_to_be_pictures(server: GaccService) -> None:
    """
    A table that is a picture is a bad payload, in words.
    """
    answer = answer_to(server, SeriesQuery("CHN", "RUS", periods=periods("2018-06")))

    assert (answer.failure, "picture" in answer.detail) == (Failure.BAD_PAYLOAD, True)


def test_a_table_that_fails_for_good_takes_the_whole_answer(server: GaccService) -> None:
    """
    Where the service itself fails no half of an answer is given.
    """
    server.always = lambda handler, asked, response: (
        Response(412, SHELL, "text/html") if b"CNY 100 Million" in response.body else response
    )

    answer = answer_to(server, QUESTION)

    assert (answer.failure, answer.observations) == (Failure.UNAVAILABLE, ())
    assert "challenge" in answer.detail


def test_an_index_that_fails_is_asked_for_once(server: GaccService) -> None:
    """
    A bad index page leaves its year without tables, after one request.
    """
    server.always = lambda handler, asked, response: Response(404, b"", "") if "2024" in asked.path else response

    answer = answer_to(server, SeriesQuery("CHN", "RUS", periods=periods("2025-H1", "2024-H1", "2024-05")))

    assert {row.period.first.year for row in answer.observations} == {2025}
    assert [asked.path for asked in server.asked if "2024" in asked.path] == ["/statics/report/preliminary2024.html"]
