"""
Marks without overlaps: of two marks on the same words the shorter one keeps them, the longer one has what is left.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

Span = tuple[int, int]
_SIGNS = " \t\r\n,;:.…–—-"  # that no mark begins or ends with


class Stretch(NamedTuple):
    """
    A stretch of a text with its marks.

    Attributes:
        start: of its first character.
        end: after its last.
        keys: what marks it, by number; several marks can stand on the same words, one can have several stretches.
    """

    start: int
    end: int
    keys: list[int]


def stretches(text: str, lines: Sequence[Span], marks: Sequence[Span]) -> list[Stretch]:
    """
    The marked stretches of a text, in order, none overlapping another.

    A mark most of whose words belong to shorter ones is told with the first of these.

    Args:
        text: the text.
        lines: its lines in order; no stretch goes from one into another.
        marks: where the marks stand.
    """
    by_span: dict[Span, list[int]] = {}
    for key, span in enumerate(marks):
        if 0 <= span[0] < span[1] <= len(text):
            by_span.setdefault(span, []).append(key)
    taken: list[Stretch] = []
    for span in sorted(by_span, key=lambda span: (span[1] - span[0], span)):
        pieces = [kept for gap in _free(span, taken) for part in _within(lines, gap) for kept in _words(text, part)]
        inside = _reaching_into(span, taken)
        if inside and sum(end - start for start, end in pieces) * 2 < span[1] - span[0]:
            inside[0].keys.extend(by_span[span])
            continue
        for start, end in pieces:
            found = Stretch(start, end, by_span[span])
            taken.insert(bisect_left(taken, start, key=lambda each: each.start), found)
    return taken


def _reaching_into(span: Span, taken: Sequence[Stretch]) -> Sequence[Stretch]:
    """The stretches that have some words of a span."""
    first = bisect_right(taken, span[0], key=lambda each: each.end)
    return taken[first : bisect_left(taken, span[1], key=lambda each: each.start)]


def _free(span: Span, taken: Sequence[Stretch]) -> Iterator[Span]:
    """The parts of a span that no shorter mark has."""
    start = span[0]
    for each in _reaching_into(span, taken):
        if each.start > start:
            yield start, each.start
        start = each.end
    if start < span[1]:
        yield start, span[1]


def _within(lines: Sequence[Span], span: Span) -> Iterator[Span]:
    """The parts of a span that lie in one line each."""
    for place in range(max(bisect_right(lines, span[0], key=lambda line: line[0]) - 1, 0), len(lines)):
        start, end = lines[place]
        if start >= span[1]:
            break
        if max(start, span[0]) < min(end, span[1]):
            yield max(start, span[0]), min(end, span[1])


def _words(text: str, span: Span) -> Iterator[Span]:
    """The span without the spaces and signs at its ends; nothing where there is no word in it."""
    words = text[span[0] : span[1]]
    kept = words.strip(_SIGNS)
    if any(map(str.isalnum, kept)):
        start = span[0] + len(words) - len(words.lstrip(_SIGNS))
        yield start, start + len(kept)
