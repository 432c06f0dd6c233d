"""The words that readers of a page of HTML see."""

import pytest

from factcheck.drafts import draft_of_text


def words(source: str) -> str:
    """The text of a page."""
    return draft_of_text(source, "html").text


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("fell by <b>9.1</b> percent", "fell by 9.1 percent"),
        ("<b>$1</b>06.48<i>bn</i>", "$106.48bn"),
        ("two\n    lines\t and  spaces", "two lines and spaces"),
        ("a<b> b</b> c", "a b c"),
        ("a <b> b </b> c", "a b c"),
        ("&pound;79.3bn &#8364;5 &#x20ac;6 &pound79 A&amp;B AT&T R&D;", "£79.3bn €5 €6 £79 A&B AT&T R&D;"),
        ("9&nbsp;percent&#32;&#10;more", "9\u00a0percent more"),
        ("Mil&shy;li\u00adarden 10&shy;6 auto<wbr>bahn", "Milliarden 10\u00ad6 autobahn"),
        ("&#150; &#0; &#x110000;", "– \ufffd \ufffd"),
        ("one<br>two<br/>three", "one\ntwo\nthree"),
        ("a < b, a <5, a <> b </3 <", "a < b, a <5, a <> b </3 <"),
        ("<pre>\n  kept   so\n\nand <b>so</b>\n</pre>after", "  kept   so\n\nand so\n\nafter"),
    ],
)
def test_text_is_what_a_browser_shows(source, seen):
    """
    Tags go, white space is one space, entities are their characters.
    """
    assert words(source) == seen


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("<p>one</p><p>two</p>", "one\n\ntwo"),
        ("<P CLASS='x'>one<p>two<div>three</div>four", "one\n\ntwo\n\nthree\n\nfour"),
        ("<h1>One</h1> two <h2>Three</h2>", "One\n\ntwo\n\nThree"),
        ("<ul><li>5 percent<li>6</ul>end", "5 percent\n6\n\nend"),
        ("<ol><li><p>one</p></li><li><p>two</p></li></ol>", "one\n\ntwo"),
        ("<dl><dt>Exports<dd>5</dl>", "Exports\n5"),
        ("<blockquote><p>said</blockquote><figure><img alt='5'><figcaption>Fig</figcaption></figure>", "said\n\nFig"),
        ("<article><header>A</header><section>B</section></article>", "A\n\nB"),
    ],
)
def test_blocks_are_apart(source, seen):
    """
    An empty line stands between paragraphs; items of a list are lines.
    """
    assert words(source) == seen


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        (
            "<table><tr><th>Year</th><th>Trade</th></tr><tr><td>2023<td>240.11</table>end",
            "Year\tTrade\n2023\t240.11\n\nend",
        ),
        ("<table><tr><td></td><td>2024</td></tr><tr><td>5</td><td></td><td>6</td></tr></table>", "\t2024\n5\t\t6"),
        ("<table>\n <tr>\n  <td> a </td>\n  <td>\n b\n c </td>\n </tr>\n</table>", "a\tb c"),
        ("<table><tr><td><p>a</p></td><td><p>b</p><p>c</p></td></tr></table>", "a\tb\nc"),
        ("<table><tr><td>a<br>b</td><td>c</td></tr></table>", "a b\tc"),
        ("<p>x</p><table><caption>T</caption><thead><tr><th>a</thead><tbody><tr><td>b</table>", "x\n\nT\n\na\nb"),
        ("<table><tr><td><h1>Up</h1><p>one</p><ul><li>two</ul></td></tr></table>", "Up\n\none\n\ntwo"),
        ("<table><tr><td>a<table><tr><td>b</td><td>c</td></tr></table></td><td>d</td></tr></table>", "a\nb\tc\td"),
        ("<td>a</td><td>b</td>", "a\n\nb"),
    ],
)
def test_tables_become_rows_of_cells(source, seen):
    """
    Cells are apart by a tab and rows by a line feed, empty cells and odd nesting included.
    """
    assert words(source) == seen


@pytest.mark.parametrize(
    "hidden",
    [
        "<!-- 5 -->",
        "<!-->",
        "<!---->",
        "<!doctype html>",
        "<?xml version='1.0'?>",
        "<![CDATA[5]]>",
        "<script>if (5 < 6) '<p>5</p>'</script>",
        "<SCRIPT>5</SCRIPT >",
        "<style>a:before{content:'5'}</style>",
        "<title>5</title>",
        "<template><p>5</p></template>",
        "<noscript><img src='5'>5</noscript>",
        "<iframe><p>5</iframe>",
        "<span hidden>5</span>",
        "<span hidden=''><span>5</span>5</span>",
        "<span style='color:red; display : none'>5</span>",
        "<b hidden><i>5</b>",
        "<a href='https://example.org/5' title='5'></a>",
        "<img src='5.png' alt='5 percent'>",
        "<a x='>5'></a>",
        "<input value=5>",
        "<video>5</video>",
    ],
)
def test_what_a_browser_does_not_show_is_no_text(hidden):
    """
    Comments, scripts, styles, hidden elements, attributes and alternatives are no words of the text.
    """
    assert words(f"before {hidden} after") == "before after"


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("<p hidden>no<p>yes", "yes"),
        ("<ul><li hidden>no<ul><li>no</ul><li>yes</ul>", "yes"),
        ("<table><tr><td hidden>no<td>yes</table>", "yes"),
        ("<div><span hidden>no</div>yes", "yes"),
        ("<div hidden><div>no</div>no</div>yes", "yes"),
        ("<div hidden><p>no<p>no</div>yes", "yes"),
        ("<p>a <del>no</p><p>yes", "a\n\nyes"),
        ("<img hidden>yes", "yes"),
        ("<p aria-hidden=true>yes", "yes"),
        ("<p class=hidden>yes", "yes"),
        ("<script>yes", "yes"),
        ("</p></div></nothing>yes", "yes"),
    ],
)
def test_hidden_elements_end_where_browsers_end_them(source, seen):
    """
    An element without an end tag does not hide what follows it.
    """
    assert words(source) == seen


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("106<sup>2</sup>", "106 2"),
        ("$237 billion<sup>1</sup>.", "$237 billion 1."),
        ("10<sup>6</sup>5", "10 6 5"),
        ("the 1<sup>st</sup> and 2<sup>nd</sup>", "the 1st and 2nd"),
        ("CO<sub>2</sub> and 5<sub>2</sub>", "CO2 and 5 2"),
        ("106<sup>[2]</sup>", "106[2]"),
        ("106<sup><a href='#fn1'>1</a></sup> bn", "106 bn"),
        ("106<a href='#fn1'><sup>1</sup></a> bn", "106 bn"),
        ("106<sup><a href='https://example.org'>1</a></sup>", "106 1"),
    ],
)
def test_raised_marks_do_not_join_a_number(source, seen):
    """
    106² is not 1062; links to footnotes of the page go, as in Markdown.
    """
    assert words(source) == seen


def test_what_was_left_out_is_noted():
    """
    Struck-out words are counted; a comment without an end hides the rest, which is said.
    """
    draft = draft_of_text("up <del>5</del>\n<s>6</s> 7\n<strike>8</strike><!-- 9", "html")

    assert draft.text == "up 7"
    assert draft.notes == (
        "left out: struck-out words at line 1, and 2 more of the kind",
        "left out: all that follows a comment without an end (-->) at line 3",
    )
