"""
Goods beside goods and services: a source that publishes only goods still bounds the wider figure from below.
"""

from __future__ import annotations

from datetime import date

from factcheck.evaluate.levels import level_outcome
from factcheck.evaluate.observed import Observed
from factcheck.findings import Reference
from factcheck.statements import Level, Quantity

WIDER = "goods-and-services"


def goods_alone(quantity: Quantity, observed: Observed, as_of: date | None) -> Reference | None:
    """
    The figure for goods where one for goods and services is asked and none is at hand.

    Why: services are never negative, so goods and services together exceed goods alone. A balance has no such order.
    """
    if not isinstance(quantity, Level):
        return None
    series = quantity.cell.series
    if series.scope != WIDER or series.flow == "balance":
        return None
    goods = quantity.cell._replace(series=series._replace(scope="goods"))
    return level_outcome(goods, observed, as_of).first
