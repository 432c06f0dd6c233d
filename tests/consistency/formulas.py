"""
Intervals as formulas that z3 reads, and the intervals that a claim's words stand for.
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.intervals import Interval
from factcheck.statements import Expected

COARSE = Fraction(1, 100)  # a round number without a hedge stands for 1 % either way


def level_sizes(expected: Expected) -> Interval:
    """The sizes of a level: hedged, its band; plain, its rounding widened to truncation and, if round, to 1 %."""
    figure, number_, upper, unit = expected.figure, expected.number, expected.upper, expected.last_digit
    if expected.hedge is not None or figure is None or number_ is None or upper is None or unit is None:
        return expected.sizes
    sizes = Interval(number_ - unit / 2, upper + unit, False, False)
    written = str(figure.number)
    if figure.upper is None and len(written) > 1 and written.isdigit() and written.endswith("0"):
        sizes = hull(sizes, Interval(number_ * (1 - COARSE), number_ * (1 + COARSE)))
    return hull(sizes, expected.sizes) if expected.tolerance else sizes


def hull(one: Interval, other: Interval) -> Interval:
    """From the lower of the two lower ends to the higher of the two higher ones, both being bounded."""
    low = min((one.low, not one.low_closed), (other.low, not other.low_closed))
    high = max((one.high, one.high_closed), (other.high, other.high_closed))
    return Interval(low[0], high[0], not low[1], high[1])


def signed_rates(expected: Expected) -> list[Interval]:
    """The rates that are allowed, in per cent and signed; two intervals where the sign is open."""
    sizes = expected.sizes
    if sizes.low is None:  # "at most": sizes are sizes
        sizes = Interval(Fraction(0), sizes.high, True, sizes.high_closed)
    if expected.sign:
        return [sizes.scaled(expected.sign)]
    if sizes.low == 0 and sizes.low_closed and sizes.high is not None:  # "flat"
        return [Interval(-sizes.high, sizes.high, sizes.high_closed, sizes.high_closed)]
    return [sizes, -sizes]


def number(value: Fraction | int) -> str:
    """An exact rational."""
    value = Fraction(value)
    size = f"(/ {abs(value.numerator)}.0 {value.denominator}.0)"
    return f"(- {size})" if value < 0 else size


def between(term: str, interval: Interval, unit: str = "1.0") -> str:
    """The term lies in the interval, measured in a positive unit."""
    ends = []
    if interval.low is not None:
        ends.append(f"({'>=' if interval.low_closed else '>'} {term} (* {number(interval.low)} {unit}))")
    if interval.high is not None:
        ends.append(f"({'<=' if interval.high_closed else '<'} {term} (* {number(interval.high)} {unit}))")
    return all_of(*ends)


def either_way(term: str, sizes: Interval, sign: int) -> str:
    """The term has one of the sizes, with the sign; where that is open, with either."""
    if sizes.low is None:
        sizes = Interval(Fraction(0), sizes.high, True, sizes.high_closed)
    return any_of(*(between(term, sizes.scaled(each)) for each in ((sign,) if sign else (1, -1))))


def all_of(*formulas: str) -> str:
    """Each of the formulas."""
    return f"(and true {' '.join(formulas)})"


def any_of(*formulas: str) -> str:
    """One of the formulas at least."""
    return f"(or false {' '.join(formulas)})"
