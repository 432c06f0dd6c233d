"""A process that is killed at any moment loses nothing that was kept, and stops nobody after it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that fork")

SETUP = """
import os, random, signal, sys, time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from factcheck.evidence.request import Request
from factcheck.evidence.store import EvidenceStore

folder, NOON = Path(sys.argv[1]), datetime(2026, 11, 27, 12, tzinfo=UTC)

def asked(round, number):
    return Request("GET", "https://stats.example.org/", (("n", str(number)), ("round", str(round))), "", "")

def body_of(round, number):
    if number % 3 == 0:
        return b"the same for all"
    return b"%d %d " % (round, number) + bytes(number % 7 * 20_000)

def keep(store, round, number):
    when = NOON + timedelta(seconds=number)
    store.keep(asked(round, number), status=200, content_type="text/csv", body=body_of(round, number), retrieved=when)

def check(acknowledged):
    warnings = []
    store = EvidenceStore(folder, warnings.append)
    for round, number in acknowledged:
        found = store.newest(asked(round, number))
        assert found is not None, (round, number)
        assert found.body == body_of(round, number), (round, number)
    assert warnings == [], warnings
"""

KILLED_AT_RANDOM = (
    SETUP
    + """
everything = []
for round in range(150):
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        store = EvidenceStore(folder, lambda message: os._exit(9))
        for number in range(1_000_000):
            keep(store, round, number)
            os.write(write, b"%d\\n" % number)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        first = pipe.readline()
        time.sleep(random.random() * 0.012)
        os.kill(child, signal.SIGKILL)
        acknowledged = [(round, int(line)) for line in [first, *pipe.read().splitlines()]]
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL, status
    check(acknowledged)
    everything += acknowledged
    keep(EvidenceStore(folder), -1, round)
    check([(-1, round)])
check(everything)
left = [path for path in folder.rglob("*.tmp")]
assert EvidenceStore(folder).prune([]) > 0
print(len(everything) >= 150, all(path.name.startswith(".") for path in left))
"""
)

#: Kills itself at the n-th time that it asks something of the file system.
KILLED_AT_EACH_STEP = (
    SETUP
    + """
STEPS = {"open", "os.listdir", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod"}

def dies_at(step):
    left = [step]
    def hook(event, _):
        if event in STEPS:
            left[0] -= 1
            if left[0] < 0:
                os.kill(os.getpid(), signal.SIGKILL)
    sys.addaudithook(hook)

def killed_at(step, work):
    child = os.fork()
    if child == 0:
        dies_at(step)
        work()
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])
"""
)
KEEPING = """
step = 0
while killed_at(step, lambda: keep(EvidenceStore(folder / str(step)), 1, 1)):
    top, folder = folder, folder / str(step)
    found = EvidenceStore(folder, lambda message: sys.exit(message)).all(asked(1, 1))
    assert len(found) <= 1
    keep(EvidenceStore(folder, lambda message: sys.exit(message)), 1, 1)
    check([(1, 1)])
    folder = top
    step += 1
print(step >= 6)
"""
PRUNING = """
step, top = 0, folder
while True:
    folder = top / str(step)
    store = EvidenceStore(folder, lambda message: sys.exit(message))
    for number in range(1, 6):
        keep(store, 1, number)
    needed = store.newest(asked(1, 2)).sha256
    if not killed_at(step, lambda: store.prune([needed])):
        break
    for number in range(1, 6):
        for kept in store.all(asked(1, number)):
            assert kept.body == body_of(1, number)
    check([(1, 2)])
    store.prune([needed])
    check([(1, 2)])
    bodies = [path.name for path in (folder / "bodies").rglob("*") if path.is_file() and path.suffix != ".tmp"]
    assert bodies == [needed], bodies
    step += 1
print(step >= 15)
"""


def test_killed_at_random_moments(tmp_path: Path, run_script: Callable[..., str]) -> None:
    """
    After each of 150 kills all that was acknowledged is there, nothing is warned of, and the next reply is kept.
    """

    assert run_script(KILLED_AT_RANDOM, str(tmp_path / "evidence")) == "True True\n"


def test_killed_at_each_step_of_keeping(tmp_path: Path, run_script: Callable[..., str]) -> None:
    """
    Before whichever call to the system a writer dies, the reply is there whole or not at all.
    """

    assert run_script(KILLED_AT_EACH_STEP + KEEPING, str(tmp_path)) == "True\n"


def test_killed_at_each_step_of_pruning(tmp_path: Path, run_script: Callable[..., str]) -> None:
    """
    Before whichever call to the system a prune dies, what is needed stays, and the next prune does the rest.
    """

    assert run_script(KILLED_AT_EACH_STEP + PRUNING, str(tmp_path)) == "True\n"
