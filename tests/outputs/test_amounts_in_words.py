"""Amounts in words for people."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.amounts import NAMES, amount, span
from factcheck.intervals import Interval
from factcheck.units import QUANTITIES

MILLION, BILLION = 10**6, 10**9

AMOUNTS = [
    # money keeps the digits that its source prints
    ("240.11", BILLION, "USD", "0.01", "240.11 bn USD"),
    ("240.1", BILLION, "USD", "0.01", "240.10 bn USD"),
    ("1.74", 10**12, "CNY", "0.01", "1.74 tn CNY"),
    ("-39.2", BILLION, "USD", "0.1", "−39.2 bn USD"),
    # quantities lose trailing zeros and have their units in words
    ("1.16", MILLION, "1", "0.000001", "1.16 million"),
    ("1.164", MILLION, "1", "0.001", "1.164 million"),
    ("1.164523", MILLION, "1", "0.000001", "1,164,523"),
    ("117000", 1, "1", "1", "117,000"),
    ("108.5", MILLION, "t", "0.1", "108.5 million tonnes"),
    ("108.474123", MILLION, "t", "0.000001", "108,474,123 tonnes"),
    ("2.2", MILLION, "bbl/d", "0.1", "2.2 million barrels a day"),
    ("1", 1, "t", "1", "1 tonne"),
    ("1", MILLION, "bbl", None, "1 million barrels"),
    ("38", BILLION, "m3", "1", "38 billion cubic metres"),
    # rates
    ("61.19", 1, "%", "0.01", "61.19 %"),
    ("26", 1, "%", "0.1", "26.0 %"),
    ("6.4", 1, "x", "0.1", "6.4 times"),
]


@pytest.mark.parametrize(("value", "scale", "unit", "step", "told"), AMOUNTS)
def test_amounts_are_told_as_people_write_them(value: str, scale: int, unit: str, step: str | None, told: str) -> None:
    """
    Money has its code, quantities have words, and no digit is lost or made up.
    """
    last_digit = None if step is None else Fraction(step) * scale

    assert amount(Fraction(value) * scale, unit, last_digit) == told


@pytest.mark.parametrize(
    ("low", "high", "unit", "told"),
    [
        (2365 * BILLION // 10, 2375 * BILLION // 10, "USD", "236.5 to 237.5 bn USD"),
        (1155000, 1165000, "1", "1.155 to 1.165 million"),
        (116450, 116550, "1", "116,450 to 116,550"),
        (1164522, 1164523, "t", "1,164,522 to 1,164,523 tonnes"),
        ("1164522.5", "1164523.5", "1", "1,164,522.5 to 1,164,523.5"),
        (10845 * 10**4, 10855 * 10**4, "t", "108.45 to 108.55 million tonnes"),
    ],
)
def test_a_span_says_scale_and_unit_once(low: int | str, high: int | str, unit: str, told: str) -> None:
    """
    Both ends are in the scale of the upper one.
    """

    assert span(Interval(Fraction(low), Fraction(high)), unit) == told


def test_every_unit_has_a_name() -> None:
    """
    A unit of quantities that claims can have is told in words.
    """

    assert set(NAMES) == set(QUANTITIES)


@given(st.integers(0, 10**13), st.sampled_from(["1", "t", "bbl"]))
def test_a_counted_quantity_is_told_whole(value: int, unit: str) -> None:
    """
    However large a whole number is, the words say exactly it.
    """
    scales = {"million": 10**6, "billion": 10**9, "trillion": 10**12}
    words = amount(Fraction(value), unit, Fraction(1)).split()
    scale = scales.get(words[1], 1) if len(words) > 1 else 1

    assert Fraction(words[0].replace(",", "")) * scale == value
