"""
What the deciding rows of a source must do among themselves.

Flows: exports + imports = total, exports − imports = balance, in one cell and vintage, up to the printed digits (a
cut figure is off by up to one unit of its last digit). Cumulative: a period from January against the one that ends a
month earlier plus that month, within 1.5 % of the sum and 3 % of the month. Growth: a published rate against the
levels of its period and the year before, the base within 3 %. The allowances are those measured on the collected
figures: offices revise earlier periods, so sums over time and growth hold only about, and sums of flows hold exactly.

A row breaks an identity where none of the rows that it may be set beside fits. Amounts are whole numbers of a unit so
small that every printed digit counts, which is exact and quick.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from factcheck.errors import Location, PeriodError
from factcheck.observations import Observation, Standing
from factcheck.periods import Period
from factcheck.snapshot.package import Explained
from factcheck.snapshot.packages import Contents
from factcheck.snapshot.problems import Problems

SUM_WITHIN, MONTH_WITHIN, BASE_WITHIN = 15, 30, 30  # in thousandths
#: In the note of a row: it breaks an identity for the reason that follows.
EXPLAINED = "EXPLAINED:"
#: Different figures of one cell that may decide: more of one vintage are an error, more in all are not compared.
MOST_FIGURES = 6

_PLACES = 38  # of the small unit after the point: a row has no more
_WHOLE: int = 10**_PLACES

Series = tuple[str, ...]  # dataset, reporter, partner, commodity, scope, valuation, unit


@dataclass(frozen=True, slots=True, eq=False)
class Printed:
    """A deciding row, with its amount and one unit of its last digit in small units."""

    location: Location
    row: Observation
    amount: int
    digit: int

    @classmethod
    def of(cls, location: Location, row: Observation) -> Printed:
        """The figure of a row."""
        whole, _, fraction = str(row.value).partition(".")
        amount = int(whole + fraction) * _power(_PLACES + row.unit_multiplier - len(fraction))
        return cls(location, row, amount, _power(_PLACES + row.unit_multiplier - row.decimals))


Levels = dict[Series, dict[str, dict[Period, list[Printed]]]]  # by series, flow and period
Break = tuple[str, Printed, str]  # identity, row, what does not fit


def _power(exponent: int) -> int:
    return int(10**exponent)


def check_identities(contents: Iterable[Contents], problems: Problems) -> None:
    """Note every deciding row that breaks an identity unexplained, and every explanation that explains nothing."""
    for one in contents:
        rows = [Printed.of(*placed) for placed in one.observations if placed[1].standing is Standing.DECIDES]
        levels = _levels(rows)
        unused = set(one.package.explained)
        for breaks in (_flows(levels, problems), _cumulative(levels), _growth(rows, levels)):
            for identity, printed, what in breaks:
                fitting = {entry for entry in one.package.explained if _explains(entry, identity, printed.row)}
                unused -= fitting
                if not fitting and EXPLAINED not in printed.row.citation.note:
                    hint = f"mend the row, let it support only, or explain it in datapackage.json (identity {identity})"
                    problems.add(printed.location, what, hint)
                if problems.enough:
                    return
        for entry in sorted(unused, key=lambda entry: str(entry.location)):
            problems.add(entry.location, f"the explanation {entry.reason[:60]!r} fits no row that breaks", "remove it")


def _explains(entry: Explained, identity: str, row: Observation) -> bool:
    return entry.identity == identity and all(_cell_field(row, key) == value for key, value in entry.cell)


def _cell_field(row: Observation, key: str) -> str:
    return row.citation.dataset if key == "dataset" else str(getattr(row, key))


def _series(row: Observation) -> Series:
    return row.citation.dataset, row.reporter, row.partner, row.commodity, row.scope, row.valuation, row.unit


def _levels(rows: Iterable[Printed]) -> Levels:
    found: Levels = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for printed in rows:
        if printed.row.measure == "level":
            found[_series(printed.row)][printed.row.flow][printed.row.period].append(printed)
    return found


def _different(rows: Sequence[Printed]) -> list[Printed]:
    """One row of each figure: those that print the same are as good as one another."""
    return list({(printed.amount, printed.digit): printed for printed in rows}.values())


def _flows(levels: Levels, problems: Problems) -> Iterator[Break]:
    for flows in levels.values():
        for period in flows.get("exports", {}):
            found = [
                flows[flow].get(period, []) for flow in ("exports", "imports", "total", "balance") if flow in flows
            ]
            for day in sorted({printed.row.published for rows in found for printed in rows}, key=str):
                of_day = {
                    flow: [printed for printed in periods.get(period, []) if printed.row.published == day]
                    for flow, periods in flows.items()
                }
                if _too_many(of_day, problems):
                    continue
                exports, imports = of_day.get("exports", []), of_day.get("imports", [])
                yield from _sum("flows", exports, imports, of_day.get("total", []))
                yield from _sum("balance", exports, imports, of_day.get("balance", []))


def _too_many(of_day: dict[str, list[Printed]], problems: Problems) -> bool:
    for rows in of_day.values():
        figures = len(_different(rows))
        if figures > MOST_FIGURES:
            what = f"{figures} different figures of one cell and day decide"
            problems.add(rows[0].location, what, "let those that are rounded or computed by others support only")
            return True
    return False


def _sum(identity: str, first: list[Printed], second: list[Printed], whole: list[Printed]) -> Iterator[Break]:
    sign = 1 if identity == "flows" else -1
    sides = [_different(rows) for rows in (first, second, whole)]
    fitting = set()
    for a, b, c in product(*sides):
        if abs(a.amount + sign * b.amount - c.amount) <= a.digit + b.digit + c.digit:
            fitting |= {(side, printed.amount, printed.digit) for side, printed in enumerate((a, b, c))}
    if not all(sides):
        return
    figures = f"{first[0].row.value} {'+' if sign == 1 else '−'} {second[0].row.value} ≠ {whole[0].row.value}"
    verb = "add up to the total" if sign == 1 else "differ by the balance"
    for side, rows in enumerate((first, second, whole)):
        for printed in rows:
            if (side, printed.amount, printed.digit) not in fitting:
                yield identity, printed, f"exports and imports of {printed.row.period} do not {verb}: {figures}"


def _cumulative(levels: Levels) -> Iterator[Break]:
    for flows in levels.values():
        for flow, periods in flows.items():
            for period, wholes in periods.items():
                months = period.months or 0
                if flow == "balance" or period.first.month != 1 or not 2 <= months <= 12:
                    continue
                last = period.months_parts()[-1]
                before = Period.of_months(period.first.year, 1, months - 1)
                if last in periods and before in periods:
                    yield from _adds_up(wholes, periods[before], periods[last])


def _adds_up(wholes: Sequence[Printed], before: Sequence[Printed], month: Sequence[Printed]) -> Iterator[Break]:
    sides = [_different(rows) for rows in (wholes, before, month)]
    if max(map(len, sides)) > MOST_FIGURES:
        return
    fitting = {(c.amount, c.digit) for c, a, b in product(*sides) if _near(c, a, b)}
    for whole in wholes:
        if (whole.amount, whole.digit) not in fitting:
            parts = (
                f"{before[0].row.period} and {month[0].row.period} are {before[0].row.value} and {month[0].row.value}"
            )
            yield "cumulative", whole, f"{whole.row.period} is {whole.row.value}, but {parts}"


def _near(whole: Printed, before: Printed, month: Printed) -> bool:
    gap = abs(before.amount + month.amount - whole.amount) - (whole.digit + before.digit + month.digit)
    return 1000 * gap <= min(SUM_WITHIN * whole.amount, MONTH_WITHIN * month.amount)


def _growth(rows: Iterable[Printed], levels: Levels) -> Iterator[Break]:
    for rate in rows:
        row = rate.row
        if row.measure != "yoy" or row.flow == "balance":
            continue
        periods = levels.get(_series(row), {}).get(row.flow, {})
        try:
            now, earlier = (_different(periods.get(period, [])) for period in (row.period, row.period.year_earlier))
        except PeriodError:  # the year before the first one that there is
            continue
        if not now or not earlier or max(len(now), len(earlier)) > MOST_FIGURES:
            continue
        if not any(_grew(rate, level, base) for level, base in product(now, earlier)):
            printed = f"{earlier[0].row.value} and {now[0].row.value}"
            yield "growth", rate, f"{row.value} % for {row.flow} of {row.period}, but the levels are {printed}"


def _grew(rate: Printed, level: Printed, base: Printed) -> bool:
    """
    Whether the base that the rate implies lies within the allowance of the printed one; MEANING, section 3.

    The implied base is level / (1 + rate); both sides are multiplied out, so that whole numbers are compared.
    """
    grown = 100 * _WHOLE + rate.amount
    lowest = (level.amount - level.digit) * 100 * _WHOLE * 1000
    highest = (level.amount + level.digit) * 100 * _WHOLE * 1000
    most = (base.amount + base.digit) * (1000 + BASE_WITHIN) * (grown + rate.digit)
    least = (base.amount - base.digit) * (1000 - BASE_WITHIN) * (grown - rate.digit)
    return lowest <= most and least <= highest
