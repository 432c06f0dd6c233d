"""The kinds of exchange rates in a table of rates."""

from __future__ import annotations

from factcheck.observations import Rate

__all__ = ["KINDS", "Rate"]

#: average and point are market rates; the others explain conversions that someone else made.
KINDS = ("average", "point", "quoted", "implied", "implied_gacc")
