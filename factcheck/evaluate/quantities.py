"""
A quantity on observations: every expression that statements are made of.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction
from typing import overload

from factcheck.amounts import amount
from factcheck.evaluate.levels import level_outcome
from factcheck.evaluate.observed import Observed
from factcheck.evaluate.outcome import Missing, Outcome
from factcheck.evaluate.printed import printed_reference
from factcheck.evaluate.rates import change_outcome, levels_outcome, quotient
from factcheck.evaluate.selection import choose
from factcheck.findings import Reference
from factcheck.intervals import Interval
from factcheck.observations import Cell, Observation
from factcheck.statements import Difference, Level, Quantity, Ratio, Total
from factcheck.units import FACTOR, PERCENT, POINTS

MIRRORED = {"exports": "imports", "imports": "exports"}


def evaluate(quantity: Quantity, observed: Observed, as_of: date | None) -> Outcome:
    """The references of a quantity in order of preference, or what is missing."""
    known = observed.outcomes.get((quantity, as_of))
    if known is None:
        known = observed.outcomes[quantity, as_of] = _evaluate(quantity, observed, as_of)
    return known


def _evaluate(quantity: Quantity, observed: Observed, as_of: date | None) -> Outcome:
    match quantity:
        case Level():
            return level_outcome(quantity.cell, observed, as_of)
        case Total():
            return levels_outcome(quantity, observed, as_of)
        case Ratio(use="change"):
            return change_outcome(quantity, observed, as_of)
        case Ratio():
            return _quotient_outcome(quantity, observed, as_of)
        case Difference():
            return _difference_outcome(quantity, observed, as_of)


def _quotient_outcome(ratio: Ratio, observed: Observed, as_of: date | None) -> Outcome:
    """A share as its source prints it, and share or multiple as two levels give it."""
    references = [found] if (found := _published_share(ratio, observed, as_of)) is not None else []
    of, base = levels_outcome(ratio.of, observed, as_of), levels_outcome(ratio.base, observed, as_of)
    missing = of.missing or base.missing
    if of.first is not None and base.first is not None:
        interval = quotient(*_positive(of.first.interval, base.first.interval))
        if interval is None:
            missing = Missing("no-observation", f"{base.first.how} may be 0 or less: there is no ratio")
        else:
            factor, unit = (100, PERCENT) if ratio.use == "share" else (1, FACTOR)
            point = of.first.point / base.first.point * factor
            references.append(
                Reference(
                    interval=interval.scaled(factor),
                    point=point,
                    unit=unit,
                    route="computed",
                    evidence=(*of.first.evidence, *base.first.evidence),
                    how=f"{of.first.how} over {base.first.how} gives {amount(point, unit, Fraction(1, 100))}",
                    derived=of.first.derived or base.first.derived,
                    later=(*of.first.later, *base.first.later),
                    disagreeing=(*of.first.disagreeing, *base.first.disagreeing),
                )
            )
    return Outcome(tuple(references), None if references else missing)


def _positive(of: Interval, base: Interval) -> tuple[Interval, Interval]:
    """Two deficits as sizes: their ratio is that of two surpluses."""
    negative = of.high is not None and of.high < 0 and base.high is not None and base.high < 0
    return (-of, -base) if negative else (of, base)


def _published_share(ratio: Ratio, observed: Observed, as_of: date | None) -> Reference | None:
    """A printed share is that of the reporter's whole flow, so it answers only a share of the world."""
    of, base = ratio.of, ratio.base
    if ratio.use != "share" or not isinstance(of, Level) or not isinstance(base, Level):
        return None
    if base.cell.series._replace(partner=of.cell.series.partner) != of.cell.series or base.cell.series.partner != "WLD":
        return None
    rows = observed.rows(of.cell, "share") or observed.rates_of_unknown_basis(of.cell, "share")
    choice = choose(rows, as_of)
    return None if choice is None else printed_reference(choice, PERCENT)


