"""
Positions in texts: code points, bytes, UTF-16 units, lines and columns, and the way from a text back to its file.

Every offset in factcheck counts code points. This is the one place that converts them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

_ASTRAL = 0x10000  # from here on a character is two units of UTF-16
LONGEST_LINE = 20_000  # characters of a line of YAML in which columns are counted


def line_column(text: str, offset: int) -> tuple[int, int]:
    """The 1-based line and column of an offset, the column in code points; lines end with a line feed."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def to_bytes(text: str, offset: int) -> int:
    """The offset in the text's UTF-8."""
    return len(text[:offset].encode("utf-8", "surrogatepass"))


def from_bytes(text: str, offset: int) -> int:
    """The offset in code points of one in UTF-8; one inside a character is that of the character."""
    return len(text.encode("utf-8", "surrogatepass")[:offset].decode("utf-8", "ignore"))


def to_utf16(text: str, offset: int) -> int:
    """The offset in UTF-16 units, as editors and browsers count."""
    return _units(text[:offset])


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def from_utf16(text: str, offset: int) -> int:
    """The offset in code points of one in UTF-16 units; one inside a pair is that of the character."""
    units = 0
    for at, char in enumerate(text):
        units += 2 if ord(char) >= _ASTRAL else 1
        if units > offset:
            return at
    return len(text)


class Point(NamedTuple):
    """
    A place in a text: its 1-based line, and its 1-based column there in every unit that somebody counts in.

    Attributes:
        line: lines end with a line feed.
        column: in code points.
        utf16: in UTF-16 units.
        utf8: in bytes of UTF-8.
    """

    line: int
    column: int
    utf16: int
    utf8: int


class Stretch(NamedTuple):
    """A stretch of a text: its first character, and the place after its last."""

    start: Point
    end: Point


def points(text: str, offsets: Iterable[int]) -> dict[int, Point]:
    """The places of several offsets, found in one walk through the text."""
    found: dict[int, Point] = {}
    line, column, utf16, utf8, at = 1, 1, 1, 1, 0
    for offset in sorted(set(offsets)):
        piece = text[at:offset]
        breaks = piece.count("\n")
        if breaks:
            piece = piece[piece.rfind("\n") + 1 :]
            line, column, utf16, utf8 = line + breaks, 1, 1, 1
        column += len(piece)
        utf16 += _units(piece)
        utf8 += to_bytes(piece, len(piece))
        found[offset] = Point(line, column, utf16, utf8)
        at = offset
    return found


def rest_of_line(text: str, line: int, column: int) -> Stretch | None:
    """
    From a column to the last word of its line; None where the line is longer than anyone counts, or has no such column.

    Args:
        text: that line alone.
        line: its number.
        column: in code points.
    """
    if len(text) > LONGEST_LINE:
        return None
    end = len(text.rstrip())
    if not 0 < column <= end:
        return None
    found = points(text, (column - 1, end))
    return Stretch(*(found[offset]._replace(line=line) for offset in (column - 1, end)))


class TextMap(NamedTuple):
    """
    Where the characters of a text stand in the source that it was read from.

    A piece is a run of characters that stand in the source one after the other, or one that stands there in another
    spelling (``&pound;`` for £).

    Attributes:
        starts: offset in the text at which each piece begins, ascending.
        sources: offset in the source of its first character.
        lengths: how many characters it has in the source.
        verbatim: whether it is spelt as in the source, character by character.
    """

    starts: tuple[int, ...]
    sources: tuple[int, ...]
    lengths: tuple[int, ...]
    verbatim: tuple[bool, ...]

    def start(self, offset: int) -> int:
        """Where the character at an offset of the text begins in the source."""
        at = bisect_right(self.starts, offset) - 1
        if at < 0:
            return offset if not self.starts else self.sources[0]
        into = offset - self.starts[at]
        return self.sources[at] + (min(into, self.lengths[at]) if self.verbatim[at] else 0)

    def end(self, offset: int) -> int:
        """Where the character before an offset of the text ends in the source."""
        if not self.starts:
            return offset
        at = bisect_right(self.starts, max(offset - 1, 0)) - 1
        if at < 0 or not offset:
            return self.sources[0]
        into = offset - self.starts[at]
        return self.sources[at] + (min(into, self.lengths[at]) if self.verbatim[at] else self.lengths[at])

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the text stands in the source."""
        first = self.start(start)
        return first, max(first, self.end(end))


WHOLE = TextMap((), (), (), ())  # the text is the source


class MapBuilder:
    """A text in the making: pieces of a source, as they stand there or in another spelling."""

    __slots__ = ("_lengths", "_pieces", "_sources", "_starts", "_verbatim", "length")

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._starts: list[int] = []
        self._sources: list[int] = []
        self._lengths: list[int] = []
        self._verbatim: list[bool] = []
        self.length = 0

    def add(self, piece: str, source: int, length: int | None = None) -> None:
        """
        Append a piece.

        Args:
            piece: the characters of the text.
            source: where they begin in the source.
            length: how many characters stand for them there; None where they are spelt alike.
        """
        if not piece:
            return
        alike = length is None
        joined = (
            alike
            and self._verbatim
            and self._verbatim[-1]
            and self._sources[-1] + self._lengths[-1] == source
            and self._starts[-1] + self._lengths[-1] == self.length
        )
        if joined:
            self._lengths[-1] += len(piece)
        else:
            self._starts.append(self.length)
            self._sources.append(source)
            self._lengths.append(len(piece) if length is None else length)
            self._verbatim.append(alike)
        self._pieces.append(piece)
        self.length += len(piece)

    def built(self) -> tuple[str, TextMap]:
        """The text, and the way back to the source."""
        way = TextMap(tuple(self._starts), tuple(self._sources), tuple(self._lengths), tuple(self._verbatim))
        return "".join(self._pieces), way
