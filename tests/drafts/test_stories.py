"""Whole stories, as systems export them and as desks write them."""

from datetime import date
from pathlib import Path

from factcheck.draft_text import Draft
from factcheck.drafts import read_draft

STORIES = Path(__file__).parent / "stories"

EXPORT = """\
Home
Economy

Trade between the neighbours falls

By Jane Doe · 14 July 2025

Two-way trade slipped by 9.1\u00a0percent to $106.48\u00a0billion in the six months to June, the customs office said \
on Monday.

Trade fell for the first time in 5 years. Source: GACC

The years before

Year\tTrade, bn\u00a0$\tChange
2023\t240.11\t+26.3 2
2024\t244.81\t+1.9

Exports were worth £79.3bn—or €85\u00a0bn.
Imports of CO2 permits rose.

“It is what it is,” she said.

Cars & parts: $5bn
Oil: <$6bn

1. In dollars.

© 2025 The Example Post"""

STORY = """\
Trade between the neighbours falls

BEIJING — Two-way trade slipped by 9.1 percent to
$106.48\u00a0billion in the six
months to June, the customs office said on Monday. That was $10.66 billion less
than a year earlier*.

The years before

Year\tTrade, bn $\tChange
2023\t240.11\t+26.3
2024\t244.81\t+ 1.9 | revised

“It is what it is,” she said,
of the figures.

Three goods stood out:

Cars and parts: $5bn
Oil: nearly $6bn,
as in 2024
HS 8703: 5*3 models
of make_a
of make_b

Imports of CO2 permits rose in
2024. Exports 2 were worth £79.3bn.
No more was said.

In dollars; the release is here."""


def story(name: str) -> Draft:
    """One of the stories."""
    return read_draft(str(STORIES / name), name, str(STORIES))


def test_a_page_that_a_system_exports():
    """
    Navigation, captions, tables and notes are read; pictures, scripts, remarks and struck-out figures are not.
    """
    draft = story("export.html")

    assert draft.text == EXPORT
    assert (draft.title, draft.published, draft.language) == (
        "Trade between the neighbours falls",
        date(2025, 7, 14),
        "en",
    )
    assert draft.notes == ("left out: hidden words at line 30", "left out: struck-out words at line 38")


def test_a_story_in_markdown():
    """
    Front matter, table, list, footnote, links and picture of a story, with the lines as they were broken.
    """
    draft = story("story.md")

    assert draft.text == STORY
    assert (draft.title, draft.published, draft.language) == (
        "Trade between the neighbours falls",
        date(2025, 7, 14),
        "en",
    )
    assert draft.notes == (
        "left out: struck-out words at line 26",
        "left out: a block of code at line 40",
    )


def test_figures_of_both_lead_to_their_lines():
    """
    Line and column in the file, of the same figures.
    """
    page, text = story("export.html"), story("story.md")

    assert page.place(page.text.index("106.48")) == (23, 45)
    assert page.place(page.text.index("1.9")) == (38, 63)
    assert text.place(text.text.index("106.48")) == (13, 3)
    assert text.place(text.text.index("1.9")) == (26, 33)
