"""
Figures that one statement carries: "fell by $10.39 billion, or 9.1 percent, to $106.48 billion" is one of three.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from factcheck.drafting.roles import Role, role_of
from factcheck.scanning import Mention
from factcheck.scanning.mention import NOWHERE

MOST_WORDS = 6  # between two figures of one statement


class Told(NamedTuple):
    """A figure with its role."""

    mention: Mention
    role: Role


Cluster = tuple[Told, ...]


def clusters(mentions: Sequence[Mention], text: str) -> Iterator[Cluster]:
    """The statements' figures, in the order of the text; periods, dates and plain numbers are in none."""
    open_cluster: list[Told] = []
    for mention in mentions:
        role = role_of(mention, text)
        if role is None:
            continue
        told = Told(mention, role)
        if open_cluster and not _joins(open_cluster, told, text):
            yield tuple(open_cluster)
            open_cluster = []
        open_cluster.append(told)
    if open_cluster:
        yield tuple(open_cluster)


_TOGETHER = frozenset({Role.LEVEL, Role.CHANGE, Role.DIFFERENCE})


def _joins(cluster: Sequence[Told], told: Told, text: str) -> bool:
    """Whether a figure belongs to the statement before it."""
    last = cluster[-1]
    if told.mention.sentence != last.mention.sentence or not {told.role, last.role} <= _TOGETHER:
        return False
    between = text[last.mention.span[1] : told.mention.span[0]]
    moved = re.match(r"\sfrom\b", between) and between.endswith("to ")  # "rose 2.2 percent from May to $8.28 billion"
    if len(between.split()) > MOST_WORDS or (_apart().search(between) and not moved):
        return False
    if any(each.role is told.role and not _is_converted(each, told, between) for each in cluster):
        return False
    return _agree(last.mention, told.mention)


def _is_converted(one: Told, other: Told, between: str) -> bool:
    """Whether two amounts are one in two currencies: "1.74 trillion yuan ($237 billion)"."""
    return one.mention.unit != other.mention.unit and bool(_beside().fullmatch(between))


def _agree(one: Mention, other: Mention) -> bool:
    """Whether two figures are of one period and one series, as far as the words say."""
    if one.period is not None and other.period is not None and one.period != other.period:
        return False
    return NOWHERE in (one.belongs, other.belongs) or (
        one.belongs.flow,
        one.belongs.owner,
        one.belongs.counterpart,
        one.belongs.goods,
    ) == (other.belongs.flow, other.belongs.owner, other.belongs.counterpart, other.belongs.goods)


@lru_cache(maxsize=1)
def _apart() -> re.Pattern[str]:
    """Words after which another statement begins."""
    return re.compile(
        r"[;\u2014]|\b(?:while|whereas|but|after|before|versus|than|from|against|compared|although|though|since)\b"
        r"|\band\s(?:[^\W_]{1,20}\s){1,4}(?:rose|fell|grew|were|was|by)\b",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _beside() -> re.Pattern[str]:
    joint = r"(?:\(|or\s|that is,?\s|i\.e\.,?\s)?"
    return re.compile(rf"[\s,]{{0,3}}{joint}(?:about\s|around\s|some\s|roughly\s)?", re.IGNORECASE)
