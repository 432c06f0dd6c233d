"""
Currency signs, codes and words before and after a numeral.
"""

from __future__ import annotations

from typing import NamedTuple

from factcheck.currencies import CODES, OTHER_CODES, PHRASES, SIGNS, candidates, is_open
from factcheck.reading.tokens import HYPHENS, Kind, Token, after_gap, after_joint, kind_at, low_at, text_at

#: Codes that are English words in headlines.
_WORDS_IN_CAPITALS = frozenset({"ALL", "TOP", "CUP", "MOP"})
_CODES = (CODES | OTHER_CODES.keys()) - _WORDS_IN_CAPITALS
_SIGNS_IN_LETTERS = frozenset(sign for sign in SIGNS if sign.isalpha())
_LONGEST = 3  # words of a currency: "New Zealand dollars"

#: Words that can begin an amount of money.
STARTS: frozenset[str] = frozenset(
    {*_CODES, *_SIGNS_IN_LETTERS, *(sign[:-1] for sign in SIGNS if len(sign) > 1 and not sign[-1].isalpha())}
)


_PER = {
    "day": "a day", "daily": "a day", "week": "a week", "weekly": "a week", "month": "a month", "monthly": "a month",
    "quarter": "a quarter", "quarterly": "a quarter", "barrel": "a barrel", "bbl": "a barrel", "tonne": "a tonne",
    "ton": "a tonne", "t": "a tonne",
}  # fmt: skip
_NO_RATE_AFTER = frozenset({"ago", "earlier", "before", "later", "prior", "after", "since", "of", "as"})
_ENDS_A_PHRASE = frozenset(
    {"in", "on", "at", "for", "from", "to", "of", "by", "last", "this", "over", "during", "since", "but", "or", "as"}
)
_OWNERS_AFTER = frozenset({"US", "U.S.", "American", "Canadian", "Australian", "Singaporean", "Jamaican"})


class Money(NamedTuple):
    """What a sign, code or word can mean, the usual one first; open where nobody may choose; the token after it."""

    currencies: tuple[str, ...]
    is_open: bool
    end: int

    @property
    def unit(self) -> str:
        """The usual currency, blank where it is open."""
        return "" if self.is_open else self.currencies[0]


def _money(written: str, end: int) -> Money:
    return Money(candidates(written), is_open(written), end)


def money_before(tokens: list[Token], at: int) -> Money | None:
    """The currency that stands before a numeral, and where the numeral may begin."""
    text = text_at(tokens, at)
    if text in SIGNS and kind_at(tokens, at) is Kind.OTHER:
        return _money(text, after_gap(tokens, at + 1))
    if kind_at(tokens, at) is not Kind.WORD:
        return None
    joined = text + text_at(tokens, at + 1)
    if joined in SIGNS and kind_at(tokens, at + 1) is Kind.OTHER:
        return _money(joined, after_gap(tokens, at + 2))
    if text not in _CODES and text not in _SIGNS_IN_LETTERS:
        return None
    end = at + 1
    if text == "Rs" and low_at(tokens, end) == ".":
        end += 1
    return _money(text, after_gap(tokens, end))


def money_after(tokens: list[Token], at: int, *, large: bool) -> Money | None:
    """The currency after a numeral or its scale; "won" only after a large number, for it is a verb as well."""
    word = after_joint(tokens, at)
    if kind_at(tokens, word) is Kind.OTHER:
        return _sign_after(tokens, word)
    if kind_at(tokens, word) is not Kind.WORD:
        return None
    text = text_at(tokens, word)
    joined = text + text_at(tokens, word + 1)
    if joined in SIGNS and len(joined) > len(text):
        return None if kind_at(tokens, word + 2) is Kind.NUMERAL else _money(joined, word + 2)
    if text in _CODES or text in _SIGNS_IN_LETTERS:
        return _code_after(tokens, word)
    return None if word == at else _word_after(tokens, word, large=large)


def _sign_after(tokens: list[Token], at: int) -> Money | None:
    """A sign after the number, unless it belongs to the next one: "5 $" but not "5 $7"."""
    text = text_at(tokens, at)
    glued = kind_at(tokens, at - 1) is not Kind.SPACE
    following = at + 1 if glued else after_gap(tokens, at + 1)
    if text not in SIGNS or kind_at(tokens, following) is Kind.NUMERAL:
        return None
    return _money(text, at + 1)


def _code_after(tokens: list[Token], at: int) -> Money | None:
    """A code after the number, unless it belongs to the next one: "5 USD" but not "5 USD 7"."""
    following = after_gap(tokens, at + 1)
    if kind_at(tokens, following) is Kind.NUMERAL or text_at(tokens, following) in SIGNS:
        return None
    return _money(text_at(tokens, at), at + 1)


def _word_after(tokens: list[Token], at: int, *, large: bool) -> Money | None:
    """The longest phrase that names a currency: "Hong Kong dollars", "yuan"."""
    ends, words, end = [], "", at
    for _ in range(_LONGEST):
        if kind_at(tokens, end) is not Kind.WORD:
            break
        words = f"{words} {low_at(tokens, end)}".strip()
        end += 1
        ends.append((words, end))
        end = after_joint(tokens, end)
    for phrase, after in reversed(ends):
        if phrase in PHRASES and (large or phrase != "won") and (phrase != "real" or _is_real(tokens, after, large)):
            return _money(phrase, after)
    return None


def _is_real(tokens: list[Token], after: int, large: bool) -> bool:
    """Whether "real" is Brazil's money: after a large number, with no noun after it ("5 billion real terms")."""
    return large and kind_at(tokens, after_gap(tokens, after)) is not Kind.WORD


def owner_after(tokens: list[Token], at: int, money: Money) -> Money | None:
    """The owner that settles a "$" before it: "$10 billion Canadian", not "$10 billion Canadian exports"."""
    word = after_gap(tokens, at)
    text = text_at(tokens, word)
    if word == at or text not in _OWNERS_AFTER or "USD" not in money.currencies or not _ends_a_phrase(tokens, word + 1):
        return None
    return Money(PHRASES[f"{text.lower()} dollars"], False, word + 1)


def _ends_a_phrase(tokens: list[Token], at: int) -> bool:
    """Whether no noun follows."""
    following = after_gap(tokens, at)
    is_joined = low_at(tokens, at) in HYPHENS or low_at(tokens, at) == "/"
    return not is_joined and (
        kind_at(tokens, following) is not Kind.WORD or low_at(tokens, following) in _ENDS_A_PHRASE
    )


def per_phrase(tokens: list[Token], end: int) -> str:
    """What an amount is for one of: "a month", "a barrel"; blank for a plain amount and for one a year."""
    joined = low_at(tokens, end) in HYPHENS
    at = end + 1 if joined else after_gap(tokens, end)
    low = low_at(tokens, at)
    if low.endswith("ly"):  # "$42 billion monthly", but not "a $42 billion monthly surplus"
        return _PER.get(low, "") if _ends_a_phrase(tokens, at + 1) else ""
    if low not in {"a", "per", "each", "every", "/"}:
        return ""
    unit = after_joint(tokens, at + 1)
    if low == "per" and low_at(tokens, unit) == "metric":
        unit = after_joint(tokens, unit + 1)
    found = low_at(tokens, unit)
    if found.endswith("ly") or low_at(tokens, after_gap(tokens, unit + 1)) in _NO_RATE_AFTER:
        return ""
    return _PER.get(found, "")
