"""
The kinds of claims, one file each.

A kind reads the words of a claim and compiles them to statements; nothing after it knows of kinds.
"""

from __future__ import annotations

from factcheck.kinds.change import CHANGE
from factcheck.kinds.count import COUNT
from factcheck.kinds.date import DATE
from factcheck.kinds.difference import DIFFERENCE
from factcheck.kinds.kind import Key, KeyType, Kind, Part
from factcheck.kinds.level import LEVEL
from factcheck.kinds.multiple import MULTIPLE
from factcheck.kinds.quotation import QUOTATION
from factcheck.kinds.rank import RANK
from factcheck.kinds.record import RECORD
from factcheck.kinds.share import SHARE
from factcheck.kinds.trend import TREND

#: Every kind by its YAML key, in the order of the documentation. ``seen`` is no kind: it checks nothing.
KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (LEVEL, CHANGE, DIFFERENCE, SHARE, MULTIPLE, RECORD, RANK, TREND, COUNT, DATE, QUOTATION)
}

__all__ = ["KINDS", "Key", "KeyType", "Kind", "Part"]
