"""
Which way a figure points: +1 for a rise, -1 for a fall, by the words around it (MEANING 2, "Direction").

A rule looks at the tokens beside the figure. It answers with a sign, with ``OPEN`` where it knows that the words give
none (a level, a share), or with None where it has nothing to say and the next rule is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from factcheck.reading.change_words import CHANGE_WORDS, PHRASAL, POINTERS
from factcheck.reading.comparisons import comparison
from factcheck.reading.direction_words import (
    ACCOUNTING,
    CLAUSES,
    COMPARED,
    EXCEEDING,
    FOREIGN,
    NOT_CHANGE,
    OPEN,
    OTHER_VERBS,
    PACE,
    RATES,
    change_noun,
    change_sign,
    figure_before_bracket,
    is_foreign,
    left_of,
    nearest_change,
    noun_after,
    plain_word,
    subject_noun,
    verb_sign,
)
from factcheck.reading.figure import Figure, FigureKind
from factcheck.reading.sentence_words import Sort, Token, sentence_around, word_set

_UNSIGNED = frozenset({FigureKind.FACTOR, FigureKind.ORDINAL})
_YEARLY = word_set("annual annualised annualized yearly monthly quarterly year-on-year")
_BE = word_set("was were is are be been still down")
_DEPTH = 12  # figures that may lean on one another: "5, 6, 7 and 8 percent"
_Tokens = Sequence[Token]


def direction_of(text: str, figure: Figure, figures: Sequence[Figure] = ()) -> int | None:
    """
    The sign that the words give a figure.

    A written sign wins. A level ("to $106.48 billion"), a share, a factor and an ordinal have none.

    Args:
        text: the whole text that the figure was read from.
        figure: one of its figures.
        figures: all its figures in the order of the text; needed for "fell by $10.39 billion, or 9.1 percent".

    Returns:
        1 or -1; None where the words leave it open.
    """
    if figure.sign:
        return figure.sign
    if figure.kind in _UNSIGNED or not text[figure.start : figure.end]:
        return None
    tokens, at = sentence_around(text, figure, figures)
    return _sign(tokens, at) or None


def _sign(tokens: _Tokens, at: int, depth: int = _DEPTH) -> int:
    figure = tokens[at].figure
    if figure is None or figure.kind in _UNSIGNED or not depth:
        return OPEN
    if figure.sign:
        return figure.sign
    found = _by_following_words(tokens, at, figure.kind in RATES)
    if found is None:
        found = _by_preceding_words(tokens, at, figure.kind in RATES, depth)
    return OPEN if found is None else found


def _by_following_words(tokens: _Tokens, at: int, rate: bool) -> int | None:
    """A noun ("a 9.1 percent decline"), a comparison ("8 percent lower"), a pace; a share and a tariff are open."""
    noun = noun_after(tokens, at + 1)
    if noun is not None:
        return CHANGE_WORDS[tokens[noun].word].sign
    first = plain_word(tokens, at + 1)
    if is_foreign(tokens, at + 1) or (rate and first == "of"):
        return OPEN
    if first in COMPARED:
        return comparison(tokens, at, rate)
    if rate and (first in PACE or (first in _YEARLY and plain_word(tokens, at + 2) in PACE)):
        return _pace(tokens, at - 1)
    return None


def _pace(tokens: _Tokens, place: int) -> int:
    """Grew at a 5 percent pace, at a slower rate of 5 percent: the sign of the verb or noun whose pace it is."""
    found = nearest_change(tokens, place)
    if found is not None and tokens[found].word in POINTERS:
        found = nearest_change(tokens, found - 1)
    return OPEN if found is None else change_sign(tokens, found)


def _by_preceding_words(tokens: _Tokens, at: int, rate: bool, depth: int) -> int | None:
    left = left_of(tokens, at - 1)
    word = tokens[left].word if left >= 0 else ""
    rule = _BEFORE.get(word)
    if rule is not None:
        return rule(tokens, left, at, rate, depth)
    found = _verb_before(tokens, left, rate)
    if found is None:
        found = _noun_before(tokens, left, rate)
    if found is None:
        found = _list(tokens, left, at, rate, depth)
    return found


def _after_by(tokens: _Tokens, left: int, at: int, rate: bool, depth: int) -> int | None:
    """Fell by 9.1 percent, a rise in exports by 5 percent, lower by $5 billion: the verb's sign."""
    before = tokens[left - 1].word if left else ""
    if before.endswith(("ed", "driven", "hit")) and before not in CHANGE_WORDS:
        return OPEN  # followed by, offset by, undervalued by
    found = nearest_change(tokens, left - 1)
    if found is None:
        return OPEN
    says = CHANGE_WORDS.get(tokens[found].word)
    if says is not None and not verb_sign(tokens, found):
        verb = nearest_change(tokens, found - 1, reach=3)  # "cut growth by 2 points"
        if verb is not None and verb_sign(tokens, verb):
            found = verb
    return change_sign(tokens, found)


