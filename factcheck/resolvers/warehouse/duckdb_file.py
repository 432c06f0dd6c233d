"""
Rows of Parquet files and of DuckDB's own files, read by DuckDB with one join.

DuckDB is shut in before it sees a name that a project file wrote: it may read the files of this table and nothing
else, loads no extension, writes nothing, and looks at no variable of this program.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from factcheck.resolvers.warehouse.asked import Branch
from factcheck.resolvers.warehouse.faults import (
    WarehouseFault,
    bad_payload,
    bad_request,
    missing_extra,
    too_big,
    unavailable,
)
from factcheck.resolvers.warehouse.identifiers import quoted_table, quoted_text
from factcheck.resolvers.warehouse.limits import Limits, stopped_after
from factcheck.resolvers.warehouse.mapping import TableMapping
from factcheck.resolvers.warehouse.place import Place, files_at
from factcheck.resolvers.warehouse.row import Row
from factcheck.resolvers.warehouse.statement import CAST, Dialect, lists, statement_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_AT_ONCE = 2_000
_ATTACHED = "warehouse"
_REMOTE = ("https://", "s3://")
_SETTINGS = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "python_enable_replacements": "false",
    "temp_directory": "",
    "TimeZone": "UTC",
}
_NUMBERS = ("FLOAT", "DOUBLE")


def _asked(branch: Branch, number: int, first: int) -> str:
    columns = zip(lists(branch, first), ("n", *branch.fields), strict=True)
    return f"(SELECT {', '.join(f'unnest({values}) AS {name}' for values, name in columns)}) AS a"


_DIALECT = Dialect(CAST, "CAST({} AS TEXT)", "typeof({})", _asked)


def rows_of_duckdb(branches: Sequence[Branch], mapping: TableMapping, place: Place, limits: Limits) -> Iterator[Row]:
    """
    The rows that were asked for.

    Raises:
        WarehouseFault: DuckDB is not installed; the file is missing or damaged, lacks the table or a column, or takes
            too long or too much memory.
    """
    try:
        import duckdb
    except ImportError:
        raise missing_extra("duckdb", "tables") from None
    files = [place.address] if place.remote else files_at(place, mapping.kind)
    try:
        with closing(duckdb.connect(":memory:")) as database, stopped_after(limits.seconds, database.interrupt):
            table = _prepared(database, files, mapping, place, limits)
            made = statement_of(branches, mapping, table, _DIALECT, limits.most_rows)
            cursor = database.execute(made.sql, list(made.parameters))
            while rows := cursor.fetchmany(_AT_ONCE):
                for number, *texts, type_ in rows:
                    yield Row(number, tuple(texts), type_ in _NUMBERS)
    except duckdb.Error as error:
        raise _fault(error, place, limits) from None


def _prepared(
    database: DuckDBPyConnection, files: list[str], mapping: TableMapping, place: Place, limits: Limits
) -> str:
    """Shut DuckDB in; what it then calls the table."""
    for name, value in {**_SETTINGS, "memory_limit": limits.memory}.items():
        database.execute(f"SET {name} = {quoted_text(value)}")
    if place.remote:
        _reach(database, mapping, place)
    else:
        listed = ", ".join(map(quoted_text, files))
        database.execute(f"SET allowed_paths = [{listed}]")
        if mapping.kind == "duckdb":
            database.execute(f"ATTACH {quoted_text(files[0])} AS {_ATTACHED} (READ_ONLY, TYPE duckdb)")
            database.execute(f"USE {_ATTACHED}")
        database.execute("SET enable_external_access = false")
    database.execute("SET lock_configuration = true")
    if mapping.kind == "duckdb":
        return quoted_table(mapping.table)
    return f"read_parquet([{', '.join(map(quoted_text, files))}])"


def _reach(database: DuckDBPyConnection, mapping: TableMapping, place: Place) -> None:
    """Let DuckDB reach what the operator's address names: with the extension that the operator has installed."""
    import duckdb

    if mapping.kind != "parquet" or not place.address.startswith(_REMOTE):
        raise bad_request(f"{place.variable or 'the place'} is no https:// or s3:// address of a Parquet file")
    try:
        database.execute("LOAD httpfs")
    except duckdb.Error:
        hint = "python -c \"import duckdb; duckdb.execute('INSTALL httpfs')\""
        raise unavailable(f"DuckDB's extension httpfs is not installed: run once {hint}") from None


def _fault(error: Exception, place: Place, limits: Limits) -> WarehouseFault:
    """
    A fault of DuckDB in words of our own: its messages repeat paths and addresses.

    Those about names of the table are kept where a project file named the file: they hold names of the table.
    """
    import duckdb

    if isinstance(error, duckdb.InterruptException):
        return unavailable(f"{place.shown} took more than {limits.seconds:g} seconds to answer")
    if isinstance(error, duckdb.OutOfMemoryException):
        return too_big(f"{place.shown} needs more than the {limits.memory} of memory that DuckDB may use")
    if isinstance(error, duckdb.CatalogException | duckdb.BinderException):
        first = str(error).partition("LINE ")[0]
        return bad_request(f"{place.shown}: {first.partition(': ')[2] if place.root else 'no such table or column'}")
    if isinstance(error, duckdb.PermissionException):
        return bad_request(f"{place.shown} reads other files: only the file itself may be read")
    if isinstance(error, duckdb.IOException) and "set lock" in str(error):
        return unavailable(f"{place.shown} is locked by a program that writes it")
    if isinstance(error, duckdb.HTTPException):
        return unavailable(f"{place.shown} cannot be reached, or refuses")
    if isinstance(error, duckdb.ConversionException | duckdb.InvalidInputException):
        return bad_payload(f"{place.shown} holds what cannot be read as text, or is no {'file of its kind'}")
    return bad_payload(f"{place.shown} cannot be read: it is damaged, or no file of its kind")
