"""
What checking one statement gives, before it becomes a finding.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from factcheck.findings import Note, Reference
from factcheck.observations import Event
from factcheck.rules import Severity

DISAGREEING = 3  # rows that disagree are shown up to so many


class Judgement(NamedTuple):
    """
    The rule that names the result, with its evidence.

    Attributes:
        severity: None takes the rule's own.
        local: whether a row or an event of the folder's own sources was needed, beside the reference's evidence.
        locked: the same of a row or an event that was read from a lock.
        event: what a date or a quotation was held against.
        margin: in whole units, per cent or points; the finding turns it into the claim's scale.
    """

    rule: str
    explanation: str
    reference: Reference | None = None
    margin: Fraction | None = None
    severity: Severity | None = None
    notes: tuple[Note, ...] = ()
    suggestion: str = ""
    local: bool = False
    locked: bool = False
    event: Event | None = None
