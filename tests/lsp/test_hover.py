"""The evidence of what somebody points at, in which nothing acts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factcheck.lsp.evidence import Line, in_markdown, in_plain_words
from factcheck.lsp.markdown import escaped, link
from factcheck.lsp.pointing import Pointed, key_says
from factcheck.places import places
from tests.lsp.story import CLAIMS, STORY, Asked, workspace

ACTIVE = {"html_inline", "html_block", "image", "link_open", "code_inline", "fence", "heading_open", "table_open", "hr"}


def pointed(asked: Asked, path: Path, words: str, into: int = 1) -> Pointed | None:
    """What there is to say of some words of a file."""
    document = asked.documents.named(path.as_uri())
    assert document is not None
    return asked.desk.pointed(document, document.text.index(words) + into, asked.state)


def tokens(markdown: str) -> list[tuple[str, str]]:
    """The kinds of all parts of a Markdown text, as GitHub's dialect has them, with the addresses of links."""
    parts = [
        part
        for block in MarkdownIt("gfm-like", {"linkify": False}).parse(markdown)
        for part in (block, *(block.children or ()))
    ]
    return [(part.type, str(part.attrs.get("href", ""))) for part in parts]


@pytest.mark.parametrize("which", [0, 1])
def test_a_figure_shows_its_evidence(which: int, tmp_path: Path) -> None:
    """
    In the claims file and in the story alike: verdict, words, reference, and where it can be read.
    """
    paths = workspace(tmp_path)
    found = pointed(Asked(tmp_path, *paths), paths[which], "$237 billion")

    assert found is not None
    told = in_plain_words(found.lines)
    assert told.startswith("discrepancy, error: wrong-level (the amount is another)\n")
    assert "reference: gacc, released 2024-01-12: 240.11 bn USD" in told
    assert "cause: looks like the figure for 2024" in told
    assert "https://" in told


def test_of_two_figures_in_a_quote_the_one_is_shown_that_is_pointed_at(tmp_path: Path) -> None:
    """
    The level's evidence on the level, the rate's on the rate, both on the words between.
    """
    claims, story = workspace(tmp_path)
    asked = Asked(tmp_path, claims, story)
    found = [pointed(asked, claims, words) for words in ("9.1 percent", "$106.48", "slipped by")]

    assert [sum(line.label == "claim" for line in each.lines) for each in found if each] == [1, 1, 2]


def test_a_figure_without_a_claim_says_so(tmp_path: Path) -> None:
    """
    Pointed at in the story, it says that nothing checks it.
    """
    _, story = workspace(tmp_path)
    found = pointed(Asked(tmp_path, story), story, "$12.3 billion")

    assert found is not None
    assert found.lines == (Line("", 'no claim checks "$12.3 billion"'),)


def test_a_key_says_what_it_is(tmp_path: Path) -> None:
    """
    The documentation of keys and kinds, in a line.
    """
    claims, _ = workspace(tmp_path)
    asked = Asked(tmp_path, claims)
    found = [pointed(asked, claims, words) for words in ("published", "partner", "change:", "quote:")]

    assert [each.lines[0].text for each in found if each] == [
        "the day of publication; only what was known by then counts",
        "the other side, as in Russia or World; of a list the total is meant",
        "The rate of change from a base period lies in the interval.",
        "the words of the article that carry the claim; … stands for at most 30 words of the same sentence",
    ]


def test_keys_that_are_not_there_say_nothing() -> None:
    """
    A key in a place that is not its own.
    """

    assert key_says((), "level") == ""
    assert key_says(("claims", "level"), "colour") == ""


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "![x](https://evil.example/pixel.png)",
    "[x](javascript:alert(1))",
    "[x](command:workbench.action.quit)",
    "<javascript:alert(1)>",
    "<mailto:a@b.example>",
    "```\ncode\n```",
    "`code`",
    "# head",
    "| a | b |\n| - | - |",
    "\n\n---\n\n",
    "&lt;b&gt; &#60;",
    "\u202ebidi",
    "[ref]: https://evil.example",
    "a@b.example ftp://x.example www.evil.example",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_inert(text: str) -> None:
    """
    No HTML, no image, no link, no code, no heading: words.
    """
    markdown = in_markdown([Line("quote", text, (1, len(text) - 1)), Line("", text)])

    assert {kind for kind, _ in tokens(markdown)} & ACTIVE == set()
    assert "\u202e" not in markdown


@given(st.text("<>![]()`*_#|&~\\:/.@aw \n\u202e\x1b-", max_size=40))
def test_any_text_is_inert(text: str) -> None:
    """
    Whatever stands in it: an escaped text has nothing but words.
    """

    assert {kind for kind, _ in tokens(f"a {escaped(text)} b")} & ACTIVE == set()


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("https://example.org/a?b=c&d=%20", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("https://example.org/<script>", False),
        ("https://example.org/a b", False),
        ("command:x", False),
        ("file:///etc/passwd", False),
        ('https://example.org/"x', False),
    ],
)
def test_only_addresses_of_the_web_are_links(address: str, leads: bool) -> None:
    """
    Anything else is shown and leads nowhere.
    """
    links = [where for kind, where in tokens(link(address)) if kind == "link_open"]

    assert links == ([address] if leads else [])


def test_hostile_claims_are_inert_in_the_story_too(tmp_path: Path) -> None:
    """
    A quote with markup, a note with a link: the hover over them has words.
    """
    words = "<b>$237 billion</b> ![x](https://evil.example/a.png)"
    claims, story = workspace(
        tmp_path,
        CLAIMS.replace("a record high of $237 billion", words.replace('"', "'")),
        STORY.replace("a record high of $237 billion", words.replace("<", "&lt;").replace("![", "!\\[")),
    )
    asked = Asked(tmp_path, claims, story)
    found = pointed(asked, claims, "$237 billion")

    assert found is not None
    assert {kind for kind, _ in tokens(in_markdown(found.lines))} & (ACTIVE - {"link_open"}) == set()
    assert places()
