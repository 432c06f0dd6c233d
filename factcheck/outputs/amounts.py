"""
Exact numbers as plain decimal text, for machines: no exponent, no thousands, never a float.
"""

from __future__ import annotations

from fractions import Fraction

EXACT_DIGITS = 30  # a decimal of at most so many digits is written whole
ROUNDED_DIGITS = 12  # any other number is rounded to so many significant digits


def plain(value: Fraction) -> str:
    """
    The number in decimal digits.

    Exact where it is a decimal of at most 30 significant digits, else rounded to 12 significant digits,
    halves away from zero: 1/8 is "0.125", 1/3 is "0.333333333333".
    """
    if value.denominator == 1 and abs(value.numerator) < 10**EXACT_DIGITS:
        return str(value.numerator)
    decimals = _decimals(value.denominator)
    if decimals is not None:
        scaled = value.numerator * 10**decimals // value.denominator
        if abs(scaled) < 10**EXACT_DIGITS:
            return _pointed(scaled, decimals)
    return _rounded(value)


def _decimals(denominator: int) -> int | None:
    """How many decimals a fraction with this denominator has; None where they never end or are too many."""
    twos = fives = 0
    while denominator % 2 == 0:
        denominator, twos = denominator // 2, twos + 1
    while denominator % 5 == 0:
        denominator, fives = denominator // 5, fives + 1
    decimals = max(twos, fives)
    return decimals if denominator == 1 and decimals <= 2 * EXACT_DIGITS else None


def _rounded(value: Fraction) -> str:
    size = abs(value)
    decimals = ROUNDED_DIGITS - _magnitude(size)
    scaled = size * Fraction(10) ** decimals
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    if decimals < 0:
        whole, decimals = whole * 10**-decimals, 0
    return _pointed(-whole if value < 0 else whole, decimals)


def _magnitude(size: Fraction) -> int:
    """Digits before the point of a positive number; 0 for 0.5, -1 for 0.05."""
    guess = len(str(size.numerator)) - len(str(size.denominator))
    return guess + 1 if size >= Fraction(10) ** guess else guess


def _pointed(scaled: int, decimals: int) -> str:
    sign, digits = ("-" if scaled < 0 else ""), str(abs(scaled)).rjust(decimals + 1, "0")
    whole, part = digits[: len(digits) - decimals], digits[len(digits) - decimals :].rstrip("0")
    return f"{sign}{whole}.{part}" if part else f"{sign}{whole}"
