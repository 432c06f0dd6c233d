"""What UN Comtrade is asked, with a key, and what comes of a refusal."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from factcheck.observations import Failure, SeriesQuery
from factcheck.resolvers.live.budget import Budget
from tests.resolvers.live.comtrade_desk import ComtradeDesk
from tests.resolvers.live.comtrade_faults import QUOTA, error
from tests.resolvers.live.comtrade_service import KEY
from tests.resolvers.live.server import Response
from tests.resolvers.live.suite import periods


class TestAsked(ComtradeDesk):
    """Few requests with lists, never the key in an address."""

    def test_the_key_goes_in_the_header(self) -> None:
        """
        The key is in a header of every request and in no address.
        """
        answer = self.answer()

        assert {asked.headers["ocp-apim-subscription-key"] for asked in self.server.asked} == {KEY}
        assert not any(KEY in str(asked.params) for asked in self.server.asked)
        assert answer.observations[0].citation.url.startswith(f"{self.server.url}/data/v1/get/C/A/HS?reporterCode=156&")

    def test_totals_are_asked_for(self) -> None:
        """
        Second partner, procedure and transport are pinned to their totals, in classic form.
        """
        self.answer()

        asked = self.server.data_requests()[0].query
        assert asked == {
            "reporterCode": "156",
            "period": "2024",
            "partnerCode": "643",
            "cmdCode": "TOTAL",
            "flowCode": "X,M",
            "partner2Code": "0",
            "customsCode": "C00",
            "motCode": "0",
            "breakdownMode": "classic",
            "includeDesc": "true",
            "maxRecords": "100000",
        }

    def test_twelve_periods_at_most(self) -> None:
        """
        Fourteen years are two requests of at most twelve.
        """
        years = periods(*(str(year) for year in range(2011, 2025)))

        self.answer(SeriesQuery("CHN", "RUS", periods=years))

        asked = sorted(len(each.query["period"].split(",")) for each in self.server.data_requests())
        assert asked == [2, 12]

    def test_queries_go_out_together(self) -> None:
        """
        Two pairs and a heading are one request; each answer has only its own rows, not those of the other pairs.
        """
        queries = [
            SeriesQuery("CHN", "RUS", periods=periods("2024")),
            SeriesQuery("RUS", "KAZ", periods=periods("2024")),
            SeriesQuery("CHN", "USA", periods=periods("2024")),
            SeriesQuery("CHN", "RUS", "hs:01", periods("2024")),
        ]

        answers = list(self.make_resolver().resolve(queries))

        assert len(self.server.data_requests()) == 1
        assert [{(r.reporter, r.partner, r.commodity) for r in each.observations} for each in answers] == [
            {("CHN", "RUS", "")}, {("RUS", "KAZ", "")}, {("CHN", "USA", "")}, {("CHN", "RUS", "hs:01")},
        ]  # fmt: skip

    def test_a_whole_series_is_bounded(self) -> None:
        """
        A whole series is the years from 1995 and the last 36 months, and is not called complete.
        """
        answer = self.answer(SeriesQuery("CHN", "RUS"))

        asked = [period for each in self.server.data_requests() for period in each.query["period"].split(",")]
        assert (min(asked), max(asked), len(asked), answer.complete) == ("1995", "202610", 31 + 36, False)
        assert {str(row.period) for row in answer.observations} == {"2023", "2024", "2025-06"}

    def test_every_partner_is_one_request(self) -> None:
        """
        With a key all partners are one request; the world is among them, and "Areas, nes" is no place.
        """
        answer = self.answer(SeriesQuery("CHN", None, periods=periods("2024")))

        assert len(self.server.data_requests()) == 1
        assert {row.partner for row in answer.observations} == {"RUS", "USA", "TWN", "WLD"}
        assert answer.complete

    def test_periods_that_are_not_over_are_not_asked(self) -> None:
        """
        Nothing is asked for the current year or for half years.
        """
        answer = self.answer(SeriesQuery("CHN", "RUS", periods=periods("2026", "2025-H1", "2026-11")))

        assert (answer.failure, self.server.asked) == (Failure.NO_DATA, [])

    def test_goods_that_begin_with_a_zero(self) -> None:
        """
        A chapter keeps its zero.
        """
        answer = self.answer(SeriesQuery("CHN", "RUS", "hs:01", periods("2024")))

        assert [(row.commodity, row.value) for row in answer.observations] == [("hs:01", Decimal(1200000))]


class TestRefusals(ComtradeDesk):
    """What the service says in place of figures."""

    def test_words_of_a_refusal_are_told(self) -> None:
        """
        What the service says of a bad value stands in the reason.
        """
        self.server.always = error(400, '{"error":"Invalid parameter value","details":[{"errorMessage":"period"}]}')

        assert "Invalid parameter value; period" in self.answer().detail

    def test_a_quota_that_is_gone_is_remembered(self) -> None:
        """
        When the quota is gone neither this run nor the next asks again before it is replenished.
        """
        budget = Budget(None, now=lambda: self.now, sleep=self.waited.append)
        self.server.faults = [error(403, QUOTA)]
        resolver = self.make_resolver(budget=budget)

        (first,) = resolver.resolve([self.question])
        (second,) = resolver.resolve([SeriesQuery("CHN", "USA", periods=periods("2024"))])
        next_run = self.answer(budget=budget)
        asked = len(self.server.asked)
        self.now += timedelta(hours=5, minutes=13)
        at_last = self.answer(budget=budget)

        assert {first.failure, second.failure, next_run.failure} == {Failure.RATE_LIMITED}
        assert (asked, at_last.failure) == (1, None)

    def test_a_bad_key_is_not_sent_again(self) -> None:
        """
        A key that is refused is no reason to ask for the other years.
        """
        answer = self.answer(SeriesQuery("CHN", "RUS"), keys={"COMTRADE_API_KEY": "wrong"})

        assert (answer.failure, len(self.server.asked)) == (Failure.UNAUTHORISED, 1)
        assert "invalid subscription key" in answer.detail

    def test_a_part_that_fails_is_told_beside_the_rest(self) -> None:
        """
        A query whose months fail has its years, and the reason why that is not all; other queries have theirs.
        """
        queries = [SeriesQuery("CHN", "RUS", periods=periods("2024", "2025-06")), self.question]
        self.server.always = lambda handler, asked, response: Response(400, b"{}") if "/M/" in asked.path else response

        broken, whole = self.make_resolver().resolve(queries)

        assert (broken.failure, broken.complete, whole.failure) == (Failure.BAD_REQUEST, False, None)
        assert {str(row.period) for row in broken.observations} == {"2024"}

    @pytest.mark.parametrize("partner", ["RUS", None])
    def test_a_whole_of_which_a_part_fails_is_none(self, partner: str | None) -> None:
        """
        A series, or a list of partners, that lacks a part is not given: it would look like one without it.
        """
        wanted = None if partner else periods("2024", "2025-06")
        self.server.always = lambda handler, asked, response: Response(400, b"{}") if "/M/" in asked.path else response

        answer = self.answer(SeriesQuery("CHN", partner, periods=wanted))

        assert (answer.failure, answer.observations) == (Failure.BAD_REQUEST, ())
