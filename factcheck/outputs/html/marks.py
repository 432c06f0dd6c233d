"""
The figures of a story with their marks, paragraph by paragraph, and beside each paragraph its cards.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from factcheck.outputs.html.card import Card
from factcheck.outputs.html.looks import UNCOVERED, Look
from factcheck.outputs.html.paragraphs import Paragraph
from factcheck.outputs.html.spans import Span, Stretch, stretches

LONGEST_LAST = 16  # characters that are kept on one line with an icon


class Mark(NamedTuple):
    """
    A mark on some words.

    Attributes:
        look: of the worst that is said of them.
        anchor: its name in the page; blank for a further stretch of the same mark.
        href: the anchor of the card, or of the line in the list of figures without a claim.
        said: all that is said of them, for those who do not see the mark.
        conflict: whether a contradiction has them.
    """

    look: Look
    anchor: str
    href: str
    said: str
    conflict: bool


class Piece(NamedTuple):
    """Words with or without a mark; the last word of a marked one stays on one line with its icon."""

    text: str
    mark: Mark | None = None
    last: str = ""


class Row(NamedTuple):
    """A paragraph (rows of cells of pieces; all but a table have one cell), and its cards."""

    kind: str
    cells: tuple[tuple[tuple[Piece, ...], ...], ...]
    cards: tuple[Card, ...]


class Marked(NamedTuple):
    """
    What is to be marked.

    Attributes:
        span: where; None where the story does not have it.
        card: of a finding; None for a figure without a claim.
        href: where the mark leads.
    """

    span: Span | None
    card: Card | None
    href: str


def rows(text: str, found: Sequence[Paragraph], marked: Sequence[Marked]) -> Iterator[Row]:
    """
    The paragraphs with marks and cards.

    Args:
        text: the story.
        found: its paragraphs.
        marked: what is marked in it.
    """
    cells = [cell for paragraph in found for row in paragraph.rows for cell in row]
    drawn = stretches(text, cells, [each.span or (0, 0) for each in marked])
    by_cell = _by_cell(cells, drawn)
    anchors: dict[int, str] = {}
    for stretch in drawn:
        for key in stretch.keys:
            anchors.setdefault(key, text_anchor(marked[stretch.keys[0]].href))
    told: set[int] = set()
    for paragraph in found:
        lines = tuple(tuple(tuple(by_cell.get(cell, ())) for cell in row) for row in paragraph.rows)
        keys = [key for row in lines for cell in row for stretch in cell for key in stretch.keys]
        new = [key for key in dict.fromkeys(keys) if key not in told]
        yield Row(
            kind=paragraph.kind,
            cells=tuple(
                tuple(tuple(_pieces(text, cell, stretched, marked, told)) for cell, stretched in zip(*row, strict=True))
                for row in zip(paragraph.rows, lines, strict=True)
            ),
            cards=tuple(card._replace(back=anchors[key]) for key in new if (card := marked[key].card) is not None),
        )
        told.update(new)


def text_anchor(href: str) -> str:
    """The anchor of the mark that leads to a card; no card can have it."""
    return f"{href}:text"


def _by_cell(cells: Sequence[Span], drawn: Sequence[Stretch]) -> Mapping[Span, list[Stretch]]:
    """The stretches of each cell; both come in order."""
    found: dict[Span, list[Stretch]] = {}
    place = 0
    for stretch in drawn:
        while place < len(cells) and cells[place][1] < stretch.end:
            place += 1
        if place < len(cells):
            found.setdefault(cells[place], []).append(stretch)
    return found


def _pieces(
    text: str, cell: Span, drawn: Sequence[Stretch], marked: Sequence[Marked], told: set[int]
) -> Iterator[Piece]:
    """The words of a cell; ``told`` gets the marks whose first stretch has been told."""
    at = cell[0]
    for stretch in drawn:
        first = stretch.keys[0] not in told
        told.add(stretch.keys[0])
        yield Piece(text[at : stretch.start])
        last = _last_word(text, stretch)
        yield Piece(
            text[stretch.start : last],
            _mark([marked[key] for key in stretch.keys], first=first),
            text[last : stretch.end],
        )
        at = stretch.end
    yield Piece(text[at : cell[1]])


def _last_word(text: str, stretch: Stretch) -> int:
    """Where the last word of a stretch begins, or the end of one that is too long to keep together."""
    earliest = max(stretch.start, stretch.end - LONGEST_LAST)
    words = text[earliest : stretch.end]
    space = max(words.rfind(" "), words.rfind("\n"))
    return earliest + space + 1


def _mark(of: Sequence[Marked], *, first: bool) -> Mark:
    worst = min(of, key=lambda each: _look(each).rank)
    conflict = any(each.card is not None and each.card.conflicts for each in of)
    said = [_look(each).word.lower() for each in of] + (["part of a contradiction"] if conflict else [])
    return Mark(
        look=_look(worst),
        anchor=text_anchor(of[0].href) if first else "",
        href=worst.href,
        said="; ".join(dict.fromkeys(said)),
        conflict=conflict,
    )


def _look(each: Marked) -> Look:
    return UNCOVERED if each.card is None else each.card.look
