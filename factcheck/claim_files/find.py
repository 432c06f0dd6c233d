"""
The claims files that paths name: files as they are, folders with all that is in them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from factcheck.claim_files.text_file import RefusedFile, refusal

SUFFIXES = frozenset({".yaml", ".yml"})


class Found(NamedTuple):
    """A claims file: its path as given, and the folder, resolved, that it and its draft must lie in."""

    path: Path
    root: Path

    @property
    def shown(self) -> str:
        """The path as messages and reports show it."""
        return self.path.as_posix()


def find_files(paths: Sequence[Path], root: Path) -> Iterator[Found | RefusedFile]:
    """
    Each claims file once, in the order of the paths, folders sorted; what cannot be read as a refusal.

    Args:
        paths: files and folders, as given.
        root: the project folder. A path outside it is its own project: the folder, or the folder of the file.
    """
    seen: set[Path] = set()
    for path in paths:
        for found in _under(path, root):
            if isinstance(found, Found):
                real = Path(os.path.realpath(found.path))
                if real in seen:
                    continue
                seen.add(real)
            yield found


def _under(path: Path, root: Path) -> Iterator[Found | RefusedFile]:
    shown = path.as_posix()
    if "\0" in shown:
        yield refusal(repr(shown), "a path with a NUL in it", "check the path")
    elif path.is_dir():
        yield from _in_folder(path, _root_of(path, path, root))
    elif not os.path.lexists(path):
        yield refusal(shown, "there is no such file or folder", "check the path; claims/ is read if none is named")
    elif path.suffix.lower() not in SUFFIXES:
        yield refusal(shown, "not a claims file by its name", "name files that end in .yaml or .yml, or their folder")
    else:
        yield Found(path, _root_of(path, path.parent, root))


def _root_of(path: Path, own: Path, root: Path) -> Path:
    """The project folder of a path; links are not followed, so that a link leads nowhere else."""
    inside = Path(os.path.abspath(path)).is_relative_to(os.path.abspath(root))
    return Path(os.path.realpath(root if inside else own))


def _in_folder(folder: Path, root: Path) -> Iterator[Found | RefusedFile]:
    found: list[Found | RefusedFile] = []
    if not folder.resolve().is_relative_to(root):
        yield refusal(folder.as_posix(), "the folder is a link that leads out of the project", "name the folder itself")
        return

    def unreadable(error: OSError) -> None:
        found.append(refusal(Path(error.filename).as_posix(), "the folder cannot be read", "check that it may be read"))

    for where, folders, names in os.walk(folder, onerror=unreadable):
        here = Path(where)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in folders:
            if (here / name).is_symlink():
                what = "a link to a folder is not followed"
                found.append(refusal((here / name).as_posix(), what, "move the folder here, or name it by itself"))
        found += [
            Found(here / name, root)
            for name in names
            if not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES
        ]
    if not found:
        yield refusal(folder.as_posix(), "the folder has no claims files", "claims files end in .yaml or .yml")
    yield from sorted(found, key=_order)


def _order(found: Found | RefusedFile) -> str:
    return found.shown if isinstance(found, Found) else found.problem.location.path
