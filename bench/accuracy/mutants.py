"""
Mutants: a true claim with one known error, written as precisely as the true one; and errors that have no cause.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from fractions import Fraction
from random import Random
from typing import NamedTuple

from bench.accuracy.accepts import holds, sign_of
from bench.accuracy.claims import Claim
from bench.accuracy.drawing import Drawn
from bench.accuracy.figures import Figure, figure, scale_of, step_for
from bench.accuracy.quantities import values
from bench.accuracy.rewrites import rewrites
from bench.accuracy.table import Table, Value
from bench.accuracy.told_apart import Told, judge, slips
from bench.accuracy.true_claims import MONEY, unit_of
from bench.accuracy.words import said

PLAIN = ("rounded", "truncated")
LEAST_PART, LEAST_UNITS = Fraction(3, 100), 3  # how far a random error is off, at least
FACTORS = (0.5, 1.5)


class Mutant(NamedTuple):
    """A claim with an error, and whether the table tells the error apart."""

    claim: Claim
    told: Told


def mutants(claims: Iterable[Claim], table: Table, random: Random) -> Iterator[Mutant]:
    """Every mutant of every claim that is a plain figure."""
    for claim in claims:
        if claim.way in PLAIN:
            for mutant in _mutated(claim, table, random):
                yield Mutant(mutant, judge(mutant, table))


def _mutated(claim: Claim, table: Table, random: Random) -> Iterator[Claim]:
    known = values(claim.quantity, table, claim.day)
    for rewrite in rewrites(claim.quantity, claim.day, table):
        if rewrite.makes:
            mutant = _written(claim, rewrite.values[0], random)
            if mutant is not None:
                yield mutant._replace(causes=rewrite.names, way=rewrite.names[0])
    if claim.figure is not None:
        for name, steps in slips(claim, known):
            if steps:
                size = random.choice(steps) * claim.figure.digit
                mutant = _written(claim, Value(claim.sign * size if claim.sign else size, Fraction(0)), random)
                if mutant is not None:
                    yield mutant._replace(causes=(name,), way=name)


def _written(claim: Claim, value: Value, random: Random) -> Claim | None:
    """The claim with another value, as precise as it was: as many digits of an amount, as many decimals of a rate."""
    size = abs(value.point)
    drawn = Drawn(claim.quantity, claim.day, (value,))
    written = _as_precise(claim, size, value.digit, unit_of(drawn), random.randrange(6))
    if written is None:
        return None
    sign = sign_of(claim.quantity, value.point)
    kind = "balance" if claim.quantity.kind == "level" and claim.quantity.of.flow == "balance" else claim.quantity.kind
    return claim._replace(quote=said(kind, sign, written.text, random), sign=sign, figure=written)


def _as_precise(claim: Claim, size: Fraction, known: Fraction | None, unit: str, form: int) -> Figure | None:
    written, power = claim.figure, scale_of(size, unit)
    if written is None or power is None:
        return None
    digit = written.digit
    if claim.quantity.kind in MONEY:
        digit = step_for(size, len(written.number.replace(".", "").lstrip("0")), power)
    return figure(size, max(digit, known or Fraction(0)), unit, form)


def chosen(found: Iterable[Mutant], random: Random, *, apart: int, ambiguous: int) -> dict[str, list[Mutant]]:
    """At most so many mutants of each kind that can be told apart, and so many that cannot."""
    by_kind: dict[tuple[str, bool], list[Mutant]] = defaultdict(list)
    for mutant in found:
        by_kind[mutant.claim.way, not mutant.told.why].append(mutant)
    picked: dict[str, list[Mutant]] = defaultdict(list)
    for (kind, told), each in sorted(by_kind.items()):
        picked[kind] += random.sample(each, min(len(each), apart if told else ambiguous))
    return dict(picked)


def random_errors(claims: Iterable[Claim], table: Table, random: Random, number: int) -> Iterator[Claim]:
    """True figures times a random factor, far enough off that no rule accepts them; nothing caused them."""
    plain = [claim for claim in claims if claim.way in PLAIN]
    made = 0
    while made < number:
        claim = random.choice(plain)
        factor = Fraction(math.exp(random.uniform(*map(math.log, FACTORS))))
        truth = values(claim.quantity, table, claim.day)
        wrong = _written(claim, truth[0]._replace(point=truth[0].point * factor), random)
        if wrong is None or wrong.figure is None:
            continue
        off = min(abs(wrong.figure.size - abs(value.point)) for value in truth)
        if off < LEAST_UNITS * wrong.figure.digit or off < LEAST_PART * abs(truth[0].point):
            continue
        if not holds(wrong, truth, table):
            made += 1
            yield wrong._replace(way="random error")
