"""
The sentences of a draft, its paragraphs and the rows of its tables, by their spans.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from factcheck.reading.sentence_words import word_set

_SHORT_WORDS = word_set(
    "mr mrs ms dr vs no nos st co inc ltd corp gen sen rep gov jan feb mar apr jun jul aug sept sep oct nov dec"
)
_LONGEST_LEAD = 5  # characters of an abbreviation before its dot
_LONGEST = 1200  # characters of a sentence; a longer one is cut, so that what looks at all of it takes bounded time


class Sentence(NamedTuple):
    """A sentence or a row of a table: its span, the number of its paragraph, and whether it is a row."""

    start: int
    end: int
    paragraph: int
    row: bool = False


class Sentences(NamedTuple):
    """The sentences of a text in their order, and where each begins."""

    all: tuple[Sentence, ...]
    starts: tuple[int, ...]

    def at(self, offset: int) -> int:
        """The number of the sentence that an offset lies in; of one between two, the one before."""
        return max(bisect_right(self.starts, offset) - 1, 0)


def sentences_of(text: str) -> Sentences:
    """
    Split a text into sentences and rows of tables.

    A paragraph ends with an empty line, a sentence with a full stop before a capital, a row with its line; a line with
    a tab is a row. The dot of "U.S.", "Mr." and "Jan." ends nothing. A sentence of over 1,200 characters is cut.
    """
    found: list[Sentence] = []
    for number, (start, end) in enumerate(_paragraphs(text)):
        for first, last in _lines(text, start, end):
            row = text.find("\t", first, last) >= 0
            if row:
                found.append(Sentence(first, last, number, row))
                continue
            for one in _sentences(text, first, last):
                found += [Sentence(*piece, number) for piece in _cut(text, *one)]
    return Sentences(tuple(found), tuple(each.start for each in found))


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence in pieces of bounded length, cut behind white space."""
    while end - start > _LONGEST:
        space = max(text.rfind(mark, start + 1, start + _LONGEST) for mark in (" ", "\t", "\n"))
        stop = start + _LONGEST if space < 0 else space + 1
        yield start, stop
        start = stop
    yield start, end


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """The spans between empty lines."""
    spans, start = [], 0
    for match in _empty_line().finditer(text):
        spans.append((start, match.start()))
        start = match.end()
    return [*spans, (start, len(text))]


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A paragraph as one stretch, or in lines where it has rows of a table: each row alone, other lines together."""
    if text.find("\t", start, end) < 0:
        return [(start, end)]
    spans: list[tuple[int, int]] = []
    prose = start
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        if text.find("\t", at, stop) >= 0:
            if prose < at:
                spans.append((prose, at))
            spans.append((at, stop))
            prose = stop + 1
        at = stop + 1
    return [*spans, (prose, end)] if prose < end else spans


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans, first = [], start
    for match in _full_stop().finditer(text, start, end):
        if not _abbreviated(text, match.start()):
            spans.append((first, match.end(1)))
            first = match.end()
    return [*spans, (first, end)] if first < end else spans


def _abbreviated(text: str, dot: int) -> bool:
    """Whether the dot belongs to an abbreviation: U.S., Mr., Jan."""
    if text[dot] != ".":
        return False
    lead = text[max(0, dot - _LONGEST_LEAD) : dot].split()
    last = lead[-1].lstrip("(\"'“‘") if lead else ""
    letters = last[-1:].isalpha()
    return letters and (len(last) == 1 or "." in last or last.lower() in _SHORT_WORDS)


@lru_cache(maxsize=1)
def _empty_line() -> re.Pattern[str]:
    return re.compile(r"\n[ \r\u00a0]{0,80}\n[\s]{0,400}")


@lru_cache(maxsize=1)
def _full_stop() -> re.Pattern[str]:
    """A full stop, what closes around it, and white space before something that begins a sentence."""
    return re.compile(
        r"(?=[.!?…])([.!?…][\"'\u2019\u201d)\]]{0,3})\s{1,40}(?=[\"'\u2018\u201c(\[]{0,2}[^\W_a-z]|[$€£¥])"
    )
