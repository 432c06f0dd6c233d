"""UN Comtrade without a key."""

from __future__ import annotations

from decimal import Decimal

from factcheck.observations import Failure, SeriesQuery
from factcheck.periods import Period
from factcheck.resolvers.live.comtrade.resolver import Comtrade
from tests.resolvers.live.comtrade_faults import RIGHT, TOO_BIG, only_releases, rows
from tests.resolvers.live.comtrade_service import KEY, ComtradeService
from tests.resolvers.live.faults import COMMON, JSON_ONLY, Trouble, status
from tests.resolvers.live.suite import LiveSuite, periods


class TestComtradePreview(LiveSuite):
    """Without a key: one period a request, 500 rows a reply, few requests a run."""

    service, resolver = ComtradeService, Comtrade
    server: ComtradeService
    question = SeriesQuery("CHN", "RUS", periods=periods("2024"))
    at, value = Period.parse("2024"), Decimal(115496000000)
    known = (question, SeriesQuery("CHN", None, periods=periods("2024")))
    unknown = (SeriesQuery("CHN", "BTN", periods=periods("2024")), SeriesQuery("CHN", "BRICS"))
    troubles = tuple(each for each in (*COMMON, *JSON_ONLY) if each.name in {"503 once", "500", "401", "another form"})
    own_troubles = (
        Trouble("a cap of 500", rows(lambda found: (found * 500)[:500]), 0, TOO_BIG),
        Trouble("no table of releases", only_releases(status(500)), 0, RIGHT),
    )

    def test_no_key_is_sent(self) -> None:
        """
        Without a key the public addresses are asked.
        """
        self.answer()

        assert [asked.path for asked in self.server.asked] == [
            "/public/v1/preview/C/A/HS",
            "/public/v1/getDa/C/A/HS",
        ]
        assert not any("ocp-apim-subscription-key" in asked.headers for asked in self.server.asked)

    def test_one_period_a_request(self) -> None:
        """
        Pairs share a request, periods do not.
        """
        pairs = [("CHN", "RUS"), ("RUS", "CHN"), ("BTN", "THA")]

        answers = self.make_resolver().resolve([SeriesQuery(*p, periods=periods("2023", "2024")) for p in pairs])

        assert [len(each.observations) for each in answers] == [4, 0, 2]
        assert [each.query["period"] for each in self.server.data_requests()] == ["2024", "2023"]

    def test_every_partner_is_a_request_for_each_flow(self) -> None:
        """
        All partners of one flow fit into a preview; of two they might not.
        """
        answer = self.answer(SeriesQuery("CHN", None, periods=periods("2024")))

        assert [each.query["flowCode"] for each in self.server.data_requests()] == ["X", "M"]
        assert {(row.flow, row.partner) for row in answer.observations} == {
            ("exports", "RUS"), ("exports", "USA"), ("exports", "TWN"), ("exports", "WLD"),
            ("imports", "RUS"), ("imports", "WLD"),
        }  # fmt: skip

    def test_many_headings_stay_below_the_cap(self) -> None:
        """
        Eight hundred headings are asked for in requests whose rows fit into a preview.
        """
        self.server.figures = {("2024", 156, 643, "X", f"{heading:04}"): "1" for heading in range(100, 900)}
        queries = [SeriesQuery("CHN", "RUS", f"hs:{heading:04}", periods("2024")) for heading in range(100, 900)]

        answers = list(self.make_resolver().resolve(queries))

        assert {each.failure for each in answers} == {None}
        assert max(len(each.query["cmdCode"].split(",")) for each in self.server.data_requests()) == 100

    def test_thirty_requests_a_run(self) -> None:
        """
        What would take more than thirty requests is too big, and the reason says what a key would change.
        """
        resolver = self.make_resolver()
        early = [SeriesQuery("CHN", "RUS", periods=periods(str(year))) for year in range(1991, 2025)]

        answers = list(resolver.resolve(early))
        again = list(resolver.resolve([self.question, SeriesQuery("CHN", "RUS", periods=periods("1991"))]))

        assert len(self.server.data_requests()) == 30
        assert [each.failure for each in answers[:4]] == [Failure.TOO_BIG] * 4
        assert "COMTRADE_API_KEY" in answers[0].detail
        assert (answers[-1].failure, [each.failure for each in again]) == (None, [None, Failure.TOO_BIG])

    def test_years_are_answered_without_all_their_months(self) -> None:
        """
        Of three years with all their months thirty periods are asked; the years have their figures, and the answer
        says that it is not complete.
        """
        years = [Period.of_year(year) for year in (2022, 2023, 2024)]
        either = frozenset(part for year in years for part in (year, *year.months_parts()))

        answer = self.answer(SeriesQuery("BTN", "THA", periods=either))

        assert len(self.server.data_requests()) == 30
        assert (len(answer.observations), answer.complete, answer.failure) == (3, False, None)

    def test_months_of_a_year_without_figures_come_first(self) -> None:
        """
        Where the year has no figure its months might give it, so they are asked for before those of other years.
        """
        years = [Period.of_year(year) for year in (2020, 2021, 2024)]
        either = frozenset(part for year in years for part in (year, *year.months_parts()))

        self.answer(SeriesQuery("BTN", "THA", periods=either))

        months = [each.query["period"] for each in self.server.data_requests() if "/M/" in each.path]
        assert (months[0], months[23], months[24:]) == ("202112", "202001", ["202412", "202411", "202410"])

    def test_months_that_could_not_be_asked_are_a_reason(self) -> None:
        """
        A pair of which nothing was found has the reason that not all of it was asked for, not that there is nothing.
        """
        years = [Period.of_year(year) for year in (2019, 2020, 2021)]
        either = frozenset(part for year in years for part in (year, *year.months_parts()))

        assert self.answer(SeriesQuery("BTN", "THA", periods=either)).failure is Failure.TOO_BIG

    def test_named_years_that_are_not_asked_are_missed(self) -> None:
        """
        Of thirty-four named years the newest thirty are asked: what they have is given, with the reason for the rest.
        """
        answer = self.answer(SeriesQuery("CHN", "RUS", periods=periods(*map(str, range(1991, 2025)))))

        assert (answer.failure, answer.complete) == (Failure.TOO_BIG, False)
        assert {str(row.period) for row in answer.observations} == {"2023", "2024"}
        assert "COMTRADE_API_KEY" in answer.detail

    def test_a_whole_series_waits_for_the_rest(self) -> None:
        """
        Periods that are named come first; of a whole series as much is asked as is left, the newest years first.
        """
        named = [SeriesQuery("BTN", "THA", periods=periods("2024-01", "2022"))]

        series, other = self.make_resolver().resolve([SeriesQuery("CHN", "RUS"), *named])

        asked = [each.query["period"] for each in self.server.data_requests()]
        shared = [each.query["reporterCode"] for each in self.server.data_requests() if each.query["period"] == "2022"]
        assert (len(asked), asked[:4], asked[-1]) == (30, ["2022", "202401", "2025", "2024"], "1997")
        assert shared == ["64,156"]
        assert (series.complete, {str(row.period) for row in series.observations}) == (False, {"2023", "2024"})
        assert (other.complete, len(other.observations)) == (True, 1)

    def test_months_come_after_their_year(self) -> None:
        """
        Months that may only stand in for their year are asked for when all else was.
        """
        year = SeriesQuery(
            "CHN", "RUS", periods=frozenset({Period.of_year(2024), *Period.of_year(2024).months_parts()})
        )

        list(self.make_resolver().resolve([year, SeriesQuery("BTN", "THA", periods=periods("2023-05"))]))

        assert [each.query["period"] for each in self.server.data_requests()][:3] == ["2024", "202305", "202412"]

    def test_without_a_key_requests_are_dear(self) -> None:
        """
        It is asked only what verdicts need; with a key all the rest as well.
        """
        keyed = self.resolver(self.access(keys={"COMTRADE_API_KEY": KEY}))

        assert (self.resolver(self.access()).costly, keyed.costly) == (True, False)
