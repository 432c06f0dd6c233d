"""Where quotes stand in a draft, and what is said when they stand nowhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.anchors import Anchor, figure_changed, find_quote, nearest

DRAFT = """\
# Trade falls

Two-way trade **slipped by 9.1 percent** to
$106.48\u00a0billion, the “stable” partners’ office said – a first.
The decline in the\u2009trade between the two _appears_ to be accelerating. Exports rose in May.

> Growth of 26 percent
> was [the fastest since 2010](https://example.org/a_b), it said.
"""


def words(quote: str, text: str = DRAFT) -> str | None:
    """The words of the draft that the quote is anchored to."""
    anchor = find_quote(quote, text)
    return None if anchor is None else text[anchor.start : anchor.end]


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("Trade falls", "Trade falls"),
        ("  Trade falls ", "Trade falls"),
        ("slipped by 9.1 percent to $106.48 billion", "slipped by 9.1 percent** to\n$106.48\u00a0billion"),
        ("Two-way trade slipped", "Two-way trade **slipped"),
        ("Two–way trade", "Two-way trade"),
        ('the "stable" partners\' office', "the “stable” partners’ office"),
        ("office said - a first", "office said – a first"),
        ("office said — a first", "office said – a first"),
        ("the trade between the two appears to be", "the\u2009trade between the two _appears_ to be"),
        ("Growth of 26 percent was", "Growth of 26 percent\n> was"),
        ("was the fastest since 2010, it said", "was [the fastest since 2010](https://example.org/a_b), it said"),
        ("slipped … billion", "slipped by 9.1 percent** to\n$106.48\u00a0billion"),
        ("slipped ... billion", "slipped by 9.1 percent** to\n$106.48\u00a0billion"),
        ("slipped […] billion", "slipped by 9.1 percent** to\n$106.48\u00a0billion"),
        ("… slipped by …", "slipped by"),
        ("Two-way … slipped … percent", "Two-way trade **slipped by 9.1 percent"),
    ],
)
def test_a_quote_is_found_whatever_its_typography(quote, found):
    """
    Spaces, dashes, quotation marks, emphasis, block quotes and links do not hide a quote.
    """
    assert words(quote) == found


@pytest.mark.parametrize(
    "quote",
    [
        "",
        "  ",
        "…",
        "slipped by 9.2 percent",
        "1 percent",  # cut out of 9.1
        "$106",  # cut out of 106.48
        "06.48",
        "slip",
        "rade falls",
        "trade falls",  # the case counts
        "percent slipped",
        "decline … Exports",  # another sentence
        "Trade … slipped",  # another paragraph
        "billion … slipped",  # the order counts
    ],
)
def test_what_the_draft_does_not_say_is_not_found(quote):
    """
    Other words, pieces of words and numbers, and gaps across sentences are no anchor.
    """
    assert find_quote(quote, DRAFT) is None


def test_all_places_are_counted_and_the_first_is_named():
    """
    A quote that stands twice says so.
    """
    assert find_quote("up 2", "up 2, then up 2; up 22") == Anchor(0, 4, 2)
    assert find_quote("up 2", "*up*  2, then up\n2") == Anchor(1, 7, 2)


@pytest.mark.parametrize(("between", "found"), [(0, True), (1, True), (30, True), (31, False)])
def test_an_ellipsis_stands_for_at_most_thirty_words(between, found):
    """
    The thirty-first word is too many.
    """
    text = f"growth slowed {'so ' * between}to just 1.9 percent"

    assert (find_quote("growth slowed … to just", text) is not None) == found


@pytest.mark.parametrize(
    "text",
    [
        "Trade with the U.S. fell by 3 percent",
        "Trade, said Mr. Li, fell by 3 percent",
        "Trade rose 1.5 percent in Jan. 2024 and fell by 3 percent",
        "Trade (e.g. in cars) fell by 3 percent",
    ],
)
def test_an_abbreviation_ends_no_sentence(text):
    """
    A gap may run over the point of an abbreviation or a number.
    """
    assert find_quote("Trade … fell by 3 percent", text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Trade grew. It fell by 3 percent",
        "Trade grew! “It fell by 3 percent”",
        "Trade grew?) It fell by 3 percent",
        "Trade\n\nIt fell by 3 percent",
    ],
)
def test_a_gap_does_not_run_over_the_end_of_a_sentence(text):
    """
    What another sentence says is not what the quote says.
    """
    assert find_quote("Trade … fell by 3 percent", text) is None


def test_a_nearer_continuation_is_found_behind_a_false_start():
    """
    The words before the ellipsis may stand several times before they go on as quoted.
    """
    text = "Trade grew. Trade shrank. Trade, they say, fell by 3 percent"

    assert words("Trade … fell by 3 percent", text) == "Trade, they say, fell by 3 percent"


def test_quotes_are_found_in_scripts_without_spaces():
    """
    A quote in Chinese need not stand between spaces.
    """
    assert words("增长1.9%", "去年双边贸易增长1.9%。") == "增长1.9%"


@pytest.mark.parametrize(
    ("quote", "text", "mine", "theirs"),
    [
        ("slipped by 9.2 percent", DRAFT, "9.2 percent", "9.1 percent"),
        ("to $106.84 billion", DRAFT, "$106.84 billion", "$106.48 billion"),
        ("to $106.48 million", DRAFT, "$106.48 million", "$106.48 billion"),
        ("slipped … to $107 billion", DRAFT, "$107 billion", "$106.48 billion"),
        ("Growth of 26.3 percent was", DRAFT, "26.3 percent", "26 percent"),
        ("fastest since 2011", DRAFT, "2011", "2010"),
        ("for three consecutive days", "They met for two consecutive days.", "three", "two"),
        ("for a fourth straight month", "It fell for a fifth straight month.", "fourth", "fifth"),
    ],
)
def test_the_same_words_with_another_number_are_a_changed_figure(quote, text, mine, theirs):
    """
    Both figures are named, with their units.
    """
    found = figure_changed(quote, text)

    assert found is not None
    assert mine in found[0]
    assert theirs in found[1]


@pytest.mark.parametrize(
    "quote",
    ["slipped by 9.1 percent", "jumped by 9.2 percent", "slipped by percent", "9.2", "no figure here", ""],
)
def test_other_words_are_no_changed_figure(quote):
    """
    Where words differ, or there are no words or no number, nothing is said.
    """
    assert figure_changed(quote, DRAFT) is None


def test_the_nearest_passage_is_shown_in_whole_words():
    """
    A quote with a slip leads to the words that were meant.
    """
    assert nearest("Two-way trade slid by 9.1 percent", DRAFT) == "Two-way trade slipped by 9.1 percent"


@pytest.mark.parametrize(
    ("quote", "text"), [("zebras quilting", DRAFT), ("", DRAFT), ("trade", ""), ("a long quote", "a")]
)
def test_where_nothing_is_near_nothing_is_shown(quote, text):
    """
    A passage of no likeness is no help.
    """
    assert nearest(quote, text) == ""


WORDS = st.lists(
    st.sampled_from(["trade", "fell", "9.1", "percent,", "“to”", "$106.48", "x-y", "a"]), min_size=1, max_size=6
)
SPACES = st.sampled_from([" ", "\n", "\u00a0", "  ", "\u2009", "\n> "])


@given(st.data(), WORDS, WORDS, WORDS)
def test_words_are_found_however_they_are_spaced(data, before, quote, after):
    """
    What stands in a text is found in it, and the anchor has the same words.
    """
    text = "".join(data.draw(SPACES) + word for word in [*before, *quote, *after])
    anchor = find_quote(" ".join(quote), text)

    assert anchor is not None
    assert text[anchor.start : anchor.end].replace(">", " ").split() == quote
    assert anchor.occurrences >= 1


@given(st.text("ab .,19…*_[]()\n>-“", max_size=40), st.text("ab .,19…*_[]()\n>-“", max_size=80))
def test_an_anchor_lies_in_the_text(quote, text):
    """
    Whatever the characters, an anchor is a span of the text and nothing fails.
    """
    anchor = find_quote(quote, text)
    figure_changed(quote, text)

    assert anchor is None or 0 <= anchor.start < anchor.end <= len(text)
