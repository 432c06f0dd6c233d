"""
How often a host may be asked: a pause between requests and a number a day, remembered between runs.

Processes share what they remember: one small file a host, read and written under a lock. The next free moment is
reserved under the lock and waited for outside it.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factcheck.evidence.folder import Folder, Warnings, plain, reason
from factcheck.evidence.moments import read_moment, write_moment
from factcheck.evidence.store import to_stderr
from factcheck.evidence.strict_json import read_json, write_json
from factcheck.files.text_file import RefusedFile

if TYPE_CHECKING:
    from filelock import BaseFileLock

LONGEST_WAIT = timedelta(minutes=5)
LONGEST_FORBIDDEN = timedelta(hours=24)
MAX_SIZE = 4096  # of a file, in bytes
_UNSAFE = re.compile(r"[^a-z0-9.-]+")
_KEYS = {"host", "written", "spent", "last", "forbidden"}


class Allowance(NamedTuple):
    """
    What a service allows.

    Attributes:
        spacing: seconds between the starts of two requests to a host.
        per_day: requests in a day of UTC; None is as many as one likes.
    """

    spacing: float
    per_day: int | None


class Spent(Exception):
    """
    No request may start now, nor soon enough to wait for.

    Attributes:
        when: the moment from which one may, in UTC.
    """

    def __init__(self, host: str, when: datetime) -> None:
        super().__init__(f"no request to {plain(host)} before {when:%Y-%m-%d %H:%M:%S} UTC")
        self.when = when


class _Host(NamedTuple):
    """What is known of a host: when that was, how many requests that day, the last start, what is forbidden."""

    written: datetime
    spent: int = 0
    last: datetime | None = None
    forbidden: datetime | None = None


class Budget:
    """
    What was asked of each host, shared by all processes that use the folder; safe to use from several threads.

    Args:
        folder: where it is remembered, made when first needed; None remembers in memory only.
        now: the clock, with a time zone.
        sleep: waits so many seconds.
        warn: told, once, of each thing that keeps the budget from being shared; it then holds for this run only.
        lock_wait: seconds to wait for another process to finish reading and writing.
    """

    def __init__(
        self,
        folder: Path | None,
        *,
        now: Callable[[], datetime],
        sleep: Callable[[float], None],
        warn: Callable[[str], None] = to_stderr,
        lock_wait: float = 5.0,
    ) -> None:
        self._folder = None if folder is None else Folder(folder)
        self._now = now
        self._sleep = sleep
        self._warnings = Warnings(warn)
        self._lock_wait = lock_wait
        self._guard = threading.Lock()
        self._memory: dict[str, _Host] = {}
        self._unshared: set[str] = set()  # hosts whose lock did not come free, or whose file is not ours

    def take(self, host: str, allowance: Allowance, deadline: float | None = None) -> None:
        """
        Wait until the next request may start, and count it.

        Args:
            host: its name, and the port where it is not the usual one.
            allowance: of this host.
            deadline: the latest start on the same clock, as ``now().timestamp()`` gives it. With or without one, no
                wait is longer than five minutes.

        Raises:
            Spent: the day's requests are gone, the service forbade more, or the wait would be too long; nothing is
                counted then.
        """
        host = host.lower()
        with self._alone(host) as shared:
            known = self._known(host)
            start = _next_start(known, allowance)
            wait = start - known.written
            late = deadline is not None and start.timestamp() > deadline
            if late or wait > LONGEST_WAIT or _is_spent(known, allowance):
                self._remember(host, known, shared)
                raise Spent(host, start)
            self._remember(host, known._replace(spent=known.spent + 1, last=start), shared)
        if wait > timedelta(0):
            self._sleep(wait.total_seconds())
            with self._alone(host) as shared:  # a start that was only reserved looks like a clock set back from it
                self._remember(host, self._known(host), shared)

    def spent_today(self, host: str) -> int:
        """How many requests to a host were started, or are about to start, on this day of UTC."""
        with self._guard:
            return self._known(host.lower()).spent

    def forbid(self, host: str, until: datetime) -> None:
        """Remember that the service wants no request before a moment; more than a day ahead counts as a day."""
        host = host.lower()
        with self._alone(host) as shared:
            known = self._known(host)
            capped = min(until, _later(known.written, LONGEST_FORBIDDEN)).astimezone(UTC)
            self._remember(host, known._replace(forbidden=_latest(capped, known.forbidden)), shared)

    @contextmanager
    def _alone(self, host: str) -> Iterator[bool]:
        """Keep other threads out, and other processes where that is possible: whether it was is given."""
        with self._guard:
            lock = self._lock(host)
            try:
                yield lock is not None
            finally:
                if lock is not None:
                    lock.release()

    def _known(self, host: str) -> _Host:
        """What the file and this run know of a host, as of now."""
        now = self._now().astimezone(UTC)
        remembered = self._memory.get(host)
        found = self._read(host, _Host(now, last=now) if remembered is None else None)
        states = [_as_of(now, state) for state in (found, remembered) if state is not None]
        return _merged(now, states)

    def _read(self, host: str, unknown: _Host | None) -> _Host | None:
        """
        What the file says; ``unknown`` if that is nothing that makes sense.

        A damaged file of ours is written anew; one that we cannot read, or no file at all, is left as it is.
        """
        if self._folder is None:
            return None
        try:
            content = self._folder.read(MAX_SIZE, _file_name(host))
            return None if content is None else _read_host(content, host)
        except RefusedFile as refused:
            self._unshared.add(host)
            self._warn(host, refused.problem.what)
        except ValueError as error:
            self._warn(host, str(error))
        return unknown

    def _remember(self, host: str, known: _Host, shared: bool) -> None:
        self._memory[host] = known
        if self._folder is None or not shared or host in self._unshared:
            return
        try:
            self._folder.write(_written(known, host), _file_name(host))
        except OSError as error:
            self._warn(host, reason(error))

    def _lock(self, host: str) -> BaseFileLock | None:
        """The lock of a host's file, taken; None if that cannot be."""
        if self._folder is None or host in self._unshared:
            return None
        from filelock import FileLock, Timeout  # not needed by a run that asks no service

        name = _file_name(host)
        place = self._folder.path(f"{name}.lock")
        try:
            self._folder.make()
            if os.path.lexists(place) and not self._folder.is_regular(f"{name}.lock"):
                raise FileExistsError(errno.EEXIST, "Its lock is no regular file")
            lock = FileLock(place, timeout=self._lock_wait)
            lock.acquire()
        except Timeout:
            self._unshared.add(host)
            self._warn(host, f"another process held its lock for {self._lock_wait:g} seconds")
        except (OSError, NotImplementedError) as error:
            self._warn(host, reason(error) if isinstance(error, OSError) else "the file system has no locks")
        else:
            return lock
        return None

    def _warn(self, host: str, why: str) -> None:
        self._warnings.add(f"the budget of requests to {host} is not shared with other runs: {why}")


