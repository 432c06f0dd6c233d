"""
A candidate: what a rewritten question comes to, and whether that is the claim as written.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from factcheck.findings import Reference, Step
from factcheck.hedges import Hedge
from factcheck.intervals import Interval
from factcheck.statements import Expected


class Candidate(NamedTuple):
    """
    One rewrite with its value.

    Attributes:
        steps: the rewrites that lead to it.
        value: what the printed figures give, signed, in the claim's unit; None where a figure is missing.
        in_size: only its size is compared.
        reference: the figures that it was computed from.
        working: what was done to the reference, in words: "÷ 7.3317 CNY for 1 USD (ECB, 13 January 2025)".
        claims: the numbers that would be this slip of the pen; None for a rewrite of the question.
        missing: why there is no value.
        unit: the unit of the value where it is not the claim's: per cent for points.
    """

    steps: tuple[Step, ...]
    cost: int
    value: Fraction | None
    in_size: bool = False
    reference: Reference | None = None
    working: str = ""
    claims: tuple[Fraction, ...] | None = None
    missing: str = ""
    unit: str = ""

    @property
    def name(self) -> str:
        """The names of its rewrites: "other year; yuan level at spot rate"."""
        return "; ".join(step.name for step in self.steps)


def size_of(candidate: Candidate, expected: Expected) -> Fraction | None:
    """The value as a size in the claimed direction; None where it has no value or goes the other way."""
    if candidate.value is None:
        return None
    if not expected.sign or candidate.in_size:
        return abs(candidate.value)
    size = candidate.value * expected.sign
    return size if size >= 0 else None


def written_as(size: Fraction, expected: Expected) -> tuple[Fraction, ...]:
    """The numbers as which a size may be written to the claim's last digit: rounded (a tie either way) and cut."""
    unit = expected.last_digit
    if not unit:
        return ()
    steps, rest = divmod(size, unit)
    if 2 * rest < unit:
        return (steps * unit,)
    return (steps * unit, (steps + 1) * unit)


def is_plain(expected: Expected) -> bool:
    """Whether it is a number as written, neither hedged nor a range nor a ratio in words."""
    figure = expected.figure
    plain = expected.hedge in (None, Hedge.NONE) and figure is not None and not figure.in_words
    return plain and expected.number == expected.upper and not expected.factor


def hits(candidate: Candidate, expected: Expected) -> bool:
    """
    Whether the value, rounded or cut to the claim's last digit, is the claim as written.

    A hedged figure is hit where the value lies in what its words accept. That two intervals overlap is no hit.
    """
    size = size_of(candidate, expected)
    if size is None or expected.number is None or not size:
        return False
    if candidate.claims is not None:
        return expected.number in candidate.claims
    if is_plain(expected):
        return expected.number in written_as(size, expected)
    return size in _sizes(expected)


def _sizes(expected: Expected) -> Interval:
    """What the words accept; a range is widened to truncation."""
    sizes = expected.sizes
    if expected.hedge in (None, Hedge.NONE) and expected.upper is not None and expected.upper != expected.number:
        return Interval(sizes.low, expected.upper + (expected.last_digit or 0), high_closed=False)
    return sizes
