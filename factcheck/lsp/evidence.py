"""
The evidence of a finding, for a person who points at it: what was claimed, what the source has, and where it says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from factcheck.evaluate.words import printed, released, source_of
from factcheck.findings import Finding, Report, marked
from factcheck.lsp.markdown import escaped, link, strong
from factcheck.observations import Observation
from factcheck.outputs.sentences import inconsistency_headline, line
from factcheck.outputs.told import covers, explanation, gap, reference_in_words, verdict_in_words
from factcheck.outputs.visible import shortened, visible

MOST_ROWS = 8  # figures of sources that are shown; all of them stand in ``factcheck show``
LONGEST_QUOTE = 300


class Line(NamedTuple):
    """
    A line of evidence.

    Attributes:
        label: what it is; blank for the first line, which says it all.
        text: the words.
        bold: which part of the words stands out.
        address: where it can be read.
    """

    label: str
    text: str
    bold: tuple[int, int] | None = None
    address: str = ""


def evidence(finding: Finding, report: Report) -> Iterator[Line]:
    """Everything that a person wants to know of a finding, the most important first."""
    verdict = verdict_in_words(finding)
    yield Line("", verdict, (0, len(verdict)))
    if finding.quote:
        short = finding.quote if len(finding.quote) <= LONGEST_QUOTE else shortened(finding.quote, LONGEST_QUOTE)
        place = marked(finding)
        yield Line("quote", short, place if place is not None and place[1] <= len(short) else None)
    yield from _told("words", covers(finding))
    yield from _told("reference", reference_in_words(finding))
    yield from _told("gap", gap(finding))
    label, text = explanation(finding)
    yield from _told(label, text if label == "why" else "")
    for cause in finding.causes:
        yield from _told("cause", cause.text)
        yield from _told("arithmetic", cause.arithmetic)
    yield from _told("instead", finding.suggestion)
    for note in finding.notes:
        yield from _told("note", note.text)
    for each in report.inconsistencies:
        if finding.claim in each.claims:
            yield from _told("conflict", f"{inconsistency_headline(each)}: {each.explanation}")
    if finding.reference is not None:
        yield from _rows(finding.reference.evidence)
    yield Line("claim", f"{finding.id}; factcheck show {finding.id} tells all")


def _told(label: str, text: str) -> Iterator[Line]:
    if text:
        yield Line(label, line(text))


def _rows(rows: Sequence[Observation]) -> Iterator[Line]:
    for row in rows[:MOST_ROWS]:
        yield Line(
            "source", f"{printed(row)}: {source_of(row)}, {released(row)}, {row.period}", address=row.citation.url
        )
    if len(rows) > MOST_ROWS:
        yield Line("source", f"and {len(rows) - MOST_ROWS} more")


def in_markdown(lines: Iterable[Line]) -> str:
    """The evidence as Markdown."""
    return "\n\n".join(_markdown(each) for each in lines)


def _markdown(each: Line) -> str:
    start, end = each.bold or (0, 0)
    words = f"{escaped_part(each.text[:start])}{strong(each.text[start:end])}{escaped_part(each.text[end:])}"
    label = f"{escaped(each.label)}: " if each.label else ""
    return f"{label}{words}" + (f" {link(each.address)}" if each.address else "")


def escaped_part(text: str) -> str:
    """A part of a line, with the spaces at its ends that stand between it and the next."""
    return f"{' ' * text[:1].isspace()}{escaped(text)}{' ' * (text[-1:].isspace() and len(text) > 1)}"


def in_plain_words(lines: Iterable[Line]) -> str:
    """The evidence as plain text."""
    return "\n".join(_plain(each) for each in lines)


def _plain(each: Line) -> str:
    label = f"{each.label}: " if each.label else ""
    return visible(f"{label}{each.text}{f' {each.address}' if each.address else ''}")
