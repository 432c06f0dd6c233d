"""
Which mutants can be told apart at all: the brute-force table of every single rewrite decides, by MEANING 6.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from bench.accuracy.accepts import holds
from bench.accuracy.claims import Claim
from bench.accuracy.figures import changed, exchanged, says, truncated
from bench.accuracy.quantities import values
from bench.accuracy.rewrites import Rewrite, rewrites
from bench.accuracy.table import Table, Value

BAND = Fraction(3, 2)  # a band of ± 50 % around the claim, on a log scale
COVERED = 0.05  # the share of it above which a hit may well be an accident


class Told(NamedTuple):
    """What the table says of a written figure: blank ``why`` where its error can be told apart."""

    why: str
    hits: tuple[str, ...]
    covered: float


def judge(claim: Claim, table: Table) -> Told:
    """Match the written figure against every rewrite, and measure how much of the band around it they cover."""
    known = values(claim.quantity, table, claim.day)
    found = rewrites(claim.quantity, claim.day, table)
    hits = tuple(dict.fromkeys(name for names in _hits(claim, found, known) for name in names))
    covered = _covered(claim, found, known)
    why = ""
    if holds(claim, known, table):
        why = "true by chance"
    elif not set(hits) & set(claim.causes):
        why = "lost in the writing"
    elif set(hits) - set(claim.causes):
        why = "another error gives the same figure"
    elif covered > COVERED:
        why = "too coarse"
    return Told(why, hits, covered)


def _hits(claim: Claim, found: Sequence[Rewrite], known: Sequence[Value]) -> Iterator[tuple[str, ...]]:
    written = claim.figure
    if written is None:
        return
    for rewrite in found:
        sizes = [abs(value.point) for value in rewrite.values if _same_side(claim, value)]
        if any(says(size, written.size, written.digit) for size in sizes):
            yield rewrite.names
    for name, steps in slips(claim, known):
        if written.size / written.digit in steps:
            yield (name,)


def _same_side(claim: Claim, value: Value) -> bool:
    return not claim.sign or claim.sign * value.point > 0


def slips(claim: Claim, known: Sequence[Value]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """What a slip of the pen makes of the truth, written to the claim's last digit (rounded, then cut), in steps."""
    written = claim.figure
    if written is not None:
        sizes = [abs(value.point) / written.digit for value in known if _same_side(claim, value)]
        truths = [math.floor(size + half) for size in sizes for half in (Fraction(1, 2), Fraction(0))]
        yield "digits exchanged", tuple(step for truth in truths for step in exchanged(truth))
        yield "digit changed", tuple(step for truth in truths for step in changed(truth))


def _covered(claim: Claim, found: Sequence[Rewrite], known: Sequence[Value]) -> float:
    """The share of the band, on a log scale, of written sizes that some rewrite's figure rounds or is cut to."""
    written = claim.figure
    if written is None or not written.size:
        return 1.0
    digit = written.digit
    low, high = written.size / BAND, written.size * BAND
    steps: set[int] = set()
    for rewrite in found:
        for value in rewrite.values:
            size = abs(value.point)
            if _same_side(claim, value) and low - digit <= size <= high + digit:
                steps.add(int(truncated(size, digit) / digit))
                steps.add(math.floor(size / digit + Fraction(1, 2)))
    for _, numbers in slips(claim, known):
        steps.update(numbers)
    inside = sum(_width(step, digit, low, high) for step in steps if step > 0)
    return inside / math.log(high / low)


def _width(step: int, digit: Fraction, low: Fraction, high: Fraction) -> float:
    """How wide the cell of a written size is on a log scale, inside the band."""
    bottom, top = max(low, (step - Fraction(1, 2)) * digit), min(high, (step + Fraction(1, 2)) * digit)
    return math.log(top / bottom) if top > bottom else 0.0
