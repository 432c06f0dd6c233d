"""
Writing a report to a file: whole or not at all.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from factcheck.errors import SettingsError


def write_file(path: Path, text: str) -> None:
    """
    Write a text as UTF-8: into a temporary file of the same folder, then put in place at once.

    Raises:
        SettingsError: it cannot be written; what was there before is untouched.
    """
    try:
        _replace(path, text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        reason = error.strerror or str(error)
        raise SettingsError(f"{path} cannot be written: {reason}; name a file in a folder that exists") from None


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, _mode(path))
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


def _mode(path: Path) -> int:
    """The mode of the file that is replaced, else what the umask gives a new one."""
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
