"""UN Comtrade with a key: the contract, the faults, what a row says."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

import pytest

from factcheck.observations import Failure, SeriesQuery
from factcheck.periods import Period
from factcheck.resolvers.live.comtrade.resolver import Comtrade
from tests.resolvers.live.comtrade_faults import OWN, rows
from tests.resolvers.live.comtrade_service import KEY, ComtradeService
from tests.resolvers.live.suite import LiveSuite, periods


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
