"""
The claims files that paths name: files as they are, folders with all that is in them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from factcheck.files.text_file import RefusedFile
from factcheck.files.text_file import refusal as refusal_at

SUFFIXES = (".yaml", ".yml")
LIKE_SUFFIXES = (".ya", ".ym")  # .yamll and .yml~ were meant to be read, or to be gone
MOST_LOOKED_AT = 20_000  # entries of folders, when hidden files are counted: a repository's own folder may have many


class Found(NamedTuple):
    """
    A claims file.

    Attributes:
        path: as given.
        real: with links followed.
        root: the folder, links followed, that the file and its draft must lie in.
    """

    path: str
    real: str
    root: str

    @property
    def shown(self) -> str:
        """The path as messages and reports show it."""
        return _shown(self.path)


def find_files(paths: Sequence[Path], root: Path) -> Iterator[Found | RefusedFile]:
    """
    Each claims file once, in the order of the paths, folders sorted; what cannot be read as a refusal.

    Args:
        paths: files and folders, as given.
        root: the project folder. A path outside it is its own project: the folder, or the folder of the file.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _under(str(path), str(root)):
            if isinstance(found, Found):
                if found.real in seen:
                    continue
                seen.add(found.real)
            yield found


def _under(path: str, root: str) -> Iterator[Found | RefusedFile]:
    if "\0" in path:
        yield refusal(repr(path), "a path with a NUL in it", "check the path")
    elif os.path.isdir(path):
        yield from _in_folder(path, _root_of(path, path, root))
    elif not os.path.lexists(path):
        hint = "name a claims file, or a folder that has some"
        yield refusal(_shown(path), "there is no such file or folder", hint)
    elif not path.lower().endswith(SUFFIXES):
        hint = "name files that end in .yaml or .yml, or their folder"
        yield refusal(_shown(path), "not a claims file by its name", hint)
    else:
        yield Found(path, os.path.realpath(path), _root_of(path, os.path.dirname(path), root))


def _root_of(path: str, own: str, root: str) -> str:
    """The project folder of a path; links are not followed, so that a link leads nowhere else."""
    inside = Path(os.path.abspath(path)).is_relative_to(os.path.abspath(root))
    return os.path.realpath(root if inside else own)


def _in_folder(folder: str, root: str) -> Iterator[Found | RefusedFile]:
    real = os.path.realpath(folder)
    if not Path(real).is_relative_to(root):
        yield refusal(_shown(folder), "the folder is a link that leads out of the project", "name the folder itself")
        return
    found = sorted(_walk("" if folder == os.curdir else folder, real, root), key=_order)
    if not found:
        yield refusal(_shown(folder), "the folder has no claims files", "claims files end in .yaml or .yml")
    yield from found


def _walk(folder: str, real: str, root: str) -> Iterator[Found | RefusedFile]:
    """All files below a folder; a list of open folders, because recursion could run out."""
    open_folders = [(folder, real)]
    while open_folders:
        here, real_here = open_folders.pop()
        try:
            with os.scandir(real_here) as entries:
                for entry in entries:
                    if entry.name.startswith("."):
                        continue
                    path, real_path = os.path.join(here, entry.name), os.path.join(real_here, entry.name)
                    if entry.is_dir(follow_symlinks=False):
                        open_folders.append((path, real_path))
                    elif entry.is_symlink() and entry.is_dir():
                        hint = "move the folder here, or name it by itself"
                        yield refusal(_shown(path), "a link to a folder is not followed", hint)
                    elif entry.name.lower().endswith(SUFFIXES):
                        yield Found(path, os.path.realpath(path) if entry.is_symlink() else real_path, root)
                    elif _looks_like_yaml(entry.name):
                        hint = "rename it, or move it out of the folder"
                        yield refusal(_shown(path), f"{entry.name} is not read: a claims file ends in .yaml", hint)
        except OSError:
            yield refusal(_shown(here or os.curdir), "the folder cannot be read", "check that it may be read")


def _looks_like_yaml(name: str) -> bool:
    return os.path.splitext(name)[1].lower().startswith(LIKE_SUFFIXES)


def hidden_files(paths: Sequence[str]) -> int:
    """How many YAML files in folders are passed over because they, or a folder around them, are hidden."""
    named = {os.path.realpath(path) for path in paths if "\0" not in path}
    open_folders = [(path, False) for path in named if os.path.isdir(path)]
    hidden = looked = 0
    while open_folders and looked < MOST_LOOKED_AT:
        here, inside_hidden = open_folders.pop()
        for name, is_folder in _entries(here):
            looked += 1
            path, passed_over = os.path.join(here, name), inside_hidden or name.startswith(".")
            if path in named:  # read, whatever its name
                continue
            if is_folder:
                open_folders.append((path, passed_over))
            elif passed_over and name.lower().endswith(SUFFIXES):
                hidden += 1
    return hidden


def _entries(folder: str) -> list[tuple[str, bool]]:
    try:
        with os.scandir(folder) as entries:
            return [(entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries]
    except OSError:
        return []  # find_files says that it cannot be read


def refusal(path: str, what: str, hint: str) -> RefusedFile:
    """A path that is not read: the fault is no line of it."""
    return refusal_at(path, what, hint, line=0, column=0)


def _order(found: Found | RefusedFile) -> str:
    return found.shown if isinstance(found, Found) else found.problem.location.path


def _shown(path: str) -> str:
    return path if os.sep == "/" else path.replace(os.sep, "/")
