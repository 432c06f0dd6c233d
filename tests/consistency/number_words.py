"""
Numbers written as newsrooms do, rounded, cut or hedged, and true of the value by MEANING 1 and 2.
"""

from __future__ import annotations

from fractions import Fraction
from random import Random

HEDGES = ("about", "nearly", "more than", "less than", "at least", "at most")


def level_words(random: Random, value: Fraction) -> str | None:
    """A level in billions of dollars: as ``amount_words``, or a range, cut, or a round number one per cent off."""
    if random.random() < 0.1:
        return range_words(value)
    number = rounded(value / 10, 0) * 10
    if random.random() < 0.2 and number and abs(number - value) * 100 <= number:
        return f"${number} billion"
    return amount_words(random, value, cut=True)


def amount_words(random: Random, value: Fraction, *, cut: bool = False, hedges: bool = True) -> str | None:
    """A number of billions of dollars, rounded or hedged."""
    if value < Fraction(1, 100) or value > 5_000:
        return None
    words = number_words(random, value, (0, 1, 2), cut=cut, hedges=hedges)
    if words is None:
        return None
    hedge, _, number_text = words.rpartition(" ")
    return f"{hedge} ${number_text} billion".strip()


def range_words(value: Fraction) -> str | None:
    """A range of whole billions about the value."""
    low = int(value) - 1
    return f"${low} billion to ${low + 4} billion" if low > 0 else None


def rate_words(random: Random, rate: Fraction, *, doubled: bool = True) -> str | None:
    """A rate in per cent, honestly; "doubled" where that is true."""
    if doubled and 90 <= rate <= 110:
        return "doubled"
    words = number_words(random, rate, (0, 1, 1, 2))
    return None if words is None else f"{words} percent"


def number_words(
    random: Random, value: Fraction, places: tuple[int, ...], *, cut: bool = False, hedges: bool = True
) -> str | None:
    """A positive number with its hedge, of which the value is true; None where nothing is left of it."""
    digits = random.choice(places)
    unit = Fraction(1, 10**digits)
    below = value // unit * unit
    above = below + unit
    hedge = random.choice(HEDGES) if hedges and random.random() < 0.4 else ""
    number = rounded(value, digits)
    if hedge == "nearly":
        number, hedge = (above, hedge) if above - value <= unit / 2 and above >= 5 * unit else (number, "about")
    elif hedge == "less than":
        number = above
    elif hedge == "more than":
        number = below if below < value else below - unit
    elif hedge == "at least" or (cut and not hedge and random.random() < 0.3):
        number = below
    elif hedge == "at most":
        number = above
    if number <= 0:
        return None
    return f"{hedge} {decimal_text(number, digits)}".strip()


def rounded(value: Fraction, places: int) -> Fraction:
    """Rounded half to even."""
    return Fraction(round(value * 10**places), 10**places)


def decimal_text(value: Fraction, places: int) -> str:
    """With so many digits after the point."""
    whole = value * 10**places
    digits = f"{whole.numerator:0{places + 1}}"
    return f"{digits[:-places]}.{digits[-places:]}" if places else digits
