"""
The documents that are open in the editor: their text as it stands there, saved or not.

Changes are applied here and not by the protocol's library, which takes form feeds and the like for line ends.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from factcheck.lsp.lines import Lines, Units

_SURROGATE = re.compile("[\ud800-\udfff]")


class Document(NamedTuple):
    """
    An open document.

    Attributes:
        uri: as the editor names it.
        path: its file, links followed.
        given: its file as the editor names it, links not followed.
        version: the editor's number of this text.
    """

    uri: str
    path: str
    given: str
    text: str
    version: int


class Change(NamedTuple):
    """A change of a text: the places between which it stands, None for the whole; and what stands there now."""

    start: tuple[int, int] | None
    end: tuple[int, int] | None
    text: str


class Documents:
    """All that is open, by file."""

    def __init__(self) -> None:
        self._open: dict[str, Document] = {}
        self._paths: dict[str, str] = {}  # by address: a file that is moved keeps its place

    def __iter__(self) -> Iterator[Document]:
        return iter(tuple(self._open.values()))

    def put(self, uri: str, given: str, text: str, version: int) -> Document:
        """Open a document, or give one another text."""
        path = os.path.realpath(given)
        self._paths[uri] = path
        self._open[path] = Document(uri, path, given, joined(text), version)
        return self._open[path]

    def change(self, uri: str, changes: Iterable[Change], version: int, units: Units) -> Document | None:
        """Apply changes in their order; None for a document that is not open."""
        document = self.named(uri)
        if document is None:
            return None
        text = document.text
        for change in changes:
            text = changed(text, change, units)
        document = document._replace(text=text, version=version)
        self._open[document.path] = document
        return document

    def close(self, uri: str) -> Document | None:
        """Forget a document; None if it was not open."""
        path = self._paths.pop(uri, "")
        document = self._open.get(path)
        return self._open.pop(path) if document is not None and document.uri == uri else None

    def named(self, uri: str) -> Document | None:
        """The open document of an address."""
        return self._open.get(self._paths.get(uri, ""))

    def at(self, path: str) -> Document | None:
        """The open document of a file, links followed."""
        return self._open.get(path)


def changed(text: str, change: Change, units: Units) -> str:
    """A text after one change; an end before the start counts as the start."""
    if change.start is None or change.end is None:
        return joined(change.text)
    lines = Lines(text)
    start = lines.offset(*change.start, units)
    end = max(start, lines.offset(*change.end, units))
    return joined(f"{text[:start]}{change.text}{text[end:]}")


def joined(text: str) -> str:
    """The text with halves of a character that came apart put together: two messages may carry one each."""
    if text.isascii() or _SURROGATE.search(text) is None:
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
