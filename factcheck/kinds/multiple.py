"""
The kind ``multiple``. One level is so many times another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from factcheck.claims import ClaimError
from factcheck.kinds.choice import figures_of, one_figure
from factcheck.kinds.context import Context
from factcheck.kinds.expectation import expected, expected_factor_change
from factcheck.kinds.kind import Key, KeyType, Kind, Part
from factcheck.kinds.measures import unit_in_force
from factcheck.periods import Period
from factcheck.reading.figure import Figure, FigureKind
from factcheck.statements import Level, Ratio, Total, Within
from factcheck.units import FACTOR

HALF = re.compile(r"\b(?:one[- ])?half\b|\b(?:a|one|two)[- ](?:third|quarter|fifth)s?\b", re.IGNORECASE)
MORE = re.compile(r"\s{1,3}(?:more|higher|larger|bigger|greater|less|lower|smaller|fewer)\b", re.IGNORECASE)


def compile_multiple(context: Context) -> Iterator[Part]:
    """One level over another, as a factor."""
    period = context.period_option()
    figure = _half_of(context) or one_figure(context, _is_factor, "factor")
    if figure.kind is FigureKind.FRACTION and MORE.match(context.quote, figure.end):
        raise ClaimError(
            ("multiple",), f"{figure.text!r} more or less is a change", "write change: {period: 2023, from: 2021}"
        )
    unit = unit_in_force(context)
    of, base = context.level(period, unit), _other(context, period, unit)
    if of == base:
        raise ClaimError(("multiple", "of"), "it is compared with itself", "write another period or series")
    if figure.kind is FigureKind.FACTOR and figure.number < 1 and figure.in_words:
        # "more than halved" is a fall by more than half: the hedge belongs to the fall; that of "0.8 times" does not
        yield Part(Within(Ratio(of, base, "change"), expected_factor_change(context, figure)))
        return
    yield Part(Within(Ratio(of, base, "multiple"), expected(context, _factor(figure), FACTOR, 1)))


def _half_of(context: Context) -> Figure | None:
    """Read "half its 2018 level": a fraction without "of", which is one only where a multiple is claimed."""
    quote = context.quote
    word = HALF.search(quote)
    if word is None or any(_is_factor(figure) for figure in figures_of(quote)):
        return None
    read = figures_of(f"{quote[: word.end()]} of it")
    return next((figure for figure in read if figure.end == word.end()), None)


def _other(context: Context, period: Period, unit: str) -> Level | Total:
    other = context.use.options.get("of")
    if isinstance(other, Mapping):
        return context.level(period, unit, other)
    if not isinstance(other, str):
        raise ClaimError(("multiple", "of"), "of takes a period or series keys", "write of: 2021")
    return context.level(context.period(other, ("multiple", "of")), unit)


def _is_factor(figure: Figure) -> bool:
    return figure.kind in (FigureKind.FACTOR, FigureKind.FRACTION)


def _factor(figure: Figure) -> Figure:
    """A fraction as a factor: half is 0.5 times."""
    if figure.kind is FigureKind.FACTOR:
        return figure
    return figure._replace(
        number=figure.number.scaleb(-2),
        last_digit=figure.last_digit.scaleb(-2),
        upper=None if figure.upper is None else figure.upper.scaleb(-2),
        unit=FACTOR,
    )


MULTIPLE = Kind(
    name="multiple",
    says="One level is so many times another.",
    keys={
        "period": Key(KeyType.PERIOD, "the period"),
        "of": Key(KeyType.PERIOD_OR_SERIES, "the other period, or the keys in which the other series differs"),
    },
    compile=compile_multiple,
    required=(("period",), ("of",)),
    example='- quote: "1.6 times what it was in 2021"\n  multiple: {period: 2023, of: 2021}',
)
