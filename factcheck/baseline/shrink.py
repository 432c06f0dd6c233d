"""
Writing a baseline again: what no longer occurs goes, and nothing comes in without a reason.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.baseline.apply import Compared
from factcheck.baseline.entries import Baseline, Entry, Key, in_order


class Written(NamedTuple):
    """
    A baseline to write.

    Attributes:
        removed: how many entries went.
        added: how many came in.
        unknown: how many findings are in none, and stay so.
    """

    baseline: Baseline
    removed: int
    added: int
    unknown: int


def rewritten(compared: Compared, why: str | None, *, first: bool) -> Written:
    """
    The baseline after a run.

    Args:
        compared: the run beside the baseline as it was.
        why: the reason to take up what is not in it; None takes nothing up.
        first: whether there was none: then all is taken up, with no reason.
    """
    new = tuple(_new(compared))
    takes = first or why is not None
    added = tuple(entry._replace(why=why or "") for entry in new) if takes else ()
    entries = in_order((*_with_ids(compared.kept, compared.current), *added))
    return Written(Baseline(entries), len(compared.gone), len(added), 0 if takes else len(new))


def _new(compared: Compared) -> Iterator[Entry]:
    """What occurs and is not in the baseline."""
    known = Counter(entry.key for entry in compared.kept)
    for entry in in_order(compared.current):
        if known[entry.key]:
            known[entry.key] -= 1
        else:
            yield entry


def _with_ids(kept: Sequence[Entry], current: Sequence[Entry]) -> Iterator[Entry]:
    """What stays, with the ids that the findings have now."""
    ids: dict[Key, list[str]] = defaultdict(list)
    for entry in in_order(current):
        ids[entry.key].append(entry.id)
    for entry in kept:
        left = ids.get(entry.key)
        yield entry._replace(id=left.pop(0)) if left else entry
