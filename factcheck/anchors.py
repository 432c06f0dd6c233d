"""
Anchors: where a quote stands in its draft, and what is nearest where it stands nowhere.

A quote is looked for as it is, then with white space, dashes, quotation marks and Markdown's emphasis set aside.
``…`` in a quote stands for at most 30 words of the same sentence (CLAIMS.md).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, pairwise
from typing import NamedTuple

from factcheck.reading.figures import read_figures

MAX_GAP_WORDS = 30
MAX_STARTS = 200  # places at which the words before the first ellipsis are tried
MAX_ENDS = 10  # places of the words after an ellipsis that are followed from one start
MAX_SEGMENTS = 8  # runs of words between ellipses; a quote of more is no quote
MAX_PLACES = 100  # occurrences that are counted
MAX_WANTED = 300  # characters of a quote that are searched for something similar
LIKENESS = 60  # of 100; below, the nearest passage is of no help
MAX_SEARCHED = 1_000_000  # characters of a draft that are searched for something similar
UNSPACED = "\u0e00"  # from here on, scripts that put no spaces between words
_ELLIPSIS = re.compile(r" ?(?:\[…\]|\[\.\.\.\]|\(…\)|\(\.\.\.\)|…|(?<!\.)\.\.\.(?!\.)) ?")
#: What is written in several ways. A single plain space is none of them.
_FOLDED = re.compile(
    r"""
    (?P<paragraph>[\x20\t\r]{0,99}\n[\x20\t\r]{0,99}\n[\s>]{0,999}+)  # an empty line
    |(?P<space>(?!\x20\S)\s(?:\s|(?<=\n)>){0,999}+)
    |(?P<double>[\u201c-\u201f\u00ab\u00bb\u2033])
    |(?P<single>[\u2018-\u201b\u2032\u00b4])
    |(?P<dash>[\u2010-\u2015\u2212]|--{1,9}+)
    |(?P<nothing>[*`\u00ad\u200b-\u200d\u2060\ufeff]|(?<![^\W_])_{1,9}+|_{1,9}+(?![^\W_])
        |!?\[(?![….])|\]\([^()\s]{0,999}+\))
    """,
    re.VERBOSE,
)
_REPLACEMENTS = {"paragraph": " ", "space": " ", "double": '"', "single": "'", "dash": "-", "nothing": ""}
_SENTENCE_END = re.compile(r"""[.!?]["')\]]{0,3} (?=["'(\[]{0,2}[^\W_a-z])|[\u3002\uff01\uff1f]""")
_ABBREVIATION = re.compile(
    r"(?:^|[\W_])(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Gov|Sen|Rep|St|vs|Nos?|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
    r"|Inc|Ltd|Co|Corp|approx|ca|cf|e\.g|i\.e)$"
)
_NUMBER = re.compile(
    r"[0-9][0-9.,]{0,38}(?<![.,])(?:[ -]?(?:thousand|million|billion|trillion|bn|mn|mln|tn|trn)\b)?"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty"
    r"|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|half|quarter|doubled?|tripled?)\b",
    re.IGNORECASE,
)
_MASK = "\x00"
_WORD = re.compile(r"\S{1,200}")


class Anchor(NamedTuple):
    """
    Where a quote stands.

    Attributes:
        start: offset of its first character in the text, in code points.
        end: offset after its last.
        occurrences: how often the text has it.
    """

    start: int
    end: int
    occurrences: int = 1


class _Folded(NamedTuple):
    """A text with what is set aside taken out, and the way back to the original."""

    text: str
    starts: tuple[int, ...] = ()  # offsets in ``text`` from which on a shift holds
    shifts: tuple[int, ...] = ()  # what is added to them to get offsets in the original
    paragraphs: tuple[int, ...] = ()  # offsets in ``text`` at which a paragraph begins

    def original(self, offset: int) -> int:
        """The offset that a character has in the original."""
        at = bisect_right(self.starts, offset) - 1
        return offset + (self.shifts[at] if at >= 0 else 0)


class _Number(NamedTuple):
    """A number that was masked: its offset in the masked text and before, and the number."""

    masked: int
    offset: int
    text: str


def find_quote(quote: str, text: str) -> Anchor | None:
    """Where the quote stands in the text, the first place where there are several; None if it stands nowhere."""
    wanted = quote.strip()
    if not wanted:
        return None
    places = list(islice(_whole(wanted, text), MAX_PLACES))
    if places:
        return Anchor(places[0], places[0] + len(wanted), len(places))
    folded = _fold(text)
    segments = _segments(wanted)
    if len(segments) > MAX_SEGMENTS or not all(segment in folded.text for segment in segments):
        return None
    found = list(islice(_runs(segments, folded), MAX_PLACES))
    if not found:
        return None
    end = found[0][-1] + len(segments[-1])
    return Anchor(folded.original(found[0][0]), folded.original(end - 1) + 1, len(found))


def nearest(quote: str, text: str) -> str:
    """The passage of the text that is most like the quote, in whole words; blank where nothing is like it."""
    from rapidfuzz import fuzz

    wanted, searched = _fold(quote).text.strip()[:MAX_WANTED], _fold(text[:MAX_SEARCHED]).text
    found = fuzz.partial_ratio_alignment(wanted, searched, score_cutoff=LIKENESS) if wanted else None
    if found is None or found.dest_end <= found.dest_start or len(searched) < len(wanted) // 2:
        return ""
    start = searched.rfind(" ", max(found.dest_start - 40, 0), found.dest_start + 1) + 1 or found.dest_start
    end = searched.find(" ", found.dest_end, found.dest_end + 40)
    return searched[start : end if end >= 0 else found.dest_end + 40].strip()


def differences(quote: str, passage: str) -> Iterator[str]:
    """What a passage has other than the quote, word by word, in plain words; the whole of it if nothing is alike."""
    from difflib import SequenceMatcher

    mine, theirs = quote.split(), passage.split()
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        old, new = " ".join(mine[start:end]), " ".join(theirs[first:last])
        if kind == "replace":
            yield f"“{old}” is “{new}”"
        elif kind == "delete":
            yield f"“{old}” is gone"
        elif kind == "insert" and 0 < start < len(mine):  # words around the passage are no part of the quote
            yield f"“{new}” is new"


def figure_changed(quote: str, text: str) -> tuple[str, str] | None:
    """
    The quote's figure and the text's, where the text has the quote's words with another number.

    None where the text does not have the words, or has the same numbers.
    """
    segments = _segments(quote.strip())
    masked = [_masked(segment) for segment in segments]
    words = [words for words, _ in masked]
    if len(segments) > MAX_SEGMENTS or len(quote) > MAX_SEARCHED // 100:
        return None
    if not any(numbers for _, numbers in masked) or not any(char.isalnum() for word in words for char in word):
        return None
    folded = _fold(text).text
    all_words, numbers = _masked(folded)
    offsets = [number.masked for number in numbers]
    for starts in _runs(words, _Folded(all_words)):
        for segment, (_, here), start in zip(segments, masked, starts, strict=True):
            first = bisect_left(offsets, start)
            for mine, theirs in zip(here, numbers[first : first + len(here)], strict=True):
                if mine.text.lower() != theirs.text.lower():
                    return _figure_at(segment, mine), _figure_at(folded, theirs)
    return None


@lru_cache(maxsize=16)
def _fold(text: str) -> _Folded:
    pieces: list[str] = []
    starts: list[int] = []
    shifts: list[int] = []
    paragraphs: list[int] = []
    at = length = 0
    for match in _FOLDED.finditer(text):
        name = match.lastgroup or ""
        pieces += (text[at : match.start()], _REPLACEMENTS[name])
        length += match.start() - at + len(_REPLACEMENTS[name])
        at = match.end()
        if at - length != (shifts[-1] if shifts else 0):
            starts.append(length)
            shifts.append(at - length)
        if name == "paragraph":
            paragraphs.append(length)
    pieces.append(text[at:])
    return _Folded("".join(pieces), tuple(starts), tuple(shifts), tuple(paragraphs))


def _segments(quote: str) -> list[str]:
    """The words between ellipses, folded."""
    pieces = (_fold(piece).text.strip() for piece in _ELLIPSIS.split(quote))
    return [piece for piece in pieces if piece]


def _runs(segments: Sequence[str], folded: _Folded) -> Iterator[tuple[int, ...]]:
    """Where each segment begins, where all follow one another, each gap short and within a sentence."""
    if not segments:
        return
    free = 0
    for tries, start in enumerate(_whole(segments[0], folded.text)):
        if len(segments) > 1 and tries >= MAX_STARTS:
            return
        run = _follow(segments, start, folded) if start >= free else None
        if run is not None:
            yield run
            free = run[-1] + len(segments[-1])


def _follow(segments: Sequence[str], start: int, folded: _Folded) -> tuple[int, ...] | None:
    """Where the segments begin after the first, each within the gap after the one before; None if they do not."""
    runs: dict[int, tuple[int, ...]] = {start: (start,)}
    for before, segment in pairwise(segments):
        nearest_first = sorted((last + len(before), run) for last, run in runs.items())[:MAX_ENDS]
        runs = {
            at: (*run, at)
            for end, run in nearest_first
            for at in islice(_whole(segment, folded.text, end, _gap_end(folded, end) + len(segment)), MAX_ENDS)
        }
    return runs[min(runs)] if runs else None


def _gap_end(folded: _Folded, start: int) -> int:
    """The last offset at which the words after an ellipsis may begin."""
    limit = len(folded.text)
    for count, word in enumerate(_WORD.finditer(folded.text, start)):
        if count == MAX_GAP_WORDS:
            limit = word.start()
            break
    paragraph = bisect_right(folded.paragraphs, start)
    if paragraph < len(folded.paragraphs):
        limit = min(limit, folded.paragraphs[paragraph] - 1)
    for end in _SENTENCE_END.finditer(folded.text, start, limit):
        if end.group()[0] != "." or not _ABBREVIATION.search(folded.text[max(end.start() - 12, 0) : end.start()]):
            return end.start()
    return limit


def _whole(words: str, text: str, start: int = 0, stop: int | None = None) -> Iterator[int]:
    """Where a text has the words, not cut out of longer words or numbers; places do not overlap."""
    stop = len(text) if stop is None else min(stop, len(text))
    at = text.find(words, start, stop)
    while at >= 0:
        end = at + len(words)
        cut = _joined(text, at) or _joined(text, end)
        if not cut:
            yield at
        at = text.find(words, at + 1 if cut else end, stop)


def _joined(text: str, at: int) -> bool:
    """Whether the characters on both sides of an offset belong to one word or number."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if before.isalnum() and after.isalnum():
        return before < UNSPACED and after < UNSPACED
    if before in ".,":
        return after.isdigit() and at > 1 and text[at - 2].isdigit()
    return after in ".," and before.isdigit() and text[at + 1 : at + 2].isdigit()


@lru_cache(maxsize=16)
def _masked(text: str) -> tuple[str, tuple[_Number, ...]]:
    """A text with one mark for each number, and the numbers."""
    pieces: list[str] = []
    numbers: list[_Number] = []
    at = length = 0
    for match in _NUMBER.finditer(text):
        pieces += (text[at : match.start()], _MASK)
        length += match.start() - at
        numbers.append(_Number(length, match.start(), match.group()))
        length += 1
        at = match.end()
    pieces.append(text[at:])
    return "".join(pieces), tuple(numbers)


def _figure_at(text: str, number: _Number) -> str:
    """The figure around a number, with its sign and unit."""
    first = text.rfind(" ", 0, number.offset) + 1
    last = text.find(" ", number.offset + len(number.text) + 12)
    window = text[first : len(text) if last < 0 else min(last, number.offset + 80)]
    for figure in read_figures(window):
        if figure.start <= number.offset - first < figure.end:
            return figure.text
    return number.text
