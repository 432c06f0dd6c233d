"""
Reading a lock, which may come from someone hostile: all of it is right, or nothing of it is used.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from factcheck.errors import LockError
from factcheck.files.text_file import RefusedFile
from factcheck.lock.pinned import SNAPSHOT, Lock, Pinned
from factcheck.lock.problems import LockProblems
from factcheck.lock.read_items import ItemReader, Told
from factcheck.lock.strict_json import read_json
from factcheck.lock.write import ROWS, VERSION, digest
from factcheck.observations import Query

MOST_ITEMS = 200_000  # of one section
SECTIONS = ("asked", "failed", "citations", *ROWS)
KEYS = ("version", "sha256", "snapshot", *SECTIONS)
_SHA256 = re.compile("[0-9a-f]{64}")

T = TypeVar("T")


def read_lock(text: str, shown: str) -> Lock:
    """
    The lock that a text tells.

    Args:
        text: the text.
        shown: the path of its file, for messages.

    Raises:
        LockError: with everything that is wrong; a lock that was edited by hand is.
    """
    problems = LockProblems(text, shown)
    told = _outermost(text, shown, problems)
    items = ItemReader(problems)
    for index, citation in enumerate(told["citations"]):
        items.citation("citations", index, citation)
    asked: list[Query] = list(_each(told, "asked", items.query, problems))
    failed = tuple(_each(told, "failed", items.failed, problems))
    rows: list[Pinned] = []
    rows += _each(told, "observations", items.observation, problems)
    rows += _each(told, "events", items.event, problems)
    rows += _each(told, "rates", items.rate, problems)
    if not told["snapshot"] and any(pinned.by == SNAPSHOT for pinned in rows):
        problems.add("the lock has rows of the snapshot and does not say of which")
    problems.stop()
    lock = Lock(told["snapshot"], tuple(asked), tuple(rows), failed)
    if digest(lock) != told["sha256"]:
        problems.add("the lock was edited: its content does not have the sha256 that stands in it")
        problems.stop()
    return lock


def _each(
    told: dict[str, list[Told]], section: str, read: Callable[[str, int, Told], T | None], problems: LockProblems
) -> Iterator[T]:
    for index, item in enumerate(told[section]):
        if problems.hopeless:
            return
        found = read(section, index, item)
        if found is not None:
            yield found


def _outermost(text: str, shown: str, problems: LockProblems) -> dict[str, Any]:
    """
    The parts of the lock, each of the right type.

    Raises:
        LockError: they are not.
    """
    try:
        told = read_json(text, shown)
    except RefusedFile as refused:
        raise LockError((refused.problem,)) from None
    if not isinstance(told, dict):
        problems.add("the lock is no JSON object")
        problems.stop()
    assert isinstance(told, dict)  # noqa: S101  else it would not have come so far
    _check_version(told, problems)
    _check_head(told, problems)
    for section in SECTIONS:
        _check_section(told, section, problems)
    problems.stop()
    return told


def _check_version(told: dict[str, object], problems: LockProblems) -> None:
    """
    What another version has under its keys is not this one's to say.

    Raises:
        LockError: it is another version.
    """
    version = told.get("version")
    if version != VERSION or type(version) is not int:
        hint = "another version of factcheck made it: use that one, or delete the lock and make it anew: factcheck lock"
        problems.add(f"the version of the lock is not {VERSION}", hint)
        problems.stop()


def _check_head(told: dict[str, object], problems: LockProblems) -> None:
    for key in told:
        if key not in KEYS:
            problems.add(f"unknown key {key[:40]!r}")
    sha256, snapshot = told.get("sha256"), told.get("snapshot")
    if not isinstance(sha256, str) or not _SHA256.fullmatch(sha256):
        problems.add("the lock has no sha256 of its content")
    if not isinstance(snapshot, str) or not (_SHA256.fullmatch(snapshot) or snapshot == ""):
        problems.add("the stamp of the snapshot is no SHA-256")


def _check_section(told: dict[str, object], section: str, problems: LockProblems) -> None:
    items = told.get(section)
    if not isinstance(items, list):
        problems.add(f"{section!r} is no list")
    elif len(items) > MOST_ITEMS:
        problems.add(f"{section!r} has {len(items)} items, at most {MOST_ITEMS} are read")
    else:
        for index, item in enumerate(items):
            if not isinstance(item, dict):
                problems.add_at(section, index, "", f"an item of {section!r} is no object")
                return
