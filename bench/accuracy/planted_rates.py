"""
Planted inconsistencies between levels and rates over time: growth, increments, records, runs and the pace of growth.
"""

from __future__ import annotations

from fractions import Fraction

from bench.accuracy.article_desk import Desk
from bench.accuracy.article_rates import (
    increment_claim,
    pace_claim,
    points_claim,
    record_claim,
    streak_claim,
)
from bench.accuracy.article_rows import Printed
from bench.accuracy.article_spans import MONTHS_IN_YEAR, alike, before_for_pace
from bench.accuracy.planted_figures import (
    SIDES,
    Draw,
    Planter,
    aside,
    drawn,
    off,
    stated_change,
    true_change,
    true_level,
)

RUN_LENGTHS = (2, 3, 4, 5)


def levels_against_growth(desk: Desk) -> Draw | None:
    """A rate that the two stated levels do not give, revisions allowed for."""
    span, flow = desk.random.choice(desk.spans), desk.random.choice((*SIDES, "balance"))
    true = desk.facts.rate(flow, span)
    if true is None:
        return None
    levels = [true_level(desk, flow, each) for each in (span, span.earlier(MONTHS_IN_YEAR))]
    return drawn(levels, stated_change(desk, true.change, true.printed.value + aside(desk.random, 4, 25)))


def increment_against_percentage(desk: Desk) -> Draw | None:
    """An amount of change that the level and its rate do not give."""
    span, flow = desk.random.choice(desk.spans), desk.random.choice(SIDES)
    true, level = desk.facts.rate(flow, span), desk.facts.level(flow, span)
    if true is None or level is None:
        return None
    rise = level.value - level.value / (1 + true.printed.value / 100)
    supports = [true_level(desk, flow, span), true_change(desk, flow, span)]
    digits = Printed(rise * off(desk.random, 0.25, 2), abs(rise) / 2000)
    return drawn(supports, increment_claim(desk, flow, span, digits))


def record_refuted(desk: Desk) -> Draw | None:
    """A record that an earlier stated level refutes."""
    span, flow = desk.random.choice(desk.spans), desk.random.choice(SIDES)
    level, way = desk.facts.level(flow, span), desk.random.choice((1, -1))
    if level is None:
        return None
    earlier = [each for each in sorted(desk.facts.chosen) if alike(each, span) and each.first < span.first]
    beaten = []
    for each in earlier:
        other = desk.facts.level(flow, each)
        if other is not None and (other.value - level.value) * way > level.value * Fraction(2, 100):
            beaten.append(each)
    if not beaten:
        return None
    supports = [true_level(desk, flow, each) for each in (span, desk.random.choice(beaten))]
    return drawn(supports, record_claim(desk, flow, span, way))


def pace_against_rates(desk: Desk) -> Draw | None:
    """Growth that is said to gather speed where the two stated rates say that it lost some, or the reverse."""
    span, flow = desk.random.choice(desk.spans), desk.random.choice(SIDES)
    now, before = desk.facts.rate(flow, span), desk.facts.rate(flow, before_for_pace(span))
    if now is None or before is None:
        return None
    sign = 1 if before.printed.value > 0 else -1
    faster = now.printed.value * sign < before.printed.value * sign
    supports = [true_change(desk, flow, each.change.span) for each in (now, before)]
    return drawn(supports, pace_claim(desk, now, before, faster, sign))


def run_refuted(desk: Desk) -> Draw | None:
    """A run of rises or falls through a month whose stated rate has the other sign."""
    months = [span for span in desk.spans if span.months == 1]
    flow, length = desk.random.choice(SIDES), desk.random.choice(RUN_LENGTHS)
    if not months:
        return None
    span = desk.random.choice(months)
    rates = [desk.facts.rate(flow, span.earlier(back)) for back in range(length)]
    known = [each for each in rates if each is not None]
    if len(known) < length:
        return None
    turned = desk.random.choice(known)
    sign = -1 if turned.printed.value > 0 else 1
    return drawn(
        [true_change(desk, flow, turned.change.span)], streak_claim(desk, [each.change for each in known], sign)
    )


def points_against_rates(desk: Desk) -> Draw | None:
    """A number of points that the two stated rates do not give."""
    span, flow = desk.random.choice(desk.spans), desk.random.choice(SIDES)
    now, then = desk.facts.rate(flow, span), desk.facts.rate(flow, span.earlier(MONTHS_IN_YEAR))
    if now is None or then is None:
        return None
    gap = now.printed.value - then.printed.value + aside(desk.random, 3, 20)
    tenths = Fraction(round(abs(gap) * 10), 10)
    supports = [true_change(desk, flow, each.change.span) for each in (now, then)]
    return drawn(supports, points_claim(desk, now, then, tenths, 1 if gap > 0 else -1) if tenths else None)


RATE_KINDS: dict[str, Planter] = {
    "levels against growth": levels_against_growth,
    "an increment against a percentage": increment_against_percentage,
    "a record that another claim refutes": record_refuted,
    "pace against two stated rates": pace_against_rates,
    "a run that a stated rate refutes": run_refuted,
    "points against two stated rates": points_against_rates,
}
