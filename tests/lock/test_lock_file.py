"""The file of a lock: written whole or not at all, by one writer at a time, inside the project only."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from filelock import FileLock

from factcheck.errors import LockError, SettingsError
from factcheck.lock.file import LockFile, lock_file
from factcheck.lock.pinned import Lock, Pinned
from tests.lock.figures import query, row

resource = pytest.importorskip("resource")
GUARD = ".factcheck.lock.guard"
ROOT = Path(__file__).parents[2]


def adding(value: str, period: str = "2024") -> Callable[[Lock], Lock]:
    """A change that pins one more row."""

    def change(old: Lock) -> Lock:
        return old._replace(asked=(query(),), rows=(*old.rows, Pinned("service", row(value, period))))

    return change


def values(file: LockFile) -> list[str]:
    lock = file.read()
    return [] if lock is None else sorted(str(getattr(each, "value", "")) for _, each in lock.rows)


@pytest.fixture
def file(tmp_path: Path) -> LockFile:
    return lock_file(None, tmp_path)


def test_nothing_but_the_lock_and_its_guard_is_left(file: LockFile, tmp_path: Path) -> None:
    """
    Writing leaves no half-written file behind.
    """
    file.change(adding("1"))
    file.change(adding("2"))

    assert sorted(path.name for path in tmp_path.iterdir()) == [GUARD, "factcheck.lock"]
    assert values(file) == ["1", "2"]


def test_what_killed_writers_left_is_swept(file: LockFile, tmp_path: Path) -> None:
    """
    Half-written files of the lock go with the next write; files that only look alike stay.
    """
    for name in (".factcheck.lock.ab12_xyz", ".factcheck.lock.notes", ".factcheck.lock.AB12CDEF", "factcheck.lock.bak"):
        (tmp_path / name).write_text("x")
    file.change(adding("1"))

    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".factcheck.lock.AB12CDEF",
        GUARD,
        ".factcheck.lock.notes",
        "factcheck.lock",
        "factcheck.lock.bak",
    ]


def test_an_edited_lock_is_never_written_over(file: LockFile) -> None:
    """
    A lock that cannot be read stays as it is, for a person to restore.
    """
    file.change(adding("1"))
    edited = file.text().replace('"1"', '"7"')
    file.path.write_text(edited, encoding="utf-8")
    with pytest.raises(LockError, match="the lock was edited"):
        file.change(adding("2"))

    assert file.text() == edited


def test_a_link_inside_the_project_stays_a_link(file: LockFile, tmp_path: Path) -> None:
    """
    What it leads to is written.
    """
    (tmp_path / "locks").mkdir()
    file.path.symlink_to(tmp_path / "locks" / "real.lock")
    (tmp_path / "locks" / "real.lock").write_text("")
    with pytest.raises(LockError, match="no valid JSON"):
        file.change(adding("1"))
    (tmp_path / "locks" / "real.lock").unlink()
    other = lock_file("locks/real.lock", tmp_path)
    other.change(adding("1"))
    file.change(adding("2"))

    assert Path(file.place).is_symlink()
    assert values(other) == ["1", "2"]


@pytest.mark.parametrize("there", [True, False])
def test_a_link_out_of_the_project_is_not_followed(tmp_path: Path, there: bool) -> None:
    """
    Nothing outside is written, whether or not something stands there.
    """
    (tmp_path / "project").mkdir()
    outside = tmp_path / "outside"
    if there:
        outside.write_text("precious")
    (tmp_path / "project" / "factcheck.lock").symlink_to(outside)
    with pytest.raises((LockError, SettingsError), match="leads out"):
        lock_file(None, tmp_path / "project").change(adding("1"))

    assert outside.exists() == there
    assert not there or outside.read_text() == "precious"


def make_link(path: Path, to: Path) -> None:
    path.symlink_to(to)


def make_folder(path: Path, to: Path) -> None:
    path.mkdir()


def make_fifo(path: Path, to: Path) -> None:
    os.mkfifo(path)


@pytest.mark.parametrize("make", [make_link, make_folder, make_fifo])
def test_a_guard_that_is_no_plain_file_is_refused(
    file: LockFile, tmp_path: Path, make: Callable[[Path, Path], None]
) -> None:
    """
    A link in the guard's place would have what it leads to emptied.
    """
    precious = tmp_path / "precious"
    precious.write_text("precious")
    make(tmp_path / GUARD, precious)
    with pytest.raises(SettingsError, match="is no plain file; delete it"):
        file.change(adding("1"))

    assert precious.read_text() == "precious"


def test_another_writer_is_waited_for_and_then_told_of(file: LockFile, tmp_path: Path) -> None:
    """
    Who holds the guard too long is named as what it is.
    """
    with FileLock(tmp_path / GUARD), pytest.raises(SettingsError, match="another factcheck is writing"):
        file.change(adding("1"), patience=0.1)

    assert not file.exists()


def test_threads_lose_nothing(file: LockFile, tmp_path: Path) -> None:
    """
    Eight threads that each pin five rows leave forty.
    """

    def work(number: int) -> None:
        for each in range(5):
            lock_file(None, tmp_path).change(adding(f"{number}{each}"))

    threads = [threading.Thread(target=work, args=(number,)) for number in range(1, 9)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert values(file) == sorted(f"{number}{each}" for number in range(1, 9) for each in range(5))


SETUP = """
import os, random, signal, sys, time
from pathlib import Path
from factcheck.errors import SettingsError
from factcheck.lock.file import lock_file
from factcheck.lock.pinned import Lock, Pinned
from tests.lock.figures import query, row

