"""
How a statement's quantity is measured by the unknowns of a component, so that what others imply for it can be asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from factcheck.consistency.component import Asked
from factcheck.consistency.forms import has_balance, is_change, parts_of, period_of
from factcheck.consistency.rows import GRAIN, Term, row, scaled
from factcheck.consistency.variables import BaseAt, LevelAt, RateOf, Variable
from factcheck.intervals import Interval
from factcheck.observations import Cell
from factcheck.statements import Difference, Level, Quantity, Ratio, Total
from factcheck.units import FACTOR, PERCENT, POINTS

Numbers = Mapping[Variable, int]


@dataclass(frozen=True, slots=True)
class View:
    """
    A sum of unknowns, or one sum over another.

    Attributes:
        of: the sum, or what is divided.
        base: what it is divided by; empty for an amount.
        unit: ``%`` for changes and shares, ``x`` for multiples, else the unit of the amount.
        change: whether 1 is taken off the quotient.
        signed: whether the base may be negative by itself, as that of a balance.
    """

    of: tuple[Term, ...]
    base: tuple[Term, ...] = ()
    unit: str = PERCENT
    change: bool = False
    signed: bool = False

    def factor(self, value: Fraction) -> Fraction:
        """A value in the unit as the quotient of the two sums."""
        return value / (100 if self.unit == PERCENT else 1) + self.change

    def value(self, factor: Fraction) -> Fraction:
        """A quotient of the two sums in the unit."""
        return (factor - self.change) * (100 if self.unit == PERCENT else 1)

    def measured(self, values: Mapping[int, int | Fraction]) -> Fraction | None:
        """What the quantity is where the unknowns have these values, in grains."""
        of = Fraction(sum(factor * values.get(unknown, 0) for unknown, factor in self.of))
        if not self.base:
            return of / GRAIN
        base = Fraction(sum(factor * values.get(unknown, 0) for unknown, factor in self.base))
        return self.value(of / base) if base > 0 else None

    def bounded(self, value: Fraction, way: int, *, strict: bool = False) -> Asked:
        """Suppose that the quantity is at least ``value`` where ``way`` is 1, at most where it is −1."""
        if not self.base:
            return Asked((row(scaled(self.of, way), value * way, strict, ()),))
        factor = self.factor(value)
        rows = [row(scaled([*self.of, *scaled(self.base, -factor)], way), 0, strict, ())]
        if self.signed:
            rows.append(row(self.base, 0, True, ()))
        elif self.change and len(self.of) == len(self.base) == 1:
            factors = Interval(factor, None, not strict) if way > 0 else Interval(None, factor, high_closed=not strict)
            return Asked(tuple(rows), (((self.of[0][0], self.base[0][0]), factors),))
        return Asked(tuple(rows))


def views_of(quantity: Quantity, numbers: Numbers, sign: int) -> Iterator[View]:
    """The ways in which a quantity can be measured; none where the component lacks one of its unknowns."""
    try:
        yield from _views(quantity, numbers, sign)
    except KeyError:  # an unknown that no claim of this component speaks of
        return


def _views(quantity: Quantity, numbers: Numbers, sign: int) -> Iterator[View]:
    match quantity:
        case Level() | Total():
            yield View(_levels(quantity, numbers, sign), unit=parts_of(quantity)[0].cell.series.unit)
        case Ratio(of=of, base=base, use="change") if is_change(quantity):
            later = period_of(of)
            bases = _terms(base, sign, lambda cell: numbers[BaseAt(*cell, later)] if later else -1)
            yield View(_levels(of, numbers, sign), bases, change=True, signed=has_balance(of))
        case Ratio(of=of, base=base, use=use):
            unit = FACTOR if use == "multiple" else PERCENT
            for terms in _bases(of, base, numbers, 1):
                yield View(_levels(of, numbers, 1), terms, unit, change=use == "change")
        case Difference(of=Ratio() as of, less=Ratio() as less):
            yield View(((numbers[RateOf(of)], 1), (numbers[RateOf(less)], -1)), unit=POINTS)
        case Difference(of=Level() | Total() as of, less=Level() | Total() as less):
            unit = parts_of(of)[0].cell.series.unit
            for terms in _bases(of, less, numbers, -sign):
                yield View((*_levels(of, numbers, sign), *terms), unit=unit)


def _bases(of: Level | Total, base: Level | Total, numbers: Numbers, sign: int) -> Iterator[tuple[Term, ...]]:
    """What something is compared with: over time, the level as it was stated or as revised since."""
    yield _levels(base, numbers, sign)
    later = period_of(of)
    if later is not None and later != period_of(base):
        yield _terms(base, sign, lambda cell: numbers[BaseAt(*cell, later)])


def _levels(quantity: Level | Total, numbers: Numbers, sign: int) -> tuple[Term, ...]:
    return _terms(quantity, sign, lambda cell: numbers[LevelAt(*cell)])


def _terms(quantity: Level | Total, sign: int, number: Callable[[Cell], int]) -> tuple[Term, ...]:
    divisor = quantity.divisor if isinstance(quantity, Total) else 1
    return tuple((number(part.cell), Fraction(sign, divisor)) for part in parts_of(quantity))
