"""
Rows found by the question that they answer, without a look at all of them for each: a lock may have many of both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from factcheck.lock.pinned import Row
from factcheck.observations import Event, EventQuery, Observation, Query, Rate, RateQuery, SeriesQuery

_Key = tuple[object, ...]


class AtHand:
    """
    Rows, by what questions about them say.

    Args:
        rows: the rows.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows: dict[_Key, list[Row]] = {}
        for row in rows:
            for key in _keys(row):
                self._rows.setdefault(key, []).append(row)

    def answering(self, query: Query) -> Iterator[Row]:
        """The rows that answer a question: those that ``matches`` finds."""
        for key in _asked(query):
            yield from self._rows.get(key, ())

    def any_answering(self, query: Query) -> bool:
        """Whether one of the rows answers a question."""
        return next(self.answering(query), None) is not None


def _keys(row: Row) -> Iterator[_Key]:
    """The keys of all questions that a row answers."""
    match row:
        case Observation():
            for partner, period in product((row.partner, None), (row.period, None)):
                yield SeriesQuery, row.reporter, partner, row.commodity, period
        case Event():
            yield EventQuery, row.id
            if row.kind == "release":
                for source, about in product({row.source, None}, {row.period, None}):
                    yield EventQuery, None, source, about
        case Rate():
            for side, period in product({row.base, row.quote}, (row.period, None)):
                if period is not None or row.period.days == 1:
                    yield RateQuery, side, period


def _asked(query: Query) -> Iterator[_Key]:
    """The keys of a question: one for each period that it names."""
    match query:
        case SeriesQuery():
            for period in (None,) if query.periods is None else query.periods:
                yield SeriesQuery, query.reporter, query.partner, query.commodity, period
        case EventQuery():
            yield (EventQuery, query.event) if query.event is not None else (EventQuery, *query)
        case RateQuery():
            yield RateQuery, query.currency, query.period
