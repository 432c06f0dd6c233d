"""What claims, drafts and sources say may do nothing in a page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.outputs.html import Choices, render_html
from factcheck.outputs.html.template_files import HERE, own_text

from ..hostile import PLAIN, STRINGS, acting, commands
from .pages import hostile_pictures, tree

TEMPLATES = sorted((HERE / "templates").glob("*.j2"))
KINDS = {
    "page": Choices(),
    "fragment": Choices(fragment=True),
    "public": Choices(public=True),
}
ANYTHING = st.text(max_size=60)
SPICED = st.lists(st.sampled_from([*STRINGS.values(), '">', "'", "<", "&", "${", "{{", "%}", " "]), max_size=4).map(
    lambda parts: "".join(parts)[:300]
)


def made_by_templates() -> tuple[set[str], set[tuple[str, str]]]:
    """Every element that stands in a template, and every attribute of each."""
    elements, attributes = set(), set()
    for path in TEMPLATES:
        text = re.sub(r"\{#.{0,2000}?#\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        for name, inside in re.findall(r"<([a-z][a-z0-9]{0,20})((?:\{[%{].{0,200}?[%}]\}|[^<>]){0,900})>", text):
            names = [f"h{level}" for level in range(1, 6)] if name == "h" else [name]
            elements.update(names)
            found = re.findall(r"([a-z][a-z0-9-]{0,30})=\"", inside, re.IGNORECASE) + re.findall(
                r" (hidden|checked)", inside
            )
            attributes.update((each, attribute.lower()) for each in names for attribute in found)
    sections = {("section", "aria-labelledby"), ("details", "open")}
    return elements, attributes | sections


ELEMENTS, ATTRIBUTES = made_by_templates()


def faults(text: str) -> list[str]:
    """Whatever a page holds that no template made."""
    found = []
    for element in tree(text).iter():
        if not isinstance(element.tag, str):
            found.append(f"a comment or instruction: {element!r}")
            continue
        if element.tag not in ELEMENTS:
            found.append(f"<{element.tag}>")
        for name, value in element.attrib.items():
            if (element.tag, name.lower()) not in ATTRIBUTES:
                found.append(f"<{element.tag} {name}>")
            if name == "href" and not re.fullmatch(r"#[A-Za-z0-9._:-]+|https?://[!-~]+", value):
                found.append(f"href={value[:80]!r}")
            if name == "id" and not re.fullmatch(r"fc[A-Za-z0-9._:-]*", value):
                found.append(f"id={value[:80]!r}")
        if element.tag in ("script", "style") and element.text != str(
            own_text(f"report.{'js' if element.tag == 'script' else 'css'}")
        ):
            found.append(f"<{element.tag}> of someone else")
    return found


def shape(text: str) -> list[str]:
    """The elements of a page, in order."""
    return [element.tag for element in tree(text).iter() if isinstance(element.tag, str)]


def test_templates_are_read_here() -> None:
    """
    The list of what templates make is no empty one.
    """

    assert {"a", "svg", "polyline", "details", "h1", "h5", "script"} <= ELEMENTS
    assert {("a", "rel"), ("div", "id"), ("input", "checked"), ("p", "hidden")} <= ATTRIBUTES
    assert not any(name.startswith("on") or name == "style" for _, name in ATTRIBUTES)


@pytest.mark.parametrize("said", STRINGS)
@pytest.mark.parametrize("kind", KINDS)
def test_hostile_text_makes_nothing(kind: str, said: str) -> None:
    """
    No element, attribute, address or script comes from a text; nothing acts on a terminal or in a CI log.
    """
    text = render_html(hostile_pictures(STRINGS[said]), KINDS[kind])

    text.encode("utf-8")
    assert faults(text) == []
    assert acting(text.replace(str(own_text("report.css")), ""), "\n\u200c\u200d\xad") == set()
    assert commands(text) == []


@pytest.mark.parametrize("said", ["markup", "script", "cdata", "escapes", "bidi", "quotes", "folds"])
def test_hostile_text_leaves_the_shape(said: str) -> None:
    """
    A page of hostile text has the elements of one of plain words.
    """
    hostile = STRINGS[said].strip(" \n.,:;-–—…") or "x"

    assert shape(render_html(hostile_pictures(hostile))) == shape(render_html(hostile_pictures(PLAIN)))


@settings(max_examples=40)
@given(said=ANYTHING | SPICED)
def test_any_text_makes_nothing(said: str) -> None:
    """
    The same for any text.
    """
    text = render_html(hostile_pictures(said))

    text.encode("utf-8")
    assert faults(text) == []
    assert commands(text) == []


def test_every_text_goes_through_the_one_escaper() -> None:
    """
    No template turns escaping off or marks a text as safe.
    """
    sources = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES)

    assert not re.search(r"\|\s{0,3}safe|autoescape|\|\s{0,3}tojson|Markup", sources)


def test_long_quotes_are_cut() -> None:
    """
    A quote of 100 KB makes no card of 100 KB; the story alone is shown whole.
    """
    text = "9" * 100_000
    page = render_html(hostile_pictures(text))

    assert page.count(text) <= 4  # the story has it four times
    assert len(page) < 1_000_000


def test_templates_have_no_address_of_their_own() -> None:
    """
    Neither templates, style nor script name a host: a page loads nothing.
    """
    sources = "".join(path.read_text(encoding="utf-8") for path in [*TEMPLATES, *HERE.glob("report.*")])

    assert re.findall(r"https?://[a-z]{1,80}|url\(|@import|src=", sources) == []
    assert Path(HERE / "report.css").stat().st_size < 25_000
