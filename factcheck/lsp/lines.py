"""
A text as an editor counts it: lines from 0, and characters in the units that both sides agreed on.

Every offset in factcheck counts code points; ``positions`` converts.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from factcheck.positions import from_bytes, from_utf16, to_bytes, to_utf16

_LINE_END = re.compile("\r\n|\r|\n")
_LINE_FEED = re.compile("\n")
BOM = "\ufeff"


class Units(StrEnum):
    """What the characters of a line are counted in; the names are those of the protocol."""

    UTF8 = "utf-8"
    UTF16 = "utf-16"
    UTF32 = "utf-32"


class Spot(NamedTuple):
    """A place as editors name it: line and character, both from 0."""

    line: int
    character: int


class Lines:
    """
    The lines of a text, for turning places into offsets and back.

    A line ends with LF, CR or both; nothing else is a line end to an editor.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in _LINE_END.finditer(self.text))]

    @cached_property
    def _after_line_feeds(self) -> list[int]:
        return [0, *(found.end() for found in _LINE_FEED.finditer(self.text))]

    @property
    def count(self) -> int:
        """How many lines there are; an empty text has one."""
        return len(self._starts)

    def start(self, line: int) -> int:
        """Where a line begins, counted from 0; past the last line that is the end of the text."""
        return self._starts[line] if line < len(self._starts) else len(self.text)

    def end(self, line: int) -> int:
        """Where a line ends, its line end left off."""
        stop = self.start(line + 1)
        return max(self.start(line), stop - len(self._line_end(stop)))

    def _line_end(self, stop: int) -> str:
        before = self.text[max(stop - 2, 0) : stop]
        return before if before == "\r\n" else before[-1:] if before[-1:] in ("\r", "\n") else ""

    def line_of(self, offset: int) -> int:
        """The line that an offset stands in, from 0."""
        return bisect_right(self._starts, offset) - 1

    def offset(self, line: int, character: int, units: Units) -> int:
        """
        The offset of a place that an editor names.

        A character past the end of its line is the end of the line, a line past the last the end of the text, and a
        place inside a character is that of the character, as the protocol has it.
        """
        if line >= self.count:
            return len(self.text)
        start, end = self.start(line), self.end(line)
        if units is Units.UTF32 or character == 0:
            return min(start + character, end)
        words = self.text[start:end]
        if words.isascii():
            return min(start + character, end)
        return start + (from_bytes(words, character) if units is Units.UTF8 else from_utf16(words, character))

    def spot(self, offset: int, units: Units) -> Spot:
        """The place of an offset, as the editor names it."""
        line = self.line_of(offset)
        start = self.start(line)
        column = min(offset, self.end(line)) - start
        if units is Units.UTF32:
            return Spot(line, column)
        words = self.text[start : start + column]
        return Spot(line, to_bytes(words, column) if units is Units.UTF8 else to_utf16(words, column))

    def written(self, line: int, column: int) -> int:
        """The offset of a line and column of a claims file, both from 1; a BOM counts as no column there."""
        lead = self.text.startswith(BOM) and line == 1
        start = self.start(line - 1)
        return min(start + column - 1 + lead, max(self.end(line - 1), start))

    def in_draft(self, line: int, column: int) -> int:
        """The offset of a line and column of a draft, both from 1; there only a line feed ends a line."""
        starts = self._after_line_feeds
        start = starts[line - 1] if line <= len(starts) else len(self.text)
        lead = self.text.startswith(BOM) and line == 1
        return min(start + column - 1 + lead, len(self.text))
