"""
Renewing the marks: a short while after the last keystroke, off the loop that answers, and never twice at a time.

What is being computed when newer text comes is given up at its next step; what it found is not shown.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor
from typing import Any, Generic, TypeVar

from factcheck.lsp.checking import Outdated

PAUSE = 0.15  # seconds without a keystroke
_Found = TypeVar("_Found")


class Renewal(Generic[_Found]):
    """
    Work that is done again after changes.

    Args:
        work: called in the executor; what it is given raises ``Outdated`` where newer text came.
        show: called on the loop with what was found.
        failed: called on the loop where the work failed.
        executor: where the work is done.
        pause: seconds to wait after a change.
    """

    def __init__(
        self,
        work: Callable[[Callable[[], None]], _Found],
        show: Callable[[_Found], None],
        failed: Callable[[BaseException], None],
        executor: Executor,
        pause: float = PAUSE,
    ) -> None:
        self._work, self._show, self._failed = work, show, failed
        self._executor, self._pause = executor, pause
        self._timer: asyncio.TimerHandle | None = None
        self._running: asyncio.Future[Any] | None = None
        self._number = 0  # of the last change
        self._again = False

    def changed(self, *, at_once: bool = False) -> None:
        """Something changed: what is being computed is out of date."""
        self._number += 1
        if self._timer is not None:
            self._timer.cancel()
        pause = 0 if at_once else self._pause
        self._timer = asyncio.get_running_loop().call_later(pause, self._start)

    def stop(self) -> None:
        """Give up what is being computed, and begin nothing more."""
        self._number += 1
        self._again = False
        if self._timer is not None:
            self._timer.cancel()

    def _start(self) -> None:
        self._timer = None
        if self._running is not None:
            self._again = True
            return
        number = self._number
        self._running = asyncio.get_running_loop().run_in_executor(self._executor, self._work, self._go_on(number))
        self._running.add_done_callback(lambda done: self._done(done, number))

    def _go_on(self, number: int) -> Callable[[], None]:
        def go_on() -> None:
            if number != self._number:
                raise Outdated

        return go_on

    def _done(self, done: asyncio.Future[_Found], number: int) -> None:
        self._running = None
        again, self._again = self._again, False
        if again:
            self._start()
        error = None if done.cancelled() else done.exception()
        if error is not None and not isinstance(error, Outdated):
            self._failed(error)
        elif error is None and not done.cancelled() and number == self._number:
            self._show(done.result())
