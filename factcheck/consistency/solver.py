"""
The solver: z3 over linear real arithmetic, for what propagation and witnesses leave open.

Everything is exact and a question ends after so much work, not after so much time, so answers are the same everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from factcheck.consistency.component import Component
from factcheck.consistency.decision import UNKNOWN, Decision
from factcheck.consistency.rows import Row

MOST_WORK = 1_000_000  # z3's own units; a second or some
MOST_ROWS = 4000
RLIMIT = "rlimit count"


class Solver:
    """One component in z3, its statements switched by assumptions."""

    def __init__(self, component: Component) -> None:
        import z3

        self.component = component
        self.work = 0  # of the last question, in z3's own units
        self._z3: Any = z3
        context = z3.Context()  # of its own: what was asked before must not change an answer
        self._solver: Any = z3.SolverFor("QF_LRA", ctx=context)
        self._solver.set("rlimit", MOST_WORK)
        self._switches = [z3.Bool(f"s{bit}", ctx=context) for bit in range(len(component.statements))]
        self._reals = [z3.Real(f"x{number}", ctx=context) for number in range(len(component.variables))]
        if len(component.rows) <= MOST_ROWS:
            self._take_up()

    def decide(self, mask: int, extra: Sequence[Row] = ()) -> Decision:
        """Whether the statements of the mask and the extra rows can all hold; unknown counts as "can"."""
        if len(self.component.rows) > MOST_ROWS:
            return UNKNOWN
        on = [switch for bit, switch in enumerate(self._switches) if mask >> bit & 1]
        self._solver.push()
        for row in extra:
            self._solver.add(self._inequality(row))
        before = self._used()
        answer = self._solver.check(*on)
        self.work = self._used() - before
        found = UNKNOWN
        if answer == self._z3.unsat:
            names = {str(each) for each in self._solver.unsat_core()}
            found = Decision(sum(1 << bit for bit in range(len(self._switches)) if f"s{bit}" in names))
        elif answer == self._z3.sat:
            found = Decision(values=self._values())
        self._solver.pop()
        return found

    def _used(self) -> int:
        statistics = self._solver.statistics()
        return next(
            (int(statistics[place][1]) for place in range(len(statistics)) if statistics[place][0] == RLIMIT), 0
        )

    def _take_up(self) -> None:
        component, z3 = self.component, self._z3
        for real, positive in zip(self._reals, component.positive, strict=True):
            if positive:
                self._solver.add(real > 0)
        for row, owners in zip(component.rows[: component.fixed], component.owners, strict=False):
            self._add(owners, self._inequality(row))
        for ways, owners in zip(component.ways, component.choosers, strict=True):
            meanings = [z3.And(*(self._inequality(component.rows[place]) for place in way)) for way in ways]
            self._add(owners, z3.Or(*meanings))

    def _add(self, owners: int, holds: Any) -> None:
        switches = [switch for bit, switch in enumerate(self._switches) if owners >> bit & 1]
        self._solver.add(self._z3.Implies(self._z3.And(*switches), holds) if switches else holds)

    def _inequality(self, row: Row) -> Any:
        total = self._z3.Sum(*(factor * self._reals[unknown] for unknown, factor in row.terms))
        return total > row.bound if row.strict else total >= row.bound

    def _values(self) -> dict[int, int | Fraction]:
        model = self._solver.model()
        found: dict[int, int | Fraction] = {}
        for number, real in enumerate(self._reals):
            value = model.eval(real, model_completion=True)
            found[number] = Fraction(value.numerator_as_long(), value.denominator_as_long())
        return found
