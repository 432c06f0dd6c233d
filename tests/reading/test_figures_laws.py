"""
Laws of reading figures: spans, repetition, printing and reading back, texts of any characters.
"""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.hedges import Hedge
from factcheck.reading.figure import Figure, FigureKind
from factcheck.reading.figures import read_figure, read_figures, write_figure, written

PIECES = [
    "$",
    "€",
    "¥",
    "US$",
    "RMB ",
    "237",
    "106.48",
    "10,648",
    "1.9",
    "5",
    "2024",
    " ",
    " ",
    " ",
    "\u00a0",
    "-",
    "−",
    "–",
    ",",
    ".",
    "billion",
    "bn",
    "m",
    "t",
    "percent",
    "%",
    "percentage points",
    "bp",
    "tonnes",
    "vehicles",
    "yuan",
    "about",
    "nearly",
    "to",
    "from",
    "between",
    "and",
    "or more",
    "a",
    "third",
    "half",
    "two",
    "twenty",
    "hundred",
    "times",
    "fold",
    "doubled",
    "fourth",
    "²",
    "１",
    "\u200b",
    "é",
    "/",
    ":",
    "(",
    ")",
    "q",
    "of",
    "in",
    "one",
    "\n",
    "\n\n",
    "up",
    "over",
    "more than",
]
texts = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=25).map("".join))

amounts = st.tuples(st.integers(1, 9_999_999), st.integers(0, 3)).map(lambda pair: Decimal(pair[0]).scaleb(-pair[1]))
UNITS = [
    (FigureKind.MONEY, "USD"),
    (FigureKind.MONEY, "EUR"),
    (FigureKind.MONEY, "CNY"),
    (FigureKind.MONEY, "KZT"),
    (FigureKind.PERCENT, "%"),
    (FigureKind.POINTS, "pp"),
    (FigureKind.FACTOR, "x"),
    (FigureKind.QUANTITY, "t"),
    (FigureKind.QUANTITY, "bbl/d"),
    (FigureKind.QUANTITY, "m3"),
]
HEDGES = [None, Hedge.ABOUT, Hedge.NEARLY, Hedge.MORE_THAN, Hedge.LESS_THAN, Hedge.AT_LEAST, Hedge.AT_MOST]


@st.composite
def figures(draw):
    kind, unit = draw(st.sampled_from(UNITS))
    number = draw(amounts)
    scales = [0] if kind in {FigureKind.PERCENT, FigureKind.POINTS, FigureKind.FACTOR} else [0, 3, 6, 9, 12]
    return Figure(
        text="",
        start=0,
        end=0,
        kind=kind,
        number=number,
        last_digit=Decimal(1).scaleb(number.as_tuple().exponent),
        unit_multiplier=draw(st.sampled_from(scales)),
        unit=unit,
        hedge=draw(st.sampled_from(HEDGES)),
        sign=draw(st.sampled_from([-1, 0, 1])),
    )


def _meaning(figure):
    return figure._replace(text="", start=0, end=0, hedge_text="", currencies=())


@given(figure=figures())
def test_a_figure_that_was_written_reads_back_as_itself(figure):
    """
    Reading what was written gives the same number, precision, unit, scale, hedge and sign.
    """
    assert _meaning(read_figure(write_figure(figure))) == figure


@given(figure=figures(), more=st.integers(1, 99))
def test_a_range_that_was_written_reads_back_as_itself(figure, more):
    """
    Reading a range that was written gives the same range.
    """
    figure = figure._replace(upper=figure.number + figure.last_digit * more)

    assert _meaning(read_figure(write_figure(figure))) == figure


@given(figure=figures(), number=amounts)
def test_another_number_in_the_same_words_has_the_same_precision(figure, number):
    """
    A suggestion keeps unit, scale and last digit, and is at most half a digit from the number that it states.
    """
    like = read_figure(write_figure(figure._replace(sign=0)))

    suggested = read_figure(written(number, like))

    assert (suggested.unit, suggested.unit_multiplier, suggested.last_digit) == (
        like.unit,
        like.unit_multiplier,
        like.last_digit,
    )
    assert abs(suggested.number - number) * 2 <= like.last_digit


@given(text=texts)
def test_spans_are_exact_and_apart(text):
    """
    A figure's text is what stands at its span, and figures follow one another without overlap, whatever the text.
    """
    found = read_figures(text)

    assert [text[figure.start : figure.end] for figure in found] == [figure.text for figure in found]
    assert all(left.end <= right.start for left, right in pairwise(found))


@given(text=texts)
def test_a_text_twice_has_its_figures_twice(text):
    """
    Each paragraph is read for itself: a text and itself again hold every figure twice.
    """
    once = read_figures(text)
    offset = len(text) + 2

    assert read_figures(f"{text}\n\n{text}") == once + tuple(
        figure._replace(start=figure.start + offset, end=figure.end + offset) for figure in once
    )


@pytest.mark.parametrize(
    ("like", "number", "expected"),
    [
        ("$237 billion", "240", "$240 billion"),
        ("$237 billion", "240.11", "$240 billion"),
        ("1.9 percent", "2", "2.0 percent"),
        ("US$106.48bn", "106.5", "US$106.50bn"),
        ("25 basis points", "0.5", "50 basis points"),
        ("950 vehicles", "1010", "1,010 vehicles"),
        ("-9.1%", "-8.44", "-8.4%"),
        ("−9.1 %", "-8.45", "−8.5 %"),
        ("+1.9%", "2.04", "+2.0%"),
        ("1.9%", "-2", "-2.0%"),
        ("fourth", "5", "fifth"),
        ("4th", "22", "22nd"),
        ("doubled", "3", "tripled"),
        ("doubled", "2.44", "2.4 times"),
        ("a third", "25", "a quarter"),
        ("two billion dollars", "3", "$3 billion"),
        ("1.74 trillion yuan", "1.8", "1.80 trillion yuan"),
        ("¥8.64tn", "9", "¥9.00tn"),
        ("minus 2.9 percent", "-3.14", "minus 3.1 percent"),
        ("minus 2.9 percent", "3.14", "3.1 percent"),
        ("2 and a half billion dollars", "3", "$3.0 billion"),
        ("$.5bn", "0.6", "$0.6 billion"),
        ("2¾ percent", "3", "3.00 percent"),
        ("R$ 50 bilhões", "40", "R$ 40 bilhões"),
    ],
)
def test_a_suggestion_keeps_the_words_and_the_precision(like, number, expected):
    """
    Another number is written in the words of the figure that it replaces.
    """
    assert written(Decimal(number), read_figure(like)) == expected
