"""
From a written name to one place: "the U.S.", "Korea, Rep.", "643" and "no" each name exactly one.

A name matches exactly once case, accents, "the", a possessive and punctuation are set aside; nothing here
guesses. Likeness (rapidfuzz) only fills the "did you mean" of an error.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal, NamedTuple

from factcheck.errors import UnknownNameError
from factcheck.places.names import AMBIGUOUS, SPOKEN, TABLED
from factcheck.places.table import AGGREGATES, BLOCS, COUNTRIES, WORLD

Kind = Literal["country", "bloc", "world", "aggregate"]

LONGEST_NAME = 120  # characters; the longest known name has 66
SUGGESTIONS = 3
LIKENESS = 72  # of 100: below it a suggestion is more puzzling than helpful

# Accents fall away by decomposition; these letters have none to lose. NFKC is never used: it makes 106² 1062.
_LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "\u0131": "i"}
_APOSTROPHES = dict.fromkeys("\u2019\u2018\u02bc\u02bb\u00b4`", "'")
_SPACES = dict.fromkeys("-\u2010\u2011\u2012\u2013\u2014,()/;", " ")
_CHARACTERS = str.maketrans({**_LETTERS, **_APOSTROPHES, **_SPACES, ".": "", "&": " and ", "+": " + "})


class Place(NamedTuple):
    """
    A country or territory, a bloc, an aggregate of a source's tables, or the world.

    Attributes:
        code: ISO 3166-1 alpha-3, or the project's own code: EU, EA, ASEAN, LATAM, CHN+HKG, WLD, ….
        name: as a newspaper writes it, without "the".
        adjective: as in "Russian exports"; the name where English has no adjective.
        kind: ``country`` includes territories; ``aggregate`` is a sum that is no organisation.
        alpha2: ISO 3166-1 alpha-2; None outside the standard.
        numeric: ISO 3166-1 numeric, three digits; None outside the standard.
        currency: ISO 4217; None where there is no single one.
    """

    code: str
    name: str
    adjective: str
    kind: Kind
    alpha2: str | None = None
    numeric: str | None = None
    currency: str | None = None

    def __str__(self) -> str:
        return self.name


def place(text: str) -> Place:
    """
    Find the one place that a name, adjective or code means.

    Korea is South Korea, America the United States and Guinea the country of that name, as in trade news;
    a word for two places (Congo, Virgin Islands) or for none (Europe) is an error that says what to write.

    Raises:
        UnknownNameError: no place has that name, or more than one; with up to three suggestions.
    """
    plain = _plain().get(text)
    if plain is not None:
        return places()[plain]
    key = normalise(text) if len(text) <= LONGEST_NAME else ""
    code = _codes().get(key)
    if code is not None:
        return places()[code]
    shown = repr(text if len(text) <= 40 else text[:40] + "…")
    if key in _ambiguous():
        raise UnknownNameError(f"{shown} does not name one place", _ambiguous()[key])
    raise UnknownNameError(f"unknown place {shown}", _suggestion(key))


def code_of(text: str) -> str:
    """Return the code of the place that a text names; raises as ``place`` does."""
    return place(text).code


def by_code(code: str) -> Place:
    """
    Return the place of a canonical code, such as RUS or CHN+HKG.

    Raises:
        UnknownNameError: not a canonical code, however near.
    """
    if code not in places():
        hint = "write an ISO 3166 code of three letters, as in RUS"
        raise UnknownNameError(f"unknown place code {code[:40]!r}", hint)
    return places()[code]


def is_bloc(code: str) -> bool:
    """Whether a code is that of an organisation of countries, as EU and ASEAN are; Africa is none."""
    return by_code(code).kind == "bloc"


@cache
def countries() -> frozenset[str]:
    """Codes of all countries and territories; Gaza and the West Bank count beside Palestine."""
    return frozenset(code for code, found in places().items() if found.kind == "country")


def currency(code: str) -> str | None:
    """ISO 4217 code of a place's money, which settles its "$" and "¥"; None where there is no single one."""
    return by_code(code).currency


def fiscal_start(code: str) -> int | None:
    """Month in which the reporter's own year begins (CLAIMS.md, Periods); None: ``FY`` is no period there."""
    return {"IND": 4, "AUS": 7, "USA": 10}.get(by_code(code).code)


def names_of(code: str) -> tuple[str, ...]:
    """Every name, adjective and code that ``place`` understands as this place, codes first."""
    by_code(code)
    return tuple(dict.fromkeys(name for name, owner in _aliases() if owner == code))


