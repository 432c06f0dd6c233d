"""
When to ask again: after which statuses, how long to wait, and what a service's own word on it is worth.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

ATTEMPTS = 4
AGAIN = frozenset({429, 502, 503, 504})
FIRST_WAIT = 0.25  # seconds; doubled with each try
LONGEST_ASKED = 86_400.0  # more than a day is a slip of the service
_SECONDS = re.compile(r"[0-9]{1,7}(?:\.[0-9]{1,6})?")


def retry_after(text: str | None, now: datetime) -> float | None:
    """
    The seconds that a ``Retry-After`` asks for: a number or a date (RFC 9110, 10.2.3); None where it says nothing.

    A date that is past, or that cannot be read, and a number below zero say nothing; a day is the most.
    """
    if text is None:
        return None
    text = text.strip()
    if _SECONDS.fullmatch(text):
        return min(float(text), LONGEST_ASKED)
    try:
        when = parsedate_to_datetime(text[:64])
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    seconds = (when - now).total_seconds()
    return min(seconds, LONGEST_ASKED) if seconds > 0 else None


def backoff(attempt: int, jitter: float) -> float:
    """Seconds to wait after the attempt (counted from 0) where the service says nothing: 0.25, 0.5, 1, and a part."""
    return float(FIRST_WAIT * 2**attempt * (1 + jitter))
