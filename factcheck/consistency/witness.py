"""
A witness: values for all unknowns under which every row holds, which proves that claims can be true together.

Unknowns are given values one after the other, the most certain first, and each value narrows the rest. It may fail
where there is a witness, never the other way round: the values are checked against every row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.consistency.bounds import Bounds
from factcheck.consistency.component import Component
from factcheck.consistency.propagation import Propagation
from factcheck.consistency.rows import GRAIN
from factcheck.consistency.weights import weighted

Values = dict[int, int]  # by unknown, in grains
ANY_AMOUNT = 10**11 * GRAIN  # where nothing says how large: a hundred billion
MOST_TRIES = 40  # values that are given up before the search is
MOST_UNKNOWNS = 3000
FEW_UNKNOWNS = 40  # with more, one attempt is enough
LEANS = (Fraction(1, 2), Fraction(1, 50), Fraction(49, 50))  # where in what is left for an unknown its value is sought
PARTS = (4, 24, 1, 100, 600)  # of an end that an unknown has, how far beyond it a value is sought


def find_witness(component: Component, propagation: Propagation, bounds: Bounds) -> Values | None:
    """Values in grains for the unknowns that the rows in force reach; None where none were found."""
    wanted = reached(component, propagation.active)
    if len(wanted) > MOST_UNKNOWNS:
        return None
    scale = max((abs(end) >> 1 for each in wanted for end in bounds.ends(each)), default=0)
    scale = scale if scale > GRAIN else ANY_AMOUNT
    few = len(component.variables) <= FEW_UNKNOWNS
    start = _started(component, propagation, bounds, scale) if few else bounds
    for lean in LEANS if few else LEANS[:1]:
        values = _assigned(component, propagation, start.copy(), wanted, lean, scale)
        start = bounds
        if values is not None and holds(component, propagation.active, values):
            return values
    return None


def _started(component: Component, propagation: Propagation, bounds: Bounds, scale: int) -> Bounds:
    """The bounds with values for the parts of those totals of which only growth is known."""
    for trio in component.trios:
        trial = bounds.copy()
        values = weighted(component, bounds, propagation.mask, trio, scale)
        for unknown, value in values.items():
            trial.fix(unknown, value)
        places = [place for unknown in values for place in component.touching[unknown]]
        if values and propagation.narrow(trial, places, means=False) is None:
            bounds = trial
    return bounds


def _assigned(
    component: Component,
    propagation: Propagation,
    bounds: Bounds,
    wanted: Sequence[int],
    lean: Fraction,
    scale: int,
) -> Values | None:
    """Give every unknown a value that the others leave room for, as far as propagation sees."""
    few, tries = len(wanted) <= FEW_UNKNOWNS, MOST_TRIES
    left = sorted(wanted, key=lambda each: _doubt(bounds, each), reverse=True)
    while left and not propagation.is_spent:
        if few:
            left.sort(key=lambda each: _doubt(bounds, each), reverse=True)
        unknown = left.pop()
        if bounds.value(unknown) is not None:
            continue
        for value in _values(bounds, unknown, lean, scale):
            trial = bounds.copy()
            trial.fix(unknown, value)
            if propagation.glance(trial, unknown):
                bounds = trial
                break
            tries -= 1
            if not tries or propagation.is_spent:
                return None
        else:
            return None
    return None if left else {unknown: (bounds.low[unknown] or 0) >> 1 for unknown in wanted}


def reached(component: Component, active: Sequence[int]) -> list[int]:
    """The unknowns that hang together with those that an active claim or the question speaks of, in order."""
    rows, touching = component.rows, component.touching
    found = {
        unknown
        for place, row in enumerate(rows)
        if active[place] and (component.owners[place] or place in component.extra)
        for unknown, _ in row.terms
    }
    ahead = sorted(found)
    while ahead:
        for place in touching[ahead.pop()]:
            if active[place]:
                new = [unknown for unknown, _ in rows[place].terms if unknown not in found]
                found.update(new)
                ahead += new
    return sorted(found)


def holds(component: Component, active: Sequence[int], values: Values) -> bool:
    """Whether every active row over these unknowns holds, exactly."""
    for place, row in enumerate(component.rows):
        if active[place] and row.terms and row.terms[0][0] in values:
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


def _values(bounds: Bounds, unknown: int, lean: Fraction, scale: int) -> Iterator[int]:
    """Values to try: where it leans to first; where there is no end, ever farther from the other one."""
    low, high = bounds.low[unknown], bounds.high[unknown]
    least = None if low is None else (low + 1) >> 1
    most = None if high is None else high >> 1
    if least is not None and most is not None:
        width = most - least
        places = (int(width * lean), width // 2, width // 8, width - width // 8, 0, width)
        yield from (least + place for place in dict.fromkeys(places) if width >= 0)
    elif least is not None:
        yield from (least + least // part for part in PARTS) if least > 1 else (scale // 3, 3 * scale, scale // 1000)
    elif most is not None:
        yield from (most + most // part for part in PARTS) if most < 0 else (0, -scale)
    else:
        yield from (0, scale // 3, -scale // 3)
