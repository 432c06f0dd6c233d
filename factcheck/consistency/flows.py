"""
What holds of all figures of one reporter, partner and commodity: flows add up, and bases are near their levels.

Exports + imports = total and exports − imports = balance hold exactly among the levels of a period and, separately,
among the bases of one release (64 of 64 published ones); a base differs from its level by r at most (MEANING 7).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from factcheck.consistency.model import Model
from factcheck.consistency.rows import equal, near
from factcheck.consistency.variables import BALANCE, BaseAt, Family, LevelAt, RateOf, Variable, family_of, with_flow
from factcheck.observations import Series
from factcheck.periods import Period

Side = tuple[Family, Period, Period | None]  # a period, of bases with the one whose release it is


class Trio(NamedTuple):
    """A total and its parts: the numbers of three levels and of the three bases that they are measured on."""

    levels: tuple[int, int, int]  # total, exports, imports
    bases: tuple[int, int, int]


def add_flows(model: Model) -> tuple[Trio, ...]:
    """Tie the flows of each period and of each release together; the trios are what the mean rule holds of."""
    sides: dict[Side, dict[str, Series]] = {}
    for variable in model.numbers:
        if not isinstance(variable, RateOf):
            sides.setdefault(_side(variable), {})[variable.series.flow] = variable.series
    for side, flows in sides.items():
        if len(flows) > 1:
            _add_identities(model, side, flows)
    return tuple(_trios(model, sides))


def _side(variable: LevelAt | BaseAt) -> Side:
    if isinstance(variable, LevelAt):
        return family_of(variable.series), variable.period, None
    return family_of(variable.series), variable.earlier, variable.later


def _variable(series: Series, side: Side) -> Variable:
    _, period, later = side
    return LevelAt(series, period) if later is None else BaseAt(series, period, later)


def _add_identities(model: Model, side: Side, flows: Mapping[str, Series]) -> None:
    one = next(iter(flows.values()))

    def of(flow: str) -> int:
        return model.number(_variable(with_flow(one, flow), side))

    total, exports, imports = (of(flow) for flow in ("total", "exports", "imports"))
    model.add(equal([(exports, 1), (imports, 1)], [(total, 1)], "flows" if side[2] is None else "bases"))
    if BALANCE in flows:
        rule = "flows" if side[2] is None else "bases"
        model.add(equal([(exports, 1), (imports, -1)], [(of(BALANCE), 1)], rule))


def _trios(model: Model, sides: Mapping[Side, Mapping[str, Series]]) -> list[Trio]:
    found = []
    for (family, earlier, later), flows in sides.items():
        if later is None or len(flows) < 2 or len(sides.get((family, later, None), ())) < 2:
            continue
        series = [with_flow(next(iter(flows.values())), flow) for flow in ("total", "exports", "imports")]
        levels = [model.level(each, later) for each in series]
        bases = [model.base(each, earlier, later) for each in series]
        found.append(Trio((levels[0], levels[1], levels[2]), (bases[0], bases[1], bases[2])))
    return found


def add_ties(model: Model) -> None:
    """A base and the level of its period differ by r of the level, of a balance by r of the total."""
    for variable in list(model.numbers):
        if not isinstance(variable, BaseAt):
            continue
        level = model.numbers.get(LevelAt(variable.series, variable.earlier))
        total = model.numbers.get(LevelAt(with_flow(variable.series, "total"), variable.earlier))
        by = total if variable.series.flow == BALANCE else level
        if level is not None and by is not None:
            allowed = model.allowance(variable.series)
            base = model.numbers[variable]
            model.add(near([(base, 1)], [(level, 1)], [(by, allowed)], "tie"))
