"""Which exit code a run ends with."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.cli.exit_codes import FailOn, exit_code
from factcheck.errors import Location
from factcheck.findings import Claimed, Finding, Inconsistency, Report
from factcheck.rules import RULES, Severity

CONFLICT = Inconsistency("conflict", ("a", "b"), (), ("a", "b"), "")


def of_rule(rule: str, severity: Severity | None = None) -> Finding:
    known = RULES[rule]
    return Finding(
        id=rule,
        claim=rule,
        quote="",
        kind="level",
        period=None,
        verdict=known.verdict,
        rule=rule,
        severity=severity or known.severity or Severity.ERROR,
        location=Location("claims/a.yaml", 1, 1),
        claimed=Claimed("", None, ""),
    )


MATCH = of_rule("within")
NOTED = of_rule("recomputed")
WARNED = of_rule("coarse")
SMALL_MISS = of_rule("wrong-level", Severity.WARNING)
MISS = of_rule("wrong-level", Severity.ERROR)
OPEN = of_rule("no-observation")
SEEN = of_rule("seen")
IGNORED = replace(of_rule("ignored"), severity=Severity.ERROR)
INCONSISTENT = of_rule("conflict")

# findings, inconsistencies, --fail-on, code
TABLE = [
    ([MATCH], [], "error", 0),
    ([MATCH, NOTED], [], "warning", 0),
    ([MATCH, WARNED], [], "error", 0),
    ([MATCH, WARNED], [], "warning", 1),
    ([MATCH, SMALL_MISS], [], "error", 0),
    ([MATCH, SMALL_MISS], [], "warning", 1),
    ([MATCH, MISS], [], "error", 1),
    ([MISS], [], "never", 0),
    ([MATCH, OPEN], [], "error", 0),
    ([MATCH, OPEN], [], "warning", 0),
    ([MATCH, OPEN], [], "unresolved", 1),
    ([MATCH, WARNED], [], "unresolved", 1),
    ([MATCH, SEEN, IGNORED], [], "unresolved", 0),
    ([MATCH], [CONFLICT], "error", 1),
    ([MATCH], [CONFLICT], "never", 0),
    ([OPEN], [CONFLICT], "never", 0),
    ([INCONSISTENT], [CONFLICT], "error", 1),
    ([], [], "error", 3),
    ([OPEN], [], "error", 3),
    ([OPEN], [], "unresolved", 1),
    ([SEEN, IGNORED], [], "error", 3),
    ([SEEN, IGNORED], [], "never", 3),
]


def report_of(findings: list[Finding], inconsistencies: list[Inconsistency]) -> Report:
    return Report("claims/a.yaml", "", None, None, tuple(findings), tuple(inconsistencies))


@pytest.mark.parametrize(("findings", "inconsistencies", "fail_on", "code"), TABLE)
def test_exit_code_table(
    findings: list[Finding], inconsistencies: list[Inconsistency], fail_on: str, code: int
) -> None:
    """
    Findings and inconsistencies at or above the level give 1, nothing checked gives 3, all else 0.
    """

    assert exit_code([report_of(findings, inconsistencies)], fail_on=FailOn(fail_on)) == code


@pytest.mark.parametrize("findings", [[MATCH], [MISS], [OPEN], []])
def test_a_refused_file_comes_before_findings(findings: list[Finding]) -> None:
    """
    An error in a file gives 2 whatever the other files hold, and before a lacking source.
    """

    assert exit_code([report_of(findings, [])], fail_on=FailOn.ERROR, refused=True, lacking=True) == 2


@pytest.mark.parametrize("findings", [[MATCH], [MISS], [OPEN], []])
def test_a_lacking_source_comes_before_findings(findings: list[Finding]) -> None:
    """
    A lock or live source that lacks something gives 4 whatever was found.
    """

    assert exit_code([report_of(findings, [])], fail_on=FailOn.NEVER, lacking=True) == 4


def test_no_articles_means_nothing_checked() -> None:
    """
    A run without any article is never green.
    """

    assert exit_code([], fail_on=FailOn.NEVER) == 3


def test_one_checked_article_is_enough() -> None:
    """
    An article without a checkable claim beside one that matches is no failure.
    """

    assert exit_code([report_of([OPEN], []), report_of([MATCH], [])], fail_on=FailOn.ERROR) == 0
