"""
What a live resolver is given: where to ask, what was kept, the clock, the keys. Nothing of it comes from a project.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from factcheck.evidence.store import EvidenceStore
from factcheck.resolvers.live.budget import Budget

DEADLINE = 30.0
FRESH = timedelta(hours=1)  # a reply that young is not asked for again; on the day of a release more would be stale


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Access:
    """
    How a live resolver reaches its service.

    Attributes:
        base_url: in place of the service's own; set on the command line or in code, never by a project's files.
        evidence: where replies are kept; None keeps none.
        fresh: a kept reply that is younger is used again; zero asks anew.
        offline: only kept replies, however old; no socket is opened.
        deadline: seconds for a request with all its tries.
        budget: how often hosts were asked; None counts for this run alone.
        keys: the environment's variables, of which services take their keys.
        now: the clock, in UTC.
        monotonic: seconds that only grow.
        sleep: waits so many seconds.
        jitter: a random part of one, so that many runs do not ask in step.
    """

    base_url: str | None = None
    evidence: EvidenceStore | None = None
    fresh: timedelta = FRESH
    offline: bool = False
    deadline: float = DEADLINE
    budget: Budget | None = None
    keys: Mapping[str, str] = field(default_factory=dict, repr=False)
    now: Callable[[], datetime] = _now
    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    jitter: Callable[[], float] = random.random
