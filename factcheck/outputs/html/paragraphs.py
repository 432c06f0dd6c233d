"""
The draft as its readers see it: paragraphs, and the rows and cells of those that are tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.outputs.html.spans import Span

_GAP = re.compile(r"\n[ \t\r]{0,999}+\n\s{0,9999}+")
_ROW = re.compile(r"[^\n]+")


class Paragraph(NamedTuple):
    """
    One paragraph.

    Attributes:
        kind: ``headline``, ``table``, ``text`` or ``quote``.
        rows: where the cells of each of its rows stand in the draft; all but a table are one cell.
    """

    kind: str
    rows: tuple[tuple[Span, ...], ...]


def paragraphs(text: str, title: str) -> Iterator[Paragraph]:
    """The paragraphs of a draft; the first that says what the title says is the headline."""
    title, start = " ".join(title.split()), 0
    for match in (*_GAP.finditer(text), None):
        end = len(text) if match is None else match.start()
        words = text[start:end]
        if title and " ".join(words.split()) == title:
            title = ""
            yield Paragraph("headline", (((start, end),),))
        elif "\t" in words.strip():
            yield Paragraph("table", tuple(_cells(text, row.span()) for row in _ROW.finditer(text, start, end)))
        elif words.strip():
            yield Paragraph("text", (((start, end),),))
        start = end if match is None else match.end()


def _cells(text: str, row: Span) -> tuple[Span, ...]:
    cells, start = [], row[0]
    while True:
        tab = text.find("\t", start, row[1])
        cells.append((start, row[1] if tab < 0 else tab))
        if tab < 0:
            return tuple(cells)
        start = tab + 1
