"""axe-core finds nothing wrong in any form of the page: WCAG 2.2 A and AA, and its best practice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factcheck.outputs.html import render_html, render_pages
from factcheck.outputs.result import Result

from ..outputs.html.pages import article_result, choices
from ..outputs.html.test_page import several

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from .conftest import Open

Violations = Callable[["Page"], list[str]]
OPEN_ALL = "(all) => all.forEach((each) => { each.open = true; })"


@pytest.mark.parametrize(
    ("width", "scheme", "unfolded"),
    [(1280, "light", False), (1280, "dark", True), (390, "light", True), (320, "dark", False)],
)
def test_the_article(opened: Open, violations: Violations, width: int, scheme: str, unfolded: bool) -> None:
    """
    The article's page on a desk and on phones, in light and dark, as it opens and with all its folds open.
    """
    page = opened(article_result(), choices(), width=width, scheme=scheme).page
    if unfolded:
        page.locator("details").evaluate_all(OPEN_ALL)

    assert violations(page) == []


def test_several_articles_on_a_page(opened: Open, violations: Violations) -> None:
    """
    The page of several articles with its index and the files that were not checked.
    """

    assert violations(opened(several(), choices()).page) == []


def test_the_index_of_a_folder(opened: Open, violations: Violations) -> None:
    """
    The index page of a folder.
    """
    pages = dict(render_pages(several(), choices()))

    assert violations(opened(pages["index.html"]).page) == []


def test_quotes_without_a_story(opened: Open, violations: Violations) -> None:
    """
    An article without a draft.
    """
    report = replace(article_result().reports[0], story=None)

    assert violations(opened(Result((report,)), choices(public=True)).page) == []


def test_a_fragment_in_a_page_of_ones_own(opened: Open, violations: Violations) -> None:
    """
    The fragment inside another page, without its style sheet and with it.
    """
    from factcheck.outputs.html.template_files import own_text

    fragment = render_html(article_result(), choices(fragment=True, public=True))
    for style in ("", f"<style>{own_text('report.css')}</style>"):
        host = (
            f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Host</title>{style}</head>'
            f"<body><main><h1>Host</h1>{fragment}</main></body></html>"
        )
        found = opened(host)

        assert violations(found.page) == []
        assert found.said == []
