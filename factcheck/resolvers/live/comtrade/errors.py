"""
What UN Comtrade says when it gives no figures: a gateway in front of it speaks one way, the service in two others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from fractions import Fraction
from typing import Any

from factcheck.observations import Failure
from factcheck.resolvers.live.failure import LiveFailure
from factcheck.resolvers.live.reply import Reply

TOO_LONG = b"Request URL Too Long"
_FAILURES = {400: Failure.BAD_REQUEST, 401: Failure.UNAUTHORISED, 403: Failure.UNAUTHORISED}
_CLOCK = re.compile(r"replenished in (?:([0-9]{1,3})\.)?([0-9]{1,2}):([0-9]{2}):([0-9]{2})")
_DAYS = re.compile(r"replenished in ([0-9]{1,3}(?:\.[0-9]{1,6})?) days?")


class QuotaGone(LiveFailure):
    """
    The day's requests are gone.

    Attributes:
        wait: until there are new ones; None where the service does not say.
    """

    def __init__(self, words: str) -> None:
        super().__init__(Failure.RATE_LIMITED, f"the requests that the key allows are gone: {words}")
        self.wait = waiting_time(words)


def check(reply: Reply) -> None:
    """
    Look for a refusal in a reply.

    Raises:
        LiveFailure: it is one; QuotaGone where no more may be asked for a while.
    """
    if TOO_LONG in reply.body[:20_000]:
        raise LiveFailure(Failure.TOO_BIG, "the service found the address too long")
    if reply.status not in _FAILURES:
        return
    words = "; ".join(_words(reply)) or "it does not say why"
    if reply.status == 403 and "quota" in words.lower():
        raise QuotaGone(words)
    raise LiveFailure(_FAILURES[reply.status], f"the service refused (status {reply.status}): {words}")


def waiting_time(words: str) -> timedelta | None:
    """How long "Quota will be replenished in 05:12:33" or "in 2.12 days" is; None where nothing of the kind is said."""
    clock, days = _CLOCK.search(words), _DAYS.search(words)
    if clock is not None:
        count, hours, minutes, seconds = (int(part or 0) for part in clock.groups())
        return timedelta(days=count, hours=hours, minutes=minutes, seconds=seconds)
    return timedelta(seconds=int(Fraction(days[1]) * 86_400)) if days is not None else None


def _words(reply: Reply) -> Iterator[str]:
    """The texts of an error, whichever of its forms it has."""
    try:
        found: Any = reply.json()
    except LiveFailure:
        return
    if not isinstance(found, dict):
        return
    inner = found.get("errorObject")
    details = found.get("details")
    for each in (found, inner, *(details if isinstance(details, list) else ())):
        if isinstance(each, dict):
            yield from (str(each[name]) for name in ("message", "error", "errorMessage") if each.get(name))
