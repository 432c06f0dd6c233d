"""
How much memory a file of a project may make this program take.

DuckDB's own limit counts its pages and not the texts that a function of a view makes, and SQLite has none for one file.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MOST_MORE = 1100 << 20  # bytes: what DuckDB may use and the rows that may be read, each half of it
_SIZE = Path("/proc/self/statm")


@contextmanager
def bounded_memory(more: int = MOST_MORE) -> Iterator[None]:
    """
    Let the block take so much more memory than the program has now; what asks for more gets a MemoryError.

    The system counts by process, so that other threads share the allowance. Only Linux can do it; elsewhere the limits
    of time remain.

    Args:
        more: in bytes.
    """
    if sys.platform != "linux":
        yield
        return
    import resource

    before, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = _taken(resource.getpagesize()) + more
    known = [limit for limit in (before, hard) if limit != resource.RLIM_INFINITY]
    resource.setrlimit(resource.RLIMIT_AS, (min([wanted, *known]), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (before, hard))


def _taken(page: int) -> int:
    """How much address space the program has, in bytes."""
    return int(_SIZE.read_text("ascii").split()[0]) * page
