"""
Answers from a lock alone: no source is asked, and what the lock does not cover is a failure and never "no data".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.lock.asked import in_words, lacking, subject
from factcheck.lock.pinned import Failed, Lock, Row, in_order, matches, place_of
from factcheck.observations import (
    Answer,
    Event,
    EventQuery,
    Failure,
    Observation,
    Query,
    Rate,
    RateQuery,
    SeriesQuery,
)
from factcheck.periods import Period

NAME = "lock"


class LockResolver:
    """
    Answers each query from a lock, its rows marked as locked.

    Where a source had failed when the lock was made, the answer has the rows of the others and says so.

    Args:
        lock: the lock.
        shown: its path in messages.
        isolated: whether rows of the folder's own sources are left out.
    """

    name = NAME
    knows_rates = True

    def __init__(self, lock: Lock, *, shown: str = "factcheck.lock", isolated: bool = False) -> None:
        self._shown = shown
        self._asked = {subject(query): query for query in lock.asked}
        self._failed: dict[tuple[object, ...], list[Failed]] = {}
        for each in lock.failed:
            self._failed.setdefault(subject(each.query), []).append(each)
        self._series: dict[tuple[str, str], dict[str, list[Observation]]] = {}  # by reporter and commodity, by partner
        self._events: list[Event] = []
        self._rates: dict[Period | None, list[Rate]] = {}  # by period; those of single days under None too
        for pinned in sorted(in_order(lock.rows), key=place_of):  # as the resolvers answered
            if not (isolated and pinned.row.citation.local):
                self._add(pinned.row)

    def _add(self, row: Row) -> None:
        row = row._replace(citation=row.citation._replace(locked=True))
        match row:
            case Observation():
                partners = self._series.setdefault((row.reporter, row.commodity), {})
                partners.setdefault(row.partner, []).append(row)
            case Event():
                self._events.append(row)
            case Rate():
                self._rates.setdefault(row.period, []).append(row)
                if row.period.days == 1:
                    self._rates.setdefault(None, []).append(row)

    def resolve(self, queries: Sequence[Query]) -> Iterable[Answer]:
        """Answer every query, in order."""
        return [self._answer(query) for query in queries]

    def lacking(self, queries: Iterable[Query]) -> tuple[Query, ...]:
        """Of the queries those that the lock does not cover: of a pair only the periods that it lacks."""
        return tuple(lacking(self._asked.values(), queries))

    def _answer(self, query: Query) -> Answer:
        own = self._asked.get(subject(query))
        missing = tuple(lacking(() if own is None else (own,), (query,)))
        if missing:
            detail = f"{self._shown} has nothing on {in_words(missing[0])}; run factcheck lock"
            return Answer(query, NAME, complete=False, failure=Failure.UNAVAILABLE, detail=detail)
        failed = list(self._failures(query))
        answer = self._rows(query)
        if failed:
            names = ", ".join(f"{each.by} ({each.failure})" for each in failed)
            detail = f"when {self._shown} was made these failed: {names}; run factcheck lock again"
            return answer._replace(complete=False, failure=failed[0].failure, detail=detail)
        if not (answer.observations or answer.events or answer.rates):
            detail = f"when {self._shown} was made no source had {in_words(query)}"
            return answer._replace(failure=Failure.NO_DATA, detail=detail)
        return answer

    def _failures(self, query: Query) -> Iterator[Failed]:
        for each in self._failed.get(subject(query), ()):
            if not isinstance(query, SeriesQuery) or _share_a_period(query, each.query):
                yield each

    def _rows(self, query: Query) -> Answer:
        if isinstance(query, EventQuery):
            return Answer(query, NAME, events=tuple(row for row in self._events if matches(query, row)))
        if isinstance(query, RateQuery):
            return Answer(
                query, NAME, rates=tuple(row for row in self._rates.get(query.period, ()) if matches(query, row))
            )
        partners = self._series.get((query.reporter, query.commodity), {})
        found = partners.values() if query.partner is None else [partners.get(query.partner, [])]
        return Answer(query, NAME, observations=tuple(row for rows in found for row in rows if matches(query, row)))


def _share_a_period(query: SeriesQuery, failed: Query) -> bool:
    asked = failed.periods if isinstance(failed, SeriesQuery) else None
    return query.periods is None or asked is None or not query.periods.isdisjoint(asked)
