"""
The mean rule: the rate of a total lies between the rates of its positive parts (72 of 72 published ones; MEANING 7).

It follows from the flow identities of levels and bases, which no row can see alone: it needs no amounts.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from factcheck.consistency.bounds import Bounds
from factcheck.consistency.component import Component, Pair
from factcheck.consistency.flows import Trio
from factcheck.intervals import Interval


class End(NamedTuple):
    """One end of what a factor of growth can be, and the statements that it rests on."""

    value: Fraction
    is_open: bool
    why: int


class Growth(NamedTuple):
    """What the factor of growth of one flow can be; None is no bound."""

    low: End | None
    high: End | None


def narrow_means(component: Component, bounds: Bounds, mask: int) -> int | list[int]:
    """
    Narrow the growth of each total and of its parts by one another, and the levels and bases by their growth.

    Returns:
        the unknowns that moved, or the mask of the statements that leave a growth without a value.
    """
    moved: list[int] = []
    for trio in component.trios:
        narrowed = _narrowed(component, bounds, mask, trio)
        for each in narrowed or ():
            if each.low is not None and each.high is not None and is_empty(each.low, each.high):
                return each.low.why | each.high.why
        for unknown in _apply(bounds, trio, narrowed) if narrowed is not None else ():
            low, high = bounds.low[unknown], bounds.high[unknown]
            if low is not None and high is not None and low > high:
                return bounds.low_why[unknown] | bounds.high_why[unknown]
            moved.append(unknown)
    return moved


def growth_in(component: Component, bounds: Bounds, mask: int, pair: Pair) -> Interval:
    """The factors that the growth of one flow can have, by the mean rule too."""
    found = growth_of(component, bounds, mask, pair)
    for trio in component.trios:
        pairs = list(zip(trio.levels, trio.bases, strict=True))
        narrowed = _narrowed(component, bounds, mask, trio) if pair in pairs else None
        if narrowed is not None:
            found = narrowed[pairs.index(pair)]
    low, high = found
    return Interval(
        None if low is None else low.value,
        None if high is None else high.value,
        low is None or not low.is_open,
        high is None or not high.is_open,
    )


def _narrowed(component: Component, bounds: Bounds, mask: int, trio: Trio) -> tuple[Growth, Growth, Growth] | None:
    """The growth of a total and of its two parts by one another; None where too little is known of them."""
    pairs = zip(trio.levels, trio.bases, strict=True)
    total, one, other = (growth_of(component, bounds, mask, pair) for pair in pairs)
    if sum(each.low is not None or each.high is not None for each in (total, one, other)) < 2:
        return None
    return _mean(total, one, other), _part(one, total, other), _part(other, total, one)


def growth_of(component: Component, bounds: Bounds, mask: int, pair: Pair) -> Growth:
    """What the growth of one flow can be by the claims that state it and by the bounds of its level and base."""
    low, high = _of_bounds(bounds, *pair)
    for factors, owners in component.rates.get(pair, ()):
        if not owners & ~mask:
            if factors.low is not None:
                low = _later(low, End(factors.low, not factors.low_closed, owners))
            if factors.high is not None:
                high = _earlier(high, End(factors.high, not factors.high_closed, owners))
    return Growth(low, high)


def _of_bounds(bounds: Bounds, level: int, base: int) -> tuple[End | None, End | None]:
    levels, bases = bounds.interval(level), bounds.interval(base)
    low = high = None
    if levels.low and bases.high:
        is_open = not (levels.low_closed and bases.high_closed)
        low = End(levels.low / bases.high, is_open, bounds.low_why[level] | bounds.high_why[base])
    if levels.high is not None and bases.low:
        is_open = not (levels.high_closed and bases.low_closed)
        high = End(levels.high / bases.low, is_open, bounds.high_why[level] | bounds.low_why[base])
    return low, high


def _mean(total: Growth, one: Growth, other: Growth) -> Growth:
    """A total grows no less than the slower of its parts and no more than the faster."""
    low, high = total.low, total.high
    if one.low is not None and other.low is not None:
        slower = min(one.low, other.low, key=lambda end: end.value)
        apart = one.low.value != other.low.value or one.low.is_open or other.low.is_open
        low = _later(low, End(slower.value, apart, one.low.why | other.low.why))
    if one.high is not None and other.high is not None:
        faster = max(one.high, other.high, key=lambda end: end.value)
        apart = one.high.value != other.high.value or one.high.is_open or other.high.is_open
        high = _earlier(high, End(faster.value, apart, one.high.why | other.high.why))
    return Growth(low, high)


def _part(part: Growth, total: Growth, other: Growth) -> Growth:
    """Where one part grows less than the total, the other grows more; and the other way round."""
    low, high = part.low, part.high
    if total.low is not None and other.high is not None and other.high.value <= total.low.value:
        apart = other.high.value < total.low.value or total.low.is_open or other.high.is_open
        low = _later(low, End(total.low.value, apart, total.low.why | other.high.why))
    if total.high is not None and other.low is not None and other.low.value >= total.high.value:
        apart = other.low.value > total.high.value or total.high.is_open or other.low.is_open
        high = _earlier(high, End(total.high.value, apart, total.high.why | other.low.why))
    return Growth(low, high)


def _later(known: End | None, end: End) -> End:
    return end if known is None or (end.value, end.is_open) > (known.value, known.is_open) else known


def _earlier(known: End | None, end: End) -> End:
    return end if known is None or (end.value, not end.is_open) < (known.value, not known.is_open) else known


def is_empty(low: End, high: End) -> bool:
    """Whether nothing lies between two ends."""
    return low.value > high.value or (low.value == high.value and (low.is_open or high.is_open))


def _apply(bounds: Bounds, trio: Trio, narrowed: tuple[Growth, Growth, Growth]) -> Iterator[int]:
    """Carry a narrowed growth over to its level and its base."""
    for level, base, growth in zip(trio.levels, trio.bases, narrowed, strict=True):
        for low, why, unknown in _lows(bounds, level, base, growth):
            known = bounds.low[unknown]
            if known is None or low > known:
                bounds.low[unknown], bounds.low_why[unknown] = low, why
                yield unknown
        for high, why, unknown in _highs(bounds, level, base, growth):
            known = bounds.high[unknown]
            if known is None or high < known:
                bounds.high[unknown], bounds.high_why[unknown] = high, why
                yield unknown


def _lows(bounds: Bounds, level: int, base: int, growth: Growth) -> Iterator[tuple[int, int, int]]:
    low, high = bounds.low[base], bounds.low[level]
    if growth.low is not None and low is not None and growth.low.value > 0:
        code = _low_code(growth.low.value * (low >> 1), growth.low.is_open or bool(low & 1))
        yield code, growth.low.why | bounds.low_why[base], level
    if growth.high is not None and high is not None and growth.high.value > 0:
        code = _low_code((high >> 1) / growth.high.value, growth.high.is_open or bool(high & 1))
        yield code, growth.high.why | bounds.low_why[level], base


def _highs(bounds: Bounds, level: int, base: int, growth: Growth) -> Iterator[tuple[int, int, int]]:
    of_base, of_level = bounds.high[base], bounds.high[level]
    if growth.high is not None and of_base is not None and growth.high.value > 0:
        code = _high_code(growth.high.value * ((of_base + 1) >> 1), growth.high.is_open or bool(of_base & 1))
        yield code, growth.high.why | bounds.high_why[base], level
    if growth.low is not None and of_level is not None and growth.low.value > 0:
        code = _high_code(((of_level + 1) >> 1) / growth.low.value, growth.low.is_open or bool(of_level & 1))
        yield code, growth.low.why | bounds.high_why[level], base


def _low_code(value: Fraction, is_open: bool) -> int:
    whole = floor(value)
    return 2 * whole + (is_open or whole != value)


def _high_code(value: Fraction, is_open: bool) -> int:
    whole = ceil(value)
    return 2 * whole - (is_open or whole != value)
