"""UN Comtrade, with a key and without."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, ClassVar

import pytest

from factcheck.evidence.store import EvidenceStore
from factcheck.observations import Failure, SeriesQuery
from factcheck.periods import Period
from factcheck.places import countries
from factcheck.resolvers.live.budget import Budget
from factcheck.resolvers.live.comtrade import SERVICE, Comtrade
from factcheck.resolvers.live.comtrade_calls import KEYED, PREVIEW, plan, wants_of
from factcheck.resolvers.live.comtrade_codes import partners, reporters
from factcheck.resolvers.live.comtrade_errors import waiting_time
from tests.resolvers.live.comtrade_service import FIGURES, KEY, RELEASED, ComtradeService, parts_of
from tests.resolvers.live.conftest import Ran
from tests.resolvers.live.faults import BAD, COMMON, JSON_ONLY, LIMITED, RIGHT, Trouble, page, status
from tests.resolvers.live.server import Asked, Fault, Handler, Response, changed
from tests.resolvers.live.suite import NOW, LiveSuite, periods

NONE = frozenset({Failure.NO_DATA})
TOO_BIG = frozenset({Failure.TOO_BIG})
REFUSED = frozenset({Failure.BAD_REQUEST})
UNAUTHORISED = frozenset({Failure.UNAUTHORISED})
QUOTA = '{"statusCode":403,"message":"Out of call volume quota. Quota will be replenished in 05:12:33."}'
Change = Callable[[dict[str, Any]], dict[str, Any]]


def only_data(fault: Fault) -> Fault:
    """A fault of figures alone: the table of releases is as it should be."""
    return lambda handler, asked, response: response if "getDa" in asked.path else fault(handler, asked, response)


def only_releases(fault: Fault) -> Fault:
    """A fault of the table of releases alone."""
    return lambda handler, asked, response: fault(handler, asked, response) if "getDa" in asked.path else response


def envelope(change: Change) -> Fault:
    """Figures in another envelope."""

    def fault(handler: Handler, asked: Asked, response: Response) -> Response:
        return changed(response, json.dumps(change(json.loads(response.body))).encode())

    return only_data(fault)


def each_row(name: str, value: object, ends_in: frozenset[Failure] = BAD) -> Trouble:
    """Every row of figures with another value in one field."""

    def change(found: dict[str, Any]) -> dict[str, Any]:
        return {**found, "data": [{**row, name: value} for row in found["data"]]}

    return Trouble(f"{name} is {value!r}", envelope(change), 0, ends_in)


def without(name: str) -> Trouble:
    """Every row of figures without a field."""

    def change(found: dict[str, Any]) -> dict[str, Any]:
        return {**found, "data": [{key: row[key] for key in row if key != name} for row in found["data"]]}

    return Trouble(f"no {name}", envelope(change), 0, BAD)


def rows(change: Callable[[list[dict[str, Any]]], list[dict[str, Any]]]) -> Fault:
    """Other rows of figures, and their count."""

    def with_count(found: dict[str, Any]) -> dict[str, Any]:
        data = change(found["data"])
        return {**found, "data": data, "count": len(data)}

    return envelope(with_count)


def revised(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row with a figure that is a little higher."""
    value = row["primaryValue"] + 1_000_000
    return {**row, "primaryValue": value, "fobvalue": row["fobvalue"] and value, "cifvalue": row["cifvalue"] and value}


def error(code: int, body: str) -> Fault:
    """An error that is told in JSON."""
    return status(code, body.encode(), "application/json; charset=utf-8")


