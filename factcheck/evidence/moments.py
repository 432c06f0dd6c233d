"""
Moments as evidence writes them: in UTC, to the microsecond, in one way each.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime

_WRITTEN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6}Z")


def write_moment(moment: datetime) -> str:
    """
    A moment as text: 2026-11-27T13:05:09.000000Z.

    Raises:
        ValueError: it has no time zone, so that nobody knows when it is.
    """
    if moment.utcoffset() is None:
        raise ValueError("a moment needs a time zone: use datetime.now(UTC)")
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def read_moment(text: object) -> datetime:
    """
    The moment of a text that ``write_moment`` wrote.

    Raises:
        ValueError: it is written in another way, or there is no such day or hour.
    """
    if not isinstance(text, str) or _WRITTEN.fullmatch(text) is None:
        raise ValueError("a moment in it is not written as 2026-11-27T13:05:09.000000Z")
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise ValueError("a moment in it does not exist") from None


def stamp(moment: datetime) -> str:
    """A moment as part of a file's name: 20261127T130509.000000Z; names sort by time."""
    return write_moment(moment).replace("-", "").replace(":", "")
