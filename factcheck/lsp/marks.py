"""
What an editor underlines: a stretch of a text, how much it matters, and what it says.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from factcheck.errors import Problem
from factcheck.findings import Finding
from factcheck.outputs.sentences import details, headline, line
from factcheck.rules import Severity, Verdict

UNCOVERED, TO_DO, PROBLEM = "not-covered", "to-do", "problem"


class Weight(StrEnum):
    """How much a mark matters, most first."""

    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"
    HINT = "hint"


class Related(NamedTuple):
    """Another place that a mark is about: its file, links followed, its offsets there, and what is there."""

    path: str
    start: int
    end: int
    says: str


class Mark(NamedTuple):
    """
    A mark in a text.

    Attributes:
        start: the offset of its first character, in code points.
        end: the offset after its last.
        rule: the rule, or what else it is: ``problem``, ``not-covered``, ``to-do``.
        about: the id of the claim or of the finding that it is about; for a figure without a claim, its words.
    """

    start: int
    end: int
    weight: Weight
    rule: str
    says: str
    about: str = ""
    related: tuple[Related, ...] = ()


WEIGHTS = {
    Severity.ERROR: Weight.ERROR,
    Severity.WARNING: Weight.WARNING,
    Severity.NOTE: Weight.INFORMATION,
    Severity.NONE: Weight.INFORMATION,
}


def is_marked(finding: Finding) -> bool:
    """Whether a finding is more than a match; of matches those are marked that a run may fail on."""
    if finding.verdict is Verdict.MATCH:
        return finding.severity.rank >= Severity.WARNING.rank
    return finding.verdict not in (Verdict.ATTESTED, Verdict.IGNORED)


def said(finding: Finding) -> str:
    """What a mark says of a finding: a line that says it all, then why."""
    return "\n".join([headline(finding), *_without_place(finding)])


def _without_place(finding: Finding) -> Iterator[str]:
    """The details, without the claim's own place, where the reader may be already."""
    lines = [*details(finding)]
    yield from (each for each in lines if not each.startswith("Claim: "))


def problem_said(problem: Problem) -> str:
    """What is wrong, and what to write instead."""
    return "\n".join(line(each) for each in (problem.what, problem.hint) if each)
