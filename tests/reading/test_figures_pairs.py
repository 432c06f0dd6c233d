"""
Two numbers side by side: ranges, figures before and after a change, lists, and the currencies of a sign.
"""

from decimal import Decimal

import pytest

from factcheck.hedges import Hedge
from factcheck.reading.figures import read_figure, read_figures

RANGES = [
    ("between 5 and 7 percent", "5", "7", 0, "%"),
    ("between 5 percent and 7 percent", "5", "7", 0, "%"),
    ("between $5 and $7 billion", "5", "7", 9, "USD"),
    ("between $5 billion and $7 billion", "5", "7", 9, "USD"),
    ("5-7%", "5", "7", 0, "%"),
    ("5–7 %", "5", "7", 0, "%"),
    ("5 – 7 percent", "5", "7", 0, "%"),
    ("5%-7%", "5", "7", 0, "%"),
    ("5 to 7 percent", "5", "7", 0, "%"),
    ("two to three percent", "2", "3", 0, "%"),
    ("two-to-three percent", "2", "3", 0, "%"),
    ("$5bn-$7bn", "5", "7", 9, "USD"),
    ("$5-7bn", "5", "7", 9, "USD"),
    ("$5-$7 billion", "5", "7", 9, "USD"),
    ("$5 to $7 billion", "5", "7", 9, "USD"),
    ("$5 billion to 7 billion", "5", "7", 9, "USD"),
    ("5 to 6 million tonnes", "5", "6", 6, "t"),
    ("5 million to 6 million tonnes", "5", "6", 6, "t"),
    ("5-6 kg", "5", "6", -3, "t"),
    ("5 to 10 basis points", "0.05", "0.10", 0, "pp"),
    ("two to three times", "2", "3", 0, "x"),
    ("-5 to -7%", "5", "7", 0, "%"),
    ("5 to 7", "5", "7", 0, "1"),
]


@pytest.mark.parametrize(("text", "lower", "upper", "power", "unit"), RANGES)
def test_a_range_is_one_figure_with_one_unit(text, lower, upper, power, unit):
    """
    Two numbers of a range are one figure; what stands only on the second belongs to the first as well.
    """
    figure = read_figure(text)

    assert (figure.number, figure.upper, figure.unit_multiplier, figure.unit) == (
        Decimal(lower),
        Decimal(upper),
        power,
        unit,
    )


def test_a_range_over_two_scales_is_in_the_smaller_one():
    """
    "$900 million to $1.1 billion" is 900 to 1100 million.
    """
    figure = read_figure("$900 million to $1.1 billion")

    assert (figure.number, figure.upper, figure.unit_multiplier, figure.last_digit) == (900, 1100, 6, 1)


PAIRS = [
    ("up from 5 % to 7 %", [("5", 0, "%"), ("7", 0, "%")]),
    ("rose from 5 to 7 percent", [("5", 0, "%"), ("7", 0, "%")]),
    ("rose from $5bn to $7bn", [("5", 9, "USD"), ("7", 9, "USD")]),
    ("rose from $5 to $7 billion", [("5", 9, "USD"), ("7", 9, "USD")]),
    ("growth slowed from 26 percent to 1.9 percent", [("26", 0, "%"), ("1.9", 0, "%")]),
    ("rose 2.2 percent to $8.28 billion", [("2.2", 0, "%"), ("8.28", 9, "USD")]),
    ("fell by $3bn to $7bn", [("3", 9, "USD"), ("7", 9, "USD")]),
    ("5 and 7 percent", [("5", 0, "%"), ("7", 0, "%")]),
    ("5, 7 and 9 percent", [("5", 0, "%"), ("7", 0, "%"), ("9", 0, "%")]),
    ("$5bn and $7bn", [("5", 9, "USD"), ("7", 9, "USD")]),
    ("$5 and $7 billion", [("5", 9, "USD"), ("7", 9, "USD")]),
    ("$5 or $6 billion", [("5", 9, "USD"), ("6", 9, "USD")]),
    ("$500 and $6 billion", [("6", 9, "USD")]),
    ("five or six billion dollars", [("6", 9, "USD")]),
    ("$5 billion, 3 million tonnes", [("5", 9, "USD"), ("3", 6, "t")]),
    ("5 million, 300 thousand and 200 thousand tonnes", [("5", 6, "1"), ("300", 3, "1"), ("200", 3, "t")]),
    ("picked up from 5 to 7 percent", [("5", 0, "%"), ("7", 0, "%")]),
    ("$5, $6 and $7 billion", [("7", 9, "USD")]),
    ("5, 7 and 9 billion", [("9", 9, "1")]),
    ("In 2024, 5 percent", [("5", 0, "%")]),
    ("-2% to 3%", [("2", 0, "%"), ("3", 0, "%")]),
    ("1.74 trillion yuan ($237 billion)", [("1.74", 12, "CNY"), ("237", 9, "USD")]),
    (
        "fell by $10.39 billion, or 9.1 percent, to $106.48 billion",
        [("10.39", 9, "USD"), ("9.1", 0, "%"), ("106.48", 9, "USD")],
    ),
    ("ranging from 5 to 7 percent", [("5", 0, "%")]),
    ("growth of 5 percent to 7 percent", [("5", 0, "%")]),
    ("Tariffs from 5 to 7 percent", [("5", 0, "%")]),
]


