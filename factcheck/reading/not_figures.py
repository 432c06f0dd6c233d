"""
Numbers that are no figures: years, dates, times, names, headings. Periods and dates are read elsewhere.
"""

from __future__ import annotations

from factcheck.reading.amounts import Amount
from factcheck.reading.figure import FigureKind
from factcheck.reading.glue import is_year
from factcheck.reading.number_names import is_bare_name, is_conference, is_numbered_index
from factcheck.reading.number_words import NUMBER_WORDS, SCALE_WORDS
from factcheck.reading.ordinal_words import is_period_or_name
from factcheck.reading.tokens import (
    DASHES,
    HYPHENS,
    Kind,
    Token,
    after_gap,
    before_gap,
    kind_at,
    low_at,
    text_at,
    word_set,
)

_MONTHS = word_set(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec"
)
_YEAR_BEFORE = word_set(
    "in of since from by until till during through throughout after before late early mid year fiscal constant between "
    "and to for the end that"
)
_HEADINGS = word_set(
    "page pages p pp chapter chapters section sections article articles clause paragraph annex appendix table tables "
    "figure figures chart charts version versions v no nos number numbers rule step item code heading subheading hs "
    "line lines route room flight channel phase type grade level class group model item issue volume vol note footnote "
    "aged age hotel gate door floor track episode season part act bill resolution directive regulation protocol "
    "exhibit form tel phone fax ext extension unit building block lot sector zone area district precinct highway"
)
_NOT_NAMES = word_set(
    "a an the in on at by of for from to and or but about around over under some nearly almost roughly only just with "
    "after before since until during between more less than up down as all these those its their his her our my that "
    "this there it he she they we was were is are had has have than both another other every each top bottom first "
    "last next past if when while because although though yet so not no least most exactly approximately"
)
_COUNTED_BY = frozenset({"plus", "odd", "strong"})  # 500-plus people, a 1,800-strong workforce
_PERIOD_BEFORE = word_set("first last past next previous preceding final opening closing coming following")
_BEFORE_PLACE = word_set(
    "the its their a s as at is was are were remain remains remained ranked ranks ranking rank "
    "rated to from became become "
    "becoming still now current world former"
)
_LOWEST_PLACE = 300  # there are fewer trading partners
_TIME = word_set(
    "year years month months week weeks day days hour hours minute minutes quarter quarters decade decades half "
    "halves season seasons"
)


def is_no_figure(tokens: list[Token], amount: Amount) -> bool:
    """Whether an amount that was read is a date, a name or a manner of speaking."""
    if amount.kind is FigureKind.ORDINAL:
        return _is_day(tokens, amount) or is_period_or_name(tokens, amount.first, amount.end)
    if _is_year(tokens, amount) or is_numbered_index(tokens, amount) or is_conference(tokens, amount):
        return True
    if not amount.is_bare:
        return False
    if _is_day(tokens, amount) or _is_joined(tokens, amount) or _is_clock(tokens, amount.end):
        return True
    named = _is_named(tokens, amount) or is_bare_name(tokens, amount)
    return named or _is_loose_one(tokens, amount) or _is_period(tokens, amount)


def _is_year(tokens: list[Token], amount: Amount) -> bool:
    """A bare year, also before a word that looks like its unit: "in 2024 dollars", "in 2024 vehicles were"."""
    if amount.has_scale or amount.sign or not is_year(text_at(tokens, amount.first)):
        return False
    if not amount.has_unit:
        return True
    if amount.kind is FigureKind.PERCENT or kind_at(tokens, amount.first + 1) is not Kind.SPACE:
        return False
    before = low_at(tokens, before_gap(tokens, amount.first))
    return before in _YEAR_BEFORE or before in _MONTHS


