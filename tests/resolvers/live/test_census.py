"""The Census Bureau's international trade time series, as its service speaks."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from factcheck.observations import Failure, SeriesQuery
from factcheck.periods import Period
from factcheck.places import countries
from factcheck.resolvers.live.census.codes import code_of, named
from factcheck.resolvers.live.census.resolver import Census
from tests.resolvers.live.census_service import INVALID_KEY, CensusService, RealService
from tests.resolvers.live.conftest import Ran
from tests.resolvers.live.faults import BAD, DOWN, Trouble, body, status
from tests.resolvers.live.server import Response
from tests.resolvers.live.suite import SECRET, LiveSuite, amount, periods

KEYS = {"CENSUS_API_KEY": SECRET}


def replaced(old: str, new: str) -> Trouble:
    """The reply with other words in it."""
    return Trouble(f"{old} is {new!r}", body(lambda right: right.replace(old.encode(), new.encode())), 0, BAD)


def cells(name: str, change: Callable[[list[list[object]]], object]) -> Trouble:
    """The table changed."""

    def make(right: bytes) -> bytes:
        table = json.loads(right)
        change(table)
        return json.dumps(table).encode()

    return Trouble(name, body(make), 0, BAD)


class TestCensus(LiveSuite):
    """The contract, the faults of any service, and those of this one."""

    service, resolver, keys = CensusService, Census, KEYS
    question = SeriesQuery("USA", "BTN", periods=periods("2025-H1", "2025-06"))
    at, value = Period.parse("2025-H1"), Decimal(21000006)
    known = (question, SeriesQuery("USA", "BTN", "hs:8703", periods("2025-06")), SeriesQuery("USA", "WLD"))
    unknown = (SeriesQuery("USA", "MDV", periods=periods("2012-01")), SeriesQuery("JPN", "USA"))
    own_troubles = (
        replaced("ALL_VAL_MO", "ALL_VAL_QT"),
        replaced("CTY_NAME", "NAME"),
        replaced('"time"', '"date"'),
        replaced("5682", "5683"),
        replaced("5682", "0003"),
        replaced("BHUTAN", "CHINA"),
        replaced("BHUTAN", "SHANGRI-LA"),
        replaced("DET", "CGP"),
        replaced('"2025-06"', '"2026-06"'),
        replaced('"2025-06"', '"2025-13"'),
        replaced('"2025-06"', '"2025"'),
        replaced('"6000001"', '"6,000,001"'),
        replaced('"6000001"', '"-6000001"'),
        replaced('"6000001"', '"many"'),
        replaced('"6000001"', "6000001"),
        replaced('"6000001"', "[]"),
        replaced('"21000006"', '"5000000"'),
        replaced('"21000006"', '"NaN"'),
        cells("another value in the second column of a filter", lambda table: table[1].__setitem__(-2, "5700")),
        cells("domestic exports only", lambda table: table[1].__setitem__(-1, "1")),
        cells("a row cut short", lambda table: table[1].pop()),
        cells("a revised figure beside the old one", lambda table: table.append([*table[1][:4], "9", *table[1][5:]])),
        cells("an empty table", lambda table: table.clear()),
        cells("a header of numbers", lambda table: table.__setitem__(0, [1] * len(table[0]))),
        Trouble("an invalid key", status(200, INVALID_KEY.encode(), "text/html"), 0, frozenset({Failure.UNAUTHORISED})),
        Trouble("an error in words", status(200, b"There was an error while running your query. ..."), 0, DOWN),
        Trouble("an error in words, 500", status(500, b"There was an error while running your query."), 0, DOWN),
        Trouble("400", status(400, b"error: unknown variable 'X'"), 0, frozenset({Failure.BAD_REQUEST})),
        Trouble("404", status(404, b"not here"), 0, frozenset({Failure.BAD_REQUEST})),
        Trouble("204", status(204, b"", ""), 0, frozenset({Failure.NO_DATA})),
        Trouble("403", status(403, b"forbidden"), 0, frozenset({Failure.UNAUTHORISED})),
    )

    def flows(self, query: SeriesQuery) -> dict[tuple[str, str, str], Decimal]:
        """The figures of an answer by flow, period and valuation."""
        return {(row.flow, str(row.period), row.valuation): amount(row) for row in self.answer(query).observations}

    def test_a_month_the_sum_from_january_and_cif(self) -> None:
        """
        A monthly row gives the month and the year to date; imports come at customs value and, beside it, CIF.
        """
        query = SeriesQuery("USA", "BTN", periods=periods("2025-06", "2025-H1", "2025-01/2025-05", "2025-01"))

        assert self.flows(query) == {
            ("exports", "2025-01", ""): 1000001,
            ("exports", "2025-01/2025-05", ""): 15000005,
            ("exports", "2025-H1", ""): 21000006,
            ("exports", "2025-06", ""): 6000001,
            ("imports", "2025-01", ""): 100002,
            ("imports", "2025-01", "CIF"): 100502,
            ("imports", "2025-01/2025-05", ""): 1500010,
            ("imports", "2025-H1", ""): 2100012,
            ("imports", "2025-06", ""): 600002,
            ("imports", "2025-06", "CIF"): 600502,
        }

    def test_columns_that_only_tell_more_may_be_missing(self) -> None:
        """
        Without the day, the level, sums and CIF the month's figure is the same; it counts from its retrieval.
        """
        extra = ("SUMMARY_LVL", "LAST_UPDATE", "ALL_VAL_YR", "GEN_VAL_YR", "GEN_CIF_MO", "DF")

        def without(table: list[list[object]]) -> None:
            kept = [place for place, name in enumerate(table[0]) if name not in extra]
            table[:] = [[line[place] for place in kept] for line in table]

        self.server.always = cells("", without).fault
        rows = self.answer(SeriesQuery("USA", "BTN", periods=periods("2025-06"))).observations

        assert {(row.flow, amount(row), str(row.published)) for row in rows} == {
            ("exports", Decimal(6000001), "2026-11-20"),
            ("imports", Decimal(600002), "2026-11-20"),
        }

    def test_a_heading_that_is_not_repeated_was_perhaps_not_looked_at(self) -> None:
        """
        The service repeats a filter as a column; a table of a heading without it may be that of all goods.
        """
        self.server.always = cells("", lambda table: table[0].__setitem__(-2, "OTHER")).fault

        answer = self.answer(SeriesQuery("USA", "BTN", "hs:8703", periods("2025-06")))

        assert (answer.failure, answer.observations) == (Failure.BAD_PAYLOAD, ())

    def test_a_total_that_came_along_is_passed_over(self) -> None:
        """
        The row of all countries may stand beside those that were asked for.
        """
        total = {"CTY_CODE": "-", "CTY_NAME": "TOTAL FOR ALL COUNTRIES", "SUMMARY_LVL": "-"}

        def with_total(table: list[list[Any]]) -> None:
            table.append([total.get(name, value) for name, value in zip(table[0], table[1], strict=True)])

        self.server.always = cells("", with_total).fault

        rows = self.answer(SeriesQuery("USA", "BTN", periods=periods("2025-06"))).observations

        assert {row.partner for row in rows} == {"BTN"}

    def test_one_request_a_flow_for_many_partners(self) -> None:
        """
        Partners and months of the same goods are one request for exports and one for imports.
        """
        queries = [SeriesQuery("USA", place, periods=periods("2025-06", "2024")) for place in ("BTN", "KOR", "WLD")]

        list(self.make_resolver().resolve(queries))

        assert [(asked.path, asked.every("CTY_CODE"), asked.query["time"]) for asked in self.server.asked] == [
            (path, ["5682", "5800", "-"], "from 2024-12 to 2025-06") for path in ("/exports/hs", "/imports/hs")
        ]

    def test_goods_are_asked_by_heading_and_level(self) -> None:
        """
        A heading is asked for with its level, and only its rows are taken.
        """
        assert self.flows(SeriesQuery("USA", "BTN", "hs:8703", periods("2025-06", "2025-H1"))) == {
            ("exports", "2025-06", ""): 80000,
            ("exports", "2025-H1", ""): 150000,
        }

    def test_what_is_withheld_is_no_zero_and_zero_is_zero(self) -> None:
        """
        Null and (D) are no figures; a 0 that is printed is one.
        """
        query = SeriesQuery("USA", "MDV", periods=periods("2025-04", "2025-05", "2025-06"))

        assert self.flows(query) == {("exports", "2025-04", ""): 0}

    def test_the_european_union_from_2021(self) -> None:
        """
        The group's own row is taken, and not for years in which nobody says who was counted.
        """
        assert self.flows(SeriesQuery("USA", "EU")) == {
            ("exports", "2025-06", ""): 31000000000,
            ("exports", "2025-H1", ""): 31000000000,
        }

    def test_all_partners_without_the_groups(self) -> None:
        """
        All partners are asked without a filter; groups of countries that come along are passed over.
        """
        answer = self.answer(SeriesQuery("USA", None, periods=periods("2025-06")))

        assert sorted((row.partner, row.flow) for row in answer.observations if not row.valuation) == [
            ("BTN", "exports"),
            ("BTN", "imports"),
            ("KOR", "exports"),
            ("WLD", "exports"),
            ("WLD", "imports"),
        ]
        assert not answer.complete

    def test_the_whole_series_is_what_the_service_has(self) -> None:
        """
        A whole series is asked from 2010, to the last month that is over.
        """
        assert self.answer(SeriesQuery("USA", "BTN")).complete
        assert {asked.query["time"] for asked in self.server.asked} == {"from 2010-01 to 2026-10"}

    def test_nothing_is_asked_without_a_key(self) -> None:
        """
        Without a key the answer names the variable, and no request is made.
        """
        answer = self.answer(keys={})

        assert (answer.failure, "CENSUS_API_KEY" in answer.detail) == (Failure.UNAUTHORISED, True)
        assert not self.server.asked

    def test_a_key_that_is_refused(self) -> None:
        """
        A page that calls the key invalid, under status 200, is told as such, without the key.
        """
        answer = self.answer(keys={"CENSUS_API_KEY": "another"})

        assert answer.failure is Failure.UNAUTHORISED
        assert "another" not in repr(answer)

    def test_a_redirect_to_the_page_on_missing_keys(self) -> None:
        """
        A redirect to the page on missing keys is the same.
        """
        self.server.always = lambda handler, asked, response: (
            response if "missing" in asked.path else Response(302, b"", "", {"Location": "/missing_key.html"})
        )

        assert self.answer().failure is Failure.UNAUTHORISED

    def test_a_header_without_rows_is_no_data(self) -> None:
        """
        Some tables answer with a header alone: no data.
        """
        self.server.header_only = True  # type: ignore[attr-defined]

        assert self.answer(SeriesQuery("USA", "CHN", periods=periods("2025-06"))).failure is Failure.NO_DATA

    @pytest.mark.parametrize(
        "months",
        [{"2025-06": "5999999"}, {"2025-01": "1000002"}],
        ids=["less than the month", "January is not January"],
    )
    def test_a_sum_from_january_that_cannot_be(self, months: dict[str, str]) -> None:
        """
        A year to date below its month, or a January that is not itself, is no figure.
        """
        (month, figure), *_ = months.items()
        self.server.year_to_date["exports", "5682", month] = figure  # type: ignore[attr-defined]
        query = SeriesQuery("USA", "BTN", periods=periods("2025-01", "2025-06"))

        assert self.answer(query).failure is Failure.BAD_PAYLOAD

    @pytest.mark.parametrize(
        ("exports", "imports", "day"),
        [
            ("2025-08-05", "2025-08-07", "2025-08-07"),
            ("2025-08-05 08:30:00", "20250805", "2025-08-05"),
            ("8/5/2025", "August 5, 2025", "2025-08-05"),
            ("05-AUG-2025", "2025-08-05T12:30:00Z", "2025-08-05"),
            ("2025-08-05", "2025-08", "2026-11-20"),
            ("", "", "2026-11-20"),
            ("2025-06-30", "2025-06-30", "2026-11-20"),
            ("2027-01-01", "2025-08-05", "2026-11-20"),
            ("2025-02-30", "2025-08-05", "2026-11-20"),
        ],
    )
    def test_exports_and_imports_of_a_period_have_one_day(self, exports: str, imports: str, day: str) -> None:
        """
        Both count from the later day; one that cannot be a day of publication becomes the day of retrieval.
        """
        self.server.updated = (exports, imports)  # type: ignore[attr-defined]

        rows = self.answer(SeriesQuery("USA", "BTN", periods=periods("2025-06"))).observations

        assert {(row.flow, str(row.published)) for row in rows} == {("exports", day), ("imports", day)}

    @pytest.mark.parametrize(
        "query",
        [
            SeriesQuery("CHN", "USA"),
            SeriesQuery("USA", None),
            SeriesQuery("USA", "ASEAN"),
            SeriesQuery("USA", "PRI"),
            SeriesQuery("USA", "CHN", "passenger-cars"),
        ],
    )
    def test_what_it_cannot_be_asked(self, query: SeriesQuery) -> None:
        """
        Other reporters, every partner of all time, blocs, parts of the United States and goods without a heading.
        """
        assert not self.resolver(self.access()).covers(query)


def test_every_code_is_of_a_country() -> None:
    """
    Codes are of four digits, each of one country, and the names that the service gives mean what its codes do.
    """
    codes = dict(code_of())

    assert set(codes) - countries() == {"WLD", "EU"}
    assert all(re.fullmatch(r"[1-7][0-9]{3}", code) for ours, code in codes.items() if ours in countries())
    assert [named(name) for name in ("KOREA, SOUTH", "BURMA", "CONGO", "ST LUCIA", "MACAU", "TURKEY")] == [
        "KOR",
        "MMR",
        "COG",
        "LCA",
        "MAC",
        "TUR",
    ]


CLAIMS = """\
about: {reporter: US, partner: Bhutan, flow: exports, currency: USD, source: census}
claims:
  - {quote: "exports of $21 million in the first half", id: holds, level: 2025-H1}
  - {quote: "exports of $9 million in June", id: misses, level: 2025-06}
  - {quote: "up 20 percent", id: growth, change: {period: 2025-06, from: previous}}
  - {quote: "two-way trade of $6.6 million", id: total, level: 2025-06, flow: total}
  - {quote: "exports of $3 million", id: open, level: 2026-06}
