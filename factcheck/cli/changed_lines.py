"""
The lines of a file that changed since a revision, asked of git.
"""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path

from factcheck.cli.changed_files import Changes
from factcheck.cli.git import git

HUNK = re.compile(rb"^@@ -[0-9,]{1,24} \+([0-9]{1,12})(?:,([0-9]{1,12}))? @@", re.MULTILINE)
_OPTIONS = ("--no-index", "--no-ext-diff", "--no-textconv", "--no-color", "--text", "--unified=0")


def changed_lines(path: str, revision: str, format: str) -> frozenset[int] | None:
    """
    The lines, counted from 1, that are new or other than where the branch left the revision.

    Args:
        path: the file.
        revision: as git names it: origin/main, HEAD~1, a commit.
        format: of the draft. A Word document has no lines: None says that it changed.

    Raises:
        SettingsError: there is no git, no repository or no such revision.
    """
    real = os.path.realpath(path)
    changes = Changes.since(revision, os.path.dirname(real))
    if not changes.is_changed(real):
        return frozenset()
    if format == "docx":
        return None
    before, now = changes.content(real), Path(real).read_bytes()
    if before is None:  # git does not know the file yet
        return frozenset(range(1, now.count(b"\n") + 2))
    return frozenset(
        line
        for start, length in HUNK.findall(_difference(before, now))
        for line in range(int(start), int(start) + int(length or b"1"))
    )


def _difference(before: bytes, now: bytes) -> bytes:
    """What git says of two texts, in a folder of its own: none of the repository's settings hold there."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "before").write_bytes(before)
        Path(folder, "now").write_bytes(now)
        return git(folder, "diff", *_OPTIONS, "before", "now", good=(0, 1))
