"""
The kind ``change``. The rate of change from a base period lies in the interval.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.kinds.choice import is_rate, one_figure
from factcheck.kinds.context import Context
from factcheck.kinds.expectation import expected, expected_factor_change
from factcheck.kinds.kind import Key, KeyType, Kind, Part
from factcheck.kinds.measures import unit_in_force
from factcheck.kinds.signs import direction, holds
from factcheck.reading.figure import Figure, FigureKind
from factcheck.statements import Ratio, Within
from factcheck.units import PERCENT


def compile_change(context: Context) -> Iterator[Part]:
    """The rate of change from the base period, in the currency in force."""
    period = context.period_option()
    figure = one_figure(context, _is_change, "percentage or factor")
    unit = unit_in_force(context)
    quantity = Ratio(context.level(period, unit), context.level(context.base(period), unit), "change")
    if figure.kind is FigureKind.FACTOR:
        yield Part(Within(quantity, expected_factor_change(context, figure), holds(context)))
    else:
        says = expected(context, figure, PERCENT, direction(context, figure))
        yield Part(Within(quantity, says, holds(context)))


def _is_change(figure: Figure) -> bool:
    return is_rate(figure) or figure.kind is FigureKind.FACTOR


CHANGE = Kind(
    name="change",
    says="The rate of change from a base period lies in the interval.",
    keys={
        "period": Key(KeyType.PERIOD, "the period that changed"),
        "from": Key(KeyType.BASE, "the base: a period or previous; the same period a year earlier if not written"),
    },
    compile=compile_change,
    short="period",
    required=(("period",),),
    example='- quote: "slipped by 9.1 percent"\n  change: 2025-H1',
)
