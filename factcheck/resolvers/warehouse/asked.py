"""
What is asked of a table: the keys of all queries of a run, so that one statement can bring all of their rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from factcheck.errors import WrittenError
from factcheck.observations import Observation, SeriesQuery
from factcheck.periods import Period
from factcheck.resolvers.warehouse.mapping import TableMapping
from factcheck.resolvers.warehouse.spellings import months_of, names_of, words_for

#: The fields by which rows are looked for, in this order.
KEY = ("reporter", "partner", "commodity", "period")


@dataclass(frozen=True, slots=True)
class Group:
    """
    The queries of one pair: what they ask for together.

    Attributes:
        periods: those wanted; None is the whole series.
    """

    reporter: str
    partner: str | None
    commodity: str
    periods: frozenset[Period] | None
    queries: tuple[SeriesQuery, ...]

    def wants(self, row: Observation) -> bool:
        """Whether a row is of what was asked for."""
        return (
            row.reporter == self.reporter
            and self.partner in (None, row.partner)
            and row.commodity == self.commodity
            and (self.periods is None or row.period in self.periods)
        )

    def words(self, name: str) -> str | None:
        """What is asked for in a field; None where anything will do."""
        return {"reporter": self.reporter, "partner": self.partner, "commodity": self.commodity}[name]


class Branch(NamedTuple):
    """
    The keys of groups that are looked for by the same fields.

    Attributes:
        fields: the fields of the key that are columns of the table.
        keys: the number of a group, and its text in each field; a group has one for each way to write it.
    """

    fields: tuple[str, ...]
    keys: tuple[tuple[int, tuple[str, ...]], ...]


def groups_of(queries: Iterable[SeriesQuery]) -> list[Group]:
    """The queries of each pair together; one that wants the whole series brings the rows of the others too."""
    pairs: dict[tuple[str, str | None, str], list[SeriesQuery]] = {}
    for query in queries:
        pairs.setdefault((query.reporter, query.partner, query.commodity), []).append(query)
    return [Group(*pair, _periods(found), tuple(found)) for pair, found in pairs.items()]


def _periods(queries: Sequence[SeriesQuery]) -> frozenset[Period] | None:
    wanted: set[Period] = set()
    for query in queries:
        if query.periods is None:
            return None
        wanted |= query.periods
    return frozenset(wanted)


def branches_of(groups: Sequence[Group], mapping: TableMapping) -> tuple[Branch, ...]:
    """
    The keys of all groups, by the fields that they are looked for by.

    A group that the constants of the mapping rule out has no key; nor has one that asks for no period.
    """
    found: dict[tuple[str, ...], list[tuple[int, tuple[str, ...]]]] = {}
    for number, group in enumerate(groups):
        fields = tuple(name for name in KEY if name in mapping.columns and _bound(group, name))
        if _ruled_out(group, mapping):
            continue
        found.setdefault(fields, []).extend((number, key) for key in _keys(group, fields, mapping))
    return tuple(Branch(fields, tuple(keys)) for fields, keys in sorted(found.items()) if keys)


def _bound(group: Group, name: str) -> bool:
    return group.periods is not None if name == "period" else group.words(name) is not None


def _ruled_out(group: Group, mapping: TableMapping) -> bool:
    """Whether what is true of all rows is not what was asked for."""
    for name in KEY[:3]:
        if name not in mapping.columns and group.words(name) not in (None, mapping.constants.get(name, "")):
            return True
    if group.periods is None or "period" in mapping.columns:
        return False
    try:
        return Period.parse(mapping.constants["period"]) not in group.periods
    except WrittenError:
        return False  # the rows are read, and the fault is told of the first


def _keys(group: Group, fields: tuple[str, ...], mapping: TableMapping) -> Iterator[tuple[str, ...]]:
    ways: list[tuple[str, ...]] = []
    for name in fields:
        if name == "period":
            ways.append(_period_words(group.periods or frozenset(), mapping))
        else:
            ways.append(
                words_for(group.words(name) or "", mapping.values.get(name, {}), mapping.prefixes.get(name, ""))
            )
    return product(*ways)


def _period_words(periods: frozenset[Period], mapping: TableMapping) -> tuple[str, ...]:
    words: dict[str, None] = {}
    values = mapping.values.get("period", {})
    for period in sorted(periods):
        if mapping.frequency:
            words |= dict.fromkeys(months_of(period, mapping.frequency))
            continue
        names = names_of(period)
        words |= dict.fromkeys(word for name in names for word in words_for(name, values))
    return tuple(words)
