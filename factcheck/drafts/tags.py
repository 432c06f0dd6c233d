"""
Tags of HTML, found in linear time whatever stands in the text.

The parser of the standard library takes quadratic time on ``<a<a<a`` and fails on ``<![``, depending on its release.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_MAX_ATTRIBUTES = 200  # of one tag


def names(words: str) -> frozenset[str]:
    """The names of elements in a text, for the tables of them."""
    return frozenset(words.split())


VOID = names("area base br col embed hr img input link meta param source track wbr")


class Tag(NamedTuple):
    """
    A tag.

    Attributes:
        name: in lower case.
        closing: whether it is an end tag.
        start: where its ``<`` stands.
        end: the offset after its ``>``.
        written: its attributes, as written.
    """

    name: str
    closing: bool
    start: int
    end: int
    written: str


@lru_cache(maxsize=1)
def _opening() -> re.Pattern[str]:
    return re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:._-]{0,63}+)(?=[\s/>])")


@lru_cache(maxsize=1)
def markup_pattern() -> re.Pattern[str]:
    """What a tag, a comment, a doctype or an instruction begins with."""
    return re.compile(r"<(?:/?[A-Za-z]|!(?:--|[A-Za-z\[])|\?[A-Za-z])")


@lru_cache(maxsize=1)
def _end_or_value() -> re.Pattern[str]:
    """The end of a tag, or the quotation mark that opens the value of an attribute."""
    return re.compile(r""">|=[ \t\r\n\f]*+["']""")


@lru_cache(maxsize=1)
def _attribute() -> re.Pattern[str]:
    return re.compile(
        r"""([^\s"'>/=]{1,99}+)[^\s>/=]*+(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>]*+)))?""",
    )


class Tags:
    """The tags of one source; it remembers what stands nowhere behind, so as not to look for it twice."""

    __slots__ = ("_last", "source")

    def __init__(self, source: str) -> None:
        self.source = source
        self._last: dict[str, int] = {}

    def tag_at(self, at: int) -> Tag | None:
        """The tag whose ``<`` stands there; None where no tag begins, or it never ends."""
        found = _opening().match(self.source, at)
        end = None if found is None else self._end(found.end())
        if found is None or end is None:
            return None
        written = self.source[found.end() : end - 1]
        return Tag(found[2].lower(), bool(found[1]), at, end, written)

    def find(self, words: str, at: int) -> int:
        """Where the words stand next, -1 where they stand nowhere behind."""
        last = self._last.get(words)
        if last is None:
            last = self._last[words] = self.source.rfind(words)
        return self.source.find(words, at) if last >= at else -1

    def aside_end(self, at: int) -> int | None:
        """The offset after a comment, a doctype or an instruction whose ``<`` stands there; None where it is none."""
        source = self.source
        if source.startswith("<!--", at):
            if source.startswith((">", "->"), at + 4):
                return source.index(">", at) + 1
            end = self.find("-->", at + 4)
            return end + 3 if end >= 0 else None
        if source[at + 1 : at + 2] not in ("!", "?") or markup_pattern().match(source, at) is None:
            return None
        end = self.find(">", at)
        return end + 1 if end >= 0 else None

    def _end(self, at: int) -> int | None:
        if self.find(">", at) < 0:
            return None
        while (found := _end_or_value().search(self.source, at)) is not None:
            mark = found.group()[-1]
            if mark == ">":
                return found.end()
            close = self.find(mark, found.end())
            at = found.end() if close < 0 else close + 1  # a value that never ends is none
            if self.find(">", at) < 0:
                return None
        return None


def attributes(tag: Tag) -> dict[str, str]:
    """A tag's attributes, names in lower case, values as readers of it would see them; the first of equals counts."""
    from html import unescape

    found: dict[str, str] = {}
    for number, match in enumerate(_attribute().finditer(tag.written)):
        if number >= _MAX_ATTRIBUTES:
            break
        value = match[2] or match[3] or match[4] or ""
        found.setdefault(match[1].lower(), unescape(value))
    return found
