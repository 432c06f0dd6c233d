"""
Ties between a base and the level of its period: an office revises earlier figures, by r at most (MEANING 7).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from factcheck.consistency.model import Model
from factcheck.consistency.rows import near, tied
from factcheck.consistency.variables import BALANCE, BaseAt, LevelAt, RateOf, Variable, with_flow

Place = tuple[str | int | None, ...]


def add_levels_of_bases(model: Model) -> None:
    """A base brings the level of its period wherever something else is said of that year."""
    places = {variable: tuple(_places(variable)) for variable in model.numbers if not isinstance(variable, RateOf)}
    said = Counter(place for found in places.values() for place in found)
    for variable, found in places.items():
        if isinstance(variable, BaseAt) and any(said[place] > 1 for place in found):
            model.level(variable.series, variable.earlier)


def _places(variable: Variable) -> Iterator[Place]:
    """The years of a variable, with whose figures they are; partners and commodities can be parts of one another."""
    if not isinstance(variable, RateOf):
        period = variable.period if isinstance(variable, LevelAt) else variable.earlier
        series = variable.series
        for year in range(period.first.year, period.last.year + 1):
            yield series.source, series.reporter, series.unit, series.scope, series.valuation, year


def add_ties(model: Model) -> None:
    """A base and the level of its period differ by r of the level at most, of a balance by r of the total."""
    for variable, base in list(model.numbers.items()):
        if not isinstance(variable, BaseAt):
            continue
        level = model.numbers.get(LevelAt(variable.series, variable.earlier))
        if level is None:
            continue
        allowed = model.allowance(variable.series)
        if variable.series.flow != BALANCE:
            model.add(tied(base, level, allowed, "tie"))
            continue
        total = model.numbers.get(LevelAt(with_flow(variable.series, "total"), variable.earlier))
        if total is not None:
            model.add(near([(base, 1)], [(level, 1)], [(total, allowed)], "tie"))
