"""Where the words of a quote stand in the claims file, however YAML has them written."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factcheck.lsp.scalars import scalar_at


@pytest.mark.parametrize(
    "written",
    [
        "rose 5 percent to $9 billion",
        '"rose 5 percent to $9 billion"',
        "'rose 5 percent to $9 billion'",
        "rose 5 percent\n      to $9 billion",
        '"rose 5 percent\n      to $9 billion"',
        '"rose 5 percent \\\n      to $9 billion"',
        "'rose 5 percent\n\n      to $9 billion'",
        "|\n      rose 5 percent\n      to $9 billion\n",
        ">-\n      rose 5 percent\n      to $9 billion\n",
        '"rose\\t5 per\\x63ent to \\u00249 billion"',
        '"it’s \\"up\\" to $9 billion"',
        "'it''s up to $9 billion'",
    ],
)
def test_a_figure_is_found_in_every_style(written: str) -> None:
    """
    Plain, quoted, folded, in blocks and with escapes.
    """
    text = f"- quote: {written}"
    content = yaml.safe_load(text)[0]["quote"]
    found = scalar_at(text, 9, content)
    at = content.index("9 billion")

    assert found is not None
    start, end = found.way.span(at, at + 9)
    assert text[start:end] == "9 billion"
    assert text[found.start : found.end].rstrip() == written.rstrip()


def test_another_text_is_not_found() -> None:
    """
    Where the file does not have the words, nobody guesses.
    """

    assert scalar_at('"rose 5"', 0, "rose 6") is None
    assert scalar_at('"rose 5', 0, "rose 5") is None


@given(st.text("ab '\"\\\t\n:#é😀", min_size=1, max_size=20), st.sampled_from(["'", '"']))
def test_every_word_leads_back(content: str, style: str) -> None:
    """
    Whatever a quoted text has: its words are found where they stand.
    """
    text = yaml.safe_dump([content], default_style=style, allow_unicode=True, width=10)
    found = scalar_at(text, 2, content)  # behind the dash

    assert found is not None
    assert yaml.safe_load(text[found.start : found.end]) == content
    for at, char in enumerate(content):
        first, last = found.way.span(at, at + 1)
        assert char in text[first:last] or char in "\"'\\\t\n 😀" or text[first] == "\\"
