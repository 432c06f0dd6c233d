"""
Numbers in words for people: 240.11 bn USD, 1.74 tn CNY, 1.16 m, −9.1 %, 0.2 pp. Exact to the printed digits.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from factcheck.intervals import Interval
from factcheck.units import COUNT, FACTOR, PERCENT, POINTS, power_of_ten

SCALES: tuple[tuple[int, str], ...] = ((12, "tn"), (9, "bn"), (6, "m"))
RATES = frozenset({PERCENT, POINTS, FACTOR})
LONGEST = 6  # digits after the point that people are shown at most


def rounded(value: Fraction, decimals: int) -> Decimal:
    """The value to so many decimals (negative: tens, hundreds …), halves away from zero; exact otherwise."""
    factor = power_of_ten(decimals)
    scaled = abs(value) * factor
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    digits = Decimal(whole).scaleb(-decimals)
    return -digits if value < 0 and whole else digits


def decimals_of(step: Fraction) -> int:
    """How many decimals a unit of the last digit stands for: 0.01 -> 2, 1 -> 0, 10 -> -1."""
    decimals = 0
    while step < 1 and decimals < 40:
        step *= 10
        decimals += 1
    while step >= 10 and decimals > -40:
        step /= 10
        decimals -= 1
    return decimals


def digits(value: Decimal) -> str:
    """A decimal as people read it: thousands separated, a real minus, no exponent."""
    text = f"{value:,f}" if value == value.to_integral_value() or value.as_tuple().exponent else f"{value:f}"
    return text.replace("-", "−")


def _trimmed(value: Fraction, decimals: int | None) -> str:
    if decimals is None:
        text = digits(rounded(value, LONGEST))
        return text.rstrip("0").rstrip(".") if "." in text else text
    return digits(rounded(value, max(decimals, 0)) if decimals >= 0 else rounded(value, decimals))


def number(value: Fraction, step: Fraction | None = None) -> str:
    """The plain number, to the given last digit or to at most six decimals."""
    return _trimmed(value, None if step is None else min(decimals_of(step), LONGEST))


def scale_of(value: Fraction) -> tuple[int, str]:
    """The power of ten and the word in which people write an amount of this size."""
    for power, word in SCALES:
        if abs(value) >= power_of_ten(power):
            return power, word
    return 0, ""


def amount(value: Fraction, unit: str, step: Fraction | None = None) -> str:
    """
    An amount with its unit, scaled as people write it.

    Args:
        value: in whole units, per cent or points.
        unit: ISO 4217, ``%``, ``pp``, ``x``, ``t``, ``1`` ...
        step: one unit of its last known digit, in the same units; None prints at most six decimals.
    """
    if unit in RATES:
        return f"{number(value, step)}{' ' + unit if unit != FACTOR else ' times'}"
    power, word = scale_of(value)
    scaled = value / power_of_ten(power)
    text = number(scaled, None if step is None else step / power_of_ten(power))
    return " ".join(part for part in (text, word, "" if unit == COUNT else unit) if part)


def span(interval: Interval, unit: str) -> str:
    """An interval in words: "236.5 to 237.5 bn USD", "at least 10 %", "more than 0 %"."""
    low, high = interval.low, interval.high
    if high is None:
        word = "at least" if interval.low_closed else "more than"
        return "anything" if low is None else f"{word} {amount(low, unit)}"
    if low is None:
        return f"{'at most' if interval.high_closed else 'less than'} {amount(high, unit)}"
    if low == high:
        return amount(low, unit)
    power = 0 if unit in RATES else scale_of(high)[0]
    return f"{number(low / power_of_ten(power))} to {amount(high, unit)}"
