"""
Which goods a statement is about: the words after "of", before the flow, or counted by the figure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from factcheck.goods import WORDS
from factcheck.observations import ALL_GOODS
from factcheck.places import names_in
from factcheck.reading.sentence_words import word_set
from factcheck.scanning import Mention

#: Words after "exports of" that narrow nothing down, or are no goods at all.
_ALL = frozenset({"goods", "merchandise", "all goods", "products", "goods and services", "us", "a", "c", "hk", "rmb"})

#: Words before a flow that say nothing of goods.
_PLAIN = word_set(
    "a about after again all almost also although amid an and annual any april are around as at august because "
    "before being between bilateral billion bloc both but by combined country day days december despite direct "
    "dollar domestic during earlier early even export exports external february fewer first fiscal five flat for "
    "foreign four fourth fresh from global goods gross growth had half halves has have her higher his however if "
    "import imports in inbound into is it its january july june just lacklustre larger largest last late later less "
    "lower main makes manufacturing march may meanwhile merchandise million month monthly months more most much "
    "national net new nine no nominal not november now october of official old on once only or other our out "
    "outbound over overall overseas own partner per percent period physical quarter quarterly quarters real record "
    "regional reported rise robust sea seaborne second september seven since six sluggish smaller so soft solid "
    "some steady still strong such ten than that the their then these third this those though three through thus to "
    "today total trade trillion two under until was weak weaker week weeks were when where which while whole whose "
    "with without world worldwide worth year year-on-year yearly years yesterday yet yuan"
)


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
    if not found and (word := _before_flow(words)):
        return ALL_GOODS, word
    if before in found:
        return before, ""
    if len(found) > 1:
        return ALL_GOODS, named or " and ".join(found)
    return ALL_GOODS, named


def _before_flow(words: str) -> str:
    """The noun before a flow that narrows it down: "semiconductor exports"; blank for places and plain words."""
    places = [(each.start, each.end) for each in names_in(words)]
    for match in _noun_before().finditer(words):
        word = match[1]
        plain = word.lower() in _PLAIN or word.lower().endswith(("ly", "ed", "ing", "'s", "’s", "s'", "-bound"))
        if not plain and not any(start < match.end(1) and match.start(1) < end for start, end in places):
            return word
    return ""


@lru_cache(maxsize=1)
def _noun_before() -> re.Pattern[str]:
    return re.compile(r"(?<![\w'’-])([A-Za-z][A-Za-z'’-]{2,24})\s(?:exports?|imports?|shipments)\b")


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
