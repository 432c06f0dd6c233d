"""
Wrong figures in the words of an article, for planted inconsistencies.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from random import Random

from bench.accuracy.article_claims import Claim, Statement
from bench.accuracy.article_desk import NOUNS, Desk
from bench.accuracy.article_facts import Rate
from bench.accuracy.article_forms import Change, Sum, Variable
from bench.accuracy.article_levels import level_claim
from bench.accuracy.article_rates import change_claim
from bench.accuracy.article_rows import Printed
from bench.accuracy.article_spans import Span
from bench.accuracy.article_words import money

HEDGED = 0.25
SIDES = ("total", "exports", "imports")

#: The true claims of a planted set and the wrong one; None where the article does not carry the kind.
Draw = tuple[list[Claim], Claim]
Planter = Callable[[Desk], Draw | None]


def drawn(supports: list[Claim | None], wrong: Claim | None) -> Draw | None:
    """The claims of a planted set, if all could be written."""
    known = [each for each in supports if each is not None]
    return None if wrong is None or len(known) < len(supports) else (known, wrong)


def between(random: Random, low: float, high: float) -> Fraction:
    """A factor or a number of points, to the thousandth."""
    return Fraction(random.randint(round(low * 1000), round(high * 1000)), 1000)


def off(random: Random, low: float, high: float) -> Fraction:
    """A factor so far above or below 1."""
    factor = 1 + between(random, low, high)
    return factor if random.random() < 0.5 else 1 / factor


def aside(random: Random, low: float, high: float) -> Fraction:
    """So many points up or down."""
    return between(random, low, high) * random.choice((1, -1))


def true_level(desk: Desk, flow: str, span: Span) -> Claim | None:
    """A level as the source has it, now and then with a hedge."""
    return level_claim(desk, flow, span, plain=desk.random.random() > HEDGED)


def true_change(desk: Desk, flow: str, span: Span) -> Claim | None:
    """A rate as the source has it, now and then with a hedge."""
    rate = desk.facts.rate(flow, span)
    return None if rate is None else change_claim(desk, rate, plain=desk.random.random() > HEDGED)


def stated_change(desk: Desk, change: Change, value: Fraction) -> Claim | None:
    """A rate that nobody published, to the tenth; None where its size has no tenth or nothing would be left."""
    if value <= -95:
        return None
    return change_claim(desk, Rate(Printed(value, Fraction(1, 20)), change), plain=True)


def stated_level(desk: Desk, flow: str, span: Span, value: Fraction, unit: str = "") -> Claim | None:
    """An amount that nobody published, with four digits; ``unit`` is another currency than the family's."""
    family = desk.facts.family._replace(unit=unit or desk.facts.family.unit)
    written = money(abs(value), family.unit, desk.random)
    if written is None:
        return None
    sign = 1 if value > 0 else -1
    series = desk.facts.series(flow)._replace(family=family)
    statement = Statement("level", desk.name(span), Sum(((Variable(series, span), Fraction(sign)),)), written.band)
    keys = {**desk.keys(flow), "currency": family.unit}
    if flow == "balance":
        return Claim(f"a trade {'surplus' if sign > 0 else 'deficit'} of {written.text}", keys, (statement,))
    return Claim(f"{desk.random.choice(NOUNS[flow])} of {written.text}", keys, (statement,))
