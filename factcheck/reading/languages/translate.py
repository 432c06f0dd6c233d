"""
Copy in another language, put into English word by word, for the readers of figures, periods and directions only.

What no table knows stays as it is, and every piece leads back to the words it stands for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from factcheck.positions import WHOLE, MapBuilder, TextMap
from factcheck.reading.languages import LANGUAGES as LANGUAGES
from factcheck.reading.languages.phrases import Language, Sort
from factcheck.reading.languages.pieces import Piece, pieces_of
from factcheck.reading.languages.scales import hundred, joint, mark, scale, shy, unit, unknown
from factcheck.reading.languages.small_words import SMALL_WORDS, Rule
from factcheck.reading.languages.verbs import told_before, verb
from factcheck.reading.tokens import tokens_of

_RULES: dict[Sort, Rule] = {
    **SMALL_WORDS,
    Sort.SCALE: scale,
    Sort.HUNDRED: hundred,
    Sort.MARK: mark,
    Sort.SHY: shy,
    Sort.CLAUSE: joint,
    Sort.UNIT: unit,
    Sort.VERB: verb,
    Sort.PARTICLE: lambda pieces, at: None,
}


def english(text: str, language: str) -> tuple[str, TextMap]:
    """
    A text as the readers of figures and periods can read it, and the way from it back to the text.

    Args:
        text: a draft or a sentence.
        language: the two letters that it says it is in, with or without a region: "de", "fr-CA". Of any other
            language, of English and of "" the text itself is given back, with ``WHOLE``.
    """
    known = _language(language.lower().replace("_", "-").partition("-")[0])
    if known is None:
        return text, WHOLE
    pieces = pieces_of(text, tokens_of(text), known)
    builder = MapBuilder()
    left_out = False
    for piece, written in zip(pieces, _translated(pieces), strict=True):
        if written is None or written == piece.text:
            if not (left_out and piece.is_space):
                builder.add(piece.text, piece.start)
        else:
            builder.add(written, piece.start, len(piece.text))
        left_out = written == ""
    return builder.built()


def _translated(pieces: Sequence[Piece]) -> list[str | None]:
    """The English of each piece; None where it stays as it is."""
    told = told_before(pieces)
    return [None if at in told else _one(pieces, at) for at in range(len(pieces))]


def _one(pieces: Sequence[Piece], at: int) -> str | None:
    piece = pieces[at]
    if piece.sort is None:
        return unknown(pieces, at)
    rule = _RULES.get(piece.sort)
    written = piece.english if rule is None else rule(pieces, at)
    return f"{written} " if written and piece.text[-1] in "'’" else written


@lru_cache(maxsize=8)
def _language(code: str) -> Language | None:
    """The tables of a language, made when its first text is read."""
    made = _TABLES.get(code)
    return None if made is None else made()


def _german() -> Language:
    from factcheck.reading.languages.german import german

    return german()


def _french() -> Language:
    from factcheck.reading.languages.french import french

    return french()


def _spanish() -> Language:
    from factcheck.reading.languages.spanish import spanish

    return spanish()


def _italian() -> Language:
    from factcheck.reading.languages.italian import italian

    return italian()


_TABLES: dict[str, Callable[[], Language]] = {"de": _german, "es": _spanish, "fr": _french, "it": _italian}
