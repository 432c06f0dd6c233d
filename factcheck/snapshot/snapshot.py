"""
Questions to an index: observations, events, exchange rates, commodities, and what sources there are.
"""

from __future__ import annotations

import json
import sqlite3
import weakref
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any

from factcheck.observations import (
    UNKNOWN_REVISION,
    Citation,
    Event,
    EventQuery,
    Observation,
    RateQuery,
    Series,
    SeriesQuery,
    Standing,
)
from factcheck.periods import Period
from factcheck.snapshot.load import open_index, snapshot_folder
from factcheck.snapshot.rate import Rate
from factcheck.snapshot.source_info import DatasetInfo, LicenceInfo, SourceInfo

_OBSERVATION = (
    "reporter, partner, commodity, first, last, flow, scope, valuation, unit, measure, value, unit_multiplier, "
    "decimals, published, standing, revision, citation"
)
_EVENT = "id, kind, first, last, words, source, period_first, period_last, text, scheduled, citation"
_RATE = "base, quote, first, last, kind, rate, decimals, published, citation"
_SOURCE = "id, title, publisher, homepage, licences, attribution, valuation, retrieved, rows"
_DATASET = "source, id, title, revision, vintage, valuation, rows"
_MANY = 8  # periods of one pair, from which on its rows are read at once
_MOST_KEPT = 200_000  # cells kept in memory; the snapshot has fewer
_STANDINGS = {standing.value: standing for standing in Standing}

Values = tuple[str | int, ...]


