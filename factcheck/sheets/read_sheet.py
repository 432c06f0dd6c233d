"""
A sheet from disk: CSV or a workbook by its name, a regular file of bounded size.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from factcheck.errors import SettingsError
from factcheck.files.text_file import MIB
from factcheck.sheets.table import Faults, Table, refused

MAX_SHEET = 16 * MIB
FORMATS = (".csv", ".xlsx")
_OPEN = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_CONVERT = {".xls", ".xlsm", ".xlsb", ".ods", ".numbers", ".tsv", ".txt"}


def sheet_format(path: Path) -> str:
    """
    The format of a sheet by its name.

    Raises:
        SettingsError: it is none of those that are known.
    """
    suffix = path.suffix.lower()
    if suffix in FORMATS:
        return suffix
    hint = f"save it as {' or '.join(FORMATS)}" if suffix in _CONVERT else f"name a file in {' or '.join(FORMATS)}"
    raise SettingsError(f"{path} is no sheet by its name; {hint}")


def read_sheet(path: Path, faults: Faults, max_size: int = MAX_SHEET) -> Table:
    """
    Read a sheet.

    Args:
        path: the file.
        faults: where the faults of single rows go.
        max_size: in bytes.

    Raises:
        SettingsError: no sheet by its name, or an extra is missing.
        RefusedFile: it cannot be read; says why.
    """
    form = sheet_format(path)
    content = _content(path, max_size)
    if form == ".csv":
        from factcheck.sheets.csv_sheet import read_csv

        return read_csv(content, str(path), faults)
    from factcheck.sheets.xlsx_sheet import read_xlsx

    return read_xlsx(content, str(path), faults)


def _content(path: Path, max_size: int) -> bytes:
    try:
        # A FIFO or a device must not be waited for.
        handle = os.open(path, _OPEN)
        with os.fdopen(handle, "rb") as stream:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise refused(str(path), "not a regular file", "name a sheet; pipes and devices are not read")
            content = stream.read(max_size + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "its path cannot be followed"
        raise refused(str(path), f"the sheet cannot be read: {reason}", "check its path") from None
    if len(content) > max_size:
        hint = "split it into several; --max-file-size allows larger ones"
        raise refused(str(path), f"the sheet is larger than {max_size / MIB:g} MiB", hint)
    return content
