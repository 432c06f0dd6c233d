"""
Hitting sets: a choice of claims that has one of every set found so far, so that leaving it out asks something new.

A set of claims whose absence was seen to mend everything is closed: no choice that contains it is made again.
"""

from __future__ import annotations

from collections.abc import Sequence

MOST_NODES = 5000  # of one search; there can be more choices than anybody could look at


def new_choice(found: Sequence[frozenset[int]], closed: Sequence[frozenset[int]]) -> frozenset[int] | None:
    """A smallest choice that hits every set and contains no closed one; None where there is none, or none is near."""
    ahead: list[frozenset[int]] = [frozenset()]
    seen = {ahead[0]}
    for _ in range(MOST_NODES):
        if not ahead:
            return None
        choice = ahead.pop()
        missed = next((each for each in found if not each & choice), None)
        if missed is None:
            return _without_needless(choice, found)
        for claim in sorted(missed, reverse=True):
            wider = choice | {claim}
            if wider not in seen and not any(each <= wider for each in closed):
                seen.add(wider)
                ahead.append(wider)
    return None


def _without_needless(choice: frozenset[int], found: Sequence[frozenset[int]]) -> frozenset[int]:
    """The choice without claims that it does not need to hit every set."""
    for claim in sorted(choice, reverse=True):
        if all(each & choice != {claim} for each in found):
            choice -= {claim}
    return choice
