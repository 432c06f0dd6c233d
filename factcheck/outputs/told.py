"""
A finding in words: what was claimed, what the reference is, the gap between them.
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.amounts import amount, span
from factcheck.evaluate.words import released, source_of
from factcheck.findings import Finding, Reference
from factcheck.rules import RULES, Severity, Verdict
from factcheck.statements import Ratio, quantities
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
    return f'"{claimed.text}" covers {span(claimed.interval, claimed.unit or COUNT)}'


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


def reference_in_words(finding: Finding) -> str:
    """Source, release day and figure, or the arithmetic; blank where there is no reference."""
    reference = finding.reference
    if reference is None:
        return ""
    return reference.how or f"{provenance(reference)}: {figure(reference, plus=is_change(finding))}"


def reference_in_short(finding: Finding) -> str:
    """Figure, source and release day in a few columns; blank where there is no reference."""
    reference = finding.reference
    if reference is None:
        return ""
    told, source = figure(reference, plus=is_change(finding)), provenance(reference, short=True)
    return f"{told}, {source}" if source else told


def provenance(reference: Reference, short: bool = False) -> str:
    """The source of the row that decided, marked where it is the folder's own, and its release day."""
    if not reference.evidence:
        return ""
    row = reference.evidence[0]
    source = source_of(row)
    if not row.citation.local and any(other.citation.local for other in reference.evidence):
        source = f"{source} (partly of this folder)"
    if short:
        return f"{source} {row.published or ''}".strip()
    return f"{source}, {released(row)}" if row.published else source


def is_change(finding: Finding) -> bool:
    """Whether its reference is a change or a difference, which carry a plus; a share carries none."""
    asked = () if finding.statement is None else tuple(quantities(finding.statement))
    return not any(isinstance(quantity, Ratio) and quantity.use == "share" for quantity in asked)


def figure(reference: Reference, *, plus: bool = True) -> str:
    """
    The figure to its printed digits, or a computed one to the finest digit that is known of its terms.

    Args:
        reference: the reference.
        plus: whether a rate above zero is a rise and says so.
    """
    text = amount(reference.point, reference.unit, _last_digit(reference))
    return f"+{text}" if plus and reference.unit in (PERCENT, POINTS) and reference.point > 0 else text


def _last_digit(reference: Reference) -> Fraction | None:
    if reference.route in _AS_PRINTED and reference.evidence:
        return reference.evidence[0].last_digit
    if reference.unit in _RATES:
        return Fraction(1, 100)
    steps = [row.last_digit for row in reference.evidence if row.unit == reference.unit]
    if steps and reference.interval.low is not None and reference.interval.high is not None:
        steps += [width] if (width := reference.interval.high - reference.interval.low) else []  # finer in an average
    return min(steps, default=None)


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
