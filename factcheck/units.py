"""
Units: ISO 4217 codes for money, ``%``, ``pp``, ``x``, ``t`` and a few more for rates and quantities, ``1`` for counts.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

PERCENT = "%"
POINTS = "pp"
FACTOR = "x"
COUNT = "1"
TONNE = "t"

#: Units of quantities that are not money: id -> what it measures.
QUANTITIES: dict[str, str] = {
    TONNE: "mass",
    "bbl": "volume of oil",
    "bbl/d": "oil a day",
    "m3": "volume",
    "Wh": "energy",
    "W": "power",
    COUNT: "count",
}


def is_money(unit: str) -> bool:
    """Whether the unit is a currency: three capital letters, as ISO 4217 writes them."""
    return len(unit) == 3 and unit.isalpha() and unit.isupper()


@lru_cache(maxsize=256)
def power_of_ten(exponent: int) -> Fraction:
    """10 to a whole power, exact: 10**9 for billions, 1/100 for hundredths."""
    return Fraction(10) ** exponent
