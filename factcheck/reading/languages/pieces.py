"""
A text cut into pieces: phrases that a language's tables know, numerals, and everything else token by token.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.currencies import CODES, SIGNS
from factcheck.reading.glue import is_year
from factcheck.reading.languages.digits import english_digits
from factcheck.reading.languages.phrases import Language, Sort, phrase_at
from factcheck.reading.tokens import HYPHENS, Kind, Token, kind_at, low_at, text_at

_TOUCHING = frozenset({Sort.SCALE, Sort.UNIT, Sort.MARK})  # these may be glued to digits or joined by hyphens
_STOPS = frozenset(".!?;:()")
_SPANS = frozenset({"bis", "und", "au", "et", "al", "y", "e"})
_DAYS = 31


class Piece(NamedTuple):
    """
    A stretch of a text.

    Attributes:
        text: as written.
        start: where it begins, in code points.
        english: what it may become; the text itself where nothing is known.
        sort: what it is; None for a token that no table knows.
        kind: the kind of its first token.
        marked: whether it is the number of a day with its mark: "14." or "1er".
    """

    text: str
    start: int
    english: str
    sort: Sort | None
    kind: Kind
    marked: bool = False

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)

    @property
    def is_space(self) -> bool:
        """Whether it is a space, or a line end inside a paragraph."""
        return self.kind is Kind.SPACE and self.sort is None

    @property
    def is_digits(self) -> bool:
        """Whether it is a numeral."""
        return self.kind is Kind.NUMERAL and self.sort is None

    @property
    def is_year(self) -> bool:
        """Whether it is digits that look like a year."""
        return self.is_digits and is_year(self.text)

    @property
    def is_day(self) -> bool:
        """Whether it is digits that may be the number of a day."""
        return self.is_digits and (
            self.marked or (self.text.isdigit() and len(self.text) <= 2 and int(self.text) <= _DAYS)
        )

    @property
    def is_money(self) -> bool:
        """Whether it is a currency's sign or code."""
        return self.sort is None and (self.text in SIGNS or self.text in CODES)


def pieces_of(text: str, tokens: Sequence[Token], language: Language) -> list[Piece]:
    """Every piece of a text, left to right; together they are the text."""
    row = list(tokens)
    found = []
    at = 0
    while at < len(row):
        piece, at = _piece(text, row, at, language)
        found.append(piece)
    return found


def _piece(text: str, tokens: list[Token], at: int, language: Language) -> tuple[Piece, int]:
    token = tokens[at]
    phrase = phrase_at(language, tokens, at) if token.kind is not Kind.SPACE else None
    if phrase is not None:
        end = at + len(phrase.words)
        if phrase.sort in _TOUCHING or not _is_touched(tokens, at, end):
            stop = tokens[end - 1].end
            return Piece(text[token.start : stop], token.start, phrase.english, phrase.sort, token.kind), end
    if token.kind is not Kind.NUMERAL:
        return Piece(token.text, token.start, token.text, None, token.kind), at + 1
    marked = _end_of_day(tokens, at, language)
    if marked > at:
        stop = tokens[marked - 1].end
        return Piece(text[token.start : stop], token.start, token.text, None, token.kind, True), marked
    english, end = english_digits(tokens, at, open_comma=language.open_comma)
    stop = tokens[end - 1].end
    return Piece(text[token.start : stop], token.start, english, None, token.kind), end


def _is_touched(tokens: list[Token], first: int, end: int) -> bool:
    """Whether letters or digits touch a phrase or are joined to it by a hyphen: it is part of another word or name."""
    before, after = text_at(tokens, first - 1), text_at(tokens, end)
    if before == "_" or after == "_":
        return True
    if kind_at(tokens, first - 1) is Kind.NUMERAL and tokens[first].kind is Kind.WORD:
        return True
    if kind_at(tokens, end) is Kind.NUMERAL and tokens[end - 1].kind is Kind.WORD:
        return True
    joined = before in HYPHENS and kind_at(tokens, first - 2) is Kind.WORD
    return joined or (after in HYPHENS and kind_at(tokens, end + 1) is Kind.WORD)


def _end_of_day(tokens: list[Token], at: int, language: Language) -> int:
    """The token after the mark of a day's number, "14." or "1er", before its month; ``at`` where it is none."""
    text = tokens[at].text
    if not (text.isdigit() and len(text) <= 2 and 1 <= int(text) <= _DAYS):
        return at
    end = at + 1
    while end < at + 3 and low_at(tokens, end) in language.day_marks:
        end += 1
    if end == at + 1 or kind_at(tokens, end) not in {Kind.SPACE, Kind.OTHER}:
        return at
    return end if _month_near(tokens, end, language) else at


def _month_near(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether a month follows, at once, after "de", or after another day: "13. bis 14. Juli"."""
    for place in range(at, min(len(tokens), at + 8)):
        phrase = phrase_at(language, tokens, place)
        if phrase is not None and phrase.sort is Sort.MONTH:
            return True
        token = tokens[place]
        known = token.low in _SPANS or (phrase is not None and phrase.sort is Sort.OF)
        if token.kind is Kind.BREAK or (token.kind is Kind.WORD and not known and token.low not in language.day_marks):
            return False
    return False


def ends_sentence(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the sentence or a stretch apart in it ends with a piece."""
    piece = pieces[at]
    if piece.kind is Kind.BREAK:
        return True
    return (
        piece.sort is None
        and piece.text in _STOPS
        and (at + 1 >= len(pieces) or pieces[at + 1].kind is not Kind.NUMERAL)
    )


def ends_clause(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a clause ends with a piece: a comma, the end of a sentence, a word such as "während"."""
    return pieces[at].text == "," or pieces[at].sort is Sort.CLAUSE or ends_sentence(pieces, at)


def next_piece(pieces: Sequence[Piece], at: int) -> int:
    """The place after an optional space; may be one past the end."""
    return at + 1 if at < len(pieces) and pieces[at].is_space else at
