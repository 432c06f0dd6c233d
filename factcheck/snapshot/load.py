"""
Open the index of the embedded snapshot; make it first where it is missing or does not fit the sources.

It lies beside the sources; where that folder cannot be written, in the user's cache; where that cannot be written
either, or lies in the working folder, it is made in memory for this run.
"""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from factcheck.snapshot.schema import FORMAT
from factcheck.snapshot.stamp import digest_of, files_and_newest

INDEX = "index.sqlite"
_PACKAGE = Path(__file__).resolve().parent.parent


def snapshot_folder() -> Path:
    """The embedded ``sources``: inside the installed package, or beside the package in a checkout."""
    inside = _PACKAGE / "sources"
    return inside if inside.is_dir() else _PACKAGE.parent / "sources"


def open_index(sources: Path) -> sqlite3.Connection:
    """
    The index of an embedded ``sources`` folder, opened for reading.

    Raises:
        SourceError: the index had to be made and the sources have faults.
    """
    for place in _places(sources):
        index = _opened(place)
        if index is not None:
            if _fits(index, place, sources):
                return index
            index.close()
    from factcheck.snapshot.compile import compile_in_memory, compile_index  # only when something has to be made

    for place in _places(sources):
        try:
            if place.parent != sources:
                place.parent.mkdir(parents=True, exist_ok=True)
            compile_index(sources, place)
        except (OSError, sqlite3.OperationalError):
            continue  # a folder that cannot be written: the next place will do
        made = _opened(place)
        if made is not None:
            return made
    return compile_in_memory(sources, local=False)


def _places(sources: Path) -> Iterator[Path]:
    """Where the index may lie: beside the sources, then in the user's cache."""
    yield sources / INDEX
    cache = _cache()
    if cache is not None:
        import hashlib  # not for the index beside the sources, which most runs need alone

        # one for each place of the sources
        name = hashlib.sha256(str(sources.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:16]
        yield cache / "factcheck" / f"index-{name}.sqlite"


def _cache() -> Path | None:
    """The user's cache; None where there is none, or it lies in the working folder, whose files are not trusted."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    folder = base if os.path.isabs(base) else os.path.join(os.path.expanduser("~"), ".cache")
    if not os.path.isabs(folder):  # no home is known
        return None
    with contextlib.suppress(FileNotFoundError):  # a working folder that was deleted holds no cache
        if Path(os.path.realpath(folder)).is_relative_to(os.path.realpath(os.curdir)):
            return None
    return Path(folder)


def _opened(place: Path) -> sqlite3.Connection | None:
    """A finished index at that place, or None."""
    if not place.is_file():
        return None
    try:
        index = sqlite3.connect(f"{place.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    except sqlite3.Error:
        return None
    try:
        index.execute("SELECT value FROM made_from").fetchone()
    except sqlite3.Error:  # no database, or not one of ours
        index.close()
        return None
    return index


def _fits(index: sqlite3.Connection, place: Path, sources: Path) -> bool:
    """
    Whether the index was made from these sources.

    Of an installed package names and sizes are compared: its files do not change, and their times say nothing. In a
    checkout a file younger than the index is compared by content.
    """
    made_from: dict[str, str] = dict(index.execute("SELECT name, value FROM made_from"))
    if made_from.get("format") != FORMAT:
        return False
    files, newest = files_and_newest(sources)
    if json.loads(made_from["files"]) != files:
        return False
    if sources.parent == _PACKAGE or newest <= place.stat().st_mtime_ns:
        return True
    if made_from["digest"] != digest_of(sources, files):
        return False
    with contextlib.suppress(OSError):
        os.utime(place)  # the contents are the same: the next start need not compare them again
    return True
