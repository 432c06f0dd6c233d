"""
What evaluating gives: references, or the reason why there is none.
"""

from __future__ import annotations

from typing import NamedTuple

from factcheck.findings import Reference


class Missing(NamedTuple):
    """Why a quantity cannot be had: the rule that names it and the reason in words."""

    rule: str
    text: str


class Outcome(NamedTuple):
    """References in order of preference; without any, what is missing."""

    references: tuple[Reference, ...] = ()
    missing: Missing | None = None

    @property
    def lacking(self) -> Missing:
        """What is missing, for an outcome without references."""
        return self.missing or Missing("no-observation", "nothing is known of it")

    @property
    def first(self) -> Reference | None:
        """The reference that a miss is measured against."""
        return self.references[0] if self.references else None
