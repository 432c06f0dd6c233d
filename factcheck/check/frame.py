"""
References seen as sizes: the claimed sign is taken off, so that hedges can be judged on sizes as written.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from factcheck.findings import Reference
from factcheck.intervals import Interval
from factcheck.statements import Expected


class Framed(NamedTuple):
    """A reference as a size in the claimed direction; negative where it has the other sign."""

    interval: Interval
    point: Fraction


def framed(reference: Reference, sign: int) -> Framed:
    """Turn a reference into the claimed direction; with the sign open, into its size."""
    if sign > 0:
        return Framed(reference.interval, reference.point)
    if sign < 0:
        return Framed(-reference.interval, -reference.point)
    return Framed(_size(reference.interval), abs(reference.point))


def _size(interval: Interval) -> Interval:
    if interval.low is None or interval.high is None:
        return Interval(Fraction(0), None)
    if interval.low >= 0:
        return interval
    if interval.high <= 0:
        return -interval
    return Interval(Fraction(0), max(-interval.low, interval.high))


def margin(sizes: Interval, found: Interval, *, either_way: bool = False) -> Fraction | None:
    """
    How far the reference may move before the verdict flips; negative for a miss.

    min(R.high − C.low, C.high − R.low); an end without a bound never flips it, nor does 0 where the words
    allow a change either way.
    """
    ways = []
    if found.high is not None and sizes.low is not None and not either_way:
        ways.append(found.high - sizes.low)
    if sizes.high is not None and found.low is not None:
        ways.append(sizes.high - found.low)
    return min(ways, default=None)


def signed(expected: Expected) -> Interval:
    """What the words allow, with the sign put on; "little changed" allows it either way."""
    sizes = expected.sizes
    if not expected.sign and expected.number is None and sizes.high is not None:
        return Interval(-sizes.high, sizes.high)
    return -sizes if expected.sign < 0 else sizes
