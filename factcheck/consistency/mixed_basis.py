"""
Figures of one identity in different currencies: dollar growth of the total beside yuan growth of its parts.

An article that gives a total and two further flows in one currency is complete, whatever it adds in another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.consistency.forms import series as series_of
from factcheck.consistency.meant import allowed, listed, subject
from factcheck.consistency.variables import BALANCE, Family
from factcheck.findings import Inconsistency
from factcheck.kinds.compile import Compiled
from factcheck.periods import Period
from factcheck.statements import Level, Quantity, Ratio, Within
from factcheck.units import is_money

TOTAL = "total"
FURTHER = 2  # flows beside the total that make an identity


class Identity(NamedTuple):
    """What must be equal for flows to add up: everything but flow and currency."""

    family: Family
    period: Period
    base: Period | None  # of changes, what they are measured from


def mixed_bases(statements: Sequence[Compiled]) -> Iterator[Inconsistency]:
    """Totals and parts that are told in several currencies, of which none has all of them."""
    known: dict[Identity, dict[tuple[str, str], list[Compiled]]] = {}
    for each in statements:
        found = _identity(each)
        if found is not None:
            identity, flow, unit = found
            known.setdefault(identity, {}).setdefault((flow, unit), []).append(each)
    for members in known.values():
        units = {unit for _, unit in members}
        complete = [unit for unit in units if _is_whole({flow for flow, own in members if own == unit})]
        if len(units) > 1 and not complete and _is_whole({flow for flow, _ in members}):
            yield _told(statements, [each for group in members.values() for each in group], units)


def _identity(compiled: Compiled) -> tuple[Identity, str, str] | None:
    """The identity that a figure belongs to, with its flow and currency."""
    statement = compiled.statement
    if not isinstance(statement, Within) or statement.expected.number is None:
        return None
    cells = _cells(statement.quantity)
    if cells is None:
        return None
    of, base = cells
    series = of.cell.series
    if not is_money(series.unit):
        return None
    family: Family = (series.reporter, series.partner, series.commodity, series.scope, series.source, series.valuation)
    return Identity(family, of.cell.period, base and base.cell.period), series.flow, series.unit


def _cells(quantity: Quantity) -> tuple[Level, Level | None] | None:
    """A level, or a level and the base of its change."""
    match quantity:
        case Level():
            return quantity, None
        case Ratio(of=Level() as of, base=Level() as base, use="change") if series_of(of) == series_of(base):
            return of, base
        case _:
            return None


def _is_whole(flows: set[str]) -> bool:
    """Whether the total is there and what it must agree with."""
    return TOTAL in flows and len(flows & {"exports", "imports", BALANCE}) >= FURTHER


def _told(statements: Sequence[Compiled], members: Sequence[Compiled], units: set[str]) -> Inconsistency:
    ordered = [each for each in statements if each in members]
    claims = tuple(dict.fromkeys(each.claim.id for each in ordered))
    figures = listed([_figure(each) for each in ordered])
    text = (
        f"These belong together and are not told in one currency: {figures}."
        f" Neither in {' nor in '.join(sorted(units))} are there a total and its parts, so the figures cannot be held"
        " against one another."
    )
    return Inconsistency("mixed-basis", claims, (), claims, text)


def _figure(each: Compiled) -> str:
    found = _identity(each)
    basis = f" measured in {found[2]}" if found is not None and found[0].base is not None else ""
    return f"“{each.claim.quote}” ({subject(each.statement)}: {allowed(each.statement)}{basis})"
