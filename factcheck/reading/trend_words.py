"""
Words for change without a number: flat, edged, grew, fell, surged, plunged, accelerating, slowing (MEANING 2).

Only what is told as a fact is read. "Did not fall", "no longer growing", "stopped falling", "could rise", "is expected
to fall" and "forecast growth" say nothing that a rate could decide; "stopped growing" is flat. What changes when growth
slips or a decline narrows is the pace: growth that slipped is slowing, with the sign of growth.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from factcheck.reading.change_words import CHANGE_WORDS, POINTERS, ChangeWord
from factcheck.reading.sentence_words import Sort, Token, read_tokens, word_set
from factcheck.reading.trend_phrases import (
    flat_phrase,
    has_object,
    is_other_sense,
    move_phrase,
    pace_phrase,
    points_at_change,
)
from factcheck.reading.trend_places import (
    change_noun,
    degree,
    is_over,
    is_unreal_noun,
    is_unreal_verb,
    sign_of_pace,
    subject_noun,
    word_at,
)


class Trend(StrEnum):
    """The classes of words for change, named as the keys of ``trend``."""

    FLAT = "flat"
    UP = "up"
    DOWN = "down"
    EDGED = "edged"
    SURGE = "surge"
    PLUNGE = "plunge"
    ACCELERATING = "accelerating"
    SLOWING = "slowing"


class TrendWord(NamedTuple):
    """
    A word for change and where it stands.

    Attributes:
        text: the words as written, with the adverb or adjective that makes them strong or slight.
        start: where they begin.
        end: where they end.
        trend: their class.
        sign: 1, -1, or 0 for flat and where the words give none; of accelerating and slowing, that of what changes.
    """

    text: str
    start: int
    end: int
    trend: Trend
    sign: int


class _Found(NamedTuple):
    """A word for change among the tokens: its first and last one, and the noun that it speaks of."""

    first: int
    last: int
    trend: Trend
    sign: int
    subject: int | None = None


_STEPS = word_set("edge edged edges edging inch inched inches inching tick ticked ticks ticking nudge nudged nudges")
_STEPS |= word_set("nudging creep crept creeps creeping")

_MORE_SLOWLY = frozenset({("more", "slowly"), ("less", "quickly"), ("less", "rapidly"), ("less", "sharply")})


def read_trend_words(text: str) -> tuple[TrendWord, ...]:
    """
    The words for change of a text, in their order.

    A noun that another word speaks of ("growth slowed", "the decline is accelerating") is no word of its own. "Up to"
    and "down to" say where something went and are left out, save in "went down to $5 billion".
    """
    tokens = list(read_tokens(text))
    found: list[_Found] = []
    place = 0
    while place < len(tokens):
        word = _read(text, tokens, place) if tokens[place].sort is Sort.WORD else None
        if word is not None:
            free = found[-1].last + 1 if found else 0  # an adverb between two verbs is told once
            found.append(word._replace(first=max(word.first, free)))
        place = place + 1 if word is None else max(place, word.last) + 1
    consumed = {word.subject for word in found}
    return tuple(
        TrendWord(text[start:end], start, end, word.trend, word.sign)
        for word in found
        if word.last not in consumed
        for start, end in [(tokens[word.first].start, tokens[word.last].end)]
    )


def _read(text: str, tokens: Sequence[Token], place: int) -> _Found | None:
    flat = flat_phrase(tokens, place)
    if flat is not None:
        first, last = flat
        real = not is_unreal_verb(tokens, first) and not is_other_sense(text, tokens, place)
        return _Found(first, last, Trend.FLAT, 0, subject_noun(tokens, first)) if real else None
    word = tokens[place].word
    if word in _STEPS:
        return _edged(tokens, place)
    pace = pace_phrase(tokens, place)
    if pace is not None:
        return None if is_unreal_verb(tokens, place) else _pace(tokens, place, pace[0], pace[1])
    if (move := move_phrase(tokens, place)) is not None:
        return _moves(tokens, place, *move)
    if word in ("up", "down", "higher", "lower"):
        return _pointer(tokens, place)
    says = CHANGE_WORDS.get(word)
    if says is None or says.with_figure or is_other_sense(text, tokens, place) or has_object(tokens, place):
        return None
    return _noun(tokens, place, says) if change_noun(tokens, place, any_pace=True) else _verb(tokens, place, says)


def _edged(tokens: Sequence[Token], place: int) -> _Found | None:
    """Edged up, ticked higher, inched down; edged alone leaves the sign open."""
    sign = POINTERS.get(word_at(tokens, place + 1), 0)
    edged = tokens[place].word in ("edged", "edges", "edging") and word_at(tokens, place + 1) not in ("out", "past")
    if is_unreal_verb(tokens, place) or not (sign or edged):
        return None
    last = place + 1 if sign else place
    subject = subject_noun(tokens, place)
    return _moved(tokens, subject, place, last, sign) or _Found(place, last, Trend.EDGED, sign)


def _moved(tokens: Sequence[Token], subject: int | None, first: int, last: int, sign: int) -> _Found | None:
    """What a verb says of growth or of a decline: its pace, with the sign of the noun."""
    if subject is None or not sign:
        return None
    trend = Trend.ACCELERATING if sign > 0 else Trend.SLOWING
    return _Found(first, last, trend, CHANGE_WORDS[tokens[subject].word].sign, subject)


def _pace(tokens: Sequence[Token], place: int, last: int, pace: int) -> _Found:
    """Slowed, is accelerating, gathered pace: with the sign of the noun or verb whose pace it is."""
    trend = Trend.ACCELERATING if pace > 0 else Trend.SLOWING
    sign, noun = sign_of_pace(tokens, place, last)
    return _Found(place, last, trend, sign, noun)


def _moves(tokens: Sequence[Token], place: int, last: int, sign: int, strong: bool) -> _Found | None:
    """Picked up, bounced back, lost ground, took off; of growth, its pace."""
    if is_unreal_verb(tokens, place):
        return None
    moved = _moved(tokens, subject_noun(tokens, place), place, last, sign)
    if moved is not None:
        return moved
    if strong:
        return _Found(place, last, Trend.SURGE if sign > 0 else Trend.PLUNGE, sign)
    return _Found(place, last, Trend.UP if sign > 0 else Trend.DOWN, sign)


def _pointer(tokens: Sequence[Token], place: int) -> _Found | None:
    """Up 2.2 percent, was down, slightly higher."""
    if not points_at_change(tokens, place) or is_unreal_verb(tokens, place):
        return None
    return _classed(tokens, place, POINTERS[tokens[place].word], strong=False, noun=False)


def _verb(tokens: Sequence[Token], place: int, says: ChangeWord) -> _Found | None:
    if is_unreal_verb(tokens, place):
        return None
    if says.pace:
        sign, noun = sign_of_pace(tokens, place, place)
        if says.of_change and (noun is None or noun > place):
            return None
        return _Found(place, place, Trend.ACCELERATING if says.pace > 0 else Trend.SLOWING, sign, noun)
    if (word_at(tokens, place + 1), word_at(tokens, place + 2)) in _MORE_SLOWLY:
        return _Found(place, place + 2, Trend.SLOWING, says.sign)
    moved = _moved(tokens, subject_noun(tokens, place), place, place, says.sign)
    return moved or _classed(tokens, place, says.sign, strong=says.strong, noun=False)


def _noun(tokens: Sequence[Token], place: int, says: ChangeWord) -> _Found | None:
    if is_unreal_noun(tokens, place) or is_over(tokens, place):
        return None
    if says.pace:
        sign, noun = sign_of_pace(tokens, place, place)
        return _Found(place, place, Trend.ACCELERATING if says.pace > 0 else Trend.SLOWING, sign, noun)
    return _classed(tokens, place, says.sign, strong=says.strong, noun=True)


def _classed(tokens: Sequence[Token], place: int, sign: int, *, strong: bool, noun: bool) -> _Found:
    """Up or down, or what an adverb or an adjective makes of it: grew quickly, a sharp fall, slightly higher."""
    first, last, size = degree(tokens, place, noun=noun)
    if size < 0:
        return _Found(first, last, Trend.EDGED, sign)
    if size > 0 or strong:
        return _Found(first, last, Trend.SURGE if sign > 0 else Trend.PLUNGE, sign)
    return _Found(first, last, Trend.UP if sign > 0 else Trend.DOWN, sign)
