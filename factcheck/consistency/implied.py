"""
What other claims imply for a quantity: an interval, exact or to a small part of the claim's last digit.

Propagation gives it where that is tight; else the end that faces the claim is found by halving.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import floor

from factcheck.consistency.bounds import Bounds
from factcheck.consistency.component import Component
from factcheck.consistency.decision import Decider
from factcheck.consistency.mean_rule import growth_in
from factcheck.consistency.rows import Term
from factcheck.consistency.views import View
from factcheck.intervals import Interval

FARTHEST = 60  # doublings of a step, away from what the claim says
HAIR = Fraction(1, 1000)  # of a step: so near an end counts as reaching it


def implied(decider: Decider, mask: int, view: View, band: Interval, step: Fraction) -> Interval:
    """
    The values that the statements of the mask leave a quantity.

    Args:
        decider: decides about the component.
        mask: the other statements, which can all hold.
        view: how the quantity is measured.
        band: what the claim says, which they rule out; the end that faces it is made tight.
        step: how finely that end is looked for.
    """
    outer = propagated(decider.component, decider.bounds(mask), mask, view)
    search = _Ends(decider, mask, view, step)
    way = _side(search, outer, band)
    if way > 0 and band.high is not None:
        low, closed = search.farthest(band.high, outer.low, outer.low_closed, -1)
        return outer.intersection(Interval(low, None, closed))
    if way < 0 and band.low is not None:
        high, closed = search.farthest(band.low, outer.high, outer.high_closed, 1)
        return outer.intersection(Interval(None, high, high_closed=closed))
    return outer


def _side(search: _Ends, outer: Interval, band: Interval) -> int:
    """On which side of a band the others leave the quantity: 1 above, −1 below, 0 where they leave it inside."""
    if not outer.intersection(band).is_empty:
        if band.low is not None and not search.fits(band.low, 1, strict=not band.low_closed):
            return -1
        return int(band.high is not None and not search.fits(band.high, -1, strict=not band.high_closed))
    return 1 if outer.low is not None and band.high is not None and outer.low >= band.high else -1


class _Ends:
    """The search for an end; ``way`` is 1 for the highest value that fits, −1 for the lowest."""

    def __init__(self, decider: Decider, mask: int, view: View, step: Fraction) -> None:
        self.decider, self.mask, self.view, self.step = decider, mask, view, step

    def fits(self, value: Fraction, way: int, *, strict: bool = False) -> bool:
        """Whether the others leave the quantity at a value or beyond it."""
        rows = self.view.bounded(value, way, strict=strict)
        return self.decider.decide(self.mask, rows).conflict is None

    def _refuted(self, value: Fraction, way: int) -> bool:
        return self.decider.refuted(self.mask, self.view.bounded(value, way))

    def farthest(self, limit: Fraction, outer: Fraction | None, closed: bool, way: int) -> tuple[Fraction | None, bool]:
        """The farthest that the others let it go towards ``limit``, and whether it may get there."""
        if outer is not None and outer * way <= limit * way and not self._refuted(outer - way * self.step * HAIR, way):
            return outer, closed
        nearest = limit if outer is None else min(limit * way, outer * way) * way
        fails = floor(nearest * way / self.step) + 1
        holds = self._holding(fails, way)
        if holds is None:
            return outer, closed
        while fails - holds > 1:
            middle = (fails + holds) // 2
            if self.fits(middle * self.step * way, way):
                holds = middle
            else:
                fails = middle
        return fails * self.step * way, False

    def _holding(self, fails: int, way: int) -> int | None:
        """A number of steps that fits: that of a witness, else one far away."""
        values = self.decider.decide(self.mask).values
        known = self.view.measured(values) if values is not None else None
        if known is not None:
            steps: int = floor(known * way / self.step)
            return steps
        for doublings in range(FARTHEST):
            if self.fits((fails - (1 << doublings)) * self.step * way, way):
                return fails - (1 << doublings)
        return None


def propagated(component: Component, bounds: Bounds, mask: int, view: View) -> Interval:
    """The values of a quantity as far as propagation knows."""
    of = _sum(bounds, view.of)
    if not view.base:
        return of
    if view.change and not view.signed and len(view.of) == len(view.base) == 1:
        factors = growth_in(component, bounds, mask, (view.of[0][0], view.base[0][0]))
    else:
        factors = _quotient(of, _sum(bounds, view.base))
    return Interval(
        None if factors.low is None else view.value(factors.low),
        None if factors.high is None else view.value(factors.high),
        factors.low_closed,
        factors.high_closed,
    )


def _sum(bounds: Bounds, terms: Sequence[Term]) -> Interval:
    total = Interval.point(Fraction(0))
    for unknown, factor in terms:
        total += bounds.interval(unknown).scaled(factor)
    return total


def _quotient(of: Interval, base: Interval) -> Interval:
    """One sum over another that is positive; of what may be negative nothing is known."""
    if of.low is None or of.low < 0:
        return Interval(None, None)
    low = high = None
    if base.high is not None and base.high > 0:
        low = of.low / base.high
    if of.high is not None and base.low is not None and base.low > 0:
        high = of.high / base.low
    return Interval(low, high, of.low_closed and base.high_closed, of.high_closed and base.low_closed)
