"""Lines and characters as editors count them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.lsp.lines import Lines, Spot, Units

WORDS = "a😀é\r\nb\rc\n\u2028d"


@pytest.mark.parametrize(
    ("units", "spot"), [(Units.UTF8, Spot(0, 7)), (Units.UTF16, Spot(0, 4)), (Units.UTF32, Spot(0, 3))]
)
def test_a_character_is_counted_in_the_units_of_both_sides(units: Units, spot: Spot) -> None:
    """
    After a, an emoji and an accented letter: 7 bytes, 4 units of UTF-16, 3 code points.
    """

    assert Lines(WORDS).spot(3, units) == spot


def test_only_line_feeds_and_returns_end_a_line() -> None:
    """
    CRLF, CR and LF end lines; a line separator does not.
    """
    lines = Lines(WORDS)

    assert [lines.text[lines.start(at) : lines.end(at)] for at in range(lines.count)] == ["a😀é", "b", "c", "\u2028d"]


def test_a_place_past_the_end_of_a_line_is_its_end() -> None:
    """
    The protocol lets characters be too large, and lines too.
    """
    lines = Lines("ab\r\ncd")

    assert [lines.offset(0, 99, Units.UTF16), lines.offset(1, 99, Units.UTF16), lines.offset(9, 0, Units.UTF16)] == [
        2,
        6,
        6,
    ]


def test_a_place_inside_a_character_is_that_of_the_character() -> None:
    """
    The second half of an emoji's pair, and any of its bytes but the first.
    """
    lines = Lines("a😀b")

    assert [lines.offset(0, 2, Units.UTF16), lines.offset(0, 3, Units.UTF8)] == [1, 1]


def test_a_byte_order_mark_is_no_column_of_a_claims_file() -> None:
    """
    YAML counts columns after it; an editor that keeps it has one character more.
    """

    assert Lines("\ufeffab\ncd").written(1, 1) == 1
    assert Lines("\ufeffab\ncd").written(2, 1) == 4


@given(st.text("a😀é\r\n\u2028e\u0301", max_size=30), st.sampled_from(Units), st.data())
def test_there_and_back(text: str, units: Units, data: st.DataObject) -> None:
    """
    The place of an offset leads back to it, save between CR and LF.
    """
    offset = data.draw(st.integers(0, len(text)))
    lines = Lines(text)
    inside = text[offset - 1 : offset + 1] == "\r\n" if offset else False

    assert lines.offset(*lines.spot(offset, units), units) == offset - inside
