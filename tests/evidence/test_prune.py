"""Bodies that nothing needs go when someone asks for it, and nothing else does."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event, Thread

import pytest

from factcheck.evidence.request import Request
from factcheck.evidence.store import EvidenceStore

BUILD = Callable[[str], Request]


def keep(store: EvidenceStore, request: Request, body: bytes, retrieved: datetime) -> str:
    return store.keep(request, status=200, content_type="application/json", body=body, retrieved=retrieved)


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def test_what_is_needed_stays_as_it_is(store: EvidenceStore, request_of: BUILD, noon: datetime) -> None:
    """
    Pruning leaves what is to be kept, with all that leads to it, and says how many bodies went.
    """
    needed = keep(store, request_of("2024"), b"needed", noon)
    keep(store, request_of("2024"), b"old", noon - timedelta(days=1))
    keep(store, request_of("2023"), b"old", noon)
    keep(store, request_of("2023"), b"older", noon)
    before = store.newest(request_of("2024"))

    assert store.prune([needed]) == 2
    assert store.all(request_of("2024")) == (before,)
    assert store.all(request_of("2023")) == ()


def test_nothing_is_left_of_what_went(
    store: EvidenceStore, request_of: BUILD, noon: datetime, tmp_path: Path, warnings: list[str]
) -> None:
    """
    The index files of a body go with it, and folders in which nothing is left.
    """
    for day in range(3):
        keep(store, request_of("2024"), b"same", noon + timedelta(days=day))

    assert store.prune([]) == 1
    assert files(tmp_path) == ["evidence", "evidence/bodies", "evidence/requests"]
    assert warnings == []


def test_pruning_again_does_nothing(store: EvidenceStore, request_of: BUILD, noon: datetime) -> None:
    """
    What went is gone.
    """
    keep(store, request_of("2024"), b"abc", noon)
    store.prune([])

    assert store.prune([]) == 0


def test_an_index_without_its_body_goes_too(
    store: EvidenceStore, request_of: BUILD, noon: datetime, tmp_path: Path, warnings: list[str]
) -> None:
    """
    An index that leads nowhere is removed, so that it is warned of no more.
    """
    sha256 = keep(store, request_of("2024"), b"abc", noon)
    (tmp_path / "evidence" / "bodies" / sha256[:2] / sha256).unlink()
    store.prune([])

    assert (store.newest(request_of("2024")), warnings) == (None, [])


def test_a_body_without_an_index_goes_and_may_be_kept(store: EvidenceStore, tmp_path: Path) -> None:
    """
    What a killed writer left is pruned like any other body, unless it is needed.
    """
    for name in ("ab" * 32, "cd" * 32):
        path = tmp_path / "evidence" / "bodies" / name[:2] / name
        path.parent.mkdir(parents=True)
        path.write_bytes(b"")

    assert store.prune(["ab" * 32]) == 1
    assert files(tmp_path / "evidence" / "bodies") == ["ab", "ab/" + "ab" * 32]


@pytest.mark.parametrize(("hours", "stays"), [(-48, False), (0, True), (23, True), (25, False)])
def test_temporary_files_go_after_a_day(
    store: EvidenceStore, request_of: BUILD, noon: datetime, tmp_path: Path, hours: int, stays: bool
) -> None:
    """
    A file that a writer may still be writing stays; one of yesterday, or from a wrong clock, goes.
    """
    sha256 = keep(store, request_of("2024"), b"abc", noon)
    left = tmp_path / "evidence" / "bodies" / sha256[:2] / f".{sha256[:60]}.0123456789abcdef.tmp"
    left.write_bytes(b"half")
    written = left.stat().st_mtime - hours * 3600
    os.utime(left, (written, written))
    store.prune([sha256])

    assert left.exists() is stays


def test_files_that_are_not_ours_stay(store: EvidenceStore, request_of: BUILD, noon: datetime, tmp_path: Path) -> None:
    """
    Pruning removes only what has a name of ours, however old the rest is.
    """
    needed = keep(store, request_of("2024"), b"needed", noon)
    top = tmp_path / "evidence"
    others = [top / "README", top / "bodies" / "notes.txt", top / "bodies" / needed[:2] / "notes.txt"]
    for path in others:
        path.write_bytes(b"mine")
    misplaced = top / "bodies" / "ba" / ("00" * 32)
    misplaced.parent.mkdir()
    misplaced.write_bytes(b"mine")
    for path in top.rglob("*"):
        os.utime(path, (1e9, 1e9))
    store.prune([needed])

    assert [path.read_bytes() for path in (*others, misplaced)] == [b"mine"] * 4
    assert store.newest(request_of("2024")) is not None


def test_links_go_and_what_they_name_stays(
    store: EvidenceStore, request_of: BUILD, noon: datetime, tmp_path: Path
) -> None:
    """
    A link in the place of a body is removed; a link in the place of a folder is not entered.
    """
    sha256 = keep(store, request_of("2024"), b"abc", noon)
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / ("cd" * 32)).write_bytes(b"precious")
    body = tmp_path / "evidence" / "bodies" / sha256[:2] / sha256
    body.unlink()
    body.symlink_to(outside / ("cd" * 32))
    (tmp_path / "evidence" / "bodies" / "cd").symlink_to(outside)

    assert store.prune([]) == 1
    assert (outside / ("cd" * 32)).read_bytes() == b"precious"


def test_a_folder_in_the_place_of_a_body_stays_with_a_warning(
    store: EvidenceStore, tmp_path: Path, warnings: list[str]
) -> None:
    """
    Pruning removes no folder with something in it.
    """
    path = tmp_path / "evidence" / "bodies" / "ab" / ("ab" * 32)
    (path / "inside").mkdir(parents=True)

    assert (store.prune([]), path.exists()) == (0, True)
    assert warnings == [f"evidence: bodies/ab/{'ab' * 32} is a folder and is not pruned; remove it by hand"]


#: Does something else at the n-th time that a piece of work asks something of the file system.
INTERRUPTED = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from factcheck.evidence.request import Request
from factcheck.evidence.store import EvidenceStore

REQUEST, NOON = Request("GET", "https://stats.example.org/", (), "", ""), datetime(2026, 11, 27, 12, tzinfo=UTC)
STEPS = {"open", "os.listdir", "os.mkdir", "os.rename", "os.remove", "os.rmdir"}
waiting = []

def hook(event, _):
    if waiting and event in STEPS:
        waiting[0] -= 1
        if waiting[0] < 0:
            waiting.clear()
            meanwhile()

def keep(hours):
    store.keep(REQUEST, status=200, content_type="", body=b"abc", retrieved=NOON + timedelta(hours=hours))

sys.addaudithook(hook)
step, done, found = 0, False, []
while not done:
    store = EvidenceStore(Path(sys.argv[1]) / str(step), sys.exit)
    meanwhile = lambda: None
    if sys.argv[2] != "keeping first":
        keep(0)
    if sys.argv[2] == "pruning":
        work, meanwhile = lambda: store.prune([]), lambda: keep(1)
    else:
        work, meanwhile = lambda: keep(1), lambda: store.prune([])
    waiting.append(step)
    work()
    done = bool(waiting)  # the work was over before
    waiting.clear()
    found.append(len(store.all(REQUEST)))
    step += 1
print(step >= 4, set(found) <= {0, 1, 2}, 1 in found)
"""


