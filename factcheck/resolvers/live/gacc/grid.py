"""
The table on a page of the Chinese customs: its columns, which must be as known, and its rows of texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from factcheck.resolvers.live.failure import bad_payload
from factcheck.resolvers.live.gacc.html import only, words

if TYPE_CHECKING:
    from bs4 import BeautifulSoup
    from bs4.element import Tag

MONTH, TO_DATE, GROWTH = "month", "to date", "growth"
FLOWS = {"export&import": "total", "export": "exports", "import": "imports"}  # as headed -> ours
_NO_MATTER = re.compile(r"[\s().,:\u2010-\u2015-]+")
_SPAN = re.compile(r"[1-9][0-9]?")
MOST_ROWS = 400


class Column(NamedTuple):
    """What a column holds: a flow, in the month, in the year to date, or as its growth in per cent."""

    flow: str
    what: str


def _columns_of(*whats: str) -> tuple[Column, ...]:
    levels = tuple(Column(flow, what) for flow in FLOWS.values() for what in whats)
    return (*levels, *(Column(flow, GROWTH) for flow in FLOWS.values()))


#: The orders of columns that are known: of most pages, and of January with February from 2020 to 2025.
LAYOUTS = (_columns_of(MONTH, TO_DATE), _columns_of(TO_DATE), _columns_of(TO_DATE, TO_DATE))


class Grid(NamedTuple):
    """
    A table.

    Attributes:
        headings: the lines over the table, each across all columns: titles and the unit.
        columns: after the first, which holds labels.
        rows: the label and a text for each column.
    """

    headings: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


def read_grid(page: BeautifulSoup, month: int) -> Grid:
    """
    The table of a page about a month.

    Raises:
        LiveFailure: there is none, or its columns are not as known.
    """
    lines = list(_lines(_table(page)))
    if len(lines) > MOST_ROWS:
        raise bad_payload(f"the table has {len(lines)} rows")
    starts = [place for place, line in enumerate(lines[:-1]) if _plain(line[0]) == "importsource"]
    if len(starts) != 1 or _plain(lines[starts[0] + 1][0]) != "exportdestination":
        raise bad_payload("the head of the table is not as known: it lacks Import Source over Export Destination")
    (start,) = starts
    columns = _columns(lines[start], lines[start + 1], month)
    if any(len(line) > 1 for line in lines[:start]):
        raise bad_payload("there are cells over the head of the table that are not as known")
    headings = tuple(line[0] for line in lines[:start])
    return Grid(headings, columns, tuple(_rows(lines[start + 2 :], len(columns) + 1)))


def _table(page: BeautifulSoup) -> Tag:
    box = only(page, "div", "atcl-cnt")
    if box.find("table") is None and box.find("img") is not None:
        raise bad_payload("the table is a picture, as on pages of 2018")
    return only(box, "table")


def _lines(table: Tag) -> Iterator[list[str]]:
    """The texts of each row, a cell across columns once for each; one across the whole table is a line of one text."""
    for row in table.find_all("tr"):
        cells = row.find_all(["td", "th"], recursive=False)
        if any(cell.get("rowspan", "1") != "1" for cell in cells):
            raise bad_payload("a cell of the table stands in several rows, which is not as known")
        if len(cells) == 1:
            yield [words(cells[0])]
        elif cells:
            yield [words(cell) for cell in cells for _ in range(_span(cell))]


def _span(cell: Tag) -> int:
    span = str(cell.get("colspan", "1")).strip()
    if not _SPAN.fullmatch(span):
        raise bad_payload(f"a cell of the table stands in {span[:20]!r} columns")
    return int(span)


def _columns(above: Sequence[str], below: Sequence[str], month: int) -> tuple[Column, ...]:
    if len(above) != len(below):
        raise bad_payload(f"the head of the table has {len(above)} columns over {len(below)}")
    columns = tuple(_column(_plain(first), _plain(second), month) for first, second in zip(above, below, strict=True))
    if columns[1:] not in LAYOUTS:
        raise bad_payload("the columns of the table stand in an order that is not known")
    return tuple(column for column in columns[1:] if column is not None)


def _column(above: str, below: str, month: int) -> Column | None:
    """What a column holds by its two heads, of which all but letters and signs was left off; None for the labels."""
    if (above, below) == ("importsource", "exportdestination"):
        return None
    if above == f"1to{month}totalyearonyear±%" and below in FLOWS:
        return Column(FLOWS[below], GROWTH)
    if above in FLOWS and below in (str(month), f"1to{month}"):
        return Column(FLOWS[above], MONTH if below == str(month) else TO_DATE)
    raise bad_payload(f"a column of the table is headed {above[:40]!r} over {below[:40]!r} in month {month}")


def _rows(lines: Sequence[list[str]], width: int) -> Iterator[tuple[str, tuple[str, ...]]]:
    for label, *texts in lines:
        if not texts or not any((label, *texts)):  # a note below the table, or a blank row
            continue
        if len(texts) + 1 != width:
            raise bad_payload(f"the row {label[:40]!r} has {len(texts) + 1} cells where {width} were expected")
        yield label, tuple(texts)


def _plain(text: str) -> str:
    return _NO_MATTER.sub("", text).lower()
