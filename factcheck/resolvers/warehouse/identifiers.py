"""
Names of tables and columns: what a mapping may write, and how SQL quotes them.

They come from project files, so none of them may become anything but a name: everything between the quotes is one.
"""

from __future__ import annotations

import re

from factcheck.errors import WrittenError

LONGEST_NAME = 128
_LONGEST_IN_POSTGRES = 63  # bytes; PostgreSQL cuts a longer name in silence, and would read another column
_REFUSED = re.compile('["\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]')
_OF_THE_SYSTEM = re.compile(r"(?:pg_|sqlite_|duckdb_).*|information_schema|system|temp", re.IGNORECASE)
_MOST_PARTS = {"postgres": 2, "duckdb": 2, "sqlite": 1}


def quoted(name: str) -> str:
    """
    A name as SQL takes it: in double quotes, a double quote inside written twice.

    Raises:
        WrittenError: it is empty, too long, or holds a quote or an invisible character.
    """
    return '"' + checked(name).replace('"', '""') + '"'


def quoted_table(parts: tuple[str, ...]) -> str:
    """The name of a table with its schema."""
    return ".".join(quoted(part) for part in parts)


def quoted_text(text: str) -> str:
    """A text as SQL takes it, where no parameter can stand."""
    return "'" + text.replace("'", "''") + "'"


def checked(name: str) -> str:
    """
    The name of a column, where it may be one.

    Raises:
        WrittenError: it is empty, too long, or holds a quote or an invisible character.
    """
    if not name.strip():
        raise WrittenError("a name is empty", "write the name of the column as the table has it")
    if len(name) > LONGEST_NAME:
        raise WrittenError(f"a name of {len(name)} characters, at most {LONGEST_NAME} are read", "name a view instead")
    if odd := _REFUSED.search(name):
        what = f"the name {name[:40]!r} holds the character U+{ord(odd[0]):04X}"
        raise WrittenError(what, "write the name without quotes, in visible characters")
    return name


def checked_column(name: str, kind: str) -> str:
    """
    The name of a column of a kind of warehouse.

    Raises:
        WrittenError: as ``checked``; or PostgreSQL would cut it.
    """
    if kind == "postgres" and len(name.encode("utf-8", "replace")) > _LONGEST_IN_POSTGRES:
        raise WrittenError(
            f"the name {name[:40]!r} is longer than PostgreSQL's names",
            f"write it as the table has it, in at most {_LONGEST_IN_POSTGRES} bytes",
        )
    return checked(name)


def table_parts(written: str, kind: str) -> tuple[str, ...]:
    """
    A table's name, split into schema and table.

    Raises:
        WrittenError: too many parts, a part that is no name, or a table of the database system itself.
    """
    parts, most = tuple(written.split(".")), _MOST_PARTS[kind]
    if len(parts) > most:
        form = "write schema.table, or make a view" if most > 1 else "write the table alone"
        raise WrittenError(f"the table {written[:60]!r} has {len(parts)} parts", form)
    for part in parts:
        checked_column(part, kind)
        if _OF_THE_SYSTEM.fullmatch(part):
            hint = "name a table of your own"
            raise WrittenError(f"{written[:60]!r} is a table of the database system", hint)
    return parts
