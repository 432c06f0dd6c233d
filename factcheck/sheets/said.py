"""
One row of a sheet: what each of its cells says of the claim, before rows are joined.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from factcheck.claim_files.faults import choice_hint, shown
from factcheck.claims import FIGURE_KEYS, SERIES_KEYS, Text
from factcheck.errors import WrittenError
from factcheck.kinds import KINDS, KeyType
from factcheck.sheets.columns import EXACT, SERIES_COLUMNS, Row
from factcheck.sheets.option_text import HINT, Option, Options, read_options, read_value
from factcheck.sheets.rows import SEEN, period_keys
from factcheck.sheets.table import Faults

NO_KIND = frozenset({"", SEEN, "todo"})
_SOURCE = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
_BETWEEN = re.compile(r" and |[,;]")


class Said(NamedTuple):
    """
    One row.

    Attributes:
        number: of the row, as the spreadsheet shows it.
        claim: the cells about the whole claim, by column; among them ``source`` only where a person saw it there.
        kind: blank where the row has none.
        options: the kind's own keys, its period among them.
        keys: series keys in force.
        own: series keys that the claim writes out although ``about`` says the same.
        figures: figure keys.
        period: the cell, where there is no kind to take it.
    """

    number: int
    claim: Row
    kind: str = ""
    options: Mapping[str, Option] = {}
    keys: Mapping[str, Text] = {}
    own: Mapping[str, Text] = {}
    figures: Mapping[str, Text] = {}
    period: str = ""


def read_row(number: int, row: Row, exported: bool, faults: Faults) -> Said:
    """
    What a row says; what it cannot say is a fault.

    Args:
        number: of the row.
        row: its cells by column.
        exported: whether the sheet has the columns of an export; a desk's own says more in fewer.
        faults: where faults go.
    """
    row = {column: cell if column in EXACT else cell.strip() for column, cell in row.items()}
    if not exported:
        row = _desk_row(row)
    try:
        kind, word = _kind(row.get("kind", ""))
        options = read_options(row.get("options", ""))
        keys = {key: _word_or_list(row[name]) for key, name in SERIES_COLUMNS.items() if name in row}
        own = {key: _own(key, value, keys) for key, value in options.keys.items() if key in SERIES_KEYS}
        return Said(
            number=number,
            claim=_claim(row),
            kind=kind,
            options=_options(kind, options._replace(word=options.word or word), row.get("period", "")),
            keys={**keys, **own},
            own=own,
            figures={key: row[key] for key in FIGURE_KEYS if key in row},
            period="" if kind else row.get("period", ""),
        )
    except WrittenError as error:
        faults.add(number, error.what, error.hint)
        return Said(number, {})


def _desk_row(row: Row) -> Row:
    """A row of a desk's own sheet: its columns say what those of an export say apart."""
    row = dict(row)
    if "quote" not in row and "figure" not in row and "claimed" in row:
        row["figure"] = row["claimed"].strip()
    where = ", ".join(row.pop(column) for column in ("source", "url") if column in row)
    if not where:
        return row
    if "checked by" in row or "on" in row:
        row["source"] = where
    elif _SOURCE.fullmatch(where):
        row["series source"] = where
    else:
        row["note"] = f"{row['note']}; source: {where}" if "note" in row else f"source: {where}"
    return row


def _kind(cell: str) -> tuple[str, str]:
    """The kind, blank if the row has none, and the key of its period: ``record high``."""
    name, _, word = cell.casefold().partition(" ")
    if name in NO_KIND and not word:
        return "", ""
    if name not in KINDS:
        raise WrittenError(f"unknown kind {shown(cell)}", choice_hint(name, (*KINDS, SEEN)))
    return name, word.strip()


def _claim(row: Row) -> Row:
    """The cells that belong to the claim as a whole."""
    claim: Row = {column: row[column] for column in ("quote", "note", "ignore", "why", "todo") if column in row}
    if "checked by" in row or "on" in row or row.get("kind", "").casefold() == SEEN:
        wanted = ("source", "checked by", "on")
        missing = [column for column in wanted if column not in row]
        if missing:
            columns = " and ".join(missing)
            raise WrittenError(f"who saw it, where and on which day: {columns} is blank", f"fill {columns} in this row")
        claim |= {column: row[column] for column in wanted}
    return claim


def _options(kind: str, options: Options, period: str) -> dict[str, Option]:
    """The kind's own keys, the period under its own one."""
    rest = {name: value for name, value in options.keys.items() if name not in SERIES_KEYS}
    if not kind:
        if rest or options.word:
            raise WrittenError(
                f"{options.word or next(iter(rest))} belongs to a kind, and the row has none", "fill kind"
            )
        return {}
    places = period_keys(kind)
    if options.word and options.word not in places:
        named = ", ".join(places) or "none"
        raise WrittenError(f"{shown(options.word)} says nothing of the period of a {kind}", f"allowed here: {named}")
    place = options.word or ("period" if "period" in places else "")
    if not place and period:
        raise WrittenError(
            f"it is open what the period is of the {kind}",
            f"write {' or '.join(places)} under options, or {kind} {places[0]} as the kind" if places else HINT,
        )
    if not place or not period:
        return rest
    return {place: _periods(period, several=KINDS[kind].keys[place].type is KeyType.PERIODS), **rest}


def _periods(cell: str, *, several: bool) -> Text:
    if several and not cell.startswith("[") and _BETWEEN.search(cell):
        return tuple(filter(None, (piece.strip() for piece in _BETWEEN.split(cell))))
    return _word_or_list(cell)


def _word_or_list(cell: str) -> Text:
    value = read_value(cell)
    if isinstance(value, Mapping):
        raise WrittenError(f"{shown(cell)} has keys where a text is meant", "write one text, or [one, another]")
    return value


def _own(key: str, value: Option, keys: Mapping[str, Text]) -> Text:
    """A series key among the options; a column that says another thing was changed without it."""
    if isinstance(value, Mapping):
        raise WrittenError(f"{key} takes no keys inside", HINT)
    if keys.get(key, value) != value:
        what = f"the options have another {key} than the column {SERIES_COLUMNS[key]}"
        raise WrittenError(what, "change both, or leave it out of the options")
    return value
