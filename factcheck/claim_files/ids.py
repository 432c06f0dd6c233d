"""
The ids of claims: as written, else made from kind, period and the series keys that differ from ``about``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from factcheck.claim_files.series_values import read_period
from factcheck.claims import SERIES_KEYS, KindUse, Text
from factcheck.errors import WrittenError
from factcheck.kinds import KINDS, KeyType

LONGEST_ID = 80
ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,79}")
_OTHER = re.compile(r"[^a-z0-9_-]")
#: The keys of each kind that name its own period, as against one it is compared with.
_PERIOD_KEYS: Mapping[str, tuple[str, ...]] = {
    kind.name: tuple(
        name for group in kind.required for name in group if kind.keys[name].type in (KeyType.PERIOD, KeyType.PERIODS)
    )
    for kind in KINDS.values()
}


class Ids:
    """The ids of one file: none is given twice, and one that is written is never given to another claim."""

    __slots__ = ("_next", "_taken")

    def __init__(self, written: frozenset[str]) -> None:
        self._taken = set(written)
        self._next: dict[str, int] = {}

    def give(self, base: str) -> str:
        """The base itself the first time, then with -2, -3 in file order."""
        number = self._next.get(base, 1)
        while True:
            suffix = f"-{number}" if number > 1 else ""
            name = base[: LONGEST_ID - len(suffix)] + suffix
            number += 1
            if name not in self._taken:
                break
        self._next[base] = number
        self._taken.add(name)
        return name


def slug(text: str) -> str:
    """A text in the characters of an id."""
    return _OTHER.sub("-", text.lower())


def base_id(use: KindUse, keys: Mapping[str, Text], about: Mapping[str, Text]) -> str:
    """
    What a claim is called by its first kind: change-2025-h1, trend-2024-imports.

    Args:
        use: the first kind.
        keys: the claim's own keys.
        about: the article's keys.
    """
    options = use.options
    reporter = options.get("reporter") or keys.get("reporter") or about.get("reporter")
    pieces = [use.kind]
    periods = next((options[name] for name in _PERIOD_KEYS[use.kind] if name in options), ())
    for period in (periods,) if isinstance(periods, str) else periods:
        pieces.append(_period(period, reporter if isinstance(reporter, str) else None))
    if keys or len(options) > 1:
        pieces += _differing({**keys, **options}, about)
    return "-".join(pieces)


def base_id_without_kind(name: str, keys: Mapping[str, Text], about: Mapping[str, Text]) -> str:
    """What a claim without a kind is called: seen or todo, and the series keys that differ."""
    return "-".join([name, *_differing(keys, about)])


def _differing(keys: Mapping[str, Text | Mapping[str, Text]], about: Mapping[str, Text]) -> Iterator[str]:
    for key in SERIES_KEYS:
        value = keys.get(key)
        if value and value != about.get(key):
            yield slug(value if isinstance(value, str) else "-".join(value))


@lru_cache(maxsize=4096)
def _period(text: str, reporter: str | None) -> str:
    try:
        return slug(str(read_period(text, reporter)))
    except WrittenError:
        return slug(text)
