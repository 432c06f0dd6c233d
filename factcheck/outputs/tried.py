"""
The table of what was tried to explain a miss: every rewrite with what it comes to.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.amounts import amount, number
from factcheck.findings import Cause, Diagnosis, Finding, Tried
from factcheck.outputs.page import Page

DIGITS = 5  # digits to which the table tells amounts
PLACES = {"%": Fraction(1, 100), "pp": Fraction(1, 100)}


def cause_lines(cause: Cause, page: Page, label: str, indent: int = 4) -> Iterator[str]:
    """One cause: what it looks like, then its arithmetic."""
    yield from page.field(label, cause.text, indent)
    yield from page.field("", cause.arithmetic, indent)


def causes_lines(finding: Finding, page: Page, indent: int = 4) -> Iterator[str]:
    """The causes of a finding, equals as alternatives."""
    for place, cause in enumerate(finding.causes):
        yield from cause_lines(cause, page, "or" if place else "cause", indent)


def tried_lines(finding: Finding, page: Page) -> Iterator[str]:
    """Everything that was tried, in the order in which it was tried, and what came of it."""
    diagnosis = finding.diagnosis
    if diagnosis is None:
        return
    yield from page.field("tried", _outcome(diagnosis), 2)
    for mark, wanted in (("✓", True), ("·", False)):
        for each in diagnosis.tried:
            if each.value is not None and each.hit is wanted:
                yield from _line(mark, _value(each.value, each.unit or finding.claimed.unit), each, page)
    lacking = dict.fromkeys(
        "; ".join(step.name for step in each.steps) for each in diagnosis.tried if each.value is None
    )
    if lacking:
        yield from page.paragraph(f"no figure for: {', '.join(lacking)}", indent=4, hanging=2)


def _line(mark: str, value: str, each: Tried, page: Page) -> Iterator[str]:
    name = "; ".join(step.name for step in each.steps)
    said = " and ".join(step.said for step in each.steps)
    yield from page.paragraph(f"{page.clean(mark)} {value}, {name}: {said}", indent=4, hanging=2)


def _value(value: Fraction, unit: str) -> str:
    """Rates to a hundredth, amounts to five digits."""
    if unit in PLACES or not value:
        return amount(value, unit, PLACES.get(unit))
    step = Fraction(10) ** (len(str(int(abs(value)))) - DIGITS)
    return amount(value, unit, min(step, Fraction(1)) if abs(value) < 10**DIGITS else step)


def _outcome(diagnosis: Diagnosis) -> str:
    """How many rewrites were tried, how many make the claim true, and why nothing is said where nothing is."""
    count = len(diagnosis.tried)
    found = sum(each.hit for each in diagnosis.tried)
    if not found:
        return f"{count} rewrites; none of them makes the claim true"
    text = f"{count} rewrites, of which {found} {'makes' if found == 1 else 'make'} the claim true"
    if diagnosis.share is None:
        return text
    share = f"{number(diagnosis.share * 100, Fraction(1, 10))} % of the claims beside it"
    if diagnosis.causes:
        return f"{text}; rewrites as near as the best would have explained {share}"
    return f"{text}; rewrites as near would have explained {share}, too many: nothing is said"