folder = Path(sys.argv[1])

def pin(value):
    def change(old):
        return old._replace(asked=(query(),), rows=(*old.rows, Pinned("service", row(str(value)))))
    lock_file(None, folder).change(change)

def pinned():
    lock = lock_file(None, folder).read()
    return set() if lock is None else {int(each.value) for _, each in lock.rows}
"""


def run(script: str, folder: Path) -> str:
    """Run Python in a process of its own, and give what it printed."""
    command = [sys.executable, "-c", SETUP + script, folder]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, cwd=ROOT)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


PROCESSES = """
children = []
for number in range(4):
    child = os.fork()
    if child == 0:
        for each in range(10):
            pin(number * 100 + each)
        os._exit(0)
    children.append(child)
for child in children:
    assert os.waitpid(child, 0)[1] == 0
print(pinned() == {number * 100 + each for number in range(4) for each in range(10)})
"""

KILLED = """
acknowledged, number, kills = set(), 0, 0
while kills < 120:
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        while True:
            number += 1
            pin(number)
            os.write(write, b"%d\\n" % number)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        first = pipe.readline()
        time.sleep(random.random() * 0.02)
        os.kill(child, signal.SIGKILL)
        told = [int(line) for line in [first, *pipe.read().splitlines()] if line]
    assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL
    kills += 1
    acknowledged |= set(told)
    found = pinned()
    assert acknowledged <= found, acknowledged - found
    assert len(found - acknowledged) <= 1 + kills, "more than was ever written"
    number = max(found) + 1
    pin(number)
    acknowledged.add(number)
    assert acknowledged <= pinned()
    left = [path.name for path in folder.iterdir() if path.name not in ("factcheck.lock", ".factcheck.lock.guard")]
    assert left == [], left
    if len(found) > 300:  # a small lock is quickly written, and a large one slowly: both are tried
        (folder / "factcheck.lock").unlink()
        acknowledged.clear()
print(kills)
"""

#: Kills itself at the n-th time that it asks something of the file system, in the middle of a write in every way.
KILLED_AT_EACH_STEP = """
STEPS = {"open", "os.listdir", "os.scandir", "os.mkdir", "os.rename", "os.remove", "os.chmod", "fcntl.flock"}

def dies_at(step):
    left = [step]
    def hook(event, _):
        if event in STEPS:
            left[0] -= 1
            if left[0] < 0:
                os.kill(os.getpid(), signal.SIGKILL)
    sys.addaudithook(hook)

