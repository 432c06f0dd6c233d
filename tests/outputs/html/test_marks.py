"""Where figures are marked in a story."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.outputs.html.paragraphs import paragraphs
from factcheck.outputs.html.spans import Span, stretches

TEXT = "trade rose to a record high of $237 billion in 2024, it is said"


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return start, start + len(words)


def told(marks: list[Span], text: str = TEXT, lines: list[Span] | None = None) -> list[tuple[str, list[int]]]:
    return [(text[each.start : each.end], each.keys) for each in stretches(text, lines or [(0, len(text))], marks)]


def test_a_mark_stands_on_its_words() -> None:
    """
    One mark is one stretch.
    """

    assert told([span("$237 billion")]) == [("$237 billion", [0])]


def test_the_shorter_mark_keeps_the_words() -> None:
    """
    A figure inside a longer marked passage is the figure's; the passage has what is left on both sides.
    """
    marks = [span("rose to a record high of $237 billion in 2024"), span("$237 billion")]

    assert told(marks) == [("rose to a record high of", [0]), ("$237 billion", [1]), ("in 2024", [0])]


def test_marks_on_the_same_words_are_one() -> None:
    """
    Two findings on one figure make one mark that tells both.
    """

    assert told([span("$237 billion"), span("$237 billion")]) == [("$237 billion", [0, 1])]


def test_a_mark_with_little_left_joins_the_shorter_one() -> None:
    """
    Where shorter marks have most of its words, a mark is told with the first of them.
    """
    marks = [span("a record high of $237 billion"), span("record high"), span("$237 billion")]

    assert told(marks) == [("record high", [1, 0]), ("$237 billion", [2])]


def test_marks_leave_signs_at_their_ends() -> None:
    """
    Spaces, commas and dots at the ends of a mark are not underlined.
    """

    assert told([span(" in 2024, ")]) == [("in 2024", [0])]


def test_no_mark_goes_from_one_cell_into_another() -> None:
    """
    A quote over two cells of a table is marked in both.
    """
    text = "exports\t112.0\nimports\t128.1"

    assert told([(0, 13)], text, [(0, 7), (8, 13), (14, 21), (22, 27)]) == [("exports", [0]), ("112.0", [0])]


@given(
    text=st.text(st.sampled_from("ab1. \n"), min_size=1, max_size=40),
    marks=st.lists(st.tuples(st.integers(-2, 45), st.integers(-2, 45)), max_size=8),
)
def test_stretches_never_overlap(text: str, marks: list[Span]) -> None:
    """
    Whatever the marks, stretches come in order, lie in one line each, and begin and end with a word.
    """
    lines = [cell for paragraph in paragraphs(text, "") for row in paragraph.rows for cell in row]
    found = stretches(text, lines, marks)

    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all(any(start <= each.start and each.end <= end for start, end in lines) for each in found)
    assert all(text[each.start : each.end].strip(" \n.") == text[each.start : each.end] for each in found)


@given(
    text=st.text(st.sampled_from("ab1 "), min_size=1, max_size=40),
    marks=st.lists(st.tuples(st.integers(0, 40), st.integers(1, 40)), max_size=8),
)
def test_every_mark_with_a_word_is_told(text: str, marks: list[Span]) -> None:
    """
    No finding whose words have a letter or a digit goes unmarked.
    """
    wanted = {
        key
        for key, (start, end) in enumerate(marks)
        if start < end <= len(text) and any(map(str.isalnum, text[start:end]))
    }
    found = {key for each in stretches(text, [(0, len(text))], marks) for key in each.keys}

    assert wanted <= found


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("One.\n\nTwo.", ["text", "text"]),
        ("One\nline.\n \t\n\n\nTwo.", ["text", "text"]),
        ("The title\n\nOne.", ["headline", "text"]),
        ("Year\tValue\n2024\t1.9", ["table"]),
        ("\n\n", []),
    ],
)
def test_paragraphs(text: str, kinds: list[str]) -> None:
    """
    Empty lines part paragraphs; the title is the headline, what has tabs is a table.
    """

    assert [each.kind for each in paragraphs(text, "The title")] == kinds


def test_rows_of_a_table_have_cells() -> None:
    """
    Each line of a table is a row, each tab parts two cells, an empty cell is one too.
    """
    text = "Year\tValue\n2024\t\t1.9"
    (table,) = paragraphs(text, "")

    assert [[text[start:end] for start, end in row] for row in table.rows] == [["Year", "Value"], ["2024", "", "1.9"]]
