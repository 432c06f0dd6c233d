"""
The quote of a claim: the fewest words of its sentence that carry it, read back by the claim's own kinds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from factcheck.anchors import find_quote
from factcheck.reading.sentence_words import word_set

LEFT, RIGHT = 40, 12  # words that a quote may be longer than what it must hold
MOST_BEFORE = 8  # words that are put before a bare quote
LEAST = 4  # words that make a quote readable, where the sentence has them
LONGEST = 400  # characters
_SMALL = word_set("a an the and or of to in by at for from with on")  # words that begin no quote well


def cut(text: str, span: tuple[int, int], sentence: tuple[int, int], fits: Callable[[str], bool]) -> str:
    """
    The shortest quote that holds a span, stands in the draft once and reads as the claim; blank where none does.

    Args:
        text: the draft.
        span: what the quote must hold.
        sentence: what it must not leave.
        fits: whether a quote's words say what the claim says.
    """
    for start, end in _windows(text, span, sentence):
        quote = _plain(text[start:end])
        if len(quote) > LONGEST:
            continue
        if fits(quote) and _is_once(quote, text):
            return _readable(text, start, end, sentence, fits)
    return ""


def _is_once(quote: str, text: str) -> bool:
    anchor = find_quote(quote, text)
    return anchor is not None and anchor.occurrences == 1


def _windows(text: str, span: tuple[int, int], sentence: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Ever longer stretches of whole words: words before the span first, then some after it."""
    starts = [match.start() for match in _words().finditer(text, sentence[0], span[0])]
    lefts = [_left_edge(text, span[0], starts), *reversed(starts)][: LEFT + 1]
    ends = [match.end() for match in _words().finditer(text, span[1], sentence[1])]
    rights = [_right_edge(text, span[1], ends), *ends][: RIGHT + 1]
    for right in dict.fromkeys(rights):
        for left in dict.fromkeys(lefts):
            yield left, _without_mark(text, left, right, span[1])


def _left_edge(text: str, start: int, starts: list[int]) -> int:
    """The beginning of the word that a span begins in."""
    return start if start == 0 or text[start - 1].isspace() else starts[-1] if starts else start


def _right_edge(text: str, end: int, ends: list[int]) -> int:
    if end >= len(text) or not text[end].isalnum():
        return end
    return next((each for each in ends if each > end), end)


def _without_mark(text: str, start: int, end: int, least: int) -> int:
    """The end without the comma or full stop of the sentence, and with the bracket that it closes."""
    while end > max(least, start) and text[end - 1] in ".,;:":
        end -= 1
    is_open = text.count("(", start, end) > text.count(")", start, end)
    return end + 1 if is_open and text[end : end + 1] == ")" else end


def _readable(text: str, start: int, end: int, sentence: tuple[int, int], fits: Callable[[str], bool]) -> str:
    """The quote with a few words before it, where it would be bare: "a record high of $237 billion"."""
    best = _plain(text[start:end])
    words = [match.start() for match in _words().finditer(text, sentence[0], start)]
    for left in reversed(words[-MOST_BEFORE:]):
        before = text[left:start].split()
        hangs = before[-1].lower() in _SMALL or best.split(" ", 1)[0].lower() in _SMALL
        if (len(best.split()) >= LEAST and not hangs) or _breaks().search(text, left, start):
            break
        longer = _plain(text[left:end])
        if not fits(longer) or not _is_once(longer, text):
            break
        best, start = longer, left
    return best


def _plain(words: str) -> str:
    """The words with single spaces, as a claims file quotes them."""
    return " ".join(words.split())


@lru_cache(maxsize=1)
def _words() -> re.Pattern[str]:
    return re.compile(r"\S{1,200}")


@lru_cache(maxsize=1)
def _breaks() -> re.Pattern[str]:
    return re.compile(r"[,;:.!?\u2014()\"\u201c\u201d]")
