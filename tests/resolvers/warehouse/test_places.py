"""Where a table may lie: in its folder by the project's word, anywhere else by the operator's alone."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest

from factcheck.errors import SourceError
from factcheck.observations import Failure, SeriesQuery
from factcheck.resolvers.warehouse import WarehouseResolver, warehouse_resolvers
from tests.resolvers.warehouse.projects import make_project, write_description
from tests.resolvers.warehouse.tables import FILES, NAMES, answer, figures, make_table, periods

ASKED = SeriesQuery("CHN", "RUS", periods=periods("2024"))
TOTAL = ("RUS", "total", "", "2024", "244.81")
VARIABLE = "FACTCHECK_WAREHOUSE_TRADE_DESK"


def only(project: Path, environ: dict[str, str] | None = None) -> WarehouseResolver:
    """The one warehouse of a project."""
    (resolver,) = warehouse_resolvers(project, environ or {})
    return resolver


@pytest.mark.parametrize("kind", FILES)
def test_a_file_in_its_folder_is_asked(kind: str, tmp_path) -> None:
    """
    The project names a file beside the description, and no variable is needed.
    """
    make_project(tmp_path, kind)
    resolver = only(tmp_path)

    assert (resolver.name, resolver.live) == ("trade-desk", False)
    assert TOTAL in figures(answer(resolver, ASKED))


@pytest.mark.parametrize("kind", FILES)
def test_the_operator_may_name_another_file(kind: str, tmp_path) -> None:
    """
    The variable goes before the path of the project.
    """
    make_project(tmp_path / "project", kind)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    place = make_table(kind, elsewhere, [("CHN", "RUS", "T", "", "2024", "1", None, "https://example.org/")])

    given = answer(only(tmp_path / "project", {VARIABLE: place}), ASKED)

    assert figures(given) == [("RUS", "total", "", "2024", "1")]


@pytest.mark.parametrize("kind", [*FILES, "postgres"])
def test_the_variable_to_set_is_named(kind: str, tmp_path) -> None:
    """
    Where nobody says where the table lies, the answer names the variable and shows its form.
    """
    folder = make_project(tmp_path, kind, path=None) if kind == "postgres" else None
    if folder is None:
        folder = make_project(tmp_path, kind, path=None)
        (folder / NAMES[kind]).unlink()
    resolver = only(tmp_path)

    given = answer(resolver, ASKED)

    assert (given.failure, resolver.live) == (Failure.BAD_REQUEST, False)
    assert given.detail.startswith(f"nobody says where the table lies: set {VARIABLE}, as ")


def test_variables_of_other_sources_are_not_read(tmp_path) -> None:
    """
    Each source has a variable of its own: one of another says nothing.
    """
    make_project(tmp_path, "postgres")
    others = {"FACTCHECK_WAREHOUSE": "x", "FACTCHECK_WAREHOUSE_TRADE": "x", "FACTCHECK_WAREHOUSE_TRADE-DESK": "x"}

    assert "nobody says" in answer(only(tmp_path, others), ASKED).detail


@pytest.mark.parametrize("place", ["figures.csv", "./figures.csv", "~/figures.csv", "../elsewhere/figures.csv"])
def test_a_path_of_the_operator_is_whole(place: str, tmp_path) -> None:
    """
    A relative path would depend on the folder in which the command runs: it is refused.
    """
    make_project(tmp_path, "csv")

    given = answer(only(tmp_path, {VARIABLE: place}), ASKED)

    assert (given.failure, f"{VARIABLE} is no whole path" in given.detail) == (Failure.BAD_REQUEST, True)


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs links")
@pytest.mark.parametrize("kind", FILES)
def test_a_link_that_leads_out_is_refused(kind: str, tmp_path) -> None:
    """
    A link to a file elsewhere is no file of the project.
    """
    folder = make_project(tmp_path / "project", kind)
    shutil.move(folder / NAMES[kind], tmp_path / "elsewhere")
    (folder / NAMES[kind]).symlink_to(tmp_path / "elsewhere")

    with pytest.raises(SourceError, match="leads out of the sources folder"):
        warehouse_resolvers(tmp_path / "project", {})


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs links")
@pytest.mark.parametrize("kind", FILES)
def test_a_link_made_since_it_was_looked_at_is_refused(kind: str, tmp_path) -> None:
    """
    The file is looked at again when it is opened.
    """
    folder = make_project(tmp_path / "project", kind)
    resolver = only(tmp_path / "project")
    shutil.move(folder / NAMES[kind], tmp_path / "elsewhere")
    (folder / NAMES[kind]).symlink_to(tmp_path / "elsewhere")

    given = answer(resolver, ASKED)

    assert (given.failure, "leads out of the sources folder" in given.detail) == (Failure.BAD_REQUEST, True)


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs links")
def test_a_link_to_itself_is_refused(tmp_path) -> None:
    """
    A loop of links is no file.
    """
    folder = make_project(tmp_path, "csv")
    (folder / "figures.csv").unlink()
    (folder / "figures.csv").symlink_to("figures.csv")

    with pytest.raises(SourceError, match=r"'figures\.csv'"):
        warehouse_resolvers(tmp_path, {})


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
@pytest.mark.parametrize("kind", FILES)
def test_a_pipe_in_the_folder_is_refused(kind: str, tmp_path) -> None:
    """
    A pipe would be waited for without end.
    """
    folder = make_project(tmp_path, kind)
    (folder / NAMES[kind]).unlink()
    os.mkfifo(folder / NAMES[kind])
    started = time.monotonic()

    with pytest.raises(SourceError, match="is no regular file"):
        warehouse_resolvers(tmp_path, {})
    assert time.monotonic() - started < 60


def test_a_device_of_the_operator_is_refused(tmp_path) -> None:
    """
    A device is no table, whoever names it.
    """
    make_project(tmp_path, "csv")

    given = answer(only(tmp_path, {VARIABLE: "/dev/zero"}), ASKED)

    assert (given.failure, "is no regular file" in given.detail) == (Failure.BAD_REQUEST, True)


@pytest.mark.parametrize(("kind", "ending"), [("sqlite", "-wal"), ("sqlite", "-journal"), ("duckdb", ".wal")])
def test_a_database_that_was_not_closed_is_refused(kind: str, ending: str, tmp_path) -> None:
    """
    Its newest rows lie beside it; read alone it would give older figures than its owner sees.
    """
    folder = make_project(tmp_path, kind)
    resolver = only(tmp_path)
    (folder / f"{NAMES[kind]}{ending}").write_bytes(b"x")

    given = answer(resolver, ASKED)

    assert (given.failure, "has changes that are not in the file yet" in given.detail) == (Failure.UNAVAILABLE, True)
    with pytest.raises(SourceError, match="is not described"):
        warehouse_resolvers(tmp_path, {})


def test_a_description_is_read_as_if_it_were_hostile(tmp_path) -> None:
    """
    Descriptions that cannot be read are left to the reader of local sources, which says so; none stops the rest.
    """
    make_project(tmp_path, "csv")
    sources = tmp_path / "sources"
    for name, content in {
        "utf16": '{"warehouse":'.encode("utf-16"),
        "large": b'"warehouse"' + b" " * (1 << 20),
    }.items():
        (sources / name).mkdir()
        (sources / name / "datapackage.json").write_bytes(content)
    (sources / "pipe").mkdir()
    os.mkfifo(sources / "pipe" / "datapackage.json")
    (sources / "link").mkdir()
    (sources / "link" / "datapackage.json").symlink_to("/etc/hostname")
    (sources / "empty").mkdir()

    assert only(tmp_path).name == "trade-desk"


@pytest.mark.parametrize(
    "text", ['{"warehouse": ' + "[" * 100_000, '{"warehouse": {"kind": NaN}}', '["warehouse"]', ""]
)
def test_a_description_that_is_no_json_is_an_error(text: str, tmp_path) -> None:
    """
    Broken JSON is told with its place, however deep it is.
    """
    make_project(tmp_path, "csv", text)

    if not text:
        assert warehouse_resolvers(tmp_path, {}) == ()
    else:
        with pytest.raises(SourceError, match=r"datapackage\.json:1:"):
            warehouse_resolvers(tmp_path, {})


def test_a_project_without_sources_has_none(tmp_path) -> None:
    """
    Most projects have no folder of their own, and most sources no warehouse.
    """
    assert warehouse_resolvers(tmp_path, {VARIABLE: "postgresql://desk:x@127.0.0.1/trade"}) == ()
    (tmp_path / "sources" / "desk").mkdir(parents=True)
    write_description(tmp_path / "sources" / "desk", {"name": "desk"})
    assert warehouse_resolvers(tmp_path, {}) == ()


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs links")
def test_a_sources_folder_that_leads_out_of_the_project_is_refused(tmp_path) -> None:
    """
    A link to a folder elsewhere is no folder of the project.
    """
    make_project(tmp_path / "elsewhere", "csv")
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / "sources").symlink_to(tmp_path / "elsewhere" / "sources")

    with pytest.raises(SourceError, match="the folder leads out of the project"):
        warehouse_resolvers(tmp_path / "project", {})


def test_looking_for_warehouses_imports_no_database(tmp_path) -> None:
    """
    A project without one pays for a look at its descriptions and for nothing else.
    """
    import subprocess
    import sys

    (tmp_path / "sources" / "desk").mkdir(parents=True)
    write_description(tmp_path / "sources" / "desk", {"name": "desk"})
    script = (
        "import sys; from pathlib import Path; from factcheck.resolvers.warehouse import warehouse_resolvers; "
        "warehouse_resolvers(Path('.'), {}); "
        "print(*sorted({'duckdb', 'pg8000', 'sqlite3', 'factcheck.resolvers.warehouse.resolver'} & set(sys.modules)))"
    )

    shown = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True)

    assert shown.stdout.split() == ["sqlite3"]  # the snapshot's own
