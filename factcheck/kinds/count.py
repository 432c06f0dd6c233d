"""
The kind ``count``. A run of rises or falls that ends with the period is so long.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.claims import ClaimError
from factcheck.hedges import Hedge, accepted
from factcheck.intervals import Interval
from factcheck.kinds.choice import one_figure
from factcheck.kinds.context import Context
from factcheck.kinds.kind import Key, KeyType, Kind, Part
from factcheck.kinds.measures import unit_in_force
from factcheck.reading.figure import Figure, FigureKind
from factcheck.statements import Run, Step

STEPS: dict[str, Step] = {"months": "months", "quarters": "quarters", "years": "years"}
MONTHS: dict[Step, int] = {"months": 1, "quarters": 3, "years": 12}


def compile_count(context: Context) -> Iterator[Part]:
    """A run of rises or falls: "fourth straight month" is 4, "at least four months" 4 or more."""
    sign = 1 if context.option("up") is not None else -1
    period = context.period_option("up" if sign > 0 else "down")
    figure = one_figure(context, _is_count, "number or ordinal")
    of = STEPS.get(context.option("of") or "")
    if of is None:
        raise ClaimError(("count", "of"), "count needs what is counted", f"write of: {', '.join(STEPS)}")
    months = MONTHS[of]
    if period.months != months:
        raise ClaimError(("count",), f"{period} is none of the {of} that are counted", f"write one of the {of}")
    hedged = figure.hedge not in (None, Hedge.NONE)
    number = Fraction(figure.number) * figure.scale
    length = accepted(figure.size, figure.hedge).scaled(figure.scale) if hedged else Interval.point(number)
    cell = context.cell(period, unit_in_force(context))
    yield Part(Run(cell, sign, length, of, figure.text, figure, context.option("from") is not None))


def _is_count(figure: Figure) -> bool:
    counted = figure.kind is FigureKind.QUANTITY and figure.unit == "1"
    return figure.kind in (FigureKind.ORDINAL, FigureKind.NUMBER) or counted


COUNT = Kind(
    name="count",
    says="A run of rises or falls that ends with the period is so long.",
    keys={
        "up": Key(KeyType.PERIOD, "the last period of a run of rises"),
        "down": Key(KeyType.PERIOD, "the last period of a run of falls"),
        "of": Key(KeyType.WORD, "what is counted", ("months", "quarters", "years")),
        "from": Key(KeyType.WORD, "compare each with the one before instead of a year earlier", ("previous",)),
    },
    compile=compile_count,
    required=(("up", "down"), ("of",)),
    example='- quote: "fell for a fourth straight month"\n  count: {down: 2025-06, of: months}',
)
