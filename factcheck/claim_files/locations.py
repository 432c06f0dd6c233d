"""
Where each part of a claim was written, looked up when somebody asks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.claims import Place
from factcheck.errors import Location
from factcheck.files.yaml_events import Node
from factcheck.kinds import KINDS


class ClaimLocations(Mapping[Place, Location]):
    """
    Locations by path: () is the claim, ("change",) the key of a kind, ("change", "period") and all else a value.

    Short forms answer to their long path; ("about", key) leads to the article's own keys.
    """

    __slots__ = ("_about", "_claim", "_path")

    def __init__(self, path: str, claim: Node, about: Node | None = None) -> None:
        self._path = path
        self._claim = claim
        self._about = about

    def __getitem__(self, place: Place) -> Location:
        node = self._find(place)
        if node is None:
            raise KeyError(place)
        return Location(self._path, node.line, node.column)

    def __iter__(self) -> Iterator[Place]:
        yield ()
        yield from _places_in(self._claim, ())

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _find(self, place: Place) -> Node | None:
        node = self._claim
        if place[:1] == ("about",):
            if self._about is None:
                return None
            node, place = self._about, place[1:]
        for depth, step in enumerate(place):
            found = _step(node, step, place[:depth], last=depth == len(place) - 1)
            if found is None:
                return None
            node = found
        return node


def _step(node: Node, step: str | int, before: Place, *, last: bool) -> Node | None:
    content = node.content
    if isinstance(content, dict):
        entry = content.get(str(step))
        if entry is None:
            return None
        found: Node = entry.key if last and not before and step in KINDS else entry.value
        return found
    if isinstance(content, list) and isinstance(step, int):
        items: list[Node] = content
        return items[step] if 0 <= step < len(items) else None
    kind = KINDS.get(str(before[0])) if len(before) == 1 else None
    return node if kind is not None and kind.short == step else None


def _places_in(node: Node, before: Place) -> Iterator[Place]:
    if isinstance(node.content, dict):
        for key, entry in node.content.items():
            yield (*before, key)
            yield from _places_in(entry.value, (*before, key))
    elif isinstance(node.content, list):
        for at, item in enumerate(node.content):
            yield (*before, at)
            yield from _places_in(item, (*before, at))
