"""
One entry of the gold set beside the draft: right, wrong in which key, asked, missing or invented.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from bench.drafting.drafted import Drafted, Said, Span
from bench.drafting.gold import Entry
from factcheck.periods import Period
from factcheck.places import code_of


class Outcome(StrEnum):
    """How a draft treats one entry."""

    RIGHT = "right"
    KEY = "another key wrong, silent"
    KEY_ASKED = "another key wrong, with a todo"
    SILENT = "kind or period wrong, silent"
    ASKED = "todo where the words settle it"
    MISSING = "missing"
    INVENTED = "claimed for a figure of nothing, silent"
    INVENTED_ASKED = "claimed for a figure of nothing, with a todo"
    LEFT = "nothing claimed, rightly"
    OPTIONAL = "not wanted by all, and not there"


class Judged(NamedTuple):
    """The outcome of one entry, with what was wanted and what was said."""

    outcome: Outcome
    entry: Entry
    said: Said | None
    wrong: tuple[str, ...] = ()


#: Statements of words, not of one figure.
_WORDS = frozenset({"record", "trend", "date", "rank", "count"})
#: Keys that are compared, beside kind and period.
_KEYS = ("reporter", "partner", "flow", "commodity")


def judge(entry: Entry, drafted: Drafted) -> Judged:
    """Judge one entry."""
    place = place_of(entry, drafted.text)
    met = [said for said in drafted.said if _meets(said, entry, place)]
    if entry.is_none:
        return _nothing(entry, met)
    scored = [(said, wrong) for said in met if said.kind for wrong in (_least_wrong(entry, said),)]
    right = next((said for said, wrong in scored if not wrong), None)
    if right is not None:
        return Judged(Outcome.RIGHT, entry, right)
    asked = next((said for said in met if said.todo), None)
    if asked is not None and entry.accepts("todo"):
        return Judged(Outcome.RIGHT, entry, asked)
    if scored:
        return _wrong(entry, scored)
    if asked is not None:
        return Judged(Outcome.ASKED, entry, asked)
    return Judged(
        Outcome.OPTIONAL if entry.accepts("absent") or entry.accepts("none") else Outcome.MISSING, entry, None
    )


def place_of(entry: Entry, text: str) -> Span:
    """
    Where the figure of an entry stands.

    Raises:
        ValueError: the words do not stand in the story, or not once.
    """
    found = [match.span() for match in re.finditer(r"\s{1,3}".join(map(re.escape, entry.words.split())), text)]
    if len(found) != 1:
        raise ValueError(f"“{entry.words}” stands {len(found)} times in the story")
    at = text.index(entry.figure, found[0][0]) if entry.figure != entry.words else found[0][0]
    return at, found[0][1] if entry.figure == entry.words else at + len(entry.figure)


def _nothing(entry: Entry, met: Sequence[Said]) -> Judged:
    claimed = min((said for said in met if said.kind), key=lambda said: bool(said.todo), default=None)
    if claimed is not None and not (claimed.todo and entry.accepts("todo")):
        return Judged(Outcome.INVENTED_ASKED if claimed.todo else Outcome.INVENTED, entry, claimed)
    return Judged(Outcome.LEFT, entry, met[0] if met else None)


def _wrong(entry: Entry, scored: Sequence[tuple[Said, tuple[str, ...]]]) -> Judged:
    said, wrong = min(scored, key=lambda each: (bool({"kind", "period"} & set(each[1])), len(each[1])))
    if {"kind", "period"} & set(wrong):
        return Judged(Outcome.ASKED if said.todo else Outcome.SILENT, entry, said, wrong)
    return Judged(Outcome.KEY_ASKED if said.todo else Outcome.KEY, entry, said, wrong)


def _meets(said: Said, entry: Entry, place: Span) -> bool:
    """Whether a statement is about the entry's figure, or of the same kind where the entry is words alone."""
    kinds = {reading.get("kind", "") for reading in entry.readings}
    if kinds & _WORDS:
        return (said.kind in kinds and _overlap(said.quote, place)) or (
            not said.kind and any(_overlap(span, place) for span in said.figures)
        )
    return said.kind not in _WORDS - {"date", "rank", "count"} and any(_overlap(span, place) for span in said.figures)


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _least_wrong(entry: Entry, said: Said) -> tuple[str, ...]:
    found = [tuple(_wrong_keys(reading, said)) for reading in entry.readings if "kind" in reading]
    return min(found, key=len, default=("kind",))


def _wrong_keys(wanted: Mapping[str, str], said: Said) -> Iterator[str]:
    """The keys in which a statement is not as wanted."""
    if said.kind != wanted["kind"]:
        yield "kind"
        return
    if said.kind == "date":
        yield from (key for key in ("release", "event") if wanted.get(key, "") != said.keys.get(key, ""))
        return
    if _period(wanted) != said.keys.get("period"):
        yield "period"
    for key in _KEYS:
        value = wanted.get(key, "")
        if (code_of(value) if key in ("reporter", "partner") and "+" not in value else value) != said.keys.get(key):
            yield key
    if wanted["kind"] != "share" and "currency" in wanted and wanted["currency"] != said.keys.get("currency"):
        yield "currency"
    if said.keys.get("sign", "") not in ("", wanted.get("sign", said.keys.get("sign", ""))):
        yield "sign"
    yield from _wrong_frame(wanted, said)


def _wrong_frame(wanted: Mapping[str, str], said: Said) -> Iterator[str]:
    """Base, whole, sense, reach and step: what a period or partner is compared with."""
    period = Period.parse(_period(wanted))
    if said.kind == "change":
        base = {"": str(period.year_earlier), "previous": str(period.previous)}
        if base.get(wanted.get("from", ""), wanted.get("from", "")) != said.keys["base"]:
            yield "from"
    if "of.partner" in wanted and code_of(wanted["of.partner"]) != said.keys.get("whole"):
        yield "of"
    if said.kind == "record" and said.keys["sense"] not in wanted:
        yield "sense"
    if said.kind == "record" and wanted.get("since", "") != said.keys["since"]:
        yield "since"
    if said.kind == "count" and (wanted.get("of") != said.keys["step"] or said.keys["sign"] not in (*wanted, "")):
        yield "of"


def _period(wanted: Mapping[str, str]) -> str:
    named = ("period", "high", "low", "up", "down", "edged", "surge", "plunge")
    return str(Period.parse(next(wanted[key] for key in named if key in wanted)))
