"""What a mapping may say, and what is said where it may not: with line and column, and what to write instead."""

from __future__ import annotations

import json
from typing import Any

import pytest

from factcheck.errors import SourceError
from factcheck.observations import SeriesQuery
from factcheck.resolvers import local_sources
from factcheck.resolvers.warehouse import WarehouseResolver, warehouse_resolvers
from factcheck.snapshot import compile_index
from tests.resolvers.warehouse.projects import described, make_project, write_description
from tests.resolvers.warehouse.tables import MAPPING, answer, figures, mapping_of

COLUMNS, CONSTANTS = MAPPING["columns"], MAPPING["constants"]


def without(told: dict[str, str], name: str) -> dict[str, str]:
    return {key: value for key, value in told.items() if key != name}


#: kind, what is changed, the name that the error points at ('' is the start of the file), and what it says.
FAULTS: dict[str, tuple[str, dict[str, Any], str, str]] = {
    "an unknown key": ("csv", {"host": "db.example.org"}, "host", "unknown key 'host'"),
    "a key nearly right": ("csv", {"column": {}}, "column", "unknown key 'column'\nwrite columns"),
    "a connection": ("postgres", {"dsn": "postgresql://x"}, "dsn", "unknown key 'dsn'"),
    "no kind": ("csv", {"kind": None}, "warehouse", "'kind' is missing"),
    "an unknown kind": ("csv", {"kind": "mysql"}, "mysql", "unknown kind 'mysql'"),
    "no columns": ("csv", {"columns": None}, "warehouse", "'columns' is missing"),
    "columns that are a list": ("csv", {"columns": ["rep"]}, "columns", "'columns' is no object"),
    "an unknown field": ("csv", {"columns": COLUMNS | {"valeu": "x"}}, "valeu", "unknown field 'valeu' in 'columns'"),
    "a field without a column": ("csv", {"columns": without(COLUMNS, "flow")}, "columns", "'flow' is missing"),
    "a field told twice": (
        "csv", {"constants": CONSTANTS | {"flow": "total"}}, "flow", "'flow' is a column and a constant",
    ),
    "a constant value": (
        "csv", {"columns": without(COLUMNS, "value"), "constants": CONSTANTS | {"value": "1"}}, "constants",
        "the value is no constant",
    ),
    "a column that is a list": ("csv", {"columns": COLUMNS | {"flow": ["x"]}}, "flow", "'flow' is no text"),
    "a column without a name": ("csv", {"columns": COLUMNS | {"flow": " "}}, "flow", "a name is empty"),
    "a column with a quote": (
        "csv", {"columns": COLUMNS | {"flow": 'x" FROM t; --'}}, "flow", "holds the character U+0022",
    ),
    "a column with a control": ("csv", {"columns": COLUMNS | {"flow": "x\x00"}}, "flow", "holds the character U+0000"),
    "a column that turns the text": (
        "csv", {"columns": COLUMNS | {"flow": "x\u202e"}}, "flow", "holds the character U+202E",
    ),
    "a column without end": ("csv", {"columns": COLUMNS | {"flow": "x" * 129}}, "flow", "a name of 129 characters"),
    "a column that PostgreSQL would cut": (
        "postgres", {"columns": COLUMNS | {"flow": "ф" * 32}}, "flow", "is longer than PostgreSQL's names",
    ),
    "a path out of the folder": ("csv", {"path": "../x.csv"}, "../x.csv", "'../x.csv' is no file of this folder"),
    "a path from the root": ("csv", {"path": "/etc/passwd"}, "/etc/passwd", "'/etc/passwd' is no file of this folder"),
    "a path into a folder": ("csv", {"path": "a/x.csv"}, "a/x.csv", "'a/x.csv' is no file of this folder"),
    "an address for a path": ("parquet", {"path": "s3://b/x"}, "s3://b/x", "'s3://b/x' is no file of this folder"),
    "a pattern for a path": ("parquet", {"path": "*.parquet"}, "*.parquet", "'*.parquet' is no file of this folder"),
    "a hidden file": ("csv", {"path": ".x.csv"}, ".x.csv", "'.x.csv' is no file of this folder"),
    "a path for a server": ("postgres", {"path": "x.sock"}, "path", "a server has no path"),
    "a table in a CSV file": ("csv", {"table": "x"}, "table", "a csv file has no tables"),
    "no table": ("duckdb", {"table": None}, "warehouse", "'table' is missing"),
    "a table of too many parts": ("postgres", {"table": "a.b.c"}, "table", "the table 'a.b.c' has 3 parts"),
    "a schema in SQLite": ("sqlite", {"table": "main.figures"}, "table", "the table 'main.figures' has 2 parts"),
    "a table with a quote": ("postgres", {"table": 'x"; DROP TABLE y; --'}, "table", "holds the character U+0022"),
    "an empty schema": ("postgres", {"table": ".figures"}, "table", "a name is empty"),
    "a table of the system": ("postgres", {"table": "pg_shadow"}, "table", "is a table of the database system"),
    "a schema of the system": (
        "postgres", {"table": "pg_catalog.pg_authid"}, "table", "is a table of the database system",
    ),
    "settings of the system": ("duckdb", {"table": "duckdb_secrets"}, "table", "is a table of the database system"),
    "values of no column": ("csv", {"values": {"unit": {"x": "USD"}}}, "unit", "values of 'unit', which is no column"),
    "values of the value": ("csv", {"values": {"value": {"-": "0"}}}, "value", "values of 'value'"),
    "values that are a list": ("csv", {"values": {"flow": ["X"]}}, "flow", "the values of 'flow' are no object"),
    "a value that is no text": ("csv", {"values": {"flow": {"X": True}}}, "flow", "'flow' is no text"),
    "a prefix of no column": (
        "csv", {"columns": without(COLUMNS, "commodity")}, "commodity", "a prefix of 'commodity', which is no column",
    ),
    "a prefix of another field": ("csv", {"prefixes": {"value": "1"}}, "value", "unknown field 'value' in 'prefixes'"),
    "an unknown frequency": (
        "csv", {"constants": CONSTANTS | {"frequency": "week"}}, "frequency", "unknown frequency 'week'",
    ),
    "a frequency without a column": (
        "csv",
        {"columns": without(COLUMNS, "period"), "constants": CONSTANTS | {"period": "2024", "frequency": "year"}},
        "frequency", "a frequency, but the period is no column",
    ),
    "a frequency with values": (
        "csv", {"constants": CONSTANTS | {"frequency": "year"}, "values": {"period": {"a": "2024"}}}, "period",
        "values of the period, whose column holds days",
    ),
    "an unknown constant": (
        "csv", {"constants": CONSTANTS | {"password": "x"}}, "password", "unknown field 'password' in 'constants'",
    ),
    "a file that is not there": ("csv", {"path": "other.csv"}, "", "cannot read 'other.csv': No such file"),
    "a file that nobody named": ("csv", {"path": None}, "", "'figures.csv' is not described"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_a_mapping_points_at_it(name: str, tmp_path, monkeypatch) -> None:
    """
    What cannot be obeyed is an error with file, line and column; the run ends with exit code 2.
    """
    kind, changes, near, words = FAULTS[name]
    folder = make_project(tmp_path, kind, **changes)
    monkeypatch.chdir(tmp_path)
    lines = (folder / "datapackage.json").read_text("utf-8").splitlines()

    with pytest.raises(SourceError) as raised:
        warehouse_resolvers(tmp_path, {})

    problems = [problem for problem in raised.value.problems if words.split("\n")[0] in problem.what]
    assert len(problems) == 1, str(raised.value)
    assert words in f"{problems[0].what}\n{problems[0].hint}"
    path, line, column = problems[0].location
    assert path == "sources/trade-desk/datapackage.json"
    assert lines[line - 1][column - 1 :].startswith(f'"{near}' if near else "{")
    assert problems[0].hint


def test_all_faults_are_told_at_once(tmp_path) -> None:
    """
    A mapping with several faults is told them all.
    """
    make_project(tmp_path, "csv", kind="mysql", columns=COLUMNS | {"flow": ""}, prefix={})

    with pytest.raises(SourceError) as raised:
        warehouse_resolvers(tmp_path, {})

    assert [problem.what for problem in raised.value.problems] == [
        "unknown key 'prefix'",
        "unknown kind 'mysql'",
        "a name is empty",
    ]


TOLD = {
    "no object": ({"warehouse": "postgresql://x"}, "'warehouse' is no object"),
    "null": ({"warehouse": None}, "'warehouse' is no object"),
    "beside tables": ({"resources": [{"path": "x.csv"}]}, "the figures lie in tables and in a warehouse"),
    "no publisher": ({"publisher": ""}, "'publisher' is missing"),
    "an unknown key": ({"dsn": "x"}, "unknown key 'dsn'"),
    "another name": ({"name": "desk"}, "the name 'desk' is not that of the folder"),
}


@pytest.mark.parametrize("name", TOLD)
def test_a_fault_of_the_description_is_told_by_both_readers(name: str, tmp_path) -> None:
    """
    Whoever reads a description says the same of it, so that a run can say it once.
    """
    changes, words = TOLD[name]
    make_project(tmp_path, "csv", described("csv") | changes)
    local = local_sources(tmp_path)
    assert local is not None

    with pytest.raises(SourceError, match=words) as of_tables:
        _ = local.snapshot
    with pytest.raises(SourceError) as of_warehouses:
        warehouse_resolvers(tmp_path, {})

    assert set(of_warehouses.value.problems) <= set(of_tables.value.problems)


def test_a_key_written_with_escapes_is_seen(tmp_path) -> None:
    """
    JSON may spell any letter by its number: such a warehouse is not passed over in silence.
    """
    text = json.dumps(described("csv"), indent=1).replace('"warehouse"', '"w\\u0061rehouse"')
    make_project(tmp_path, "csv", text)

    assert [resolver.name for resolver in warehouse_resolvers(tmp_path, {})] == ["trade-desk"]


def test_a_source_in_a_warehouse_has_no_local_tables(tmp_path) -> None:
    """
    The reader of CSV rows leaves a warehouse alone and reads the other sources.
    """
    make_project(tmp_path, "csv")
    desk = tmp_path / "sources" / "desk"
    desk.mkdir()
    told = {key: value for key, value in described("csv").items() if key != "warehouse"}
    write_description(desk, told | {"name": "desk", "resources": [{"path": "rows.csv"}]})
    header = "reporter,partner,flow,period,unit,value,source_url"
    (desk / "rows.csv").write_text(f"{header}\nCHN,RUS,total,2024,USD,1,https://example.org\n", encoding="utf-8")

    local = local_sources(tmp_path)

    assert local is not None
    assert [source.id for source in local.snapshot.sources()] == ["desk"]


def test_an_embedded_source_is_no_warehouse(tmp_path) -> None:
    """
    The snapshot is made of CSV files; a description that points elsewhere cannot become part of it.
    """
    make_project(tmp_path, "csv")

    with pytest.raises(SourceError, match="the figures of an embedded source lie in a warehouse"):
        compile_index(tmp_path / "sources", tmp_path / "index.sqlite")


def test_python_may_give_the_same_mapping(table) -> None:
    """
    Code makes a resolver from the same words, and says itself where the table lies.
    """
    resolver = WarehouseResolver(mapping_of("csv"), source="trade-desk", place=table("csv"))

    assert ("RUS", "total", "", "2024", "244.81") in figures(answer(resolver, SeriesQuery("CHN", "RUS")))


def test_python_is_told_the_same_faults() -> None:
    """
    A mapping from code is read as strictly; the error names the source.
    """
    with pytest.raises(SourceError, match="the mapping of trade-desk: unknown kind 'oracle'"):
        WarehouseResolver(mapping_of("csv") | {"kind": "oracle"}, source="trade-desk", place="x")


HOSTILE = [
    "x; DROP TABLE figures",
    "x' OR '1'='1",
    "x) --",
    "a.b",
    "{}",
    "%s",
    ":p1",
    "$1",
    "select",
    "*",
    "t.rep",
    "ctid",
]


@pytest.mark.parametrize("kind", ["csv", "sqlite", "duckdb", "parquet", "postgres"])
@pytest.mark.parametrize("column", HOSTILE)
def test_a_hostile_name_is_a_name(kind: str, column: str, table) -> None:
    """
    A column may be called anything: it is that column, or there is no such column, and the table stands.
    """
    place = table(kind)

    given = answer(
        WarehouseResolver(mapping_of(kind, columns=COLUMNS | {"flow": column}), source="trade-desk", place=place),
        SeriesQuery("CHN", "RUS"),
    )
    again = answer(WarehouseResolver(mapping_of(kind), source="trade-desk", place=place), SeriesQuery("CHN", "RUS"))

    assert given.observations == ()
    assert len(figures(again)) == 3


@pytest.mark.parametrize("kind", ["csv", "sqlite", "duckdb", "parquet", "postgres"])
def test_odd_names_of_columns_are_read(kind: str, table) -> None:
    """
    "Trade value (US$), net" is a good name of a column, and so is one of another script.
    """
    names = {"amount": "Trade value (US$), net: 100%; 'x'", "month": "период", "rep": "a.b", "par": "{0}", "code": "$1"}
    types = {
        names.get(name, name): "TEXT" for name in ("rep", "par", "direction", "code", "month", "amount", "out", "link")
    }
    columns = {field: names.get(column, column) for field, column in COLUMNS.items()}

    resolver = WarehouseResolver(mapping_of(kind, columns=columns), source="trade-desk", place=table(kind, types=types))

    assert ("RUS", "total", "", "2024", "244.81") in figures(answer(resolver, SeriesQuery("CHN", "RUS")))
