"""Pinning on disk: who is asked what, what is written, and what another writer adds meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from factcheck.errors import ResolverError
from factcheck.lock.file import LockFile, lock_file
from factcheck.lock.merge import merged
from factcheck.lock.pin import Pinning, pin, pin_again
from factcheck.lock.pinned import SNAPSHOT, Lock, Pinned
from factcheck.observations import Answer, Failure, Observation, Query, Resolver
from tests.lock.figures import NOON, Service, Table, query, row

STAMP = "5" * 64
ASKED = (query("2023", "2024"),)


@pytest.fixture
def file(tmp_path: Path) -> LockFile:
    return lock_file(None, tmp_path)


def pinned(file: LockFile, *resolvers: Resolver, queries: Sequence[Query] = ASKED, prune: bool = False) -> Pinning:
    return pin(file, resolvers, queries, queries, stamp=STAMP, now=NOON, prune=prune)


def values(lock: Lock | None) -> list[str]:
    assert lock is not None
    return sorted(str(each.value) for _, each in lock.rows if isinstance(each, Observation))


def test_what_was_asked_and_answered_is_on_disk(file: LockFile) -> None:
    """
    The stamp of the snapshot, the questions and the rows of every resolver.
    """
    became = pinned(file, Table([row("1")], name=SNAPSHOT), Service({"2024": "2"}))

    assert file.read() == became.lock
    assert (became.lock.snapshot, became.lock.asked) == (STAMP, ASKED)
    assert values(became.lock) == ["1", "2"]


def test_pinning_again_changes_no_byte(file: LockFile) -> None:
    """
    The same answers on another day leave the file alone.
    """
    service = Service({"2024": "2"})
    pinned(file, Table([row("1")], name=SNAPSHOT), service)
    before = file.path.stat().st_mtime_ns, file.text()
    service.now += timedelta(days=3)
    pinned(file, Table([row("1")], name=SNAPSHOT), service)

    assert (file.path.stat().st_mtime_ns, file.text()) == before


def test_the_snapshot_is_asked_for_what_is_pinned_and_a_live_source_for_these_claims(file: LockFile) -> None:
    """
    A newer snapshot is pinned for all questions, so that the stamp holds for all; services are not asked in vain.
    """
    other = query("2022", reporter="DEU")
    pinned(file, Table([row("1", "2022", reporter="DEU")], name=SNAPSHOT), queries=[other])
    snapshot, live = Table([row("3", "2022", reporter="DEU")], name=SNAPSHOT), Table([], name="imf", live=True)
    became = pinned(file, snapshot, live)

    assert values(became.lock) == ["3"]
    assert live.asked == list(ASKED)
    assert snapshot.asked == [*ASKED, other]


def test_a_writer_who_comes_between_loses_nothing(file: LockFile) -> None:
    """
    What another run pins while sources are being asked is still there afterwards, and asked of the snapshot too.
    """
    other = query("2022", reporter="DEU")
    snapshot = Table([row("1"), row("2", "2022", reporter="DEU")], name=SNAPSHOT)

    class Slow(Service):
        def resolve(self, queries: Sequence[Query]) -> Iterable[Answer]:
            pinned(file, snapshot, queries=[other])
            return super().resolve(queries)

    became = pinned(file, snapshot, Slow({"2024": "3"}))

    assert values(became.lock) == ["1", "2", "3"]
    assert set(became.lock.asked) == {*ASKED, other}


def test_a_broken_snapshot_stops_it(file: LockFile) -> None:
    """
    Nothing is written where the embedded snapshot itself gives rows that cannot be.
    """
    with pytest.raises(ResolverError, match="the embedded snapshot failed"):
        pinned(file, Table([row("-1")], name=SNAPSHOT))
    assert not file.exists()


def test_update_asks_live_sources_for_what_is_pinned(file: LockFile) -> None:
    """
    Others are left alone; what a service says now stands beside what it said.
    """
    service, table = Service({"2024": "2"}), Table([row("1")])
    pinned(file, table, service)
    table.asked.clear()
    service.figures, service.now = {"2024": "3", "2023": "4"}, NOON + timedelta(days=9)
    became = pin_again(file, [table, service], now=service.now, keep_ranks=False)
    (told,) = became.told

    assert table.asked == []
    assert values(file.read()) == ["1", "2", "3", "4"]
    assert [str(change.row.value) for change in told.new if isinstance(change.row, Observation)] == ["4"]
    assert len(told.revised) == 1


def test_update_of_one_source_keeps_the_order_of_preference(file: LockFile) -> None:
    """
    Being asked alone makes a source no better: its rows keep the rank that they had.
    """
    service = Service({"2024": "2"})
    pinned(file, service)
    ranked = row("2", source="service", published=NOON.date(), retrieved=NOON, rank=3)
    file.change(lambda old: old._replace(rows=(Pinned("service", ranked),)))
    service.figures, service.now = {"2024": "3"}, NOON + timedelta(days=9)
    became = pin_again(file, [service], now=service.now, keep_ranks=True)

    assert {each.citation.rank for _, each in became.lock.rows} == {3}


def test_a_clock_that_is_behind_is_told(file: LockFile) -> None:
    """
    Something that was read later than now shows that a clock was wrong.
    """
    pinned(file, Service({"2024": "2"}, now=NOON + timedelta(days=2)))
    became = pinned(file, Service({"2024": "2"}))

    assert became.notes == ()  # the earlier day is kept, and nothing of the other is left
    file.change(lambda old: merged(old, (), [Answer(ASKED[0], "imf", (_read_later(),))]).lock)
    assert pinned(file, Service({"2024": "2"})).notes == (
        "something in the lock was read at 2026-11-28 12:00 UTC, and this machine says that it is "
        "2026-11-27 12:00 UTC: one of the two clocks was wrong",
    )


def _read_later() -> Observation:
    later = NOON + timedelta(days=1)
    return row("7", source="imf", published=later.date(), retrieved=later)


def test_a_failed_source_is_told(file: LockFile) -> None:
    """
    Its reason comes back, and the lock stays.
    """
    service = Service({"2024": "2"})
    pinned(file, service)
    service.down = True
    became = pinned(file, service)

    assert [answer.failure for told in became.told for answer in told.failed] == [Failure.UNAVAILABLE]
    assert values(became.lock) == ["2"]
