"""
A draft as its readers see it, with the way back to the file.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from factcheck.positions import WHOLE, TextMap, line_column


class Comment(NamedTuple):
    """A remark beside a draft, which is no part of its text: by whom, and the offset in the text that it is on."""

    text: str
    author: str
    at: int


class Draft(NamedTuple):
    """
    A draft as its readers see it: without markup, addresses of links, front matter and comments.

    Attributes:
        text: the words; an empty line stands between paragraphs, cells of a table are apart by a tab.
        source: the file's text, in whose lines people look; of a Word document one line for each paragraph.
        way: where each character of ``text`` stands in ``source``.
        format: ``text``, ``markdown``, ``html`` or ``docx``.
        title: as the draft gives it, else blank.
        published: the day that the draft gives for its publication.
        language: the two letters of the language that the draft says it is in; blank where it says none.
        comments: remarks beside the text, in their order.
        notes: what was left out of the text, in plain words.
    """

    text: str
    source: str = ""
    way: TextMap = WHOLE
    format: str = "text"
    title: str = ""
    published: date | None = None
    language: str = ""
    comments: tuple[Comment, ...] = ()
    notes: tuple[str, ...] = ()

    def place(self, offset: int) -> tuple[int, int]:
        """The 1-based line (of a Word document: the paragraph) and column of an offset of the text."""
        return line_column(self.source or self.text, self.way.start(offset))

    def in_source(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the text stands in the source, in code points."""
        return self.way.span(start, end)
