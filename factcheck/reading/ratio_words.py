"""
Ratios in words: a third, two-thirds, one in five, half of, doubled, twice as much, tenfold.
"""

from __future__ import annotations

from decimal import Context, Decimal
from typing import NamedTuple

from factcheck.reading.figure import FigureKind
from factcheck.reading.number_words import ONES, TENS
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

_EXACT_ENOUGH = Context(prec=20)  # of "a third"; Figure.exact gives the fraction back

_PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "twentieth": 20, "hundredth": 100,
}  # fmt: skip
_PLURALS = {f"{word}s": of for word, of in _PARTS.items() if word not in {"half", "halves"}} | {"halves": 2}

_FACTORS = {
    "doubled": 2, "doubles": 2, "doubling": 2, "tripled": 3, "triples": 3, "tripling": 3, "trebled": 3, "trebles": 3,
    "trebling": 3, "quadrupled": 4, "quadruples": 4, "quadrupling": 4, "quintupled": 5, "quintupling": 5,
    "sextupled": 6,
}  # fmt: skip
_HALVED = frozenset({"halved", "halving"})
_BARE_FACTORS = {"double": 2, "triple": 3, "treble": 3, "quadruple": 4, "twice": 2, "thrice": 3}
_FOLDS = {f"{word}fold": value for word, value in (ONES | TENS | {"hundred": 100}).items() if value > 1}

_AFTER_BARE_FACTOR = word_set("the its their his her as what that this last those these our")
_AFTER_HALF = word_set("of the its their that those as what this last all our his her")
_PERIOD_BEFORE = word_set(
    "first second latter other last this next previous past final opening closing each every year's one per"
)
_TIME = word_set(
    "year years month months week weeks day days hour hours minute minutes decade decades century season "
    "quarter quarters"
)
_AFTER_PART = word_set(
    "of in to from on by less more fewer lower higher smaller larger bigger cheaper above below over since during "
    "as compared and or but while that which year between for last this after before with than at off"
)
_HEDGES_BEFORE = word_set(
    "by than about around nearly almost over roughly some least most to under above below approximately exactly just "
    "only exceeded fully"
)
_LONGEST_RATIO = 1000

#: Words that can begin a ratio, beside numbers.
RATIO_STARTS: frozenset[str] = frozenset({*_FACTORS, *_HALVED, *_BARE_FACTORS, *_FOLDS, "half"})


class Ratio(NamedTuple):
    """A ratio in words: its kind, its number (a percentage for fractions), and the token after it."""

    kind: FigureKind
    number: Decimal
    end: int


def ratio_at(tokens: list[Token], at: int) -> Ratio | None:
    """The ratio in words that begins at a token."""
    low = low_at(tokens, at)
    if low in _FACTORS or low in _HALVED or low in _FOLDS:
        return _factor_word(tokens, at)
    if low in _BARE_FACTORS:
        return _bare_factor(tokens, at)
    if low == "half":
        return _half(tokens, at, at)
    return _one_in(tokens, at) or _parts(tokens, at)


def _percentage(part: int, of: int, end: int) -> Ratio:
    return Ratio(FigureKind.FRACTION, _EXACT_ENOUGH.divide(Decimal(100 * part), Decimal(of)), end)


def _factor_word(tokens: list[Token], at: int) -> Ratio | None:
    """Such as "doubled", "halved", "tenfold"; not "doubled down"."""
    low = low_at(tokens, at)
    if low_at(tokens, after_gap(tokens, at + 1)) == "down" or low_at(tokens, at - 1) in HYPHENS:
        return None
    number = Decimal("0.5") if low in _HALVED else Decimal(_FACTORS.get(low) or _FOLDS[low])
    return Ratio(FigureKind.FACTOR, number, at + 1)


def _bare_factor(tokens: list[Token], at: int) -> Ratio | None:
    """Such as "twice as much", "more than double"; not "twice a week" nor "double-digit"."""
    following = low_at(tokens, after_gap(tokens, at + 1))
    before = low_at(tokens, before_gap(tokens, at))
    if low_at(tokens, at + 1) in HYPHENS or low_at(tokens, at - 1) in HYPHENS:
        return None
    hedged = before in _HEDGES_BEFORE and following not in {"a", "per"}
    if not (following in _AFTER_BARE_FACTOR or hedged or is_alone(tokens, at, at + 1)):
        return None
    return Ratio(FigureKind.FACTOR, Decimal(_BARE_FACTORS[low_at(tokens, at)]), at + 1)


def _half(tokens: list[Token], start: int, half: int) -> Ratio | None:
    """Such as "half of", "by half", "more than half"; not the first half of a year."""
    previous, following = before_gap(tokens, start), after_gap(tokens, half + 1)
    before, after = low_at(tokens, previous), low_at(tokens, following)
    if (
        after in {"a", "an"}
        or low_at(tokens, half + 1) in HYPHENS
        or low_at(tokens, start - 1) in HYPHENS
        or before in _PERIOD_BEFORE
    ):
        return None
    if after == "of" and _is_time(tokens, following + 1):
        return None
    alone = is_alone(tokens, start, half + 1)
    if not (alone or after in _AFTER_HALF or before in _HEDGES_BEFORE or start != half):
        return None
    if before in {"the", "a"} or after in _TIME or (after in _AFTER_HALF and _is_time(tokens, following)):
        return None
    return _percentage(1, 2, half + 1)


