"""Patterns of paths."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.settings.patterns import matches


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("drafts/opinion/*", "drafts/opinion/a.md", True),
        ("drafts/opinion/*", "drafts/opinion/deep/a.md", False),
        ("drafts/opinion/*", "drafts/opinion", False),
        ("drafts/opinion/", "drafts/opinion/deep/a.md", True),
        ("drafts/opinion/", "drafts/opinions/a.md", False),
        ("drafts/opinion/**", "drafts/opinion/deep/deeper/a.md", True),
        ("**/opinion/*", "desk/drafts/opinion/a.md", True),
        ("**/opinion/*", "opinion/a.md", True),
        ("drafts/**/a.md", "drafts/a.md", True),
        ("drafts/**/a.md", "drafts/x/y/a.md", True),
        ("drafts/**/a.md", "drafts/x/y/b.md", False),
        ("**/a/**/b", "a/x/a/b", True),
        ("*.md", "a.md", True),
        ("*.md", "drafts/a.md", False),
        ("a?c", "abc", True),
        ("a?c", "ac", False),
        ("a?c", "a/c", False),
        ("a*b*c", "aXbYbZc", True),
        ("a*b*c", "aXcYb", False),
        ("*", "anything", True),
        ("./a", "a", True),
        ("a", "../a", False),
        ("*", "..", True),
        ("A.md", "a.md", False),
    ],
)
def test_patterns(pattern: str, path: str, fits: bool) -> None:
    """
    A star stops at a slash, two stars do not, and case counts.
    """

    assert matches(pattern, path) is fits


@given(path=st.lists(st.text("ab.", min_size=1, max_size=5), min_size=1, max_size=5).map("/".join))
def test_a_path_fits_itself_and_any_depth(path: str) -> None:
    """
    A path without stars is its own pattern.
    """

    assert matches("**", path)
    assert matches(path, path) or "." in path.split("/")


@pytest.mark.parametrize("pattern", ["a*" * 100, "*/" * 100 + "b", "**/" * 66 + "b", "*" * 200, "?*" * 100])
def test_no_pattern_takes_long(pattern: str) -> None:
    """
    Stars upon stars cost no more than their number times the path.
    """
    start = time.monotonic()
    for path in ("a" * 400, "/".join("a" * 200), "a" * 399 + "c"):
        matches(pattern, path)

    assert time.monotonic() - start < 30
