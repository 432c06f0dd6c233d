"""
The kind ``rank``. The partner has this place among others by size.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

from factcheck.claims import ClaimError
from factcheck.intervals import Interval
from factcheck.kinds.choice import figures_of
from factcheck.kinds.context import Context, reading
from factcheck.kinds.kind import Key, KeyType, Kind, Part
from factcheck.kinds.measures import unit_in_force
from factcheck.kinds.signs import balance_sign
from factcheck.places import code_of
from factcheck.reading.figure import Figure, FigureKind
from factcheck.statements import Position

_LARGEST = r"(?:largest|biggest|top|main|leading|most important|principal)"
FIRST = re.compile(rf"\b(?:{_LARGEST}|number one|no\. 1|in first place)\b", re.IGNORECASE)
TOP = re.compile(r"\btop[ -]$", re.IGNORECASE)
LARGEST = re.compile(rf"[ -]{_LARGEST}\b", re.IGNORECASE)
NUMBER = re.compile(r"\b(?:no\.|number) ?$", re.IGNORECASE)
ONE_OF = re.compile(rf"\b(?:one of|among)\b.{{0,40}}\b{_LARGEST}\b", re.IGNORECASE)


def compile_rank(context: Context) -> Iterator[Part]:
    """The place by size: "fifth" is 5, "top five" and "the five largest" at most 5, "largest" alone is 1."""
    period = context.period_option()
    cell = context.cell(period, unit_in_force(context))
    places, text, figure = _places(context)
    sign = (balance_sign(context) or 1) if context.flow() == "balance" else 1
    yield Part(Position(cell, _among(context, cell.series.partner), places, text, figure, sign))


def _places(context: Context) -> tuple[Interval, str, Figure | None]:
    quote = context.quote or context.in_english(context.figure_key("figure")[0] or "")
    for figure in figures_of(quote):
        place = Fraction(figure.number)
        if figure.kind is FigureKind.ORDINAL:
            return Interval.point(place), figure.text, figure
        if figure.kind in (FigureKind.NUMBER, FigureKind.QUANTITY):
            if TOP.search(quote[: figure.start]) or LARGEST.match(quote, figure.end):
                return Interval(Fraction(1), place), f"top {figure.text}", figure
            if NUMBER.search(quote[: figure.start]):
                return Interval.point(place), f"number {figure.text}", figure
    if ONE_OF.search(quote):
        raise ClaimError(("rank",), "“one of the largest” names no place", "quote words such as fifth or top five")
    if found := FIRST.search(quote):
        return Interval.point(Fraction(1)), found.group(), None
    raise ClaimError(("rank",), "the quote has no place such as fifth or top five", "quote the words that say it")


def _among(context: Context, partner: str) -> tuple[str, ...] | Literal["countries", "blocs"]:
    among = context.use.options.get("among")
    if among == "countries":
        return "countries"
    if among == "blocs":
        return "blocs"
    names = among if isinstance(among, tuple) else ()
    with reading(("rank", "among")):
        codes = tuple(code_of(name) for name in names)
    if partner not in codes:
        raise ClaimError(("rank", "among"), f"the list does not name {partner} itself", "add it, or write countries")
    return codes


RANK = Kind(
    name="rank",
    says="The partner has this place among others by size.",
    keys={
        "period": Key(KeyType.PERIOD, "the period"),
        "among": Key(KeyType.MEMBERS, "countries, blocs, or a list of places"),
    },
    compile=compile_rank,
    required=(("period",), ("among",)),
    example='- quote: "the fifth-largest partner"\n  rank: {period: 2024, among: countries}',
)
