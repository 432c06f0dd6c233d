"""The day from which a figure of UN Comtrade counts."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from factcheck.evidence.store import EvidenceStore
from factcheck.observations import SeriesQuery
from tests.resolvers.live.comtrade_desk import ComtradeDesk
from tests.resolvers.live.comtrade_faults import only_releases
from tests.resolvers.live.faults import status
from tests.resolvers.live.server import Asked, Handler, Response, changed
from tests.resolvers.live.suite import NOW, periods


class TestReleases(ComtradeDesk):
    """The last release of a data set, else the day of retrieval."""

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

    @pytest.mark.parametrize(
        "other",
        [
            {"isOriginalClassification": False},
            {"classificationSearchCode": "S4"},
            {"freqCode": "M"},
            {"typeCode": "S"},
            {"reporterCode": 643},
            {"period": 2023},
        ],
    )
    def test_only_its_own_data_set_is_a_release(self, other: dict[str, object]) -> None:
        """
        The day of another data set, or of the same turned into another classification, is not that of its release.
        """

        def turned(handler: Handler, asked: Asked, response: Response) -> Response:
            found = json.loads(response.body)
            data = [{**found["data"][0], "lastReleased": "2026-01-01T00:00:00", **other}, *found["data"]]
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

        half_a_day = timedelta(hours=12)
        answer = self.answer(SeriesQuery("CHN", "USA", periods=periods("2024")), evidence=kept, fresh=half_a_day)

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
