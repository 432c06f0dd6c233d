"""
Problems of files on a terminal: place, fault, the line with a caret, and what to write instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import category

from factcheck.errors import Problem
from factcheck.outputs.page import safe
from factcheck.outputs.visible import columns, visible

BEFORE, AFTER = 60, 40  # characters of a long line that are shown on either side of the fault


def problem_lines(problem: Problem) -> Iterator[str]:
    """The lines that tell a problem; what the file says in them is inert."""
    place = str(problem.location) if problem.location.line else problem.location.path
    yield from safe([f"{visible(place)}: {visible(problem.what)}"]).splitlines()
    if problem.excerpt:
        yield from _excerpt(problem.excerpt, problem.location.column)
    if problem.hint:
        yield visible(problem.hint)


def _excerpt(line: str, column: int) -> Iterator[str]:
    """The line, cut around the column, and a caret below it."""
    at = min(max(column - 1, 0), len(line))
    start = max(at - BEFORE, 0) if len(line) > BEFORE + AFTER else 0
    stop = min(at + AFTER, len(line)) if len(line) > BEFORE + AFTER else len(line)
    before = "".join(_inert(char) for char in line[start:at])
    after = "".join(_inert(char) for char in line[at:stop])
    lead = "…" if start else ""
    yield safe([f"    {lead}{before}{after}"]).rstrip("\n")
    yield " " * (4 + len(lead) + columns(before)) + "^"


def _inert(char: str) -> str:
    """One character of a line, its spaces kept."""
    if char in " \t":
        return " "
    return visible(char) if category(char)[0] == "C" or not char.isprintable() else char
