"""The problems of source folders, collected until all have been read."""

from __future__ import annotations

from factcheck.errors import Location, Problem, SourceError, WrittenError

MOST_SHOWN = 50
_MOST_COUNTED = 1000


class Problems:
    """Collects what is wrong; at most fifty are kept in full, the others are counted."""

    def __init__(self) -> None:
        self._kept: list[Problem] = []
        self._count = 0

    def __len__(self) -> int:
        return self._count

    @property
    def enough(self) -> bool:
        """Whether as many as are shown have been found: what comes is only counted."""
        return self._count >= MOST_SHOWN

    @property
    def hopeless(self) -> bool:
        """Whether there are so many that reading on helps nobody."""
        return self._count >= _MOST_COUNTED

    def add(self, location: Location, what: str, hint: str = "", excerpt: str = "") -> None:
        """Note a problem."""
        self._count += 1
        if len(self._kept) < MOST_SHOWN:
            self._kept.append(Problem(location, what, hint, excerpt))

    def add_written(self, location: Location, error: WrittenError, excerpt: str = "") -> None:
        """Note a written value that could not be read."""
        self.add(location, error.what, error.hint, excerpt)

    def stop(self) -> None:
        """
        Go on only if there were none.

        Raises:
            SourceError: with all that were kept, and the number of the others.
        """
        if not self._count:
            return
        kept = tuple(self._kept)
        more = self._count - len(kept)
        if more:
            last = kept[-1].location
            least = "at least " if self.hopeless else ""
            others = "problem" if more == 1 else "problems"
            kept += (Problem(last, f"and {least}{more} more {others} after this one", "mend these first"),)
        raise SourceError(kept)
