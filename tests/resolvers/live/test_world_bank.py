"""The World Bank's indicators, as their service speaks."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any, ClassVar

import pytest

from factcheck.observations import Answer, Failure, SeriesQuery, Standing
from factcheck.periods import Period
from factcheck.resolvers.live import world_bank
from factcheck.resolvers.live.world_bank import WorldBank
from tests.resolvers.live.conftest import Ran
from tests.resolvers.live.faults import BAD, COMMON, JSON_ONLY, RIGHT, Trouble, body, status, typed
from tests.resolvers.live.server import (
    Asked,
    FakeService,
    Handler,
    Response,
    changed,
    json_response,
    text_response,
)
from tests.resolvers.live.suite import LiveSuite, amount, periods

GOODS_OUT, GOODS_IN, ALL_OUT, ALL_IN = world_bank.INDICATORS
#: The exports of Angola and of the world are those published, in millions and in dollars; the rest is invented.
FIGURES: dict[str, dict[str, dict[str, Any]]] = {
    GOODS_OUT: {
        "AGO": {"2022": 51275000000, "2023": 39506000000, "2024": 39223000000},
        "BTN": {"2021": 770000000, "2022": 700000000, "2023": 750000000, "2024": 780000000},
        "WLD": {"2023": 23784108000000},
    },
    GOODS_IN: {"BTN": {"2023": 1300000000, "2024": 1250000000.5}},
    ALL_OUT: {"BTN": {"2024": 912345678.25}},
    ALL_IN: {"BTN": {"2024": None}},
}
NAMES = {"AGO": ("AO", "Angola"), "BTN": ("BT", "Bhutan"), "WLD": ("1W", "World"), "CHN": ("CN", "China")}
INVALID = [{"message": [{"id": "120", "key": "Invalid value", "value": "The provided parameter value is not valid"}]}]
GONE = [{"message": [{"id": "175", "key": "Invalid format", "value": "The indicator was deleted or archived"}]}]


class WorldBankService(FakeService):
    """
    Answers JSON to who asks for JSON, says under 200 that it refuses, and has null for what is not published.

    Attributes:
        per_page: the most rows on a page, whatever was asked for.
        unknown: codes that spoil a request.
        updated: the stamp of each page by its number, where it differs.
        blank_codes: aggregates without a code of three letters.
    """

    per_page: ClassVar[int] = 1000

    def __init__(self) -> None:
        super().__init__()
        self.unknown: set[str] = set()
        self.updated: dict[int, str] = {}
        self.blank_codes = False
        self.figures = FIGURES

    def respond(self, asked: Asked) -> Response:
        if asked.query.get("format") != "json":
            return text_response("<wb:data/>", "text/xml")
        found = re.fullmatch(r"/country/([A-Za-z;]+)/indicator/([A-Z.]+)", asked.path)
        if not found or not re.fullmatch(r"[0-9]{4}(:[0-9]{4})?", asked.query.get("date", "")):
            return text_response("<html><title>Request Error</title></html>", "text/html", 400)
        places, indicator = found[1].split(";"), found[2]
        if self.unknown.intersection(places) or indicator not in self.figures:
            return json_response(INVALID)
        lines = [line for place in places for line in self._lines(place, indicator, asked.query["date"])]
        return self._page(lines, int(asked.query["page"]), min(self.per_page, int(asked.query["per_page"])))

    def _lines(self, place: str, indicator: str, span: str) -> list[dict[str, Any]]:
        known = self.figures[indicator].get(place, {})
        first, _, last = span.partition(":")
        short, name = NAMES[place]
        return [
            {
                "indicator": {"id": indicator, "value": "Exports or imports (current US$)"},
                "country": {"id": short, "value": name},
                "countryiso3code": "" if self.blank_codes and place == "WLD" else place,
                "date": str(year),
                "value": known.get(str(year)),
                "unit": "",
                "obs_status": "",
                "decimal": 0,
            }
            for year in range(int(last or first), int(first) - 1, -1)
            if known
        ]

    def _page(self, lines: list[dict[str, Any]], page: int, size: int) -> Response:
        if not lines:
            head = {"page": 0, "pages": 0, "per_page": size, "total": 0, "sourceid": None, "lastupdated": None}
            return json_response([head, None])
        head = {
            "page": page,
            "pages": -(-len(lines) // size),
            "per_page": size,
            "total": len(lines),
            "sourceid": "2",
            "lastupdated": self.updated.get(page, "2026-07-13"),
        }
        return json_response([head, lines[(page - 1) * size : page * size]])


class SmallPages(WorldBankService):
    """Pages of three rows."""

    per_page = 3


def replaced(old: str, new: str) -> Trouble:
    """Every reply with other words in it."""
    return Trouble(f"{old} is {new}", body(lambda right: right.replace(old.encode(), new.encode())), 0, BAD)


def edited(name: str, change: Callable[[Any], Any]) -> Trouble:
    """Every reply changed as JSON."""
    return Trouble(name, body(lambda right: json.dumps(change(json.loads(right))).encode()), 0, BAD)


def _first_page(handler: Handler, asked: Asked, response: Response) -> Response:
    """The first page, called the one that was asked for."""
    first = handler.server.service.respond(replace(asked, params=(*asked.params, ("page", "1"))))
    return changed(first, first.body.replace(b'"page": 1', f'"page": {asked.query["page"]}'.encode()))


def _one_page_more(handler: Handler, asked: Asked, response: Response) -> Response:
    """There is always one page more."""
    head, lines = json.loads(response.body)
    page = int(asked.query["page"])
    return json_response([{**head, "page": page, "pages": page + 1}, lines])


class TestWorldBank(LiveSuite):
    """The contract, the faults of any service, and those of this one."""

    service, resolver = WorldBankService, WorldBank
    question = SeriesQuery("AGO", "WLD", periods=periods("2023", "2024"))
    at, value = Period.parse("2024"), Decimal(39223000000)
    known = (question, SeriesQuery("BTN", "WLD"), SeriesQuery("WLD", "WLD", periods=periods("2023")))
    unknown = (
        SeriesQuery("CHN", "WLD", periods=periods("2024")),
        SeriesQuery("AGO", "CHN", periods=periods("2024")),
        SeriesQuery("AGO", "WLD", periods=periods("2024-06")),
    )
    troubles = (*COMMON, *JSON_ONLY)
    own_troubles = (
        replaced('"value": 39223000000', '"value": "(D)"'),
        replaced('"value": 39223000000', '"value": -39223000000'),
        replaced('"value": 39223000000', '"value": 1e99'),
        replaced('"countryiso3code": "AGO"', '"countryiso3code": "BTN"'),
        Trouble("blank codes, short ones", body(lambda right: right.replace(b'code": "AGO"', b'code": ""')), 0, RIGHT),
        Trouble("blank codes, other short ones", body(lambda right: right.replace(b'"AGO"', b'""')
                .replace(b'"AO"', b'"ZZ"')), 0, BAD),
        replaced('"date": "2024"', '"date": "2019"'),
        replaced('"date": "2024"', '"date": "2024Q1"'),
        replaced('"date": "2024"', '"date": "2023"'),
        replaced(GOODS_OUT, "TX.VAL.OTHR.ZS.WT"),
        replaced('"unit": ""', '"unit": "LCU"'),
        replaced('"lastupdated": "2026-07-13"', '"lastupdated": "2024-07-13"'),
        replaced('"lastupdated": "2026-07-13"', '"lastupdated": "yesterday"'),
        replaced('"pages": 1', '"pages": "many"'),
        replaced('"page": 1', '"page": 2'),
        replaced('"total": 2', '"total": 3'),
        replaced('"total": 2', '"total": 0'),
        replaced('"pages": 1', '"pages": 0'),
        replaced('"value": 39223000000', '"value": true'),
        edited("one row is missing", lambda found: [found[0], found[1][1:]] if found[1] else [found[0], [1]]),
        edited("a row twice", lambda found: [found[0], found[1][:1] * 2] if found[1] else [found[0], [1]]),
        edited("rows that are none", lambda found: [found[0], ["AGO", "2024"]]),
        edited("the head alone", lambda found: [found[0]]),
        edited("rows under a name", lambda found: {"data": found}),
        edited("rows that are text", lambda found: [found[0], "none"]),
        Trouble("more pages than are right", body(lambda right: right.replace(b'"pages": 1', b'"pages": 99')), 0,
                frozenset({Failure.TOO_BIG})),
        Trouble("an empty page at the end", body(lambda right: right.replace(b'"pages": 1', b'"pages": 2')),
                0, RIGHT),
        Trouble("XML in place of JSON", typed("text/xml"), 0, BAD),
        Trouble("an invalid value", lambda *_: json_response(INVALID), 0, frozenset({Failure.BAD_REQUEST})),
        Trouble("an indicator that is gone", lambda *_: json_response(GONE), 0, frozenset({Failure.NO_DATA})),
        Trouble("a message with spaces", lambda *_: text_response(json.dumps(INVALID, indent=1), "application/json"), 0,
                frozenset({Failure.BAD_REQUEST})),
        Trouble("a message without words", lambda *_: json_response([{"message": []}]), 0, BAD),
        Trouble("a message that is text", lambda *_: json_response([{"message": "gone"}]), 0, BAD),
        Trouble("a page Request Error", status(400, b"<html><title>Request Error</title></html>", "text/html"), 0,
                frozenset({Failure.BAD_REQUEST})),
    )  # fmt: skip

    def test_goods_and_goods_with_services_are_cells_of_their_own(self) -> None:
        """
        The indicators of the national accounts are goods and services, those of merchandise are goods.
        """
        rows = self.answer(SeriesQuery("BTN", "WLD", periods=periods("2024"))).observations

        assert {(row.flow, row.scope, amount(row)) for row in rows} == {
            ("exports", "goods", Decimal(780000000)),
            ("imports", "goods", Decimal("1250000000.5")),
            ("exports", "goods-and-services", Decimal("912345678.25")),
        }

    def test_null_is_no_figure(self) -> None:
        """
        A year without a figure is absent, never zero.
        """
        query = SeriesQuery("AGO", "WLD", periods=periods("2021"))

        assert (self.answer(query).failure, self.answer(query).observations) == (Failure.NO_DATA, ())

    def test_the_day_of_the_update_is_the_vintage(self) -> None:
        """
        Figures count from the day on which the service says that it was updated.
        """
        assert {str(row.published) for row in self.answer().observations} == {"2026-07-13"}

    def test_a_reply_without_that_day_counts_from_when_it_was_read(self) -> None:
        """
        Without a stated day a figure counts from its retrieval.
        """
        self.server.always = body(lambda right: right.replace(b'"2026-07-13"', b"null"))

        assert {str(row.published) for row in self.answer().observations} == {"2026-11-20"}

    def test_a_day_to_come_counts_from_when_it_was_read(self) -> None:
        """
        A figure that was read was known, though its source says that it will be out in 2099.
        """
        self.server.always = body(lambda right: right.replace(b"2026-07-13", b"2099-07-13"))

        assert {str(row.published) for row in self.answer().observations} == {"2026-11-20"}

    @pytest.mark.parametrize("blank", [False, True])
    def test_the_world_decides_and_countries_support(self, blank: bool) -> None:
        """
        The world has no office of its own, so the bank's total decides; it may come without a code of three letters.
        """
        self.server.blank_codes = blank
        (world,) = self.answer(SeriesQuery("WLD", "WLD", periods=periods("2023"))).observations

        assert (world.reporter, world.value, world.standing) == ("WLD", Decimal(23784108000000), Standing.DECIDES)
        assert {row.standing for row in self.answer().observations} == {Standing.SUPPORTS}

    def test_many_places_are_one_request_an_indicator(self) -> None:
        """
        Places go out together, joined by semicolons.
        """
        queries = [SeriesQuery(place, "WLD", periods=periods("2023")) for place in ("BTN", "AGO", "WLD")]

        answers = list(self.make_resolver().resolve(queries))

        assert [answer.failure for answer in answers] == [None, None, None]
        assert [asked.path.split("/")[2] for asked in self.server.asked] == ["AGO;BTN;WLD"] * 4

    def test_a_place_that_it_refuses_does_not_spoil_the_others(self) -> None:
        """
        Where one code makes the service refuse a request for many, each of the others has its answer.
        """
        self.server.unknown = {"CHN"}
        queries = [SeriesQuery(place, "WLD", periods=periods("2023")) for place in ("BTN", "CHN", "AGO")]

        answers = {answer.query.reporter: answer.failure for answer in self.make_resolver().resolve(queries)}

        assert answers == {"BTN": None, "CHN": Failure.BAD_REQUEST, "AGO": None}

    def test_a_whole_series_begins_in_1960_and_ends_with_last_year(self) -> None:
        """
        Records look at all years that the bank has.
        """
        rows = self.answer(SeriesQuery("BTN", "WLD")).observations

        assert self.server.asked[0].query["date"] == "1960:2025"
        assert sorted(str(row.period) for row in rows if row.flow == "exports" and row.scope == "goods") == [
            "2021", "2022", "2023", "2024",
        ]  # fmt: skip

    def test_a_year_that_is_not_over_is_not_asked_for(self) -> None:
        """
        No request for a year that runs still, nor for months.
        """
        self.answer(SeriesQuery("BTN", "WLD", periods=periods("2026", "2025-06")))

        assert self.server.asked == []

    @pytest.mark.parametrize(
        "query",
        [
            SeriesQuery("CHN", "RUS"),
            SeriesQuery("CHN", None),
            SeriesQuery("CHN", "WLD", "hs:8703"),
            SeriesQuery("EU", "WLD"),
            SeriesQuery("TWN", "WLD"),
        ],
    )
    def test_what_it_cannot_be_asked(self, query: SeriesQuery) -> None:
        """
        There are no partners and no goods; its sum of the European Union's members is not the union's own trade.
        """
        assert not self.resolver(self.access()).covers(query)


class TestPages(LiveSuite):
    """The same on pages of three rows."""

    service, resolver = SmallPages, WorldBank
    question = SeriesQuery("BTN", "WLD", periods=periods("2018", "2024"))
    at, value = Period.parse("2024"), Decimal(780000000)
    known, unknown = (question,), (SeriesQuery("CHN", "WLD", periods=periods("2024")),)

    def found(self, answer: Answer) -> list[Decimal]:
        """The figures of goods; those of goods and services are of the same flow."""
        goods = tuple(row for row in answer.observations if row.scope == "goods")
        return super().found(answer._replace(observations=goods))

    troubles = (
        replaced('"page": 2', '"page": 1'),
        replaced('"page": 3', '"page": 2'),
        replaced('"total": 7', '"total": 8'),
        Trouble("the last page is empty", body(lambda right: _emptied(right, 3)), 0, BAD),
        Trouble("the second page says there are none", body(lambda right: _emptied(right, 2, pages=0)), 0, BAD),
        Trouble("the first page again and again", _first_page, 0, BAD),
        Trouble("pages without an end", _one_page_more, 0, BAD | frozenset({Failure.TOO_BIG})),
        Trouble("pages that overlap", body(lambda right: right.replace(b'"date": "2021"', b'"date": "2022"')), 0, BAD),
    )

    def test_all_pages_are_read(self) -> None:
        """
        Seven years on three pages, for each of four indicators.
        """
        self.answer()

        assert [asked.query["page"] for asked in self.server.asked[:3]] == ["1", "2", "3"]

    def test_an_update_between_two_pages_is_no_answer(self) -> None:
        """
        Pages of two releases are never put together.
        """
        self.server.updated = {2: "2026-11-20"}

        assert (self.answer().failure, self.answer().observations) == (Failure.BAD_PAYLOAD, ())


def _emptied(right: bytes, page: int, **head: int) -> bytes:
    """A page without its rows, if it is this one."""
    found = json.loads(right)
    return right if found[0]["page"] != page else json.dumps([{**found[0], **head}, None]).encode()


CLAIMS = """\
about: {reporter: Bhutan, partner: World, flow: exports, currency: USD, source: world-bank}
claims:
  - {quote: "exports of $780 million", id: holds, level: 2024}
  - {quote: "exports of $900 million", id: misses, level: 2022}
  - {quote: "rose 4 percent", id: growth, change: 2024}
  - {quote: "$912.3 million of goods and services", id: services, level: 2024, scope: goods-and-services}
  - {quote: "exports of $700 million", id: open, level: 2020}
