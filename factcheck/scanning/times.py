"""
The periods and days that a draft names, as the scan uses them.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from factcheck.periods import Period
from factcheck.reading.expressions import expressions


class Time(NamedTuple):
    """
    One expression of time.

    Attributes:
        start: where it begins.
        end: where it ends.
        period: what it names; None where it is understood and open ("last week", "Monday" without a day to count from).
        weekday: 0 (Monday) to 6 where it names one.
        leaning: whether it leans on the period before it: "a year earlier".
    """

    start: int
    end: int
    period: Period | None
    weekday: int | None = None
    leaning: bool = False

    @property
    def is_day(self) -> bool:
        """Whether it is a day, by its date or its weekday."""
        return self.weekday is not None or (self.period is not None and self.period.first == self.period.last)


def times_of(text: str, published: date | None, fiscal_start: int | None) -> tuple[Time, ...]:
    """
    Every expression of time, in order; those that lack a day or a year to count from too.

    Cells of a table are read apart: "May" and "2023" in two of them are no month of a year.
    """
    return tuple(
        Time(start, end, found.period, found.weekday, found.leaning)
        for start, end, found in expressions(apart(text), published, fiscal_start)
    )


def apart(text: str) -> str:
    """The text with a bar for each tab and at the end of each row of a table, every other character in its place."""
    if "\t" not in text:
        return text
    lines = text.split("\n")
    rows = ["\t" in line for line in lines]
    pieces = []
    for place, line in enumerate(lines):
        last = place + 1 == len(lines)
        ends_row = rows[place] or (not last and rows[place + 1])
        pieces.append(line.replace("\t", "|") + ("" if last else "|" if ends_row else "\n"))
    return "".join(pieces)
