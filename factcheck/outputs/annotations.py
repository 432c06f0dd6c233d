"""
What a run has to say about places in files, worst first: the ground that SARIF, GitHub, GitLab and reviewdog share.

A remark stands in the story where the story has the words, else in the claims file. Plain matches and what a person
attested say nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import zip_longest
from typing import NamedTuple

from factcheck.errors import Problem
from factcheck.findings import IGNORED, Finding, Inconsistency, Report, Uncovered
from factcheck.outputs.paths import draft_of, from_root
from factcheck.outputs.result import Result, in_order, rule_severity, severity_of
from factcheck.outputs.sentences import (
    details,
    headline,
    inconsistency_details,
    inconsistency_headline,
    line,
    problem_lines,
    uncovered_headline,
)
from factcheck.positions import Stretch, rest_of_line
from factcheck.rules import Severity, Verdict

NOT_COVERED, TO_DO, PROBLEM, WARNING = "not-covered", "to-do", "problem", "warning"
#: What stands beside the rules, with what it means.
OWN_RULES = {
    NOT_COVERED: "no claim checks this figure or date",
    TO_DO: "a person has not yet settled what the claim says",
    PROBLEM: "the file has an error, and none of its claims was checked",
    WARNING: "something in the run did not work, such as a plugin or a source",
}
_LINES = frozenset({"text", "markdown", "html"})  # drafts whose lines are those of their files


class Spot(NamedTuple):
    """A place in a file. Line 0 is the file itself; ``stretch`` None where nothing but the line is known."""

    path: str
    line: int
    stretch: Stretch | None = None


class Annotation(NamedTuple):
    """
    A remark on a place.

    Attributes:
        lines: what it says, the first line by itself enough.
        spot: where it stands.
        others: other places that it is about, each with what is there.
        identity: what it is about, whatever lines come and go around it.
        ignored: the reason where a claims file sets it aside.
    """

    severity: Severity
    rule: str
    lines: tuple[str, ...]
    spot: Spot
    others: tuple[tuple[str, Spot], ...] = ()
    identity: tuple[str, ...] = ()
    ignored: str = ""

    @property
    def fingerprint(self) -> str:
        """The same for the same remark in another run: 32 hexadecimal digits."""
        text = "\x1f".join(self.identity)
        return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def annotations_of(result: Result) -> list[Annotation]:
    """Everything that a run has to say, the worst first, each with an identity of its own."""
    found = [_problem(problem) for problem in result.problems]
    reports = in_order(result.reports)
    for report in reports:
        found += _of_findings(report, result)
    found += _warnings(reports)
    for report in reports:
        found += _left_open(report, result)
    seen: Counter[tuple[str, ...]] = Counter()
    apart = [_apart(each, seen) for each in _from_root(found, result)]
    return sorted(apart, key=lambda each: (bool(each.ignored), -each.severity.rank))


def _from_root(found: Sequence[Annotation], result: Result) -> Iterator[Annotation]:
    """With identities that do not depend on the folder that a run starts in."""
    for each in found:
        path, *rest = each.identity
        yield each._replace(identity=(from_root(path, result), each.rule, *rest))


def _apart(each: Annotation, seen: Counter[tuple[str, ...]]) -> Annotation:
    """With its number among those of the same identity, the first without one."""
    number = seen[each.identity]
    seen[each.identity] += 1
    return each._replace(identity=(*each.identity, str(number))) if number else each


def _of_findings(report: Report, result: Result) -> Iterator[Annotation]:
    story = _story(report, result)
    for finding in report.findings:
        if _is_worth_saying(finding):
            yield _finding(finding, report, story)
    for each in report.inconsistencies:
        yield _inconsistency(each, report, story)


def _warnings(reports: Sequence[Report]) -> Iterator[Annotation]:
    """Warnings of the run, each once, at the first article that it was told of."""
    first: dict[str, str] = {}
    for report in reports:
        for text in report.warnings:
            first.setdefault(text, report.path)
    for text, path in first.items():
        said = line(text) or OWN_RULES[WARNING]
        yield Annotation(Severity.WARNING, WARNING, (said,), Spot(path, 0), identity=(path, text))


def _left_open(report: Report, result: Result) -> Iterator[Annotation]:
    for claim, question in zip_longest(report.todo, report.questions, fillvalue=""):
        said = line(f"to do: {claim}{': ' if question else ''}{question}")
        yield Annotation(Severity.NOTE, TO_DO, (said,), Spot(report.path, 0), identity=(report.path, claim))
    story = _story(report, result)
    for each in report.coverage.uncovered:
        yield _uncovered(each, report, story)


def _is_worth_saying(finding: Finding) -> bool:
    """Whether it is more than a match, or a match that a run may fail on."""
    if finding.verdict is Verdict.MATCH:
        return finding.severity.rank >= Severity.WARNING.rank
    return finding.verdict is not Verdict.ATTESTED


def _story(report: Report, result: Result) -> str:
    """The story that can carry remarks: inside the repository, and in lines; blank where there is none."""
    path = draft_of(report)
    outside = not path or from_root(path, result).startswith("../")
    return "" if outside or report.draft_format not in _LINES else path


def _finding(finding: Finding, report: Report, story: str) -> Annotation:
    severity = severity_of(finding)
    reasons = [note.text for note in finding.notes if note.kind == IGNORED]
    spot, others = _spots(finding, story)
    return Annotation(
        severity=Severity.NOTE if severity is Severity.NONE else severity,
        rule=finding.rule,
        lines=(headline(finding), *details(finding)),
        spot=spot,
        others=others,
        identity=(report.path, finding.id),
        ignored=line("; ".join(reasons) or "set aside") if finding.verdict is Verdict.IGNORED else "",
    )


def _spots(finding: Finding, story: str) -> tuple[Spot, tuple[tuple[str, Spot], ...]]:
    """Where a finding stands, and its other place."""
    written = Spot(finding.location.path, finding.location.line, finding.written)
    if not story or finding.place is None:
        return written, ()
    words = finding.place.words
    return Spot(story, words.start.line, words), (("the claim", written),)


def _inconsistency(each: Inconsistency, report: Report, story: str) -> Annotation:
    members = [finding for finding in report.findings if finding.claim in each.claims or finding.id in each.claims]
    spots = {finding.claim: (headline(finding), _spots(finding, story)[0]) for finding in reversed(members)}
    places = list(reversed(spots.values()))
    return Annotation(
        severity=rule_severity(each.rule),
        rule=each.rule,
        lines=(inconsistency_headline(each), *inconsistency_details(each)),
        spot=places[0][1] if places else Spot(report.path, 0),
        others=tuple(places[1:]),
        identity=(report.path, *sorted(each.claims)),
    )


def _uncovered(each: Uncovered, report: Report, story: str) -> Annotation:
    spot = Spot(each.location.path, each.location.line, each.stretch)
    if each.location.path == report.draft and report.draft:  # a place in the draft; else in a quote
        at = f"{draft_of(report)}:{each.location.line}"
        spot = spot._replace(path=story) if story else Spot(report.path, 0)
        lines = (uncovered_headline(each),) if story else (line(f"{uncovered_headline(each)} ({at})"),)
        return Annotation(Severity.NOTE, NOT_COVERED, lines, spot, identity=(draft_of(report), each.text))
    identity = (report.path, each.in_quote_of, each.text)
    return Annotation(Severity.NOTE, NOT_COVERED, (uncovered_headline(each),), spot, identity=identity)


def _problem(problem: Problem) -> Annotation:
    at = problem.location
    stretch = rest_of_line(problem.excerpt, at.line, at.column) if at.line else None
    spot = Spot(at.path, at.line, stretch)
    return Annotation(Severity.ERROR, PROBLEM, problem_lines(problem), spot, identity=(at.path, problem.what))
