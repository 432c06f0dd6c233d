"""
How UN Comtrade names places, goods and periods: its numbers are those of ISO 3166-1 but for a few.

France, Norway, Switzerland and the United States are counted with territories and have numbers of their own; India has
one since it includes Sikkim. "Other Asia, not elsewhere specified" is used for Taiwan.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from factcheck.errors import PeriodError
from factcheck.observations import ALL_GOODS
from factcheck.periods import Period
from factcheck.places import by_code, countries

TOTAL = "TOTAL"
WORLD, EU = "WLD", "EU"
#: Numbers that differ from ISO 3166-1. The old ones of some (840, 250, 356, 756, 578) are there, and are empty.
NUMBERS = {"FRA": "251", "IND": "699", "NOR": "579", "CHE": "757", "TWN": "490", "USA": "842"}
ONLY_PARTNER = {WORLD: "0"}
ONLY_REPORTER = {EU: "97"}
#: Counted with another country, or without a number: 492, Monaco's in ISO 3166-1, is "Europe EU, nes" there.
WITHOUT = frozenset({"ALA", "GGY", "IMN", "JEY", "LIE", "MAF", "MCO", "PRI", "SJM"})
#: The letters beside a number, where they are not those of ISO 3166-1; none are held against it where it has none here.
LETTERS = {WORLD: "W00", "TWN": "S19", EU: ""}
_HEADING = re.compile(r"hs:((?:[0-9]{2}){1,3})")
_PERIOD = re.compile(r"([12][0-9]{3})(0[1-9]|1[0-2])?")


@cache
def _countries() -> Mapping[str, str]:
    numbers = {code: by_code(code).numeric for code in countries() - WITHOUT}
    return MappingProxyType({code: str(int(number)) for code, number in numbers.items() if number} | NUMBERS)


@cache
def reporters() -> Mapping[str, str]:
    """The number of each place that may report."""
    return MappingProxyType({**_countries(), **ONLY_REPORTER})


@cache
def partners() -> Mapping[str, str]:
    """The number of each place that may be a partner, the world among them."""
    return MappingProxyType({**_countries(), **ONLY_PARTNER})


@cache
def reporters_by_number() -> Mapping[str, str]:
    """The place of each number of a reporter."""
    return MappingProxyType({number: place for place, number in reporters().items()})


@cache
def partners_by_number() -> Mapping[str, str]:
    """The place of each number of a partner."""
    return MappingProxyType({number: place for place, number in partners().items()})


def letters(place: str) -> str:
    """The letters that stand beside a place's number; blank where they are not known."""
    return LETTERS.get(place, place)


def goods_code(commodity: str) -> str | None:
    """The code of a commodity: TOTAL, or the digits of a heading; None where there is none."""
    if commodity == ALL_GOODS:
        return TOTAL
    heading = _HEADING.fullmatch(commodity)
    return heading[1] if heading else None


def commodity_of(code: str) -> str:
    """The commodity of a code."""
    return ALL_GOODS if code == TOTAL else f"hs:{code}"


def period_code(period: Period) -> str | None:
    """A calendar year as 2024, a month as 202406; None for any other period."""
    if period.freq == "A":
        return f"{period.first.year}"
    return f"{period.first:%Y%m}" if period.freq == "M" else None


def period_of(code: str) -> Period | None:
    """The period of a code; None where it is none."""
    found = _PERIOD.fullmatch(code)
    if found is None:
        return None
    try:
        return Period.of_months(int(found[1]), int(found[2])) if found[2] else Period.of_year(int(found[1]))
    except PeriodError:
        return None
