"""
The brute-force table: what the snapshot's rows give for a cell on a day, by MEANING 4 and with plain arithmetic.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from bench.accuracy.rows import Cell, Row
from bench.accuracy.spans import Span

OVER_TIME = ("summed", "differenced")
STANDING = {"supports": 0, "decides": 1}
FLOW_SUMS = {
    "total": ((("exports", 1), ("imports", 1)),),
    "balance": ((("exports", 1), ("imports", -1)),),
    "exports": ((("total", 1), ("imports", -1)), (("imports", 1), ("balance", 1))),
    "imports": ((("total", 1), ("exports", -1)), (("exports", 1), ("balance", -1))),
}
WITH_HONG_KONG = "CHN+HKG"
FISCAL_START = {"IND": 4, "JPN": 4, "AUS": 7, "USA": 10}  # the month in which a reporter's fiscal year begins


class Value(NamedTuple):
    """A figure and how far it may be off either way; ``digit`` is None where it was computed from others."""

    point: Fraction
    half: Fraction
    digit: Fraction | None = None
    published: date | None = None
    route: str = "printed"


@dataclass
class Table:
    """All rows by what they measure and by cell; ``known`` remembers levels that were looked up."""

    by_cell: dict[tuple[str, Cell], list[Row]] = field(default_factory=lambda: defaultdict(list))
    sources_of: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    units_of: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    kinds_of: dict[str, set[tuple[str, str]]] = field(default_factory=lambda: defaultdict(set))
    known: dict[tuple[Cell, date], Value | None] = field(default_factory=dict)

    @classmethod
    def of(cls, rows: Iterable[Row]) -> Table:
        """Sort the rows; those that may never be compared with are left out."""
        table = cls()
        for row in rows:
            cell = row.cell
            if row.standing not in STANDING:
                continue
            table.by_cell[row.measure, cell].append(row)
            table.sources_of[cell.reporter].add(cell.source)
            table.units_of[cell.source].add(cell.unit)
            table.kinds_of[cell.source].add((cell.scope, cell.valuation))
        return table

    def rows(self, cell: Cell, measure: str = "level") -> list[Row]:
        """All rows of a cell that may be compared with."""
        return self.by_cell.get((measure, cell), [])

    def best(self, cell: Cell, day: date, measure: str = "level") -> Row | None:
        """The row that decides on a day: standing, then the latest vintage, then the most digits."""
        eligible = [row for row in self.rows(cell, measure) if is_eligible(row, day)]
        return max(eligible, key=preference, default=None)

    def disputed(self, cell: Cell, day: date, measure: str = "level") -> bool:
        """Whether two rows of one rank give different figures."""
        best = self.best(cell, day, measure)
        return best is not None and any(
            is_eligible(row, day)
            and preference(row)[:2] == preference(best)[:2]
            and abs(row.value - best.value) > (row.digit + best.digit) / 2
            for row in self.rows(cell, measure)
        )

    def level(self, cell: Cell, day: date) -> Value | None:
        """The level as printed, else from the other flows of its release, else from other spans of its series."""
        if (cell, day) not in self.known:
            makers = (self._printed, self._from_flows, self._from_partners, self._in_time)
            self.known[cell, day] = next((found for make in makers if (found := make(cell, day)) is not None), None)
        return self.known[cell, day]

    def _printed(self, cell: Cell, day: date) -> Value | None:
        row = self.best(cell, day)
        return None if row is None else Value(row.value, row.digit / 2, row.digit, row.published)

    def _from_flows(self, cell: Cell, day: date) -> Value | None:
        for terms in FLOW_SUMS[cell.flow]:
            rows = [(self.best(cell._replace(flow=flow), day), sign) for flow, sign in terms]
            found = [(row, sign) for row, sign in rows if row is not None]
            if len(found) == len(rows) and len({row.published for row, _ in found}) == 1:
                return _summed(found, "from flows" if cell.flow in ("total", "balance") else "from the other flow")
        return None

    def _from_partners(self, cell: Cell, day: date) -> Value | None:
        """China with Hong Kong, where no office prints it, is their sum."""
        if cell.partner != WITH_HONG_KONG:
            return None
        parts = [self.best(cell._replace(partner=partner), day) for partner in WITH_HONG_KONG.split("+")]
        found = [(row, 1) for row in parts if row is not None]
        return _summed(found, "from partners") if len(found) == len(parts) else None

    def _in_time(self, cell: Cell, day: date) -> Value | None:
        span = cell.span
        sums = [[Span(span.start + step, length) for step in range(0, span.months, length)] for length in (3, 1)]
        for parts, length in zip(sums, (3, 1), strict=True):
            if span.months > length and span.months % length == 0 and span.start % length == 0:
                rows = [self.best(cell.at(part), day) for part in parts]
                found = [(row, 1) for row in rows if row is not None]
                if len(found) == len(parts):
                    return _summed(found, "summed")
        so_far, before = Span.of(span.year, 1, span.end - span.year * 12), Span.of(span.year, 1, span.month - 1)
        if before.months and so_far.months <= 12:
            rows = [self.best(cell.at(each), day) for each in (so_far, before)]
            found = [(row, sign) for row, sign in zip(rows, (1, -1), strict=True) if row is not None]
            if len(found) == len(rows):
                return _summed(found, "differenced")
        return None


def _summed(terms: list[tuple[Row, int]], route: str) -> Value:
    point = sum((sign * row.value for row, sign in terms), Fraction(0))
    digit = max(row.digit for row, _ in terms)
    half = sum((row.digit / 2 for row, _ in terms), Fraction(0))
    if route in OVER_TIME:
        half += max(row.revision for row, _ in terms) * abs(point)
        digit *= 10  # the roundings of several add up
    days = [row.published for row, _ in terms if row.published is not None]
    return Value(point, half, digit, max(days, default=None), route)


def is_eligible(row: Row, day: date) -> bool:
    """Published by the day; where its day is not known, its span must have ended before."""
    return row.published <= day if row.published is not None else row.cell.span.last_day < day


def preference(row: Row) -> tuple[int, date, Fraction]:
    """Standing, then the latest vintage (a known day beats an unknown one), then the most digits."""
    return STANDING[row.standing], row.published or date.min, -row.digit
