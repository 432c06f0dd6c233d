"""
What the server says of itself: in plain words on standard error or in a log, and in the editor's own log.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from factcheck.outputs.visible import visible

NAME = "factcheck.lsp"
LONGEST = 2000  # characters of a message


class PlainWords(logging.Formatter):
    """A line for each record, nothing in it acting; tracebacks only for who asked for them."""

    def __init__(self, *, tracebacks: bool) -> None:
        super().__init__("%(asctime)s %(levelname)s %(message)s")
        self._tracebacks = tracebacks

    def format(self, record: logging.LogRecord) -> str:
        """The record as it is written."""
        words = visible(record.getMessage()[:LONGEST])
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            words += visible(f": {type(error).__name__}: {error}"[:LONGEST])
        line = f"factcheck {record.levelname.lower()}: {words}"
        if self._tracebacks and record.exc_info:
            line += "\n" + self.formatException(record.exc_info)
        return line


def log(file: Path | None, *, debug: bool) -> logging.Logger:
    """
    The server's log.

    Args:
        file: where it goes; standard error if None.
        debug: whether everything is told, with tracebacks.

    Raises:
        OSError: the file cannot be written.
    """
    to: logging.Handler = logging.StreamHandler(sys.stderr)
    if file is not None:
        to = logging.FileHandler(file, encoding="utf-8", errors="backslashreplace")
    to.setFormatter(PlainWords(tracebacks=debug))
    for name, level in ((NAME, logging.INFO), ("pygls", logging.INFO if debug else logging.ERROR)):
        logger = logging.getLogger(name)
        logger.handlers[:] = [to]
        logger.setLevel(level if file is not None or debug else max(level, logging.WARNING))
        logger.propagate = False
    return logging.getLogger(NAME)
