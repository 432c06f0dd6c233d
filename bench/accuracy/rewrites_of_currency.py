"""
The figure in another currency: its rate, its level converted, its level with the wrong unit.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from bench.accuracy.exchange import averages, spot
from bench.accuracy.quantities import Quantity, values
from bench.accuracy.table import Table, Value

RELEASED = ("printed", "from flows")  # a figure that was derived over time has no release day of its own
WORDS = {
    "USD": "dollar",
    "CNY": "yuan",
    "RUB": "rouble",
    "EUR": "euro",
    "JPY": "yen",
    "KRW": "won",
    "INR": "rupee",
    "GBP": "pound",
}


def others(quantity: Quantity, day: date, table: Table) -> Iterator[tuple[str, tuple[Value, ...]]]:
    """The name of each error, with the figures that it gives."""
    unit = quantity.of.unit
    for other in sorted(table.units_of[quantity.of.source] - {unit}):
        if len(unit) != 3 or len(other) != 3:
            continue
        own, theirs = WORDS.get(unit, unit), WORDS.get(other, other)
        if quantity.kind == "change" and quantity.base is not None:
            moved = quantity._replace(of=quantity.of._replace(unit=other), base=quantity.base._replace(unit=other))
            yield f"{theirs} rate as {own} rate", values(moved, table, day)
        if quantity.kind == "level":
            known = values(quantity._replace(of=quantity.of._replace(unit=other)), table, day)
            yield f"{theirs} level as {own} level", known
            for value in known:
                if value.route not in RELEASED:
                    continue
                yield f"{theirs} level at spot rate", tuple(_at_spot(value, other, unit, day))
                rates = averages(other, unit, quantity.of.span)
                yield f"{theirs} level at average rate", tuple(_converted(value, rate) for rate in rates)


def _at_spot(value: Value, other: str, unit: str, day: date) -> Iterator[Value]:
    """At the rate of the figure's own release day, and at that of the day of publication."""
    for when in (value.published, day):
        rate = spot(other, unit, when) if when is not None and when <= day else None
        if rate is not None:
            yield _converted(value, rate)


def _converted(value: Value, rate: Fraction) -> Value:
    return Value(value.point * rate, value.half * rate, None, value.published, "converted")
