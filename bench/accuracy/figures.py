"""
Figures as journalists write them: rounded or cut, with a scale and a unit; and which values a written one stands for.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))
FEWEST_CHANGED = 4  # one digit may have been changed only where at least so many are written (MEANING 6)
RATES = ("%", "pp")

#: How an amount is written, by its unit; the first is the usual one.
FORMS = {
    "USD": ("${} {}", "{} {} dollars", "US${} {}"),
    "CNY": ("{} {} yuan", "{} {} yuan"),
    "EUR": ("€{} {}", "{} {} euros"),
    "JPY": ("{} {} yen",),
    "GBP": ("£{} {}",),
    "AUD": ("A${} {}",),
    "CAD": ("C${} {}",),
    "t": ("{} {} tonnes",),
    "1": ("{} {} vehicles",),
    "%": ("{} percent", "{}%", "{} per cent"),
    "pp": ("{} percentage points",),
    "x": ("{} times",),
}


class Figure(NamedTuple):
    """
    A written number.

    Attributes:
        size: what it says, without a sign, in whole units or per cent.
        digit: one unit of its last written digit, likewise.
        number: its digits as written, without commas.
        text: as it stands in the article.
        cut: whether it was cut rather than rounded.
    """

    size: Fraction
    digit: Fraction
    number: str
    text: str
    cut: bool = False


def rounded(size: Fraction, digit: Fraction) -> Fraction:
    """To the nearest step, halves up."""
    return math.floor(size / digit + Fraction(1, 2)) * digit


def truncated(size: Fraction, digit: Fraction) -> Fraction:
    """Down to a whole step."""
    return math.floor(size / digit) * digit


def scale_of(size: Fraction, unit: str) -> int | None:
    """The power of ten that the amount is written in; None where it is too small to be written with one."""
    if unit in (*RATES, "x"):
        return 0
    if unit == "1" and size < 10**6:
        return 0
    return next((power for power, _ in SCALES if size >= 10**power), None)


def step_for(size: Fraction, digits: int, power: int) -> Fraction:
    """One unit of the last digit where so many are written, never coarser than one in the written scale."""
    leading = len(str(int(size / 10**power))) if size >= 10**power else 0
    return Fraction(10) ** power / Fraction(10) ** max(digits - leading, 0)


def figure(size: Fraction, digit: Fraction, unit: str, form: int = 0, *, cut: bool = False) -> Figure | None:
    """
    Write a size to a step; None where nothing is left of it, or it is too small for a scale.

    A step of tens is written with its zeros: 238 to the nearest ten is "240", whose last digit is one.
    """
    number = truncated(size, digit) if cut else rounded(size, digit)
    power = scale_of(max(number, digit), unit) if number else None
    if power is None:
        return None
    digit = min(digit, Fraction(10) ** power)
    decimals = max(0, -math.floor(math.log10(digit / Fraction(10) ** power) + 0.5))
    shown = f"{int(number / Fraction(10) ** power * 10**decimals + Fraction(1, 2)):0{decimals + 1}}"
    plain = f"{shown[:-decimals]}.{shown[-decimals:]}" if decimals else shown
    forms = FORMS[unit]
    words = dict(SCALES).get(power, "")
    whole, dot, part = plain.partition(".")
    text = forms[form % len(forms)].format(f"{int(whole):,}{dot}{part}", words).replace("  ", " ")
    return Figure(number, digit, plain, text, cut)


def says(value: Fraction, size: Fraction, digit: Fraction) -> bool:
    """Whether a size rounds (a half either way) or is cut to the written one."""
    return abs(value - size) <= digit / 2 or truncated(value, digit) == size


def exchanged(steps: int) -> Iterator[int]:
    """The numbers with two digits exchanged; a number is the steps of its last digit, and keeps its length."""
    digits = str(steps)
    for first in range(len(digits)):
        for second in range(first + 1, len(digits)):
            swapped = list(digits)
            swapped[first], swapped[second] = swapped[second], swapped[first]
            if swapped[0] != "0" and digits[first] != digits[second]:
                yield int("".join(swapped))


def changed(steps: int) -> Iterator[int]:
    """The numbers with one digit changed, where at least four are written."""
    digits = str(steps)
    if len(digits) >= FEWEST_CHANGED:
        for place, old in enumerate(digits):
            for new in "0123456789":
                if new != old and not (place == 0 and new == "0"):
                    yield int(f"{digits[:place]}{new}{digits[place + 1 :]}")
