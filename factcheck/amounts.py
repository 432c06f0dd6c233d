"""
Numbers in words for people: 240.11 bn USD, 108.5 million tonnes, 1.16 million, −9.1 %, 0.2 pp.

Money and rates keep their printed digits. Of quantities trailing zeros after the point are left off, and one that
would need many digits before "million" is written out: 1,164,523.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from factcheck.intervals import Interval
from factcheck.units import COUNT, FACTOR, PERCENT, POINTS, TONNE, is_money, power_of_ten

SCALES: tuple[tuple[int, str], ...] = ((12, "tn"), (9, "bn"), (6, "m"))
IN_WORDS = {"tn": "trillion", "bn": "billion", "m": "million"}  # the scales of what is not money
#: Units of quantities in words: one of them, and several.
NAMES: dict[str, tuple[str, str]] = {
    COUNT: ("", ""),
    TONNE: ("tonne", "tonnes"),
    "bbl": ("barrel", "barrels"),
    "bbl/d": ("barrel a day", "barrels a day"),
    "m3": ("cubic metre", "cubic metres"),
    "Wh": ("watt-hour", "watt-hours"),
    "W": ("watt", "watts"),
}
RATES = frozenset({PERCENT, POINTS, FACTOR})
LONGEST = 6  # digits after the point that people are shown at most
SCALED = 3  # digits after the point of "1.164 million"; with more of them a quantity is written out


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


def scale_of(value: Fraction, unit: str) -> tuple[int, str]:
    """The power of ten and the word in which people write an amount of this size."""
    if unit in RATES:
        return 0, ""
    for power, word in SCALES:
        if abs(value) >= power_of_ten(power):
            if is_money(unit):
                return power, word
            in_words = _ends(value / power_of_ten(power), SCALED) or not _ends(value, 1)
            return (power, IN_WORDS[word]) if in_words else (0, "")
    return 0, ""


def _ends(value: Fraction, decimals: int) -> bool:
    """Whether a number has no more decimals."""
    return (value * power_of_ten(decimals)).denominator == 1


def unit_in_words(unit: str, one: bool = False) -> str:
    """A unit as people write it: tonnes, barrels, nothing for a count; USD and others as they are."""
    names = NAMES.get(unit)
    return unit if names is None else names[0 if one else 1]


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
    if not is_money(unit):
        return _quantity(value if step is None else Fraction(rounded(value, decimals_of(step))), unit)
    power, word = scale_of(value, unit)
    scaled = value / power_of_ten(power)
    text = number(scaled, None if step is None else step / power_of_ten(power))
    return " ".join(part for part in (text, word, unit) if part)


def _quantity(value: Fraction, unit: str) -> str:
    """A count or a measured quantity in words, without trailing zeros."""
    power, word = scale_of(value, unit)
    text = number(value / power_of_ten(power))
    name = unit_in_words(unit, one=not word and text in ("1", "−1"))
    return " ".join(part for part in (text, word, name) if part)


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
    power, _ = scale_of(high, unit)
    return f"{number(low / power_of_ten(power))} to {amount(high, unit)}"
