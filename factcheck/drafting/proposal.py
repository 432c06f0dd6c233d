"""
A proposal: what a draft of claims would say of one statement, before its quote is cut.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from factcheck.claims import KindUse, Text
from factcheck.scanning import Mention


class Proposal(NamedTuple):
    """
    One claim in the making.

    Attributes:
        span: what its quote must hold, in code points of the draft.
        sentence: what the quote must not leave.
        kinds: the kinds with their options; none where a person must choose.
        keys: all series keys in force.
        asks: what a person must settle, each in a line.
        note: what was decided and should be seen.
        figures: the figures that its kinds take.
        would: the kinds that the words seem to have, where a person must choose.
        takes: which kind takes which of them, as written.
    """

    span: tuple[int, int]
    sentence: tuple[int, int]
    kinds: tuple[KindUse, ...] = ()
    keys: Mapping[str, Text] = {}
    asks: tuple[str, ...] = ()
    note: str = ""
    figures: tuple[Mention, ...] = ()
    takes: tuple[tuple[str, str], ...] = ()
    would: tuple[KindUse, ...] = ()
