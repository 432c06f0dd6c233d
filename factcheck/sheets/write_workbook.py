"""
A workbook on disk: whole or not at all, as text files are written.
"""

from __future__ import annotations

import os
from pathlib import Path

from factcheck.errors import SettingsError
from factcheck.files import write_file as files


def write_workbook(path: Path, content: bytes) -> None:
    """
    Put a workbook in place at once; a link is followed, what it names is replaced.

    Raises:
        SettingsError: it cannot be written; what was there before is untouched.
    """
    try:
        mode = path.stat().st_mode & 0o777 if path.is_file() else None
        if mode is None and path.exists():
            raise SettingsError(f"{path} cannot be written: no regular file; name a file")
        files._replace(Path(os.path.realpath(path)), content, files._permissions() if mode is None else mode)
    except OSError as error:
        hint = "name a file in a folder that exists"
        raise SettingsError(f"{path} cannot be written: {error.strerror or error}; {hint}") from None
