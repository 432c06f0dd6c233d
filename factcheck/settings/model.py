"""
What settings say, read and checked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from factcheck.errors import Location
from factcheck.rules import Severity

Keys = tuple[str, ...]  # where in the file: ("live", "sources")

LEVELS = ("error", "warning", "unresolved", "never")  # as --fail-on has them


@dataclass(frozen=True, slots=True)
class Section:
    """
    What holds for some articles: ``[per-path."drafts/opinion/*"]``.

    Attributes:
        pattern: of the path of a claims file or a draft, from the folder of the settings.
        fail_on: the least serious thing that fails the run; None says nothing.
        severities: of rules.
    """

    pattern: str
    fail_on: str | None = None
    severities: Mapping[str, Severity] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Settings:
    """
    What a folder asks for; everything None or empty says nothing.

    Attributes:
        path: the file, as messages show it; blank where there is none.
        folder: the folder that it lies in, links followed; paths start there.
        claims: the files and folders that are read where the command line names none.
        fail_on: the least serious thing that fails the run, one of ``LEVELS``.
        output_formats: as --output-format takes them.
        min_coverage: of every story, in per cent.
        baseline: the file of known findings.
        sources: the live sources to ask, the preferred first.
        severities: of rules.
        sections: what holds for some articles; where several do, the last one counts.
        places: where each key stands in the file.
    """

    path: str = ""
    folder: str = ""
    claims: tuple[str, ...] = ()
    fail_on: str | None = None
    output_formats: tuple[str, ...] = ()
    min_coverage: int | None = None
    baseline: str = ""
    sources: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    sections: tuple[Section, ...] = ()
    places: Mapping[Keys, tuple[int, int]] = field(default_factory=dict, repr=False, compare=False)

    def location(self, *keys: str) -> Location:
        """Where a key stands, or the nearest one around it; line 0 where that is not known."""
        return located(self.path, keys, self.places)


def located(path: str, keys: Keys, places: Mapping[Keys, tuple[int, int]]) -> Location:
    """The place of a key in a file, or of the nearest one around it; line 0 where that is not known."""
    while keys and keys not in places:
        keys = keys[:-1]
    line, column = places.get(keys, (0, 0))
    return Location(path, line, column)
