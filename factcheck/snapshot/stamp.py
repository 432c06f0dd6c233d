"""Whether an index fits the sources it was made from, told from names and sizes, and in doubt from the contents."""

from __future__ import annotations

import os
from pathlib import Path

from factcheck.snapshot.folder import DESCRIPTION

Files = list[list[str | int]]  # path inside the folder, size; sorted


def files_of(sources: Path) -> Files:
    """The files that make up the sources, with their sizes."""
    return files_and_newest(sources)[0]


def files_and_newest(sources: Path) -> tuple[Files, int]:
    """The files, and the time of the latest change of any of them, in nanoseconds."""
    found = _walk(sources)
    return [[path, size] for path, size, _ in found], max((time for _, _, time in found), default=0)


def digest_of(sources: Path, files: Files) -> str:
    """The SHA-256 over the names and contents of the files."""
    import hashlib  # only when contents must be compared

    made = hashlib.sha256()
    for path, _ in files:
        raw = Path(sources, str(path)).read_bytes()
        made.update(f"{path}\0{len(raw)}\0".encode())
        made.update(raw)
    return made.hexdigest()


def _walk(sources: Path) -> list[tuple[str, int, int]]:
    found = []
    with os.scandir(sources) as folders:
        for folder in folders:
            if folder.name.startswith((".", "__")) or not folder.is_dir():
                continue
            with os.scandir(folder.path) as files:
                for file in files:
                    if _counts(file):
                        state = file.stat()
                        found.append((f"{folder.name}/{file.name}", state.st_size, state.st_mtime_ns))
    return sorted(found)


def _counts(file: os.DirEntry[str]) -> bool:
    """Whether it is one of those that are read: a hidden file is not, and may be a pipe that never ends."""
    named = file.name == DESCRIPTION or file.name.endswith(".csv")
    return named and not file.name.startswith(".") and file.is_file()