class Snapshot:
    """An open index. What was asked once is kept, so that the same cells are built once."""

    def __init__(self, index: sqlite3.Connection, *, local: bool = False) -> None:
        self._index, self._local = index, local
        weakref.finalize(self, index.close)  # Python 3.13 warns of one that is left open
        self._cells: dict[tuple[str, str, str, Period], tuple[Observation, ...]] = {}
        self._citations: dict[int, Citation] = {}

    @classmethod
    def open(cls, folder: Path | None = None) -> Snapshot:
        """
        The embedded snapshot, or that of another folder of the same shape.

        Raises:
            SourceError: the index had to be made and the sources have faults.
        """
        return cls(open_index(folder or snapshot_folder()))

    def close(self) -> None:
        """Close the index."""
        self._index.close()

    @property
    def stamp(self) -> str:
        """The SHA-256 over the names and contents of the files that the index was made from."""
        return str(self._index.execute("SELECT value FROM made_from WHERE name='digest'").fetchone()[0])

    def observations(self, query: SeriesQuery) -> tuple[Observation, ...]:
        """All observations that answer a query: those of exactly its periods, in the order of the index."""
        if query.periods is None and query.partner is None:
            return self._rows("reporter=? AND commodity=?", (query.reporter, query.commodity))
        if query.periods is None:
            key = query.reporter, query.partner, query.commodity
            return self._rows("reporter=? AND partner=? AND commodity=?", key)  # type: ignore[arg-type]
        if query.partner is not None and len(query.periods) > _MANY:
            return self._among(query.reporter, query.partner, query.commodity, query.periods)
        found: list[Observation] = []
        for period in sorted(query.periods):
            found += self._at(query, period)
        return tuple(found)

    def _among(
        self, reporter: str, partner: str, commodity: str, periods: frozenset[Period]
    ) -> tuple[Observation, ...]:
        """Many periods of one pair: its rows are read once and the others left out."""
        wanted = {_days(period) for period in periods}
        where = f"SELECT {_OBSERVATION} FROM observations WHERE reporter=? AND partner=? AND commodity=?"  # noqa: S608
        rows = self._index.execute(where, (reporter, partner, commodity))
        return tuple([self._observation(row) for row in rows if (row[3], row[4]) in wanted])

    def _at(self, query: SeriesQuery, period: Period) -> Iterable[Observation]:
        if query.partner is None:
            where = "reporter=? AND commodity=? AND first=? AND last=?"
            return self._rows(where, (query.reporter, query.commodity, *_days(period)))
        key = query.reporter, query.partner, query.commodity, period
        known = self._cells.get(key)
        if known is not None:
            return known
        where = "reporter=? AND partner=? AND commodity=? AND first=? AND last=?"
        found = self._rows(where, (*key[:3], *_days(period)))
        if len(self._cells) >= _MOST_KEPT:
            self._cells.clear()
        self._cells[key] = found
        return found

    def _rows(self, where: str, values: Values) -> tuple[Observation, ...]:
        rows = self._index.execute(f"SELECT {_OBSERVATION} FROM observations WHERE {where}", values)  # noqa: S608
        return tuple([self._observation(row) for row in rows])

    def _observation(self, row: tuple[Any, ...]) -> Observation:
        return Observation(
            reporter=row[0],
            partner=row[1],
            commodity=row[2],
            period=_period(row[3], row[4]),
            flow=row[5],
            scope=row[6],
            valuation=row[7],
            unit=row[8],
            measure=row[9],
            value=Decimal(row[10]),
            unit_multiplier=row[11],
            decimals=row[12],
            published=_day(row[13]),
            standing=_STANDINGS[row[14]],
            revision=_fraction(row[15]),
            citation=self._citation(row[16]),
        )

    def _citation(self, number: int) -> Citation:
        known = self._citations.get(number)
        if known is None:
            query = "SELECT source, dataset, agency, url, source_kind, note FROM citations WHERE id=?"
            source, dataset, agency, url, kind, note = self._index.execute(query, (number,)).fetchone()
            known = Citation(source, dataset, agency, url, kind, note, self._local)
            self._citations[number] = known
        return known

    def events(self, query: EventQuery) -> tuple[Event, ...]:
        """The event with an id; or the releases of a source, of a period, or of both, by day."""
        if query.event is not None:
            return self._events("id=?", (query.event,))
        where, values = "kind='release'", list[str | int]()
        if query.source is not None:
            where += " AND source=?"
            values.append(query.source)
        if query.period is not None:
            where += " AND period_first=? AND period_last=?"
            values += _days(query.period)
        return self._events(where, tuple(values))

    def all_events(self) -> tuple[Event, ...]:
        """Every event, by day."""
        return self._events("1", ())

    def _events(self, where: str, values: Values) -> tuple[Event, ...]:
        query = f"SELECT {_EVENT} FROM events WHERE {where} ORDER BY first, last, id"  # noqa: S608  only our own words
        return tuple([self._event(row) for row in self._index.execute(query, values)])

    def _event(self, row: tuple[Any, ...]) -> Event:
        return Event(
            id=row[0],
            kind=row[1],
            days=_period(row[2], row[3]),
            words=row[4],
            source=row[5],
            period=_period(row[6], row[7]) if row[6] else None,
            text=row[8],
            scheduled=bool(row[9]),
            citation=self._citation(row[10]),
        )

    def rates(self, base: str, quote: str, period: Period | None = None) -> tuple[Rate, ...]:
        """What one ``base`` cost in ``quote``, market rates and others: of exactly that period, or of all."""
        where = "base=? AND quote=?" + (" AND first=? AND last=?" if period else "")
        return self._rates(where, (base, quote, *(_days(period) if period else ())))

    def rates_with(self, query: RateQuery) -> tuple[Rate, ...]:
        """All rates on either side of which the currency stands: of exactly the period, or of every single day."""
        where, values = "(base=? OR quote=?)", (query.currency, query.currency)
        if query.period is None:
            return self._rates(f"{where} AND first=last", values)
        return self._rates(f"{where} AND first=? AND last=?", (*values, *_days(query.period)))

    def _rates(self, where: str, values: Values) -> tuple[Rate, ...]:
        query = f"SELECT {_RATE} FROM rates WHERE {where}"  # noqa: S608  only our own words
        return tuple([self._rate(row) for row in self._index.execute(query, values)])

    def _rate(self, row: tuple[Any, ...]) -> Rate:
        return Rate(
            base=row[0],
            quote=row[1],
            period=_period(row[2], row[3]),
            kind=row[4],
            value=Decimal(row[5]),
            decimals=row[6],
            published=_day(row[7]),
            citation=self._citation(row[8]),
        )

    def commodity(self, code: str) -> str | None:
        """What a code of the Harmonized System covers (``hs:8703``); None where there is no such code."""
        row = self._index.execute("SELECT description FROM commodities WHERE code=?", (code,)).fetchone()
        return str(row[0]) if row else None

    def commodity_ids(self) -> tuple[str, ...]:
        """The ids of commodities that there are figures of."""
        rows = self._index.execute("SELECT DISTINCT commodity FROM observations ORDER BY commodity")
        return tuple(row[0] for row in rows if row[0])

    def revision(self, series: Series) -> Fraction:
        """r of a series: the most by which the datasets that have it usually revise earlier periods; 0.5 % if none."""
        where = "SELECT DISTINCT revision FROM observations JOIN citations ON citations.id = citation WHERE "
        where += "reporter=? AND partner=? AND commodity=?"
        values: tuple[str, ...] = series.reporter, series.partner, series.commodity
        if series.source is not None:
            where, values = where + " AND source=?", (*values, series.source)
        return max([_fraction(text) for (text,) in self._index.execute(where, values)], default=UNKNOWN_REVISION)

    def sources(self) -> tuple[SourceInfo, ...]:
        """All sources, by id."""
        datasets: dict[str, list[DatasetInfo]] = {}
        query = f"SELECT {_DATASET} FROM datasets ORDER BY source, id"  # noqa: S608  only our own words
        for source, id_, title, revision, vintage, valuation, rows in self._index.execute(query):
            info = DatasetInfo(id_, title, Fraction(revision), vintage, valuation, rows)
            datasets.setdefault(source, []).append(info)
        found = self._index.execute(f"SELECT {_SOURCE} FROM sources ORDER BY id")  # noqa: S608  only our own words
        return tuple([self._source(row, tuple(datasets.get(row[0], ()))) for row in found])

    def _source(self, row: tuple[Any, ...], datasets: tuple[DatasetInfo, ...]) -> SourceInfo:
        return SourceInfo(
            id=row[0],
            title=row[1],
            publisher=row[2],
            homepage=row[3],
            licences=tuple(LicenceInfo(**licence) for licence in json.loads(row[4])),
            attribution=row[5],
            valuation=row[6],
            retrieved=row[7],
            rows=row[8],
            datasets=datasets,
            local=self._local,
        )


