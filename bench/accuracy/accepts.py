"""
Whether a plain written figure is true by the rules: MEANING 1 and 3, once more and with nothing of the program.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from bench.accuracy.claims import Claim
from bench.accuracy.figures import truncated
from bench.accuracy.quantities import HUNDRED, Quantity
from bench.accuracy.rows import NOTHING_KNOWN
from bench.accuracy.table import Table, Value

CUT_WITHIN = Fraction(5, 1000)
COARSE_WITHIN = Fraction(1, 100)


def sign_of(quantity: Quantity, point: Fraction) -> int:
    """The sign that the words must say; 0 for a quantity that has none."""
    signed = quantity.kind in ("change", "difference", "rate-points", "share-points")
    if not signed and not (quantity.kind == "level" and quantity.of.flow == "balance"):
        return 0
    return (point > 0) - (point < 0)


def holds(claim: Claim, known: Sequence[Value], table: Table) -> bool:
    """Whether any known value makes the written figure true, on a revised base too where no rate was published."""
    return any(_fits(claim, value) for value in known) or _on_revised_base(claim, known, table)


def _fits(claim: Claim, value: Value) -> bool:
    figure = claim.figure
    if figure is None:
        return False
    size = claim.sign * value.point if claim.sign else abs(value.point)
    low, high = figure.size - figure.digit / 2, figure.size + figure.digit / 2
    if min(high, size + value.half) > max(low, size - value.half) or (not value.half and low <= size <= high):
        return True
    if claim.quantity.kind != "level":
        return False
    cut = truncated(size, figure.digit) == figure.size and size - figure.size < CUT_WITHIN * figure.size
    coarse = _is_round(figure.number) and abs(size - figure.size) <= COARSE_WITHIN * figure.size
    return coarse or (cut and value.route == "printed")


def _is_round(number: str) -> bool:
    return number.isdigit() and len(number) > 1 and number.endswith("0")


def _on_revised_base(claim: Claim, known: Sequence[Value], table: Table) -> bool:
    """The base that the written rate implies lies within what the source usually revises of the one known."""
    quantity, figure = claim.quantity, claim.figure
    if quantity.kind != "change" or quantity.base is None or figure is None:
        return False
    if any(value.route == "published" for value in known):
        return False
    level, base = (table.level(cell, claim.day) for cell in (quantity.of, quantity.base))
    if level is None or base is None:
        return False
    rate = claim.sign * figure.size / HUNDRED
    half = figure.digit / 2 / HUNDRED
    low, high = 1 + rate - half, 1 + rate + half
    if low <= 0:
        return False
    rows = [row for cell in (quantity.of, quantity.base) for row in table.rows(cell)]
    reach = max((row.revision for row in rows), default=NOTHING_KNOWN)
    size = abs(base.point)
    return (abs(level.point) - level.half) / high <= size * (1 + reach) + base.half and (
        abs(level.point) + level.half
    ) / low >= size * (1 - reach) - base.half
