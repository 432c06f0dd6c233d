"""
The questions of a lock: joined where they are about one pair, compared with those that claims need, told in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.lock.pinned import Row, matches
from factcheck.observations import Event, EventQuery, Observation, Query, RateQuery, SeriesQuery
from factcheck.periods import Period

MOST_NAMED = 3  # periods that are named; of more the first and how many others


def subject(query: Query) -> tuple[object, ...]:
    """What a question is about, whatever periods of a series it asks for."""
    return (type(query), *(query[:3] if isinstance(query, SeriesQuery) else query))


def joined(queries: Iterable[Query]) -> tuple[Query, ...]:
    """The questions, those about one pair made one, in a fixed order."""
    found: dict[tuple[object, ...], list[Query]] = {}
    for query in queries:
        found.setdefault(subject(query), []).append(query)
    return tuple(sorted(map(_one, found.values()), key=_order))


def _one(alike: Sequence[Query]) -> Query:
    """One question for all that are about the same; its periods are put together once, however many there are."""
    first = alike[0]
    if not isinstance(first, SeriesQuery):
        return first
    periods = [query.periods for query in alike if isinstance(query, SeriesQuery) and query.periods is not None]
    whole = len(periods) < len(alike)
    return first._replace(periods=None if whole else frozenset[Period]().union(*periods))


def _order(query: Query) -> tuple[int, tuple[str, ...]]:
    if isinstance(query, SeriesQuery):
        return 0, (query.reporter, query.partner or "", query.commodity)
    if isinstance(query, EventQuery):
        return 1, (query.event or "", query.source or "", str(query.period or ""))
    return 2, (query.currency, str(query.period or ""))


def lacking(asked: Iterable[Query], needed: Iterable[Query]) -> Iterator[Query]:
    """Of the questions that are needed those that were not asked: of a pair only the periods that were not."""
    known = {subject(query): query for query in asked}
    for query in joined(needed):
        own = known.get(subject(query))
        if own is None:
            yield query
        elif isinstance(query, SeriesQuery) and isinstance(own, SeriesQuery) and own.periods is not None:
            if query.periods is None:
                yield query
            elif missing := query.periods - own.periods:
                yield query._replace(periods=missing)


class Questions:
    """Questions, and whether a row answers any of them."""

    def __init__(self, queries: Iterable[Query]) -> None:
        self._by_subject = {subject(query): query for query in joined(queries)}
        self._events = [query for query in self._by_subject.values() if isinstance(query, EventQuery)]

    def __iter__(self) -> Iterator[Query]:
        yield from self._by_subject.values()

    def about(self, query: Query) -> bool:
        """Whether one of the questions is about what a query is about, of whatever periods."""
        return subject(query) in self._by_subject

    def want(self, row: Row) -> bool:
        """Whether a row answers one of the questions."""
        return any(matches(query, row) for query in self._near(row))

    def _near(self, row: Row) -> Iterator[Query]:
        """The questions that a row may answer."""
        if isinstance(row, Event):
            yield from self._events
            return
        either: list[Query] = []
        if isinstance(row, Observation):
            either += (SeriesQuery(row.reporter, partner, row.commodity) for partner in (row.partner, None))
        else:
            either += (RateQuery(side, period) for side in (row.base, row.quote) for period in (row.period, None))
        yield from (self._by_subject[subject(each)] for each in either if subject(each) in self._by_subject)


def in_words(query: Query) -> str:
    """A question in words: CHN with RUS for 2021; the release of gacc about 2025-H1."""
    if isinstance(query, RateQuery):
        return f"rates of {query.currency} for {query.period or 'single days'}"
    if isinstance(query, EventQuery):
        if query.event is not None:
            return f"the event {query.event}"
        return f"the release of {query.source or 'any source'} about {query.period or 'any period'}"
    goods = f", {query.commodity}," if query.commodity else ""
    return f"{query.reporter} with {query.partner or 'all its partners'}{goods} for {_periods(query.periods)}"


def _periods(periods: frozenset[Period] | None) -> str:
    if periods is None:
        return "all periods"
    names = [str(period) for period in sorted(periods)]
    if len(names) > MOST_NAMED:
        return f"{names[0]} and {len(names) - 1} other periods"
    return ", ".join(names) or "no period"
