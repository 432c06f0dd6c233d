"""
What candidates are measured on.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from factcheck.diagnosis.candidate import Candidate
from factcheck.evaluate.observed import Observed
from factcheck.statements import Quantity


@dataclass(slots=True)
class World:
    """
    The observations, the day up to which figures count, and the day of publication, after which no rate is used.

    ``known`` remembers what rewrites of a quantity come to: an article says many figures of one series.
    """

    observed: Observed
    as_of: date | None
    published: date | None
    known: dict[tuple[Quantity, str, int], list[Candidate]] = field(default_factory=dict, repr=False)
