"""
The mapping: which column of a table says what, as ``warehouse`` in a ``datapackage.json`` has it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from factcheck.errors import Location, WrittenError
from factcheck.resolvers.warehouse.identifiers import checked_column, table_parts
from factcheck.snapshot.problems import Problems
from factcheck.snapshot.rows import COLUMNS, REQUIRED
from factcheck.snapshot.table import INVISIBLE, LONGEST_FIELD

KINDS = ("postgres", "duckdb", "sqlite", "parquet", "csv")
FILES = frozenset(KINDS) - {"postgres"}
TABLES = frozenset({"postgres", "duckdb", "sqlite"})
FREQUENCIES = ("month", "quarter", "year")
FREQUENCY = "frequency"

_KEYS = ("kind", "path", "table", "columns", "constants", "values", "prefixes")
_NEEDED = ("kind", "columns")
_PATH = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,120}")
_PREFIXED = ("commodity",)
_BREAKS = re.compile("[\t\n]")
_MEANT = {"column": "columns", "constant": "constants", "value": "values", "prefix": "prefixes", "file": "path"}


@dataclass(frozen=True, slots=True)
class TableMapping:
    """
    What a table's columns mean.

    Attributes:
        kind: postgres, duckdb, sqlite, parquet or csv.
        path: the file, beside the description; blank for postgres, or where the operator names the file.
        table: schema and table, or the table alone; none for parquet and csv.
        columns: field of a row -> the column that says it.
        constants: field -> what is true of all rows.
        values: field -> the table's word -> ours.
        prefixes: field -> what stands before the table's word in ours, ``hs:`` for codes of the Harmonized System.
        frequency: month, quarter or year, where the column of the period holds days; else blank.
    """

    kind: str
    path: str = ""
    table: tuple[str, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    prefixes: Mapping[str, str] = field(default_factory=dict)
    frequency: str = ""


def read_mapping(
    told: Mapping[str, Any], problems: Problems, location: Callable[[str], Location]
) -> TableMapping | None:
    """
    Read a mapping; what is wrong with it goes to ``problems``.

    Args:
        told: the mapping as JSON or Python has it.
        problems: where faults go.
        location: where the last text in quotes like this stands in the file.
    """
    before = len(problems)
    mapping = _Reader(problems, location).mapping(told)
    return mapping if len(problems) == before else None


class _Reader:
    """Reads the parts of one mapping."""

    def __init__(self, problems: Problems, location: Callable[[str], Location]) -> None:
        self._problems, self._location = problems, location

    def wrong(self, near: str, what: str, hint: str) -> None:
        self._problems.add(self._location(near), what, hint)

    def mapping(self, told: Mapping[str, Any]) -> TableMapping:
        for key in told:
            if key not in _KEYS:
                near = _MEANT.get(key.lower())
                hint = f"write {near}" if near else f"the keys of a warehouse are {', '.join(_KEYS)}"
                self.wrong(key[:40], f"unknown key {key[:40]!r}", hint)
        for key in _NEEDED:
            if not told.get(key):
                self.wrong("warehouse", f"{key!r} is missing", f"every warehouse says its {key}")
        kind = self.kind(told)
        columns = self.columns(told, kind)
        constants = self.texts(told, "constants", (*COLUMNS, FREQUENCY))
        if columns:
            self.fields(columns, constants)
        return TableMapping(
            kind=kind,
            path=self.path(told, kind),
            table=self.table(told, kind),
            columns=columns,
            constants={name: text for name, text in constants.items() if name != FREQUENCY},
            values=self.values(told, columns),
            prefixes=self.prefixes(told, columns),
            frequency=self.frequency(told, constants, columns),
        )

    def kind(self, told: Mapping[str, Any]) -> str:
        kind = self.text("kind", told.get("kind", ""))
        if kind and kind not in KINDS:
            self.wrong(kind[:40], f"unknown kind {kind[:40]!r}", f"write one of {', '.join(KINDS)}")
        return kind if kind in KINDS else ""

    def path(self, told: Mapping[str, Any], kind: str) -> str:
        path = self.text("path", told.get("path", ""))
        if path and kind == "postgres":
            self.wrong("path", "a server has no path", "its address comes from the environment alone")
        elif path and not _PATH.fullmatch(path):
            hint = "name a file that lies beside datapackage.json, in letters, digits, points, _ and -"
            self.wrong(path[:40], f"{path[:40]!r} is no file of this folder", hint)
        return path

    def table(self, told: Mapping[str, Any], kind: str) -> tuple[str, ...]:
        table = self.text("table", told.get("table", ""))
        if table and kind in FILES - TABLES:
            self.wrong("table", f"a {kind} file has no tables", "leave the key out")
        elif table and kind:
            try:
                return table_parts(table, kind)
            except WrittenError as error:
                self.wrong("table", error.what, error.hint)
        elif kind in TABLES:
            self.wrong("warehouse", "'table' is missing", "name the table or view, as trade.figures")
        return ()

    def columns(self, told: Mapping[str, Any], kind: str) -> dict[str, str]:
        columns = self.texts(told, "columns", COLUMNS)
        for name, column in columns.items():
            try:
                checked_column(column, kind)
            except WrittenError as error:
                self.wrong(name, error.what, error.hint)
        return columns

    def fields(self, columns: Mapping[str, str], constants: Mapping[str, str]) -> None:
        """Every field that is needed is told once, and the value by a column."""
        for name in columns:
            if name in constants:
                self.wrong(name, f"{name!r} is a column and a constant", "keep one of them")
        for name in sorted(REQUIRED - columns.keys() - constants.keys()):
            self.wrong("columns", f"{name!r} is missing", "name its column under 'columns', or say it in 'constants'")
        if "value" in constants:
            self.wrong("constants", "the value is no constant", "name its column under 'columns'")

    def values(self, told: Mapping[str, Any], columns: Mapping[str, str]) -> dict[str, dict[str, str]]:
        found = {}
        for name, words in self.part(told, "values").items():
            if name not in columns or name == "value":
                self.wrong(name[:40], f"values of {name[:40]!r}, which is no column here", "name a field of 'columns'")
            elif not isinstance(words, Mapping):
                self.wrong(name, f"the values of {name!r} are no object", 'write { "X": "exports" }')
            else:
                found[name] = {self.text(name, word): self.text(name, ours) for word, ours in words.items()}
        return found

    def prefixes(self, told: Mapping[str, Any], columns: Mapping[str, str]) -> dict[str, str]:
        found = self.texts(told, "prefixes", _PREFIXED)
        for name in found:
            if name not in columns:
                self.wrong(name, f"a prefix of {name!r}, which is no column here", "name it under 'columns' too")
        return found

    def frequency(self, told: Mapping[str, Any], constants: Mapping[str, str], columns: Mapping[str, str]) -> str:
        frequency = constants.get(FREQUENCY, "")
        if frequency and frequency not in FREQUENCIES:
            self.wrong(FREQUENCY, f"unknown frequency {frequency[:40]!r}", f"write one of {', '.join(FREQUENCIES)}")
        elif frequency and "period" not in columns:
            self.wrong(FREQUENCY, "a frequency, but the period is no column", "leave it out")
        elif frequency and "period" in told.get("values", ()):
            self.wrong("period", "values of the period, whose column holds days", "leave them out")
        return frequency

    def texts(self, told: Mapping[str, Any], key: str, known: tuple[str, ...]) -> dict[str, str]:
        """An object of texts, under names that are known."""
        found = {}
        for name, value in self.part(told, key).items():
            if name not in known:
                self.wrong(name[:40], f"unknown field {name[:40]!r} in {key!r}", f"the fields are {', '.join(known)}")
            else:
                found[name] = self.text(name, value)
        return found

    def part(self, told: Mapping[str, Any], key: str) -> Mapping[str, Any]:
        value = told.get(key, {})
        if not isinstance(value, Mapping):
            self.wrong(key, f"{key!r} is no object", 'write it as { "reporter": ... }')
            return {}
        return value

    def text(self, near: str, value: object) -> str:
        if not isinstance(value, str):
            self.wrong(near, f"{near!r} is no text", "write it in quotes")
            return ""
        if len(value) > LONGEST_FIELD:
            self.wrong(near, f"{near!r} has {len(value)} characters, at most {LONGEST_FIELD} are kept", "shorten it")
            return ""
        if odd := INVISIBLE.search(value) or _BREAKS.search(value):
            self.wrong(near, f"{near!r} holds the character U+{ord(odd[0]):04X}", "write one line of visible text")
            return ""
        return value
