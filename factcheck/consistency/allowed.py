"""
What the words of a claim allow, for claims that are compared with each other.

A level is its rounding widened to truncation, n − u/2 to n + u without the ends; a round number without a hedge also
reaches 1 %; a hedged one has the band of its hedge. Rates have the sizes that the check uses (MEANING 7).
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.hedges import Hedge
from factcheck.intervals import Interval
from factcheck.reading.figure import Figure
from factcheck.statements import Expected

COARSENESS = Fraction(1, 100)  # a round number is at most 1 % away (MEANING 1)


def level_sizes(expected: Expected) -> Interval:
    """The sizes that a written level allows."""
    number, upper, unit = expected.number, expected.upper, expected.last_digit
    if number is None or upper is None or unit is None or expected.hedge not in (None, Hedge.NONE):
        return expected.sizes
    sizes = Interval(number - unit / 2, upper + unit, low_closed=False, high_closed=False)
    figure = expected.figure
    if is_coarse(expected):
        sizes = hull(sizes, Interval(number * (1 - COARSENESS), number * (1 + COARSENESS)))
    if expected.tolerance or (figure is not None and figure.in_words):
        sizes = hull(sizes, expected.sizes)
    return sizes


def is_coarse(expected: Expected) -> bool:
    """Whether a level counts as a round number: its zeros may not be digits, and it has no hedge."""
    figure = expected.figure
    return figure is not None and expected.hedge in (None, Hedge.NONE) and _is_round(figure)


def _is_round(figure: Figure) -> bool:
    digits = str(figure.number)
    return digits.isdigit() and len(digits) > 1 and digits.endswith("0") and figure.upper is None


def signed_bands(expected: Expected, sizes: Interval) -> tuple[Interval, ...]:
    """The sizes with the sign put on: one interval, or two where the sign is open."""
    if sizes.low is None:  # "at most": a size is not negative
        sizes = Interval(Fraction(0), sizes.high, True, sizes.high_closed)
    if expected.sign:
        return (sizes,) if expected.sign > 0 else (-sizes,)
    if expected.number is None or sizes.low is None or sizes.low <= 0:
        high = sizes.high
        return (Interval(None if high is None else -high, high, sizes.high_closed, sizes.high_closed),)
    return (sizes, -sizes)


def factors(percent: Interval) -> Interval:
    """A change in per cent as the factor that it makes: −9.1 % is 0.909."""
    low, high = percent.low, percent.high
    return Interval(
        None if low is None else Fraction(low.numerator + 100 * low.denominator, 100 * low.denominator),
        None if high is None else Fraction(high.numerator + 100 * high.denominator, 100 * high.denominator),
        percent.low_closed,
        percent.high_closed,
    )


def hull(one: Interval, other: Interval) -> Interval:
    """The smallest interval that has both."""
    lows = [(each.low, not each.low_closed) for each in (one, other) if each.low is not None]
    highs = [(each.high, each.high_closed) for each in (one, other) if each.high is not None]
    low = min(lows) if len(lows) == 2 else (None, False)
    high = max(highs) if len(highs) == 2 else (None, True)
    return Interval(low[0], high[0], not low[1], high[1])
