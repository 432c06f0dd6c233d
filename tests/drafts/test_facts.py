"""What drafts say of themselves: title, day of publication, language."""

from datetime import date

import pytest

from factcheck.draft_text import Draft
from factcheck.drafts import draft_of_text
from factcheck.errors import DraftError

DAY = date(2025, 7, 14)


def facts(source: str, format: str) -> tuple[str, date | None, str]:
    """Title, day and language of a draft."""
    draft: Draft = draft_of_text(source, format)
    return draft.title, draft.published, draft.language


@pytest.mark.parametrize(
    ("matter", "found"),
    [
        ("title: Trade falls\ndate: 2025-07-14\nlang: en", ("Trade falls", DAY, "en")),
        ("Title: 'A: b'\nDate: 2025-07-14T08:00:00+08:00\nlanguage: de-AT", ("A: b", DAY, "de")),
        ("published: 2025-07-14\ndate: 2024-01-01", ("", DAY, "")),
        ("published: true\ndate: 2025-07-14 23:30:00 +0200", ("", DAY, "")),
        ("pubdate: 14 July 2025\ntags: [a, b]\nauthor: {name: x}", ("", DAY, "")),
        ("date: Mon, 14 Jul 2025", ("", DAY, "")),
        ("date: July 14, 2025", ("", DAY, "")),
        ("date:\ntitle: >\n  a long\n  title", ("a long title", None, "")),
        ("lang: zh_Hans\nother: 5", ("", None, "zh")),
        ("# only a comment", ("", None, "")),
        ("", ("", None, "")),
    ],
)
def test_front_matter_is_read(matter, found):
    """
    Title, day and language of YAML front matter, and none of its lines in the text.
    """
    source = f"---\n{matter}\n---\ntext"

    assert facts(source, "markdown") == found
    assert draft_of_text(source).text == "text"


@pytest.mark.parametrize(
    ("matter", "found"),
    [
        ("title = 'Trade'\ndate = 2025-07-14\nlang = 'en'", ("Trade", DAY, "en")),
        ("date = 2025-07-14T08:00:00+08:00\n[extra]\ntitle = 'no'", ("", DAY, "")),
        ("date = '14 July 2025'\ndraft = true", ("", DAY, "")),
    ],
)
def test_front_matter_in_toml_is_read(matter, found):
    """
    Title, day and language of TOML front matter.
    """
    assert facts(f"+++\n{matter}\n+++\ntext", "markdown") == found


@pytest.mark.parametrize(
    ("source", "place", "what", "hint"),
    [
        ("---\ntitle: x\ndate: next week\n---\n", "-:3:7", "the date 'next week' is not understood", "2025-07-14"),
        ("---\ndate: 2025-13-40\n---\n", "-:2:7", "the date '2025-13-40'", "2025-07-14"),
        ("---\ntitle: a: b\n---\n", "-:2:9", "not YAML: mapping values", "quotes"),
        ("---\ntitle: [a]\n---\n", "-:2:8", "title is a list", "one text"),
        ("---\ntitle: &x a\n---\n", "-:2:8", "anchors", "quotes"),
        ("---\na: !!python/object:os.system x\n---\n", "-:2:4", "tags are not read", "leave it out"),
        ("---\ntitle: a\ntitle: b\n---\n", "-:3:1", "stands twice", "keep one"),
        ("---\n" + "a: [" + "[" * 99 + "\n---\n", "-:2:", "levels deep", ""),
        ("+++\ntitle = Trade\n+++\n", "-:2:9", "no TOML", "quotes"),
        ("+++\na = " + "[" * 9999 + "\n+++\n", "-:2", "no TOML", ""),
        ("+++\ndate = 'soon'\n+++\n", "-:2:1", "the date 'soon'", "2025-07-14"),
    ],
)
def test_a_fault_of_front_matter_is_told_at_its_place(source, place, what, hint):
    """
    The error names line and column of the file, and says what to write instead.
    """
    with pytest.raises(DraftError) as error:
        draft_of_text(source + "text")

    assert str(error.value).startswith(place)
    assert what in str(error.value)
    assert hint in str(error.value)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("---\n\nOnly a rule", "Only a rule"),
        ("---\nwords\n---\nmore", "words\n\nmore"),
        ("text\n---\ntitle: x\n---", "text\n\ntitle: x"),
        ("---\n| a | b |\n|---|---|\n| 1 | 2 |\n\n---\n", "a\tb\n1\t2"),
        ("----\na: b\n---", "a: b"),
        ("---\na: b\nnever ended", "a: b\nnever ended"),
        ("+++\na = 1\nnever ended", "+++\na = 1\nnever ended"),
    ],
)
def test_a_rule_is_no_front_matter(source, text):
    """
    Lines between rules that are no keys and values stay text, and so do those that no second line ends.
    """
    assert draft_of_text(source).text == text


