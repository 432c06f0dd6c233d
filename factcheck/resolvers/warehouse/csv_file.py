"""
Rows of a CSV file: read through once, as text, so that digits survive as they were written.
"""

from __future__ import annotations

import csv
import os
import stat
from collections.abc import Iterator, Sequence
from time import monotonic
from typing import TextIO

from factcheck.resolvers.warehouse.asked import Branch
from factcheck.resolvers.warehouse.faults import bad_payload, bad_request, unavailable
from factcheck.resolvers.warehouse.limits import Limits
from factcheck.resolvers.warehouse.mapping import TableMapping
from factcheck.resolvers.warehouse.place import Place, files_at
from factcheck.resolvers.warehouse.row import Row
from factcheck.resolvers.warehouse.spellings import MONTH_WIDTH

_LOOK_AT_CLOCK = 1_000  # rows
_LONGEST_LINE = 1_000_000  # characters
_OPEN = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)


def rows_of_csv(branches: Sequence[Branch], mapping: TableMapping, place: Place, limits: Limits) -> Iterator[Row]:
    """
    The rows that were asked for.

    Raises:
        WarehouseFault: the file is missing, is no CSV in UTF-8, lacks a column, or takes too long.
    """
    (path,) = files_at(place, "csv")
    with _opened(path, place) as file:
        reader = csv.reader(_lines(file, place), strict=True)
        try:
            header = next(reader, [])
            columns = _columns(header, mapping, place)
            yield from _found(reader, len(header), columns, branches, mapping, place, limits)
        except csv.Error as error:
            raise bad_payload(f"{place.shown}, line {reader.line_num}: no CSV: {error}") from None
        except UnicodeDecodeError:
            raise bad_payload(f"{place.shown}, after line {reader.line_num}: no UTF-8; save it as UTF-8") from None


def _opened(path: str, place: Place) -> TextIO:
    try:
        handle = os.open(path, _OPEN)
    except OSError as error:
        raise unavailable(f"cannot read {place.shown}: {error.strerror}") from None
    if not stat.S_ISREG(os.fstat(handle).st_mode):  # it was exchanged since it was looked at
        os.close(handle)
        raise bad_request(f"{place.shown} is no regular file")
    return os.fdopen(handle, encoding="utf-8-sig", newline="")


def _lines(file: TextIO, place: Place) -> Iterator[str]:
    """The lines of a file, none without end."""
    while line := file.readline(_LONGEST_LINE):
        if len(line) == _LONGEST_LINE:
            raise bad_payload(f"{place.shown} has a line of more than {_LONGEST_LINE:,} characters")
        yield line


def _columns(header: list[str], mapping: TableMapping, place: Place) -> dict[str, int]:
    """Where each field of the mapping stands."""
    found = {}
    for name, column in mapping.columns.items():
        if header.count(column) != 1:
            often = "has no column" if column not in header else "has more than one column"
            raise bad_request(f"{place.shown} {often} {column[:60]!r}; it has {', '.join(header)[:120]}")
        found[name] = header.index(column)
    return found


def _found(
    reader: Iterator[list[str]],
    width: int,
    columns: dict[str, int],
    branches: Sequence[Branch],
    mapping: TableMapping,
    place: Place,
    limits: Limits,
) -> Iterator[Row]:
    until = monotonic() + limits.seconds
    wanted = [([(columns[name], _width(name, mapping)) for name in b.fields], _numbers(b)) for b in branches]
    taken = list(columns.values())
    for number, cells in enumerate(reader, 2):
        if number % _LOOK_AT_CLOCK == 0 and monotonic() > until:
            raise unavailable(f"{place.shown} took more than {limits.seconds:g} seconds to read")
        if not cells:
            continue
        if len(cells) != width:
            raise bad_payload(f"{place.shown}, row {number}: {len(cells)} fields where the header has {width}")
        for fields, numbers in wanted:
            for group in numbers.get(tuple(cells[index][:cut] for index, cut in fields), ()):
                yield Row(group, tuple([cells[index] for index in taken]), False)


def _width(name: str, mapping: TableMapping) -> int | None:
    """How much of a field is compared: of days their month."""
    return MONTH_WIDTH if name == "period" and mapping.frequency else None


def _numbers(branch: Branch) -> dict[tuple[str, ...], list[int]]:
    """The groups that ask for each key."""
    found: dict[tuple[str, ...], list[int]] = {}
    for number, key in branch.keys:
        found.setdefault(key, []).append(number)
    return found
