"""Overseas Trade Statistics of HM Revenue and Customs, as uktradeinfo speaks."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal

import pytest

from factcheck.observations import Failure, SeriesQuery
from factcheck.periods import Period
from factcheck.resolvers.live.hmrc.resolver import Hmrc
from tests.resolvers.live.conftest import Ran
from tests.resolvers.live.faults import BAD, DOWN, RIGHT, Trouble, body, status
from tests.resolvers.live.hmrc_service import HmrcService
from tests.resolvers.live.server import Asked, Fault, Handler, Response
from tests.resolvers.live.suite import LiveSuite, amount, periods


def replaced(old: str, new: str) -> Trouble:
    """The reply with other words in it."""
    return Trouble(f"{old} is {new!r}", body(lambda right: right.replace(old.encode(), new.encode())), 0, BAD)


def on_sums(name: str, change: Callable[[list[dict[str, object]]], object]) -> Trouble:
    """The rows of sums changed; the other replies are right."""

    def make(right: bytes) -> bytes:
        reply = json.loads(right)
        if reply["value"] and "v" in reply["value"][0]:
            change(reply["value"])
            reply.pop("@odata.count", None)
        return json.dumps(reply).encode()

    return Trouble(name, body(make), 0, BAD)


def fails_on(words: str, fault: Fault) -> Fault:
    """A fault of the requests with these words in their address only."""

    def of(handler: Handler, asked: Asked, response: Response) -> Response | None:
        return fault(handler, asked, response) if words in asked.query.get("$apply", "") else response

    return of


class TestHmrc(LiveSuite):
    """The contract, the faults of any service, and those of this one."""

    service, resolver = HmrcService, Hmrc
    question = SeriesQuery("GBR", "BTN", periods=periods("2025-H1", "2025-06"))
    unit = "GBP"
    at, value = Period.parse("2025-H1"), Decimal("2100305.25")
    known = (question, SeriesQuery("GBR", "WLD", periods=periods("2025-06")), SeriesQuery("GBR", "SRB"))
    unknown = (SeriesQuery("GBR", "BTN", periods=periods("2019")), SeriesQuery("GBR", "JPN"), SeriesQuery("JPN", "GBR"))
    own_troubles = (
        replaced('"v"', '"Value"'),
        replaced('"FlowTypeId": 4', '"FlowTypeId": 5'),
        replaced('"FlowTypeId": 4', '"FlowTypeId": "4"'),
        on_sums("another country", lambda rows: rows[0].update(CountryId=720)),
        on_sums("a country as text", lambda rows: rows[0].update(CountryId="675")),
        replaced('"MonthId": 202506', '"MonthId": 202507'),
        replaced('"MonthId": 202506', '"MonthId": 202513'),
        replaced('"m": 202509', '"m": null'),
        replaced('"m": 202509', '"m": 202612'),
        replaced('"m": 202509', '"m": "202509"'),
        replaced('"Bhutan"', '"Nepal"'),
        replaced('"CountryCodeAlpha"', '"CountryCode"'),
        replaced('"value"', '"values"'),
        replaced('"@odata.count": 2', '"@odata.count": 3'),
        replaced('"@odata.count": 2', '"@odata.count": "2"'),
        on_sums("text in place of a sum", lambda rows: rows[0].update(v="600050.25")),
        on_sums("a sum below zero", lambda rows: rows[0].update(v=-1.0)),
        on_sums("a sum of true", lambda rows: rows[0].update(v=True)),
        on_sums("a sum twice", lambda rows: rows.append(dict(rows[0]))),
        on_sums("a revised sum beside the old one", lambda rows: rows.append({**rows[0], "v": 1.0})),
        Trouble("403 once", status(403, b"Ip Forbidden", "text/html"), 1, RIGHT),
        Trouble("403 thrice", status(403, b"Ip Forbidden", "text/html"), 3, RIGHT),
        Trouble("403 for ever", status(403, b"Ip Forbidden", "text/html"), 0, DOWN),
        Trouble("404", status(404, b"not here"), 0, frozenset({Failure.BAD_REQUEST})),
        Trouble(
            "an error in its envelope",
            status(400, b'{"error":{"code":"","message":"no such property"}}', "application/json"),
            0,
            frozenset({Failure.BAD_REQUEST}),
        ),
        Trouble(
            "an error under status 200",
            status(200, b'{"error":{"code":"","message":"out of memory"}}', "application/json"),
            0,
            frozenset({Failure.BAD_REQUEST}),
        ),
    )

    def flows(self, query: SeriesQuery) -> dict[tuple[str, str], Decimal]:
        """The figures of an answer by flow and period."""
        return {(row.flow, str(row.period)): amount(row) for row in self.answer(query).observations}

    def test_months_in_one_request_and_sums_made_by_the_service(self) -> None:
        """
        The newest month, the countries, all months at once, and a request for each longer period.
        """
        wanted = periods("2025-05", "2025-06", "2025-H1")

        list(self.make_resolver().resolve([SeriesQuery("GBR", place, periods=wanted) for place in ("BTN", "CHN")]))

        chosen = "(CountryId eq 675 or CountryId eq 720)"
        value = "aggregate(Value with sum as v)"
        assert [asked.query.get("$apply", asked.path) for asked in self.server.asked] == [
            "aggregate(MonthId with max as m)",
            "/Country",
            f"filter(MonthId ge 202505 and MonthId le 202506 and {chosen})"
            f"/groupby((FlowTypeId,MonthId,CountryId),{value})",
            f"filter(MonthId ge 202501 and MonthId le 202506 and {chosen})/groupby((FlowTypeId,CountryId),{value})",
        ]

    def test_one_country_is_asked_for_as_the_service_documents_it(self) -> None:
        """
        A single country needs no column of countries.
        """
        self.answer(SeriesQuery("GBR", "BTN", periods=periods("2025-06")))

        assert self.server.asked[-1].query["$apply"] == (
            "filter(MonthId ge 202506 and MonthId le 202506 and CountryId eq 675)"
            "/groupby((FlowTypeId,MonthId),aggregate(Value with sum as v))"
        )

    @pytest.mark.parametrize("changed", ['"v"', '"CountryId": 98, "v"'])
    def test_rows_of_two_countries_say_which(self, changed: str) -> None:
        """
        Where two countries were asked for, a row of neither, or of none, is no figure.
        """
        self.server.always = replaced('"CountryId": 675, "v"', changed).fault
        wanted = [SeriesQuery("GBR", place, periods=periods("2025-06")) for place in ("BTN", "CHN")]

        answers = list(self.make_resolver().resolve(wanted))

        assert [answer.failure for answer in answers] == [Failure.BAD_PAYLOAD] * 2

    def test_lines_without_a_commodity_stay_in_totals(self) -> None:
        """
        Trade below the threshold has no commodity and counts.
        """
        assert self.flows(SeriesQuery("GBR", "BTN", periods=periods("2025-06"))) == {
            ("exports", "2025-06"): Decimal("600051.5"),
            ("imports", "2025-06"): 20000,
        }

    def test_the_world_is_both_halves_of_the_same_month(self) -> None:
        """
        Imports are flow types 1 and 3, exports 2 and 4.
        """
        rows = self.answer(SeriesQuery("GBR", "WLD", periods=periods("2025-06"))).observations

        assert {row.flow: amount(row) for row in rows} == {
            "imports": Decimal(8000020000),
            "exports": Decimal("1500601058.5"),
        }
        assert {row.citation.note for row in rows} == {
            "EU and non-EU trade together: flow types 1 and 3 are imports, 2 and 4 exports"
        }

    def test_the_european_union_is_one_half(self) -> None:
        """
        Trade with the EU is flow types 1 and 2.
        """
        assert self.flows(SeriesQuery("GBR", "EU", periods=periods("2025-06"))) == {
            ("imports", "2025-06"): 2000000000,
            ("exports", "2025-06"): 1500000000,
        }

    @pytest.mark.parametrize("flow_type", [1, 2, 3, 4])
    def test_half_a_world_is_no_total(self, flow_type: int) -> None:
        """
        A world in which one flow type is missing gives no figure.
        """
        missing = on_sums("", lambda rows: rows.remove(next(row for row in rows if row["FlowTypeId"] == flow_type)))
        self.server.always = missing.fault

        assert self.answer(SeriesQuery("GBR", "WLD", periods=periods("2025-06"))).failure is Failure.BAD_PAYLOAD

    def test_a_country_that_joined_within_a_period(self) -> None:
        """
        The year of a country that changed from one flow type to the other is the sum of both.
        """
        assert self.flows(SeriesQuery("GBR", "HRV", periods=periods("2023"))) == {("imports", "2023"): 7}

    def test_a_year_that_is_not_all_out_is_no_year(self) -> None:
        """
        A sum over months of which some are yet to come out is not asked for: nine months are no year.
        """
        self.now = self.now.replace(year=2027)

        answer = self.answer(SeriesQuery("GBR", "SRB", periods=periods("2024", "2025", "2025-Q3", "2025-Q4")))

        assert [(str(row.period), amount(row)) for row in answer.observations] == [("2024", 12000), ("2025-Q3", 3000)]

    def test_a_sum_that_is_missing_is_no_zero(self) -> None:
        """
        Null is no figure; the other flow stays.
        """
        self.server.always = on_sums("", lambda rows: rows[0].update(v=None)).fault

        assert self.flows(SeriesQuery("GBR", "BTN", periods=periods("2025-06"))) == {("imports", "2025-06"): 20000}

    def test_letters_that_are_not_those_of_the_standard(self) -> None:
        """
        Serbia is XS there.
        """
        assert self.flows(SeriesQuery("GBR", "SRB", periods=periods("2025-06"))) == {("exports", "2025-06"): 1000}

    def test_letters_of_two_countries(self) -> None:
        """
        Where letters stand twice in the list the name decides, and where it does not, nothing does.
        """
        self.server.countries.append((4, "BT", "Bhutan of old"))  # type: ignore[attr-defined]
        assert self.found(self.answer()) == [self.value]

        self.server.countries.append((5, "BT", "Bhutan"))  # type: ignore[attr-defined]
        assert self.answer().failure is Failure.BAD_PAYLOAD

    def test_pages_are_followed(self) -> None:
        """
        All pages are fetched by the service's own links.
        """
        self.server.cap = 1  # type: ignore[attr-defined]
        self.server.countries = [(675, "BT", "Bhutan")]  # type: ignore[attr-defined]

        assert self.flows(SeriesQuery("GBR", "BTN", periods=periods("2025-06", "2025-01"))) == {
            ("exports", "2025-01"): Decimal("100050.25"),
            ("exports", "2025-06"): Decimal("600051.5"),
            ("imports", "2025-01"): 20000,
            ("imports", "2025-06"): 20000,
        }

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("counted", 1000),
            ("stuck", True),
            ("link", "https://elsewhere.example/OTS?$skip=1"),
            ("overlap", 1),
        ],
    )
    def test_pages_that_lead_astray(self, name: str, value: object) -> None:
        """
        A count that is not met, links in circles or to another host, pages that overlap: no figure.
        """
        self.server.cap = 4  # type: ignore[attr-defined]
        setattr(self.server, name, value)
        wanted = periods(*(f"2025-{month:02}" for month in range(1, 7)))

        answer = self.answer(SeriesQuery("GBR", "BTN", periods=wanted))

        assert (answer.failure, answer.observations) == (Failure.BAD_PAYLOAD, ())

    @pytest.mark.parametrize("size", [30_000, 40_000])
    def test_a_page_that_is_just_full_was_cut(self, size: int) -> None:
        """
        As many rows as a page may have, and no link to a next one, is no answer.
        """
        self.server.countries = [(each, "", "") for each in range(size)]  # type: ignore[attr-defined]

        assert self.answer().failure is Failure.TOO_BIG

    def test_longer_periods_are_bounded(self) -> None:
        """
        No more than sixteen longer periods are asked for; the longest, and of these the newest, go first.
        """
        wanted = periods(*(f"{year}-Q{quarter}" for year in range(2020, 2025) for quarter in (1, 2, 3, 4)), "2024")

        answer = self.answer(SeriesQuery("GBR", "SRB", periods=wanted))

        assert len(self.server.asked) == 2 + 16
        assert ("2024" in {str(row.period) for row in answer.observations}, answer.complete) == (True, False)

    def test_a_longer_period_that_takes_too_long_leaves_the_months(self) -> None:
        """
        A sum over several months that the service does not manage leaves the months, from which it can be added up.
        """
        self.server.always = fails_on("groupby((FlowTypeId),", status(503))
        months = periods(*(f"2025-{month:02}" for month in range(1, 7)))

        answer = self.answer(SeriesQuery("GBR", "BTN", periods=months | periods("2025-H1")))

        assert {row.period for row in answer.observations} == months
        assert not answer.complete

    def test_a_longer_period_alone_that_takes_too_long_is_a_failure(self) -> None:
        """
        With nothing to fall back on the reason is told.
        """
        self.server.always = fails_on("MonthId ge 202501", status(503))

        assert self.answer(SeriesQuery("GBR", "BTN", periods=periods("2025-H1"))).failure is Failure.UNAVAILABLE

    @pytest.mark.parametrize(
        "query",
        [
            SeriesQuery("GBR", None),
            SeriesQuery("GBR", "ARE"),
            SeriesQuery("GBR", "ASEAN"),
            SeriesQuery("GBR", "XGZ"),
            SeriesQuery("GBR", "CHN", "hs:8703"),
            SeriesQuery("CHN", "GBR"),
        ],
    )
    def test_what_it_cannot_be_asked(self, query: SeriesQuery) -> None:
        """
        All partners, the Emirates (three countries there), blocs, places without letters, headings, other reporters.
        """
        assert not self.resolver(self.access()).covers(query)


CLAIMS = """\
about: {reporter: United Kingdom, partner: Bhutan, flow: exports, currency: GBP, source: hmrc}
claims:
  - {quote: "exports of £2.1 million in the first half", id: holds, level: 2025-H1}
  - {quote: "exports of £0.4 million in June", id: misses, level: 2025-06}
  - {quote: "up 20 percent", id: growth, change: 2025-06}
  - {quote: "two-way trade of £0.62 million", id: total, level: 2025-06, flow: total}
  - {quote: "exports of £3 million", id: open, level: 2022}
