"""
The forms that a line of Markdown can have: fences, headings, rules, items of lists, rows of tables, definitions.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_MAX_NUMBER = 999  # a larger number at the start of an item is a year or an amount, and stays in the text
_MAX_HEADING = 6


@lru_cache(maxsize=1)
def _quotes() -> re.Pattern[str]:
    return re.compile(r"[ \t]*+(?:>[ \t]*+)*+")


@lru_cache(maxsize=1)
def _fence() -> re.Pattern[str]:
    return re.compile(r"(`{3,}+)[^`]*+|(~{3,}+).*+")


@lru_cache(maxsize=1)
def _item() -> re.Pattern[str]:
    return re.compile(r"(?:[-+*]|([0-9]{1,9}+)[.)])(?:[ \t]++(?:\[[ xX]\][ \t]++)?|\Z)")


@lru_cache(maxsize=1)
def _delimiters() -> re.Pattern[str]:
    return re.compile(r"\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?")


@lru_cache(maxsize=1)
def _link_definition() -> re.Pattern[str]:
    return re.compile(
        r"\[(?!\^)((?:[^\[\]\\]|\\.){1,999}+)\]:[ \t]*+(?:<[^<>]*+>|[^\s<]\S*+)"
        r"""(?:[ \t]++(?:"[^"]*+"|'[^']*+'|\([^()]*+\)))?"""
    )


@lru_cache(maxsize=1)
def _note_definition() -> re.Pattern[str]:
    return re.compile(r"\[\^[^\]\s\[]{1,99}+\]:[ \t]*+")


class Fence(NamedTuple):
    """
    An open fence of a block of code.

    Attributes:
        marks: what closes it.
        quoted: how many quotations it is in.
        column: how far the lines of its item are indented; 0 outside lists.
    """

    marks: str
    quoted: int
    column: int

    def closed_by(self, line: str) -> bool:
        """Whether the line is the fence's end."""
        return len(line) >= len(self.marks) and not line.strip(self.marks[0])

    def left_by(self, quoted: int, column: int) -> bool:
        """Whether the quotation or the item that the fence stands in has ended before words at such a place."""
        return quoted < self.quoted or column < self.column


def quotes_end(line: str) -> tuple[int, int]:
    """Where the words of a line begin behind white space and marks of quotation, and how many such marks it has."""
    found = _quotes().match(line)
    end = 0 if found is None else found.end()
    return end, line.count(">", 0, end)


def fence_of(line: str, quoted: int, column: int) -> Fence | None:
    """The fence that a line opens, None where it opens none."""
    if not line.startswith(("```", "~~~")):
        return None
    found = _fence().fullmatch(line)
    return None if found is None else Fence(found[1] or found[2], quoted, column)


def is_underline(line: str) -> bool:
    """Whether a line makes a heading of the line above."""
    return not line.strip("=") or not line.strip("-")


def is_rule(line: str) -> bool:
    """Whether a line is a rule across the page: ``---``, ``* * *``."""
    if line[0] not in "-*_":
        return False
    bare = "".join(line.split())
    return len(bare) >= 3 and not bare.strip(bare[0])


def heading(line: str) -> tuple[int, int] | None:
    """Where the words of a heading begin and end on its line; None where it is none."""
    marks = len(line) - len(line.lstrip("#"))
    if not 1 <= marks <= _MAX_HEADING or not (len(line) == marks or line[marks] in " \t"):
        return None
    body = line.rstrip("#")
    end = len(body) if body and body[-1] in " \t" else len(line)
    start = marks + len(line[marks:]) - len(line[marks:].lstrip())
    return min(start, end), end


def item_marker(line: str, *, in_item: bool, in_text: bool) -> int | None:
    """
    How long the bullet or the number of an item is, with the space behind it; None where the line begins no item.

    Args:
        line: the line.
        in_item: whether the line before belongs to an item.
        in_text: whether the line before belongs to a paragraph or an item.
    """
    found = _item().match(line)
    if found is None:
        return None
    number = found[1]
    if number is not None and int(number) > _MAX_NUMBER:
        return None
    if in_text and not in_item and (found.end() == len(line) or number not in (None, "1")):
        return None
    return found.end()


def is_delimiter_row(line: str) -> bool:
    """Whether a line is the one below the head of a table: ``|---|---:|``."""
    return "|" in line and "-" in line and _delimiters().fullmatch(line) is not None


def cells(line: str) -> list[tuple[int, int]]:
    """Where the cells of a row begin and end on its line."""
    first = 1 if line.startswith("|") else 0
    found: list[tuple[int, int]] = []
    start = at = first
    while (mark := line.find("|", at)) >= 0:
        at = mark + 1
        if (mark - len(line[:mark].rstrip("\\"))) % 2 == 0:
            found.append((start, mark))
            start = at
    if line[start:].strip() or not found:
        found.append((start, len(line)))
    return found


def link_definition(line: str) -> str | None:
    """The label that a line defines for links; None where it defines none."""
    if not line.startswith("["):
        return None
    found = _link_definition().fullmatch(line)
    return None if found is None else folded_label(found[1])


def note_definition(line: str) -> int | None:
    """How long the label of a footnote is at the start of its text; None where the line begins none."""
    found = _note_definition().match(line) if line.startswith("[^") else None
    return None if found is None else found.end()


def folded_label(label: str) -> str:
    """A label of links, as labels are compared."""
    return " ".join(label.split()).casefold()
