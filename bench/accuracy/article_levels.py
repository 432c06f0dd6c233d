"""
Sentences of an honest article about levels: amounts, averages, shares, multiples, sums and gaps between partners.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

from bench.accuracy.article_claims import Claim, Statement, about_keys
from bench.accuracy.article_desk import NOUNS, ONE, PERCENT, Desk, one, quotient
from bench.accuracy.article_facts import Facts
from bench.accuracy.article_forms import Quotient, Sum, Variable
from bench.accuracy.article_rows import Printed
from bench.accuracy.article_spans import MONTHS_IN_YEAR, Span
from bench.accuracy.article_words import Band, Written, point, size_of, write_amount, write_rate


def say_level(desk: Desk) -> Claim | None:
    """Exports came to $47.16 billion."""
    flow, span = desk.draw()
    return level_claim(desk, flow, span)


def level_claim(desk: Desk, flow: str, span: Span, plain: bool = False) -> Claim | None:
    """An amount of one flow and span."""
    found = level_statement(desk, flow, span, plain)
    if found is None:
        return None
    text, statement = found
    if flow == "balance":
        noun = "surplus" if desk.facts.sign(flow, span) > 0 else "deficit"
        return Claim(f"a trade {noun} of {text}", desk.keys(flow), (statement,))
    verb = desk.random.choice(("came to", "were worth", "totalled", "stood at"))
    return Claim(f"{desk.noun(flow, span)} {verb} {text}", desk.keys(flow), (statement,))


def level_statement(desk: Desk, flow: str, span: Span, plain: bool = False) -> tuple[str, Statement] | None:
    """An amount in words with the statement that it makes."""
    printed, sign = desk.facts.level(flow, span), desk.facts.sign(flow, span)
    if printed is None or not sign:
        return None
    size = size_of(printed)
    written = write_amount(size, desk.facts.family.unit, desk.random, plain)
    if written is None:
        return None
    terms = ((Variable(desk.facts.series(flow), span), Fraction(sign)),)
    return written.text, Statement("level", desk.name(span), Sum(terms), written.band, point(size))


def say_in_two_currencies(desk: Desk) -> Claim | None:
    """Trade of 1.74 trillion yuan ($244.8 billion): the office prints both."""
    flow, span = desk.draw()
    unit = desk.facts.family.unit
    twins = [
        each
        for each in desk.partners
        if each.family.unit != unit and each.family._replace(unit=unit) == desk.facts.family
    ]
    if not twins or flow == "balance":
        return None
    here = level_statement(desk, flow, span, plain=True)
    there = level_statement(replace(desk, facts=twins[0]), flow, span, plain=True)
    if here is None or there is None:
        return None
    text = f"{desk.noun(flow, span)} of {here[0]} ({there[0]})"
    keys = {name: value for name, value in desk.keys(flow).items() if name != "currency"}  # each amount has its own
    return Claim(text, keys, (here[1], there[1]))


def say_average(desk: Desk) -> Claim | None:
    """An average of $20 billion a month."""
    flow, span = desk.draw()
    printed = desk.facts.level(flow, span)
    if printed is None or flow == "balance" or span.months == 1:
        return None
    mean = Printed(printed.value / span.months, printed.half / span.months)
    written = write_amount(mean, desk.facts.family.unit, desk.random, plain=True, computed=True)
    if written is None:
        return None
    terms = ((Variable(desk.facts.series(flow), span), Fraction(1, span.months)),)
    options = {"period": desk.name(span), "average": "month"}
    statement = Statement("level", options, Sum(terms), written.band, point(mean))
    return Claim(f"{desk.noun(flow, span)} of {written.text} a month on average", desk.keys(flow), (statement,))


def say_share_of_total(desk: Desk) -> Claim | None:
    """Exports made up 44 percent of trade."""
    span, flow = desk.random.choice(desk.spans), desk.random.choice(("exports", "imports"))
    return share_claim(desk, desk.facts, flow, desk.facts, "total", span)


def say_share_of_world(desk: Desk) -> Claim | None:
    """Trade with Russia was 4.1 percent of all trade."""
    span, flow = desk.random.choice(desk.spans), desk.random.choice(("total", "exports", "imports"))
    world = [facts for facts in desk.partners if facts.family.partner == "WLD"]
    if not world or desk.facts.family.partner == "WLD":
        return None
    return share_claim(desk, desk.facts, flow, world[0], flow, span)


def share_claim(desk: Desk, part: Facts, flow: str, whole: Facts, whole_flow: str, span: Span) -> Claim | None:
    """One level as a percentage of another of the same span."""
    printed = quotient(part.level(flow, span), whole.level(whole_flow, span))
    if printed is None:
        return None
    percent = Printed(printed.value * 100, printed.half * 100)
    written = write_rate(percent, desk.random, computed=True)
    if written is None:
        return None
    return stated_share(desk, (part, flow), (whole, whole_flow), span, written, point(printed))


def stated_share(
    desk: Desk, part: tuple[Facts, str], whole: tuple[Facts, str], span: Span, written: Written, known: Band
) -> Claim:
    """A percentage of a whole, true or not."""
    (facts, flow), (of, whole_flow) = part, whole
    differing = {"flow": whole_flow} if whole_flow != flow else {"partner": of.family.partner}
    form = Quotient(one(Variable(facts.series(flow), span)), one(Variable(of.series(whole_flow), span)))
    options = {"period": desk.name(span), "of": differing}
    statement = Statement("share", options, form, written.band.times(PERCENT), known)
    text = f"{desk.random.choice(NOUNS[flow])} made up {written.text} percent of the whole"
    return Claim(text, {**desk.keys(flow), **about_keys(facts.family)}, (statement,))


def say_multiple(desk: Desk) -> Claim | None:
    """Exports reached 1.6 times the earlier figure, or 1.6 times the other flow."""
    flow, span = desk.draw()
    if flow == "balance":
        return None
    if desk.random.random() < 0.5 and flow in ("exports", "imports"):
        other = "imports" if flow == "exports" else "exports"
        return _multiple(desk, flow, span, {"flow": other}, Variable(desk.facts.series(other), span), "the other flow")
    base = span.earlier(MONTHS_IN_YEAR * desk.random.randint(1, 4))
    if desk.facts.level(flow, base) is None:
        return None
    return _multiple(desk, flow, span, desk.name(base), Variable(desk.facts.series(flow), base), "the earlier figure")


def _multiple(desk: Desk, flow: str, span: Span, of: Any, base: Variable, what: str) -> Claim | None:
    printed = quotient(desk.facts.level(flow, span), desk.facts.level(base.series.flow, base.span))
    if printed is None or printed.value < Fraction(3, 2):
        return None
    written = write_rate(printed, desk.random, plain=True, computed=True)
    if written is None:
        return None
    form = Quotient(one(Variable(desk.facts.series(flow), span)), one(base))
    statement = Statement("multiple", {"period": desk.name(span), "of": of}, form, written.band, point(printed))
    return Claim(f"{desk.noun(flow, span)} reached {written.text} times {what}", desk.keys(flow), (statement,))


def say_between_partners(desk: Desk) -> Claim | None:
    """Exports were $3.2 billion more than those to another partner."""
    flow, span = desk.draw()
    others = [facts for facts in desk.partners if facts.family.partner not in ("WLD", desk.facts.family.partner)]
    if not others or flow == "balance":
        return None
    other = desk.random.choice(others)
    here, there = desk.facts.level(flow, span), other.level(flow, span)
    if here is None or there is None:
        return None
    gap = here.plus(there, -1)
    if gap.low <= 0:
        return None
    written = write_amount(gap, desk.facts.family.unit, desk.random, plain=True, level=False, computed=True)
    if written is None:
        return None
    terms = ((Variable(desk.facts.series(flow), span), ONE), (Variable(other.series(flow), span), -ONE))
    options = {"period": desk.name(span), "less": {"partner": other.family.partner}}
    statement = Statement("difference", options, Sum(terms), written.band, point(gap))
    return Claim(f"{desk.noun(flow, span)} larger by {written.text}", desk.keys(flow), (statement,))


def say_sum_of_partners(desk: Desk) -> Claim | None:
    """Trade with the two came to $20 billion."""
    flow, span = desk.draw()
    others = [facts for facts in desk.partners if facts.family.partner not in ("WLD", desk.facts.family.partner)]
    if not others or flow == "balance" or desk.facts.family.partner == "WLD":
        return None
    other = desk.random.choice(others)
    here, there = desk.facts.level(flow, span), other.level(flow, span)
    if here is None or there is None:
        return None
    added = here.plus(there)
    written = write_amount(added, desk.facts.family.unit, desk.random, plain=True, computed=True)
    if written is None:
        return None
    terms = ((Variable(desk.facts.series(flow), span), ONE), (Variable(other.series(flow), span), ONE))
    statement = Statement("level", desk.name(span), Sum(terms), written.band, point(added))
    keys = {**desk.keys(flow), "partner": [desk.facts.family.partner, other.family.partner]}
    return Claim(f"{desk.noun(flow, span)} with the two of {written.text}", keys, (statement,))
