"""
Verbs of change: the one that a figure belongs to, also where German puts it behind the figure.

"Sind um 9,1 Prozent auf 106 Milliarden gestiegen": the verb is told at the "um", where English has it.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.reading.languages.neighbours import figure_after
from factcheck.reading.languages.phrases import Sort
from factcheck.reading.languages.pieces import Piece, ends_clause, ends_sentence, next_piece
from factcheck.reading.tokens import Kind

_REACH = 60  # pieces of a clause, spaces among them
_JOINING = frozenset({"und", "oder", "sowie"})
_RISES = frozenset({"rose", "grew", "soared", "jumped"})
_FALLS = frozenset({"fell", "plunged", "shrank"})


def second_half(pieces: Sequence[Piece], at: int) -> str:
    """
    The English verb that the beginning of a verb in two parts makes with its end: "legte … zu"; blank without one.

    The English of such a beginning lists its ends: "zu:rose ab:fell".
    """
    ends = dict(each.split(":") for each in pieces[at].english.split())
    for place in range(at + 1, min(len(pieces), at + _REACH)):
        if _stops(pieces, place):
            return ""
        found = ends.get(pieces[place].text.lower(), "")  # "ein" and "nach" are other words too
        if found and _closes(pieces, place):
            return found
    return ""


def _stops(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a clause ends with a piece; brackets may stand inside: "um 10 Milliarden (9,1 Prozent) gestiegen"."""
    return ends_clause(pieces, at) and pieces[at].text not in {"(", ")"}


def _closes(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a clause ends after a piece."""
    after = next_piece(pieces, at + 1)
    if after >= len(pieces):
        return True
    piece = pieces[after]
    return piece.kind in {Kind.OTHER, Kind.BREAK} or piece.text.lower() in _JOINING or piece.sort is Sort.CLAUSE


def is_verb(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a verb of change stands at a place."""
    return pieces[at].sort is Sort.VERB or (pieces[at].sort is Sort.SPLIT and bool(second_half(pieces, at)))


def leads(pieces: Sequence[Piece], at: int) -> int:
    """The place of the verb or noun of change that stands before a piece in its clause; -1 where there is none."""
    for place in range(at - 1, max(-1, at - _REACH), -1):
        if _stops(pieces, place):
            return -1
        if pieces[place].sort is Sort.NOUN or is_verb(pieces, place):
            return place
    return -1


def changes(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a verb or noun of change stands before a piece in its sentence."""
    for place in range(at - 1, max(-1, at - _REACH), -1):
        if ends_sentence(pieces, place):
            return False
        if pieces[place].sort in {Sort.NOUN, Sort.VERB}:
            return True
    return False


def verb_behind(pieces: Sequence[Piece], at: int) -> int:
    """The place of the verb behind the figure of "um" at a place; -1 where one before it or none tells the change."""
    if pieces[at].sort is not Sort.BY or figure_after(pieces, at) < 0:
        return -1
    before = leads(pieces, at)
    if before >= 0 and not (pieces[before].sort is Sort.VERB and _closes(pieces, before)):
        return -1
    for place in range(at + 1, min(len(pieces), at + _REACH)):
        if _stops(pieces, place):
            return -1
        if pieces[place].sort is Sort.VERB:
            return place
    return -1


def told_before(pieces: Sequence[Piece]) -> frozenset[int]:
    """The places of the verbs that are told at an "um" before them."""
    return frozenset(verb_behind(pieces, at) for at, piece in enumerate(pieces) if piece.sort is Sort.BY) - {-1}


def verb(pieces: Sequence[Piece], at: int) -> str:
    """A verb; right after a percentage it becomes a word that points: "9,1 Prozent gestiegen" is 9.1 percent higher."""
    written = pieces[at].english
    before = at - 2 if at and pieces[at - 1].is_space else at - 1
    rate = before >= 0 and (pieces[before].text == "%" or pieces[before].english in {"percent", "percentage points"})
    if not rate:
        return written
    return "higher" if written in _RISES else "lower" if written in _FALLS else written
