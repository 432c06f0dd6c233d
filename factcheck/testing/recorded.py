"""
Replies of a service that were recorded once, to be answered from again and again.

A folder of recorded replies is a folder of evidence, as ``--evidence`` writes it:

    factcheck lookup --live --source harbour Kazakhstan China 2024 --evidence tests/recorded
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, NoReturn

from factcheck.evidence.request import Request
from factcheck.evidence.retrieval import read_retrieval
from factcheck.evidence.store import EvidenceStore
from factcheck.resolvers.live.access import Access


class Recording(NamedTuple):
    """One recorded reply and the request that it answers."""

    request: Request
    status: int
    content_type: str
    retrieved: datetime
    body: bytes


def recorded(folder: Path | str, keys: Mapping[str, str] | None = None) -> Access:
    """
    Access to recorded replies alone: no socket is opened, and the clock stands at the last recording.

    Args:
        folder: as ``--evidence`` wrote it.
        keys: the environment's variables, of which services take their keys.

    Raises:
        AssertionError: the folder has no reply, or a file in it is damaged.
    """
    moment = last_moment(recordings(folder))
    return Access(
        evidence=EvidenceStore(Path(folder), _damaged),
        offline=True,
        keys=keys or {},
        now=lambda: moment,
        sleep=lambda seconds: None,
        jitter=lambda: 0.0,
    )


def recordings(folder: Path | str) -> tuple[Recording, ...]:
    """
    All recorded replies of a folder, the newest of each request.

    Raises:
        AssertionError: it has none, or a file in it is damaged.
    """
    found = tuple({each.request: each for each in _read(Path(folder))}.values())
    if not found:
        raise AssertionError(f"{folder} has no recorded reply; record one with factcheck lookup --live --evidence")
    return found


def last_moment(found: tuple[Recording, ...]) -> datetime:
    """When the last of the replies was recorded, in UTC."""
    return max(each.retrieved for each in found)


def _read(folder: Path) -> Iterator[Recording]:
    """The replies in the order of their requests, those of one request by time."""
    store = EvidenceStore(folder, _damaged)
    for path in sorted(folder.glob("requests/*/*.json")):
        try:
            index = read_retrieval(path.read_bytes(), path.parent.name, path.name)
        except ValueError as error:
            raise AssertionError(f"{path} is no recorded reply as it was written: {error}") from None
        body = store.body(index.sha256)
        if body is None:
            raise AssertionError(f"{path}: the body that it names is not there")
        yield Recording(index.request, index.status, index.content_type, index.retrieved, body)


def _damaged(message: str) -> NoReturn:
    raise AssertionError(f"a recorded reply is damaged, perhaps by a change of its line ends: {message}")
