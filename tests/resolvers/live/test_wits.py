"""TradeStats of the World Integrated Trade Solution, as its service speaks."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from factcheck.observations import Failure, SeriesQuery, Standing
from factcheck.periods import Period
from factcheck.places import countries
from factcheck.resolvers.live.wits import CODES, NOT_HELD, SERVICE, Wits
from tests.resolvers.live.conftest import Ran
from tests.resolvers.live.faults import BAD, COMMON, JSON_ONLY, Trouble, body, status, typed
from tests.resolvers.live.server import Asked, FakeService, Response, json_response, text_response
from tests.resolvers.live.suite import LiveSuite, amount, periods

#: Thousands of dollars. Korea's exports of 2023 are those published; the rest is invented.
SERIES = {
    ("KOR", "WLD", "XPRT-TRD-VL"): {"2022": 683584760.0, "2023": 631804230.615},
    ("CHN", "RUS", "XPRT-TRD-VL"): {"2021": 67565000.25, "2022": 76122000.1},
    ("CHN", "RUS", "MPRT-TRD-VL"): {"2022": 114150000},
    ("BTN", "THA", "XPRT-TRD-VL"): {"2020": 8000, "2021": 10000, "2022": 12400.0},
    ("SER", "ROM", "XPRT-TRD-VL"): {"2022": 1250000.5},
    ("SUD", "ZAR", "XPRT-TRD-VL"): {"2022": 77},
    ("SDN", "ZAR", "XPRT-TRD-VL"): {"2010": 11, "2022": 99},  # the Sudan before its division: never to be asked for
}
PRODUCTS = ["01-05_Animal", "27-27_Fuels", "Total"]
PATH = r"/datasource/tradestats-trade/reporter/(\w+)/year/([0-9;]+)/partner/(\w+)/product/(\w+)/indicator/([A-Z-]+)"
NOT_FOUND = (
    '<?xml version="1.0" encoding="utf-8"?><wits:error xmlns:wits="http://wits.worldbank.org">'
    '<wits:message id="{id}">{words}</wits:message></wits:error>'
)


class WitsService(FakeService):
    """Answers JSON to who asks for JSON, XML to others, 404 where it has nothing, and refuses other parameters."""

    def respond(self, asked: Asked) -> Response:
        found = re.fullmatch(PATH, asked.path)
        if not found or found[4] != "Total" or found[5] not in ("XPRT-TRD-VL", "MPRT-TRD-VL"):
            words = NOT_FOUND.format(id="140", words="Invalid Product Code")
            return text_response(words, "application/xml", 400)
        reporter, partner, indicator = found[1].upper(), found[3].upper(), found[5]
        known = SERIES.get((reporter, partner, indicator), {})
        values = {year: known[year] for year in found[2].split(";") if year in known}
        if not values:
            return text_response(NOT_FOUND.format(id="100", words="NoRecordsFound"), "application/xml", 404)
        if asked.query.get("format") != "JSON":
            return text_response("<message:StructureSpecificData> </message:StructureSpecificData>", "application/xml")
        return json_response(sdmx(reporter, partner, indicator, values))


def sdmx(reporter: str, partner: str, indicator: str, values: dict[str, Any]) -> dict[str, Any]:
    """SDMX-JSON 1.0: lists of codes, and keys that are places in them."""
    lists = {
        "FREQ": ["A"],
        "REPORTER": [reporter],
        "PARTNER": ["AFG", partner],
        "PRODUCTCODE": PRODUCTS,
        "INDICATOR": [indicator],
    }
    observations = {str(place): [value, 0] for place, value in enumerate(values.values())}
    return {
        "header": {"id": "1", "test": False, "prepared": "2026-11-20T00:00:00"},
        "dataSets": [{"action": "Information", "series": {"0:0:1:2:0": {"observations": observations}}}],
        "structure": {
            "name": "WITS TradeStats - Trade",
            "dimensions": {
                "dataset": [],
                "series": [
                    {"id": name, "keyPosition": place, "values": [{"id": code, "name": code} for code in codes]}
                    for place, (name, codes) in enumerate(lists.items())
                ],
                "observation": [{"id": "TIME_PERIOD", "values": [{"id": year, "name": year} for year in values]}],
            },
            "attributes": {"observation": [{"id": "DATASOURCE", "values": [{"id": "WITS-CMT", "name": "WITS-CMT"}]}]},
        },
    }


def replaced(old: str, new: str) -> Trouble:
    """Every reply with other words in it."""
    return Trouble(f"{old} is {new}", body(lambda right: right.replace(old.encode(), new.encode())), 0, BAD)


def edited(name: str, change: Callable[[Any], Any]) -> Trouble:
    """Every reply changed as JSON."""
    return Trouble(
        name, body(lambda right: json.dumps(change(json.loads(right))).encode() if right[:1] == b"{" else right), 0, BAD
    )


def without_structure(found: dict[str, Any]) -> dict[str, Any]:
    """The reply without its structure."""
    return {**found, "structure": {}}


def other_year_twice(found: dict[str, Any]) -> dict[str, Any]:
    """Both years called the same."""
    for value in found["structure"]["dimensions"]["observation"][0]["values"]:
        value["id"] = "2022"
    return found


class TestWits(LiveSuite):
    """The contract, the faults of any service, and those of this one."""

    service, resolver = WitsService, Wits
    question = SeriesQuery("CHN", "RUS", periods=periods("2021", "2022"))
    at, value = Period.parse("2022"), Decimal(76122000100)
    known = (question, SeriesQuery("KOR", "WLD"))
    unknown = (
        SeriesQuery("CHN", "BTN", periods=periods("2022")),
        SeriesQuery("CHN", "RUS", periods=periods("2024")),
        SeriesQuery("CHN", "RUS", periods=periods("2022-06")),
        SeriesQuery("CHN", None),
    )
    troubles = (*COMMON, *JSON_ONLY)
    own_troubles = (
        replaced("76122000.1", '"(D)"'),
        replaced("76122000.1", "-76122000.1"),
        replaced("76122000.1", "true"),
        replaced("76122000.1", "76122000.1e40"),
        replaced("[76122000.1, 0]", "76122000.1"),
        replaced("[76122000.1, 0]", "[]"),
        replaced('"CHN"', '"JPN"'),
        replaced('"RUS"', '"KAZ"'),
        replaced('"Total"', '"Food"'),
        replaced('"XPRT-TRD-VL"', '"XPRT-PRTNR-SHR"'),
        replaced('{"id": "A"', '{"id": "M"'),
        replaced('"2022"', '"2023"'),
        replaced('"2022"', '"2022-Q1"'),
        replaced('"0:0:1:2:0"', '"0:0:0:2:0"'),
        replaced('"0:0:1:2:0"', '"0:0:1:1:0"'),
        replaced('"0:0:1:2:0"', '"0:0:1:9:0"'),
        replaced('"0:0:1:2:0"', '"0:0:1:2"'),
        replaced('"0:0:1:2:0"', '"0:0:1:-1:0"'),
        replaced('"1": [', '"7": ['),
        replaced('"PARTNER"', '"COUNTERPART"'),
        replaced('"dataSets"', '"datasets"'),
        replaced('"series": {', '"sets": {'),
        replaced('"observations"', '"values"'),
        replaced('"TIME_PERIOD"', '"TIME"'),
        edited("no structure", without_structure),
        edited("two values of a year", other_year_twice),
        Trouble("XML in place of JSON", typed("application/xml"), 0, BAD),
        Trouble("XML data", lambda *_: text_response("<message:Data> <a/></message:Data>", "application/xml"), 0, BAD),
        Trouble("a refusal", lambda *_: text_response(NOT_FOUND.format(id="1", words="Invalid Year"), "text/xml"), 0,
                frozenset({Failure.BAD_REQUEST})),
        Trouble("too large", status(413), 0, frozenset({Failure.TOO_BIG})),
        Trouble("the firewall", status(403, b"<html>Request blocked</html>", "text/html"), 0,
                frozenset({Failure.UNAVAILABLE})),
    )  # fmt: skip

    def test_values_are_thousands(self) -> None:
        """
        The service gives thousands of dollars: 76,122,000.1 of them are 76 billion.
        """
        (row,) = self.answer(SeriesQuery("CHN", "RUS", periods=periods("2022"))).observations[:1]

        assert (row.value, row.unit_multiplier, amount(row)) == (Decimal("76122000.1"), 3, Decimal(76122000100))

    def test_both_flows_are_asked_for_and_one_may_lack(self) -> None:
        """
        Exports without imports are an answer: what is missing is absent, never zero.
        """
        rows = {(row.flow, str(row.period)) for row in self.answer().observations}

        assert rows == {("exports", "2021"), ("exports", "2022"), ("imports", "2022")}

    def test_its_figures_support_and_say_where_they_come_from(self) -> None:
        """
        They are made from UN Comtrade: no second witness, and asked for by name only.
        """
        row = self.answer().observations[0]

        assert (row.standing, "Comtrade" in row.citation.note) == (Standing.SUPPORTS, True)
        assert not SERVICE.by_default

    @pytest.mark.parametrize(
        ("reporter", "partner", "theirs"), [("SRB", "ROU", ("ser", "rom")), ("SDN", "COD", ("sud", "zar"))]
    )
    def test_old_codes(self, reporter: str, partner: str, theirs: tuple[str, str]) -> None:
        """
        Serbia is SER there, Romania ROM, DR Congo ZAR; and SDN is not the Sudan of today, which is SUD.
        """
        (row,) = self.answer(SeriesQuery(reporter, partner, periods=periods("2022"))).observations

        assert (row.reporter, row.partner, row.value == 99) == (reporter, partner, False)
        assert {tuple(asked.path.split("/")[4:9:4]) for asked in self.server.asked} == {theirs}

    def test_no_code_is_both_old_and_unchanged(self) -> None:
        """
        Every place has one code there, no two the same one.
        """
        held = countries() - NOT_HELD

        assert len({CODES.get(place, place) for place in held}) == len(held)

    def test_a_whole_series_is_asked_for_ten_years_at_a_time(self) -> None:
        """
        From 1988 to last year: four requests a flow.
        """
        self.answer(SeriesQuery("KOR", "WLD"))

        spans = [asked.path.split("/")[6].split(";") for asked in self.server.asked]
        assert [(span[0], span[-1]) for span in spans[::2]] == [
            ("1988", "1997"),
            ("1998", "2007"),
            ("2008", "2017"),
            ("2018", "2025"),
        ]
        assert len(spans) == 8

    def test_queries_of_one_pair_go_out_together(self) -> None:
        """
        Two questions about a pair are one request a flow.
        """
        queries = [SeriesQuery("CHN", "RUS", periods=periods(year)) for year in ("2021", "2022")]

        answers = list(self.make_resolver().resolve(queries))

        assert [answer.failure for answer in answers] == [None, None]
        assert len(self.server.asked) == 2

    def test_a_refused_network_is_told_plainly(self) -> None:
        """
        The firewall refuses some networks: a reason that says what to do.
        """
        self.server.always = status(403, b"blocked", "text/html")

        assert self.answer().detail == "its firewall refuses this network (status 403): ask from another one"

    @pytest.mark.parametrize(
        "query",
        [
            SeriesQuery("CHN", None),
            SeriesQuery("CHN", "RUS", "hs:8703"),
            SeriesQuery("EU", "RUS"),
            SeriesQuery("WLD", "RUS"),
            SeriesQuery("CHN", "TWN"),
            SeriesQuery("CHN", "BRICS"),
            SeriesQuery("CHN", "LIE"),
        ],
    )
    def test_what_it_cannot_be_asked(self, query: SeriesQuery) -> None:
        """
        All partners at once, goods, blocs, and places without a certain code.
        """
        assert not self.resolver(self.access()).covers(query)


CLAIMS = """\
about: {reporter: Bhutan, partner: Thailand, flow: exports, currency: USD, source: wits}
claims:
  - {quote: "exports of $12.4 million", id: holds, level: 2022}
  - {quote: "exports of $9 million", id: misses, level: 2020}
  - {quote: "rose 24 percent", id: growth, change: 2022}
  - {quote: "exports of $3 million", id: open, level: 2019}
