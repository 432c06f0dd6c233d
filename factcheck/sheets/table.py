"""
A sheet as it was read: its columns, its rows with the numbers that a spreadsheet shows, and what was left aside.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from factcheck.claim_files.faults import shown
from factcheck.claim_files.values import is_blank
from factcheck.errors import Location, Problem
from factcheck.files.text_file import MAX_PROBLEMS, RefusedFile
from factcheck.sheets.columns import RESULTS, Row, column_of

MAX_COLUMNS = 1_000
MAX_ROWS = 200_000
HEADINGS_HINT = "the first row has the headings, such as quote, kind, period"
#: One of them must stand, or no row says anything.
_NEEDED = ("quote", "figure", "claimed")


class Table(NamedTuple):
    """
    A sheet.

    Attributes:
        rows: the number of each row that is not blank, and its cells by column; blank cells are left out.
        notes: what was left aside, for people.
    """

    path: str
    columns: tuple[str, ...]
    rows: tuple[tuple[int, Row], ...]
    notes: tuple[str, ...] = ()


class Faults:
    """What is wrong in a sheet, each with its row; a great many are cut short, and it says so."""

    __slots__ = ("found", "path")

    def __init__(self, path: str) -> None:
        self.path = path
        self.found: list[Problem] = []

    def add(self, row: int, what: str, hint: str = "") -> None:
        """Note a fault in a row; 0 is the sheet itself."""
        place = f"{self.path}:{row}" if row else self.path
        if len(self.found) < MAX_PROBLEMS:
            self.found.append(Problem(Location(place, 0, 0), what, hint))
        elif len(self.found) == MAX_PROBLEMS:
            what = "and more: the other faults of this sheet are not shown"
            self.found.append(Problem(Location(self.path, 0, 0), what))


def refused(path: str, what: str, hint: str = "", row: int = 0) -> RefusedFile:
    """A sheet that is not read any further."""
    return RefusedFile(Problem(Location(f"{path}:{row}" if row else path, 0, 0), what, hint))


def table(path: str, rows: Iterable[Sequence[str]], faults: Faults, notes: Sequence[str] = ()) -> Table:
    """
    Rows of cells as a table; the first that is not blank has the headings.

    Args:
        path: of the sheet, in messages.
        rows: every row, blank ones too.
        faults: where faults go.
        notes: what was left aside before.

    Raises:
        RefusedFile: there are no headings, too many rows or columns.
    """
    columns: list[str | None] | None = None
    aside: list[str] = []
    read: list[tuple[int, Row]] = []
    for number, cells in enumerate(rows, start=1):
        if number > MAX_ROWS:
            raise refused(path, f"the sheet has more than {MAX_ROWS:,} rows", "split it into several sheets")
        if len(cells) > MAX_COLUMNS:
            raise refused(path, f"the row has more than {MAX_COLUMNS:,} columns", "delete what is not needed", number)
        if all(is_blank(cell) for cell in cells):
            continue
        if columns is None:
            columns, aside = _columns(path, cells, number)
        else:
            read.append((number, _row(cells, columns, number, faults)))
    if columns is None:
        raise refused(path, "the sheet is empty", HEADINGS_HINT)
    if aside:
        notes = (*notes, f"not read: the columns {', '.join(aside[:20])}{' and more' if len(aside) > 20 else ''}")
    known = tuple(filter(None, columns))
    results = [column for column in known if column in RESULTS and column != "url"]
    if results and not is_export(known):
        notes = (*notes, f"not read, because checking finds them anew: the columns {', '.join(results)}")
    return Table(path, known, tuple(read), tuple(notes))


def is_export(columns: Sequence[str]) -> bool:
    """Whether a sheet has the columns of an export; a desk's own says more in fewer."""
    return "series source" in columns


def _columns(path: str, cells: Sequence[str], number: int) -> tuple[list[str | None], list[str]]:
    """The column of each cell of the headings, and the headings that name none."""
    columns = [column_of(cell) for cell in cells]
    known = [column for column in columns if column is not None]
    if not any(column in known for column in _NEEDED):
        first = next((cell for cell in cells if not is_blank(cell)), "")
        raise refused(path, f"no column is headed quote; the first heading is {shown(first)}", HEADINGS_HINT, number)
    for column in known:
        if known.count(column) > 1:
            raise refused(path, f"two columns are headed {column}", "keep one, or give the other its own name", number)
    aside = [shown(cell) for cell, column in zip(cells, columns, strict=True) if column is None and not is_blank(cell)]
    return columns, aside


def _row(cells: Sequence[str], columns: Sequence[str | None], number: int, faults: Faults) -> Row:
    for cell in cells[len(columns) :]:
        if not is_blank(cell):
            faults.add(number, f"{shown(cell)} stands behind the last heading", "check the separators of this row")
            break
    return {column: cell for column, cell in zip(columns, cells, strict=False) if column and not is_blank(cell)}
