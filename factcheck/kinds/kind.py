"""
What a kind of claim is: its keys, its short form, and the function that compiles it to statements.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from factcheck.statements import Statement

if TYPE_CHECKING:
    from factcheck.kinds.context import Context


class KeyType(StrEnum):
    """What the value of a key is; the loader checks the shape, the kind reads the text."""

    PERIOD = "period"
    PERIODS = "periods"  # a period or a list of periods
    BASE = "base"  # a period, or the word previous
    SERIES = "series"  # a mapping of series keys
    PERIOD_OR_SERIES = "period or series"
    MEMBERS = "members"  # countries, blocs, or a list of places
    YES = "yes"  # yes or no
    WORD = "word"  # one of ``choices``
    EVENT = "event"
    TEXT = "text"


class Key(NamedTuple):
    """One key of a kind: the shape of its value, what it says, and the words it may be."""

    type: KeyType
    says: str
    choices: tuple[str, ...] = ()


class Part(NamedTuple):
    """One statement of a claim; ``suffix`` tells apart several of one kind (``USD``, ``CNY``)."""

    statement: Statement
    suffix: str = ""


class Kind(NamedTuple):
    """
    A kind of claim.

    Attributes:
        name: the YAML key.
        says: one line on what such a claim says.
        keys: its own keys, beside the series keys and, if ``figure``, the figure keys.
        short: the key that a short form sets ("level: 2023" sets period); blank if there is no short form.
        required: groups of keys of which exactly one must stand.
        figure: whether it takes a figure, and so the keys figure, hedge, tolerance and direction.
        compile: turns a use of the kind into statements; raises ClaimError.
        example: a claim of this kind, as YAML.
        series: whether it speaks of a series, and so takes the series keys.
    """

    name: str
    says: str
    keys: Mapping[str, Key]
    compile: Callable[[Context], Iterable[Part]]
    short: str = ""
    required: tuple[tuple[str, ...], ...] = ()
    figure: bool = True
    series: bool = True
    example: str = ""