@pytest.mark.parametrize("work", ["keeping first", "keeping", "pruning"])
def test_keeping_and_pruning_leave_no_index_without_its_body(
    tmp_path: Path, run_script: Callable[..., str], work: str
) -> None:
    """
    At whichever step of the one the other comes in between, nothing is warned of: a reply is there whole or not at all.
    """

    assert run_script(INTERRUPTED, str(tmp_path), work) == "True True True\n"


def test_what_is_kept_while_someone_prunes_is_there(tmp_path: Path, request_of: BUILD, noon: datetime) -> None:
    """
    A reply that is kept while others are pruned has its body: no index is left that leads nowhere.
    """
    warnings: list[str] = []
    folder, stop = tmp_path / "evidence", Event()

    def prune_on() -> None:
        while not stop.is_set():
            EvidenceStore(folder, warnings.append).prune([])

    pruner = Thread(target=prune_on)
    pruner.start()
    store = EvidenceStore(folder, warnings.append)
    try:
        for number in range(300):
            keep(store, request_of("2024"), b"same", noon + timedelta(seconds=number))
    finally:
        stop.set()
        pruner.join()
    sha256 = keep(store, request_of("2024"), b"same", noon + timedelta(days=1))

    assert [kept.sha256 for kept in EvidenceStore(folder, warnings.append).all(request_of("2024"))][-1] == sha256
    assert warnings == []
