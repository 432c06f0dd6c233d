"""Whatever is locked, updated, revised, damaged or written at once, by whatever clock: the lock stays true."""

from __future__ import annotations

import shutil
import tempfile
import threading
from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from factcheck.errors import LockError
from factcheck.evidence.store import EvidenceStore
from factcheck.lock.file import lock_file
from factcheck.lock.pin import Pinning, pin, pin_again
from factcheck.lock.pinned import SNAPSHOT, Lock
from factcheck.lock.resolver import LockResolver
from factcheck.lock.write import lock_text
from factcheck.observations import Observation, SeriesQuery
from tests.lock.figures import NOON, Service, Table, query, row

YEARS = ("2022", "2023", "2024")
VALUES = st.sampled_from(["1", "2"])
QUERIES = st.sampled_from([query("2024"), query("2023", "2024"), query("2022"), query()])
FIRST = NOON - timedelta(days=300)  # every year of the figures was over by then


class LockMachine(RuleBasedStateMachine):
    """A service whose figures change, a snapshot that is replaced now and then, and everything that can go wrong."""

    @initialize()
    def start(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.file = lock_file(None, self.folder)
        self.warnings: list[str] = []
        self.evidence = EvidenceStore(self.folder / "evidence", self.warnings.append)
        self.service = Service({"2023": "1", "2024": "2"}, evidence=self.evidence)
        self.other = Service({"2024": "7"}, name="other")
        self.snapshot = Table([row("5", "2023"), row("6", "2024")], name=SNAPSHOT)
        self.stamp = "0" * 64
        self.set_back = False  # whether the clock ever was

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @rule(days=st.sampled_from([0, 1, 2, 40, -1, -3, -40]))
    def set_clock(self, days: int) -> None:
        """Time passes, or the clock is set back."""
        self.service.now = max(self.service.now + timedelta(days), FIRST)
        self.set_back = self.set_back or days < 0

    @rule(year=st.sampled_from(YEARS), value=VALUES)
    def revise(self, year: str, value: str) -> None:
        self.service.figures[year] = value

    @rule(down=st.booleans())
    def cut_the_line(self, down: bool) -> None:
        self.service.down = down

    @rule(value=VALUES)
    def ship_another_snapshot(self, value: str) -> None:
        self.snapshot = Table([row(value, "2023"), row("6", "2024")], name=SNAPSHOT)
        self.stamp = value[0] * 64

    @rule(asked=QUERIES)
    def lock(self, asked: SeriesQuery) -> None:
        old = self.file.read() or Lock()
        became = self.pin(asked)
        self.check_kept(old, became.lock)
        self.check_answered(became.lock, asked)
        assert became.lock.snapshot == self.stamp
        assert [each.row for each in became.lock.rows if each.by == SNAPSHOT] == [
            each
            for each in self.snapshot.rows
            if any(each.period in (one.periods or {each.period}) for one in became.lock.asked)  # type: ignore[union-attr]
        ]

    @rule(asked=QUERIES)
    def prune(self, asked: SeriesQuery) -> None:
        became = self.pin(asked, prune=True)
        assert became.lock.asked == (asked,)
        self.check_answered(became.lock, asked)

    @precondition(lambda self: self.file.exists())
    @rule()
    def update(self) -> None:
        old = self.file.read() or Lock()
        became = pin_again(self.file, [self.snapshot, self.service], now=self.service.now, keep_ranks=True)
        self.check_kept(old, became.lock)
        for asked in became.lock.asked:
            assert isinstance(asked, SeriesQuery)
            self.check_answered(became.lock, asked)

    @rule(one=QUERIES, another=QUERIES)
    def two_writers(self, one: SeriesQuery, another: SeriesQuery) -> None:
        old = self.file.read() or Lock()
        work: list[Callable[[], object]] = [
            lambda: self.pin(one),
            lambda: pin(self.file, [self.other], [another], [another], stamp=self.stamp, now=self.service.now),
        ]
        threads = [threading.Thread(target=each) for each in work]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        new = self.file.read()
        assert new is not None
        self.check_kept(old, new)
        assert LockResolver(new).lacking([one, another]) == ()

    @precondition(lambda self: self.file.exists())
    @rule(place=st.floats(0, 0.999), byte=st.binary(min_size=0, max_size=2), asked=QUERIES)
    def damage_the_lock(self, place: float, byte: bytes, asked: SeriesQuery) -> None:
        """Damage is told, and nobody writes over it; then someone restores the lock from version control."""
        right = self.file.path.read_bytes()
        at = int(place * len(right))
        wrong = right[:at] + byte + right[at + 1 :]
        self.file.path.write_bytes(wrong)
        try:
            read = self.file.read()
        except LockError:
            try:
                self.pin(asked)
                raise AssertionError("a damaged lock was written over")
            except LockError:
                assert self.file.path.read_bytes() == wrong
        else:
            assert read is not None
            assert lock_text(read).encode() == right
        self.file.path.write_bytes(right)

    @rule(which=st.integers(0, 5), content=st.binary(max_size=3))
    def damage_evidence(self, which: int, content: bytes) -> None:
        bodies = sorted(path for path in (self.folder / "evidence" / "bodies").rglob("*") if path.is_file())
        if bodies:
            bodies[which % len(bodies)].write_bytes(content)

    @precondition(lambda self: self.file.exists())
    @rule()
    def prune_evidence(self) -> None:
        """What the lock names and was right stays right; the rest goes."""
        lock = self.file.read()
        assert lock is not None
        named = {pinned.row.citation.evidence for pinned in lock.rows} - {""}
        before = {sha256: self.evidence.body(sha256) for sha256 in named}
        self.evidence.prune(named)
        assert {sha256: self.evidence.body(sha256) for sha256 in named} == before
        left = {path.name for path in (self.folder / "evidence" / "bodies").rglob("*") if path.is_file()}
        assert left <= named

    @invariant()
    def the_lock_is_whole(self) -> None:
        """It can be read, reads back to its own bytes, and nothing half-written lies beside it."""
        lock = self.file.read()
        if lock is not None:
            assert lock_text(lock) == self.file.text()
        names = {path.name for path in self.folder.iterdir()}
        assert names <= {"factcheck.lock", ".factcheck.lock.guard", "evidence"}

    def pin(self, asked: SeriesQuery, *, prune: bool = False) -> Pinning:
        resolvers = [self.snapshot, self.service]
        return pin(self.file, resolvers, [asked], [asked], stamp=self.stamp, now=self.service.now, prune=prune)

    def check_kept(self, old: Lock, new: Lock) -> None:
        """A pinned row of a service stays; or it is the same figure on an earlier day, or revised on its own day."""
        rows = rows_by(new)
        for by, before in rows_by(old).items():
            for each in before if by != SNAPSHOT else ():
                now = self.service.figures.get(str(each.period))
                assert any(
                    after.period == each.period
                    and (
                        (
                            after.value == each.value
                            and (after.published or NOON.date()) <= (each.published or NOON.date())
                        )
                        or (by == "service" and str(after.value) == now and self.is_instead(after, each))
                    )
                    for after in rows[by]
                ), f"{by}: {each.period} {each.published} {each.value} was lost"

    def is_instead(self, after: Observation, each: Observation) -> bool:
        """Whether a figure took the place of another: read on its day, or taken back on the day it was read."""
        if after.published == each.published:
            return True
        today = self.service.now.date()
        return each.published == today and after.published is not None and after.published < today

    def check_answered(self, new: Lock, asked: SeriesQuery) -> None:
        """What the service says now is in the lock; where clocks agree it is the newest of its figure."""
        assert LockResolver(new).lacking([asked]) == ()
        for year, value in self.service.figures.items() if not self.service.down else ():
            rows = [each for each in rows_by(new).get("service", []) if str(each.period) == year]
            if asked.periods is None or year in map(str, asked.periods):
                assert value in {str(each.value) for each in rows}
                newest = max(rows, key=lambda each: each.published or NOON.date())
                if all(each.published is not None and each.published <= self.service.now.date() for each in rows):
                    assert str(newest.value) == value
                if not self.set_back:
                    self.check_vintages(rows)

    def check_vintages(self, rows: list[Observation]) -> None:
        """One figure a day, and a day only where the figure changed: reading it again is no new vintage."""
        in_time = sorted(rows, key=lambda each: each.published or NOON.date())
        for before, after in pairwise(in_time):
            assert before.published != after.published
            assert before.value != after.value


def rows_by(lock: Lock) -> dict[str, list[Observation]]:
    found: dict[str, list[Observation]] = {}
    for by, each in lock.rows:
        assert isinstance(each, Observation)
        found.setdefault(by, []).append(each)
    return found


TestLockMachine = LockMachine.TestCase
TestLockMachine.settings = settings(max_examples=50, stateful_step_count=25)
