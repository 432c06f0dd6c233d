"""Workbooks: what a spreadsheet program makes of cells, and what someone hostile makes of a workbook."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import xlsxwriter

from factcheck.errors import WrittenError
from factcheck.files.text_file import RefusedFile
from factcheck.sheets.articles import read_articles
from factcheck.sheets.table import Faults
from factcheck.sheets.xlsx_sheet import read_xlsx, write_xlsx


def workbook(*rows, formats=()):
    """A workbook as a spreadsheet program writes it: numbers, days and yes or no as such."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet()
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for down, row in enumerate(rows):
        for across, cell in enumerate(row):
            sheet.write(down, across, cell, *([day] if isinstance(cell, datetime) else []))
    book.close()
    return out.getvalue()


def changed(content, **parts):
    """The workbook with other parts; a name has __ for a slash and a dot is left off."""
    out = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, parts.get(name.rpartition("/")[2].partition(".")[0], old.read(name)))
    return out.getvalue()


def sheet(cells):
    """The XML of a worksheet."""
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<?xml version="1.0"?><worksheet xmlns="{space}"><sheetData>{cells}</sheetData></worksheet>'


def read(content):
    """The rows of a workbook and its faults."""
    faults = Faults("s.xlsx")
    return read_xlsx(content, "s.xlsx", faults), faults


def test_numbers_and_days_are_read_as_people_typed_them():
    """
    A year has no point, a day is written as 2025-07-14.
    """
    head = ("quote", "kind", "period", "id", "on", "checked by", "source")
    table, faults = read(workbook(head, ("x", "level", 2024, 7, datetime(2025, 7, 14), "A", 1.5)))

    assert not faults.found
    assert table.rows == (
        (
            2,
            {
                "quote": "x",
                "kind": "level",
                "period": "2024",
                "id": "7",
                "on": "2025-07-14",
                "checked by": "A",
                "source": "1.5",
            },
        ),
    )
    assert read_articles(table, faults)[0].claims == 1


@pytest.mark.parametrize(
    ("heading", "cell", "what"),
    [
        ("period", datetime(2025, 6, 1), "the period is the date 2025-06-01, which may have been a month"),
        ("figure", 0.091, "the figure is the number 0.091, without its unit"),
        ("tolerance", 0.005, "the tolerance is the number 0.005, without its unit"),
    ],
)
def test_what_a_spreadsheet_took_for_something_else_is_told(heading, cell, what):
    """
    A month that became a day and a percentage that became a number are never read in silence.
    """
    _, faults = read(workbook(("quote", heading), ("x", cell)))

    assert [(fault.location.path, fault.what) for fault in faults.found] == [("s.xlsx:2", what)]


@pytest.mark.parametrize("cell", ["=1+1", "http://example.org/", "0123", "'x", "=cmd|' /C calc'!A1", "{=1}"])
def test_every_cell_is_a_text(cell):
    """
    Nothing in a workbook is a formula, a link or a number.
    """
    with ZipFile(BytesIO(write_xlsx([{"quote": cell}]))) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml").decode()

    assert "<f>" not in xml
    assert "hyperlink" not in xml
    assert 't="s"' in xml


def test_a_text_too_long_for_a_workbook_is_told():
    """
    Excel's limit is an error that names the row, and the way out.
    """
    with pytest.raises(WrittenError, match=r"the quote of row 2 has more than 32,767 characters; export to \.csv"):
        write_xlsx([{"quote": "x" * 40_000}])


PLAIN = workbook(("quote",), ("x",))
FAR = '<row r="1"><c r="A1" t="inlineStr"><is><t>quote</t></is></c></row>'


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "not a workbook"),
        (b"PK\x03\x04", "not a workbook"),
        (PLAIN[:900], "not a workbook"),
        (bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600), "old or protected"),
        (changed(PLAIN, sheet1=sheet(FAR + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')), "200,000 rows"),
        (changed(PLAIN, sheet1=sheet(FAR + '<row r="2"><c r="XFD2"><v>1</v></c></row>')), "1,000 columns"),
        (changed(PLAIN, sheet1=sheet(FAR + '<row r="2"><c r="ZZZZZZ2"><v>1</v></c></row>')), "1,000 columns"),
        (changed(PLAIN, sheet1=sheet(FAR + '<row r="99999999999999"><c><v>1</v></c></row>')), "200,000 rows"),
        (changed(PLAIN, sheet1=sheet(FAR + '<row r="150000"><c r="ZZ150000"><v>1</v></c></row>')), "5,000,000 cells"),
        (changed(PLAIN, sheet1=b"<a>"), "damaged"),
        (changed(PLAIN, sheet1=b'<?xml version="1.0" encoding="UTF-9"?><a/>'), "damaged"),
        (changed(PLAIN, sheet1=b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "DOCTYPE"),
        (changed(PLAIN, sheet1=b" " * (130 * 1024 * 1024)), "unpacks to more than 64 MiB"),
        (changed(PLAIN, workbook=b"<workbook/>"), "workbook"),
    ],
)
def test_what_is_no_workbook_is_refused(content, what):
    """
    Damaged, protected, hostile and endless workbooks end with a reason.
    """
    with pytest.raises(RefusedFile, match=what):
        read(content)


@pytest.mark.parametrize("part", ["sharedStrings", "sheet1"])
def test_sizes_that_a_workbook_states_are_not_believed(part):
    """
    A count of strings and a dimension reserve nothing.
    """
    with ZipFile(BytesIO(PLAIN)) as archive:
        name = next(name for name in archive.namelist() if part in name)
        xml = archive.read(name)
    far = xml.replace(b'ount="2"', b'ount="42526684589875"').replace(b'ref="A1:A2"', b'ref="A1:XFD99999999999"')
    table, _ = read(changed(PLAIN, **{part: far}))

    assert far != xml
    assert table.rows == ((2, {"quote": "x"}),)
