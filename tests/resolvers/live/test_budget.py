"""How often a host may be asked, between runs and between processes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from threading import Thread
from time import monotonic

import pytest
from filelock import FileLock
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.resolvers.live.budget import Allowance, Budget, Spent

HOST = "api.example.org"
FILE = "api.example.org-839f41f78dad.json"
NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)
EACH_SECOND = Allowance(1.0, None)


class Clock:
    """A clock that moves when someone sleeps, and can be set."""

    def __init__(self, moment: datetime = NOON) -> None:
        self.moment = moment
        self.slept: list[float] = []

    def now(self) -> datetime:
        return self.moment

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.moment += timedelta(seconds=seconds)

    def set(self, moment: datetime) -> None:
        self.moment = moment


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def warnings() -> list[str]:
    return []


@pytest.fixture
def budget(tmp_path: Path, clock: Clock, warnings: list[str]) -> Callable[..., Budget]:
    """
    A budget as a new run would have it.
    """

    def build(lock_wait: float = 5.0) -> Budget:
        folder = tmp_path / "budgets"
        return Budget(folder, now=clock.now, sleep=clock.sleep, warn=warnings.append, lock_wait=lock_wait)

    return build


def place(tmp_path: Path) -> Path:
    return tmp_path / "budgets" / FILE


def refused(budget: Budget, allowance: Allowance, deadline: float | None = None) -> datetime:
    """When a request that may not start now might."""
    with pytest.raises(Spent) as caught:
        budget.take(HOST, allowance, deadline)
    return caught.value.when


# The pause.


def test_the_first_request_starts_at_once(budget: Callable[[], Budget], clock: Clock) -> None:
    """
    A host that was never asked may be asked now.
    """
    budget().take(HOST, EACH_SECOND)

    assert clock.slept == []


def test_the_next_request_waits_for_the_rest_of_the_pause(budget: Callable[[], Budget], clock: Clock) -> None:
    """
    What has passed of the pause already is not waited for again.
    """
    mine = budget()
    mine.take(HOST, EACH_SECOND)
    clock.set(NOON + timedelta(seconds=0.25))
    mine.take(HOST, EACH_SECOND)

    assert clock.slept == [0.75]


def test_after_the_pause_nothing_is_waited_for(budget: Callable[[], Budget], clock: Clock) -> None:
    """
    A request that comes when the pause is over starts at once.
    """
    mine = budget()
    mine.take(HOST, EACH_SECOND)
    clock.set(NOON + timedelta(seconds=1))
    mine.take(HOST, EACH_SECOND)

    assert clock.slept == []


def test_hosts_do_not_wait_for_each_other(budget: Callable[[], Budget], clock: Clock) -> None:
    """
    Each host, and each port of it, has a budget of its own.
    """
    mine = budget()
    for host in (HOST, "data.example.org", f"{HOST}:8443", "[::1]:80", "[::2]:80", "a_b", "a/b", "..", ""):
        mine.take(host, EACH_SECOND)

    assert clock.slept == []


def test_a_host_is_the_same_in_capitals(budget: Callable[[], Budget], clock: Clock) -> None:
    """
    Names of hosts do not tell small letters from capitals.
    """
    mine = budget()
    mine.take("API.example.org", EACH_SECOND)
    mine.take("api.Example.ORG", EACH_SECOND)

    assert (clock.slept, mine.spent_today("api.EXAMPLE.org")) == ([1.0], 2)


def test_the_next_run_waits_for_the_pause_too(budget: Callable[[], Budget], clock: Clock) -> None:
    """
    A new run remembers when the last one asked.
    """
    budget().take(HOST, EACH_SECOND)
    budget().take(HOST, EACH_SECOND)

    assert clock.slept == [1.0]


def test_without_a_folder_a_run_remembers_for_itself(tmp_path: Path, clock: Clock) -> None:
    """
    A budget in memory holds for its run, and no other.
    """
    mine = Budget(None, now=clock.now, sleep=clock.sleep)
    mine.take(HOST, EACH_SECOND)
    mine.take(HOST, EACH_SECOND)
    Budget(None, now=clock.now, sleep=clock.sleep).take(HOST, EACH_SECOND)

    assert (clock.slept, mine.spent_today(HOST), list(tmp_path.iterdir())) == ([1.0], 2, [])


def test_a_start_that_is_reserved_counts_for_those_who_come_later(tmp_path: Path, clock: Clock) -> None:
    """
    Who comes while others wait is put behind them.
    """
    planned: list[float] = []
    for _ in range(4):
        Budget(tmp_path, now=clock.now, sleep=planned.append).take(HOST, EACH_SECOND)

    assert planned == [1.0, 2.0, 3.0]


def test_threads_are_put_one_behind_the_other(tmp_path: Path) -> None:
    """
    Threads that share a budget have starts of their own each.
    """
    planned: list[float] = []
    mine = Budget(tmp_path, now=lambda: NOON, sleep=planned.append)
    threads = [Thread(target=mine.take, args=(HOST, EACH_SECOND)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(planned) == [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0]
    assert mine.spent_today(HOST) == 8


def test_a_wait_beyond_the_deadline_is_refused_and_not_counted(budget: Callable[[], Budget], clock: Clock) -> None:
    """
    Who cannot wait so long is told when, and takes nobody's place.
    """
    mine = budget()
    mine.take(HOST, Allowance(10.0, None))
    when = refused(mine, Allowance(10.0, None), deadline=NOON.timestamp() + 9)
    mine.take(HOST, Allowance(10.0, None), deadline=NOON.timestamp() + 10)

    assert (when, clock.slept, mine.spent_today(HOST)) == (NOON + timedelta(seconds=10), [10.0], 2)


def test_nobody_waits_longer_than_five_minutes(budget: Callable[[], Budget], clock: Clock) -> None:
    """
    A longer wait is no wait: it is said when to come back.
    """
    mine = budget()
    mine.take(HOST, Allowance(301.0, None))

    assert refused(mine, Allowance(301.0, None)) == NOON + timedelta(seconds=301)
    assert clock.slept == []


# The day.


def test_the_requests_of_a_day_come_to_an_end(budget: Callable[[], Budget]) -> None:
    """
    After as many requests as a day has there is none until midnight of UTC, in any run.
    """
    for _ in range(3):
        budget().take(HOST, Allowance(0.0, 3))

    assert refused(budget(), Allowance(0.0, 3)) == datetime(2026, 11, 28, tzinfo=UTC)
    assert budget().spent_today(HOST) == 3


def test_shortly_before_midnight_the_day_is_still_gone(budget: Callable[[], Budget], clock: Clock) -> None:
    """
    Midnight is not waited for, however near.
    """
    clock.set(datetime(2026, 11, 27, 23, 59, 59, tzinfo=UTC))
    budget().take(HOST, Allowance(0.0, 1))

    assert refused(budget(), Allowance(0.0, 1)) == datetime(2026, 11, 28, tzinfo=UTC)


def test_a_new_day_has_requests_again(budget: Callable[[], Budget], clock: Clock) -> None:
    """
    At midnight of UTC the count begins anew.
    """
    budget().take(HOST, Allowance(0.0, 1))
    clock.set(datetime(2026, 11, 28, tzinfo=UTC))
    before = budget().spent_today(HOST)
    budget().take(HOST, Allowance(0.0, 1))

    assert (before, budget().spent_today(HOST)) == (0, 1)


def test_the_day_is_that_of_utc(budget: Callable[[], Budget], clock: Clock) -> None:
    """
    Midnight where the reporter sits changes nothing.
    """
    beijing = timezone(timedelta(hours=8))
    clock.set(datetime(2026, 11, 27, 15, 30, tzinfo=UTC).astimezone(beijing))
    budget().take(HOST, Allowance(0.0, 1))
    clock.set(datetime(2026, 11, 27, 16, 30, tzinfo=UTC).astimezone(beijing))

    assert budget().spent_today(HOST) == 1


def test_what_was_refused_says_host_and_moment(budget: Callable[[], Budget]) -> None:
    """
    The message tells people when to come back, with nothing in it that acts.
    """
    budget().take("evil\x1b[2J", Allowance(0.0, 1))
    with pytest.raises(Spent, match=r"^no request to evil\\x1b\[2j before 2026-11-28 00:00:00 UTC$"):
        budget().take("evil\x1b[2J", Allowance(0.0, 1))


# What the service forbids.


def test_what_the_service_forbids_is_remembered(budget: Callable[[], Budget]) -> None:
    """
    A wait that the service asked for holds in the next run.
    """
    budget().forbid(HOST, NOON + timedelta(hours=2))

    assert refused(budget(), EACH_SECOND) == NOON + timedelta(hours=2)


def test_a_short_wait_that_the_service_asks_for_is_waited(budget: Callable[[], Budget], clock: Clock) -> None:
    """
    Half a minute is waited for, once.
    """
    mine = budget()
    mine.forbid(HOST, NOON + timedelta(seconds=30))
    mine.take(HOST, EACH_SECOND)
    mine.take(HOST, EACH_SECOND)

    assert clock.slept == [30.0, 1.0]


def test_nothing_is_forbidden_for_longer_than_a_day(budget: Callable[[], Budget]) -> None:
    """
    A service that says "next year" is asked again tomorrow.
    """
    budget().forbid(HOST, NOON + timedelta(days=365))

    assert refused(budget(), EACH_SECOND) == NOON + timedelta(hours=24)


def test_the_longer_of_two_waits_holds(budget: Callable[[], Budget]) -> None:
    """
    What one process was told is not shortened by what another was told.
    """
    budget().forbid(HOST, NOON + timedelta(hours=2))
    budget().forbid(HOST, NOON + timedelta(hours=1))
    budget().forbid(HOST, NOON - timedelta(days=1000))

    assert refused(budget(), EACH_SECOND) == NOON + timedelta(hours=2)


# Clocks that jump.


def test_a_clock_set_back_costs_one_pause_at_most(budget: Callable[[], Budget], clock: Clock) -> None:
    """
    A last request that seems to lie in the future is not waited for.
    """
    budget().take(HOST, EACH_SECOND)
    clock.set(NOON - timedelta(days=3000))
    budget().take(HOST, EACH_SECOND)
    budget().take(HOST, EACH_SECOND)

    assert clock.slept == [1.0, 1.0]


def test_a_clock_set_back_a_little_costs_one_pause_at_most(budget: Callable[[], Budget], clock: Clock) -> None:
    """
    A start that was waited for is not taken for one that others wait for.
    """
    budget().take(HOST, Allowance(2.0, None))
    budget().take(HOST, Allowance(2.0, None))
    clock.set(clock.moment - timedelta(seconds=1))
    budget().take(HOST, Allowance(2.0, None))

    assert clock.slept == [2.0, 2.0]


def test_a_clock_set_back_gives_no_new_requests(budget: Callable[[], Budget], clock: Clock) -> None:
    """
    A day in the future counts as today.
    """
    budget().take(HOST, Allowance(0.0, 1))
    clock.set(NOON - timedelta(days=3))

    assert refused(budget(), Allowance(0.0, 1)) == datetime(2026, 11, 25, tzinfo=UTC)


def test_a_clock_set_back_does_not_forbid_for_years(budget: Callable[[], Budget], clock: Clock) -> None:
    """
    What was forbidden for an hour under a wrong clock is over an hour later.
    """
    budget().forbid(HOST, NOON + timedelta(hours=1))
    clock.set(NOON - timedelta(days=3000))
    when = refused(budget(), EACH_SECOND)
    clock.set(when)
    budget().take(HOST, EACH_SECOND)

    assert (when, clock.slept) == (NOON - timedelta(days=3000) + timedelta(hours=1), [])


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("take"), st.just(0)),
        st.tuples(st.just("wait"), st.integers(0, 5)),
        st.tuples(st.just("set back"), st.integers(1, 10) | st.integers(1, 10**9)),
        st.tuples(st.just("forbid"), st.integers(-10, 400) | st.integers(-(10**6), 10**6)),
        st.tuples(st.just("damage"), st.integers(0, 150)),
    ),
    max_size=25,
)


@settings(max_examples=150)
@given(STEPS)
def test_no_order_of_events_makes_anyone_wait_too_long_or_too_short(steps: list[tuple[str, int]]) -> None:
    """
    Each start is a pause after the one before it, and no wait is longer than the pause or what the service asked for.

    One run after the other, with clocks that are set back (forwards nobody can tell it from time that passed) and files
    that are damaged.
    """
    clock, really, last, longest = Clock(), 0.0, -2.0, 2.0
    with tempfile.TemporaryDirectory() as folder:
        for step, number in steps:
            mine = Budget(Path(folder), now=clock.now, sleep=clock.sleep, warn=[].append)
            if step == "take":
                waited = waited_for(mine, clock)
                if waited is None:
                    assert longest > 300
                    continue
                assert waited <= longest
                really += waited
                assert really - last >= 2.0
                last = really
            elif step == "wait":
                really += number
                clock.set(clock.moment + timedelta(seconds=number))
            elif step == "set back":
                clock.set(max(clock.moment - timedelta(seconds=number), datetime(1000, 1, 1, tzinfo=UTC)))
            elif step == "forbid":
                mine.forbid(HOST, clock.moment + timedelta(seconds=number))
                longest = max(longest, number)
            elif (path := Path(folder) / FILE).exists():
                path.write_bytes(path.read_bytes()[:number])


def waited_for(budget: Budget, clock: Clock) -> float | None:
    """How long a request had to wait; None if it was refused."""
    clock.slept.clear()
    try:
        budget.take(HOST, Allowance(2.0, None))
    except Spent:
        return None
    return sum(clock.slept)


# Files that are not as we wrote them.


def written(**changes: object) -> bytes:
    moment = "2026-11-27T11:59:59.500000Z"
    content = {"host": HOST, "spent": 5, "written": moment, "last": moment, "forbidden": None}
    return json.dumps(content | changes).encode()


def test_the_file_is_the_documented_one(budget: Callable[[], Budget], tmp_path: Path) -> None:
    """
    What stands in the file is what these tests write into it.
    """
    budget().take(HOST, EACH_SECOND)
    moment = "2026-11-27T12:00:00.000000Z"

    assert json.loads(place(tmp_path).read_bytes()) == json.loads(written(spent=1, written=moment, last=moment))


def test_a_sound_file_is_believed(budget: Callable[[], Budget], tmp_path: Path, clock: Clock) -> None:
    """
    A file as we write it counts.
    """
    (tmp_path / "budgets").mkdir()
    place(tmp_path).write_bytes(written())
    mine = budget()
    mine.take(HOST, EACH_SECOND)

    assert (clock.slept, mine.spent_today(HOST)) == ([0.5], 6)


CORRUPT = {
    "empty": b"",
    "cut off": written()[:40],
    "no JSON": b"spent: 5",
    "a list": b"[]",
    "other keys": b'{"version": 2}',
    "of another host": written(host="data.example.org"),
    "a key twice": written().replace(b'"spent": 5', b'"spent": 5, "spent": 0'),
    "not whole": written().replace(b": 5", b": 5.0"),
    "NaN": written().replace(b": 5", b": NaN"),
    "true": written(spent=True),
    "below zero": written(spent=-1),
    "endless": written(spent=10**15),
    "no moment": written(written=None),
    "a number as moment": written(last=1_800_000_000),
    "another offset": written(last="2026-11-27T11:59:59.500000+08:00"),
    "no such day": written(last="2026-11-31T11:59:59.500000Z"),
    "text": written(forbidden="never"),
    "deep": b"[" * 4000,
}


@pytest.mark.parametrize("name", CORRUPT)
def test_a_corrupt_file_is_unknown(
    budget: Callable[[], Budget], tmp_path: Path, clock: Clock, warnings: list[str], name: str
) -> None:
    """
    A damaged file costs one warning and one pause; the count begins at zero, and is remembered from then on.
    """
    (tmp_path / "budgets").mkdir()
    place(tmp_path).write_bytes(CORRUPT[name])
    budget().take(HOST, EACH_SECOND)
    budget().take(HOST, EACH_SECOND)

    assert (clock.slept, budget().spent_today(HOST), len(warnings)) == ([1.0, 1.0], 2, 1)
    assert warnings[0].startswith(f"the budget of requests to {HOST} is not shared with other runs: ")


@pytest.mark.parametrize(
    "changes",
    [
        {"last": "9999-12-31T23:59:59.999999Z"},
        {"last": "9999-12-31T23:59:59.999999Z", "written": "9999-12-31T23:59:59.999999Z"},
        {"last": "0001-01-01T00:00:00.000000Z", "written": "0001-01-01T00:00:00.000000Z"},
        {"forbidden": "0001-01-01T00:00:00.000000Z", "written": "9999-12-31T23:59:59.999999Z"},
    ],
)
def test_a_file_of_the_end_of_time_makes_nobody_wait(
    budget: Callable[[], Budget], tmp_path: Path, clock: Clock, changes: dict[str, str]
) -> None:
    """
    Moments far away cost one pause at most.
    """
    (tmp_path / "budgets").mkdir()
    place(tmp_path).write_bytes(written(**changes))
    budget().take(HOST, EACH_SECOND)

    assert sum(clock.slept) <= 1.0


def test_a_file_that_forbids_for_ever_forbids_for_a_day(budget: Callable[[], Budget], tmp_path: Path) -> None:
    """
    An edited file cannot shut a source off.
    """
    (tmp_path / "budgets").mkdir()
    place(tmp_path).write_bytes(written(forbidden="9999-12-31T23:59:59.999999Z"))

    assert refused(budget(), EACH_SECOND) == NOON + timedelta(hours=24) - timedelta(seconds=0.5)


def a_link(path: Path) -> None:
    outside = path.parent.parent / "outside"
    outside.write_bytes(written())
    path.symlink_to(outside)


def a_large_file(path: Path) -> None:
    path.write_bytes(written() + b" " * 5000)


@pytest.mark.parametrize(
    ("name", "make"),
    [(name, make) for name in (FILE, f"{FILE}.lock") for make in (os.mkfifo, os.mkdir, a_link)]
    + [(FILE, a_large_file)],
)
def test_a_file_that_is_not_ours_is_left_alone(
    budget: Callable[[], Budget],
    tmp_path: Path,
    clock: Clock,
    warnings: list[str],
    name: str,
    make: Callable[[Path], None],
) -> None:
    """
    Beside what is no plain file of ours a run goes on with a budget of its own, after one warning.
    """
    path = tmp_path / "budgets" / name
    path.parent.mkdir()
    make(path)
    before = path.lstat()
    mine = budget()
    for _ in range(3):
        mine.take(HOST, EACH_SECOND)
    outside = tmp_path / "outside"

    assert clock.slept[-2:] == [1.0, 1.0]
    assert (mine.spent_today(HOST), len(warnings)) == (3, 1)
    assert (path.lstat().st_ino, path.lstat().st_mode) == (before.st_ino, before.st_mode)
    assert not outside.exists() or outside.read_bytes() == written()


def test_a_folder_that_is_a_file_costs_a_warning(
    budget: Callable[[], Budget], tmp_path: Path, clock: Clock, warnings: list[str]
) -> None:
    """
    Where no folder can be made the budget is kept in memory.
    """
    (tmp_path / "budgets").write_bytes(b"mine")
    mine = budget()
    mine.take(HOST, EACH_SECOND)
    mine.take(HOST, EACH_SECOND)

    assert (clock.slept, mine.spent_today(HOST)) == ([1.0], 2)
    assert warnings == [f"the budget of requests to {HOST} is not shared with other runs: file exists"]


def test_a_lock_that_does_not_come_free_is_waited_for_once(
    budget: Callable[..., Budget], tmp_path: Path, clock: Clock, warnings: list[str]
) -> None:
    """
    While another process holds the lock what it wrote is respected, and the run goes on.
    """
    (tmp_path / "budgets").mkdir()
    place(tmp_path).write_bytes(written())
    mine = budget(lock_wait=0.5)
    began = monotonic()
    with FileLock(f"{place(tmp_path)}.lock"):
        for _ in range(12):
            mine.take(HOST, EACH_SECOND)

    assert monotonic() - began < 60
    assert (clock.slept, mine.spent_today(HOST), place(tmp_path).read_bytes()) == ([0.5] + [1.0] * 11, 17, written())
    assert [warning.partition(": ")[2] for warning in warnings] == ["another process held its lock for 0.5 seconds"]


def test_a_full_disk_costs_a_warning(
    budget: Callable[[], Budget], tmp_path: Path, clock: Clock, warnings: list[str]
) -> None:
    """
    What cannot be written is remembered in memory, and the file stays as it was.
    """
    resource = pytest.importorskip("resource")
    mine = budget()
    mine.take(HOST, EACH_SECOND)
    before = place(tmp_path).read_bytes()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50, limits[1]))
    try:
        mine.take(HOST, EACH_SECOND)
        mine.take(HOST, EACH_SECOND)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    assert (clock.slept, mine.spent_today(HOST), place(tmp_path).read_bytes()) == ([1.0, 1.0], 3, before)
    assert warnings == [f"the budget of requests to {HOST} is not shared with other runs: file too large"]
    assert sorted(path.name for path in place(tmp_path).parent.iterdir()) == [FILE, f"{FILE}.lock"]


# Several processes.

SCRIPT = """
import os, sys, time, traceback
from datetime import UTC, datetime, timedelta
from pathlib import Path
from factcheck.resolvers.live.budget import Allowance, Budget

