"""
The faults of one file, collected with the line of each, and the words that suggest what was meant.
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.errors import Location, Problem, WrittenError
from factcheck.files.text_file import MAX_PROBLEMS
from factcheck.files.yaml_events import Node

LIKENESS = 65  # of 100, by rapidfuzz's ratio: "levle" and "level" have 80, "of" and "on" 50
LONGEST_SHOWN = 40


class Faults:
    """What is wrong in one file, in the order in which it was found; a great many are cut short, and it says so."""

    __slots__ = ("found", "lines", "path")

    def __init__(self, path: str, lines: list[str], found: Iterable[Problem] = ()) -> None:
        self.path = path
        self.lines = lines
        self.found = list(found)

    def add(self, at: Node, what: str, hint: str = "") -> None:
        """Note a fault at a node."""
        if len(self.found) < MAX_PROBLEMS:
            self.found.append(self._problem(at, what, hint))
        elif len(self.found) == MAX_PROBLEMS:
            self.found.append(self._problem(at, "and more: the other faults of this file are not shown", ""))

    @property
    def full(self) -> bool:
        """Whether no further fault would be kept."""
        return len(self.found) > MAX_PROBLEMS

    def add_error(self, at: Node, error: WrittenError) -> None:
        """Note a written value that cannot be read."""
        self.add(at, error.what, error.hint)

    def line_of(self, at: Node) -> str:
        """The line of the file on which a node begins."""
        return self.lines[at.line - 1] if 0 < at.line <= len(self.lines) else ""

    def _problem(self, at: Node, what: str, hint: str) -> Problem:
        return Problem(Location(self.path, at.line, at.column), what, hint, self.line_of(at))


def shown(text: str) -> str:
    """A text in quotation marks, cut short, with nothing invisible left as it is."""
    return repr(text if len(text) <= LONGEST_SHOWN else text[:LONGEST_SHOWN] + "…")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Ask "did you mean level?", for a person to choose; blank where nothing is near."""
    from rapidfuzz import fuzz, process

    near = process.extract(word[:LONGEST_SHOWN].lower(), list(known), scorer=fuzz.ratio, limit=2, score_cutoff=LIKENESS)
    best = [name for name, score, _ in near if score > near[0][1] - 5]
    return f"did you mean {' or '.join(best)}?" if best else ""


def choice_hint(word: str, known: Iterable[str]) -> str:
    """The nearest of the known words, then all of them."""
    names = list(known)
    return " ".join(filter(None, (did_you_mean(word, names), f"allowed here: {', '.join(names)}")))
