"""
Asking the resolvers what a lock is to hold, and taking from them only what a lock can hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from factcheck.errors import LockError
from factcheck.lock.asked import joined
from factcheck.lock.pinned import Lock, Pinned, Row, matches
from factcheck.lock.read import read_lock
from factcheck.lock.write import lock_text
from factcheck.observations import Answer, Failure, Query, Resolver
from factcheck.verification import answers

_ANY = "0" * 64  # a stamp: which snapshot a row is of does not matter here


def ask(queries: Iterable[Query], resolvers: Sequence[Resolver], needed: Iterable[Query]) -> tuple[Answer, ...]:
    """
    What resolvers answer, of which a lock can hold everything.

    Args:
        queries: for everyone.
        resolvers: who is asked.
        needed: the queries for costly resolvers.
    """
    return tuple(holdable(each) for each in answers(joined(queries), resolvers, joined(needed)))


def holdable(answer: Answer) -> Answer:
    """The answer itself; a failure where one of its rows is none that a lock can hold or that was asked for."""
    rows = rows_of(answer)
    what = ""
    if not all(matches(answer.query, row) for row in rows):
        what = "one that was not asked for"
    else:
        lock = Lock(_ANY, (answer.query,), tuple(Pinned(answer.resolver, row) for row in rows))
        what = _cannot_hold(lock)
    if not what:
        return answer
    detail = f"it gave a row that no lock can hold: {what}"
    return Answer(answer.query, answer.resolver, complete=False, failure=Failure.BAD_PAYLOAD, detail=detail)


def _cannot_hold(lock: Lock) -> str:
    """Why a lock would not read back as it was written; blank where it would."""
    try:
        read = read_lock(lock_text(lock), "")
    except LockError as error:
        return f"{error.problems[0].what}"
    return "" if set(read.rows) == set(lock.rows) else "it does not read back as it was"


def rows_of(answer: Answer) -> tuple[Row, ...]:
    """The rows of an answer, as they were before any lock."""
    rows: tuple[Row, ...] = (*answer.observations, *answer.events, *answer.rates)
    return tuple(row._replace(citation=row.citation._replace(locked=False)) for row in rows)


class Answered(NamedTuple):
    """What one resolver said: the questions that it answered, those that it failed at, and all its rows, each once."""

    by: str
    settled: tuple[Query, ...]
    failed: tuple[Answer, ...]
    rows: tuple[Row, ...]


def by_resolver(answered: Iterable[Answer]) -> Iterator[Answered]:
    """The answers of each resolver together, in the order in which they were first heard."""
    found: dict[str, list[Answer]] = {}
    for answer in answered:
        found.setdefault(answer.resolver, []).append(answer)
    for by, own in found.items():
        good = [answer for answer in own if answer.failure in (None, Failure.NO_DATA)]
        bad = tuple(answer for answer in own if answer.failure not in (None, Failure.NO_DATA))
        rows = dict.fromkeys(row for answer in own for row in rows_of(answer))  # a part failed: the rest is there
        yield Answered(by, tuple(answer.query for answer in good), bad, tuple(rows))
