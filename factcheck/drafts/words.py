"""
The words of a draft in the making: white space as readers see it, paragraphs, rows and cells, and the way back.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache

from factcheck.positions import MapBuilder, TextMap


class Gap(IntEnum):
    """What stands between two pieces of text; the wider one counts."""

    NONE = 0
    SPACE = 1
    SOFT = 2  # the end of a line inside a paragraph
    LINE = 3
    PARAGRAPH = 4


_GAPS = ("", " ", "\n", "\n", "\n\n")
#: Raised letters that belong to the number before them; all other raised marks are set apart (106² is not 1062).
_ORDINALS = frozenset(("st", "nd", "rd", "th", "er", "re", "ère", "e", "ème", "eme", "ter", "te", "de"))
_LONGEST_ORDINAL = 3
_SOFT_HYPHEN = "\u00ad"


@lru_cache(maxsize=1)
def _white() -> re.Pattern[str]:
    """White space that is more than one plain space inside a text, and soft hyphens in words, which nobody sees."""
    return re.compile(r"[ \t\r\n\f]{2,}+|[\t\r\n\f]|\A | \Z|(?<=[^\W\d_])\u00ad")


class Words:
    """
    A text that grows piece by piece.

    Pieces must come in the order in which they stand in the source.

    Attributes:
        soft: whether the end of a line inside a paragraph stays one; else it is a space.
        in_cell: whether the next words are in a cell of a table, where a paragraph is only a new line.
        kept: whether white space stays as it is, as in ``<pre>``.
    """

    __slots__ = ("_apart", "_builder", "_end", "_fresh", "_gap", "_gap_at", "_last", "_tabs", "in_cell", "kept", "soft")

    def __init__(self, *, soft: bool) -> None:
        self.soft = soft
        self.in_cell = False
        self.kept = False
        self._builder = MapBuilder()
        self._gap = Gap.NONE
        self._gap_at = (0, 0)  # where white space stands in the source, and its length there
        self._end = 0  # where the last piece ends in the source
        self._last = ""  # its last character
        self._tabs = 0
        self._fresh = False  # a row has begun and has no words yet
        self._apart = ""  # "sup" or "sub" while the first character of such an element is awaited

    @property
    def length(self) -> int:
        """How many characters there are so far."""
        return self._builder.length

    def text(self, piece: str, at: int, length: int | None = None) -> None:
        """
        Append what the source has at ``at``, white space as readers see it.

        Args:
            piece: the characters.
            at: where they begin in the source.
            length: how many characters stand for them there; None where they are spelt alike.
        """
        if length is not None:
            if piece.isspace() and piece.isascii():
                self._white_space(piece, at, length)
            elif piece != _SOFT_HYPHEN or not self._last.isalpha():
                self._put(piece, at, length)
            return
        if self.kept:
            self._lines(piece, at)
            return
        start = 0
        for found in _white().finditer(piece):
            self._put(piece[start : found.start()], at + start)
            start = found.end()
            if found.group() != _SOFT_HYPHEN:
                self._white_space(found.group(), at + found.start(), start - found.start())
        self._put(piece[start:], at + start)

    def new_line(self) -> None:
        """The next words stand on a line of their own."""
        self._widen(Gap.LINE)

    def new_paragraph(self, *, firm: bool = False) -> None:
        """The next words begin a paragraph; in a cell of a table only a line, unless it is ``firm``."""
        self._widen(Gap.PARAGRAPH, firm=firm)

    def new_row(self) -> None:
        """The next words are in a row of a table."""
        self.in_cell = False
        self._widen(Gap.LINE)
        self._tabs = 0
        self._fresh = True

    def new_cell(self, *, first: bool) -> None:
        """The next words are in a cell, the first of its row or a later one."""
        if not self._fresh and not first:
            self._gap = Gap.NONE
        self._tabs += not first
        self.in_cell = True

    def end_table(self) -> None:
        """The next words stand behind a table."""
        self.in_cell = self._fresh = False
        self._tabs = 0
        self._widen(Gap.PARAGRAPH)

    def apart(self, kind: str) -> None:
        """The next words are raised (``sup``) or lowered (``sub``), or follow such; they must not join a number."""
        self._apart = kind

    def built(self) -> tuple[str, TextMap]:
        """The text, and the way back to the source."""
        return self._builder.built()

    def _widen(self, gap: Gap, *, firm: bool = False) -> None:
        if self.in_cell:
            if self._fresh or self._tabs:
                return
            gap = gap if firm else min(gap, Gap.LINE)
        self._gap = max(self._gap, gap)

    def _white_space(self, written: str, at: int, length: int) -> None:
        if self._fresh or self._tabs:
            return
        soft = self.soft and not self.in_cell and ("\n" in written or "\r" in written)
        gap = Gap.SOFT if soft else Gap.SPACE
        if gap > self._gap:
            self._gap, self._gap_at = gap, (at, length)

    def _lines(self, piece: str, at: int) -> None:
        """Text whose white space stays."""
        start = 0
        for line in piece.splitlines(keepends=True):
            words = line.rstrip("\r\n")
            if words.strip():
                self._put(words, at + start)
            if words != line:
                if self._gap in (Gap.LINE, Gap.PARAGRAPH) and not words.strip():
                    self.new_paragraph()
                else:
                    self.new_line()
            start += len(line)

    def _put(self, piece: str, at: int, length: int | None = None) -> None:
        if not piece:
            return
        if self._builder.length or self._tabs:
            self._fill(piece, at)
        self._builder.add(piece, at, length)
        self._gap, self._tabs, self._fresh, self._apart = Gap.NONE, 0, False, ""
        self._end, self._last = at + (len(piece) if length is None else length), piece[-1]

    def _fill(self, piece: str, at: int) -> None:
        """What stands before the piece."""
        gap = self._gap if self._builder.length else Gap.NONE
        filling = _GAPS[gap] + "\t" * self._tabs
        if filling in (" ", "\n") and gap < Gap.LINE:
            source, length = self._gap_at
            alike = length == 1 and filling == " "
            self._builder.add(filling, source, None if alike else length)
        elif filling:
            self._builder.add(filling, self._end, max(at - self._end, 0))
        elif self._apart and joins(self._last, piece, self._apart):
            self._builder.add(" ", at, 0)


def joins(last: str, piece: str, kind: str) -> bool:
    """Whether raised or lowered words would be read as one with what they stand beside."""
    if not last.isalnum() or not piece[0].isalnum():
        return False
    if kind == "sup":
        return not (last.isdigit() and piece[: _LONGEST_ORDINAL + 1].strip().lower() in _ORDINALS)
    return last.isdigit()
