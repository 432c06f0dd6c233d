"""
The lines of a file that changed since a revision, asked of git.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Sequence

from factcheck.errors import SettingsError

HUNK = re.compile(r"^@@ -[0-9,]{1,24} \+([0-9]{1,12})(?:,([0-9]{1,12}))? @@", re.MULTILINE)
REVISION = re.compile(r"[A-Za-z0-9_@^~{}./+=:-]{1,200}")
LONGEST = 60  # seconds


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
    if revision.startswith("-") or REVISION.fullmatch(revision) is None:
        raise SettingsError(f"{revision!r} is no revision; write one as git does, as in origin/main")
    folder, name = os.path.split(os.path.realpath(path))
    base = _git(folder, ["merge-base", revision, "HEAD"], must=False).strip() or revision
    options = ["--no-ext-diff", "--no-textconv", "--no-color", "--text", "--unified=0"]
    diff = _git(folder, ["diff", *options, base, "--", f"./{name}"], must=True)
    if format == "docx":  # it has no lines: all of it changed, or nothing did
        return None if diff else frozenset()
    if not diff and not _git(folder, ["ls-files", "--", f"./{name}"], must=True):  # git does not know the file yet
        with open(path, "rb") as file:
            return frozenset(range(1, file.read().count(b"\n") + 2))
    return frozenset(
        line for start, length in HUNK.findall(diff) for line in range(int(start), int(start) + int(length or "1"))
    )


def _git(folder: str, arguments: Sequence[str], *, must: bool) -> str:
    command = ["git", "--no-pager", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false", *arguments]
    try:
        run = subprocess.run(command, cwd=folder, capture_output=True, timeout=LONGEST, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        raise SettingsError("--diff needs git, which could not be run") from None
    if run.returncode and must:
        said = run.stderr.decode("utf-8", "replace").strip().splitlines()
        raise SettingsError(f"git cannot compare: {said[0] if said else 'no reason given'}")
    return run.stdout.decode("utf-8", "replace") if not run.returncode else ""
