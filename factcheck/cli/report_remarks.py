"""
What a report says beside a story: for each finding a remark on its figure, in plain words, figure first.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.anchors import find_quote
from factcheck.draft_text import Draft
from factcheck.drafts.word_comments import Remark
from factcheck.errors import Location
from factcheck.findings import Finding, Inconsistency, Report, Uncovered, marked
from factcheck.outputs.result import explained, rule_severity
from factcheck.outputs.told import explanation, figure, is_change, provenance
from factcheck.outputs.visible import visible
from factcheck.rules import RULES, Severity, Verdict

Span = tuple[int, int]
#: What a comment begins with.
HEADS = {
    Verdict.MATCH: "Matches",
    Verdict.DISCREPANCY: "Discrepancy",
    Verdict.INCONSISTENT: "Inconsistent",
    Verdict.UNRESOLVED: "Not resolved",
    Verdict.ATTESTED: "Attested",
    Verdict.IGNORED: "Ignored",
}
_SILENT = frozenset({Verdict.ATTESTED, Verdict.IGNORED})
_START = (0, 0)
MOST_UNCOVERED = 500  # figures without a claim that get a comment; nobody reads more


def remarks_on(report: Report, draft: Draft, *, uncovered: bool, everything: bool) -> Iterator[Remark]:
    """
    Remarks on the figures of a draft.

    Args:
        report: of the claims about the draft.
        draft: the story.
        uncovered: whether a figure that no claim checks gets one.
        everything: whether plain matches, attested and ignored claims get one.
    """
    places = {each.quote: _place(each.quote, draft.text) for each in report.findings}
    gone = [finding for finding in report.findings if finding.quote and places[finding.quote] is None]
    if gone:
        yield Remark(*_START, _text(_gone(gone)))
    for finding in report.findings:
        place = places[finding.quote]
        is_there = place is not None or not finding.quote
        if is_there and (everything or _is_worth_saying(finding)):
            yield Remark(*_figure_in(finding, place or _START, draft.text), _text(_finding_lines(finding)))
    for each in report.inconsistencies:
        yield Remark(*_first_of(each, report.findings, places, draft.text), _text(_inconsistency_lines(each)))
    if uncovered:
        yield from _uncovered(report.coverage.uncovered, draft)


def _is_worth_saying(finding: Finding) -> bool:
    """Whether it is more than a plain match."""
    if finding.verdict is Verdict.MATCH:
        return finding.severity is not Severity.NONE
    return finding.verdict not in _SILENT


def _place(quote: str, text: str) -> Span | None:
    anchor = find_quote(quote, text)
    return None if anchor is None else (anchor.start, anchor.end)


def _figure_in(finding: Finding, place: Span, text: str) -> Span:
    """Where the figure of a finding stands inside its quote; the whole quote where it has none of its own."""
    found = marked(finding)
    if found is None or place == _START:
        return place
    start, end = place
    if text[start:end] == finding.quote:
        return start + found[0], start + found[1]
    words = finding.quote[found[0] : found[1]]
    at = text.find(words, start, end)
    return (at, at + len(words)) if at >= 0 else place


def _finding_lines(finding: Finding) -> Iterator[str]:
    severity = "" if finding.severity in (Severity.NONE, Severity.ERROR) else f" ({finding.severity})"
    yield f"{HEADS[finding.verdict]}{severity}: {'; '.join(filter(None, (_reference(finding), _said(finding))))}"
    _, why = explanation(finding)
    yield f"Why: {why}" if why and finding.reference is not None else ""
    yield f"Instead: {finding.suggestion}" if finding.suggestion else ""
    for cause in finding.causes:
        yield f"Probably: {cause.text}"
    for note in finding.notes:
        yield f"Note: {note.text}"
    if finding.reference is not None:
        for url in dict.fromkeys(row.citation.url for row in finding.reference.evidence):
            yield f"Source: {url}"
    yield _rule(finding.rule)
    yield f"Claim: {finding.id}"


def _said(finding: Finding) -> str:
    words = finding.claimed.text
    if not words:
        return ""
    return f"the story says {words if any(map(str.isdigit, words)) else f'“{words}”'}"


def _reference(finding: Finding) -> str:
    """The figure, then who published it and when; without one, why there is none."""
    reference = finding.reference
    if reference is None:
        return explained(finding)
    by = provenance(reference)
    return f"{figure(reference, plus=is_change(finding))}{f' by {by}' if by else ''}"


def _rule(name: str) -> str:
    rule = RULES.get(name)
    return f"Rule: {name}" + (f" ({rule.meaning})" if rule is not None else "")


def _inconsistency_lines(each: Inconsistency) -> Iterator[str]:
    severity = rule_severity(each.rule)
    yield f"{HEADS[Verdict.INCONSISTENT]}{'' if severity is Severity.ERROR else f' ({severity})'}: {each.explanation}"
    yield f"Claims: {', '.join(each.claims)}"
    for other in each.alternatives:
        yield f"Or: {', '.join(other)}"
    yield _rule(each.rule)


def _first_of(each: Inconsistency, findings: Sequence[Finding], places: Mapping[str, Span | None], text: str) -> Span:
    """The first figure in the story of those that cannot all be true."""
    members = [finding for finding in findings if finding.claim in each.claims and places[finding.quote] is not None]
    return min((_figure_in(finding, places[finding.quote] or _START, text) for finding in members), default=_START)


def _gone(findings: Iterable[Finding]) -> Iterator[str]:
    yield "Not in the story: the words of these claims"
    for finding in findings:
        yield f"“{finding.quote}”: {explained(finding)}"


def _uncovered(figures: Sequence[Uncovered], draft: Draft) -> Iterator[Remark]:
    lines = [0, *(at + 1 for at, char in enumerate(draft.source) if char == "\n")]
    for left in figures[:MOST_UNCOVERED]:
        start = _offset(draft, lines, left.location)
        quoted = f"; the claim {left.in_quote_of} quotes it and does not check it" if left.in_quote_of else ""
        end = start + len(left.text) if draft.text.startswith(left.text, start) else start
        yield Remark(start, end, visible(f"Not checked: no claim checks {left.text}{quoted}"))
    if len(figures) > MOST_UNCOVERED:
        yield Remark(*_START, f"Not checked: {len(figures) - MOST_UNCOVERED} more figures of the story have no claim")


def _offset(draft: Draft, lines: Sequence[int], location: Location) -> int:
    """The offset in the text of a line and column of its source."""
    at = lines[min(location.line, len(lines)) - 1] + location.column - 1
    way = draft.way
    piece = bisect_right(way.sources, at) - 1
    return at if piece < 0 else way.starts[piece] + min(at - way.sources[piece], way.lengths[piece])


def _text(lines: Iterable[str]) -> str:
    return "\n".join(visible(line) for line in lines if line)
