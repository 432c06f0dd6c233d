"""The Chinese customs' preliminary release by country, as its English pages are."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest

from factcheck.observations import Failure, SeriesQuery
from factcheck.periods import Period
from factcheck.resolvers.live.gacc.resolver import Gacc
from tests.resolvers.live.faults import COMMON
from tests.resolvers.live.gacc_service import GaccService, in_place_of_tables
from tests.resolvers.live.gacc_troubles import INDEX_TROUBLES, TABLE_TROUBLES, VARIANTS
from tests.resolvers.live.server import Response
from tests.resolvers.live.suite import LiveSuite, periods


class TestGacc(LiveSuite):
    """The contract, the faults of any service, and those of these pages."""

    service, resolver = GaccService, Gacc
    question = SeriesQuery("CHN", "RUS", periods=periods("2025-H1"))
    at, value = Period.parse("2025-H1"), Decimal(47_160_000_000)
    known = (
        question,
        SeriesQuery("CHN", "DEU", periods=periods("2026-Q1", "2026-03")),
        SeriesQuery("CHN", None, periods=periods("2026-Q1")),
    )
    unknown = (
        SeriesQuery("CHN", "KAZ", periods=periods("2025-H1")),
        SeriesQuery("CHN", "RUS", "hs:8703"),
        SeriesQuery("RUS", "CHN"),
        SeriesQuery("CHN", "NZL", periods=periods("2025-H1")),
    )
    troubles = COMMON
    own_troubles = (*INDEX_TROUBLES, *TABLE_TROUBLES, *VARIANTS)
    server: GaccService

    @pytest.mark.parametrize(
        "unit", ["<a>", "<p><b>", "<a b='>", "</a>", "&#1;", "<td><table>", "<a ", "<!--", "<![", "<?a"]
    )
    def test_a_hostile_page_ends_in_time(self, unit: str) -> None:
        """
        A page as large as may be, of tags only, is refused within seconds.
        """
        hostile = ("<html><div class='atcl-ttl'>" + unit * (250_000 // len(unit))).encode()
        self.server.always = in_place_of_tables(Response(200, hostile, "text/html"))
        start = time.monotonic()

        answer = self.answer()

        assert (answer.failure, time.monotonic() - start < 60) == (Failure.BAD_PAYLOAD, True)
