"""The story as the page shows it: its words, its marks, its cards."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml import html as lxml_html

from factcheck.errors import Location
from factcheck.findings import Report, Story, Uncovered
from factcheck.outputs.html import Choices, render_html
from factcheck.outputs.result import Result

from .pages import article_draft, article_result, by_class, card_of, choices, tree, words


def story_words(page: lxml_html.HtmlElement) -> list[str]:
    """The words of each paragraph, without what only readers aloud get."""
    found = []
    for element in by_class(page, "fc-text"):
        copy = lxml_html.fromstring(lxml_html.tostring(element))
        for said in by_class(copy, "fc-said"):
            said.drop_tree()
        found.append(words(copy))
    return found


def marks_of(page: lxml_html.HtmlElement) -> dict[str, str]:
    """The marked words with the looks of their marks."""
    found = {}
    for mark in by_class(page, "fc-mark"):
        if mark.get("href") is not None:
            said = by_class(mark, "fc-said")[0]
            look = next(name for name in mark.get("class").split() if name != "fc-mark").removeprefix("fc-")
            found[words(mark).removesuffix(words(said)).strip()] = look
    return found


ARTICLE = tree(render_html(article_result(), choices()))


def test_the_draft_is_shown_as_written() -> None:
    """
    Paragraph by paragraph the page has the words of the draft, and no others.
    """
    paragraphs = [" ".join(each.split()) for each in re.split(r"\n\s{0,9}\n", article_draft().text)]

    assert story_words(ARTICLE) == paragraphs


def test_every_figure_is_marked_where_it_stands() -> None:
    """
    The figures of the article are marked with the verdicts that the text report gives.
    """
    marked = marks_of(ARTICLE)

    assert {
        key: marked[key] for key in ("9.1 percent", "$106.48 billion", "26 percent", "1.9 percent")
    } == dict.fromkeys(("9.1 percent", "$106.48 billion", "26 percent", "1.9 percent"), "match")
    assert (marked["$237 billion"], marked["plummeted"]) == ("discrepancy", "discrepancy")
    assert marked["deepen comprehensive strategic cooperation"] == "unresolved"
    assert marked["for two consecutive days"] == "attested"


def test_marks_and_cards_lead_to_one_another() -> None:
    """
    A mark leads to a card that is there, and the card back to the mark; both are told in words too.
    """
    for mark in by_class(ARTICLE, "fc-mark"):
        href = mark.get("href")
        if href is not None:
            card = ARTICLE.get_element_by_id(href[1:])
            assert "fc-card" in card.get("class")
            back = ARTICLE.get_element_by_id(by_class(card, "fc-back")[0].get("href")[1:])
            assert back is mark
            assert words(by_class(mark, "fc-said")[0]).startswith("(")


def test_a_card_stands_beside_its_paragraph() -> None:
    """
    The card of a figure is in the row of the paragraph that has the figure, in the order of the text.
    """
    rows = [row for row in by_class(ARTICLE, "fc-row") if by_class(row, "fc-card")]
    first = [words(by_class(card, "fc-words")[0]) for card in by_class(rows[0], "fc-card")]

    assert len(rows) == 4
    assert first == ["Monday", "9.1 percent", "$106.48 billion", "accelerating"]


def test_the_part_of_a_contradiction_is_marked_too() -> None:
    """
    A match that stands in a contradiction says so at its mark and in its card.
    """
    mark = next(each for each in by_class(ARTICLE, "fc-mark") if words(each).startswith("1.9 percent"))

    assert [icon.get("class").split()[-1] for icon in by_class(mark, "fc-icon")] == ["fc-c-match", "fc-c-inconsistent"]
    assert words(by_class(mark, "fc-said")[0]) == "(match; part of a contradiction)"
    assert by_class(card_of(ARTICLE, "growth-2024.change"), "fc-clash")


def test_several_findings_on_one_figure_share_a_mark() -> None:
    """
    The worst verdict is that of the mark, and both cards lead back to it.
    """
    report = article_result().reports[0]
    level = next(each for each in report.findings if each.id == "record-2023.level")
    twin = replace(level, id="twin", claim="record-2023", verdict=report.findings[0].verdict, rule="within")
    page = tree(render_html(Result((replace(report, findings=(twin, level)),)), choices()))

    assert marks_of(page) == {"$237 billion": "discrepancy"}
    assert len({by_class(card, "fc-back")[0].get("href") for card in by_class(page, "fc-card")}) == 1


def test_a_figure_without_a_claim_is_marked_and_listed() -> None:
    """
    Its mark is dotted, leads to its line in the list, and the line leads back.
    """
    report = article_result().reports[0]
    text = "It rose by 40 percent."
    left = report.coverage._replace(figures=1, covered=0, uncovered=(left_figure("40 percent", text, report),))
    bare = replace(report, findings=(), inconsistencies=(), coverage=left, story=Story(text, "", {}, {}))
    page = tree(render_html(Result((bare,)), choices()))
    (line,) = [each for each in page.iter("li") if each.get("id", "").startswith("fc-figure")]

    assert marks_of(page) == {"40 percent": "uncovered"}
    assert by_class(page, "fc-mark")[0].get("href") == f"#{line.get('id')}"
    assert line.find(".//a").get("href") == f"#{by_class(page, 'fc-mark')[0].get('id')}"
    assert "0 of the 1 figures and dates of the story have a claim." in words(page)


def left_figure(figure: str, text: str, report: Report) -> Uncovered:
    """A figure of a story that no claim checks."""
    start = text.index(figure)
    return Uncovered(figure, Location(report.path, 1, start + 1), span=(start, start + len(figure)))


def test_without_a_draft_the_quotes_stand_for_the_story() -> None:
    """
    Each quote is shown once, in order, with its figure marked and its cards beside it.
    """
    report = article_result().reports[0]
    page = tree(render_html(Result((replace(report, story=None),)), choices()))
    quotes = list(dict.fromkeys(" ".join(each.quote.split()) for each in report.findings))

    assert story_words(page) == quotes
    assert marks_of(page)["$237 billion"] == "discrepancy"
    assert words(page.get_element_by_id("fc:story")) == "The quotes of the claims"


def test_a_quote_that_is_gone_has_its_card_apart() -> None:
    """
    A claim whose words the story does not have is told below the story, with its reason.
    """
    report = article_result().reports[0]
    story = report.story
    assert story is not None
    kept = {claim: place for claim, place in story.quotes.items() if claim != "growth-2023"}
    page = tree(render_html(Result((replace(report, story=story._replace(quotes=kept)),)), choices()))
    (apart,) = by_class(page, "fc-elsewhere")

    assert [words(each) for each in by_class(apart, "fc-words")] == ["26 percent"]
    assert "26 percent" not in marks_of(page)


def test_a_story_in_another_language_says_so() -> None:
    """
    Readers aloud are told the language of the story, not of the cards.
    """
    report = article_result().reports[0]
    assert report.story is not None
    page = tree(render_html(Result((replace(report, story=report.story._replace(language="de")),)), Choices()))

    assert {each.get("lang") for each in by_class(page, "fc-text")} == {"de"}
    assert page.get("lang") == "en"


def test_a_figure_over_a_line_end_is_found() -> None:
    """
    A draft that breaks its lines elsewhere than the quote has the figure marked all the same.
    """
    report = article_result().reports[0]
    level = next(each for each in report.findings if each.id == "record-2023.level")
    text = "came to a record high of $237\nbillion then"
    start = text.index("a record")
    story = Story(text, "", {"record-2023": (start, text.index(" then"))}, {})
    page = tree(render_html(Result((replace(report, findings=(level,), story=story),)), choices()))

    assert marks_of(page) == {"$237 billion": "discrepancy"}


def test_hidden_characters_of_a_draft_are_seen() -> None:
    """
    An override of the writing direction in a draft is shown as an escape, and the words around it stay.
    """
    report = replace(article_result().reports[0], findings=(), story=Story("rose \u202e40\u202c percent", "", {}, {}))
    page = render_html(Result((report,)), choices())

    assert "rose \\u202e40\\u202c percent" in page
    assert "\u202e" not in page
