"""Comex Stat of Brazil, as its service speaks."""

from __future__ import annotations

import json
import shutil
import ssl
import subprocess
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any, ClassVar, Self

import pytest

from factcheck.observations import Answer, Failure, SeriesQuery
from factcheck.periods import Period
from factcheck.places import countries
from factcheck.resolvers.live.access import Access
from factcheck.resolvers.live.comexstat import SERVICE, ComexStat
from factcheck.resolvers.live.comexstat.codes import OTHERS, codes, country_of
from tests.resolvers.live.conftest import Ran
from tests.resolvers.live.faults import BAD, COMMON, JSON_ONLY, RIGHT, Fault, Trouble, status
from tests.resolvers.live.server import Asked, FakeService, Handler, Response, changed, json_response, text_response
from tests.resolvers.live.suite import NOW, LiveSuite, periods

#: Names of some countries as the service has them in Portuguese; the others are called by their codes here.
NAMES = {
    "023": "Alemanha", "025": "Alemanha Oriental", "063": "Argentina", "119": "Butão", "151": "Canárias, Ilhas",
    "160": "China", "245": "Espanha", "249": "Estados Unidos", "396": "Johnston, Ilhas", "676": "Rússia",
    "873": "Wake, Ilha", "994": "A Designar",
}  # fmt: skip
FILTERS = {"country", "chapter", "heading", "subHeading", "state", "ncm"}
METRICS = {"metricFOB", "metricKG", "metricFreight", "metricInsurance", "metricCIF"}
ENVELOPE = {"success": True, "message": None, "processo_info": None, "language": "pt"}
TOO_FAST = "Você excedeu o limite de solicitações. Por favor, tente novamente em 10 segundos."
#: Invented: (flow, code of the country, heading, year) -> the first month's dollars; each month has one million more.
FIGURES = {
    ("export", "160", "", 2023): 8_000_000_000,
    ("export", "160", "", 2024): 7_500_000_000,
    ("export", "160", "", 2026): 7_000_000_000,
    ("import", "160", "", 2024): 5_000_000_000,
    ("export", "119", "", 2023): 100_000,
    ("export", "119", "", 2024): 200_000,
    ("export", "249", "", 2024): 3_000_000_000,
    ("export", "396", "", 2024): 1_000,
    ("export", "873", "", 2024): 20,
    ("export", "245", "", 2024): 700_000_000,
    ("export", "994", "", 2024): 4_000_000,
    ("export", "160", "1201", 2024): 2_500_000_000,
    ("export", "160", "120190", 2024): 2_400_000_000,
    ("import", "119", "87", 2024): 55_000,
}
STEP = 1_000_000


