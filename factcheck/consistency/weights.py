"""
A start for witnesses where only rates are claimed: how large the parts of a total must be for its growth to come out.

Where a total grows by the factor t and its parts by e and i, exports are (t − i) / (e − i) of the base.
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.consistency.bounds import Bounds
from factcheck.consistency.component import Component
from factcheck.consistency.flows import Trio
from factcheck.consistency.mean_rule import growth_in
from factcheck.intervals import Interval

STRIDE = Fraction(1, 20)  # how far beyond its only end a growth is sought
INWARDS = Fraction(1, 8)  # how far inside its end, as a part of its width


def weighted(component: Component, bounds: Bounds, mask: int, trio: Trio, scale: int) -> dict[int, int]:
    """Values in grains for the parts of a total whose bases nothing bounds; none where that is not so."""
    pairs = list(zip(trio.levels, trio.bases, strict=True))
    if any(bounds.high[base] is not None for base in trio.bases):
        return {}
    total, one, other = (growth_in(component, bounds, mask, pair) for pair in pairs)
    growth = _inside(total)
    first, second = _nearest(one, growth), _nearest(other, growth)
    if first == growth != second:
        first = _beyond(one, growth, 1 if second < growth else -1)
    elif second == growth != first:
        second = _beyond(other, growth, 1 if first < growth else -1)
    share = Fraction(1, 2) if first == second else (growth - second) / (first - second)
    if not 0 < share < 1 or first <= 0 or second <= 0:
        return {}
    exports = int(scale * share)
    return dict(
        zip(
            (pairs[1][1], pairs[2][1], pairs[1][0], pairs[2][0]),
            (exports, scale - exports, int(exports * first), int((scale - exports) * second)),
            strict=True,
        )
    )


def _inside(growth: Interval) -> Fraction:
    """A factor in the middle of what a growth can be."""
    if growth.low is not None and growth.high is not None:
        return (growth.low + growth.high) / 2
    if growth.low is not None:
        return growth.low + STRIDE
    return Fraction(1) if growth.high is None else growth.high * (1 - STRIDE)


def _nearest(growth: Interval, to: Fraction) -> Fraction:
    """The factor nearest to another, a little inside."""
    margin = STRIDE if growth.low is None or growth.high is None else (growth.high - growth.low) * INWARDS
    if growth.low is not None and to <= growth.low:
        return growth.low + margin
    if growth.high is not None and to >= growth.high:
        return growth.high - margin
    return to


def _beyond(growth: Interval, of: Fraction, way: int) -> Fraction:
    """A factor on the other side of another one."""
    end = growth.high if way > 0 else growth.low
    return of * (1 + way * STRIDE) if end is None else (of + end) / 2
