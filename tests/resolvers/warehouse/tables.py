"""The same table in each kind of warehouse, made for a test; all of it is text, as a row of a CSV file is."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb

from factcheck.observations import Answer, Query
from factcheck.periods import Period
from factcheck.resolvers.warehouse import Limits, WarehouseResolver
from tests.resolvers.postgres import PostgresServer

FILES = ("csv", "sqlite", "duckdb", "parquet")
KINDS = (*FILES, "postgres")
NAMES = {"csv": "figures.csv", "sqlite": "figures.sqlite", "duckdb": "figures.duckdb", "parquet": "figures.parquet"}
TYPES = {
    "rep": "TEXT", "par": "TEXT", "direction": "TEXT", "code": "TEXT", "month": "TEXT", "amount": "TEXT",
    "out": "TEXT", "link": "TEXT",
}  # fmt: skip
#: The mapping that fits ``ROWS``; a test changes what it is about.
MAPPING: dict[str, Any] = {
    "columns": {
        "reporter": "rep", "partner": "par", "flow": "direction", "commodity": "code", "period": "month",
        "value": "amount", "published": "out", "source_url": "link",
    },
    "constants": {"unit": "USD", "unit_multiplier": "9"},
    "values": {"flow": {"X": "exports", "M": "imports", "T": "total"}},
    "prefixes": {"commodity": "hs:"},
}  # fmt: skip
URL = "https://example.org/releases"
#: China and Russia as their customs printed them; the year 2024 was 244.81, the year before 240.11.
ROWS: tuple[tuple[str | None, ...], ...] = (
    ("CHN", "RUS", "T", None, "2023", "240.11", "2024-01-12", URL),
    ("CHN", "RUS", "T", None, "2024", "244.81", "2025-01-13", URL),
    ("CHN", "RUS", "X", None, "2024", "115.5", "2025-01-13", URL),
    ("CHN", "RUS", "X", "8703", "2024", "26.0", "2025-01-20", URL),
    ("CHN", "USA", "T", "", "2024", "688.28", "2025-01-13", URL),
    ("CHN", "USA", "T", "", "2025-01/2025-06", "286", None, URL),
    ("DEU", "CHN", "X", "", "2025-06", "6.70", "", URL),
)


def make_table(
    kind: str,
    folder: Path,
    rows: Sequence[Sequence[Any]] = ROWS,
    *,
    types: Mapping[str, str] = TYPES,
    server: PostgresServer | None = None,
    table: str = "figures",
) -> str:
    """Write a table and say where it lies: a path, or the address of the server."""
    if kind == "postgres":
        assert server is not None
        _in_postgres(server, table, rows, types)
        return server.address()
    path = folder / NAMES[kind]
    path.unlink(missing_ok=True)
    {"csv": _as_csv, "sqlite": _as_sqlite, "duckdb": _as_duckdb, "parquet": _as_parquet}[kind](path, rows, types)
    return str(path)


def _as_csv(path: Path, rows: Sequence[Sequence[Any]], types: Mapping[str, str]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(types)
        writer.writerows([["" if cell is None else cell for cell in row] for row in rows])


def _as_sqlite(path: Path, rows: Sequence[Sequence[Any]], types: Mapping[str, str]) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute(f"CREATE TABLE figures ({_columns(types)})")
        marks = ", ".join("?" * len(types))
        database.executemany(f"INSERT INTO figures VALUES ({marks})", rows)  # noqa: S608
        database.commit()


def _as_duckdb(path: Path, rows: Sequence[Sequence[Any]], types: Mapping[str, str]) -> None:
    with closing(duckdb.connect(str(path))) as database:
        _fill(database, rows, types)


def _as_parquet(path: Path, rows: Sequence[Sequence[Any]], types: Mapping[str, str]) -> None:
    with closing(duckdb.connect(":memory:")) as database:
        _fill(database, rows, types)
        quoted = str(path).replace("'", "''")
        database.execute(f"COPY figures TO '{quoted}' (FORMAT parquet)")


def _fill(database: duckdb.DuckDBPyConnection, rows: Sequence[Sequence[Any]], types: Mapping[str, str]) -> None:
    database.execute(f"CREATE TABLE figures ({_columns(types)})")
    if rows:
        marks = ", ".join(f"CAST(? AS {type_})" for type_ in types.values())
        database.executemany(f"INSERT INTO figures VALUES ({marks})", [list(row) for row in rows])  # noqa: S608


def _in_postgres(server: PostgresServer, table: str, rows: Sequence[Sequence[Any]], types: Mapping[str, str]) -> None:
    server.run(f'DROP TABLE IF EXISTS "{table}" CASCADE')
    server.run(f'CREATE TABLE "{table}" ({_columns(types)})')
    for row in rows:
        cells = {f"c{index}": cell for index, cell in enumerate(row)}
        marks = ", ".join(f"CAST(:{name} AS {type_})" for name, type_ in zip(cells, types.values(), strict=True))
        server.run(f'INSERT INTO "{table}" VALUES ({marks})', **cells)  # noqa: S608


def _columns(types: Mapping[str, str]) -> str:
    return ", ".join(f'"{name}" {type_}' for name, type_ in types.items())


def mapping_of(kind: str, /, **changes: Any) -> dict[str, Any]:
    """The mapping for a kind, with some keys changed; None takes a key out."""
    told = {**MAPPING, "kind": kind, **({} if kind in ("csv", "parquet") else {"table": "figures"}), **changes}
    return {key: value for key, value in told.items() if value is not None}


def warehouse(kind: str, place: str, *, limits: Limits = Limits(), **changes: Any) -> WarehouseResolver:  # noqa: B008
    """A resolver of a table made above."""
    told = mapping_of(kind, **changes)
    return WarehouseResolver(told, source="trade-desk", publisher="The Example Post", place=place, limits=limits)


def answer(resolver: WarehouseResolver, query: Query) -> Answer:
    """The answer to one query."""
    (given,) = resolver.resolve([query])
    return given


def periods(*names: str) -> frozenset[Period]:
    """Periods by name."""
    return frozenset(map(Period.parse, names))


def figures(given: Answer) -> list[tuple[str, str, str, str, str]]:
    """What an answer says, so that a test can write it down: partner, flow, goods, period and number."""
    assert given.failure is None, given.detail
    rows = given.observations
    return sorted((row.partner, row.flow, row.commodity, str(row.period), str(row.value)) for row in rows)
