"""
A finding in words: what was claimed, what the reference is, the gap between them.
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.amounts import amount, span
from factcheck.findings import Finding, Reference
from factcheck.rules import RULES, Severity, Verdict
from factcheck.units import COUNT, FACTOR, PERCENT, POINTS

_RATES = frozenset({PERCENT, POINTS, FACTOR})
_AS_PRINTED = frozenset({"printed", "published-rate", "mirror"})
SYMBOLS = {
    Verdict.MATCH: "✓",
    Verdict.DISCREPANCY: "✗",
    Verdict.INCONSISTENT: "✗",
    Verdict.UNRESOLVED: "?",
    Verdict.ATTESTED: "o",
    Verdict.IGNORED: "-",
}


def style_of(finding: Finding) -> str:
    """The colour of a finding."""
    if finding.verdict in (Verdict.DISCREPANCY, Verdict.INCONSISTENT):
        return "bad" if finding.severity is Severity.ERROR else "warn"
    if finding.verdict is Verdict.MATCH:
        return "warn" if finding.severity is Severity.WARNING else "good"
    return "dim"


def verdict_in_words(finding: Finding) -> str:
    """Verdict, severity, rule and what the rule means."""
    severity = "" if finding.severity is Severity.NONE else f", {finding.severity}"
    rule = RULES.get(finding.rule)
    return f"{finding.verdict}{severity}: {finding.rule}" + (f" ({rule.meaning})" if rule else "")


def covers(finding: Finding) -> str:
    """What the words allow: "$237 billion" covers 236.5 to 237.5 bn USD."""
    claimed = finding.claimed
    if claimed.interval is None or not claimed.text:
        return ""
    unit = "" if claimed.unit == COUNT else claimed.unit
    return f'"{claimed.text}" covers {span(claimed.interval, unit or COUNT)}'


def explanation(finding: Finding) -> tuple[str, str]:
    """
    What the explanation adds to the reference, with the label that it goes under.

    The check says "<reference>; “<words>” covers <interval>" or "… means …"; the reference has a line of its own.
    """
    text = finding.explanation
    if finding.reference is not None and finding.reference.how:
        text = text.removeprefix(finding.reference.how).lstrip(";: ")
    if finding.claimed.text and text.startswith(f"“{finding.claimed.text}” "):
        return "words", text
    return "why", text


def reference_in_words(reference: Reference) -> str:
    """Source, release day and figure, or the arithmetic."""
    return reference.how or f"{provenance(reference)}: {figure(reference)}"


def reference_in_short(reference: Reference | None) -> str:
    """Figure, source and release day in a few columns."""
    if reference is None:
        return ""
    source = provenance(reference, short=True)
    return f"{figure(reference)}, {source}" if source else figure(reference)


def provenance(reference: Reference, short: bool = False) -> str:
    """The source of the row that decided, and its release day."""
    if not reference.evidence:
        return ""
    row = reference.evidence[0]
    if short:
        return f"{row.citation.source} {row.published or ''}".strip()
    return f"{row.citation.source}, released {row.published}" if row.published else row.citation.source


def figure(reference: Reference) -> str:
    """The figure to its printed digits, or a computed one to a sensible number of them."""
    text = amount(reference.point, reference.unit, _last_digit(reference))
    return f"+{text}" if reference.unit in (PERCENT, POINTS) and reference.point > 0 else text


def _last_digit(reference: Reference) -> Fraction | None:
    steps = [row.last_digit for row in reference.evidence if row.unit == reference.unit]
    if reference.route in _AS_PRINTED and reference.evidence:
        return reference.evidence[0].last_digit
    if reference.unit in _RATES:
        return Fraction(1, 100)
    return max(steps, default=None)


def gap(finding: Finding) -> str:
    """The distance between the reference and what the words allow; blank where they meet."""
    if finding.margin is None or finding.margin >= 0:
        return ""
    return in_scale(-finding.margin, finding)


def in_scale(value: Fraction, finding: Finding) -> str:
    """An amount in the claim's written scale, such as a margin, with its unit."""
    unit = finding.claimed.unit or (finding.reference.unit if finding.reference is not None else "")
    unit = POINTS if unit == PERCENT else unit
    size = value * finding.scale
    step = Fraction(10) ** -4 if unit in _RATES else finding.scale / 10**4
    text = amount(size, unit, step)
    head, _, tail = text.partition(" ")
    head = head.rstrip("0").rstrip(".") if "." in head else head
    return f"{head} {tail}".strip()


def marked(finding: Finding) -> tuple[int, int] | None:
    """Where in the quote the words stand that the finding is about."""
    written = finding.expected.figure if finding.expected is not None else None
    if written is not None and finding.quote[written.start : written.end] == written.text:
        return written.start, written.end
    place = finding.quote.find(finding.claimed.text) if finding.claimed.text else -1
    if place < 0 or finding.claimed.text == finding.quote:
        return None
    return place, place + len(finding.claimed.text)
