"""A text of which nothing can be seen says nothing."""

from __future__ import annotations

import pytest

CLAIM = 'claims:\n  - quote: "up 2 percent"\n    change: 2024\n'
BLANK = ["", " ", r"\u200b", r"\u200b \u2060", r"\u00a0", r"\u00ad", r"\u3164", r"\u2800", r"\u0301", r"\ufe0f"]


@pytest.mark.parametrize("text", BLANK)
@pytest.mark.parametrize("key", ["why", "note"])
def test_invisible_characters_are_no_text(read, key, text) -> None:
    """
    A reason or a note of invisible characters only is told as one that is missing.
    """
    ignore = "    ignore: coarse\n" if key == "why" else ""
    articles, (problem,) = read(f'{CLAIM}{ignore}    {key}: "{text}"\n')

    assert articles == ()
    assert problem.what == f"{key} has no value"


@pytest.mark.parametrize("text", ["x", r"\u200bx", "日", "é", "№", "👍", r"\u0647\u200c\u0627"])
def test_one_visible_character_is_a_text(article, text) -> None:
    """
    A text of any script is one, invisible characters in it or not.
    """
    assert article(f'{CLAIM}    note: "{text}"\n').claims[0].note
