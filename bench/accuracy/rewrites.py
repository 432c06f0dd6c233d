"""
The errors of MEANING 6, each as one rewrite of a quantity, applied to the snapshot's rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from bench.accuracy import rewrites_of_currency, rewrites_of_series
from bench.accuracy.accepts import sign_of
from bench.accuracy.quantities import HUNDRED, Quantity, growth, values
from bench.accuracy.spans import OTHER_YEAR, Span, confusable, confused
from bench.accuracy.table import FISCAL_START, Table, Value, is_eligible

SCALES = (1, 3, 6, 9)


class Rewrite(NamedTuple):
    """
    One error: what it is called, and the figures that it gives.

    Attributes:
        names: its names, any of which is right.
        values: the figures, signed where the quantity is; the usual one first.
        makes: whether a mutant may be made of it; a later vintage only explains.
    """

    names: tuple[str, ...]
    values: tuple[Value, ...]
    makes: bool = True


def rewrites(quantity: Quantity, day: date, table: Table) -> tuple[Rewrite, ...]:
    """Every rewrite that gives a figure; slips of the written digits are ``figures.exchanged`` and ``changed``."""
    found: list[Rewrite] = []
    for make in (_periods, _bases, _measures, _series, _currencies, _numbers, _vintages):
        found += (each for each in make(quantity, day, table) if each.values)
    return tuple(found)


def _named(names: tuple[str, ...] | str, quantity: Quantity, day: date, table: Table) -> Rewrite:
    return Rewrite((names,) if isinstance(names, str) else names, values(quantity, table, day))


def _periods(quantity: Quantity, day: date, table: Table) -> Iterator[Rewrite]:
    of, base = quantity.of, quantity.base
    starts = [FISCAL_START[of.reporter]] if of.reporter in FISCAL_START else []
    for span in confusable(of.span, starts):
        names = confused(span, of.span)
        if quantity.kind.endswith("-points") and names != (OTHER_YEAR,):
            continue
        moved = quantity._replace(of=of.at(span))
        if base is not None:
            moved = moved._replace(base=base.at(_base_span(quantity, span.start, span.months)))
        if quantity.whole is not None:
            moved = moved._replace(whole=quantity.whole.at(span))
        yield _named(names, moved, day, table)


def _base_span(quantity: Quantity, start: int, months: int) -> Span:
    """The base of the same kind for another span: as many years back, or the one just before."""
    of, base = quantity.of.span, (quantity.base or quantity.of).span
    moved = of._replace(start=start, months=months)
    if base.end == of.start and of.start - base.start != 12:
        return moved.later(-months)
    return moved.later(base.start - of.start)


def _bases(quantity: Quantity, day: date, table: Table) -> Iterator[Rewrite]:
    of, base = quantity.of, quantity.base
    if base is None or quantity.kind not in ("change", "difference", "multiple") or base.span == of.span:
        return
    years, rest = divmod(of.span.start - base.span.start, 12)
    previous = of.at(of.span.later(-of.span.months))
    over_a_year = quantity.kind in ("change", "difference") and years == 1 and not rest
    if over_a_year and of.span.words[0] in ("month", "quarter", "half"):
        quarter = ("quarter on quarter",) if of.span.months == 3 else ()
        names = ("month on month",) if of.span.months == 1 else ("previous period as base", *quarter)
        yield _named(names, quantity._replace(base=previous), day, table)
    if quantity.kind == "change" and rest:
        yield _named("year on year", growth(of), day, table)
    if not rest:
        for step in (-12, 12):
            other = base.at(base.span.later(step))
            if other.span.start < of.span.start:
                also = ("year on year",) if other.span == of.span.later(-12) else ()
                yield _named(("other base year", *also), quantity._replace(base=other), day, table)


def _measures(quantity: Quantity, day: date, table: Table) -> Iterator[Rewrite]:
    of = quantity.of
    if quantity.kind == "level" and of.flow != "balance":
        increment = values(Quantity("difference", of, of.at(of.span.later(-12))), table, day)
        yield Rewrite(("increment for level",), _sizes(increment))
    if quantity.kind == "difference":
        level = _sizes(values(Quantity("level", of), table, day))
        own = values(quantity, table, day)
        sign = Fraction(-1 if own and own[0].point < 0 else 1)
        yield Rewrite(("level for increment",), tuple(_times(each, sign) for each in level))


def _sizes(known: tuple[Value, ...]) -> tuple[Value, ...]:
    return tuple(value._replace(point=abs(value.point)) for value in known)


def _series(quantity: Quantity, day: date, table: Table) -> Iterator[Rewrite]:
    for name, other in rewrites_of_series.others(quantity, table):
        known = values(other, table, day)
        if quantity.kind == "level":
            known = _as_said(name, known, quantity, day, table)
        yield Rewrite((name,), known)


def _as_said(name: str, known: tuple[Value, ...], quantity: Quantity, day: date, table: Table) -> tuple[Value, ...]:
    """A level of another series in the words of this one: a surplus stays one; the mirror of a surplus is a deficit."""
    if quantity.of.flow != "balance":
        return _sizes(known)
    if name == "mirror":
        return tuple(_times(value, Fraction(-1)) for value in known)
    own = values(quantity, table, day)
    if name == "other flow" and own and own[0].point < 0:
        return tuple(_times(value, Fraction(-1)) for value in _sizes(known))
    return known


def _currencies(quantity: Quantity, day: date, table: Table) -> Iterator[Rewrite]:
    for name, known in rewrites_of_currency.others(quantity, day, table):
        yield Rewrite((name,), known)


def _numbers(quantity: Quantity, day: date, table: Table) -> Iterator[Rewrite]:
    known = values(quantity, table, day)
    money = quantity.kind in ("level", "difference")
    for power in SCALES if money else SCALES[:1]:
        both = [Fraction(10) ** power, Fraction(1, 10**power)]
        scaled = tuple(_times(value, factor) for factor in both for value in known)
        yield Rewrite((f"scale x{10**power}",), scaled)
    if known and sign_of(quantity, known[0].point):
        yield Rewrite(("sign",), tuple(_times(value, Fraction(-1)) for value in known))
    if quantity.kind == "change":
        yield Rewrite(("percentage on the new value",), tuple(_on_new(value) for value in known if value.point > -100))
        of, base = quantity.of, quantity.base
        if base is not None and of.span.start - base.span.start == 12:
            yield _named("points for percent", Quantity("rate-points", of, base), day, table)
    if quantity.kind.endswith("-points"):
        yield Rewrite(("percent for points",), tuple(_relative(quantity, day, table)))


def _times(value: Value, factor: Fraction) -> Value:
    digit = None if value.digit is None else value.digit * abs(factor)
    return Value(value.point * factor, value.half * abs(factor), digit, value.published, value.route)


def _on_new(value: Value) -> Value:
    """100 (p − q) / p from 100 (p − q) / q."""
    return Value(HUNDRED * value.point / (HUNDRED + value.point), value.half, None, value.published, value.route)


def _relative(quantity: Quantity, day: date, table: Table) -> Iterator[Value]:
    """By how many per cent a share or a rate itself changed."""
    of, base, whole = quantity.of, quantity.base, quantity.whole
    if base is None:
        return
    if whole is None:
        now, before = values(growth(of), table, day), values(growth(base), table, day)
    else:
        now = values(Quantity("share", of, whole), table, day)
        before = values(Quantity("share", base, whole.at(base.span)), table, day)
    for one, other in zip(now, before, strict=False):
        if one.point * other.point > 0:
            yield Value(HUNDRED * (one.point / other.point - 1), one.half + other.half)


def _vintages(quantity: Quantity, day: date, table: Table) -> Iterator[Rewrite]:
    """The figures of releases other than the one that decides."""
    makers: dict[str, Callable[[Quantity, date, Table], Iterator[tuple[Value, bool]]]] = {
        "level": _other_levels,
        "change": _other_rates,
    }
    if quantity.kind in makers:
        found = list(makers[quantity.kind](quantity, day, table))
        for known in (True, False):
            yield Rewrite(("other vintage",), tuple(value for value, then in found if then is known), makes=known)


def _other_levels(quantity: Quantity, day: date, table: Table) -> Iterator[tuple[Value, bool]]:
    best = table.best(quantity.of, day)
    for row in table.rows(quantity.of):
        if row is not best and best is not None and row.value != best.value:
            yield Value(row.value, row.digit / 2, row.digit, row.published), is_eligible(row, day)


def _other_rates(quantity: Quantity, day: date, table: Table) -> Iterator[tuple[Value, bool]]:
    of, base = quantity.of, quantity.base
    best = table.best(of, day, "yoy")
    for row in table.rows(of, "yoy"):
        if best is not None and row is not best and base == of.at(of.span.later(-12)):
            yield Value(row.value, row.digit / 2, row.digit, row.published), is_eligible(row, day)
    now, before = table.best(of, day), table.best(base, day) if base is not None else None
    if now is None or before is None or base is None:
        return
    for one in table.rows(of):
        for other in table.rows(base):
            if (one is not now or other is not before) and one.value * other.value > 0:
                point = HUNDRED * (one.value / other.value - 1)
                yield Value(point, Fraction(0)), is_eligible(one, day) and is_eligible(other, day)
