"""The article's report in a real browser: marks, cards, folds, keyboard, sizes, dark, paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ..outputs.html.pages import article_result, choices

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from .conftest import Open

WIDE, PHONE, NARROW = 1280, 390, 320
LINE = 40  # pixels: a little more than a line of the story


def box(of: Locator) -> dict[str, float]:
    """Where an element stands; with its right and bottom."""
    found = of.bounding_box()
    assert found is not None
    return {**found, "right": found["x"] + found["width"], "bottom": found["y"] + found["height"]}


def mark(page: Page, words: str) -> Locator:
    """The mark on some words."""
    return page.locator("a.fc-mark", has_text=words).first


def card(page: Page, finding: str) -> Locator:
    """The card of a finding."""
    return page.locator(f'[id="fc-claim-{finding}"]')


def style(of: Locator, name: str) -> str:
    """A computed style of an element."""
    value = of.evaluate(f"(element) => getComputedStyle(element).getPropertyValue('{name}')")
    assert isinstance(value, str)
    return value


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_nothing_is_loaded_and_nothing_complains(opened: Open, width: int, scripts: bool) -> None:
    """
    The page asks for itself alone, and the console stays silent: the policy fits the page's own style and script.
    """
    found = opened(article_result(), choices(), width=width, scripts=scripts)

    assert found.said == []
    assert [each.partition(":")[0] for each in found.asked] == ["file"]
    assert style(found.page.locator("body"), "background-color") == "rgb(250, 248, 243)"


@pytest.mark.parametrize(
    ("words", "look", "line"),
    [
        ("$106.48 billion", "match", "solid"),
        ("$237 billion", "discrepancy", "wavy"),
        ("deepen comprehensive strategic cooperation", "unresolved", "dashed"),
        ("for two consecutive days", "attested", "solid"),
    ],
)
def test_figures_are_marked_where_they_stand(opened: Open, words: str, look: str, line: str) -> None:
    """
    The words of the story carry the line and the icon of their verdict, inside their paragraph.
    """
    page = opened(article_result(), choices()).page
    found = mark(page, words)
    paragraph, icon = box(found.locator("xpath=..")), found.locator(f"svg.fc-c-{look}")

    assert words in found.inner_text()
    assert style(found, "text-decoration-style") == line
    assert paragraph["x"] <= box(found)["x"] <= box(found)["right"] <= paragraph["right"] + 1
    assert box(icon)["width"] >= 10


def test_lines_differ_from_verdict_to_verdict(opened: Open) -> None:
    """
    In the key to the marks no two look alike without their colours.
    """
    page = opened(article_result(), choices()).page
    lines = page.locator(".fc-legend .fc-mark").evaluate_all(
        "(all) => all.map((e) => getComputedStyle(e)).map((s) => s.textDecorationStyle + s.textDecorationThickness)"
    )

    assert len(lines) == len(set(lines)) == 8


def test_cards_stand_at_the_lines_of_their_figures(opened: Open) -> None:
    """
    On a wide screen a card is right of the story, at the line of its figure or below the card before it.
    """
    page = opened(article_result(), choices()).page
    story = box(page.locator(".fc-text").nth(2))
    for row in page.locator(".fc-row").all():
        bottom = 0.0
        for each in row.locator(".fc-card").all():
            place = box(each)
            line = box(page.locator(f'[id="{each.get_attribute("data-mark")}"]'))["y"]
            assert place["x"] > story["right"]
            assert place["y"] >= bottom
            assert place["y"] - max(line, bottom) <= LINE
            bottom = place["bottom"]


def test_without_scripts_cards_stand_beside_their_paragraph(opened: Open) -> None:
    """
    No script is needed for cards to begin at the height of their paragraph.
    """
    page = opened(article_result(), choices(), scripts=False).page
    for row in page.locator(".fc-row:has(.fc-card)").all():
        text, first = box(row.locator(".fc-text")), box(row.locator(".fc-card").first)

        assert abs(first["y"] - text["y"]) < LINE
        assert first["x"] > text["right"]
    assert page.locator(".fc-keys").is_hidden()


@pytest.mark.parametrize("width", [PHONE, NARROW])
def test_on_a_phone_cards_stand_under_their_paragraph(opened: Open, width: int) -> None:
    """
    In one column, cards come after the paragraph, and nothing is wider than the screen.
    """
    page = opened(article_result(), choices(), width=width).page
    page.locator("details").evaluate_all("(all) => all.forEach((each) => { each.open = true; })")
    for row in page.locator(".fc-row:has(.fc-card)").all():
        assert box(row.locator(".fc-card").first)["y"] >= box(row.locator(".fc-text"))["bottom"]

    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_folds_open_with_mouse_and_keyboard(opened: Open) -> None:
    """
    The line of a match opens its evidence, and the working inside it opens too; no script is needed.
    """
    page = opened(article_result(), choices(), scripts=False).page
    found = card(page, "first-half.level")
    pair = found.locator(".fc-pair")
    assert pair.is_hidden()

    found.locator("summary").first.click()
    assert pair.is_visible()
    found.locator("summary", has_text="Working").focus()
    page.keyboard.press("Enter")
    assert found.locator(".fc-steps").is_visible()


def test_a_figure_leads_to_its_card_and_back(opened: Open) -> None:
    """
    With the keyboard alone: Enter on a figure goes to its card, Enter on the card's arrow goes back.
    """
    page = opened(article_result(), choices()).page
    mark(page, "$237 billion").focus()
    page.keyboard.press("Enter")
    target = page.locator(":target")
    assert target.get_attribute("id") == "fc-claim-record-2023.level"
    assert style(target, "outline-style") == "solid"

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert "$237 billion" in page.locator(":target").inner_text()


def test_every_card_is_reached_by_the_tab_key(opened: Open) -> None:
    """
    The first stop skips to the report; then every figure and every card has a stop, and each stop is seen.
    """
    page = opened(article_result(), choices()).page
    stops, cards = [], set()
    for _ in range(200):
        page.keyboard.press("Tab")
        here = page.evaluate(
            "(() => { const e = document.activeElement, c = e.closest('.fc-card'), s = getComputedStyle(e);"
            " return [e.tagName, e.className, c ? c.id : '', s.outlineStyle]; })()"
        )
        if here[0] == "BODY":
            break
        stops.append(here[1])
        cards.add(here[2])
        assert here[3] == "solid"

    assert stops[0] == "fc-skip"
    assert sum("fc-mark" in each for each in stops) == page.locator("a.fc-mark").count()
    assert len(cards - {""}) == page.locator(".fc-card").count() == 20


def test_j_and_k_go_from_card_to_card(opened: Open) -> None:
    """
    The keys go down and up, the figure of the card is lit, and the box at the top turns them off.
    """
    page = opened(article_result(), choices()).page

    def here() -> str:
        return str(page.evaluate("document.activeElement.id"))

    page.keyboard.press("j")
    page.keyboard.press("j")
    assert here() == "fc-claim-first-half.change"
    assert "fc-on" in (mark(page, "9.1 percent").get_attribute("class") or "")
    page.keyboard.press("k")
    assert here() == "fc-claim-release-day"

    page.locator("#fc-keys").uncheck()
    page.keyboard.press("j")
    assert here() == "fc-keys"


@pytest.mark.parametrize("scripts", [True, False])
def test_filters(opened: Open, scripts: bool) -> None:
    """
    What to look at, matches alone, or one card at a time: with and without scripts.
    """
    page = opened(article_result(), choices(), scripts=scripts).page
    visible = page.locator(".fc-card:visible")
    assert visible.count() == 20

    page.get_by_label("what to look at").check()
    assert visible.count() == 5
    page.get_by_label("matches", exact=True).check()
    assert visible.count() == 14
    page.get_by_label("one at a time").check()
    assert visible.count() == 0
    mark(page, "$237 billion").click()
    assert visible.count() == 1
    assert card(page, "record-2023.level").is_visible()


def test_one_at_a_time_with_the_keys(opened: Open) -> None:
    """
    Where one card is shown at a time, j shows the next.
    """
    page = opened(article_result(), choices()).page
    page.get_by_label("one at a time").check()
    page.keyboard.press("j")
    page.keyboard.press("j")

    assert page.locator(".fc-card:visible").count() == 1
    assert page.locator(":target").get_attribute("id") == "fc-claim-first-half.change"


def luminance(colour: str) -> float:
    red, green, blue = (int(each) for each in colour.removeprefix("rgb(").rstrip(")").split(",")[:3])
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255


@pytest.mark.parametrize(("scheme", "is_dark"), [("light", False), ("dark", True)])
def test_light_and_dark(opened: Open, scheme: str, is_dark: bool) -> None:
    """
    The page follows the reader's choice: dark ground and light words, or the other way round.
    """
    page = opened(article_result(), choices(), scheme=scheme).page
    ground, ink = (luminance(style(page.locator(".fc-report"), name)) for name in ("background-color", "color"))

    assert (ground < 0.2) is (ink > 0.8) is is_dark
    assert abs(ground - ink) > 0.7


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_paper(opened: Open, scheme: str) -> None:
    """
    White ground, cards under their paragraphs with their evidence open, addresses spelled, nothing to click.
    """
    page = opened(article_result(), choices(), width=794, scheme=scheme).page
    page.emulate_media(media="print")
    row = page.locator(".fc-row:has(.fc-card)").first
    match = card(page, "first-half.level")
    link = match.locator(".fc-source a")

    assert style(page.locator("body"), "background-color") == "rgb(255, 255, 255)"
    assert luminance(style(page.locator(".fc-text").first, "color")) < 0.2
    assert box(row.locator(".fc-card").first)["y"] >= box(row.locator(".fc-text"))["bottom"]
    assert box(match.locator(".fc-pair"))["height"] > 0
    spelled = link.evaluate("(element) => getComputedStyle(element, '::after').content")
    assert (link.get_attribute("href") or "?") in spelled
    assert all(page.locator(name).is_hidden() for name in (".fc-filter", ".fc-keys"))


def test_paper_keeps_the_folds_as_they_were(opened: Open) -> None:
    """
    The article takes a few sheets, and after printing the folds that were opened for it are closed again.
    """
    page = opened(article_result(), choices()).page

    assert page.pdf(format="A4").count(b"/Type /Page\n") in range(3, 15)
    assert page.locator("details[open]").count() == 0


def test_nothing_moves(opened: Open) -> None:
    """
    There is neither an animation nor a transition, whatever the reader's choice.
    """
    page = opened(article_result(), choices()).page
    moving = page.evaluate(
        "[...document.querySelectorAll('*')].map((e) => getComputedStyle(e)).filter((s) =>"
        " s.animationName !== 'none' || s.transitionDuration !== '0s' || s.scrollBehavior !== 'auto').length"
    )

    assert moving == 0


def test_the_paragraph_stays_in_sight_of_its_cards(opened: Open) -> None:
    """
    While its cards scroll by, the paragraph stays on the screen.
    """
    page = opened(article_result(), choices()).page
    row = page.locator(".fc-row", has=page.locator(".fc-discrepancy")).first
    row.locator(".fc-card").last.evaluate("(e) => scrollTo(0, e.getBoundingClientRect().top + scrollY - 400)")

    assert page.evaluate("scrollY") > 500
    assert box(row.locator(".fc-text"))["y"] >= 0


def test_a_link_to_a_card_opens_at_it(opened: Open) -> None:
    """
    An address with the name of a card shows that card on the screen.
    """
    found = opened(article_result(), choices())
    found.page.goto(f"{found.page.url}#fc-claim-cars")
    place = box(card(found.page, "cars"))

    assert 0 <= place["y"] < 900


def test_contradictions_are_drawn_on_one_scale(opened: Open) -> None:
    """
    The pictures of the members have one width and stand below one another on a wide screen.
    """
    page = opened(article_result(), choices()).page
    places = [box(each) for each in page.locator(".fc-bands").all()]

    assert len(places) == 3
    assert len({(each["x"], each["width"]) for each in places}) == 1