OWN = (
    without("primaryValue"),
    without("partner2Code"),
    without("period"),
    without("refYear"),
    each_row("partnerCode", 398),
    each_row("reporterCode", 643),
    each_row("reporterCode", None),
    each_row("period", "2023"),
    each_row("period", 2024, RIGHT),
    each_row("partnerCode", "643", RIGHT),
    each_row("flowCode", "RX"),
    each_row("cmdCode", "27"),
    each_row("typeCode", "S"),
    each_row("freqCode", "M"),
    each_row("classificationSearchCode", "S4"),
    each_row("refYear", 2023),
    each_row("refMonth", 12),
    each_row("partnerISO", "KAZ"),
    each_row("reporterISO", "HKG"),
    each_row("partnerISO", None, RIGHT),
    each_row("primaryValue", None, NONE),
    each_row("primaryValue", "(D)"),
    each_row("primaryValue", "115,496"),
    each_row("primaryValue", True),
    each_row("primaryValue", -115496000000),
    each_row("primaryValue", 115496),
    each_row("motCode", 2100),
    each_row("customsCode", "C01"),
    Trouble("the same rows twice", rows(lambda found: found * 2), 0, BAD),
    Trouble("a revised row beside the old", rows(lambda found: [*found, *map(revised, found)]), 0, BAD),
    Trouble("rows of parts beside", rows(lambda found: [*found, *(p for r in found for p in parts_of(r))]), 0, RIGHT),
    Trouble("rows of parts alone", rows(lambda found: [p for r in found for p in parts_of(r)]), 0, BAD),
    Trouble("a cap of 500", rows(lambda found: (found * 500)[:500]), 0, TOO_BIG),
    Trouble("no rows", rows(lambda found: []), 0, NONE),
    Trouble("a row that is none", rows(lambda found: [*found, "row"]), 0, BAD),  # type: ignore[list-item]
    Trouble("more counted than sent", envelope(lambda found: {**found, "count": 3000}), 0, TOO_BIG),
    Trouble("less counted than sent", envelope(lambda found: {**found, "count": 1}), 0, BAD),
    Trouble("no count", envelope(lambda found: {**found, "count": None}), 0, BAD),
    Trouble("one object in place of rows", envelope(lambda found: {**found, "data": found["data"][0]}), 0, BAD),
    Trouble("an error with status 200", envelope(lambda found: {**found, "error": "Query timed out"}), 0, REFUSED),
    Trouble("the quota is gone", error(403, QUOTA), 0, LIMITED),
    Trouble("no access", error(403, '{"statusCode":403,"message":"Forbidden"}'), 0, UNAUTHORISED),
    Trouble("a bad key", error(401, f'{{"statusCode":401,"message":"invalid key {KEY}"}}'), 0, UNAUTHORISED),
    Trouble("a bad value", error(400, '{"error":"Invalid value","details":[{"errorMessage":"x"}]}'), 0, REFUSED),
    Trouble("a bad value, told otherwise", error(400, '{"errorObject":{"errorMessage":"x"}}'), 0, REFUSED),
    Trouble("a bad value, told as a list", error(400, '["x"]'), 0, REFUSED),
    Trouble("an address too long", status(200, b"<html><h2>Request URL Too Long</h2>", "text/html"), 0, TOO_BIG),
    Trouble("too many requests at once, in time", error(429, '{"statusCode":429,"message":"Rate limit"}'), 2, RIGHT),
    Trouble("no table of releases", only_releases(status(500)), 0, RIGHT),
    Trouble("a page for the table of releases", only_releases(page), 0, RIGHT),
    Trouble("no quota for the table of releases", only_releases(error(403, QUOTA)), 0, RIGHT),
)  # fmt: skip


