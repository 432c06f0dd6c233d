"""
Whether a lock tells the truth about the embedded snapshot: what it says of it must be what the snapshot says.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.lock.pinned import SNAPSHOT, Lock, Row
from factcheck.lock.problems import LockProblems
from factcheck.lock.write import ROWS
from factcheck.observations import EventQuery, RateQuery
from factcheck.snapshot import Snapshot

HINT = "the lock was tampered with: restore it from version control, or delete it and make it anew: factcheck lock"


def same_snapshot(lock: Lock, snapshot: Snapshot) -> bool:
    """Whether the lock was made with this snapshot."""
    return lock.snapshot == snapshot.stamp


def check_snapshot(lock: Lock, snapshot: Snapshot, text: str, shown: str) -> None:
    """
    Compare what a lock says of the snapshot that it was made with; rows of another one may differ.

    Args:
        lock: the lock, its rows in the order of the text.
        snapshot: the installed one.
        text: the text of the lock.
        shown: its path in messages.

    Raises:
        LockError: a row that is not in the snapshot; one that is, and that the lock leaves out.
    """
    if not same_snapshot(lock, snapshot):
        return
    problems = LockProblems(text, shown)
    true = set(_answers(lock, snapshot))
    for section, kind in ROWS.items():
        own = [pinned for pinned in lock.rows if isinstance(pinned.row, kind)]
        for index, pinned in enumerate(own):
            if pinned.by == SNAPSHOT and pinned.row not in true:
                problems.add_at(section, index, "", "the row is not in the snapshot that it names", HINT)
    lacking = true - {pinned.row for pinned in lock.rows if pinned.by == SNAPSHOT}
    if lacking:
        rows = "1 row" if len(lacking) == 1 else f"{len(lacking)} rows"
        problems.add(f"the lock leaves out {rows} of the snapshot that it names", HINT)
    problems.stop()


def unlike(lock: Lock, snapshot: Snapshot) -> int:
    """How many rows a lock gives as the snapshot's that are not in this one: revised since, or edited."""
    known = set(_answers(lock, snapshot))
    return sum(pinned.by == SNAPSHOT and pinned.row not in known for pinned in lock.rows)


def _answers(lock: Lock, snapshot: Snapshot) -> Iterator[Row]:
    for query in lock.asked:
        if isinstance(query, RateQuery):
            yield from snapshot.rates_with(query)
        elif isinstance(query, EventQuery):
            yield from snapshot.events(query)
        else:
            yield from snapshot.observations(query)
