"""
The inside of a Markdown paragraph: which of its characters are markup, and what tags it has.
"""

from __future__ import annotations

import re
from collections.abc import Set
from functools import lru_cache
from typing import NamedTuple

from factcheck.drafts.emphasis import Run, pair_marks
from factcheck.drafts.entities import entity_of, entity_pattern
from factcheck.drafts.line_forms import folded_label
from factcheck.drafts.tags import Tag, Tags, names

_UNREAD = names("iframe noembed noframes script style title")
_MAX_LABEL = 999


class Edit(NamedTuple):
    """
    A stretch of a paragraph that does not stand in the text as it is.

    Attributes:
        start: its first code point.
        end: the one after its last.
        piece: what stands there instead; blank for nothing.
        tag: the tag that it is.
        struck: whether it is struck out.
    """

    start: int
    end: int
    piece: str = ""
    tag: Tag | None = None
    struck: bool = False


class _Bracket(NamedTuple):
    start: int
    image: bool
    runs: int  # how many runs of marks stand before it


@lru_cache(maxsize=1)
def _special() -> re.Pattern[str]:
    return re.compile(
        r"[*_\[\]`]|\\(?=[!-/:-@\[-`{-~\n])|~~|!(?=\[)|&(?=[#A-Za-z])|<(?=[A-Za-z0-9/!?.#$%&'*+=^_`{|}~-])"
    )


@lru_cache(maxsize=1)
def _backticks() -> re.Pattern[str]:
    return re.compile(r"`++")


@lru_cache(maxsize=1)
def _destination() -> re.Pattern[str]:
    """What follows the words of a link: its address and title in parentheses."""
    return re.compile(
        r"\(\s*+(?:<[^<>\n]*+>|(?:[^\s()<\\]|\\.|\((?:[^\s()\\]|\\.)*+\))*+)"
        r"""(?:\s++(?:"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'|\((?:[^()\\]|\\.)*+\)))?\s*+\)""",
        re.DOTALL,
    )


@lru_cache(maxsize=1)
def _label() -> re.Pattern[str]:
    return re.compile(rf"\[((?:[^\[\]\\]|\\.){{0,{_MAX_LABEL}}}+)\]", re.DOTALL)


@lru_cache(maxsize=1)
def _note() -> re.Pattern[str]:
    return re.compile(r"\[\^[^\]\s\[]{1,99}+\]")


@lru_cache(maxsize=1)
def _address() -> re.Pattern[str]:
    """An address in angle brackets, which is its own text."""
    return re.compile(
        r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}+:[^\s<>]*+|[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}+@[A-Za-z0-9.-]{1,255}+)>"
    )


def has_markup(text: str) -> bool:
    """Whether a paragraph may have markup."""
    return _special().search(text) is not None


def edits(text: str, links: Set[str]) -> list[Edit]:
    """
    The stretches of a paragraph that are markup, by their start; one may lie in another that is longer.

    Args:
        text: the paragraph, its lines apart by line feeds.
        links: the labels that the draft defines, folded.
    """
    found = _Inline(text, links)
    found.read()
    return sorted(found.edits, key=lambda edit: (edit.start, -edit.end))