pin(0)
step, half = 0, 0
while True:
    child = os.fork()
    if child == 0:
        dies_at(step)
        pin(step + 1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    half += len([path for path in folder.iterdir() if path.name not in ("factcheck.lock", ".factcheck.lock.guard")])
    assert pinned() in ({0}, {0, step + 1})
    if not os.WIFSIGNALED(status):
        break
    pin(step + 1000)
    (folder / "factcheck.lock").unlink()
    pin(0)
    step += 1
print(step >= 8, half > 0)
"""


def test_processes_lose_nothing(tmp_path: Path) -> None:
    """
    Four processes that each pin ten rows leave forty.
    """

    assert run(PROCESSES, tmp_path) == "True\n"


def test_killed_at_random_moments(tmp_path: Path) -> None:
    """
    After each of 120 kills the lock can be read, what was acknowledged is in it, and the next run succeeds.
    """

    assert run(KILLED, tmp_path) == "120\n"


def test_killed_at_each_step(tmp_path: Path) -> None:
    """
    Before whichever call to the system a writer dies, the lock is the old or the new one, and the next run succeeds.
    """

    assert run(KILLED_AT_EACH_STEP, tmp_path) == "True True\n"


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    """What a disk does that is full, to whoever may not mount one: writing fails in the middle of a file."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("size", [0, 100, 600])
def test_a_lock_that_does_not_fit_leaves_the_old_one(file: LockFile, tmp_path: Path, size: int) -> None:
    """
    Writing that fails in the middle is a clear error; the old lock stands, and nothing half lies beside it.
    """
    file.change(adding("1"))
    with (
        no_file_larger_than(size),
        pytest.raises(SettingsError, match=r"factcheck.lock cannot be written: File too la"),
    ):
        file.change(adding("2"))

    assert values(file) == ["1"]
    assert sorted(path.name for path in tmp_path.iterdir()) == [GUARD, "factcheck.lock"]


def test_a_disk_that_fills_up(tmp_path: Path) -> None:
    """
    On a full disk the lock that is there stays whole, and after making room it goes on.
    """
    mount, unmount = shutil.which("mount"), shutil.which("umount")
    if mount is None or unmount is None or os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    if subprocess.run([mount, "-t", "tmpfs", "-o", "size=64k", "tmpfs", tmp_path], capture_output=True).returncode:
        pytest.skip("no disk can be mounted here")
    try:
        file = lock_file(None, tmp_path)
        file.change(adding("1"))
        filler = tmp_path / "filler"
        with pytest.raises(OSError, match="No space left"):
            filler.write_bytes(b"x" * 100_000)
        with pytest.raises(SettingsError, match="cannot be written: No space left on device"):
            file.change(adding("2"))
        left = values(file), sorted(path.name for path in tmp_path.iterdir())
        filler.unlink()
        file.change(adding("2"))
        after = values(file)
    finally:
        subprocess.run([unmount, tmp_path], check=True)

    assert left == (["1"], [GUARD, "factcheck.lock", "filler"])
    assert after == ["1", "2"]


READ_ONLY = """
pin(1)
if sys.argv[1].endswith("guarded"):
    (folder / ".factcheck.lock.guard").unlink()
folder.chmod(0o555)
if os.geteuid() == 0:
    os.setuid(65534)  # root may write anywhere
try:
    pin(2)
except SettingsError as error:
    print(error)
print(pinned())
"""


@pytest.mark.parametrize("name", ["with-guard", "unguarded"])
def test_a_folder_that_may_not_be_written(name: str) -> None:
    """
    In a read-only folder the lock can be read, and writing is a clear error.
    """
    top = Path(tempfile.mkdtemp())
    folder = top / name
    folder.mkdir()
    try:
        top.chmod(0o755)
        printed = run(READ_ONLY, folder).splitlines()
    finally:
        folder.chmod(0o755)
        shutil.rmtree(top)

    assert printed[0].startswith("factcheck.lock cannot be written: Permission denied")
    assert printed[1] == "{1}"


def test_a_lock_that_could_not_be_read_back_is_never_written(file: LockFile) -> None:
    """
    A row that is none is found before the file is touched.
    """
    file.change(adding("1"))
    with pytest.raises(LockError):
        file.change(adding("-1"))

    assert values(file) == ["1"]
