"""
From the texts of a row to an observation: by the mapping, then by the same strict readers as rows of CSV files.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from factcheck.errors import SourceError, WrittenError
from factcheck.observations import Observation
from factcheck.periods import Period
from factcheck.resolvers.warehouse.mapping import TableMapping
from factcheck.resolvers.warehouse.row import Row
from factcheck.resolvers.warehouse.spellings import day_of, meant_by, period_of
from factcheck.snapshot.package import Package
from factcheck.snapshot.problems import Problems
from factcheck.snapshot.rows import RowReader
from factcheck.snapshot.table import INVISIBLE, LONGEST_FIELD, Line

_BREAKS = ("\n", "\t")
_NAMED = ("reporter", "partner", "flow", "period")


class RowFault(NamedTuple):
    """
    A row that cannot be read.

    Attributes:
        period: that of the row, where that much can be read.
        detail: the row's key, what is wrong, and what to write instead.
    """

    period: Period | None
    detail: str


class TableRows:
    """
    Reads the rows of one table.

    Args:
        source: what the source says of itself.
        mapping: what the table's columns mean.
    """

    def __init__(self, source: Package, mapping: TableMapping) -> None:
        self._source, self._mapping = source, mapping
        self._problems = Problems()
        self._reader = RowReader(source, self._problems, local=True)
        self._known: dict[tuple[str, str], str] = {}
        self._empty = dict.fromkeys(mapping.columns, "") | dict(mapping.constants)

    def read(self, row: Row) -> Observation | RowFault:
        """The observation of a row, or why it is none; what is null or NaN is never a number."""
        fields = dict(self._empty)
        try:
            for name, text in zip(self._mapping.columns, row.texts, strict=True):
                fields[name] = self._field(name, text or "")
            if row.inexact:
                fields["value"] = plain(fields["value"], fields.get("decimals", ""))
        except WrittenError as error:
            return RowFault(_period(fields), f"{_key(fields)}: {error}")
        # the reader's faults point into a file; here the row's key says where
        read = self._reader.read(Line("", 0, "," * len(fields), fields))
        return read if read is not None else RowFault(_period(fields), f"{_key(fields)}: {self._fault()}")

    def _field(self, name: str, text: str) -> str:
        known = self._known.get((name, text))
        if known is None:
            known = self._translated(name, text)
            if name != "value":
                self._known[name, text] = known
        return known

    def _translated(self, name: str, text: str) -> str:
        if len(text) > LONGEST_FIELD:
            raise WrittenError(f"its {name} has more than {LONGEST_FIELD:,} characters", "shorten it in a view")
        if odd := INVISIBLE.search(text):
            raise WrittenError(f"its {name} holds the character U+{ord(odd[0]):04X}", "a field is one line of text")
        if any(mark in text for mark in _BREAKS):
            raise WrittenError(f"its {name} holds a tab or a line break", "a field is one line of text")
        if name == "period" and self._mapping.frequency:
            return str(period_of(text, self._mapping.frequency))
        if name == "published" and text:
            return day_of(text)
        return meant_by(text, self._mapping.values.get(name, {}), self._mapping.prefixes.get(name, ""))

    def _fault(self) -> str:
        """What the reader noted last; it starts anew, for it keeps only the first faults in full."""
        problems, self._problems = self._problems, Problems()
        self._reader = RowReader(self._source, self._problems, local=True)
        try:
            problems.stop()
        except SourceError as error:
            found = error.problems[0]
            return f"{found.what}; {found.hint}" if found.hint else found.what
        return "it cannot be read"


def plain(text: str, decimals: str) -> str:
    """
    A binary number as digits: no exponent, no zero that only notation put there.

    Such a number does not know how many digits were printed: 26.0 becomes 26. Where the mapping says how many
    ``decimals`` were, zeros fill them up.
    """
    try:
        read = Decimal(text)
    except ArithmeticError:
        return text
    if not read.is_finite():
        return text
    digits = format(read, "f") if read else "0"
    whole, _, rest = digits.partition(".")
    rest = rest.rstrip("0")
    wanted = int(decimals) if decimals.isascii() and decimals.isdigit() and len(decimals) <= 2 else 0
    rest = rest.ljust(wanted, "0")
    return f"{whole}.{rest}" if rest else whole


def _period(fields: dict[str, str]) -> Period | None:
    try:
        return Period.parse(fields.get("period", ""))
    except WrittenError:
        return None


def _key(fields: dict[str, str]) -> str:
    reporter, partner, flow, period = (fields.get(name, "")[:20] or "?" for name in _NAMED)
    return f"the row of {reporter} with {partner}, {flow}, {period}"
