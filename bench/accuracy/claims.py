"""
A claim of the bench, and how it is written in a claims file.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from bench.accuracy.figures import Figure
from bench.accuracy.quantities import Quantity
from bench.accuracy.rows import Cell

SILENCE = ()
PRINTS_HONG_KONG = ("mof-taiwan",)  # whose own figures are of China with Hong Kong; elsewhere a list sums the two


class Claim(NamedTuple):
    """
    One claim with what the program should say of it.

    Attributes:
        quantity: what the words speak of.
        day: the day of publication.
        quote: the words.
        sign: of the figure as the words say it: 1, −1, or 0 where they say only a size.
        figure: the written number; None for a word.
        way: how it was made: rounded, truncated, hedged, in words, the name of an error ...
        causes: the names of the error that was made, any of which is right; none for a true claim or an accident.
        trend: the class of a word for change, else blank.
    """

    quantity: Quantity
    day: date
    quote: str
    sign: int = 0
    figure: Figure | None = None
    way: str = ""
    causes: tuple[str, ...] = SILENCE
    trend: str = ""


def lines(claim: Claim, name: str) -> Iterator[str]:
    """The claim as YAML (each value as JSON text, which YAML reads too)."""
    cell = claim.quantity.of
    yield f"  - id: {name}"
    yield f"    quote: {json.dumps(claim.quote, ensure_ascii=False)}"
    yield from (f"    {key}: {json.dumps(value)}" for key, value in _series(cell))
    if claim.trend or claim.quantity.kind not in ("level", "difference"):
        yield from ([f"    currency: {cell.unit}"] if len(cell.unit) == 3 else [])
    yield f"    {_kind(claim)}: {json.dumps(_value(claim))}"


def _series(cell: Cell) -> Iterator[tuple[str, object]]:
    yield "source", cell.source
    yield "reporter", cell.reporter
    yield "partner", cell.partner if cell.source in PRINTS_HONG_KONG else _as_list(cell.partner)
    yield "flow", cell.flow
    if cell.commodity:
        yield "commodity", cell.commodity
    if cell.scope != "goods":
        yield "scope", cell.scope
    if cell.valuation:
        yield "valuation", cell.valuation


def _as_list(partner: str) -> str | list[str]:
    return partner.split("+") if "+" in partner else partner


def _kind(claim: Claim) -> str:
    if claim.trend:
        return "trend"
    return "difference" if claim.quantity.kind.endswith("-points") else claim.quantity.kind


def _value(claim: Claim) -> object:
    """The value of the kind's key: a span alone, or a mapping."""
    quantity, (of, base) = claim.quantity, (claim.quantity.of, claim.quantity.base)
    name = of.span.name
    if claim.trend:
        return {claim.trend: name} if quantity.whole is None else {claim.trend: name, "from": quantity.whole.span.name}
    if quantity.kind == "level" or base is None:
        return name
    if quantity.kind == "share":
        return {"period": name, "of": _differs(of, base)}
    if quantity.kind == "multiple":
        return {"period": name, "of": base.span.name if base.span != of.span else _differs(of, base)}
    if quantity.kind == "rate-points":
        return {"of": "change", "period": name, "from": base.span.name}
    if quantity.kind == "share-points" and quantity.whole is not None:
        return {"of": "share", "whole": _differs(of, quantity.whole), "period": name, "from": base.span.name}
    return name if base.span == of.span.later(-12) else {"period": name, "from": base.span.name}


def _differs(of: Cell, whole: Cell) -> dict[str, str]:
    return {key: getattr(whole, key) for key in ("partner", "flow") if getattr(whole, key) != getattr(of, key)}
