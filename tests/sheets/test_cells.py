"""Texts as cells: nothing acts, nothing hides, and everything comes back."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.cells import defused, fused, invisible, visible

TEXT = st.text() | st.text("=+-@\t\r\n;',\\u005CEU20 a\u202e\u200d\"\U000e0041", max_size=20)
FORMULAS = ("=", "+", "-", "@")


@given(TEXT)
def test_cells_come_back(text):
    """
    A text that was made visible and inert is the same text again.
    """
    assert invisible(fused(defused(visible(text)))) == text


@given(TEXT)
def test_no_cell_begins_a_formula(text):
    """
    No cell begins like a formula, nor does what a program with another separator would take for one.
    """
    cell = defused(visible(text))

    assert not cell.startswith(("\t", "\r"))
    assert not any(piece.startswith(FORMULAS) for piece in re.split("[;\t\n]", cell))


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+9 %", "'+9 %"),
        ("-9 %", "'-9 %"),
        ("@a", "'@a"),
        ("'tis", "''tis"),
        ("a;=1", "a;'=1"),
        ("a - b", "a - b"),
        ("a\u202eb", "a\\u202Eb"),
        ("a\rb", "a\\u000Db"),
        ("a\\u202Eb", "a\\u005Cu202Eb"),
        ("C:\\users", "C:\\users"),
        ("\U0001f469\u200d\U0001f4bb", "\U0001f469\u200d\U0001f4bb"),
    ],
)
def test_what_a_cell_looks_like(text, cell):
    """
    An apostrophe before a formula, a number for what is invisible, and all else as it is.
    """
    assert defused(visible(text)) == cell


@pytest.mark.parametrize("cell", ["'tis the season", "it's", "\\u0041", "\\uD800", "\\U00110000", "C:\\u"])
def test_a_desks_own_cell_stays(cell):
    """
    What no export writes is left as people typed it.
    """
    assert invisible(fused(cell)) == cell
