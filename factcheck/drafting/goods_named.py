"""
Which goods a statement is about: the words after "of", before the flow, or counted by the figure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from factcheck.goods import WORDS
from factcheck.observations import ALL_GOODS
from factcheck.scanning import Mention

#: Words after "exports of" that narrow nothing down, or are no goods at all.
_ALL = frozenset({"goods", "merchandise", "all goods", "products", "goods and services", "us", "a", "c", "hk", "rmb"})


def goods_in(text: str, commodities: Sequence[str]) -> tuple[str, ...]:
    """Ids of the commodities that a text names, in the order of its words."""
    names = _names(tuple(commodities))
    return tuple(dict.fromkeys(names[_plain(match[0])] for match in _pattern(tuple(names)).finditer(text)))


def commodity_of(mentions: Sequence[Mention], words: str, commodities: Sequence[str], before: str) -> tuple[str, str]:
    """
    The commodity of a statement, and the words for goods that no id is known for.

    Args:
        mentions: its figures.
        words: the stretch of the sentence that they stand in.
        commodities: ids of the commodities that some source has figures of.
        before: the commodity of the statement before it in the paragraph.
    """
    counted = " ".join(each.figure.noun for each in mentions if each.figure is not None)
    if len(found := goods_in(counted, commodities)) == 1:
        return found[0], ""
    named = next((each.belongs.goods for each in mentions if each.belongs.goods.lower() not in ("", *_ALL)), "")
    found = goods_in(named, commodities) if named else goods_in(words, commodities)
    if len(found) == 1:
        return found[0], ""
    if before in found:
        return before, ""
    if len(found) > 1:
        return ALL_GOODS, named or " and ".join(found)
    return ALL_GOODS, named


def _names(commodities: tuple[str, ...]) -> Mapping[str, str]:
    """Every word for goods in small letters, with its id."""
    return {**{each.replace("-", " "): each for each in commodities if not each.startswith("hs:")}, **WORDS}


def _plain(words: str) -> str:
    return " ".join(words.lower().replace("-", " ").split())


@lru_cache(maxsize=8)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(
        rf"\b(?:{'|'.join(re.escape(name).replace(chr(92) + ' ', '[ -]') for name in longest_first)})\b", re.IGNORECASE
    )