class _Inline:
    """One walk over a paragraph."""

    __slots__ = ("_brackets", "_code", "_floor", "_innermost", "_links", "_runs", "_tags", "_text", "edits")

    def __init__(self, text: str, links: Set[str]) -> None:
        self.edits: list[Edit] = []
        self._text = text
        self._links = links
        self._tags = Tags(text)
        self._runs: list[Run] = []
        self._brackets: list[_Bracket] = []  # openers that have no partner yet
        self._floor = 0  # openers below stand around a link and begin none
        self._innermost = -1  # where the last bracket of any sort stands
        self._code: dict[int, list[int]] | None = None  # by length: where runs of backticks stand, the last first

    def read(self) -> None:
        text, at = self._text, 0
        while (found := _special().search(text, at)) is not None:
            at = self._steps(found.start(), found.group()[0])
        self._pair(0)

    def _pair(self, first: int) -> None:
        """Pair the marks of emphasis from the given one on, and be done with them."""
        runs = self._runs[first:]
        del self._runs[first:]
        for start, end in pair_marks(runs):
            self.edits.append(Edit(start, end, struck=True))
        for run in runs:
            self.edits += [Edit(start, end) for start, end in run.used()]

    def _steps(self, at: int, char: str) -> int:
        """Go past what begins with a special character."""
        if char in "*_~":
            return self._marks(at, char)
        if char == "\\":
            return self._escape(at)
        if char == "`":
            return self._code_span(at)
        if char == "<":
            return self._angle(at)
        if char == "&":
            return self._entity(at)
        return self._bracket(at, char)

    def _marks(self, at: int, char: str) -> int:
        end = at + 1
        while self._text.startswith(char, end):
            end += 1
        if char != "~" or end - at == 2:
            self._runs.append(Run(self._text, at, end))
        return end

    def _escape(self, at: int) -> int:
        self._drop(at, at + 1)
        return at + 2

    def _code_span(self, at: int) -> int:
        if self._code is None:
            self._code = {}
            for found in reversed(list(_backticks().finditer(self._text))):
                self._code.setdefault(found.end() - found.start(), []).append(found.start())
        length = _run(self._text, at)
        places = self._code.get(length, [])
        while places and places[-1] <= at:
            places.pop()
        if not places:
            return at + length
        close = places.pop()
        self._drop(at, at + length)
        self._drop(close, close + length)
        return close + length

    def _angle(self, at: int) -> int:
        text = self._text
        found = _address().match(text, at)
        if found is not None:
            self._drop(at, at + 1)
            self._drop(found.end() - 1, found.end())
            return found.end()
        tag = self._tags.tag_at(at)
        if tag is None:
            end = self._tags.aside_end(at) or at
            self._drop(at, end)
            return max(end, at + 1)
        end = self._tags.find(f"</{text[at + 1 : at + 1 + len(tag.name)]}", tag.end) if tag.name in _UNREAD else -1
        if not tag.closing and end >= 0:
            self._drop(at, end)
            return end
        self.edits.append(Edit(at, tag.end, tag=tag))
        return tag.end

    def _entity(self, at: int) -> int:
        found = entity_pattern().match(self._text, at)
        entity = None if found is None else entity_of(found.group(), closed=True)
        if entity is None:
            return at + 1
        self.edits.append(Edit(at, at + entity[1], piece=entity[0]))
        return at + entity[1]

    def _bracket(self, at: int, char: str) -> int:
        text = self._text
        if char == "]":
            return self._closed(at)
        image = char == "!"
        note = None if image else _note().match(text, at)
        if note is not None:
            self._drop(at, note.end())
            return note.end()
        self._innermost = at + image
        self._brackets.append(_Bracket(at, image, len(self._runs)))
        return at + 1 + image

    def _closed(self, at: int) -> int:
        inner, self._innermost = self._innermost, at
        if not self._brackets:
            return at + 1
        opener = self._brackets.pop()
        active = len(self._brackets) >= self._floor or opener.image
        self._floor = min(self._floor, len(self._brackets))
        words = opener.start + 1 + opener.image
        end = self._link_end(at, self._text[words:at] if inner < words else None) if active else None
        if end is None:
            return at + 1
        if opener.image:
            del self._runs[opener.runs :]
            self._drop(opener.start, end)
        else:
            self._pair(opener.runs)  # emphasis does not go into a link or out of it
            self._drop(opener.start, words)
            self._drop(at, end)
            self._floor = len(self._brackets)
        return end

    def _link_end(self, at: int, words: str | None) -> int | None:
        """The offset after a link whose words end at a bracket; ``words`` where no bracket is in them."""
        found = _destination().match(self._text, at + 1)
        if found is not None:
            return found.end()
        if not self._links:
            return None
        found = _label().match(self._text, at + 1)
        if found is not None and found[1].strip():
            return found.end() if folded_label(found[1]) in self._links else None
        if words is None or len(words) > _MAX_LABEL or folded_label(words) not in self._links:
            return None
        return at + 1 if found is None else found.end()

    def _drop(self, start: int, end: int) -> None:
        if end > start:
            self.edits.append(Edit(start, end))


def _run(text: str, at: int) -> int:
    found = _backticks().match(text, at)
    return 0 if found is None else found.end() - at
