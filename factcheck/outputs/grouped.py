"""
The report for people, at 80 columns, by how serious things are: over all articles the worst first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.findings import Report
from factcheck.outputs.page import Page, safe
from factcheck.outputs.result import Result, count, in_order, rule_severity, severity_of
from factcheck.outputs.text import (
    CHECKED,
    finding_lines,
    inconsistency_lines,
    open_figures,
    open_findings,
    summary_lines,
)
from factcheck.rules import Severity

#: Every group with its heading, the worst first; what a check left open stands below them.
GROUPS = (
    ("Errors", Severity.ERROR),
    ("Warnings", Severity.WARNING),
    ("With a note", Severity.NOTE),
    ("Matches", Severity.NONE),
)


def render_grouped(result: Result, page: Page | None = None) -> str:
    """The whole report."""
    return safe(_lines(result, page or Page()))


def _lines(result: Result, page: Page) -> Iterator[str]:
    reports = in_order(result.reports)
    for heading, severity in GROUPS:
        yield from _group(heading, _members(reports, severity, page), page)
    yield from _group("Not checked", _open(reports, page), page)
    for warning in dict.fromkeys(text for report in reports for text in report.warnings):
        yield from page.paragraph(f"warning: {warning}", hanging=2, style="warn")
    yield ""
    yield from summary_lines(count(result), result.exit_code, page)


def _group(heading: str, articles: Iterator[tuple[str, int, list[str]]], page: Page) -> Iterator[str]:
    """A heading with a number, then article by article what belongs there; nothing where nothing does."""
    found = list(articles)
    if not found:
        return
    yield page.paint(f"{heading}: {sum(number for _, number, _ in found)}", "strong")
    for path, _, lines in found:
        yield ""
        yield from page.paragraph(path)
        yield from lines
    yield ""


def _members(reports: Sequence[Report], severity: Severity, page: Page) -> Iterator[tuple[str, int, list[str]]]:
    for report in reports:
        findings = [each for each in report.findings if each.verdict in CHECKED and severity_of(each) is severity]
        together = [each for each in report.inconsistencies if rule_severity(each.rule) is severity]
        lines = [line for each in findings for line in finding_lines(each, page)]
        lines += [line for each in together for line in inconsistency_lines(each, page)]
        if lines:
            yield report.path, len(findings) + len(together), lines


def _open(reports: Sequence[Report], page: Page) -> Iterator[tuple[str, int, list[str]]]:
    for report in reports:
        left = sum(each.verdict not in CHECKED for each in report.findings)
        number = left + len(report.todo) + len(report.coverage.uncovered)
        lines = [*open_findings(report.findings, page), *open_figures(report, page)]
        if lines:
            yield report.path, number, lines
