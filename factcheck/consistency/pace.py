"""
Rates that are compared with one another: accelerating and slowing, and differences in points.

Such a rate is an unknown of its own, bounded by the claims that state it and by pairs of claims that state both of its
levels, so that everything stays linear.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.consistency.allowed import signed_bands
from factcheck.consistency.model import Model
from factcheck.consistency.rows import Row, between, row
from factcheck.consistency.variables import BALANCE
from factcheck.intervals import Interval
from factcheck.statements import Difference, Every, Level, Ordered, Ratio, Statement, Within

MOST_PAIRS = 36  # pairs of claims that bound one rate


def note_compared(model: Model, statement: Statement) -> None:
    """Remember which rates are compared."""
    match statement:
        case Ordered(now=now, before=before):
            model.compared.update(dict.fromkeys((now, before)))
        case Within(quantity=Difference(of=Ratio() as of, less=Ratio() as less)):
            model.compared.update(dict.fromkeys((of, less)))
        case Every(of=statements):
            for each in statements:
                note_compared(model, each)
        case _:
            return


def add_ordered(model: Model, number: int, statement: Ordered) -> None:
    """The same sign, and a larger or a smaller size; of growth that slows, down to 0."""
    signs = (statement.sign,) if statement.sign else (1, -1)
    model.choose((_ordered(model, number, statement, sign) for sign in signs), (number,))


def _ordered(model: Model, number: int, statement: Ordered, sign: int) -> Iterator[Row]:
    now, before = model.rate(statement.now), model.rate(statement.before)
    owners = (number,)
    faster = statement.sense == "accelerating"
    larger, smaller = (now, before) if faster else (before, now)
    yield row([(larger, sign), (smaller, -sign)], 0, True, owners)
    yield row([(smaller, sign)], 0, faster or sign < 0, owners)


def add_difference_of_rates(model: Model, number: int, statement: Within, difference: Difference) -> None:
    """So many points between two rates."""
    of, less = difference.of, difference.less
    if isinstance(of, Ratio) and isinstance(less, Ratio):
        terms = [(model.rate(of), 1), (model.rate(less), -1)]
        bands = signed_bands(statement.expected, statement.expected.sizes)
        model.choose((between(terms, band, (number,)) for band in bands), (number,))


def add_rates_of_levels(model: Model) -> None:
    """Bound every compared rate by each pair of claims that state its two levels."""
    for ratio in model.compared:
        model.add(_rows_of_pairs(model, ratio))


def _rows_of_pairs(model: Model, ratio: Ratio) -> Iterator[Row]:
    of, base = ratio.of, ratio.base
    if not isinstance(of, Level) or not isinstance(base, Level) or of.cell.series.flow == BALANCE:
        return
    change = ratio.use == "change"
    allowed = model.allowance(base.cell.series) if change else Fraction(0)
    pairs = [(one, two) for one in model.levels.get(of.cell, ()) for two in model.levels.get(base.cell, ())]
    for (first, later), (second, earlier) in pairs[:MOST_PAIRS]:
        quotient = _quotient(later, earlier, allowed)
        rate = quotient.shifted(-1 if change else 0).scaled(100)
        yield from between([(model.rate(ratio), 1)], rate, tuple(sorted({first, second})))


def _quotient(of: Interval, base: Interval, allowed: Fraction) -> Interval:
    """Two positive levels divided, the lower one revised by so much at most."""
    low = high = None
    if of.low is not None and of.low > 0 and base.high is not None:
        low = of.low / (base.high * (1 + allowed))
    if of.high is not None and base.low is not None and base.low > 0:
        high = of.high / (base.low * (1 - allowed))
    return Interval(low, high, of.low_closed and base.high_closed, of.high_closed and base.low_closed)