"""


def test_level_and_growth_through_the_whole_command(verify_live: Callable[..., Ran]) -> None:
    """
    A pair that the snapshot does not have is decided by the service's figures, a total of the same day among them.
    """
    with HmrcService() as server:
        ran = verify_live(CLAIMS, {"hmrc": server.url})

    assert [ran.verdict(each) for each in ("holds", "misses", "growth", "total", "open")] == [
        ("match", "within"),
        ("discrepancy", "wrong-level"),
        ("match", "recomputed"),
        ("match", "within"),
        ("unresolved", "no-observation"),
    ]
    assert ran.code == 1


REAL_CLAIMS = """\
about: {reporter: United Kingdom, partner: World, currency: GBP, source: hmrc}
claims:
  - {quote: "trade of £82.3 billion in September", id: total, level: 2024-09, flow: total}
  - {quote: "exports of £31.6 billion", id: exports, level: 2024-09, flow: exports}
  - {quote: "imports of £49 billion", id: misses, level: 2024-09, flow: imports}
"""


def test_published_figures_through_the_whole_command(verify_live: Callable[..., Ran]) -> None:
    """
    The United Kingdom's trade of a month, both halves added, as HMRC printed it.
    """
    with HmrcService() as server:
        ran = verify_live(REAL_CLAIMS, {"hmrc": server.url})

    assert [ran.verdict(each) for each in ("total", "exports", "misses")] == [
        ("match", "within"),
        ("match", "within"),
        ("discrepancy", "wrong-level"),
    ]
    assert "retrieved" in ran.finding("exports")["explanation"]


def test_a_service_that_is_down_leaves_claims_unresolved(verify_live: Callable[..., Ran]) -> None:
    """
    A service that fails ends with exit code 4 and its reason.
    """
    with HmrcService() as server:
        server.always = status(500)
        ran = verify_live(CLAIMS, {"hmrc": server.url})

    assert (ran.code, ran.verdict("holds")) == (4, ("unresolved", "source-unavailable"))
    assert "hmrc" in ran.finding("holds")["explanation"]
