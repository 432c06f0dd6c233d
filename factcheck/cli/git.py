"""
Asking git about a repository that may come from someone hostile: nothing that the repository names is started.

Only commands that look at commits are used: comparing the working folder would run the filters that its settings name.
"""

from __future__ import annotations

import os
import re
import subprocess

from factcheck.errors import SettingsError

REVISION = re.compile(r"[A-Za-z0-9_@^~{}./+=:-]{1,200}")
LONGEST = 60  # seconds
_SAFELY = (
    "--no-pager",
    "--no-replace-objects",
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "core.quotePath=false"),
)
#: No object is fetched that a partial clone lacks, no question is asked, no index is written.
_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}


class GitFailed(SettingsError):
    """Git said no; what it said is in the message."""


def git(folder: str, *arguments: str, good: tuple[int, ...] = (0,)) -> bytes:
    """
    What a git command prints.

    Args:
        folder: where it runs.
        arguments: the command and what it takes; nothing that someone else wrote may stand where an option could.
        good: the exit codes that say it was done.

    Raises:
        SettingsError: there is no git, or it takes too long.
        GitFailed: it did not do it.
    """
    command = ["git", *_SAFELY, *arguments]
    try:
        run = subprocess.run(  # noqa: S603  the command is ours
            command,
            cwd=folder,
            env={**os.environ, **_ENVIRONMENT},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=LONGEST,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        raise SettingsError("what changed is asked of git, which could not be run") from None
    if run.returncode not in good:
        said = run.stderr.decode("utf-8", "replace").strip().splitlines()
        raise GitFailed(f"git cannot compare: {said[0] if said else 'no reason given'}")
    return run.stdout


def branch_point(folder: str, revision: str) -> str:
    """
    The commit at which the branch left a revision; the revision itself where no common one is known.

    Raises:
        SettingsError: it is no revision that git knows, or there is no repository.
    """
    if REVISION.fullmatch(revision) is None or revision.startswith("-"):
        raise SettingsError(f"{revision!r} is no revision; write one as git does, as in origin/main")
    _refuse_outside(folder)
    try:
        commit = _text(git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}"))
    except GitFailed:
        what = f"git knows no revision {revision} here"
        raise SettingsError(f"{what}; fetch it first, in a shallow clone too: git fetch origin main") from None
    try:
        return _text(git(folder, "merge-base", commit, "HEAD")) or commit
    except GitFailed:  # a shallow clone, or another history
        return commit


def _refuse_outside(folder: str) -> None:
    try:
        git(folder, "rev-parse", "--git-dir")
    except GitFailed as error:
        raise SettingsError(f"this folder is in no repository of git that can be read ({error})") from None


def _text(said: bytes) -> str:
    return said.decode("ascii", "replace").strip()
