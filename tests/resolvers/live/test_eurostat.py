"""Eurostat's Comext, as its Statistics API speaks."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from itertools import product
from math import prod
from typing import Any

import pytest

from factcheck.observations import ALL_GOODS, Failure, RateQuery, SeriesQuery, Standing
from factcheck.periods import Period
from factcheck.resolvers.live.eurostat.block import MOST_CELLS, MOST_CODES, groups_of
from factcheck.resolvers.live.eurostat.resolver import Eurostat
from tests.resolvers.live.conftest import Ran
from tests.resolvers.live.faults import BAD, COMMON, JSON_ONLY, Trouble, body, status
from tests.resolvers.live.server import Asked, FakeService, Fault, Handler, Response, json_response
from tests.resolvers.live.suite import NOW, LiveSuite, periods

PATH = "/statistics/1.0/data/DS-045409"
UPDATED = "2026-09-15T11:00:00+0200"
DIMENSIONS = ("freq", "reporter", "partner", "product", "flow", "indicators", "time")
LIMIT = 500_000  # cells, from which on it answers later
#: Invented, but for the form: plain euros. (reporter, partner, product, flow) -> time -> value.
SERIES: dict[tuple[str, str, str, str], dict[str, float | int | None]] = {
    ("EU27_2020", "CN", "TOTAL", "2"): {
        "2019": 198000000000,
        "2023": 223500000000,
        "2024": 213300000000,
        "2024-01": 17000000000,
    },
    ("EU27_2020", "CN", "TOTAL", "1"): {"2023": 519000000000, "2024": 517800000000, "2024-01": 40100000000},
    ("EU27_2020", "CN", "8703", "1"): {"2024": 12700000000},
    ("EU27_2020", "BT", "TOTAL", "2"): {"2022": 20000000, "2023": 30000000, "2024": 36000000, "2024-01": 3000000},
    ("EU27_2020", "BT", "TOTAL", "1"): {"2024": 4500000.4},
    ("EU27_2020", "XS", "TOTAL", "2"): {"2024": 23000000000},
    ("EU27_2020", "EXT_EU27_2020", "TOTAL", "2"): {"2024": 2584100000000},
    ("EU27_2020", "WORLD", "TOTAL", "2"): {"2024": 6600000000000},
    ("DE", "CN", "TOTAL", "2"): {"2024": 90000000000, "2026-06": 7000000000, "2026-07": 7100000000},
    ("DE", "FR", "TOTAL", "2"): {"2024": 115000000000, "2026-06": 9000000000},
    ("DE", "QU", "TOTAL", "2"): {"2024": 900000000},
    ("DE", "INT_EU27_2020", "TOTAL", "2"): {"2024": 850000000000, "2026-06": 70000000000},
    ("DE", "EXT_EU27_2020", "TOTAL", "2"): {"2024": 700000000000, "2026-06": 58000000000, "2026-07": 59000000000},
    ("DE", "WORLD", "TOTAL", "2"): {"2024": 1550000000000, "2026-06": 128000000000, "2026-07": 59000000000},
    ("FR", "CN", "TOTAL", "2"): {"2024": 23000000000},
}
KNOWN = {
    name: sorted({key[at] for key in SERIES}) for at, name in enumerate(("reporter", "partner", "product", "flow"))
}


class Comext(FakeService):
    """
    Refuses parameters that it does not know, and passes over codes that it does not know.

    Attributes:
        updated: the day of its data.
        both_frequencies: whether it lists a frequency that was not asked for.
        collapses: whether one unknown code leaves its dimension empty, known ones beside it or not.
        backwards: whether it counts codes in the opposite order.
        as_list: whether values are a list with nulls.
        flags: (partner, time) -> flags.
    """

    def __init__(self) -> None:
        super().__init__()
        self.updated: Any = UPDATED
        self.both_frequencies = self.collapses = self.backwards = self.as_list = False
        self.flags: dict[tuple[str, str], str] = {}

    def respond(self, asked: Asked) -> Response:
        if asked.path != PATH:
            return refusal(404, 100, "ERR_NOT_FOUND_4: the dataset is not available for dissemination")
        unknown = {name for name, _ in asked.params} - {*DIMENSIONS, "format", "lang"}
        if unknown or asked.query.get("format") != "JSON":
            return refusal(400, 400, f"the parameters {sorted(unknown)} are not dimensions of the dataset")
        codes = {name: self._codes(name, asked.every(name)) for name in DIMENSIONS}
        cells = prod(map(len, codes.values()))
        if cells > LIMIT:
            return json_response(
                {"warning": {"status": 413, "label": "ASYNCHRONOUS_RESPONSE. Your request is treated"}}
            )
        return json_response(self._document(codes))

    def _codes(self, name: str, wanted: list[str]) -> list[str]:
        known = {**KNOWN, "freq": ["A", "M"], "indicators": ["QUANTITY_IN_100KG", "VALUE_IN_EUROS"]}.get(name)
        if known is None:
            known = sorted({time for values in SERIES.values() for time in values} | {"2026-08"})
        found = [code for code in known if code in wanted or not wanted]
        if self.collapses and len(found) < len(wanted):
            return []
        if name == "freq" and self.both_frequencies:
            found = ["A", "M"]
        return found[::-1] if self.backwards else found

    def _document(self, codes: dict[str, list[str]]) -> dict[str, Any]:
        values: dict[str, Any] = {}
        flags: dict[str, str] = {}
        for place, cell in enumerate(product(*codes.values())):
            freq, reporter, partner, goods, flow, indicator, time = cell
            value = SERIES.get((reporter, partner, goods, flow), {}).get(time)
            if indicator != "VALUE_IN_EUROS" or freq != ("A" if len(time) == 4 else "M"):
                continue
            flag = self.flags.get((partner, time))
            if flag:
                flags[str(place)] = flag
            if value is not None and flag != "|C":
                values[str(place)] = value
        cells = prod(map(len, codes.values()))
        found: dict[str, Any] = {
            "version": "2.0",
            "class": "dataset",
            "label": "EU trade since 1988 by HS2-4-6 and CN8",
            "source": "ESTAT",
            "updated": self.updated,
            "value": [values.get(str(place)) for place in range(cells)] if self.as_list else values,
            "id": [*codes],
            "size": [len(each) for each in codes.values()],
            "dimension": {
                name: {
                    "label": name.upper(),
                    "category": {
                        "index": {code: place for place, code in enumerate(each)},
                        "label": {code: code for code in each},
                    },
                }
                for name, each in codes.items()
            },
            "extension": {"lang": "EN", "id": "DS-045409", "agencyId": "ESTAT", "version": "1.0"},
        }
        return found | ({"status": flags} if flags else {})


def refusal(code: int, number: int, label: str) -> Response:
    """An error in the service's own envelope."""
    return json_response({"error": [{"status": code, "id": number, "label": label}]}, code)


