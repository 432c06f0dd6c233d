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
    if interval.low is not None:
        found.append(row(terms, interval.low, not interval.low_closed, owners))
    if interval.high is not None:
        negated = [(number, -coefficient) for number, coefficient in terms]
        found.append(row(negated, -interval.high, not interval.high_closed, owners))
    return tuple(found)


def over(of: Sequence[Term], base: Sequence[Term], factors: Interval, owners: Owners) -> tuple[Row, ...]:
    """``of`` over a positive ``base`` lies among the factors: low × base ≤ of ≤ high × base."""
    found = []
    if factors.low is not None:
        low = factors.low
        found.append(row([*of, *((n, -low * c) for n, c in base)], 0, not factors.low_closed, owners))
    if factors.high is not None:
        high = factors.high
        terms = [*((n, high * c) for n, c in base), *((n, -c) for n, c in of)]
        found.append(row(terms, 0, not factors.high_closed, owners))
    return tuple(found)


def scaled(terms: Sequence[Term], factor: int | Fraction) -> list[Term]:
    """Every coefficient times ``factor``."""
    return [(number, coefficient * factor) for number, coefficient in terms]


def equal(left: Sequence[Term], right: Sequence[Term], rule: str) -> tuple[Row, Row]:
    """Two sums are equal, whoever says what."""
    one = [*left, *scaled(right, -1)]
    return row(one, 0, False, (), rule), row(scaled(one, -1), 0, False, (), rule)


def near(left: Sequence[Term], right: Sequence[Term], allowed: Sequence[Term], rule: str) -> tuple[Row, Row]:
    """Two sums differ by at most ``allowed``, whoever says what."""
    one = [*left, *scaled(right, -1)]
    return row([*one, *allowed], 0, False, (), rule), row([*scaled(one, -1), *allowed], 0, False, (), rule)


def at_most(part: Sequence[Term], whole: Sequence[Term], rule: str) -> Row:
    """``part`` is not above ``whole``, whoever says what."""
    return row([*whole, *scaled(part, -1)], 0, False, (), rule)