def _is_spent(known: _Host, allowance: Allowance) -> bool:
    return allowance.per_day is not None and known.spent >= allowance.per_day


def _next_start(known: _Host, allowance: Allowance) -> datetime:
    """When the next request may start; tomorrow if the day's requests are gone."""
    start = _latest(known.written, known.forbidden)
    if known.last is not None:
        start = _latest(start, _later(known.last, timedelta(seconds=max(allowance.spacing, 0.0))))
    if _is_spent(known, allowance):
        tomorrow = _later(known.written, timedelta(days=1)).date()
        start = _latest(start, datetime.combine(tomorrow, time(), UTC))
    return start


def _as_of(now: datetime, state: _Host) -> _Host:
    """
    What was written once, seen from now.

    A clock that was set back must not make anyone wait: what seemed to lie ahead then counts from now, within bounds.
    """
    last, forbidden, written = state.last, state.forbidden, state.written
    jumped = written > now
    if last is not None and last > now and (jumped or last - written > LONGEST_WAIT):
        last = now
    if forbidden is not None:
        ahead = max(timedelta(0), min(forbidden - written, LONGEST_FORBIDDEN))
        forbidden = _later(now if jumped else written, ahead)
    return _Host(now, state.spent if written.date() >= now.date() else 0, last, forbidden)


def _merged(now: datetime, states: list[_Host]) -> _Host:
    """Of two memories of a host the stricter in each way."""
    merged = _Host(now)
    for state in states:
        merged = _Host(
            now,
            max(merged.spent, state.spent),
            _latest(state.last, merged.last) if state.last else merged.last,
            _latest(state.forbidden, merged.forbidden) if state.forbidden else merged.forbidden,
        )
    return merged


def _latest(moment: datetime, other: datetime | None) -> datetime:
    return moment if other is None else max(moment, other)


def _later(moment: datetime, wait: timedelta) -> datetime:
    """A moment so much later, or the last one that there is."""
    try:
        return moment + wait
    except OverflowError:
        return datetime.max.replace(tzinfo=UTC)


def _file_name(host: str) -> str:
    """A name that every file system takes, another one for each host."""
    digest = hashlib.sha256(host.encode("utf-8", "backslashreplace")).hexdigest()
    return f"{_UNSAFE.sub('_', host)[:60]}-{digest[:12]}.json"


def _written(known: _Host, host: str) -> bytes:
    moments = {"written": known.written, "last": known.last, "forbidden": known.forbidden}
    shown = {name: moment and write_moment(moment) for name, moment in moments.items()}
    return write_json({"host": host, "spent": known.spent, **shown})


def _read_host(content: bytes, host: str) -> _Host:
    """
    Read a file.

    Raises:
        ValueError: it is not as we write it, or of another host.
    """
    found = read_json(content)
    if not isinstance(found, dict) or set(found) != _KEYS or found["host"] != host:
        raise ValueError("its file is not one of ours")
    spent = found["spent"]
    if type(spent) is not int or not 0 <= spent < 10**12:
        raise ValueError("the number of requests in its file is none")
    last, forbidden = (None if found[key] is None else read_moment(found[key]) for key in ("last", "forbidden"))
    return _Host(read_moment(found["written"]), spent, last, forbidden)