folder = Path(sys.argv[1])

def fail(message):
    print(message, file=sys.stderr)
    os._exit(1)
"""
SHARING = (
    SCRIPT
    + """
read, write = os.pipe()
children = []
for _ in range(3):
    child = os.fork()
    if child == 0:
        plan, slept = [None], [False]
        def now():
            moment = datetime.now(UTC)
            if not slept[0]:
                plan[0] = moment
            return moment
        def sleep(seconds):
            plan[0] += timedelta(seconds=seconds)
            slept[0] = True
            time.sleep(seconds)
        budget = Budget(folder, now=now, sleep=sleep, warn=fail)
        for _ in range(8):
            slept[0] = False
            budget.take("api.example.org", Allowance(0.05, None))
            assert datetime.now(UTC) >= plan[0]
            os.write(write, plan[0].isoformat().encode() + b"\\n")
        os._exit(0)
    children.append(child)
os.close(write)
with os.fdopen(read) as pipe:
    starts = sorted(datetime.fromisoformat(line.strip()) for line in pipe)
assert not any(os.waitpid(child, 0)[1] for child in children)
shortest = min(after - before for before, after in zip(starts, starts[1:]))
print(len(starts), shortest >= timedelta(seconds=0.05))
print(Budget(folder, now=lambda: starts[-1], sleep=fail).spent_today("api.example.org"))
"""
)
KILLED = (
    SCRIPT
    + """
