"""
What the claims of the bench are about: quantities drawn from the rows of all sources, with a day of publication.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from bench.accuracy.quantities import Quantity, growth, values
from bench.accuracy.rows import Cell, Row
from bench.accuracy.table import Table, Value

LAST_DAY = date(2026, 11, 28)
DAYS = (14, 28)  # days of the month on which articles appear: fewer days make fewer claims files
TRUSTED = ("printed", "from flows", "from partners", "published", "recomputed")

#: Weights of the sources; each of the others counts 1.
SOURCES = {
    "gacc": 36,
    "census": 22,
    "destatis": 8,
    "eurostat": 8,
    "mof-japan": 7,
    "kita": 4,
    "india-commerce": 7,
    "world-bank": 3,
    "motie": 3,
    "mof-taiwan": 3,
}
#: The same for the rare errors: Chinese customs print two currencies.
RARE_SOURCES = {"gacc": 12, "census": 5}
OFTEN = 4  # cells with another currency or scope beside them are few
MEASURES = {"level": 5, "yoy": 1}
KINDS = {
    "level": 38,
    "change": 28,
    "difference": 12,
    "share": 9,
    "multiple": 4,
    "rate-points": 4,
    "share-points": 3,
}


class Drawn(NamedTuple):
    """A quantity, the day, and what is known of it then."""

    quantity: Quantity
    day: date
    values: tuple[Value, ...]


class Pool(NamedTuple):
    """The rows that claims are drawn from, by source; those about Russia weigh more within Chinese customs."""

    table: Table
    by_source: dict[tuple[str, str], Sequence[Row]]
    weights: dict[str, int] = SOURCES

    @classmethod
    def of(cls, table: Table) -> Pool:
        """Levels and rates of every source, in a fixed order."""
        found: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for measure, cell in sorted(table.by_cell):
            if measure in ("level", "yoy") and cell.unit and cell.span.words[0] != "span":
                copies = 3 if cell.source == "gacc" and cell.partner != "WLD" else 1
                found[cell.source, measure] += table.rows(cell, measure) * copies
        return cls(table, dict(found))

    def with_rare_errors(self) -> Pool:
        """
        Only the rows with which a rare error can be made.

        Those with another currency, office or scope beside them, and those of China, with Hong Kong too.
        """
        found = {
            key: [each for row in rows for each in _with_rare_error(row, self.table)]
            for key, rows in self.by_source.items()
        }
        return Pool(self.table, {key: rows for key, rows in found.items() if rows}, RARE_SOURCES)

    def draw(self, random: Random) -> Drawn | None:
        """One quantity; None where the draw gave nothing that is known."""
        keys = sorted(self.by_source)
        odds = [self.weights.get(source, 1) * MEASURES[measure] for source, measure in keys]
        row = random.choice(self.by_source[random.choices(keys, odds)[0]])
        kind = random.choices(list(KINDS), list(KINDS.values()))[0]
        cell = _maybe_total(row.cell, random)
        quantity = _about(kind, cell, random) if row.measure == "level" else growth(cell)
        return None if quantity is None else self.known(quantity, a_day(row, random))

    def known(self, quantity: Quantity, day: date) -> Drawn | None:
        """The quantity with its values, where its levels are printed and nobody disputes them."""
        found = values(quantity, self.table, day)
        cells = [cell for cell in (quantity.of, quantity.base, quantity.whole) if cell is not None]
        if not found or any(self._doubtful(cell, day) for cell in cells):
            return None
        if quantity.of.unit in ("1", "t") and quantity.kind != "level":
            return None
        return Drawn(quantity, day, found) if all(value.route in TRUSTED for value in found) else None

    def _doubtful(self, cell: Cell, day: date) -> bool:
        level = self.table.level(cell, day)
        derived = level is not None and level.route not in TRUSTED
        return derived or any(self.table.disputed(cell, day, measure) for measure in ("level", "yoy", "mom"))


def _with_rare_error(row: Row, table: Table) -> list[Row]:
    cell = row.cell
    beside = [
        *(cell._replace(unit=unit) for unit in sorted(table.units_of[cell.source] - {cell.unit})),
        *(cell._replace(scope=scope, valuation=valuation) for scope, valuation in sorted(table.kinds_of[cell.source])),
    ]
    other = any(table.rows(each, row.measure) for each in beside if (each.unit, each.scope) != (cell.unit, cell.scope))
    office = any(
        table.rows(cell._replace(source=source, reporter=cell.partner, partner=cell.reporter, flow=flow), row.measure)
        for source in sorted(table.sources_of.get(cell.partner, ()))
        for flow in ("exports", "imports", "total", "balance")
    )
    with_hong_kong = cell._replace(partner="CHN+HKG")
    pair = cell.partner == "CHN" and (table.rows(cell._replace(partner="HKG")) or table.rows(with_hong_kong))
    both = [row._replace(cell=with_hong_kong)] if pair and row.measure == "level" else []
    return ([row] if office or pair else []) + [row] * (OFTEN if other else 0) + both


def a_day(row: Row, random: Random) -> date:
    """A day soon after the figure came out, or any later one."""
    first = row.published or row.cell.span.last_day + timedelta(45)
    latest = max((LAST_DAY - first).days, 1)
    wait = random.randint(0, 20) if random.random() < 0.6 else random.randint(0, min(latest, 900))
    return on_grid(min(first + timedelta(wait), LAST_DAY))


def on_grid(day: date) -> date:
    """The next day of the month on which articles appear."""
    while day.day not in DAYS:
        day += timedelta(1)
    return day


def _maybe_total(cell: Cell, random: Random) -> Cell:
    return cell._replace(flow="total") if cell.flow != "balance" and random.random() < 0.08 else cell


def _about(kind: str, cell: Cell, random: Random) -> Quantity | None:
    span = cell.span
    if kind == "level":
        return Quantity("level", cell)
    if cell.flow == "balance" and kind != "change":
        return None
    years = cell.at(span.later(-12 * random.randint(2, 5)))
    if kind == "change":
        chance = random.random()
        if chance < 0.15 and span.words[0] in ("month", "quarter", "half"):
            return Quantity("change", cell, cell.at(span.later(-span.months)))
        return Quantity("change", cell, years) if chance > 0.85 else growth(cell)
    if kind == "difference":
        return Quantity("difference", cell, years if random.random() < 0.2 else cell.at(span.later(-12)))
    if kind == "multiple":
        other = {"exports": "imports", "imports": "exports"}.get(cell.flow)
        by_flow = other is not None and random.random() < 0.5
        return Quantity("multiple", cell, cell._replace(flow=other or "") if by_flow else years)
    return _shared(kind, cell, random)


def _shared(kind: str, cell: Cell, random: Random) -> Quantity | None:
    before = cell.at(cell.span.later(-12))
    if kind == "rate-points":
        return Quantity("rate-points", cell, before)
    if cell.partner == "WLD" and cell.flow == "total":
        return None
    by_flow = cell.partner == "WLD" or (cell.flow != "total" and random.random() < 0.15)
    whole = cell._replace(flow="total") if by_flow else cell._replace(partner="WLD")
    if kind == "share":
        return Quantity("share", cell, whole)
    return Quantity("share-points", cell, before, whole)
