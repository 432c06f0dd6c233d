"""
Standard input as messages come in on it, within bounds: what is no message ends the server, and waits for nothing.
"""

from __future__ import annotations

from io import BufferedReader
from typing import BinaryIO

from factcheck.errors import FactcheckError
from factcheck.files.text_file import MIB

LONGEST_LINE = 8192  # bytes of a line of a header
MOST_LINES = 64  # of one header
LARGEST = 64 * MIB  # bytes of a message
LONGEST_SIZE = 20  # digits of a length
_LENGTH = b"content-length:"


class NoMessage(FactcheckError):
    """What came in is no message of the protocol, and nobody can tell where the next one begins."""


class Messages:
    """
    A stream that messages are read from.

    Args:
        stream: standard input.
    """

    def __init__(self, stream: BinaryIO | BufferedReader) -> None:
        self._stream = stream
        self._lines = 0

    def readline(self) -> bytes:
        """
        A line of a header, blank at the end of the input.

        Raises:
            NoMessage: it is longer than any header, there are too many, or it gives no length.
        """
        line = self._stream.readline(LONGEST_LINE)
        self._lines += 1
        if len(line) == LONGEST_LINE or self._lines > MOST_LINES:
            raise NoMessage("what came in is no message of the language server protocol: its header does not end")
        if line.lower().startswith(_LENGTH):
            size = line[len(_LENGTH) :].strip()
            if not size.isdigit() or len(size) > LONGEST_SIZE:
                raise NoMessage("what came in is no message of the language server protocol: it has no length")
            return b"Content-Length: %s\r\n" % size
        return line

    def read(self, size: int) -> bytes:
        """
        The body of a message.

        Raises:
            NoMessage: it is larger than any message.
        """
        self._lines = 0
        if size > LARGEST:
            raise NoMessage(f"a message of {size} bytes was announced; at most {LARGEST // MIB} MiB are read")
        return self._stream.read(size)
