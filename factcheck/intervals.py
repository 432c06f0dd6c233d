"""
Intervals of exact numbers: what a written figure allows and what a printed reference may be.

Bounds are ``Fraction`` or ``None`` (unbounded); each end knows whether it belongs to the interval.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers from ``low`` to ``high``; ``None`` is no bound, an end may be left out."""

    low: Fraction | None
    high: Fraction | None
    low_closed: bool = True
    high_closed: bool = True

    @classmethod
    def around(cls, centre: Fraction, half_width: Fraction) -> Interval:
        """Every number at most ``half_width`` away: a reading rounded to twice that (JCGM 100:2008, F.2.2.1)."""
        return cls(centre - half_width, centre + half_width)

    @classmethod
    def point(cls, value: Fraction) -> Interval:
        """The single number ``value``."""
        return cls(value, value)

    @property
    def is_point(self) -> bool:
        """Whether it holds exactly one number."""
        return self.low is not None and self.low == self.high and self.low_closed and self.high_closed

    @property
    def is_empty(self) -> bool:
        """Whether it holds no number."""
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and not (self.low_closed and self.high_closed))

    def __contains__(self, value: Fraction) -> bool:
        if self.low is not None and (value < self.low or (value == self.low and not self.low_closed)):
            return False
        return self.high is None or value < self.high or (value == self.high and self.high_closed)

    def intersection(self, other: Interval) -> Interval:
        """The numbers in both; may be empty."""
        low, low_closed = self.low, self.low_closed
        if low is None or (other.low is not None and other.low > low):
            low, low_closed = other.low, other.low_closed
        elif other.low == low:
            low_closed = low_closed and other.low_closed
        high, high_closed = self.high, self.high_closed
        if high is None or (other.high is not None and other.high < high):
            high, high_closed = other.high, other.high_closed
        elif other.high == high:
            high_closed = high_closed and other.high_closed
        return Interval(low, high, low_closed, high_closed)

    def matches(self, other: Interval) -> bool:
        """
        Whether claim and reference match: they share more than one point, or one is a point lying in the other.

        Why: 1.75 beside a published 1.74 shares only the end 1.745 and is a different figure (MEANING 1).
        """
        if self.low is not None and self.is_point:
            return self.low in other
        if other.low is not None and other.is_point:
            return other.low in self
        shared = self.intersection(other)
        return shared.low is None or shared.high is None or shared.low < shared.high

    def __neg__(self) -> Interval:
        return Interval(
            None if self.high is None else -self.high,
            None if self.low is None else -self.low,
            self.high_closed,
            self.low_closed,
        )

    def __add__(self, other: Interval) -> Interval:
        return Interval(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
            self.low_closed and other.low_closed,
            self.high_closed and other.high_closed,
        )

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def scaled(self, factor: Fraction | int) -> Interval:
        """Every number times ``factor``, which may be negative but not 0."""
        if factor < 0:
            return (-self).scaled(-factor)
        return Interval(
            None if self.low is None else self.low * factor,
            None if self.high is None else self.high * factor,
            self.low_closed,
            self.high_closed,
        )

    def shifted(self, by: Fraction | int) -> Interval:
        """Every number plus ``by``."""
        return Interval(
            None if self.low is None else self.low + by,
            None if self.high is None else self.high + by,
            self.low_closed,
            self.high_closed,
        )

    def widened(self, by: Fraction | int) -> Interval:
        """Both ends moved outwards by ``by`` (not negative)."""
        return Interval(
            None if self.low is None else self.low - by,
            None if self.high is None else self.high + by,
            self.low_closed,
            self.high_closed,
        )
