"""
Writing a report to a file: whole or not at all; into a pipe or a device as it comes.
"""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from pathlib import Path

from factcheck.errors import SettingsError

# Opening waits for nobody, a terminal does not become ours, and nothing is made or cut off.
_INTO = os.O_WRONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)


def write_file(path: Path, text: str) -> None:
    """
    Write a text as UTF-8: a regular file is put in place at once, a pipe or a character device is written into.

    A link is followed: what it names is replaced, and the link stays.

    Raises:
        SettingsError: it cannot be written; what was there before is untouched.
    """
    write_bytes(path, text.encode("utf-8", "backslashreplace"))


def write_bytes(path: Path, data: bytes) -> None:
    """
    Write bytes, as ``write_file`` does a text.

    Raises:
        SettingsError: they cannot be written; what was there before is untouched.
    """
    try:
        mode = _mode(path)
        if mode is None or stat.S_ISREG(mode):
            _replace(Path(os.path.realpath(path)), data, _permissions() if mode is None else mode & 0o777)
        elif stat.S_ISFIFO(mode) or stat.S_ISCHR(mode):
            _write_into(path, data)
        else:
            raise _refused(path, f"it is {_kind(mode)}", "name a file")
    except OSError as error:
        hint = "name a file in a folder that exists"
        if isinstance(error, BrokenPipeError):
            hint = "keep what reads from it running"
        raise _refused(path, error.strerror or str(error), hint) from None


def _refused(path: Path, reason: str, hint: str) -> SettingsError:
    return SettingsError(f"{path} cannot be written: {reason}; {hint}")


def _mode(path: Path) -> int | None:
    """What stands there, links followed; None if nothing does."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _kind(mode: int) -> str:
    kinds = {stat.S_IFDIR: "a folder", stat.S_IFSOCK: "a socket", stat.S_IFBLK: "a disk"}
    return kinds.get(stat.S_IFMT(mode), "no regular file")


def _permissions() -> int:
    """What the umask gives a new file."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _write_into(path: Path, data: bytes) -> None:
    try:
        handle = os.open(path, _INTO)
    except OSError as error:
        if error.errno == errno.ENXIO:
            raise _refused(path, "nothing reads from it", "start the reader first") from None
        raise
    with os.fdopen(handle, "wb") as stream:
        found = os.fstat(handle).st_mode
        if not (stat.S_ISFIFO(found) or stat.S_ISCHR(found)):  # exchanged since it was looked at
            raise _refused(path, "it changed meanwhile", "try again")
        os.set_blocking(handle, True)
        stream.write(data)


def _replace(path: Path, data: bytes, permissions: int) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, permissions)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise
