"""
What the sources have: of which pairs of places, flows, goods and currencies there are figures. Never the figures.

A draft of claims is made from the words alone. Were it made to fit the figures, it would hide the errors that it is
there to find.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from factcheck.observations import ALL_GOODS, Event, Resolver, SeriesQuery, Standing

WORLD = "WLD"
MOST_PLACES = 12  # of a story, the most named ones
Pair = tuple[str, str, str]  # reporter, partner, commodity


class Known(NamedTuple):
    """
    Which series have figures that decide, and which events are on record.

    Attributes:
        flows: for each pair and commodity, its flows and their units.
        sources: for each pair and commodity, the sources that have it, the one with most rows first.
        commodities: ids of the commodities that some source has figures of.
        events: every event that a claim can name.
    """

    flows: Mapping[Pair, frozenset[tuple[str, str]]]
    sources: Mapping[Pair, tuple[str, ...]]
    commodities: tuple[str, ...] = ()
    events: tuple[Event, ...] = ()

    def has(self, reporter: str, partner: str, flow: str = "", commodity: str = ALL_GOODS) -> bool:
        """Whether the reporter's office has figures with the partner, of a flow if one is named."""
        flows = self.flows.get((reporter, partner, commodity), frozenset())
        return any(flow in ("", each) for each, _ in flows)

    def source(self, reporter: str, partner: str, commodity: str = ALL_GOODS) -> str:
        """The one source that has the figures; blank where there is none, or more than one."""
        found = self.sources.get((reporter, partner, commodity), ())
        return found[0] if len(found) == 1 else ""

    def units(self, reporter: str, partner: str, flow: str, commodity: str = ALL_GOODS) -> tuple[str, ...]:
        """The units of a series, sorted."""
        flows = self.flows.get((reporter, partner, commodity), frozenset())
        return tuple(sorted({unit for each, unit in flows if each == flow and unit}))


NOTHING_KNOWN = Known({}, {})


def ask(
    places: Iterable[str],
    goods: Iterable[str],
    resolvers: Sequence[Resolver],
    commodities: tuple[str, ...] = (),
    events: tuple[Event, ...] = (),
) -> Known:
    """
    Ask the resolvers once what they have among the places of a story, and of each with the world.

    Args:
        places: codes, the most important first.
        goods: ids of the commodities that the story names.
        resolvers: where figures come from.
        commodities: ids of all commodities with figures.
        events: every event that a claim can name.
    """
    named = [code for code in dict.fromkeys(places) if code != WORLD][:MOST_PLACES]
    pairs = [(one, other) for one in named for other in (*named, WORLD) if one != other]
    queries = [SeriesQuery(*pair, each) for pair in pairs for each in (ALL_GOODS, *dict.fromkeys(goods))]
    flows: dict[Pair, set[tuple[str, str]]] = {}
    rows: dict[Pair, Counter[str]] = {}
    for resolver in resolvers:
        for answer in resolver.resolve(queries):
            for row in answer.observations:
                if row.standing is Standing.DECIDES:
                    pair = (row.reporter, row.partner, row.commodity)
                    flows.setdefault(pair, set()).add((row.flow, row.unit))
                    rows.setdefault(pair, Counter())[row.citation.source] += 1
    return Known(
        {pair: frozenset(each) for pair, each in flows.items()},
        {pair: tuple(source for source, _ in _ordered(each)) for pair, each in rows.items()},
        commodities,
        events,
    )


def _ordered(rows: Counter[str]) -> list[tuple[str, int]]:
    return sorted(rows.items(), key=lambda each: (-each[1], each[0]))
