"""
The exit code of a run, from its reports alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from factcheck.findings import KNOWN, Report
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


_OWN: Mapping[str, FailOn] = {}


def exit_code(
    reports: Sequence[Report],
    *,
    fail_on: FailOn,
    own: Mapping[str, FailOn] = _OWN,
    refused: bool = False,
    lacking: bool = False,
    unchanged: bool = False,
) -> int:
    """
    The code with which a run ends.

    Args:
        reports: of the articles that were checked.
        fail_on: the least serious thing that fails the run.
        own: the same for articles that have a level of their own, by their path.
        refused: whether a claims file, the settings or a plugin had errors.
        lacking: whether the lock or a live source lacked something that a claim needs.
        unchanged: whether articles or findings were left out because they did not change: if nothing else is there,
            there was nothing to check.
    """
    applying = set(_codes(reports, fail_on, own))
    if unchanged and not any(report.findings for report in reports):
        applying.discard(NOTHING_CHECKED)
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


def let_pass(reports: Iterable[Report], own: Mapping[str, FailOn]) -> int:
    """How many errors do not fail a run because their article has a level of its own that nothing reaches."""
    return sum(
        [severity_of(finding) for finding in report.findings].count(Severity.ERROR)
        + [rule_severity(each.rule) for each in report.inconsistencies].count(Severity.ERROR)
        for report in reports
        if own.get(report.path) is FailOn.NEVER
    )


def _codes(reports: Iterable[Report], fail_on: FailOn, own: Mapping[str, FailOn]) -> Iterator[int]:
    checked = False
    for report in reports:
        checked = checked or bool(report.inconsistencies or report.known)
        checked = checked or any(finding.verdict in CHECKS for finding in report.findings)
        if fails(report, own.get(report.path, fail_on)):
            yield FOUND
    if not checked:
        yield NOTHING_CHECKED


def fails(report: Report, fail_on: FailOn) -> bool:
    """Whether an article has something at or above the level; attested, ignored and known findings never do."""
    if fail_on is FailOn.NEVER:
        return False
    least = Severity.ERROR if fail_on is FailOn.ERROR else Severity.WARNING
    severities = [severity_of(finding) for finding in report.findings]
    severities += [rule_severity(each.rule) for each in report.inconsistencies]
    severities += [Severity.WARNING] * len(report.unneeded)
    if any(severity.rank >= least.rank for severity in severities):
        return True
    return fail_on is FailOn.UNRESOLVED and any(
        finding.verdict in (Verdict.UNRESOLVED, Verdict.INCONSISTENT)
        and not any(note.kind == KNOWN for note in finding.notes)
        for finding in report.findings
    )
