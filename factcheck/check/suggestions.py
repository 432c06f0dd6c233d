"""
What would be true: the reference in the claim's own precision and words.
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.amounts import RATES, amount, decimals_of, rounded
from factcheck.check.figures import is_round
from factcheck.check.frame import framed
from factcheck.findings import Reference
from factcheck.hedges import Hedge, accepted
from factcheck.periods import Period
from factcheck.reading.figure import Figure, FigureKind
from factcheck.reading.figures import written
from factcheck.statements import Expected
from factcheck.units import is_money

TENTH = Fraction(1, 10)  # a computed rate is told to a tenth
HUNDREDTH = Fraction(1, 100)  # and a small one to a hundredth
BALANCE = {1: "a surplus of", -1: "a deficit of"}
WORDS = {"change": {1: "a rise of", -1: "a fall of"}, "difference": {1: "a rise of", -1: "a fall of"}}


def suggestion(expected: Expected, reference: Reference, kind: str, rule: str, period: Period | None = None) -> str:
    """The true figure as the claim would write it; "about" too where the claim is a round number near it."""
    figure, last_digit = expected.figure, expected.last_digit
    if figure is None or last_digit is None:
        return ""
    size = framed(reference, expected.sign).point
    turned = rule == "wrong-direction"
    text = _surface(expected, figure, reference, abs(size), rule)
    sign = expected.sign * (-1 if turned else 1)
    if turned:
        words = WORDS.get(kind, BALANCE)  # of levels only balances have a sign
        return f"{words[1 if sign > 0 else -1]} {text}"
    near = _about(expected, figure, abs(size))
    told = " or ".join(part for part in (near, text) if part)
    return f"{told} for {period}" if kind == "level" and period is not None else told


def _surface(expected: Expected, figure: Figure, reference: Reference, size: Fraction, rule: str) -> str:
    """The size in the figure's own words, or plainly where its scale or its word cannot say it."""
    known = _known_digit(expected, reference)
    if rule == "wrong-magnitude" and not figure.in_words and is_money(expected.unit):
        return amount(size, expected.unit, max(known or Fraction(0), _as_precise(expected, size)))
    if rule == "wrong-magnitude" or figure.in_words or figure.upper is not None or figure.kind is FigureKind.FACTOR:
        return amount(size, expected.unit, known or (TENTH if size >= TENTH else HUNDREDTH))
    finest = max(Fraction(figure.last_digit), known / figure.scale) if known else Fraction(figure.last_digit)
    decimals = decimals_of(finest)
    return written(rounded(size / figure.scale, decimals), figure, decimals)


def _as_precise(expected: Expected, size: Fraction) -> Fraction:
    """The last digit that gives a size of another magnitude as many digits as the claim has."""
    step, number = expected.last_digit or Fraction(1), expected.number or Fraction(1)
    while size >= 10 * number:
        step, number = step * 10, number * 10
    while number and size * 10 <= number:
        step, number = step / 10, number / 10
    return step


def _known_digit(expected: Expected, reference: Reference) -> Fraction | None:
    """One unit of the last digit that the reference is known to; None for a rate that was computed."""
    if expected.unit in RATES and reference.route not in ("published-rate", "printed"):
        return None
    return min((row.last_digit for row in reference.evidence), default=None)


def _about(expected: Expected, figure: Figure, size: Fraction) -> str:
    """For 203 "about $200 billion": where the same number with "about" would hold."""
    if expected.hedge is not None or not is_round(figure):
        return ""
    near = accepted(figure.size, Hedge.ABOUT).scaled(figure.scale)
    return f"about {figure.text}" if size in near and size not in expected.sizes else ""
