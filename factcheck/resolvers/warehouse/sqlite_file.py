"""
Rows of a SQLite file, read with the standard library.

A file that came with a project is opened as one that never changes: nothing is written beside it. A view of a hostile
file can do no more than take its time, which is limited.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from factcheck.resolvers.warehouse.asked import Branch
from factcheck.resolvers.warehouse.faults import WarehouseFault, bad_payload, bad_request, unavailable
from factcheck.resolvers.warehouse.identifiers import quoted_table
from factcheck.resolvers.warehouse.limits import Limits, stopped_after
from factcheck.resolvers.warehouse.mapping import TableMapping
from factcheck.resolvers.warehouse.place import Place, files_at
from factcheck.resolvers.warehouse.row import Row
from factcheck.resolvers.warehouse.statement import MOST_READ, Dialect, parameters_of, statement_of

_AT_ONCE = 2_000
_LONGEST_VALUE = 1 << 20  # bytes of a value inside SQLite; a view could make one of a gigabyte
_SETTINGS = (
    "PRAGMA temp_store = MEMORY",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
)
# Numbers are not cast to text, for SQLite then cuts binary ones to fifteen digits; keys are compared as stored, so that
# an index helps; bytes become a character that no field may hold.
_TEXT = f"CASE typeof({{0}}) WHEN 'text' THEN substr({{0}}, 1, {MOST_READ}) WHEN 'blob' THEN char(0) ELSE {{0}} END"
_DIALECT = Dialect(_TEXT, "{}", "typeof({})", lambda branch, number, first: f"temp.asked_{number} AS a")
_NUMBERS = ("real", "integer")  # a column of numbers keeps 26.0 as 26, whatever was written


def rows_of_sqlite(branches: Sequence[Branch], mapping: TableMapping, place: Place, limits: Limits) -> Iterator[Row]:
    """
    The rows that were asked for.

    Raises:
        WarehouseFault: the file is missing or no database, lacks the table or a column, or takes too long.
    """
    (path,) = files_at(place, "sqlite")
    try:
        with closing(_opened(path, place)) as database, stopped_after(limits.seconds, database.interrupt):
            _ask(database, branches)
            made = statement_of(branches, mapping, quoted_table(("main", *mapping.table)), _DIALECT, limits.most_rows)
            cursor = database.execute(made.sql)
            while rows := cursor.fetchmany(_AT_ONCE):
                for number, *values, type_ in rows:
                    yield Row(number, tuple([_text(value) for value in values]), type_ in _NUMBERS)
    except sqlite3.Error as error:
        raise _fault(error, place, limits) from None


def _opened(path: str, place: Place) -> sqlite3.Connection:
    mode = "mode=ro&immutable=1" if place.root is not None else "mode=ro"
    database = sqlite3.connect(
        f"{Path(path).as_uri()}?{mode}", uri=True, isolation_level=None, check_same_thread=False, timeout=5
    )
    try:
        for setting in _SETTINGS:
            database.execute(setting)
        database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    except sqlite3.Error:
        database.close()
        raise
    return database


def _ask(database: sqlite3.Connection, branches: Sequence[Branch]) -> None:
    """The keys of each branch as a table in memory, with an index that the join may use."""
    for number, branch in enumerate(branches):
        columns = "".join(f"{name} TEXT, " for name in branch.fields)
        key = ", ".join((*branch.fields, "n"))
        database.execute(f"CREATE TEMP TABLE asked_{number} ({columns}n INTEGER, PRIMARY KEY ({key})) WITHOUT ROWID")
        numbers, *texts = parameters_of(branch)
        marks = ", ".join("?" * (len(texts) + 1))
        insert = f"INSERT INTO temp.asked_{number} VALUES ({marks})"  # noqa: S608  our own words
        database.executemany(insert, zip(*texts, numbers, strict=True))


def _text(value: object) -> str | None:
    """A value as text; a number as the shortest digits that give it."""
    return value if value is None or isinstance(value, str) else repr(value)


def _fault(error: sqlite3.Error, place: Place, limits: Limits) -> WarehouseFault:
    told = str(error)
    if "interrupted" in told:
        return unavailable(f"{place.shown} took more than {limits.seconds:g} seconds to answer")
    if told.startswith(("no such table", "no such column")):
        return bad_request(f"{place.shown}: {told}")
    if "decode" in told:
        return bad_payload(f"{place.shown} holds text that is not UTF-8")
    if isinstance(error, sqlite3.OperationalError) and ("locked" in told or "unable to open" in told):
        return unavailable(f"cannot open {place.shown}: it is locked, or may not be read")
    if isinstance(error, sqlite3.DataError) or "too big" in told:
        return bad_payload(f"{place.shown} holds a value that is too large")
    return bad_payload(f"{place.shown} cannot be read as a SQLite database: {told}")
