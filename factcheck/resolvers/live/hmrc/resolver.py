"""
Overseas Trade Statistics of HM Revenue and Customs, from uktradeinfo: goods by partner and month, in pounds.

Asked only for sums that the service makes itself. It divides trade into four flow types, with the EU (1 imports,
2 exports) and with the rest (3, 4), and defines the United Kingdom's imports as 1 + 3 and its exports as 2 + 4 of the
same months. That is the one addition made here, and only where both are there. Headings of goods are left out: what is
withheld stands under other codes there, so that a heading's sum may be too small without a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from decimal import Decimal
from fractions import Fraction

from factcheck.observations import Answer, Failure, Observation, Query, SeriesQuery
from factcheck.periods import Period
from factcheck.places import countries
from factcheck.resolvers.live.access import Access
from factcheck.resolvers.live.budget import Allowance
from factcheck.resolvers.live.failure import LiveFailure, bad_payload
from factcheck.resolvers.live.hmrc.odata import (
    COUNT,
    FLOW_TYPES,
    IDS,
    Page,
    Sums,
    alpha_of,
    amount,
    country_id,
    fetch,
    is_country,
    last_month,
    month_of,
)
from factcheck.resolvers.live.rows import answer_of, citation, level, not_asked, one_each, vintage
from factcheck.resolvers.live.service import Service
from factcheck.resolvers.live.transport import Transport
from factcheck.resolvers.live.wanted import wanted_periods

SERVICE = Service(
    name="hmrc",
    source="hmrc",
    agency="HM Revenue and Customs",
    base_url="https://api.uktradeinfo.com",
    homepage="https://www.uktradeinfo.com/",
    licence="Open Government Licence v3.0. Contains public sector information licensed under the Open Government "
    "Licence v3.0.",
    holds="goods trade of the United Kingdom with each country, the EU and the world, by month and sums of months",
    valuation="exports FOB, imports CIF; customs basis, not the balance-of-payments basis of the ONS",
    lag="about six weeks",
    revisions="each release revises earlier months",
    limits="60 requests a minute",
    allowance=Allowance(1.0, None),
    revision=Fraction(1, 100),
    # its gate answers some requests with 403 "Ip Forbidden" at random, and the same request passes a moment later
    again=frozenset({403}),
)
EU_FROM = 2014  # earlier, it is not told whether countries that joined later count as members
MOST_PARTNERS = 20  # of one request: its address stays short
MOST_SPANS = 16  # sums of several months of one batch, each a request
MONTHS_BACK, YEARS_BACK = 60, 10  # of a whole series
TIRED = frozenset({Failure.UNAVAILABLE, Failure.RATE_LIMITED, Failure.TOO_BIG})
BOTH = "EU and non-EU trade together: flow types 1 and 3 are imports, 2 and 4 exports"


class Hmrc:
    """
    Answers from Overseas Trade Statistics; months of many partners in one request, and one a longer period.

    Args:
        access: how the service is reached.
    """

    name = SERVICE.name
    live = True
    costly = True  # each longer period is a request, and the world's is a sum over millions of lines
    service = SERVICE

    def __init__(self, access: Access) -> None:
        self._transport = Transport(SERVICE, access)
        self._today = access.now().date()

    def covers(self, query: Query) -> bool:
        """All goods of the United Kingdom with one place that has letters there, with the EU or the world."""
        return (
            isinstance(query, SeriesQuery)
            and query.reporter == "GBR"
            and not query.commodity
            and query.partner is not None
            and (
                query.partner in ("WLD", "EU") or (query.partner in countries() and alpha_of(query.partner) is not None)
            )
        )

    def resolve(self, queries: Sequence[Query]) -> Iterable[Answer]:
        """Answer every query; countries go out together, the world and the EU as well."""
        asked: dict[bool, list[SeriesQuery]] = {True: [], False: []}
        for query in queries:
            if isinstance(query, SeriesQuery) and self.covers(query):
                asked[query.partner in ("WLD", "EU")].append(query)
            else:
                yield not_asked(query, self.name)
        if asked[True]:
            yield from self._answers(asked[True], together=True)
        for start in range(0, len(asked[False]), MOST_PARTNERS):
            yield from self._answers(asked[False][start : start + MOST_PARTNERS], together=False)

    def _answers(self, queries: Sequence[SeriesQuery], *, together: bool) -> Iterator[Answer]:
        try:
            questions, complete = self._questions(queries, together=together)
            rows, whole = self._all_rows(questions)
        except LiveFailure as failed:
            yield from (failed.answer(query, self.name) for query in queries)
            return
        for query in queries:
            yield answer_of(query, self.name, rows, complete=complete and whole and query.periods is not None)

    def _all_rows(self, questions: Sequence[Sums]) -> tuple[list[Observation], bool]:
        """
        The figures of all questions, months first, and whether none is missing.

        A longer period that the service does not manage is left out where all its months are there: the checker adds
        them up, within what revisions may change.
        """
        rows: list[Observation] = []
        whole = True
        for question in questions:
            months = {row.period for row in rows}
            if not question.is_sure and last_month(question.span) not in months:
                continue  # its last month may be yet to come out
            try:
                rows += self._rows(question)
            except LiveFailure as failed:
                if (
                    question.monthly
                    or failed.failure not in TIRED
                    or not months.issuperset(question.span.months_parts())
                ):
                    raise
                whole = False
        return rows, whole

    def _questions(self, queries: Sequence[SeriesQuery], *, together: bool) -> tuple[list[Sums], bool]:
        """What is to be asked, and whether that is all that is wanted."""
        wanted = wanted_periods(queries, self._today, years_back=YEARS_BACK, months_back=MONTHS_BACK)
        if not wanted:
            return [], True
        newest = self._newest()
        # a year of which some months are yet to come out has a sum too, which is not the year's
        known = [period for period in wanted if period.months and (newest is None or period.last <= newest.last)]
        ids = {} if together else self._ids({query.partner for query in queries if query.partner})
        if not known or not (ids or together):
            return [], True
        months = {period for period in known if period.months == 1}
        longer = sorted(set(known) - months, key=lambda each: (each.days, each.last), reverse=True)
        if newest is None:
            months.update(last_month(period) for period in longer[:MOST_SPANS])
        spans = [Sums(span, True, ids) for span in _spans(months, by_year=together)]
        spans += [Sums(span, False, ids, is_sure=newest is not None) for span in longer[:MOST_SPANS]]
        return spans, len(longer) <= MOST_SPANS

    def _newest(self) -> Period | None:
        """The newest month that the service has; None where it does not understand the question."""

        def check(row: Mapping[str, object]) -> Period | None:
            found = row.get("m")
            if "m" in row and type(found) is not int:
                raise bad_payload(f"the newest month is {str(found)[:40]!r}")
            return month_of(found) if isinstance(found, int) else None

        try:
            pages = fetch(self._transport, "/OTS", [("$apply", "aggregate(MonthId with max as m)")], check)
        except LiveFailure as failed:
            if failed.failure is Failure.BAD_REQUEST:
                return None
            raise
        found = [newest for page in pages for row in page.rows if (newest := check(row)) is not None]
        if not found and any(page.rows for page in pages):
            return None
        if len(found) != 1:
            raise bad_payload(f"the newest month has {len(found)} rows")
        if found[0].last >= self._today:
            raise bad_payload(f"the newest month is {found[0]}, which is not over")
        return found[0]

    def _ids(self, partners: Set[str]) -> dict[int, str]:
        """The service's ids of places, from its own list; those that are known by heart where it gives none."""
        params = [("$select", "CountryId,CountryCodeAlpha,CountryName"), COUNT]
        try:
            rows = [row for page in fetch(self._transport, "/Country", params, is_country) for row in page.rows]
        except LiveFailure as failed:
            known = {number: partner for partner, number in IDS.items() if partner in partners}
            if failed.failure is Failure.BAD_REQUEST and len(known) == len(partners):
                return known
            raise
        if not rows:
            raise bad_payload("the list of countries is empty")
        found = {partner: country_id(partner, rows) for partner in sorted(partners)}
        ids = {number: partner for partner, number in found.items() if number is not None}
        if len(ids) != sum(number is not None for number in found.values()):
            raise bad_payload("two places have the same id in the list of countries")
        return ids

    def _rows(self, question: Sums) -> list[Observation]:
        """The figures of a question: what is asked for together is divided into the EU and the world."""
        pages = fetch(self._transport, "/OTS", question.params, question.check)
        parts: dict[tuple[str, Period], dict[int, Decimal | None]] = {}
        for page in pages:
            for row in page.rows:
                where, period, flow_type = question.key(row)
                values = parts.setdefault((where, period), {})
                if flow_type in values:
                    raise bad_payload(f"two sums of flow type {flow_type} in {period}; do pages overlap?")
                values[flow_type] = amount(row)
        found: list[Observation] = []
        for (where, period), values in sorted(parts.items()):
            for partner, flow, value in _figures(where, period, values):
                found.append(_observation(pages[0], partner, flow, period, value))
        return one_each(found)


