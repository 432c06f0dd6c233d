"""
Where a text of a claims file stands in it, character by character: past quotation marks, escapes and folded lines.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck.positions import MapBuilder, TextMap

_PIECES = re.compile(r"[ \t\r\n]++|[^ \t\r\n]++")
_GAP = re.compile(r"[ \t\r\n]*+")
_GAP_WITH_ESCAPES = re.compile(r"(?:[ \t\r\n]|\\(?:[nt \t\n]|\r\n|\r|x20))*+")
_GOES_ON = re.compile(r"\\(?:\r\n|\r|\n)[ \t]*+")  # a line that ends with a backslash
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_BLOCK = re.compile(r"[|>][^\r\n]*+(?:\r\n|\r|\n)[ \t\r\n]*+")
_SHORT_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b", " ": " ",
    '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


class Scalar(NamedTuple):
    """
    A text in a claims file.

    Attributes:
        start: where it begins there, its quotation mark included.
        end: where it ends.
        way: from the characters of the text to those of the file.
    """

    start: int
    end: int
    way: TextMap


def scalar_at(source: str, start: int, content: str) -> Scalar | None:
    """
    The text that begins at an offset of a claims file; None where the file does not have it there.

    Args:
        source: the file.
        start: the offset.
        content: the text as YAML gives it.
    """
    style = source[start : start + 1]
    at = start
    if style in ("'", '"'):
        at += 1
    elif style in ("|", ">"):
        header = _BLOCK.match(source, start)
        if header is None:
            return None
        at = header.end()
    builder = MapBuilder()
    for piece in _PIECES.findall(content):
        read = _blank if piece[0] in " \t\r\n" else _word
        end = read(source, at, piece, style, builder)
        if end is None:
            return None
        at = end
    if style in ("'", '"'):
        at = (_GAP_WITH_ESCAPES if style == '"' else _GAP).match(source, at).end()  # type: ignore[union-attr]
        if source[at : at + 1] != style:
            return None
        at += 1
    return Scalar(start, at, builder.built()[1])


def _blank(source: str, at: int, piece: str, style: str, builder: MapBuilder) -> int | None:
    """White space, which may stand there as a folded line or as escapes; none is left at the end of a block."""
    found = (_GAP_WITH_ESCAPES if style == '"' else _GAP).match(source, at)
    end = at if found is None else found.end()
    if source[at:end] == piece:
        builder.add(piece, at)
    else:
        builder.add(piece, at, end - at)
    return end


def _word(source: str, at: int, word: str, style: str, builder: MapBuilder) -> int | None:
    if style not in ("'", '"') or (source.startswith(word, at) and not {"\\", "'"} & {*word}):
        builder.add(word, at)
        return at + len(word) if source.startswith(word, at) else None
    for char in word:
        while style == '"' and (goes_on := _GOES_ON.match(source, at)) is not None:
            at = goes_on.end()
        length = _written(source, at, char, style)
        if not length:
            return None
        builder.add(char, at, None if source[at] == char and length == 1 else length)
        at += length
    return at


def _written(source: str, at: int, char: str, style: str) -> int:
    """How many characters stand for one; 0 where another stands there."""
    if style == "'" and char == "'":
        return 2 if source.startswith("''", at) else 0
    if style == '"' and source.startswith("\\", at):
        found = _ESCAPE.match(source, at)
        return found.end() - at if found is not None and _meant(found) == char else 0
    return 1 if source.startswith(char, at) else 0


def _meant(escape: re.Match[str]) -> str:
    number = escape[1] or escape[2] or escape[3]
    if number is None:
        return _SHORT_ESCAPES.get(escape[4], "")
    return chr(int(number, 16)) if int(number, 16) <= 0x10FFFF else ""
