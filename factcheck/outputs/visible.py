"""
Text from claims, drafts and sources made inert: what a terminal or a CI log would obey becomes an escape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import category, combining, east_asian_width

_SPACES = re.compile(r"[ \t\r\n]")
# A CI runner takes "##[" anywhere in a line for a command, and "::" at its start, indented or not.
_COMMANDS = (("##[", r"#\x23["), ("::", r":\x3a"))
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


def visible(text: str) -> str:
    r"""
    The text on one line with nothing in it that acts.

    White space becomes single spaces; control, formatting (bidi), private and surrogate characters become
    escapes such as ``\u202e``; ``::`` and ``##[`` are broken up, so that no line is a workflow command.
    """
    return on_one_line(revealed(" ".join(filter(None, _SPACES.split(text)))))


def on_one_line(text: str) -> str:
    """The text with single spaces for white space and no workflow command in it; what is hidden stays as it is."""
    line = " ".join(filter(None, _SPACES.split(text)))
    for command, inert in _COMMANDS:
        line = line.replace(command, inert)
    return line


def revealed(text: str) -> str:
    """The text with hidden characters, line ends among them, as escapes; all else stays, as in the name of a file."""
    if text.isprintable():
        return text
    return "".join(escaped(char) if category(char) in _HIDDEN else char for char in text)


def escaped(char: str) -> str:
    r"""One character as a visible escape, the shortest of \x1b, \u202e and \U000e0041."""
    code = ord(char)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def columns(text: str) -> int:
    """How many terminal columns the text takes: two for a wide character, none for a combining mark."""
    if text.isascii():
        return len(text)
    return sum(_columns(char) for char in text)


@lru_cache(maxsize=4096)
def _columns(char: str) -> int:
    if combining(char) or category(char) in ("Mn", "Me"):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def shortened(text: str, room: int, ellipsis: str = "…") -> str:
    """The text cut to so many columns, at a space where one is near, with an ellipsis."""
    if 2 * len(text) <= room or columns(text) <= room:  # no character takes more than two
        return text
    kept = text[: _fitting(text, room - columns(ellipsis))]
    space = kept.rfind(" ")
    in_a_word = text[len(kept)] != " "
    kept = kept[:space] if in_a_word and space > len(kept) * 2 // 3 else kept
    return kept.rstrip(" …") + ellipsis


def _fitting(text: str, room: int) -> int:
    """How many characters of a text take no more than so many columns."""
    if text.isascii():
        return max(room, 0)
    for place, char in enumerate(text):
        room -= _columns(char)
        if room < 0:
            return place
    return len(text)


def shortened_around(text: str, start: int, end: int, room: int, ellipsis: str = "…") -> str:
    """The text cut to so many columns with ``text[start:end]`` in sight: words go from its head if need be."""
    if columns(text) <= room or columns(text[:end] + ellipsis) <= room:
        return shortened(text, room, ellipsis)
    cut = max(start - room, 0)  # no word further ahead can stay: the rest of this looks at a window only
    text, end = text[: end + room], min(end, start + room)
    while cut < start and columns(ellipsis + text[cut:]) > room and columns(ellipsis + text[cut:end] + ellipsis) > room:
        space = text.find(" ", cut, start)
        cut = start if space < 0 else space + 1
    return shortened(ellipsis + text[cut:].lstrip(" ….") if cut else text, room, ellipsis)


def wrapped(text: str, room: int) -> list[str]:
    """The text in lines of at most ``room`` columns; a longer word is cut, save an address."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        for piece in _pieces(word, room):
            joined = f"{line} {piece}" if line else piece
            if line and columns(joined) > room:
                lines.append(line)
                joined = piece
            line = joined
    return [*lines, line]


def _pieces(word: str, room: int) -> Iterator[str]:
    """A word cut into pieces of at most ``room`` columns; an address stays whole."""
    if columns(word) <= room or word.startswith(("https://", "http://")):
        yield word
        return
    start = used = 0
    for place, char in enumerate(word):
        width = _columns(char)
        if used + width > room and place > start:
            yield word[start:place]
            start, used = place, 0
        used += width
    yield word[start:]
