"""
Files of a source folder, read as if they came from someone hostile.

Only regular files inside the folder are read, up to a size; a link that leads out, a FIFO or a device is refused.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from factcheck.errors import WrittenError

DESCRIPTION = "datapackage.json"
LARGEST_DESCRIPTION = 1 << 20
LARGEST_TABLE = 64 << 20
MOST_FOLDERS = 500
_BESIDE = (".md", ".txt", ".toml")  # what may lie beside the tables unread: explanations and licences


def source_folders(root: Path) -> list[Path]:
    """
    The folders of sources inside ``root``, by name; hidden ones and plain files are no sources.

    Raises:
        WrittenError: ``root`` is no folder that can be listed, or holds too many.
    """
    try:
        found = sorted(child for child in root.iterdir() if child.is_dir() and not child.name.startswith((".", "__")))
    except OSError as error:
        raise WrittenError(f"cannot list the folder: {error.strerror}", "give a folder of source folders") from None
    if len(found) > MOST_FOLDERS:
        raise WrittenError(f"{len(found)} source folders, at most {MOST_FOLDERS} are read", "join some of them")
    return found


def read_inside(root: Path, path: Path, largest: int) -> bytes:
    """
    Read a regular file that lies inside ``root`` and has at most ``largest`` bytes.

    Raises:
        WrittenError: it is missing, is no regular file, leads out of ``root`` or is too large.
    """
    try:
        real = path.resolve(strict=True)
        if not real.is_relative_to(root.resolve(strict=True)):
            raise WrittenError(f"{path.name!r} leads out of the sources folder", "put the file itself into the folder")
        handle = os.open(real, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0))
    except OSError as error:
        fault = f"cannot read {path.name!r}: {error.strerror}"
        raise WrittenError(fault, "every file that is named must be there") from None
    except RuntimeError:  # a loop of links, before Python 3.13
        raise WrittenError(f"{path.name!r} is a link to itself", "put the file itself into the folder") from None
    try:
        return _read(handle, path.name, largest)
    finally:
        os.close(handle)


def _read(handle: int, name: str, largest: int) -> bytes:
    state = os.fstat(handle)
    if not stat.S_ISREG(state.st_mode):
        raise WrittenError(f"{name!r} is no regular file", "only plain files are read")
    too_large = f"{name!r} has {max(state.st_size, largest + 1)} bytes, at most {largest} are read"
    if state.st_size > largest:
        raise WrittenError(too_large, "split it into several files")
    with os.fdopen(handle, "rb", closefd=False) as file:
        raw = file.read(largest + 1)
    if len(raw) > largest:  # it grew while it was read
        raise WrittenError(too_large, "split it into several files")
    return raw


def as_text(raw: bytes) -> str:
    """
    Decode UTF-8, with or without a byte order mark.

    Raises:
        WrittenError: it is something else; UTF-16 is named.
    """
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise WrittenError("the file is UTF-16", "save it as UTF-8")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise WrittenError(
            f"line {line} is not UTF-8: byte 0x{raw[error.start]:02X}", "save the file as UTF-8"
        ) from None


def strangers(folder: Path, named: set[str]) -> list[str]:
    """The files of a folder that its description does not name and that are no explanations."""
    found = []
    for child in sorted(folder.iterdir()):
        if child.name == DESCRIPTION or child.name in named or child.name.startswith("."):
            continue
        if not child.name.lower().endswith(_BESIDE):
            found.append(child.name)
    return found