class ComexStatService(FakeService):
    """
    Speaks as the real one, its traps among it.

    A country that is no text of three digits and a span of two calendar years have an empty list and "success"; the
    names of filters and metrics that it does not know are refused with 400; a country may have several codes; figures
    are text.

    Attributes:
        newest: the newest month, as in 2026-09.
        updated: the day of the release.
        limited: whether it has had enough, and says so in Portuguese.
        names: of the countries in rows, where they differ from the list.
    """

    def __init__(self) -> None:
        super().__init__()
        self.newest, self.updated = "2026-10", "2026-11-05"
        self.limited = False
        self.names: dict[str, str] = {}

    def respond(self, asked: Asked) -> Response:
        if self.limited:
            return json_response({"error": {"code": 429, "message": TOO_FAST}}, 429)
        if (asked.method, asked.path) == ("GET", "/general/dates/updated"):
            year, month = self.newest.split("-")
            return json_response({"data": {"updated": self.updated, "year": year, "monthNumber": month}, **ENVELOPE})
        if (asked.method, asked.path) == ("GET", "/tables/countries"):
            known = sorted({*country_of(), *OTHERS})
            listed = [{"id": code, "text": NAMES.get(code, f"País {code}")} for code in known]
            return json_response({"data": {"list": listed}})
        if (asked.method, asked.path) != ("POST", "/general") or "language" not in asked.query:
            return text_response("<html>Just a moment...</html>", "text/html", 403)
        return self._general(json.loads(asked.body))

    def _general(self, wanted: dict[str, Any]) -> Response:
        filters = {each["filter"]: each["values"] for each in wanted["filters"]}
        for name in filters:
            if name not in FILTERS:
                return json_response({**ENVELOPE, "success": False, "message": "Filtro inválido", "data": None}, 400)
        for name in wanted["metrics"]:
            if name not in METRICS or (name == "metricCIF" and wanted["flow"] != "import"):
                text = f"Métrica inválida ({name})"
                return json_response({**ENVELOPE, "success": False, "message": text, "data": None}, 400)
        return json_response({"data": {"list": self._list(wanted, filters)}, **ENVELOPE})

    def _list(self, wanted: dict[str, Any], filters: dict[str, list[Any]]) -> list[dict[str, str]]:
        first, last = wanted["period"]["from"], wanted["period"]["to"]
        if first[:4] != last[:4] or any(not isinstance(code, str) for code in filters.get("country", [])):
            return []
        year = int(first[:4])
        newest = 12 if f"{year}-12" <= self.newest else int(self.newest[5:]) if str(year) == self.newest[:4] else 0
        months = range(int(first[5:]), min(int(last[5:]), newest) + 1)
        heading = next((filters[name][0] for name in ("chapter", "heading", "subHeading") if name in filters), "")
        found: dict[tuple[str, str], int] = {}
        for (flow, code, goods, of_year), start in FIGURES.items():
            if (flow, goods, of_year) != (wanted["flow"], heading, year) or code not in filters.get("country", [code]):
                continue
            for month in months:
                key = (code if "country" in wanted["details"] else "", f"{month:02}" if wanted["monthDetail"] else "")
                found[key] = found.get(key, 0) + start + (month - 1) * STEP
        return [self._line(str(year), *key, value, wanted["metrics"]) for key, value in found.items()]

    def _line(self, year: str, code: str, month: str, value: int, metrics: list[str]) -> dict[str, str]:
        name = self.names.get(code, NAMES.get(code, f"País {code}"))
        amounts = {"metricFOB": str(value), "metricCIF": str(value * 11 // 10), "metricKG": "41067033"}
        return {
            "year": year,
            **({"monthNumber": month} if month else {}),
            **({"country": name} if code else {}),
            **{metric: amounts[metric] for metric in metrics},
        }

    def bodies(self) -> list[dict[str, Any]]:
        """The bodies of the requests for figures."""
        return [json.loads(asked.body) for asked in self.asked if asked.method == "POST"]


def at(path: str, change: Callable[[bytes], bytes]) -> Fault:
    """The replies of one path changed."""

    def fault(handler: Handler, asked: Asked, response: Response) -> Response:
        return changed(response, change(response.body)) if asked.path == path else response

    return fault


def replaced(old: str, new: str, path: str = "/general", ends_in: frozenset[Failure] = BAD) -> Trouble:
    """A reply with other words in it."""
    fault = at(path, lambda right: right.replace(old.encode(), new.encode()))
    return Trouble(f"{old} is {new}", fault, 0, ends_in)


def edited(name: str, change: Callable[[Any], Any], path: str = "/general") -> Trouble:
    """A reply changed as JSON."""
    return Trouble(name, at(path, lambda right: json.dumps(change(json.loads(right))).encode()), 0, BAD)


def with_rows(change: Callable[[list[Any]], list[Any]]) -> Callable[[Any], Any]:
    """A change of the rows of a reply."""
    return lambda found: {**found, "data": {"list": change(found["data"]["list"])}}


def posted(fault: Fault) -> Fault:
    """The fault, for requests for figures only."""
    return lambda handler, asked, response: fault(handler, asked, response) if asked.method == "POST" else response


DATES, LIST = "/general/dates/updated", "/tables/countries"
REFUSED = {**ENVELOPE, "success": False, "message": "Filtro inválido", "data": None}
ENOUGH = {"error": {"code": 429, "message": TOO_FAST}}


class TestComexStat(LiveSuite):
    """The contract, the faults of any service, and those of this one."""

    service: ClassVar[type[FakeService]] = ComexStatService
    resolver = ComexStat
    question = SeriesQuery("BRA", "CHN", periods=periods("2024-06"))
    at, value = Period.parse("2024-06"), Decimal(7_505_000_000)
    known = (question, SeriesQuery("BRA", "WLD", periods=periods("2024")), SeriesQuery("BRA", "CHN", "hs:1201"))
    unknown = (
        SeriesQuery("BRA", "BTN", periods=periods("2022")),
        SeriesQuery("BRA", "CHN", "hs:8703", periods=periods("2024")),
        SeriesQuery("CHN", "BRA", periods=periods("2024")),
        SeriesQuery("BRA", "CHN", periods=periods("2024-Q1")),
    )
    troubles = (*COMMON, *JSON_ONLY)
    own_troubles = (
        replaced('"metricFOB": "7505000000"', '"metricFOB": ""'),
        replaced('"metricFOB": "7505000000"', '"metricFOB": null'),
        replaced('"metricFOB": "7505000000"', '"metricFOB": "7.505.000.000"'),
        replaced('"metricFOB": "7505000000"', '"metricFOB": "-7505000000"'),
        replaced('"metricFOB": "7505000000"', '"metricFOB": "n/d"'),
        replaced('"metricFOB"', '"fob"'),
        replaced('"metricCIF"', '"cif"', ends_in=RIGHT),
        replaced('"metricCIF": "', '"metricCIF": "?'),
        replaced('"country": "China"', '"country": "Rússia"'),
        replaced('"country": "China"', '"country": "Republic of China"'),
        replaced('"country": "China"', '"country": 160'),
        replaced('"country": "China"', '"state": "São Paulo"'),
        replaced('"year": "2024"', '"year": "2023"'),
        replaced('"year": "2024"', '"ano": "2024"'),
        replaced('"monthNumber": "06"', '"monthNumber": "07"'),
        replaced('"monthNumber": "06"', '"monthNumber": "13"'),
        replaced('"monthNumber": "06"', '"monthNumber": "junho"'),
        replaced('"monthNumber": "06", ', ""),
        replaced('"success": true', '"success": "yes"'),
        replaced('"list"', '"rows"'),
        replaced('"data": {"list"', '"data": [1], "other": {"list"'),
        edited("a row twice", with_rows(lambda rows: rows * 2)),
        edited("a row that is none", with_rows(lambda rows: [*rows, "China"])),
        edited("rows under names", lambda found: {**found, "data": {"list": {"0": found["data"]["list"]}}}),
        replaced('"text": "China"', '"text": "Catai"', LIST),
        replaced('"id": "160"', '"id": 160', LIST),
        replaced('"id": "160"', '"id": "16"', LIST),
        replaced('"id": "161"', '"id": "160"', LIST),
        replaced('"text"', '"name"', LIST),
        edited("half a list of countries", with_rows(lambda rows: rows[:50]), LIST),
        edited("no China", with_rows(lambda rows: [row for row in rows if row["id"] != "160"]), LIST),
        edited("two countries called China",
               with_rows(lambda rows: [{**row, "text": "China"} if row["id"] == "676" else row for row in rows]), LIST),
        replaced('"monthNumber": "10"', '"monthNumber": "outubro"', DATES),
        replaced('"updated": "2026-11-05"', '"updated": "2026-10-05"', DATES),
        replaced('"updated": "2026-11-05"', '"updated": "05/11/2026"', DATES),
        replaced('"year": "2026"', '"year": 26', DATES),
        edited("an empty success", with_rows(lambda rows: []))._replace(ends_in=frozenset({Failure.NO_DATA})),
        Trouble("a refusal", posted(lambda *_: json_response(REFUSED, 400)), 0, frozenset({Failure.BAD_REQUEST})),
        Trouble("a refusal under 200", posted(lambda *_: json_response(REFUSED)), 0, frozenset({Failure.BAD_REQUEST})),
        Trouble("a refusal of the first", lambda *_: json_response(REFUSED), 0, frozenset({Failure.BAD_REQUEST})),
        Trouble("enough, under 200", posted(lambda *_: json_response(ENOUGH)), 0, frozenset({Failure.RATE_LIMITED})),
        Trouble("a guard against robots", posted(status(403, b"<html>Just a moment...</html>", "text/html")), 0,
                frozenset({Failure.UNAVAILABLE})),
        Trouble("503 to a POST", posted(status(503)), 0, frozenset({Failure.UNAVAILABLE})),
    )  # fmt: skip

    @property
    def comexstat(self) -> ComexStatService:
        """The service with its own switches."""
        assert isinstance(self.server, ComexStatService)
        return self.server

    def cells(self, answer: Answer) -> dict[tuple[str, str, str], Decimal]:
        """What an answer has, by flow, period and valuation."""
        return {(row.flow, str(row.period), row.valuation): row.value for row in answer.observations}

    def test_a_country_is_asked_for_by_its_code_as_text(self) -> None:
        """
        Trap 1: numbers have an empty list; codes are three digits of text, also with zeros in front.
        """
        self.answer(SeriesQuery("BRA", "DEU", periods=periods("2024-06")))

        assert [body["filters"] for body in self.comexstat.bodies()] == [
            [{"filter": "country", "values": ["023", "025"]}]
        ] * 2

    def test_no_request_spans_two_calendar_years(self) -> None:
        """
        Trap 2: a span of two years has an empty list, so that November to February are two requests a flow.
        """
        answer = self.answer(SeriesQuery("BRA", "CHN", periods=periods("2023-11", "2023-12", "2024-01", "2024-02")))

        assert [(body["period"]["from"], body["period"]["to"]) for body in self.comexstat.bodies()[::2]] == [
            ("2023-11", "2023-12"),
            ("2024-01", "2024-02"),
        ]
        assert len([row for row in answer.observations if row.flow == "exports"]) == 4

    def test_a_limit_in_portuguese_is_told_and_nothing_is_asked_again(self) -> None:
        """
        Trap 3: a POST that came too soon is rate limited, tried once, and the service is left alone for the run.
        """
        self.server.always = posted(lambda *_: json_response(ENOUGH, 429))
        queries = [SeriesQuery("BRA", "CHN", each, periods("2024-06")) for each in ("", "hs:1201")]

        answers = list(self.make_resolver().resolve(queries))

        assert {answer.failure for answer in answers} == {Failure.RATE_LIMITED}
        assert len(self.comexstat.bodies()) == 1

    def test_a_refusal_is_told_in_its_own_words(self) -> None:
        """
        Trap 4: 400 with a message for names that the service does not know.
        """
        self.server.always = posted(lambda *_: json_response(REFUSED, 400))

        assert (self.answer().failure, self.answer().detail) == (
            Failure.BAD_REQUEST,
            "the service says: Filtro inválido",
        )

    def test_several_codes_of_one_country_are_added_up_and_told(self) -> None:
        """
        Trap 5: the United States are three codes; what was added up stands in the note.
        """
        (row,) = self.answer(SeriesQuery("BRA", "USA", periods=periods("2024-01"))).observations

        assert (row.value, row.citation.note) == (
            Decimal(3_000_001_020),
            "sum of the service's Estados Unidos 3000000000, Johnston, Ilhas 1000, Wake, Ilha 20",
        )

    def test_a_code_without_trade_is_absent(self) -> None:
        """
        Spain with the Canary Islands: those had no trade, and the sum is what there is.
        """
        (row,) = self.answer(SeriesQuery("BRA", "ESP", periods=periods("2024-01"))).observations

        assert (row.value, row.citation.note) == (Decimal(700_000_000), "")

    def test_the_note_says_what_to_do_about_its_certificate(self) -> None:
        """
        Trap 6: the intermediate certificate is missing: a bundle helps, and nothing is switched off.
        """
        assert "REQUESTS_CA_BUNDLE" in SERVICE.ca_note

    def test_a_year_is_the_services_own_sum_and_months_are_rows(self) -> None:
        """
        A whole year is asked for without months, months with them.
        """
        answer = self.answer(SeriesQuery("BRA", "CHN", periods=periods("2024", "2024-03")))

        assert self.cells(answer) == {
            ("exports", "2024", ""): Decimal(90_066_000_000),
            ("exports", "2024-03", ""): Decimal(7_502_000_000),
            ("imports", "2024", ""): Decimal(60_066_000_000),
            ("imports", "2024", "CIF"): Decimal(66_072_600_000),
            ("imports", "2024-03", ""): Decimal(5_002_000_000),
            ("imports", "2024-03", "CIF"): Decimal(5_502_200_000),
        }
        assert [(body["flow"], body["monthDetail"]) for body in self.comexstat.bodies()] == [
            ("export", False), ("export", True), ("import", False), ("import", True),
        ]  # fmt: skip

    def test_the_world_is_asked_for_without_countries(self) -> None:
        """
        The total of all countries is the service's own, stores of ships and undesignated trade among it.
        """
        answer = self.answer(SeriesQuery("BRA", "WLD", periods=periods("2024-01")))

        exports = 7_500_000_000 + 200_000 + 3_000_000_000 + 1_000 + 20 + 700_000_000 + 4_000_000
        assert self.cells(answer)["exports", "2024-01", ""] == Decimal(exports)
        assert [(body["details"], body["filters"]) for body in self.comexstat.bodies()] == [([], [])] * 2
        assert [asked.path for asked in self.server.asked] == [DATES, "/general", "/general"]

    def test_every_partner_is_one_request_and_the_world_another(self) -> None:
        """
        For a rank all countries are there, and what is none is left out.
        """
        answer = self.answer(SeriesQuery("BRA", None, periods=periods("2024")))

        exports = {row.partner for row in answer.observations if row.flow == "exports"}
        assert (exports, answer.complete) == ({"CHN", "BTN", "USA", "ESP", "WLD"}, True)
        assert len(self.comexstat.bodies()) == 4

    def test_partners_of_one_commodity_go_out_together(self) -> None:
        """
        Three partners are one request a flow, each with its own rows.
        """
        queries = [SeriesQuery("BRA", partner, periods=periods("2024-01")) for partner in ("CHN", "USA", "RUS")]

        answers = list(self.make_resolver().resolve(queries))

        assert [answer.failure for answer in answers] == [None, None, Failure.NO_DATA]
        assert len(self.comexstat.bodies()) == 2

    @pytest.mark.parametrize(
        ("commodity", "name", "value"),
        [("hs:1201", "heading", 2_500_000_000), ("hs:120190", "subHeading", 2_400_000_000)],
    )
    def test_headings_have_filters_of_their_own(self, commodity: str, name: str, value: int) -> None:
        """
        Four digits are a heading, six a subheading, with zeros in front, as text.
        """
        (row,) = self.answer(SeriesQuery("BRA", "CHN", commodity, periods("2024-01"))).observations

        assert (row.commodity, row.value) == (commodity, Decimal(value))
        assert self.comexstat.bodies()[0]["filters"][1] == {"filter": name, "values": [commodity[3:]]}

    def test_figures_count_from_the_day_of_the_release(self) -> None:
        """
        All months are as of the newest release: exports and imports have the same day and can be added.
        """
        rows = self.answer(SeriesQuery("BRA", "CHN", periods=periods("2024", "2024-06"))).observations

        assert {str(row.published) for row in rows} == {"2026-11-05"}

    def test_months_after_the_newest_are_not_asked_for(self) -> None:
        """
        September 2026 is over and out; with August the newest, nothing is asked for it nor for a year that runs.
        """
        self.comexstat.newest, self.comexstat.updated = "2026-08", "2026-09-04"

        answer = self.answer(SeriesQuery("BRA", "CHN", periods=periods("2026-08", "2026-09", "2026")))

        assert {str(row.period) for row in answer.observations} == {"2026-08"}
        assert {body["period"]["to"] for body in self.comexstat.bodies()} == {"2026-08"}

    def test_a_whole_series_is_three_years_and_says_that_it_is_not_all(self) -> None:
        """
        Each request costs twenty seconds: records are looked at over three years, and not said to be complete.
        """
        answer = self.answer(SeriesQuery("BRA", "CHN"))

        assert (answer.failure, answer.complete, len(self.comexstat.bodies())) == (None, False, 14)
        assert {body["period"]["from"][:4] for body in self.comexstat.bodies()} == {"2023", "2024", "2025", "2026"}

    def test_too_many_years_are_refused(self) -> None:
        """
        Twenty years would take fourteen minutes.
        """
        query = SeriesQuery("BRA", "CHN", periods=frozenset(Period.of_year(year) for year in range(2000, 2020)))

        assert self.answer(query).failure is Failure.TOO_BIG

    @pytest.mark.parametrize("text", ["2027", "2026-11", "1990", "2024-Q1"])
    def test_what_cannot_be_there_is_not_asked_for(self, text: str) -> None:
        """
        Periods that are not over, older than the service's table, or neither months nor years.
        """
        answer = self.answer(SeriesQuery("BRA", "CHN", periods=periods(text)))

        assert (answer.failure, self.server.asked) == (Failure.NO_DATA, [])

    def test_names_are_held_against_the_list_in_the_same_language(self) -> None:
        """
        A name in another language is not guessed at.
        """
        self.comexstat.names = {"160": "People's Republic of China"}

        assert self.answer().failure is Failure.BAD_PAYLOAD

    def test_every_code_belongs_to_one_country_that_is_known(self) -> None:
        """
        281 codes, as the service lists: each a country's or none's.
        """
        assert set(codes()) <= countries()
        assert (len(country_of()) + len(OTHERS), set(country_of()) & OTHERS) == (281, set())
        assert sum(map(len, codes().values())) == len(country_of())

    @pytest.mark.parametrize(
        "query",
        [
            SeriesQuery("CHN", "BRA"),
            SeriesQuery("BRA", "BRA"),
            SeriesQuery("BRA", "EU"),
            SeriesQuery("BRA", "XKX"),
            SeriesQuery("BRA", "CHN", "soy"),
        ],
    )
    def test_what_it_cannot_be_asked(self, query: SeriesQuery) -> None:
        """
        Only Brazil reports; blocs and places without a code are no partners, a word is no heading.
        """
        assert not self.resolver(self.access()).covers(query)


CLAIMS = """\
about: {reporter: Brazil, partner: Bhutan, flow: exports, currency: USD}
claims:
  - {quote: "exports of $68.4 million", id: holds, level: 2024}
  - {quote: "exports of $9 million", id: misses, level: 2023}
  - {quote: "rose 1.8 percent", id: growth, change: 2024}
  - {quote: "exports of $2.2 million", id: month, level: 2024-03}
  - {quote: "exports of $12.6 million", id: quarter, level: 2024-Q2}
  - {quote: "exports of $3 million", id: open, level: 2022}
"""
CHINA = """\
about: {reporter: Brazil, partner: China, currency: USD, source: secex}
claims:
  - {quote: "trade of $150.1 billion", id: total, level: 2024, flow: total}
  - {quote: "a surplus of $30 billion", id: surplus, level: 2024, flow: balance}
"""


def test_level_and_growth_through_the_whole_command(verify_live: Callable[..., Ran]) -> None:
    """
    Levels of years, months and a quarter, and a growth, of a pair that the snapshot does not have.
    """
    with ComexStatService() as server:
        ran = verify_live(CLAIMS, {"comexstat": server.url})

    assert [ran.verdict(each) for each in ("holds", "misses", "growth", "month", "quarter", "open")] == [
        ("match", "within"),
        ("discrepancy", "wrong-level"),
        ("match", "recomputed"),
        ("match", "within"),
        ("match", "within"),
        ("unresolved", "no-observation"),
    ]
    assert ran.code == 1


def test_total_and_balance_are_derived_from_one_release(verify_live: Callable[..., Ran]) -> None:
    """
    Exports and imports of the same day add up to the total, and their difference is the balance.
    """
    with ComexStatService() as server:
        ran = verify_live(CHINA, {"comexstat": server.url})

    assert {ran.verdict(each)[0] for each in ("total", "surplus")} == {"match"}


def test_a_service_that_is_down_leaves_claims_unresolved(verify_live: Callable[..., Ran]) -> None:
    """
    A service that fails ends with exit code 4 and its reason.
    """
    with ComexStatService() as server:
        server.always = status(500)
        ran = verify_live(CLAIMS, {"comexstat": server.url})

    assert (ran.code, ran.verdict("month")) == (4, ("unresolved", "source-unavailable"))
    assert "comexstat" in ran.finding("month")["explanation"]


OPENSSL = shutil.which("openssl")


class WithoutIntermediate(ComexStatService):
    """
    Over https, sending its own certificate and not the intermediate one between it and the root.

    Args:
        folder: where the certificates are.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def __enter__(self) -> Self:
        super().__enter__()
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self._folder / "leaf.pem", self._folder / "leaf.key")
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        return self

    @property
    def url(self) -> str:
        """The base URL."""
        return super().url.replace("http:", "https:")


@pytest.fixture
def certificates(tmp_path: Path) -> Path:
    """A folder with root.pem, middle.pem and leaf.pem, each signed by the one before."""
    new = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj"]
    (tmp_path / "ca").write_text("basicConstraints=critical,CA:TRUE", encoding="utf-8")
    (tmp_path / "end").write_text("subjectAltName=IP:127.0.0.1", encoding="utf-8")
    _openssl(tmp_path, "req", "-x509", *new, "/CN=root", "-keyout", "root.key", "-out", "root.pem")
    for name, signer, extensions in (("middle", "root", "ca"), ("leaf", "middle", "end")):
        _openssl(tmp_path, "req", *new, f"/CN={name}", "-keyout", f"{name}.key", "-out", f"{name}.csr")
        signed = ["-CA", f"{signer}.pem", "-CAkey", f"{signer}.key", "-CAcreateserial", "-extfile", extensions]
        _openssl(tmp_path, "x509", "-req", "-in", f"{name}.csr", *signed, "-days", "2", "-out", f"{name}.pem")
    (tmp_path / "whole.pem").write_text(
        (tmp_path / "root.pem").read_text(encoding="ascii") + (tmp_path / "middle.pem").read_text(encoding="ascii"),
        encoding="ascii",
    )
    return tmp_path


def _openssl(folder: Path, *words: str) -> None:
    subprocess.run([str(OPENSSL), *words], check=True, capture_output=True, cwd=folder)


@pytest.mark.skipif(OPENSSL is None, reason="no openssl to make certificates with")
@pytest.mark.parametrize(
    ("bundle", "failure"), [("root.pem", Failure.UNAVAILABLE), ("whole.pem", None)], ids=["the root alone", "both"]
)
def test_an_incomplete_chain_is_refused_unless_a_bundle_completes_it(
    certificates: Path, monkeypatch: pytest.MonkeyPatch, bundle: str, failure: Failure | None
) -> None:
    """
    Trap 6: without the intermediate certificate there is a reason; with it in the bundle there are figures.
    """
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificates / bundle))
    with WithoutIntermediate(certificates) as server:
        access = Access(base_url=server.url, now=lambda: NOW, deadline=3.0, sleep=lambda _: None)
        (answer,) = ComexStat(access).resolve([TestComexStat.question])

    assert answer.failure is failure
    assert failure is None or "certificate" in answer.detail
