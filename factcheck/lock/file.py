"""
The file ``factcheck.lock``: read within bounds, changed by one writer at a time, written whole or not at all.

A hidden file beside it, ``.factcheck.lock.guard``, keeps writers apart; it is empty and may be deleted when none is at
work.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from factcheck.errors import LockError, SettingsError
from factcheck.files.text_file import MIB, RefusedFile, read_text_file
from factcheck.files.write_file import write_bytes
from factcheck.lock.pinned import Lock
from factcheck.lock.read import read_lock
from factcheck.lock.write import lock_text

NAME = "factcheck.lock"
MAX_SIZE = 16 * MIB
PATIENCE = 30.0  # seconds to wait for another writer, who takes a moment
_TEMPORARY = "[a-z0-9_]{8}"  # how the names of half-written files end


class LockFile(NamedTuple):
    """
    A lock on disk.

    Attributes:
        shown: its path in messages, as it was named.
        place: where it is, links not followed.
        root: the folder, links followed, that it must lie in.
    """

    shown: str
    place: str
    root: str

    @property
    def path(self) -> Path:
        """Where it is, or will be, links followed."""
        return Path(os.path.realpath(self.place))

    def exists(self) -> bool:
        """Whether anything stands there, be it a link to nothing."""
        return os.path.lexists(self.place)

    def text(self) -> str:
        """
        What stands in the file.

        Raises:
            LockError: it is no regular file, lies outside the project, is too large or no text in UTF-8.
        """
        try:
            return read_text_file(str(self.path), self.shown, self.root, MAX_SIZE)
        except RefusedFile as refused:
            raise LockError((refused.problem,)) from None

    def read(self) -> Lock | None:
        """
        The lock; None where there is none.

        Raises:
            LockError: with everything that is wrong.
        """
        return read_lock(self.text(), self.shown) if self.exists() else None

    def change(self, change: Callable[[Lock], Lock], patience: float = PATIENCE) -> Lock:
        """
        Read the lock, change it and write it, with no other writer between; what stays the same is not written.

        Args:
            change: gives the new lock for the old one, an empty one where there is none.
            patience: how many seconds to wait for another writer.

        Raises:
            LockError: the lock that is there cannot be read.
            SettingsError: it cannot be written; what was there before is untouched.
        """
        with self._alone(patience):
            old = self.text() if self.exists() else None
            new = change(Lock() if old is None else read_lock(old, self.shown))
            text = lock_text(new)
            if text != old:
                self._write(text)
            return new

    def _write(self, text: str) -> None:
        data = text.encode("utf-8")
        if len(data) > MAX_SIZE:
            what = f"{self.shown} would have {len(data)} bytes, at most {MAX_SIZE} are read"
            raise SettingsError(f"{what}; drop what no claim needs with --prune, or keep a lock for each desk")
        read_lock(text, self.shown)  # a lock that could not be read back is never written
        self._sweep()
        write_bytes(self.path, data)

    def _sweep(self) -> None:
        """Remove what writers that were killed left half-written; with the guard held nobody else is writing."""
        half = re.compile(rf"\.{re.escape(self.path.name[:40])}\.{_TEMPORARY}")
        with suppress(OSError), os.scandir(self.path.parent) as found:
            for each in found:
                if half.fullmatch(each.name) and each.is_file(follow_symlinks=False):
                    with suppress(OSError):
                        os.unlink(each.path)

    @contextmanager
    def _alone(self, patience: float) -> Iterator[None]:
        """
        Hold the guard.

        Raises:
            SettingsError: the lock may not lie there, the guard cannot be made, or another writer has it.
        """
        from filelock import FileLock, Timeout  # only writers need it

        if not self.path.is_relative_to(self.root):
            raise SettingsError(f"{self.shown} is a link that leads out of the project; name the place itself")
        guard = self.path.parent / f".{self.path.name}.guard"
        holding = FileLock(guard)
        try:
            if os.path.lexists(guard) and not stat.S_ISREG(os.lstat(guard).st_mode):
                raise SettingsError(f"{guard} is no plain file; delete it")
            holding.acquire(timeout=patience)
        except Timeout:
            what = f"another factcheck is writing {self.shown} and was not done after {patience:g} seconds"
            raise SettingsError(f"{what}; try again when it is") from None
        except OSError as error:
            raise SettingsError(f"{self.shown} cannot be written: {error.strerror or error}") from None
        try:
            yield
        finally:
            holding.release()


def lock_file(named: str | None, folder: Path) -> LockFile:
    """
    The lock of a project.

    Args:
        named: the path that the command line gives; None takes ``factcheck.lock`` in the folder.
        folder: the working folder. A lock inside may not lead out of it; one that is named elsewhere may not lead out
            of its own folder.
    """
    shown = named or NAME
    whole = os.path.abspath(folder / shown)
    inside = Path(whole).is_relative_to(os.path.abspath(folder))
    return LockFile(shown, whole, os.path.realpath(folder if inside else os.path.dirname(whole)))
