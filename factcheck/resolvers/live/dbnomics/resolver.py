"""
DBnomics: euro exchange rates of the European Central Bank, passed on. Asked by name only, never a source of its own.

A data set there stays as it was when its provider changes what DBnomics reads: the frozen copy looks as good as the
day's. So a period after the last one of its series is refused and the day of the copy named. For this reason, and
because nothing in a series says in which multiple of dollars it is, trade (its copy of the IMF's DOT, frozen since
2025) is not asked for here: the IMF itself is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from factcheck.observations import Answer, Failure, Query, Rate, RateQuery, Standing
from factcheck.periods import Period
from factcheck.resolvers.live.access import Access
from factcheck.resolvers.live.budget import Allowance
from factcheck.resolvers.live.dbnomics.series import Kind, OneSeries, Page, PageReader
from factcheck.resolvers.live.failure import LiveFailure, bad_payload, no_data
from factcheck.resolvers.live.reply import Reply
from factcheck.resolvers.live.rows import citation, not_asked, rates_answer
from factcheck.resolvers.live.service import Service
from factcheck.resolvers.live.transport import Transport

SERVICE = Service(
    name="dbnomics",
    source="dbnomics",
    agency="DBnomics",
    base_url="https://api.db.nomics.world/v22",
    homepage="https://db.nomics.world",
    licence="that of each provider; European Central Bank: reuse with the source named",
    holds="copies of other sources; here the euro rates of the European Central Bank, averages of months to years",
    valuation="none: rates only",
    lag="that of the provider and some days more; a copy can stand still without notice",
    revisions="those of the provider, when DBnomics reads it again",
    limits="none is published; a thousand series a page",
    allowance=Allowance(1.0, 500),
    standing=Standing.SUPPORTS,
    revision=Fraction(1, 100),
    by_default=False,
)
AGENCY = "European Central Bank, by DBnomics"
EURO = "EUR"
RATES = Kind(
    provider="ECB",
    dataset="EXR",
    code="{FREQ}.{CURRENCY}.{CURRENCY_DENOM}.{EXR_TYPE}.{EXR_SUFFIX}",
    fixed={"CURRENCY_DENOM": EURO, "EXR_TYPE": "SP00", "EXR_SUFFIX": "A"},  # reference rates, averages
)
#: Currencies that the bank publishes reference rates of, or did: roubles to March 2022, levs to 2025.
CURRENCIES = frozenset(
    (
        *("AUD", "BGN", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "GBP", "HKD", "HUF", "IDR", "ILS", "INR", "ISK"),
        *("JPY", "KRW", "MXN", "MYR", "NOK", "NZD", "PHP", "PLN", "RON", "RUB", "SEK", "SGD", "THB", "TRY", "USD"),
        "ZAR",
    )
)
FREQUENCIES = ("M", "Q", "A")
PAGE = 1000  # the most that the service gives
MOST_PAGES = 20


class DBnomics:
    """
    Answers what a euro cost on average, in one request for all currencies and frequencies.

    Args:
        access: how the service is reached.
    """

    name = SERVICE.name
    live = True
    knows_rates = True
    service = SERVICE

    def __init__(self, access: Access) -> None:
        self._transport = Transport(SERVICE, access)
        self._today = access.now().date()

    def covers(self, query: Query) -> bool:
        """The average over a month, a quarter or a year, of a currency or of all against the euro."""
        return (
            isinstance(query, RateQuery)
            and query.period is not None
            and query.period.freq in FREQUENCIES
            and (query.currency == EURO or query.currency in CURRENCIES)
        )

    def resolve(self, queries: Sequence[Query]) -> Iterable[Answer]:
        """Answer every query; all go out together."""
        asked: list[tuple[RateQuery, Period]] = []
        for query in queries:
            if isinstance(query, RateQuery) and query.period is not None and self.covers(query):
                asked.append((query, query.period))
            else:
                yield not_asked(query, self.name)
        wanted = _series_of([(period.freq, query.currency) for query, period in asked if period.last < self._today])
        try:
            found = self._series(wanted) if wanted else {}
        except LiveFailure as failed:
            yield from (failed.answer(query, self.name) for query, _ in asked)
            return
        for query, period in asked:
            yield self._answer(query, period, found.values())

    def _answer(self, query: RateQuery, period: Period, found: Iterable[OneSeries]) -> Answer:
        fitting = [each for each in found if _fits(each, query.currency, period)]
        try:
            rates = [_rate(each, period) for each in fitting if period in each.values]
            if not rates and fitting:
                raise _stale(fitting, period)
        except LiveFailure as failed:
            return failed.answer(query, self.name)
        return rates_answer(query, self.name, rates)

    def _series(self, wanted: Mapping[str, Mapping[str, str]]) -> dict[str, OneSeries]:
        """
        All series that the service has of those, page after page.

        Raises:
            LiveFailure: pages that overlap, are missing, or were renewed while they were read.
        """
        reader = PageReader(RATES, wanted)
        found: dict[str, OneSeries] = {}
        first: Page | None = None
        for _ in range(MOST_PAGES):
            page = self._page(reader, wanted, len(found))
            first = first or page
            _check_page(page, first, found)
            found.update(page.series)
            if len(found) == page.total:
                return found
            if not page.series:
                raise bad_payload(f"a page without series, after {len(found)} of {page.total}")
        raise LiveFailure(Failure.TOO_BIG, f"more than {MOST_PAGES} pages")

    def _page(self, reader: PageReader, wanted: Mapping[str, Mapping[str, str]], offset: int) -> Page:
        names = sorted({name for dimensions in wanted.values() for name in dimensions})
        dimensions = {name: sorted({each[name] for each in wanted.values()}) for name in names}
        return self._transport.get(
            f"/series/{RATES.provider}/{RATES.dataset}",
            [
                ("dimensions", json.dumps(dimensions, separators=(",", ":"))),
                ("observations", "1"),
                ("format", "json"),
                ("limit", str(PAGE)),
                ("offset", str(offset)),
            ],
            read=reader.read,
            refused=_refused,
            statuses={404: Failure.BAD_REQUEST},
        )


def _series_of(pairs: Sequence[tuple[str, str]]) -> dict[str, dict[str, str]]:
    """Code of a series -> its dimensions, for every frequency and currency of the pairs; the euro is against all."""
    frequencies = {freq for freq, _ in pairs}
    named = {currency for _, currency in pairs}
    currencies = CURRENCIES if EURO in named else named
    found = ({"FREQ": freq, "CURRENCY": each, **RATES.fixed} for freq in frequencies for each in currencies)
    return {RATES.code.format(**dimensions): dimensions for dimensions in found}


def _check_page(page: Page, first: Page, found: Mapping[str, OneSeries]) -> None:
    if page.offset != len(found):
        raise bad_payload(f"a page from the series {page.offset} on, in place of {len(found)}")
    if page.total != first.total:
        raise bad_payload(f"there were {first.total} series, and on a later page {page.total}")
    if page.indexed > first.indexed:
        raise bad_payload(f"the data set was renewed on {page.indexed} while its pages were read; try again")
    if twice := sorted({*page.series} & {*found}):
        raise bad_payload(f"the series {twice[0]} comes on two pages")


def _fits(series: OneSeries, currency: str, period: Period) -> bool:
    return series.dimensions["FREQ"] == period.freq and currency in (EURO, series.dimensions["CURRENCY"])


def _rate(series: OneSeries, period: Period) -> Rate:
    value, currency = series.values[period], series.dimensions["CURRENCY"]
    if value <= 0:
        raise bad_payload(f"a euro cost {value} {currency} in {period}")
    if series.indexed <= period.last:
        raise bad_payload(f"an average of {period} that was read on {series.indexed}, before the period was over")
    exponent = value.as_tuple().exponent
    note = f"read by DBnomics on {series.indexed}"
    cited = citation(SERVICE, series.reply, f"{RATES.provider}/{RATES.dataset}", note=note)._replace(agency=AGENCY)
    # like those of the snapshot, an average is known once its period is over
    decimals = max(-exponent, 0) if isinstance(exponent, int) else 0
    return Rate(EURO, currency, period, "average", value, decimals, None, cited)


def _stale(series: Sequence[OneSeries], period: Period) -> LiveFailure:
    """Why none of some series has a period: it ends before, or has a gap."""
    newest = max(series, key=lambda each: each.last or Period.of_year(1900))
    if newest.last is None or newest.last < period:
        since = f"since {newest.last}" if newest.last else "without a value"
        return no_data(f"frozen {since}: nothing on {period}; DBnomics read the series on {newest.indexed}")
    return no_data(f"no rate for {period}, though for {newest.last}; DBnomics read the series on {newest.indexed}")


def _refused(reply: Reply) -> None:
    """
    Look for errors, which come under any status.

    Raises:
        LiveFailure: the service's own words.
    """
    try:
        document = reply.json()
    except LiveFailure:
        return  # told in its own words when the reply is read
    told = document.get("errors") if isinstance(document, dict) else None
    if told:
        fault = told[0] if isinstance(told, list) else told
        words = fault.get("message", fault) if isinstance(fault, dict) else fault
        raise LiveFailure(Failure.BAD_REQUEST, f"DBnomics refused the question: {words}")
