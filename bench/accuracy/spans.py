"""
Spans of whole months, their names, and in what way one can be taken for another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

OTHER_YEAR = "other year"


class Span(NamedTuple):
    """``months`` whole months; ``start`` counts months from the year 0."""

    start: int
    months: int

    @classmethod
    def of(cls, year: int, month: int, months: int = 1) -> Span:
        """The months from ``month`` (1 to 12) of ``year``."""
        return cls(year * 12 + month - 1, months)

    @classmethod
    def parse(cls, text: str) -> Span:
        """Read 2024, 2025-H1, 2025-Q2, 2025-06 or 2025-01/2025-05."""
        first, _, last = text.partition("/")
        if last:
            begin, end = cls.parse(first), cls.parse(last)
            return cls(begin.start, end.start + end.months - begin.start)
        year, _, part = text.partition("-")
        if not part:
            return cls.of(int(year), 1, 12)
        if part[0] in "HQ":
            months = 6 if part[0] == "H" else 3
            return cls.of(int(year), (int(part[1]) - 1) * months + 1, months)
        return cls.of(int(year), int(part))

    @property
    def year(self) -> int:
        """The year in which it begins."""
        return self.start // 12

    @property
    def month(self) -> int:
        """The month in which it begins, from 1."""
        return self.start % 12 + 1

    @property
    def end(self) -> int:
        """The month after its last."""
        return self.start + self.months

    @property
    def last_day(self) -> date:
        """Its last day."""
        return date(self.end // 12, self.end % 12 + 1, 1) - timedelta(1)

    @property
    def name(self) -> str:
        """As claims files write it."""
        year, month = self.year, self.month
        if self.months == 1:
            return f"{year}-{month:02}"
        if self.months == 12 and month == 1:
            return f"{year}"
        if self.months == 6 and month in (1, 7):
            return f"{year}-H{month // 6 + 1}"
        if self.months == 3 and month % 3 == 1:
            return f"{year}-Q{month // 3 + 1}"
        last = self.end - 1
        return f"{year}-{month:02}/{last // 12}-{last % 12 + 1:02}"

    @property
    def words(self) -> tuple[str, ...]:
        """What kind of span it is, as causes name it: January to June is a half, and a cumulative too."""
        words = {1: "month", 3: "quarter", 6: "half", 12: "year"}
        if self.months in words and self.start % self.months == 0:
            also = ("cumulative",) if self.month == 1 and self.months in (3, 6) else ()
            return (words[self.months], *also)
        return ("fiscal year",) if self.months == 12 else ("cumulative",) if self.month == 1 else ("span",)

    def later(self, months: int) -> Span:
        """The span of the same length so many months later."""
        return Span(self.start + months, self.months)

    def covers(self, other: Span) -> bool:
        """Whether the other lies within it."""
        return self.start <= other.start and other.end <= self.end


def confused(true: Span, claimed: Span) -> tuple[str, ...]:
    """The names of the error that gives the figure of ``true`` for ``claimed``."""
    if true.months == claimed.months and abs(true.start - claimed.start) == 12:
        return (OTHER_YEAR,)
    if {true.words[0], claimed.words[0]} == {"year", "fiscal year"}:
        return (f"{_full(true)} for {_full(claimed)}",)
    return tuple(f"{one} for {other}" for one in true.words for other in claimed.words)


def _full(span: Span) -> str:
    return "calendar year" if span.words[0] == "year" else span.words[0]


def confusable(claimed: Span, fiscal_starts: Iterable[int] = ()) -> tuple[Span, ...]:
    """
    The spans whose figure may be given for it by mistake.

    The same span of the years beside it; the quarters, halves, years, fiscal years and the cumulative that hold it;
    the parts that it ends with; both halves of a year and both quarters of a half; fiscal for calendar year.

    Args:
        claimed: the span that the words name.
        fiscal_starts: the months (1 to 12) in which the reporter's fiscal years begin.
    """
    found = [claimed.later(-12), claimed.later(12), *_longer(claimed, fiscal_starts), *_shorter(claimed)]
    return tuple(sorted({span for span in found if span != claimed}))


def _longer(claimed: Span, fiscal_starts: Iterable[int]) -> Iterator[Span]:
    for year in (claimed.year - 1, claimed.year):
        wholes = [Span.of(year, start, 12) for start in (1, *fiscal_starts)]
        parts = [Span.of(year, start, months) for months in (3, 6) for start in range(1, 13, months)]
        so_far = Span.of(year, 1, claimed.end - year * 12)
        held = [span for span in (*wholes, *parts, so_far) if 0 < span.months <= 12 and span.covers(claimed)]
        overlapping = [span for span in wholes if claimed.months == 12 and abs(span.start - claimed.start) < 12]
        yield from (*held, *overlapping)


def _shorter(claimed: Span) -> Iterator[Span]:
    for months in (1, 3, 6):
        ends = Span(claimed.end - months, months)
        if months < claimed.months and ends.start % months == 0:
            yield ends
            if claimed.months == 2 * months and months > 1:
                yield ends.later(-months)
