"""
Rows: linear inequalities over the unknowns, exact in whole numbers, each with the statements that own it.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from factcheck.intervals import Interval

#: So many grains make one unit of any unknown: a millionth of a dollar, of a tonne, of a per cent.
GRAIN = 10**6

Term = tuple[int, int | Fraction]  # number of an unknown, coefficient
Owners = tuple[int, ...]  # numbers of statements; none for what holds of all figures


class Row(NamedTuple):
    """
    A sum of coefficients times unknowns, in grains, that is at least ``bound``.

    Attributes:
        terms: number of each unknown and its coefficient.
        strict: whether it is more than the bound.
        owners: the statements that say so together; without one of them the row does not hold.
        rule: what says so where no claim does: flows, bases, tie, time, partners, commodities.
    """

    terms: tuple[tuple[int, int], ...]
    bound: int
    strict: bool
    owners: Owners
    rule: str = ""


class Choice(NamedTuple):
    """Words that can be meant in several ways: all rows of at least one of ``ways`` hold."""

    ways: tuple[tuple[Row, ...], ...]
    owners: Owners


def row(terms: Sequence[Term], bound: int | Fraction, strict: bool, owners: Owners, rule: str = "") -> Row:
    """The sum of ``terms`` is at least ``bound``, in whole units; made exact in grains by a common multiple."""
    merged: dict[int, int | Fraction] = {}
    for number, coefficient in terms:
        merged[number] = merged.get(number, 0) + coefficient
    multiple = lcm(bound.denominator, *(coefficient.denominator for coefficient in merged.values()))
    whole = tuple((number, int(coefficient * multiple)) for number, coefficient in merged.items() if coefficient)
    return Row(whole, int(bound * multiple) * GRAIN, strict, owners, rule)


def between(terms: Sequence[Term], interval: Interval, owners: Owners) -> tuple[Row, ...]:
    """The sum of ``terms`` lies in the interval."""
    found = []
    low, high = interval.low, interval.high
    alone = terms[0][0] if len(terms) == 1 and terms[0][1] == 1 else None
    if alone is not None:  # most claims: the same rows without the general arithmetic
        if low is not None:
            found.append(Row(((alone, low.denominator),), low.numerator * GRAIN, not interval.low_closed, owners))
        if high is not None:
            found.append(Row(((alone, -high.denominator),), -high.numerator * GRAIN, not interval.high_closed, owners))
        return tuple(found)
    if low is not None:
        found.append(row(terms, low, not interval.low_closed, owners))
    if high is not None:
        found.append(row(scaled(terms, -1), -high, not interval.high_closed, owners))
    return tuple(found)


def over(of: Sequence[Term], base: Sequence[Term], factors: Interval, owners: Owners) -> tuple[Row, ...]:
    """``of`` over a positive ``base`` lies among the factors: low × base ≤ of ≤ high × base."""
    found = []
    low, high = factors.low, factors.high
    if len(of) == len(base) == 1 and of[0][1] == base[0][1] == 1 and of[0][0] != base[0][0]:
        one, other = of[0][0], base[0][0]
        if low is not None:
            terms = ((one, low.denominator), (other, -low.numerator))
            found.append(Row(terms if low else terms[:1], 0, not factors.low_closed, owners))
        if high is not None:
            terms = ((other, high.numerator), (one, -high.denominator))
            found.append(Row(terms if high else terms[1:], 0, not factors.high_closed, owners))
        return tuple(found)
    if low is not None:
        found.append(row([*of, *scaled(base, -low)], 0, not factors.low_closed, owners))
    if high is not None:
        found.append(row([*scaled(base, high), *scaled(of, -1)], 0, not factors.high_closed, owners))
    return tuple(found)


def scaled(terms: Sequence[Term], factor: int | Fraction) -> list[Term]:
    """Every coefficient times ``factor``."""
    return [(number, coefficient * factor) for number, coefficient in terms]


def equal(parts: Sequence[tuple[int, int]], whole: int, rule: str) -> tuple[Row, Row]:
    """Several unknowns, each added or taken away, make up another one, whoever says what."""
    negated = tuple((number, -coefficient) for number, coefficient in parts)
    return (
        Row((*parts, (whole, -1)), 0, False, (), rule),
        Row((*negated, (whole, 1)), 0, False, (), rule),
    )


def tied(number: int, to: int, allowed: Fraction, rule: str) -> tuple[Row, Row]:
    """An unknown differs from another by at most a part of the other, whoever says what."""
    whole, part = allowed.denominator, allowed.numerator
    return (
        Row(((number, whole), (to, part - whole)), 0, False, (), rule),
        Row(((number, -whole), (to, part + whole)), 0, False, (), rule),
    )


def near(left: Sequence[Term], right: Sequence[Term], allowed: Sequence[Term], rule: str) -> tuple[Row, Row]:
    """Two sums differ by at most ``allowed``, whoever says what."""
    one = [*left, *scaled(right, -1)]
    return row([*one, *allowed], 0, False, (), rule), row([*scaled(one, -1), *allowed], 0, False, (), rule)


def at_most(part: Sequence[Term], whole: Sequence[Term], rule: str) -> Row:
    """``part`` is not above ``whole``, whoever says what."""
    return row([*whole, *scaled(part, -1)], 0, False, (), rule)
