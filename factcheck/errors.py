"""
Everything that factcheck raises on purpose.

    FactcheckError                a broken run: exit 2 unless its class says otherwise
    ├── WrittenError              one written value cannot be read; says why and what to write instead
    │   ├── FigureError
    │   ├── PeriodError
    │   └── UnknownNameError      a place, currency, unit, flow or id that is not known
    ├── CollectedError            problems, each with its place in a file
    │   ├── ClaimsFileError       of claims files, collected over all files
    │   ├── SourceError           of a source folder and its rows
    │   └── LockError             of a lock
    ├── ResolverError             a resolver broke its protocol
    ├── SettingsError             settings or command line that cannot be obeyed
    │   └── SettingsFileError     of a settings file or a baseline; problems with their places, as CollectedError
    └── DraftError                a draft cannot be read

A wrong article is a finding and never an exception.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Location(NamedTuple):
    """A place in a file: 1-based line and column, the column in code points; line 0 is the file itself."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a file: where it is, what it is, the line itself, and what to write instead."""

    location: Location
    what: str
    hint: str = ""
    excerpt: str = field(default="", compare=False)  # the line of the file, for the caret

    def __str__(self) -> str:
        lines = [f"{self.location}: {self.what}"]
        if self.excerpt:
            lines += [f"    {self.excerpt}", " " * (4 + self.location.column - 1) + "^"]
        if self.hint:
            lines.append(self.hint)
        return "\n".join(lines)


class FactcheckError(Exception):
    """Root of the family; ``exit_code`` is that of DESIGN's table."""

    exit_code = 2


class WrittenError(FactcheckError, ValueError):
    """
    A written value that cannot be read.

    Attributes:
        what: the fault, with the text as written.
        hint: what to write instead; may be empty.
    """

    def __init__(self, what: str, hint: str = "") -> None:
        super().__init__(what if not hint else f"{what}; {hint}")
        self.what = what
        self.hint = hint


class FigureError(WrittenError):
    """A figure that cannot be read."""


class PeriodError(WrittenError):
    """A period that cannot be read."""


class UnknownNameError(WrittenError):
    """A place, currency, unit, flow, commodity or id that is not known."""


class CollectedError(FactcheckError):
    """Several problems at once, each with its place in a file."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


class ClaimsFileError(CollectedError):
    """The problems of one or more claims files."""


class SourceError(CollectedError):
    """The problems of one or more source folders."""


class LockError(CollectedError):
    """The problems of a lock: it was edited, or cannot be read."""


class SettingsError(FactcheckError):
    """Settings or a command line that cannot be obeyed."""


class SettingsFileError(CollectedError, SettingsError):
    """The problems of a settings file, or of a baseline."""


class ResolverError(FactcheckError):
    """A resolver that broke its protocol."""


class DraftError(FactcheckError):
    """A draft that cannot be read."""
