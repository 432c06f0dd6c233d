"""The report by severity."""

from __future__ import annotations

from dataclasses import replace

from factcheck.findings import Report
from factcheck.outputs.grouped import render_grouped
from factcheck.outputs.page import Page
from factcheck.outputs.result import Result
from factcheck.outputs.text import render_text
from factcheck.outputs.visible import columns


def headings(text: str) -> list[str]:
    groups = ("Errors", "Warnings", "With a note", "Matches", "Not checked")
    return [line for line in text.splitlines() if line.partition(":")[0] in groups]


def test_worst_comes_first(result: Result) -> None:
    """
    Errors stand above warnings, these above matches, and what was not checked last; each with its number.
    """

    assert headings(render_grouped(result)) == ["Errors: 2", "Warnings: 1", "Matches: 1", "Not checked: 5"]


def test_groups_go_over_all_articles(report: Report) -> None:
    """
    Two articles share the groups, and each group names its articles.
    """
    text = render_grouped(Result((report, replace(report, path="claims/other.yaml"))))
    errors = text.partition("Warnings:")[0]

    assert headings(text)[0] == "Errors: 4"
    assert errors.count("\nclaims/other.yaml\n") == errors.count("\nclaims/china-russia.yaml\n") == 1


def test_ends_as_the_text_report_does(result: Result) -> None:
    """
    The counts and the meaning of the exit code are those of the text.
    """

    assert render_grouped(result).splitlines()[-3:] == render_text(result).splitlines()[-3:]


def test_eighty_columns(result: Result) -> None:
    """
    No line but an address and the last is wider than 80 columns.
    """
    lines = render_grouped(result, Page(ascii=True)).splitlines()[:-1]

    assert [line for line in lines if columns(line) > 80 and "http" not in line] == []


def test_empty_groups_are_left_out(report: Report) -> None:
    """
    A group without members has no heading.
    """
    fine = Report(report.path, "", None, None, report.findings[:1])

    assert headings(render_grouped(Result((fine,)))) == ["Matches: 1"]
