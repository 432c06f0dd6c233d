"""
Two currencies of one amount whose implied exchange rate lies outside those of the time.

The rates are those of the European Central Bank, from the lowest to the highest of the days from the start of the
period to the publication of the article: a period's amount is converted at an average, which need be no day's own.
"1.74 trillion yuan" and "$237 billion" imply 7.34, which January 2025 knows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from itertools import combinations, product
from typing import NamedTuple

from factcheck.amounts import number
from factcheck.consistency.allowed import level_sizes
from factcheck.consistency.meant import told_cell
from factcheck.daily_rates import SOURCE, range_between
from factcheck.findings import Inconsistency
from factcheck.intervals import Interval
from factcheck.kinds.compile import Compiled
from factcheck.observations import Cell
from factcheck.periods import Period, in_words
from factcheck.statements import Expected, Level, Within
from factcheck.units import is_money

DAYS_TO_PUBLICATION = 45  # after the period's end, where the article's day is not known
MOST_AMOUNTS = 6  # of one cell in one currency
MOST_FOUND = 20  # of one article
PRINTED = Fraction(1, 1000)


class Amount(NamedTuple):
    """One amount of money, with its place among the statements."""

    place: int
    compiled: Compiled
    says: Expected


def implied_rates(statements: Sequence[Compiled], published: date | None) -> Iterator[Inconsistency]:
    """Pairs of amounts of one cell that no exchange rate of the time turns into one another."""
    found = 0
    for cell, by_unit in _cells(statements).items():
        for first, second in combinations(sorted(by_unit), 2):
            for one, other in product(by_unit[first], by_unit[second]):
                inconsistency = _compared(cell, (first, one), (second, other), published)
                if inconsistency is not None and found < MOST_FOUND:
                    found += 1
                    yield inconsistency


def _cells(statements: Sequence[Compiled]) -> dict[Cell, dict[str, list[Amount]]]:
    """The amounts of money of each cell, by their currency; its own currency is left blank."""
    found: dict[Cell, dict[str, list[Amount]]] = {}
    for place, each in enumerate(statements):
        match each.statement:
            case Within(quantity=Level(cell=cell), expected=expected) if is_money(cell.series.unit):
                by_unit = found.setdefault(Cell(cell.series._replace(unit=""), cell.period), {})
                amounts = by_unit.setdefault(cell.series.unit, [])
                if len(amounts) < MOST_AMOUNTS:
                    amounts.append(Amount(place, each, expected))
            case _:
                continue
    return found


def _compared(
    cell: Cell, one: tuple[str, Amount], other: tuple[str, Amount], published: date | None
) -> Inconsistency | None:
    """The two amounts, dearer currency first, where no day's rate lies between what they imply."""
    (base, dear), (quote, cheap) = one, other
    implied = _quotient(level_sizes(cheap.says), level_sizes(dear.says))
    last = published or cell.period.last + timedelta(DAYS_TO_PUBLICATION)
    if implied is None or last < cell.period.first:
        return None
    rates = _rates(base, quote, cell.period.first, last)
    # the amount of a period is converted at an average, which may lie anywhere between the rates of its days
    if rates is None or not implied.intersection(Interval(*rates)).is_empty:
        return None
    if rates[1] < 1:  # people say 7.2 yuan for a dollar, not 0.14 dollars for a yuan
        return _compared(cell, other, one, published)
    days = Period(cell.period.first, last)
    return _told(cell, (base, quote), (dear, cheap), rates, days)


_rates = lru_cache(maxsize=1024)(range_between)


def _quotient(of: Interval, by: Interval) -> Interval | None:
    """One amount in units of the other; None where neither end says anything."""
    low = max(of.low, Fraction(0)) / by.high if of.low is not None and by.high else None
    high = of.high / by.low if of.high is not None and by.low is not None and by.low > 0 else None
    if low is None and high is None:
        return None
    return Interval(low, high)


def _told(
    cell: Cell, units: tuple[str, str], amounts: tuple[Amount, Amount], rates: Sequence[Fraction], days: Period
) -> Inconsistency:
    dear, cheap = amounts
    base, quote = units
    implied = (cheap.says.number or Fraction(0)) / (dear.says.number or Fraction(1))
    first, last = (in_words(Period.of_day(day)) for day in (days.first, days.last))
    text = (
        f"“{dear.says.text}” and “{cheap.says.text}” for one figure ({told_cell(cell)}) imply"
        f" {number(implied, PRINTED)} {quote} for one {base}. From {first} to {last} it was"
        f" {number(min(rates), PRINTED)} to {number(max(rates), PRINTED)} ({SOURCE}): no rate of that time turns one"
        " amount into the other, however they were rounded."
    )
    claims = tuple(dict.fromkeys(each.compiled.claim.id for each in sorted(amounts, key=lambda each: each.place)))
    return Inconsistency("implied-rate", claims, (), claims, text)
