"""
Claims as people wrote them, read into values: an article, its claims, and the kinds that each claim uses.

Everything here is still text, with the place where it was written; kinds give it meaning.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from factcheck.draft_text import Draft
from factcheck.errors import Location, WrittenError

#: Keys that say which series is meant; they may stand under ``about``, on a claim or inside a kind.
SERIES_KEYS: tuple[str, ...] = (
    "source",
    "reporter",
    "partner",
    "flow",
    "commodity",
    "scope",
    "valuation",
    "currency",
    "holder",
)
#: Keys of a figure; they stand on a claim that has one kind, or inside a kind.
FIGURE_KEYS: tuple[str, ...] = ("figure", "hedge", "tolerance", "direction")

Text = str | tuple[str, ...]
Place = tuple[str | int, ...]  # where in a claim: ("change", "period"), ("partner", 1)


class ClaimError(WrittenError):
    """
    A claim that cannot be compiled.

    Attributes:
        at: the place in the claim that is at fault, as a path of keys; empty for the whole claim.
    """

    def __init__(self, at: Place, what: str, hint: str = "") -> None:
        super().__init__(what, hint)
        self.at = at


class KindUse(NamedTuple):
    """
    One kind that a claim uses.

    Attributes:
        kind: its name, as the YAML key.
        options: its keys and texts in file order, the short form spelled out; a list is a tuple of texts, ``less``,
            ``of`` and ``whole`` may be a mapping of series keys.
    """

    kind: str
    options: Mapping[str, Text | Mapping[str, Text]]


@dataclass(frozen=True, slots=True)
class Claim:
    """
    One claim.

    Attributes:
        id: unique in its file; made from kind, period and keys where none is written.
        keys: series keys and figure keys written on the claim itself.
        kinds: the kinds in file order, ``seen`` not among them.
        locations: where each key or value of the claim was written, by its path; () is the claim itself.
        line: the line of the file on which the quote begins, or the claim where it has none.
    """

    id: str
    quote: str
    kinds: tuple[KindUse, ...]
    keys: Mapping[str, Text] = field(default_factory=dict)
    note: str = ""
    ignore: tuple[str, ...] = ()
    why: str = ""
    seen: Mapping[str, str] | None = None
    todo: Text = ""
    locations: Mapping[Place, Location] = field(default_factory=dict, repr=False, compare=False)
    line: str = field(default="", repr=False, compare=False)

    def location(self, at: Place = ()) -> Location:
        """Where ``at`` was written, or the nearest key around it."""
        while at not in self.locations and at:
            at = at[:-1]
        return self.locations.get(at, Location("", 1, 1))


@dataclass(frozen=True, slots=True)
class Article:
    """
    One claims file.

    Attributes:
        path: the file, as given.
        draft: path of the draft as written under ``article:``, blank if none.
        published: the day of publication; every ``last year`` and every vintage leans on it.
        about: series keys for all claims.
        draft_read: the draft itself, None where the file names none.
    """

    path: str
    claims: tuple[Claim, ...]
    draft: str = ""
    title: str = ""
    published: date | None = None
    about: Mapping[str, Text] = field(default_factory=dict)
    about_locations: Mapping[str, Location] = field(default_factory=dict, repr=False, compare=False)
    draft_read: Draft | None = field(default=None, repr=False)

    @property
    def draft_text(self) -> str | None:
        """The words of the draft, None where the file names none."""
        return None if self.draft_read is None else self.draft_read.text

    @property
    def language(self) -> str:
        """The two letters of the language that the draft says it is in; blank for English and where it says none."""
        return "" if self.draft_read is None or self.draft_read.language == "en" else self.draft_read.language
