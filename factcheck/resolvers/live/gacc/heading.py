"""
What stands over a table of the Chinese customs: its title, its day, its unit, in all forms that have been seen.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from types import MappingProxyType
from typing import NamedTuple

from factcheck.periods import Period
from factcheck.resolvers.live.failure import bad_payload

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t|tember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_CURRENCY = re.compile(r" ?\((?:only [a-z]{3,9}\.?, ?)?in (?P<currency>cny|rmb|usd)\)$")
_JOINT = re.compile(r",? ?jan(?:uary)?\.? ?[-\u2010-\u2015] ?feb(?:ruary)?\.? ?(?P<year>[0-9]{4})$")
_DATE = re.compile(rf",? ?(?P<month>{_MONTH})\.? ?(?P<year>[0-9]{{4}})$")
_NUMBER = re.compile(r"^\([0-9]{1,2}\) ?")  # the number of the table; it has been wrong, so the words decide
_BY_COUNTRY = re.compile(r"[^,]{0,80}\bby (?:major )?country(?: ?/ ?region| ?\(region\))?")
_LABEL = re.compile(rf"({_MONTH})\.?")
_DAY = re.compile(r"([0-9]{4})[/-]([0-9]{1,2})[/-]([0-9]{1,2})|([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
LONGEST_TITLE = 300
LATEST = timedelta(days=366)  # after the period; pages of 2018 came out up to seven months later
AHEAD = timedelta(days=1)  # it is tomorrow in China
#: The unit line without spaces and case -> currency, power of ten.
UNITS = MappingProxyType(
    {
        "unit:usd1million": ("USD", 6),
        "unit:us$1million": ("USD", 6),
        "unit:cny100million": ("CNY", 8),
        "unit:rmb100million": ("CNY", 8),
    }
)


class Title(NamedTuple):
    """
    What a title says; None and blank where it does not.

    Attributes:
        joint: whether it is of January and February together.
    """

    currency: str
    year: int | None
    month: int | None
    joint: bool


def read_title(text: str) -> Title | None:
    """
    Read the title of a table by country; None for another table.

    Raises:
        LiveFailure: a title by country in a form that is not known.
    """
    rest = text.lower()
    if not re.search(r"\bcountry\b", rest):
        return None
    if len(rest) > LONGEST_TITLE:
        raise bad_payload(f"a title of {len(rest)} characters")
    currency, year, month = "", None, None
    if found := _CURRENCY.search(rest):
        currency, rest = {"rmb": "CNY"}.get(found["currency"], found["currency"].upper()), rest[: found.start()]
    joint = _JOINT.search(rest)
    if joint:
        year, month, rest = int(joint["year"]), 2, rest[: joint.start()]
    elif found := _DATE.search(rest):
        year, month, rest = int(found["year"]), _number(found["month"]), rest[: found.start()]
    if not _BY_COUNTRY.fullmatch(_NUMBER.sub("", rest)):
        raise bad_payload(f"a title in a form that is not known: {text[:120]!r}")
    return Title(currency, year, month, joint is not None)


def read_month(label: str) -> int:
    """
    The number of a month, from its name or the first letters of it.

    Raises:
        LiveFailure: it names no month.
    """
    found = _LABEL.fullmatch(label.lower())
    if found is None:
        raise bad_payload(f"{label[:40]!r} stands where a month was expected")
    return _number(found[1])


def read_unit(text: str) -> tuple[str, int]:
    """
    The currency of a unit line and its power of ten.

    Raises:
        LiveFailure: it is none of those that are known.
    """
    known = UNITS.get("".join(text.lower().split()))
    if known is None:
        raise bad_payload(f"the unit {text[:60]!r} is not known")
    return known


def read_day(text: str, period: Period, retrieved: date) -> date:
    """
    The day of a page about a period: 2025/07/14, or 03/08/2018, where nobody knows which is the month.

    Of two days that are both possible the later counts: a figure is never taken for known too early.

    Raises:
        LiveFailure: no day, one before the period was over, one long after it, or one to come.
    """
    found = _DAY.fullmatch(text)
    days = [day for day in _days(found) if period.last <= day <= min(period.last + LATEST, retrieved + AHEAD)]
    if not days:
        raise bad_payload(f"a page about {period} gives {text[:40]!r} as its day")
    return max(days)


def _days(found: re.Match[str] | None) -> list[date]:
    if found is None:
        return []
    first, second, third, *other = (int(part) if part else 0 for part in found.groups())
    orders = [(first, second, third)] if first else [(other[2], other[1], other[0]), (other[2], other[0], other[1])]
    days = []
    for year, month, day in orders:
        try:
            days.append(date(year, month, day))
        except ValueError:  # the order that makes no day is not meant
            continue
    return days


def _number(name: str) -> int:
    return MONTHS.index(name[:3]) + 1