def _after_to(tokens: _Tokens, left: int, at: int, rate: bool, depth: int) -> int | None:
    """
    Slowed to, down to, from 5 percent: the rate itself, which has the sign of its noun; an amount is a level.

    "The fall amounted to $5 billion" is an amount of change.
    """
    before = tokens[left - 1].word if left else ""
    if before in ("amounted", "amounting", "amounts", "came", "comes"):
        return _noun_before(tokens, left - 1, rate) or OPEN
    if not rate:
        return OPEN
    noun = subject_noun(tokens, left - 1, over_changes=True)
    if noun is None:
        return OPEN
    moved = any(token.word in CHANGE_WORDS or token.word in POINTERS for token in tokens[noun + 1 : left])
    return CHANGE_WORDS[tokens[noun].word].sign if moved or tokens[noun].word == "growth" else OPEN


def _after_of(tokens: _Tokens, left: int, at: int, rate: bool, depth: int) -> int | None:
    """Growth of 5 percent, a decline in trade of 9.1 percent, at a pace of 5 percent, a rise of $5 billion."""
    place = left - 1
    if place >= 0 and change_noun(tokens, place):
        return CHANGE_WORDS[tokens[place].word].sign
    if not rate or place < 0 or is_foreign(tokens, place):
        return OPEN
    if tokens[place].word in PACE:
        return _pace(tokens, place - 1)
    noun = subject_noun(tokens, place)
    if noun is None or tokens[noun + 1].word not in ("in", "for", "from", "to", "between", "over", "during", "on"):
        return OPEN
    return CHANGE_WORDS[tokens[noun].word].sign


def _after_at(tokens: _Tokens, left: int, at: int, rate: bool, depth: int) -> int | None:
    """Grew at 5 percent, growth stood at 5 percent, growth, at 5 percent, slowed."""
    if not rate:
        return OPEN
    found = nearest_change(tokens, left - 1, reach=3)
    if found is not None and verb_sign(tokens, found):
        return change_sign(tokens, found)
    return _noun_before(tokens, left, rate) or OPEN


def _after_limit(tokens: _Tokens, left: int, at: int, rate: bool, depth: int) -> int | None:
    """Fell below 5 percent, rose above $240 billion: a level that was passed; without such a verb it is a hedge."""
    before = left_of(tokens, left - 1)
    if before >= 0 and tokens[before].word in _BEFORE:
        return _BEFORE[tokens[before].word](tokens, before, at, rate, depth)
    if before >= 0 and verb_sign(tokens, before):
        return _after_to(tokens, left, at, rate, depth)
    return _noun_before(tokens, before, rate)


def _after_or(tokens: _Tokens, left: int, at: int, rate: bool, depth: int) -> int | None:
    """By $10.39 billion, or 9.1 percent: the sign of the figure it stands beside."""
    for place in range(left - 1, max(-1, left - 7), -1):
        if tokens[place].sort is Sort.FIGURE:
            return _sign(tokens, place, depth - 1)
    return OPEN


def _after_bracket(tokens: _Tokens, left: int, at: int, rate: bool, depth: int) -> int | None:
    """By $10.39 billion (9.1 percent), by 100 billion yuan ($14 billion), growth (5 percent)."""
    beside = tokens[left - 1].figure if left else None
    if beside is None:
        return _verb_before(tokens, left - 1, rate) or _noun_before(tokens, left, rate)
    return OPEN if beside.kind in RATES and not rate else _sign(tokens, left - 1, depth - 1)


