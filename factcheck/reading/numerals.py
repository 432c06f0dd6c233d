"""
Numerals in digits: 237, 106.48, 10,648; what is not plainly one of these is refused, never guessed.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal
from typing import NamedTuple

LONGEST = 40  # characters of a numeral
EXACT = Context(prec=60, Emax=99, Emin=-99)  # holds every numeral and its scale without rounding

_PLAIN = re.compile(r"(?:0|[1-9][0-9]{0,39})(?:\.[0-9]{1,38})?")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:(?:,[0-9]{3}){1,12}|(?:[\u2009\u202f][0-9]{3}){1,12})(?:\.[0-9]{1,38})?")
_GROUP_MARKS = str.maketrans("", "", ",\u2009\u202f")  # thin spaces part thousands (ISO 80000-1, 7.3.1)


_LAST_DIGITS = tuple(Decimal(1).scaleb(-places) for places in range(LONGEST + 1))


class Numeral(NamedTuple):
    """
    A number without its unit.

    Attributes:
        number: the number in the written scale.
        last_digit: one unit of its last written digit, in the same scale.
        multiplier: power of ten that belongs to the numeral itself: 9 in "two billion".
        in_digits: whether it is written in digits.
        scaled: whether a scale word was read with it.
    """

    number: Decimal
    last_digit: Decimal
    multiplier: int = 0
    in_digits: bool = True
    scaled: bool = False


class Unread(NamedTuple):
    """Characters that look like a figure and cannot be read: up to which token, why, and what to write instead."""

    end: int
    what: str
    hint: str = ""


def in_digits(text: str) -> Numeral | None:
    """The numeral of digits, points and commas; None where it is not plainly one ("106,48", "1.2.3", "007")."""
    if len(text) > LONGEST or not (_PLAIN.fullmatch(text) or _GROUPED.fullmatch(text)):
        return None
    whole, _, part = text.partition(".")
    digits = whole.translate(_GROUP_MARKS)
    return Numeral(Decimal(f"{digits}.{part}" if part else digits), _LAST_DIGITS[len(part)])


def in_indian_digits(text: str) -> Numeral | None:
    """Digits in the groups of lakh and crore, 8,50,000; only where rupees, lakh or crore say so."""
    whole, _, part = text.partition(".")
    first, *groups = whole.split(",")
    if len(text) > LONGEST or len(groups) < 2 or len(groups[-1]) != 3 or not 1 <= len(first) <= 2:
        return None
    if first.startswith("0") or "," in part or any(len(group) != 2 for group in groups[:-1]):
        return None
    number = Decimal(text.replace(",", ""))
    return Numeral(number, last_digit_of(number))


def last_digit_of(number: Decimal) -> Decimal:
    """One unit of the last written digit: 1 for 237, 0.01 for 106.48."""
    exponent = number.as_tuple().exponent
    return Decimal(1).scaleb(min(exponent, 0)) if isinstance(exponent, int) else Decimal(1)


def why_not(text: str) -> tuple[str, str]:
    """What is wrong with digits that ``in_digits`` refuses, and what to write instead."""
    if len(text) > LONGEST:
        return f"a numeral of {len(text)} characters is longer than {LONGEST}", "write it with a scale word"
    if "," in text and "." not in text:
        joined = text.replace(",", "")
        return (
            f"{text!r} can be a decimal comma or thousands",
            f"write {text.replace(',', '.')} or {int(joined):,}" if text.count(",") == 1 else f"write {int(joined):,}",
        )
    return f"{text!r} is not a number", "write digits with one decimal point and commas between groups of three"
