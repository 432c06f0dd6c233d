"""
Hundredths of a currency after a number: "61 cents", "85 US cents", "5.5 pence", "312.4p", "6p a litre".
"""

from __future__ import annotations

from factcheck.currencies import SIGNS, is_open
from factcheck.reading.money_words import Money
from factcheck.reading.numerals import Unread
from factcheck.reading.tokens import HYPHENS, Kind, Token, after_joint, kind_at, low_at, text_at

POWER = -2  # a cent in dollars
_WORDS: dict[tuple[str, ...], str] = {
    ("cents",): "$", ("cent",): "$", ("pence",): "£", ("penny",): "£",
    ("us", "cents"): "US$", ("u.s.", "cents"): "US$", ("us", "cent"): "US$", ("u.s.", "cent"): "US$",
    ("euro", "cents"): "€", ("euro", "cent"): "€", ("eurocents",): "€", ("eurocent",): "€",
}  # fmt: skip
_PER = frozenset({"a", "per", "each", "an"})
_FIRST = frozenset(words[0] for words in _WORDS)


def lost_cents(tokens: list[Token], at: int) -> Unread | None:
    """Cents after an amount read in whole units, "5 million euro cents": unread, as it is a hundred times less."""
    word = after_joint(tokens, at)
    if word == at or low_at(tokens, word) not in {"cent", "cents"}:
        return None
    return Unread(word + 1, "an amount of cents with a scale", "write it in whole units of the currency")


def glued_pence(tokens: list[Token], at: int) -> Money | None:
    """The p of "312.4p" and "6p a litre"; not that of "1080p", which has neither decimals nor a unit after it."""
    if text_at(tokens, at) != "p" or kind_at(tokens, at - 1) is not Kind.NUMERAL:
        return None
    joined = text_at(tokens, at + 1) in HYPHENS or kind_at(tokens, at + 1) is Kind.SPACE
    priced = joined and low_at(tokens, at + 2) in _PER
    return Money(SIGNS["£"], is_open("£"), at + 1) if priced or "." in text_at(tokens, at - 1) else None


def cents_after(tokens: list[Token], at: int) -> Money | None:
    """The currency whose hundredths stand after a numeral and a space or hyphen; "cents" are those of "$"."""
    if (pence := glued_pence(tokens, at)) is not None:
        return pence
    word = after_joint(tokens, at)
    if word == at or kind_at(tokens, word) is not Kind.WORD or tokens[word].low not in _FIRST:
        return None
    second = after_joint(tokens, word + 1)
    pair = (tokens[word].low, tokens[second].low) if kind_at(tokens, second) is Kind.WORD else ()
    for words, end in ((pair, second + 1), ((tokens[word].low,), word + 1)):
        sign = _WORDS.get(words)
        if sign is not None and text_at(tokens, end) not in HYPHENS:
            return Money(SIGNS[sign], is_open(sign), end)
    return None
