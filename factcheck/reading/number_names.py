"""
Bare numbers that are names or part of one: street addresses, coordinates, iPhone 16, the Gang of Four, a man's age.
"""

from __future__ import annotations

from factcheck.reading.amounts import Amount
from factcheck.reading.tokens import Kind, Token, after_gap, before_gap, kind_at, low_at, text_at, word_set

_STREETS = word_set(
    "street st avenue ave road rd lane square boulevard blvd drive place plaza way highway terrace court strasse"
)
_COMPASS = frozenset("NSEW")
_BOTH = word_set("the these those their its our your my both between")
_OPENING = frozenset("\"'“‘«")
_OLDEST = 119
_LONGEST_STREET = 3  # words of its name
_SERIAL_DIGITS = 7  # newsrooms group a number as long as this with commas; without them it is a code
_INDEXES = word_set("dow ftse nasdaq nikkei csi sensex nifty cac dax stoxx russell fortune topix kospi ibex smi asx")


def is_bare_name(tokens: list[Token], amount: Amount) -> bool:
    """Whether a bare number is a name, a code, an address or a person's age."""
    return (
        _is_address(tokens, amount)
        or _is_coordinate(tokens, amount)
        or _is_code(tokens, amount)
        or _is_age(tokens, amount)
        or _is_both(tokens, amount)
        or _is_capital_word(tokens, amount)
        or _is_after_initials(tokens, amount)
    )


def is_numbered_index(tokens: list[Token], amount: Amount) -> bool:
    """Whether a number belongs to the index before it, whatever noun follows: "Dow 30 firms", "Fortune 500 jobs"."""
    before = before_gap(tokens, amount.first)
    return low_at(tokens, before) in _INDEXES and text_at(tokens, before)[:1].isupper() and not amount.has_scale


def is_conference(tokens: list[Token], amount: Amount) -> bool:
    """Whether pesos are none: COP29 is the twenty-ninth conference of the parties."""
    glued = text_at(tokens, amount.first) == "COP" and kind_at(tokens, amount.first + 1) is Kind.NUMERAL
    return glued and not amount.has_scale and amount.last_digit == 1


def _is_address(tokens: list[Token], amount: Amount) -> bool:
    """Such as "1600 Pennsylvania Avenue", "12 Wangfujing Street"."""
    at = after_gap(tokens, amount.end)
    for _ in range(_LONGEST_STREET + 1):
        if kind_at(tokens, at) is not Kind.WORD or not text_at(tokens, at)[:1].isupper():
            return False
        if low_at(tokens, at) in _STREETS and at > after_gap(tokens, amount.end):
            return True
        at = after_gap(tokens, at + 1)
    return False


def _is_coordinate(tokens: list[Token], amount: Amount) -> bool:
    """Such as "51.5074 N"."""
    at = after_gap(tokens, amount.end)
    return text_at(tokens, at) in _COMPASS and at > amount.end and kind_at(tokens, at + 1) is not Kind.WORD


def _is_code(tokens: list[Token], amount: Amount) -> bool:
    """Seven digits or more in a row, not grouped: the number of a ship, a bank account, a case."""
    text = text_at(tokens, amount.first)
    return text.isdigit() and len(text) >= _SERIAL_DIGITS


def _is_age(tokens: list[Token], amount: Amount) -> bool:
    """Such as "The driver, 27, was fined": a small whole number alone between two commas, no list of numbers."""
    if low_at(tokens, amount.end) != "," or not amount.in_digits or amount.number > _OLDEST or amount.last_digit != 1:
        return False
    comma, following = before_gap(tokens, amount.first), after_gap(tokens, amount.end + 1)
    return (
        low_at(tokens, comma) == ","
        and kind_at(tokens, before_gap(tokens, comma)) is Kind.WORD
        and kind_at(tokens, following) is Kind.WORD
    )


def _is_both(tokens: list[Token], amount: Amount) -> bool:
    """Such as "the two countries", "their two economies", the "two sessions": both of them, no count."""
    if text_at(tokens, amount.first) != "two" or amount.end != amount.first + 1:
        return False
    before = before_gap(tokens, amount.first)
    if text_at(tokens, before) in _OPENING:
        before = before_gap(tokens, before)
    return low_at(tokens, before) in _BOTH and kind_at(tokens, after_gap(tokens, amount.end)) is Kind.WORD


def _is_capital_word(tokens: list[Token], amount: Amount) -> bool:
    """A number word with a capital inside a sentence: "the Gang of Four", "the Three Gorges"."""
    if amount.in_digits or not text_at(tokens, amount.first)[:1].isupper():
        return False
    before = before_gap(tokens, amount.first)
    return kind_at(tokens, before) is Kind.WORD and not _is_headline(tokens, before)


def _is_headline(tokens: list[Token], before: int) -> bool:
    """Whether the words before have capitals too, as in a headline: "Exports Fall for Three Months"."""
    lead = before_gap(tokens, before)
    words = [text_at(tokens, at) for at in (before, lead) if kind_at(tokens, at) is Kind.WORD]
    if words[0].lower() == "of":  # the Gang of Four
        return False
    return len(words) > 1 and any(word[:1].isupper() and word.lower() not in {"the", "a", "an"} for word in words)


def _is_after_initials(tokens: list[Token], amount: Amount) -> bool:
    """Such as "H.R. 1": a number after letters with points."""
    before = before_gap(tokens, amount.first)
    letters = [text_at(tokens, before - back) for back in (1, 3)]
    return (
        amount.in_digits
        and low_at(tokens, before) == low_at(tokens, before - 2) == "."
        and all(len(letter) == 1 and letter.isupper() for letter in letters)
    )
