"""Marks are renewed after the last of several changes, one at a time, and what is out of date is not shown."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from factcheck.lsp.checking import Outdated
from factcheck.lsp.renewal import Renewal

Told = tuple[list[int], list[int], list[BaseException]]


def run(work: Callable[[Callable[[], None], int], int], script: Callable[[Renewal[int]], object]) -> Told:
    """Which works began, what was shown and what failed."""
    began: list[int] = []
    shown: list[int] = []
    failed: list[BaseException] = []

    def counted(go_on: Callable[[], None]) -> int:
        began.append(len(began) + 1)
        return work(go_on, began[-1])

    async def main() -> None:
        with ThreadPoolExecutor(1) as executor:
            renewal = Renewal(counted, shown.append, failed.append, executor, pause=0.02)
            await script(renewal)  # type: ignore[misc]
            for _ in range(500):
                await asyncio.sleep(0.01)
                if renewal._running is None and renewal._timer is None:
                    break

    asyncio.run(main())
    return began, shown, failed


def test_many_changes_are_one_renewal() -> None:
    """
    Keystrokes one after the other are answered once.
    """

    async def type_(renewal: Renewal[int]) -> None:
        for _ in range(20):
            renewal.changed()

    assert run(lambda go_on, number: number, type_) == ([1], [1], [])


def test_what_is_out_of_date_is_given_up_and_done_again() -> None:
    """
    Newer text comes while the first is computed: its next step is its last, and only the second is shown.
    """
    reached, go = threading.Event(), threading.Event()

    def work(go_on: Callable[[], None], number: int) -> int:
        if number == 1:
            reached.set()
            go.wait(10)
        go_on()
        return number

    async def type_(renewal: Renewal[int]) -> None:
        renewal.changed(at_once=True)
        await asyncio.to_thread(reached.wait, 10)
        renewal.changed()
        await asyncio.sleep(0.05)
        go.set()

    assert run(work, type_) == ([1, 2], [2], [])


def test_an_error_is_told_and_the_next_change_is_answered() -> None:
    """
    A fault in a check ends nothing but that check.
    """
    fault = ZeroDivisionError()

    def work(go_on: Callable[[], None], number: int) -> int:
        if number == 1:
            raise fault
        return number

    async def type_(renewal: Renewal[int]) -> None:
        renewal.changed(at_once=True)
        await asyncio.sleep(0.1)
        renewal.changed()

    assert run(work, type_) == ([1, 2], [2], [fault])


def test_nothing_begins_after_the_end() -> None:
    """
    When the editor takes its leave what was asked for is dropped.
    """

    async def type_(renewal: Renewal[int]) -> None:
        renewal.changed()
        renewal.stop()
        renewal._timer = None

    assert run(lambda go_on, number: number, type_) == ([], [], [])


def test_outdated_is_no_error_that_a_person_sees() -> None:
    """
    It is how a check is left.
    """

    assert issubclass(Outdated, Exception)
