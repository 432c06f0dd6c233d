"""
What stands beside a piece: a figure, a time, the unit of a figure.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.reading.languages.phrases import Sort
from factcheck.reading.languages.pieces import Piece, ends_clause, next_piece

_LEADING = frozenset({Sort.BEFORE, Sort.ARTICLE, Sort.ONE})
_TIMES = frozenset({Sort.MONTH, Sort.TIME})
_COUNTED = frozenset({Sort.UNIT, Sort.SCALE})
_FURTHEST = 8  # pieces between a small word and its figure
_SIGNS = frozenset("+-\u2212~≈<>≤≥")
_WITHIN = 14  # pieces between the two ends of "from 5 to 7"


def figure_after(pieces: Sequence[Piece], at: int) -> int:
    """The place of the number that a figure after ``at`` begins with, over hedges and signs; -1 where none follows."""
    place = at + 1
    for _ in range(_FURTHEST):
        place = next_piece(pieces, place)
        if place >= len(pieces):
            return -1
        piece = pieces[place]
        if piece.is_digits:
            return -1 if is_time(pieces, place) else place
        if piece.sort in {Sort.NUMBER, Sort.HUNDRED, Sort.SHY} or is_counted_one(pieces, place):
            return -1 if _is_day_in_words(pieces, place) else place
        if not (piece.sort in _LEADING or piece.is_money or piece.text in _SIGNS):
            return -1
        place += 1
    return -1


def is_counted_one(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a piece is the one of "eine Milliarde", "un pour cent"."""
    after = next_piece(pieces, at + 1)
    if pieces[at].sort is not Sort.ONE or after >= len(pieces):
        return False
    rate = pieces[after].sort is Sort.UNIT and pieces[after].english.startswith(("percent", "basis"))
    return pieces[after].sort is Sort.SCALE or rate


def _is_day_in_words(pieces: Sequence[Piece], at: int) -> bool:
    after = next_piece(pieces, at + 1)
    return after < len(pieces) and pieces[after].sort in _TIMES


def is_time(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a piece begins a time: a month, a phrase for a period, a year, a day beside its month."""
    piece = pieces[at]
    if piece.sort in _TIMES:
        return True
    after = next_piece(pieces, at + 1)
    follows = pieces[after] if after < len(pieces) else None
    if piece.marked:
        return True
    if piece.is_year:
        counted = follows is not None and (follows.sort in _COUNTED or follows.text in "%€$")
        return not counted
    if not piece.is_day or follows is None:
        return False
    if follows.sort is Sort.OF:
        after = next_piece(pieces, after + 1)
        follows = pieces[after] if after < len(pieces) else follows
    return follows.sort is Sort.MONTH


def time_after(pieces: Sequence[Piece], at: int) -> int:
    """The place of a time right after a piece, over an article; -1 where none follows."""
    place = next_piece(pieces, at + 1)
    if place < len(pieces) and pieces[place].sort is Sort.ARTICLE:
        place = next_piece(pieces, place + 1)
    return place if place < len(pieces) and is_time(pieces, place) else -1


def unit_of(pieces: Sequence[Piece], at: int) -> str:
    """The unit after the number at a place, in English; blank where it has none."""
    place = at + 1
    for _ in range(_FURTHEST):
        place = next_piece(pieces, place)
        if place >= len(pieces):
            return ""
        piece = pieces[place]
        if piece.sort is Sort.UNIT or piece.is_money or piece.text == "%":
            return "percent" if piece.text == "%" else piece.english
        if piece.sort not in {Sort.SCALE, Sort.NUMBER, Sort.HUNDRED}:
            return ""
        place += 1
    return ""


def is_rate(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the number at a place is a percentage or in points."""
    return unit_of(pieces, at).startswith(("percent", "basis"))


def other_end(pieces: Sequence[Piece], number: int, tos: frozenset[Sort] = frozenset({Sort.TO})) -> int:
    """
    The place of the second number of "from 5 to 7 percent", given that of the first; -1 where it is no such pair.

    "By 5 percent to 7 billion" is none: the two are in different units.
    """
    for place in range(number + 1, min(len(pieces), number + _WITHIN)):
        if ends_clause(pieces, place):
            return -1
        if pieces[place].sort in tos:
            second = figure_after(pieces, place)
            if second < 0:
                return -1
            first_unit = unit_of(pieces, number)
            return second if not first_unit or first_unit == unit_of(pieces, second) else -1
    return -1


def time_range(pieces: Sequence[Piece], time: int) -> bool:
    """Whether a time at a place is the first of two: "de 2020 à 2023", "von Januar bis Mai"."""
    for place in range(time + 1, min(len(pieces), time + 7)):
        if pieces[place].sort is Sort.TO:
            return time_after(pieces, place) >= 0
        known = pieces[place].is_space or pieces[place].is_digits or pieces[place].sort in {*_TIMES, Sort.OF}
        if not known:
            return False
    return False
