"""
True growth on revised bases: what the offices published, and what their levels give, each at one decimal.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from random import Random

from bench.accuracy.accepts import sign_of
from bench.accuracy.claims import Claim
from bench.accuracy.drawing import Pool, a_day
from bench.accuracy.figures import figure
from bench.accuracy.quantities import HUNDRED, Quantity, growth, values
from bench.accuracy.rows import Cell, Row
from bench.accuracy.table import Table
from bench.accuracy.words import said

TENTH = Fraction(1, 10)
PUBLISHED, LATEST, FIRST = "published by the office", "from the levels of the day", "from levels revised since"


def growth_claims(pool: Pool, random: Random, number: int) -> Iterator[Claim]:
    """
    So many claims of each kind, as far as the snapshot has them.

    The rules accept the first two kinds. The third is growth between two first publications of which one had been
    revised by the day: the rules accept it only where it is the published rate too; it is counted on its own.
    """
    table = pool.table
    rows = [row for _, found in sorted(pool.by_source.items()) for row in dict.fromkeys(found)]
    rates = [row for row in rows if row.measure == "yoy" and row.standing == "decides"]
    levels = [row for row in rows if row.measure == "level" and row.standing == "decides"]
    levels = [row for row in levels if row.cell.flow != "balance"]
    for row in random.sample(rates, min(number, len(rates))):
        day = a_day(row, random)
        best = table.best(row.cell, day, "yoy")
        if best is not None and not table.disputed(row.cell, day, "yoy"):
            yield from _claim(growth(best.cell), best.value, max(TENTH, best.digit), day, PUBLISHED, random)
    made = {LATEST: 0, FIRST: 0}
    for row in random.sample(levels, len(levels)):
        day = a_day(row, random)
        for claim in _from_levels(row, day, table, random):
            if made[claim.way] < number:
                made[claim.way] += 1
                yield claim


def _claim(quantity: Quantity, rate: Fraction, digit: Fraction, day: date, way: str, random: Random) -> Iterator[Claim]:
    written = figure(abs(rate), digit, "%", random.randrange(6))
    if written is not None:
        sign = sign_of(quantity, rate)
        yield Claim(quantity, day, said("change", sign, written.text, random), sign, written, way)


def _from_levels(row: Row, day: date, table: Table, random: Random) -> Iterator[Claim]:
    quantity = growth(row.cell)
    base = quantity.base
    if base is None or any(table.disputed(cell, day) for cell in (row.cell, base)):
        return
    now, before = (_first(cell, table) for cell in (row.cell, base))
    latest = [table.best(cell, day) for cell in (row.cell, base)]
    if now is None or before is None or None in latest:
        return
    known = [value for value in values(quantity, table, day) if value.route == "recomputed"]
    if known:
        yield from _claim(quantity, known[0].point, TENTH, day, LATEST, random)
    if [now, before] != latest and now.value * before.value > 0:
        rate = HUNDRED * (now.value / before.value - 1)
        yield from _claim(quantity, rate, TENTH, day, FIRST, random)


def _first(cell: Cell, table: Table) -> Row | None:
    """The first publication among those with a day."""
    dated = [row for row in table.rows(cell) if row.published is not None and row.standing == "decides"]
    return min(dated, key=lambda row: (row.published, row.digit), default=None)
