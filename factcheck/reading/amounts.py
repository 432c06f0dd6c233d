"""
One amount: sign, currency, numeral, scale and unit, read forwards from its first token.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from factcheck.reading.cents import POWER, cents_after, glued_pence, lost_cents
from factcheck.reading.figure import FigureKind
from factcheck.reading.foreign_scales import foreign_thousands
from factcheck.reading.glue import is_year, spoiled_end, torn_decimals, unread_glue
from factcheck.reading.money_words import Money, money_after, money_before, owner_after, per_phrase
from factcheck.reading.number_forms import numeral_at
from factcheck.reading.number_words import SCALE_WORDS, part_at, part_of_one
from factcheck.reading.numerals import EXACT, Unread, last_digit_of
from factcheck.reading.ordinal_words import ordinal_in_digits, ordinal_in_words
from factcheck.reading.ratio_words import ratio_at
from factcheck.reading.scales import Scale, doubtful_word, glued_scale, lost_scale, scale_word, second_scale
from factcheck.reading.tokens import (
    MINUS,
    Kind,
    Row,
    Token,
    after_gap,
    after_joint,
    before_gap,
    kind_at,
    low_at,
    text_at,
    word_set,
)
from factcheck.reading.unit_words import UnitRead, glued_unit, unit_after
from factcheck.units import COUNT, FACTOR, PERCENT

_LARGE = 100  # from here on "won" after a number is money


class Amount(NamedTuple):
    """
    One amount as read: the parts of a figure, and its first token and the token after its last one.

    Attributes:
        has_scale: whether a scale is written.
        has_unit: whether a unit, currency or noun is written.
        in_digits: whether the numeral is written in digits.
        unit_power: the part of ``multiplier`` that the unit brings along: -3 for kilograms.
        unit_factor: what the unit multiplies the numeral by: 0.01 for basis points.
    """

    first: int
    end: int
    kind: FigureKind
    number: Decimal
    last_digit: Decimal
    multiplier: int = 0
    unit: str = COUNT
    currencies: tuple[str, ...] = ()
    noun: str = ""
    upper: Decimal | None = None
    sign: int = 0
    in_words: bool = False
    has_scale: bool = False
    has_unit: bool = False
    in_digits: bool = True
    unit_power: int = 0
    unit_factor: Decimal = Decimal(1)

    @property
    def is_bare(self) -> bool:
        """Whether it is a numeral and nothing else."""
        return not (self.has_unit or self.has_scale or self.sign)

    @property
    def is_bare_scaled(self) -> bool:
        """Whether it is a numeral with a scale and nothing else: the 6 billion of "$5 or 6 billion"."""
        return self.has_scale and not (self.has_unit or self.sign)


def amount_at(tokens: list[Token], at: int) -> Amount | Unread | None:
    """The amount that begins at a token; unread where it begins like one and cannot be read; None where it is none."""
    read = tokens.read if isinstance(tokens, Row) else {}
    if at in read:
        known: Amount | Unread | None = read[at]
        return known
    found = _worded(tokens, at) or _counted(tokens, at)
    read[at] = found
    return found


def _worded(tokens: list[Token], at: int) -> Amount | Unread | None:
    """A ratio or an ordinal."""
    if kind_at(tokens, at) not in {Kind.WORD, Kind.NUMERAL}:
        return None
    ratio = ratio_at(tokens, at)
    if ratio is not None and part_of_one(tokens, at) is None:
        unit = PERCENT if ratio.kind is FigureKind.FRACTION else FACTOR
        found = Amount(at, ratio.end, ratio.kind, ratio.number, Decimal(1), unit=unit, in_words=True, has_unit=True)
        return spoiled_end(tokens, ratio.end) or found._replace(in_digits=False)
    digits = kind_at(tokens, at) is Kind.NUMERAL
    ordinal = ordinal_in_digits(tokens, at) if digits else ordinal_in_words(tokens, at)
    if ordinal is None:
        return None
    found = Amount(at, ordinal.end, FigureKind.ORDINAL, ordinal.number, Decimal(1))
    return spoiled_end(tokens, ordinal.end) or found._replace(in_digits=digits)


def _counted(tokens: list[Token], at: int) -> Amount | Unread | None:
    """Sign, currency, numeral, scale, unit."""
    sign, start = _sign(tokens, at)
    money = money_before(tokens, start)
    if money is not None:
        start = money.end
        if not sign:
            sign, start = _sign(tokens, start)
    read = numeral_at(tokens, start, money)
    if read is None or isinstance(read, Unread):
        return read
    numeral, end = read
    if sign and not numeral.in_digits and money is None and low_at(tokens, at) != "minus":
        return None
    found = Amount(
        at, end, FigureKind.NUMBER, numeral.number, numeral.last_digit, numeral.multiplier,
        sign=sign, has_scale=numeral.scaled, in_digits=numeral.in_digits,
    )  # fmt: skip
    return _with_scale_and_unit(tokens, found, money)


def _sign(tokens: list[Token], at: int) -> tuple[int, int]:
    """The written sign at a token and the token after it; a hyphen needs its numeral or currency right after it."""
    text = text_at(tokens, at)
    if text == MINUS:
        return -1, after_gap(tokens, at + 1)
    if low_at(tokens, at) == "minus":  # "minus 2.9 percent", but not "5 minus 3"
        number = after_gap(tokens, at + 1)
        before = kind_at(tokens, before_gap(tokens, at))
        return (-1, number) if number > at + 1 and before is not Kind.NUMERAL else (0, at)
    if text in {"-", "+"} and (kind_at(tokens, at + 1) is Kind.NUMERAL or money_before(tokens, at + 1) is not None):
        return (-1 if text == "-" else 1), at + 1
    return 0, at


def _with_scale_and_unit(tokens: list[Token], found: Amount, money: Money | None) -> Amount | Unread:
    if found.has_scale and low_at(tokens, after_joint(tokens, found.end)) in SCALE_WORDS:
        return unread_glue(tokens, found.end, "a number with two scales", "write it with one")
    scale = None if found.has_scale else foreign_thousands(tokens, found.end) or _scale(tokens, found, money)
    if isinstance(scale, Unread):
        return scale
    if scale is not None:
        power = found.multiplier + scale.power
        found = found._replace(end=scale.end, multiplier=power, has_scale=True)
        if (twice := second_scale(tokens, scale.end)) is not None:
            return twice
    halved = _and_a_half(tokens, found) if found.has_scale else None
    if isinstance(halved, Unread):
        return halved
    found = halved or found
    glued = scale is None and found.in_digits
    read = _unit(tokens, found, money, glued=glued)
    if isinstance(read, Unread):
        return read
    if scale is not None and scale.needs_unit and not read.has_unit:
        return unread_glue(
            tokens, found.end - 1, f"{tokens[found.end - 1].text!r} after a number without a unit", _MILLION
        )
    following = after_gap(tokens, read.end)
    if read.has_scale and kind_at(tokens, following) is Kind.NUMERAL and not is_year(text_at(tokens, following)):
        return Unread(following + 1, "two numbers in a row", "write one number with one scale")
    if not read.has_unit and (doubtful := doubtful_word(tokens, read.end)) is not None:
        return doubtful
    if read.kind is FigureKind.MONEY and not found.has_scale:
        follows = doubtful_word if money is not None else lost_scale
        lost = follows(tokens, read.end) or torn_decimals(tokens, read.end)
        if lost is not None:
            return lost
    return spoiled_end(tokens, read.end) or read


def _and_a_half(tokens: list[Token], found: Amount) -> Amount | Unread | None:
    """Such as "a billion and a half dollars"; unread where nothing shows that the half belongs to it."""
    word = after_gap(tokens, found.end)
    if low_at(tokens, word) != "and" or found.last_digit != 1:
        return None
    part = part_at(tokens, word)
    if part is None or isinstance(part, Unread) or low_at(tokens, part[1] - 1) != "half":
        return None
    end = part[1]
    if money_after(tokens, end, large=True) is not None:
        return found._replace(number=EXACT.add(found.number, part[0]), last_digit=last_digit_of(part[0]), end=end)
    if kind_at(tokens, after_gap(tokens, end)) is Kind.WORD or kind_at(tokens, end) is Kind.WORD:
        return None
    return Unread(end, "a number with a scale and a half", "write it in decimals")


_MILLION = "write million, billion or trillion"


def _scale(tokens: list[Token], found: Amount, money: Money | None) -> Scale | Unread | None:
    """The scale after a numeral; unread where letters are glued to it that are neither scale nor unit."""
    if not found.in_digits or kind_at(tokens, found.end) is not Kind.WORD:
        return scale_word(tokens, found.end, money=money is not None)
    scale = glued_scale(tokens, found.end, money=money is not None)
    if scale is not None:
        return scale
    known = money is None and (glued_unit(tokens, found.end) or glued_pence(tokens, found.end)) is not None
    if known or money_after(tokens, found.end, large=True) is not None:
        return None
    letters = text_at(tokens, found.end)
    number = text_at(tokens, found.end - 1)
    return unread_glue(tokens, found.end, f"unknown suffix {letters!r} in '{number}{letters}'", _SUFFIX)


_SUFFIX = "write a scale such as million, bn or tn, or a unit such as t or %"


def _unit(tokens: list[Token], found: Amount, money: Money | None, *, glued: bool) -> Amount | Unread:
    """The amount with its currency, unit or noun."""
    large = found.has_scale or found.number >= _LARGE
    cents = None if found.has_scale or money is not None else cents_after(tokens, found.end)
    if cents is not None:
        found = found._replace(multiplier=found.multiplier + POWER, unit_power=POWER)
        return _of_money(tokens, found, cents, None, end=cents.end)
    after = money_after(tokens, found.end, large=large)
    if money is not None and after is None:
        after = owner_after(tokens, found.end, money)
    if money is not None:
        return _of_money(tokens, found, money, after)
    if after is not None:
        lost = lost_cents(tokens, after.end)
        return lost or _of_money(tokens, found, after, None, end=after.end)
    read = (glued_unit(tokens, found.end) if glued else None) or unit_after(tokens, found.end)
    if read is not None:
        return _of_unit(tokens, found, read)
    return _by_a_factor(tokens, found)


def _by_a_factor(tokens: list[Token], found: Amount) -> Amount:
    """The amount, which is a factor after "by a factor of"."""
    before = tokens[max(0, found.first - 4) : found.first]
    if [token.low for token in before if token.kind is Kind.WORD] != ["factor", "of"] or found.has_scale:
        return found
    return found._replace(kind=FigureKind.FACTOR, unit=FACTOR, in_words=not found.in_digits, has_unit=True)


def _of_money(
    tokens: list[Token], found: Amount, money: Money, after: Money | None, end: int | None = None
) -> Amount | Unread:
    """An amount of money; the sign before and the word after it must agree: "$59.32 billion U.S. dollars"."""
    if low_at(tokens, after_gap(tokens, found.end)) == "%":
        return unread_glue(tokens, found.end, "an amount of money in per cent", "write one of the two")
    if after is not None:
        both = tuple(code for code in after.currencies if code in money.currencies)
        if not both:
            return unread_glue(tokens, after.end - 1, "an amount with two currencies", "write one of them")
        money = after if len(after.currencies) < len(money.currencies) else Money(both, money.is_open, after.end)
        end = after.end
    end = found.end if end is None else end
    return found._replace(
        end=end,
        noun=per_phrase(tokens, end),
        kind=FigureKind.MONEY,
        unit=money.unit,
        currencies=money.currencies,
        has_unit=True,
    )


def _of_unit(tokens: list[Token], found: Amount, read: UnitRead) -> Amount:
    """An amount in a unit; numbers of occasions ("three times a week") stay plain numbers."""
    unit = read.unit
    if unit.kind is FigureKind.FACTOR and _are_occasions(tokens, found, read.end):
        return found._replace(end=read.end, noun=text_at(tokens, read.end - 1), has_unit=True)
    return found._replace(
        end=read.end,
        kind=unit.kind,
        unit=unit.id,
        number=EXACT.multiply(found.number, unit.factor),
        last_digit=EXACT.multiply(found.last_digit, unit.factor),
        multiplier=found.multiplier + unit.power,
        unit_power=unit.power,
        unit_factor=unit.factor,
        noun=read.noun,
        in_words=unit.kind is FigureKind.FACTOR and not found.in_digits,
        has_unit=True,
    )


_GROWTH = word_set("by grew grown rose risen increased up expanded multiplied jumped climbed soared than about nearly")


def _are_occasions(tokens: list[Token], found: Amount, end: int) -> bool:
    """Whether "times" counts occasions: a whole number before "a week", "in 2023" or "since May"."""
    if low_at(tokens, end - 1) != "times" or found.last_digit < 1:
        return False
    following = low_at(tokens, after_gap(tokens, end))
    if following in {"a", "per", "each", "every"}:
        return True
    before = low_at(tokens, found.first - 2)
    return following in {"in", "since", "on", "during", "before", "after", "between"} and before not in _GROWTH
