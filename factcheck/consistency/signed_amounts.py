"""
Amounts in the words of an explanation: signed, as an interval with its unit once, as what is left for a figure.
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.amounts import RATES, amount, decimals_of, number, scale_of, span
from factcheck.intervals import Interval
from factcheck.statements import Expected, Within
from factcheck.units import power_of_ten

FINEST = Fraction(1, 100)  # of a per cent, of a point, of a factor
NARROW = Fraction(1, 2)  # up to this part of its size an interval is told with both ends


def signed_span(interval: Interval, unit: str, direction: bool) -> str:
    """An interval in words, with plus signs where it is of changes: "+1.85 to +1.95 %", "−10 % or less"."""
    low, high = interval.low, interval.high
    if not direction:
        return span(interval, unit)
    if low is None and high is None:
        return "anything"
    if high is None:
        return f"{signed(low, unit)} or more" if interval.low_closed else f"above {signed(low, unit)}"
    if low is None:
        return f"{signed(high, unit)} or less" if interval.high_closed else f"below {signed(high, unit)}"
    return between(low, high, unit, direction=direction)


def between(low: Fraction, high: Fraction, unit: str, *, direction: bool) -> str:
    """Both ends with their unit once: "+1.85 to +1.95 %", "−16.4 to −16.3 bn USD"."""
    power, _ = scale_of(max(low, high, key=abs), unit)
    plus = "+" if direction and low > 0 else ""
    if low * high <= 0 and unit not in RATES:
        return f"{signed(low, unit)} to {signed(high, unit)}"
    return f"{plus}{number(low / power_of_ten(power))} to {signed(high, unit) if direction else amount(high, unit)}"


def signed(value: Fraction | None, unit: str, step: Fraction | None = None) -> str:
    """An amount of change with its sign: "+1.9 %", "−4.7 bn USD"."""
    value = value or Fraction(0)
    return f"{'+' if value > 0 else ''}{amount(value, unit, step)}"


def reached(interval: Interval, unit: str, step: Fraction, *, direction: bool, above: bool = True) -> str:
    """
    What is left for a quantity: "below +1 %", "at least 240 bn USD", "within +4.05 to +4.15 %".

    Of a wide interval only the end is told that faces the claim: the lower one where it lies above.
    """
    low = None if interval.low is None or (not direction and interval.low <= 0) else outwards(interval.low, step, -1)
    high = None if interval.high is None else outwards(interval.high, step, 1)
    show = signed if direction else amount
    if low is not None and high is not None and high - low <= max(abs(low), abs(high)) * NARROW:
        return f"within {between(low, high, unit, direction=direction)}"
    if low is not None and (high is None or above):
        return f"{'at least' if interval.low_closed else 'above'} {show(low, unit)}"
    if high is not None:
        return f"{'at most' if interval.high_closed else 'below'} {show(high, unit)}"
    return ""


def outwards(value: Fraction, step: Fraction, way: int) -> Fraction:
    """The nearest multiple of a step that is not inside."""
    steps = value / step
    return (-(-steps.numerator // steps.denominator) if way > 0 else steps.numerator // steps.denominator) * step


def fine_step(statement: Within) -> Fraction:
    """How finely an end is told: a tenth of the last written digit, of a rate a hundredth at least."""
    expected = statement.expected
    written = None if expected.last_digit is None or _in_words(expected) else expected.last_digit / 10
    if expected.unit in RATES:
        return min(FINEST, written or FINEST)
    return written or power_below(expected.number or Fraction(1))


def _in_words(expected: Expected) -> bool:
    return expected.figure is not None and expected.figure.in_words


def power_below(value: Fraction) -> Fraction:
    """A thousandth of an amount, as a power of ten."""
    return Fraction(10) ** -decimals_of(max(value, Fraction(1)) / 1000)
