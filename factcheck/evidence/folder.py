"""
A folder of our own that may hold anything: only plain files inside are read, and files are written whole or not at all.

A killed writer leaves at worst a file with a name like ``.name.4f1c….tmp``, which nothing reads.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from factcheck.files.text_file import RefusedFile, read_bytes, refusal

TEMPORARY = ".tmp"
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_ATTEMPTS = 5


class Folder:
    """
    A folder, which need not be there yet; whoever names it has made sure that it may be used.

    Files are named by their parts below it: ``read(size, "bodies", "ab", "ab12…")``. A link inside is never followed.
    """

    def __init__(self, path: Path) -> None:
        self._root = os.path.realpath(path)

    def path(self, *parts: str) -> str:
        """Where a file of the folder stands."""
        return os.path.join(self._root, *parts)

    def read(self, max_size: int, *parts: str) -> bytes | None:
        """
        The bytes of a file, None where nothing stands.

        Raises:
            RefusedFile: a link leads to it, it is no regular file, too large or cannot be read.
        """
        real, shown = self.path(*parts), "/".join(parts)
        try:
            os.lstat(real)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError:  # read_bytes says what is the matter
            pass
        if not self._is_plain(real):
            raise refusal(shown, "a link leads to it")
        try:
            return read_bytes(real, shown, self._root, max_size)
        except RefusedFile:
            if not os.path.lexists(real):  # it was pruned meanwhile
                return None
            raise

    def names(self, *parts: str) -> list[str]:
        """
        What stands in a folder inside, by name; nothing where there is no such folder.

        Raises:
            OSError: it is no folder, a link leads to it, or it cannot be read.
        """
        real = self.path(*parts)
        if not self._is_plain(real):
            raise NotADirectoryError(errno.ENOTDIR, "A link leads to it", real)
        try:
            return sorted(os.listdir(real))
        except FileNotFoundError:
            return []

    def write(self, content: bytes, *parts: str) -> None:
        """
        Put a file in its place at once; a link or pipe of its name is replaced, never written through.

        Raises:
            OSError: it cannot be written; what was there before is untouched.
        """
        target = self.path(*parts)
        temporary, handle = self._new_file(*parts)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            os.replace(temporary, target)
        except BaseException:
            with suppress(OSError):
                os.unlink(temporary)
            raise

    def is_regular(self, *parts: str) -> bool:
        """Whether a plain file stands there, reached without a link."""
        real = self.path(*parts)
        try:
            return self._is_plain(real) and stat.S_ISREG(os.lstat(real).st_mode)
        except OSError:
            return False

    def make(self, *parts: str) -> None:
        """
        Make a folder inside, with those above it.

        Raises:
            OSError: a link is in the way, or it cannot be made.
        """
        real = self.path(*parts)
        if not self._is_plain(real):  # looked at first: nothing may be made behind a link
            raise NotADirectoryError(errno.ENOTDIR, "A link leads to it", real)
        os.makedirs(real, exist_ok=True)

    def _new_file(self, *parts: str) -> tuple[str, int]:
        """A temporary file beside the target; while others prune, its folder may vanish before it is used."""
        name = f".{parts[-1][:60]}.{secrets.token_hex(8)}{TEMPORARY}"
        temporary = self.path(*parts[:-1], name)
        for _ in range(_ATTEMPTS):
            with suppress(FileNotFoundError, FileExistsError):
                self.make(*parts[:-1])
                return temporary, os.open(temporary, _NEW, 0o666)
        self.make(*parts[:-1])
        return temporary, os.open(temporary, _NEW, 0o666)

    def _is_plain(self, real: str) -> bool:
        """Whether no link stands on the way from the folder to a file, nor in its place."""
        return os.path.realpath(real) == real


def is_temporary(name: str) -> bool:
    """Whether a file of this name is what a writer left behind, or is still writing."""
    return name.startswith(".") and name.endswith(TEMPORARY)


def reason(error: OSError) -> str:
    """Why the system refused, in its words."""
    words = error.strerror or type(error).__name__
    return words[0].lower() + words[1:]


def plain(text: str) -> str:
    r"""A text whose control and other invisible characters are shown as escapes such as ``\x1b``."""
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)


class Warnings:
    """What went wrong in a folder, each thing said once, and no flood of them."""

    def __init__(self, say: Callable[[str], None], most: int = 50) -> None:
        self._say = say
        self._most = most
        self._said: set[str] = set()

    def add(self, message: str) -> None:
        """Say it, unless it was said before; after so many it is said that there are more, and nothing else."""
        message = plain(message)
        if message in self._said or len(self._said) > self._most:
            return
        self._said.add(message)
        self._say(message if len(self._said) <= self._most else "there are more warnings of this kind; not shown")
