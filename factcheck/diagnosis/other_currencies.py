"""
Another currency: growth measured in it, its level as if it were the claimed currency's, and its level converted.

A conversion uses only the rate of the day on which the converted figure was released, that of the day of publication,
and the average over exactly the figure's own period (MEANING 6). Rates implied by other people's conversions, never.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from factcheck.amounts import number
from factcheck.daily_rates import SOURCE, daily_rate
from factcheck.diagnosis.world import World
from factcheck.evaluate.observed import Observed
from factcheck.findings import Reference
from factcheck.observations import Cell, Rate, RateQuery
from factcheck.periods import Period, in_words
from factcheck.units import is_money

NAMES = {
    "USD": "dollar",
    "CNY": "yuan",
    "RUB": "rouble",
    "EUR": "euro",
    "JPY": "yen",
    "KRW": "won",
    "INR": "rupee",
    "GBP": "pound",
}
RATE_DIGITS = 5  # significant digits of a daily rate that people are shown


class Conversion(NamedTuple):
    """
    What a unit of another currency cost in that of the claim.

    Attributes:
        at: "spot" or "average".
        when: the day, or the period, in words.
        factor: the amount times this is the amount in the claim's currency.
        shown: the rate as its source gives it, in words: "÷ 7.3317 CNY for 1 USD (ECB, 13 January 2025)".
    """

    at: str
    when: str
    factor: Fraction
    shown: str


def currency_word(unit: str) -> str:
    """What a currency is called in the name of a cause: "yuan", else its code."""
    return NAMES.get(unit, unit)


def several(word: str) -> str:
    """A currency's word for more than one: dollars, yuan."""
    return f"{word}s" if word in ("dollar", "rouble", "euro", "rupee", "pound") else word


def other_currencies(cell: Cell, observed: Observed) -> list[str]:
    """The currencies other than the cell's own in which there are figures of its two sides for its period."""
    series = cell.series
    rows = observed.by_pair.get((series.reporter, series.partner, series.commodity), {}).get(cell.period, ())
    return sorted({row.unit for row in rows if row.unit != series.unit and is_money(row.unit)})


def conversions(reference: Reference, cell: Cell, unit: str, world: World, *, today: bool) -> Iterator[Conversion]:
    """
    The rates at which a figure of another currency may have been converted, none later than the article.

    Args:
        reference: the figure.
        cell: its cell: whose period an average must have.
        unit: the currency of the claim.
        world: where averages and the rates that news quoted are, and the day of publication.
        today: whether the writer may have converted it at the rate of the day of publication.
    """
    own, published = cell.series.unit, world.published
    released = {row.published for row in reference.evidence}
    days = [*released, published] if today else [*released]
    for day in dict.fromkeys(days if len(released) == 1 else days[len(released) :]):
        if day is not None and (published is None or day <= published):
            yield from _at_spot(own, unit, day, world)
    yield from _at_average(own, unit, cell.period, world.observed, published)


def _at_spot(own: str, unit: str, day: date, world: World) -> Iterator[Conversion]:
    """The rate that news quoted that day, and the reference rate of the European Central Bank."""
    when = Period.of_day(day)
    rates = world.observed.rates.get(RateQuery(unit), ())
    of_the_day = [rate for rate in rates if rate.period == when and _is_known(rate, world.published)]
    for kind in ("quoted", "point"):
        for rate in of_the_day:
            if rate.kind == kind:
                yield from _conversion("spot", in_words(when), rate, own, unit)
    # a rate of the working folder does not put the bank's aside
    if not any(_is_point(rate, own, unit) and not rate.citation.local for rate in of_the_day):
        yield from _at_the_banks_rate(own, unit, day)


def _is_point(rate: Rate, own: str, unit: str) -> bool:
    return rate.kind == "point" and {rate.base, rate.quote} == {own, unit}


def _at_the_banks_rate(own: str, unit: str, day: date) -> Iterator[Conversion]:
    known = daily_rate(unit, own, day)
    if known is None:
        return
    when = in_words(Period.of_day(known.day))
    if known.value >= 1:
        shown = f"÷ {_shown(known.value)} {own} for 1 {unit} ({SOURCE}, {when})"
    else:
        shown = f"× {_shown(1 / known.value)} {unit} for 1 {own} ({SOURCE}, {when})"
    yield Conversion("spot", when, 1 / known.value, shown)


def _conversion(at: str, when: str, rate: Rate, own: str, unit: str) -> Iterator[Conversion]:
    """A rate of a source, whichever of the two currencies it is given in."""
    if {rate.base, rate.quote} == {own, unit}:
        value = Fraction(rate.value)
        sign, factor = ("÷", 1 / value) if rate.base == unit else ("×", value)
        by = f"{rate.citation.agency}, {when}"
        yield Conversion(at, when, factor, f"{sign} {rate.value} {rate.quote} for 1 {rate.base} ({by})")


def _shown(rate: Fraction) -> str:
    """A rate to five significant digits: 7.3317, 0.13639."""
    before = len(str(int(rate))) if rate >= 1 else 0
    return number(rate, Fraction(1, 10 ** max(RATE_DIGITS - before, 0)))


def _at_average(own: str, unit: str, period: Period, observed: Observed, until: date | None) -> Iterator[Conversion]:
    for rate in observed.rates.get(RateQuery(unit, period), ()):
        if rate.kind == "average" and _is_known(rate, until):
            yield from _conversion("average", f"the average of {in_words(period)}", rate, own, unit)


def _is_known(rate: Rate, until: date | None) -> bool:
    if until is None:
        return True
    return rate.published <= until if rate.published is not None else rate.period.last < until
