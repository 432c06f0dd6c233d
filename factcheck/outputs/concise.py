"""
One line for each finding, as compilers print them, for editors and grep.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.findings import Finding, Report
from factcheck.outputs.page import Page, safe
from factcheck.outputs.paths import place_of
from factcheck.outputs.result import Result, count, in_order, rule_severity
from factcheck.outputs.text import last_line
from factcheck.outputs.told import reference_in_short
from factcheck.rules import Severity


def render_concise(result: Result, page: Page | None = None) -> str:
    """Every finding and inconsistency on a line of its own, then the counts; lines have any length."""
    return safe(_lines(result, page or Page()))


def _lines(result: Result, page: Page) -> Iterator[str]:
    for report in in_order(result.reports):
        yield from (page.clean(line) for line in _report(report))
    yield last_line(count(result), result.exit_code)


def _report(report: Report) -> Iterator[str]:
    for finding in report.findings:
        yield _finding(finding)
    for each in report.inconsistencies:
        claims = ", ".join(each.claims)
        yield f"{report.path}: {rule_severity(each.rule)}: {each.rule}: {claims}: {each.explanation}"
    for claim in report.todo:
        yield f"{report.path}: to do: {claim}"
    for figure in report.coverage.uncovered:
        yield f'{place_of(figure, report)}: uncovered: "{figure.text}"'


def _finding(finding: Finding) -> str:
    said = finding.quote or finding.claimed.text
    words = f'"{said}"' if said else finding.id
    reference = reference_in_short(finding)
    tail = f" beside {reference}" if reference else ""
    severity = "" if finding.severity is Severity.NONE else f"{finding.severity}: "
    head = f"{finding.location}: {severity}{finding.verdict} ({finding.rule})"
    return f"{head}: {words}{tail} [{finding.id}]"
