"""Laws of intervals, and what it means that claim and reference match."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from factcheck.intervals import Interval

numbers = st.fractions(min_value=-1000, max_value=1000, max_denominator=1000)
widths = st.fractions(min_value=0, max_value=100, max_denominator=1000)
intervals = st.builds(Interval.around, numbers, widths)


@given(one=intervals, other=intervals)
def test_matching_is_symmetric(one, other):
    """
    Claim and reference match whichever is asked.
    """
    assert one.matches(other) == other.matches(one)


@given(interval=intervals)
def test_an_interval_matches_itself(interval):
    """
    What is written exactly as printed matches.
    """
    assert interval.matches(interval)


@given(centre=numbers, width=widths.filter(bool))
def test_neighbours_that_share_an_end_do_not_match(centre, width):
    """
    1.75 beside a published 1.74 shares one point and is another figure.
    """
    assert not Interval.around(centre, width).matches(Interval.around(centre + 2 * width, width))


def test_a_point_lying_in_the_other_matches():
    """
    A count without rounding matches the interval it lies in, its end included.
    """
    assert Interval.point(Fraction(3, 2)).matches(Interval(Fraction(1), Fraction(3, 2)))


def test_a_point_at_an_open_end_does_not_match():
    """
    "Nearly 240" does not cover 240 itself.
    """
    assert not Interval.point(Fraction(240)).matches(Interval(Fraction(235), Fraction(240), high_closed=False))


@given(one=intervals, other=intervals, value=numbers)
def test_intersection_holds_what_both_hold(one, other, value):
    """
    A number lies in the intersection exactly when it lies in both.
    """
    assert (value in one.intersection(other)) == (value in one and value in other)


@given(one=intervals, other=intervals)
def test_adding_and_taking_away_widens(one, other):
    """
    Exact bounds never shrink by arithmetic: (a + b) − b holds a.
    """
    back = one + other - other

    assert back.low is not None
    assert back.high is not None
    assert back.low <= (one.low or 0)
    assert back.high >= (one.high or 0)


@given(interval=intervals, factor=st.fractions(min_value=-10, max_value=10, max_denominator=50).filter(bool))
def test_scaling_back_gives_the_same(interval, factor):
    """
    Scaling is exact, also by negative factors.
    """
    assert interval.scaled(factor).scaled(1 / factor) == interval


def test_an_unbounded_interval_matches_what_reaches_into_it():
    """
    "At least 10 %" matches a rate of 9.95 to 10.05.
    """
    assert Interval(Fraction(10), None).matches(Interval.around(Fraction(10), Fraction(1, 20)))


def test_an_unbounded_interval_misses_what_only_touches_it():
    """
    "At least 10 %" does not match a rate that can be 10 only at its very end.
    """
    assert not Interval(Fraction(10), None).matches(Interval(Fraction(9), Fraction(10)))
