"""
Hedges that a value allows: MEANING 2, once more and with nothing of the program.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from bench.accuracy.figures import Figure, figure, rounded, scale_of, step_for, truncated

ABOUT = ("about", "around", "roughly", "some", "approximately")
NEARLY = ("nearly", "almost", "close to", "just under")
MORE = ("more than", "over", "above")
LESS = ("less than", "under", "below")
LEAST = ("at least",)
MOST = ("up to", "at most")
REACH = Fraction(1, 10)  # "at least" may stand a tenth below: nobody says it of a figure twice as large


class Hedged(NamedTuple):
    """A figure with a hedge that the value allows."""

    words: tuple[str, ...]
    figure: Figure


def hedged(size: Fraction, unit: str, *, level: bool, form: int) -> Iterator[Hedged]:
    """Every round number near a size with the hedges under which it is true."""
    for written in _round_numbers(size, unit, form):
        number, last = written.size, written.digit
        step = _step(written)
        near = max(last / 2, min(step / 2, Fraction(3, 100) * number))
        beyond = max(last, min(step, number / 10))
        below = min(near, number / 10) if level else near
        allowed = (
            (ABOUT, number - near < size < number + near),
            (NEARLY, number - below < size < number),
            (MORE, number < size < number + beyond),
            (LESS, number - beyond < size < number),
            (LEAST, number < size < number * (1 + REACH)),
            (MOST, number * (1 - REACH) < size < number),
        )
        yield from (Hedged(words, written) for words, true in allowed if true)


def _round_numbers(size: Fraction, unit: str, form: int) -> Iterator[Figure]:
    power = scale_of(size, unit)
    if power is None:
        return
    seen: set[Fraction] = set()
    leading = Fraction(10) ** (len(str(int(size / 10**power))) - 1 + power)
    for step in (leading, leading / 2, leading / 10, leading / 20, leading / 100):
        for number in (truncated(size, step), truncated(size, step) + step, rounded(size, step)):
            digit = step_for(number, _digits(number), power) if number else Fraction(0)
            if number and number not in seen and scale_of(number, unit) == power:
                seen.add(number)
                written = figure(number, digit, unit, form)
                if written is not None and written.size == number:
                    yield written


def _digits(number: Fraction) -> int:
    """How many significant digits it has."""
    while number.denominator != 1:
        number *= 10
    return len(str(int(number)).rstrip("0"))


def _step(written: Figure) -> Fraction:
    """The largest 1 or 5 with zeros that divides the numeral."""
    digits = str(int(written.size / written.digit))
    zeros = len(digits) - len(digits.rstrip("0"))
    return written.digit * 10**zeros * (5 if digits.rstrip("0")[-1] == "5" else 1)
