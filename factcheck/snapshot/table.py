"""CSV as the sources write it: UTF-8, one line a row, a header, every character visible."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.errors import Location, WrittenError
from factcheck.snapshot.problems import Problems

LONGEST_FIELD = 2000
_LONGEST_LINE = 20_000
#: What no row and no description may hold: controls save tab and line feed, invisible and bidi characters, surrogates.
INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


class Line(NamedTuple):
    """A row of a CSV file, with what an error needs to point at one of its fields."""

    path: str
    number: int
    raw: str
    fields: dict[str, str]

    def location(self, column: str = "") -> Location:
        """Where the field of a column begins; the start of the line where the row has no such field."""
        if column not in self.fields:
            return Location(self.path, self.number, 1)
        index = list(self.fields).index(column)
        return Location(self.path, self.number, _starts(self.raw)[index] + 1)


def lines(path: str, text: str, known: tuple[str, ...], required: frozenset[str], problems: Problems) -> Iterator[Line]:
    """
    The rows of a CSV file; what is wrong with the file as such goes to ``problems``.

    Args:
        path: how errors name the file.
        text: the file.
        known: the columns that may stand in the header, in any order.
        required: those that must.
        problems: where faults go.
    """
    written = [line.removesuffix("\r") for line in text.split("\n")]
    if written[-1] == "":
        written.pop()
    if not _readable(path, written, problems):
        return
    reader = csv.reader(written, strict=True)
    try:
        header = next(reader, [])
        if not _good_header(path, header, written, known, required, problems):
            return
        width, before = len(header), 1
        for fields in reader:
            if problems.hopeless:
                return
            number = before + 1
            if reader.line_num != number:
                problems.add(Location(path, number, 1), "a field holds a line break", "write each row on one line")
                return
            before = number
            raw = written[number - 1]
            if len(fields) != width:
                what = f"{len(fields)} fields where the header has {width}"
                problems.add(Location(path, number, 1), what, "put quotes around a field with a comma", raw[:200])
                continue
            yield Line(path, number, raw, dict(zip(header, fields, strict=True)))
        if before == 1:
            problems.add(Location(path, 1, 1), "the file has no rows", "a table without rows is left out")
    except csv.Error as error:
        hint = 'close every quote, and write a quote inside a quoted field twice: ""'
        problems.add(Location(path, reader.line_num or 1, 1), f"the quotes of this row do not fit: {error}", hint)


def _readable(path: str, written: list[str], problems: Problems) -> bool:
    before = len(problems)
    for number, line in enumerate(written, 1):
        if len(line) > _LONGEST_LINE:
            what = f"a line of {len(line)} characters, at most {_LONGEST_LINE} are read"
            problems.add(Location(path, number, 1), what, "shorten its fields")
        elif odd := INVISIBLE.search(line):
            what = f"an invisible character: U+{ord(odd[0]):04X}"
            problems.add(Location(path, number, odd.start() + 1), what, "remove it; a row is one line of visible text")
    return len(problems) == before


def _good_header(
    path: str,
    header: list[str],
    written: list[str],
    known: tuple[str, ...],
    required: frozenset[str],
    problems: Problems,
) -> bool:
    before = len(problems)
    if not header:
        problems.add(Location(path, 1, 1), "the file is empty", f"its first line names the columns: {','.join(known)}")
        return False
    if len(header) > 2 * len(known):
        problems.add(Location(path, 1, 1), f"{len(header)} columns", f"the columns are {', '.join(known)}")
        return False
    starts = _starts(written[0])
    for index, name in enumerate(header):
        where = Location(path, 1, starts[index] + 1)
        if name not in known:
            problems.add(
                where, f"unknown column {name[:40]!r}", f"the columns are {', '.join(known)}", written[0][:200]
            )
        elif name in header[:index]:
            problems.add(where, f"column {name!r} stands twice", "name each column once", written[0][:200])
    for name in sorted(required - set(header)):
        problems.add(
            Location(path, 1, 1), f"column {name!r} is missing", f"the header needs {', '.join(sorted(required))}"
        )
    return len(problems) == before


def _starts(raw: str) -> list[int]:
    """Where each field of a line begins, counted as the characters of the line."""
    starts, quoted = [0], False
    for offset, character in enumerate(raw):
        if character == '"':
            quoted = not quoted
        elif character == "," and not quoted:
            starts.append(offset + 1)
    return starts


def short(field: str) -> str:
    """
    The field, where it is not too long to be kept.

    Raises:
        WrittenError: it is.
    """
    if len(field) > LONGEST_FIELD:
        raise WrittenError(f"a field of {len(field)} characters, at most {LONGEST_FIELD} are kept", "shorten it")
    return field
