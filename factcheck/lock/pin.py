"""
Pinning: ask for what claims need, or again for what is pinned, and put the answers into the lock on disk.

Sources are asked before the lock is held, so that a slow one keeps no other writer waiting.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from factcheck.errors import ResolverError
from factcheck.lock.answered import ask
from factcheck.lock.asked import joined, lacking
from factcheck.lock.at_hand import AtHand
from factcheck.lock.file import LockFile
from factcheck.lock.merge import Merged, Told, merged
from factcheck.lock.pinned import FOLDER, SNAPSHOT, Lock
from factcheck.observations import Answer, Failure, Observation, Query, Resolver, SeriesQuery


class Pinning(NamedTuple):
    """The lock as it is now, what became of the answers of each resolver, and what a person should know."""

    lock: Lock
    told: tuple[Told, ...]
    notes: tuple[str, ...] = ()


def pin(
    file: LockFile,
    resolvers: Sequence[Resolver],
    queries: Iterable[Query],
    needed: Iterable[Query],
    *,
    stamp: str,
    now: datetime,
    prune: bool = False,
) -> Pinning:
    """
    Pin what some claims need.

    Args:
        file: the lock.
        resolvers: what answers. Live ones are asked for these claims; all others also for what is pinned already.
        queries: all that is asked for the claims.
        needed: of it what verdicts need, for costly resolvers.
        stamp: of the embedded snapshot.
        now: to tell when clocks do not agree.
        prune: drop what these claims do not need, and what was revised since.

    Raises:
        LockError: the lock that is there cannot be read.
        ResolverError: the embedded snapshot broke.
        SettingsError: it cannot be written.
    """
    queries, needed = joined(queries), joined(needed)
    live = [resolver for resolver in resolvers if is_live(resolver)]
    others = [resolver for resolver in resolvers if not is_live(resolver)]
    before = file.read() or Lock()
    asked = queries if prune else joined((*before.asked, *queries))
    own = ask(asked, others, needed)
    _refuse_broken_snapshot(own)
    answers = (*own, *ask(queries, live, needed))
    renewed = {FOLDER, *(resolver.name for resolver in others), *(answer.resolver for answer in own)}

    def merge(old: Lock) -> Merged:
        since = () if prune else tuple(lacking(asked, old.asked))  # of a writer who came between
        told = (*answers, *ask(since, others, since))
        of = stamp if SNAPSHOT in renewed else None
        return merged(old, queries, told, snapshot=of, renewed=renewed, prune=prune)

    return _written(file, merge, now)


def _refuse_broken_snapshot(answers: Iterable[Answer]) -> None:
    for answer in answers:
        if answer.resolver == SNAPSHOT and answer.failure not in (None, Failure.NO_DATA):
            raise ResolverError(f"the embedded snapshot failed: {answer.failure}. {answer.detail}")


def pin_again(
    file: LockFile, resolvers: Sequence[Resolver], *, now: datetime, keep_ranks: bool, prune: bool = False
) -> Pinning:
    """
    Ask live resolvers again for what is pinned.

    Costly ones are asked for the periods of which the lock has live figures.

    Args:
        file: the lock.
        resolvers: what answers; those that are not live are left alone.
        now: to tell when clocks do not agree.
        keep_ranks: whether the order of preference is that of the lock, not that in which they are asked now.
        prune: drop what was revised since.

    Raises:
        LockError: the lock cannot be read.
        SettingsError: it cannot be written.
    """
    before = file.read() or Lock()
    live = [resolver for resolver in resolvers if is_live(resolver)]
    answers = ask(before.asked, live, with_live_rows(before))
    if keep_ranks:
        ranks = {pinned.by: pinned.row.citation.rank for pinned in before.rows}
        answers = tuple(_with_rank(answer, ranks) for answer in answers)
    return _written(file, lambda old: merged(old, old.asked, answers, prune=prune), now)


def is_live(resolver: Resolver) -> bool:
    """Whether a resolver asks a service over the network."""
    return bool(getattr(resolver, "live", False))


def with_live_rows(lock: Lock) -> Iterator[Query]:
    """Of the questions those that live sources answered, only for the periods for which they did."""
    live = AtHand(pinned.row for pinned in lock.rows if pinned.row.citation.retrieved is not None)
    for query in joined(lock.asked):
        rows = list(live.answering(query))
        if rows and isinstance(query, SeriesQuery) and query.periods is not None:
            yield query._replace(periods=frozenset(row.period for row in rows if isinstance(row, Observation)))
        elif rows:
            yield query


def _with_rank(answer: Answer, ranks: Mapping[str, int]) -> Answer:
    """An answer whose rows have the rank that those of its resolver have in the lock; the last one if it has none."""
    rank = ranks.get(answer.resolver, max(ranks.values(), default=0))
    rows = tuple(row._replace(citation=row.citation._replace(rank=rank)) for row in answer.observations)
    return answer._replace(observations=rows)


def _clock_notes(lock: Lock, now: datetime) -> Iterator[str]:
    """That a clock was wrong, where the lock has something that was read later than now."""
    moments = [row.citation.retrieved for _, row in lock.rows if row.citation.retrieved is not None]
    if moments and max(moments) > now:
        newest = max(moments).isoformat(sep=" ", timespec="minutes").removesuffix("+00:00")
        yield (
            f"something in the lock was read at {newest} UTC, and this machine says that it is "
            f"{now:%Y-%m-%d %H:%M} UTC: one of the two clocks was wrong"
        )


def _written(file: LockFile, merge: Callable[[Lock], Merged], now: datetime) -> Pinning:
    became: list[Merged] = []

    def change(old: Lock) -> Lock:
        became.append(merge(old))
        return became[-1].lock

    lock = file.change(change)
    return Pinning(lock, became[-1].told, tuple(_clock_notes(lock, now)))
