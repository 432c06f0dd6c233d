"""
Where things stand: problems, claims and findings as stretches of a claims file or of a draft, in code points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.claims import Claim
from factcheck.claims import Place as ClaimPlace
from factcheck.errors import Problem
from factcheck.files.yaml_events import Node
from factcheck.findings import Finding, marked
from factcheck.lsp.checking import Checked
from factcheck.lsp.claims_text import ClaimsText, offset_of
from factcheck.lsp.lines import Lines
from factcheck.lsp.scalars import scalar_at
from factcheck.lsp.texts import Named
from factcheck.positions import Stretch

_WORD = re.compile(r"[^\s,\[\]{}:]{1,200}")


class Span(NamedTuple):
    """A stretch of a text."""

    start: int
    end: int


def problem_span(problem: Problem, text: ClaimsText, nodes: dict[tuple[int, int], Node]) -> Span:
    """
    The value or key that is at fault, or what stands there.

    Args:
        problem: the fault.
        text: the claims file.
        nodes: its texts, as ``texts_by_place`` gives them.
    """
    if not problem.location.line:
        return first_line(text.lines)
    start = offset_of(problem.location, text.lines)
    node = nodes.get(problem.location[1:])
    if node is not None and isinstance(node.content, str) and node.content:
        scalar = scalar_at(text.lines.text, start, node.content)
        if scalar is not None:
            return Span(scalar.start, scalar.end)
    word = _WORD.match(text.lines.text, start)
    return Span(start, word.end()) if word is not None else _at_least_one(start, text.lines)


def texts_by_place(root: Node | None) -> dict[tuple[int, int], Node]:
    """Every key and value of a claims file that is a text, by line and column."""
    return {} if root is None else {(node.line, node.column): node for node in _texts(root)}


def _texts(root: Node) -> Iterator[Node]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node.content, dict):
            for key, value in node.content.values():
                yield key
                waiting.append(value)
        elif isinstance(node.content, list):
            waiting += node.content
        else:
            yield node


def quote_span(claim: Claim, text: ClaimsText, inside: tuple[int, int] | None = None) -> Span:
    """
    The quote of a claim in its file, or a stretch of it; what the claim begins with where it has none.

    Args:
        claim: the claim.
        text: its file.
        inside: the stretch of the quote.
    """
    if not claim.quote:
        return _without_quote(claim, text)
    start = offset_of(claim.location(("quote",)), text.lines)
    scalar = scalar_at(text.lines.text, start, claim.quote)
    if scalar is None:
        return Span(start, max(text.lines.end(text.lines.line_of(start)), start))
    return Span(scalar.start, scalar.end) if inside is None else Span(*scalar.way.span(*inside))


def finding_span(finding: Finding, claim: Claim, text: ClaimsText) -> Span:
    """The words of a finding in the claims file: its figure in the quote, else the quote."""
    return quote_span(claim, text, marked(finding) if finding.quote else None)


def _without_quote(claim: Claim, text: ClaimsText) -> Span:
    for use in claim.kinds:
        if "figure" in use.options:
            return value_span(claim, (use.kind, "figure"), text)
    return value_span(claim, ("figure",) if "figure" in claim.keys else (), text)


def value_span(claim: Claim, place: ClaimPlace, text: ClaimsText) -> Span:
    """Some part of a claim, up to the end of its line."""
    start = offset_of(claim.location(place), text.lines)
    line = text.lines.line_of(start)
    written = text.lines.text[start : text.lines.end(line)].rstrip()
    return Span(start, start + len(written)) if written else _at_least_one(start, text.lines)


def first_line(lines: Lines) -> Span:
    """The first line of a text: where what is about the whole stands."""
    return Span(0, lines.end(0))


def in_draft(stretch: Stretch, lines: Lines) -> Span:
    """A stretch of a draft's source in the draft's text as the editor has it."""
    start, end = (lines.in_draft(point.line, point.column) for point in stretch)
    return Span(start, max(start, end))


def draft_span(finding: Finding, draft: Named, lines: Lines) -> Span | None:
    """The words of a finding in the draft; None where the draft does not have its quote."""
    if finding.place is None or draft.draft.format == "docx":
        return None
    return in_draft(finding.place.words, lines)


def _at_least_one(start: int, lines: Lines) -> Span:
    """One character, so that there is something to underline; none at the end of a line."""
    return Span(start, min(start + 1, max(lines.end(lines.line_of(start)), start)))


def claim_of(finding: Finding, checked: Checked) -> Claim | None:
    """The claim that a finding is of."""
    return checked.claims.get(finding.claim)
