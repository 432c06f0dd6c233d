"""
A report beside the baseline: what is known fails nothing, and entries that no longer occur are found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from factcheck.baseline.entries import Baseline, Entry, Key, entries_of, finding_key, inconsistency_key, may_fail
from factcheck.findings import KNOWN, Finding, Note, Report
from factcheck.rules import Severity

TOGETHER = "known-together"  # the kind of the note on a known inconsistency, at each of its members
_NAMES = {Severity.ERROR: "an error", Severity.WARNING: "a warning", Severity.NOTE: "a note", Severity.NONE: "nothing"}


class Compared(NamedTuple):
    """
    A run beside its baseline.

    Attributes:
        reports: with what is known marked.
        current: an entry for everything that a run may fail on, known or not.
        kept: the entries that occur, and those of articles that were not looked at.
        gone: those that no longer occur.
    """

    reports: tuple[Report, ...]
    current: tuple[Entry, ...]
    kept: tuple[Entry, ...]
    gone: tuple[Entry, ...]


def compare(
    reports: Sequence[Report], paths: Mapping[str, str], baseline: Baseline, *, absent: frozenset[str], shown: str
) -> Compared:
    """
    Mark what is known.

    Args:
        reports: of the run.
        paths: the path of each report's claims file, from the folder of the baseline; one outside is never known.
        baseline: what is known.
        absent: the paths in the baseline at which no claims file stands any more.
        shown: the path of the baseline, for the notes.
    """
    inside = {report.path for report in reports if not paths[report.path].startswith("../")}
    current = tuple(
        entry for report in reports if report.path in inside for entry in entries_of(report, paths[report.path])
    )
    left = Counter(entry.key for entry in baseline.entries)
    marked = tuple(
        with_known(report, paths[report.path], left, shown) if report.path in inside else report for report in reports
    )
    looked_at = set(paths.values()) | absent
    kept: list[Entry] = []
    gone: list[Entry] = []
    for entry in reversed(baseline.entries):  # of entries alike the last ones are too many
        if entry.key.path in looked_at and left[entry.key]:
            left[entry.key] -= 1
            gone.append(entry)
        else:
            kept.append(entry)
    return Compared(marked, current, tuple(reversed(kept)), tuple(reversed(gone)))


def with_known(report: Report, path: str, left: Counter[Key], shown: str) -> Report:
    """
    The report with its known findings marked; an inconsistency that is known becomes a note of its members.

    Args:
        report: of an article.
        path: of its claims file, from the folder of the baseline.
        left: how many findings of each key the baseline still has; what is used up is taken out.
        shown: the path of the baseline.
    """
    known = {place for place in _in_order(report.findings) if _take(left, finding_key(report.findings[place], path))}
    together = [each for each in report.inconsistencies if _take(left, inconsistency_key(each, report, path))]
    if not known and not together:
        return report
    findings = tuple(
        _marked(finding, shown) if place in known else finding for place, finding in enumerate(report.findings)
    )
    for each in together:
        text = f"known: {shown} has {each.rule} of {', '.join(each.claims)}: {each.explanation}"
        findings = tuple(
            replace(finding, notes=(*finding.notes, Note(TOGETHER, text))) if finding.claim in each.claims else finding
            for finding in findings
        )
    return replace(
        report,
        findings=findings,
        inconsistencies=tuple(each for each in report.inconsistencies if each not in together),
        known=len(known) + len(together),
    )


def _in_order(findings: Sequence[Finding]) -> list[int]:
    """The places of findings that may fail a run, by id: of findings alike the same are known in any order."""
    return sorted((place for place, each in enumerate(findings) if may_fail(each)), key=lambda at: findings[at].id)


def _take(left: Counter[Key], key: Key) -> bool:
    if not left[key]:
        return False
    left[key] -= 1
    return True


def _marked(finding: Finding, shown: str) -> Finding:
    least = finding.severity if finding.severity.rank < Severity.NOTE.rank else Severity.NOTE
    note = Note(KNOWN, f"known: it stands in {shown}, and would be {_NAMES[finding.severity]} otherwise")
    return replace(finding, severity=least, notes=(*finding.notes, note))