def _is_day(tokens: list[Token], amount: Amount) -> bool:
    """A day beside its month: "14 July", "July 14", "4th of July", "14-16 July"."""
    before, after = before_gap(tokens, amount.first), after_gap(tokens, amount.end)
    if low_at(tokens, before) == "the":
        before = before_gap(tokens, before)
    if low_at(tokens, before) == "." and before > 0:
        before -= 1
    if _is_month(tokens, before):
        return True
    if low_at(tokens, after) == "of":
        after = after_gap(tokens, after + 1)
    return _is_month(tokens, after)


def _is_month(tokens: list[Token], at: int) -> bool:
    return low_at(tokens, at) in _MONTHS and text_at(tokens, at)[:1].isupper()


def _is_joined(tokens: list[Token], amount: Amount) -> bool:
    """A bare number in a compound: "five-year", "5-7", "$-less", "'24"; or one beside a slash."""
    after, before = text_at(tokens, amount.end), text_at(tokens, amount.first - 1)
    if before in HYPHENS and low_at(tokens, amount.first - 2) == "top":
        return False
    if after in HYPHENS and low_at(tokens, amount.end + 1) in _COUNTED_BY:
        return False
    if after in HYPHENS or (after in DASHES and kind_at(tokens, amount.end + 1) not in {None, Kind.SPACE, Kind.BREAK}):
        return True
    if amount.upper is not None and any(text_at(tokens, at) in DASHES for at in range(amount.first, amount.end)):
        return True
    return after in {"/", "&"} or before in {"'", "’", "‘", "/", "&", "-"} or before in HYPHENS


def _is_clock(tokens: list[Token], end: int) -> bool:
    """Such as "5 p.m.", "5 o'clock", and the area code of "(202) 555-0100"."""
    if text_at(tokens, end) == ")" and kind_at(tokens, after_gap(tokens, end + 1)) is Kind.NUMERAL:
        return True
    after = after_gap(tokens, end)
    low = low_at(tokens, after)
    return (low in {"a", "p"} and low_at(tokens, after + 1) == ".") or low in {"o", "noon", "midnight"}


def _is_named(tokens: list[Token], amount: Amount) -> bool:
    """A number that belongs to the word before it: "Boeing 737", "Section 301", "page 5", "No. 7"."""
    before = before_gap(tokens, amount.first)
    if _is_place(tokens, amount, before):
        return False
    if low_at(tokens, before) == "." and low_at(tokens, before - 1) in {
        "no",
        "nos",
        "p",
        "pp",
        "vol",
        "art",
        "sec",
        "ch",
    }:
        return True
    if kind_at(tokens, before) is not Kind.WORD:
        return low_at(tokens, before) in {"#", "№", "§"}
    low, text = low_at(tokens, before), text_at(tokens, before)
    if low in _HEADINGS:
        return True
    if not amount.in_digits or text.islower() or low in _NOT_NAMES:
        return False
    return low not in NUMBER_WORDS and low not in SCALE_WORDS


def _is_place(tokens: list[Token], amount: Amount, before: int) -> bool:
    """Whether a number is a place in an order: "the No. 6 partner", "ranked number six"; not "clause No. 6"."""
    if low_at(tokens, before) == ".":
        before -= 1
        if low_at(tokens, before) != "no":
            return False
    elif low_at(tokens, before) != "number":
        return False
    if amount.last_digit != 1 or amount.number > _LOWEST_PLACE:
        return False
    lead = before_gap(tokens, before)
    return kind_at(tokens, lead) is not Kind.WORD or low_at(tokens, lead) in _BEFORE_PLACE


def _is_loose_one(tokens: list[Token], amount: Amount) -> bool:
    """Such as "one" without a unit is a pronoun more often than a number."""
    return low_at(tokens, amount.first) == "one" and amount.end == amount.first + 1 and amount.upper is None


def _is_period(tokens: list[Token], amount: Amount) -> bool:
    """Such as "the first six months", "the past 12 months": part of a period."""
    before, after = low_at(tokens, before_gap(tokens, amount.first)), low_at(tokens, after_gap(tokens, amount.end))
    return before in _PERIOD_BEFORE and after in _TIME