def _spans(months: Iterable[Period], *, by_year: bool) -> Iterator[Period]:
    """
    From the first to the last of the months that are wanted, in one piece or by year.

    Sums over all countries are dear to the service, so that they are asked for in small pieces.
    """
    groups: dict[int, list[Period]] = {}
    for month in sorted(months):
        groups.setdefault(month.first.year if by_year else 0, []).append(month)
    for group in groups.values():
        yield Period(group[0].first, group[-1].last)


def _figures(where: str, period: Period, values: Mapping[int, Decimal | None]) -> Iterator[tuple[str, str, Decimal]]:
    """
    The figures of a place: (partner, flow, pounds). A country belongs to the EU or not, and changes that at most once.

    Raises:
        LiveFailure: a half of the world's trade is missing, so that the other half would be taken for all of it.
    """
    for first, second in ((2, 4), (1, 3)):
        flow = FLOW_TYPES[first]
        if not where and (first in values) != (second in values):
            raise bad_payload(f"{flow} in {period} without flow type {second if first in values else first}")
        parts = [values[each] for each in (first, second) if each in values]
        known = [part for part in parts if part is not None]
        if known and len(known) == len(parts):
            yield where or "WLD", flow, sum(known, Decimal(0))
        eu = values.get(first)
        if not where and eu is not None and period.first.year >= EU_FROM:
            yield "EU", flow, eu


def _observation(page: Page, partner: str, flow: str, period: Period, value: Decimal) -> Observation:
    return level(
        SERVICE,
        citation(SERVICE, page.reply, "OTS", note=BOTH if partner == "WLD" else ""),
        reporter="GBR",
        partner=partner,
        flow=flow,
        period=period,
        unit="GBP",
        value=value,
        published=vintage(page.reply, None, period),
    )
