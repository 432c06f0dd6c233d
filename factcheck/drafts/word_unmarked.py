"""
A text with marks taken apart: the text itself, and which piece of a Word document each of its words stands in.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from factcheck.drafts.word_leaves import BREAK, COMMENT, TAB, Leaf, number_of
from factcheck.positions import MapBuilder, TextMap

_ENDS = ("", "\r", "\n", "\n\n")


class Stretch(NamedTuple):
    """Words of the text that stand in one leaf: where they begin and end, the leaf, and where they begin in it."""

    start: int
    end: int
    leaf: int
    offset: int


class Unmarked(NamedTuple):
    """
    A text without its marks.

    Attributes:
        text: the words; an empty line stands between paragraphs.
        source: the same with a line for each paragraph or row.
        way: from the text to the source.
        stretches: where its words stand in the document, in their order.
        comments: where each comment begins in the text, by its id.
    """

    text: str
    source: str
    way: TextMap
    stretches: tuple[Stretch, ...]
    comments: Mapping[str, int]

    def touched(self, start: int, end: int) -> Sequence[Stretch]:
        """The stretches that a part of the text has characters in; the nearest one where it has none."""
        first = bisect_right(self.stretches, start, key=lambda each: each.end)
        after = bisect_left(self.stretches, max(end, start + 1), key=lambda each: each.start)
        return self.stretches[first:after] or self.stretches[max(after - 1, 0) : max(after, 1)]


def unmarked(marked: str, leaves: Sequence[Leaf]) -> Unmarked:
    """Take a text apart by its marks."""
    text = _Text(leaves)
    for place, piece in enumerate(_marks().split(marked)):
        if place % 2:
            text.enter(number_of(piece))
        elif not text.take(piece):
            for token in _tokens().finditer(piece):
                text.add(token.group(), token.lastgroup or "")
    return text.built()


@lru_cache(maxsize=1)
def _marks() -> re.Pattern[str]:
    return re.compile("([\U000f0000-\U000fffff][\U00100000-\U0010ffff])")


@lru_cache(maxsize=1)
def _tokens() -> re.Pattern[str]:
    return re.compile("(?P<line>\n+)|(?P<space>[ \t\r\f]+)|(?P<words>[^ \t\r\f\n]+)")


class _Text:
    """A text in the making."""

    def __init__(self, leaves: Sequence[Leaf]) -> None:
        self._leaves = leaves
        self._pieces: list[str] = []
        self._lines = MapBuilder()  # the source as a text of its own: its pieces lead to the text
        self._source: list[str] = []
        self._length = self._source_length = 0
        self._stretches: list[Stretch] = []
        self._comments: dict[str, int] = {}
        self._waiting: list[str] = []  # comments that begin at the next word
        self._leaf = -1
        self._cursor = 0  # in the leaf
        self._line = ""  # what ends before the next word: a line of a paragraph (CR), a row (LF), a paragraph (two LF)
        self._cells = self._space = ""  # the cells, and the white space, that come before it

    def enter(self, number: int) -> None:
        """What follows stands in another leaf, or a comment begins."""
        leaf = self._leaves[number]
        if leaf.kind == COMMENT:
            self._waiting.append(leaf.name)
        else:
            self._leaf, self._cursor = number, 0

    def take(self, piece: str) -> bool:
        """Take the text of a leaf in one go, where it is spelt as in the document; whether it was."""
        stem = piece.rstrip("\n")
        words = stem.strip(" ")
        if not words or "\n" in words or "\t" in words or "  " in words:
            return False
        if self._leaf < 0 or words not in self._leaves[self._leaf].text:
            return False
        if stem[0] == " ":
            self.add(" ", "space")
        self._words(words)
        if stem[-1] == " ":
            self.add(" ", "space")
        if stem != piece:
            self.add(piece[len(stem) :], "line")
        return True

    def add(self, token: str, kind: str) -> None:
        """Go on with an end of line, white space or a word."""
        if kind == "words":
            self._words(token)
        elif kind == "line":
            ends = "\r" if len(token) == 1 and self._kind() == BREAK else token[:2]
            self._line = max(self._line, ends, key=_ENDS.index)
        elif "\t" in token:  # the converter leaves tabs between cells only
            self._cells += "\t" * token.count("\t")
        else:
            self._space = "\t" if self._kind() == TAB else self._space or " "

    def built(self) -> Unmarked:
        """The text."""
        self._comments.update(dict.fromkeys(self._waiting, self._length))
        text, way = self._lines.built()
        return Unmarked(text, "".join(self._source), way, tuple(self._stretches), self._comments)

    def _kind(self) -> str:
        return self._leaves[self._leaf].kind if self._leaf >= 0 else ""

    def _words(self, words: str) -> None:
        line = self._line if self._pieces else ""
        space = self._space if self._pieces and not line else ""
        if line or self._cells or space:
            text = (line + self._cells) or space
            self._put(text.replace("\r", "\n"), text.replace("\r", " ").replace("\n\n", "\n"))
        self._line = self._cells = self._space = ""
        self._comments.update(dict.fromkeys(self._waiting, self._length))
        self._waiting.clear()
        self._put(words, words)
        if self._leaf >= 0:
            inside = self._leaves[self._leaf].text
            at = inside.find(words, self._cursor)
            at = self._cursor if at < 0 else at
            self._cursor = at + len(words)
            self._stretches.append(Stretch(self._length - len(words), self._length, self._leaf, at))

    def _put(self, text: str, source: str) -> None:
        alike = text == source
        self._lines.add(text, self._source_length, None if alike else len(source))
        self._pieces.append(text)
        self._source.append(source)
        self._length += len(text)
        self._source_length += len(source)
