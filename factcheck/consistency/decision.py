"""
Can these claims all be true? Propagation first, then a witness, then the solver.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from factcheck.consistency.bounds import Bounds
from factcheck.consistency.component import Component, with_rows
from factcheck.consistency.propagation import Propagation
from factcheck.consistency.rows import Row
from factcheck.consistency.witness import find_witness

if TYPE_CHECKING:
    from factcheck.consistency.solver import Solver

MOST_BRANCHES = 48  # meanings of several claims that are tried together before the solver is asked


class Decision(NamedTuple):
    """
    The answer about some statements.

    Attributes:
        conflict: statements that contradict one another, as a mask; None where all can hold.
        values: one way in which all hold, by unknown, in grains; None without one.
    """

    conflict: int | None = None
    values: Mapping[int, int | Fraction] | None = None


UNKNOWN = Decision()  # counts as "can hold": nobody is accused without proof


class Decider:
    """
    Decides about the claims of one component, and keeps the solver once it was needed.

    Attributes:
        work: rows that were looked at, for caps that do not depend on the machine.
    """

    def __init__(self, component: Component) -> None:
        self.component = component
        self.work = 0
        self._solver: Solver | None = None

    def decide(self, mask: int, extra: Sequence[Row] = ()) -> Decision:
        """
        Whether the statements of the mask can all hold, together with rows that no statement owns.

        A contradiction that the extra rows take part in is told without them.
        """
        component = with_rows(self.component, extra) if extra else self.component
        self.work += len(component.rows)
        found = _Search(component, mask).decide()
        return found if found is not UNKNOWN else self._ask_solver(mask, extra)

    def _ask_solver(self, mask: int, extra: Sequence[Row]) -> Decision:
        from factcheck.consistency.solver import Solver  # z3 takes a fifth of a second to load

        if self._solver is None:
            self._solver = Solver(self.component)
        self.work += 10 * len(self.component.rows)
        return self._solver.decide(mask, extra)


class _Search:
    """One question: which rows are in force, and which meanings are still open."""

    def __init__(self, component: Component, mask: int) -> None:
        off = ~mask
        self.component, self.mask, self.leaves = component, mask, 0
        self.active = bytearray(len(component.rows))
        for place, owners in enumerate(component.owners):
            self.active[place] = not owners & off
        self.choices = [place for place, owners in enumerate(component.choosers) if not owners & off]
        for ways in component.ways:
            self._switch([place for way in ways for place in way], 0)
        self.propagation = Propagation(component, self.active, mask)

    def decide(self) -> Decision:
        start = [place for place, owners in enumerate(self.component.owners) if self.active[place] and owners]
        return self._decide(Bounds.of(self.component), [*start, *self.component.extra], self.choices)

    def _decide(self, bounds: Bounds, start: Sequence[int], choices: Sequence[int]) -> Decision:
        conflict = self.propagation.narrow(bounds, start)
        if conflict is not None:
            return Decision(conflict)
        if choices:
            return self._choose(bounds, choices)
        self.leaves += 1
        values = find_witness(self.component, self.propagation, bounds)
        return UNKNOWN if values is None else Decision(values=values)

    def _choose(self, bounds: Bounds, choices: Sequence[int]) -> Decision:
        """Try each meaning of the first choice; all must fail for a contradiction."""
        conflict, known = self.component.choosers[choices[0]], True
        for way in self.component.ways[choices[0]]:
            if self.leaves >= MOST_BRANCHES:
                return UNKNOWN
            self._switch(way, 1)
            found = self._decide(bounds.copy(), way, choices[1:])
            self._switch(way, 0)
            if found.values is not None:
                return found
            known = known and found.conflict is not None
            conflict |= found.conflict or 0
        return Decision(conflict) if known else UNKNOWN

    def _switch(self, places: Sequence[int], on: int) -> None:
        for place in places:
            self.active[place] = on
