"""
The tables of the European Central Bank's exchange rates as it sends them: CSV, read by the names of its columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from factcheck.errors import PeriodError
from factcheck.periods import Period
from factcheck.resolvers.live.csv_table import rows_of
from factcheck.resolvers.live.failure import bad_payload
from factcheck.resolvers.live.reply import Reply
from factcheck.resolvers.live.rows import number

EURO = "EUR"
#: What every row must say besides its currency and its frequency: for one euro, a reference rate, an average.
FIXED = {"CURRENCY_DENOM": EURO, "EXR_TYPE": "SP00", "EXR_SUFFIX": "A"}
COLUMNS = ("FREQ", "CURRENCY", *FIXED, "TIME_PERIOD", "OBS_VALUE")
#: How a day without a rate looks, a holiday of the banks: a blank, with H or M as its status.
MISSING = frozenset({"", "NaN"})
MOST_DECIMALS = 6


class Printed(NamedTuple):
    """A rate as the bank prints it: so many units of the currency for one euro, and the reply that has it."""

    currency: str
    period: Period
    value: Decimal
    reply: Reply


class Asked(NamedTuple):
    """What was asked for, which every row is held against."""

    frequency: str
    currencies: frozenset[str]
    first: date
    last: date

    def read(self, reply: Reply) -> list[Printed]:
        """
        The rates of a reply, each once.

        Raises:
            LiveFailure: a column is missing, or a row is of something that was not asked for.
        """
        found: dict[tuple[str, Period], Printed] = {}
        for fields in rows_of(reply, COLUMNS):
            for rate in self._rate(fields, reply):
                other = found.setdefault((rate.currency, rate.period), rate)
                if other.value != rate.value:
                    raise bad_payload(f"two rates of {rate.currency} for {rate.period}: {other.value} and {rate.value}")
        return list(found.values())

    def _rate(self, fields: Mapping[str, str], reply: Reply) -> Iterator[Printed]:
        """The rate of a row; none where it has no value."""
        currency = fields["CURRENCY"]
        if fields["FREQ"] != self.frequency or currency not in self.currencies:
            raise bad_payload(f"a row of {fields['FREQ'][:9]} {currency[:9]}, which was not asked for")
        expected = {**FIXED, "UNIT": currency, "UNIT_MULT": "0"}
        for column, value in expected.items():
            if fields.get(column) not in (value, *(("", None) if column not in FIXED else ())):
                raise bad_payload(f"a row with {fields[column][:20]!r} as {column}, not {value!r}")
        period = self._period(fields["TIME_PERIOD"])
        if fields["OBS_VALUE"] not in MISSING:
            yield Printed(currency, period, _value(fields, currency, period), reply)

    def _period(self, text: str) -> Period:
        try:
            period = Period.parse(text)
        except PeriodError:
            raise bad_payload(f"a row of the period {text[:20]!r}") from None
        one = period.freq == self.frequency and (period.freq != "D" or period.days == 1)
        if not one or period.first < self.first or period.last > self.last:
            raise bad_payload(f"a row of {period}, which was not asked for")
        return period


def _value(fields: Mapping[str, str], currency: str, period: Period) -> Decimal:
    """The rate of a row with the zeros at its end, which the table leaves out and its DECIMALS tell."""
    value = number(fields["OBS_VALUE"], f"the rate of {currency} for {period}")
    if value <= 0:
        raise bad_payload(f"a rate of {currency} for {period} of {value}")
    decimals, exponent = fields.get("DECIMALS", ""), value.as_tuple().exponent
    if decimals.isascii() and decimals.isdigit() and int(decimals[:3]) <= MOST_DECIMALS and isinstance(exponent, int):
        return value.quantize(Decimal(1).scaleb(min(exponent, -int(decimals))))
    return value
