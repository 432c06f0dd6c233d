"""
What is wrong in a lock, told with the line of the row and the column of the key.
"""

from __future__ import annotations

import json

from factcheck.errors import Location, LockError, SourceError, WrittenError
from factcheck.files.text_file import line_and_column
from factcheck.lock.strict_json import RESTORE, items_of
from factcheck.snapshot.problems import Problems

LONGEST_EXCERPT = 160


class LockProblems:
    """
    Collects the problems of one lock.

    Args:
        text: the lock.
        shown: its path in messages.
    """

    def __init__(self, text: str, shown: str) -> None:
        self._text, self._shown = text, shown
        self._problems = Problems()
        self._items: dict[str, tuple[tuple[int, int], ...]] = {}

    def __len__(self) -> int:
        return len(self._problems)

    @property
    def hopeless(self) -> bool:
        """Whether there are so many that reading on helps nobody."""
        return self._problems.hopeless

    def add(self, what: str, hint: str = RESTORE) -> None:
        """Note a problem of the lock as a whole."""
        self._problems.add(Location(self._shown, 1, 1), what, hint)

    def add_at(self, section: str, index: int, key: str, what: str, hint: str = RESTORE) -> None:
        """Note a problem of one item of a section; ``key`` is the one that is wrong, blank for the whole item."""
        if self._problems.enough:  # only counted
            self._problems.add(Location(self._shown, 1, 1), what, hint)
            return
        location, excerpt = self._place(section, index, key)
        self._problems.add(location, what, hint, excerpt)

    def add_written(self, section: str, index: int, key: str, error: WrittenError) -> None:
        """Note a value that cannot be read."""
        self.add_at(section, index, key, error.what, error.hint or RESTORE)

    def stop(self) -> None:
        """
        Go on only if there were none.

        Raises:
            LockError: with all of them.
        """
        try:
            self._problems.stop()
        except SourceError as error:
            raise LockError(error.problems) from None

    def _place(self, section: str, index: int, key: str) -> tuple[Location, str]:
        if section not in self._items:
            self._items[section] = items_of(self._text, section)
        items = self._items[section]
        if index >= len(items):
            return Location(self._shown, 1, 1), ""
        start, end = items[index]
        at = self._text.find(json.dumps(key, ensure_ascii=False) + ":", start, end) if key else start
        line, column = line_and_column(self._text, max(at, start))
        row = self._text[start:end]
        return Location(self._shown, line, column), row if len(row) <= LONGEST_EXCERPT and "\n" not in row else ""
