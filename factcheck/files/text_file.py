"""
Text files that may come from someone hostile: regular files inside the project, of bounded size, in strict UTF-8.
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata

from factcheck.errors import Location, Problem

MIB = 1024 * 1024
MAX_PROBLEMS = 100  # of one file; what follows is seldom worth reading
_UTF_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
#: What no text editor writes: controls save tab and line ends, other line separators, a BOM inside, non-characters.
REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_BINARY = "\x00"
# Links were followed already: a link that stands there now was put there since.
_OPEN_MODE = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


class RefusedFile(Exception):
    """
    A file that is not read.

    Attributes:
        problem: where and why.
    """

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def refusal(path: str, what: str, hint: str = "", line: int = 1, column: int = 1, excerpt: str = "") -> RefusedFile:
    """A file that is not read, by its parts."""
    return RefusedFile(Problem(Location(path, line, column), what, hint, excerpt))


def read_text_file(real: str, shown: str, root: str, max_size: int) -> str:
    """
    The text of a regular file, a BOM left off, line ends as they are.

    Args:
        real: the file, its links followed.
        shown: its path in messages.
        root: the folder, links followed, that it must lie in.
        max_size: in bytes.

    Raises:
        RefusedFile: it is missing, lies outside, is no regular file, too large, or not text in UTF-8.
    """
    return text_of(read_bytes(real, shown, root, max_size), shown)


def read_bytes(real: str, shown: str, root: str, max_size: int) -> bytes:
    """
    The bytes of a regular file; as ``read_text_file``, which says what is raised.
    """
    if not real.startswith(os.path.join(root, "")):
        raise refusal(
            shown,
            "the file lies outside the project folder, or is a link that leads out of it",
            "copy it into the project, or start factcheck in the folder that holds both",
        )
    return _opened(real, shown, max_size)


def _opened(real: str, shown: str, max_size: int) -> bytes:
    try:
        # A FIFO or a device must not be waited for: look first, open without blocking, look again.
        if not stat.S_ISREG(os.lstat(real).st_mode):
            raise refusal(shown, "not a regular file", "name a text file; pipes, sockets and devices are not read")
        descriptor = os.open(real, _OPEN_MODE)
        try:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise refusal(shown, "not a regular file", "name a text file")
            content = _all_of(descriptor, max_size + 1)
        finally:
            os.close(descriptor)
    except (OSError, ValueError) as error:
        raise refusal(
            shown, f"the file cannot be read: {_reason(error)}", "check its path and who may read it"
        ) from None
    if len(content) > max_size:
        raise refusal(
            shown,
            f"the file is larger than {_size(max_size)}",
            "split it into several files; --max-file-size allows larger claims files",
        )
    return content


def _all_of(descriptor: int, most: int) -> bytes:
    """What a file has, up to so many bytes."""
    pieces: list[bytes] = []
    while most > 0 and (piece := os.read(descriptor, min(most, MIB))):
        pieces.append(piece)
        most -= len(piece)
    return b"".join(pieces)


def text_of(content: bytes, shown: str) -> str:
    """
    Bytes as text.

    Raises:
        RefusedFile: another encoding, bytes that are no UTF-8, or characters that no text has, each by its name.
    """
    for mark, name in _UTF_MARKS:
        if content.startswith(mark):
            raise refusal(shown, f"the file is in {name}", "save it as UTF-8")
    text = _decoded(content, shown)
    if text.startswith("\ufeff"):
        text = text[1:]
    found = REFUSED.search(text)
    if found is not None:
        line, column = line_and_column(text, found.start())
        if found.group() == _BINARY and (content[:1] == b"\x00" or content[1:2] == b"\x00"):
            raise refusal(shown, "the file looks like UTF-16 without its mark, or is not text", "save it as UTF-8")
        raise refusal(
            shown,
            f"the character {named(found.group())} does not belong in a text",
            "delete it",
            line,
            column,
            lines_of(text)[line - 1] if found.group() != _BINARY else "",
        )
    return text


def _decoded(content: bytes, shown: str) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8").removeprefix("\ufeff")
        line, column = line_and_column(before, len(before))
        raise refusal(
            shown,
            f"the byte 0x{content[error.start]:02X} is not UTF-8",
            "save the file as UTF-8; it may be in an older encoding such as Windows-1252",
            line,
            column,
        ) from None


def lines_of(text: str) -> list[str]:
    """The lines of a text, as YAML counts them."""
    return re.split("\r\n|\r|\n", text)


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """The 1-based line and column of an offset."""
    lines = lines_of(text[:offset])
    return len(lines), len(lines[-1]) + 1


def named(char: str) -> str:
    """A character by its number and name."""
    return f"U+{ord(char):04X} {unicodedata.name(char, '')}".rstrip()


def _reason(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[0].lower() + error.strerror[1:]
    return "its path cannot be followed"


def _size(count: int) -> str:
    return f"{count // MIB} MiB" if count >= MIB and count % MIB == 0 else f"{count} bytes"
