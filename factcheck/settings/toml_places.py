"""
Where the keys of a TOML file stand: the standard library's reader does not say.

The text was read before and is in order, so values are only walked over.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right

Keys = tuple[str, ...]

DEEPEST = 5  # of a key's parts that are kept; no setting stands deeper
_BETWEEN = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+")  # statements
_BLANK = re.compile(r"[ \t]*+")
_KEY = re.compile(r'"(?:[^"\\\n]|\\.)*+"|\'[^\'\n]*+\'|[A-Za-z0-9_-]++')
_VALUE = re.compile(
    r"""
    (?P<open>[\[{]) | (?P<close>[\]}]) | (?P<end>\n)
    | \"{3}(?:[^"\\]|\\.|"{1,2}(?!"))*+\"{3,5}
    | '{3}(?:[^']|'{1,2}(?!'))*+'{3,5}
    | "(?:[^"\\\n]|\\.)*+" | '[^'\n]*+'
    | \#[^\n]*+ | [^\[\]{}"'\#\n]++
    """,
    re.VERBOSE | re.DOTALL,
)


def key_places(text: str) -> dict[Keys, tuple[int, int]]:
    """
    The line and column, from 1, of every key and heading by its path.

    Keys within inline tables are left out: the key that the table belongs to stands for them.
    """
    found: dict[Keys, int] = {}
    heading: Keys = ()
    at = _skip(_BETWEEN, text, 0)
    while at < len(text):
        start = at
        is_heading = text[at] == "["
        if is_heading:
            heading, at = _keys(text, at + (2 if text.startswith("[[", at) else 1))
            heading = heading[:DEEPEST]
        names, at = ((), at) if is_heading else _keys(text, at)
        path = (*heading, *names)[:DEEPEST]
        for depth in range(1, len(path) + 1):
            found.setdefault(path[:depth], start)
        end = text.find("\n", at) if is_heading else _after_value(text, at)
        at = _skip(_BETWEEN, text, end) if end > start else len(text)
    lines = [place.end() for place in re.finditer("\n", text)]
    return {path: _line_column(offset, lines) for path, offset in found.items()}


def _keys(text: str, at: int) -> tuple[Keys, int]:
    """A key in its dotted parts, and where it ends."""
    names: list[str] = []
    while True:
        key = _KEY.match(text, _skip(_BLANK, text, at))
        if key is None:
            return tuple(names), at
        names.append(_name(key[0]))
        at = _skip(_BLANK, text, key.end())
        if text[at : at + 1] != ".":
            return tuple(names), at
        at += 1


def _name(written: str) -> str:
    if written[0] not in "\"'":
        return written
    name: str = tomllib.loads(f"key = {written}")["key"]
    return name


def _after_value(text: str, at: int) -> int:
    """The end of the line on which a value ends: brackets and strings may go over several."""
    depth = 0
    while (piece := _VALUE.match(text, at)) is not None:
        at = piece.end()
        depth += {"open": 1, "close": -1}.get(piece.lastgroup or "", 0)
        if piece.lastgroup == "end" and depth <= 0:
            return at
    return len(text)


def _skip(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _line_column(offset: int, lines: list[int]) -> tuple[int, int]:
    line = bisect_right(lines, offset)
    return line + 1, offset - (lines[line - 1] if line else 0) + 1
