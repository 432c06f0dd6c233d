"""
Can these claims all be true? Propagation first, then a witness, then the solver.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from factcheck.consistency.bounds import Bounds
from factcheck.consistency.component import Asked, Component, supposing
from factcheck.consistency.propagation import Propagation
from factcheck.consistency.witness import FEW_UNKNOWNS, find_witness

if TYPE_CHECKING:
    from factcheck.consistency.solver import Solver

MOST_VISITS = 1_500_000  # rows that are looked at in one component; a few seconds
ROWS_A_VISIT = 20  # to switch so many rows on or off takes as long as to look at one
ROWS_A_UNIT = 100  # one of z3's own units takes as long as to look at a row, and once more for so many rows
MOST_CHOICES = 200  # claims with several meanings that are gone through one below the other
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


NOTHING = Asked()
UNKNOWN = Decision()  # counts as "can hold": nobody is accused without proof


class Decider:
    """
    Decides about the claims of one component; once the solver was needed it is asked whatever propagation leaves open.

    Attributes:
        spent: how many rows were looked at so far, z3's own units counted like them.
        most: where it is told to stop.
    """

    def __init__(self, component: Component, most: int = MOST_VISITS) -> None:
        self.component, self.most, self.spent = component, min(most, MOST_VISITS), 0
        self._solver: Solver | None = None

    @property
    def is_spent(self) -> bool:
        """Whether no more questions should be asked than those that finish what was begun."""
        return self.spent > self.most

    def rest(self) -> None:
        """Let go of the solver, which takes memory, until it is needed again."""
        self._solver = None

    def decide(self, mask: int, asked: Asked = NOTHING) -> Decision:
        """
        Whether the statements of the mask can all hold, together with what is supposed beside them.

        A contradiction that the supposition takes part in is told without it.
        """
        component = supposing(self.component, asked) if asked.rows else self.component
        search = _Search(component, mask, witness=self._solver is None)
        found = search.decide()
        self.spent += len(component.rows) // ROWS_A_VISIT + search.propagation.visits
        return found if found is not UNKNOWN else self._ask_solver(mask, asked)

    def refuted(self, mask: int, asked: Asked) -> bool:
        """Whether propagation alone sees that the statements and the supposition cannot all hold."""
        component = supposing(self.component, asked)
        search = _Search(component, mask)
        return search.propagation.narrow(Bounds.of(component), search.start()) is not None

    def bounds(self, mask: int) -> Bounds:
        """What propagation alone says of the unknowns where the statements of the mask hold."""
        search = _Search(self.component, mask)
        bounds = Bounds.of(self.component)
        search.propagation.narrow(bounds, search.start())
        return bounds

    def _ask_solver(self, mask: int, asked: Asked) -> Decision:
        from factcheck.consistency.solver import Solver  # z3 takes a fifth of a second to load

        if self._solver is None:
            self._solver = Solver(self.component)
        found = self._solver.decide(mask, asked.rows)
        self.spent += (1 + len(self.component.rows) // ROWS_A_UNIT) * self._solver.work
        return found


class _Search:
    """One question: which rows are in force, which meanings are still open, and whether a witness is looked for."""

    def __init__(self, component: Component, mask: int, *, witness: bool = True) -> None:
        off, self.witness = ~mask, witness
        self.component, self.mask, self.leaves = component, mask, 0
        self.active = bytearray(len(component.rows))
        for place, owners in enumerate(component.owners):
            self.active[place] = not owners & off
        self.choices = [place for place, owners in enumerate(component.choosers) if not owners & off]
        for ways in component.ways:
            self._switch([place for way in ways for place in way], 0)
        self.propagation = Propagation(component, self.active, mask)

    def start(self) -> list[int]:
        """The rows to begin with: those that say something by themselves."""
        claimed = [place for place, owners in enumerate(self.component.owners) if self.active[place] and owners]
        return [*claimed, *self.component.extra]

    def decide(self) -> Decision:
        """The answer, or that it stays open."""
        return self._decide(Bounds.of(self.component), self.start(), self.choices)

    def _decide(self, bounds: Bounds, start: Sequence[int], choices: Sequence[int]) -> Decision:
        many = len(self.component.variables) > FEW_UNKNOWNS  # there the mean rule waits until a witness is missing
        conflict = self.propagation.narrow(bounds, start, means=not many)
        if conflict is not None:
            return Decision(conflict)
        if len(choices) > MOST_CHOICES:
            return UNKNOWN
        if choices:
            return self._choose(bounds, choices)
        self.leaves += 1
        values = find_witness(self.component, self.propagation, bounds) if self.witness else None
        if values is None and many:
            conflict = self.propagation.narrow(bounds, ())
        return UNKNOWN if values is None and conflict is None else Decision(conflict, values)

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
