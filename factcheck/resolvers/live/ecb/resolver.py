"""
Euro reference rates of the European Central Bank, and what other currencies cost in each other by them.

Who asks wants the average of a period or the rates of single days. A whole period is asked for by its days, so that a
currency that ended within it (the rouble on 1 March 2022) has no average that looks like one; averages for one euro are
the bank's own. Single days are asked for from where the table that comes with the package ends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta

from factcheck.daily_rates import last_day
from factcheck.observations import Answer, Failure, Query, Rate, RateQuery
from factcheck.periods import Period
from factcheck.resolvers.live.access import Access
from factcheck.resolvers.live.budget import Allowance
from factcheck.resolvers.live.ecb.crosses import ORDER, Book, pair
from factcheck.resolvers.live.ecb.table import EURO, Asked, Printed
from factcheck.resolvers.live.failure import LiveFailure
from factcheck.resolvers.live.reply import Expected
from factcheck.resolvers.live.rows import not_asked, rates_answer
from factcheck.resolvers.live.service import Service
from factcheck.resolvers.live.transport import Transport

SERVICE = Service(
    name="ecb",
    source="ecb",
    agency="ECB",
    base_url="https://data-api.ecb.europa.eu",
    homepage="https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/html/index.en.html",
    licence="European Central Bank: reuse with the source named, for information only",
    holds="what one euro costs in 32 currencies, by working day since 1999, and averages; crosses are made from them",
    valuation="none: exchange rates",
    lag="about 16:00 Frankfurt time of each working day",
    revisions="none in practice",
    limits="none is published; one request at a time",
    allowance=Allowance(1.0, 500),
)
PATH = "/service/data/EXR/{frequency}.{currencies}.EUR.SP00.A"
FIRST_DAY = date(1999, 1, 4)
#: In these the sources that are known here publish: an amount is converted from or into one of them.
PUBLISHED_IN = frozenset({EURO, "AUD", "BRL", "CAD", "CNY", "GBP", "HKD", "INR", "JPY", "KRW", "RUB", "USD"})
#: How the bank writes the periods of its own averages, by frequency.
WRITTEN: dict[str, Callable[[date], str]] = {
    "M": lambda day: f"{day:%Y-%m}",
    "Q": lambda day: f"{day:%Y}-Q{(day.month + 2) // 3}",
    "A": lambda day: f"{day:%Y}",
}
DAYS_BACK = 400  # of single days, where the package has no table of its own
DAYS_APART = 31  # of two spans that are still asked for as one
LONGEST_SPAN = 1096  # days in one request: three years of twelve currencies are two megabytes
MOST_SPANS = 12
Span = tuple[date, date]


class Ecb:
    """
    Answers from the exchange rates of the European Central Bank; a few requests for all queries together.

    Args:
        access: how the service is reached.
        table_until: the last day of which the package has rates by itself; if not given, that of its table.
    """

    name = SERVICE.name
    live = True
    knows_rates = True
    service = SERVICE

    def __init__(self, access: Access, table_until: date | None = None) -> None:
        self._transport = Transport(SERVICE, access)
        self._today = access.now().date()
        self._table_until = table_until

    def covers(self, query: Query) -> bool:
        """Rates of the currencies that the bank has or had a rate of."""
        return isinstance(query, RateQuery) and query.currency in ORDER

    def resolve(self, queries: Sequence[Query]) -> Iterable[Answer]:
        """Answer every query; all go out together."""
        asked = []
        for query in queries:
            if isinstance(query, RateQuery) and self.covers(query):
                asked.append(query)
            else:
                yield not_asked(query, self.name)
        try:
            book = self._book(asked)
            answers = [rates_answer(query, self.name, self._rates(query, book)) for query in asked]
        except LiveFailure as failed:
            answers = [failed.answer(query, self.name) for query in asked]
        yield from answers

    def _rates(self, query: RateQuery, book: Book) -> Iterator[Rate]:
        """What the currency cost in each of those that sources publish in, or those in it."""
        for other in sorted(PUBLISHED_IN - {query.currency}):
            base, quote = pair(query.currency, other)
            if query.period is None:
                yield from book.points(base, quote, *self._days())
            elif query.period.days == 1:
                yield from book.points(base, quote, query.period.first, query.period.last)
            else:
                yield from book.average(base, quote, query.period)

    def _book(self, queries: Sequence[RateQuery]) -> Book:
        """The bank's rates of all that the queries are about."""
        currencies = sorted((PUBLISHED_IN | {query.currency for query in queries}) - {EURO})
        wanted = sorted({span for query in queries if (span := self._span(query)) is not None})
        spans = list(_joined(wanted))
        if len(spans) > MOST_SPANS:
            raise LiveFailure(
                Failure.TOO_BIG, f"{len(spans)} spans of days, the most that are asked for is {MOST_SPANS}"
            )
        days = [rate for first, last in spans for rate in self._read("D", currencies, first, last)]
        periods = {query.period for query in queries if query.period is not None and self._span(query) is not None}
        return Book.of(SERVICE, days, self._averages(currencies, periods) if days else ())

    def _averages(self, currencies: Sequence[str], periods: Iterable[Period]) -> Iterator[Printed]:
        """The bank's own averages of months, quarters and years."""
        for frequency in WRITTEN:
            own = sorted(period for period in periods if period.freq == frequency)
            if own:
                yield from self._read(frequency, currencies, own[0].first, own[-1].last)

    def _read(self, frequency: str, currencies: Sequence[str], first: date, last: date) -> list[Printed]:
        written = WRITTEN.get(frequency, date.isoformat)
        asked = Asked(frequency, frozenset(currencies), first, last)
        try:
            return self._transport.get(
                PATH.format(frequency=frequency, currencies="+".join(currencies)),
                [("startPeriod", written(first)), ("endPeriod", written(last)), ("format", "csvdata")],
                read=asked.read,
                expects=Expected.CSV,
            )
        except LiveFailure as failed:
            if failed.failure is not Failure.NO_DATA:
                raise
            return []  # how the bank says that there is none

    def _span(self, query: RateQuery) -> Span | None:
        """The days that a query needs; None where there are none yet, or were none then."""
        first, last = self._days() if query.period is None else (query.period.first, query.period.last)
        of_days = query.period is None or query.period.days == 1  # a day has its rate that afternoon
        over = last <= self._today if of_days else last < self._today
        return (first, last) if over and last >= FIRST_DAY and first <= last else None

    def _days(self) -> Span:
        """The single days that are asked for: those that the package's table does not have."""
        until = self._table_until or last_day() or date.min
        return max(until + timedelta(1), self._today - timedelta(DAYS_BACK)), self._today


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans, those that overlap or nearly touch as one, and none longer than a request may be."""
    whole: list[Span] = []
    for first, last in spans:
        if whole and first <= whole[-1][1] + timedelta(DAYS_APART):
            whole[-1] = whole[-1][0], max(whole[-1][1], last)
        else:
            whole.append((first, last))
    for first, last in whole:
        while first <= last:
            end = min(last, first + timedelta(LONGEST_SPAN))
            yield first, end
            first = end + timedelta(1)