"""


def test_level_and_growth_through_the_whole_command(
    verify_live: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    Months of a pair that the snapshot has only by year are decided by the service's figures, a total among them.
    """
    monkeypatch.setenv("CENSUS_API_KEY", SECRET)
    with CensusService() as server:
        ran = verify_live(CLAIMS, {"census": server.url})

    assert [ran.verdict(each) for each in ("holds", "misses", "growth", "total", "open")] == [
        ("match", "within"),
        ("discrepancy", "wrong-level"),
        ("match", "recomputed"),
        ("match", "within"),
        ("unresolved", "no-observation"),
    ]
    assert ran.code == 1
    assert SECRET not in json.dumps(ran.report) + ran.errors


def test_without_a_key_the_report_says_what_to_set(
    verify_live: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    Without a key claims stay open, exit code 4, and the explanation names the variable.
    """
    monkeypatch.delenv("CENSUS_API_KEY", raising=False)
    with CensusService() as server:
        ran = verify_live(CLAIMS, {"census": server.url})

    assert (ran.code, ran.verdict("holds")) == (4, ("unresolved", "source-unavailable"))
    assert "CENSUS_API_KEY" in ran.finding("holds")["explanation"]


REAL_CLAIMS = """\
published: 2025-06-20
about: {reporter: US, partner: China, currency: USD, source: census}
claims:
  - {quote: "trade of $582 billion in 2024", id: total, level: 2024, flow: total}
  - {quote: "exports fell 3 percent to $143.2 billion", id: growth, change: 2024, flow: exports}
  - {quote: "imports of $441 billion", id: misses, level: 2024, flow: imports}
"""


def test_real_figures_through_the_whole_command(
    verify_live: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    Published figures of trade with China in 2024, on a day on which only the service's are of that vintage.
    """
    monkeypatch.setenv("CENSUS_API_KEY", SECRET)
    with RealService() as server:
        ran = verify_live(REAL_CLAIMS, {"census": server.url})

    assert [ran.verdict(each) for each in ("total", "growth", "misses")] == [
        ("match", "within"),
        ("match", "recomputed"),
        ("discrepancy", "wrong-level"),
    ]
    assert "2025-06-05" in ran.finding("total")["explanation"]
