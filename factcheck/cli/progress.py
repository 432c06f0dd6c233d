"""
A line on the terminal while services are asked, once that takes long; never in CI, a pipe or a file.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable

LONG = 1.0  # seconds after which a person wonders


def progress() -> Callable[[str, str], None]:
    """What is told when a service is asked and when it is done."""
    if os.environ.get("CI") or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        return _silent
    return _Line().tell


def _silent(name: str, state: str) -> None:
    return None


class _Line:
    """One line that names the services which are still being asked; it goes when all are done."""

    def __init__(self) -> None:
        self._open: dict[str, float] = {}
        self._lock = threading.Lock()
        self._shown = 0

    def tell(self, name: str, state: str) -> None:
        with self._lock:
            if state == "asked":
                self._open[name] = time.monotonic()
                timer = threading.Timer(LONG, self._show)
                timer.daemon = True
                timer.start()
            else:
                self._open.pop(name, None)
                if self._shown:
                    self._write(self._text())

    def _show(self) -> None:
        with self._lock:
            now = time.monotonic()
            if any(now - since >= LONG / 2 for since in self._open.values()):
                self._write(self._text())

    def _text(self) -> str:
        return f"asking {', '.join(sorted(self._open))} …" if self._open else ""

    def _write(self, text: str) -> None:
        text = text[:78]
        sys.stderr.write("\r" + text.ljust(self._shown) + ("\r" if not text else ""))
        sys.stderr.flush()
        self._shown = len(text)
