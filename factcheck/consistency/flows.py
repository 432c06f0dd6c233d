"""
What holds of the flows of one reporter, partner and commodity: exports and imports make up total and balance.

Exports + imports = total and exports − imports = balance hold exactly among the levels of a period and, separately,
among the bases of one release (64 of 64 published ones; MEANING 7).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from factcheck.consistency.model import Model
from factcheck.consistency.rows import equal
from factcheck.consistency.variables import BALANCE, BaseAt, Family, LevelAt, RateOf, Variable, family_of, with_flow
from factcheck.observations import Series
from factcheck.periods import Period

MOST_PERIODS = 60  # of one family, that are compared each with each

Side = tuple[Family, Period, Period | None]  # a period; of bases with the period whose release they stand in
Flows = dict[str, Series]


class Trio(NamedTuple):
    """A total and its parts: the numbers of three levels and of the three bases that they are measured on."""

    levels: tuple[int, int, int]  # total, exports, imports
    bases: tuple[int, int, int]


def add_flows(model: Model) -> tuple[Trio, ...]:
    """Tie the flows of each period and of each release together; the trios are what the mean rule holds of."""
    sides: dict[Side, Flows] = {}
    for variable in model.numbers:
        if not isinstance(variable, RateOf):
            sides.setdefault(_side(variable), {})[variable.series.flow] = variable.series
    complete = {side for side, flows in sides.items() if len(flows) > 1} | _mixed(sides)
    for side, flows in sides.items():
        if side in complete:
            _add_identities(model, side, flows)
    return tuple(_trios(model, sides, complete))


def _side(variable: LevelAt | BaseAt) -> Side:
    if isinstance(variable, LevelAt):
        return family_of(variable.series), variable.period, None
    return family_of(variable.series), variable.earlier, variable.later


def _mixed(sides: Mapping[Side, Flows]) -> set[Side]:
    """Levels of one flow whose period is part of another's, or contains it, where other flows are spoken of."""
    known: dict[Family, list[Side]] = {}
    for side in sides:
        if side[2] is None:
            known.setdefault(side[0], []).append(side)
    found: set[Side] = set()
    for own in known.values():
        flows = {flow for side in own for flow in sides[side]}
        if 1 < len(own) <= MOST_PERIODS and len(flows) > 1:
            found.update(
                *(group for group in _nested(own) if len({flow for side in group for flow in sides[side]}) > 1)
            )
    return found


def _nested(sides: list[Side]) -> Iterator[list[Side]]:
    """Groups of periods that contain one another."""
    left = list(sides)
    while left:
        group = [left.pop()]
        for side in group:
            near = [other for other in left if side[1].contains(other[1]) or other[1].contains(side[1])]
            left = [other for other in left if other not in near]
            group += near
        if len(group) > 1:
            yield group


def _variable(series: Series, side: Side) -> Variable:
    _, period, later = side
    return LevelAt(series, period) if later is None else BaseAt(series, period, later)


def _add_identities(model: Model, side: Side, flows: Mapping[str, Series]) -> None:
    one, rule = next(iter(flows.values())), "flows" if side[2] is None else "bases"

    def of(flow: str) -> int:
        return model.number(_variable(with_flow(one, flow), side))

    total, exports, imports = (of(flow) for flow in ("total", "exports", "imports"))
    model.add(equal([(exports, 1), (imports, 1)], total, rule))
    if BALANCE in flows:
        model.add(equal([(exports, 1), (imports, -1)], of(BALANCE), rule))


def _trios(model: Model, sides: Mapping[Side, Flows], complete: set[Side]) -> Iterator[Trio]:
    for side in sides:
        family, earlier, later = side
        if later is None or side not in complete or (family, later, None) not in complete:
            continue
        series = [with_flow(next(iter(sides[side].values())), flow) for flow in ("total", "exports", "imports")]
        levels = [model.level(each, later) for each in series]
        bases = [model.base(each, earlier, later) for each in series]
        yield Trio((levels[0], levels[1], levels[2]), (bases[0], bases[1], bases[2]))
