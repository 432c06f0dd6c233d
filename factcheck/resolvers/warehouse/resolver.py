"""
The resolver: all queries of a run become one statement, its rows become answers.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing, nullcontext
from datetime import date
from importlib import import_module
from typing import Any

from factcheck.errors import Location
from factcheck.observations import Answer, Failure, Observation, Query, SeriesQuery
from factcheck.resolvers.warehouse.asked import Branch, Group, branches_of, groups_of
from factcheck.resolvers.warehouse.faults import WarehouseFault, one_line, too_big
from factcheck.resolvers.warehouse.limits import Limits
from factcheck.resolvers.warehouse.mapping import TableMapping, read_mapping
from factcheck.resolvers.warehouse.memory import bounded_memory
from factcheck.resolvers.warehouse.place import Place
from factcheck.resolvers.warehouse.row import Row
from factcheck.resolvers.warehouse.rows import RowFault, TableRows
from factcheck.snapshot.package import Package
from factcheck.snapshot.problems import Problems

Reader = Callable[[Sequence[Branch], TableMapping, Place, Limits], Iterator[Row]]

#: Where the reader of each kind is found; it is imported when it is first asked.
_READERS = {
    "postgres": "postgres:rows_of_postgres",
    "duckdb": "duckdb_file:rows_of_duckdb",
    "parquet": "duckdb_file:rows_of_duckdb",
    "sqlite": "sqlite_file:rows_of_sqlite",
    "csv": "csv_file:rows_of_csv",
}


class WarehouseResolver:
    """
    Answers from a table of an organisation's own.

    Args:
        mapping: which column says what, as ``warehouse`` of a ``datapackage.json``.
        source: the id that citations and claims name, or what the source says of itself.
        place: the file, the address, or the server; code and operators may name any, project files may not.
        publisher: whose figures they are, where no column says it.
        limits: how long it may take and how much it may give.

    Attributes:
        source: what the source says of itself: publisher, licences, datasets.

    Raises:
        SourceError: the mapping cannot be obeyed.
    """

    def __init__(
        self,
        mapping: Mapping[str, Any] | TableMapping,
        *,
        source: str | Package,
        place: str | Place,
        publisher: str = "",
        limits: Limits = Limits(),  # noqa: B008  a tuple
    ) -> None:
        self.source = source if isinstance(source, Package) else _package(source, publisher or source)
        self.name = self.source.name
        self._mapping = mapping if isinstance(mapping, TableMapping) else _read(mapping, self.name)
        self._place = place if isinstance(place, Place) else Place(_whole(place), f"the place of {self.name}")
        self._limits = limits

    @property
    def live(self) -> bool:
        """Whether it asks over the network: a server whose address is known, or a file that lies elsewhere."""
        return bool(self._place.address) and (self._mapping.kind == "postgres" or self._place.remote)

    def resolve(self, queries: Sequence[Query]) -> Iterable[Answer]:
        """Answer every query, in order, with one statement for all; what the table does not have is ``no data``."""
        groups = groups_of(query for query in queries if isinstance(query, SeriesQuery))
        branches = branches_of(groups, self._mapping)
        found = [_Found(group) for group in groups]
        asked = {number for branch in branches for number, _ in branch.keys}
        fault = self._fill(found, branches) if branches else None
        answers = {
            query: self._answer(query, found[number], fault if number in asked else None)
            for number, group in enumerate(groups)
            for query in group.queries
        }
        return [answers[query] if isinstance(query, SeriesQuery) else self._nothing(query) for query in queries]

    def _fill(self, found: Sequence[_Found], branches: Sequence[Branch]) -> WarehouseFault | None:
        """Read all rows, each into what was found for its group."""
        rows = TableRows(self.source, self._mapping)
        try:
            with self._bounded(), closing(self._rows(branches)) as read:
                for count, row in enumerate(read, 1):
                    if count > self._limits.most_rows:
                        raise too_big(f"more than {self._limits.most_rows:,} rows: ask for less at once")
                    found[row.group].add(rows.read(row))
        except WarehouseFault as fault:
            return fault
        except MemoryError:
            return too_big(f"{self._place.shown} needs more memory than it may use")
        return None

    def _rows(self, branches: Sequence[Branch]) -> Generator[Row, None, None]:
        yield from _reader(self._mapping.kind)(branches, self._mapping, self._place, self._limits)

    def _bounded(self) -> AbstractContextManager[None]:
        """A file that came with a project is not trusted with this program's memory."""
        return nullcontext() if self._place.root is None else bounded_memory()

    def _answer(self, query: SeriesQuery, found: _Found, fault: WarehouseFault | None) -> Answer:
        if fault is not None:
            return Answer(query, self.name, failure=fault.failure, detail=fault.detail)
        if faults := [each for each in found.faults if _concerns(query, each)]:
            more = f" (and {len(faults) - 1:,} more rows)" if len(faults) > 1 else ""
            detail = one_line(min(each.detail for each in faults)) + more
            return Answer(query, self.name, failure=Failure.BAD_PAYLOAD, detail=detail)
        rows = [row for row in found.rows if query.periods is None or row.period in query.periods]
        if not rows:
            return self._nothing(query)
        return Answer(query, self.name, observations=tuple(sorted(rows, key=_order)))

    def _nothing(self, query: Query) -> Answer:
        detail = "it has series only"
        if isinstance(query, SeriesQuery):
            detail = f"no figures of {query.reporter} with {query.partner or 'its partners'}"
            detail += f" for {query.commodity}" if query.commodity else ""
        return Answer(query, self.name, failure=Failure.NO_DATA, detail=detail)


class _Found:
    """What was found for a group: its rows, and those that cannot be read."""

    def __init__(self, group: Group) -> None:
        self._group = group
        self._seen: set[tuple[object, ...]] = set()
        self.rows: list[Observation] = []
        self.faults: list[RowFault] = []

    def add(self, read: Observation | RowFault) -> None:
        if isinstance(read, RowFault):
            self.faults.append(read)
            return
        key = (*read[:9], read.published, read.standing, read.citation[:5])
        if not self._group.wants(read):
            self.faults.append(RowFault(None, f"{_told(read)} came where others were asked for"))
        elif key in self._seen:
            hint = "a column that tells them apart is not in the mapping, or the table has a row twice"
            self.faults.append(RowFault(read.period, f"{_told(read)} stands there more than once; {hint}"))
        else:
            self._seen.add(key)
            self.rows.append(read)


def _told(row: Observation) -> str:
    return f"the row of {row.reporter} with {row.partner}, {row.flow}, {row.period}"


def _concerns(query: SeriesQuery, fault: RowFault) -> bool:
    return query.periods is None or fault.period is None or fault.period in query.periods


def _order(row: Observation) -> tuple[object, ...]:
    return (*row[:7], row.period, row.measure, row.published or date.min, row.value, row.citation[:6], row.standing)


def _reader(kind: str) -> Reader:
    module, _, name = _READERS[kind].partition(":")
    reader: Reader = getattr(import_module(f"factcheck.resolvers.warehouse.{module}"), name)
    return reader


def _whole(place: str) -> str:
    """An address as it is, a path from the root."""
    return place if "://" in place or not place else os.path.abspath(place)


def _package(source: str, publisher: str) -> Package:
    return Package(source, source, publisher, "", (), "", "", "", (), (), ())


def _read(told: Mapping[str, Any], source: str) -> TableMapping:
    problems = Problems()
    mapping = read_mapping(told, problems, lambda near: Location(f"the mapping of {source}", 0, 0))
    problems.stop()
    assert mapping is not None  # noqa: S101  it is None only with problems
    return mapping