@pytest.mark.parametrize(("text", "expected"), PAIRS)
def test_figures_before_and_after_a_change_are_two(text, expected):
    """
    After a verb of change "from A to B" is two figures; a list keeps only the numbers whose scale is certain.
    """
    found = [(figure.number, figure.unit_multiplier, figure.unit) for figure in read_figures(text)]

    assert found == [(Decimal(number), power, unit) for number, power, unit in expected]


@pytest.mark.parametrize(
    ("text", "hedge", "words"),
    [
        ("about 5 to 7 percent", Hedge.ABOUT, "about"),
        ("between about 5 and 7 percent", Hedge.ABOUT, "about"),
        ("as much as 5 to 7 percent", Hedge.AT_MOST, "as much as"),
        ("5 to 7 percent or more", Hedge.AT_LEAST, "or more"),
    ],
)
def test_a_hedge_belongs_to_the_whole_range(text, hedge, words):
    """
    A hedge beside a range is that of the range.
    """
    figure = read_figure(text)

    assert (figure.hedge, figure.hedge_text, figure.upper) == (hedge, words, 7)


def test_a_hedge_stands_outside_the_figure():
    """
    The hedge is kept as it was written and is no part of the figure's own text.
    """
    (figure,) = read_figures("It came to Just  under $2 billion.")

    assert (figure.text, figure.hedge, figure.hedge_text) == ("$2 billion", Hedge.NEARLY, "Just  under")


@pytest.mark.parametrize(
    ("text", "unit", "first"),
    [
        ("$5bn", "USD", ("USD", "AUD")),
        ("¥5bn", "", ("CNY", "JPY")),
        ("A$5bn", "AUD", ("AUD",)),
        ("5bn yuan", "CNY", ("CNY",)),
    ],
)
def test_a_shared_sign_keeps_all_that_it_can_mean(text, unit, first):
    """
    "$" is usually the US dollar and can be another; "¥" is left open; a code or word is certain.
    """
    figure = read_figure(text)

    assert figure.unit == unit
    assert figure.currencies[: len(first)] == first


@pytest.mark.parametrize(
    ("text", "noun"), [("1.16 million vehicles", "vehicles"), ("200 new cars", "new cars"), ("12 countries", "")]
)
def test_what_is_counted_is_kept_as_written(text, noun):
    """
    The noun of a quantity is part of its figure; other nouns are not.
    """
    (figure,) = read_figures(text)

    assert figure.noun == noun


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("hit it three times in 2023", "1"),
        ("met three times a week", "1"),
        ("grew three times in 2023", "x"),
        ("grew 6.4 times", "x"),
    ],
)
def test_occasions_are_no_factors(text, unit):
    """
    "three times a week" counts occasions, "grew three times" is a factor.
    """
    (figure,) = read_figures(text)

    assert figure.unit == unit


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("€1bn a day", "a day"),
        ("$42 billion a month", "a month"),
        ("$42 billion per month", "a month"),
        ("$42 billion monthly", "a month"),
        ("an average of $17.7 billion a month", "a month"),
        ("$5bn each quarter", "a quarter"),
        ("$5bn-a-week", "a week"),
        ("$70 a barrel", "a barrel"),
        ("$5 per tonne", "a tonne"),
        ("$5 per metric ton", "a tonne"),
        ("$5bn a year", ""),
        ("a $42 billion monthly surplus", ""),
        ("$5bn a quarter earlier", ""),
        ("$5bn a month ago", ""),
        ("$5bn in all", ""),
    ],
)
def test_an_amount_of_money_says_what_it_is_for_one_of(text, noun):
    """
    "A month" or "a barrel" after money is kept beside the amount, which ends before it.
    """
    (figure,) = read_figures(text)

    assert figure.noun == noun
    assert noun.split(" ")[-1] not in figure.text or not noun


@pytest.mark.parametrize(
    ("text", "hedge", "words"),
    [
        ("surpassed the $500bn mark", Hedge.MORE_THAN, "surpassed"),
        ("didn't reach $450bn", Hedge.LESS_THAN, "didn't reach"),
        ("did not rise above $450bn", Hedge.AT_MOST, "not rise above"),
        ("$440bn, give or take", Hedge.ABOUT, "give or take"),
    ],
)
def test_a_hedge_of_a_mark_is_kept_as_written(text, hedge, words):
    """
    The hedge of a mark is the verb with its denial, without the article.
    """
    (figure,) = read_figures(text)

    assert (figure.hedge, figure.hedge_text) == (hedge, words)


@pytest.mark.parametrize(
    "words", ["{} to 106.48 billion", "from {} to 106.48 billion", "{} and 106.48 billion", "{}, 5 and 6 billion"]
)
@pytest.mark.parametrize("first", ["9.1 percent", "9.1 points", "9.1 tonnes", "9.1 times"])
def test_a_scale_never_goes_to_a_figure_with_a_unit_of_its_own(words, first):
    """
    "Slipped by 9.1 percent to 106.48 billion" has nine per cent and not nine billion.
    """
    found = [
        figure for figure in read_figures(f"It slipped by {words.format(first)}.") if figure.text.startswith("9.1")
    ]

    assert all(figure.value < 10 for figure in found)
