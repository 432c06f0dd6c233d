"""
What every renderer is given: the reports of one run, the problems of its files, and what they add up to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from factcheck.errors import Problem
from factcheck.findings import IGNORED, Finding, Report
from factcheck.rules import RULES, Severity, Verdict


class LeftOut(NamedTuple):
    """
    What a run leaves out because it did not change.

    Attributes:
        since: the revision that was compared with.
        articles: those of which nothing changed.
        findings: of the other articles.
    """

    since: str = ""
    articles: int = 0
    findings: int = 0


class Result(NamedTuple):
    """
    One run.

    Attributes:
        reports: one for each article that could be checked, in the order of their paths.
        problems: what was wrong in files; those files were not checked.
        exit_code: the code that the run ends with.
        as_of: the day given for the whole run; None where each article's own day is used.
        folder: the folder of the run, which paths start from; blank where nobody says.
        root: the root of its repository, an ancestor of ``folder`` or that folder itself; blank like it.
        left_out: what was not looked at because it did not change.
        let_pass: errors that do not fail the run because the folder's settings say so.
        gone: entries of the baseline that no longer occur.
        passed_over: claims files in the usual folder that are not read because settings name others.
    """

    reports: tuple[Report, ...]
    problems: tuple[Problem, ...] = ()
    exit_code: int = 0
    as_of: date | None = None
    folder: str = ""
    root: str = ""
    left_out: LeftOut = LeftOut()
    let_pass: int = 0
    gone: int = 0
    passed_over: int = 0


class Counts(NamedTuple):
    """
    What a run adds up to.

    Attributes:
        verdicts: findings by verdict, every verdict among the keys.
        severities: findings and inconsistencies by severity; attested and ignored ones do not count.
        files: files with problems, which were not checked.
        paths: what was named or found and is no file that could be read.
        unneeded: rules that claims set aside and that did not occur.
        lowered: findings that settings made less serious.
        known: findings and inconsistencies that the baseline has.
    """

    articles: int
    findings: int
    verdicts: dict[Verdict, int]
    severities: dict[Severity, int]
    inconsistencies: int
    uncovered: int
    tolerances: int
    ignores: int
    local_rows: int
    locked_rows: int
    todo: int
    problems: int
    files: int
    paths: int
    unneeded: int = 0
    lowered: int = 0
    let_pass: int = 0
    known: int = 0
    passed_over: int = 0
    gone: int = 0
    left_out: LeftOut = LeftOut()


def in_order(reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reports sorted by path, whatever order their files were named in."""
    return tuple(sorted(reports, key=lambda report: report.path))


def explained(finding: Finding) -> str:
    """Why the verdict is what it is: the check's own words, or what the rule means."""
    rule = RULES.get(finding.rule)
    return finding.explanation or (rule.meaning if rule is not None else finding.rule)


def severity_of(finding: Finding) -> Severity:
    """The severity that counts: what a person attested or set aside has none."""
    set_aside = finding.verdict in (Verdict.ATTESTED, Verdict.IGNORED)
    return Severity.NONE if set_aside else finding.severity


def rule_severity(rule: str) -> Severity:
    """The severity of an inconsistency by its rule; an unknown rule is taken for an error."""
    known = RULES.get(rule)
    return Severity.ERROR if known is None or known.severity is None else known.severity


def _set_aside(findings: Sequence[Finding]) -> int:
    """Claims whose own verdict stands and that set an inconsistency aside; one with several statements counts once."""
    noted = (each for each in findings if any(note.kind == IGNORED for note in each.notes))
    return len({(each.location.path, each.claim) for each in noted if each.verdict is not Verdict.IGNORED})


def count(result: Result) -> Counts:
    """Add up a run."""
    findings = [finding for report in result.reports for finding in report.findings]
    inconsistencies = [each for report in result.reports for each in report.inconsistencies]
    verdicts = Counter(finding.verdict for finding in findings)
    severities = Counter(severity_of(finding) for finding in findings)
    severities.update(rule_severity(each.rule) for each in inconsistencies)
    return Counts(
        articles=len(result.reports),
        findings=len(findings),
        verdicts={verdict: verdicts[verdict] for verdict in Verdict},
        severities={severity: severities[severity] for severity in Severity},
        inconsistencies=len(inconsistencies),
        uncovered=sum(len(report.coverage.uncovered) for report in result.reports),
        tolerances=sum(len(report.tolerances) for report in result.reports),
        ignores=verdicts[Verdict.IGNORED] + _set_aside(findings),
        local_rows=sum(report.local_rows for report in result.reports),
        locked_rows=sum(report.locked_rows for report in result.reports),
        todo=sum(len(report.todo) for report in result.reports),
        problems=len(result.problems),
        files=len({problem.location.path for problem in result.problems if problem.location.line}),
        paths=len({problem.location.path for problem in result.problems if not problem.location.line}),
        unneeded=sum(len(report.unneeded) for report in result.reports),
        lowered=sum(report.lowered for report in result.reports),
        let_pass=result.let_pass,
        known=sum(report.known for report in result.reports),
        passed_over=result.passed_over,
        gone=result.gone,
        left_out=result.left_out,
    )