def _is_time(tokens: list[Token], at: int) -> bool:
    """Whether a stretch of time follows within three words: "of the year", "of 2025", "of last month"."""
    for _ in range(3):
        at = after_gap(tokens, at)
        if kind_at(tokens, at) is Kind.BREAK:
            return False
        if low_at(tokens, at) in _TIME or kind_at(tokens, at) is Kind.NUMERAL:
            return True
        at += 1
    return False


def _parts(tokens: list[Token], at: int) -> Ratio | None:
    """Such as "a third", "one-third", "two thirds", "three quarters"."""
    low = low_at(tokens, at)
    word = after_joint(tokens, at + 1)
    if word == at + 1:
        return None
    part = low_at(tokens, word)
    if low in {"a", "an", "one"}:
        return _one_part(tokens, at, word) if part in _PARTS else None
    count = ONES.get(low, 0)
    if count < 2 or part not in _PLURALS or count >= _PLURALS[part]:
        return None
    if part == "quarters" and not _is_share_of(tokens, at, word):
        return None
    return _percentage(count, _PLURALS[part], word + 1)


def _one_part(tokens: list[Token], at: int, word: int) -> Ratio | None:
    """One part: a fraction, unless what follows makes it an ordinal or a stretch of time ("a third month")."""
    part = low_at(tokens, word)
    if part == "half":
        return _half(tokens, at, word)
    following = after_gap(tokens, word + 1)
    after = low_at(tokens, following)
    if low_at(tokens, word + 1) in HYPHENS or after in {"ago", "earlier", "later", "on"}:
        return None
    certain = low_at(tokens, at) == "one"
    if not certain and kind_at(tokens, following) is Kind.WORD and after not in _AFTER_PART:
        return None
    if part == "quarter":
        before = low_at(tokens, before_gap(tokens, at))
        if before in {"in", "per", "last", "this", "for", "once"} and after != "of":
            return None
    return _percentage(1, _PARTS[part], word + 1)


def _is_share_of(tokens: list[Token], at: int, word: int) -> bool:
    """Whether "three quarters" is a share and no nine months."""
    before = low_at(tokens, before_gap(tokens, at))
    after = low_at(tokens, after_gap(tokens, word + 1))
    if low_at(tokens, at) != "three":
        return False
    if before in {"for", "in", "last", "past", "first", "next", "previous", "these", "those", "after", "within", "all"}:
        return False
    return after in {"of", "the"} or before in _HEDGES_BEFORE or is_alone(tokens, at, word + 1)


def _one_in(tokens: list[Token], at: int) -> Ratio | None:
    """Such as "one in five", "1 in 5", "nine out of ten"."""
    end = after_gap(tokens, at + 1)
    if kind_at(tokens, end) is not Kind.WORD:
        return None
    part = _small(tokens, at)
    if part is None:
        return None
    if kind_at(tokens, end) is Kind.WORD and low_at(tokens, end) not in {"in", "out"}:
        end = after_gap(tokens, end + 1)  # "one dollar in every seven"
        if low_at(tokens, _every(tokens, end)) != "every":
            return None
    if low_at(tokens, end) == "out" and low_at(tokens, after_gap(tokens, end + 1)) == "of":
        end = after_gap(tokens, after_gap(tokens, end + 1) + 1)
    elif low_at(tokens, end) == "in":
        end = after_gap(tokens, end + 1)
    else:
        return None
    if low_at(tokens, end) == "every":
        end = after_gap(tokens, end + 1)
    of = _small(tokens, end)
    if of is None or not part < of <= _LONGEST_RATIO or _goes_on(tokens, end + 1):
        return None
    return _percentage(part, of, end + 1)


def _every(tokens: list[Token], at: int) -> int:
    """Where "every" may stand after "in" or "out of" at a token."""
    following = after_gap(tokens, at + 1)
    if low_at(tokens, at) == "out" and low_at(tokens, following) == "of":
        return after_gap(tokens, following + 1)
    return following if low_at(tokens, at) == "in" else -1


def _small(tokens: list[Token], at: int) -> int | None:
    """A whole number of one token."""
    if kind_at(tokens, at) is Kind.NUMERAL:
        numeral = in_digits(low_at(tokens, at))
        whole = numeral is not None and numeral.last_digit == 1 and 0 < numeral.number <= _LONGEST_RATIO
        return int(numeral.number) if numeral is not None and whole else None
    low = low_at(tokens, at)
    return 100 if low == "hundred" else ONES.get(low) or TENS.get(low)


def _goes_on(tokens: list[Token], at: int) -> bool:
    """Whether the second number is more than a bare one: a time, a scale, a unit, a longer numeral."""
    following = low_at(tokens, after_joint(tokens, at))
    if following in _TIME or following in ONES or following in TENS or following == "%":
        return True
    if following in {"hundred", "thousand", "million", "billion", "trillion", "percent", "per", "and", "tonnes"}:
        return True
    return kind_at(tokens, at) not in {None, Kind.SPACE, Kind.BREAK} and following not in set(".,;:!?)’'\"”-–—")
