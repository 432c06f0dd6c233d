"""A row as a database gives it: all text, before anything is read from it."""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """
    A row of a table, found for a group of queries.

    Attributes:
        group: the number of the group.
        texts: what each column of the mapping holds, in its order; None is null.
        inexact: whether the value was kept as a binary number, which knows no zeros at its end.
    """

    group: int
    texts: tuple[str | None, ...]
    inexact: bool
