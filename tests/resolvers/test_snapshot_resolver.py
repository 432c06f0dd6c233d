"""The embedded snapshot and a newsroom's own folder answer as the contract asks."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from factcheck.errors import SourceError
from factcheck.observations import EventQuery, Failure, SeriesQuery
from factcheck.periods import Period
from factcheck.resolvers import SnapshotResolver, local_sources
from factcheck.resolvers.snapshot import resolver
from factcheck.snapshot import snapshot_folder
from factcheck.testing import ResolverContract

HEADER = "reporter,partner,flow,period,unit,value,unit_multiplier,published,source_url"
ROW = "CHN,RUS,total,2024,USD,244.8,9,2025-01-13,https://example.org/2024"


def months(*names: str) -> frozenset[Period]:
    """Periods by name."""
    return frozenset(map(Period.parse, names))


class TestEmbedded(ResolverContract):
    """The embedded snapshot keeps the contract."""

    known = (
        SeriesQuery("CHN", "RUS", periods=months("2024", "2025-H1")),
        SeriesQuery("CHN", "RUS"),
        SeriesQuery("CHN", "RUS", "passenger-cars", months("2025")),
        SeriesQuery("USA", None, periods=months("2024")),
        SeriesQuery("DEU", "CHN"),
        SeriesQuery("IND", None),
        EventQuery(event="gacc-h1-2025-2025-07-14"),
        EventQuery(source="gacc", period=Period.parse("2024")),
        EventQuery(source="census"),
    )
    unknown = (
        SeriesQuery("CHN", "ATA"),
        SeriesQuery("CHN", "RUS", "hs:9999"),
        SeriesQuery("CHN", "RUS", periods=months("1990")),
        SeriesQuery("CHN", "RUS", periods=frozenset()),
        EventQuery(event="no-such-event"),
        EventQuery(source="gacc", period=Period.parse("1990")),
        EventQuery(),
    )

    def make_resolver(self) -> SnapshotResolver:
        return resolver()


class TestLocal(ResolverContract):
    """A newsroom's own folder keeps the contract."""

    known = (SeriesQuery("CHN", "RUS", periods=months("2024")), SeriesQuery("CHN", None))
    unknown = (SeriesQuery("RUS", "CHN"), EventQuery(event="no-such-event"))

    @pytest.fixture(autouse=True)
    def _project(self, tmp_path: Path) -> None:
        self.project = tmp_path
        write_source(tmp_path)

    def make_resolver(self) -> SnapshotResolver:
        return SnapshotResolver(self.project / "sources", local=True)


def write_source(project: Path, row: str = ROW) -> Path:
    """Write the source 'desk' into a project."""
    folder = project / "sources" / "desk"
    folder.mkdir(parents=True)
    described = {
        "name": "desk",
        "title": "Figures",
        "publisher": "The newsroom",
        "licenses": [{"name": "internal"}],
        "resources": [{"path": "rows.csv"}],
    }
    (folder / "datapackage.json").write_text(json.dumps(described))
    (folder / "rows.csv").write_text(f"{HEADER}\n{row}\n")
    return folder


def test_a_query_without_a_question_is_a_bad_request() -> None:
    """
    An event query that names neither event nor source nor period asks for nothing.
    """
    (answer,) = resolver().resolve([EventQuery()])

    assert answer.failure is Failure.BAD_REQUEST


def test_rows_of_ones_own_folder_are_marked_as_local(tmp_path) -> None:
    """
    A local row is told from an embedded one by its citation.
    """
    write_source(tmp_path)
    local = local_sources(tmp_path)
    query = SeriesQuery("CHN", "RUS", periods=months("2024"))

    assert local is not None
    assert local.name == "sources"
    assert {row.citation.local for answer in local.resolve([query]) for row in answer.observations} == {True}
    assert {row.citation.local for answer in resolver().resolve([query]) for row in answer.observations} == {False}


def test_a_project_without_sources_has_no_local_resolver(tmp_path) -> None:
    """
    Most projects have no folder of their own.
    """
    assert local_sources(tmp_path) is None


def test_the_embedded_folder_is_not_taken_for_a_local_one() -> None:
    """
    In a checkout of the project itself its sources are the embedded ones.
    """
    assert local_sources(snapshot_folder().parent) is None


def test_a_copy_of_an_embedded_source_is_left_out(tmp_path) -> None:
    """
    In a copy of the project the sources are known; only what was added to them is local.
    """
    write_source(tmp_path)
    shutil.copytree(snapshot_folder() / "gacc", tmp_path / "sources" / "gacc")

    local = local_sources(tmp_path)

    assert local is not None
    assert [source.id for source in local.snapshot.sources()] == ["desk"]


def test_an_edited_copy_of_an_embedded_source_is_an_error(tmp_path) -> None:
    """
    A figure changed in a copy of an embedded source is not read in silence: its hash no longer fits.
    """
    write_source(tmp_path)
    shutil.copytree(snapshot_folder() / "gacc", tmp_path / "sources" / "gacc")
    table = tmp_path / "sources" / "gacc" / "gacc_country_totals.csv"
    table.chmod(0o644)
    table.write_text(table.read_text("utf-8").replace("244.81", "237.00"), "utf-8")
    local = local_sources(tmp_path)

    assert local is not None
    with pytest.raises(SourceError, match="is not the one that datapackage"):
        list(local.resolve([SeriesQuery("CHN", "RUS")]))


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs links")
def test_a_sources_folder_that_leads_out_of_the_project_is_refused(tmp_path) -> None:
    """
    A link to a folder elsewhere is no folder of the project.
    """
    write_source(tmp_path / "elsewhere")
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / "sources").symlink_to(tmp_path / "elsewhere" / "sources")

    with pytest.raises(SourceError, match="the folder leads out of the project"):
        local_sources(tmp_path / "project")


def test_bad_rows_stop_the_first_question(tmp_path) -> None:
    """
    A folder with a bad row answers nothing, and says where the row is.
    """
    write_source(tmp_path, ROW.replace("total", "trade"))
    local = local_sources(tmp_path)

    assert local is not None
    with pytest.raises(SourceError, match=r"rows.csv:2:9: unknown flow 'trade'"):
        list(local.resolve([SeriesQuery("CHN", "RUS")]))
