"""What an exchange rate is."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from factcheck.observations import Citation
from factcheck.periods import Period

#: average and point are market rates; the others explain conversions that someone else made.
KINDS = ("average", "point", "quoted", "implied", "implied_gacc")


class Rate(NamedTuple):
    """
    One ``base`` costs ``value`` units of ``quote``.

    Attributes:
        kind: average (over the period), point (of a day), quoted (printed in news as the rate used), implied and
            implied_gacc (a conversion divided out: no market rate).
        published: the day it became known; None where it is not told, some day after the period ended.
    """

    base: str
    quote: str
    period: Period
    kind: str
    value: Decimal
    decimals: int
    published: date | None
    citation: Citation