def edited(edit: Callable[[dict[str, Any]], Any]) -> Fault:
    """The right reply with a part of its document changed in place."""

    def fault(handler: Handler, asked: Asked, response: Response) -> Response:
        document = json.loads(response.body)
        edit(document)
        return replace(response, body=json.dumps(document).encode())

    return fault


def renamed(dimension: str, old: str, new: str) -> Fault:
    """The right reply with another code in a dimension."""

    def edit(document: dict[str, Any]) -> None:
        index = document["dimension"][dimension]["category"]["index"]
        index[new] = index.pop(old)

    return edited(edit)


def sent(document: Any, code: int = 200) -> Fault:
    """Another document, under another status."""
    return lambda handler, asked, response: json_response(document, code)


def bad(name: str, fault: Fault) -> Trouble:
    """A fault of every reply that must be noticed."""
    return Trouble(name, fault, 0, BAD)


def fails(name: str, failure: Failure, fault: Fault) -> Trouble:
    """A refusal of the service, with the reason that it must become."""
    return Trouble(name, fault, 0, frozenset({failure}))


LATER = {"status": 413, "label": "ASYNCHRONOUS_RESPONSE. Your request will be treated asynchronously"}
TOO_BIG = {"status": 413, "id": 413, "label": "EXTRACTION_TOO_BIG: estimated 6000000 rows, max authorised is 5000000"}
GONE = {"status": 404, "id": 100, "label": "ERR_NOT_FOUND_4: DS-045409 is not available for dissemination"}
OWN_TROUBLES = (
    bad("another partner", renamed("partner", "CN", "RU")),
    bad("another reporter", renamed("reporter", "EU27_2020", "DE")),
    bad("another product", renamed("product", "TOTAL", "27")),
    bad("re-exports", renamed("flow", "2", "3")),
    bad("quantities", renamed("indicators", "VALUE_IN_EUROS", "QUANTITY_IN_100KG")),
    bad("another year", renamed("time", "2024", "2022")),
    bad("months in place of years", renamed("freq", "A", "M")),
    bad("a dimension renamed", body(lambda right: right.replace(b'"partner"', b'"PARTNER"'))),
    bad("another dimension", edited(lambda found: (found["id"].append("stat"), found["size"].append(1)))),
    bad(
        "a second procedure",
        edited(
            lambda found: (
                found["id"].append("stat"),
                found["size"].append(1),
                found["dimension"].update(stat={"category": {"index": {"1": 0}}}),
            )
        ),
    ),
    bad("another dataset", edited(lambda found: found["extension"].update(id="DS-059341"))),
    bad("sizes exchanged", edited(lambda found: found["size"].reverse())),
    bad("no values", edited(lambda found: found.pop("value"))),
    bad("a value beyond the cells", edited(lambda found: found["value"].update({"99": 1}))),
    bad("too short a list", edited(lambda found: found.update(value=[1]))),
    bad("text in place of numbers", edited(lambda found: found.update(value=dict.fromkeys(found["value"], ":")))),
    bad("commas", edited(lambda found: found.update(value=dict.fromkeys(found["value"], "213,300,000,000")))),
    bad("below zero", edited(lambda found: found.update(value=dict.fromkeys(found["value"], -1)))),
    bad("true", edited(lambda found: found.update(value=dict.fromkeys(found["value"], True)))),
    fails("updated before", Failure.NO_DATA, edited(lambda found: found.update(updated="2024-06-17T11:00:00+0200"))),
    bad("updated some day", edited(lambda found: found.update(updated="yesterday"))),
    bad("the flow unknown", edited(lambda found: (found["size"].__setitem__(4, 0), found.update(value={}),
        found["dimension"]["flow"]["category"].update(index={})))),
    fails("later, under 200", Failure.UNAVAILABLE, sent({"warning": LATER})),
    fails("later, under 413", Failure.UNAVAILABLE, sent({"warning": LATER}, 413)),
    fails("later, as an error", Failure.UNAVAILABLE, sent({"error": [LATER]}, 413)),
    fails("too big", Failure.TOO_BIG, sent({"error": [TOO_BIG]}, 413)),
    fails("too big, an object", Failure.TOO_BIG, sent({"error": TOO_BIG}, 413)),
    fails("too big, under 200", Failure.TOO_BIG, sent({"error": [TOO_BIG]})),
    fails("too big, a page", Failure.TOO_BIG, status(413, b"<html>Request Entity Too Large</html>", "text/html")),
    fails("no such dataset", Failure.BAD_REQUEST, sent({"error": [GONE]}, 404)),
    fails("no such dataset, an object", Failure.BAD_REQUEST, sent({"error": GONE}, 404)),
    fails("down, in its own words", Failure.UNAVAILABLE, sent({"error": {"status": 500, "label": "INTERNAL"}})),
    fails("nothing in range", Failure.NO_DATA, edited(lambda found: found.update(value={}))),
    fails("all confidential", Failure.NO_DATA, edited(lambda found: found.update(value={}, status={"0": "|C"}))),
    bad("an XML fault", lambda handler, asked, response: Response(
        200, b"<S:Fault><faultcode>413</faultcode></S:Fault>", "text/xml")),
)  # fmt: skip


