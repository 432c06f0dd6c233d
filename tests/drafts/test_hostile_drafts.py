"""Drafts made to hurt the reader end, and come out as they should."""

import pytest

from factcheck.drafts import draft_of_text

MANY = 50_000
UNITS = [
    *"[*<&`>_~!(|#\\-\n\r=",
    *(
        "[^",
        "](",
        "[a](",
        "![",
        "[a]: b\n\n[a]",
        "[[a]",
        "<a ",
        '<a b="',
        "<!--",
        "<![",
        "<?",
        "</",
        "<script>",
        "</style>",
    ),
    *("<p hidden>", "<del>", "<div>", "<span hidden><b>", "<table><tr><td>", "<td>", "<li>", "<textarea>", "<title>"),
    *("&amp", "&#1;", "* a", "*a **b ", "a*b_", "`a``", "- ", "> ", "1. ", "a|b\n-|-\n", "```\n", "a\n---\n", "  \n"),
    *("<sup><a href=#>", "<http:", "<a@b", "`<!--\n", "[a](b '", "[a](((", "~~a", "a ", "+++\n", "---\n", "{%", "\\\n"),
]


@pytest.mark.parametrize("format", ["html", "markdown"])
@pytest.mark.parametrize("unit", UNITS)
def test_a_long_run_of_markup_does_not_hide_what_stands_before(unit, format):
    """
    A word before any amount of markup is read, however deep or broken the markup is.
    """
    assert draft_of_text(f"before\n\n{unit * (MANY // len(unit))}", format).text.startswith("before")


@pytest.mark.parametrize(
    "unit", ["<div>", "<b>", "<table><tr><td>", "<ul><li>", "<blockquote>", "<span hidden></span>"]
)
def test_depth_does_not_matter(unit):
    """
    Words inside ten thousand elements are read like others.
    """
    assert draft_of_text(unit * 10_000 + "inside", "html").text.strip("\t") == "inside"


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("*" * 9999 + "a" + "*" * 9999, "a"),
        ("[" * 9999 + "a" + "]" * 9999, "[" * 9999 + "a" + "]" * 9999),
        ("[" * 999 + "a" + "](b)" * 999, "[" * 998 + "a" + "](b)" * 998),
        (">" * 9999 + " a", "a"),
        ("y " + "`" * 9999 + "a", "y " + "`" * 9999 + "a"),
        ("- " * 15 + "a", "a"),
    ],
)
def test_depth_of_marks_does_not_matter(source, seen):
    """
    Marks in marks are undone to any depth; the innermost of nested brackets is the link.
    """
    assert draft_of_text("x\n\n" + source, "markdown").text == "x\n\n" + seen
