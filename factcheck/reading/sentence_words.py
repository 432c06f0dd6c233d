"""
A text as a row of words, numbers and marks, for rules that look at a few neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from factcheck.reading.figure import Figure


class Sort(StrEnum):
    """What a token is."""

    WORD = "word"
    NUMBER = "number"
    MARK = "mark"
    FIGURE = "figure"


class Token(NamedTuple):
    """A word in lower case (but "May") with straight apostrophes, a run of digits, one mark, or a whole figure."""

    word: str
    start: int
    end: int
    sort: Sort
    figure: Figure | None = None


_TOKEN = re.compile(
    r"(?P<word>[^\W\d_]{1,64}(?:['\u2019](?=[^\W\d_]))?[^\W\d_]{0,8})"
    r"|(?P<number>[0-9]{1,30}(?:[.,](?=[0-9]))?[0-9]{0,30})"
    r"|(?P<mark>[^\w\s])"
)
_HYPHENS = "-\u2010\u2011"
_STOPS = frozenset(".!?;\u2014\u2013:()")
_REACH_BACK, _REACH_ON = 400, 160
_SENTENCE_END = re.compile(r"[.!?][\"'\u2019\u201d)]?\s{1,4}(?=[\"'\u2018\u201c(]?[A-Z0-9])|\n[ \t\r]{0,8}\n")


def word_set(words: str) -> frozenset[str]:
    """The words of a text, for the tables of words."""
    return frozenset(words.split())


def read_tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The tokens of a stretch of text; hyphens and dots inside words and numbers are left out."""
    stop = len(text) if end is None else end
    for match in _TOKEN.finditer(text, start, stop):
        first, last = match.span()
        if match["word"]:
            word = match[0] if match[0] == "May" else match[0].lower()  # the month is no verb
            yield Token(word.replace("\u2019", "'"), first, last, Sort.WORD)
        elif match["number"]:
            yield Token(match[0], first, last, Sort.NUMBER)
        elif not _inside(text, first, last, match[0]):
            yield Token(match[0], first, last, Sort.MARK)


def _inside(text: str, start: int, end: int, mark: str) -> bool:
    """Whether a mark stands inside a word, a number or an abbreviation, or is part of an ellipsis."""
    before, after = text[max(0, start - 2) : start], text[end : end + 1]
    if mark in _HYPHENS or mark in "\u2013\u2014":
        hyphen = mark in _HYPHENS
        return before[-1:].isalnum() and after.isalnum() and (hyphen or before[-1:].isdigit())
    if mark == ".":
        single = before[-1:].isalpha() and not before[:-1].isalnum()  # U.S.
        return single or before[-1:] == "." or after == "." or after.isalnum()
    return mark in ",'\u2019" and before[-1:].isalnum() and after.isalnum()


def is_stop(token: Token) -> bool:
    """Whether a token ends a clause, whatever stands beside it; a comma does not."""
    return token.sort is Sort.MARK and token.word in _STOPS


def sentence_around(text: str, figure: Figure, figures: Sequence[Figure]) -> tuple[list[Token], int]:
    """
    The tokens of a figure's sentence, each figure as one token, and the place of the figure among them.

    Args:
        text: the whole text.
        figure: a figure of it.
        figures: its figures in the order of the text; the others are optional.
    """
    first, last = max(0, figure.start - _REACH_BACK), min(len(text), figure.end + _REACH_ON)
    for match in _SENTENCE_END.finditer(text, first, figure.start + 1):
        if not _abbreviated(text, match.start()):
            first = min(match.end(), figure.start)
    for match in _SENTENCE_END.finditer(text, figure.end, last):
        if not _abbreviated(text, match.start()):
            last = match.start() + 1
            break
    tokens: list[Token] = []
    at, here = first, 0
    for each in [*_between(figures, first, figure.start), figure, *_between(figures, figure.end, last)]:
        tokens.extend(read_tokens(text, at, each.start))
        if each is figure:
            here = len(tokens)
        tokens.append(Token("", each.start, each.end, Sort.FIGURE, each))
        at = each.end
    tokens.extend(read_tokens(text, at, last))
    return tokens, here


def _between(figures: Sequence[Figure], start: int, end: int) -> list[Figure]:
    """The figures inside a stretch, without overlaps."""
    low, high = 0, len(figures)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if figures[middle].start < start else (low, middle)
    found: list[Figure] = []
    for each in figures[low : low + _REACH_BACK]:
        if each.start >= end:
            break
        if each.end <= end and (not found or each.start >= found[-1].end):
            found.append(each)
    return found


def _abbreviated(text: str, dot: int) -> bool:
    """Whether the dot belongs to an abbreviation: U.S., Mr., Jan."""
    if text[dot] != ".":
        return False
    lead = text[max(0, dot - 4) : dot].rpartition(" ")[2].lower()
    letters = lead[-1:].isalpha()
    return letters and (len(lead) == 1 or "." in lead or lead in ("mr", "mrs", "ms", "dr", "vs", "no", "st"))
