"""
Another series: the other flow, the other side's office, another partner, services counted or not.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.diagnosis.costs import FAR, NEAR
from factcheck.diagnosis.question import Question, main_cell, with_series
from factcheck.errors import UnknownNameError
from factcheck.evaluate.quantities import mirrored, rewritten
from factcheck.evaluate.words import BASES, flow_words
from factcheck.findings import Step
from factcheck.observations import FLOWS, Cell, Series
from factcheck.places import by_code, members
from factcheck.statements import Difference, Level, Quantity, Ratio, Total, levels

WORLD = "WLD"
MAINLAND, HONG_KONG, WITH_HONG_KONG = "CHN", "HKG", "CHN+HKG"
BLOCS = ("EU", "EA", "ASEAN", "EAEU", "BRICS", "GCC", "MERCOSUR", "EFTA", "USMCA")
SCOPE_WORDS = {"goods": "goods alone", "goods-and-services": "goods and services", "services": "services alone"}


def other_flows(quantity: Quantity) -> Iterator[Question]:
    """Every other flow of the same two sides; between a balance and a flow only sizes can be compared."""
    own = main_cell(quantity).series
    if any(level.cell.series.flow != own.flow for level in levels(quantity)):
        return  # a share of the total, or a comparison of flows, has its flow twice
    for flow in FLOWS:
        if flow != own.flow:
            said = f"{_named(own._replace(flow=flow))} instead of {_named(own)}"
            in_size = isinstance(quantity, Level | Total) and "balance" in (flow, own.flow)
            yield Question((Step("other flow", said),), NEAR, with_series(quantity, flow=flow), in_size=in_size)


def other_sides(quantity: Quantity) -> Iterator[Question]:
    """The same goods as the partner's office counts them, and reporter and partner exchanged."""
    own = main_cell(quantity).series
    if any(level.cell.series.partner == WORLD for level in levels(quantity)):
        return
    balance = own.flow == "balance"
    mirror = rewritten(quantity, mirrored)
    said = f"the other side’s figure, {_named(main_cell(mirror).series)}, instead of {_named(own)}"
    # a change of a balance is that of its size, so only levels turn
    yield Question((Step("mirror", said),), NEAR, mirror, turned=balance and isinstance(quantity, Level))
    if own.flow in ("exports", "imports"):
        exchanged = rewritten(mirror, lambda cell: cell._replace(series=cell.series._replace(flow=own.flow)))
        said = f"{_named(main_cell(exchanged).series)} instead of {_named(own)}"
        yield Question((Step("reporter and partner exchanged", said),), FAR, exchanged)


def other_partners(quantity: Quantity) -> Iterator[Question]:
    """China with or without Hong Kong, and a bloc for its member."""
    own = main_cell(quantity)
    partners = {level.cell.series.partner for level in levels(quantity)}
    if partners == {MAINLAND, HONG_KONG}:
        yield _question("without Hong Kong", own, MAINLAND, _alone(quantity, MAINLAND))
    if len(partners) > 1 and WORLD not in partners:
        return
    for name, partner in partners_beside(own.series.partner, own.period.last.year):
        if partner == HONG_KONG:
            yield _question(name, own, partner, _together(quantity, own.series.partner, partner))
        else:
            yield _question(name, own, partner, _instead(quantity, own.series.partner, partner))


def partners_beside(partner: str, year: int) -> Iterator[tuple[str, str]]:
    """The partners that may have been meant, each with the name of the rewrite; Hong Kong is added to its mainland."""
    if partner == MAINLAND:
        yield "with Hong Kong", WITH_HONG_KONG
        yield "with Hong Kong", HONG_KONG
    if partner == WITH_HONG_KONG:
        yield "without Hong Kong", MAINLAND
        return
    for bloc in BLOCS:
        try:
            if partner in members(bloc, year):
                yield "bloc for member", bloc
        except UnknownNameError:  # it did not exist yet
            continue


def _question(name: str, own: Cell, partner: str, quantity: Quantity) -> Question:
    other = own.series._replace(partner=partner)
    said = f"{_named(other)} {'as well as' if partner == HONG_KONG else 'instead of'} {_named(own.series)}"
    return Question((Step(name, said),), FAR, quantity)


def _instead(quantity: Quantity, partner: str, other: str) -> Quantity:
    """Another partner in its place; the whole of a share stays."""

    def moved(cell: Cell) -> Cell:
        return cell._replace(series=cell.series._replace(partner=other)) if cell.series.partner == partner else cell

    return rewritten(quantity, moved)


def _together(quantity: Quantity, partner: str, other: str) -> Quantity:
    """The partner and another one added up, wherever the partner stands alone."""
    match quantity:
        case Level(cell=cell) if cell.series.partner == partner:
            return Total((quantity, Level(cell._replace(series=cell.series._replace(partner=other)))))
        case Ratio(of=of, base=base, use=use):
            return Ratio(_together(of, partner, other), _together(base, partner, other), use)  # type: ignore[arg-type]
        case Difference(of=of, less=less):
            return Difference(_together(of, partner, other), _together(less, partner, other))  # type: ignore[arg-type]
        case _:
            return quantity


def _alone(quantity: Quantity, partner: str) -> Quantity:
    """One of the partners of each sum."""
    match quantity:
        case Total(parts=parts, divisor=1):
            return next((part for part in parts if part.cell.series.partner == partner), quantity)
        case Ratio(of=of, base=base, use=use):
            return Ratio(_alone(of, partner), _alone(base, partner), use)  # type: ignore[arg-type]
        case Difference(of=of, less=less):
            return Difference(_alone(of, partner), _alone(less, partner))  # type: ignore[arg-type]
        case _:
            return quantity


def other_scopes(quantity: Quantity) -> Iterator[Question]:
    """Goods for goods and services, and the other way round, in every valuation: offices value the two differently."""
    own = main_cell(quantity).series
    for scope in ("goods", "goods-and-services"):
        for valuation in dict.fromkeys((own.valuation, "", *BASES)):
            if scope != own.scope:
                said = f"the figure for {SCOPE_WORDS[scope]} instead of {SCOPE_WORDS[own.scope]}"
                other = with_series(quantity, scope=scope, valuation=valuation)
                yield Question((Step("goods and services", said),), NEAR, other)


def _named(series: Series) -> str:
    return flow_words((by_code(series.reporter).name, by_code(series.partner).name), series.flow)
