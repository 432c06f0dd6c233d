"""What hedges allow: the worked examples of the rules, and their laws."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.hedges import Hedge, Size, accepted, step
from factcheck.intervals import Interval


def size(text: str, **more: object) -> Size:
    number = Decimal(text)
    return Size(number, Decimal(1).scaleb(int(number.as_tuple().exponent)), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("237", "1"), ("240", "10"), ("250", "50"), ("26", "1"), ("1.9", "0.1"), ("25", "5"), ("500", "500"), ("0", "1")],
)
def test_step_is_the_largest_one_or_five_that_divides_the_numeral(text, expected):
    """
    The step of a numeral is the coarsest 1 or 5 times a power of ten in it.
    """
    assert step(Decimal(text), Decimal(1)) == Fraction(expected)


@pytest.mark.parametrize(
    ("hedge", "text", "low", "high"),
    [
        (Hedge.ABOUT, "240", "235", "245"),
        (Hedge.NEARLY, "240", "235", "240"),
        (Hedge.MORE_THAN, "240", "240", "250"),
        (Hedge.ABOUT, "250", "242.5", "257.5"),
        (Hedge.NEARLY, "2", "1.5", "2"),
        (Hedge.NEARLY, "30", "29.1", "30"),
        (Hedge.MORE_THAN, "200", "200", "220"),
        (Hedge.MORE_THAN, "9", "9", "10"),
        (Hedge.NEARLY, "10", "9.5", "10"),
        (Hedge.LESS_THAN, "200", "180", "200"),
        (None, "237", "236.5", "237.5"),
        (None, "26.0", "25.95", "26.05"),
    ],
)
def test_the_worked_examples_of_the_rules(hedge, text, low, high):
    """
    Each example that the rules give comes out as they say.
    """
    found = accepted(size(text), hedge)

    assert (found.low, found.high) == (Fraction(low), Fraction(high))


@pytest.mark.parametrize(
    ("hedge", "text", "low", "high"),
    [
        (None, "2", "1.9", "2.1"),
        (Hedge.MORE_THAN, "2", "2", "2.2"),
        (Hedge.NEARLY, "25", "23.75", "25"),
    ],
)
def test_ratios_in_words_stand_for_five_per_cent(hedge, text, low, high):
    """
    Doubled is 1.9 to 2.1, more than doubled 2 to 2.2, nearly a quarter 23.75 to 25 per cent.
    """
    found = accepted(size(text, in_words=True), hedge)

    assert (found.low, found.high) == (Fraction(low), Fraction(high))


def test_nearly_a_level_reaches_at_most_a_tenth():
    """
    Nearly 2 billion is 1.8 to 2 billion, where nearly 2 per cent is 1.5 to 2.
    """
    assert accepted(size("2"), Hedge.NEARLY, level=True).low == Fraction("1.8")


def test_a_range_is_widened_by_half_a_unit_at_both_ends():
    """
    Between 5 and 7 is 4.5 to 7.5.
    """
    found = accepted(size("5", upper=Decimal(7)), None)

    assert found == Interval(Fraction("4.5"), Fraction("7.5"))


@given(number=st.integers(1, 10**6), places=st.integers(0, 4), hedge=st.sampled_from([None, *Hedge]))
def test_no_hedge_excludes_everything(number, places, hedge):
    """
    Every hedge leaves room for some number.
    """
    assert not accepted(size(str(Decimal(number).scaleb(-places))), hedge).is_empty


@given(number=st.integers(1, 10**6))
def test_about_covers_nearly(number):
    """
    What is nearly a number is about it.
    """
    about, nearly = (accepted(size(str(number)), hedge) for hedge in (Hedge.ABOUT, Hedge.NEARLY))

    assert about.intersection(nearly) == nearly
