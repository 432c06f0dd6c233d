"""
Places named in running text: "Russia's surplus", "the Chinese trade surplus", "U.S.-China trade".

Leftmost longest, whole words only, in time linear in the text. A word is a name only when it is written as
one: with its capitals (china, polish and turkey are other words), abbreviations up to three letters in
capitals throughout (us is a pronoun). A place that only names a currency ("U.S. dollars") or stands in a
longer proper name ("South China Sea") is passed over. Bare ISO codes are not looked for: IT, NO and IN are
words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from factcheck.places.index import bare, fold_word, key_of, normalise, spoken_names
from factcheck.places.names import MONEY_WORDS, NOT_PLACES

LONGEST_WORD = 40  # characters; anything longer is no name
LONGEST_GAP = 80  # characters of white space inside a name that a line break divides

# Dotted initials are one word (U.S., D.R.); otherwise letters, digits, their accents and apostrophes are.
_WORD = r"(?<!\w)[^\W\d_](?:\.[^\W\d_]){1,6}(?!\w)\.?|[\w\u0300-\u036f'\u2018\u2019\u02bc]{1,4096}+|&"
_QUOTES = "'\u2018\u2019\u02bc"
_POSSESSIVES = tuple(mark + s for mark in "'\u2019\u02bc" for s in "sS")
_HYPHENS = frozenset("-\u2010\u2011")
_SHORTENED = frozenset({"st", "s", "n"})  # St. Lucia, S. Korea, N. Korea


class PlaceMention(NamedTuple):
    """One place in a text: ``text[start:end]`` in code points, without the possessive."""

    start: int
    end: int
    code: str
    possessive: bool = False  # "Russia's", "the Netherlands'"


class _Word(NamedTuple):
    start: int
    end: int  # without the possessive
    full_end: int  # with it
    inner: str  # folded, as the word stands inside a name: "peoples"
    final: str  # folded, as it ends a name: "people"
    written: str  # letters and digits, with their case
    possessive: bool


SIGNS_OF_MONEY = frozenset("$¥￥£€")


def names_in(text: str) -> tuple[PlaceMention, ...]:
    """
    Find the places that a text names, in the order of the text.

    Example: "Russia's surplus with the EU" has RUS, possessive, and EU. The world is not looked for.
    """
    words = _words(text)
    found: list[PlaceMention] = []
    at = 0
    while at < len(words):
        length, code = _longest(text, words, at)
        if code is not None and not _names_money(text, words, at + length):
            last = words[at + length - 1]
            found.append(PlaceMention(words[at].start, last.end, code, last.possessive))
        at += length
    return tuple(found)


def _longest(text: str, words: list[_Word], at: int) -> tuple[int, str | None]:
    """Return how many words the longest name at a word has, at least 1, and its code if it is a place."""
    best: tuple[int, str | None] = (1, None)
    inner: list[str] = []
    most = max(_starts().get(words[at].inner, 1), _starts().get(words[at].final, 1))
    for length, here in enumerate(words[at : at + most], start=1):
        if length > 1 and not _joined(text, words[at + length - 2], here):
            break
        code, spellings = _spoken().get(key_of([*inner, here.final]), (None, ()))
        if any(_as_written(spelling, words[at : at + length]) for spelling in spellings):
            best = (length, code)
        inner.append(here.inner)
    return best


def _as_written(spelling: str, words: list[_Word]) -> bool:
    """Whether words have the capitals of a name: throughout in one as short as US, else where words begin."""
    for pattern, word in zip(_words(spelling), words, strict=True):
        if pattern.written.isupper() and len(pattern.written) <= 3:
            if word.written != pattern.written:
                return False
        elif pattern.written[:1].isupper() and not word.written[:1].isupper():
            return False
    return True


def _joined(text: str, left: _Word, right: _Word) -> bool:
    """Whether two words may belong to one name: a space, a hyphen, or the full stop of "St." between them."""
    if right.start - left.full_end > LONGEST_GAP:
        return False
    gap = text[left.full_end : right.start]
    if left.inner in _SHORTENED:
        gap = gap.removeprefix(".")
    return gap in _HYPHENS or (gap.isspace() and gap.count("\n") <= 1)


def _names_money(text: str, words: list[_Word], after: int) -> bool:
    """Whether it belongs to a currency, as in "U.S. dollars" and "US$"; "China's yuan" names China."""
    if text[words[after - 1].full_end : words[after - 1].full_end + 1] in SIGNS_OF_MONEY:
        return True
    if after >= len(words) or words[after - 1].possessive or words[after].final not in _money():
        return False
    return text[words[after - 1].full_end : words[after].start].isspace()


def _words(text: str) -> list[_Word]:
    words: list[_Word] = []
    glued_to = -1
    for match in re.finditer(_WORD, text):
        raw = match.group()
        glued, glued_to = match.start() == glued_to, match.end()
        if glued and words and raw in _POSSESSIVES:
            last = words[-1]  # the 's of "U.S.'s"
            words[-1] = last._replace(full_end=match.end(), inner=last.inner + "s", possessive=True)
        elif glued or len(raw) > LONGEST_WORD:
            words.append(_Word(match.start(), match.end(), match.end(), "", "", "", False))
        elif raw.strip(_QUOTES):
            words.append(_word(raw, match.start()))
    return words


def _word(raw: str, offset: int) -> _Word:
    """Take one word apart; quotation marks around it are no part of it."""
    plural_possessive = raw[-2:-1] in ("s", "S") and raw[-1] in _QUOTES and raw[0] not in _QUOTES
    start = offset + len(raw) - len(raw.lstrip(_QUOTES))
    full = raw.strip(_QUOTES)
    name = full[:-2] if full.endswith(_POSSESSIVES) else full
    folded = "and" if raw == "&" else fold_word(full)
    return _Word(
        start=start,
        end=start + len(name),
        full_end=start + len(full) + plural_possessive,
        inner=folded.replace("'", ""),
        final=bare(folded),
        written="".join(char for char in name if char.isalnum()),
        possessive=plural_possessive or name != full,
    )


@cache
def _spoken() -> Mapping[str, tuple[str | None, tuple[str, ...]]]:
    """Key of a name -> its place, None for a phrase that means none, and the ways in which it is written."""
    found: dict[str, tuple[str | None, tuple[str, ...]]] = {}
    phrases = ((phrase, None) for line in NOT_PLACES.splitlines() for phrase in line.split("; "))
    for name, code in chain(spoken_names(), phrases):
        key = normalise(name)
        found[key] = (code, (*found[key][1], name) if key in found else (name,))
    return MappingProxyType(found)


@cache
def _starts() -> Mapping[str, int]:
    """First word of a name -> how many words the longest name that begins with it has."""
    longest: dict[str, int] = {}
    for key in _spoken():
        words = key.split()
        for first in (words[0], "st") if words[0] == "saint" else (words[0],):
            longest[first] = max(longest.get(first, 1), len(words))
    return MappingProxyType(longest)


@cache
def _money() -> frozenset[str]:
    return frozenset(MONEY_WORDS.split())
