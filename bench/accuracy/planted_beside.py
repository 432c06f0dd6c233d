"""
Planted inconsistencies beside the linear model: currencies that do not go together, a weekday that does not fit.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from random import Random

from bench.accuracy.article_claims import Claim
from bench.accuracy.article_desk import Desk
from bench.accuracy.article_facts import Rate
from bench.accuracy.article_forms import Change, Series
from bench.accuracy.article_levels import level_claim
from bench.accuracy.article_rows import Family, Printed
from bench.accuracy.article_spans import Span
from bench.accuracy.articles import day_claim
from bench.accuracy.planted_figures import Draw, Planter, between, drawn, stated_change, stated_level, true_level

#: The least and the most units that a dollar cost on any day of 1999 to 2026, with room on both sides.
PER_DOLLAR = {
    "USD": (Fraction(1), Fraction(1)),
    "EUR": (Fraction(6, 10), Fraction(13, 10)),
    "GBP": (Fraction(45, 100), Fraction(1)),
    "CNY": (Fraction(58, 10), Fraction(85, 10)),
    "JPY": (Fraction(70), Fraction(170)),
    "KRW": (Fraction(850), Fraction(1700)),
    "INR": (Fraction(35), Fraction(105)),
    "CAD": (Fraction(85, 100), Fraction(17, 10)),
    "AUD": (Fraction(85, 100), Fraction(22, 10)),
}
SECOND = ("USD", "EUR", "CNY")


def impossible_rate(desk: Desk) -> Draw | None:
    """One amount in two currencies whose rate no day has ever known."""
    flow, span = desk.draw()
    unit, level = desk.facts.family.unit, desk.facts.level(flow, span)
    if level is None or not level.value or unit not in PER_DOLLAR:
        return None
    other = desk.random.choice([each for each in SECOND if each != unit])
    low, high = PER_DOLLAR[other][0] / PER_DOLLAR[unit][1], PER_DOLLAR[other][1] / PER_DOLLAR[unit][0]
    factor = 1 + between(desk.random, 0.1, 3)
    wrong_rate = high * factor if desk.random.random() < 0.5 else low / factor
    wrong = stated_level(desk, flow, span, level.value * wrong_rate, other)
    return drawn([level_claim(desk, flow, span, plain=True)], wrong)


def mixed_basis(desk: Desk) -> Draw | None:
    """The total in one currency, two more flows only in another: rates or amounts."""
    unit, span = desk.facts.family.unit, desk.random.choice(desk.spans)
    if unit not in PER_DOLLAR:
        return None
    other = desk.random.choice([each for each in SECOND if each != unit])
    flows = desk.random.choice((("exports", "imports"), ("exports", "balance"), ("imports", "balance")))
    if desk.random.random() < 0.5:
        return _mixed_levels(desk, span, flows, other)
    return _mixed_rates(desk, span, flows, other)


def _mixed_levels(desk: Desk, span: Span, flows: Sequence[str], other: str) -> Draw | None:
    middle = sum(PER_DOLLAR[other], Fraction(0)) / sum(PER_DOLLAR[desk.facts.family.unit], Fraction(0))
    levels = [(flow, desk.facts.level(flow, span)) for flow in flows]
    claims = [
        None if level is None or not level.value else stated_level(desk, flow, span, level.value * middle, other)
        for flow, level in levels
    ]
    return drawn(claims, true_level(desk, "total", span))


def _mixed_rates(desk: Desk, span: Span, flows: Sequence[str], other: str) -> Draw | None:
    shift = between(desk.random, 0.5, 6)
    rates = [(flow, desk.facts.rate(flow, span)) for flow in ("total", *flows)]
    claims: list[Claim | None] = []
    for flow, rate in rates:
        if rate is None:
            return None
        value = rate.printed.value if flow == "total" else rate.printed.value + shift
        claims.append(_rate_in(desk, rate, value, "" if flow == "total" else other))
    return drawn(claims[1:], claims[0])


def _rate_in(desk: Desk, rate: Rate, value: Fraction, unit: str) -> Claim | None:
    """A rate measured in another currency; its keys say so."""
    family: Family = rate.change.series.family
    series = Series(family._replace(unit=unit or family.unit), rate.change.series.flow)
    change = Change(series, rate.change.span, rate.change.base, rate.change.sign)
    claim = stated_change(desk, change, Printed(value, Fraction(1, 20)).value)
    return None if claim is None else claim._replace(keys={**claim.keys, "currency": series.family.unit})


def wrong_weekday(days: Sequence[tuple[str, date]], random: Random) -> Draw:
    """A date with the name of another day of the week."""
    event, day = random.choice(list(days))
    return [], day_claim(event, day, random, shift=random.randint(1, 6))


CURRENCY_KINDS: dict[str, Planter] = {
    "two currencies with an impossible rate": impossible_rate,
    "mixed bases": mixed_basis,
}
