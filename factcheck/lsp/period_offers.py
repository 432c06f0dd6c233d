"""
The periods that a claim of a file may be about: those that the file names already, then those before its day.

No clock is read: the day is that of the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from factcheck.errors import PeriodError
from factcheck.lsp.sources import NamedThing
from factcheck.periods import Period, in_words

MOST_READ = 200_000  # characters of a file that are looked through
MOST_NAMED = 20  # periods of a file that are offered
_NAMED = re.compile(r"(?<![\w/-])[0-9]{4}(?:-(?:H[12]|Q[1-4]|[0-9]{2}))?(?:/[0-9]{4}-[0-9]{2})?(?![\w/-])")
_PUBLISHED = re.compile(r"""^published[ \t]{0,9}+:[ \t]{1,99}+["']?([0-9]{4}-[0-9]{2}-[0-9]{2})""", re.MULTILINE)
_FORMS = ("2024", "2025-H1", "2025-Q2", "2025-06", "2025-01/2025-05", "2025-07-14")


def published_in(text: str) -> date | None:
    """The day of publication that a claims file names, finished or not."""
    found = _PUBLISHED.search(text)
    try:
        return None if found is None else date.fromisoformat(found[1])
    except ValueError:  # there is no such day
        return None


def periods_for(text: str, published: date | None) -> list[NamedThing]:
    """
    Periods, the likeliest first; without a day of publication, behind those that are named, one of each form.

    Args:
        text: the claims file.
        published: the day of the article.
    """
    recent = _before(published) if published is not None else (Period.parse(form) for form in _FORMS)
    found = dict.fromkeys((*_named(text), *recent))
    return [NamedThing(str(period), in_words(period)) for period in found]


def _named(text: str) -> list[Period]:
    """The periods that the file names, the most frequent first."""
    counted: dict[Period, int] = {}
    for match in _NAMED.finditer(text[:MOST_READ]):
        try:
            period = Period.parse(match.group())
        except PeriodError:
            continue
        counted[period] = counted.get(period, 0) + 1
    return sorted(counted, key=lambda period: (-counted[period], str(period)))[:MOST_NAMED]


def _before(day: date) -> Iterator[Period]:
    """What an article of this day is likely to speak of: whole periods that ended before it, the newest first."""
    year, month = day.year, day.month
    try:
        last = Period.of_months(year, month - 1)
        yield last
        if last.last.month > 1:
            yield Period.of_months(last.last.year, 1, last.last.month)
        yield from (Period.of_year(each) for each in range(year - 1, year - 5, -1))
        yield from (Period.of_months(year, (month - 1) // 6 * 6 + 1 - 6 * back, 6) for back in range(1, 4))
        yield from (Period.of_months(year, (month - 1) // 3 * 3 + 1 - 3 * back, 3) for back in range(1, 6))
        yield from (Period.of_months(year, month - back) for back in range(2, 13))
        yield Period.of_day(day)
    except PeriodError:
        return  # the first years that periods have
