"""
Ratios in words: doubled, a third, halved, with 5 % either way; and words for change without a number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from bench.accuracy.table import Value

WIDTH = Fraction(5, 100)
HUNDRED = Fraction(100)
PARTS = {
    "a tenth": Fraction(1, 10),
    "a fifth": Fraction(1, 5),
    "a quarter": Fraction(1, 4),
    "a third": Fraction(1, 3),
    "two thirds": Fraction(2, 3),
    "three quarters": Fraction(3, 4),
}
GROWN = {"doubled": Fraction(2), "tripled": Fraction(3)}
FLAT, EDGED, SURGE = 1, 5, 10


def change_words(rate: Fraction) -> Iterator[str]:
    """Whole phrases that a rate in per cent makes true."""
    ratio = 1 + rate / HUNDRED
    for word, times in GROWN.items():
        for hedge in _hedges(ratio, times):
            yield f"it {hedge}{word}"
    if _near(ratio, Fraction(1, 2)):
        yield "it halved"
    for word, part in PARTS.items():
        for hedge in _hedges(abs(rate) / HUNDRED, part):
            yield f"{'rose' if rate > 0 else 'fell'} by {hedge}{word}"


def share_words(share: Fraction) -> Iterator[str]:
    """Phrases for a share in per cent."""
    for word, part in PARTS.items():
        for hedge in _hedges(share / HUNDRED, part):
            yield f"made up {hedge}{word} of the total"


def multiple_words(times: Fraction) -> Iterator[str]:
    """Phrases for one level as so many times another."""
    for hedge in _hedges(times, Fraction(2)):
        yield f"was {hedge}twice as much"


def _near(value: Fraction, exact: Fraction) -> bool:
    return exact * (1 - WIDTH) < value < exact * (1 + WIDTH)


def _hedges(value: Fraction, exact: Fraction) -> Iterator[str]:
    """The hedges, with a blank after them, under which the word is true; "more than" reaches a tenth."""
    if _near(value, exact):
        yield ""
        yield "about "
    if exact * (1 - WIDTH) < value < exact:
        yield "nearly "
    if exact < value < exact * (1 + 2 * WIDTH):
        yield "more than "


def trends(rates: Sequence[Value]) -> Iterator[tuple[str, int]]:
    """The classes of words that a rate makes true, with their sign: the rate as printed, else as recomputed."""
    rate = rates[0].point
    sign = (rate > 0) - (rate < 0)
    if abs(rate) <= FLAT:
        yield "flat", 0
    if sign:
        yield "up" if sign > 0 else "down", sign
        if abs(rate) <= EDGED:
            yield "edged", sign
        if abs(rate) >= SURGE:
            yield "surge" if sign > 0 else "plunge", sign


def order(now: Sequence[Value], before: Sequence[Value]) -> tuple[str, int] | None:
    """Accelerating or slowing, where both rates have one sign."""
    one, other = now[0].point, before[0].point
    if one * other <= 0 or abs(one) == abs(other):
        return None
    return "accelerating" if abs(one) > abs(other) else "slowing", 1 if one > 0 else -1
