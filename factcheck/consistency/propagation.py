"""
Interval propagation: each row narrows its unknowns by the bounds of the others, until nothing moves or nothing is left.

Bounds are rounded outwards to whole grains, so an unknown without a value left is a proof, and so is the set of
statements that its bounds rest on. Where bounds creep towards a limit it stops early; what it leaves is still true.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence

from factcheck.consistency.bounds import Bounds
from factcheck.consistency.component import Component
from factcheck.consistency.mean_rule import narrow_means

NEAR_VISITS = 300  # rows that are looked at where a value is tried
MOST_MOVES = 60  # of one end of one unknown; cycles of rows creep for ever
CREEP = 1 << 12  # after a few moves one must be at least this part of the bound itself
FREE_MOVES = 4
FEW_VISITS, VISITS = 20_000, 60  # rows that are looked at for one question, and so often each


class Propagation:
    """
    The narrowing of one component under the rows that are in force, for one question.

    Attributes:
        visits: how many rows were looked at, for caps that do not depend on the machine.
    """

    def __init__(self, component: Component, active: Sequence[int], mask: int) -> None:
        self.component, self.active, self.mask = component, active, mask
        self.visits, self.most = 0, FEW_VISITS + VISITS * len(component.rows)

    @property
    def is_spent(self) -> bool:
        """Whether so many rows were looked at that it gives up."""
        return self.visits > self.most

    def glance(self, bounds: Bounds, unknown: int) -> bool:
        """Narrow what lies near an unknown, and tell whether every unknown keeps a value as far as that is seen."""
        rows = self.component.touching[unknown]
        return self._rows(bounds, deque(rows), {}, self.visits + len(rows) + NEAR_VISITS) is None

    def narrow(self, bounds: Bounds, start: Iterable[int], *, means: bool = True) -> int | None:
        """
        Narrow the bounds from the given rows on, by the mean rule too unless ``means`` is off.

        Returns:
            the mask of the statements that leave an unknown without a value; None if every unknown keeps one.
        """
        moves: dict[int, int] = {}
        while True:
            found = self._rows(bounds, deque(start), moves, self.most)
            if found is not None or not means or not self.component.trios:
                return found
            narrowed = narrow_means(self.component, bounds, self.mask)
            if isinstance(narrowed, int):
                return narrowed
            moved = [unknown for unknown in narrowed if self._may_move(moves, unknown)]
            if not moved:
                return None
            start = [place for unknown in moved for place in self.component.touching[unknown]]

    def _may_move(self, moves: dict[int, int], unknown: int) -> bool:
        moves[~unknown] = moves.get(~unknown, 0) + 1
        return moves[~unknown] <= FREE_MOVES

    def _rows(self, bounds: Bounds, queue: deque[int], moves: dict[int, int], most: int) -> int | None:
        rows, owners, touching, active = (
            self.component.rows, self.component.owners, self.component.touching, self.active,
        )  # fmt: skip
        queued = set(queue)
        while queue and self.visits <= most:
            self.visits += 1
            place = queue.popleft()
            queued.discard(place)
            if not active[place]:
                continue
            moved = narrow_row(rows[place].terms, rows[place].bound, rows[place].strict, owners[place], bounds, moves)
            if moved is None:
                continue
            if isinstance(moved, int):
                return moved
            for unknown in moved:
                for other in touching[unknown]:
                    if other not in queued and active[other]:
                        queued.add(other)
                        queue.append(other)
        return None


def narrow_row(
    terms: Sequence[tuple[int, int]], bound: int, strict: bool, owner: int, bounds: Bounds, moves: dict[int, int]
) -> int | list[int] | None:
    """
    Narrow every unknown of a row: the unknowns that moved, None if none did, a mask if one has no value left.

    It is the innermost step, hence its length: one pass to add up what the row can reach at most, one to compare each
    unknown with what the others leave it.
    """
    low, high, low_why, high_why = bounds.low, bounds.high, bounds.low_why, bounds.high_why
    most = open_ends = unbounded = 0
    alone = -1
    for unknown, factor in terms:
        end = high[unknown] if factor > 0 else low[unknown]
        if end is None:
            unbounded += 1
            if unbounded > 1:
                return None
            alone = unknown
        else:
            most += factor * ((end + 1) >> 1 if factor > 0 else end >> 1)
            open_ends += end & 1
    if not unbounded and (most < bound or (most == bound and (strict or open_ends))):
        for unknown, factor in terms:
            owner |= high_why[unknown] if factor > 0 else low_why[unknown]
        return owner
    moved: list[int] = []
    for unknown, factor in terms:
        if unbounded and unknown != alone:
            continue
        rest, others_open = most, open_ends
        if not unbounded:
            end = high[unknown] if factor > 0 else low[unknown]
            rest -= factor * ((end + 1) >> 1 if factor > 0 else end >> 1)  # type: ignore[operator]
            others_open -= end & 1  # type: ignore[operator]
        whole, part = divmod(bound - rest, factor) if factor > 0 else divmod(rest - bound, -factor)
        is_open = bool(part or strict or others_open)
        if factor > 0:
            code = 2 * whole + is_open
            known = low[unknown]
            if known is not None and (code <= known or creeps(code - known, known, moves, unknown)):
                continue
            low[unknown], low_why[unknown] = code, _why(terms, unknown, owner, low_why, high_why)
        else:
            code = 2 * (whole + (1 if part else 0)) - is_open
            known = high[unknown]
            if known is not None and (code >= known or creeps(known - code, known, moves, unknown)):
                continue
            high[unknown], high_why[unknown] = code, _why(terms, unknown, owner, low_why, high_why)
        moved.append(unknown)
        least, most_of = low[unknown], high[unknown]
        if least is not None and most_of is not None and least > most_of:
            return low_why[unknown] | high_why[unknown]
    return moved or None


def creeps(move: int, known: int, moves: dict[int, int], unknown: int) -> bool:
    """Whether a bound moves too often by too little to go on with it."""
    count = moves[unknown] = moves.get(unknown, 0) + 1
    return count > MOST_MOVES or (count > FREE_MOVES and move * CREEP < abs(known))


def _why(
    terms: Sequence[tuple[int, int]], unknown: int, owner: int, low_why: Sequence[int], high_why: Sequence[int]
) -> int:
    for other, factor in terms:
        if other != unknown:
            owner |= high_why[other] if factor > 0 else low_why[other]
    return owner
