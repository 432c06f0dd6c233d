"""
Planted inconsistencies among the flows of one span: levels, rates, words and shares that do not fit.
"""

from __future__ import annotations

from bench.accuracy.article_desk import Desk
from bench.accuracy.article_facts import Rate
from bench.accuracy.article_rates import TREND_WORDS, trend_claim
from bench.accuracy.planted_figures import (
    SIDES,
    Draw,
    Planter,
    aside,
    drawn,
    off,
    stated_change,
    stated_level,
    true_change,
    true_level,
)


def mean_rule(desk: Desk) -> Draw | None:
    """One flow's growth is off, so that the total's does not lie between those of its parts."""
    span, flow = desk.random.choice(desk.spans), desk.random.choice(SIDES)
    true = desk.facts.rate(flow, span)
    others = [true_change(desk, each, span) for each in SIDES if each != flow]
    if true is None:
        return None
    wrong = stated_change(desk, true.change, true.printed.value + aside(desk.random, 1.5, 15))
    return drawn(others, wrong)


def trend_against_flows(desk: Desk) -> Draw | None:
    """A word for the growth of one flow that the rates of the two others do not allow."""
    span, flow = desk.random.choice(desk.spans), desk.random.choice(SIDES)
    true = desk.facts.rate(flow, span)
    others = [true_change(desk, each, span) for each in SIDES if each != flow]
    if true is None:
        return None
    return drawn(others, trend_claim(desk, Rate(true.printed, true.change), *desk.random.choice(list(TREND_WORDS))))


def parts_that_do_not_sum(desk: Desk) -> Draw | None:
    """Exports and imports do not make the total."""
    span, flow = desk.random.choice(desk.spans), desk.random.choice(SIDES)
    level = desk.facts.level(flow, span)
    if level is None:
        return None
    wrong = stated_level(desk, flow, span, level.value * off(desk.random, 0.02, 0.4))
    return drawn([true_level(desk, each, span) for each in SIDES if each != flow], wrong)


def balance_against_flows(desk: Desk) -> Draw | None:
    """A surplus or deficit that exports and imports do not give: another size, or on the other side."""
    span = desk.random.choice(desk.spans)
    level = desk.facts.level("balance", span)
    if level is None or not level.value:
        return None
    factor = -off(desk.random, 0, 0.5) if desk.random.random() < 0.4 else off(desk.random, 0.05, 1)
    wrong = stated_level(desk, "balance", span, level.value * factor)
    return drawn([true_level(desk, each, span) for each in ("exports", "imports")], wrong)


FLOW_KINDS: dict[str, Planter] = {
    "a flow's growth against the mean rule": mean_rule,
    "a trend word against the other flows": trend_against_flows,
    "parts that do not make the total": parts_that_do_not_sum,
    "a balance against its flows": balance_against_flows,
}
