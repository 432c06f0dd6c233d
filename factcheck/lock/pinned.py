"""
What a lock holds: the questions that were asked, every row that was answered and by whom, and who failed to answer.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from factcheck.observations import Event, EventQuery, Failure, Observation, Query, Rate, RateQuery, SeriesQuery

SNAPSHOT, FOLDER = "snapshot", "sources"  # the resolvers of the embedded snapshot and of the folder's own sources

Row = Observation | Event | Rate


class Pinned(NamedTuple):
    """A row, and the name of the resolver that gave it."""

    by: str
    row: Row


class Failed(NamedTuple):
    """A question that a resolver could not answer, of which the lock has nothing by that resolver."""

    query: Query
    by: str
    failure: Failure


class Lock(NamedTuple):
    """
    A lock.

    Attributes:
        snapshot: the stamp of the embedded snapshot that was asked; blank where none was.
        asked: the questions, one a pair of places; a series of which all periods were asked has None.
        rows: what was answered.
        failed: what was not.
    """

    snapshot: str = ""
    asked: tuple[Query, ...] = ()
    rows: tuple[Pinned, ...] = ()
    failed: tuple[Failed, ...] = ()


def matches(query: Query, row: Row) -> bool:
    """Whether a row is an answer to a question."""
    match query, row:
        case SeriesQuery(), Observation():
            return (
                row.reporter == query.reporter
                and query.partner in (None, row.partner)
                and row.commodity == query.commodity
                and (query.periods is None or row.period in query.periods)
            )
        case EventQuery(), Event():
            if query.event is not None:
                return row.id == query.event
            return row.kind == "release" and query.source in (None, row.source) and query.period in (None, row.period)
        case RateQuery(), Rate():
            of_period = row.period == query.period if query.period is not None else row.period.days == 1
            return of_period and query.currency in (row.base, row.quote)
    return False


def in_order(rows: Iterable[Pinned]) -> tuple[Pinned, ...]:
    """
    The rows as a lock lists them: by what they are about, then the snapshot's before all others.

    Rows of one resolver about the same keep the order in which it gave them: that order is the last thing that decides
    between two.
    """
    return tuple(sorted(rows, key=lambda each: (*_subject(each.row), *place_of(each))))


def place_of(pinned: Pinned) -> tuple[int, str]:
    """When its resolver is asked: the snapshot, then plugins, the folder's own sources, live sources."""
    if pinned.by in (SNAPSHOT, FOLDER):
        return (0 if pinned.by == SNAPSHOT else 2), ""
    return (1 if pinned.row.citation.retrieved is None else 3), pinned.by


def _subject(row: Row) -> tuple[object, ...]:
    match row:
        case Observation():
            return (0, row.reporter, row.partner, row.commodity, row.period, row.flow, *row[4:7], row.measure)
        case Event():
            return (1, row.days, row.id)
        case Rate():
            return (2, row.base, row.quote, row.period, row.kind)
