"""
The claims files of a workspace folder, open or not, and which draft each of them names.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.files.text_file import MIB
from factcheck.lsp.claims_text import draft_named, is_claims_text
from factcheck.lsp.folders import SUFFIXES, Folder, is_inside, yaml_files
from factcheck.lsp.texts import Open, claims_file, draft_path

LARGEST = 4 * MIB  # of a claims file that is not open; the command line reads larger ones
MOST_READ = 64 * MIB  # of all that are not open


class _Text(NamedTuple):
    """A file as it was read: what told it apart then, and its text; blank for one that is no claims file."""

    stamp: tuple[int, ...]
    text: str


class StoredClaims:
    """
    The claims files of one folder.

    Args:
        folder: the workspace folder.

    Attributes:
        notes: what was left out, in words.
    """

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._files: tuple[str, ...] | None = None
        self._texts: dict[str, _Text] = {}
        self._named: dict[str, tuple[str, str]] = {}
        self.notes: list[str] = []

    def forget(self) -> None:
        """Files came or went: look for them again."""
        self._files = None

    def naming(self, draft: str, opened: tuple[str, ...], open_text: Open) -> Iterator[tuple[str, str]]:
        """
        The claims files that name a draft, sorted, each with its text.

        Args:
            draft: the draft, links followed.
            opened: the files that are open.
            open_text: their texts.
        """
        for path, text in self._all(opened, open_text):
            if self._draft_of(path, text) == draft:
                yield path, text

    def _all(self, opened: tuple[str, ...], open_text: Open) -> Iterator[tuple[str, str]]:
        if self._files is None:
            looked = yaml_files(self._folder)
            self._files = looked.paths
            if looked.cut:
                self.notes.append(f"{self._folder.given} has too many files: not all claims files in it are looked for")
        in_editor = (path for path in opened if path.lower().endswith(SUFFIXES) and is_inside(path, self._folder))
        read = 0
        for path in sorted({*self._files, *in_editor}):
            text = open_text(path)
            if text is None:
                text = self._stored(path, MOST_READ - read)
                read += len(text)
            if text and is_claims_text(text):
                yield path, text

    def _stored(self, path: str, room: int) -> str:
        """The text of a claims file that is not open, read again when it changed; blank for any other file."""
        try:
            found = os.stat(path)
        except OSError:
            return ""
        if found.st_size > min(LARGEST, room):
            self.notes.append(f"{path} is too large to be read beside its draft; open it, or check it with verify")
            return ""
        stamp = found.st_mtime_ns, found.st_size, found.st_ino
        known = self._texts.get(path)
        if known is None or known.stamp != stamp:
            text = claims_file(path, self._folder, lambda _: None) or ""
            known = self._texts[path] = _Text(stamp, text if is_claims_text(text) else "")
        return known.text

    def _draft_of(self, path: str, text: str) -> str:
        """Where the draft lies that a claims file names; blank if it names none."""
        known = self._named.get(path)
        if known is None or known[0] != text:
            known = self._named[path] = text, draft_named(text, path)
        return draft_path(known[1], path) if known[1] else ""
