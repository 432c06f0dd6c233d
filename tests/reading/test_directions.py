"""Which way a figure points: a rise, a fall, or neither."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.reading.directions import direction_of
from factcheck.reading.figure import Figure, FigureKind

MARKED = re.compile(r"\[([^\]]{1,60})\]")
KINDS = {
    "percent": FigureKind.PERCENT,
    "%": FigureKind.PERCENT,
    "point": FigureKind.POINTS,
    "third": FigureKind.FRACTION,
    "quarter": FigureKind.FRACTION,
    "doubled": FigureKind.FACTOR,
    "fourth": FigureKind.ORDINAL,
    "tonnes": FigureKind.QUANTITY,
    "$": FigureKind.MONEY,
    "yuan": FigureKind.MONEY,
}


def read_marked(sentence: str) -> tuple[str, list[Figure]]:
    """The sentence without its square brackets, and what stood in them as figures."""
    text, figures = "", []
    for place, piece in enumerate(MARKED.split(sentence)):
        if place % 2:
            kind = next(
                (kind for mark, kind in KINDS.items() if mark in piece.replace(" percentage", "")), FigureKind.NUMBER
            )
            sign = {"+": 1, "-": -1, "−": -1}.get(piece[0], 0)
            end = len(text) + len(piece)
            figures.append(Figure(piece, len(text), end, kind, Decimal(1), Decimal(1), sign=sign))
        text += piece
    return text, figures


def directions(sentence: str) -> tuple[int | None, ...]:
    text, figures = read_marked(sentence)
    return tuple(direction_of(text, figure, figures) for figure in figures)


UP, DOWN, OPEN = 1, -1, None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("slipped by [9.1 percent] to [$106.48 billion]", (DOWN, OPEN)),
        ("trade was off [2.9 %]", (DOWN,)),
        ("they sold off [5 percent] of it", (OPEN,)),
        ("exports were [2.7 percent] up on 2023", (UP,)),
        ("exports were [2.7 percent] down from 2023", (DOWN,)),
        ("[5 %] up from [3 %]", (OPEN, OPEN)),
        ("[2.7 %] y/y growth", (UP,)),
        ("trade was [$5.2 billion] ahead of last year", (UP,)),
        ("trade was [5 percent] behind last year", (DOWN,)),
        ("trade was [5 percent] ahead of forecasts", (OPEN,)),
        ("trade bounced back [5 percent]", (UP,)),
        ("fell by [$10.39 billion], or [9.1 percent], to [$106.48 billion]", (DOWN, DOWN, OPEN)),
        ("Trade grew by [26 percent] in 2023, a record high of [$237 billion]", (UP, OPEN)),
        ("exports to Russia fell in June by [8.1 percent]", (DOWN,)),
        ("exports fell sharply, by [9.1 percent], in May", (DOWN,)),
        ("fell by up to [5 percent]", (DOWN,)),
        ("exports were lower by [5 percent]", (DOWN,)),
        ("an increase in exports by [5 percent]", (UP,)),
        ("The deficit narrowed by [5 percent] to [$5 billion], the surplus widened by [3 percent]", (DOWN, OPEN, UP)),
        ("China increased its purchases of oil by [5 percent]", (UP,)),
        ("purchases were cut by [5 percent]", (DOWN,)),
        ("growth slowed by [2 percentage points]", (DOWN,)),
        ("ministers cut growth by [2 points]", (DOWN,)),
        ("the forecast was revised down by [2 points]", (DOWN,)),
        ("oil imports rose by [5 million tonnes] to [108.5 million tonnes]", (UP, OPEN)),
        ("exports fell by [a third]", (DOWN,)),
    ],
)
def test_after_by_it_is_the_verbs(sentence: str, expected: tuple[int | None, ...]) -> None:
    """
    A rate or an amount after "by", or beside one, has the sign of the verb.
    """
    assert directions(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("exports fell [9.1 %]", (DOWN,)),
        ("trade was down [8.4 percent]", (DOWN,)),
        ("imports, down [9.6 percent]", (DOWN,)),
        ("trade up [2.2 %]", (UP,)),
        ("exports rose [2.2 percent] to [$8.28 billion]", (UP, OPEN)),
        ("it fell nearly [10 percent]", (DOWN,)),
        ("it fell more than [9 percent]", (DOWN,)),
        ("exports fell just under [5 percent]", (DOWN,)),
        ("up as much as [26 percent]", (UP,)),
        ("sales rose last month [5 percent]", (UP,)),
        ("exports shed [5 percent], imports added [3 percent]", (DOWN, UP)),
        ("exports edged up [0.2 percent]", (UP,)),
        ("it grew [2.1 percent] in yuan and fell [4.7 percent] in dollars", (UP, DOWN)),
        ("exports grew at [5 percent]", (UP,)),
        ("growing at an annual rate of [3 percent]", (UP,)),
        ("exports grew at a lower [5 percent] pace", (UP,)),
        ("exports [47.16] down [8.4 %], imports [59.32] down [9.6 %]", (OPEN, DOWN, OPEN, DOWN)),
        ("exports: [$47.16 billion] (down [8.4%])", (OPEN, DOWN)),
        ("shares rose [5 percentage points] to [35 percent]", (UP, OPEN)),
        ("The U.S. deficit narrowed [5 percent]", (DOWN,)),
        ("prices rose [3 to 4 percent]", (UP,)),
    ],
)
def test_after_a_verb_of_change_it_is_the_verbs(sentence: str, expected: tuple[int | None, ...]) -> None:
    """
    A rate straight after a verb of change, or after up and down, has its sign.
    """
    assert directions(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("growth slowed to a trickle in 2024, down to just [1.9 percent]", (UP,)),
        ("growth slowed … to just [1.9 percent]", (UP,)),
        ("the decline slowed to [6.4 percent]", (DOWN,)),
        ("The decline in trade accelerated to [9.1 percent]", (DOWN,)),
        ("The annual decline eased to [5 percent] from [7 percent] in May", (DOWN, DOWN)),
        ("growth slumped from [26.3 percent] to [1.9 percent]", (UP, UP)),
        ("The growth rate fell to [1.9 percent]", (UP,)),
        ("growth fell below [5 percent]", (UP,)),
        ("growth of [5 %] after a [9.1 percent] decline", (UP, DOWN)),
        ("growth of below [5 percent]", (UP,)),
        ("a decline of [9.1 percent]", (DOWN,)),
        ("a decline in trade of [9.1 percent]", (DOWN,)),
        ("growth rate of [1.9 percent]", (UP,)),
        ("a [6.3 percent] slump", (DOWN,)),
        ("an increase of [3 percent] year-on-year", (UP,)),
        ("a contraction of [4 percent]", (DOWN,)),
        ("[26 percent] year-on-year growth", (UP,)),
        ("turned from [5 percent] growth to a [3 percent] fall", (UP, DOWN)),
        ("growth was [5 percent]", (UP,)),
        ("growth stood at [3 percent]", (UP,)),
        ("The fall in exports was [9 percent]", (DOWN,)),
        ("GDP growth, at [5 percent], was low", (UP,)),
        ("growth ([5 percent])", (UP,)),
        ("a rise of at least [5 percent]", (UP,)),
        ("a drop of [one quarter]", (DOWN,)),
    ],
)
def test_after_to_or_beside_a_noun_it_is_the_nouns(sentence: str, expected: tuple[int | None, ...]) -> None:
    """
    A rate after "to", or beside a noun of change, has the sign of the noun.
    """
    assert directions(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("trade fell to [$106 billion], [9.1 percent] lower than a year earlier", (OPEN, DOWN)),
        ("exports were [$5 billion] higher than a year earlier", (UP,)),
        ("about [$10.6 billion] less than in 2024", (DOWN,)),
        ("China imported [5 percent] less oil", (DOWN,)),
        ("exports were [5 percent] above the level of 2023", (UP,)),
        ("[2 percent] above forecasts", (OPEN,)),
    ],
)
def test_a_comparison_says_the_direction(sentence: str, expected: tuple[int | None, ...]) -> None:
    """
    Lower, higher, less and more than give the sign; a distance from a forecast is no change.
    """
    assert directions(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("exports rose [5 percent] and imports [1 percent]", (UP, UP)),
        ("exports fell [5 percent] while imports rose [1 percent]", (DOWN, UP)),
        ("dropped [8.4 percent] and [9.6 percent] respectively", (DOWN, DOWN)),
        ("rose [5 percent] in March and [3 percent] in April", (UP, UP)),
        ("exports surged [46.9 percent] in 2023 but only [4.1 percent] in 2024", (UP, UP)),
        ("exports slumped [35 percent], to [$5 billion], and imports [12 percent]", (DOWN, OPEN, DOWN)),
        ("exports rose by [$5 billion] and imports by [$3 billion]", (UP, UP)),
        ("exports rose [5 percent] and Russia took [35 percent]", (UP, OPEN)),
        ("exports rose [5 percent] and oil was [35 percent]", (UP, OPEN)),
    ],
)
def test_a_list_shares_its_verb(sentence: str, expected: tuple[int | None, ...]) -> None:
    """
    The figures of a list have the sign of its verb, until another verb stands between.
    """
    assert directions(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("exports gained [$5 billion]", (UP,)),
        ("a rise of [$3 billion]", (UP,)),
        ("trade was down [$11 billion]", (DOWN,)),
        ("an [$11 billion] drop", (DOWN,)),
        ("a decrease of [$10.6 billion] from 2024", (DOWN,)),
        ("The fall amounted to [$5 billion]", (DOWN,)),
        ("rose by [100 billion yuan] ([$14 billion])", (UP, UP)),
        ("trade reached [$237 billion]", (OPEN,)),
        ("[1.74 trillion yuan] ([$237 billion])", (OPEN, OPEN)),
        ("exports rose above [$240 billion]", (OPEN,)),
        ("exports dropped from [$5 billion] to [$3 billion]", (OPEN, OPEN)),
        ("the surplus grew to [$5 billion]", (OPEN,)),
        ("exports grew [2.2%] ([$8.28 billion])", (UP, OPEN)),
        ("exports exceeded imports by [$5 billion]", (OPEN,)),
        ("imports up [2 percent] at [$5 billion]", (UP, OPEN)),
    ],
)
def test_an_amount_of_change_is_told_from_a_level(sentence: str, expected: tuple[int | None, ...]) -> None:
    """
    An amount of change has a sign, a level has none.
    """
    assert directions(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "up from [5 %] to [7 %]",
        "oil accounted for [35.2 percent] of exports",
        "[35 percent] of exports",
        "a share of [35 percent]",
        "exports made up [35 percent]",
        "a [25 percent] tariff as exports fell",
        "unemployment rose to [5 percent]",
        "China's share of Russian imports rose to [35 percent]",
        "exports fell to a [9.1 percent] share",
        "exports jumped to [12 percent]",
        "the decline slowed by [2 percentage points]",
        "exports fell short of the target by [5 percent]",
        "the drop was followed by [5 percent] in May",
        "he added that [35 percent] were cars",
        "the fall in the ruble pushed inflation to [9 percent]",
        "after the fall, the ratio reached [5 percent]",
        "exports [doubled]",
        "the [fourth] rise",
        "Exports to Asia rose. Imports [5 percent]",
        "[5 percent]",
    ],
)
def test_what_the_words_do_not_say_stays_open(sentence: str) -> None:
    """
    Shares, tariffs, factors and rates without a verb or a noun have no direction.
    """
    assert set(directions(sentence)) == {None}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [("trade ([+1.9%])", (UP,)), ("a rise of [−3 %]", (DOWN,)), ("exports fell [+5 %]", (UP,))],
)
def test_a_written_sign_wins(sentence: str, expected: tuple[int | None, ...]) -> None:
    """
    A sign before the number outweighs every word.
    """
    assert directions(sentence) == expected


def test_only_the_own_sentence_counts_in_a_long_text() -> None:
    """
    A figure in the middle of a long text is read as it is alone.
    """
    filler = "Exports fell and imports soared in that year. "
    text, figures = read_marked(filler * 40 + "Growth slowed to [1.9 percent]. " + filler * 40)

    assert [direction_of(text, figure, figures) for figure in figures] == [1]


SMALL = "fell rose growth decline by to of at from or up down the a exports and but slowed , . ( ) … than more above"
FIGURES = ("[5 percent]", "[$5 billion]", "[2 points]", "[-3 %]", "[a third]", "[doubled]")
WORDS = st.sampled_from((*SMALL.split(), *FIGURES))


@given(st.lists(WORDS, max_size=30))
def test_every_row_of_words_has_an_answer(words: list[str]) -> None:
    """
    Whatever the order of the words, each figure is a rise, a fall or open.
    """
    assert set(directions(" ".join(words))) <= {1, -1, None}


@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from(FigureKind))
def test_any_text_may_stand_around_a_figure(before: str, after: str, kind: FigureKind) -> None:
    """
    No text around a figure makes it fail.
    """
    figure = Figure("5", len(before), len(before) + 1, kind, Decimal(5), Decimal(1))

    assert direction_of(f"{before}5{after}", figure) in {1, -1, None}


@given(st.sampled_from((1, -1)), st.text(max_size=40))
def test_a_sign_wins_in_any_text(sign: int, before: str) -> None:
    """
    A written sign is the direction whatever stands before it.
    """
    figure = Figure("5", len(before), len(before) + 1, FigureKind.PERCENT, Decimal(5), Decimal(1), sign=sign)

    assert direction_of(f"{before}5", figure, [figure]) == sign
