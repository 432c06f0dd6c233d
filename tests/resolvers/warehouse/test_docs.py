"""The examples of docs/warehouse.md work as they stand."""

from __future__ import annotations

import contextlib
import io
import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb
import pytest

from factcheck.cli import main
from factcheck.resolvers.warehouse import warehouse_resolvers
from factcheck.resolvers.warehouse.limits import Limits
from factcheck.resolvers.warehouse.mapping import KINDS
from factcheck.resolvers.warehouse.place import variable_of
from factcheck.resolvers.warehouse.server import TLS, server_at
from factcheck.snapshot.rows import COLUMNS
from tests.resolvers.postgres import PostgresServer

ROOT = Path(__file__).resolve().parents[3]
PAGE = (ROOT / "docs" / "warehouse.md").read_text("utf-8")
FILES = re.findall(r"`([a-z./-]{1,60})`:\n\n```[a-z]{1,10}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
SECTION = re.compile(r"^### (\w{1,20})\n(.*?)(?=^##)", re.MULTILINE | re.DOTALL)
BLOCK = re.compile(r"^```(\w{1,10})\n(.*?)^```", re.MULTILINE | re.DOTALL)
KIND = {"Parquet": "parquet", "DuckDB": "duckdb", "SQLite": "sqlite", "PostgreSQL": "postgres"}


def blocks(text: str) -> dict[str, str]:
    """The blocks of a part of the page, by language."""
    return dict(BLOCK.findall(text))


EXAMPLES = {KIND[name]: blocks(text) for name, text in SECTION.findall(PAGE) if name in KIND}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project of the first example, in which the command runs."""
    for path, text in FILES:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    return tmp_path


def test_the_first_example_prints_what_the_page_says(project: Path, capsysbinary: Any) -> None:
    """
    The three files make a project whose report has the lines of the page, in their order.
    """
    assert [path for path, _ in FILES] == [
        "sources/trade-desk/datapackage.json",
        "sources/trade-desk/figures.csv",
        "claims/story.yaml",
    ]

    assert main(["verify"]) == 1
    real = capsysbinary.readouterr().out.decode()

    place = 0
    shown = blocks(PAGE)["console"].partition("\n")[2]
    for piece in filter(None, (piece.strip("\n") for piece in re.split("^…$", shown, flags=re.MULTILINE))):
        found = real.find(piece, place)
        assert found >= 0, f"not printed any more:\n{piece}\n\nin:\n{real}"
        place = found + len(piece)


def make(kind: str, folder: Path, sql: str, server: PostgresServer | None) -> None:
    """Make the table of an example with its own SQL."""
    if kind == "sqlite":
        with closing(sqlite3.connect(folder / "figures.sqlite")) as database:
            database.executescript(sql)
    elif server is not None:
        server.run("DROP SCHEMA IF EXISTS trade CASCADE; DROP ROLE IF EXISTS factcheck_reader")
        server.run(sql)
    else:
        with closing(duckdb.connect(str(folder / "figures.duckdb"))) as opened:
            opened.execute(sql.replace("TO 'figures.parquet'", f"TO '{folder / 'figures.parquet'}'"))
        if kind == "parquet":
            (folder / "figures.duckdb").unlink()


@pytest.mark.parametrize("kind", EXAMPLES)
def test_the_example_of_each_kind_works(
    kind: str, project: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, capsysbinary: Any
) -> None:
    """
    The mapping of a kind fits the table that its SQL makes; the report is that of the first example.
    """
    folder = project / "sources" / "trade-desk"
    (folder / "figures.csv").unlink()
    told = json.loads((folder / "datapackage.json").read_text("utf-8"))
    told["warehouse"] = json.loads(EXAMPLES[kind]["json"])
    (folder / "datapackage.json").write_text(json.dumps(told), encoding="utf-8")
    server: PostgresServer | None = request.getfixturevalue("postgres") if kind == "postgres" else None
    make(kind, folder, EXAMPLES[kind]["sql"], server)
    if server is not None:
        monkeypatch.setenv("FACTCHECK_WAREHOUSE_TRADE_DESK", server.address("factcheck_reader", "change-me"))

    assert main(["verify", "-o", "json"]) == 1
    report = json.loads(capsysbinary.readouterr().out)

    verdicts = [finding["verdict"] for finding in report["articles"][0]["findings"]]
    assert verdicts == ["match", "match", "discrepancy"]


def test_every_kind_has_an_example() -> None:
    """
    No kind is without one; that of CSV files stands first.
    """
    assert {*EXAMPLES, "csv"} == set(KINDS)


def test_the_variable_of_the_page_can_be_read() -> None:
    """
    The line that sets the variable names it rightly and holds a good address.
    """
    from factcheck.resolvers.warehouse.place import Place

    line = blocks(PAGE)["sh"]
    name, _, value = line.removeprefix("export ").strip().partition("=")
    server = server_at(Place(value.strip("'"), "what it names"))

    assert name == variable_of("trade-desk")
    assert (server.user, server.password, server.host, server.port) == (
        "factcheck_reader",
        "change-me",
        "db.example.org",
        5432,
    )
    assert (server.database, server.tls) == ("postgres", "verify-full")


def test_the_example_in_python_works(project: Path) -> None:
    """
    The code of the page runs in the project of the first example.
    """
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(blocks(PAGE)["python"], "warehouse.md", "exec"), {})  # noqa: S102  our own code

    assert printed.getvalue() == "['240.11', '244.81']\n"


def test_the_page_names_what_there_is(project: Path) -> None:
    """
    Kinds, modes of protection and limits are those of the code; the fields are those of the other page.
    """
    sources = (ROOT / "docs" / "sources.md").read_text("utf-8")
    limits = Limits()

    assert [word for word in (*KINDS, *TLS[:2]) if word not in PAGE] == []
    assert [column for column in COLUMNS if f"`{column}`" not in sources] == []
    assert f"{limits.most_rows:,} rows" in PAGE
    assert f"{limits.connect_seconds:g} seconds to connect and {limits.seconds:g} in all" in PAGE
    assert [resolver.name for resolver in warehouse_resolvers(project, {})] == ["trade-desk"]
