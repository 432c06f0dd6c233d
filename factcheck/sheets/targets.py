"""
Which claims file the rows of a sheet go to: inside the working folder, and nowhere through a link.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from factcheck.claim_files.find import SUFFIXES
from factcheck.errors import SettingsError
from factcheck.files.text_file import REFUSED
from factcheck.sheets.articles import Imported
from factcheck.sheets.table import Faults


def targets(files: Sequence[Imported], to: Path, faults: Faults) -> list[tuple[Path, Imported]]:
    """
    The path that each file is written to.

    Args:
        files: as read from the sheet.
        to: a claims file, or a folder.
        faults: where rows go whose file cannot be written there.

    Raises:
        SettingsError: ``to`` is neither, or lies outside the working folder.
    """
    if to.is_dir():
        _inside(to)
        return _in_folder(files, to, faults)
    if not str(to).lower().endswith(SUFFIXES):
        raise SettingsError(f"{to} is no claims file by its name; name one that ends in .yaml, or a folder")
    _inside(to)
    for other in files[1:]:
        what = f"the sheet has rows of {other.file or 'no file'} beside those of {files[0].file or 'no file'}"
        faults.add(other.row, what, "name a folder, or import one file's rows alone")
    return [(to, file) for file in files[:1]]


def _in_folder(files: Sequence[Imported], folder: Path, faults: Faults) -> list[tuple[Path, Imported]]:
    found: dict[str, tuple[Path, Imported]] = {}
    for file in files:
        path = _path(file, folder, faults)
        if path is None:
            continue
        real = os.path.realpath(path)
        if real in found:
            what = f"{file.file} and {found[real][1].file} would both be written to {path}"
            faults.add(file.row, what, "give one of them another name in the column file")
        else:
            found[real] = (path, file)
    return list(found.values())


def _path(file: Imported, folder: Path, faults: Faults) -> Path | None:
    """Where the path of the column leads: below the folder as it is, else to the folder by its last name."""
    written = file.file.replace("\\", "/")
    if not written:
        faults.add(file.row, "the column file is blank", "fill it, or name a claims file instead of a folder")
        return None
    if not written.lower().endswith(SUFFIXES) or REFUSED.search(written) or written.rpartition("/")[2].startswith("."):
        faults.add(file.row, f"{written[:80]!r} is no claims file by its name", "write one that ends in .yaml")
        return None
    plain = os.path.normpath(written)
    below = Path(plain).is_relative_to(os.path.normpath(folder))
    path = Path(plain) if below else folder / Path(plain).name
    try:
        _inside(path)
    except SettingsError as error:
        faults.add(file.row, str(error))
        return None
    return path


def _inside(path: Path) -> None:
    """
    Refuse what lies outside the working folder, links followed.

    Raises:
        SettingsError: it does.
    """
    real, here = os.path.realpath(path), os.path.realpath(os.curdir)
    if not Path(real).is_relative_to(here):
        raise SettingsError(f"{path} lies outside this folder; start factcheck in the folder that holds it")


def refuse_existing(paths: Sequence[Path]) -> None:
    """
    Refuse to write over a file.

    Raises:
        SettingsError: one of the paths is there already.
    """
    there = [str(path) for path in paths if os.path.lexists(path)]
    if there:
        raise SettingsError(f"{', '.join(there[:5])} exists; --force overwrites it, or name another file")
