"""
Phrases of a language and the English that the readers know for them, found by their first word, the longest first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from factcheck.reading.tokens import Kind, Token, tokens_of


class Sort(Enum):
    """What a phrase is, which says where it is translated."""

    WORD = "word"  # everywhere
    CLAUSE = "clause"  # everywhere; a new clause begins with it
    UNIT = "unit"  # everywhere, and right after digits
    NOUN = "noun"  # of change: everywhere
    VERB = "verb"  # of change: everywhere, but see ``verbs``
    NUMBER = "number"  # in words: everywhere
    MONTH = "month"  # everywhere
    TIME = "time"  # everywhere
    SCALE = "scale"  # after a number; the plural alone is no number
    HUNDRED = "hundred"  # a number by itself: mille, mil, tausend
    SHY = "shy"  # a number only before a scale or unit: neuf
    MARK = "mark"  # only right after digits: M€
    BEFORE = "before"  # hedges and "or": only before a figure
    BEHIND = "behind"  # more or less, only after a percentage
    ONE = "one"  # un, eine: one before a scale, nothing before a numeral
    ARTICLE = "article"  # nothing before a figure
    OF = "of"  # of, by or from before a figure; of before a time
    FROM = "from"  # before a figure or time
    TO = "to"  # before a figure; before a time after another time
    BY = "by"  # before a figure
    INTO = "into"  # Spanish en: by before a figure after a verb of change; in before a time
    IN = "in"  # before a time
    PARTICLE = "particle"  # the end of a German verb in two parts, which is never translated itself
    SPLIT = "split"  # the beginning of one


class Phrase(NamedTuple):
    """A phrase as the tokens of it in lower case, its English, and what it is."""

    words: tuple[str, ...]
    english: str
    sort: Sort


class Language(NamedTuple):
    """
    What is known of a language.

    Attributes:
        phrases: by their first word, the longest first.
        lower: words that are translated only as they stand here, in lower case.
        day_marks: what may follow the number of a day: the dot of "14. Juli", the er of "1er juillet".
        open_comma: whether a comma before three digits stays open, as part of the language's copy groups thousands so.
    """

    phrases: Mapping[str, tuple[Phrase, ...]]
    lower: frozenset[str] = frozenset()
    day_marks: frozenset[str] = frozenset()
    open_comma: bool = False


_ALIKE = {"’": "'", "\u2010": "-", "\u2011": "-"}


def plain(token: Token) -> str:
    """A token for comparing: lower case, one kind of space, apostrophe and hyphen."""
    return " " if token.kind is Kind.SPACE else _ALIKE.get(token.text, token.low)


def phrases_of(tables: Iterable[tuple[Sort, str]], numbers: Mapping[str, str]) -> Mapping[str, tuple[Phrase, ...]]:
    """
    The phrases of a language.

    Args:
        tables: lines "english = phrase | phrase" of each sort; a sort that comes first wins.
        numbers: phrases for numbers in words, and their English.
    """
    found: dict[tuple[str, ...], Phrase] = {}
    for sort, table in tables:
        for line in table.strip().splitlines():
            english, _, written = line.partition("=")
            for phrase in written.split("|"):
                _keep(found, phrase.strip(), english.strip(), sort)
    for phrase, english in numbers.items():
        _keep(found, phrase, english, Sort.NUMBER)
    by_first: dict[str, list[Phrase]] = {}
    for words, made in found.items():
        by_first.setdefault(words[0], []).append(made)
    return {first: tuple(sorted(made, key=lambda each: -len(each.words))) for first, made in by_first.items()}


def _keep(found: dict[tuple[str, ...], Phrase], phrase: str, english: str, sort: Sort) -> None:
    words = tuple(plain(token) for token in tokens_of(phrase))
    found.setdefault(words, Phrase(words, english, sort))


def phrase_at(language: Language, tokens: Sequence[Token], at: int) -> Phrase | None:
    """The longest phrase that begins at a token; None where none does."""
    token = tokens[at]
    if token.low in language.lower and token.text != token.low:
        return None
    for phrase in language.phrases.get(plain(token), ()):
        end = at + len(phrase.words)
        if all(plain(each) == word for each, word in zip(tokens[at:end], phrase.words, strict=False)) and end <= len(
            tokens
        ):
            return phrase
    return None


def with_of(table: str, words: Sequence[str]) -> str:
    """A table whose phrases may be followed by "of": milliards de, milliards d'."""
    lines = []
    for line in table.strip().splitlines():
        english, _, written = line.partition("=")
        phrases = [phrase.strip() for phrase in written.split("|")]
        longer = [f"{phrase} {word}" for phrase in phrases for word in words]
        lines.append(f"{english.strip()} = {' | '.join((*phrases, *longer))}")
    return "\n".join(lines)
