"""The bar and the sparkline of a card: everything stands where its value is."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.findings import Claimed, Finding
from factcheck.intervals import Interval
from factcheck.outputs.html.bar import WIDTH, Bar, bar_of
from factcheck.outputs.html.one_unit import compared
from factcheck.outputs.html.pictures import Axis, pixel
from factcheck.outputs.html.sparkline import Sparkline, sparkline_of
from factcheck.periods import Period

from .pages import article_result

NUMBERS = st.fractions(min_value=-(10**12), max_value=10**12)


def finding(name: str) -> Finding:
    return next(each for each in article_result().reports[0].findings if each.id == name)


def bar(name: str) -> Bar:
    drawn = bar_of(finding(name), compared(finding(name)))
    assert drawn is not None
    return drawn


def sparkline(name: str) -> Sparkline:
    drawn = sparkline_of(finding(name))
    assert drawn is not None
    return drawn


@pytest.mark.parametrize(
    ("value", "told"),
    [(Fraction(0), "0"), (Fraction(1, 3), "0.3"), (Fraction(125, 10), "12.5"), (Fraction(-1, 4), "-0.2")],
)
def test_pixels_have_one_decimal(value: Fraction, told: str) -> None:
    """
    A length is a plain number without an exponent.
    """

    assert pixel(value) == told


@given(st.lists(NUMBERS, min_size=1, max_size=6), NUMBERS)
def test_nothing_is_drawn_outside(values: list[Fraction], value: Fraction) -> None:
    """
    Every value has a place between the two ends of an axis.
    """

    assert 6 <= Axis(values, 6, 234).at(value) <= 234


def test_a_miss_stands_outside_the_band() -> None:
    """
    240.11 lies right of what "$237 billion" allows, and a reader aloud hears so.
    """
    drawn = bar("record-2023.level")

    assert float(drawn.start) + float(drawn.width) < float(drawn.reference) < WIDTH
    assert drawn.label == "The words allow 236.5 to 237.5 bn USD; the reference, 240.11 bn USD, lies outside."


def test_a_match_stands_inside_the_band() -> None:
    """
    A reference within what the words allow is drawn on the band.
    """
    drawn = bar("first-half.change")

    assert float(drawn.start) < float(drawn.reference) < float(drawn.start) + float(drawn.width)
    assert drawn.label.endswith("lies in it.")


def test_an_open_band_reaches_the_edge() -> None:
    """
    "Plummeted" allows everything from −10 % down: the band has no lower end, and zero is marked.
    """
    drawn = bar("russian-demand")

    assert (drawn.start, drawn.open_start, drawn.open_end) == ("0", True, False)
    assert float(drawn.width) < float(drawn.zero) < float(drawn.reference)


@given(NUMBERS, st.none() | NUMBERS, st.none() | NUMBERS)
def test_any_bar_stays_in_its_picture(point: Fraction, low: Fraction | None, high: Fraction | None) -> None:
    """
    Whatever the numbers, band and reference lie in the picture.
    """
    if low is not None and high is not None and low > high:
        low, high = high, low
    made = finding("record-2023.level")
    assert made.reference is not None
    reference = made.reference._replace(point=point, interval=Interval.point(point))
    made = replace(made, claimed=Claimed("x", Interval(low, high), "USD"), reference=reference)
    drawn = bar_of(made, compared(made))

    if low is high is None:
        assert drawn is None
    else:
        assert drawn is not None
        assert -2 <= float(drawn.start) <= float(drawn.start) + float(drawn.width) <= WIDTH + 2
        assert 0 <= float(drawn.reference) <= WIDTH


def test_the_cross_stands_at_the_claims_year() -> None:
    """
    The claim of 2023 is a cross at 2023, a little below the source's figure of that year.
    """
    drawn = sparkline("record-2023.level")
    years = [name for name, _ in drawn.table]

    assert years == [str(year) for year in range(2016, 2025)]
    assert drawn.crosses[0].x == drawn.dots[7].x == drawn.own[0].x
    assert float(drawn.crosses[0].y) > float(drawn.own[0].y)


def test_the_curve_is_the_series() -> None:
    """
    The figures of the curve are those of the source, in one scale.
    """
    drawn = sparkline("record-2023.level")

    assert drawn.table[0] == ("2016", "69.52 bn USD")
    assert drawn.table[-1] == ("2024", "244.82 bn USD")
    assert (drawn.title, drawn.first, drawn.last) == ("China’s trade with Russia", "2016", "2024")
    assert drawn.label == (
        "China’s trade with Russia, 2016 to 2024: between 69.52 bn USD and 244.82 bn USD; a cross marks the claim, "
        "237.00 bn USD in 2023."
    )


def test_a_missing_year_breaks_the_line() -> None:
    """
    Growth of exports in 2021 is not at hand, so the line has two pieces.
    """
    drawn = sparkline("russian-demand")

    assert "2021" not in [name for name, _ in drawn.table]
    assert [len(line.split()) for line in drawn.lines] == [3, 3]


def test_a_word_about_two_years_has_two_crosses() -> None:
    """
    "Grew quickly in 2022 and 2023" is marked at both years, at the least that the words allow.
    """
    drawn = sparkline("quick-growth")

    assert len(drawn.crosses) == len(drawn.own) == 2
    assert drawn.crosses[0].y == drawn.crosses[1].y


def test_a_record_is_marked_at_its_own_figure() -> None:
    """
    A record says no size: the cross stands on the figure of its year.
    """
    drawn = sparkline("record-2023.record")

    assert drawn.crosses == drawn.own


def test_one_figure_makes_no_curve() -> None:
    """
    With a single figure, or none, there is no picture.
    """

    assert sparkline_of(finding("cars")) is None
    assert sparkline_of(finding("invasion")) is None


def test_a_rank_is_not_drawn_as_an_amount() -> None:
    """
    A claim whose words are in another unit than its series has no cross at its number.
    """
    made = finding("record-2023.level")
    other = replace(made, claimed=Claimed("x", Interval(Fraction(1), Fraction(2)), "t"))
    drawn = sparkline_of(other)

    assert drawn is not None
    assert drawn.crosses == ()


@given(st.lists(NUMBERS, min_size=2, max_size=24), NUMBERS)
def test_any_curve_stays_in_its_picture(values: list[Fraction], claimed: Fraction) -> None:
    """
    Whatever the figures, all of the curve lies in the picture.
    """
    years = [Period.of_year(2000 + place) for place in range(len(values))]
    made = replace(
        finding("record-2023.level"),
        history=tuple(zip(years, values, strict=True)),
        claimed=Claimed("x", Interval.point(claimed), "USD"),
    )
    drawn = sparkline_of(made)

    assert drawn is not None
    assert all(0 <= float(x) <= 240 and 0 <= float(y) <= 64 for x, y in (*drawn.dots, *drawn.crosses, *drawn.own))
