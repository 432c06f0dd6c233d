"""
What can be written where the cursor stands: keys, kinds, places, sources, periods and the rest, each with what it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from factcheck.claim_files.article import ARTICLE_KEYS
from factcheck.claim_files.claim import CLAIM_KEYS, SEEN_KEYS
from factcheck.claim_files.kind_values import MEMBERS, allowed_keys
from factcheck.claim_files.series_values import VALUATIONS
from factcheck.claim_files.write import in_braces
from factcheck.claims import FIGURE_KEYS, SERIES_KEYS
from factcheck.currencies import CODES
from factcheck.hedges import Hedge
from factcheck.kinds import KINDS, Key, KeyType, Kind
from factcheck.kinds.context import PREVIOUS
from factcheck.lsp.cursor import Cursor
from factcheck.lsp.pointing import key_says
from factcheck.lsp.sources import NamedThing, Names
from factcheck.observations import FLOWS, SCOPES
from factcheck.places import places
from factcheck.rules import RULES
from factcheck.units import QUANTITIES


class Offer(NamedTuple):
    """
    Something that can be written.

    Attributes:
        name: what is shown.
        writes: what is written.
        says: what it is, in a line.
        is_key: whether it is a key.
    """

    name: str
    writes: str
    says: str
    is_key: bool = False


def offers(cursor: Cursor, names: Names, periods: Callable[[], Sequence[NamedThing]]) -> list[Offer]:
    """
    Everything that has its place at the cursor, the likeliest first.

    Args:
        cursor: where somebody writes.
        names: what the sources know by name.
        periods: the periods that a claim of this file may be about.
    """
    if cursor.is_key:
        wanted = (key for key in _keys(cursor.path) if key not in cursor.there)
        return [Offer(key, f"{key}: ", key_says(cursor.path, key), is_key=True) for key in wanted]
    key = cursor.path[-1] if cursor.path else ""
    things = _values(cursor.path, names, periods)
    return [Offer(each.name, each.name if cursor.quoted else in_braces(key, each.name), each.says) for each in things]


def _keys(path: Sequence[str]) -> Sequence[str]:
    match tuple(path):
        case ():
            return ARTICLE_KEYS
        case ("about",):
            return SERIES_KEYS
        case ("claims",):
            return tuple(dict.fromkeys(("quote", *KINDS, *SERIES_KEYS, *CLAIM_KEYS)))
        case ("claims", "seen"):
            return SEEN_KEYS
        case ("claims", kind) if kind in KINDS:
            return allowed_keys(KINDS[kind])
        case ("claims", kind, key) if kind in KINDS and _takes_series(KINDS[kind], key):
            return SERIES_KEYS
    return ()


def _takes_series(kind: Kind, key: str) -> bool:
    return key in kind.keys and kind.keys[key].type in (KeyType.SERIES, KeyType.PERIOD_OR_SERIES)


def _values(path: Sequence[str], names: Names, periods: Callable[[], Sequence[NamedThing]]) -> Iterable[NamedThing]:
    match tuple(path):
        case ("claims", "ignore"):
            return [NamedThing(rule.name, rule.meaning) for rule in RULES.values()]
        case ("claims", kind) if kind in KINDS and KINDS[kind].short:
            return _of_key(KINDS[kind].keys[KINDS[kind].short], names, periods)
        case ("claims", kind, key) if kind in KINDS and key in KINDS[kind].keys:
            return _of_key(KINDS[kind].keys[key], names, periods)
        case ("about" | "claims", *_, key) if key in SERIES_KEYS or key in FIGURE_KEYS:
            return _of_series(key, names)
    return ()


def _of_key(key: Key, names: Names, periods: Callable[[], Sequence[NamedThing]]) -> Iterable[NamedThing]:
    match key.type:
        case KeyType.PERIOD | KeyType.PERIODS | KeyType.PERIOD_OR_SERIES:
            return periods()
        case KeyType.BASE:
            return [NamedThing(PREVIOUS, "the period before, of the same length"), *periods()]
        case KeyType.MEMBERS:
            return [*_words(MEMBERS, "all of them"), *_places()]
        case KeyType.YES:
            return _words(("yes", "no"), "")
        case KeyType.WORD:
            return _words(key.choices, key.says)
        case KeyType.EVENT:
            return names.events
    return ()


def _of_series(key: str, names: Names) -> Iterable[NamedThing]:
    if key in ("reporter", "partner", "holder"):
        return _places()
    if key == "source":
        return names.sources
    if key == "commodity":
        return names.commodities
    if key == "currency":
        return _currencies()
    return _words(_CHOICES.get(key, ()), key_says(("about",), key))


_CHOICES: Mapping[str, Sequence[str]] = {
    "flow": FLOWS,
    "scope": SCOPES,
    "valuation": VALUATIONS,
    "hedge": tuple(Hedge),
    "direction": ("up", "down"),
    "tolerance": ("0.5 %", "0.2 pp"),
}


def _words(words: Iterable[str], says: str) -> list[NamedThing]:
    return [NamedThing(word, says) for word in words]


@lru_cache(maxsize=1)
def _places() -> tuple[NamedThing, ...]:
    """Every place by its name, then by its code."""
    every = list(places().values())
    by_name = {each.name: NamedThing(each.name, each.code) for each in every}
    by_code = {each.code: NamedThing(each.code, each.name) for each in every if each.code not in by_name}
    return (*by_name.values(), *by_code.values())


@lru_cache(maxsize=1)
def _currencies() -> tuple[NamedThing, ...]:
    """Every currency with the places that have it, then the units of goods that are counted."""
    used: dict[str, list[str]] = {}
    for each in places().values():
        used.setdefault(each.currency or "", []).append(each.name)
    money = (NamedThing(code, ", ".join(used.get(code, ())[:3])) for code in sorted(CODES))
    return (*money, *(NamedThing(unit, what) for unit, what in QUANTITIES.items()))
