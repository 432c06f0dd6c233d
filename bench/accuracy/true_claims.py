"""
True claims as journalists write them: rounded, cut, hedged, in words.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from random import Random

from bench.accuracy.accepts import COARSE_WITHIN, CUT_WITHIN, holds, sign_of
from bench.accuracy.claims import Claim
from bench.accuracy.drawing import Drawn, Pool
from bench.accuracy.figures import Figure, figure, rounded, scale_of, step_for, truncated
from bench.accuracy.hedged import hedged
from bench.accuracy.in_words import change_words, multiple_words, order, share_words, trends
from bench.accuracy.quantities import growth, values
from bench.accuracy.table import Table, Value
from bench.accuracy.words import TRENDS, said

#: Weights of the ways; truncation, words and trends suit few quantities and are tried more often than they are taken.
WAYS = {"rounded": 38, "truncated": 60, "hedged": 22, "in words": 60, "trend": 15}
UNITS = {"change": "%", "share": "%", "multiple": "x", "rate-points": "pp", "share-points": "pp"}
MONEY = ("level", "difference")
TENTH = Fraction(1, 10)


def true_claims(pool: Pool, random: Random, number: int) -> Iterator[Claim]:
    """So many claims, no two alike."""
    seen: set[tuple[object, ...]] = set()
    while len(seen) < number:
        drawn = pool.draw(random)
        claim = None if drawn is None else write(drawn, pool.table, random)
        if claim is not None and (key := (claim.quantity, claim.day, claim.quote)) not in seen:
            seen.add(key)
            yield claim


def write(drawn: Drawn, table: Table, random: Random) -> Claim | None:
    """One true claim about a quantity; None where its words do not suit it."""
    way = random.choices(list(WAYS), list(WAYS.values()))[0]
    points = drawn.quantity.kind.endswith("-points")  # of two rates as published, where both are
    value = drawn.values[0] if points or random.random() < 0.8 else drawn.values[-1]
    if way == "in words":
        return _in_words(drawn, value, random)
    if way == "trend":
        return _trend(drawn, table, random)
    if way == "hedged":
        return _hedged(drawn, value, random)
    return plain(drawn, value, table, random, cut=way == "truncated")


def unit_of(drawn: Drawn) -> str:
    """In what its figure is written."""
    return UNITS.get(drawn.quantity.kind, drawn.quantity.of.unit)


def _words_for(drawn: Drawn) -> str:
    balance = drawn.quantity.kind == "level" and drawn.quantity.of.flow == "balance"
    return "balance" if balance else drawn.quantity.kind


def plain(drawn: Drawn, value: Value, table: Table, random: Random, *, cut: bool = False) -> Claim | None:
    """A figure with no hedge, rounded or cut."""
    if cut and (drawn.quantity.kind != "level" or value.route != "printed"):
        return None
    size, unit, form = abs(value.point), unit_of(drawn), random.randrange(6)
    written = _cut(size, value, unit, form, random) if cut else _rounded(drawn, size, value, unit, form, random)
    if written is None:
        return None
    sign = sign_of(drawn.quantity, value.point)
    quote = said(_words_for(drawn), sign, written.text, random)
    claim = Claim(drawn.quantity, drawn.day, quote, sign, written, "truncated" if cut else "rounded")
    return claim if holds(claim, drawn.values, table) else None


def _rounded(drawn: Drawn, size: Fraction, value: Value, unit: str, form: int, random: Random) -> Figure | None:
    if drawn.quantity.kind not in MONEY:
        coarse = drawn.quantity.kind in ("change", "share") and random.random() < 0.2
        digit = Fraction(1) if coarse else TENTH
        return figure(size, max(digit, value.digit or TENTH), unit, form)
    power = scale_of(size, unit)
    if power is None:
        return None
    digits = random.choices((2, 3, 4, 5), (15, 40, 30, 15))[0]
    leading = len(str(int(size / 10**power)))
    tens = Fraction(10) ** (power + leading - digits)
    if leading > digits and drawn.quantity.kind == "level" and unit not in ("1",):
        coarse = rounded(size, tens)
        return figure(size, tens, unit, form) if abs(size - coarse) <= COARSE_WITHIN * coarse else None
    return figure(size, max(step_for(size, digits, power), value.digit or Fraction(0)), unit, form)


def _cut(size: Fraction, value: Value, unit: str, form: int, random: Random) -> Figure | None:
    power = scale_of(size, unit)
    if power is None:
        return None
    digit = step_for(size, random.choice((3, 4)), power)
    less = truncated(size, digit)
    if digit <= (value.digit or 0) or size - less >= CUT_WITHIN * less or less == rounded(size, digit):
        return None
    return figure(size, digit, unit, form, cut=True)


def _hedged(drawn: Drawn, value: Value, random: Random) -> Claim | None:
    size, unit = abs(value.point), unit_of(drawn)
    found = list(hedged(size, unit, level=drawn.quantity.kind == "level", form=random.randrange(6)))
    if drawn.quantity.kind not in MONEY:
        found = [each for each in found if each.figure.digit >= TENTH]
    if not found:
        return None
    chosen = random.choice(found)
    sign = sign_of(drawn.quantity, value.point)
    kind = _words_for(drawn)
    kind, words = ("change-by", chosen.words[:2]) if kind == "change" else (kind, chosen.words)
    text = f"{random.choice(words)} {chosen.figure.text}"
    return Claim(drawn.quantity, drawn.day, said(kind, sign, text, random), sign, chosen.figure, "hedged")


def _in_words(drawn: Drawn, value: Value, random: Random) -> Claim | None:
    kinds = {"change": change_words, "share": share_words, "multiple": multiple_words}
    phrases = list(kinds[drawn.quantity.kind](value.point)) if drawn.quantity.kind in kinds else []
    if not phrases:
        return None
    return Claim(drawn.quantity, drawn.day, random.choice(phrases), way="in words")


def _trend(drawn: Drawn, table: Table, random: Random) -> Claim | None:
    quantity = drawn.quantity
    if quantity.kind != "change" or quantity.base != growth(quantity.of).base:
        return None
    found = list(trends(drawn.values))
    before = quantity.of.at(quantity.of.span.later(-12))
    earlier = values(growth(before), table, drawn.day)
    ordered = order(drawn.values, earlier) if earlier else None
    if ordered is not None and random.random() < 0.5:
        kind, sign = ordered
        quantity = quantity._replace(whole=before)
    elif found:
        kind, sign = random.choice(found)
    else:
        return None
    return Claim(quantity, drawn.day, random.choice(TRENDS[kind][sign]), sign, way="trend", trend=kind)