class TestComtrade(LiveSuite):
    """With a key: the contract, the faults of any service, and those of this one."""

    service, resolver = ComtradeService, Comtrade
    server: ComtradeService
    keys: ClassVar[dict[str, str]] = {"COMTRADE_API_KEY": KEY}
    question = SeriesQuery("CHN", "RUS", periods=periods("2024"))
    at, value = Period.parse("2024"), Decimal(115496000000)
    known = (
        question,
        SeriesQuery("CHN", "RUS", periods=periods("2025-06", "2023")),
        SeriesQuery("CHN", None, periods=periods("2024")),
        SeriesQuery("CHN", "RUS", "hs:8703", periods("2024")),
        SeriesQuery("BTN", "THA"),
    )
    unknown = (
        SeriesQuery("CHN", "BTN", periods=periods("2024")),
        SeriesQuery("CHN", "RUS", periods=periods("2027")),
        SeriesQuery("CHN", "RUS", periods=periods("2024-H1")),
        SeriesQuery("CHN", "BRICS"),
    )
    own_troubles = OWN

    # What a row says.

    def test_imports_and_exports_come_together(self) -> None:
        """
        Both flows are one request, and their figures keep what follows the point.
        """
        answer = self.answer()

        assert {row.flow: str(row.value) for row in answer.observations} == {
            "exports": "115496000000",
            "imports": "129314000000.5",
        }
        assert len(self.server.data_requests()) == 1

    def test_figures_support(self) -> None:
        """
        The figures are others', so they do not decide where the office itself has one; the edition is told.
        """
        row = self.answer().observations[0]

        assert (row.standing, row.unit, row.unit_multiplier, row.citation.note) == (
            "supports", "USD", 0, "reported in H6",
        )  # fmt: skip

    def test_months_have_their_month(self) -> None:
        """
        A month is asked for as 202506 among months, a year as 2024 among years.
        """
        answer = self.answer(SeriesQuery("CHN", "RUS", periods=periods("2025-06", "2024")))

        assert {str(row.period) for row in answer.observations} == {"2024", "2025-06"}
        assert {(asked.path[-4:], asked.query["period"]) for asked in self.server.data_requests()} == {
            ("A/HS", "2024"),
            ("M/HS", "202506"),
        }

    @pytest.mark.parametrize(
        ("given", "ends_in"),
        [
            ({"fobvalue": 0.0, "cifvalue": 0.0}, None),
            ({"fobvalue": None, "cifvalue": None}, None),
            ({"fobvalue": 115496000000.0, "cifvalue": 121000000000.0}, None),
            ({"fobvalue": None, "cifvalue": 115496000000.0}, None),
            ({"fobvalue": 115000000000.0, "cifvalue": None}, Failure.BAD_PAYLOAD),
            ({"fobvalue": None, "cifvalue": 121000000000.0}, Failure.BAD_PAYLOAD),
        ],
    )
    def test_the_basis_must_be_the_value(self, given: dict[str, object], ends_in: Failure | None) -> None:
        """
        Exports are their FOB value; 0.0 is absent, and the other basis may stand beside or in its place.
        """
        self.server.always = rows(lambda found: [{**row, **given} for row in found if row["flowCode"] == "X"])

        answer = self.answer()

        assert (answer.failure, self.found(answer)) == (ends_in, [] if ends_in else [self.value])

    def test_a_zero_is_no_figure(self) -> None:
        """
        A value of 0 is what the service writes for nothing: it is no data, and never 0 dollars.
        """
        self.server.always = rows(
            lambda found: [{**row, "primaryValue": 0.0, "fobvalue": 0.0, "cifvalue": None} for row in found]
        )

        assert self.answer().failure is Failure.NO_DATA

    def test_parts_of_a_figure_are_passed_over(self) -> None:
        """
        Should the service give the parts of a figure in spite of the question they are not added.
        """
        self.server.ignores_pins = True

        assert self.found(self.answer()) == [self.value]

    # The day a figure counts from.

    def test_the_last_release_is_the_day(self) -> None:
        """
        Exports and imports of a data set have the day of its last release, so that they can be added.
        """
        assert {row.published for row in self.answer().observations} == {date(2025, 8, 1)}

    def test_a_table_of_releases_is_one_request(self) -> None:
        """
        One request tells of all reporters and years.
        """
        pairs = [("CHN", "RUS"), ("BTN", "THA"), ("RUS", "KAZ")]

        list(self.make_resolver().resolve([SeriesQuery(*pair, periods=periods("2023", "2024")) for pair in pairs]))

        tables = [asked.query for asked in self.server.asked if "getDa" in asked.path]
        assert tables == [{"reporterCode": "64,156,643", "period": "2023,2024"}]

    def test_a_release_that_is_not_told_is_the_day_of_retrieval(self) -> None:
        """
        A data set that the table does not have counts from the day on which it was read.
        """
        answer = self.answer(SeriesQuery("BTN", "THA", periods=periods("2022", "2023")))

        assert [row.published for row in answer.observations] == [date(2023, 5, 5), NOW.date()]

    @pytest.mark.parametrize(
        "day", ["soon", "2024-02-30T00:00:00", "", "2024-12-30T00:00:00", "2031-01-01T00:00:00", None]
    )
    def test_a_release_that_makes_no_sense_is_not_used(self, day: str | None) -> None:
        """
        Words, a day before the year was over and a day to come are not used.
        """
        self.server.released = {("2024", 156): day}  # type: ignore[dict-item]

        assert {row.published for row in self.answer().observations} == {NOW.date()}

    def test_only_what_was_reported_is_a_release(self) -> None:
        """
        The day on which a data set was turned into another classification is not that of its release.
        """

        def turned(handler: Handler, asked: Asked, response: Response) -> Response:
            found = json.loads(response.body)
            other = {**found["data"][0], "isOriginalClassification": False, "lastReleased": "2026-01-01T00:00:00"}
            data = [other, *found["data"]]
            return changed(response, json.dumps({**found, "data": data, "count": len(data)}).encode())

        self.server.always = only_releases(turned)

        assert {row.published for row in self.answer().observations} == {date(2025, 8, 1)}

    def test_an_older_table_of_releases_is_not_trusted(self) -> None:
        """
        A kept table from hours before the figures may be of the data set before: the day of retrieval counts.
        """
        kept = EvidenceStore(self.folder / "evidence")
        self.answer(evidence=kept)
        self.now += timedelta(hours=6)

        answer = self.answer(SeriesQuery("CHN", "USA", periods=periods("2024")), evidence=kept)

        assert {row.published for row in answer.observations} == {NOW.date()}

    def test_figures_of_a_failed_table_are_still_asked_for(self) -> None:
        """
        A table of releases that fails for ever does not stop later questions of the same run.
        """
        self.server.always = only_releases(status(500))
        resolver = self.make_resolver()
        list(resolver.resolve([self.question]))

        (answer,) = resolver.resolve([SeriesQuery("CHN", "USA", periods=periods("2024"))])

        assert answer.failure is None

    # What is asked.

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

    # Codes.

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
        assert not self.make_resolver().covers(query)  # type: ignore[attr-defined]

    # Refusals.

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
        resolver = self.resolver(self.access(budget=budget))

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

    def test_a_part_that_fails_fails_the_answer(self) -> None:
        """
        A query whose months fail has no answer from its years alone; other queries have theirs.
        """
        queries = [SeriesQuery("CHN", "RUS", periods=periods("2024", "2025-06")), self.question]
        self.server.always = lambda handler, asked, response: Response(400, b"{}") if "/M/" in asked.path else response

        broken, whole = self.make_resolver().resolve(queries)

        assert (broken.failure, broken.observations, whole.failure) == (Failure.BAD_REQUEST, (), None)


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

    def test_a_whole_series_waits_for_the_rest(self) -> None:
        """
        Periods that are named come first; of a whole series as much is asked as is left, the newest years first.
        """
        named = [SeriesQuery("BTN", "THA", periods=periods("2024-01", "2022"))]

        series, other = self.make_resolver().resolve([SeriesQuery("CHN", "RUS"), *named])

        asked = [each.query["period"] for each in self.server.data_requests()]
        assert (len(asked), asked[:4], asked[-1]) == (30, ["2022", "202401", "2025", "2024"], "1997")
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