class TestEurostat(LiveSuite):
    """The contract, the faults of any service, and those of this one."""

    service, resolver = Comext, Eurostat
    server: Comext
    question = SeriesQuery("EU", "CHN", periods=periods("2024"))
    unit = "EUR"
    at, value = Period.parse("2024"), Decimal(213300000000)
    known = (
        question,
        SeriesQuery("EU", "BTN", periods=periods("2024-01", "2023")),
        SeriesQuery("EU", "CHN", "hs:8703"),
    )
    unknown = (
        SeriesQuery("EU", "AUS", periods=periods("2024")),
        SeriesQuery("EU", "CHN", "hs:2709", periods("2024")),
        SeriesQuery("CHN", "DEU"),
    )
    troubles = (*COMMON, *JSON_ONLY)
    own_troubles = OWN_TROUBLES

    def levels(self, query: SeriesQuery) -> list[tuple[str, str, str, int]]:
        """What is answered: partner, flow, period, euros."""
        return [(row.partner, row.flow, str(row.period), int(row.value)) for row in self.answer(query).observations]

    def test_a_part_that_is_no_whole_euro_stays(self) -> None:
        """
        Values with a fraction are taken as written.
        """
        rows = self.answer(SeriesQuery("EU", "BTN", periods=periods("2024"))).observations

        assert [row.value for row in rows if row.flow == "imports"] == [Decimal("4500000.4")]

    def test_years_and_months_are_a_request_each(self) -> None:
        """
        Frequencies go out apart, every partner, reporter and period of a frequency together.
        """
        asked = [SeriesQuery("EU", each, periods=periods("2024", "2023", "2024-01")) for each in ("CHN", "BTN")]

        list(self.make_resolver().resolve(asked))

        assert [(each.every("freq"), each.every("partner"), each.every("time")) for each in self.server.asked] == [
            (["A"], ["BT", "CN"], ["2023", "2024"]),
            (["M"], ["BT", "CN"], ["2024-01"]),
        ]

    def test_goods_of_several_headings_go_out_together(self) -> None:
        """
        All goods are TOTAL there, a heading is its digits.
        """
        asked = [SeriesQuery("EU", "CHN", each, periods("2024")) for each in (ALL_GOODS, "hs:8703")]

        answers = {answer.query: answer for answer in self.make_resolver().resolve(asked)}

        assert [each.every("product") for each in self.server.asked] == [["8703", "TOTAL"]]
        assert [int(row.value) for row in answers[asked[1]].observations] == [12700000000]

    @pytest.mark.parametrize("switch", ["both_frequencies", "backwards", "as_list"])
    def test_another_form_of_the_same_reply(self, switch: str) -> None:
        """
        The order of codes, a frequency that was not asked for and the form of the values change nothing.
        """
        setattr(self.server, switch, True)

        assert self.levels(SeriesQuery("EU", "CHN", periods=periods("2024", "2024-01"))) == [
            ("CHN", "exports", "2024-01", 17000000000),
            ("CHN", "exports", "2024", 213300000000),
            ("CHN", "imports", "2024-01", 40100000000),
            ("CHN", "imports", "2024", 517800000000),
        ]

    # Codes that it does not know.

    @pytest.mark.parametrize("collapses", [False, True])
    def test_an_unknown_code_leaves_the_others_answered(self, collapses: bool) -> None:
        """
        A partner, a heading and a month that it does not know are no data; what goes out with them is answered.
        """
        self.server.collapses = collapses
        wanted = periods("2024", "2026-09")
        asked = [
            SeriesQuery("EU", "CHN", periods=wanted),
            SeriesQuery("EU", "AUS", periods=wanted),
            SeriesQuery("EU", "BTN", periods=wanted),
            SeriesQuery("EU", "CHN", "hs:2709", wanted),
        ]

        answers = {answer.query: answer for answer in self.make_resolver().resolve(asked)}

        assert [answers[each].failure for each in asked] == [None, Failure.NO_DATA, None, Failure.NO_DATA]
        assert len(self.server.asked) < 25

    def test_very_many_unknown_codes_are_too_many_requests(self) -> None:
        """
        A service that knows none of many codes is not asked for each.
        """
        self.server.collapses = True
        asked = [SeriesQuery("EU", "CHN", f"hs:{number}", periods("2024")) for number in range(1001, 1081)]

        answers = list(self.make_resolver().resolve(asked))

        assert ({answer.failure for answer in answers}, len(self.server.asked)) == ({Failure.TOO_BIG}, 60)

    # Places.

    def test_the_world_of_the_union_is_outside_of_it(self) -> None:
        """
        "EU exports to the world" are exports to non-members, as in Eurostat's releases; the note says so.
        """
        (row,) = self.answer(SeriesQuery("EU", "WLD", periods=periods("2024"))).observations

        assert int(row.value) == 2584100000000
        assert row.citation.note == "the 27 members since 2020, in every year; trade with the world outside the Union"

    def test_the_world_of_a_member_is_the_world(self) -> None:
        """
        "German exports" go to members too.
        """
        assert self.levels(SeriesQuery("DEU", "WLD", periods=periods("2024"))) == [
            ("WLD", "exports", "2024", 1550000000000)
        ]

    def test_the_union_is_a_partner_of_its_members(self) -> None:
        """
        Exports of a member to the EU are those to the other members.
        """
        assert self.levels(SeriesQuery("DEU", "EU", periods=periods("2024"))) == [
            ("EU", "exports", "2024", 850000000000)
        ]

    def test_serbia_has_a_code_of_its_own(self) -> None:
        """
        Serbia is XS there and SRB here.
        """
        assert self.levels(SeriesQuery("EU", "SRB", periods=periods("2024"))) == [
            ("SRB", "exports", "2024", 23000000000)
        ]

    def test_greece_is_gr(self) -> None:
        """
        Greece is GR in Comext, not EL as elsewhere at Eurostat; the United Kingdom is GB.
        """
        list(self.make_resolver().resolve([SeriesQuery("GRC", "GBR", periods=periods("2024"))]))

        assert [(each.every("reporter"), each.every("partner")) for each in self.server.asked] == [(["GR"], ["GB"])]

    @pytest.mark.parametrize(
        "query",
        [
            SeriesQuery("CHN", "EU"),
            SeriesQuery("EA", "CHN"),
            SeriesQuery("GBR", "CHN"),
            SeriesQuery("EU", "DEU"),
            SeriesQuery("EU", "EU"),
            SeriesQuery("EU", "EA"),
            SeriesQuery("DEU", "DEU"),
            SeriesQuery("EU", "ASEAN"),
            SeriesQuery("EU", "PRI"),
            SeriesQuery("EU", "CHN", "passenger-cars"),
            RateQuery("EUR", Period.parse("2024")),
        ],
    )
    def test_what_it_cannot_be_asked(self, query: SeriesQuery) -> None:
        """
        Others' trade, trade inside a bloc, places without a code and goods of other lists are not for it.
        """
        assert not self.resolver(self.access()).covers(query)

    def test_the_office_of_a_member_decides(self) -> None:
        """
        Figures of the Union decide; those of a member support, for its own office counts otherwise.
        """
        standing = {
            row.reporter: row.standing
            for reporter in ("EU", "DEU")
            for row in self.answer(SeriesQuery(reporter, "CHN", periods=periods("2024"))).observations
        }

        assert standing == {"EU": Standing.DECIDES, "DEU": Standing.SUPPORTS}

    def test_the_union_of_earlier_years_was_another(self) -> None:
        """
        Up to 2019 the Union had other members, so that figures of today's 27 only support.
        """
        rows = self.answer(SeriesQuery("EU", "CHN", periods=periods("2019", "2024"))).observations

        assert {str(row.period): row.standing for row in rows} == {"2019": Standing.SUPPORTS, "2024": Standing.DECIDES}

    # Every partner.

    def test_every_partner_is_one_request_without_aggregates(self) -> None:
        """
        Without a partner all are answered: countries and the world; other aggregates and ships' stores are left out.
        """
        answer = self.answer(SeriesQuery("DEU", None, periods=periods("2024")))

        assert ({row.partner for row in answer.observations}, answer.complete) == ({"CHN", "FRA", "EU", "WLD"}, True)
        assert [each.every("partner") for each in self.server.asked] == [[]]

    def test_every_partner_of_the_union_has_no_members(self) -> None:
        """
        The Union's partners are those outside of it.
        """
        answer = self.answer(SeriesQuery("EU", None, periods=periods("2024")))

        assert {row.partner for row in answer.observations} == {"CHN", "BTN", "SRB", "WLD"}

    # What is not whole yet.

    def test_the_world_is_held_back_until_the_members_are_in(self) -> None:
        """
        Where a member's trade with the world is no more than that with outsiders, trade among members is not out.
        """
        query = SeriesQuery("DEU", "WLD", periods=periods("2026-06", "2026-07"))

        assert self.levels(query) == [("WLD", "exports", "2026-06", 128000000000)]
        assert self.answer(query._replace(periods=periods("2026-07"))).detail == (
            "2026-07: only trade with countries outside the Union is out so far"
        )

    def test_no_rank_among_outsiders_alone(self) -> None:
        """
        A month without the members has no ranking of a member's partners.
        """
        answer = self.answer(SeriesQuery("DEU", None, periods=periods("2026-06", "2026-07")))

        assert ({str(row.period) for row in answer.observations}, answer.complete) == ({"2026-06"}, False)

    def test_a_partner_outside_is_whole_at_once(self) -> None:
        """
        Trade with a country outside the Union does not wait for the members.
        """
        assert self.levels(SeriesQuery("DEU", "CHN", periods=periods("2026-07"))) == [
            ("CHN", "exports", "2026-07", 7100000000)
        ]

    @pytest.mark.parametrize(("updated", "failure"), [("2025-02-17", Failure.NO_DATA), ("2025-04-15", None)])
    def test_a_year_waits_for_its_december(self, updated: str, failure: Failure | None) -> None:
        """
        A yearly figure of data from before April could be a sum of fewer than twelve months.
        """
        self.server.updated = f"{updated}T11:00:00+0200"
        answer = self.answer()

        assert answer.failure is failure
        assert failure is None or answer.detail == "2024: the year may lack its last months; the data are of 2025-02-17"

    # Flags and vintages.

    def test_a_confidential_figure_is_no_figure(self) -> None:
        """
        A cell flagged |C has no value, and the answer says why.
        """
        self.server.flags = {("CN", "2024"): "|C"}
        answer = self.answer()

        assert (answer.failure, answer.detail) == (Failure.NO_DATA, "2024: confidential")

    @pytest.mark.parametrize("flags", ["c", "|C", "p|N", "f"])
    def test_a_value_under_a_flag_that_forbids_it_is_not_used(self, flags: str) -> None:
        """
        Even where a value stands beside it, what is confidential or forecast is no figure.
        """
        self.server.always = edited(lambda found: found.update(status=dict.fromkeys(found["value"], flags)))

        assert self.answer().failure is Failure.NO_DATA

    def test_other_flags_stand_in_the_note(self) -> None:
        """
        A provisional figure is used, and called so.
        """
        self.server.flags = {("CN", "2024"): "p"}
        notes = {row.citation.note for row in self.answer().observations}

        assert notes == {"the 27 members since 2020, in every year; provisional"}

    def test_the_vintage_is_the_day_of_the_update(self) -> None:
        """
        Exports and imports count from the day that the service states; without one, from that of the reply.
        """
        stated = {str(row.published) for row in self.answer().observations}
        self.server.updated = None
        unstated = {str(row.published) for row in self.answer().observations}

        assert (stated, unstated) == ({"2026-09-15"}, {"2026-11-20"})

    def test_a_month_from_before_its_end_is_refused(self) -> None:
        """
        A figure that was updated before its month was over cannot be one of that month.
        """
        self.server.updated = "2024-01-15T11:00:00+0200"

        assert self.answer(SeriesQuery("EU", "CHN", periods=periods("2024-01"))).failure is Failure.BAD_PAYLOAD

    # How much is asked.

    def test_a_whole_series_is_bounded(self) -> None:
        """
        A whole series is thirty years and ten years of months in two requests, and does not count as complete.
        """
        answer = self.answer(SeriesQuery("EU", "CHN"))

        assert [len(each.every("time")) for each in self.server.asked] == [30, 120]
        assert (len(answer.observations), answer.complete) == (7, False)

    def test_no_request_is_large(self) -> None:
        """
        However much is asked, each request stays far below what the service answers at once, and none is left out.
        """
        places = ("CHN", "USA", "JPN", "KOR", "IND", "BRA", "CHE", "NOR", "TUR", "GBR", None)
        asked = [
            SeriesQuery(reporter, partner, commodity)
            for reporter in ("EU", "DEU", "FRA", "ITA", "ESP", "NLD")
            for partner in places
            for commodity in (ALL_GOODS, "hs:8703", "hs:2709", "hs:27")
        ]

        groups = [group for group, _ in groups_of(asked, NOW.date())]
        blocks = [block for _, several in groups_of(asked, NOW.date()) for block in several]

        assert sorted(map(repr, asked)) == sorted(repr(query) for group in groups for query in group)
        assert all(block.is_small and len(block.params()) <= MOST_CODES + 6 for block in blocks)
        assert MOST_CELLS < 100_000


