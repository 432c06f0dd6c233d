"""
Which pinned row a new one is: the same read again, another vintage of its figure, or a figure that is new.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from factcheck.lock.pinned import Row
from factcheck.observations import Event, Observation, Rate


def figure_key(row: Row) -> tuple[object, ...]:
    """What a row is a figure of, whatever its vintage: its cell, source and dataset."""
    match row:
        case Observation():
            return (*row[:9], row.citation.source, row.citation.dataset)
        case Event():
            return (row.id, row.citation.source)
        case Rate():
            return (row.base, row.quote, row.period, row.kind, row.citation.source)


def vintage(row: Row) -> date:
    """The day of a row; the earliest of all where it is not known."""
    return date.min if isinstance(row, Event) else row.published or date.min


def says(row: Row) -> tuple[object, ...]:
    """What a row says, apart from its day and where it was read."""
    match row:
        case Observation():
            return (row.value, row.unit_multiplier, row.decimals, row.standing)
        case Event():
            return row[:4] + row[5:]
        case Rate():
            return (row.value, row.decimals)


def read_again(row: Row) -> Row:
    """A row without what differs when the same is read again: the moment, the reply, the rank of its source."""
    return row._replace(citation=row.citation._replace(retrieved=None, evidence="", rank=0, locked=False))


def only_retrieved(row: Row) -> bool:
    """Whether the vintage of a row is no more than the day on which it was read: its source names none."""
    return row.citation.retrieved is not None and vintage(row) == row.citation.retrieved.date()


class Settled(NamedTuple):
    """The row to pin, and the pinned rows that give way to it."""

    row: Row
    replaces: tuple[Row, ...] = ()


def settled(row: Row, known: Iterable[Row]) -> Settled:
    """
    How a row that its source gives now goes beside those of the same figure that are pinned.

    What is read again stays as it was pinned. A figure whose source names no day keeps the earlier of two days on
    which it was read. Another figure of the same vintage replaces the pinned one: a source says one thing on one day.
    """
    pinned = tuple(known)
    if only_retrieved(row):
        today = tuple(each for each in pinned if vintage(each) == vintage(row) and says(each) != says(row))
        rest = [each for each in pinned if each not in today]  # what was read today otherwise is taken back
        newest = max(filter(only_retrieved, rest), key=vintage, default=None)
        if newest is not None and says(newest) == says(row):
            others = (each for each in rest if each is not newest)
            if vintage(newest) <= vintage(row) or any(vintage(each) >= vintage(row) for each in others):
                return Settled(_ranked(newest, row), (newest, *today))
            return Settled(row, (newest, *today))  # the clock was set back: it was read as early as that
    same = next((each for each in pinned if read_again(each) == read_again(row)), None)
    if same is not None:
        return Settled(_ranked(same, row), (same,))
    return Settled(row, tuple(each for each in pinned if vintage(each) == vintage(row)))


def _ranked(pinned: Row, row: Row) -> Row:
    return pinned._replace(citation=pinned.citation._replace(rank=row.citation.rank))
