"""
A rewritten question: what was measured instead, if the claim is to be true.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from factcheck.errors import PeriodError
from factcheck.evaluate.quantities import rewritten
from factcheck.findings import Step
from factcheck.observations import Cell
from factcheck.periods import Period
from factcheck.statements import Level, Quantity, Total, levels


class Question(NamedTuple):
    """
    The quantity that is asked for instead.

    Attributes:
        steps: the rewrites that lead to it, one or two.
        cost: how far it is from the words; see ``costs``.
        turned: the value counts with the other sign, as a balance does from the other side.
        in_size: only sizes are compared, as between a balance and a flow.
        in_time: only its periods are others.
    """

    steps: tuple[Step, ...]
    cost: int
    quantity: Quantity
    turned: bool = False
    in_size: bool = False
    in_time: bool = False


def main_cell(quantity: Quantity) -> Cell:
    """The cell that the quantity is mainly about: that of its first level."""
    return next(levels(quantity)).cell


def with_series(quantity: Quantity, **changes: str | None) -> Quantity:
    """The same expression over series in which some parts are others; a key of a source's own list is dropped."""
    return rewritten(quantity, lambda cell: cell._replace(series=cell.series._replace(**changes)))


def with_periods(quantity: Quantity, move: Callable[[Period], Period | None]) -> Quantity | None:
    """The same expression over other periods; None where one of them has no counterpart."""
    moved: dict[Period, Period] = {}
    for period in dict.fromkeys(level.cell.period for level in levels(quantity)):
        try:
            other = move(period)
        except PeriodError:  # beyond the years that periods have
            return None
        if other is None:
            return None
        moved[period] = other
    return rewritten(quantity, lambda cell: cell._replace(period=moved[cell.period]))


def is_averaged(quantity: Quantity) -> bool:
    """Whether it divides by the number of months of its period, so that no other length of period fits."""
    return any(isinstance(part, Total) and part.divisor != 1 for part in _parts(quantity))


def _parts(quantity: Quantity) -> Iterator[Quantity]:
    yield quantity
    if not isinstance(quantity, Level | Total):
        of, other = quantity[0], quantity[1]
        yield from (each for each in (of, other) if not isinstance(each, str))
