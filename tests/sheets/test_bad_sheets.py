"""What is wrong in a sheet is told with its row, all of it at once."""

from __future__ import annotations

import pytest

from factcheck.files.text_file import RefusedFile

HEAD = "quote,kind,period,id,checked by,on,source,options,figure,ignore,why,published"


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ("x,levle,2024", "unknown kind 'levle'"),
        ("x,level,", "level needs period"),
        ("x,level,last year", "unknown period 'last year'"),
        ("x,level,Jun-25", "unknown period 'Jun-25'"),
        ("x,record,2024", "it is open what the period is of the record"),
        ("x,record wide,2024", "'wide' says nothing of the period of a record"),
        ("x,,,,A. Editor", "source and on is blank"),
        ("x,level,2024,,A. Editor,yesterday,a page", "unknown day 'yesterday'"),
        ("x,share,2024", "share needs of"),
        ("x,level,2024,A B", "'A B' is no id"),
        ("x,level,2024,,,,,sideways: 1", "unknown key 'sideways' in level"),
        ("x,,,,,,,of: months", "of belongs to a kind, and the row has none"),
        (",level,2024", "the claim has neither quote nor figure"),
        ("x,level,2024,,,,,,,coarse", "ignore needs why"),
        ("x,level,2024,,,,,,,no-rule,because", "unknown rule 'no-rule'"),
        ("x,level,2024,,,,,,,,,14.07.2025", "'14.07.2025'"),
        ("a\\u0000b,level,2024", "U+0000 cannot stand in a claims file"),
        ("x,level,2024,,,,,,,,,,more", "'more' stands behind the last heading"),
    ],
)
def test_a_fault_has_its_row(read, row, what):
    """
    The row of the spreadsheet stands in front of what is wrong.
    """
    found, faults, _ = read(f"{HEAD}\n\n{row}\n")

    assert found == ()
    assert [fault.location.path for fault in faults] == ["s.csv:3"], list(map(str, faults))
    assert what in faults[0].what


def test_all_faults_are_told_at_once(read):
    """
    One run tells the faults of all rows.
    """
    _, faults, _ = read("quote,kind,period\nx,levle,2024\ny,level,2024\nz,rnak,2024\n")

    assert [fault.location.path for fault in faults] == ["s.csv:2", "s.csv:4"]


@pytest.mark.parametrize(
    ("rows", "what"),
    [
        ("a,x,level,2024,\na,y,change,2024,", "the claim a has another quote here than in row 2"),
        ("a,x,level,2024,\na,x,level,2023,", "the claim a has another level here than in row 2"),
        ("a,x,level,2024,2025-01-01\nb,x,level,2023,2025-01-02", "the published is another than in the rows before"),
    ],
)
def test_rows_that_contradict_each_other(read, rows, what):
    """
    Rows of one claim, and rows of one file, must agree where they say the same thing.
    """
    found, (fault,), _ = read(f"id,quote,kind,period,published\n{rows}\n")

    assert found == ()
    assert (fault.location.path, fault.what) == ("s.csv:3", what)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "the sheet is empty"),
        (b"\n\n\n", "the sheet is empty"),
        (b"name,kind\nx,level\n", "no column is headed quote"),
        (b"quote,Quote\nx,y\n", "two columns are headed quote"),
        ("quote\nx\n".encode("utf-16"), "the file is in UTF-16"),
        ("quote\n\u20ac\n".encode("cp1252"), "is not UTF-8"),
        (b"quote\na\x00b\n", "U+0000"),
        (b'quote,kind\n"a,b\n', "a cell in quotation marks has no end"),
        (b'quote,kind\n"a"b,c\n', "a closing quotation mark stands inside a cell"),
        (b"quote\n" + b"a" * 200_000, "a cell has more than 131,072 characters"),
        (b"quote" + b"," * 100_000 + b"\nx\n", "more than 1,000 columns"),
        (b"quote\n" + b"\n" * 1_000_000, "more than 200,000 rows"),
    ],
)
def test_what_is_no_sheet_is_refused(read, content, what):
    """
    Other encodings, other texts, and too much of everything end with a reason.
    """
    with pytest.raises(RefusedFile, match=what.replace("+", r"\+")):
        read(content)


def test_a_sheet_without_rows_has_no_claims(read):
    """
    Headings alone are told.
    """
    _, (fault,), _ = read("quote,kind\n")

    assert fault.what == "the sheet has no claims"
