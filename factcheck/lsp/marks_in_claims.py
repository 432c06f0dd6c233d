"""
Marks in a claims file: faults, findings, contradictions, what is to do, and figures of quotes that nothing checks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims import Claim
from factcheck.findings import Finding, Inconsistency, Uncovered
from factcheck.lsp.checking import Checked
from factcheck.lsp.lines import Lines
from factcheck.lsp.marks import (
    PROBLEM,
    TO_DO,
    UNCOVERED,
    WEIGHTS,
    Mark,
    Related,
    Weight,
    is_marked,
    problem_said,
    said,
)
from factcheck.lsp.places import (
    claim_of,
    draft_span,
    finding_span,
    first_line,
    problem_span,
    quote_span,
    texts_by_place,
    value_span,
)
from factcheck.outputs.result import rule_severity
from factcheck.outputs.sentences import inconsistency_details, inconsistency_headline, line, uncovered_headline

IN_STORY = "the story says it here"


def marks_in_claims(checked: Checked) -> list[Mark]:
    """All marks, in the order of the file."""
    return sorted(_marks(checked), key=lambda mark: (mark.start, mark.end, mark.rule, mark.says))


def _marks(checked: Checked) -> Iterator[Mark]:
    nodes = texts_by_place(checked.text.root) if checked.problems else {}
    for problem in checked.problems:
        yield Mark(*problem_span(problem, checked.text, nodes), Weight.ERROR, PROBLEM, problem_said(problem))
    if checked.report is None or checked.article is None:
        return
    lines = None if checked.draft is None else Lines(checked.draft.text)
    for finding in checked.report.findings:
        claim = claim_of(finding, checked)
        if claim is not None and is_marked(finding):
            yield _finding(finding, claim, checked, lines)
    for each in checked.report.inconsistencies:
        yield from _inconsistency(each, checked)
    for claim in checked.article.claims:
        if claim.todo:
            yield _to_do(claim, checked)
    if checked.draft is None:
        for left in checked.report.coverage.uncovered:
            yield from _uncovered(left, checked)
    for warning in checked.report.warnings:
        if not warning.startswith("claim "):  # that one is a problem, and told at its place
            yield Mark(*first_line(checked.text.lines), Weight.INFORMATION, PROBLEM, line(warning))


def _finding(finding: Finding, claim: Claim, checked: Checked, lines: Lines | None) -> Mark:
    related: Sequence[Related] = ()
    if checked.draft is not None and lines is not None:
        span = draft_span(finding, checked.draft, lines)
        related = () if span is None else (Related(checked.draft.path, *span, IN_STORY),)
    return Mark(
        *finding_span(finding, claim, checked.text),
        WEIGHTS[finding.severity],
        finding.rule,
        said(finding),
        finding.id,
        tuple(related),
    )


def _inconsistency(each: Inconsistency, checked: Checked) -> Iterator[Mark]:
    """A mark on each claim of a contradiction, with the way to the others."""
    members = [claim for name in each.claims if (claim := checked.claims.get(name)) is not None]
    says = "\n".join([inconsistency_headline(each), *inconsistency_details(each)])
    for claim in members:
        others = tuple(
            Related(checked.path, *quote_span(other, checked.text), line(f"contradicts {other.id}"))
            for other in members
            if other is not claim
        )
        weight = WEIGHTS[rule_severity(each.rule)]
        yield Mark(*quote_span(claim, checked.text), weight, each.rule, says, claim.id, others)


def _to_do(claim: Claim, checked: Checked) -> Mark:
    asks = claim.todo if isinstance(claim.todo, str) else "; ".join(claim.todo)
    span = value_span(claim, ("todo",), checked.text)
    return Mark(*span, Weight.INFORMATION, TO_DO, line(f"to do: {asks}"), claim.id)


def _uncovered(left: Uncovered, checked: Checked) -> Iterator[Mark]:
    """A figure of a quote that none of the claim's kinds takes."""
    claim = checked.claims.get(left.in_quote_of)
    at = -1 if claim is None else claim.quote.find(left.text)
    if claim is not None and at >= 0:
        span = quote_span(claim, checked.text, (at, at + len(left.text)))
        yield Mark(*span, Weight.HINT, UNCOVERED, uncovered_headline(left), left.text)
