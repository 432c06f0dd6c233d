"""
Planted inconsistencies between parts and wholes: shares, partners, months and years.
"""

from __future__ import annotations

from fractions import Fraction

from bench.accuracy.article_claims import Claim
from bench.accuracy.article_desk import Desk
from bench.accuracy.article_facts import Facts
from bench.accuracy.article_levels import share_claim, stated_share
from bench.accuracy.article_spans import Span
from bench.accuracy.article_words import Band, rate
from bench.accuracy.planted_figures import SIDES, Draw, Planter, between, drawn, off, stated_level, true_level

COUNTRY_CODE = 3
MOST_PARTS = 12


def part_above_total(desk: Desk) -> Draw | None:
    """A flow is said to be larger than the total, or a partner's than the world's."""
    world = [facts for facts in desk.partners if facts.family.partner == "WLD"]
    if world and desk.facts.family.partner != "WLD" and desk.random.random() < 0.5:
        flow = desk.random.choice(SIDES)
        return _above(desk, flow, world[0], flow)
    return _above(desk, desk.random.choice(("exports", "imports")), desk.facts, "total")


def _above(desk: Desk, flow: str, whole: Facts, whole_flow: str) -> Draw | None:
    span = desk.random.choice(desk.spans)
    level = whole.level(whole_flow, span)
    if level is None or whole.family.unit != desk.facts.family.unit:
        return None
    wrong = stated_level(desk, flow, span, level.value * (1 + between(desk.random, 0.03, 0.6)))
    return drawn([true_level(Desk(whole, desk.spans, (), desk.random), whole_flow, span)], wrong)


def shares_over_100(desk: Desk) -> Draw | None:
    """Shares of one whole that add up to more than all of it."""
    family, span = desk.facts.family, desk.random.choice(desk.spans)
    world = [facts for facts in desk.partners if facts.family == family._replace(partner="WLD")]
    countries = [facts for facts in desk.partners if len(facts.family.partner) == COUNTRY_CODE and facts not in world]
    alike = [facts for facts in countries if facts.family._replace(partner=family.partner) == family]
    if world and alike and len(family.partner) == COUNTRY_CODE and desk.random.random() < 0.5:
        flow = desk.random.choice(SIDES)
        return _two_shares(desk, span, (world[0], flow), (desk.facts, flow), (desk.random.choice(alike), flow))
    sides = desk.random.sample(("exports", "imports"), 2)
    return _two_shares(desk, span, (desk.facts, "total"), (desk.facts, sides[0]), (desk.facts, sides[1]))


def _two_shares(
    desk: Desk, span: Span, whole: tuple[Facts, str], part: tuple[Facts, str], other: tuple[Facts, str]
) -> Draw | None:
    true = share_claim(desk, *part, *whole, span)
    if true is None:
        return None
    rest = 100 - 100 * (true.statements[0].known.low or Fraction(0))
    percent = min(rest + between(desk.random, 2, 25), Fraction(995, 10))
    return drawn([true], stated_share(desk, other, whole, span, rate(percent), Band(None, None)))


def share_against_levels(desk: Desk) -> Draw | None:
    """A share that the two stated levels do not give."""
    span, flow = desk.random.choice(desk.spans), desk.random.choice(("exports", "imports"))
    part, whole = desk.facts.level(flow, span), desk.facts.level("total", span)
    if part is None or whole is None or whole.low <= 0:
        return None
    percent = part.value / whole.value * 100 * off(desk.random, 0.08, 0.9)
    if not 1 <= percent <= 99:
        return None
    wrong = stated_share(desk, (desk.facts, flow), (desk.facts, "total"), span, rate(percent), Band(None, None))
    return drawn([true_level(desk, each, span) for each in (flow, "total")], wrong)


def months_against_year(desk: Desk) -> Draw | None:
    """Months, quarters or halves that do not make their whole, or one of them above it."""
    flow = desk.random.choice(SIDES)
    known = sorted(span for span in desk.facts.chosen if desk.facts.level(flow, span) is not None)
    wholes = [span for span in desk.spans if span.months > 1 and span in known]
    if not wholes:
        return None
    whole = desk.random.choice(wholes)
    inside = [span for span in known if span.inside(whole)]
    if inside and desk.random.random() < 0.2:
        return _part_above_whole(desk, flow, desk.random.choice(inside), whole)
    parts = _tiling(desk, whole, inside)
    return None if parts is None else _sum_missed(desk, flow, whole, parts)


def _part_above_whole(desk: Desk, flow: str, part: Span, whole: Span) -> Draw | None:
    level = desk.facts.level(flow, whole)
    if level is None:
        return None
    wrong = stated_level(desk, flow, part, level.value * (1 + between(desk.random, 0.06, 0.5)))
    return drawn([true_level(desk, flow, whole)], wrong)


def _tiling(desk: Desk, whole: Span, inside: list[Span]) -> list[Span] | None:
    """Parts laid end to end, drawn step by step."""
    parts: list[Span] = []
    first = whole.first
    while first <= whole.last:
        fitting = [span for span in inside if span.first == first and span.last <= whole.last]
        if not fitting or len(parts) == MOST_PARTS:
            return None
        parts.append(desk.random.choice(fitting))
        first = parts[-1].last + 1
    return parts


def _sum_missed(desk: Desk, flow: str, whole: Span, parts: list[Span]) -> Draw | None:
    spans = [whole, *parts]
    wrong_at = desk.random.choice(spans)
    level = desk.facts.level(flow, wrong_at)
    if level is None:
        return None
    wrong = stated_level(desk, flow, wrong_at, level.value * off(desk.random, 0.05, 0.8))
    supports: list[Claim | None] = [true_level(desk, flow, span) for span in spans if span != wrong_at]
    return drawn(supports, wrong)


WHOLE_KINDS: dict[str, Planter] = {
    "a part above its whole": part_above_total,
    "shares over 100 per cent": shares_over_100,
    "a share against its levels": share_against_levels,
    "months against the year": months_against_year,
}
