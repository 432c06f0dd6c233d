"""
Whose figure a statement tells: reporter, partner, flow and goods, from its sentence, the one before and the story.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from factcheck.drafting.goods_named import commodity_of
from factcheck.drafting.known import WORLD, Known
from factcheck.drafting.offices import office_in
from factcheck.drafting.setting import Setting
from factcheck.observations import ALL_GOODS
from factcheck.places import by_code, names_in
from factcheck.scanning import Mention
from factcheck.scanning.mention import NOWHERE

MIRRORED = {"exports": "imports", "imports": "exports"}  # what the other side counts of the same flow


class Subject(NamedTuple):
    """
    The series keys of a statement.

    Attributes:
        asks: what a person must settle, each in a line.
        is_open: whether one of these must be settled before anything can be checked.
        note: what was decided and should be seen.
    """

    reporter: str = ""
    partner: str = ""
    flow: str = ""
    commodity: str = ALL_GOODS
    holder: str = ""
    asks: tuple[str, ...] = ()
    is_open: bool = False
    note: str = ""


class Around(NamedTuple):
    """The words around a statement: its sentence, and the stretch of it up to where others begin."""

    sentence: str
    scope: str


def subject_of(
    mentions: Sequence[Mention], around: Around, setting: Setting, known: Known, before: Subject | None
) -> Subject:
    """
    The series that a statement is about.

    Args:
        mentions: its figures, or the word for change as one.
        around: the words that they stand in.
        setting: what holds for the story.
        known: which series have figures.
        before: the subject of the statement before it in the same paragraph.
    """
    asks: list[str] = []
    belongs = next((each.belongs for each in mentions if any(each.belongs)), NOWHERE)
    flow = belongs.flow or (before.flow if before is not None else "")
    if not flow:
        flow = "total"
        asks.append("which flow? the words name none; total, exports, imports or balance")
    office = office_in(around.sentence)
    here = setting._replace(reporter=office, office=True) if office and office != setting.reporter else setting
    owner, other = _sides(belongs.owner, belongs.counterpart, around, here, before, asks)
    commodity, unknown = commodity_of(mentions, around.scope, known.commodities)
    if unknown:
        asks.append(f"which commodity is “{unknown}”? write commodity: with its id, as in hs:8703, and the kind")
    reporter, partner, turned = _turned((owner, other), flow, commodity, here, known)
    note = ""
    if turned and flow in MIRRORED:
        note = f"{_name(owner)}’s {flow} are {_name(reporter)}’s {MIRRORED[flow]}"
        flow = MIRRORED[flow]
    holder = belongs.owner if flow == "balance" and belongs.owner not in ("", reporter) else ""
    is_open = bool(unknown) or not reporter
    return Subject(reporter, partner, flow, commodity, holder, tuple(asks), is_open, note)


def _sides(
    owner: str, other: str, around: Around, here: Setting, before: Subject | None, asks: list[str]
) -> tuple[str, str]:
    """Whose flow it is, and with whom."""
    if owner and other:
        return owner, other
    if other:
        return _facing(other, here, before), other
    named = _named_with(around.scope, (owner, here.reporter))
    if named:
        return owner or here.reporter, named
    if _worldwide().search(around.scope):
        return owner or here.reporter, WORLD
    if before is not None and owner in ("", before.reporter, before.partner):
        pair = before.reporter, before.partner
        return pair if owner != before.partner else (pair[1], pair[0])
    if not owner or owner == here.reporter:
        if owner and here.partner != WORLD:
            asks.append(
                f"with whom? the words name {_name(owner)} alone; {_name(here.partner)} is the story’s other side"
            )
        return here.reporter, here.partner
    return owner, here.reporter if owner == here.partner else WORLD


def _facing(other: str, here: Setting, before: Subject | None) -> str:
    """The side that a named counterpart faces: the reporter, or its partner where the reporter itself is meant."""
    if other != here.reporter:
        return here.reporter
    if before is not None and before.partner not in (WORLD, other):
        return before.partner
    return here.partner


def _named_with(scope: str, known_sides: tuple[str, str]) -> str:
    """The one other place of a stretch that stands as a side: after "with" or "to", as its subject, with a share."""
    found = []
    for each in names_in(scope):
        lead, after = scope[max(0, each.start - 20) : each.start], scope[each.end : each.end + 12]
        is_side = _joined().search(lead) or not scope[: each.start].strip(" ,“\"'") or _shares().match(after)
        if each.code not in known_sides and is_side:
            found.append(each.code)
    return found[0] if len(set(found)) == 1 else ""


def _turned(sides: tuple[str, str], flow: str, commodity: str, here: Setting, known: Known) -> tuple[str, str, bool]:
    """
    Reporter and partner, and whether they are the other way round than owner and counterpart.

    The office that the story names counts, else that of the side whose flow it is, if it has figures. Trade and the
    balance belong to both sides: the story's reporter counts them.
    """
    owner, other = sides
    if here.reporter in sides and (here.office or flow not in MIRRORED):
        turned = here.reporter != owner
    else:
        mirrored = MIRRORED.get(flow, flow)
        turned = not known.has(owner, other, flow, commodity) and known.has(other, owner, mirrored, commodity)
    return (other, owner, True) if turned else (owner, other, False)


def _name(code: str) -> str:
    return by_code(code).name if code else "the reporter"


@lru_cache(maxsize=1)
def _worldwide() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:overall|total|global|worldwide|aggregate|all[ -](?:countries|partners)|foreign trade"
        r"|the (?:rest of the )?world|as a whole)\b",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _joined() -> re.Pattern[str]:
    return re.compile(r"\b(?:with|to|from|between|and|for|against|by)\s{1,3}(?:the\s{1,3})?$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _shares() -> re.Pattern[str]:
    return re.compile(r"['\u2019]s?\sshare\b|\saccount(?:s|ed)\b", re.IGNORECASE)
