"""
Another series: the other flow, the other side's office, another partner, services counted or not.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.diagnosis.costs import FAR, NEAR
from factcheck.diagnosis.question import Question, main_cell, with_series
from factcheck.errors import UnknownNameError
from factcheck.evaluate.quantities import mirrored, rewritten
from factcheck.evaluate.words import flow_words
from factcheck.findings import Step
from factcheck.observations import FLOWS, Series
from factcheck.places import by_code, members
from factcheck.statements import Level, Quantity, levels

WORLD = "WLD"
MAINLAND, WITH_HONG_KONG = "CHN", "CHN+HKG"
BLOCS = ("EU", "EA", "ASEAN", "EAEU", "BRICS", "GCC", "MERCOSUR", "EFTA", "USMCA")
SCOPE_WORDS = {"goods": "goods alone", "goods-and-services": "goods and services", "services": "services alone"}


def other_flows(quantity: Quantity) -> Iterator[Question]:
    """Every other flow of the same two sides; between a balance and a flow only sizes can be compared."""
    if not _has_one_series(quantity):
        return
    own = main_cell(quantity).series
    for flow in FLOWS:
        if flow != own.flow:
            said = f"{_named(own._replace(flow=flow))} instead of {_named(own)}"
            in_size = isinstance(quantity, Level) and "balance" in (flow, own.flow)
            yield Question((Step("other flow", said),), NEAR, with_series(quantity, flow=flow), in_size=in_size)


def other_sides(quantity: Quantity) -> Iterator[Question]:
    """The same goods as the partner's office counts them, and reporter and partner exchanged."""
    own = main_cell(quantity).series
    if any(level.cell.series.partner == WORLD for level in levels(quantity)):
        return
    balance = own.flow == "balance"
    mirror = rewritten(quantity, mirrored)
    said = f"the other side’s figure, {_named(main_cell(mirror).series)}, instead of {_named(own)}"
    # a change of a balance is that of its size, so only levels and increments turn
    yield Question((Step("mirror", said),), NEAR, mirror, turned=balance and isinstance(quantity, Level))
    if own.flow in ("exports", "imports"):
        exchanged = rewritten(mirror, lambda cell: cell._replace(series=cell.series._replace(flow=own.flow)))
        said = f"{_named(main_cell(exchanged).series)} instead of {_named(own)}"
        yield Question((Step("reporter and partner exchanged", said),), FAR, exchanged)


def other_partners(quantity: Quantity) -> Iterator[Question]:
    """China with or without Hong Kong, and a bloc for its member."""
    if not _has_one_partner(quantity):
        return
    own = main_cell(quantity)
    for name, partner in partners_beside(own.series.partner, own.period.last.year):
        said = f"{_named(own.series._replace(partner=partner))} instead of {_named(own.series)}"
        yield Question((Step(name, said),), FAR, with_series(quantity, partner=partner))


def partners_beside(partner: str, year: int) -> Iterator[tuple[str, str]]:
    """The partners that may have been meant, each with the name of the rewrite."""
    if partner == MAINLAND:
        yield "with Hong Kong", WITH_HONG_KONG
    if partner == WITH_HONG_KONG:
        yield "without Hong Kong", MAINLAND
        return
    for bloc in BLOCS:
        try:
            if partner in members(bloc, year):
                yield "bloc for member", bloc
        except UnknownNameError:  # it did not exist yet
            continue


def other_scopes(quantity: Quantity) -> Iterator[Question]:
    """Goods for goods and services, and the other way round."""
    own = main_cell(quantity).series.scope
    for scope in ("goods", "goods-and-services"):
        if scope != own:
            said = f"the figure for {SCOPE_WORDS[scope]} instead of {SCOPE_WORDS[own]}"
            yield Question((Step("goods and services", said),), NEAR, with_series(quantity, scope=scope))


def _has_one_series(quantity: Quantity) -> bool:
    """Whether all levels are of one series: shares of a total and comparisons of flows have their flow twice."""
    return len({level.cell.series for level in levels(quantity)}) == 1


def _has_one_partner(quantity: Quantity) -> bool:
    return len({level.cell.series.partner for level in levels(quantity)}) == 1


def _named(series: Series) -> str:
    return flow_words((by_code(series.reporter).name, by_code(series.partner).name), series.flow)
