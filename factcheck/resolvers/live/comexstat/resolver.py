"""
Comex Stat of Brazil's Foreign Trade Secretariat: its exports and imports with each country, by month, in dollars.

The service says little of what goes wrong: a country as a number, or a span of two calendar years, has an empty list
and "success". So codes are three digits of text from its own list, and each calendar year is a request of its own.
Names in rows are held against that list, in Portuguese, in which both are certain to be the same. It allows a request
every ten seconds or more: it is asked for what verdicts need only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import product

from factcheck.observations import Answer, Failure, Observation, Query, SeriesQuery
from factcheck.periods import Period
from factcheck.resolvers.live.access import Access
from factcheck.resolvers.live.budget import Allowance
from factcheck.resolvers.live.comexstat.codes import codes
from factcheck.resolvers.live.comexstat.reply import (
    FLOWS,
    WORLD,
    Call,
    FigureReader,
    Released,
    read_countries,
    read_released,
    refused,
)
from factcheck.resolvers.live.failure import LiveFailure, bad_payload
from factcheck.resolvers.live.rows import answer_of, not_asked, one_each
from factcheck.resolvers.live.service import Service
from factcheck.resolvers.live.transport import Transport
from factcheck.resolvers.live.wanted import months_of, wanted_periods, years_of

SERVICE = Service(
    name="comexstat",
    source="secex",
    agency="Foreign Trade Secretariat of Brazil (Secex)",
    base_url="https://api-comexstat.mdic.gov.br",
    homepage="https://comexstat.mdic.gov.br/en/home",
    licence="Brazilian open data: cite MDIC, Secex",
    holds="Brazil's goods trade with each country by month and year since 1997, all goods and HS 2, 4 and 6",
    valuation="exports and imports FOB; imports CIF as a cell of their own",
    lag="the first days of the next month",
    revisions="earlier months with every release, all as of its day",
    limits="a request every ten seconds by its own words, twelve were too few: twenty are kept",
    allowance=Allowance(20.0, 500),
    ca_note=(
        "its server does not send the intermediate certificate: name a bundle that has it in REQUESTS_CA_BUNDLE; "
        "verification is never switched off"
    ),
)
REPORTER = "BRA"
LANGUAGE = [("language", "pt")]
IN_ENGLISH = [("language", "en")]  # where names are not held against the service's list but are known here
FIRST_YEAR = 1997  # older figures are another table of the service
YEARS_BACK = 3  # of a whole series, which takes fourteen requests with them
MOST_CALLS = 30  # ten minutes
#: digits of a heading -> the service's filter.
HEADINGS = {2: "chapter", 4: "heading", 6: "subHeading"}
_HS = re.compile(r"hs:([0-9]{2}|[0-9]{4}|[0-9]{6})")


class ComexStat:
    """
    Answers from Comex Stat; one request for each flow and calendar year, and another for a whole year's sum.

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
        """Brazil's trade with a country, with the world or with each partner, in all goods or a heading."""
        return (
            isinstance(query, SeriesQuery)
            and query.reporter == REPORTER
            and (query.partner in (None, WORLD) or query.partner in codes())
            and (not query.commodity or _HS.fullmatch(query.commodity) is not None)
        )

    def resolve(self, queries: Sequence[Query]) -> Iterable[Answer]:
        """Answer every query; those of one commodity go out together."""
        groups: dict[str, list[SeriesQuery]] = {}
        for query in queries:
            if isinstance(query, SeriesQuery) and self.covers(query):
                groups.setdefault(query.commodity, []).append(query)
            else:
                yield not_asked(query, self.name)
        for commodity, asked in groups.items():
            yield from self._of_commodity(commodity, asked)

    def _of_commodity(self, commodity: str, queries: Sequence[SeriesQuery]) -> Iterator[Answer]:
        try:
            rows, failed = self._rows(commodity, queries)
        except LiveFailure as failure:
            yield from (failure.answer(query, self.name) for query in queries)
            return
        for query in queries:
            answer = answer_of(query, self.name, rows, complete=query.periods is not None)
            yield failed.beside(answer) if failed is not None else answer

    def _rows(self, commodity: str, queries: Sequence[SeriesQuery]) -> tuple[list[Observation], LiveFailure | None]:
        """The rows of all requests, and why one of them has none."""
        if not any(_wanted(queries, self._today)):
            return [], None
        released = self._transport.get(
            "/general/dates/updated", read=read_released, refused=refused, statuses={404: Failure.BAD_REQUEST}
        )
        calls = list(_calls(commodity, queries, self._today, released))
        if len(calls) > MOST_CALLS:
            raise LiveFailure(Failure.TOO_BIG, f"{len(calls)} requests, one every twenty seconds: ask for fewer years")
        countries: Mapping[str, str] = {}
        if not all(call.is_world for call in calls):
            countries = self._countries(optional=all(call.partners is not None for call in calls))
        rows: list[Observation] = []
        first: LiveFailure | None = None
        for call in calls:
            try:
                rows += self._figures(call, countries, released)
            except LiveFailure as failed:
                first = first or failed
        return one_each(rows), first

    def _countries(self, *, optional: bool) -> Mapping[str, str]:
        """The service's list of countries; none where it has none and countries that are asked by name will do."""
        try:
            return self._transport.get("/tables/countries", LANGUAGE, read=read_countries, refused=refused)
        except LiveFailure as failed:
            if not optional or failed.failure not in (Failure.NO_DATA, Failure.BAD_REQUEST):
                raise
            return {}

    def _figures(self, call: Call, countries: Mapping[str, str], released: Released) -> list[Observation]:
        body = {
            "flow": call.flow,
            "monthDetail": call.by_month,
            "period": {"from": f"{call.first}", "to": f"{call.last}"},
            "filters": [*_country_filter(call, countries), *_commodity_filter(call.commodity)],
            "details": [] if call.is_world else ["country"],
            "metrics": list(FLOWS[call.flow][1]),
        }
        reader = FigureReader(call, countries, released, SERVICE)
        language = LANGUAGE if countries or call.is_world else IN_ENGLISH
        return self._transport.post(
            "/general", body, language, read=reader.read, refused=refused, statuses={404: Failure.BAD_REQUEST}
        )