CLAIMS = """\
about: {reporter: Bhutan, partner: Thailand, flow: exports, currency: USD, source: comtrade}
claims:
  - {quote: "exports of $12.4 million", id: holds, level: 2024}
  - {quote: "exports of $9 million", id: misses, level: 2022}
  - {quote: "rose 24 percent", id: growth, change: 2024}
  - {quote: "exports of $3 million", id: open, level: 2021}
"""
#: Of India in 2022 the figure is the service's own, 80,230,193,279.727.
REAL = """\
about: {reporter: India, partner: United States, flow: exports, currency: USD, source: comtrade}
claims:
  - {quote: "exported goods worth $80.2 billion", id: holds, level: 2022}
  - {quote: "exported goods worth $78 billion", id: misses, level: 2022}
"""


@pytest.mark.parametrize("key", [KEY, ""])
def test_level_and_growth_through_the_whole_command(
    verify_live: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    """
    A level and a growth of a pair that the snapshot does not have are decided by the service's figures.
    """
    monkeypatch.setenv("COMTRADE_API_KEY", key)
    with ComtradeService() as server:
        ran = verify_live(CLAIMS, {"comtrade": server.url})

    assert [ran.verdict(each) for each in ("holds", "misses", "growth", "open")] == [
        ("match", "within"),
        ("discrepancy", "wrong-level"),
        ("match", "recomputed"),  # the two years were released on different days
        ("unresolved", "no-observation"),
    ]
    assert ran.code == 1
    assert KEY not in json.dumps(ran.report) + ran.errors


def test_a_real_figure_through_the_whole_command(
    verify_live: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    India's exports to the United States in 2022, as the service has them, decide.
    """
    monkeypatch.delenv("COMTRADE_API_KEY", raising=False)
    with ComtradeService() as server:
        ran = verify_live(REAL, {"comtrade": server.url})

    assert [ran.verdict(each) for each in ("holds", "misses")] == [("match", "within"), ("discrepancy", "wrong-level")]


def test_a_service_without_quota_leaves_claims_unresolved(verify_live: Callable[..., Ran]) -> None:
    """
    A quota that is gone ends with exit code 4 and its reason.
    """
    with ComtradeService() as server:
        server.always = error(403, QUOTA)
        ran = verify_live(CLAIMS, {"comtrade": server.url})

    assert (ran.code, ran.verdict("holds")) == (4, ("unresolved", "source-unavailable"))
    assert "comtrade" in ran.finding("holds")["explanation"]


def test_facts_of_the_service() -> None:
    """
    The service is asked no faster than its free key allows, and its figures support.
    """
    assert (SERVICE.allowance.spacing, SERVICE.allowance.per_day, SERVICE.by_default) == (2.0, 500, True)
    assert (ComtradeService().figures, ComtradeService().released) == (FIGURES, RELEASED)
