"""
An article for the page: its story with marks and cards, and all that stands below it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from factcheck.findings import Finding, Report
from factcheck.outputs.html.audience import Audience
from factcheck.outputs.html.card import Card, card_of
from factcheck.outputs.html.conflicts import Conflict, conflict_of
from factcheck.outputs.html.evidence import Infos, day_in_words
from factcheck.outputs.html.inert import cut
from factcheck.outputs.html.licences import Used, used_sources
from factcheck.outputs.html.marks import Marked, Row, rows, text_anchor
from factcheck.outputs.html.names import anchors
from factcheck.outputs.html.not_checked import NotChecked, Uncovered, not_checked, uncovered_of, unfinished
from factcheck.outputs.html.paragraphs import Paragraph, paragraphs
from factcheck.outputs.html.places import place_of, words_in
from factcheck.outputs.html.spans import Span
from factcheck.outputs.html.tally import Counted, Number, counts_of, tally
from factcheck.outputs.paths import draft_of

LONGEST_QUOTE = 1500  # characters of a quote that stands for a story
LONGEST_TITLE = 300


class ArticleView(NamedTuple):
    """
    What the page shows of one article.

    Attributes:
        anchor: its name in the page.
        title: its title, or its path where it has none.
        language: of the story, for readers aloud.
        about: lines below the title: the day, the files.
        has_story: whether there is a draft; without one the quotes stand for it.
        rows: the paragraphs.
        elsewhere: cards of claims whose words the story does not have.
        uncovered_more: how many figures without a claim are counted and not listed.
        coverage: how many figures of the story have a claim, in words.
    """

    anchor: str
    title: str
    language: str
    about: tuple[str, ...]
    tally: tuple[Number, ...]
    has_story: bool
    rows: tuple[Row, ...]
    elsewhere: tuple[Card, ...]
    conflicts: tuple[Conflict, ...]
    uncovered: tuple[Uncovered, ...]
    uncovered_more: int
    coverage: str
    not_checked: tuple[NotChecked, ...]
    unfinished: tuple[str, ...]
    sources: tuple[Used, ...]
    counts: tuple[Counted, ...]

    @property
    def has_headline(self) -> bool:
        """Whether the story itself begins with the title."""
        return bool(self.rows) and self.rows[0].kind == "headline"


class Names(NamedTuple):
    """The anchors of an article's cards, contradictions and figures without a claim."""

    cards: tuple[str, ...]
    conflicts: tuple[str, ...]
    uncovered: tuple[str, ...]


def article_view(report: Report, audience: Audience, infos: Infos, *, prefix: str, full: Sequence[bool]) -> ArticleView:
    """
    An article.

    Args:
        report: what was found in it.
        audience: for whom.
        infos: what is known of the sources.
        prefix: of all its anchors.
        full: for each finding whether its card is shown in full.
    """
    names = _names(report, audience, prefix)
    cards = _cards(report, audience, infos, names, full)
    marked, text, found = _marked(report, cards, names)
    drawn = tuple(rows(text, found, marked))
    shown = {card.anchor for row in drawn for card in row.cards}
    has_marks = {
        piece.mark.anchor for row in drawn for line in row.cells for cell in line for piece in cell if piece.mark
    }
    marks = {name: text_anchor(name) for name in names.uncovered if text_anchor(name) in has_marks}
    first_cards = {
        finding.claim: card.anchor for finding, card in reversed(list(zip(report.findings, cards, strict=True)))
    }
    uncovered = uncovered_of(report, names.uncovered, marks, audience)
    return ArticleView(
        anchor=prefix.rstrip("-"),
        title=title_of(report, audience),
        language=report.story.language if report.story is not None and report.story.text else "",
        about=tuple(_about(report, audience)),
        tally=tally((report,)),
        has_story=report.story is not None and bool(report.story.text),
        rows=drawn,
        elsewhere=tuple(card for card in cards if card.anchor not in shown),
        conflicts=tuple(
            conflict_of(each, report, audience, anchor, first_cards)
            for each, anchor in zip(report.inconsistencies, names.conflicts, strict=True)
        ),
        uncovered=uncovered,
        uncovered_more=len(report.coverage.uncovered) - len(uncovered),
        coverage=_coverage(report),
        not_checked=not_checked(report, cards, audience),
        unfinished=unfinished(report, audience),
        sources=used_sources(report, infos, audience),
        counts=counts_of(report, audience),
    )