import random, signal
for round in range(100):
    before = Budget(folder, now=lambda: datetime(2026, 11, 27, 12, tzinfo=UTC), sleep=len, warn=fail)
    spent = before.spent_today("api.example.org")
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        budget = Budget(folder, now=lambda: datetime(2026, 11, 27, 12, tzinfo=UTC), sleep=len, warn=fail)
        while True:
            budget.take("api.example.org", Allowance(0.0, None))
            os.write(write, b".")
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        taken = pipe.read(1)
        time.sleep(random.random() * 0.008)
        os.kill(child, signal.SIGKILL)
        taken += pipe.read()
    os.waitpid(child, 0)
    after = Budget(folder, now=lambda: datetime(2026, 11, 27, 12, tzinfo=UTC), sleep=len, warn=fail)
    assert after.spent_today("api.example.org") - spent - len(taken) in (0, 1)
print(after.spent_today("api.example.org") >= 100)
"""
)
READ_ONLY = (
    SCRIPT
    + """
noon, waits, warnings = datetime(2026, 11, 27, 12, tzinfo=UTC), [], []
Budget(folder, now=lambda: noon, sleep=waits.append).take("api.example.org", Allowance(1.0, None))
for path in folder.iterdir():
    path.chmod(0o444)
folder.chmod(0o555)
if os.geteuid() == 0:
    os.setuid(65534)  # root may write anywhere
