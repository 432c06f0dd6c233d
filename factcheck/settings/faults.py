"""
What is wrong in a settings file, each thing with its place where that is known.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.errors import Problem
from factcheck.files.text_file import MAX_PROBLEMS
from factcheck.settings.model import Keys, located

LONGEST_SHOWN = 40


class Faults:
    """The faults of one file, in the order in which they were found."""

    __slots__ = ("found", "lines", "path", "places")

    def __init__(self, path: str, lines: Sequence[str], places: Mapping[Keys, tuple[int, int]]) -> None:
        self.path = path
        self.lines = lines
        self.places = places
        self.found: list[Problem] = []

    @property
    def full(self) -> bool:
        """Whether no further fault would be kept."""
        return len(self.found) >= MAX_PROBLEMS

    def add(self, keys: Keys, what: str, hint: str = "") -> None:
        """Note a fault of the value of a key."""
        if not self.full:
            at = located(self.path, keys, self.places)
            excerpt = self.lines[at.line - 1] if 0 < at.line <= len(self.lines) else ""
            self.found.append(Problem(at, what, hint, excerpt))


def shown(value: object) -> str:
    """A value in a message, cut short."""
    if isinstance(value, str):
        return repr(value if len(value) <= LONGEST_SHOWN else value[:LONGEST_SHOWN] + "…")
    if isinstance(value, bool):
        return "true" if value else "false"
    names = {int: "a whole number", float: "a number with a point", list: "a list", dict: "a table"}
    return names.get(type(value), "a day or a time")
