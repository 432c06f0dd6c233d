"""Laws of reading drafts: every character leads back to its place, and markup takes no words."""

from html import unescape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.draft_text import Draft
from factcheck.drafts import draft_of_text

FORMATS = ("html", "markdown", "text")
#: Bits of markup, whole and broken, among words.
BITS = st.sampled_from(
    [
        *["a", "1", "5.9", "£", "中", "𝟗", "-", "+", "1.", "=", "/", "!", ":", ".", '"', "'", "(", ")"],
        *["*", "**", "_", "~~", "`", "``", "```", "~~~", "[", "]", "![", "](", "[^1]", "[^1]:", "[a]", "[a]:", "\\"],
        *["#", "##", ">", "|", "|-|-|", "---", "===", "\n| a | b |\n|---|---|\n", "    ", "- "],
        *["<", "<b>", "</b>", "<p>", "<td>", "<tr>", "<table>", "</table>", "<li>", "<br>", "<sup>", "</sup>", "<pre>"],
        *["</pre>", "<del>", "</del>", "<p hidden>", "<span hidden>", "</span>", "<!--", "-->", "<!DOCTYPE "],
        *["<script>", "</script>", "<textarea>", "</textarea>"],
        *["&amp;", "&pound;", "&nbsp;", "&shy;", "&#8364;", "&", "&x;"],
        *[" ", "  ", "\n", "\n\n", "\r\n", "\r", "\t", "\u00a0", "\u00ad"],
    ]
)
SOURCES = st.lists(BITS, max_size=40).map("".join)
WORDS = st.lists(
    st.sampled_from(["trade", "fell", "by", "$106.48", "9.1%", "£5", "(net)", "2024", "año"]), min_size=1, max_size=6
)


def stands(draft: Draft, offset: int) -> str:
    """What the source has for a character of the text."""
    start, end = draft.in_source(offset, offset + 1)
    return draft.source[start:end]


@given(source=SOURCES, format=st.sampled_from(FORMATS))
@example(source="&NotEqualTilde;", format="html")
@example(source="a<sup>&#49;</sup>", format="html")
@example(source="> - **&pound;5**\r\n>   `x\r\ny`", format="markdown")
def test_every_character_leads_to_itself(source, format):
    """
    What a reader sees stands in the source at its place, or an entity for it does.
    """
    draft = draft_of_text(source, format)

    for offset, char in enumerate(draft.text):
        written = stands(draft, offset)
        assert char == written or char.isspace() or (written[0] == "&" and char in unescape(written))


@given(source=SOURCES, format=st.sampled_from(FORMATS))
def test_places_go_forward(source, format):
    """
    A later character of the text stands later in the source; all stand inside.
    """
    draft = draft_of_text(source, format)
    places = [draft.in_source(offset, offset + 1) for offset in range(len(draft.text))]

    assert [place for place, _ in places] == sorted(place for place, _ in places)
    assert all(0 <= start <= end <= len(source) for start, end in places)


@given(source=SOURCES, format=st.sampled_from(["html", "markdown"]))
def test_text_is_tidy(source, format):
    """
    No white space at the ends of paragraphs, and never more than one empty line.
    """
    text = draft_of_text(source.replace("<pre>", ""), format).text

    assert "\n\n\n" not in text
    assert "\r" not in text
    assert text.strip("\n ") == text


@st.composite
def wrapped(draw: st.DrawFn, inline: list[tuple[str, str]], blocks: list[tuple[str, str]]) -> tuple[list[str], str]:
    """Words, and a source in which markup stands around some of them."""
    words = draw(WORDS)
    pieces = []
    for word in words:
        around = draw(st.lists(st.sampled_from(inline), max_size=3, unique=True))
        for before, after in [*around, draw(st.sampled_from([("", ""), *blocks]))]:
            word = f"{before}{word}{after}"
        pieces.append(word)
    return words, draw(st.sampled_from([" ", "\n"])).join(pieces)


HTML = [("<b>", "</b>"), ("<a href='/5' title=\"6>\">", "</a>"), ("", "<!--7-->"), ("<script>8</script>", "<br>")]
HTML += [("<ins>", "</ins>"), ("<del>9</del> ", ""), ("", "<img alt=10>"), ("<i hidden>11</i>", "")]
HTML_BLOCKS = [
    ("<p>", "</p>"),
    ("<div class=x>", "</div>"),
    ("<li>", ""),
    ("<table><tr><td>", "</table>"),
    ("<h2>", "</h2>"),
]
MARKDOWN = [("**", "**"), ("*", "*"), ("[", "](https://example.org/5)"), ("![6](7)", ""), ("<b>", "</b>"), ("_", "_")]
MARKDOWN += [("<!-- 8 -->", ""), ("", "[^9]"), ("~~10~~ ", "")]
MARKDOWN_BLOCKS = [("\n\n> ", "\n\n"), ("\n\n# ", "\n\n"), ("\n\n- ", "\n\n"), ("\n\n| ", " | |\n|-|-|\n\n")]


@given(case=wrapped(HTML, HTML_BLOCKS))
def test_in_html_the_words_come_out(case):
    """
    Whatever is wrapped around words, they are the text, each pointing to itself.
    """
    words, source = case
    draft = draft_of_text(source, "html")

    assert draft.text.split() == words
    assert places_of(draft) == words


@given(case=wrapped(MARKDOWN, MARKDOWN_BLOCKS))
def test_in_markdown_the_words_come_out(case):
    """
    Whatever is wrapped around words, they are the text, each pointing to itself.
    """
    words, source = case
    draft = draft_of_text(source, "markdown")

    assert draft.text.split() == words
    assert places_of(draft) == words


def places_of(draft: Draft) -> list[str]:
    """What stands in the source at the places of the text's words."""
    found, at = [], 0
    for word in draft.text.split():
        at = draft.text.index(word, at)
        start, end = draft.in_source(at, at + len(word))
        found.append(draft.source[start:end])
        at += len(word)
    return found


@pytest.mark.parametrize(
    ("format", "source", "place"),
    [
        ("text", "Up\r\n\r\nto 𝟗 or $106.48 billion", (3, 9)),
        ("markdown", "---\ntitle: x\n---\n# Up\n\nto **𝟗** or\n$106.48 billion", (7, 1)),
        ("markdown", "- one\n- to [about](x) $106.48 billion", (2, 17)),
        ("markdown", "| a | b |\n|---|---|\n| 1 | $106.48 billion |", (3, 7)),
        ("html", "<p>Up</p>\n<p>to 𝟗 or &nbsp;<b>$106.48</b> billion", (2, 21)),
    ],
)
def test_a_figure_is_found_at_its_line_and_column(format, source, place):
    """
    Line and column count from 1, characters and not bytes, in the file as it is.
    """
    draft = draft_of_text(source, format)

    assert draft.place(draft.text.index("$106.48")) == place
