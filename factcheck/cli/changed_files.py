"""
Which files are other than where the branch left a revision, and what they were there.

The files are those of the working folder as they are, saved or committed or not.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

from factcheck.cli.git import branch_point, git
from factcheck.files.text_file import MIB

LARGEST = 16 * MIB  # of an old file that is read
_LINK = b"120000"
_NO_SOURCE = (".", "__")  # how the names of folders begin that are no sources
_LONG_IDS = 64  # characters of the id of an object in a repository with SHA-256


class Old(NamedTuple):
    """A file as it was: the id of its content, its size, and whether it was a link."""

    id: str
    size: int
    is_link: bool


class Changes:
    """The difference between the working folder and the commit at which the branch left a revision."""

    def __init__(self, root: str, before: dict[str, Old], renamed: dict[str, str]) -> None:
        self.root = root
        self._before = before
        self._renamed = renamed

    @classmethod
    def since(cls, revision: str, folder: str) -> Changes:
        """
        Ask git what there was.

        Args:
            revision: as git names it: origin/main, HEAD~1, a commit.
            folder: in the repository, links followed.

        Raises:
            SettingsError: there is no git, no repository or no such revision.
        """
        base = branch_point(folder, revision)
        root = os.path.realpath(os.fsdecode(git(folder, "rev-parse", "--show-toplevel").rstrip(b"\n")))
        listed = git(root, "ls-tree", "-r", "-z", "-l", "--full-tree", base)
        moved = git(root, "diff-tree", "-r", "-z", "-M", "--name-status", "--diff-filter=R", base, "HEAD")
        return cls(root, dict(_listed(listed)), dict(_moved(moved)))

    def is_changed(self, path: str) -> bool:
        """Whether a file, or the link in its place, is new, renamed or other; one that cannot be read counts too."""
        name = self._name(path)
        old = self._before.get(name) if name else None
        if old is None:
            return True
        if os.path.islink(path):
            target = os.fsencode(os.readlink(path))
            return not old.is_link or old.id != _id_of_bytes(target, old.id) or self.is_changed(os.path.realpath(path))
        return old.is_link or _id_of_file(path, old) != old.id

    def content(self, path: str) -> bytes | None:
        """What a file held, under its old name if it was renamed; None where it was not there, or too large."""
        name = self._name(path)
        old = self._before.get(self._renamed.get(name, name))
        if old is None or old.is_link or old.size > LARGEST:
            return None
        return git(self.root, "cat-file", "blob", old.id)

    def are_sources_changed(self, folder: str) -> bool:
        """Whether anything in a folder of sources is new, other or gone; what lies beside its folders is no source."""
        name = self._name(folder)
        now = tuple(_files_of_sources(folder)) if os.path.isdir(folder) else ()
        before = {each for each in self._before if _is_of_source(each, f"{name}/")}
        return before != set(map(self._name, now)) or any(map(self.is_changed, now))

    def _name(self, path: str) -> str:
        """A path as git lists it; blank outside of the repository, and for its root."""
        whole = os.path.join(os.path.realpath(os.path.dirname(path)), os.path.basename(path))
        if not whole.startswith(os.path.join(self.root, "")):
            return ""
        return os.path.relpath(whole, self.root).replace(os.sep, "/")


def _listed(listed: bytes) -> Iterator[tuple[str, Old]]:
    for line in filter(None, listed.split(b"\0")):
        about, _, name = line.partition(b"\t")
        mode, kind, id_, size = about.split()
        if kind == b"blob":
            yield os.fsdecode(name), Old(id_.decode("ascii"), int(size), mode == _LINK)


def _moved(moved: bytes) -> Iterator[tuple[str, str]]:
    """The old name of each renamed file, by its new one."""
    parts = [os.fsdecode(part) for part in moved.split(b"\0")]
    for place in range(0, len(parts) - 2, 3):
        yield parts[place + 2], parts[place + 1]


def _files_of_sources(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        sources = [entry.path for entry in entries if entry.is_dir() and not entry.name.startswith(_NO_SOURCE)]
    for source in sources:
        for here, _, names in os.walk(source):
            yield from (os.path.join(here, name) for name in names)


def _is_of_source(name: str, prefix: str) -> bool:
    source, slash, _ = name.removeprefix(prefix).partition("/")
    return name.startswith(prefix) and bool(slash) and not source.startswith(_NO_SOURCE)


def _hash(id_: str, size: int) -> hashlib._Hash:
    made = hashlib.sha256() if len(id_) == _LONG_IDS else hashlib.sha1(usedforsecurity=False)
    made.update(b"blob %d\0" % size)
    return made


def _id_of_bytes(content: bytes, like: str) -> str:
    made = _hash(like, len(content))
    made.update(content)
    return made.hexdigest()


def _id_of_file(path: str, old: Old) -> str:
    """The id that git gives to the content of a file; blank where it is no file or has another size."""
    with suppress(OSError, ValueError):
        found = os.lstat(path)
        if not stat.S_ISREG(found.st_mode) or found.st_size != old.size:
            return ""
        made = _hash(old.id, old.size)
        with open(path, "rb", opener=_without_waiting) as file:
            while piece := file.read(MIB):
                made.update(piece)
        return made.hexdigest()
    return ""


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0))