CLAIMS = """\
about: {reporter: EU, partner: Bhutan, flow: exports, currency: EUR, source: eurostat}
claims:
  - {quote: "exports of €36 million", id: holds, level: 2024}
  - {quote: "exports of €25 million", id: misses, level: 2022}
  - {quote: "rose 20 percent", id: growth, change: 2024}
  - {quote: "€40.5 million in trade", id: total, level: 2024, flow: total}
  - {quote: "exports of €3 million", id: open, level: 2021}
"""
#: As Eurostat's pages print the year 2024 (sources/eurostat), in the fake to the same digits.
PUBLISHED = """\
about: {reporter: EU, partner: China, currency: EUR, source: eurostat}
claims:
  - {quote: "exports of €213.3 billion", id: exports, level: 2024, flow: exports}
  - {quote: "a deficit of €304.5 billion", id: deficit, level: 2024, flow: balance}
  - {quote: "exports to the world of €2,584.1 billion", id: world, level: 2024, flow: exports, partner: World}
"""


def test_level_and_growth_through_the_whole_command(verify_live: Callable[..., Ran]) -> None:
    """
    A level, a growth and a total of a pair that the snapshot does not have are decided by the service's figures.
    """
    with Comext() as server:
        ran = verify_live(CLAIMS, {"eurostat": server.url})

    assert [ran.verdict(each) for each in ("holds", "misses", "growth", "total", "open")] == [
        ("match", "within"),
        ("discrepancy", "wrong-level"),
        ("match", "recomputed"),
        ("match", "within"),
        ("unresolved", "no-observation"),
    ]
    assert ran.code == 1


def test_published_figures_hold(verify_live: Callable[..., Ran]) -> None:
    """
    What Eurostat printed for 2024 is confirmed by the live figures.
    """
    with Comext() as server:
        ran = verify_live(PUBLISHED, {"eurostat": server.url})

    assert {ran.verdict(each)[0] for each in ("exports", "deficit", "world")} == {"match"}


def test_a_service_that_wants_time_leaves_claims_unresolved(verify_live: Callable[..., Ran]) -> None:
    """
    An answer that is still prepared ends with exit code 4 and its reason.
    """
    with Comext() as server:
        server.always = sent({"warning": LATER})
        ran = verify_live(CLAIMS, {"eurostat": server.url})

    assert (ran.code, ran.verdict("holds")) == (4, ("unresolved", "source-unavailable"))
    assert "try again later" in ran.finding("holds")["explanation"]
