"""
The one statement of a run: the keys that are asked for, joined with the table.

Each branch joins by the same fields, with equality alone, so that any database can use an index or a hash. Names are
quoted, keys go as parameters; nothing of a project file becomes anything else in the text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from factcheck.resolvers.warehouse.asked import Branch
from factcheck.resolvers.warehouse.identifiers import quoted
from factcheck.resolvers.warehouse.mapping import TableMapping
from factcheck.resolvers.warehouse.spellings import MONTH_WIDTH
from factcheck.snapshot.table import LONGEST_FIELD

#: Characters that are read of a text: one more than a field may have, so that a long one shows and is not carried on.
MOST_READ = LONGEST_FIELD + 1
CAST = f"substr(CAST({{}} AS TEXT), 1, {MOST_READ})"

Parameter = list[int] | list[str]


class Dialect(NamedTuple):
    """
    How a database writes what the statement needs.

    Attributes:
        text: a column as text, as much of it as is read.
        key: a column as it is compared with a key.
        type: the type of a value.
        asked: the relation ``a`` of a branch, by its number and that of its first parameter.
    """

    text: str
    key: str
    type: str
    asked: Callable[[Branch, int, int], str]


class Statement(NamedTuple):
    """
    A statement and its parameters.

    Its rows have the number of a group, the texts of the mapping's columns in their order, and the type of the value.
    """

    sql: str
    parameters: tuple[Parameter, ...]


def statement_of(
    branches: Sequence[Branch], mapping: TableMapping, table: str, dialect: Dialect, most_rows: int
) -> Statement:
    """
    One statement for all branches; it brings one row more than may be read, so that a cut answer shows.

    Args:
        branches: what is asked for.
        mapping: what the columns mean.
        table: the table as the database's own SQL has it, its names quoted.
        dialect: how the database writes.
        most_rows: how many rows may be read.
    """
    parts: list[str] = []
    parameters: list[Parameter] = []
    for number, branch in enumerate(branches):
        asked = dialect.asked(branch, number, len(parameters) + 1)
        joined = f"{asked} JOIN {table} AS t ON {_matched(branch, mapping, dialect)}"
        parts.append(f"SELECT {_selected(mapping, dialect)} FROM {joined}")  # noqa: S608  our words, quoted names
        parameters += parameters_of(branch)
    limit = f" LIMIT {most_rows + 1:d}"
    return Statement(" UNION ALL ".join(parts) + limit, tuple(parameters))


def parameters_of(branch: Branch) -> list[Parameter]:
    """The keys of a branch, column by column: the numbers of the groups, then the texts of each field."""
    found: list[Parameter] = [[number for number, _ in branch.keys]]
    return found + [[key[index] for _, key in branch.keys] for index in range(len(branch.fields))]


def _selected(mapping: TableMapping, dialect: Dialect) -> str:
    columns = [dialect.text.format(f"t.{quoted(column)}") for column in mapping.columns.values()]
    kind = dialect.type.format(f"t.{quoted(mapping.columns['value'])}")
    return ", ".join(["a.n", *columns, kind])


def _matched(branch: Branch, mapping: TableMapping, dialect: Dialect) -> str:
    """The condition of the join; a name after a table's is never taken for a text, as SQLite takes one alone."""
    found = []
    for name in branch.fields:
        column = f"t.{quoted(mapping.columns[name])}"
        if name == "period" and mapping.frequency:
            column = f"substr({dialect.text.format(column)}, 1, {MONTH_WIDTH})"
        elif name == "commodity":
            column = f"coalesce({dialect.key.format(column)}, '')"
        else:
            column = dialect.key.format(column)
        found.append(f"a.{name} = {column}")
    return " AND ".join(found) or "1 = 1"


def lists(branch: Branch, first: int) -> list[str]:
    """The parameters of a branch as lists of SQL: integers, then texts."""
    types = ["INTEGER[]", *("TEXT[]" for _ in branch.fields)]
    return [f"CAST(${first + index} AS {type_})" for index, type_ in enumerate(types)]
