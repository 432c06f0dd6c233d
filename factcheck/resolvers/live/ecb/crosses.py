"""
What one currency cost in another, from the rates of both for one euro: of a day, and on the average of a period.

As in the embedded snapshot: an average is the mean of the days' rates, crosses among them, and not the quotient of two
averages; quotients and means are exact and rounded to four digits once, at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from factcheck.daily_rates import DAYS_BACK
from factcheck.observations import Citation, Rate
from factcheck.periods import Period
from factcheck.resolvers.live.ecb.table import EURO, Printed
from factcheck.resolvers.live.failure import bad_payload
from factcheck.resolvers.live.reply import Reply
from factcheck.resolvers.live.rows import citation
from factcheck.resolvers.live.service import Service

DATASET = "rates"
DIGITS = 4
FARTHEST = Fraction(1, 100)  # that the bank's average may be from the mean of its days before one of them is wrong
#: A rate is given for one unit of the currency that comes first, as markets do: so it is seldom below one.
ORDER = (
    "EUR", "GBP", "AUD", "NZD", "USD", "CHF", "CAD", "SGD", "BGN", "ILS", "PLN", "MYR", "RON", "BRL", "DKK", "HRK",
    "CNY", "HKD", "SEK", "NOK", "ZAR", "MXN", "CZK", "THB", "TRY", "PHP", "RUB", "INR", "ISK", "JPY", "HUF", "KRW",
    "IDR",
)  # fmt: skip


class Book(NamedTuple):
    """
    All rates that the bank sent.

    Attributes:
        days: the rates of each working day, by currency.
        averages: the bank's own of months, quarters and years.
    """

    service: Service
    days: Mapping[date, Mapping[str, Printed]]
    averages: Mapping[tuple[str, Period], Printed]

    @classmethod
    def of(cls, service: Service, days: Iterable[Printed], averages: Iterable[Printed]) -> Book:
        """Sort the rates by day; a day on which two replies differ is no rate."""
        by_day: dict[date, dict[str, Printed]] = {}
        for rate in days:
            other = by_day.setdefault(rate.period.first, {}).setdefault(rate.currency, rate)
            if other.value != rate.value:
                raise bad_payload(f"two rates of {rate.currency} on {rate.period}: {other.value} and {rate.value}")
        own = {(rate.currency, rate.period): rate for rate in averages}
        return cls(service, dict(sorted(by_day.items())), own)

    def points(self, base: str, quote: str, first: date, last: date) -> Iterator[Rate]:
        """The rate of each working day; none of a day without one, never an earlier day's."""
        for day in self._common(base, quote, first, last):
            period = Period.of_day(day)
            if base == EURO:
                printed = self.days[day][quote]
                yield self._told(base, quote, period, printed.value, "point", printed.reply, "")
            else:
                cross = rounded(self._cross(base, quote, day))
                note = "quotient of the two rates for one euro"
                yield self._told(base, quote, period, cross, "point", self._reply(base, quote, day), note)

    def average(self, base: str, quote: str, period: Period) -> Iterator[Rate]:
        """The average of a period all of whose weeks have rates; none of one that began or ended within it."""
        days = self._common(base, quote, period.first, period.last)
        if not _fills(days, period):
            return
        mean = sum((self._cross(base, quote, day) for day in days), Fraction(0)) / len(days)
        own = self.averages.get((quote, period)) if base == EURO else None
        if own is None:
            note = f"mean of {len(days)} daily reference rates"
            yield self._told(base, quote, period, rounded(mean), "average", self._reply(base, quote, days[-1]), note)
            return
        if abs(Fraction(own.value) / mean - 1) > FARTHEST:
            raise bad_payload(f"the average of {quote} for {period} is {own.value}, that of its days {rounded(mean)}")
        yield self._told(base, quote, period, rounded(Fraction(own.value)), "average", own.reply, "")

    def _common(self, base: str, quote: str, first: date, last: date) -> list[date]:
        """The days on which there is a rate of both."""
        return [
            day
            for day, known in self.days.items()
            if first <= day <= last and all(each == EURO or each in known for each in (base, quote))
        ]

    def _cross(self, base: str, quote: str, day: date) -> Fraction:
        return self._for_a_euro(quote, day) / self._for_a_euro(base, day)

    def _for_a_euro(self, currency: str, day: date) -> Fraction:
        return Fraction(1) if currency == EURO else Fraction(self.days[day][currency].value)

    def _reply(self, base: str, quote: str, day: date) -> Reply:
        return self.days[day][quote if quote != EURO else base].reply

    def _told(self, base: str, quote: str, period: Period, value: Decimal, kind: str, reply: Reply, note: str) -> Rate:
        cited: Citation = citation(self.service, reply, DATASET, note=note)
        exponent = value.as_tuple().exponent
        return Rate(
            base=base,
            quote=quote,
            period=period,
            kind=kind,
            value=value,
            decimals=max(-exponent, 0) if isinstance(exponent, int) else 0,
            published=period.last if kind == "point" else None,  # as in the snapshot: known when the period is over
            citation=cited,
        )


def pair(one: str, other: str) -> tuple[str, str]:
    """Two currencies as base and quote."""
    return (one, other) if ORDER.index(one) < ORDER.index(other) else (other, one)


def rounded(value: Fraction) -> Decimal:
    """A rate to four digits after the point."""
    return Decimal(round(value * 10**DIGITS)).scaleb(-DIGITS)


def _fills(days: list[date], period: Period) -> bool:
    """Whether rates run through the period: holidays leave gaps of some days, a currency that ended a larger one."""
    if not days:
        return False
    edges = [period.first - timedelta(1), *days, period.last + timedelta(1)]
    return all((later - earlier).days <= DAYS_BACK for earlier, later in pairwise(edges))
