"""
A figure: one number as the article wrote it, with the precision that it was written to.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from factcheck.hedges import Hedge, Size, accepted
from factcheck.intervals import Interval
from factcheck.units import power_of_ten

DENOMINATORS = 10**6  # of written fractions: "one in a million" is the smallest


class FigureKind(StrEnum):
    """What sort of number it is; kinds of claim choose their figure by it."""

    MONEY = "money"
    QUANTITY = "quantity"  # tonnes, barrels, vehicles
    PERCENT = "percent"
    POINTS = "points"  # percentage points and basis points
    FRACTION = "fraction"  # a third, one in five, three quarters
    FACTOR = "factor"  # doubled, tenfold, 6.4 times
    ORDINAL = "ordinal"  # fourth, 2nd
    NUMBER = "number"  # a plain number


class Figure(NamedTuple):
    """
    A number as written.

    Attributes:
        text: the characters of the figure itself, with its sign, currency and unit and without its hedge.
        start: where ``text`` begins in the text that was read, in code points.
        end: where it ends.
        kind: what sort of number it is.
        number: the numeral, not signed: 237 in "$237 billion"; the lower one of a range.
        last_digit: one unit of the last written digit, in the written scale: 1 for 237, 0.1 for 1.9.
        unit_multiplier: power of ten of the written scale: 9 for billions, 0 for per cent.
        unit: ISO 4217, ``%``, ``pp``, ``x``, ``t``, ``bbl``, ``1`` ...; blank where a sign leaves it open ("¥").
        currencies: the currencies that the written sign can mean, the usual one first; empty for other units.
        noun: what is counted or weighed, as written ("vehicles"); may be blank.
        upper: the upper numeral of a range, in the same scale.
        hedge: the hedge that belongs to it.
        hedge_text: the hedge as written.
        sign: -1 or 1 where a sign is written before the number, else 0.
        in_words: a ratio in words (doubled, a third), which stands for 5 % either way.
    """

    text: str
    start: int
    end: int
    kind: FigureKind
    number: Decimal
    last_digit: Decimal
    unit_multiplier: int = 0
    unit: str = "1"
    currencies: tuple[str, ...] = ()
    noun: str = ""
    upper: Decimal | None = None
    hedge: Hedge | None = None
    hedge_text: str = ""
    sign: int = 0
    in_words: bool = False

    @property
    def scale(self) -> Fraction:
        """The written scale as a number: 10**9 for billions."""
        return power_of_ten(self.unit_multiplier)

    @property
    def exact(self) -> Fraction:
        """The numeral as an exact number: a third is 1/3, not the twenty digits that stand for it."""
        number = Fraction(self.number)
        return number.limit_denominator(DENOMINATORS) if self.kind is FigureKind.FRACTION else number

    @property
    def size(self) -> Size:
        """The size as written, for what its hedge allows."""
        return Size(self.number, self.last_digit, self.upper, self.in_words, self.exact)

    @property
    def value(self) -> Decimal:
        """The number in whole units, with its written sign: 237000000000 for "$237 billion"."""
        value = self.number.scaleb(self.unit_multiplier)
        return -value if self.sign < 0 else value

    def interval(self, *, level: bool = False) -> Interval:
        """The sizes that the words accept, in whole units and without a sign."""
        return accepted(self.size, self.hedge, level=level).scaled(self.scale)
