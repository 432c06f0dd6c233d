"""
Hedges before and after a figure: "nearly $2 billion", "5 percent or more".
"""

from __future__ import annotations

from typing import NamedTuple

from factcheck.hedges import Hedge
from factcheck.reading.passing_words import (
    PASSING,
    PASSING_LAST,
    REACHING,
    before_article,
    denied,
    is_mark,
    is_voted,
    negation,
)
from factcheck.reading.tokens import HYPHENS, Kind, Token, after_gap, before_gap, kind_at, low_at, word_set

_BEFORE: dict[Hedge, str] = {
    Hedge.ABOUT: (
        "about|around|roughly|some|circa|ca|approximately|approx|an estimated|estimated|more or less|in the region of|"
        "in the order of|on the order of|of the order of|barely|in the neighbourhood of|in the neighborhood of"
    ),
    Hedge.NEARLY: (
        "nearly|almost|close to|just under|just below|just shy of|shy of|just short of|approaching|approached|"
        "approaches|nearing|neared|nears|within a whisker of|a whisker below|not quite|"
        "slightly under|slightly below|slightly less than|a little under|a little below|a little less than|"
        "a shade under|marginally under|marginally below|a bit under|a bit less than|fractionally under"
    ),
    Hedge.MORE_THAN: (
        "more than|over|above|exceeded|exceeds|exceed|exceeding|topped|tops|topping|surpassed|surpasses|surpass|"
        "surpassing|upwards of|upward of|north of|just over|just above|well over|well above|greater than|in excess of|"
        "slightly more than|slightly over|slightly above|a little more than|a little over|little more than|"
        "a little above|a shade over|a shade above|barely over|barely above|barely more than|barely exceeded|"
        "barely topped|marginally over|marginally above|marginally more than|a bit over|a bit more than|just past"
    ),
    Hedge.LESS_THAN: (
        "not nearly|nowhere near|less than|fewer than|under|below|well under|well below|smaller than|short of"
    ),
    Hedge.AT_LEAST: (
        "at least|no less than|not less than|no fewer than|not fewer than|a minimum of|minimum of|as little as|"
        "as low as|as few as|not below|not under"
    ),
    Hedge.AT_MOST: (
        "at most|at the most|up to|no more than|not more than|a maximum of|maximum of|as much as|as many as|as high as|"
        "not exceeding|not exceed|not over|not above|never exceeded|not exceeded|never exceed|never topped|not topped|"
        "never more than|never above|never over"
    ),
}
_AFTER: dict[Hedge, str] = {
    Hedge.ABOUT: "or so|or thereabouts|give or take|approximately|more or less",
    Hedge.AT_LEAST: "or more|or higher|or above|at least|at a minimum|and above|plus",
    Hedge.AT_MOST: "or less|or fewer|or lower|or below|at most|at the most|at a maximum",
}
_JOINED = {"plus": Hedge.AT_LEAST, "odd": Hedge.ABOUT}  # "500-plus people", "40-odd tankers"
_SIGNS = {
    "~": Hedge.ABOUT, "≈": Hedge.ABOUT, "\u223c": Hedge.ABOUT, "<": Hedge.LESS_THAN, ">": Hedge.MORE_THAN,
    "≤": Hedge.AT_MOST, "⩽": Hedge.AT_MOST, "≥": Hedge.AT_LEAST, "⩾": Hedge.AT_LEAST,
}  # fmt: skip
_MOTION = word_set(
    "went go goes going gone shot moved move moves climbed crept come came rose rising rise jumped pushed ran run back "
    "drove bid edged inched sped caught"
)  # fmt: skip
_TIME = word_set("year years month months week weeks day days hour hours decade decades quarter quarters period")
_CURRENCY_SIGNS = frozenset("$€£¥₹₽₩")
_LONGEST = 4


def _by_words(hedges: dict[Hedge, str]) -> dict[tuple[str, ...], Hedge]:
    return {tuple(phrase.split()): hedge for hedge, phrases in hedges.items() for phrase in phrases.split("|")}


_BEFORE_WORDS = _by_words(_BEFORE)
_AFTER_WORDS = _by_words(_AFTER)
_LAST_WORDS = frozenset(words[-1] for words in _BEFORE_WORDS) | PASSING_LAST | REACHING.keys()
_LOOSE = frozenset({"give or take", "or so", "or thereabouts", "more or less"})  # may stand after a comma

#: Every word of a hedge before a figure.
HEDGE_WORDS: frozenset[str] = frozenset(word for words in _BEFORE_WORDS for word in words)


class HedgeRead(NamedTuple):
    """A hedge as written: its first token and the token after its last one."""

    hedge: Hedge
    first: int
    end: int