def _after_colon(tokens: _Tokens, left: int, at: int, rate: bool, depth: int) -> int | None:
    """Rose 5.8 percent (April: 8.1 percent): the same measure as that before the bracket; else as after a noun."""
    beside = figure_before_bracket(tokens, left)
    if beside is not None and (kind := tokens[beside].figure) is not None and (kind.kind in RATES) is rate:
        return _sign(tokens, beside, depth - 1)
    found = _verb_before(tokens, left, rate)
    return _noun_before(tokens, left, rate) if found is None else found


_Rule = Callable[[_Tokens, int, int, bool, int], int | None]
_BEFORE: dict[str, _Rule] = {
    "by": _after_by,
    "to": _after_to,
    "from": _after_to,
    "of": _after_of,
    "at": _after_at,
    "or": _after_or,
    "(": _after_bracket,
    ":": _after_colon,
    **dict.fromkeys(("above", "below", "past", "beyond", "under"), _after_limit),
}


def _verb_before(tokens: _Tokens, left: int, rate: bool) -> int | None:
    """Fell 9.1 %, was down 8.4 percent, gained $5 billion; a rate may have a few words between: fell last month 5 %."""
    for place in range(left, max(-1, left - (6 if rate else 1)), -1):
        token = tokens[place]
        if token.sort in (Sort.MARK, Sort.FIGURE) or token.word in CLAUSES:
            return None
        if place == left and (token.word in ACCOUNTING or _is_other_verb(token)):
            return None
        if token.word in EXCEEDING or is_foreign(tokens, place):
            return OPEN
        if token.word in POINTERS and place and tokens[place - 1].word in PHRASAL:
            return OPEN
        if token.word == "off" and place == left and plain_word(tokens, place - 1) in _BE:
            return -1  # was off 2.9 percent
        if _moves_no_rate(tokens, place, left, rate):
            return OPEN
        if sign := change_sign(tokens, place):
            return None if change_noun(tokens, place) and place < left else sign
        if token.word in CHANGE_WORDS:
            return OPEN
    return None


def _moves_no_rate(tokens: _Tokens, place: int, left: int, rate: bool) -> bool:
    """Whether the verb raises money, "raised $750 million in bonds", or adds to what there was, "added to the 10 %"."""
    word = tokens[place].word
    if place == left and not rate and word.startswith("rais"):
        return True
    return place < left and word in ("add", "adds", "added", "adding") and tokens[place + 1].word == "to"


def _noun_before(tokens: _Tokens, left: int, rate: bool) -> int | None:
    """Growth was 5 percent, the fall in exports reached 9 percent, growth (5 percent); an amount after "was"."""
    place = left
    while place >= 0 and tokens[place].word in ACCOUNTING:
        place -= 1
    if place == left and not (place >= 0 and change_noun(tokens, place)):
        return None
    if place > 0 and tokens[place].word == ",":
        place -= 1
    noun = subject_noun(tokens, place)
    if noun is None or (not rate and tokens[noun].word == "growth"):
        return None
    return CHANGE_WORDS[tokens[noun].word].sign


def _list(tokens: _Tokens, left: int, at: int, rate: bool, depth: int) -> int | None:
    """Exports rose 5 percent and imports 1 percent; by $5 billion and $3 billion: the sign of the figure before."""
    if left < 0 or tokens[left].word in ACCOUNTING or tokens[left].word in NOT_CHANGE:
        return None
    if not rate and tokens[left].word not in ("and", ",", "&"):
        return None
    joined = False
    for place in range(at - 1, max(-1, at - 14), -1):
        token = tokens[place]
        beside = token.figure
        if beside is not None and (beside.kind in RATES) is rate:
            return _sign(tokens, place, depth - 1) if joined and not beside.sign else None
        if (beside is not None and not rate) or token.word in FOREIGN or token.word in EXCEEDING:
            return None
        if token.word in CHANGE_WORDS or token.word in POINTERS or _is_other_verb(token):
            return None
        joined = joined or token.word in ("and", ",", ";", "while", "&", "or", "but")
    return None


def _is_other_verb(token: Token) -> bool:
    """Whether a word is a verb that speaks of no change: accounted, took."""
    return token.word in OTHER_VERBS or (token.word.endswith("ed") and token.word not in CHANGE_WORDS)
