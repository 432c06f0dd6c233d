"""
Sentences of an honest article about change: rates, increments, trend words, the pace of growth, records and runs.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from bench.accuracy.article_claims import Claim, Statement
from bench.accuracy.article_desk import ONE, Desk, signed
from bench.accuracy.article_facts import Rate
from bench.accuracy.article_forms import Change, Order, Peak, Points, Streak, Sum, Variable
from bench.accuracy.article_levels import level_statement
from bench.accuracy.article_rows import Printed
from bench.accuracy.article_spans import MONTHS_IN_YEAR, Span, before_for_pace
from bench.accuracy.article_words import Band, point, size_of, write_amount, write_rate

UP = ("rose", "grew", "climbed", "increased")
DOWN = ("fell", "declined", "dropped", "decreased")
ORDINALS = {2: "second", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth"}
WORD_BANDS = {
    "flat": Band(-ONE, ONE),
    "edged": Band(Fraction(0), Fraction(5), low_open=True),
    "up": Band(Fraction(0), None, low_open=True),
    "surge": Band(Fraction(10), None),
}
TREND_WORDS = {
    ("flat", 0): ("stayed flat", "little changed", "stopped growing"),
    ("edged", 1): ("edged up",),
    ("edged", -1): ("edged down",),
    ("up", 1): ("grew", "rose"),
    ("down", -1): ("fell", "slipped", "declined"),
    ("surge", 1): ("surged", "jumped", "soared"),
    ("plunge", -1): ("plunged", "slumped", "collapsed"),
}


def say_change(desk: Desk) -> Claim | None:
    """Exports fell by 8.4 percent."""
    flow, span = desk.draw()
    rate = desk.facts.rate(flow, span)
    return None if rate is None else change_claim(desk, rate)


def change_claim(desk: Desk, rate: Rate, plain: bool = False) -> Claim | None:
    """A percentage on a year earlier."""
    flow, span = rate.change.series.flow, rate.change.span
    found = change_statement(desk, rate, desk.name(span), plain)
    if found is None:
        return None
    return Claim(f"{desk.noun(flow, span)} {found[0]}", desk.keys(flow), (found[1],))


def change_statement(desk: Desk, rate: Rate, options: Any, plain: bool = False) -> tuple[str, Statement] | None:
    """A percentage in words, with its verb, and the statement that it makes; None for a rate near 0."""
    if rate.printed.low <= 0 <= rate.printed.high:
        return None
    sign = 1 if rate.printed.value > 0 else -1
    written = write_rate(size_of(rate.printed), desk.random, plain, computed=not rate.published)
    if written is None:
        return None
    verb = desk.random.choice(UP if sign > 0 else DOWN)
    by = desk.random.choice(("by ", "")) if written.text[0].isdigit() else "by "
    statement = Statement("change", options, rate.change, signed(written.band, sign), point(rate.printed))
    return f"{verb} {by}{written.text} percent", statement


def say_change_on_month(desk: Desk) -> Claim | None:
    """Exports rose 2.2 percent from the month before."""
    flow, span = desk.draw()
    rate = desk.facts.on_month(flow, span)
    if rate is None:
        return None
    found = change_statement(desk, rate, {"period": desk.name(span), "from": "previous"})
    if found is None:
        return None
    return Claim(f"{desk.noun(flow, span)} {found[0]} from the month before", desk.keys(flow), (found[1],))


def say_change_to_level(desk: Desk) -> Claim | None:
    """Exports fell 9.1 percent to $106.48 billion."""
    flow, span = desk.draw()
    rate = desk.facts.rate(flow, span)
    if rate is None or flow == "balance":
        return None
    change, level = change_statement(desk, rate, desk.name(span)), level_statement(desk, flow, span)
    if change is None or level is None:
        return None
    return Claim(f"{desk.noun(flow, span)} {change[0]} to {level[0]}", desk.keys(flow), (change[1], level[1]))


def say_increment(desk: Desk) -> Claim | None:
    """Exports rose by $4.7 billion."""
    flow, span = desk.draw()
    rise = desk.facts.increment(flow, span)
    return None if rise is None else increment_claim(desk, flow, span, rise)


def increment_claim(desk: Desk, flow: str, span: Span, rise: Printed) -> Claim | None:
    """An amount by which a flow rose or fell in a year."""
    if rise.low <= 0 <= rise.high:
        return None
    sign = 1 if rise.value > 0 else -1
    written = write_amount(size_of(rise), desk.facts.family.unit, desk.random, level=False, computed=True)
    if written is None:
        return None
    base = span.earlier(MONTHS_IN_YEAR)
    side = Fraction(desk.facts.sign(flow, span) if flow == "balance" else 1)
    series = desk.facts.series(flow)
    terms = ((Variable(series, span), side), (Variable(series, base), -side))
    verb = desk.random.choice(UP if sign > 0 else DOWN)
    said = signed(written.band, sign)
    statement = Statement("difference", desk.name(span), Sum(terms), said, point(rise))
    return Claim(f"{desk.noun(flow, span)} {verb} by {written.text}", desk.keys(flow), (statement,))


def say_trend(desk: Desk) -> Claim | None:
    """Exports surged."""
    flow, span = desk.draw()
    rate = desk.facts.rate(flow, span)
    if rate is None:
        return None
    fitting = [
        (trend, sign)
        for trend, sign in TREND_WORDS
        if trend_band(trend, sign).holds(rate.printed) and not (trend == "flat" and flow == "balance")
    ]
    return trend_claim(desk, rate, *desk.random.choice(fitting)) if fitting else None


def trend_band(trend: str, sign: int) -> Band:
    """The signed rates that a word allows."""
    band = WORD_BANDS[{"down": "up", "plunge": "surge"}.get(trend, trend)]
    return signed(band, sign or 1)


def trend_claim(desk: Desk, rate: Rate, trend: str, sign: int) -> Claim:
    """A word for the change of a flow."""
    flow, span = rate.change.series.flow, rate.change.span
    word = desk.random.choice(TREND_WORDS[trend, sign])
    statement = Statement("trend", {trend: desk.name(span)}, rate.change, trend_band(trend, sign), point(rate.printed))
    return Claim(f"{desk.noun(flow, span)} {word}", desk.keys(flow), (statement,))


def say_pace(desk: Desk) -> Claim | None:
    """Growth slowed."""
    flow, span = desk.draw()
    now, before = desk.facts.rate(flow, span), desk.facts.rate(flow, before_for_pace(span))
    if now is None or before is None or now.change.sign != before.change.sign or flow == "balance":
        return None
    sign = 1 if before.printed.value > 0 else -1
    sizes = now.printed.value * sign, before.printed.value * sign
    if sizes[0] <= 0 or sizes[0] == sizes[1]:
        return None
    return pace_claim(desk, now, before, sizes[0] > sizes[1], sign)


def pace_claim(desk: Desk, now: Rate, before: Rate, faster: bool, sign: int) -> Claim:
    """Growth or decline that gathered or lost speed."""
    flow, span = now.change.series.flow, now.change.span
    noun = "the growth" if sign > 0 else "the decline"
    goods = {"total": "trade", "exports": "exports", "imports": "imports"}[flow]
    trend, verb = ("accelerating", "accelerated") if faster else ("slowing", "slowed")
    order = Order(now.change, before.change, faster, sign)
    statement = Statement("trend", {trend: desk.name(span)}, order)
    return Claim(f"{noun} in {goods} {verb}", desk.keys(flow), (statement,))


def say_points(desk: Desk) -> Claim | None:
    """Growth was 3.1 percentage points lower."""
    flow, span = desk.draw()
    before = span.earlier(MONTHS_IN_YEAR)
    now, then = desk.facts.rate(flow, span), desk.facts.rate(flow, before)
    if now is None or then is None or now.change.sign != then.change.sign or flow == "balance":
        return None
    gap = now.printed.plus(then.printed, -1)
    if not gap.value:
        return None
    return points_claim(desk, now, then, abs(gap.value), 1 if gap.value > 0 else -1)


def points_claim(desk: Desk, now: Rate, then: Rate, size: Fraction, sign: int) -> Claim:
    """A difference of two rates, to the tenth of a point."""
    flow, span, half = now.change.series.flow, now.change.span, Fraction(1, 20)
    band = signed(Band(size - half, size + half), sign)
    options = {"of": "change", "period": desk.name(span), "from": desk.name(then.change.span)}
    statement = Statement("difference", options, Points(now.change, then.change), band, band)
    text = f"growth was {float(size):.1f} percentage points {'higher' if sign > 0 else 'lower'}"
    return Claim(text, desk.keys(flow), (statement,))


def say_record(desk: Desk) -> Claim | None:
    """Exports reached a record high."""
    flow, span = desk.draw()
    way = desk.random.choice((1, -1))
    if flow == "balance" or not desk.facts.is_record(flow, span, way):
        return None
    return record_claim(desk, flow, span, way)


def record_claim(desk: Desk, flow: str, span: Span, way: int) -> Claim:
    """A span that is the extreme of its series."""
    high = "high" if way > 0 else "low"
    peak = Peak(Variable(desk.facts.series(flow), span), way)
    statement = Statement("record", {high: desk.name(span)}, peak)
    return Claim(f"{desk.noun(flow, span)} at a record {high}", desk.keys(flow), (statement,))


def say_streak(desk: Desk) -> Claim | None:
    """Exports fell for a third straight month."""
    flow, span = desk.draw()
    first = desk.facts.rate(flow, span)
    if first is None or span.months > 1 or flow == "balance" or first.printed.low <= 0 <= first.printed.high:
        return None
    sign = 1 if first.printed.value > 0 else -1
    changes = [first.change]
    while True:
        rate = desk.facts.rate(flow, span.earlier(len(changes)))
        if rate is None or rate.printed.low <= 0 <= rate.printed.high:
            return None
        if rate.printed.value * sign < 0:
            break
        changes.append(rate.change)
    return streak_claim(desk, tuple(changes), sign) if len(changes) in ORDINALS else None


def streak_claim(desk: Desk, changes: Sequence[Change], sign: int) -> Claim:
    """A run of rises or falls, the latest first."""
    flow, span = changes[0].series.flow, changes[0].span
    verb = desk.random.choice(UP if sign > 0 else DOWN)
    way = "up" if sign > 0 else "down"
    statement = Statement("count", {way: desk.name(span), "of": "months"}, Streak(tuple(changes), sign))
    text = f"{desk.noun(flow, span)} {verb} for a {ORDINALS[len(changes)]} straight month"
    return Claim(text, desk.keys(flow), (statement,))
