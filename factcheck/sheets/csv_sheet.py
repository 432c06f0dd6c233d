"""
Sheets as CSV: written as RFC 4180 has it, with a BOM for Excel; read with commas, semicolons or tabs.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from factcheck.cells import csv_text, fused, invisible
from factcheck.files.text_file import text_of
from factcheck.sheets.columns import COLUMNS, Row, column_of, heading
from factcheck.sheets.table import Faults, Table, refused, table

SEPARATORS = (",", ";", "\t")
LONGEST_CELL = 131_072  # characters; the csv module's own limit


def write_csv(rows: Iterable[Row]) -> str:
    """The sheet as text, headings first; every cell in quotation marks, so that no separator is taken for one."""
    cells = ([row.get(column, "") for column in COLUMNS] for row in rows)
    return csv_text([[heading(column) for column in COLUMNS], *cells])


def read_csv(content: bytes, path: str, faults: Faults) -> Table:
    """
    Read a sheet.

    Args:
        content: the file.
        path: in messages.
        faults: where the faults of single rows go.

    Raises:
        RefusedFile: no UTF-8, no text, no CSV, too much of it, or no headings.
    """
    text = text_of(content, path)
    return table(path, _rows(text, _separator(text), path), faults)


def _rows(text: str, separator: str, path: str) -> Iterator[Sequence[str]]:
    number = 0
    try:
        for cells in _reader(text, separator):
            number += 1
            yield [invisible(fused(cell)) for cell in cells]
    except csv.Error as error:
        what, hint = _told(str(error))
        raise refused(path, what, hint, number + 1) from None


def _reader(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)


def _separator(text: str) -> str:
    """The separator under which most headings are known, the first of them where several do as well."""
    known = {separator: _known_headings(text, separator) for separator in SEPARATORS}
    return max(SEPARATORS, key=lambda separator: known[separator])


def _known_headings(text: str, separator: str) -> int:
    try:
        cells = next((cells for cells in _reader(text, separator) if any(map(str.strip, cells))), [])
    except csv.Error:
        return 0
    return sum(column_of(cell) is not None for cell in cells)


def _told(said: str) -> tuple[str, str]:
    """The csv module's words in ours."""
    if "field larger" in said:
        return f"a cell has more than {LONGEST_CELL:,} characters", "close its quotation marks, or shorten it"
    if "unexpected end" in said:
        return "a cell in quotation marks has no end", 'close them, and write " inside a cell as ""'
    if "expected after" in said:
        return "a closing quotation mark stands inside a cell", 'write " inside a cell as ""'
    return f"not CSV: {said}", "save the sheet as CSV in UTF-8 again"
