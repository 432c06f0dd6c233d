"""
Putting new answers into a lock: nothing that is pinned is lost, unless whoever asks wants it pruned.

What can be asked again at any time (the embedded snapshot, the folder's own sources, installed plugins) is pinned as it
is now. Services replace what they said by what they say: of them earlier vintages stay.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from factcheck.lock.answered import Answered, by_resolver, rows_of
from factcheck.lock.asked import Questions, joined, lacking, subject
from factcheck.lock.at_hand import AtHand
from factcheck.lock.pinned import Failed, Lock, Pinned, Row, in_order
from factcheck.lock.vintages import figure_key, says, settled, vintage
from factcheck.observations import Answer, Failure, Query


class Change(NamedTuple):
    """A row that is new, and the newest one of its figure that was pinned; None where there was none."""

    row: Row
    before: Row | None


class Told(NamedTuple):
    """What became of the answers of one resolver: rows that are new or revised, how many stayed, what failed."""

    by: str
    changed: tuple[Change, ...]
    same: int
    failed: tuple[Answer, ...]

    @property
    def new(self) -> tuple[Change, ...]:
        """Figures that were not pinned."""
        return tuple(change for change in self.changed if change.before is None)

    @property
    def revised(self) -> tuple[Change, ...]:
        """Figures that were pinned otherwise."""
        return tuple(change for change in self.changed if change.before is not None)


class Merged(NamedTuple):
    """The lock with the answers in it, and what became of them."""

    lock: Lock
    told: tuple[Told, ...]


def merged(
    old: Lock,
    asked: Iterable[Query],
    answers: Sequence[Answer],
    *,
    snapshot: str | None = None,
    renewed: Collection[str] = (),
    prune: bool = False,
) -> Merged:
    """
    A lock with new answers in it.

    Args:
        old: the lock as it is.
        asked: what was asked.
        answers: what was answered.
        snapshot: the stamp of the embedded snapshot, where it was asked.
        renewed: names of resolvers of which nothing is kept but what they say now.
        prune: drop what no question of ``asked`` wants, and what its source no longer says.
    """
    asked = joined(asked if prune else (*old.asked, *asked))
    rows: list[Pinned] = []
    told: list[Told] = []
    before = _by_resolver(old.rows)
    for each in by_resolver(answers):
        own = before.pop(each.by, ())
        now, leaving, became = _joined(each, own)
        kept = _kept(each, own, all_gone=each.by in renewed or prune)
        rows += (Pinned(each.by, row) for row in dict.fromkeys((*now, *(row for row in kept if row not in leaving))))
        told.append(became)
    for by, own in before.items():
        rows += () if by in renewed else (Pinned(by, row) for row in own)
    wanted = Questions(asked)
    if prune:
        rows = [pinned for pinned in rows if wanted.want(pinned.row)]
    failed = _failed(old, answers, rows, renewed, wanted)
    stamp = old.snapshot if snapshot is None else snapshot
    return Merged(Lock(stamp, asked, in_order(rows), failed), tuple(told))


def _by_resolver(rows: Iterable[Pinned]) -> dict[str, tuple[Row, ...]]:
    found: dict[str, list[Row]] = {}
    for pinned in rows:
        found.setdefault(pinned.by, []).append(pinned.row)
    return {by: tuple(own) for by, own in found.items()}


def _joined(answered: Answered, own: Sequence[Row]) -> tuple[tuple[Row, ...], frozenset[Row], Told]:
    """The rows that are answered as they are to be pinned, the pinned ones that give way, and what that comes to."""
    known: dict[tuple[object, ...], list[Row]] = {}
    for row in own:
        known.setdefault(figure_key(row), []).append(row)
    now: list[Row] = []
    leaving: set[Row] = set()
    changed: list[Change] = []
    same = 0
    for row in answered.rows:
        pinned = known.get(figure_key(row), [])
        became = settled(row, pinned)
        now.append(became.row)
        leaving.update(became.replaces)
        newest = max(pinned, key=vintage, default=None)
        if newest is None or (became.row is row and row not in pinned and says(newest) != says(row)):
            changed.append(Change(row, newest))
        else:
            same += 1
    return tuple(now), frozenset(leaving), Told(answered.by, tuple(changed), same, answered.failed)


def _kept(answered: Answered, own: Sequence[Row], *, all_gone: bool) -> Iterator[Row]:
    """Of the pinned rows those that stay, whatever was answered: all, or those of questions that failed."""
    failed = Questions(answer.query for answer in answered.failed)
    settled_ = Questions(answered.settled)
    for row in own:
        if not all_gone or failed.want(row) or not settled_.want(row):
            yield row


def _failed(
    old: Lock, answers: Sequence[Answer], rows: Sequence[Pinned], renewed: Collection[str], wanted: Questions
) -> tuple[Failed, ...]:
    """Who failed at what, where the lock has nothing of it instead: now, or before and not settled since."""
    answered = {each.by: each for each in by_resolver(answers)}
    found: dict[tuple[object, ...], Failed] = {}
    for each in (*_open(old, answered, renewed), *(one for own in answered.values() for one in _now(old, own, rows))):
        if wanted.about(each.query):
            key = each.by, subject(each.query)
            before = found.get(key, each)
            found[key] = each._replace(query=joined((before.query, each.query))[0])
    return tuple(found.values())


def _open(old: Lock, answered: Mapping[str, Answered], renewed: Collection[str]) -> Iterator[Failed]:
    for each in old.failed:
        settled_now = answered[each.by].settled if each.by in answered else ()
        if each.by not in renewed and any(lacking(settled_now, (each.query,))):
            yield each


def _now(old: Lock, answered: Answered, rows: Sequence[Pinned]) -> Iterator[Failed]:
    """What is a gap in the lock from now on; a question that it covered already stays answered as it was."""
    own = AtHand(pinned.row for pinned in rows if answered.failed and pinned.by == answered.by)
    for answer in answered.failed:
        for query in lacking(old.asked, (answer.query,)):
            if rows_of(answer) or not own.any_answering(query):
                yield Failed(query, answered.by, answer.failure or Failure.UNAVAILABLE)
