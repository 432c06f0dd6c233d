"""
The same figure of another series: another flow, the partner's office, with Hong Kong, a bloc, with services.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bench.accuracy.quantities import Quantity
from bench.accuracy.rows import Cell
from bench.accuracy.table import Table

FLOWS = ("exports", "imports", "total", "balance")
OTHER_SIDE = {"exports": "imports", "imports": "exports"}
SERVICES = {"goods": "goods-and-services", "goods-and-services": "goods"}

#: Members of the blocs that the snapshot has as partners.
BLOCS = {
    "EU": "AUT BEL BGR CYP CZE DEU DNK ESP EST FIN FRA GRC HRV HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU SVK SVN SWE",
    "ASEAN": "BRN IDN KHM LAO MMR MYS PHL SGP THA VNM",
}


def others(quantity: Quantity, table: Table) -> Iterator[tuple[str, Quantity]]:
    """The name of each error, with the quantity whose figure it gives."""
    for flow in FLOWS:
        if flow != quantity.of.flow and not _is_whole(quantity, flow):
            yield "other flow", _mapped(quantity, lambda cell, flow=flow: cell._replace(flow=flow), wholes=True)
    yield from _partners(quantity)
    yield from _other_office(quantity, table)
    scope = SERVICES.get(quantity.of.scope)
    for other, valuation in sorted(table.kinds_of[quantity.of.source]):
        if other == scope:
            yield (
                "goods and services",
                _mapped(quantity, lambda cell, v=valuation: cell._replace(scope=scope, valuation=v), wholes=True),
            )


def _is_whole(quantity: Quantity, flow: str) -> bool:
    """Whether the flow is the whole of a share or the base of a multiple already."""
    base = quantity.base
    return quantity.kind in ("share", "multiple") and base is not None and base.flow != quantity.of.flow


def _mapped(quantity: Quantity, change: Callable[[Cell], Cell], *, wholes: bool = False) -> Quantity:
    """The quantity with all its cells changed; the wholes of shares only where they change too."""
    base, whole = quantity.base, quantity.whole
    if base is not None and (wholes or quantity.kind != "share"):
        base = change(base)
    if whole is not None and wholes:
        whole = change(whole)
    return quantity._replace(of=change(quantity.of), base=base, whole=whole)


def _partners(quantity: Quantity) -> Iterator[tuple[str, Quantity]]:
    partner = quantity.of.partner
    beside = {"CHN": ("with Hong Kong", "CHN+HKG"), "CHN+HKG": ("without Hong Kong", "CHN")}
    named = [beside[partner]] if partner in beside else []
    named += [("bloc for member", bloc) for bloc, members in sorted(BLOCS.items()) if partner in members.split()]
    for name, other in named:
        yield name, _mapped(quantity, lambda cell, other=other: cell._replace(partner=other))


def _other_office(quantity: Quantity, table: Table) -> Iterator[tuple[str, Quantity]]:
    """What the partner's own office says: of the same goods (the mirror), or of the same word."""
    of = quantity.of
    if of.partner == "WLD" or quantity.kind.startswith("share") or quantity.kind == "multiple":
        return
    for source in sorted(table.sources_of.get(of.partner, ())):
        for name, flow in (("mirror", OTHER_SIDE.get(of.flow, of.flow)), ("reporter and partner exchanged", of.flow)):
            if name == "mirror" or of.flow in OTHER_SIDE:
                yield (
                    name,
                    _mapped(
                        quantity,
                        lambda cell, source=source, flow=flow: cell._replace(
                            source=source, reporter=cell.partner, partner=cell.reporter, flow=flow
                        ),
                    ),
                )
