"""
The workspace: the folders that the editor has open, and the claims files in them. Nothing outside them is read.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

SUFFIXES = (".yaml", ".yml")
MOST_LOOKED_AT = 20_000  # files and folders of one workspace folder
MOST_FILES = 2_000  # YAML files of one workspace folder
_PASSED_OVER = frozenset({"node_modules", "__pycache__", "site-packages", "venv", "dist", "build", "target"})


class Folder(NamedTuple):
    """A workspace folder: as the editor names it, and with links followed."""

    given: str
    real: str


class YamlFiles(NamedTuple):
    """The YAML files of a folder, links followed; ``cut`` where there are more than are looked at."""

    paths: tuple[str, ...]
    cut: bool


def folder_of(path: str, folders: Sequence[Folder]) -> Folder:
    """
    The workspace folder that a file belongs to, the innermost where folders lie in one another.

    Beside a file outside all of them nothing is read. Without any folder the project is the working folder, where the
    file lies in that, else its own.

    Args:
        path: the file as the editor names it, links not followed.
        folders: the workspace.
    """
    around = [folder for folder in folders if Path(path).is_relative_to(folder.given)]
    if around:
        return max(around, key=lambda folder: len(folder.given))
    if folders:
        return Folder(os.path.dirname(path), os.devnull)  # in which nothing lies
    own = os.curdir if Path(path).is_relative_to(os.path.abspath(os.curdir)) else os.path.dirname(path)
    return folder_named(own)


def folder_named(path: str) -> Folder:
    """A folder by its path."""
    return Folder(os.path.abspath(path), os.path.realpath(path))


def is_inside(path: str, folder: Folder) -> bool:
    """Whether a file, links followed, lies in a folder."""
    return Path(path).is_relative_to(folder.real)


def shown(path: str, folder: Folder) -> str:
    """A path as messages name it: from its workspace folder, with slashes."""
    for root in folder:
        if Path(path).is_relative_to(root):
            return os.path.relpath(path, root).replace(os.sep, "/")
    return path.replace(os.sep, "/")


def yaml_files(folder: Folder) -> YamlFiles:
    """The YAML files below a folder, the nearest first; hidden ones, links and folders of other tools are left out."""
    found: list[str] = []
    looked = 0
    waiting = deque([folder.real])
    while waiting:
        here = waiting.popleft()
        for name, is_folder in _inside(here):
            looked += 1
            if looked > MOST_LOOKED_AT or len(found) >= MOST_FILES:
                return YamlFiles(tuple(found), cut=True)
            if name.startswith(".") or name in _PASSED_OVER:
                continue
            if is_folder:
                waiting.append(os.path.join(here, name))
            elif name.lower().endswith(SUFFIXES):
                found.append(os.path.join(here, name))
    return YamlFiles(tuple(found), cut=False)


def _inside(folder: str) -> Sequence[tuple[str, bool]]:
    """What a folder has, sorted: names, and whether each is a folder; links are left out."""
    try:
        with os.scandir(folder) as names:
            return sorted((each.name, each.is_dir(follow_symlinks=False)) for each in _first(names) if _is_plain(each))
    except OSError:
        return ()


def _first(names: Iterator[os.DirEntry[str]]) -> Iterator[os.DirEntry[str]]:
    """As many as are looked at: a folder may have millions."""
    for number, each in enumerate(names):
        if number > MOST_LOOKED_AT:
            return
        yield each


def _is_plain(entry: os.DirEntry[str]) -> bool:
    return entry.is_file(follow_symlinks=False) or entry.is_dir(follow_symlinks=False)
