"""
The citations of a lock: each stands once, under an id, and rows name the id.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime
from fractions import Fraction
from typing import NamedTuple

from factcheck.lock.pinned import Pinned, place_of
from factcheck.lock.told import Told, dumped, without_usual
from factcheck.observations import UNKNOWN_REVISION, Observation

ID = 12  # characters of an id
USUAL: Told = {
    "source_kind": "",
    "note": "",
    "local": False,
    "revision": str(UNKNOWN_REVISION),
    "retrieved": "",
    "evidence": "",
    "rank": 0,
}


class Citations(NamedTuple):
    """All citations of some rows in the order of the lock, and the id of each by its text."""

    told: tuple[Told, ...]
    ids: dict[str, str]

    def id_of(self, pinned: Pinned) -> str:
        """The id of the citation of a row."""
        return self.ids[dumped(citation_told(pinned))]


def citations_of(rows: Iterable[Pinned]) -> Citations:
    """
    The citations of rows, by resolver, source, dataset and address.

    An id is the start of a SHA-256, so that another row or source changes no line but its own.
    """
    cited = {dumped(citation_told(each)): each for each in rows}
    ids = _ids(cited)
    order = sorted(cited, key=lambda text: (*place_of(cited[text]), *cited[text].row.citation[:2], text))
    return Citations(tuple({"id": ids[text], **citation_told(cited[text])} for text in order), ids)


def _ids(texts: Iterable[str]) -> dict[str, str]:
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for text in sorted(texts):
        whole, length = hashlib.sha256(text.encode("utf-8")).hexdigest(), ID
        while whole[:length] in taken:
            length += 1
        taken.add(whole[:length])
        ids[text] = whole[:length]
    return ids


def citation_told(pinned: Pinned) -> Told:
    """By whom a row was given, where it was read, and how far its dataset is revised."""
    cited = pinned.row.citation
    told: Told = {
        "by": pinned.by,
        "source": cited.source,
        "dataset": cited.dataset,
        "agency": cited.agency,
        "url": cited.url,
        "source_kind": cited.source_kind,
        "note": cited.note,
        "local": cited.local,
        "revision": str(_revision(pinned)),
        "retrieved": _moment(cited.retrieved),
        "evidence": cited.evidence,
        "rank": cited.rank,
    }
    return without_usual(told, USUAL)


def _revision(pinned: Pinned) -> Fraction:
    return pinned.row.revision if isinstance(pinned.row, Observation) else UNKNOWN_REVISION


def _moment(retrieved: datetime | None) -> str:
    return "" if retrieved is None else retrieved.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"
