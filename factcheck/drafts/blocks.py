"""
The blocks of a Markdown text: paragraphs, headings, items of lists and rows of tables, by their lines.

Follows CommonMark 0.31 and GitHub's tables where they bear on what readers see; nesting does not matter for that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from factcheck.drafts import line_forms as forms
from factcheck.drafts.left_out import LeftOut
from factcheck.drafts.tags import Tags

_MOST_MARKERS = 20  # of items in items that begin on one line; what is left is words

Stretch = tuple[int, int]  # of the source: the first code point and the one after the last


class Sort(Enum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    ROW = "row"


class Block(NamedTuple):
    """
    A block.

    Attributes:
        sort: what it is.
        lines: where its lines stand in the source; the cells of a row.
        apart: whether an empty line stands before it in the text.
    """

    sort: Sort
    lines: list[Stretch]
    apart: bool


class Blocks:
    """
    One walk over the lines of a source.

    Attributes:
        found: the blocks, in their order.
        links: the labels that the source defines for links, folded.
    """

    __slots__ = (
        "_apart",
        "_column",
        "_fence",
        "_left_out",
        "_open",
        "_quoted",
        "_skip",
        "_source",
        "_table",
        "_tags",
        "found",
        "links",
    )

    def __init__(self, source: str, left_out: LeftOut) -> None:
        self.found: list[Block] = []
        self.links: set[str] = set()
        self._source = source
        self._left_out = left_out
        self._tags = Tags(source)
        self._open: Block | None = None  # the block that the next line may continue
        self._fence: forms.Fence | None = None
        self._column = 0  # how far the lines of the last item are indented
        self._quoted = 0  # in how many quotations the last line was
        self._table = 0  # how many cells the rows of an open table have
        self._apart = True
        self._skip = 0  # up to here the source is a comment, a script or a style

    def read(self, start: int) -> None:
        """Read the source from an offset on."""
        for first, end in _lines(self._source, start):
            if end >= self._skip:
                self._line(max(first, self._skip), end)

    def _line(self, start: int, end: int) -> None:
        line = self._source[start:end].rstrip()
        at, quoted = forms.quotes_end(line)
        line = line[at:]
        if self._fence is not None and not (line and self._fence.left_by(quoted, at)):
            if self._fence.closed_by(line):
                self._fence = None
            return
        if quoted > self._quoted or (self._table and quoted != self._quoted):
            self._close(apart=True)
        self._quoted = quoted
        self._fence = forms.fence_of(line, quoted, self._column if at >= self._column else 0)
        if self._fence is not None:
            self._left_out.code(start + at)
            self._close(apart=True)
            return
        self._content(start, start + at, self._without_aside(start + at, line))

    def _content(self, start: int, at: int, line: str) -> None:
        """What stands on a line behind its indentation and its marks of quotation."""
        if not line:
            self._close(apart=True)
            return
        for _ in range(0 if line[0].isalpha() else _MOST_MARKERS):
            if self._is_layout(at, line):
                return
            marker = forms.item_marker(line, in_item=self._in(Sort.ITEM), in_text=self._open is not None)
            if marker is None:
                break
            self._begin(Sort.ITEM, apart=self._apart or not self._in(Sort.ITEM))
            marker += forms.quotes_end(line[marker:])[0]
            at, line = at + marker, line[marker:]
            self._column = at - start
            if not line:
                return
            fence = forms.fence_of(line, self._quoted, self._column)
            if fence is not None:
                self._fence = fence
                self._left_out.code(at)
                return
        self._words(at, line)

    def _is_layout(self, at: int, line: str) -> bool:
        """Whether a line has been dealt with: a rule, a heading, a table, a definition."""
        if self._in(Sort.PARAGRAPH) and forms.is_underline(line):
            self._make_heading()
        elif forms.is_delimiter_row(line) and self._begin_table(line):
            pass
        elif forms.is_rule(line):
            self._close(apart=True)
        elif (heading := forms.heading(line)) is not None:
            self._close(apart=True)
            self.found.append(Block(Sort.HEADING, [(at + heading[0], at + heading[1])], apart=True))
        elif self._open is None and (label := forms.link_definition(line)) is not None:
            self.links.add(label)
        else:
            return False
        return True

    def _words(self, at: int, line: str) -> None:
        note = forms.note_definition(line)
        if note is not None:
            self._close(apart=True)
            at, line = at + note, line[note:]
        if self._table:
            self._row(at, line)
            return
        if self._open is None:
            self._begin(Sort.PARAGRAPH, apart=True)
        if self._open is not None and line:
            self._open.lines.append((at, at + len(line)))

    def _without_aside(self, at: int, line: str) -> str:
        """The line up to a comment, script or style that ends on a later one; what it is goes unread."""
        mark = line.find("<!--")
        while mark >= 0:
            if line.count("`", 0, mark) % 2:  # in a code span it is no comment
                break
            end = self._tags.find("-->", at + mark + 4)
            if end < 0:
                break
            if end + 3 > at + len(line):
                self._skip = end + 3
                return line[:mark].rstrip()
            mark = line.find("<!--", end + 3 - at)
        found = _raw_element().match(line)
        if found is not None:
            end = self._tags.find(f"</{found[1]}", at)
            if end > at + len(line):
                self._skip = self._tags.find(">", end) + 1 or len(self._source)
                return ""
        return line

    def _begin(self, sort: Sort, *, apart: bool) -> None:
        self._close(apart=False)
        self._open = Block(sort, [], apart)
        self.found.append(self._open)
        self._apart = False

    def _close(self, *, apart: bool) -> None:
        self._open = None
        self._table = 0
        self._apart = self._apart or apart

    def _in(self, sort: Sort) -> bool:
        return self._open is not None and self._open.sort is sort

    def _make_heading(self) -> None:
        if self.found:
            self.found[-1] = self.found[-1]._replace(sort=Sort.HEADING)
        self._close(apart=True)

    def _begin_table(self, line: str) -> bool:
        """Whether the line above is the head of the table that this line says there is."""
        if self._open is None or not self._open.lines:
            return False
        start, end = self._open.lines[-1]
        head = self._source[start:end]
        columns = len(forms.cells(line))
        if "|" not in head or len(forms.cells(head)) != columns:
            return False
        self._open.lines.pop()
        self._close(apart=True)
        self._row(start, head)
        self._table = columns
        return True

    def _row(self, at: int, line: str) -> None:
        cells = [(at + start, at + end) for start, end in forms.cells(line)]
        self.found.append(Block(Sort.ROW, cells, apart=self._apart))
        self._apart = False


@lru_cache(maxsize=1)
def _raw_element() -> re.Pattern[str]:
    return re.compile(r"<(script|style|SCRIPT|STYLE|Script|Style)(?=[\s>])")


@lru_cache(maxsize=1)
def _line_end() -> re.Pattern[str]:
    return re.compile(r"\r\n?|\n")


def _lines(source: str, start: int) -> Iterator[Stretch]:
    for found in _line_end().finditer(source, start):
        yield start, found.start()
        start = found.end()
    yield start, len(source)
