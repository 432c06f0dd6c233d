"""
Periods: the spans of days that figures belong to, their names and their algebra.

A period is its first and last day. Names come and go; ``2025-01/2025-06`` and ``2025-H1`` are one period.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from factcheck.errors import PeriodError
from factcheck.period_names import FIRST_YEAR, LAST_YEAR, MONTH_NAMES, days_named

_ORDINALS = ("first", "second", "third", "fourth")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """
    The days from ``first`` to ``last``, both included; ordered by first day, then last.

    Raises:
        PeriodError: it ends before it begins, or leaves the years 1900 to 2199.
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise PeriodError(
                f"a period from {self.first} to {self.last} ends before it begins", "exchange the two days"
            )
        if self.first.year < FIRST_YEAR or self.last.year > LAST_YEAR:
            raise PeriodError(f"a period from {self.first} to {self.last} leaves the years {FIRST_YEAR} to {LAST_YEAR}")

    @classmethod
    def parse(cls, text: str, *, fiscal_start: int | None = None) -> Period:
        """
        Read a period's name as claims files write it: 2024, 2025-H1, 2025-01/2025-05, 2025-07-14, FY2024/25.

            Args: text: the name; no spaces inside, those around it are ignored. fiscal_start: the month (1 to
            12) in which the reporter's fiscal year begins; only FY names need it.

        Raises:
            PeriodError: it is no name of a period; the hint names the form that was probably meant.
        """
        return _parse(text, fiscal_start)

    @classmethod
    def of_months(cls, year: int, month: int, months: int = 1) -> Period:
        """``months`` whole months that begin with ``month`` of ``year``; 13 is January of the next year."""
        start, end = year * 12 + month - 1, year * 12 + month + months - 2
        if not (start // 12 >= FIRST_YEAR and end // 12 <= LAST_YEAR):
            raise PeriodError(f"a period in the year {start // 12} leaves the years {FIRST_YEAR} to {LAST_YEAR}")
        return cls(date(start // 12, start % 12 + 1, 1), _month_end(end))

    @classmethod
    def of_year(cls, year: int) -> Period:
        """The calendar year ``year``."""
        return cls.of_months(year, 1, 12)

    @classmethod
    def of_day(cls, day: date) -> Period:
        """The single day ``day``."""
        return cls(day, day)

    def __str__(self) -> str:
        year, month = self.first.year, f"{self.first:%Y-%m}"
        match self.freq:
            case "A":
                return f"{year:04}"
            case "H":
                return f"{year:04}-H{self.first.month // 6 + 1}"
            case "Q":
                return f"{year:04}-Q{self.first.month // 3 + 1}"
            case "M":
                return month
            case "MY":
                return f"{year:04}/{self.last.year:04}"
            case "D":
                return f"{self.first}" if self.first == self.last else f"{self.first}/{self.last}"
        return f"{month}/{self.last:%Y-%m}"

    @property
    def months(self) -> int | None:
        """How many whole months it has; None where it begins or ends within a month."""
        if self.first.day != 1 or (self.last + timedelta(1)).day != 1:
            return None
        return _month_index(self.last) - _month_index(self.first) + 1

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def freq(self) -> str:
        """
        Its kind.

        A a calendar year, H a half, Q a calendar quarter, M a month, YTD another period from January and
        shorter than a year, R12 twelve months not from January (a fiscal year too), MY whole calendar years,
        D one or more days that are not whole months, SPAN any other whole months.
        """
        months, month = self.months, self.first.month
        if months is None:
            return "D"
        if month == 1 and months % 12 == 0:
            return "A" if months == 12 else "MY"
        if months == 1:
            return "M"
        if months == 3 and month % 3 == 1:
            return "Q"
        if months == 6 and month % 6 == 1:
            return "H"
        if months == 12:
            return "R12"
        return "YTD" if month == 1 and months < 12 else "SPAN"

    @property
    def is_year_to_date(self) -> bool:
        """Whether it is whole months from 1 January and shorter than a year: January, Q1 and H1 too."""
        return self.first.month == 1 and self.months is not None and self.months < 12

    def contains(self, other: Period) -> bool:
        """Whether every day of ``other`` is one of its days."""
        return self.first <= other.first and other.last <= self.last

    def overlaps(self, other: Period) -> bool:
        """Whether the two share a day."""
        return self.first <= other.last and other.first <= self.last

    def shift_months(self, n: int) -> Period:
        """
        The same period ``n`` months later, earlier where ``n`` is negative.

        Whole months stay whole months, so shifting back undoes it. A day that the other month lacks becomes
        that month's last day (31 May less a month is 30 April); then, and only then, shifting back does not
        undo it.

        Raises:
            PeriodError: the result leaves the years 1900 to 2199.
        """
        if self.months is not None:
            return Period.of_months(self.first.year, self.first.month + n, self.months)
        return Period(_shift_day(self.first, n), _shift_day(self.last, n))

    def shift_years(self, n: int) -> Period:
        """The same period ``n`` years later; 29 February becomes 28 February (see ``shift_months``)."""
        return self.shift_months(12 * n)

    @property
    def year_earlier(self) -> Period:
        """The same period a year earlier: what a change is measured from unless the claim says otherwise."""
        return self.shift_years(-1)

    @property
    def previous(self) -> Period:
        """The period of equal length that ends the day before: 2024-08/2024-12 for 2025-01/2025-05."""
        if self.months is not None:
            return self.shift_months(-self.months)
        return Period(self.first - timedelta(self.days), self.first - timedelta(1))

    @property
    def period_before_for_pace(self) -> Period:
        """
        The period whose rate an accelerating or slowing rate is compared with (MEANING, section 2).

        From January and shorter than a year: the last earlier cumulative of the same year (Jan to May for
        2025-H1). January alone: the month before. Any other: the preceding period of equal length.
        """
        if self.is_year_to_date and self.months is not None and self.months > 1:
            return Period.of_months(self.first.year, 1, self.months - 1)
        return self.previous

    def step(self, n: int) -> Period:
        """
        The ``n``-th next member of the series of its kind, in which records and runs are looked for.

        Months step by a month, quarters by a quarter, years by a year. Halves, years to date, twelve months
        and other spans of at most a year step by a YEAR (Jan to May 2025 follows Jan to May 2024): a
        cumulative is only comparable with its like. Longer spans and days step by their own length.
        """
        if self.months is None:
            move = timedelta(self.days * n)
            return Period(self.first + move, self.last + move)
        own_length = self.freq in ("A", "Q", "M") or self.months > 12
        return self.shift_months(n * (self.months if own_length else 12))

    @property
    def predecessor(self) -> Period:
        """The previous member of the series of its kind; see ``step``."""
        return self.step(-1)

    def months_parts(self) -> tuple[Period, ...]:
        """Its months in order; none where it is not whole months."""
        return self._parts(1)

    def quarters(self) -> tuple[Period, ...]:
        """The calendar quarters it is made of, in order; none where they do not fill it exactly."""
        return self._parts(3)

    def halves(self) -> tuple[Period, ...]:
        """The halves of calendar years it is made of, in order; none where they do not fill it exactly."""
        return self._parts(6)

    def _parts(self, size: int) -> tuple[Period, ...]:
        if self.months is None or self.months % size or (self.first.month - 1) % size:
            return ()
        starts = range(self.first.month, self.first.month + self.months, size)
        return tuple(Period.of_months(self.first.year, month, size) for month in starts)


def in_words(period: Period) -> str:
    """Name a period as a sentence would: "the first half of 2025", "January to May 2025", "14 July 2025"."""
    first, last, freq = period.first, period.last, period.freq
    month, last_month = MONTH_NAMES[first.month - 1], MONTH_NAMES[last.month - 1]
    if freq == "A":
        return f"{first.year}"
    if freq == "MY":
        return f"{first.year} to {last.year}"
    if freq == "H":
        return f"the {_ORDINALS[first.month // 6]} half of {first.year}"
    if freq == "Q":
        return f"the {_ORDINALS[first.month // 3]} quarter of {first.year}"
    if freq == "M":
        return f"{month} {first.year}"
    if freq == "R12":
        return f"the year to {last_month} {last.year}"
    start, end = f"{month}", f"{last_month} {last.year}"
    if freq == "D":
        start, end = f"{first.day} {start}", f"{last.day} {end}"
    if first == last:
        return end
    return f"{start} to {end}" if first.year == last.year else f"{start} {first.year} to {end}"


@lru_cache(maxsize=4096)
def _parse(text: str, fiscal_start: int | None) -> Period:
    return Period(*days_named(text, fiscal_start))


def _month_index(day: date) -> int:
    return day.year * 12 + day.month - 1


def _month_end(index: int) -> date:
    year, month = index // 12, index % 12 + 1
    return date(year, month, monthrange(year, month)[1])


def _shift_day(day: date, months: int) -> date:
    index = _month_index(day) + months
    if not FIRST_YEAR <= index // 12 <= LAST_YEAR:
        raise PeriodError(f"{day} moved by {months} months leaves the years {FIRST_YEAR} to {LAST_YEAR}")
    end = _month_end(index)
    return end.replace(day=min(day.day, end.day))
