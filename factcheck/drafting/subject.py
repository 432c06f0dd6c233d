"""
Whose figure a statement tells: reporter, partner, flow and goods, from its sentence, the one before and the story.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from factcheck.drafting.clauses import names_a_flow
from factcheck.drafting.goods_named import commodity_of
from factcheck.drafting.known import WORLD, Known
from factcheck.drafting.offices import office_in
from factcheck.drafting.setting import Setting
from factcheck.drafting.sold import sold
from factcheck.observations import ALL_GOODS
from factcheck.places import by_code, names_in
from factcheck.scanning import Mention
from factcheck.scanning.mention import NOWHERE

MIRRORED = {"exports": "imports", "imports": "exports"}  # what the other side counts of the same flow


NEAR = 60  # characters after a figure that say of what whole it is


class Subject(NamedTuple):
    """
    The series keys of a statement.

    Attributes:
        asks: what a person must settle, each in a line.
        is_open: whether one of these must be settled before anything can be checked.
        note: what was decided and should be seen.
        flow_named: whether the words name the flow, here or before.
    """

    reporter: str = ""
    partner: str = ""
    flow: str = ""
    commodity: str = ALL_GOODS
    holder: str = ""
    asks: tuple[str, ...] = ()
    is_open: bool = False
    note: str = ""
    flow_named: bool = True


class Around(NamedTuple):
    """The words around a statement: its sentence, the stretch of it up to where others begin, and where it stands."""

    sentence: str
    scope: str
    at: int


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
    if before is not None and not names_a_flow(around.scope):  # what stands in another clause is another flow
        belongs = belongs._replace(flow="", owner="", counterpart="")
    if (told := sold(around.scope, around.at)) is not None:
        faced = told.counterpart or (setting.reporter if told.owner not in ("", setting.reporter) else "")
        belongs = belongs._replace(flow=told.flow, owner=told.owner or setting.reporter, counterpart=faced)
    if re.search(
        r"\b(?:exports and imports|imports and exports)\b(?!\s(?:of|from|to)\b)",
        around.scope[: around.at],
        re.IGNORECASE,
    ):
        belongs = belongs._replace(flow="total")
    if _bound(belongs.owner, around.scope):  # "U.S.-bound shipments"
        belongs = belongs._replace(owner="", counterpart=belongs.owner)
    flow = belongs.flow or (before.flow if before is not None else "total")
    flow_named = bool(belongs.flow) or (before is not None and before.flow_named)
    if not flow_named:
        asks.append("which flow? the words name none; total, exports, imports or balance")
    office = office_in(around.sentence)
    here = setting._replace(reporter=office, office=True) if office and office != setting.reporter else setting
    owner, other = _sides(belongs.owner, belongs.counterpart, around, here, before, asks)
    commodity, unknown = commodity_of(
        mentions, around.scope, known.commodities, before.commodity if before else ALL_GOODS
    )
    if unknown:
        asks.append(f"which commodity is “{unknown}”? write commodity: with its id, as in hs:8703, and the kind")
    reporter, partner, turned = _turned((owner, other), flow, commodity, here, known)
    note = ""
    if turned and flow in MIRRORED:
        note = f"{_name(owner)}’s {flow} are {_name(reporter)}’s {MIRRORED[flow]}"
        flow = MIRRORED[flow]
    holder = belongs.owner if flow == "balance" and belongs.owner not in ("", reporter) else ""
    is_open = bool(unknown) or not reporter or bool(asks)
    return Subject(reporter, partner, flow, commodity, holder, tuple(asks), is_open, note, flow_named)


def _bound(owner: str, scope: str) -> bool:
    """Whether the place before the flow is where it goes."""
    return any(each.code == owner and scope[each.end : each.end + 6].lower() == "-bound" for each in names_in(scope))


def _sides(
    owner: str, other: str, around: Around, here: Setting, before: Subject | None, asks: list[str]
) -> tuple[str, str]:
    """Whose flow it is, and with whom."""
    nearer = _nearer(around, (owner, other)) if other else ""
    other = nearer or other
    if _all_countries().search(around.scope, around.at, around.at + NEAR):
        return owner or here.reporter, WORLD
    if owner and other:
        return owner, other
    if other:
        return _facing(other, around, here, before), other
    named = _named_with(around, (owner, here.reporter))
    if _all_countries().search(around.scope) and not named:
        return owner or here.reporter, WORLD
    if named:
        return owner or here.reporter, named
    if _overall().search(around.scope):
        if here.partner != WORLD:
            asks.append(f"with whom? the words say total or overall; {_name(here.partner)} is the story’s other side")
        return owner or here.reporter, WORLD
    if other_place := _other_place(around, here, before):
        asks.append(f"with whom? the words name {other_place}")
    if before is not None and owner in ("", before.reporter, before.partner):
        pair = before.reporter, before.partner
        return pair if owner != before.partner else (pair[1], pair[0])
    if not owner or owner == here.reporter:
        if here.partner != WORLD and owner:
            asks.append(
                f"with whom? the words name {_name(owner)} alone; {_name(here.partner)} is the story’s other side"
            )
        return here.reporter, here.partner
    return owner, here.reporter if owner == here.partner else WORLD


def _other_place(around: Around, here: Setting, before: Subject | None) -> str:
    """A place or a word for one in the stretch that is neither side, so that neither may be taken in silence."""
    sides = {here.reporter, here.partner} | ({before.reporter, before.partner} if before is not None else set())
    named = [each.code for each in names_in(around.scope) if each.code not in sides]
    if named and office_in(around.scope) not in named:
        return _name(named[0])
    word = _stands_for_a_place().search(around.scope[: around.at])
    return word[0] if word and before is None else ""


@lru_cache(maxsize=1)
def _stands_for_a_place() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:the (?:bloc|country|region|island|kingdom|republic)|its neighbou?r|there)\b(?!['’])", re.IGNORECASE
    )


def _nearer(around: Around, sides: tuple[str, str]) -> str:
    """Another side that stands between the named one and the figure: "and those to ASEAN countries by 4.5 percent"."""
    found = ""
    for each in names_in(around.scope[: around.at]):
        lead = around.scope[max(0, each.start - 24) : each.start]
        if each.code not in sides and re.search(r"\b(?:those|that|and)\s(?:to|from|with)\s(?:the\s)?$", lead):
            found = each.code
    return found


def _facing(other: str, around: Around, here: Setting, before: Subject | None) -> str:
    """The side that a named counterpart faces: the reporter, or its partner where the reporter itself is meant."""
    if other != here.reporter:
        return here.reporter
    if named := _named_with(around, (other, "")):  # "the European Union did more business with China"
        return named
    if before is not None and before.partner not in (WORLD, other):
        return before.partner
    return here.partner


def _named_with(around: Around, known_sides: tuple[str, str]) -> str:
    """The other place that stands as a side: after "with" or "to", or as subject; the last before the figure."""
    scope, before, behind = around.scope, "", ""
    for each in names_in(scope):
        lead, after = scope[max(0, each.start - 20) : each.start], scope[each.end : each.end + 12]
        is_side = (
            _joined().search(lead)
            or not scope[: each.start].removeprefix("The").strip(" ,“\"'")
            or _shares().match(after)
        )
        if each.code in known_sides or not is_side:
            continue
        if each.start < around.at:
            before = each.code
        else:
            behind = behind or each.code
    return before or behind or _there(around, known_sides)


def _there(around: Around, known_sides: tuple[str, str]) -> str:
    """The place that "there" means: the last one that the sentence named before."""
    if not re.search(r"\bthere\b", around.scope[: around.at]):
        return ""
    lead = around.sentence[: max(around.sentence.find(around.scope), 0)]
    return next((each.code for each in reversed(names_in(lead)) if each.code not in known_sides), "")


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
def _all_countries() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:global(?:ly)?|worldwide|all[ -](?:countries|partners)|the (?:rest of the )?world(?!['’])"
        r"|overseas)\b",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _overall() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:overall|total(?! to| at)|aggregate)\b(?!.{0,40}\b(?:between|bilateral|two)\b)", re.IGNORECASE
    )


@lru_cache(maxsize=1)
def _joined() -> re.Pattern[str]:
    return re.compile(r"\b(?:with|to|from|between|and|for|against|by)\s{1,3}(?:the\s{1,3})?$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _shares() -> re.Pattern[str]:
    return re.compile(r"['\u2019]s?\sshare\b|\saccount(?:s|ed)\b", re.IGNORECASE)