"""
ANGOLA = """\
about: {reporter: Angola, partner: World, flow: exports, currency: USD, source: world-bank}
claims:
  - {quote: "exports of $39.2 billion", id: level, level: 2024}
  - {quote: "fell 0.7 percent", id: growth, change: 2024}
"""


def test_level_and_growth_through_the_whole_command(verify_live: Callable[..., Ran]) -> None:
    """
    Levels and growth of a country that the snapshot does not have are decided by the service's figures.
    """
    with WorldBankService() as server:
        ran = verify_live(CLAIMS, {"world-bank": server.url})

    assert [ran.verdict(each) for each in ("holds", "misses", "growth", "services", "open")] == [
        ("match", "within"),
        ("discrepancy", "wrong-level"),
        ("match", "recomputed"),
        ("match", "within"),
        ("unresolved", "no-observation"),
    ]
    assert ran.code == 1


def test_published_figures_through_the_whole_command(verify_live: Callable[..., Ran]) -> None:
    """
    Angola's exports as the bank published them: 39,506 and 39,223 million dollars, 0.7 % less.
    """
    with WorldBankService() as server:
        ran = verify_live(ANGOLA, {"world-bank": server.url})

    assert [ran.verdict(each) for each in ("level", "growth")] == [("match", "within"), ("match", "recomputed")]


def test_a_service_that_is_down_leaves_claims_unresolved(verify_live: Callable[..., Ran]) -> None:
    """
    A service that fails ends with exit code 4 and its reason.
    """
    with WorldBankService() as server:
        server.always = status(500)
        ran = verify_live(CLAIMS, {"world-bank": server.url})

    assert (ran.code, ran.verdict("holds")) == (4, ("unresolved", "source-unavailable"))
    assert "world-bank" in ran.finding("holds")["explanation"]
