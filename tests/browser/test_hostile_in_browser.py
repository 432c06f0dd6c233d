"""Hostile texts in a real browser: no script runs, nothing is asked for, no element appears."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.outputs.html import Choices, render_html

from ..outputs.hostile import STRINGS
from ..outputs.html.pages import hostile_pictures
from ..outputs.html.test_hostile_page import ATTRIBUTES, ELEMENTS

if TYPE_CHECKING:
    from .conftest import Open

SAID = ("markup", "script", "cdata", "zero", "quotes", "folds", "bidi", "link", "no characters")
TREE = """
[...document.querySelectorAll('*')].map((e) => [e.localName, e.getAttributeNames(), e.getAttribute('href')])
"""


@pytest.mark.parametrize("said", SAID)
def test_hostile_text_does_nothing(opened: Open, said: str) -> None:
    """
    As the browser reads it, the page has only what the templates made, and no more happens than with plain words.
    """
    found = opened(hostile_pictures(STRINGS[said]))
    tree = found.page.evaluate(TREE)

    assert found.said == []
    assert [each.partition(":")[0] for each in found.asked] == ["file"]
    assert {name for name, _, _ in tree} <= {*ELEMENTS, "html", "head", "body", "tbody"}
    moved = {("div", "style")}  # cards, by the page's own script
    assert {(name, each.lower()) for name, attributes, _ in tree for each in attributes} <= ATTRIBUTES | moved
    assert [href for _, _, href in tree if href and not href.startswith(("#", "https://", "http://"))] == []
    assert found.page.evaluate("document.scripts.length") == 1


def test_the_policy_stops_a_script_that_slipped_in(opened: Open) -> None:
    """
    Were there a hole in the escaping, the policy would still keep scripts, styles and pictures out.
    """
    text = render_html(hostile_pictures("x"), Choices())
    slipped = (
        '<script>document.title = "owned"</script><img src="https://evil.example/x.png"><p style="color:red">x</p>'
    )
    found = opened(text.replace("<main ", f"{slipped}<main ", 1))

    assert found.page.title() == "x"
    assert [each.partition("'")[0] for each in found.said if "Content Security Policy" in each]
    assert found.page.locator("img").evaluate("(e) => e.complete && e.naturalWidth === 0")
    assert sum("violates the following Content Security Policy" in each for each in found.said) == 3


def test_a_right_to_left_quote_turns_nothing_around_it(opened: Open) -> None:
    """
    Arabic words in a card stand in an isolated piece, and what is around them keeps its order.
    """
    page = opened(hostile_pictures("ارتفعت 40 في المئة")).page
    words = page.locator(".fc-words").first

    assert words.evaluate("(e) => e.localName") == "bdi"
    assert page.locator(".fc-verdict").first.bounding_box()["x"] < words.bounding_box()["x"]  # type: ignore[index]
