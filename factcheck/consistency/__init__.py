"""Inconsistencies found from the claims of an article alone, whatever any source says."""

from __future__ import annotations

from factcheck.consistency.find import find_inconsistencies
from factcheck.consistency.forms import takes_part

__all__ = ["find_inconsistencies", "takes_part"]