"""
KOREA = """\
about: {reporter: South Korea, partner: World, flow: exports, currency: USD, source: wits}
claims:
  - {quote: "exports of $631.8 billion", id: level, level: 2023}
"""


def test_level_and_growth_through_the_whole_command(verify_live: Callable[..., Ran]) -> None:
    """
    Levels and a growth of a pair that the snapshot does not have are decided by the service's figures.
    """
    with WitsService() as server:
        ran = verify_live(CLAIMS, {"wits": server.url})

    assert [ran.verdict(each) for each in ("holds", "misses", "growth", "open")] == [
        ("match", "within"),
        ("discrepancy", "wrong-level"),
        ("match", "recomputed"),
        ("unresolved", "no-observation"),
    ]
    assert ran.code == 1


def test_a_published_figure_through_the_whole_command(verify_live: Callable[..., Ran]) -> None:
    """
    Korea's exports of 2023 as WITS has them: 631,804,230.615 thousand dollars.
    """
    with WitsService() as server:
        ran = verify_live(KOREA, {"wits": server.url})

    assert ran.verdict("level") == ("match", "within")


def test_a_service_that_is_down_leaves_claims_unresolved(verify_live: Callable[..., Ran]) -> None:
    """
    A service that fails ends with exit code 4 and its reason.
    """
    with WitsService() as server:
        server.always = status(500)
        ran = verify_live(CLAIMS, {"wits": server.url})

    assert (ran.code, ran.verdict("holds")) == (4, ("unresolved", "source-unavailable"))
    assert "wits" in ran.finding("holds")["explanation"]
