"""
Sentences of an honest article without numerals, or with two: doubled, a third, between 5 and 7 per cent.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR
from fractions import Fraction

from bench.accuracy.article_claims import Claim, Statement
from bench.accuracy.article_desk import ONE, Desk, one, quotient, signed
from bench.accuracy.article_forms import Quotient, Sum, Variable
from bench.accuracy.article_rates import DOWN, UP
from bench.accuracy.article_words import Band, cut, money_range, point, size_of

WORD_RATIO = Fraction(5, 100)  # MEANING §2: a ratio in words is met within 5 % of it
FACTORS = {"doubled": Fraction(2), "tripled": Fraction(3), "halved": Fraction(1, 2)}
FRACTIONS = {
    "a quarter": Fraction(1, 4),
    "a third": Fraction(1, 3),
    "half": Fraction(1, 2),
    "two thirds": Fraction(2, 3),
    "three quarters": Fraction(3, 4),
}


def about(ratio: Fraction) -> Band:
    """What a ratio in words allows."""
    return Band(ratio * (1 - WORD_RATIO), ratio * (1 + WORD_RATIO))


def say_factor(desk: Desk) -> Claim | None:
    """Exports doubled."""
    flow, span = desk.draw()
    rate = desk.facts.rate(flow, span)
    if rate is None:
        return None
    for word, factor in FACTORS.items():
        ratio = about(factor)
        band = Band((ratio.low or ONE) * 100 - 100, (ratio.high or ONE) * 100 - 100)
        if band.holds(rate.printed):
            statement = Statement("change", desk.name(span), rate.change, band, point(rate.printed))
            return Claim(f"{desk.noun(flow, span)} {word}", desk.keys(flow), (statement,))
    return None


def say_fraction(desk: Desk) -> Claim | None:
    """Exports made up a third of the whole."""
    flow, span = desk.random.choice(("exports", "imports")), desk.random.choice(desk.spans)
    printed = quotient(desk.facts.level(flow, span), desk.facts.level("total", span))
    fitting = [word for word, ratio in FRACTIONS.items() if printed is not None and about(ratio).holds(printed)]
    if printed is None or not fitting:
        return None
    part, whole = (one(Variable(desk.facts.series(each), span)) for each in (flow, "total"))
    form = Quotient(part, whole)
    options = {"period": desk.name(span), "of": {"flow": "total"}}
    statement = Statement("share", options, form, about(FRACTIONS[fitting[0]]), point(printed))
    return Claim(f"{desk.noun(flow, span)} made up {fitting[0]} of the whole", desk.keys(flow), (statement,))


def say_range_of_rate(desk: Desk) -> Claim | None:
    """Exports rose by between 5 and 7 percent."""
    flow, span = desk.draw()
    rate = desk.facts.rate(flow, span)
    if rate is None or rate.printed.low <= 0 <= rate.printed.high:
        return None
    sign = 1 if rate.printed.value > 0 else -1
    low, high = (cut(abs(rate.printed.value), 0, way) for way in (ROUND_FLOOR, ROUND_CEILING))
    if not 0 < low < high:
        return None
    band = signed(Band(Fraction(low) - Fraction(1, 2), Fraction(high) + Fraction(1, 2)), sign)
    statement = Statement("change", desk.name(span), rate.change, band, point(rate.printed))
    verb = desk.random.choice(UP if sign > 0 else DOWN)
    text = f"{desk.noun(flow, span)} {verb} by between {low:f} and {high:f} percent"
    return Claim(text, desk.keys(flow), (statement,))


def say_range_of_level(desk: Desk) -> Claim | None:
    """Exports of between $40 billion and $45 billion."""
    flow, span = desk.draw()
    printed = desk.facts.level(flow, span)
    if printed is None or flow == "balance":
        return None
    written = money_range(size_of(printed), desk.facts.family.unit, desk.random)
    if written is None:
        return None
    terms = ((Variable(desk.facts.series(flow), span), ONE),)
    statement = Statement("level", desk.name(span), Sum(terms), written.band, point(printed))
    return Claim(f"{desk.noun(flow, span)} of {written.text}", desk.keys(flow), (statement,))
