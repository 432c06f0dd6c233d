"""
Writing files into a folder: over nothing that is there, and all of them or none.
"""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from factcheck.errors import SettingsError

_NO_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK, errno.ENOSYS})


class Made(NamedTuple):
    """What was written, and what was there already and left as it is; paths in the folder."""

    written: tuple[str, ...]
    left: tuple[str, ...]


def write_files(folder: Path, files: Iterable[tuple[str, str]]) -> Made:
    """
    Write files that are not there yet.

    Args:
        folder: where they go; made if it is not there.
        files: each with its path from there, and its text.

    Raises:
        SettingsError: one cannot be written, or would lie outside through a link. Nothing was written then, and no
            folder made.
    """
    root = Path(os.path.realpath(folder))
    wanted = tuple(files)
    left = tuple(path for path, _ in wanted if os.path.lexists(root / path))
    new = [(root / path, text) for path, text in wanted if path not in left]
    for place, _ in new:
        _refuse_outside(place, root)
    made: list[Path] = []
    try:
        for place, _ in new:
            _make_folders(place.parent, made)
        _write_all(new, made)
    except BaseException as error:
        for path in reversed(made):
            with suppress(OSError):
                path.rmdir() if path.is_dir() else path.unlink()
        if isinstance(error, OSError):
            reason = error.strerror or str(error)
            raise SettingsError(f"{folder} cannot be started: {reason}; nothing was written") from None
        raise
    return Made(tuple(path for path, _ in wanted if path not in left), left)


def _refuse_outside(place: Path, root: Path) -> None:
    if not Path(os.path.realpath(place.parent)).is_relative_to(root):
        raise SettingsError(f"{place.parent} is a link that leads out of {root}; nothing was written")


def _make_folders(folder: Path, made: list[Path]) -> None:
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for each in reversed(missing):
        each.mkdir()
        made.append(each)


def _write_all(new: Sequence[tuple[Path, str]], made: list[Path]) -> None:
    """
    Write each file beside its place first, then put them there.

    What usually goes wrong, a full disk or a folder that may not be written, goes wrong before anything is in place.
    """
    aside: list[tuple[Path, Path]] = []
    try:
        for place, text in new:
            handle, name = tempfile.mkstemp(prefix=f".{place.name}.", dir=place.parent)
            aside.append((Path(name), place))
            with os.fdopen(handle, "wb") as stream:
                stream.write(text.encode("utf-8"))
                stream.flush()
                os.fsync(stream.fileno())
            os.chmod(name, _permissions())
        for name_aside, place in aside:
            _put(name_aside, place)
            made.append(place)
    finally:
        for name_aside, _ in aside:
            with suppress(OSError):
                name_aside.unlink()


def _put(aside: Path, place: Path) -> None:
    """Give a file its name; one that came there meanwhile stays."""
    try:
        os.link(aside, place)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        with place.open("xb") as stream:  # a disk without hard links
            stream.write(aside.read_bytes())


def _permissions() -> int:
    """What the umask gives a new file."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
