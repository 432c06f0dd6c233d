"""How long a warehouse may take and how much it may give."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Timer
from typing import NamedTuple


class Limits(NamedTuple):
    """
    What a run may cost.

    Attributes:
        seconds: for connecting, asking and reading together.
        connect_seconds: for reaching a server.
        most_rows: of one run, about 1 KB each; one more and there is no answer at all, for a cut one would be wrong.
        memory: what DuckDB may use, in its own words.
    """

    seconds: float = 30.0
    connect_seconds: float = 5.0
    most_rows: int = 500_000
    memory: str = "512MB"


@contextmanager
def stopped_after(seconds: float, stop: Callable[[], object]) -> Iterator[Event]:
    """
    Call ``stop`` from another thread if the block takes longer; the event then says so.

    A time limit of a server or of a socket starts again with every byte; this one does not.
    """
    late = Event()

    def ring() -> None:
        late.set()
        stop()

    timer = Timer(seconds, ring)
    timer.daemon = True
    timer.start()
    try:
        yield late
    finally:
        timer.cancel()
        timer.join()
