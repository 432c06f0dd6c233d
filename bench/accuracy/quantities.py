"""
What a claim speaks of, and every value that the table gives for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from bench.accuracy.rows import Cell
from bench.accuracy.table import Table, Value

HUNDRED = Fraction(100)


class Quantity(NamedTuple):
    """
    A level, or what is computed from two or more of them.

    Attributes:
        kind: level, change, difference, share, multiple, rate-points (the difference of two rates) or
            share-points (that of two shares).
        of: the cell that it is about.
        base: the cell that it is measured on: the earlier one, or the whole of a share.
        whole: for share-points, the whole at the later span.
    """

    kind: str
    of: Cell
    base: Cell | None = None
    whole: Cell | None = None


def values(quantity: Quantity, table: Table, day: date) -> tuple[Value, ...]:
    """Every value known on the day: what the source published first, then what its levels give."""
    return tuple(_READERS[quantity.kind](quantity, table, day))


def _levels(quantity: Quantity, table: Table, day: date) -> Iterator[Value]:
    known = table.level(quantity.of, day)
    if known is not None:
        yield known


def _pair(of: Cell, base: Cell | None, table: Table, day: date) -> tuple[Value, Value] | None:
    """Both levels, where they have one sign: the change of a balance is the change of its size."""
    if base is None:
        return None
    one, other = table.level(of, day), table.level(base, day)
    if one is None or other is None or one.point * other.point <= 0:
        return None
    return one, other


def _changes(quantity: Quantity, table: Table, day: date) -> Iterator[Value]:
    of, base = quantity.of, quantity.base
    if base is not None:
        yield from _published(of, base, table, day)
    pair = _pair(of, base, table, day)
    if pair is not None:
        yield _ratio(*pair, shift=1)


def _published(of: Cell, base: Cell, table: Table, day: date) -> Iterator[Value]:
    back = of.span.start - base.span.start
    if of.span.months != base.span.months:
        return
    measures = [measure for measure, months in (("yoy", 12), ("mom", 1)) if back == months]
    for measure in measures:
        if measure == "mom" and of.span.months != 1:
            continue
        row = table.best(of, day, measure)
        if row is not None:
            yield Value(row.value, row.digit / 2, row.digit, row.published, "published")


def _ratio(one: Value, other: Value, shift: int) -> Value:
    """100 (one / other − shift), with the half-width that both roundings give."""
    point = HUNDRED * (one.point / other.point - shift)
    low = (abs(one.point) - one.half) / (abs(other.point) + other.half)
    high = (abs(one.point) + one.half) / max(abs(other.point) - other.half, Fraction(1))
    return Value(point, HUNDRED * (high - low) / 2, None, None, "recomputed")


def _differences(quantity: Quantity, table: Table, day: date) -> Iterator[Value]:
    pair = _pair(quantity.of, quantity.base, table, day)
    if pair is not None:
        one, other = (value._replace(point=abs(value.point)) for value in pair)
        digits = [value.digit for value in pair if value.digit is not None]
        yield Value(one.point - other.point, one.half + other.half, max(digits, default=None), None, "recomputed")


def _shares(quantity: Quantity, table: Table, day: date) -> Iterator[Value]:
    of, whole = quantity.of, quantity.base
    printed = table.best(of, day, "share") or table.best(of._replace(unit=""), day, "share")
    if printed is not None and whole is not None and whole == of._replace(partner="WLD"):
        yield Value(printed.value, printed.digit / 2, printed.digit, printed.published, "published")
    pair = _pair(of, whole, table, day)
    if pair is not None:
        yield _ratio(*pair, shift=0)


def _multiples(quantity: Quantity, table: Table, day: date) -> Iterator[Value]:
    pair = _pair(quantity.of, quantity.base, table, day)
    if pair is not None:
        ratio = _ratio(*pair, shift=0)
        yield ratio._replace(point=ratio.point / HUNDRED, half=ratio.half / HUNDRED)


def _rate_points(quantity: Quantity, table: Table, day: date) -> Iterator[Value]:
    if quantity.base is not None:
        rates = [values(growth(cell), table, day) for cell in (quantity.of, quantity.base)]
        yield from _points(rates[0], rates[1])


def _share_points(quantity: Quantity, table: Table, day: date) -> Iterator[Value]:
    of, base, whole = quantity.of, quantity.base, quantity.whole
    if base is not None and whole is not None:
        now = values(Quantity("share", of, whole), table, day)
        before = values(Quantity("share", base, whole.at(base.span)), table, day)
        yield from _points(now, before)


def _points(now: tuple[Value, ...], before: tuple[Value, ...]) -> Iterator[Value]:
    for one in now:
        for other in before:
            yield Value(one.point - other.point, one.half + other.half, None, None, "recomputed")


def growth(cell: Cell) -> Quantity:
    """The change from the same span a year earlier."""
    return Quantity("change", cell, cell.at(cell.span.later(-12)))


_READERS = {
    "level": _levels,
    "change": _changes,
    "difference": _differences,
    "share": _shares,
    "multiple": _multiples,
    "rate-points": _rate_points,
    "share-points": _share_points,
}
