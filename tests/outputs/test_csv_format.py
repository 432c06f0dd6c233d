"""The report as CSV."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from io import StringIO

import pytest

from factcheck.findings import Finding, Report
from factcheck.outputs.csv import COLUMNS, render_csv
from factcheck.outputs.result import Result
from factcheck.sheets.columns import COLUMNS as SHEET
from factcheck.sheets.columns import heading


def rows_of(result: Result) -> list[dict[str, str]]:
    text = render_csv(result)
    assert text.startswith("\ufeff")
    return list(csv.DictReader(StringIO(text[1:], newline=""), strict=True))


def test_a_row_a_finding_then_what_was_not_checked(result: Result) -> None:
    """
    Findings come first, a row each; then what they do not say, and the counts last.
    """
    assert [row["what"] for row in rows_of(result)] == [
        *["finding"] * 6, "inconsistency", "to do", "not covered", "problem", "warning", "summary",
    ]  # fmt: skip


def test_row_of_a_discrepancy(result: Result) -> None:
    """
    A row has the words, the figure that is known, the distance, and what would be true.
    """
    row = rows_of(result)[1]

    assert {key: row[key] for key in ("severity", "verdict", "rule", "claimed", "reference", "gap", "instead")} == {
        "severity": "error",
        "verdict": "discrepancy",
        "rule": "wrong-level",
        "claimed": "$237 billion",
        "reference": "240.11 bn USD",
        "gap": "2.605 bn USD",
        "instead": "$240 billion",
    }
    assert (row["source"], row["released"], row["file"], row["line"]) == (
        "gacc", "2024-01-12", "claims/china-russia.yaml", "21",
    )  # fmt: skip


def test_columns_are_named_as_in_sheets() -> None:
    """
    A column that sheets have too has the same heading.
    """
    shared = {"quote", "claimed", "reference", "gap", "verdict", "rule", "source", "URL", "released", "id", "file"}

    assert shared <= set(COLUMNS) & {heading(column) for column in SHEET}


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", "'="])
def test_formulas_are_defused(start: str, report: Report, finding: Callable[..., Finding]) -> None:
    """
    A cell that a spreadsheet would run begins with an apostrophe.
    """
    made = finding("wrong-level", f"{start}1+1")
    cell = rows_of(Result((replace(report, findings=(made,)),)))[0]["quote"]

    assert cell == f"'{start.strip()}1+1"


def test_long_cells_are_cut(report: Report, finding: Callable[..., Finding]) -> None:
    """
    No cell is longer than a spreadsheet takes.
    """
    made = finding("wrong-level", "x" * 100_000)
    row = rows_of(Result((replace(report, findings=(made,)),)))[0]

    assert len(row["quote"]) < 32_767
