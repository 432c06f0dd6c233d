"""Which pages of the Chinese customs are asked for, and how many."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from factcheck.observations import Answer, Failure, SeriesQuery
from factcheck.periods import Period
from factcheck.resolvers.live.access import Access
from factcheck.resolvers.live.gacc.resolver import MOST_TABLES, Gacc
from tests.resolvers.live.gacc_service import GaccService
from tests.resolvers.live.suite import NOW, periods

QUESTION = SeriesQuery("CHN", "RUS", periods=periods("2025-H1"))


@pytest.fixture
def server() -> Iterator[GaccService]:
    """The pages."""
    with GaccService() as running:
        yield running


def resolver(server: GaccService, now: datetime = NOW) -> Gacc:
    """A new resolver of the pages."""
    return Gacc(Access(base_url=server.url, now=lambda: now))


def answer_to(server: GaccService, query: SeriesQuery) -> Answer:
    """The answer to one query."""
    (answer,) = resolver(server).resolve((query,))
    return answer


def test_only_the_tables_that_are_needed_are_read(server: GaccService) -> None:
    """
    One period takes the first index, that of its year, and a table in each currency.
    """
    answer_to(server, QUESTION)

    paths = [asked.path for asked in server.asked]
    assert paths[:2] == ["/statics/report/preliminary.html", "/statics/report/preliminary2025.html"]
    assert len(paths) == 4


def test_queries_share_tables(server: GaccService) -> None:
    """
    A second partner costs no request.
    """
    queries = [SeriesQuery("CHN", each, periods=periods("2025-H1")) for each in ("RUS", "GBR", "WLD")]

    list(resolver(server).resolve(queries))

    assert len(server.asked) == 4


def test_a_month_without_a_table_is_no_data(server: GaccService) -> None:
    """
    January, a month that is not out yet, and a quarter within the year have no table.
    """
    query = SeriesQuery("CHN", "RUS", periods=periods("2025-01", "2026-11", "2025-Q2", "2012-05"))

    answer = answer_to(server, query)

    assert (answer.failure, len(server.asked)) == (Failure.NO_DATA, 2)


def test_a_year_that_is_not_offered_is_not_asked_for(server: GaccService) -> None:
    """
    Before March the first index may still be of the year before, whose address has no year then.
    """
    server.newest = (2025, 12)
    query = SeriesQuery("CHN", "RUS", periods=periods("2025-H1", "2026-01"))

    (answer,) = resolver(server, datetime(2026, 2, 10, tzinfo=UTC)).resolve((query,))

    assert {str(row.period) for row in answer.observations} == {"2025-H1"}
    assert len(server.asked) == 3


def test_a_run_reads_no_more_than_sixty_tables(server: GaccService) -> None:
    """
    Of many months the newest are read, years to date first, and the answer is said to be incomplete.
    """
    months = [f"{year}-{month:02}" for year in range(2019, 2026) for month in range(3, 13)]

    answer = answer_to(server, SeriesQuery("CHN", "RUS", periods=periods("2019", "2020-H1", *months)))

    found = {str(row.period) for row in answer.observations}
    assert len([asked for asked in server.asked if "/Statics/" in asked.path]) == MOST_TABLES
    assert {"2019", "2020-H1", "2025-12"} <= found
    assert (answer.complete, "2019-03" in found) == (False, False)


def test_what_is_beyond_sixty_tables_is_too_big(server: GaccService) -> None:
    """
    What is beyond the most that are read is told, beside the figures of those that were read.
    """
    months = [f"{year}-{month:02}" for year in range(2020, 2026) for month in range(3, 13)]
    queries = [
        SeriesQuery("CHN", "RUS", periods=periods(*months)),
        SeriesQuery("CHN", "JPN", periods=periods("2019-05")),
    ]

    answers = {answer.query.partner: answer for answer in resolver(server).resolve(queries)}

    assert (answers["RUS"].failure, answers["JPN"].failure) == (Failure.TOO_BIG, Failure.TOO_BIG)
    assert (bool(answers["RUS"].observations), answers["JPN"].observations) == (True, ())
    assert "60" in answers["JPN"].detail


def test_a_whole_series_is_years_and_the_last_two_of_months(server: GaccService) -> None:
    """
    A record looks at the years since 2019 and the last 24 months, without January of 2025 and 2026 and February
    of 2025, which have no figure; the five earlier Decembers come with their years.
    """
    answer = answer_to(server, SeriesQuery("CHN", "RUS"))

    found = {row.period for row in answer.observations}
    assert {Period.of_year(year) for year in range(2019, 2026)} <= found
    assert sum(period.months == 1 for period in found) == 24 - 3 + 5
    assert not answer.complete


@pytest.mark.parametrize(
    "query",
    [
        SeriesQuery("RUS", "CHN"),
        SeriesQuery("CHN", "KAZ"),
        SeriesQuery("CHN", "RUS", "hs:8703"),
        SeriesQuery("CHN", "EA"),
        SeriesQuery("CHN", "CHN"),
    ],
)
def test_what_it_cannot_be_asked(query: SeriesQuery) -> None:
    """
    Only China reports, only all goods, and only partners that have a row.
    """
    assert not Gacc(Access()).covers(query)
