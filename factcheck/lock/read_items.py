"""
From the items of a lock to questions and rows; what is wrong with one goes to the problems.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any, NamedTuple

from factcheck.errors import WrittenError
from factcheck.lock.fields import (
    CITATION,
    EVENT,
    EVENT_QUERY,
    FAILED,
    OBSERVATION,
    RATE,
    RATE_QUERY,
    SERIES,
    Columns,
    text_of,
)
from factcheck.lock.pinned import FOLDER, SNAPSHOT, Failed, Pinned, Row
from factcheck.lock.problems import LockProblems
from factcheck.lock.told import ALL
from factcheck.observations import (
    UNKNOWN_REVISION,
    Citation,
    Event,
    EventQuery,
    Observation,
    Query,
    Rate,
    RateQuery,
    SeriesQuery,
)
from factcheck.periods import Period
from factcheck.snapshot import fields as read_as
from factcheck.snapshot.rows import check_together

Told = Mapping[str, object]
MOST_PERIODS = 5000


class Origin(NamedTuple):
    """A citation with the resolver that gave its rows, and how far its dataset is revised."""

    by: str
    citation: Citation
    revision: Fraction


Make = Callable[[dict[str, Any], dict[str, str], Origin], Row]


class ItemReader:
    """
    Reads the items of one lock; what a field says is learnt once and then looked up.

    Args:
        problems: where faults go.
    """

    def __init__(self, problems: LockProblems) -> None:
        self._problems = problems
        self._known: dict[tuple[Callable[[str], object], str], object] = {}
        self._origins: dict[str, Origin] = {}

    def query(self, section: str, index: int, told: Told) -> Query | None:
        """A question."""
        if "reporter" in told:
            return self._series(section, index, told)
        if "currency" in told:
            found = self._read(section, index, told, RATE_QUERY)
            return None if found is None else RateQuery(**found)
        found = self._read(section, index, told, EVENT_QUERY)
        if found is None:
            return None
        query = EventQuery(found["event"] or None, found["source"] or None, found["period"])
        if query == EventQuery():
            self._problems.add_at(section, index, "", "a question that asks for nothing")
            return None
        return query

    def failed(self, section: str, index: int, told: Told) -> Failed | None:
        """A question that was not answered."""
        own = {key: value for key, value in told.items() if key in FAILED.readers}
        query = self.query(section, index, {key: value for key, value in told.items() if key not in own})
        found = self._read(section, index, own, FAILED)
        return None if found is None or query is None else Failed(query, found["by"], found["failure"])

    def citation(self, section: str, index: int, told: Told) -> None:
        """Learn a citation, by its id."""
        found = self._read(section, index, told, CITATION)
        if found is None:
            return
        id_, by, local = found.pop("id"), found.pop("by"), bool(found.pop("local"))
        revision = found.pop("revision")
        if id_ in self._origins:
            self._problems.add_at(section, index, "id", f"the id {id_} stands twice")
        if (by == FOLDER and not local) or (by == SNAPSHOT and (local or found["retrieved"] or found["evidence"])):
            self._problems.add_at(section, index, "by", f"rows of {by} are not like this: an edited citation")
        cited = Citation(**found, local=local)
        self._origins[id_] = Origin(by, cited, UNKNOWN_REVISION if revision is None else revision)

    def observation(self, section: str, index: int, told: Told) -> Pinned | None:
        """A row that is an observation."""
        return self._row(section, index, told, OBSERVATION, _observation)

    def event(self, section: str, index: int, told: Told) -> Pinned | None:
        """A row that is an event."""
        return self._row(section, index, told, EVENT, _event)

    def rate(self, section: str, index: int, told: Told) -> Pinned | None:
        """A row that is an exchange rate."""
        return self._row(section, index, told, RATE, _rate)

    def _row(
        self,
        section: str,
        index: int,
        told: Told,
        columns: Columns,
        make: Make,
    ) -> Pinned | None:
        fields = self._fields(section, index, told, columns)
        found = None if fields is None else self._values(section, index, fields, columns)
        if fields is None or found is None:
            return None
        id_ = found.pop("citation")
        found.pop("decimals", None)
        origin = self._origins.get(id_)
        if origin is None:
            self._problems.add_at(section, index, "citation", f"there is no citation {id_}")
            return None
        try:
            return Pinned(origin.by, make(found, fields, origin))
        except WrittenError as error:
            self._problems.add_written(section, index, "", error)
            return None

    def _series(self, section: str, index: int, told: Told) -> SeriesQuery | None:
        periods = told.get("periods")
        found = self._read(section, index, {key: value for key, value in told.items() if key != "periods"}, SERIES)
        if found is None:
            return None
        if periods == ALL:
            return SeriesQuery(**found)
        if not isinstance(periods, list) or len(periods) > MOST_PERIODS:
            self._problems.add_at(section, index, "periods", "the periods are neither a list nor all")
            return None
        read = [self._period(section, index, period) for period in periods]
        return SeriesQuery(**found, periods=frozenset(period for period in read if period is not None))

    def _period(self, section: str, index: int, told: object) -> Period | None:
        try:
            return read_as.period(told if isinstance(told, str) else "")
        except WrittenError as error:
            self._problems.add_written(section, index, "periods", error)
            return None

    def _read(self, section: str, index: int, told: Told, columns: Columns) -> dict[str, Any] | None:
        fields = self._fields(section, index, told, columns)
        return None if fields is None else self._values(section, index, fields, columns)

    def _fields(self, section: str, index: int, told: Told, columns: Columns) -> dict[str, str] | None:
        try:
            return text_of(told, columns)
        except WrittenError as error:
            self._problems.add_written(section, index, "", error)
            return None

    def _values(self, section: str, index: int, fields: Mapping[str, str], columns: Columns) -> dict[str, Any] | None:
        """What the fields say; None where one of them cannot be read."""
        found: dict[str, Any] = {}
        for key, text in fields.items():
            known = columns.readers[key], text
            if known not in self._known:
                try:
                    self._known[known] = columns.readers[key](text)
                except WrittenError as error:
                    self._problems.add_written(section, index, key, error)
                    return None
            found[key] = self._known[known]
        return found


def _observation(found: dict[str, Any], fields: dict[str, str], origin: Origin) -> Observation:
    check_together(fields, found)
    return Observation(
        **(found | {"published": found["published"] or None}),
        decimals=read_as.decimals(fields["value"], fields["decimals"]),
        citation=origin.citation,
        revision=origin.revision,
    )


def _event(found: dict[str, Any], fields: dict[str, str], origin: Origin) -> Event:
    days = found.pop("date")
    return Event(**(found | {"scheduled": found["scheduled"] == "yes"}), days=days, citation=origin.citation)


def _rate(found: dict[str, Any], fields: dict[str, str], origin: Origin) -> Rate:
    value = found.pop("rate")
    return Rate(
        **(found | {"published": found["published"] or None}),
        value=value,
        decimals=read_as.decimals(fields["rate"], fields["decimals"]),
        citation=origin.citation,
    )
