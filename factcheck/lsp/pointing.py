"""
What a person points at, in a claims file or in a draft, and what there is to say of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from factcheck.claim_files.key_texts import ARTICLE_SAYS, CLAIM_SAYS, FIGURE_SAYS, SEEN_SAYS, SERIES_SAYS
from factcheck.claims import Claim
from factcheck.files.yaml_events import Node
from factcheck.findings import Finding, Report
from factcheck.kinds import KINDS
from factcheck.lsp.checking import Checked
from factcheck.lsp.claims_text import ClaimsText, offset_of
from factcheck.lsp.evidence import Line, evidence
from factcheck.lsp.lines import Lines
from factcheck.lsp.marks import Mark
from factcheck.lsp.places import Span, finding_span, in_draft, quote_span

MOST_SHOWN = 6  # findings at one place


class Pointed(NamedTuple):
    """The stretch that is meant, and what there is to say of it."""

    span: Span
    lines: tuple[Line, ...]


def pointed_in_claims(checked: Checked, offset: int) -> Pointed | None:
    """The evidence of a claim whose quote or figure stands there; of a key what it says; None for anything else."""
    claim = _claim_at(checked, offset)
    if claim is not None and checked.report is not None:
        span = quote_span(claim, checked.text)
        if span.start <= offset <= span.end:
            spans = {
                finding.id: finding_span(finding, claim, checked.text)
                for finding in checked.report.findings
                if finding.claim == claim.id
            }
            found = [finding for finding in checked.report.findings if finding.id in spans]
            own = [finding for finding in found if _covers(spans[finding.id], offset) and spans[finding.id] != span]
            return _evidence(own or found, checked.report, spans[own[0].id] if own else span)
    return _key_at(checked.text, offset)


def _claim_at(checked: Checked, offset: int) -> Claim | None:
    place = checked.text.item_at(offset)
    if place is None or checked.article is None:
        return None
    starts = ((claim, offset_of(claim.location(), checked.text.lines)) for claim in checked.article.claims)
    return next((claim for claim, start in starts if start == place.start), None)


def pointed_in_draft(checked: Sequence[Checked], marks: Iterable[Mark], lines: Lines, offset: int) -> Pointed | None:
    """
    The evidence of the claims whose words or quote stand there, those first whose figure it is.

    Args:
        checked: the claims files that name the draft.
        marks: what is underlined in it.
        lines: its text.
        offset: where somebody points.
    """
    for part in ("words", "quote"):
        found = [(finding, each) for each in checked for finding in _there(each, part, lines, offset)]
        if found:
            told = [line for finding, each in found[:MOST_SHOWN] for line in evidence(finding, _report(each))]
            place = found[0][0].place
            assert place is not None  # noqa: S101  it is what was found
            return Pointed(in_draft(getattr(place, part), lines), tuple(told))
    mark = next((mark for mark in marks if mark.start <= offset <= mark.end and not _is_first(mark, lines)), None)
    return None if mark is None else Pointed(Span(mark.start, mark.end), (Line("", mark.says),))


def _there(checked: Checked, part: str, lines: Lines, offset: int) -> Iterator[Finding]:
    for finding in checked.report.findings if checked.report is not None else ():
        place = finding.place
        if place is not None and _covers(in_draft(getattr(place, part), lines), offset):
            yield finding


def _report(checked: Checked) -> Report:
    assert checked.report is not None  # noqa: S101  a finding was found in it
    return checked.report


def _is_first(mark: Mark, lines: Lines) -> bool:
    return (mark.start, mark.end) == (0, lines.end(0))


def _covers(span: Span, offset: int) -> bool:
    return span.start <= offset <= span.end


def _evidence(findings: Sequence[Finding], report: Report, span: Span) -> Pointed | None:
    told = tuple(line for finding in findings[:MOST_SHOWN] for line in evidence(finding, report))
    return Pointed(span, told) if told else None


def _key_at(text: ClaimsText, offset: int) -> Pointed | None:
    """What a key of the file says, for someone who points at the key."""
    for path, key in _keys(text.root):
        start = text.lines.written(key.line, key.column)
        if start <= offset <= start + len(str(key.content)):
            says = key_says(path, str(key.content))
            return Pointed(Span(start, start + len(str(key.content))), (Line("", says),)) if says else None
    return None


def _keys(root: Node | None) -> Iterator[tuple[tuple[str, ...], Node]]:
    """Every key with the keys around it; items of lists count as none."""
    waiting: list[tuple[tuple[str, ...], Node]] = [] if root is None else [((), root)]
    while waiting:
        path, node = waiting.pop()
        if isinstance(node.content, dict):
            for name, (key, value) in node.content.items():
                yield path, key
                waiting.append(((*path, name), value))
        elif isinstance(node.content, list):
            waiting += [(path, each) for each in node.content]


def key_says(path: Sequence[str], name: str) -> str:
    """
    What a key says, in a line; blank for one that has no place there.

    Args:
        path: the keys around it; ``claims`` and then the kind, for one inside a kind.
        name: the key.
    """
    inside = tuple(path)
    kind = KINDS.get(name) if inside == ("claims",) else None
    if kind is not None:
        return kind.says
    return _own(inside).get(name, "") or (inside and (SERIES_SAYS | FIGURE_SAYS).get(name, "")) or ""


def _own(inside: tuple[str, ...]) -> Mapping[str, str]:
    """What the keys say that have their place there and nowhere else."""
    match inside:
        case ():
            return ARTICLE_SAYS
        case ("claims",):
            return CLAIM_SAYS
        case ("claims", "seen"):
            return SEEN_SAYS
        case ("claims", name) if name in KINDS:
            return {key: spec.says for key, spec in KINDS[name].keys.items()}
        case _:
            return {}
