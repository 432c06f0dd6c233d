"""
Removing bodies that nothing needs any more, beside writers that may be at work.

Index files go before bodies, so that a prune that is killed leaves no index without its body. A body is first put
aside; if an index that names it has come meanwhile it is put back. A writer looks again after it wrote its index:
whichever of the two comes second sees the other.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterator
from contextlib import suppress

from factcheck.evidence.folder import TEMPORARY, Folder, Warnings, is_temporary, reason
from factcheck.evidence.retrieval import NAME, SHA256

DAY = 24 * 60 * 60


def prune(folder: Folder, keep: frozenset[str], warnings: Warnings) -> int:
    """Remove the bodies that are not to be kept and their index files; gives how many bodies went."""
    needed = {sha256[:12] for sha256 in keep}
    indexes = [parts for parts in _files(folder, "requests", warnings) if NAME.fullmatch(parts[-1])]
    bodies = [parts for parts in _files(folder, "bodies", warnings) if _is_body(parts) and parts[-1] not in keep]
    try:
        for parts in indexes:
            if _named(parts[-1]) not in needed:
                _remove(folder.path(*parts))
        gone = _remove_bodies(folder, bodies, warnings)
        _tidy(folder, warnings)
    except OSError as error:
        warnings.add(f"evidence: pruning stopped: {reason(error)}")
        return sum(not os.path.lexists(folder.path(*parts)) for parts in bodies)
    return gone


def _remove_bodies(folder: Folder, bodies: list[tuple[str, str, str]], warnings: Warnings) -> int:
    aside = [(parts, hidden) for parts in bodies if (hidden := _put_aside(folder, parts, warnings))]
    named = {_named(parts[-1]) for parts in _files(folder, "requests", warnings) if NAME.fullmatch(parts[-1])}
    gone = 0
    for parts, hidden in aside:
        if parts[-1][:12] in named:
            os.replace(hidden, folder.path(*parts))
        else:
            _remove(hidden)
            gone += 1
    return gone


def _put_aside(folder: Folder, parts: tuple[str, str, str], warnings: Warnings) -> str:
    """Give a body another name, under which nobody reads it; blank if it is gone or a folder stands in its place."""
    place = folder.path(*parts)
    hidden = folder.path(*parts[:2], f".{parts[-1]}{TEMPORARY}")
    try:
        if stat.S_ISDIR(os.lstat(place).st_mode):
            warnings.add(f"evidence: {'/'.join(parts)} is a folder and is not pruned; remove it by hand")
            return ""
        os.replace(place, hidden)
    except FileNotFoundError:
        return ""
    return hidden


def _tidy(folder: Folder, warnings: Warnings) -> None:
    """Remove what dead writers left more than a day ago, and folders in which nothing is left."""
    now = time.time()  # files are dated by the clock of the system, so no other can be compared with them
    for top in ("requests", "bodies"):
        for parts in _files(folder, top, warnings):
            place = folder.path(*parts)
            with suppress(FileNotFoundError):
                if is_temporary(parts[-1]) and abs(now - os.lstat(place).st_mtime) > DAY:
                    _remove(place)
        for name in _names(folder, warnings, top):
            with suppress(OSError):  # it is in use, or no folder
                os.rmdir(folder.path(top, name))


def _files(folder: Folder, top: str, warnings: Warnings) -> Iterator[tuple[str, str, str]]:
    """What stands in the folders of ``requests`` or ``bodies``, by its parts; links are not followed."""
    for middle in _names(folder, warnings, top):
        if os.path.isdir(folder.path(top, middle)):
            for name in _names(folder, warnings, top, middle):
                yield top, middle, name


def _names(folder: Folder, warnings: Warnings, *parts: str) -> list[str]:
    try:
        return folder.names(*parts)
    except OSError as error:
        warnings.add(f"evidence: {'/'.join(parts)} is not pruned: {reason(error)}")
        return []


def _is_body(parts: tuple[str, str, str]) -> bool:
    return SHA256.fullmatch(parts[-1]) is not None and parts[-1][:2] == parts[-2]


def _named(index: str) -> str:
    """The start of the hash of the body that an index file names."""
    return index.partition("-")[2].removesuffix(".json")


def _remove(place: str) -> None:
    with suppress(FileNotFoundError):
        if not stat.S_ISDIR(os.lstat(place).st_mode):
            os.unlink(place)
