"""
Which statements can be compared with one another: the forms that become rows.
"""

from __future__ import annotations

from factcheck.consistency.variables import BALANCE
from factcheck.observations import Series
from factcheck.periods import Period
from factcheck.statements import (
    Difference,
    Every,
    Extreme,
    Level,
    Ordered,
    Quantity,
    Ratio,
    Run,
    Statement,
    Total,
    Within,
)


def takes_part(statement: Statement) -> bool:
    """Whether consistency can use the form; dates, quotations, ranks and what a person saw take no part."""
    match statement:
        case Within(quantity=quantity, expected=expected):
            return quantity_is_usable(quantity) and not (expected.sign < 0 and _cannot_be_negative(quantity))
        case Ordered(now=now, before=before):
            return is_change(now) and is_change(before) and now != before
        case Every(of=statements):
            return any(takes_part(each) for each in statements)
        case Extreme():
            return True
        case Run(of=cell, length=length):
            return cell.series.flow != BALANCE and length.low is not None and length.low > 0
        case _:
            return False


def quantity_is_usable(quantity: Quantity) -> bool:
    """Whether a quantity is linear in the unknowns, and whose sign matters has one series only."""
    match quantity:
        case Level() | Total():
            return len(parts_of(quantity)) == 1 or not has_balance(quantity)
        case Ratio(use="change"):
            return is_change(quantity) or is_beside(quantity.of, quantity.base)
        case Ratio(use="share", of=of, base=base):
            return is_beside(of, base)
        case Ratio(of=of, base=base):
            return is_over_time(of, base) or is_beside(of, base)
        case Difference(of=Ratio() as of, less=Ratio() as less):
            return of.use == less.use != "multiple" and quantity_is_usable(of) and quantity_is_usable(less)
        case Difference(of=Level() | Total() as of, less=Level() | Total() as less):
            return is_beside(of, less) or is_over_time(of, less) or _is_balance_over_time(of, less)
        case _:
            return False


def is_change(ratio: Ratio) -> bool:
    """Whether it is the change of one thing from one period to another."""
    of, base = ratio.of, ratio.base
    return ratio.use == "change" and (is_over_time(of, base) or _is_balance_over_time(of, base))


def is_over_time(of: Level | Total, base: Level | Total) -> bool:
    """Whether it is the same sum of series, no balance among them, at two periods."""
    return not has_balance(of) and _same_series(of, base)


def _is_balance_over_time(of: Level | Total, base: Level | Total) -> bool:
    return isinstance(of, Level) and isinstance(base, Level) and _same_series(of, base)


def _same_series(of: Level | Total, base: Level | Total) -> bool:
    if isinstance(of, Level) and isinstance(base, Level):
        return of.cell.series == base.cell.series and of.cell.period != base.cell.period
    periods = period_of(of), period_of(base)
    divisors = [each.divisor if isinstance(each, Total) else 1 for each in (of, base)]
    return (
        None not in periods and periods[0] != periods[1] and divisors[0] == divisors[1] and series(of) == series(base)
    )


def is_beside(of: Level | Total, base: Level | Total) -> bool:
    """Whether it is two things of one period, no balance among them."""
    return period_of(of) == period_of(base) is not None and not has_balance(of) and not has_balance(base)


def _cannot_be_negative(quantity: Quantity) -> bool:
    """Whether it is a level, a share or a multiple, which have no direction; a sign is a misreading then."""
    match quantity:
        case Level() | Total():
            return not has_balance(quantity)
        case Ratio(use=use):
            return use != "change"
        case _:
            return False


def parts_of(quantity: Level | Total) -> tuple[Level, ...]:
    """The levels that are added up."""
    return quantity.parts if isinstance(quantity, Total) else (quantity,)


def series(quantity: Level | Total) -> tuple[Series, ...]:
    """The series that are added up."""
    return tuple(part.cell.series for part in parts_of(quantity))


def has_balance(quantity: Level | Total) -> bool:
    """Whether a balance is among what is added up."""
    if isinstance(quantity, Level):
        return quantity.cell.series.flow == BALANCE
    return any(part.cell.series.flow == BALANCE for part in quantity.parts)


def period_of(quantity: Level | Total) -> Period | None:
    """The one period of a sum; None where its parts have several."""
    if isinstance(quantity, Level):
        return quantity.cell.period
    periods = {part.cell.period for part in quantity.parts}
    return periods.pop() if len(periods) == 1 else None
