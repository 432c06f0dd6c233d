"""Keys of a kind in one cell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import WrittenError
from factcheck.files.text_file import REFUSED
from factcheck.sheets.option_text import read_options, write_options

WORD = (st.text(min_size=1, max_size=12) | st.text("\"'\\;:,[]{}# a~", min_size=1, max_size=12)).filter(
    lambda text: not REFUSED.search(text) and text.strip()
)
NAME = st.sampled_from(["of", "from", "by", "event", "partner"])
TEXT = WORD | st.lists(WORD, min_size=1, max_size=3).map(tuple)
VALUE = TEXT | st.dictionaries(NAME, TEXT, min_size=1, max_size=3)


@given(st.dictionaries(NAME, VALUE, max_size=4), st.sampled_from(["", "high"]))
def test_options_come_back(options, word):
    """
    Any keys and values, lists and mappings are read as they were written.
    """
    assert read_options(write_options(options, word)) == (word, options)


@pytest.mark.parametrize(
    ("text", "word", "keys"),
    [
        ("", "", {}),
        ("high; since: 2020", "high", {"since": "2020"}),
        ("of: months", "", {"of": "months"}),
        (" from : previous ;", "", {"from": "previous"}),
        ("of: {partner: World, flow: [a, b]}", "", {"of": {"partner": "World", "flow": ("a", "b")}}),
        ('by: "a; b"; event: x', "", {"by": "a; b", "event": "x"}),
        ("by: O'Neill; event: x", "", {"by": "O'Neill", "event": "x"}),
    ],
)
def test_options_are_read(text, word, keys):
    """
    A word alone, keys with values, values in quotation marks and braces.
    """
    assert read_options(text) == (word, keys)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("high; low", "have no value"),
        (": a", "is no key with a value"),
        ("of:", "is no key with a value"),
        ("of: a; of: b", "stands twice"),
        ("of: [a", "cannot be read"),
        ("of: {a: {b: {c: d}}}", "inside"),
        ("of: [" + "[" * 5000, "cannot be read"),
        ("of: {a: *x}", "cannot be read"),
        ("of: {a: !!python/object x}", "cannot be read"),
    ],
)
def test_what_is_no_option_is_told(text, what):
    """
    Each has words that say why.
    """
    with pytest.raises(WrittenError, match=what):
        read_options(text)
