"""
Which pinned figures were published anew since: the newest pinned vintage against the newest that is at hand now.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from factcheck.lock.answered import rows_of
from factcheck.lock.merge import Change
from factcheck.lock.pinned import Lock
from factcheck.lock.vintages import only_retrieved, says, vintage
from factcheck.observations import Answer, Observation


class Outdated(NamedTuple):
    """
    How a source stands.

    Attributes:
        pinned: the newest vintage in the lock; None where none is known.
        newest: the newest vintage of the same cells at hand; None where none is known.
        figures: how many cells of the source are pinned.
        newer: those that have a newer vintage, with both rows.
        at_hand: whether anything of the source is at hand to compare with.
    """

    source: str
    pinned: date | None
    newest: date | None
    figures: int
    newer: tuple[Change, ...]
    at_hand: bool


def outdated(lock: Lock, answers: Iterable[Answer]) -> Iterator[Outdated]:
    """Compare the sources of a lock with what was answered now, by the id of the source."""
    pinned = _newest(row for _, row in lock.rows if isinstance(row, Observation))
    rows = (row for answer in answers for row in rows_of(answer))
    now = _newest(row for row in rows if isinstance(row, Observation))
    for source in sorted({row.citation.source for row in pinned.values()}):
        own = {cell: row for cell, row in pinned.items() if row.citation.source == source}
        both = [(own[cell], now[cell]) for cell in own if cell in now]
        newer = tuple(Change(new, old) for old, new in both if _is_newer(new, old))
        yield Outdated(source, _day(own.values()), _day(new for _, new in both), len(own), newer, at_hand=bool(both))


def _newest(rows: Iterable[Observation]) -> dict[tuple[object, ...], Observation]:
    """The newest row of each cell of each source."""
    found: dict[tuple[object, ...], Observation] = {}
    for row in rows:
        cell = (*row[:9], row.citation.source)
        if cell not in found or vintage(row) > vintage(found[cell]):
            found[cell] = row
    return found


def _is_newer(new: Observation, old: Observation) -> bool:
    """Whether a row is a later vintage, and not merely the same figure read on a later day."""
    return vintage(new) > vintage(old) and not (only_retrieved(new) and says(new) == says(old))


def _day(rows: Iterable[Observation]) -> date | None:
    days = [row.published for row in rows if row.published is not None]
    return max(days, default=None)