def _wanted(queries: Iterable[SeriesQuery], today: date) -> list[Period]:
    """The months and whole years that are over, as far back as the service has them."""
    found = wanted_periods(queries, today, years_back=YEARS_BACK, months_back=12 * YEARS_BACK)
    own = {*months_of(found), *map(Period.of_year, years_of(found))}
    return sorted(period for period in own if period.first.year >= FIRST_YEAR)


def _calls(commodity: str, queries: Sequence[SeriesQuery], today: date, released: Released) -> Iterator[Call]:
    """The requests for the world and those for partners, within one calendar year each."""
    single = [query for query in queries if query.partner != WORLD]
    world = [query for query in queries if query.partner in (None, WORLD)]
    named = frozenset(query.partner for query in single if query.partner is not None)
    partners = None if any(query.partner is None for query in single) else named
    for asked, who in ((world, frozenset[str]()), (single, partners)):
        wanted = [period for period in _wanted(asked, today) if period.last <= released.newest.last]
        for year, flow in product(sorted({period.first.year for period in wanted}), FLOWS):
            months = [period for period in months_of(wanted) if period.first.year == year]
            if year in years_of(wanted):
                yield Call(flow, commodity, who, Period.of_months(year, 1), Period.of_months(year, 12), by_month=False)
            if months:
                yield Call(flow, commodity, who, months[0], months[-1], by_month=True)


def _country_filter(call: Call, countries: Mapping[str, str]) -> Iterator[dict[str, object]]:
    """The codes of the countries as three digits of text, each of which the service lists; none for all."""
    if call.partners:
        asked = {
            partner: [code for code in codes()[partner] if code in countries or not countries]
            for partner in sorted(call.partners)
        }
        missing = [partner for partner, known in asked.items() if not known]
        if missing:
            raise bad_payload(f"the service's list of countries does not have {', '.join(missing)} under a known code")
        yield {"filter": "country", "values": [code for known in asked.values() for code in known]}


def _commodity_filter(commodity: str) -> Iterator[dict[str, object]]:
    """The heading; a filter that the service does not know is refused by it, never passed over."""
    heading = _HS.fullmatch(commodity)
    if heading:
        yield {"filter": HEADINGS[len(heading[1])], "values": [heading[1]]}
