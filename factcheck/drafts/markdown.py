"""
Markdown drafts: the words that readers of the rendered page see, with their places in the file.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from factcheck.draft_text import Draft
from factcheck.drafts.blocks import Block, Blocks, Sort, Stretch
from factcheck.drafts.dateline import published_in
from factcheck.drafts.elements import Elements
from factcheck.drafts.front_matter import FrontMatter, read_front_matter
from factcheck.drafts.inline import Edit, edits, has_markup
from factcheck.drafts.left_out import LeftOut
from factcheck.drafts.words import Words


def read_markdown(source: str, shown: str = "-") -> Draft:
    """
    The draft that a Markdown text is.

    Args:
        source: the text, with its front matter.
        shown: the path of its file in messages.

    Raises:
        RefusedFile: its front matter has a fault.
    """
    matter = read_front_matter(source, shown) or FrontMatter()
    reader = _Reader(source)
    reader.read(matter.end)
    text, way = reader.words.built()
    return Draft(
        text,
        source,
        way,
        format="markdown",
        title=matter.title or " ".join(text[slice(*reader.heading)].split()),
        published=matter.published or published_in(text),
        language=matter.language,
        notes=reader.left_out.notes(source),
    )


class _Reader:
    """One walk over the blocks of a text."""

    __slots__ = ("_elements", "_links", "_source", "heading", "left_out", "words")

    def __init__(self, source: str) -> None:
        self.words = Words(soft=True)
        self.left_out = LeftOut()
        self.heading = (0, 0)  # where the first heading stands in the text
        self._source = source
        self._elements = Elements(self.words, self.left_out)
        self._links: set[str] = set()

    def read(self, start: int) -> None:
        blocks = Blocks(self._source, self.left_out)
        blocks.read(start)
        self._links = blocks.links
        for block in blocks.found:
            self._block(block)

    def _block(self, block: Block) -> None:
        words = self.words
        if block.apart:
            words.new_paragraph()
        if block.sort is Sort.ROW:
            words.new_row()
            for number, cell in enumerate(block.lines):
                words.new_cell(first=not number)
                self._paragraph([cell])
            words.in_cell = False
            return
        words.new_line()
        before = words.length
        self._paragraph(block.lines)
        if block.sort is Sort.HEADING:
            if not self.heading[1]:
                self.heading = (before, words.length)
            words.new_paragraph()

    def _paragraph(self, lines: Sequence[Stretch]) -> None:
        """The words of some lines, whose markup may go from one to the next."""
        text = "\n".join([self._source[start:end] for start, end in lines])
        if len(lines) == 1 and not has_markup(text):  # most cells and items
            if self._elements.shown:
                self.words.text(text, lines[0][0])
            return
        piece = _Piece(text, lines)
        at = 0
        for edit in edits(text, self._links) if has_markup(text) else ():
            if edit.start < at:
                continue
            self._verbatim(piece, at, edit.start)
            self._edit(piece, edit)
            at = edit.end
        self._verbatim(piece, at, len(text))
        if not self._elements.shown and lines:
            self._elements.end_paragraph(*lines[0])

    def _verbatim(self, piece: _Piece, start: int, end: int) -> None:
        if start >= end or not self._elements.shown:
            return
        if len(piece.lines) == 1:
            self.words.text(piece.text[start:end], piece.lines[0][0] + start)
        else:
            for text, at, length in piece.parts(start, end):
                self.words.text(text, at, length)

    def _edit(self, piece: _Piece, edit: Edit) -> None:
        start = piece.place(edit.start)
        if edit.struck:
            self.left_out.struck(start)
        elif edit.tag is not None:
            self._elements.tag(edit.tag._replace(start=start, end=piece.place(edit.end)))
        elif edit.piece and self._elements.shown:
            self.words.text(edit.piece, start, edit.end - edit.start)


class _Piece:
    """A paragraph's text, and where its characters stand in the source; asked from left to right."""

    __slots__ = ("_line", "_starts", "lines", "text")

    def __init__(self, text: str, lines: Sequence[Stretch]) -> None:
        self.text = text
        self.lines = lines
        self._starts = list(accumulate((end - start + 1 for start, end in lines), initial=0))
        self._line = 0

    def place(self, offset: int) -> int:
        """Where a character stands in the source."""
        while self._line + 1 < len(self.lines) and self._starts[self._line + 1] <= offset:
            self._line += 1
        return self.lines[self._line][0] + offset - self._starts[self._line] if self.lines else 0

    def parts(self, start: int, end: int) -> list[tuple[str, int, int | None]]:
        """The pieces of a stretch, each with its place in the source, and its length there if that is another."""
        found: list[tuple[str, int, int | None]] = []
        while start < end:
            at = self.place(start)
            line_end = self._starts[self._line + 1] - 1
            if start < min(end, line_end):
                found.append((self.text[start : min(end, line_end)], at, None))
            if line_end < end:
                stop = self.lines[self._line][1]
                found.append(("\n", stop, self.lines[self._line + 1][0] - stop))
            start = min(end, line_end + 1)
        return found
