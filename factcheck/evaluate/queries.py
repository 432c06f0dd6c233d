"""
Which observations a statement needs: planned for all claims before anything is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.evaluate.derivations import time_derivations, time_sums
from factcheck.observations import Cell, EventQuery, Query, SeriesQuery
from factcheck.periods import Period
from factcheck.statements import Every, Extreme, OnDay, Position, Run, Said, Statement, levels, quantities

WORLD = "WLD"
Wanted = dict[tuple[str, str | None, str], set[Period] | None]  # None is the whole series


def plan(statements: Iterable[Statement]) -> tuple[Query, ...]:
    """The queries that settle the statements, one a pair of reporter and partner, in a fixed order."""
    wanted: Wanted = {}
    events: set[EventQuery] = set()
    for statement in statements:
        _plan(statement, wanted, events)
    series = [
        SeriesQuery(reporter, partner, commodity, None if periods is None else frozenset(periods))
        for (reporter, partner, commodity), periods in sorted(wanted.items(), key=lambda item: _order(item[0]))
    ]
    return (*series, *sorted(events, key=repr))


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
                    _want(wanted, level.cell, set(_periods(level.cell.period)))


def _periods(period: Period) -> Iterator[Period]:
    yield period
    for whole, part in time_derivations(period):
        yield whole
        yield part
    for parts in time_sums(period):
        yield from parts


def _want(wanted: Wanted, cell: Cell, periods: set[Period]) -> None:
    """Want a cell from the reporter's side and, as an envelope, from the partner's."""
    series = cell.series
    _ask(wanted, (series.reporter, series.partner, series.commodity), periods)
    if series.partner != WORLD:
        _ask(wanted, (series.partner, series.reporter, series.commodity), periods)


def _ask(wanted: Wanted, pair: tuple[str, str | None, str], periods: set[Period] | None) -> None:
    known = wanted.get(pair, set())
    if known is None or periods is None:
        wanted[pair] = None
    else:
        wanted[pair] = known | periods
