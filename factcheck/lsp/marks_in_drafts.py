"""
Marks in a draft: what its claims came to, on the figures of the story; and the figures that no claim checks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.errors import Problem
from factcheck.findings import Finding, Inconsistency, Uncovered
from factcheck.lsp.checking import Checked
from factcheck.lsp.lines import Lines
from factcheck.lsp.marks import PROBLEM, UNCOVERED, WEIGHTS, Mark, Related, Weight, is_marked, problem_said, said
from factcheck.lsp.places import Span, claim_of, finding_span, first_line, in_draft, quote_span
from factcheck.outputs.result import explained, rule_severity
from factcheck.outputs.sentences import inconsistency_details, inconsistency_headline, line, uncovered_headline

IN_CLAIMS = "the claim is here"


def marks_in_draft(lines: Lines, checked: Sequence[Checked], fault: Problem | None) -> list[Mark]:
    """
    All marks of a draft that is open, in its order.

    Args:
        lines: its text.
        checked: the claims files that name it.
        fault: why it cannot be read; None where it can.
    """
    if fault is not None:
        return [Mark(*_place(fault, lines), Weight.ERROR, PROBLEM, problem_said(fault))] if checked else []
    marks = [mark for each in checked for mark in _of_claims(each, lines)]
    marks += _uncovered(checked, lines)
    return sorted(marks, key=lambda mark: (mark.start, mark.end, mark.rule, mark.says))


def _place(fault: Problem, lines: Lines) -> Span:
    """The character that is at fault; the first line where it is the whole."""
    if not fault.location.line:
        return first_line(lines)
    start = lines.written(fault.location.line, fault.location.column)
    return Span(start, min(start + 1, len(lines.text)))


def _of_claims(checked: Checked, lines: Lines) -> Iterator[Mark]:
    if checked.problems:
        number = "1 error" if len(checked.problems) == 1 else f"{len(checked.problems)} errors"
        says = line(f"{checked.text.path} has {number}: claims with an error are not checked")
        yield Mark(*first_line(lines), Weight.INFORMATION, PROBLEM, says)
    if checked.report is None:
        return
    for finding in checked.report.findings:
        if is_marked(finding):
            yield _finding(finding, checked, lines)
    for each in checked.report.inconsistencies:
        yield from _inconsistency(each, checked, lines)


def _finding(finding: Finding, checked: Checked, lines: Lines) -> Mark:
    claim = claim_of(finding, checked)
    there = () if claim is None else (finding_span(finding, claim, checked.text),)
    related = tuple(Related(checked.path, *span, IN_CLAIMS) for span in there)
    weight = WEIGHTS[finding.severity]
    if finding.place is not None:
        span = in_draft(finding.place.words, lines)
        return Mark(*span, weight, finding.rule, said(finding), finding.id, related)
    says = said(finding) if not finding.quote else line(f"not in the story: “{finding.quote}”: {explained(finding)}")
    return Mark(*first_line(lines), weight, finding.rule, says, finding.id, related)


def _inconsistency(each: Inconsistency, checked: Checked, lines: Lines) -> Iterator[Mark]:
    """A mark on the quote of each claim of a contradiction."""
    says = "\n".join([inconsistency_headline(each), *inconsistency_details(each)])
    places = _quotes(each, checked, lines)
    for name, span in places.items():
        claim = checked.claims.get(name)
        related = () if claim is None else (Related(checked.path, *quote_span(claim, checked.text), IN_CLAIMS),)
        yield Mark(*span, WEIGHTS[rule_severity(each.rule)], each.rule, says, name, related)


def _quotes(each: Inconsistency, checked: Checked, lines: Lines) -> dict[str, Span]:
    """Where the story has the quotes of its claims."""
    found: dict[str, Span] = {}
    for finding in checked.report.findings if checked.report is not None else ():
        if finding.claim in each.claims and finding.place is not None:
            found.setdefault(finding.claim, in_draft(finding.place.quote, lines))
    return found


def _uncovered(checked: Sequence[Checked], lines: Lines) -> Iterator[Mark]:
    """Figures that no claim of any file checks; nothing is said while a file is not finished."""
    if any(each.problems or each.report is None for each in checked):
        return
    left: dict[Span, list[Uncovered]] = {}
    for each in checked:
        for figure in each.report.coverage.uncovered if each.report is not None else ():
            if figure.stretch is not None:
                left.setdefault(in_draft(figure.stretch, lines), []).append(figure)
    for span, figures in left.items():
        if len(figures) == len(checked):
            told = next((figure for figure in figures if figure.in_quote_of), figures[0])
            yield Mark(*span, Weight.HINT, UNCOVERED, uncovered_headline(told), told.text)
