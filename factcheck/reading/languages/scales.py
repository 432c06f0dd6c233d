"""
Scale words: "billion" after a number; without one, a plural that is no figure.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.reading.languages.neighbours import is_counted_one
from factcheck.reading.languages.phrases import Sort
from factcheck.reading.languages.pieces import Piece, next_piece
from factcheck.reading.tokens import HYPHENS, Kind

_LIKE_SCALES = (
    "milli", "billi", "trilli", "millon", "millón", "billon", "billón", "milion", "miliard", "bilion", "mrd", "mld",
)  # fmt: skip
_NUMBERS = frozenset({Sort.NUMBER, Sort.HUNDRED, Sort.SCALE, Sort.SHY})


def after_number(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a number stands right before a piece, over a space or hyphen."""
    before = at - 1
    if before >= 0 and (pieces[before].is_space or pieces[before].text in HYPHENS):
        before -= 1
    if before < 0:
        return False
    piece = pieces[before]
    return piece.is_digits or piece.sort in _NUMBERS or is_counted_one(pieces, before)


def scale(pieces: Sequence[Piece], at: int) -> str | None:
    """The scale after a number; by itself, "Millionen Menschen", it becomes a plural that no reader takes for one."""
    written = pieces[at].english
    if not after_number(pieces, at):
        return None if " " in written or not written else f"{written.removesuffix('s')}s"
    if pieces[at].text == "billion" and not _is_below_two(pieces, at):
        return "dozen"  # English in between: German writes Billion, French two billions
    return _spaced(pieces, at, written)


def _is_below_two(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the number before a scale is below two, after which French has the singular."""
    before = at - 2 if at and pieces[at - 1].is_space else at - 1
    return before >= 0 and pieces[before].text[:2] in ("1", "1,", "0,", "un")


def hundred(pieces: Sequence[Piece], at: int) -> str | None:
    """Mille, mil and tausend are a number by themselves, and a scale after another number."""
    written = pieces[at].english
    if not after_number(pieces, at):
        return f"one {written}"
    before = pieces[at - 1] if not pieces[at - 1].is_space else pieces[at - 2]
    return None if written == "hundred" and before.is_digits else _spaced(pieces, at, written)


def unknown(pieces: Sequence[Piece], at: int) -> str:
    """
    A word that no table knows, as it stands.

    One that begins like a scale after a number, "5 Milliardenverlust", becomes a scale that no reader takes.
    """
    piece = pieces[at]
    like = piece.kind is Kind.WORD and piece.text.lower().startswith(_LIKE_SCALES) and after_number(pieces, at)
    return "dozen" if like else piece.english


def joint(pieces: Sequence[Piece], at: int) -> str:
    """And, but nothing inside one number: "due milioni e cinquecentomila"."""
    before, after = at - 2, next_piece(pieces, at + 1)
    inside = before >= 0 and pieces[before].sort is Sort.SCALE and after < len(pieces)
    thousands = inside and pieces[after].sort is Sort.NUMBER and pieces[after].english.endswith("thousand")
    return "" if thousands else pieces[at].english


def mark(pieces: Sequence[Piece], at: int) -> str | None:
    """Such as the M€ of "12 M€"."""
    return _spaced(pieces, at, pieces[at].english) if after_number(pieces, at) else None


def shy(pieces: Sequence[Piece], at: int) -> str | None:
    """A number in words that is another word too: "neuf" counts only before a scale, unit or time."""
    after = next_piece(pieces, at + 1)
    counted = {Sort.SCALE, Sort.UNIT, Sort.HUNDRED, Sort.MONTH}
    return pieces[at].english if after < len(pieces) and pieces[after].sort in counted else None


def unit(pieces: Sequence[Piece], at: int) -> str:
    """A unit, apart from the digits that it may be glued to."""
    return _spaced(pieces, at, pieces[at].english)


def _spaced(pieces: Sequence[Piece], at: int, written: str) -> str:
    """With a space before it where it is glued to digits, and the dot of an abbreviation that ends a sentence."""
    glued = at > 0 and pieces[at - 1].is_digits
    return f"{' ' if glued else ''}{written}{'.' if _is_last(pieces, at) else ''}"


def _is_last(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the dot of "Mrd." ends the sentence too: the text ends, or a word unknown here follows in capitals."""
    if not pieces[at].text.endswith("."):
        return False
    after = next_piece(pieces, at + 1)
    if after >= len(pieces) or pieces[after].kind is Kind.BREAK:
        return True
    follows = pieces[after]
    known = follows.sort in {Sort.UNIT, Sort.WORD, Sort.NOUN} or follows.is_money
    return follows.kind is Kind.WORD and not known and follows.text[:1].isupper()
