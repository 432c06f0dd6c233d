"""The comment on a pull request."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html
from markdown_it import MarkdownIt

from factcheck.errors import Location, Problem
from factcheck.findings import Finding, Report
from factcheck.outputs.markdown import COMMENT, LEAST, render_markdown
from factcheck.outputs.markdown_text import inert
from factcheck.outputs.result import Result


def shown(text: str) -> html.HtmlElement:
    """The comment as a browser has it."""
    rendered = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    return html.fragment_fromstring(rendered, create_parent=True)


def words(element: html.HtmlElement) -> str:
    return element.text_content().replace("\u200b", "").strip()


def test_table_has_what_needs_attention(result: Result) -> None:
    """
    The table has errors, warnings and inconsistencies, each with quote, reference, verdict and claim.
    """
    rows = [[words(cell) for cell in row.iter("td")] for row in shown(render_markdown(result)).iter("tr")][1:4]

    assert rows == [
        [
            "“a record high of $237 billion at the beginning of 2024”",
            "240.11 bn USD, gacc 2024-01-12",
            "❌ error, wrong-levelinstead: $240 billion",
            "level-2023",
        ],
        ["“$240 billion”", "", "⚠️ warning, coarse", "coarse"],
        ["", "", "❌ inconsistency, conflict", "change-2024, trend-2024-imports, trend-2024-exports"],
    ]


def test_figure_is_bold(result: Result) -> None:
    """
    The words that a finding is about stand out in its quote.
    """
    bold = [words(each) for each in shown(render_markdown(result)).iter("b")]

    assert bold[0] == "$237 billion"


def test_the_rest_is_in_folds(result: Result) -> None:
    """
    Reasons, what was not checked and matches are folded away, with their numbers.
    """
    summaries = [words(each) for each in shown(render_markdown(result)).iter("summary")]

    assert summaries == ["Why", "Not checked: 6", "1 match"]


def test_problems_and_counts_are_never_folded(result: Result) -> None:
    """
    Errors of files stand at the top, the counts on the last line.
    """
    lines = render_markdown(result).splitlines()

    assert lines[0] == "## factcheck: 2 errors, 1 warning"
    assert "unknown key" in lines[2]
    assert lines[-1].startswith("Exit 2: 2 matches, 1 discrepancy, 1 inconsistency, 1 unresolved, 1 attested")


def test_long_comment_drops_folds_first(report: Report) -> None:
    """
    Where room is short the tables of all articles stay, and the comment says how many are without details.
    """
    reports = tuple(replace(report, path=f"{number:03}.yaml") for number in range(80))
    text = render_markdown(Result(reports))

    assert len(text) <= COMMENT
    assert text.count("### ") == 80
    assert text.count("<details>") // 3 == 80 - int(re.findall(r"([0-9]+) articles without details", text)[0])


def test_longer_comment_drops_articles_and_counts_them(report: Report) -> None:
    """
    Of very many articles those with errors stay, and the comment says how many are left out.
    """
    fine = replace(report, findings=report.findings[:1], inconsistencies=())
    reports = (*(replace(fine, path=f"a{number}.yaml") for number in range(3000)), replace(report, path="z.yaml"))
    text = render_markdown(Result(reports))

    assert len(text) <= COMMENT
    assert "### z.yaml" in text
    assert text.count("\n### ") + int(re.findall(r"whole: ([0-9]+) articles left out", text)[0]) == 3001


def test_one_article_with_thousands_of_errors_is_cut_by_rows(report: Report, finding: Callable[..., Finding]) -> None:
    """
    An article that does not fit by itself shows the rows that do, and counts the others.
    """
    many = tuple(finding("wrong-level", f"words {number}", id=f"c{number}") for number in range(5000))
    text = render_markdown(Result((replace(report, findings=many, inconsistencies=()),)))
    rows = text.count("wrong-level |")

    assert COMMENT * 0.7 < len(text) <= COMMENT
    assert f"{5000 - rows} rows left out" in text


@pytest.mark.parametrize("most", [LEAST, 2000, 5000])
def test_any_room_is_kept_to(result: Result, most: int) -> None:
    """
    However little room there is, the counts are there and the room is not exceeded.
    """
    problems = tuple(Problem(Location(f"claims/{number}.yaml", 1, 1), "x" * 500, "y" * 500) for number in range(100))
    text = render_markdown(result._replace(problems=problems), most)

    assert len(text) <= most
    assert text.splitlines()[-1].startswith("Exit 2: ")


def test_inert_text_reads_as_it_was_written() -> None:
    """
    What is shown of an inert text is that text.
    """
    said = "*_`[x](y)`_* <b> & | ~~ #1 @me $5$ \\ !4 https://a.b www.c.d :tada: 1. - + = ^ {}"

    assert words(shown(f"- {inert(said)}")) == said


def test_words_around_the_figure_keep_their_spaces(finding: Callable[..., Finding], report: Report) -> None:
    """
    The quote around the bold words is neither joined nor torn.
    """
    from factcheck.findings import Claimed

    made = finding("wrong-level", "rose 5 % in May", claimed=Claimed("5 %", None, "%"))
    text = render_markdown(Result((replace(report, findings=(made,)),)))

    assert "| “rose <b>5 %</b> in May” |" in text


def test_path_is_plain(report: Report) -> None:
    """
    A usual path is not changed by being made inert.
    """

    assert f"### {Path(report.path).as_posix()}: China and Russia trade less" in render_markdown(Result((report,)))
