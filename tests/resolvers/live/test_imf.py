"""The International Monetary Fund's trade by partner, as its service speaks."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from factcheck.observations import Failure, SeriesQuery
from factcheck.periods import Period
from factcheck.resolvers.live.imf import Imf
from tests.resolvers.live.conftest import Ran
from tests.resolvers.live.faults import BAD, COMMON, Trouble, body, status, typed
from tests.resolvers.live.server import Asked, FakeService, Response, text_response
from tests.resolvers.live.suite import LiveSuite, periods

HEAD = "DATAFLOW,COUNTRY,INDICATOR,COUNTERPART_COUNTRY,FREQUENCY,TIME_PERIOD,OBS_VALUE,SCALE,DERIVATION_TYPE\n"
#: Invented, but for the form: plain dollars, whatever SCALE says.
SERIES = {
    ("CHN", "XG_FOB_USD", "RUS", "A"): {"2023": "110972000000", "2024": "115496000000"},
    ("CHN", "MG_CIF_USD", "RUS", "A"): {"2023": "129139000000", "2024": "129314000000"},
    ("CHN", "XG_FOB_USD", "RUS", "M"): {"2025-M05": "8100000000", "2025-M06": "8280000000"},
    ("BTN", "XG_FOB_USD", "THA", "A"): {"2022": "8000000", "2023": "10000000", "2024": "12400000"},
    ("BTN", "XG_FOB_USD", "G001", "A"): {"2024": "790000000"},
    ("CHN", "XG_FOB_USD", "G001", "A"): {"2024": "3577000000000"},
}


class ImfService(FakeService):
    """Answers CSV to who asks for CSV, and 200 without observations to a wrong code."""

    def respond(self, asked: Asked) -> Response:
        if "csv" not in asked.headers["accept"]:
            return text_response("<message:StructureSpecificData/>", "application/xml")
        head, flow, key = asked.path.strip("/").split("/")
        if head != "data" or not flow.startswith("IMF.STA,IMTS"):
            return text_response("not found", "text/plain", 404)
        places = [part.split("+") for part in key.split(".")]
        if len(places) != 4:
            return text_response(HEAD, "application/vnd.sdmx.data+csv")
        first, last = asked.query.get("startPeriod", "0"), asked.query.get("endPeriod", "9999")
        lines = [
            f"IMF.STA:IMTS(1.0.0),{','.join(series)},{period},{value},6,M\n"
            for series, values in SERIES.items()
            if all(code in wanted or wanted == [""] for code, wanted in zip(series, places, strict=True))
            for period, value in values.items()
            if first <= period[:4] <= last
        ]
        described = "IMF.STA:IMTS(1.0.0),,,,,,,,\n"
        return text_response(HEAD + described + "".join(lines), "application/vnd.sdmx.data+csv; version=1.0.0")


def replaced(old: str, new: str) -> Trouble:
    """The reply with other words in it."""
    return Trouble(f"{old} is {new!r}", body(lambda right: right.replace(old.encode(), new.encode())), 0, BAD)


class TestImf(LiveSuite):
    """The contract, the faults of any service, and those of this one."""

    service, resolver = ImfService, Imf
    question = SeriesQuery("CHN", "RUS", periods=periods("2024"))
    at, value = Period.parse("2024"), Decimal(115496000000)
    known = (question, SeriesQuery("CHN", "RUS", periods=periods("2025-06", "2023")))
    unknown = (SeriesQuery("CHN", "BTN", periods=periods("2024")), SeriesQuery("CHN", "RUS", "hs:8703"))
    troubles = COMMON
    test_half_a_body_is_a_failure = None  # the table does not say how many rows it has
    own_troubles = (
        replaced("OBS_VALUE", "OBS_VAL"),
        replaced("TIME_PERIOD", "PERIOD"),
        replaced("115496000000", "NaN"),
        replaced("115496000000", "115,496"),
        replaced("115496000000", "-115496000000"),
        replaced(",RUS,A,2024", ",KAZ,A,2024"),
        replaced("CHN,XG", "JPN,XG"),
        replaced("XG_FOB_USD", "XG_FOB_EUR"),
        replaced(",A,2024,", ",A,2024-W3,"),
        Trouble("XML in place of CSV", typed("application/xml"), 0, BAD),
        Trouble(
            "two figures for a cell",
            body(lambda right: right + right.splitlines()[-1][:-4].replace(b"129", b"130") + b"\n"),
            0,
            BAD,
        ),
        Trouble("a row cut short", body(lambda right: right[:-8]), 0, BAD),
    )

    def test_the_scale_is_not_applied(self) -> None:
        """
        Values are plain dollars: SCALE 6 is left alone.
        """
        rows = self.answer().observations

        assert {row.unit_multiplier for row in rows} == {0}

    def test_the_world_is_a_partner(self) -> None:
        """
        The world has the code G001 there, and WLD here.
        """
        rows = self.answer(SeriesQuery("CHN", "WLD", periods=periods("2024"))).observations

        assert [(row.partner, row.value) for row in rows] == [("WLD", Decimal(3577000000000))]

    def test_queries_of_one_reporter_go_out_together(self) -> None:
        """
        Two partners of a reporter are one request.
        """
        partners = [SeriesQuery("CHN", each, periods=periods("2024")) for each in ("RUS", "WLD")]

        list(self.make_resolver().resolve(partners))

        assert len(self.server.asked) == 1

    def test_a_reply_without_observations_is_no_data(self) -> None:
        """
        A partner that it does not know gives a table without rows: no data, never 0.
        """
        assert self.answer(SeriesQuery("CHN", "BTN", periods=periods("2024"))).failure is Failure.NO_DATA

    @pytest.mark.parametrize("query", [SeriesQuery("CHN", None), SeriesQuery("EU", "RUS"), SeriesQuery("CHN", "BRICS")])
    def test_what_it_cannot_be_asked(self, query: SeriesQuery) -> None:
        """
        All partners at once would be sixty megabytes, and blocs have no code there.
        """
        assert not self.resolver(self.access()).covers(query)


CLAIMS = """\
about: {reporter: Bhutan, partner: Thailand, flow: exports, currency: USD, source: imf}
claims:
  - {quote: "exports of $12.4 million", id: holds, level: 2024}
  - {quote: "exports of $9 million", id: misses, level: 2022}
  - {quote: "rose 24 percent", id: growth, change: 2024}
  - {quote: "exports of $3 million", id: open, level: 2021}
"""


def test_level_and_growth_through_the_whole_command(verify_live: Callable[..., Ran]) -> None:
    """
    A level and a growth of a pair that the snapshot does not have are decided by the service's figures.
    """
    with ImfService() as server:
        ran = verify_live(CLAIMS, {"imf": server.url})

    assert [ran.verdict(each) for each in ("holds", "misses", "growth", "open")] == [
        ("match", "within"),
        ("discrepancy", "wrong-level"),
        ("match", "recomputed"),
        ("unresolved", "no-observation"),
    ]
    assert ran.code == 1


def test_a_service_that_is_down_leaves_claims_unresolved(verify_live: Callable[..., Ran]) -> None:
    """
    A service that fails ends with exit code 4 and its reason.
    """
    with ImfService() as server:
        server.always = status(500)
        ran = verify_live(CLAIMS, {"imf": server.url})

    assert (ran.code, ran.verdict("holds")) == (4, ("unresolved", "source-unavailable"))
    assert "imf" in ran.finding("holds")["explanation"]
