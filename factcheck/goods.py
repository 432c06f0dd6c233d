"""
Goods in words: "cars" is passenger-cars, "crude" is crude-oil, beside the ids of the commodities themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from factcheck.errors import WrittenError

LONGEST = 3  # words of a commodity's name

#: What people call goods, beside the ids themselves with spaces for hyphens.
WORDS = {
    "auto parts": "vehicle-parts",
    "automobile": "passenger-cars",
    "automobiles": "passenger-cars",
    "car": "passenger-cars",
    "car parts": "vehicle-parts",
    "cars": "passenger-cars",
    "crude": "crude-oil",
    "lorries": "trucks",
    "lorry": "trucks",
    "motor vehicles": "vehicles",
    "oil": "crude-oil",
    "passenger car": "passenger-cars",
    "truck": "trucks",
    "trucks": "trucks",
    "vehicle": "vehicles",
    "vehicles": "vehicles",
}


class Goods(NamedTuple):
    """A commodity and the words that name it."""

    id: str
    words: str


def find_goods(tokens: Sequence[str], ids: Iterable[str] = ()) -> tuple[Goods | None, list[str]]:
    """
    The commodity that the words name, the longest name first, and the other words.

    Args:
        tokens: the words.
        ids: of the commodities that there are figures of.

    Raises:
        WrittenError: two commodities are named.
    """
    names = {**{each.replace("-", " "): each for each in ids}, **WORDS}
    found: list[Goods] = []
    rest: list[str] = []
    at = 0
    while at < len(tokens):
        goods, length = _at(tokens, at, names)
        if goods is None:
            rest.append(tokens[at])
        elif goods.id not in [each.id for each in found]:
            found.append(goods)
        at += length
    if len(found) > 1:
        raise WrittenError(f"{' and '.join(each.id for each in found)} are named", "ask for one commodity at a time")
    return (found[0] if found else None), rest


def _at(tokens: Sequence[str], at: int, names: dict[str, str]) -> tuple[Goods | None, int]:
    for length in range(min(LONGEST, len(tokens) - at), 0, -1):
        words = " ".join(tokens[at : at + length])
        id_ = names.get(words.lower().replace("-", " "))
        if id_ is not None:
            return Goods(id_, words), length
    return None, 1
