"""
Does a reference match a written figure, and by which rule? MEANING 1, 2 and 5.
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.check.frame import Framed, framed
from factcheck.evaluate.selection import cut
from factcheck.findings import Reference
from factcheck.hedges import Hedge
from factcheck.intervals import Interval
from factcheck.reading.figure import Figure
from factcheck.statements import Expected
from factcheck.units import FACTOR, PERCENT, POINTS

#: The rules that name a match; the first that holds names it.
MATCHES = (
    "over-precise",
    "within",
    "published-rate",
    "recomputed",
    "understated",
    "truncated",
    "coarse",
    "revised-base",
    "mirror-only",
)
BY_ROUTE = {"published-rate": "published-rate", "recomputed": "recomputed", "revised-base": "revised-base"}
TRUNCATION = Fraction(5, 1000)  # a cut figure is less than 0.5 % away
COARSENESS = Fraction(1, 100)  # a round number is at most 1 % away
SIDED = frozenset({Hedge.NEARLY, Hedge.MORE_THAN, Hedge.LESS_THAN, Hedge.AT_LEAST, Hedge.AT_MOST})
MAGNITUDE = 9  # nine times or more apart is another order of magnitude


def matching_rule(expected: Expected, reference: Reference, kind: str) -> tuple[str, Interval] | None:
    """The rule by which a reference matches a written figure and the sizes that decided, None for a miss."""
    found = framed(reference, expected.sign)
    matched = _match(expected, reference, found, kind)
    if matched is not None and reference.route == "mirror":
        return "mirror-only", matched[1]
    return matched


def _match(expected: Expected, reference: Reference, found: Framed, kind: str) -> tuple[str, Interval] | None:
    if _other_sign(expected, found) and expected.hedge in SIDED:
        return None
    if not on_right_side(expected, found.point):
        return None
    if expected.sizes.matches(found.interval):
        return _named(expected, reference), expected.sizes
    if expected.hedge is Hedge.MORE_THAN:
        return "understated", Interval(expected.sizes.low, None, low_closed=False)
    if expected.hedge is Hedge.LESS_THAN:
        return "understated", Interval(None, expected.sizes.high, high_closed=False)
    if kind == "level" and expected.hedge is None and expected.number == expected.upper:
        return _cut_or_coarse(expected, reference, found)
    return None


def _other_sign(expected: Expected, found: Framed) -> bool:
    return bool(expected.sign) and found.point < 0


def on_right_side(expected: Expected, point: Fraction) -> bool:
    """Whether the reference, as printed or computed, lies on the side of a one-sided hedge."""
    sizes = expected.sizes
    match expected.hedge:
        case Hedge.NEARLY | Hedge.LESS_THAN:
            return sizes.high is None or point < sizes.high
        case Hedge.MORE_THAN:
            return sizes.low is None or point > sizes.low
        case _:
            return True


def _named(expected: Expected, reference: Reference) -> str:
    figure = expected.figure
    computed = reference.route == "computed" and expected.unit in (PERCENT, POINTS, FACTOR)
    rates = expected.unit == POINTS and all(row.measure != "level" for row in reference.evidence)
    comparable = reference.route not in ("recomputed", "revised-base") and (not computed or rates)
    finer = (
        figure is not None
        and not figure.in_words
        and expected.last_digit is not None
        and comparable
        and all(expected.last_digit < row.last_digit for row in reference.evidence)
    )
    return "over-precise" if finer else BY_ROUTE.get(reference.route, "within")


def _cut_or_coarse(expected: Expected, reference: Reference, found: Framed) -> tuple[str, Interval] | None:
    number, last_digit, figure = expected.number, expected.last_digit, expected.figure
    if number is None or last_digit is None or figure is None:
        return None
    printed = reference.route in ("printed", "mirror")
    if printed and cut(found.point, last_digit) == number and abs(found.point - number) < TRUNCATION * number:
        return "truncated", Interval(number, number + last_digit, high_closed=False)
    if is_round(figure) and abs(found.point - number) <= COARSENESS * number:
        return "coarse", Interval(number * (1 - COARSENESS), number * (1 + COARSENESS))
    return None


def is_round(figure: Figure) -> bool:
    """Whether it is a whole number of at least two figures that ends in zero: its zeros may not be digits."""
    digits = str(figure.number)
    return digits.isdigit() and len(digits) > 1 and digits.endswith("0") and figure.upper is None


def missing_rule(expected: Expected, reference: Reference, kind: str) -> str:
    """The rule that names a miss: the first that holds."""
    found = framed(reference, expected.sign)
    number, upper = expected.number, expected.upper
    if _other_sign(expected, found):
        return "wrong-direction"
    if (
        number is not None
        and upper is not None
        and _magnitudes_apart(
            written_size(expected, number), written_size(expected, upper), written_size(expected, found.point)
        )
    ):
        return "wrong-magnitude"
    if expected.hedge in (Hedge.AT_LEAST, Hedge.AT_MOST) or not on_right_side(expected, found.point):
        return "wrong-side"
    if expected.hedge in (Hedge.ABOUT, Hedge.NEARLY):
        return "hedge-stretched"
    return f"wrong-{kind}"


def _magnitudes_apart(number: Fraction, upper: Fraction, point: Fraction) -> bool:
    size = abs(point)
    if not size or not number or not upper:
        return False
    return size >= MAGNITUDE * upper or number >= MAGNITUDE * size


def written_size(expected: Expected, size: Fraction) -> Fraction:
    """A size in the scale of the written number: the factor again where a factor was turned into a change."""
    return abs(1 + expected.sign * size / 100) if expected.factor else size


def distance(expected: Expected, point: Fraction) -> Fraction:
    """How far a size lies from the accepted sizes of a word, or from the nearer end of a written number or range."""
    number, upper = expected.number, expected.upper
    if number is None or upper is None:
        return outside(expected.sizes, point)
    return max(number - point, point - upper, Fraction(0))


def nearer_end(expected: Expected, point: Fraction) -> Fraction:
    """The written number, of a range the end that the size is nearer to."""
    number, upper = expected.number or Fraction(0), expected.upper or Fraction(0)
    return upper if point > upper else number


def outside(sizes: Interval, point: Fraction) -> Fraction:
    """How far a size lies outside an interval; 0 within."""
    below = sizes.low - point if sizes.low is not None else Fraction(0)
    above = point - sizes.high if sizes.high is not None else Fraction(0)
    return max(below, above, Fraction(0))
