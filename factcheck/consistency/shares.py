"""
Shares that add up to more than their whole: 60 % of trade were exports and 50 % imports.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from factcheck.amounts import amount
from factcheck.consistency.meant import listed, told_cell
from factcheck.consistency.wholes import heading_length, is_apart
from factcheck.kinds.compile import Compiled
from factcheck.observations import Series
from factcheck.statements import Level, Ratio, Statement, Within
from factcheck.units import PERCENT

Share = tuple[Level, Level, Fraction]  # the part, its whole, how much it is at least, in per cent
WHOLE = 100


def over_hundred(statements: Sequence[Compiled]) -> str:
    """In words, that shares of one whole are more than it together; blank where that is not what is claimed."""
    shares = [share for share in (_share(each.statement) for each in statements) if share is not None]
    if not 1 < len(shares) == len(statements) or len({whole for _, whole, _ in shares}) != 1:
        return ""
    parts, whole = [part.cell.series for part, _, _ in shares], shares[0][1]
    least = sum((low for _, _, low in shares), Fraction(0))
    if len(set(parts)) < len(parts) or least <= WHOLE or not _are_disjoint(parts, whole.cell.series):
        return ""
    told = [
        f"“{each.claim.quote}” ({amount(low, PERCENT)} at least)"
        for each, (_, _, low) in zip(statements, shares, strict=True)
    ]
    return (
        f"These cannot all be true: {listed(told)} are shares of one whole ({told_cell(whole.cell)}), and together"
        f" {amount(least, PERCENT)} of it at least."
    )


def _share(statement: Statement) -> Share | None:
    match statement:
        case Within(quantity=Ratio(of=Level() as of, base=Level() as base, use="share"), expected=expected):
            return of, base, expected.sizes.low or Fraction(0)
        case _:
            return None


def _are_disjoint(parts: Sequence[Series], whole: Series) -> bool:
    """Whether the parts differ in one thing only, in which they have nothing in common."""
    if {part._replace(flow="total") for part in parts} == {whole}:
        return {part.flow for part in parts} == {"exports", "imports"}
    if {part._replace(partner=whole.partner) for part in parts} == {whole}:
        return all(is_apart(part.partner) for part in parts)
    if {part._replace(commodity=whole.commodity) for part in parts} == {whole}:
        return len({heading_length(part.commodity) for part in parts}) == 1 and heading_length(parts[0].commodity) > 0
    return False
