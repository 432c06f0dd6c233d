"""The bank's table as we read it, against the library's own reader."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from currency_converter import CurrencyConverter, RateNotFoundError

from factcheck.daily_rates import daily_rate, range_between


@pytest.fixture(scope="module")
def library():
    """The library's own reader."""
    return CurrencyConverter(decimal=True)


@pytest.mark.parametrize("currency", ["USD", "CNY", "JPY", "RUB", "INR", "KRW", "HRK"])
def test_every_rate_is_the_librarys(library, currency):
    """
    A month a year of euro rates, working days and holidays, currencies that came and went.
    """
    for year in range(1999, 2027):
        for offset in range(31):
            day = date(year, 3, 1) + timedelta(offset)
            rate = daily_rate("EUR", currency, day)
            ours = {day: rate.value} if rate is not None and rate.day == day else {}
            try:
                theirs = {day: Fraction(library.convert(Decimal(1), "EUR", currency, day))}
            except (RateNotFoundError, ValueError):
                theirs = {}
            assert ours == theirs


def test_the_rate_of_a_cross():
    """
    7.4771 yuan and 1.0198 dollars for a euro on 13 January 2025.
    """
    assert daily_rate("USD", "CNY", date(2025, 1, 13)).value == Fraction("7.4771") / Fraction("1.0198")


def test_a_sunday_has_the_rate_of_friday():
    """
    The last working day's rate stands.
    """
    assert daily_rate("USD", "CNY", date(2025, 1, 12)).day == date(2025, 1, 10)


@pytest.mark.parametrize(("currency", "day"), [("XXX", date(2025, 1, 13)), ("RUB", date(2023, 1, 13))])
def test_no_rate_is_made_up(currency, day):
    """
    An unknown currency and one that the bank no longer quotes have none.
    """
    assert daily_rate("USD", currency, day) is None


def test_one_currency_costs_itself():
    """
    A dollar is a dollar.
    """
    assert daily_rate("USD", "USD", date(2025, 1, 13)).value == 1


def test_the_range_of_a_week():
    """
    The lowest and the highest of five working days; nothing where there was none.
    """
    days = [daily_rate("USD", "CNY", date(2025, 1, day)).value for day in range(13, 18)]

    assert range_between("USD", "CNY", date(2025, 1, 13), date(2025, 1, 17)) == (min(days), max(days))
    assert range_between("USD", "CNY", date(2025, 1, 11), date(2025, 1, 12)) is None
