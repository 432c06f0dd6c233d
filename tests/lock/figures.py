"""Rows and services for the tests of the lock: every number is invented."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal

from factcheck.evidence.request import Request
from factcheck.evidence.store import EvidenceStore
from factcheck.observations import Answer, Citation, Failure, Observation, Query, SeriesQuery, Standing
from factcheck.periods import Period

NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)
YEAR = Period.parse("2024")


def query(*periods: str, partner: str | None = "RUS", reporter: str = "CHN") -> SeriesQuery:
    """A question about a pair, for all periods if none is named."""
    return SeriesQuery(reporter, partner, periods=frozenset(map(Period.parse, periods)) if periods else None)


def row(
    value: str = "244.81",
    period: str = "2024",
    *,
    published: date | None = date(2025, 1, 13),
    source: str = "gacc",
    dataset: str = "totals",
    url: str = "https://example.org/1",
    reporter: str = "CHN",
    partner: str = "RUS",
    flow: str = "total",
    standing: Standing = Standing.DECIDES,
    retrieved: datetime | None = None,
    evidence: str = "",
    rank: int = 0,
    local: bool = False,
    note: str = "",
) -> Observation:
    """A level in billions of dollars."""
    return Observation(
        reporter=reporter,
        partner=partner,
        flow=flow,
        commodity="",
        scope="goods",
        valuation="",
        unit="USD",
        period=Period.parse(period),
        measure="level",
        value=Decimal(value),
        unit_multiplier=9,
        decimals=len(value.partition(".")[2]),
        published=published,
        standing=standing,
        citation=Citation(
            source, dataset, "An office", url, "primary", note, local, retrieved=retrieved, evidence=evidence, rank=rank
        ),
    )


def read_on(day: str, value: str, period: str = "2024") -> Observation:
    """A row of a service that states no day: it counts from the day on which it was read."""
    moment = datetime.fromisoformat(f"{day}T12:00:00+00:00")
    return row(value, period, published=moment.date(), source="service", retrieved=moment, evidence=digest(value))


def digest(text: str) -> str:
    """The sha256 of a reply."""
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass
class Table:
    """A resolver that answers from a list of rows, honestly."""

    rows: Sequence[Observation]
    name: str = "table"
    live: bool = False
    asked: list[Query] = field(default_factory=list)

    def resolve(self, queries: Sequence[Query]) -> Iterable[Answer]:
        self.asked += queries
        return [self._answer(each) for each in queries]

    def _answer(self, query: Query) -> Answer:
        found = tuple(
            each
            for each in self.rows
            if isinstance(query, SeriesQuery)
            and (each.reporter, each.commodity) == (query.reporter, query.commodity)
            and query.partner in (None, each.partner)
            and (query.periods is None or each.period in query.periods)
        )
        return Answer(query, self.name, found, failure=None if found else Failure.NO_DATA)


@dataclass
class Service:
    """
    A public service: it says what it says now, states no day, and may be down; its replies are kept as evidence.
    """

    figures: dict[str, str]  # by period
    now: datetime = NOON
    down: bool = False
    evidence: EvidenceStore | None = None
    name: str = "service"
    live: bool = True

    def resolve(self, queries: Sequence[Query]) -> Iterable[Answer]:
        return [self._answer(each) for each in queries]

    def _answer(self, query: Query) -> Answer:
        if self.down:
            return Answer(query, self.name, failure=Failure.UNAVAILABLE, detail="the line is cut")
        if not isinstance(query, SeriesQuery) or query[:2] != ("CHN", "RUS"):
            return Answer(query, self.name, failure=Failure.NO_DATA)
        body = repr(sorted(self.figures.items())).encode()
        sha256 = hashlib.sha256(body).hexdigest()
        if self.evidence is not None:
            request = Request("GET", "https://example.org/service", (), "", "")
            self.evidence.keep(request, status=200, content_type="", body=body, retrieved=self.now)
        rows = tuple(
            row(value, period, published=self.now.date(), source="service", retrieved=self.now, evidence=sha256)
            for period, value in sorted(self.figures.items())
            if query.periods is None or Period.parse(period) in query.periods
        )
        return Answer(query, self.name, rows, failure=None if rows else Failure.NO_DATA)
