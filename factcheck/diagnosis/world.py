"""
What candidates are measured on.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from factcheck.evaluate.observed import Observed


class World(NamedTuple):
    """The observations, the day up to which figures count, and the day of publication, after which no rate is used."""

    observed: Observed
    as_of: date | None
    published: date | None
