"""
Parts and wholes of one period: a partner is part of its blocs and of the world, a commodity of all goods.

A bloc counts a member only where it was one at the end of the year before and is one at the end of the period's year:
figures for the year of an accession are published both ways.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from factcheck.consistency.model import Model
from factcheck.consistency.rows import Row, Term, at_most
from factcheck.consistency.variables import BALANCE, LevelAt
from factcheck.errors import UnknownNameError
from factcheck.observations import ALL_GOODS, Series
from factcheck.periods import Period
from factcheck.places import by_code, members

WORLD = "WLD"
HEADING = "hs:"
OVERLAPPING = frozenset({"PSE", "XGZ", "XWB"})  # Gaza and the West Bank count beside Palestine
WHOLES = ("bloc", "aggregate")
MOST_PARTS = 300  # of one whole

Numbers = Mapping[str, int]  # by partner, or by commodity


def add_wholes(model: Model) -> None:
    """Tie the levels of one period and flow to those of which they are parts."""
    partners: dict[tuple[Series, Period], dict[str, int]] = {}
    commodities: dict[tuple[Series, Period], dict[str, int]] = {}
    for variable, number in model.numbers.items():
        if isinstance(variable, LevelAt) and variable.series.flow != BALANCE:
            series, period = variable
            partners.setdefault((series._replace(partner=""), period), {})[series.partner] = number
            commodities.setdefault((series._replace(commodity=""), period), {})[series.commodity] = number
    for (_, period), by_partner in partners.items():
        if len(by_partner) > 1:
            model.add(_of_partners(by_partner, period))
    for by_commodity in commodities.values():
        if len(by_commodity) > 1:
            model.add(_of_commodities(by_commodity))


def _of_partners(numbers: Numbers, period: Period) -> Iterator[Row]:
    for whole, number in numbers.items():
        if whole != WORLD and _kind(whole) not in WHOLES:
            continue
        parts = [part for part in numbers if part != whole and is_part(part, whole, period)][:MOST_PARTS]
        for part in parts:
            yield at_most([(numbers[part], 1)], [(number, 1)], "partners")
        apart: list[Term] = [(numbers[part], 1) for part in parts if is_apart(part)]
        if len(apart) > 1:
            yield at_most(apart, [(number, 1)], "partners")


def _of_commodities(numbers: Numbers) -> Iterator[Row]:
    known = list(numbers)[:MOST_PARTS]
    for whole in known:
        if whole != ALL_GOODS and not heading_length(whole):
            continue
        parts = [part for part in known if part != whole and part.startswith(whole)]
        for part in parts:
            yield at_most([(numbers[part], 1)], [(numbers[whole], 1)], "commodities")
        for length in sorted({heading_length(part) for part in parts} - {0}):
            apart: list[Term] = [(numbers[part], 1) for part in parts if heading_length(part) == length]
            if len(apart) > 1:
                yield at_most(apart, [(numbers[whole], 1)], "commodities")


def heading_length(commodity: str) -> int:
    """How long a heading of the Harmonized System is, with its "hs:"; 0 for other commodities."""
    return len(commodity) if commodity.startswith(HEADING) else 0


def is_apart(partner: str) -> bool:
    """Whether a partner is a country that shares nothing with other countries."""
    return partner not in OVERLAPPING and _kind(partner) == "country"


def is_part(part: str, whole: str, period: Period) -> bool:
    """Whether one partner's trade of a period is part of another's."""
    if whole == WORLD:
        return part != WORLD
    years = {period.first.year - 1, period.last.year}
    return all(part in _members(whole, year) for year in years)


@lru_cache(maxsize=512)
def _members(bloc: str, year: int) -> frozenset[str]:
    try:
        return members(bloc, year)
    except UnknownNameError:
        return frozenset()


def _kind(code: str) -> str:
    try:
        return by_code(code).kind
    except UnknownNameError:
        return ""
