"""
Which observations a statement needs: planned for all claims before anything is asked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache

from factcheck.evaluate.derivations import time_derivations, time_sums
from factcheck.observations import Cell, EventQuery, Query, RateQuery, SeriesQuery
from factcheck.periods import Period
from factcheck.statements import Every, Extreme, OnDay, Position, Run, Said, Statement, levels, quantities

WORLD = "WLD"
Wanted = dict[tuple[str, str | None, str], set[Period] | None]  # None is the whole series


def plan(statements: Iterable[Statement], beside: Iterable[SeriesQuery | RateQuery] = ()) -> tuple[Query, ...]:
    """
    The queries that settle the statements, one a pair of reporter and partner, in a fixed order.

    Args:
        statements: what is to be checked.
        beside: what else is to be asked in the same batch.
    """
    wanted: Wanted = {}
    events: set[EventQuery] = set()
    rates: set[RateQuery] = set()
    for statement in statements:
        _plan(statement, wanted, events)
    for query in dict.fromkeys(beside):
        if isinstance(query, RateQuery):
            rates.add(query)
        else:
            _ask(wanted, query[:3], query.periods)
    series = [
        SeriesQuery(reporter, partner, commodity, None if periods is None else frozenset(periods))
        for (reporter, partner, commodity), periods in sorted(wanted.items(), key=lambda item: _order(item[0]))
    ]
    return (*series, *sorted(events, key=repr), *sorted(rates, key=repr))


def _order(pair: tuple[str, str | None, str]) -> tuple[str, str, str]:
    return pair[0], pair[1] or "", pair[2]


def _plan(statement: Statement, wanted: Wanted, events: set[EventQuery]) -> None:
    match statement:
        case Extreme(of=cell) | Run(of=cell):
            _ask(wanted, (cell.series.reporter, cell.series.partner, cell.series.commodity), None)
        case Position(of=cell):
            # every partner at that period, the world among them
            _ask(wanted, (cell.series.reporter, None, cell.series.commodity), {cell.period})
        case OnDay(event=event, source=source, release=release):
            events.add(EventQuery(event, source, release))
        case Said(event=event):
            events.add(EventQuery(event))
        case Every(of=statements):
            for each in statements:
                _plan(each, wanted, events)
        case _:
            for quantity in quantities(statement):
                for level in levels(quantity):
                    _want(wanted, level.cell)


@lru_cache(maxsize=4096)
def with_derivations(period: Period) -> frozenset[Period]:
    """A period, and those that it may be derived from."""
    wholes = [each for pair in time_derivations(period) for each in pair]
    parts = [part for parts in time_sums(period) for part in parts]
    return frozenset((period, *wholes, *parts))


def _want(wanted: Wanted, cell: Cell) -> None:
    """Want a cell from the reporter's side and, as an envelope, from the partner's."""
    series = cell.series
    _ask(wanted, (series.reporter, series.partner, series.commodity), with_derivations(cell.period))
    if series.partner != WORLD:
        _ask(wanted, (series.partner, series.reporter, series.commodity), with_derivations(cell.period))


def _ask(wanted: Wanted, pair: tuple[str, str | None, str], periods: Collection[Period] | None) -> None:
    known = wanted.setdefault(pair, set())
    if periods is None:
        wanted[pair] = None
    elif known is not None:
        known.update(periods)
