"""
Where settings are looked for: from the working folder upwards to the root of its repository, and nowhere else.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

FILE, SHARED = "factcheck.toml", "pyproject.toml"
REPOSITORY = ".git"  # a folder, or in a worktree or a submodule a file


def folders(start: str) -> tuple[str, ...]:
    """
    The folder and those around it up to the root of the repository; the folder alone outside of one.

    Args:
        start: the working folder, links followed.
    """
    around = [start, *_parents(start)]
    for number, folder in enumerate(around, 1):
        if os.path.lexists(os.path.join(folder, REPOSITORY)):
            return tuple(around[:number])
    return (start,)


def _parents(folder: str) -> Iterator[str]:
    while (parent := os.path.dirname(folder)) != folder:
        yield parent
        folder = parent


def shown(path: str, start: str) -> str:
    """A path as messages show it: from the working folder."""
    return os.path.relpath(path, start).replace(os.sep, "/")
