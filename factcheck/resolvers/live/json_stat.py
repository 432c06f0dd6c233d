"""
JSON-stat 2.0: a cube of figures that is written as one long row.

The place of a cell is counted row by row over ``id`` and ``size``, the last dimension fastest; which code stands at
which place only the reply says. Values are a list with nulls, or an object keyed by the place as text that leaves out
what is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from math import prod
from typing import Any, NamedTuple

from factcheck.resolvers.live.failure import bad_payload

MOST_CELLS = 2_000_000  # that a reply may claim to have; nothing of that size is ever asked for
MOST_DIMENSIONS = 20
_PLACE = re.compile(r"0|[1-9][0-9]{0,9}")


class CubeCell(NamedTuple):
    """
    One cell that has a value or a status.

    Attributes:
        codes: dimension -> code.
        value: as the reply has it, a number if all is well; None where there is only a status.
        status: flags of the source; blank for none.
    """

    codes: Mapping[str, str]
    value: Any
    status: str


class Cube(NamedTuple):
    """
    A whole reply.

    Attributes:
        dimensions: dimension -> its codes, each in the order in which cells are counted.
        values: place of a cell -> its value; None and missing are the same.
        statuses: place of a cell -> its flags.
    """

    dimensions: Mapping[str, tuple[str, ...]]
    values: Mapping[int, Any]
    statuses: Mapping[int, str]

    def empty_dimensions(self) -> list[str]:
        """The dimensions of which no code that was asked for is known."""
        return [name for name, codes in self.dimensions.items() if not codes]

    def cells(self) -> Iterator[CubeCell]:
        """All cells that have a value or a status, in their order."""
        for place in sorted({*self.values, *self.statuses}):
            yield CubeCell(self._codes_at(place), self.values.get(place), self.statuses.get(place, ""))

    def _codes_at(self, place: int) -> dict[str, str]:
        found = []
        for name, codes in reversed([*self.dimensions.items()]):
            place, at = divmod(place, len(codes))
            found.append((name, codes[at]))
        return dict(reversed(found))


def read_cube(document: Any) -> Cube:
    """
    The cube of a reply.

    Args:
        document: the reply as strict JSON.

    Raises:
        LiveFailure: it is no cube, or one whose parts do not fit each other.
    """
    if not isinstance(document, dict) or document.get("class", "dataset") != "dataset":
        raise bad_payload("the reply is no JSON-stat dataset")
    names: Any = document.get("id")
    sizes: Any = document.get("size")
    if not _are(names, str) or not _are(sizes, int) or len(names) != len(sizes) or len(set(names)) < len(names):
        raise bad_payload("the reply names no dimensions, or not the size of each")
    if not 1 <= len(names) <= MOST_DIMENSIONS or min(sizes) < 0 or prod(sizes) > MOST_CELLS:
        raise bad_payload(f"the reply claims to have cells by {len(names)} dimensions of the sizes {sizes[:20]}")
    described = document.get("dimension")
    if not isinstance(described, dict):
        raise bad_payload("the reply does not describe its dimensions")
    dimensions = {name: _codes(described.get(name), name, size) for name, size in zip(names, sizes, strict=True)}
    if "value" not in document:
        raise bad_payload("the reply has no values")
    cells = prod(sizes)
    values = _by_place(document["value"], cells, "values")
    return Cube(dimensions, values, _statuses(document.get("status"), cells, values))


def _codes(described: Any, name: str, size: int) -> tuple[str, ...]:
    """The codes of a dimension in the order of their places: an object with places, a list, or a single label."""
    category = described.get("category") if isinstance(described, dict) else None
    if not isinstance(category, dict):
        raise bad_payload(f"the reply does not describe the dimension {name}")
    index = category.get(
        "index", [*category["label"]] if isinstance(category.get("label"), dict) and size == 1 else None
    )
    if isinstance(index, list) and _are(index, str):
        codes = tuple(index)
    elif isinstance(index, dict) and _are([*index.values()], int):
        codes = tuple(sorted(index, key=index.__getitem__))
        if sorted(index.values()) != [*range(len(index))]:
            raise bad_payload(f"the places of the dimension {name} are not 0 to {size - 1}, each once")
    else:
        raise bad_payload(f"the codes of the dimension {name} are neither an object nor a list")
    if len(codes) != size or len(set(codes)) < size:
        raise bad_payload(f"the dimension {name} should have {size} codes and has {len(set(codes))}")
    return codes


def _by_place(given: Any, cells: int, what: str) -> dict[int, Any]:
    """Place -> value, without nulls."""
    if isinstance(given, list):
        if len(given) != cells:
            raise bad_payload(f"the reply has {len(given)} {what} for {cells} cells")
        return {place: value for place, value in enumerate(given) if value is not None}
    if not isinstance(given, dict):
        raise bad_payload(f"the {what} of the reply are neither an object nor a list")
    found = {}
    for key, value in given.items():
        if not _PLACE.fullmatch(key) or int(key) >= cells:
            raise bad_payload(f"the reply has {what} for the cell {key[:20]!r}; it has {cells} cells")
        if value is not None:
            found[int(key)] = value
    return found


def _statuses(given: Any, cells: int, values: Mapping[int, Any]) -> dict[int, str]:
    """Flags by place; a single text goes for every value."""
    if given is None:
        return {}
    found = dict.fromkeys(values, given) if isinstance(given, str) else _by_place(given, cells, "flags")
    if not _are([*found.values()], str):
        raise bad_payload("a flag of the reply is no text")
    return {place: flags for place, flags in found.items() if flags}


def _are(given: Any, kind: type) -> bool:
    """Whether this is a list of nothing but that kind; true and false are no numbers here."""
    return isinstance(given, list) and all(isinstance(each, kind) and not isinstance(each, bool) for each in given)