budget = Budget(folder, now=lambda: noon, sleep=waits.append, warn=warnings.append)
for _ in range(3):
    budget.take("api.example.org", Allowance(1.0, None))
print(waits, budget.spent_today("api.example.org"))
print("\\n".join(warnings))
"""
)


def run(script: str, folder: Path) -> list[str]:
    done = subprocess.run([sys.executable, "-c", script, str(folder)], capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


def test_processes_that_share_a_budget_keep_the_pause(tmp_path: Path) -> None:
    """
    Of three processes that ask at once no two start within a pause, and each request is counted.
    """

    assert run(SHARING, tmp_path / "budgets") == ["24 True", "24"]


def test_a_process_that_is_killed_loses_no_request(tmp_path: Path) -> None:
    """
    After each of 100 kills every request is counted, the lock is free and the file is sound.
    """

    assert run(KILLED, tmp_path / "budgets") == ["True"]


def test_a_folder_that_may_not_be_written_costs_a_warning() -> None:
    """
    In a read-only folder what is written there is respected, and the run remembers for itself.
    """
    top = Path(tempfile.mkdtemp())
    try:
        top.chmod(0o755)
        printed = run(READ_ONLY, top / "budgets")
    finally:
        for path in (top, *top.rglob("*")):
            path.chmod(0o755)
        shutil.rmtree(top)

    assert printed == [
        "[1.0, 2.0, 3.0] 4",
        "the budget of requests to api.example.org is not shared with other runs: permission denied",
    ]