def title_of(report: Report, audience: Audience) -> str:
    """The title of an article; the path where it has none, which outsiders do not see."""
    return cut(report.title, LONGEST_TITLE) or ("An article" if audience.public else report.path)


def _names(report: Report, audience: Audience, prefix: str) -> Names:
    ids = [str(place) for place in range(1, len(report.findings) + 1)]
    if not audience.public:
        ids = [finding.id for finding in report.findings]
    return Names(
        tuple(anchors(f"{prefix}claim-", ids)),
        tuple(f"{prefix}contradiction:{place}" for place in range(1, len(report.inconsistencies) + 1)),
        tuple(f"{prefix}figure:{place}" for place in range(1, len(report.coverage.uncovered) + 1)),
    )


def _cards(report: Report, audience: Audience, infos: Infos, names: Names, full: Sequence[bool]) -> tuple[Card, ...]:
    conflicts: dict[str, list[str]] = {}
    for each, anchor in zip(report.inconsistencies, names.conflicts, strict=True):
        for claim in each.involved:
            conflicts.setdefault(claim, []).append(anchor)
    return tuple(
        card_of(
            finding, report, audience, infos, anchor=anchor, conflicts=conflicts.get(finding.claim, ()), short=not whole
        )
        for finding, anchor, whole in zip(report.findings, names.cards, full, strict=True)
    )


def _marked(report: Report, cards: Sequence[Card], names: Names) -> tuple[list[Marked], str, list[Paragraph]]:
    """What is marked, in which text, and the paragraphs of that text."""
    story = report.story
    if story is not None and story.text:
        spans: list[Span | None] = [place_of(finding, story) for finding in report.findings]
        left = [each.span for each in report.coverage.uncovered]
        text, found = story.text, list(paragraphs(story.text, report.title))
    else:
        text, starts = _quotes(report.findings)
        spans = [_in_quotes(finding, starts) for finding in report.findings]
        left = [
            _left_in_quotes(each.text, each.in_quote_of, report.findings, starts) for each in report.coverage.uncovered
        ]
        found = [Paragraph("quote", (((start, start + len(quote)),),)) for quote, start in starts.items()]
    marked = [Marked(span, card, card.anchor) for span, card in zip(spans, cards, strict=True)]
    marked += [Marked(span, None, name) for span, name in zip(left, names.uncovered, strict=True)]
    return marked, text, found


def _quotes(findings: Sequence[Finding]) -> tuple[str, dict[str, int]]:
    """The quotes in order as one text, and where each begins."""
    starts: dict[str, int] = {}
    at = 0
    for finding in findings:
        quote = cut(finding.quote, LONGEST_QUOTE)
        if quote and quote not in starts:
            starts[quote] = at
            at += len(quote) + 2
    return "\n\n".join(starts), starts


def _in_quotes(finding: Finding, starts: dict[str, int]) -> Span | None:
    quote = cut(finding.quote, LONGEST_QUOTE)
    start = starts.get(quote)
    if start is None:
        return None
    words = words_in(finding, finding.quote, start)
    return words if words is not None and words[1] <= start + len(quote) else (start, start + len(quote))


def _left_in_quotes(text: str, claim: str, findings: Sequence[Finding], starts: dict[str, int]) -> Span | None:
    """Where a figure without a claim stands in the quote that has it."""
    quote = next((cut(each.quote, LONGEST_QUOTE) for each in findings if each.claim == claim), "")
    at = quote.find(text) if text and quote in starts else -1
    return None if at < 0 else (starts[quote] + at, starts[quote] + at + len(text))


def _about(report: Report, audience: Audience) -> list[str]:
    told = [f"Published {day_in_words(report.published)}" if report.published is not None else ""]
    told.append(_as_of(report.as_of))
    if not audience.public:
        told += [report.path, draft_of(report)]
    return [each for each in told if each]


def _as_of(day: date | None) -> str:
    return (
        "Checked against the newest figures" if day is None else f"Checked against what was out by {day_in_words(day)}"
    )


def _coverage(report: Report) -> str:
    coverage = report.coverage
    if coverage.figures is None:
        return ""
    verb = "has" if coverage.covered == 1 else "have"
    return f"{coverage.covered} of the {coverage.figures} figures and dates of the story {verb} a claim."