def _difference_outcome(difference: Difference, observed: Observed, as_of: date | None) -> Outcome:
    of, less = evaluate(difference.of, observed, as_of), evaluate(difference.less, observed, as_of)
    if of.first is None or less.first is None:
        return Outcome(missing=of.missing or less.missing)
    first, second = of.first, less.first
    if _is_balance(difference):
        if first.point * second.point < 0:
            return Outcome(missing=Missing("sign-change", f"the balance turned from {second.how} to {first.how}"))
        if first.point < 0 or second.point < 0:
            first, second = _negated(first), _negated(second)
    unit = POINTS if isinstance(difference.of, Ratio) else first.unit
    point = first.point - second.point
    evidence = (*first.evidence, *second.evidence)
    reference = Reference(
        interval=first.interval - second.interval,
        point=point,
        unit=unit,
        route="computed",
        evidence=evidence,
        how=f"{first.how}, less {second.how}, gives {amount(point, unit, _told_digit(unit, evidence))}",
        derived=first.derived or second.derived,
        later=(*first.later, *second.later),
        disagreeing=(*first.disagreeing, *second.disagreeing),
    )
    return Outcome((reference,))


def _told_digit(unit: str, evidence: Sequence[Observation]) -> Fraction:
    """To which digit a difference is told: points to a hundredth, amounts to the finest digit of their rows."""
    return Fraction(1, 100) if unit == POINTS else min(row.last_digit for row in evidence)


def _is_balance(difference: Difference) -> bool:
    """Whether it is the difference of two balances, over time or between partners, which is that of their sizes."""
    of, less = difference.of, difference.less
    return (
        isinstance(of, Level)
        and isinstance(less, Level)
        and of.cell.series.flow == "balance"
        and less.cell.series.flow == "balance"
    )


def _negated(reference: Reference) -> Reference:
    return reference._replace(interval=-reference.interval, point=-reference.point)


@overload
def rewritten(quantity: Level | Total, rewrite: Callable[[Cell], Cell]) -> Level | Total: ...
@overload
def rewritten(quantity: Level | Total | Ratio, rewrite: Callable[[Cell], Cell]) -> Level | Total | Ratio: ...
@overload
def rewritten(quantity: Quantity, rewrite: Callable[[Cell], Cell]) -> Quantity: ...
def rewritten(quantity: Quantity, rewrite: Callable[[Cell], Cell]) -> Quantity:
    """The same expression over other cells."""
    match quantity:
        case Level(cell=cell):
            return Level(rewrite(cell))
        case Total(parts=parts, divisor=divisor):
            return Total(tuple(Level(rewrite(part.cell)) for part in parts), divisor)
        case Ratio(of=of, base=base, use=use):
            return Ratio(rewritten(of, rewrite), rewritten(base, rewrite), use)
        case Difference(of=of, less=less):
            return Difference(rewritten(of, rewrite), rewritten(less, rewrite))


def any_source(cell: Cell) -> Cell:
    """The cell, whichever source has it."""
    return cell._replace(series=cell.series._replace(source=None))


def mirrored(cell: Cell) -> Cell:
    """The cell from the partner's side: reporter and partner exchanged, exports for imports, any source."""
    series = cell.series
    flow = MIRRORED.get(series.flow, series.flow)
    return cell._replace(
        series=series._replace(reporter=series.partner, partner=series.reporter, flow=flow, source=None)
    )


def mirror_outcome(quantity: Quantity, observed: Observed, as_of: date | None) -> Outcome:
    """What others say where the named reporter has nothing: another source of the same reporter, or the partner."""
    references: list[Reference] = []
    for rewrite, whose in ((any_source, "another source"), (mirrored, "the other side")):
        other = rewritten(quantity, rewrite)
        if other == quantity:
            continue
        for found in evaluate(other, observed, as_of).references:
            if found.route == "revised-base":
                continue
            turned = rewrite is mirrored and isinstance(quantity, Level) and quantity.cell.series.flow == "balance"
            side = _negated(found) if turned else found
            references.append(side._replace(route="mirror", how=f"{whose}: {side.how}"))
    return Outcome(tuple(references))
