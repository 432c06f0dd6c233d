"""
A witness: values for all unknowns under which every row holds, which proves that claims can be true together.

Unknowns are given values one after the other, the most certain first, and each value narrows the rest. It may fail
where there is a witness, never the other way round: the values are checked against every row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.consistency.bounds import Bounds
from factcheck.consistency.component import Component
from factcheck.consistency.propagation import Propagation
from factcheck.consistency.rows import GRAIN

Values = dict[int, int]  # by unknown, in grains
ANY_AMOUNT = 10**11 * GRAIN  # where nothing says how large: a hundred billion
MOST_TRIES = 40  # values that are given up before the search is
MOST_UNKNOWNS = 3000


def find_witness(component: Component, propagation: Propagation, bounds: Bounds) -> Values | None:
    """Values in grains for the unknowns that the rows in force reach; None where none were found."""
    active = propagation.active
    wanted = reached(component, active)
    if len(wanted) > MOST_UNKNOWNS:
        return None
    tries = MOST_TRIES
    bounds = bounds.copy()
    left = list(wanted)
    while left:
        unknown = min(left, key=lambda each: _doubt(bounds, each))
        left.remove(unknown)
        if bounds.low[unknown] == bounds.high[unknown] is not None and not bounds.low[unknown] & 1:  # type: ignore[operator]
            continue
        for value in _values(bounds, unknown):
            trial = bounds.copy()
            trial.fix(unknown, value)
            if propagation.narrow(trial, component.touching[unknown]) is None:
                bounds = trial
                break
            tries -= 1
            if not tries:
                return None
        else:
            return None
    values = {unknown: (bounds.low[unknown] or 0) >> 1 for unknown in wanted}
    return values if holds(component, active, values) else None


def reached(component: Component, active: Sequence[int]) -> list[int]:
    """The unknowns that hang together with those that an active claim speaks of, in order."""
    rows, touching = component.rows, component.touching
    ahead = [
        unknown
        for place, row in enumerate(rows)
        if active[place] and component.owners[place]
        for unknown, _ in row.terms
    ]
    found = set(ahead)
    while ahead:
        for place in touching[ahead.pop()]:
            if active[place]:
                new = [unknown for unknown, _ in rows[place].terms if unknown not in found]
                found.update(new)
                ahead += new
    return sorted(found)


def holds(component: Component, active: Sequence[int], values: Values) -> bool:
    """Whether every active row over these unknowns holds, exactly."""
    for place in sorted({place for unknown in values for place in component.touching[unknown] if active[place]}):
        row = component.rows[place]
        total = sum(factor * values[unknown] for unknown, factor in row.terms)
        if total < row.bound or (row.strict and total == row.bound):
            return False
    return True


def _doubt(bounds: Bounds, unknown: int) -> tuple[int, int, int]:
    """How uncertain an unknown is: settled ones first, then by width for their size, open ones last."""
    low, high = bounds.low[unknown], bounds.high[unknown]
    if low is None or high is None:
        return (2 if low is None or low <= 1 else 1), 0, unknown
    size = max(abs(low), abs(high), 1)
    return 0, (high - low) * 10**9 // size, unknown


def _values(bounds: Bounds, unknown: int) -> Iterator[int]:
    """Values to try: the middle, then towards the ends; where there is no end, far from the other one."""
    low, high = bounds.low[unknown], bounds.high[unknown]
    least = None if low is None else (low + 1) >> 1
    most = None if high is None else high >> 1
    if least is not None and most is not None:
        width = most - least
        if width >= 0:
            places = (width // 2, width // 4, width * 3 // 4, width // 32, width - width // 32, 0, width)
            yield from (least + place for place in dict.fromkeys(places))
    elif least is not None:
        yield from ((2 * least, 10 * least, least + GRAIN) if least > 1 else (ANY_AMOUNT, ANY_AMOUNT // 10**6))
    elif most is not None:
        yield from ((2 * most, 10 * most) if most < 0 else (0, -ANY_AMOUNT))
    else:
        yield from (0, ANY_AMOUNT, -ANY_AMOUNT)
