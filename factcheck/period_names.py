"""
The names of periods in claims files: 2024, 2025-H1, 2025-Q2, 2025-06, 2025-01/2025-05, 2025-07-14, FY2024/25.

A name becomes its first and last day; a near miss becomes an error that names the right form.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from factcheck.errors import PeriodError

FIRST_YEAR, LAST_YEAR = 1900, 2199
MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
FORMS = "write it as 2024, 2025-H1, 2025-Q2, 2025-06, 2025-01/2025-05, 2025-07-14 or FY2024/25"

_LONGEST = 40
_FISCAL = re.compile(r"FY([0-9]{4})/([0-9]{2})")
_POINT = re.compile(r"([0-9]{4})(?:-(?:H([0-9])|Q([0-9])|([0-9]{2})(?:-([0-9]{2}))?))?")


def days_named(text: str, fiscal_start: int | None = None) -> tuple[date, date]:
    """
    The first and last day of the period with this name.

    Raises:
        PeriodError: it is no name of a period; the hint says what to write instead.
    """
    name = text.strip() if len(text) <= 4 * _LONGEST else text
    if len(name) > _LONGEST:
        raise PeriodError(f"unknown period {name[:_LONGEST]!r}…", FORMS)
    if fiscal := _FISCAL.fullmatch(name):
        return _fiscal_year(name, int(fiscal[1]), int(fiscal[2]), fiscal_start)
    if calendar := _calendar_days(name):
        return calendar
    raise PeriodError(f"unknown period {name!r}", _near_miss(name) or FORMS)


def _calendar_days(name: str) -> tuple[date, date] | None:
    start, slash, end = name.partition("/")
    if not slash:
        point = _POINT.fullmatch(name)
        return point and _point(name, point)
    points = _POINT.fullmatch(start), _POINT.fullmatch(end)
    if points[0] and points[1] and len(start) == len(end):
        return _range(name, points[0], points[1])
    return None


def _point(name: str, point: re.Match[str]) -> tuple[date, date]:
    year, half, quarter, month, day = (None if part is None else int(part) for part in point.groups())
    assert year is not None  # noqa: S101  the pattern has no form without a year
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise PeriodError(f"{name!r}: the year must lie between {FIRST_YEAR} and {LAST_YEAR}")
    if half is not None:
        if half not in (1, 2):
            raise PeriodError(f"{name!r}: a year has two halves", f"write {year}-H1 or {year}-H2")
        return date(year, 6 * half - 5, 1), date(year, 6 * half, 30 if half == 1 else 31)
    if quarter is not None:
        if quarter not in (1, 2, 3, 4):
            raise PeriodError(f"{name!r}: a year has four quarters", f"write {year}-Q1 to {year}-Q4")
        return date(year, 3 * quarter - 2, 1), _month_end(year, 3 * quarter)
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if not 1 <= month <= 12:
        raise PeriodError(f"{name!r}: there is no month {month:02}", _no_such_month(name, year, month))
    end = _month_end(year, month)
    if day is None:
        return end.replace(day=1), end
    if not 1 <= day <= end.day:
        fault = f"{name!r}: {MONTH_NAMES[month - 1]} {year} has {end.day} days"
        raise PeriodError(fault, f"its last day is {end}, the whole month {year}-{month:02}")
    return end.replace(day=day), end.replace(day=day)


def _range(name: str, start: re.Match[str], end: re.Match[str]) -> tuple[date, date]:
    (first, _), (_, last) = _point(name, start), _point(name, end)
    if last < first:
        raise PeriodError(f"{name!r}: the period ends before it begins", f"write {end[0]}/{start[0]}")
    if start[2] or start[3]:
        raise PeriodError(
            f"unknown period {name!r}: a range is written in years, months or days",
            f"write {first:%Y-%m}/{last:%Y-%m}",
        )
    return first, last


def _fiscal_year(name: str, year: int, second: int, fiscal_start: int | None) -> tuple[date, date]:
    if second != (year + 1) % 100:
        wanted = f"FY{year}/{(year + 1) % 100:02}"
        raise PeriodError(f"{name!r}: a fiscal year covers two neighbouring years", f"write {wanted}")
    if fiscal_start is None:
        raise PeriodError(
            f"{name!r}: it is not known in which month the reporter's fiscal year begins",
            f"write its months, for example {year}-04/{year + 1}-03",
        )
    if not 1 <= fiscal_start <= 12:
        raise PeriodError(f"a fiscal year cannot begin in month {fiscal_start}", "give a month from 1 to 12")
    if not FIRST_YEAR <= year < LAST_YEAR:
        raise PeriodError(f"{name!r}: the year must lie between {FIRST_YEAR} and {LAST_YEAR}")
    if fiscal_start == 1:
        raise PeriodError(f"{name!r}: the reporter's fiscal year is the calendar year", f"write {year} or {year + 1}")
    return date(year, fiscal_start, 1), _month_end(year + 1, fiscal_start - 1)


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _no_such_month(name: str, year: int, month: int) -> str:
    if month == (year + 1) % 100 and len(name) == 7:
        return f"write a fiscal year as FY{year}/{month:02}, two calendar years as {year}/{year + 1}"
    return f"months run from {year}-01 to {year}-12"


# Near misses: each pattern with the sentence that puts it right. Names are at most 40 characters. Not compiled before
# a name is wrong.

_MONTH = r"(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_YEAR = r"(?P<year>(?:19|20|21)[0-9]{2})"
_SHORT = r"(?:(?P<year>(?:19|20|21)[0-9]{2})|'?(?P<yy>[0-9]{2}))"
_NEAR = (
    rf"{_YEAR}[ /_-]?[hs](?P<half>[12])",
    rf"[hs](?P<half>[12])[ /_-]?{_SHORT}",
    rf"(?P<half>[12])[hs][ /_-]?{_SHORT}",
    rf"(?:the )?(?P<half>first|second)[ -]half(?: of)? {_YEAR}",
    rf"{_YEAR}[ /_-]?q(?P<quarter>[1-4])",
    rf"q(?P<quarter>[1-4])[ /_-]?{_SHORT}",
    rf"(?P<quarter>[1-4])q[ /_-]?{_SHORT}",
    rf"(?:the )?(?P<quarter>first|second|third|fourth)[ -]quarter(?: of)? {_YEAR}",
    rf"{_MONTH}[ /_-]?{_YEAR}",
    rf"{_YEAR}[ /_-]?{_MONTH}",
    rf"{_YEAR}[-/._m ]{{0,2}}(?P<month>1[0-2]|0?[1-9])",
    rf"(?P<month>1[0-2]|0?[1-9])[-/.]{_YEAR}",
    rf"{_YEAR}[-/._ ]?(?P<month>1[0-2]|0?[1-9])[-/._ ]?(?P<day>[0-9]{{1,2}})",
    rf"(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)? {_MONTH},? {_YEAR}",
    rf"{_MONTH} (?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,? {_YEAR}",
    rf"(?P<day>[0-9]{{1,2}})\.(?P<month>1[0-2]|0?[1-9])\.{_YEAR}",
)
_NEAR_FISCAL = r"(?:fy|fiscal|financial)?(?: ?year)? ?(?:([0-9]{4})|'?([0-9]{2}))(?:[/ –-]{1,3}([0-9]{2}|[0-9]{4}))?"
_NEAR_RANGE = r"([0-9]{4}(?:-[0-9]{2}){0,2})(?: ?(?:-|–|—|\.\.|to|/) ?)([0-9]{4}(?:-[0-9]{2}){0,2})"
_SHORT_RANGE = r"([0-9]{4}-)([0-9]{2})/([0-9]{2})"
_WORDS = {"first": 1, "second": 2, "third": 3, "fourth": 4}


def _near_miss(name: str) -> str:
    if short := re.fullmatch(_SHORT_RANGE, name):
        return _valid("write the months as {}", f"{short[1]}{short[2]}/{short[1]}{short[3]}")
    if spread := re.fullmatch(_NEAR_RANGE, name):
        return _valid("write a range as {}", f"{spread[1]}/{spread[2]}")
    if (fiscal := re.fullmatch(_NEAR_FISCAL, name, re.IGNORECASE)) and (wanted := _put_fiscal_right(name, fiscal)):
        return wanted
    for pattern in _NEAR:
        if near := re.fullmatch(pattern, name, re.IGNORECASE | re.ASCII):
            return _put_right(near.groupdict())
    return ""


def _put_right(parts: dict[str, str | None]) -> str:
    year = parts.get("year") or f"20{parts.get('yy')}"
    if half := parts.get("half"):
        number = _WORDS.get(half.lower(), half)
        return f"write the {'first' if str(number) == '1' else 'second'} half of {year} as {year}-H{number}"
    if quarter := parts.get("quarter"):
        number = int(_WORDS.get(quarter.lower(), quarter))
        return f"write the {list(_WORDS)[number - 1]} quarter of {year} as {year}-Q{number}"
    month_name, month = parts.get("name"), parts.get("month")
    number = int(month) if month else 1 + [known[:3].lower() for known in MONTH_NAMES].index(str(month_name).lower())
    if day := parts.get("day"):
        return _valid("write the day as {}", f"{year}-{number:02}-{int(day):02}")
    return f"write {MONTH_NAMES[number - 1]} {year} as {year}-{number:02}"


def _put_fiscal_right(name: str, fiscal: re.Match[str]) -> str:
    first = int(fiscal[1] or f"20{fiscal[2]}")
    if fiscal[3] is None and name[0] not in "fF":
        return ""
    if fiscal[3] is None:  # FY25 is the year that ends in 2025, in India, Australia and the United States alike
        return f"write the fiscal year that ends in {first} as FY{first - 1}/{first % 100:02}"
    if int(fiscal[3]) % 100 != (first + 1) % 100:
        return ""
    wanted = f"write a fiscal year as FY{first}/{(first + 1) % 100:02}"
    return wanted if name[0] in "fF" else f"{wanted}, two calendar years as {first}/{first + 1}"


def _valid(sentence: str, name: str) -> str:
    """The sentence with the name put in, or nothing where the name would be refused too."""
    try:
        return sentence.format(name) if _calendar_days(name) else ""
    except PeriodError as error:
        return error.hint