def _days(period: Period) -> tuple[int, int]:
    return period.first.toordinal(), period.last.toordinal()


def _day(ordinal: int) -> date | None:
    return date.fromordinal(ordinal) if ordinal else None


@lru_cache(maxsize=4096)
def _period(first: int, last: int) -> Period:
    return Period(date.fromordinal(first), date.fromordinal(last))


@lru_cache(maxsize=64)
def _fraction(text: str) -> Fraction:
    return Fraction(text)


def list_sources(folder: Path | None = None) -> tuple[SourceInfo, ...]:
    """All sources of the embedded snapshot, or of another folder of the same shape."""
    snapshot = Snapshot.open(folder)
    try:
        return snapshot.sources()
    finally:
        snapshot.close()


def all_events(folder: Path | None = None) -> tuple[Event, ...]:
    """All events of the embedded snapshot, by day."""
    snapshot = Snapshot.open(folder)
    try:
        return snapshot.all_events()
    finally:
        snapshot.close()


def rates(base: str, quote: str, period: Period | None = None, folder: Path | None = None) -> tuple[Rate, ...]:
    """What one ``base`` cost in ``quote``, of exactly that period or of all; see ``Rate`` for the kinds."""
    snapshot = Snapshot.open(folder)
    try:
        return snapshot.rates(base, quote, period)
    finally:
        snapshot.close()
