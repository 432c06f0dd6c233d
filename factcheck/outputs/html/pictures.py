"""
Small pictures as numbers for SVG: where things stand, in pixels with one decimal. No text is made here.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

PLACES = 10  # tenths of a pixel


def pixel(value: Fraction) -> str:
    """A length for SVG, to a tenth of a pixel: "12.5"."""
    tenths = round(value * PLACES)
    whole, part = divmod(abs(tenths), PLACES)
    sign = "-" if tenths < 0 else ""
    return f"{sign}{whole}.{part}" if part else f"{sign}{whole}"


class Axis:
    """A scale from values to pixels."""

    def __init__(self, values: Sequence[Fraction], start: int, end: int, *, margin: Fraction = Fraction(0)) -> None:
        low, high = min(values), max(values)
        room = (high - low or abs(high) or Fraction(1)) * margin
        self.low, self.high = low - room, high + room
        self.start, self.end = start, end

    def at(self, value: Fraction) -> Fraction:
        """The place of a value; one beyond an end is put at that end."""
        if self.high == self.low:
            return Fraction(self.start + self.end, 2)
        share = (min(max(value, self.low), self.high) - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)
