"""
Offsets count code points; bytes, UTF-16 and lines are converted in one place.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.positions import MapBuilder, from_bytes, from_utf16, line_column, to_bytes, to_utf16

TEXTS = st.text(st.sampled_from("aé𝟗£\n\u200d中"), max_size=30)


@given(text=TEXTS, data=st.data())
def test_an_offset_comes_back_from_bytes(text, data):
    """
    An offset converted to UTF-8 and back is the same, and counts the bytes before it.
    """
    offset = data.draw(st.integers(0, len(text)))

    assert to_bytes(text, offset) == len(text[:offset].encode())
    assert from_bytes(text, to_bytes(text, offset)) == offset


@given(text=TEXTS, data=st.data())
def test_an_offset_comes_back_from_utf_16(text, data):
    """
    An offset converted to UTF-16 units and back is the same, and counts the units before it.
    """
    offset = data.draw(st.integers(0, len(text)))

    assert to_utf16(text, offset) == len(text[:offset].encode("utf-16-le")) // 2
    assert from_utf16(text, to_utf16(text, offset)) == offset


@pytest.mark.parametrize(("units", "offset"), [(0, 0), (1, 0), (2, 1), (3, 2), (99, 2)])
def test_an_offset_inside_a_pair_is_that_of_the_character(units, offset):
    """
    The second half of a surrogate pair belongs to its character.
    """
    assert from_utf16("𝟗a", units) == offset


@pytest.mark.parametrize(
    ("offset", "place"), [(0, (1, 1)), (2, (1, 3)), (3, (2, 1)), (4, (3, 1)), (5, (3, 2)), (6, (3, 3))]
)
def test_offsets_become_lines_and_columns(offset, place):
    """
    Lines and columns begin at 1, and characters count, not bytes.
    """
    assert line_column("é𝟗\n\nab", offset) == place


def test_a_text_knows_where_its_pieces_stand():
    """
    A piece spelt otherwise maps to the whole of its spelling, the others character by character.
    """
    source = "<p>&pound;79<b>bn</b>"
    builder = MapBuilder()
    builder.add("£", 3, 7)
    builder.add("79", 10)
    builder.add("bn", 15)
    text, way = builder.built()

    assert text == "£79bn"
    assert [source[slice(*way.span(start, start + 1))] for start in range(5)] == ["&pound;", "7", "9", "b", "n"]
    assert source[slice(*way.span(0, 5))] == "&pound;79<b>bn"


@given(pieces=st.lists(st.tuples(st.text("ab", min_size=1, max_size=4), st.text("<>", max_size=3)), max_size=6))
def test_pieces_as_they_stand_map_to_themselves(pieces):
    """
    Every character of a text that is spelt as in the source is found there.
    """
    builder, source = MapBuilder(), ""
    for piece, markup in pieces:
        builder.add(piece, len(source))
        source += piece + markup
    text, way = builder.built()

    assert [source[way.start(at)] for at in range(len(text))] == list(text)
    assert [source[way.end(at + 1) - 1] for at in range(len(text))] == list(text)
