"""
One finding in full: words to interval, series, every row behind the reference, arithmetic, margin, provenance.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.amounts import amount, number, span
from factcheck.evaluate.words import named, printed, released, source_of
from factcheck.findings import Finding, Reference, Report, marked
from factcheck.hedges import Hedge
from factcheck.intervals import Interval
from factcheck.observations import Observation
from factcheck.outputs.page import Page, quoted
from factcheck.outputs.told import (
    SYMBOLS,
    explanation,
    figure,
    in_scale,
    is_change,
    style_of,
    verdict_in_words,
)
from factcheck.outputs.tried import causes_lines, tried_lines
from factcheck.periods import in_words
from factcheck.rules import Verdict
from factcheck.statements import Expected, levels, main_series, quantities


def in_full(finding: Finding, report: Report, page: Page) -> Iterator[str]:
    """Everything that is known of one finding."""
    symbol = page.clean(SYMBOLS[finding.verdict])
    yield page.paint(f"{symbol} {page.clean(finding.id)}", style_of(finding))
    yield from quoted(page, finding.quote or finding.claimed.text, marked(finding), 2)
    yield from page.paragraph(verdict_in_words(finding), indent=2, hanging=2, style=style_of(finding))
    yield from page.field("place", str(finding.location), 2)
    yield from _claimed(finding, page)
    for text in asked(finding):
        yield from page.field("series", text, 2)
    if finding.reference is not None:
        yield from _reference(finding.reference, page, plus=is_change(finding))
    yield from page.field("margin", margin(finding), 2)
    label, text = explanation(finding)
    yield from page.field(label, text if label == "why" else "", 2)
    yield from causes_lines(finding, page, 2)
    yield from page.field("instead", finding.suggestion, 2)
    for note in finding.notes:
        yield from page.field("note", f"{note.kind}: {note.text}" if note.kind else note.text, 2)
    for each in report.inconsistencies:
        if finding.claim in each.involved or finding.id in each.involved:
            yield from page.field("conflict", f"{each.rule}: {', '.join(each.claims)}: {each.explanation}", 2)
    yield from tried_lines(finding, page)
    day = "the newest figures" if report.as_of is None else f"what was out by {report.as_of}"
    yield from page.field("checked", f"against {day}", 2)


def _claimed(finding: Finding, page: Page) -> Iterator[str]:
    claimed, expected = finding.claimed, finding.expected
    if claimed.text:
        yield from page.field("words", f'"{claimed.text}"', 2)
    if claimed.interval is not None:
        yield from page.field("interval", f"{span(claimed.interval, claimed.unit)} {ends(claimed.interval)}", 2)
    if expected is not None:
        yield from page.field("reading", "; ".join(reading(expected, finding)), 2)


def ends(interval: Interval) -> str:
    """Whether the ends belong to it."""
    ends = [(interval.low, "lower", interval.low_closed), (interval.high, "upper", interval.high_closed)]
    if interval.is_point:
        return ""
    if all(bound is not None and closed for bound, _, closed in ends):
        return "(both ends included)"
    told = [f"{name} end {'included' if closed else 'left out'}" for bound, name, closed in ends if bound is not None]
    return f"({', '.join(told)})" if told else ""


def reading(expected: Expected, finding: Finding) -> Iterator[str]:
    """How the words became an interval."""
    if expected.number is not None:
        upper = expected.upper if expected.upper is not None else expected.number
        written = amount(expected.number, expected.unit, expected.last_digit)
        yield f"number {written}" if upper == expected.number else f"from {written} to {amount(upper, expected.unit)}"
    if expected.last_digit is not None:
        yield f"last digit {amount(expected.last_digit, expected.unit)}"
    if expected.hedge not in (None, Hedge.NONE):
        yield f"hedge {expected.hedge}"
    yield {1: "sign +", -1: "sign −", 0: "sign open, sizes are compared"}[expected.sign]
    if expected.tolerance:
        yield f"tolerance {expected.tolerance} at both ends"


def asked(finding: Finding) -> Iterator[str]:
    """The series and the periods that the statement speaks of."""
    if finding.statement is None:
        return
    cells = [level.cell for quantity in quantities(finding.statement) for level in levels(quantity)]
    yield from dict.fromkeys(f"{named(cell.series)}, {in_words(cell.period)}" for cell in cells)
    series = main_series(finding.statement)
    if not cells and series is not None:
        period = f", {in_words(finding.period)}" if finding.period is not None else ""
        yield f"{named(series)}{period}"


def _reference(reference: Reference, page: Page, *, plus: bool) -> Iterator[str]:
    yield from page.field("reference", figure(reference, plus=plus), 2)
    yield from page.field("covers", span(reference.interval, reference.unit), 2)
    yield from page.field("route", f"{reference.route}{', derived' if reference.derived else ''}", 2)
    yield from page.field("how", reference.how, 2)
    for row in reference.evidence:
        yield from _row("row", row, page)
    for _, later in reference.later:
        yield from _row("later", later, page)
    for row in reference.disagreeing:
        yield from _row("disagrees", row, page)


def _row(label: str, row: Observation, page: Page) -> Iterator[str]:
    place = f"{source_of(row)}, {released(row)}, {row.period}, {row.standing}"
    yield from page.field(label, f"{printed(row)}: {place}", 2)
    yield from page.field("", page.clean(row.citation.url), 2)
    yield from page.field("", row.citation.note, 2)


def margin(finding: Finding) -> str:
    """How far the reference is from what the words allow, or how far it may move; blank where nothing is measured."""
    if finding.margin is None:
        return ""
    size = in_scale(abs(finding.margin), finding) or number(abs(finding.margin))
    word = "the gap" if finding.margin < 0 else "how far the reference may move before it no longer matches"
    if finding.margin >= 0 and finding.verdict is not Verdict.MATCH:
        word = "how far the reference may move before the verdict flips"
    return f"{size}: {word}"
