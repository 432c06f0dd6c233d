"""
Sheets as workbooks: every cell written as text, the same bytes for the same rows; the first sheet is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from types import ModuleType
from typing import Any

from factcheck.cells import invisible, visible
from factcheck.errors import SettingsError, WrittenError
from factcheck.sheets.columns import COLUMNS, Row, column_of, heading
from factcheck.sheets.table import MAX_ROWS, Faults, Table, refused, table
from factcheck.sheets.xlsx_archive import safe_workbook

LONGEST_CELL = 32_767  # characters; Excel's own limit
#: A workbook says when it was made; a day of its own keeps the bytes the same.
MADE = datetime(2000, 1, 1)
_TEXT_ONLY = {"strings_to_urls": False, "strings_to_formulas": False, "strings_to_numbers": False}
#: Characters that a column shows; the others show 12.
WIDTHS = {"quote": 60, "reference": 24, "claimed": 24, "source": 24, "url": 24, "note": 30, "file": 24, "id": 20}
#: A number loses its unit, and 9.1 % is 0.091 in a workbook.
_WITH_UNITS = ("figure", "claimed", "tolerance")
_SAVE_AGAIN = "save it again, or as CSV in UTF-8"
_LOST = "format the column as text and write the words of the article, as in 9.1 percent"


def write_xlsx(rows: Iterable[Row]) -> bytes:
    """
    The workbook: one sheet, its headings frozen.

    Raises:
        SettingsError: the extra is not installed.
        WrittenError: a text or the sheet is too long for a workbook.
    """
    out = BytesIO()
    workbook = _library("xlsxwriter").Workbook(out, {"in_memory": True, **_TEXT_ONLY})
    workbook.set_properties({"title": "claims", "created": MADE})
    sheet = workbook.add_worksheet("claims")
    sheet.freeze_panes(1, 0)
    bold = workbook.add_format({"bold": True})
    for across, column in enumerate(COLUMNS):
        sheet.set_column(across, across, WIDTHS.get(column, 12))
        sheet.write_string(0, across, heading(column), bold)
    for down, row in enumerate(rows, start=1):
        if down >= MAX_ROWS:
            raise WrittenError(f"the sheet would have more than {MAX_ROWS:,} rows", "export fewer files at once")
        for across, column in enumerate(COLUMNS):
            if cell := row.get(column, ""):
                _write(sheet, down, across, visible(cell))
    workbook.close()
    return out.getvalue()


def _write(sheet: Any, down: int, across: int, cell: str) -> None:
    if len(cell.encode("utf-16-le")) > 2 * LONGEST_CELL:
        what = f"the {heading(COLUMNS[across])} of row {down + 1} has more than {LONGEST_CELL:,} characters"
        raise WrittenError(what, "export to .csv")
    sheet.write_string(down, across, cell)


def read_xlsx(content: bytes, path: str, faults: Faults) -> Table:
    """
    Read the first sheet of a workbook.

    Args:
        content: the file.
        path: in messages.
        faults: where the faults of single rows go.

    Raises:
        SettingsError: the extra is not installed.
        RefusedFile: it is no workbook, damaged, too large, or has no headings.
    """
    calamine = _library("python_calamine")
    safe = safe_workbook(content, path)
    try:
        workbook = calamine.CalamineWorkbook.from_filelike(safe)
        names = list(workbook.sheet_names)
        if not names:
            raise refused(path, "the workbook has no sheet", "add one")
        cells = workbook.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (calamine.CalamineError, OSError, ValueError):
        raise refused(path, "the workbook cannot be read", _SAVE_AGAIN) from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # how a library in Rust says that it met what it never expected
            raise
        raise refused(path, "the workbook is damaged", _SAVE_AGAIN) from None
    notes = (f"the first of {len(names)} sheets is read",) if len(names) > 1 else ()
    return table(path, _texts(cells, faults), faults, notes)


def _texts(rows: Sequence[Sequence[object]], faults: Faults) -> Iterator[Sequence[str]]:
    """The rows as texts; what a workbook has made of a figure or a period is a fault."""
    columns: list[str | None] = []
    for number, cells in enumerate(rows, start=1):
        texts = [_text(cell) for cell in cells]
        if columns:
            for column, cell in zip(columns, cells, strict=False):
                _look_at(column, cell, number, faults)
        elif any(text.strip() for text in texts):
            columns = [column_of(text) for text in texts]
        yield texts


def _look_at(column: str | None, cell: object, number: int, faults: Faults) -> None:
    if column == "period" and isinstance(cell, date | time | timedelta):
        what = f"the period is the date {_text(cell)}, which may have been a month"
        faults.add(number, what, "format the column as text and write the period as in 2025-06")
    elif column in _WITH_UNITS and not isinstance(cell, str):
        faults.add(number, f"the {column} is the number {_text(cell)}, without its unit", _LOST)


def _text(cell: object) -> str:
    """A cell as people would have typed it: whole numbers without a point, days as 2025-07-14."""
    if isinstance(cell, str):
        return invisible(cell)
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return f"{Decimal(repr(cell)).normalize():f}"
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    return str(cell)


def _library(name: str) -> ModuleType:
    """
    One of the libraries that workbooks need.

    Raises:
        SettingsError: it is not installed.
    """
    from importlib import import_module

    try:
        return import_module(name)
    except ImportError:
        raise SettingsError("workbooks need an extra: pip install 'factcheck-claims[sheets]'") from None
