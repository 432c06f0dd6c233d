"""
Where a run is: its folder, and the root of the repository around it, from which forges count paths.
"""

from __future__ import annotations

import os
from pathlib import Path


def folder_and_root() -> tuple[str, str]:
    """The working folder, links followed, and the nearest folder above it or itself that a repository begins in."""
    folder = Path(os.path.realpath(os.curdir))
    root = next((each for each in (folder, *folder.parents) if (each / ".git").exists()), folder)
    return str(folder), str(root)
