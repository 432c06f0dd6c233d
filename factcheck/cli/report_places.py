"""
Where a report may not go: onto an input of its own run, or through a link out of the working folder.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from factcheck.errors import SettingsError

SOURCES = "sources"


def refuse_inputs(files: Sequence[Path], paths: Sequence[str], max_size: int | None = None) -> None:
    """
    Look at the files that reports go to, before anything is written.

    Args:
        files: those files.
        paths: the claims files and folders of the run.
        max_size: of a claims file that is read, in bytes; the usual one if None.

    Raises:
        SettingsError: one is a claims file or a draft of this run, lies among the sources, or is a link that leads
            out of the working folder.
    """
    if not files:
        return
    here = os.path.realpath(os.curdir)
    for file in files:
        real = os.path.realpath(file)
        if _inside(os.path.abspath(file), os.path.abspath(os.curdir)) and not _inside(real, here):
            raise SettingsError(f"{file} is a link that leads out of this folder; name the place itself")
        if any(_inside(real, folder) for folder in _source_folders()):
            raise SettingsError(f"{file} lies among the sources, an input of this run; name another file")
    existing = [file for file in files if file.is_file()]
    for read in _read_files(paths, max_size) if existing else ():
        for file in existing:
            if os.path.exists(read) and os.path.samefile(read, file):
                raise SettingsError(f"{file} is an input of this run; name another file")


def _inside(path: str, folder: str) -> bool:
    return Path(path).is_relative_to(folder)


def _source_folders() -> Iterator[str]:
    from factcheck.snapshot import snapshot_folder

    yield os.path.realpath(SOURCES)
    yield os.path.realpath(snapshot_folder())


def _read_files(paths: Sequence[str], max_size: int | None) -> Iterator[str]:
    """The claims files of a run with their drafts, links followed, whether or not they could be read."""
    from factcheck.claim_files.draft import named_draft
    from factcheck.claim_files.find import Found, find_files
    from factcheck.claim_files.read import MAX_CLAIMS_FILE

    for found in find_files([Path(path) for path in paths], Path.cwd()):
        if isinstance(found, Found):
            yield found.real
            draft = named_draft(found.real, found.root, max_size or MAX_CLAIMS_FILE)
            if draft is not None:
                yield draft
