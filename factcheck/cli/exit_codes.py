"""
The exit code of a run, from its reports alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from factcheck.findings import Report
from factcheck.outputs.result import rule_severity, severity_of
from factcheck.rules import Severity, Verdict


class FailOn(StrEnum):
    """The least serious thing that fails a run."""

    ERROR = "error"
    WARNING = "warning"
    UNRESOLVED = "unresolved"
    NEVER = "never"


FINE, FOUND, REFUSED, NOTHING_CHECKED, LACKING, INTERNAL = 0, 1, 2, 3, 4, 70
SOURCE_FAILED = "source-unavailable"  # the rule of a claim whose source failed
#: Which code wins where several apply.
PRIORITY = (INTERNAL, REFUSED, LACKING, FOUND, NOTHING_CHECKED)
CHECKS = frozenset({Verdict.MATCH, Verdict.DISCREPANCY})


def exit_code(reports: Sequence[Report], *, fail_on: FailOn, refused: bool = False, lacking: bool = False) -> int:
    """
    The code with which a run ends.

    Args:
        reports: of the articles that were checked.
        fail_on: the least serious thing that fails the run.
        refused: whether a claims file, the settings or a plugin had errors.
        lacking: whether the lock or a live source lacked something that a claim needs.
    """
    applying = set(_codes(reports, fail_on))
    if refused:
        applying.add(REFUSED)
    if lacking:
        applying.add(LACKING)
    return next((code for code in PRIORITY if code in applying), FINE)


def is_lacking(reports: Iterable[Report]) -> bool:
    """Whether a claim stayed unresolved because a source failed, and nothing else could decide it."""
    return any(
        finding.verdict is Verdict.UNRESOLVED and finding.rule == SOURCE_FAILED
        for report in reports
        for finding in report.findings
    )


def _codes(reports: Iterable[Report], fail_on: FailOn) -> Iterator[int]:
    checked = False
    for report in reports:
        checked = checked or bool(report.inconsistencies)
        checked = checked or any(finding.verdict in CHECKS for finding in report.findings)
        if fails(report, fail_on):
            yield FOUND
    if not checked:
        yield NOTHING_CHECKED


def fails(report: Report, fail_on: FailOn) -> bool:
    """Whether an article has something at or above the level; attested and ignored findings never do."""
    if fail_on is FailOn.NEVER:
        return False
    least = Severity.ERROR if fail_on is FailOn.ERROR else Severity.WARNING
    severities = [severity_of(finding) for finding in report.findings]
    severities += [rule_severity(each.rule) for each in report.inconsistencies]
    if any(severity.rank >= least.rank for severity in severities):
        return True
    return fail_on is FailOn.UNRESOLVED and any(
        finding.verdict in (Verdict.UNRESOLVED, Verdict.INCONSISTENT) for finding in report.findings
    )
