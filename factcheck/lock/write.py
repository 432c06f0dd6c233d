"""
A lock as text: JSON, sorted, one question, citation or row a line, the same bytes for the same content.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from factcheck.lock.asked import joined
from factcheck.lock.citations import citations_of
from factcheck.lock.pinned import Failed, Lock, in_order
from factcheck.lock.told import Told, dumped, query_told, row_told
from factcheck.observations import Event, Observation, Rate

VERSION = 1
ROWS = {"observations": Observation, "events": Event, "rates": Rate}  # the sections of rows


def lock_text(lock: Lock) -> str:
    """The whole lock, ended by a line feed."""
    sections = list(_sections(lock))
    return _text(lock.snapshot, sections, _sha256(_text(lock.snapshot, sections, "")))


def digest(lock: Lock) -> str:
    """The SHA-256 over everything that a lock says, in hexadecimal."""
    return _sha256(_text(lock.snapshot, list(_sections(lock)), ""))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _text(snapshot: str, sections: list[str], sha256: str) -> str:
    head = f'"version": {VERSION}', f'"sha256": "{sha256}"', f'"snapshot": {dumped(snapshot)}'
    return "{\n" + ",\n".join([*head, *sections]) + "\n}\n"


def _sections(lock: Lock) -> Iterator[str]:
    rows = in_order(lock.rows)
    citations = citations_of(rows)
    yield _section("asked", (query_told(query) for query in joined(lock.asked)))
    yield _section("failed", sorted(map(failed_told, set(lock.failed)), key=dumped))
    yield _section("citations", citations.told)
    for name, kind in ROWS.items():
        of_kind = (each for each in rows if isinstance(each.row, kind))
        yield _section(name, ({**row_told(each.row), "citation": citations.id_of(each)} for each in of_kind))


def _section(name: str, items: Iterable[Told]) -> str:
    lines = ",\n".join(map(dumped, items))
    return f'"{name}": [\n{lines}\n]' if lines else f'"{name}": []'


def failed_told(failed: Failed) -> Told:
    """A question that a resolver could not answer."""
    return {"by": failed.by, "failure": str(failed.failure), **query_told(failed.query)}
