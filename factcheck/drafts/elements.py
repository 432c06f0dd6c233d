"""
Elements of HTML to the words that readers see: paragraphs, lines, cells, and what is not shown.
"""

from __future__ import annotations

from factcheck.drafts.hidden import BLOCKS, NEVER_SHOWN, STRUCK, Hidden, is_hidden
from factcheck.drafts.left_out import LeftOut
from factcheck.drafts.tags import Tag, attributes, names
from factcheck.drafts.words import Words

_LINES = frozenset(("dd", "dt", "li", "optgroup", "option", "summary"))
_ROWS = frozenset(("tbody", "tfoot", "thead", "tr"))
_CELLS = frozenset(("td", "th"))
_RAISED = frozenset(("rt", "sub", "sup"))
#: Elements that make a paragraph of their own even in a cell: pages that are laid out by tables have them.
_FIRM = names("article blockquote figure h1 h2 h3 h4 h5 h6 main ol section ul")
_NOTE_MARKS = frozenset(("a", "sup"))


class Elements:
    """
    The elements that are open at a place of the source.

    Attributes:
        words: where the text goes.
        left_out: what readers see and the text does not have.
    """

    __slots__ = ("_before", "_hidden", "_rows", "left_out", "words")

    def __init__(self, words: Words, left_out: LeftOut) -> None:
        self.words = words
        self.left_out = left_out
        self._hidden: Hidden | None = None
        self._rows: list[int] = []  # of each table that is open: the cells of its row so far
        self._before: Tag | None = None  # the tag right before this place

    @property
    def shown(self) -> bool:
        """Whether readers see the words at this place."""
        return self._hidden is None

    def end_paragraph(self, start: int, line_end: int) -> None:
        """
        Go past the end of a paragraph of Markdown, which ends the elements inside it.

        Args:
            start: where the paragraph begins in the source.
            line_end: where its first line ends; a tag alone on that line stands around paragraphs, not in one.
        """
        hidden = self._hidden
        if hidden is None or hidden.name in BLOCKS or hidden.name in NEVER_SHOWN:
            return
        if hidden.start >= start and (hidden.start, hidden.end) != (start, line_end):
            self._hidden = None

    def tag(self, tag: Tag) -> None:
        """Go past a tag."""
        before, self._before = self._before, tag
        if self._hidden is not None:
            if not self._hidden.ended_before(tag):
                if self._hidden.ended_with(tag):
                    self._hidden = None
                return
            self._hidden = None
        if tag.closing:
            self._laid_out(tag)
            return
        if tag.name in STRUCK:
            self.left_out.struck(tag.start)
        elif tag.name not in NEVER_SHOWN and is_hidden(tag):
            self.left_out.hidden(tag.start)
        if tag.name in STRUCK or is_hidden(tag) or _marks_note(before, tag):
            if tag.name in BLOCKS and tag.name not in _CELLS:
                self._laid_out(tag)
            self._hidden = Hidden(tag)
            return
        self._laid_out(tag)

    def _laid_out(self, tag: Tag) -> None:
        """What a tag does to the lines and paragraphs around it."""
        words, name = self.words, tag.name
        if name == "table":
            self._table(closing=tag.closing)
        elif name in _ROWS and self._rows:
            words.new_row()
            self._rows[-1] = 0
        elif name in _CELLS and self._rows:
            self._cell(closing=tag.closing)
        elif name == "br" and words.in_cell:
            words.text(" ", tag.start, tag.end - tag.start)
        elif name == "br" or name in _LINES:
            words.new_line()
        elif name in BLOCKS:
            words.new_paragraph(firm=name in _FIRM)
            if name == "pre":
                words.kept = not tag.closing
        elif name in _RAISED:
            words.apart("sub" if name == "sub" else "sup")

    def _cell(self, *, closing: bool) -> None:
        if closing:
            return
        self.words.new_cell(first=not self._rows[-1])
        self._rows[-1] += 1

    def _table(self, *, closing: bool) -> None:
        if not closing:
            self.words.new_paragraph()
            self._rows.append(0)
        elif self._rows:
            self._rows.pop()
            self.words.end_table()
            self.words.in_cell = bool(self._rows)
        else:
            self.words.new_paragraph()


def _marks_note(before: Tag | None, tag: Tag) -> bool:
    """Whether two tags, one right after the other, open the mark of a footnote: a raised link inside the page."""
    if before is None or before.closing or before.end != tag.start or {before.name, tag.name} != _NOTE_MARKS:
        return False
    link = before if before.name == "a" else tag
    return attributes(link).get("href", "").startswith("#")
