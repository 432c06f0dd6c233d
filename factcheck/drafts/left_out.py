"""
What a draft shows and its text does not have, in plain words.
"""

from __future__ import annotations

from factcheck.positions import line_column


class LeftOut:
    """Struck-out words, blocks of code and comments without an end, counted, with the first place of each."""

    __slots__ = ("_found",)

    def __init__(self) -> None:
        self._found: dict[str, list[int]] = {}

    def struck(self, at: int) -> None:
        """Struck-out words."""
        self._add("struck-out words", at)

    def hidden(self, at: int) -> None:
        """Words that browsers do not show."""
        self._add("hidden words", at)

    def code(self, at: int) -> None:
        """A block of code."""
        self._add("a block of code", at)

    def unended(self, at: int) -> None:
        """A comment without an end, and all that follows it."""
        self._add("all that follows a comment without an end (-->)", at)

    def notes(self, source: str) -> tuple[str, ...]:
        """One sentence for each sort, in the order of their first places."""
        firsts = sorted((places[0], what, len(places)) for what, places in self._found.items())
        return tuple(_sentence(what, line_column(source, at)[0], count) for at, what, count in firsts)

    def _add(self, what: str, at: int) -> None:
        self._found.setdefault(what, []).append(at)


def _sentence(what: str, line: int, count: int) -> str:
    more = "" if count == 1 else f", and {count - 1} more of the kind"
    return f"left out: {what} at line {line}{more}"
