"""The page as a whole: closed to the network, the same bytes everywhere, bounded, an index of several articles."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest

from factcheck.errors import Location, Problem
from factcheck.outputs.html import Choices, page_names, render_html, render_pages
from factcheck.outputs.html.names import anchors, page_name
from factcheck.outputs.result import Result
from factcheck.rules import Severity, Verdict

from .pages import ROOT, article_result, by_class, choices, tree, words

SEEDS = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8"},
)


def several() -> Result:
    """Three articles: one with an error, one with a warning, one in order; a file that could not be read."""
    report = article_result().reports[0]
    right = tuple(each for each in report.findings if each.verdict is Verdict.MATCH)
    warned = (replace(right[0], severity=Severity.WARNING, rule="coarse"), *right[1:])
    plain = replace(report, findings=right, inconsistencies=())
    reports = (
        replace(plain, path="claims/a.yaml", title="In order", published=date(2025, 1, 2)),
        replace(plain, path="claims/b.yaml", title="Warned", findings=warned),
        replace(report, path="claims/c.yaml", title="Wrong"),
    )
    return Result(reports, (Problem(Location("claims/d.yaml", 3, 1), "no colon", "write key: value"),), 2)


@pytest.mark.parametrize(
    ("name", "chosen"),
    [("article-html.html", {}), ("article-html-public-fragment.html", {"public": True, "fragment": True})],
)
def test_the_article_is_that_of_the_golden_file(
    name: str, chosen: dict[str, bool], golden: Callable[[str, str], None]
) -> None:
    """
    The page of the project's article, whole.
    """

    golden(name, render_html(article_result(), choices(**chosen)))


def test_the_policy_names_the_pages_own_style_and_script() -> None:
    """
    The policy allows nothing but the one style and the one script, by the hashes of what is between their tags.
    """
    text = render_html(article_result(), choices())
    page = tree(text)
    (meta,) = [each for each in page.iter("meta") if each.get("http-equiv")]
    between = [re.findall(f"<{tag}>(.{{1,60000}}?)</{tag}>", text, re.DOTALL) for tag in ("style", "script")]
    style, script = (f"'sha256-{b64encode(sha256(found.encode()).digest()).decode()}'" for (found,) in between)

    assert meta.get("content") == (
        f"default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; form-action 'none'"
    )


def test_nothing_is_loaded_from_anywhere() -> None:
    """
    An address of another host stands only in links and in text.
    """
    page = tree(render_html(article_result(), choices()))
    addresses = {
        (element.tag, name)
        for element in page.iter()
        if isinstance(element.tag, str)
        for name, value in element.attrib.items()
        if "//" in value
    }

    assert addresses == {("a", "href")}
    assert {each.get("rel") for each in page.iter("a") if "//" in each.get("href")} == {"noopener noreferrer"}


def test_every_link_inside_the_page_leads_somewhere() -> None:
    """
    Each anchor that is linked is there, and no two elements have one name.
    """
    page = tree(render_html(several(), choices()))
    names = [each.get("id") for each in page.iter() if isinstance(each.tag, str) and each.get("id")]
    inside = {each.get("href")[1:] for each in page.iter("a", "use") if each.get("href").startswith("#")}

    assert len(names) == len(set(names))
    assert inside - set(names) == set()


def test_a_fragment_is_no_page() -> None:
    """
    The part for a page of one's own has neither head, style nor script, and headings from the second level on.
    """
    text = render_html(article_result(), choices(fragment=True))

    assert re.findall(r"<(?:!DOCTYPE|html|head|body|style|script|main|h1)\b", text) == []
    assert text.startswith('<div class="fc-report"')
    assert {
        name
        for value in re.findall(r'class="([^"]{1,200})"', text)
        for name in value.split()
        if not name.startswith("fc-")
    } == set()


def test_headings_go_down_one_by_one() -> None:
    """
    No level of heading is left out, in a page of one article, of several, and in a fragment.
    """
    for result, chosen in ((article_result(), {}), (several(), {}), (article_result(), {"fragment": True})):
        page = tree(render_html(result, choices(**chosen)))
        levels = [int(each.tag[1]) for each in page.iter("h1", "h2", "h3", "h4", "h5")]

        assert levels[0] == (2 if chosen else 1)
        assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_several_articles_have_an_index_worst_first() -> None:
    """
    One page has all articles, with an index at its head; the worst is first, and the unread file is told.
    """
    page = tree(render_html(several(), choices()))
    (index,) = by_class(page, "fc-index")
    links = [(words(each), each.get("href")) for each in index.iter("a")]

    assert links == [("Wrong", "#fc1"), ("Warned", "#fc2"), ("In order", "#fc3")]
    assert [words(each.find(".//h2")) for each in by_class(page, "fc-article")] == ["Wrong", "Warned", "In order"]
    assert words(page.find(".//h1")) == "Figures checked in 3 articles"
    assert "claims/d.yaml:3:1: no colon; write key: value" in words(by_class(page, "fc-problems")[0])


def test_a_folder_has_a_page_for_each_article() -> None:
    """
    Each article has a page of its own, and the index leads to them, worst first.
    """
    pages = dict(render_pages(several(), choices()))
    index = tree(pages["index.html"])
    hrefs = [each.get("href") for each in by_class(index, "fc-index")[0].iter("a")]

    assert tuple(pages) == page_names(several())
    assert [*hrefs, "index.html"] == list(pages)
    assert [words(tree(pages[href]).find(".//title")) for href in hrefs] == ["Wrong", "Warned", "In order"]
    assert [re.sub("-[0-9a-f]{8}", "", href) for href in hrefs] == ["c.html", "b.html", "a.html"]


def test_a_run_without_articles_is_a_page_too() -> None:
    """
    Where no file could be read the page says which, and nothing else.
    """
    page = tree(render_html(Result((), several().problems, 2), choices()))

    assert words(page.find(".//h1")) == "Figures checked in 0 articles"
    assert by_class(page, "fc-card") == []
    assert "no colon" in words(page)


def test_every_count_is_in_the_page() -> None:
    """
    The line that every report ends with is there; outsiders see it without the exit code.
    """
    line = "14 matches, 3 discrepancies, 1 inconsistency, 2 unresolved, 1 attested"

    assert f"Exit 1: {line}" in words(tree(render_html(article_result(), choices())))
    assert f"Exit 1: {line}" not in words(tree(render_html(article_result(), choices(public=True))))
    assert line in words(tree(render_html(article_result(), choices(public=True))))


def test_sources_have_their_licences() -> None:
    """
    Each source that was used is named with its publisher, its licence and how many findings rest on it.
    """
    (sources,) = by_class(tree(render_html(article_result(), choices())), "fc-sources")
    told = [words(each) for each in sources.findall("li")]

    assert [each.partition(":")[0] for each in told] == [
        "China Passenger Car Association",
        "the pages named in each row",
        "General Administration of Customs of China",
    ]
    assert "12 findings rest on it. Licence: facts, Figures are facts" in told[2]
    assert "Licence: CC-BY-SA, Creative Commons Attribution-ShareAlike" in told[2]


def test_a_page_of_very_many_findings_is_bounded() -> None:
    """
    Of 3,000 findings the worst 500 are shown in full, the others with verdict, figure and source.
    """
    report = article_result().reports[0]
    many = tuple(replace(each, id=f"{place}-{each.id}") for place in range(150) for each in report.findings[:20])
    text = render_html(Result((replace(report, findings=many),)), choices())
    page = tree(text)
    wrong = sum(each.verdict is Verdict.DISCREPANCY for each in many)

    assert len(by_class(page, "fc-card")) == 3000
    assert (
        sum(
            "fc-discrepancy" in each.get("class") and not by_class(each, "fc-fold")
            for each in by_class(page, "fc-card")
        )
        == 0
    )
    assert sum(bool(by_class(each, "fc-fold")) for each in by_class(page, "fc-card")) == 500 > wrong
    assert len(text) < 8_000_000


@pytest.mark.parametrize(
    ("ids", "named"),
    [
        (["a", "b.level"], ["c-a", "c-b.level"]),
        (["a b", "a-b"], ["c-a-b-1", "c-a-b"]),
        (["é", "ü"], ["c-1-1", "c-2-2"]),
        (["a", "a"], ["c-a", "c-a-2"]),
        (["a", "a", "a-2"], ["c-a", "c-a-2", "c-a-2-3"]),
        (["x" * 99], ["c-" + "x" * 60 + "-1"]),
    ],
)
def test_anchors_are_plain_and_different(ids: list[str], named: list[str]) -> None:
    """
    An id that is a name stays one; others are made plain, and no two are equal.
    """

    assert anchors("c-", ids) == named


def test_names_of_pages_hold_nothing_of_a_path() -> None:
    """
    The name of a page is plain, and two files of one name have different ones.
    """

    assert re.fullmatch(r"etc-passwd-[0-9a-f]{8}\.html", page_name("../../etc passwd.yaml"))
    assert page_name("a/x.yaml") != page_name("b/x.yaml")


def test_the_command_writes_the_same_bytes_everywhere(tmp_path: Path) -> None:
    """
    Seed, time zone and locale change no byte.
    """
    written = set()
    for environment in SEEDS:
        target = tmp_path / "page.html"
        command = [sys.executable, "-m", "factcheck", "verify", "-q", "-o", f"html={target}"]
        subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, check=False, capture_output=True)
        written.add(target.read_bytes())

    assert len(written) == 1
    assert b"fc-discrepancy" in next(iter(written))


def test_choices_default_to_the_newsroom() -> None:
    """
    Without a choice the page is whole and for the newsroom.
    """

    assert Choices() == Choices(fragment=False, public=False, sources=())
    assert "claims/china-russia-trade-2025-h1.yaml" in render_html(article_result())
