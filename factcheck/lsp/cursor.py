"""
Where the cursor stands in a claims file that is not finished: around it which keys, and what is being written there.

A mark is written where the cursor is, and the YAML read up to it as events; what follows may be in any state.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import yaml

from factcheck.files.yaml_events import MAX_DEPTH
from factcheck.kinds import KINDS, KeyType
from factcheck.lsp.lines import Lines

MOST_BEFORE = 300_000  # characters before the cursor that are read
MOST_AFTER = 200  # lines after it in which keys are looked for
MARK = "factcheckwritesherenow"
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # nothing is loaded: its parser gives the events
_DELIMITER = re.compile(r"^[ \t]*+(?:-[ \t]++)*+|:[ \t]++|[\[{,][ \t]*+")
_NO_WORD = re.compile(r"""[#"'\[\]{}|>&*!%@`]""")
_ITEM = re.compile(r"^( *+)- ", re.MULTILINE)
_KEY = re.compile(r"^( *+)(- ++)?([\w-]{1,40})[ \t]*+:(?:\s|$)")
_MAPPINGS = frozenset({"about", "seen", *KINDS})
_NESTED = frozenset(
    name
    for kind in KINDS.values()
    for name, key in kind.keys.items()
    if key.type in (KeyType.SERIES, KeyType.PERIOD_OR_SERIES)
)


class Cursor(NamedTuple):
    """
    Where somebody writes.

    Attributes:
        path: the keys around; a value's own key is the last. Lists count as none.
        is_key: whether a key belongs there.
        there: the keys that stand beside it already.
        start: the offset at which the word that is being written begins, a quotation mark not included.
        quoted: whether it stands in quotation marks.
    """

    path: tuple[str, ...]
    is_key: bool
    there: frozenset[str]
    start: int
    quoted: bool


class _Open(NamedTuple):
    """An open list or mapping: the key it stands under, its keys so far, and whether the last waits for its value."""

    is_mapping: bool
    under: str
    keys: list[str]
    waits: list[bool]


def cursor_at(lines: Lines, offset: int) -> Cursor | None:
    """Where the cursor stands; None where nothing can be completed: in a comment, or where nobody can tell."""
    line = lines.line_of(offset)
    first = lines.start(line)
    before = lines.text[first:offset]
    start = first + max((found.end() for found in _DELIMITER.finditer(before)), default=0)
    quoted = lines.text[start : start + 1] in ("'", '"') and start < offset
    if _NO_WORD.search(lines.text, start + quoted, offset):
        return None
    head = lines.text[max(start - MOST_BEFORE, 0) : start]
    alone = not before[: start - first].strip(" \t-")
    heads = [head] if start <= MOST_BEFORE else []
    for text in (*heads, _from_item(lines, line, start)):
        found = None if text is None else _found(text, alone=alone)
        if found is not None:
            path, is_key, there = found
            beside = there | (_keys_after(lines, line) if is_key and alone else frozenset())
            return Cursor(path, is_key, beside, start + quoted, quoted)
    return None


def _from_item(lines: Lines, line: int, start: int) -> str | None:
    """The claim that the cursor stands in, by itself: where something above it cannot be read."""
    text = lines.text[lines.start(line) : start]
    indent = len(text) - len(text.lstrip(" "))
    for above in range(line, max(line - MOST_AFTER, 0) - 1, -1):
        item = _ITEM.match(lines.text, lines.start(above))
        if item is not None and (above == line or len(item[1]) < indent):
            return f"claims:\n{lines.text[lines.start(above) : start]}"
    return None


def _found(head: str, *, alone: bool) -> tuple[tuple[str, ...], bool, frozenset[str]] | None:
    """What stands around the mark, as a value and then as a key."""
    for tail in (MARK, f"{MARK}: x"):
        stack = _around(f"{head}{tail}")
        if stack is not None:
            return _place(stack, alone=alone)
    return None


def _around(text: str) -> list[_Open] | None:
    """The lists and mappings that are open at the mark; None where the mark is not reached."""
    stack: list[_Open] = []
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            if type(event) is yaml.ScalarEvent:
                if event.value == MARK:
                    return stack
                _next(stack, str(event.value))
            elif type(event) in (yaml.MappingStartEvent, yaml.SequenceStartEvent):
                if len(stack) >= MAX_DEPTH:
                    return None
                under = stack[-1].keys[-1] if stack and stack[-1].keys else ""
                _next(stack, "")
                stack.append(_Open(type(event) is yaml.MappingStartEvent, under, [], [False]))
            elif type(event) in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
                stack.pop()
    except (yaml.YAMLError, UnicodeError):  # it is not finished, or has halves of characters
        return None
    return None


def _next(stack: list[_Open], text: str) -> None:
    """A key or a value of the innermost mapping was read."""
    if stack and stack[-1].is_mapping:
        if not stack[-1].waits[0]:
            stack[-1].keys.append(text)
        stack[-1].waits[0] = not stack[-1].waits[0]


def _place(stack: list[_Open], *, alone: bool) -> tuple[tuple[str, ...], bool, frozenset[str]]:
    if not stack:
        return (), True, frozenset()
    path = tuple(each.under for each in stack if each.under)
    innermost = stack[-1]
    if not innermost.is_mapping:
        return path, path == ("claims",), frozenset()
    if not innermost.waits[0]:
        return path, True, frozenset(innermost.keys)
    path = (*path, innermost.keys[-1])
    if alone and path[-1] in _MAPPINGS | _NESTED:
        return path, True, frozenset()
    return path, False, frozenset(innermost.keys)


def _keys_after(lines: Lines, line: int) -> frozenset[str]:
    """The keys below the cursor's line that stand in the same mapping."""
    text = lines.text[lines.start(line) : lines.end(line)]
    indent = len(text) - len(text.lstrip(" -"))
    found: set[str] = set()
    for below in range(line + 1, min(line + MOST_AFTER, lines.count)):
        written = lines.text[lines.start(below) : lines.end(below)]
        blanks = len(written) - len(written.lstrip(" "))
        if not written.strip() or written.lstrip().startswith("#") or blanks > indent:
            continue
        key = _KEY.match(written)
        if blanks < indent or key is None or key[2]:
            break
        found.add(key[3])
    return frozenset(found)
