"""
Chinese customs (GACC): the preliminary release by country and region, from the English pages.

An index page for each year links to a table for each month and currency. A table of month M has the month and the
year to date in dollars or yuan, and the growth of the year to date in that currency. Tables are asked for one by one,
with a pause of a second, so only those that the periods need are read, and no more than 60 in a run: those of a year
to date first, of these the newest first. The monthly bulletin is left out: some of its tables do not say their unit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from factcheck.observations import Answer, Failure, Observation, Query, SeriesQuery
from factcheck.periods import Period
from factcheck.resolvers.live.access import Access
from factcheck.resolvers.live.budget import Allowance
from factcheck.resolvers.live.failure import LiveFailure, bad_payload
from factcheck.resolvers.live.gacc.html import refuse_challenge
from factcheck.resolvers.live.gacc.index import CURRENT, Index, Page, index_path, link_path, read_index
from factcheck.resolvers.live.gacc.names import PARTNERS
from factcheck.resolvers.live.gacc.table import REPORTER, read_table
from factcheck.resolvers.live.reply import Expected
from factcheck.resolvers.live.rows import answer_of, not_asked
from factcheck.resolvers.live.service import Service
from factcheck.resolvers.live.transport import Transport
from factcheck.resolvers.live.wanted import wanted_periods

SERVICE = Service(
    name="gacc",
    source="gacc",
    agency="General Administration of Customs of China",
    base_url="http://english.customs.gov.cn",
    homepage="http://english.customs.gov.cn/statics/report/preliminary.html",
    licence="Government statistics without an open licence that is known: figures are quoted as facts, "
    "the General Administration of Customs of the PRC is named",
    holds="China's goods trade with the world and about 30 partners by month and year to date since 2019, "
    "in dollars and yuan, with the growth of the year to date",
    valuation="exports FOB, imports CIF; the total adds the two, as the office prints it",
    lag="7 to 14 days after the month; January and February together in March",
    revisions="a page stays as it was published; the office corrects earlier months in its monthly bulletin and, "
    "on 30 September, its yearbook",
    limits="none is published; a page a second, at most 60 tables a run",
    allowance=Allowance(1.0, 600),
    revision=Fraction(15, 1000),
    ca_note="asked over http, because the certificate of its https is not valid: nothing protects a page on its way, "
    "so each page is held against itself and kept as evidence",
)
MOST_TABLES = 60  # of a run
FIRST_YEAR = 2018  # of the index pages
FIRST_TABLES = 2019  # before, tables are pictures: a whole series begins here
MONTHS_BACK = 24  # of a whole series, before which it is years
CURRENCIES = ("USD", "CNY")
#: After these the service is not asked on: a query that misses a table by them has no answer.
_OF_THE_SERVICE = frozenset({Failure.UNAVAILABLE, Failure.UNAUTHORISED, Failure.RATE_LIMITED})

Tables = Mapping[Page, "list[Observation] | LiveFailure"]


class Gacc:
    """
    Answers from the preliminary release by country.

    Args:
        access: how the service is reached.
    """

    name = SERVICE.name
    live = True
    costly = True
    service = SERVICE

    def __init__(self, access: Access) -> None:
        self._transport = Transport(SERVICE, access)
        self._today = access.now().date()

    def covers(self, query: Query) -> bool:
        """All goods between China and a partner that has a row, or all that have one."""
        return (
            isinstance(query, SeriesQuery)
            and query.reporter == REPORTER
            and not query.commodity
            and (query.partner is None or query.partner in PARTNERS)
        )

    def resolve(self, queries: Sequence[Query]) -> Iterable[Answer]:
        """Answer every query; a table that several need is read once."""
        asked = [query for query in queries if isinstance(query, SeriesQuery) and self.covers(query)]
        tables = self._tables(self._pages(asked))
        for query in queries:
            if isinstance(query, SeriesQuery) and self.covers(query):
                yield self._answer(query, tables)
            else:
                yield not_asked(query, self.name)

    def _pages(self, queries: Sequence[SeriesQuery]) -> list[Page]:
        """The tables that have what the queries want, the most useful first."""
        years_back = max(self._today.year - FIRST_TABLES, 0)
        periods = wanted_periods(queries, self._today, years_back=years_back, months_back=MONTHS_BACK)
        months: dict[tuple[int, int], bool] = {}  # year and month -> whether the year to date is wanted
        for period in periods:
            found = _table_of(period)
            if found is not None:
                months[found] = months.get(found, False) or period.months != 1
        order = sorted(months, key=lambda month: (months[month], month), reverse=True)
        return [Page(year, month, currency) for year, month in order for currency in CURRENCIES]

    def _tables(self, pages: Sequence[Page]) -> Tables:
        """What each table has, or why it could not be read; those beyond the most that are read are left out."""
        reader = _Reader(self._transport)
        tables: dict[Page, list[Observation] | LiveFailure] = {}
        for page in pages:
            if reader.read >= MOST_TABLES:
                break
            try:
                tables[page] = reader.table(page)
            except LiveFailure as failed:
                tables[page] = failed
        return tables

    def _answer(self, query: SeriesQuery, tables: Tables) -> Answer:
        """
        The figures for a query.

        Tables are publications of their own: one that is refused for what it says takes nothing from the others, but
        the answer names it as a failure beside its figures. One that could not be had, because the service failed,
        leaves no answer.
        """
        own = self._pages([query])
        failures = [found for page in own if isinstance(found := tables.get(page), LiveFailure)]
        for failed in failures:
            if failed.failure in _OF_THE_SERVICE:
                return failed.answer(query, self.name)
        beyond = sum(page not in tables for page in own)
        rows = [row for found in tables.values() if not isinstance(found, LiveFailure) for row in found]
        answer = answer_of(query, self.name, rows)
        if failures:
            failed = failures[0]
        elif beyond and (query.periods is not None or not answer.observations):
            detail = f"{beyond} tables are beyond the {MOST_TABLES} that are read in a run; check fewer stories at once"
            failed = LiveFailure(Failure.TOO_BIG, detail)
        else:
            whole = query.partner is not None and query.periods is not None and not beyond
            return answer._replace(complete=whole)
        return failed.answer(query, self.name)._replace(observations=answer.observations, complete=False)


class _Reader:
    """Reads tables through the index pages, each of which is asked for once, and a fault in it remembered."""

    def __init__(self, transport: Transport) -> None:
        self.read = 0  # tables asked for
        self._transport = transport
        self._indexes: dict[str, Index | LiveFailure] = {}

    def table(self, page: Page) -> list[Observation]:
        """
        The figures of a table; none where there is no such table.

        Raises:
            LiveFailure: it, or its index, could not be read.
        """
        current = self._index(CURRENT, None)
        if page.year != current.year and page.year not in current.offered:
            return []
        index = current if page.year == current.year else self._index(index_path(page.year), page.year)
        link = index.links.get(page)
        if link is None:
            return []
        self.read += 1
        try:
            return self._transport.get(
                link_path(link),
                read=lambda reply: read_table(reply, page, SERVICE),
                expects=Expected.HTML,
                refused=refuse_challenge,
            )
        except LiveFailure as failed:
            if failed.failure is not Failure.NO_DATA:
                raise
            raise bad_payload(f"the index links to {page}, but {failed.detail}") from None

    def _index(self, path: str, year: int | None) -> Index:
        if path not in self._indexes:
            try:
                self._indexes[path] = self._transport.get(
                    path,
                    read=lambda reply: read_index(reply, year),
                    expects=Expected.HTML,
                    refused=refuse_challenge,
                    statuses={404: Failure.BAD_REQUEST},
                )
            except LiveFailure as failed:
                self._indexes[path] = failed
        found = self._indexes[path]
        if isinstance(found, LiveFailure):
            raise found
        return found


def _table_of(period: Period) -> tuple[int, int] | None:
    """The year and month of the table that has a period; None where no table has it."""
    year, months = period.first.year, period.months
    if months is None or year != period.last.year or year < FIRST_YEAR:
        return None
    if months == 1 or period.first.month == 1:
        return year, period.last.month
    return None
