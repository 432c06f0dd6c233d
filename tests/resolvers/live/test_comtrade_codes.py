"""The numbers of UN Comtrade for places and goods, and the size of requests."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from factcheck.observations import SeriesQuery
from factcheck.places import countries
from factcheck.resolvers.live.comtrade.calls import KEYED, PREVIEW, plan, wants_of
from factcheck.resolvers.live.comtrade.codes import partners, reporters
from factcheck.resolvers.live.comtrade.errors import waiting_time
from tests.resolvers.live.comtrade_desk import ComtradeDesk
from tests.resolvers.live.suite import NOW, periods


class TestCodes(ComtradeDesk):
    """Numbers that differ from ISO 3166-1, and what has none."""

    @pytest.mark.parametrize(
        ("reporter", "partner", "codes"),
        [
            ("IND", "USA", ("699", "842")),
            ("CHN", "TWN", ("156", "490")),
            ("CHN", "WLD", ("156", "0")),
            ("EU", "CHN", ("97", "156")),
            ("FRA", "CHE", ("251", "757")),
            ("NOR", "ITA", ("579", "380")),
        ],
    )
    def test_places_have_the_numbers_of_the_service(self, reporter: str, partner: str, codes: tuple[str, str]) -> None:
        """
        A few numbers differ from ISO 3166-1; the old ones are there as well, and empty.
        """
        self.answer(SeriesQuery(reporter, partner, periods=periods("2024")))

        asked = self.server.data_requests()[0].query
        assert (asked["reporterCode"], asked["partnerCode"]) == codes

    def test_taiwan_is_other_asia(self) -> None:
        """
        What stands under "Other Asia, nes" is Taiwan's, and the citation says so.
        """
        (row,) = self.answer(SeriesQuery("CHN", "TWN", periods=periods("2024"))).observations

        assert (row.partner, row.value) == ("TWN", Decimal(75200000000))
        assert "Other Asia" in row.citation.note

    def test_no_number_stands_for_two_places(self) -> None:
        """
        Every place has a number of its own.
        """
        assert len(set(partners().values())) == len(partners())
        assert len(set(reporters().values())) == len(reporters())
        assert len(partners()) > 230

    @pytest.mark.parametrize(
        "query",
        [
            SeriesQuery("WLD", "CHN"),
            SeriesQuery("CHN", "EU"),
            SeriesQuery("ASEAN", "CHN"),
            SeriesQuery("CHN", "EA"),
            SeriesQuery("CHN", "MCO"),
            SeriesQuery("LIE", "CHN"),
            SeriesQuery("CHN", "XKX"),
            SeriesQuery("CHN", "RUS", "passenger-cars"),
            SeriesQuery("CHN", "RUS", "hs:87032"),
        ],
    )
    def test_what_it_cannot_be_asked(self, query: SeriesQuery) -> None:
        """
        Groups are no partners, the world no reporter, and what has no number there is not guessed.
        """
        assert not self.make_resolver().covers(query)


@pytest.mark.parametrize("terms", [KEYED, PREVIEW])
def test_requests_are_small(terms: Any) -> None:
    """
    Whatever is asked no request has more periods, rows or characters than the service takes.
    """
    some = sorted(countries() & set(partners()))
    years = periods("2019", "2020", "2021", *(f"2022-{month:02}" for month in range(1, 13)))
    queries = [SeriesQuery(each, other, periods=years) for each in some[:40] for other in some[::3] if each != other]
    queries += [SeriesQuery("CHN", each, f"hs:{n:06}", years) for each in some[:30] for n in range(10100, 10130)]
    queries += [SeriesQuery(each, None, periods=years) for each in some[:5]]
    wants = {want: turn for query in queries for want, turn in wants_of(query, NOW.date()).items()}

    made = plan(wants, terms)

    lengths = [sum(len(name) + len(value) + 2 for name, value in call.params(terms)) for call, _ in made]
    assert max(lengths) < 4096 - 100
    assert max(call.rows for call, _ in made) <= terms.rows
    assert max(len(call.periods) for call, _ in made) <= terms.periods
    assert {want for _, made_for in made for want in made_for} == set(wants)


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        ("Out of call volume quota. Quota will be replenished in 05:30:00.", Decimal("5.5")),
        ("Out of call volume quota. Quota will be replenished in 1.01:00:00.", Decimal(25)),
        ("Out of call volume quota. Quota will be replenished in 2.25 days.", Decimal(54)),
        ("Out of call volume quota. Quota will be replenished in 1 day.", Decimal(24)),
    ],
)
def test_how_long_a_quota_is_gone(words: str, hours: Decimal) -> None:
    """
    The gateway writes a time of day, or days with a fraction.
    """
    assert waiting_time(words) == timedelta(seconds=int(hours * 3600))


def test_a_quota_without_a_time() -> None:
    """
    Where no time is told none is made up.
    """
    assert waiting_time("Out of call volume quota.") is None
