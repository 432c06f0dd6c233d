"""What can be wrong with a table as a whole: each is a typed failure of every query, and nothing is raised."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import duckdb
import pytest

from factcheck.observations import Answer, Failure, RateQuery, SeriesQuery
from factcheck.resolvers.warehouse import Limits
from tests.resolvers.warehouse.tables import (
    FILES,
    KINDS,
    MAPPING,
    NAMES,
    ROWS,
    TYPES,
    answer,
    figures,
    make_table,
    periods,
    warehouse,
)

ASKED = SeriesQuery("CHN", "RUS", periods=periods("2024"))
OTHER_VALUE = MAPPING["columns"] | {"value": "amount_usd"}


def damaged(path: Path) -> None:
    """Change every seventh byte after the head of a file."""
    content = bytearray(path.read_bytes())
    for index in range(100, len(content) - 8, 7):
        content[index] ^= 0x55
    path.write_bytes(content)


def cut(path: Path) -> None:
    """Leave the first half of a file."""
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def written(content: bytes) -> Callable[[Path], None]:
    """Put something else into the file."""

    def write(path: Path) -> None:
        path.write_bytes(content)

    return write


def sqlite_view(path: Path) -> None:
    """A view that never ends, under the name of the table."""
    with closing(sqlite3.connect(path)) as database:
        database.executescript(
            "DROP TABLE figures; CREATE VIEW figures AS WITH RECURSIVE n(i) AS "
            "(SELECT 1 UNION ALL SELECT i + 1 FROM n) "
            "SELECT 'CHN' AS rep, 'RUS' AS par, 'T' AS direction, '' AS code, '2024' AS month, i AS amount, "
            "NULL AS out, '' AS link FROM n WHERE i < 0"
        )


def sqlite_of(value: str) -> Callable[[Path], None]:
    """A view whose amounts are computed, under the name of the table."""

    def make(path: Path) -> None:
        columns = ", ".join(f"{value} AS amount" if name == "amount" else name for name in TYPES)
        with closing(sqlite3.connect(path)) as database:
            database.executescript(
                f"ALTER TABLE figures RENAME TO stored; CREATE VIEW figures AS SELECT {columns} FROM stored"  # noqa: S608
            )

    return make


def duckdb_view(of: str) -> Callable[[Path], None]:
    """A view over something else, under the name of the table."""

    def make(path: Path) -> None:
        with closing(duckdb.connect(str(path))) as database:
            columns = ", ".join(f"'x' AS {name}" for name in TYPES)
            database.execute(f"DROP TABLE figures; CREATE VIEW figures AS SELECT {columns} FROM {of}")  # noqa: S608

    return make


class Fault(NamedTuple):
    """A table gone wrong, and what is said of it."""

    kind: str
    failure: Failure
    words: str
    spoil: Callable[[Path], None] = lambda path: None
    changes: dict[str, Any] = {}  # noqa: RUF012  never changed
    limits: Limits = Limits()


BAD, ASK, DOWN, BIG = Failure.BAD_PAYLOAD, Failure.BAD_REQUEST, Failure.UNAVAILABLE, Failure.TOO_BIG
FAULTS: dict[str, Fault] = {
    "csv: not there": Fault("csv", DOWN, "cannot read", Path.unlink),
    "csv: empty": Fault("csv", ASK, "has no column 'rep'", written(b"")),
    "csv: a column renamed": Fault("csv", ASK, "has no column 'amount_usd'", changes={"columns": OTHER_VALUE}),
    "csv: a column twice": Fault(
        "csv", ASK, "has more than one column 'amount'",
        written(b"rep,par,direction,code,month,amount,amount,out,link\nCHN,RUS,T,,2024,1,2,,https://example.org\n"),
    ),
    "csv: semicolons": Fault("csv", ASK, "has no column 'rep'", written(b"rep;par;month\nCHN;RUS;2024\n")),
    "csv: a row too short": Fault(
        "csv", BAD, "row 2: 3 fields where the header has 8",
        written(b"rep,par,direction,code,month,amount,out,link\nCHN,RUS,T\n"),
    ),
    "csv: a quote that is not closed": Fault(
        "csv", BAD, "no CSV", written(b'rep,par,direction,code,month,amount,out,link\n"CHN,RUS,T,,2024,1,,x\n')
    ),
    "csv: Latin-1": Fault(
        "csv", BAD, "no UTF-8", written("rep,par,direction,code,month,amount,out,link\nCHN,é".encode("latin-1"))
    ),
    "csv: UTF-16": Fault("csv", BAD, "no UTF-8", written("rep,par\n".encode("utf-16"))),
    "csv: a line without end": Fault("csv", BAD, "a line of more than 1,000,000 characters", written(b"," * 3_000_000)),
    "csv: too long to read": Fault(
        "csv", DOWN, "took more than 0 seconds to read",
        written(b"rep,par,direction,code,month,amount,out,link\n" + b"\n" * 5_000), limits=Limits(seconds=0),
    ),
    "csv: a field without end": Fault(
        "csv", BAD, "no CSV", written(b"rep,par,direction,code,month,amount,out,link\n" + b"x" * 200_000)
    ),
    "sqlite: not there": Fault("sqlite", DOWN, "cannot read", Path.unlink),
    "sqlite: empty": Fault("sqlite", ASK, "no such table: main.figures", written(b"")),
    "sqlite: no database": Fault("sqlite", BAD, "cannot be read as a SQLite database", written(b"figures" * 999)),
    "sqlite: damaged": Fault("sqlite", BAD, "cannot be read as a SQLite database", damaged),
    "sqlite: cut": Fault("sqlite", BAD, "cannot be read as a SQLite database", cut),
    "sqlite: another table": Fault("sqlite", ASK, "no such table: main.trade", changes={"table": "trade"}),
    "sqlite: a column renamed": Fault("sqlite", ASK, "no such column: t.amount_usd", changes={"columns": OTHER_VALUE}),
    "sqlite: text that is not UTF-8": Fault(
        "sqlite", BAD, "text that is not UTF-8", sqlite_of("CAST(x'32ff' AS TEXT)")
    ),
    "sqlite: a value without end": Fault("sqlite", BAD, "a value that is too large", sqlite_of("zeroblob(900000000)")),
    "sqlite: a view without end": Fault(
        "sqlite", DOWN, "took more than 0.3 seconds", sqlite_view, limits=Limits(seconds=0.3)
    ),
    "duckdb: not there": Fault("duckdb", DOWN, "cannot read", Path.unlink),
    "duckdb: empty": Fault("duckdb", BAD, "damaged, or no file of its kind", written(b"")),
    "duckdb: a SQLite file": Fault("duckdb", BAD, "no file of its kind", written(b"SQLite format 3\0" + b"\0" * 9999)),
    "duckdb: damaged": Fault("duckdb", BAD, "damaged, or no file of its kind", damaged),
    "duckdb: cut": Fault("duckdb", BAD, "damaged, or no file of its kind", cut),
    "duckdb: another table": Fault("duckdb", ASK, "no such table or column", changes={"table": "trade"}),
    "duckdb: another schema": Fault("duckdb", ASK, "no such table or column", changes={"table": "trade.figures"}),
    "duckdb: a column renamed": Fault("duckdb", ASK, "no such table or column", changes={"columns": OTHER_VALUE}),
    "duckdb: a view that reads other files": Fault(
        "duckdb", ASK, "only the file itself may be read", duckdb_view("read_text('/etc/hostname')")
    ),
    "duckdb: a view that lists files": Fault(
        "duckdb", ASK, "only the file itself may be read", duckdb_view("glob('/*')")
    ),
    "duckdb: a view without end": Fault(
        "duckdb", DOWN, "took more than 0.3 seconds", duckdb_view("range(1000000000000)"), limits=Limits(seconds=0.3)
    ),
    "duckdb: too little memory": Fault(
        "duckdb", BIG, "more than the 20MB of memory",
        duckdb_view("(SELECT range FROM range(20000000) ORDER BY hash(range))"), limits=Limits(memory="20MB"),
    ),
    "parquet: not there": Fault("parquet", DOWN, "cannot read", Path.unlink),
    "parquet: empty": Fault("parquet", BAD, "no file of its kind", written(b"")),
    "parquet: a CSV file": Fault("parquet", BAD, "no file of its kind", written(b"rep,par\nCHN,RUS\n" * 99)),
    "parquet: damaged": Fault("parquet", BAD, "no file of its kind", damaged),
    "parquet: cut": Fault("parquet", BAD, "no file of its kind", cut),
    "parquet: a column renamed": Fault("parquet", ASK, "no such table or column", changes={"columns": OTHER_VALUE}),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_the_table_is_a_typed_failure(name: str, table) -> None:
    """
    The answer says of what kind the fault is and what to do; the path that the operator named is not in it.
    """
    fault = FAULTS[name]
    place = table(fault.kind)
    fault.spoil(Path(place))

    given = answer(warehouse(fault.kind, place, limits=fault.limits, **fault.changes), ASKED)

    assert (given.failure, given.observations) == (fault.failure, ())
    assert fault.words in given.detail
    assert place not in given.detail
    assert "/tmp" not in given.detail  # noqa: S108


@pytest.mark.parametrize("kind", KINDS)
def test_one_row_too_many_is_no_answer(kind: str, table) -> None:
    """
    An answer that would have to be cut is not given.
    """
    place = table(kind)

    whole = answer(warehouse(kind, place, limits=Limits(most_rows=3)), SeriesQuery("CHN", "RUS"))
    cut_ = answer(warehouse(kind, place, limits=Limits(most_rows=2)), SeriesQuery("CHN", "RUS"))

    assert len(figures(whole)) == 3
    assert (cut_.failure, cut_.observations) == (Failure.TOO_BIG, ())
    assert "more than 2 rows" in cut_.detail


@pytest.mark.parametrize("kind", FILES)
def test_what_needs_no_table_is_answered_without_it(kind: str, tmp_path) -> None:
    """
    A query that the mapping rules out, or that is of another sort, has no data, though the table cannot be read.
    """
    columns = {name: column for name, column in MAPPING["columns"].items() if name != "reporter"}
    constants = MAPPING["constants"] | {"reporter": "CHN"}
    resolver = warehouse(kind, str(tmp_path / "nowhere"), columns=columns, constants=constants)

    failures = [given.failure for given in resolver.resolve([SeriesQuery("DEU", "CHN"), RateQuery("USD"), ASKED])]

    assert failures == [Failure.NO_DATA, Failure.NO_DATA, DOWN]


@pytest.mark.parametrize("kind", FILES)
def test_a_table_of_one_year_may_say_so_once(kind: str, table) -> None:
    """
    The period may be true of all rows: other periods are not looked for, and the whole series is that one.
    """
    columns = {name: column for name, column in MAPPING["columns"].items() if name != "period"}
    constants = MAPPING["constants"] | {"period": "2024"}
    resolver = warehouse(kind, table(kind, ROWS[1:3]), columns=columns, constants=constants)

    year, other, series = resolver.resolve(
        [ASKED, SeriesQuery("CHN", "RUS", periods=periods("2023")), SeriesQuery("CHN", "RUS")]
    )

    assert (
        figures(year)
        == figures(series)
        == [
            ("RUS", "exports", "", "2024", "115.5"),
            ("RUS", "total", "", "2024", "244.81"),
        ]
    )
    assert other.failure is Failure.NO_DATA


def test_a_period_of_the_mapping_that_cannot_be_read_is_told(table) -> None:
    """
    A constant is read with the rows: each of them is refused.
    """
    columns = {name: column for name, column in MAPPING["columns"].items() if name != "period"}
    constants = MAPPING["constants"] | {"period": "last year"}

    given = answer(warehouse("csv", table("csv", ROWS[1:3]), columns=columns, constants=constants), ASKED)

    assert (given.failure, "unknown period 'last year'" in given.detail) == (BAD, True)


def test_blank_lines_of_a_csv_file_are_no_rows(tmp_path) -> None:
    """
    A file may end in blank lines.
    """
    place = Path(make_table("csv", tmp_path))
    place.write_bytes(place.read_bytes() + b"\r\n\r\n")

    assert len(figures(answer(warehouse("csv", str(place)), SeriesQuery("CHN", "RUS")))) == 3


@pytest.mark.parametrize("kind", FILES)
def test_nothing_is_written_beside_a_file(kind: str, table, tmp_path) -> None:
    """
    Asking changes no file and leaves none behind.
    """
    place = table(kind)
    before = {path: (path.stat().st_mtime_ns, path.stat().st_size) for path in tmp_path.rglob("*")}

    figures(answer(warehouse(kind, place), ASKED))

    assert {path: (path.stat().st_mtime_ns, path.stat().st_size) for path in tmp_path.rglob("*")} == before


def test_a_database_that_is_being_written_can_be_asked(tmp_path) -> None:
    """
    A SQLite file of the operator may be in use: its newest rows count, though they lie in the log beside it.
    """
    place = make_table("sqlite", tmp_path)
    with closing(sqlite3.connect(place)) as database:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("UPDATE figures SET amount = '244.82' WHERE direction = 'T' AND month = '2024'")
        database.commit()

        assert ("RUS", "total", "", "2024", "244.82") in figures(answer(warehouse("sqlite", place), ASKED))


def test_a_database_that_is_locked_is_unavailable(tmp_path) -> None:
    """
    A DuckDB file that another program writes cannot be opened, and the answer says so.
    """
    place = make_table("duckdb", tmp_path)
    script = f"import duckdb, sys; c = duckdb.connect({place!r}); print('open', flush=True); sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"open\n"

        given = answer(warehouse("duckdb", place), ASKED)

        writer.communicate()
    assert (given.failure, "is locked by a program" in given.detail) == (DOWN, True)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
@pytest.mark.parametrize("kind", FILES)
def test_a_pipe_is_not_waited_for(kind: str, tmp_path) -> None:
    """
    A pipe in the place of a file is refused at once.
    """
    path = tmp_path / NAMES[kind]
    os.mkfifo(path)
    started = time.monotonic()

    given: Answer = answer(warehouse(kind, str(path)), ASKED)

    assert (given.failure, "no regular file" in given.detail) == (ASK, True)
    assert time.monotonic() - started < 60


@pytest.mark.parametrize(("kind", "package"), [("parquet", "duckdb"), ("duckdb", "duckdb"), ("postgres", "pg8000")])
def test_a_missing_extra_is_named(kind: str, package: str, tmp_path, monkeypatch) -> None:
    """
    Without the optional package the answer says how to install it.
    """
    for name in [package, *(name for name in sys.modules if name.startswith(f"{package}."))]:
        monkeypatch.setitem(sys.modules, name, None)
    place = "postgresql://desk:x@127.0.0.1:1/trade" if kind == "postgres" else make_file(tmp_path)

    given = answer(warehouse(kind, place), ASKED)

    extra = "postgres" if kind == "postgres" else "tables"
    assert (given.failure, given.detail) == (
        DOWN,
        f"{package} is not installed: pip install 'factcheck-claims[{extra}]'",
    )


def make_file(folder: Path) -> str:
    path = folder / "figures"
    path.write_bytes(b"")
    return str(path)


def test_several_parquet_files_are_one_table(tmp_path) -> None:
    """
    The operator may name files by a pattern, as exports in parts are written.
    """
    for name, row in (("2023", ROWS[0]), ("2024", ROWS[1])):
        os.rename(make_table("parquet", tmp_path, [row]), tmp_path / f"part-{name}.parquet")

    given = answer(warehouse("parquet", str(tmp_path / "part-*.parquet")), SeriesQuery("CHN", "RUS"))

    assert figures(given) == [("RUS", "total", "", "2023", "240.11"), ("RUS", "total", "", "2024", "244.81")]


@pytest.mark.parametrize("folder", ["it's [a] folder", "100 % figures?", "ф*"])
@pytest.mark.parametrize("kind", FILES)
def test_odd_names_of_folders_are_names(kind: str, folder: str, tmp_path) -> None:
    """
    Quotes, patterns and percent signs in the path of the project mean nothing.
    """
    (tmp_path / folder).mkdir()
    odd = tmp_path / folder / NAMES[kind]
    os.rename(make_table(kind, tmp_path), odd)

    assert figures(answer(warehouse(kind, str(odd)), ASKED))


def test_an_address_without_the_extension_is_unavailable() -> None:
    """
    A file in a bucket needs an extension that the operator installs once; the address is not repeated.
    """
    given = answer(warehouse("parquet", "s3://secret-bucket/figures.parquet?key=secret"), ASKED)

    assert (given.failure, "extension httpfs" in given.detail) == (DOWN, True)
    assert "secret" not in given.detail


@pytest.mark.parametrize(
    ("kind", "place"),
    [
        ("parquet", "http://example.org/figures.parquet"),
        ("parquet", "ftp://example.org/figures.parquet"),
        ("duckdb", "s3://bucket/figures.duckdb"),
        ("sqlite", "https://example.org/figures.sqlite"),
        ("csv", "https://example.org/figures.csv"),
        ("sqlite", "file:///data/figures.sqlite"),
        ("postgres", "/data/figures.csv"),
        ("postgres", "mysql://desk:secret@example.org/trade"),
    ],
)
def test_a_place_that_does_not_fit_the_kind_is_refused(kind: str, place: str) -> None:
    """
    A kind takes places of its own sort; the answer says in what form, and does not repeat the one given.
    """
    given = answer(warehouse(kind, place), ASKED)

    assert given.failure is ASK
    assert place not in given.detail
    assert "secret" not in given.detail
