"""
Goods in the words of ``factcheck lookup``, and what there is of a commodity: whose figures, from which source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from factcheck.errors import UnknownNameError, WrittenError
from factcheck.observations import Observation, Resolver, SeriesQuery
from factcheck.places.index import places

if TYPE_CHECKING:
    from factcheck.snapshot import Snapshot

LONGEST = 3  # words of a commodity's name
LIKENESS = 60  # of 100: below it a suggestion is more puzzling than helpful

#: What people call goods, beside the ids themselves with spaces for hyphens.
WORDS = {
    "auto parts": "vehicle-parts",
    "automobile": "passenger-cars",
    "automobiles": "passenger-cars",
    "car": "passenger-cars",
    "car parts": "vehicle-parts",
    "cars": "passenger-cars",
    "crude": "crude-oil",
    "lorries": "trucks",
    "lorry": "trucks",
    "motor vehicles": "vehicles",
    "oil": "crude-oil",
    "passenger car": "passenger-cars",
    "truck": "trucks",
    "trucks": "trucks",
    "vehicle": "vehicles",
    "vehicles": "vehicles",
}


class Goods(NamedTuple):
    """A commodity and the words that name it."""

    id: str
    words: str


def find_goods(tokens: Sequence[str], ids: Iterable[str] = ()) -> tuple[Goods | None, list[str]]:
    """
    The commodity that the words name, the longest name first, and the other words.

    Args:
        tokens: the words.
        ids: of the commodities that there are figures of.

    Raises:
        WrittenError: two commodities are named.
    """
    names = {**{each.replace("-", " "): each for each in ids}, **WORDS}
    found: list[Goods] = []
    rest: list[str] = []
    at = 0
    while at < len(tokens):
        goods, length = _at(tokens, at, names)
        if goods is None:
            rest.append(tokens[at])
        elif goods.id not in [each.id for each in found]:
            found.append(goods)
        at += length
    if len(found) > 1:
        raise WrittenError(f"{' and '.join(each.id for each in found)} are named", "ask for one commodity at a time")
    return (found[0] if found else None), rest


def _at(tokens: Sequence[str], at: int, names: dict[str, str]) -> tuple[Goods | None, int]:
    for length in range(min(LONGEST, len(tokens) - at), 0, -1):
        words = " ".join(tokens[at : at + length])
        id_ = names.get(words.lower().replace("-", " "))
        if id_ is not None:
            return Goods(id_, words), length
    return None, 1


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
