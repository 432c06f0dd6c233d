"""
The kind ``difference``. The difference of two levels, or of two rates in points, lies in the interval.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.claims import ClaimError
from factcheck.kinds.choice import is_amount, one_figure
from factcheck.kinds.context import Context
from factcheck.kinds.expectation import expected
from factcheck.kinds.kind import Key, KeyType, Kind, Part
from factcheck.kinds.measures import money_unit, unit_in_force
from factcheck.kinds.signs import direction, holds
from factcheck.periods import Period
from factcheck.reading.figure import Figure, FigureKind
from factcheck.statements import Difference, Ratio, Within
from factcheck.units import POINTS

MORE = re.compile(r"\b(?:more|larger|bigger|higher|greater|above|ahead of|exceed(?:s|ed)?)\b", re.IGNORECASE)
LESS = re.compile(r"\b(?:less|smaller|lower|fewer|below|behind|short of)\b", re.IGNORECASE)


def compile_difference(context: Context) -> Iterator[Part]:
    """An amount, or points where ``of:`` asks for the difference of two rates."""
    period, of = context.period_option(), context.option("of")
    if of is not None:
        figure = one_figure(context, _is_points, "figure in percentage points")
        unit = unit_in_force(context)
        base = context.base(period)
        quantity = Difference(_rate(context, of, period, unit), _rate(context, of, base, unit))
        yield Part(Within(quantity, expected(context, figure, POINTS, direction(context, figure))))
        return
    figure = one_figure(context, is_amount(context), "amount")
    unit = money_unit(context, figure)
    less = context.mapping("less")
    if less is not None and context.option("from") is not None:
        raise ClaimError(("difference", "less"), "from and less say two things to take away", "write one of them")
    other = context.level(context.base(period), unit) if less is None else context.level(period, unit, less)
    quantity = Difference(context.level(period, unit), other)
    says = expected(context, figure, unit, _direction(context, figure, compared=less is not None))
    yield Part(Within(quantity, says, holds(context)))


def _direction(context: Context, figure: Figure, *, compared: bool) -> int:
    """The sign of the difference; between two series "more" and "less" say it too."""
    words = context.quote
    if compared and not figure.sign and context.figure_key("direction")[0] is None:
        more, less = MORE.search(words), LESS.search(words)
        if bool(more) != bool(less):
            return 1 if more else -1
    return direction(context, figure)


def _rate(context: Context, of: str, period: Period, unit: str) -> Ratio:
    if of == "change":
        return Ratio(context.level(period, unit), context.level(period.year_earlier, unit), "change")
    whole = context.mapping("whole")
    if whole is None:
        raise ClaimError(("difference",), "of: share needs the whole", "write whole: {partner: World}")
    return Ratio(context.level(period, unit), context.level(period, unit, whole), "share")


def _is_points(figure: Figure) -> bool:
    return figure.kind is FigureKind.POINTS


DIFFERENCE = Kind(
    name="difference",
    says="The difference of two levels, or of two rates in points, lies in the interval.",
    keys={
        "period": Key(KeyType.PERIOD, "the period"),
        "from": Key(KeyType.BASE, "the period that is taken away; a year earlier if not written"),
        "less": Key(KeyType.SERIES, "the series that is taken away"),
        "of": Key(KeyType.WORD, "take the difference of changes or of shares, in points", ("change", "share")),
        "whole": Key(KeyType.SERIES, "with of: share, the whole"),
    },
    compile=compile_difference,
    short="period",
    required=(("period",),),
    example='- quote: "fell by $10.39 billion"\n  difference: 2025-H1',
)
