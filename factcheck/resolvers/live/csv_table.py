"""
A table in CSV, row by row by the names of its columns: no column twice, no row too short, nothing cut off.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from factcheck.resolvers.live.failure import bad_payload
from factcheck.resolvers.live.reply import Reply


def rows_of(reply: Reply, columns: Sequence[str]) -> Iterator[Mapping[str, str]]:
    """
    The rows of a table that has these columns, and perhaps others.

    The first row can describe the data set as a whole: it ends before the first of these columns, and is left out.

    Raises:
        LiveFailure: a column is missing or there twice, a row has not one field for each, or the table was cut off.
    """
    text = reply.text
    if not reply.delimited and not text.endswith("\n"):
        raise bad_payload("the table was cut off")
    table = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        names = next(table, [])
        first = min(_place(name, names) for name in columns)
        for number, fields in enumerate(table):
            if len(fields) == len(names):
                yield {name: field.strip() for name, field in zip(names, fields, strict=True)}
            elif fields and (number or len(fields) > first):
                raise bad_payload(f"a row of the table has {len(fields)} columns in place of {len(names)}")
    except csv.Error as error:
        raise bad_payload(f"the table cannot be read: {error}") from None


def _place(name: str, names: Sequence[str]) -> int:
    if name not in names:
        raise bad_payload(f"the table has no column {name}; it has {', '.join(names[:40])}")
    if names.count(name) > 1:
        raise bad_payload(f"the table has the column {name} twice")
    return names.index(name)
