"""
Bounds of the unknowns of a component while they are narrowed, each with the statements that it rests on.

An end is a whole number: twice the grains, and one step inwards where the end itself does not belong to it. So an
unknown has no value left exactly if its low is above its high.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.consistency.component import Component
from factcheck.consistency.rows import GRAIN
from factcheck.intervals import Interval


class Bounds:
    """The lowest and highest that each unknown can be; None is no bound."""

    __slots__ = ("high", "high_why", "low", "low_why")

    def __init__(self, low: list[int | None], high: list[int | None], low_why: list[int], high_why: list[int]) -> None:
        self.low, self.high, self.low_why, self.high_why = low, high, low_why, high_why

    @classmethod
    def of(cls, component: Component) -> Bounds:
        """What holds of the unknowns before anything is claimed."""
        count = len(component.variables)
        return cls(
            [1 if positive else None for positive in component.positive], [None] * count, [0] * count, [0] * count
        )

    def copy(self) -> Bounds:
        """The same bounds, to be narrowed apart."""
        return Bounds(self.low[:], self.high[:], self.low_why[:], self.high_why[:])

    def fix(self, unknown: int, value: int) -> None:
        """Give an unknown a value, in grains."""
        self.low[unknown] = self.high[unknown] = 2 * value

    def ends(self, unknown: int) -> Iterator[int]:
        """The ends that an unknown has, as codes."""
        yield from (end for end in (self.low[unknown], self.high[unknown]) if end is not None)

    def value(self, unknown: int) -> int | None:
        """The one value that an unknown can have, in grains; None where it can have several."""
        low = self.low[unknown]
        return low >> 1 if low is not None and low == self.high[unknown] and not low & 1 else None

    def interval(self, unknown: int) -> Interval:
        """The bounds of an unknown in whole units."""
        low, high = self.low[unknown], self.high[unknown]
        return Interval(
            None if low is None else Fraction(low >> 1, GRAIN),
            None if high is None else Fraction((high + 1) >> 1, GRAIN),
            low is None or not low & 1,
            high is None or not high & 1,
        )
