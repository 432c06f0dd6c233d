"""
From rows to claims: rows of one id are one claim, with a kind each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from factcheck.claims import FIGURE_KEYS, SERIES_KEYS, Claim, KindUse, Text
from factcheck.errors import WrittenError
from factcheck.kinds import KINDS
from factcheck.sheets.columns import Row
from factcheck.sheets.option_text import Option, read_value
from factcheck.sheets.said import Said
from factcheck.sheets.table import Faults

_AGREE = "write the same in all rows of the claim, leave it blank in all but one, or give the row an id of its own"


class Joined(NamedTuple):
    """A claim, the number of its first row, and that of the row of each kind."""

    claim: Claim
    number: int
    numbers: Mapping[str, int]


def shared_keys(rows: Sequence[Said]) -> dict[str, Text]:
    """The series keys that all rows about a series have in common, where a sheet does not say what ``about`` has."""
    speaking = [row for row in rows if row.kind and KINDS[row.kind].series]
    others = [row for row in rows if not row.kind]
    shared: dict[str, Text] = {}
    for key in SERIES_KEYS if speaking else ():
        value = speaking[0].keys.get(key)
        same = all(row.keys.get(key) == value for row in speaking)
        if value is not None and same and all(row.keys.get(key, value) == value for row in others):
            shared[key] = value
    return shared


def join(rows: Sequence[tuple[str, Said]], about: Mapping[str, Text], faults: Faults) -> Iterator[Joined]:
    """
    The claims of one file, in the order of their first rows.

    Args:
        rows: the id of each, blank if none, and what it says.
        about: the keys that the file has for all claims.
        faults: where rows go that contradict each other.
    """
    claims: dict[str, list[Said]] = {}
    for name, said in rows:
        claims.setdefault(name or f" {said.number}", []).append(said)
    for name, group in claims.items():
        yield _joined(name if name[0] != " " else "", group, about, faults)


def _joined(name: str, group: Sequence[Said], about: Mapping[str, Text], faults: Faults) -> Joined:
    cells: Row = {}
    kinds: dict[str, Said] = {}
    for said in group:
        for column, cell in said.claim.items():
            if cells.setdefault(column, cell) != cell:
                what = f"the claim {name} has another {column} here than in row {group[0].number}"
                faults.add(said.number, what, _AGREE)
        if said.kind and _kind_parts(kinds.setdefault(said.kind, said)) != _kind_parts(said):
            what = f"the claim {name} has another {said.kind} here than in row {kinds[said.kind].number}"
            faults.add(said.number, what, "give the row an id of its own")
    keys, uses = _placed([*kinds.values()] or group[:1], about)
    if not kinds:
        keys, uses = {**keys, **group[0].figures}, ()
    seen = _seen(cells)
    claim = Claim(
        id=name,
        quote=cells.get("quote", ""),
        kinds=uses,
        keys=keys,
        note=cells.get("note", ""),
        ignore=tuple(filter(None, (rule.strip() for rule in cells.get("ignore", "").replace(";", ",").split(",")))),
        why=cells.get("why", ""),
        seen=seen,
        todo=_todo(cells["todo"]) if "todo" in cells else _asked(group[0]) if not kinds and seen is None else "",
    )
    return Joined(claim, group[0].number, {kind: said.number for kind, said in kinds.items()})


def _kind_parts(said: Said) -> tuple[object, ...]:
    return said.options, said.keys, said.own, said.figures


def _placed(kinds: Sequence[Said], about: Mapping[str, Text]) -> tuple[dict[str, Text], tuple[KindUse, ...]]:
    """The keys that stand on the claim, and the kinds with theirs."""
    own = [
        {key: value for key, value in said.keys.items() if key in said.own or about.get(key) != value} for said in kinds
    ]
    if len(kinds) == 1:
        said = kinds[0]
        inside = (
            {} if not said.kind else {name: said.figures[name] for name in said.figures if _is_own(said.kind, name)}
        )
        beside = {name: value for name, value in said.figures.items() if name not in inside}
        return {**own[0], **beside}, (KindUse(said.kind, {**said.options, **inside}),)
    takers = [keys for said, keys in zip(kinds, own, strict=True) if KINDS[said.kind].series] or own[:1]
    on_claim = {key: value for key, value in takers[0].items() if all(keys.get(key) == value for keys in takers)}
    uses = []
    for said, keys in zip(kinds, own, strict=True):
        inside = {key: value for key, value in keys.items() if key not in on_claim} if KINDS[said.kind].series else {}
        uses.append(KindUse(said.kind, {**said.options, **inside, **said.figures}))
    return on_claim, tuple(uses)


def _is_own(kind: str, name: str) -> bool:
    """Whether a figure key is one of the kind itself, which reads it inside only."""
    return name in FIGURE_KEYS and name in KINDS[kind].keys


def _seen(cells: Row) -> dict[str, str] | None:
    if "checked by" not in cells:
        return None
    return {"source": cells["source"], "by": cells["checked by"], "on": cells["on"]}


def _asked(said: Said) -> str:
    """What a person must still say, where a row has a quote and little more."""
    return f"say what it claims: its kind, for {said.period}" if said.period else "say what it claims: kind and period"


def _todo(cell: str) -> Text:
    """A text, or several in brackets; brackets that are no list are words."""
    try:
        value: Option = read_value(cell)
    except WrittenError:
        return cell
    return cell if isinstance(value, Mapping) else value
