"""A full disk, or a folder that may not be written, costs a warning; what is there stays and can be read."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from factcheck.evidence.request import Request
from factcheck.evidence.store import EvidenceStore

resource = pytest.importorskip("resource")
BUILD = Callable[[str], Request]
FULL = "make room or make the folder writable, so that it can be shown later"


def keep(store: EvidenceStore, request: Request, body: bytes, retrieved: datetime) -> str:
    return store.keep(request, status=200, content_type="application/json", body=body, retrieved=retrieved)


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    """What a disk does that is full, to whoever may not mount one: writing fails in the middle of a file."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("size", [0, 100, 4096])
def test_a_body_that_does_not_fit_leaves_nothing_half(
    store: EvidenceStore, request_of: BUILD, noon: datetime, tmp_path: Path, warnings: list[str], size: int
) -> None:
    """
    Writing that fails in the middle of a body costs one warning and leaves what was there.
    """
    sha256 = keep(store, request_of("2024"), b"before", noon)
    before = files(tmp_path)
    with no_file_larger_than(size):
        keep(store, request_of("2024"), b"x" * 5000, noon + timedelta(days=1))

    assert files(tmp_path) == before
    assert store.body(sha256) == b"before"
    assert warnings == [f"evidence: a reply of https://stats.example.org/trade is not kept: file too large; {FULL}"]


def test_an_index_that_does_not_fit_leaves_a_body_that_may_be_used_later(
    store: EvidenceStore, request_of: BUILD, noon: datetime, warnings: list[str]
) -> None:
    """
    A body whose index could not be written is no evidence yet; keeping it again makes it so.
    """
    with no_file_larger_than(100):
        keep(store, request_of("2024"), b"abc", noon)
    found = store.newest(request_of("2024"))
    keep(store, request_of("2024"), b"abc", noon)

    assert (found, len(warnings)) == (None, 1)
    assert len(store.all(request_of("2024"))) == 1


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """
    A disk of 200 KiB.
    """
    place = tmp_path / "disk"
    place.mkdir()
    mount, unmount = shutil.which("mount"), shutil.which("umount")
    if mount is None or unmount is None or os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    mounted = subprocess.run([mount, "-t", "tmpfs", "-o", "size=200k", "tmpfs", place], capture_output=True)
    if mounted.returncode != 0:
        pytest.skip("no disk can be mounted here")
    yield place
    subprocess.run([unmount, place], check=True)


def test_a_disk_that_fills_up(small_disk: Path, request_of: BUILD, noon: datetime, warnings: list[str]) -> None:
    """
    On a full disk what was kept before is all there, no file is half, and after making room it goes on.
    """
    store = EvidenceStore(small_disk / "evidence", warnings.append)
    hashes = []
    while not warnings:
        hashes.append(keep(store, request_of(str(len(hashes))), b"%d" % len(hashes) * 10_000, noon))
    for again in range(20):
        keep(store, request_of(f"again {again}"), b"again" * 10_000, noon)

    assert len(hashes) > 3
    assert [store.has(sha256) for sha256 in hashes[:-1]] == [True] * (len(hashes) - 1)
    assert not [name for name in files(small_disk) if name.endswith(".tmp")]
    assert warnings == [
        f"evidence: a reply of https://stats.example.org/trade is not kept: no space left on device; {FULL}"
    ]

    store.prune(hashes[1:3])
    keep(store, request_of("later"), b"later", noon)

    assert store.newest(request_of("later")) is not None
    assert store.newest(request_of("1")) is not None
    assert len(warnings) == 1


READ_ONLY = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from factcheck.evidence.request import Request
from factcheck.evidence.store import EvidenceStore

NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)
folder, request = Path(sys.argv[1]), Request("GET", "https://stats.example.org/", (), "", "")
EvidenceStore(folder).keep(request, status=200, content_type="", body=b"before", retrieved=NOON)
for path in (folder, *folder.rglob("*")):
    path.chmod(0o555 if path.is_dir() else 0o444)
if os.geteuid() == 0:
    os.setuid(65534)  # root may write anywhere
warnings = []
store = EvidenceStore(folder, warnings.append)
for _ in range(3):
    store.keep(request, status=200, content_type="", body=b"after", retrieved=NOON)
kept = store.newest(request)
print(kept.body, len(store.all(request)), store.prune([]), sum(path.is_file() for path in folder.rglob("*")))
print("\\n".join(warnings))
unseen = EvidenceStore(folder / "bodies" / "none" / "at" / "all", warnings.append)
unseen.keep(request, status=200, content_type="", body=b"after", retrieved=NOON)
print(len(warnings))
"""


def test_a_folder_that_may_not_be_written(run_script: Callable[..., str]) -> None:
    """
    In a read-only folder everything can be read, and each thing that was not done is said once.
    """
    top = Path(tempfile.mkdtemp())
    try:
        top.chmod(0o755)
        printed = run_script(READ_ONLY, str(top / "evidence"))
    finally:
        for path in (top, *top.rglob("*")):
            path.chmod(0o755)
        shutil.rmtree(top)

    assert printed.splitlines() == [
        "b'before' 1 0 2",
        f"evidence: a reply of https://stats.example.org/ is not kept: permission denied; {FULL}",
        "evidence: pruning stopped: permission denied",
        "3",
    ]
