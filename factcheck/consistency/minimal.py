"""
Minimal sets: the smallest groups of claims that cannot all be true, found by leaving claims out.

Each set that is found is hit by leaving one of its claims out; what is left is asked again, until nothing is left to
contradict (Reiter, 1987: every minimal set meets every such choice).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.consistency.decision import Decider

MOST_SETS = 64  # minimal sets that are looked for
MOST_QUESTIONS = 600
MOST_WORK = 3_000_000  # rows looked at in one component; some seconds

Claims = frozenset[int]  # places of claims in the article


def minimal_sets(decider: Decider, claims: Mapping[int, int]) -> list[tuple[int, ...]]:
    """
    The minimal sets of a component, by size, then in file order; the first ones only where there are very many.

    Args:
        decider: decides about the component's statements.
        claims: the mask of the statements of each claim.
    """
    found: list[Claims] = []
    closed: list[Claims] = []
    ahead: list[Claims] = [frozenset()]
    seen = {ahead[0]}
    questions = 0
    while ahead and len(found) < MOST_SETS and questions < MOST_QUESTIONS and decider.work < MOST_WORK:
        left_out = ahead.pop(0)
        if any(each <= left_out for each in closed):
            continue
        conflict = next((each for each in found if not each & left_out), None)
        if conflict is None:
            questions += 1
            core = _contradiction(decider, claims, frozenset(claims) - left_out)
            if core is None:
                closed.append(left_out)
                continue
            conflict = _shrunk(decider, claims, core)
            found.append(conflict)
        for claim in sorted(conflict):
            next_out = left_out | {claim}
            if next_out not in seen:
                seen.add(next_out)
                ahead.append(next_out)
    return sorted((tuple(sorted(each)) for each in found), key=lambda each: (len(each), each))


def _contradiction(decider: Decider, claims: Mapping[int, int], asked: Claims) -> Claims | None:
    """Claims among those asked about that contradict one another; None where all can hold."""
    conflict = decider.decide(mask_of(claims, asked)).conflict
    if conflict is None:
        return None
    return frozenset(claim for claim in asked if claims[claim] & conflict)


def _shrunk(decider: Decider, claims: Mapping[int, int], core: Claims) -> Claims:
    """Leave out each claim without which the others still contradict, the last of the file first."""
    for claim in sorted(core, reverse=True):
        if claim in core and len(core) > 1:
            smaller = _contradiction(decider, claims, core - {claim})
            core = core if smaller is None else smaller
    return core


def mask_of(masks: Mapping[int, int], chosen: Sequence[int] | Claims) -> int:
    """The mask of several claims or statements together."""
    mask = 0
    for each in chosen:
        mask |= masks[each]
    return mask


def shrunk_bits(decider: Decider, mask: int) -> int:
    """A minimal mask of statements, within one that contradicts, that contradict already."""
    for bit in _bits(mask):
        if mask & bit and mask != bit:
            smaller = decider.decide(mask & ~bit).conflict
            mask = mask if smaller is None else smaller
    return mask


def _bits(mask: int) -> Iterator[int]:
    for place in range(mask.bit_length()):
        if mask >> place & 1:
            yield 1 << place
