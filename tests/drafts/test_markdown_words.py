"""The words that readers of a Markdown draft see."""

import pytest

from factcheck.drafts import draft_of_text


def words(source: str) -> str:
    """The text of a Markdown draft."""
    return draft_of_text(source, "markdown").text


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("**$237** billion", "$237 billion"),
        ("*nearly* 9", "nearly 9"),
        ("***nearly*** 9", "nearly 9"),
        ("_nearly_ 9 and __all__", "nearly 9 and all"),
        ("**a *b* c**", "a b c"),
        ("*a **b***", "a b"),
        ("*soft\nwrapped* words", "soft\nwrapped words"),
        ("5*3 and 4*2", "5*3 and 4*2"),
        ("a_b_c and snake_case", "a_b_c and snake_case"),
        ("5 * 3 * 2", "5 * 3 * 2"),
        ("9* and 10*", "9* and 10*"),
        ("**lone", "**lone"),
        ("2**10", "2**10"),
        ("`x * y` is `` a`b ``", "x * y is a`b"),
        ("`*a* is kept`", "*a* is kept"),
        ("a ` lone one", "a ` lone one"),
        (r"\$237 and 5\*3\*2 and \# and C:\dir", r"$237 and 5*3*2 and # and C:\dir"),
        (r"\*not emphasis\*", "*not emphasis*"),
        ("&pound;79.3bn, &#8364;5, &#x20AC;6, A&amp;B", "£79.3bn, €5, €6, A&B"),
        ("9&nbsp;percent", "9\u00a0percent"),
        ("R&D, AT&T; &nothing; &pound9", "R&D, AT&T; &nothing; &pound9"),
        ("about ~5 percent to ~6 percent", "about ~5 percent to ~6 percent"),
        ("fell ~~8~~ 9 percent", "fell 9 percent"),
        ("fell ~~**8** [x](y)~~ 9 percent", "fell 9 percent"),
        ("hard  \nbreak\\\nhere", "hard\nbreak\nhere"),
        ("two  spaces\tor a tab", "two spaces or a tab"),
    ],
)
def test_marks_go_and_words_stay(source, seen):
    """
    Emphasis, escapes, entities, code marks and struck-out words, by CommonMark's rules.
    """
    assert words(source) == seen


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ('up [9 percent](https://example.org/2024 "title 5") more', "up 9 percent more"),
        ("[a](<b c> 't')[d](e_(f))", "ad"),
        ("[**a** b](c)", "a b"),
        ("![a chart of 5 percent](chart.png) up", "up"),
        ("[![5](a.png)](b) up", "up"),
        ("[words][ref] and [ref] and [ref][]\n\n[ref]: https://example.org/5 'Title 6'", "words and ref and ref"),
        ("[words][gone] and [gone]", "[words][gone] and [gone]"),
        ("~~ ![~~](u) 5 ~~ and *[a* b](c)", "~~ 5 ~~ and *a* b"),
        ("[2024] and [a] (b)", "[2024] and [a] (b)"),
        ("he said [sic] (5)", "he said [sic] (5)"),
        ("<https://example.org/5_6_7> and <desk@example.org>", "https://example.org/5_6_7 and desk@example.org"),
        (
            "$237 billion[^1], up[^note]\n\n[^1]: In *dollars*.\n[^note]: Of 9.",
            "$237 billion, up\n\nIn dollars.\n\nOf 9.",
        ),
        ("up 9\\.1% \\+ 5![][image1]\n\n[image1]: <data:image/png;base64,5+6/7=>", "up 9.1% + 5"),
        ("[a [b](c) d](e)", "[a b d](e)"),
        ("[unfinished](http", "[unfinished](http"),
        ("]] [[ ]](", "]] [[ ]]("),
    ],
)
def test_of_links_the_words_stay(source, seen):
    """
    Addresses, titles, images, definitions and marks of footnotes are no words of the text.
    """
    assert words(source) == seen


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("# One #\n## Two\ntext\n###No heading", "One\n\nTwo\n\ntext\n###No heading"),
        ("#5 on the list", "#5 on the list"),
        ("One\n===\nTwo\n---\nthree", "One\n\nTwo\n\nthree"),
        ("one\n\n---\n\n* * *\n\n___\n\ntwo", "one\n\ntwo"),
        ("one\ntwo\n\n\n\nthree", "one\ntwo\n\nthree"),
        ("> quoted\n> > twice\n\nplain", "quoted\n\ntwice\n\nplain"),
        ("- 5 percent\n- 6 percent\n+ 7\n* 8", "5 percent\n6 percent\n7\n8"),
        ("text:\n- 5\n- 6\n\nmore", "text:\n\n5\n6\n\nmore"),
        ("- loose\n\n- list", "loose\n\nlist"),
        ("1. one\n2. two\n10) ten", "one\ntwo\nten"),
        ("- 1. > # nested", "nested"),
        ("- wrapped\n  on\n  two", "wrapped\non\ntwo"),
        ("- [ ] to do\n- [x] done", "to do\ndone"),
        ("It grew in\n2024. Then it fell", "It grew in\n2024. Then it fell"),
        ("2024. A good year", "2024. A good year"),
        ("sank by\n-5 percent\n5.1 more", "sank by\n-5 percent\n5.1 more"),
        ("in the year to\n7. June", "in the year to\n7. June"),
        ("-5 percent", "-5 percent"),
        ("up\n> quoted\nlazily", "up\n\nquoted\nlazily"),
        ("--- \nno front matter", "no front matter"),
    ],
)
def test_blocks_become_paragraphs_and_lines(source, seen):
    """
    Headings, rules, quotations and lists lose their marks; a bullet is no minus, a year is no number of a list.
    """
    assert words(source) == seen


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("| Year | Trade |\n|:--|--:|\n| 2023 | **240.11** |\n| 2024 |  |", "Year\tTrade\n2023\t240.11\n2024"),
        ("a|b\n-|-\n1|2\n\nafter", "a\tb\n1\t2\n\nafter"),
        ("before\n\n| a | b |\n|---|---|\n| x \\| y | `z` |", "before\n\na\tb\nx | y\tz"),
        ("|a|b|\n|-|-|\n||2|", "a\tb\n\t2"),
        ("a | b\nno table | here", "a | b\nno table | here"),
        ("a | b\n--- | --- | ---", "a | b\n--- | --- | ---"),
        ("|a|b|\n|-|-|\n|1|x<br>y|\n> after", "a\tb\n1\tx y\n\nafter"),
    ],
)
def test_tables_become_rows_of_cells(source, seen):
    """
    Cells are apart by a tab, rows by a line feed; the row of dashes goes.
    """
    assert words(source) == seen


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("before\n```\ncode 5\n```\nafter", "before\n\nafter"),
        ("before\n~~~ python\n```\ncode 5\n~~~~\nafter", "before\n\nafter"),
        ("```\nnever ends 5", ""),
        ("> ```\n> code\n\nafter", "after"),
        ("- item\n  ```\n  code\n  ```\n- next", "item\n\nnext"),
        ("- ```\n  code\n  ```\n\nafter", "after"),
        ("- ```\n  code\nafter", "after"),
        ("1. item\n\n   ```\n   code\nafter", "item\n\nafter"),
        ("- item\n\n```\n code\n```\nafter", "item\n\nafter"),
        ("``` not ` a fence", "``` not ` a fence"),
    ],
)
def test_blocks_of_code_are_left_out_and_noted(source, seen):
    """
    Code is no prose; the notes say at which line it stands.
    """
    draft = draft_of_text(source, "markdown")

    assert draft.text == seen
    assert bool(draft.notes) == ("not `" not in source)


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("a <b>5</b> b", "a 5 b"),
        ("trade <5 percent and a < b", "trade <5 percent and a < b"),
        ("106<sup>2</sup>", "106 2"),
        ("one <!-- 5 --> two", "one two"),
        ("one <!-- 5\n\nsix --> two\n\nthree", "one\ntwo\n\nthree"),
        ("`<!--` stays", "<!-- stays"),
        ("an unended <!-- is text", "an unended <!-- is text"),
        ("<script>\nlet a = 5;\n\nlet b = 6;\n</script>\nafter", "after"),
        ("x <style>a{}</style> y", "x y"),
        ("<div hidden>\n\n5 percent\n\n</div>\n\nafter", "after"),
        ("fell <del>8</del> <ins>9</ins> percent", "fell 9 percent"),
        ("up <span hidden>5\n\n6 and <del>7\n\n- 8", "up\n\n6 and\n\n8"),
        ("<del>\n\n5 *and*\n\n6\n\n</del>\n\n7", "7"),
        ("<p>one<p>two<br>three", "one\n\ntwo\nthree"),
        ("<table><tr><td>1</td><td>2</td></tr>\n<tr><td>*3*</td><td>4</td></tr></table>", "1\t2\n3\t4"),
        ('<figure>\n<img src="a.png" alt="5">\n<figcaption>Fig. 1</figcaption>\n</figure>\n\nafter', "Fig. 1\n\nafter"),
        ('<a href="x\n5">y</a>', "y"),
    ],
)
def test_html_in_markdown_is_html(source, seen):
    """
    Tags, comments, hidden elements and tables of HTML do in Markdown what they do on a page.
    """
    assert words(source) == seen


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_any_line_end_is_a_line_end(ends):
    """
    Windows and old Mac files read like others, with line feeds in the text.
    """
    assert words(ends.join(["# Up", "", "by **9**", "percent", "", "- a", "- b"])) == "Up\n\nby 9\npercent\n\na\nb"


def test_what_was_left_out_is_noted():
    """
    Struck-out words and code are counted, with the first line of each.
    """
    source = "a ~~5~~ b\n\n```\ncode\n```\n\n<del>6</del> and ~~7~~"

    assert draft_of_text(source, "markdown").notes == (
        "left out: struck-out words at line 1, and 2 more of the kind",
        "left out: a block of code at line 3",
    )
