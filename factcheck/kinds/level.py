"""
The kind ``level``. The level lies in the interval of the written amount.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claims import ClaimError
from factcheck.kinds.choice import figures_for, is_amount
from factcheck.kinds.context import Context
from factcheck.kinds.expectation import expected
from factcheck.kinds.kind import Key, KeyType, Kind, Part
from factcheck.kinds.measures import money_unit
from factcheck.kinds.signs import balance_sign
from factcheck.reading.figure import Figure
from factcheck.statements import Within

#: Amounts for each of something, which no level of a period can be compared with.
PER = frozenset({"a day", "a week", "a month", "a quarter", "a barrel", "a tonne"})


def compile_level(context: Context) -> Iterator[Part]:
    """One statement for each currency or unit that the quote gives the amount in."""
    by_unit: dict[str, list[Figure]] = {}
    for figure in figures_for(context, is_amount(context), "amount"):
        by_unit.setdefault(money_unit(context, figure), []).append(figure)
    for unit, figures in by_unit.items():
        if len(figures) > 1:
            raise ClaimError(
                ("level",),
                f"level could take {' or '.join(repr(figure.text) for figure in figures)}",
                'shorten the quote, or write figure: "…" inside the kind',
            )
        _check_per(context, figures[0])
        yield Part(_statement(context, figures[0], unit), unit if len(by_unit) > 1 else "")


def _check_per(context: Context, figure: Figure) -> None:
    """An amount "a month" is no level of the period, save where ``average: month`` says how it is meant."""
    monthly = context.option("average") == "month"
    if figure.noun in PER and not (monthly and figure.noun == "a month"):
        hint = "write average: month" if figure.noun == "a month" else "only averages a month can be written"
        raise ClaimError(("level",), f"{figure.text!r} is an amount {figure.noun}, not that of the period", hint)


def _statement(context: Context, figure: Figure, unit: str) -> Within:
    period = context.period_option()
    sign = balance_sign(context, figure) if context.flow() == "balance" else (figure.sign or 1)
    months = period.months if context.option("average") else 1
    if not months:
        raise ClaimError(("level", "average"), f"{period} is not made of months", "leave average out")
    quantity = context.level(period, unit, divisor=months)
    return Within(quantity, expected(context, figure, unit, sign, level=True))


LEVEL = Kind(
    name="level",
    says="The level lies in the interval of the written amount.",
    keys={
        "period": Key(KeyType.PERIOD, "the period that the amount is for"),
        "average": Key(KeyType.WORD, "divide the period's level by its months", ("month",)),
    },
    compile=compile_level,
    short="period",
    required=(("period",),),
    example='- quote: "$106.48 billion in the first half"\n  level: 2025-H1',
)
