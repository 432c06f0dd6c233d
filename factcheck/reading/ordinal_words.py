"""
Ordinals: fourth, 4th, twenty-first; not the third quarter, the 21st century or the 4th of July.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from factcheck.reading.number_words import NUMBER_WORDS, TENS
from factcheck.reading.numerals import in_digits
from factcheck.reading.tokens import (
    HYPHENS,
    Kind,
    Token,
    after_gap,
    after_joint,
    before_gap,
    is_alone,
    kind_at,
    low_at,
    word_set,
)

_ONES = {
    word: number
    for number, word in enumerate(
        (
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
            "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
        ),
        start=1,
    )
}  # fmt: skip
_TENS = {f"{word[:-1]}ieth": number for word, number in TENS.items()}
ORDINALS: dict[str, int] = _ONES | _TENS | {"hundredth": 100}
_SUFFIXES = {1: "st", 2: "nd", 3: "rd"}
_ALL_SUFFIXES = frozenset({"st", "nd", "rd", "th"})

_PERIOD_AFTER = word_set(
    "quarter quarters half halves century centuries millennium of week weeks day days month fiscal world plenary "
    "party congress amendment parties class lady degree grade edition hand aid term time person rate"
)
_FIRST_IS_NO_RANK = word_set("place time times day days week weeks month months year years half quarter")
_TIME_BEFORE_SECOND = frozenset({"a", "per", "every", "split", "each", "one", "any"})
_COUNTED_AFTER = word_set("straight consecutive successive month quarter year week time record")
_LARGEST = 10_000


class Ordinal(NamedTuple):
    """A place in an order, and the token after it."""

    number: Decimal
    end: int


def suffix_of(number: int) -> str:
    """The letters after an ordinal in digits: 1 -> "st", 12 -> "th"."""
    return "th" if number % 100 in {11, 12, 13} else _SUFFIXES.get(number % 10, "th")


def ordinal_in_digits(tokens: list[Token], at: int) -> Ordinal | None:
    """Such as "4th", where the letters fit the number; None for "4st"."""
    if low_at(tokens, at + 1) not in _ALL_SUFFIXES:
        return None
    numeral = in_digits(low_at(tokens, at))
    if numeral is None or numeral.last_digit != 1 or not 0 < numeral.number < _LARGEST:
        return None
    return Ordinal(numeral.number, at + 2) if low_at(tokens, at + 1) == suffix_of(int(numeral.number)) else None


def ordinal_in_words(tokens: list[Token], at: int) -> Ordinal | None:
    """Such as "fourth", "twenty-first"."""
    low = low_at(tokens, at)
    if low in ORDINALS:
        return Ordinal(Decimal(ORDINALS[low]), at + 1)
    if low not in TENS:
        return None
    word = after_joint(tokens, at + 1)
    ones = _ONES.get(low_at(tokens, word), 99)
    return Ordinal(Decimal(TENS[low] + ones), word + 1) if word > at + 1 and ones < 10 else None


def is_period_or_name(tokens: list[Token], start: int, end: int) -> bool:
    """Whether an ordinal is part of a period, a name or a manner of speaking and no rank."""
    after = after_gap(tokens, end)
    if is_alone(tokens, start, end):
        return False
    following, before = low_at(tokens, after), low_at(tokens, before_gap(tokens, start))
    low = low_at(tokens, start)
    if low_at(tokens, end) in HYPHENS:
        joined = low_at(tokens, end + 1)
        return joined in {"quarter", "half", "party", "hand", "class", "rate", "degree"} or (
            low == "first" and joined not in {"largest", "biggest", "highest", "ranked"}
        )
    if following in _PERIOD_AFTER and not (
        following in {"of", "term", "time", "month", "week", "day"} and low != "first"
    ):
        return True
    if (
        low == "second"
        and following not in _COUNTED_AFTER
        and (before in _TIME_BEFORE_SECOND or kind_at(tokens, before_gap(tokens, start)) is Kind.NUMERAL)
    ):
        return True
    return low == "first" and _is_loose_first(tokens, after, before)


def _is_loose_first(tokens: list[Token], after: int, before: str) -> bool:
    """Whether "first" only orders the story: "at first", "first,", "the first six months"."""
    following = low_at(tokens, after)
    if before in {"at", "from"} or kind_at(tokens, after) is not Kind.WORD:
        return before not in {"ranked", "ranks", "ranking", "came", "placed"}
    if following in _FIRST_IS_NO_RANK or following in NUMBER_WORDS:
        return True
    return before not in {"the", "its", "a", "their"}
