"""
What there is of a commodity: whose figures, from which source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.errors import UnknownNameError
from factcheck.observations import Observation, Resolver, SeriesQuery
from factcheck.places.index import places

if TYPE_CHECKING:
    from factcheck.snapshot import Snapshot

LIKENESS = 60  # of 100: below it a suggestion is more puzzling than helpful


def snapshots(resolvers: Iterable[Resolver]) -> Iterator[Snapshot]:
    """The embedded snapshot and the folder's own: what can say which commodities it has."""
    from factcheck.resolvers import SnapshotResolver

    return (resolver.snapshot for resolver in resolvers if isinstance(resolver, SnapshotResolver))


def commodity_ids(resolvers: Iterable[Resolver]) -> tuple[str, ...]:
    """The ids of the commodities that there are figures of, sorted."""
    return tuple(sorted({each for snapshot in snapshots(resolvers) for each in snapshot.commodity_ids()}))


def rows_of(commodity: str, snapshot: Snapshot) -> Iterator[Observation]:
    """Every figure of a commodity: of all reporters, with all partners."""
    for reporter in places():
        yield from snapshot.observations(SeriesQuery(reporter, None, commodity))


def pairs_of(commodity: str, resolvers: Iterable[Resolver]) -> list[tuple[str, str]]:
    """Whose offices have figures of a commodity, and with whom: pairs of codes, sorted."""
    rows = (row for snapshot in snapshots(resolvers) for row in rows_of(commodity, snapshot))
    return sorted({(row.reporter, row.partner) for row in rows})


def ids_of_source(source: str, snapshot: Snapshot) -> tuple[str, ...]:
    """The ids of the commodities that a source has figures of, sorted."""
    return tuple(
        commodity
        for commodity in snapshot.commodity_ids()
        if any(row.citation.source == source for row in rows_of(commodity, snapshot))
    )


def unknown_commodity(commodity: str, ids: Sequence[str]) -> UnknownNameError:
    """The error for an id without figures: what was probably meant, and all ids that there are."""
    from rapidfuzz import fuzz, process

    near = [name for name, _, _ in process.extract(commodity, ids, scorer=fuzz.WRatio, score_cutoff=LIKENESS, limit=2)]
    meant = f"did you mean {' or '.join(near)}? " if near else ""
    return UnknownNameError(f"there are no figures of {commodity!r}", f"{meant}there are {', '.join(ids)}")
