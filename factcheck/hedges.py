"""
What a hedge allows: from "about $240 billion" to the sizes that it covers.

The widths are house rules (research gives no universal ones), written down in MEANING 2.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from factcheck.intervals import Interval
from factcheck.units import power_of_ten

NEARNESS = Fraction(3, 100)  # "about" reaches at most 3 % of the number
OVERSHOOT = Fraction(1, 10)  # "more than" reaches at most a tenth of it
LEVEL_NEARNESS = Fraction(1, 10)  # "nearly" a level reaches at most a tenth of it
WORD_RATIO = Fraction(5, 100)  # doubled, a third, tenfold: the ratio and 5 % of it


class Hedge(StrEnum):
    """The hedges, named as ``hedge:`` writes them."""

    ABOUT = "about"
    NEARLY = "nearly"
    MORE_THAN = "more than"
    LESS_THAN = "less than"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    NONE = "none"  # written as ``hedge: none`` to overrule the words


ONE_SIDED = frozenset({Hedge.NEARLY, Hedge.MORE_THAN, Hedge.LESS_THAN})


class Size(NamedTuple):
    """
    A size as written, without its sign, in the written scale.

    Attributes:
        number: n, the written number (the lower one of a range).
        unit: u, one unit of the last written digit.
        upper: the upper number of a range, else None.
        in_words: a ratio in words (doubled, a third), which stands for ± 5 %.
        exact: the number where its digits only stand for it, as those of a third; else None.
    """

    number: Decimal
    unit: Decimal
    upper: Decimal | None = None
    in_words: bool = False
    exact: Fraction | None = None

    @property
    def value(self) -> Fraction:
        """The written number, exact."""
        return Fraction(self.number) if self.exact is None else self.exact


def step(number: Decimal, unit: Decimal) -> Fraction:
    """
    The largest 1 or 5 times a power of ten that divides the numeral: 237 -> 1, 240 -> 10, 250 -> 50, 1.9 -> 0.1.

    For 0 it is the unit of the last digit.
    """
    if not number:
        return Fraction(unit)
    numeral = number.normalize()
    power = power_of_ten(numeral.adjusted() - len(numeral.as_tuple().digits) + 1)
    return 5 * power if numeral.as_tuple().digits[-1] == 5 else power


def nearness(size: Size) -> Fraction:
    """w = max(u/2, min(g/2, 3 % of n)), or 5 % of a ratio in words."""
    number, unit = size.value, Fraction(size.unit)
    if size.in_words:
        return WORD_RATIO * number
    return max(unit / 2, min(step(size.number, size.unit) / 2, NEARNESS * number))


def overshoot(size: Size) -> Fraction:
    """How far "more than" reaches: max(u, min(g, 10 % of n)), or 10 % of a ratio in words."""
    number, unit = size.value, Fraction(size.unit)
    if size.in_words:
        return OVERSHOOT * number
    return max(unit, min(step(size.number, size.unit), OVERSHOOT * number))


def accepted(size: Size, hedge: Hedge | None, *, level: bool = False) -> Interval:
    """
    The sizes that the words accept, in the written scale; "more than" and "less than" up to where they are understated.

    Args:
        size: the size as written.
        hedge: its hedge; None and ``Hedge.NONE`` are the plain number.
        level: whether the figure is a level, for which "nearly" reaches at most a tenth.
    """
    low, high = size.value, size.value if size.upper is None else Fraction(size.upper)
    width = nearness(size)
    match hedge:
        case Hedge.ABOUT:
            return Interval(low - width, high + width)
        case Hedge.NEARLY:
            width = min(width, LEVEL_NEARNESS * low) if level else width
            return Interval(low - width, high, high_closed=False)
        case Hedge.MORE_THAN:
            return Interval(low, high + overshoot(size), low_closed=False)
        case Hedge.LESS_THAN:
            return Interval(low - overshoot(size), high, high_closed=False)
        case Hedge.AT_LEAST:
            return Interval(low, None)
        case Hedge.AT_MOST:
            return Interval(None, high)
        case _:
            half = width if size.in_words else Fraction(size.unit) / 2
            return Interval(low - half, high + half)