def hedge_before(tokens: list[Token], first: int, end: int = 0, *, measured: bool = False) -> HedgeRead | None:
    """
    The hedge before a figure.

    Args:
        tokens: those of the text.
        first: where the figure begins.
        end: the token after it; a hedge reaches over "the" to a mark: "above the $440 billion mark".
        measured: whether it is an amount, so that verbs may be hedges: "passed $430 billion".
    """
    if end and is_mark(tokens, end):
        first, measured = before_article(tokens, first), True
    elif measured and end and is_voted(tokens, end):
        measured = False
    last = before_gap(tokens, first)
    if last < 0:
        return None
    low = tokens[last].low
    if low in _SIGNS:
        return _sign(tokens, last)
    stop = last + 1
    if low == "." and low_at(tokens, last - 1) in {"ca", "approx", "c"}:
        if low_at(tokens, last - 1) == "c":
            return HedgeRead(Hedge.ABOUT, last - 1, stop)
        last, low = last - 1, low_at(tokens, last - 1)
    if low not in _LAST_WORDS:
        return None
    found = _by_words_before(tokens, last, stop, measured)
    if found is None:
        return _not_reached(tokens, last, stop) if measured and low in REACHING else None
    return None if _is_something_else(tokens, found, first) else _if_denied(tokens, found)


def _by_words_before(tokens: list[Token], last: int, end: int, measured: bool) -> HedgeRead | None:
    """The longest phrase that is a hedge and ends at a token."""
    found = None
    words: tuple[str, ...] = ()
    for _ in range(_LONGEST):
        if kind_at(tokens, last) is not Kind.WORD:
            break
        words = (tokens[last].low, *words)
        hedge = _BEFORE_WORDS.get(words) or (PASSING.get(words) if measured else None)
        found = found if hedge is None else HedgeRead(hedge, last, end)
        last = before_gap(tokens, last)
    return found


def _if_denied(tokens: list[Token], found: HedgeRead) -> HedgeRead | None:
    """The hedge, turned round after "not": "did not rise above", "failed to top", "no longer below"."""
    if found.hedge not in {Hedge.MORE_THAN, Hedge.LESS_THAN}:
        return found
    first = negation(tokens, found.first)
    turned = denied(found.hedge)
    return found if first < 0 or turned is None else HedgeRead(turned, first, found.end)


def _not_reached(tokens: list[Token], last: int, end: int) -> HedgeRead | None:
    """Such as "did not reach", "failed to hit", "didn't top"."""
    first = negation(tokens, last)
    return None if first < 0 else HedgeRead(REACHING[tokens[last].low], first, end)


def _sign(tokens: list[Token], at: int) -> HedgeRead | None:
    """Such as "~5 %", ">= 5 %"; not the head of an arrow."""
    sign = low_at(tokens, at)
    if sign in {"<", ">"} and low_at(tokens, at - 1) in {"-", "=", "<", ">"}:
        return None
    return HedgeRead(_SIGNS[sign], at, at + 1)


def _is_something_else(tokens: list[Token], found: HedgeRead, figure: int) -> bool:
    """Whether the words mean something else here: "over five years", "went up to $5bn", "worth some"."""
    last, before = low_at(tokens, found.end - 1), low_at(tokens, before_gap(tokens, found.first))
    if last == "past" and before == "the":  # the past 5 sessions
        return True
    if last == "to" and low_at(tokens, found.first) == "up":
        return before in _MOTION
    if last in {"over", "above", "under", "below", "around", "about"} and found.end - found.first == 1:
        if before in {"all", "left", "carry", "turn", "hand", "take"} and last == "over":
            return True
        return last == "over" and _is_time(tokens, figure)
    return False


def _is_time(tokens: list[Token], figure: int) -> bool:
    """Whether the number is followed by a stretch of time: "over five years"."""
    following = after_gap(tokens, figure + 1)
    if low_at(tokens, following) == "-":
        following += 1
    return low_at(tokens, following) in _TIME


def hedge_after(tokens: list[Token], end: int) -> HedgeRead | None:
    """The hedge directly after the figure that ends before a token: "or so", "or more", "+"."""
    if low_at(tokens, end) == "+" and not _starts_figure(tokens, end + 1):
        return HedgeRead(Hedge.AT_LEAST, end, end + 1)
    comma = low_at(tokens, end) == ","
    at = after_gap(tokens, end + 1 if comma else end)
    if low_at(tokens, end) in HYPHENS and low_at(tokens, end + 1) in _JOINED:
        return HedgeRead(_JOINED[low_at(tokens, end + 1)], end + 1, end + 2)
    if low_at(tokens, at) == "plus":
        return None
    first, found = at, None
    words: tuple[str, ...] = ()
    for _ in range(3):
        if kind_at(tokens, at) is not Kind.WORD:
            break
        words = (*words, low_at(tokens, at))
        hedge = _AFTER_WORDS.get(words) if not comma or " ".join(words) in _LOOSE else None
        found = found if hedge is None else HedgeRead(hedge, first, at + 1)
        at = after_gap(tokens, at + 1)
    return None if found is None or _belongs_to_next(tokens, found.end) else found


def _starts_figure(tokens: list[Token], at: int) -> bool:
    """Whether letters, digits or a currency stand at a token."""
    return kind_at(tokens, at) in {Kind.NUMERAL, Kind.WORD} or low_at(tokens, at) in _CURRENCY_SIGNS


def _belongs_to_next(tokens: list[Token], end: int) -> bool:
    """Whether what follows is another figure or a comparison: "at least 3 percent", "or more than half"."""
    at = after_gap(tokens, end)
    if low_at(tokens, at) in {"than", "a", "an", "one", "half"} or kind_at(tokens, at) is Kind.NUMERAL:
        return True
    return low_at(tokens, at) in _CURRENCY_SIGNS