@pytest.mark.parametrize(
    ("source", "day"),
    [
        ("# T\n\n*14 July 2025. A stand-in draft.*\n\ntext", DAY),
        ("# T\n\nPublished 14 July 2025\n\ntext", DAY),
        ("# T\n\nPublished on July 14, 2025 at 09:30 GMT\n\ntext", DAY),
        ("# T\n\nBy Jane Doe, 14 July 2025\n\ntext", DAY),
        ("# T\n\n14 July 2025\ntext follows", DAY),
        ("# T\n\nMonday, 14th Jul. 2025\n\ntext", DAY),
        ("# T\n\nPublished 14 July 2025, updated 15 July 2025\n\ntext", DAY),
        ("# T\n\n2025-07-14\n\ntext", DAY),
        ("# T\n\nBEIJING, July 14, 2025 (Agency) — Trade fell", DAY),
        ("# T\n\n14 July 2025 was a bad day for trade.", None),
        ("# T\n\nTrade fell on 14 July 2025.", None),
        ("# T\n\n31 June 2025\n\ntext", None),
        ("# T\n\n14 Jury 2025\n\ntext", None),
        ("# T\n\nPublished 14 July", None),
        ("# T\n\nJuly 2025\n\ntext", None),
        ("# T\n\nUpdated 14 July 2025\n\ntext", None),
        ("a\n\nb\n\nc\n\nd\n\ne\n\n14 July 2025\n\ntext", None),
    ],
)
def test_a_line_that_is_only_a_date_is_the_day_of_publication(source, day):
    """
    Only a full date with its year counts, and only in the first lines.
    """
    assert draft_of_text(source).published == day


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("text\n\n## The *first* [heading](x)\n\n# Second", "The first heading"),
        ("---\ntitle: Front\n---\n# Heading", "Front"),
        ("Under\nlined\n===\n", "Under lined"),
        ("no heading", ""),
    ],
)
def test_the_first_heading_is_the_title(source, title):
    """
    Where front matter gives none, in its words without markup.
    """
    assert draft_of_text(source).title == title


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<html lang=en-GB><title>Trade &amp; more\n | Site</title>", ("Trade & more | Site", None, "en")),
        ("<meta property='og:title' content='Trade'><title>x</title><h1>y</h1>", ("Trade", None, "")),
        ("<h1>The <b>first</b></h1><h1>second</h1>", ("The first", None, "")),
        ("<meta property=article:published_time content=2025-07-14T08:00:00+08:00>", ("", DAY, "")),
        ("<meta name=DATE content=2025-07-14><time datetime=2024-01-01>x</time>", ("", DAY, "")),
        ("<meta name='dc.date' content='14 July 2025'>", ("", DAY, "")),
        ("<meta itemprop=datePublished content=20250714>", ("", DAY, "")),
        ("<span itemprop='datePublished' content='2025-07-14T01:00Z'>x</span>", ("", DAY, "")),
        ("<time datetime=09:30>x</time><time datetime=2025-07-14>y</time><time datetime=2024-01-01>", ("", DAY, "")),
        (
            '<script type=application/ld+json>{"@graph":[{"a":1},{"datePublished":"2025-07-14"}]}</script>',
            ("", DAY, ""),
        ),
        ('<script type=application/ld+json>{"datePublished":NaN}</script><time datetime=2025-07-14>', ("", DAY, "")),
        ("<script type=application/ld+json>" + "[" * 99999 + "</script>", ("", None, "")),
        ('<script>{"datePublished":"2025-07-14"}</script>', ("", None, "")),
        ("<html lang=english><p>x", ("", None, "")),
        ("<template><time datetime=2025-07-14></template>", ("", None, "")),
    ],
)
def test_a_page_says_title_day_and_language(source, found):
    """
    The usual places of a page, the surest first; what cannot be read is passed over.
    """
    assert facts(source, "html") == found


def test_a_page_whose_date_is_not_understood_says_so():
    """
    The day stays open, and a note has the words.
    """
    draft = draft_of_text("<meta name=date content='the other day'>", "html")

    assert (draft.published, draft.notes) == (None, ("the page's date 'the other day' is not understood",))


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("Trade falls\n\nIt fell by 9.1 percent.", "Trade falls"),
        ("\n\nTrade falls\r\n\r\nIt fell.", "Trade falls"),
        ("Trade falls\nIt fell.", ""),
        ("word " * 30 + "\n\nIt fell.", ""),
        ("", ""),
    ],
)
def test_a_short_first_line_of_plain_text_is_its_title(source, title):
    """
    If an empty line follows it; plain text gives no day and no language.
    """
    assert facts(source, "text") == (title, None, "")
