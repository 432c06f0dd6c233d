"""
Minimal sets: the smallest groups of claims that cannot all be true, found by leaving claims out.

Every minimal set is met by leaving out a choice that hits all sets found before, and asking what still contradicts
(Reiter, 1987); when no such choice is left, none is missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.consistency.decision import Decider
from factcheck.consistency.hitting import new_choice

MOST_SETS = 64  # minimal sets that are looked for
MOST_FRUITLESS = 100  # questions in a row that found no further set

Claims = tuple[int, ...]  # places of claims in the article, in order


def minimal_sets(decider: Decider, claims: Mapping[int, int]) -> list[Claims]:
    """
    The minimal sets of a component, by size, then in file order; not all of them where there are very many.

    Args:
        decider: decides about the component's statements.
        claims: the mask of the statements of each claim.
    """
    found: list[frozenset[int]] = []
    closed: list[frozenset[int]] = []
    everyone = frozenset(claims)
    left_out: frozenset[int] | None = frozenset()
    fruitless = 0
    while left_out is not None and len(found) < MOST_SETS and fruitless < MOST_FRUITLESS and not decider.is_spent:
        core = _contradiction(decider, claims, everyone - left_out)
        if core is not None:
            found.append(_shrunk(decider, claims, core))
            left_out, fruitless = left_out | found[-1], 0  # what has nothing to do with it comes first
            continue
        if not found:
            return []
        if _is_needed(left_out, found):
            closed.append(left_out)
        left_out, fruitless = new_choice(found, closed), fruitless + 1
    return sorted((tuple(sorted(each)) for each in found), key=by_size)


def _is_needed(left_out: frozenset[int], found: Sequence[frozenset[int]]) -> bool:
    """Whether each claim that was left out is the only one of some set, so that nothing smaller would mend it."""
    return all(any(each & left_out == {claim} for each in found) for claim in left_out)


def by_size(claims: Claims) -> tuple[int, Claims]:
    """How sets are ordered: smaller ones first, among equals the first in the file."""
    return len(claims), claims


def _contradiction(decider: Decider, claims: Mapping[int, int], asked: frozenset[int]) -> frozenset[int] | None:
    """Claims among those asked about that contradict one another; None where all can hold."""
    conflict = decider.decide(mask_of(claims, asked)).conflict
    if conflict is None:
        return None
    return frozenset(claim for claim in asked if claims[claim] & conflict)


def _shrunk(decider: Decider, claims: Mapping[int, int], core: frozenset[int]) -> frozenset[int]:
    """Leave out each claim without which the others still contradict, the last of the file first."""
    for claim in sorted(core, reverse=True):
        if claim in core and len(core) > 1:
            smaller = _contradiction(decider, claims, core - {claim})
            core = core if smaller is None else smaller
    return core


def mask_of(masks: Mapping[int, int], chosen: Iterable[int]) -> int:
    """The mask of several claims or statements together."""
    mask = 0
    for each in chosen:
        mask |= masks[each]
    return mask


def shrunk_bits(decider: Decider, masks: Sequence[int]) -> int:
    """
    The statements of some claims that contradict already, none of which can be left out.

    Args:
        decider: decides about their component.
        masks: the statements of each claim of a minimal set, so that the only one of a claim is needed.
    """
    mask = sum(masks)
    for own in masks:
        for bit in _bits(own):
            if mask & bit and own & mask != bit:
                smaller = decider.decide(mask & ~bit).conflict
                mask = mask if smaller is None else smaller
    return mask


def _bits(mask: int) -> Iterator[int]:
    for place in range(mask.bit_length()):
        if mask >> place & 1:
            yield 1 << place
