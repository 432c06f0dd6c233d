"""
The report as CSV for a spreadsheet: a row for each finding, and below them what was not checked and the counts.

Columns have the names that they have in the sheets of ``factcheck export``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.cells import csv_text
from factcheck.errors import Location, Problem
from factcheck.findings import Finding, Report
from factcheck.outputs.paths import draft_of
from factcheck.outputs.result import Result, count, explained, in_order, rule_severity, severity_of
from factcheck.outputs.text import last_line
from factcheck.outputs.told import figure, gap, is_change
from factcheck.outputs.visible import on_one_line
from factcheck.rules import RULES, Severity

COLUMNS = (
    "what",
    "severity",
    "verdict",
    "rule",
    "quote",
    "claimed",
    "reference",
    "gap",
    "cause",
    "instead",
    "why",
    "note",
    "source",
    "URL",
    "released",
    "id",
    "kind",
    "period",
    "file",
    "line",
    "column",
    "draft",
    "draft line",
    "draft column",
)
LONGEST_CELL = 32_000  # characters; Excel takes 32,767
Row = dict[str, str]  # by column; blank cells may be left out


def render_csv(result: Result) -> str:
    """All rows, the headings first."""
    rows = [[_cell(row.get(column, "")) for column in COLUMNS] for row in _rows(result)]
    return csv_text([COLUMNS, *rows])


def _cell(text: str) -> str:
    return on_one_line(text if len(text) <= LONGEST_CELL else text[:LONGEST_CELL] + "…")


def _rows(result: Result) -> Iterator[Row]:
    reports = in_order(result.reports)
    for report in reports:
        for finding in report.findings:
            yield _finding(finding, report)
    for report in reports:
        yield from _inconsistencies(report)
        yield from _left_open(report)
    for problem in result.problems:
        yield _problem(problem)
    for warning in dict.fromkeys(text for report in reports for text in report.warnings):
        yield {"what": "warning", "severity": str(Severity.WARNING), "why": warning}
    yield {"what": "summary", "why": last_line(count(result), result.exit_code)}


def _finding(finding: Finding, report: Report) -> Row:
    """One finding in the words of the reports."""
    reference = finding.reference
    row: Row = {
        "what": "finding",
        "severity": str(severity_of(finding)),
        "verdict": str(finding.verdict),
        "rule": finding.rule,
        "quote": finding.quote,
        "claimed": finding.claimed.text,
        "reference": "" if reference is None else figure(reference, plus=is_change(finding)),
        "gap": gap(finding),
        "cause": "; or ".join(cause.text for cause in finding.causes),
        "instead": finding.suggestion,
        "why": explained(finding),
        "note": "; ".join(note.text for note in finding.notes),
        "id": finding.id,
        "kind": finding.kind,
        "period": "" if finding.period is None else str(finding.period),
        **_place(finding.location),
        "draft": draft_of(report),
    }
    if reference is not None and reference.evidence:
        first = reference.evidence[0]
        released = first.published.isoformat() if first.published else ""
        row |= {"source": first.citation.source, "URL": first.citation.url, "released": released}
    if finding.place is not None:
        start = finding.place.words.start
        row |= {"draft line": str(start.line), "draft column": str(start.column)}
    return row


def _inconsistencies(report: Report) -> Iterator[Row]:
    for each in report.inconsistencies:
        yield {
            "what": "inconsistency",
            "severity": str(rule_severity(each.rule)),
            "rule": each.rule,
            "id": ", ".join(each.claims),
            "why": each.explanation or (RULES[each.rule].meaning if each.rule in RULES else ""),
            "file": report.path,
        }


def _left_open(report: Report) -> Iterator[Row]:
    for place, claim in enumerate(report.todo):
        asked: Sequence[str] = report.questions[place : place + 1]
        yield {"what": "to do", "id": claim, "why": "".join(asked), "file": report.path}
    for left in report.coverage.uncovered:
        in_draft = bool(report.draft) and left.location.path == report.draft
        where = {"file": report.path, "draft": draft_of(report)} if in_draft else _place(left.location)
        if in_draft:
            where |= {"draft line": str(left.location.line), "draft column": str(left.location.column)}
        why = f"it cannot be read: {left.why}" if left.why else ""
        yield {"what": "not covered", "claimed": left.text, "why": why, "id": left.in_quote_of, **where}


def _problem(problem: Problem) -> Row:
    why = "; ".join(filter(None, (problem.what, problem.hint)))
    return {"what": "problem", "severity": str(Severity.ERROR), "why": why, **_place(problem.location)}


def _place(location: Location) -> Row:
    if not location.line:
        return {"file": location.path}
    return {"file": location.path, "line": str(location.line), "column": str(location.column)}
