"""
The numeral of an amount: digits, words, "2 and a half", 2¾, the .5 of "$.5bn", and 8,50,000 in rupees.
"""

from __future__ import annotations

from decimal import Decimal

from factcheck.reading.glue import spoiled_numeral, unread_glue
from factcheck.reading.money_words import Money
from factcheck.reading.number_words import part_at, words_at
from factcheck.reading.numerals import EXACT, Numeral, Unread, in_digits, in_indian_digits, last_digit_of, why_not
from factcheck.reading.tokens import Kind, Token, after_gap, after_joint, kind_at, low_at, text_at

_LONGEST_DECIMALS = 30
_QUARTERS = {"¼": Decimal("0.25"), "½": Decimal("0.5"), "¾": Decimal("0.75")}


def numeral_at(tokens: list[Token], at: int, money: Money | None) -> tuple[Numeral, int] | Unread | None:
    """The numeral in digits or words, with "and a half"; "$.5bn" only after its currency."""
    if kind_at(tokens, at) is Kind.WORD:
        return words_at(tokens, at)
    if kind_at(tokens, at) is not Kind.NUMERAL:
        return None if money is None else _bare_decimals(tokens, at)
    if text_at(tokens, at + 1) in _QUARTERS:
        return _with_quarters(tokens, at)
    spoiled = spoiled_numeral(tokens, at)
    if spoiled is not None:
        return spoiled
    numeral = in_digits(text_at(tokens, at))
    if numeral is None and _is_indian(tokens, at, money):
        numeral = in_indian_digits(text_at(tokens, at))
    if numeral is None:
        return unread_glue(tokens, at, *why_not(text_at(tokens, at)))
    joint = after_gap(tokens, at + 1)
    part = part_at(tokens, joint) if low_at(tokens, joint) == "and" and numeral.last_digit == 1 else None
    if part is None or isinstance(part, Unread):
        return part or (numeral, at + 1)
    return Numeral(EXACT.add(numeral.number, part[0]), last_digit_of(part[0])), part[1]


def _bare_decimals(tokens: list[Token], at: int) -> tuple[Numeral, int] | Unread | None:
    """Such as the ".5" of "$.5bn", right after its sign."""
    if text_at(tokens, at) != "." or kind_at(tokens, at - 1) is Kind.SPACE:
        return None
    digits = text_at(tokens, at + 1)
    if kind_at(tokens, at + 1) is not Kind.NUMERAL or not digits.isdigit() or len(digits) > _LONGEST_DECIMALS:
        return None
    number = Decimal(f"0.{digits}")
    return spoiled_numeral(tokens, at + 1) or (Numeral(number, last_digit_of(number)), at + 2)


def _with_quarters(tokens: list[Token], at: int) -> tuple[Numeral, int] | Unread:
    """Such as 2¾: a whole number and quarters of one."""
    numeral = in_digits(text_at(tokens, at))
    part = _QUARTERS[text_at(tokens, at + 1)]
    if numeral is None or numeral.last_digit != 1:
        return unread_glue(tokens, at, "a fraction after a number that is not whole", "write it in decimals")
    number = EXACT.add(numeral.number, part)
    return spoiled_numeral(tokens, at + 1) or (Numeral(number, last_digit_of(part)), at + 2)


def _is_indian(tokens: list[Token], at: int, money: Money | None) -> bool:
    """Whether rupees or lakh and crore stand beside digits."""
    if money is not None and "INR" in money.currencies:
        return True
    following = after_joint(tokens, at + 1)
    return low_at(tokens, following).rstrip("s") in {"lakh", "crore", "rupee"}
