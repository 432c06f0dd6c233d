"""
World Development Indicators of the World Bank: exports and imports of each economy with the world, by year, in dollars.

The service says that it refuses a question under status 200, in a list of messages; one code that it does not know
spoils a request for many, so that those are then asked in halves. A year without a figure comes as null: it is absent,
never zero.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from factcheck.observations import Answer, Failure, Observation, Query, SeriesQuery, Standing
from factcheck.periods import Period
from factcheck.places import by_code, countries
from factcheck.resolvers.live.access import Access
from factcheck.resolvers.live.budget import Allowance
from factcheck.resolvers.live.failure import LiveFailure, bad_payload
from factcheck.resolvers.live.reply import Reply
from factcheck.resolvers.live.rows import answer_of, citation, day_of, level, not_asked, number, one_each, vintage
from factcheck.resolvers.live.service import Service
from factcheck.resolvers.live.transport import Transport
from factcheck.resolvers.live.wanted import wanted_periods, years_of

SERVICE = Service(
    name="world-bank",
    source="world-bank",
    agency="World Bank",
    base_url="https://api.worldbank.org/v2",
    homepage="https://data.worldbank.org",
    licence="CC BY 4.0: World Bank, World Development Indicators, from data of the World Trade Organization",
    holds="exports and imports of 216 economies and of the world by year, goods, and goods with services; no partners",
    valuation="goods as the World Trade Organization has them; goods with services from the national accounts",
    lag="about a year; several updates a year",
    revisions="with each update, all years at once",
    limits="none is published; one request at a time",
    allowance=Allowance(1.0, 500),
    standing=Standing.SUPPORTS,
)
DATASET = "wdi"
WORLD, WORLD_ID = "WLD", "1W"
#: indicator -> flow, scope.
INDICATORS = {
    "TX.VAL.MRCH.CD.WT": ("exports", "goods"),
    "TM.VAL.MRCH.CD.WT": ("imports", "goods"),
    "NE.EXP.GNFS.CD": ("exports", "goods-and-services"),
    "NE.IMP.GNFS.CD": ("imports", "goods-and-services"),
}
#: Places that are no economies of the bank; Taiwan is counted nowhere, small territories with their states.
NO_ECONOMIES = """\
AIA ALA ATA ATF BES BLM BVT CCK COK CXR ESH FLK GGY GLP GUF HMD IOT JEY MSR MTQ MYT NFK NIU PCN REU SGS SHN SJM SPM
TKL TWN UMI VAT WLF XGZ XWB
"""
NOT_HELD = frozenset(NO_ECONOMIES.split())
FIRST_YEAR = 1960  # of the bank's series: a whole one is asked for from there
PLACES_AT_ONCE = 30
PER_PAGE = 1000
MOST_PAGES = 10
#: ids of messages that say that there is nothing; all others say that the question is wrong.
NOTHING = frozenset({"175"})  # the indicator was deleted or archived
_OF_A_QUESTION = frozenset({Failure.BAD_REQUEST})  # another question may be answered
_YEAR = re.compile(r"[12][0-9]{3}")
_MESSAGE = re.compile(rb'(?:\xef\xbb\xbf)?\s*\[\s*\{\s*"message"')


class WorldBank:
    """
    Answers from the World Development Indicators; one request for each indicator and thirty places.

    Args:
        access: how the service is reached.
    """

    name = SERVICE.name
    live = True
    service = SERVICE

    def __init__(self, access: Access) -> None:
        self._transport = Transport(SERVICE, access)
        self._today = access.now().date()

    def covers(self, query: Query) -> bool:
        """All goods of a country, or of the world, with the world: there are no partners and no commodities."""
        return (
            isinstance(query, SeriesQuery)
            and not query.commodity
            and query.partner == WORLD
            and (query.reporter == WORLD or query.reporter in countries() - NOT_HELD)
        )

    def resolve(self, queries: Sequence[Query]) -> Iterable[Answer]:
        """Answer every query; up to thirty places go out together."""
        asked = []
        for query in queries:
            if isinstance(query, SeriesQuery) and self.covers(query):
                asked.append(query)
            else:
                yield not_asked(query, self.name)
        for start in range(0, len(asked), PLACES_AT_ONCE):
            yield from self._together(asked[start : start + PLACES_AT_ONCE])

    def _together(self, queries: Sequence[SeriesQuery]) -> Iterator[Answer]:
        back = self._today.year - FIRST_YEAR
        years = years_of(wanted_periods(queries, self._today, years_back=back, months_back=0))
        places = frozenset(query.reporter for query in queries)
        found, refused = [], frozenset[str]()
        for indicator in INDICATORS if years else ():
            found.append(self._found(_Question(indicator, places - refused, years[0], years[-1])))
            if len(found) == 1:  # a place that is refused at once is not known, and spoils each request that it is in
                refused = frozenset(place for place, why in found[0].failed.items() if why.failure in _OF_A_QUESTION)
        for query in queries:
            yield self._answer(query, found)

    def _answer(self, query: SeriesQuery, found: Sequence[_Found]) -> Answer:
        """The figures for a query; an indicator that failed takes nothing from the others and is named beside them."""
        failed = [each.failed[query.reporter] for each in found if query.reporter in each.failed]
        try:
            answer = answer_of(query, self.name, one_each(row for each in found for row in each.rows))
        except LiveFailure as twice:
            return twice.answer(query, self.name)
        serious = [each for each in failed if each.failure is not Failure.NO_DATA]
        if serious:
            return serious[0].beside(answer)
        return failed[0].answer(query, self.name) if failed and not answer.observations else answer

    def _found(self, question: _Question) -> _Found:
        """The rows of an indicator, and why places have none; one place that is refused spoils it for all others."""
        places = sorted(question.places)
        if not places:
            return _Found([], {})
        try:
            return _Found(self._of_indicator(question), {})
        except LiveFailure as failed:
            if failed.failure not in _OF_A_QUESTION or len(places) == 1:
                return _Found([], dict.fromkeys(places, failed))
        half = len(places) // 2
        one, other = (self._found(question._replace(places=frozenset(part))) for part in (places[:half], places[half:]))
        return _Found([*one.rows, *other.rows], {**one.failed, **other.failed})

    def _of_indicator(self, question: _Question) -> list[Observation]:
        path = f"/country/{';'.join(sorted(question.places))}/indicator/{question.indicator}"
        span = str(question.first) if question.first == question.last else f"{question.first}:{question.last}"
        pages: list[_Page] = []
        while not pages or len(pages) < pages[0].pages:
            params = [("format", "json"), ("date", span), ("per_page", str(PER_PAGE)), ("page", str(len(pages) + 1))]
            pages.append(
                self._transport.get(
                    path,
                    params,
                    read=_Reader(question, pages).read,
                    refused=_refused,
                    statuses={404: Failure.BAD_REQUEST},
                )
            )
        return [row for page in pages for row in page.rows]


class _Question(NamedTuple):
    """What was asked, which every row of a reply is held against."""

    indicator: str
    places: frozenset[str]
    first: int
    last: int


class _Found(NamedTuple):
    """What there is of an indicator: rows, and for places without why."""

    rows: list[Observation]
    failed: dict[str, LiveFailure]


class _Page(NamedTuple):
    """One page: what it says of all pages, the cells it has, and the rows of those with a figure."""

    pages: int
    total: int
    updated: str
    cells: frozenset[tuple[str, int]]
    rows: list[Observation]


class _Reader:
    """Reads the next page, which must go on where those before it ended."""

    def __init__(self, question: _Question, before: Sequence[_Page]) -> None:
        self._question, self._before = question, tuple(before)

    def read(self, reply: Reply) -> _Page:
        """
        The page of a reply.

        Raises:
            LiveFailure: another form, another page, another release, or a row of something that was not asked for.
        """
        head, lines = _parts(reply.json())
        page = self._page(head, lines, reply)
        self._check_order(head, page, len(lines))
        return page

    def _page(self, head: dict[str, Any], lines: list[Any], reply: Reply) -> _Page:
        updated = str(head.get("lastupdated") or "")
        cells: set[tuple[str, int]] = set()
        rows: list[Observation] = []
        for line in lines:
            place, year = self._cell(line)
            if (place, year) in cells or any((place, year) in page.cells for page in self._before):
                raise bad_payload(f"{self._question.indicator} of {place} in {year} came twice")
            cells.add((place, year))
            if line.get("value") is not None:
                rows.append(self._row(line, place, Period.of_year(year), updated, reply))
        return _Page(_count(head, "pages"), _count(head, "total"), updated, frozenset(cells), rows)

    def _check_order(self, head: dict[str, Any], page: _Page, lines: int) -> None:
        asked = len(self._before) + 1
        if not page.pages or not page.total:
            if lines or self._before:
                raise bad_payload("a page with rows that says there are none")
            return
        if page.pages > MOST_PAGES:
            raise LiveFailure(Failure.TOO_BIG, f"the service has {page.pages} pages for this")
        if _count(head, "page") != asked:
            raise bad_payload(f"page {asked} was asked for, page {head.get('page')} came")
        first = self._before[0] if self._before else page
        if (page.pages, page.total, page.updated) != (first.pages, first.total, first.updated):
            raise bad_payload("the data were updated between two pages")
        if asked == page.pages and lines + sum(len(each.cells) for each in self._before) != page.total:
            raise bad_payload(f"the pages do not have the {page.total} rows that they promise")

    def _cell(self, line: object) -> tuple[str, int]:
        """The place and the year of a row, both asked for."""
        if not isinstance(line, dict) or not isinstance(line.get("indicator"), dict):
            raise bad_payload("a row has another form than the service's")
        if line["indicator"].get("id") != self._question.indicator:
            raise bad_payload(f"a row of {str(line['indicator'].get('id'))[:40]!r}, which was not asked for")
        place, date = _place(line), str(line.get("date"))
        if place not in self._question.places:
            raise bad_payload(f"a row of {str(place)[:20]!r}, which was not asked for")
        if not _YEAR.fullmatch(date) or not self._question.first <= int(date) <= self._question.last:
            raise bad_payload(f"a row of {date[:20]!r}, which was not asked for")
        return place, int(date)

    def _row(self, line: dict[str, Any], place: str, period: Period, updated: str, reply: Reply) -> Observation:
        flow, scope = INDICATORS[self._question.indicator]
        if line.get("unit"):
            raise bad_payload(f"a row in the unit {str(line['unit'])[:20]!r}, not in plain dollars")
        status = str(line.get("obs_status") or "").strip()
        row = level(
            SERVICE,
            citation(SERVICE, reply, DATASET, note=f"marked {status[:20]!r} by the service" if status else ""),
            reporter=place,
            partner=WORLD,
            flow=flow,
            period=period,
            unit="USD",
            value=number(line["value"], f"the value of {place} in {period}"),
            published=vintage(reply, day_of(updated, "lastupdated") if updated else None, period),
            scope=scope,
        )
        # no office counts the world: as in the embedded snapshot, the bank's total decides
        return row._replace(standing=Standing.DECIDES) if place == WORLD else row


def _parts(found: object) -> tuple[dict[str, Any], list[Any]]:
    """The head and the rows of a reply; null in place of rows is none."""
    if isinstance(found, list) and len(found) == 2 and isinstance(found[0], dict) and "pages" in found[0]:
        rows = found[1] if found[1] is not None else []
        if isinstance(rows, list):
            return found[0], rows
    raise bad_payload("the reply has another form than a head and a list of rows")


def _refused(reply: Reply) -> None:
    """
    See whether the service says in words that it has no answer, whatever the status.

    Raises:
        LiveFailure: it does.
    """
    if not _MESSAGE.match(reply.body):
        return
    found = reply.json()
    messages = found[0]["message"] if isinstance(found, list) and isinstance(found[0], dict) else None
    if not isinstance(messages, list) or not messages or not isinstance(messages[0], dict):
        raise bad_payload("a message of the service without words")
    first = messages[0]
    failure = Failure.NO_DATA if str(first.get("id")) in NOTHING else Failure.BAD_REQUEST
    raise LiveFailure(failure, f"the service says: {first.get('key', '')}: {first.get('value', '')}")


def _count(head: dict[str, Any], name: str) -> int:
    """A count of the head; some replies have it as text."""
    value = head.get(name)
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 9:
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    raise bad_payload(f"the head of the reply says {name} {str(value)[:20]!r}")


def _place(line: dict[str, Any]) -> str:
    """Our code of a row's place; where aggregates have no code of three letters it is told by the short one."""
    code = str(line.get("countryiso3code") or "")
    country = line.get("country")
    if code or not isinstance(country, dict):
        return code
    short = str(country.get("id") or "")
    return WORLD if short == WORLD_ID else _by_alpha2(short)


def _by_alpha2(short: str) -> str:
    return next((code for code in countries() - NOT_HELD if by_code(code).alpha2 == short), "")
