"""Exact numbers as text for machines."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.outputs.amounts import plain

CASES = [
    (Fraction(0), "0"),
    (Fraction(236500000000), "236500000000"),
    (Fraction(-915, 100), "-9.15"),
    (Fraction(1, 8), "0.125"),
    (Fraction(1, 3), "0.333333333333"),
    (Fraction(-2, 3), "-0.666666666667"),
    (Fraction(200, 3), "66.6666666667"),
    (Fraction(1, 3000), "0.000333333333333"),
    (Fraction(10**18, 7), "142857142857000000"),
    (Fraction(10**29 - 1), "9" * 29),
    (Fraction(10**30 + 1), "1" + "0" * 30),
    (Fraction(1, 10**29), "0." + "0" * 28 + "1"),
    (Fraction(999999999999999, 10**3), "999999999999.999"),
]


@pytest.mark.parametrize(("value", "text"), CASES)
def test_numbers_are_plain_decimals(value: Fraction, text: str) -> None:
    """
    A number is written exactly where it is a short decimal, else to 12 significant digits.
    """

    assert plain(value) == text


@given(st.decimals(min_value=-(10**14), max_value=10**14, places=6))
def test_decimals_survive(number: Decimal) -> None:
    """
    Reading the text of a short decimal gives the same number.
    """

    assert Fraction(plain(Fraction(number))) == Fraction(number)


@given(st.fractions(max_denominator=10**6))
def test_rounding_stays_near(value: Fraction) -> None:
    """
    A rounded number is within half a unit of its twelfth digit.
    """

    assert abs(Fraction(plain(value)) - value) <= abs(value) / 10**11 / 2
