"""
The baseline: findings of old articles that are known and no longer fail a run, in a file that only shrinks.
"""

from factcheck.baseline.apply import Compared, compare, with_known
from factcheck.baseline.entries import Baseline, Entry, Key
from factcheck.baseline.file import NAME, BaselineFile, baseline_file
from factcheck.baseline.shrink import Written, rewritten

__all__ = [
    "NAME",
    "Baseline",
    "BaselineFile",
    "Compared",
    "Entry",
    "Key",
    "Written",
    "baseline_file",
    "compare",
    "rewritten",
    "with_known",
]
