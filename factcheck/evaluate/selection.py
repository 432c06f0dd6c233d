"""
Which row of a cell is the reference: eligible on the day, then standing, then vintage, then digits.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from factcheck.observations import Observation, Standing

RANK = {Standing.DECIDES: 1, Standing.SUPPORTS: 0}


class Choice(NamedTuple):
    """
    The row that decides a cell.

    Attributes:
        disagreeing: other eligible rows that differ by more than rounding or truncation: those that are not older, and
            those of other live services, whatever their standing.
        later: a deciding row published after the as-of day that disagrees with the chosen one, the latest of them.
        earlier: deciding rows of earlier vintages that the chosen one has revised.
        finer: an earlier row of the same standing that agrees with the chosen one and is printed to more digits.
    """

    row: Observation
    disagreeing: tuple[Observation, ...] = ()
    later: Observation | None = None
    earlier: tuple[Observation, ...] = ()
    finer: Observation | None = None


def is_eligible(row: Observation, as_of: date | None) -> bool:
    """Whether a row may be compared with on the as-of day; a blank vintage counts once its period has ended."""
    if row.standing is Standing.NEVER:
        return False
    if as_of is None:
        return True
    return row.published <= as_of if row.published is not None else row.period.last < as_of


def preference(row: Observation) -> tuple[object, ...]:
    """
    Sort key, best last: embedded rows, standing, vintage (a blank loses to any), digits, then a fixed order.

    An order of preference that the settings give goes before the vintage.
    """
    return (
        not row.citation.local,
        RANK[row.standing],
        -row.citation.rank,
        row.published or date.min,
        -row.last_digit,
        row.citation.source,
        row.citation.url,
        str(row.value),
    )


def agree(one: Observation, other: Observation) -> bool:
    """Whether two printed figures differ only by rounding or truncation."""
    if one.interval.matches(other.interval):
        return True
    finer, coarser = (one, other) if one.last_digit < other.last_digit else (other, one)
    return cut(finer.amount, coarser.last_digit) == coarser.amount


def cut(value: Fraction, step: Fraction) -> Fraction:
    """The value cut, not rounded, to whole steps; its size shrinks."""
    steps = abs(value) // step
    return steps * step if value >= 0 else -steps * step


def choose(rows: Sequence[Observation], as_of: date | None) -> Choice | None:
    """The reference among the rows of one cell, None if none is eligible."""
    eligible = [row for row in rows if is_eligible(row, as_of)]
    if not eligible:
        return None
    best = max(eligible, key=preference)
    others = [row for row in eligible if row is not best and not agree(row, best)]
    # a compilation that differs from the office's own figure tells nothing; another figure of the office does
    disagreeing = [
        row
        for row in others
        if _is_of_another_service(row, best) or (not _superseded(row, best) and row.standing is best.standing)
    ]
    finer = [row for row in eligible if row.last_digit < best.last_digit and row.standing is best.standing]
    earlier = [row for row in others if row.standing is Standing.DECIDES and _superseded(row, best)]
    later = [
        row
        for row in rows
        if as_of is not None
        and row.standing is Standing.DECIDES
        and row.published is not None
        and row.published > as_of
        and not agree(row, best)
    ]
    return Choice(
        best,
        tuple(sorted(disagreeing, key=preference)),
        max(later, key=preference, default=None),
        tuple(sorted(earlier, key=preference)),
        max(
            (row for row in finer if agree(row, best)), key=lambda row: (-row.last_digit, preference(row)), default=None
        ),
    )


def _is_of_another_service(row: Observation, best: Observation) -> bool:
    """Whether a row was asked of a live service that is not the source of the best."""
    return bool(row.citation.evidence) and row.citation.source != best.citation.source


def why_preferred(best: Observation, other: Observation) -> str:
    """Why one row decides beside another, in words that follow "decides:"."""
    if RANK[best.standing] != RANK[other.standing]:
        return "it is the office itself" if best.standing is Standing.DECIDES else "the other is kept to explain only"
    if best.citation.local != other.citation.local:
        return "embedded figures go before a folder's own"
    if best.citation.rank != other.citation.rank:
        return "the settings prefer it"
    if best.published != other.published:
        return "its figure is newer"
    return "its figure has more digits" if best.last_digit < other.last_digit else "nothing tells the two apart"


def _superseded(row: Observation, best: Observation) -> bool:
    return row.published is not None and best.published is not None and row.published < best.published


def only_later(rows: Sequence[Observation], as_of: date | None) -> bool:
    """Whether there are rows, but all came out after the as-of day."""
    usable = [row for row in rows if row.standing is not Standing.NEVER]
    return bool(usable) and not any(is_eligible(row, as_of) for row in usable)
