"""
International trade of the United States Census Bureau: goods by partner and heading, by month and from January.

Census basis, not seasonally adjusted: headlines on the deficit mostly are adjusted and on a balance-of-payments
basis, which is another cell. Asked with a key, which is free; without one nothing is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial

from factcheck.observations import Answer, Failure, Observation, Query, SeriesQuery
from factcheck.periods import Period
from factcheck.resolvers.live.access import Access
from factcheck.resolvers.live.budget import Allowance
from factcheck.resolvers.live.census.codes import code_of
from factcheck.resolvers.live.census.table import EXPORTS, IMPORTS, Question, read, released_together
from factcheck.resolvers.live.failure import LiveFailure, one_line
from factcheck.resolvers.live.reply import Reply
from factcheck.resolvers.live.rows import answer_of, not_asked
from factcheck.resolvers.live.service import Key, Service
from factcheck.resolvers.live.transport import Transport
from factcheck.resolvers.live.wanted import wanted_periods

KEY = Key("CENSUS_API_KEY", parameter="key")
SERVICE = Service(
    name="census",
    source="census",
    agency="US Census Bureau",
    base_url="https://api.census.gov/data/timeseries/intltrade",
    homepage="https://www.census.gov/foreign-trade/",
    licence="US government, public domain. This product uses the Census Bureau Data API but is not endorsed or "
    "certified by the Census Bureau.",
    holds="goods trade of the United States with each country and the EU, in all and by HS heading: months, and years "
    "to date, from 2010",
    valuation="exports FAS; general imports at customs value, CIF as a cell of its own; not seasonally adjusted",
    lag="about five weeks",
    revisions="the month before with each release, and whole years each June",
    limits="a key, free; none is published with one",
    allowance=Allowance(0.5, 2000),
    key=KEY,
)
NO_KEY = f"the service wants a key: set {KEY.variable}; one is free at https://api.census.gov/data/key_signup.html"
FIRST = Period.of_months(2010, 1)
MOST_PARTNERS = 40  # of one request: its address stays short
MOST_MONTHS = 12  # of one question for all partners, each a request for each flow


class Census:
    """
    Answers from the international trade time series; one request for exports and one for imports.

    Args:
        access: how the service is reached.
    """

    name = SERVICE.name
    live = True
    service = SERVICE

    def __init__(self, access: Access) -> None:
        self._transport = Transport(SERVICE, access)
        self._offline = access.offline
        self._today = access.now().date()

    def covers(self, query: Query) -> bool:
        """Goods of the United States with a place that has a code there, or with all in a few periods."""
        return (
            isinstance(query, SeriesQuery)
            and query.reporter == "USA"
            and (not query.commodity or query.commodity.startswith("hs:"))
            and (query.partner in code_of() if query.partner is not None else query.periods is not None)
        )

    def resolve(self, queries: Sequence[Query]) -> Iterable[Answer]:
        """Answer every query; those of the same goods go out together."""
        groups: dict[tuple[str, bool], list[SeriesQuery]] = {}
        for query in queries:
            if isinstance(query, SeriesQuery) and self.covers(query):
                groups.setdefault((query.commodity, query.partner is None), []).append(query)
            else:
                yield not_asked(query, self.name)
        for (commodity, everyone), asked in groups.items():
            size = len(asked) if everyone else MOST_PARTNERS
            for start in range(0, len(asked), size):
                yield from self._answers(commodity, asked[start : start + size])

    def _answers(self, commodity: str, queries: Sequence[SeriesQuery]) -> Iterator[Answer]:
        try:
            rows, failed = self._rows(commodity, queries)
        except LiveFailure as failure:
            yield from (failure.answer(query, self.name) for query in queries)
            return
        for query in queries:
            # the European Union's whole series begins later here than the service's, all partners' stops at some months
            complete = query.partner is not None and not (query.partner == "EU" and query.periods is None)
            answer = answer_of(query, self.name, rows, complete=complete)
            yield failed.beside(answer) if failed is not None else answer

    def _rows(self, commodity: str, queries: Sequence[SeriesQuery]) -> tuple[list[Observation], LiveFailure | None]:
        """The rows of all requests, and why one of them has none."""
        if not self._transport.has_key and not self._offline:
            raise LiveFailure(Failure.UNAUTHORISED, NO_KEY)
        months = _months(queries, self._today)
        if not months:
            return [], None
        named = tuple(sorted({query.partner for query in queries if query.partner is not None}))
        spans = [(months[0], months[-1])] if named else [(month, month) for month in months[-MOST_MONTHS:]]
        questions = [
            Question(side, commodity, named or None, first, last)
            for first, last in spans
            for side in (EXPORTS, IMPORTS)
        ]
        rows: list[Observation] = []
        first: LiveFailure | None = None
        for question in questions:
            try:
                rows += self._ask(question)
            except LiveFailure as failed:
                first = first or failed
        return released_together(rows), first

    def _ask(self, question: Question) -> list[Observation]:
        try:
            return self._transport.get(
                f"/{question.side.flow}/hs",
                question.params,
                read=partial(read, question, SERVICE),
                keyed=True,
                refused=_refused,
                statuses={404: Failure.BAD_REQUEST},
            )
        except LiveFailure as failed:
            if failed.failure is Failure.NO_DATA:  # of one flow; the other may have some
                return []
            raise


def _months(queries: Sequence[SeriesQuery], today: date) -> list[Period]:
    """
    The months whose rows have the periods that are wanted: a month has its own, and the sum from January to it.

    A whole series is every month that the service has.
    """
    months = {FIRST.shift_months(n) for n in range(_since(FIRST, today))} if _has_whole(queries) else set()
    for period in wanted_periods((query for query in queries if query.periods is not None), today):
        last = period.last
        if period.months == 1 or (period.months and period.first.month == 1 and period.first.year == last.year):
            months.add(Period.of_months(last.year, last.month))
    return sorted(month for month in months if month >= FIRST)


def _has_whole(queries: Sequence[SeriesQuery]) -> bool:
    return any(query.periods is None for query in queries)


def _since(first: Period, today: date) -> int:
    return (today.year - first.first.year) * 12 + today.month - first.first.month


def _refused(reply: Reply) -> None:
    """
    What the service says in words of its own: it has no envelope for errors, and pages come with status 200.

    Raises:
        LiveFailure: the key is not accepted, the question is, or the service is in trouble.
    """
    said = reply.body[:2000].decode("utf-8", "replace").strip()
    words = said.lower()
    about_key = any(mark in words for mark in ("invalid key", "missing key", "a valid <em>key</em>"))
    if about_key and not words.startswith("["):
        raise LiveFailure(
            Failure.UNAUTHORISED, f"the service does not accept the key in {KEY.variable}; was it activated?"
        )
    if words.startswith("there was an error while running your query"):
        raise LiveFailure(Failure.UNAVAILABLE, "the service says that there was an error while running the query")
    if reply.status == 400:
        raise LiveFailure(Failure.BAD_REQUEST, f"the service refused the question: {one_line(said)[:160]}")