def fold_word(word: str) -> str:
    """Set aside the case and accents of one word; digits and signs stay as they are."""
    folded = word.casefold().translate(_CHARACTERS)
    if folded.isascii():
        return folded
    kept: list[str] = []
    for char in unicodedata.normalize("NFD", folded):
        if not (unicodedata.category(char) == "Mn" and kept and kept[-1].isalpha()):
            kept.append(char)
    return "".join(kept).translate(_CHARACTERS)  # again: İ leaves letters that only decomposition shows


def bare(word: str) -> str:
    """Drop the apostrophes of a folded word, and the s of a possessive."""
    return word.removesuffix("'s").replace("'", "")


def key_of(words: list[str]) -> str:
    """Join folded words into the key under which names are compared."""
    if len(words) > 1:
        words = ["saint" if word == "st" else word for word in words]
    return " ".join(words)


def normalise(text: str) -> str:
    """Set aside what does not tell names apart: "The U.S.'s" and "us" have the same key."""
    if text.isascii() and text.isalnum():
        return text.lower()
    words = fold_word(unicodedata.normalize("NFC", text)).split()
    if len(words) > 1 and words[0] == "the":
        del words[0]
    if not words:
        return ""
    return key_of([*(word.replace("'", "") for word in words[:-1]), bare(words[-1])])


@cache
def places() -> Mapping[str, Place]:
    """All places by code, in the order of the table: countries, blocs, aggregates, the world."""
    found: dict[str, Place] = {}
    kinds: tuple[tuple[Kind, str], ...] = (
        ("country", COUNTRIES), ("bloc", BLOCS), ("aggregate", AGGREGATES), ("world", WORLD),
    )  # fmt: skip
    for kind, table in kinds:
        for line in table.splitlines():
            head, adjective = line.split(" | ")
            code, alpha2, numeric, money, name = head.split(" ", 4)
            rest = (None if text == "-" else text for text in (alpha2, numeric, money))
            found[code] = Place(code, name, adjective, kind, *rest)
    return MappingProxyType(found)


def spoken_names() -> Iterator[tuple[str, str]]:
    """Each name, adjective and demonym that running text may use, with its code; the world has none."""
    for code, found in places().items():
        if found.kind != "world":
            yield found.name, code
            yield from _with_plural(found.adjective, code)
    for name, code in _listed(SPOKEN):
        yield from _with_plural(name, code)


def _with_plural(name: str, code: str) -> Iterator[tuple[str, str]]:
    yield name, code
    if name.endswith(("an", "i")):
        yield name + "s", code


def _listed(table: str) -> Iterator[tuple[str, str]]:
    for line in table.splitlines():
        code, names = line.split(": ", 1)
        for name in names.split("; "):
            yield name, code


def _aliases() -> Iterator[tuple[str, str]]:
    for code, found in places().items():
        yield code, code
        if found.alpha2 is not None:
            yield found.alpha2, code
        if found.numeric is not None:
            yield found.numeric, code
        if found.kind == "world":
            yield found.name, code
    yield from spoken_names()
    yield from _listed(TABLED)


@cache
def _plain() -> Mapping[str, str]:
    """The names and codes as the table writes them: most claims need no more, and the whole list takes a while."""
    return MappingProxyType({name: code for code, found in places().items() for name in (code, found.name)})


@cache
def _codes() -> Mapping[str, str]:
    return MappingProxyType({normalise(name): code for name, code in _aliases()})


@cache
def _ambiguous() -> Mapping[str, str]:
    return MappingProxyType(
        {normalise(word): hint for word, hint in (line.split(": ", 1) for line in AMBIGUOUS.splitlines())}
    )


def _suggestion(key: str) -> str:
    """Name up to three places that are written like the key."""
    from rapidfuzz import fuzz, process

    longer = [name for name in _codes() if len(name) > 3]
    found: dict[str, None] = {}
    for name, _, _ in process.extract(key, longer, scorer=fuzz.ratio, limit=12, score_cutoff=LIKENESS):
        found.setdefault(_codes()[name])
    first = [places()[code] for code in list(found)[:SUGGESTIONS]]
    options = [str(one) if one.name == one.code else f"{one.name} ({one.code})" for one in first]
    if not options:
        return "write a country as in South Korea or KOR, a bloc as in EU or ASEAN, or World"
    return f"did you mean {' or '.join([', '.join(options[:-1]), options[-1]] if options[1:] else options)}?"
