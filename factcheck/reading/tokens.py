"""
Tokens of a text: numerals, words, spaces and single other characters, each with its exact place.
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum
from typing import Any, NamedTuple


class Kind(Enum):
    """What a token is."""

    NUMERAL = "num"
    WORD = "word"
    SPACE = "space"
    BREAK = "break"  # a blank line: nothing is read across it
    OTHER = "other"


_SPACE = Kind.SPACE


class Token(NamedTuple):
    """One token; ``low`` is its text in lower case."""

    kind: Kind
    text: str
    low: str
    start: int
    end: int


#: Spaces that may stand inside a figure: the typographic ones (U+00A0, U+2009, U+202F ...) and plain ones.
SPACES = " \t\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f"
LINE_ENDS = "\r\n\x0b\x0c\x85\u2028\u2029"

HYPHENS = frozenset("-\u2010\u2011")
DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212")
MINUS = "\u2212"

_TOKEN = re.compile(
    r"(?P<num>[0-9](?:[.,](?=[0-9])|[\u2009\u202f](?=[0-9]{3}(?![0-9]))|[0-9]){0,99}+)"
    r"|(?P<word>(?:U\.S\.|U\.K\.|p\.p\.)(?![^\W\d_])|[^\W\d_]{1,99}+)"
    rf"|(?P<space>[{SPACES}{LINE_ENDS}]{{1,999}}+)"
    r"|(?P<other>.)",
    re.DOTALL,
)
_KINDS = {"num": Kind.NUMERAL, "word": Kind.WORD, "other": Kind.OTHER}


class Row(list[Token]):
    """The tokens of a text, with what was read from each place: the second amount of a pair is asked for again."""

    __slots__ = ("read",)

    def __init__(self) -> None:
        super().__init__()
        self.read: dict[int, Any] = {}


def word_set(words: str) -> frozenset[str]:
    """The words of a table that is written as one string."""
    return frozenset(words.split())


def tokens_of(text: str) -> Row:
    """Every token of a text, left to right; together they are the text."""
    tokens = Row()
    for match in _TOKEN.finditer(text):
        piece = match.group()
        group = match.lastgroup or "other"
        kind = _kind_of_space(piece) if group == "space" else _KINDS[group]
        start, end = match.span()
        tokens.append(Token(kind, piece, piece.lower(), start, end))
    return tokens


def _kind_of_space(piece: str) -> Kind:
    """A space, or the end of a paragraph where it has more than one line end."""
    if len(piece) == 1:
        return Kind.SPACE
    lines = piece.replace("\r\n", "\n")
    return Kind.SPACE if sum(lines.count(end) for end in LINE_ENDS) < 2 else Kind.BREAK


def is_invisible(char: str) -> bool:
    """Whether a character cannot be seen or clings to its neighbour: bidi marks, zero-width ones, accents apart."""
    return unicodedata.category(char) in {"Cf", "Cc", "Mn", "Me", "Mc", "Co", "Cn", "Cs"}


def is_foreign_digit(char: str) -> bool:
    """Whether it counts as a number somewhere and is none of 0 to 9: full-width digits, superscripts, fractions."""
    return not char.isascii() and char.isnumeric()


def is_gap(token: Token) -> bool:
    """Whether it is a space that a figure may contain."""
    return token.kind is Kind.SPACE


def char_name(char: str) -> str:
    """A character for a message: "U+200B ZERO WIDTH SPACE"."""
    return f"U+{ord(char):04X} {unicodedata.name(char, 'unnamed')}"


def kind_at(tokens: list[Token], at: int) -> Kind | None:
    """The kind of the token at a place, None outside the text."""
    if at < 0:
        return None
    try:  # most places are inside the text, and these three are asked some hundred times a figure
        return tokens[at].kind
    except IndexError:
        return None


def low_at(tokens: list[Token], at: int) -> str:
    """The token's text in lower case, "" outside the text."""
    if at < 0:
        return ""
    try:
        return tokens[at].low
    except IndexError:
        return ""


def text_at(tokens: list[Token], at: int) -> str:
    """The token's text, "" outside the text."""
    if at < 0:
        return ""
    try:
        return tokens[at].text
    except IndexError:
        return ""


def after_gap(tokens: list[Token], at: int) -> int:
    """The place after an optional space."""
    if at < 0:
        return at
    try:
        return at + 1 if tokens[at].kind is _SPACE else at
    except IndexError:
        return at


def before_gap(tokens: list[Token], at: int) -> int:
    """The place of the token that ends before ``at``, over an optional space; may be -1."""
    return at - 2 if at > 0 and kind_at(tokens, at - 1) is _SPACE else at - 1


def is_alone(tokens: list[Token], first: int, end: int) -> bool:
    """Whether the tokens from ``first`` to ``end`` are a whole paragraph."""
    outside = {None, Kind.BREAK}
    return kind_at(tokens, before_gap(tokens, first)) in outside and kind_at(tokens, after_gap(tokens, end)) in outside


def after_joint(tokens: list[Token], at: int) -> int:
    """The place after an optional space or hyphen that ties the next word to a figure: "106.48-billion"."""
    if at < 0:
        return at
    try:
        token = tokens[at]
    except IndexError:
        return at
    if token.kind is _SPACE:
        return at + 1
    return at + 1 if token.text in HYPHENS and kind_at(tokens, at + 1) is Kind.WORD else at


def phrase_at(tokens: list[Token], at: int, words: tuple[str, ...]) -> int:
    """The place after these words, joined by spaces or hyphens; -1 where they do not stand there."""
    for index, word in enumerate(words):
        if index:
            at = after_joint(tokens, at)
        if low_at(tokens, at) != word:
            return -1
        at += 1
    return at
