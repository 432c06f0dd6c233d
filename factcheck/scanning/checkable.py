"""
What of a text a reader may want checked, without what the words around say of it: quick enough for every report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import islice

from factcheck.positions import WHOLE
from factcheck.reading.calendar_words import MONTH
from factcheck.reading.figures import read_with_unread
from factcheck.scanning.found import found_figures
from factcheck.scanning.mention import CHECKABLE, Mention, MentionKind
from factcheck.scanning.scan import in_english, in_original, mention_of_time
from factcheck.scanning.sentences import sentences_of
from factcheck.scanning.tables import tables_of
from factcheck.scanning.times import Time, times_of

MANY = 200  # days from which on reading the whole text is quicker than the words around each
BEFORE, AFTER = 40, 48  # characters around a day that may belong to its expression: "last Monday", ", 14 July 2025"


def checkables(text: str, published: date | None, language: str = "") -> tuple[Mention, ...]:
    """
    The figures and days that ``scan`` finds, in their order, without direction, period and what they belong to.

    Args:
        text: as for ``scan``.
        published: as for ``scan``.
        language: as for ``scan``.
    """
    english, way = in_english(text, language)
    sentences = sentences_of(english)
    days = tuple(_days(english, published))
    found = found_figures(english, sentences, days, tables_of(english, sentences))
    mentions = [
        Mention(each.span, english[slice(*each.span)], each.kind, unit=each.figure.unit, figure=each.figure)
        for each in found
        if each.kind in CHECKABLE
    ]
    taken = [mention.span for mention in mentions]
    mentions += [mention_of_time(english, sentences, day) for day in days if not _is_taken(day, taken)]
    mentions.sort(key=lambda mention: mention.span)
    return tuple(mentions) if way == WHOLE else tuple(in_original(text, way, each) for each in mentions)


def unread(text: str, language: str = "") -> tuple[tuple[Mention, str], ...]:
    """
    The amounts and rates that stand in a text and cannot be read, with why: nothing checks them, so they are told.

    Args:
        text: as for ``scan``.
        language: as for ``scan``.
    """
    english, way = in_english(text, language)
    found = []
    for each in read_with_unread(english)[1]:
        mention = Mention((each.start, each.end), each.text, MentionKind.NUMBER)
        found.append((mention if way == WHOLE else in_original(text, way, mention), each.why))
    return tuple(found)


def _is_taken(day: Time, taken: list[tuple[int, int]]) -> bool:
    return any(start < day.end and day.start < end for start, end in taken)


def _days(text: str, published: date | None) -> Iterator[Time]:
    """The expressions of time that are a day, read only where a weekday or a day of a month stands."""
    if next(islice(_like_a_day().finditer(text), MANY, None), None) is not None:
        yield from (time for time in times_of(text, published, None) if time.is_day)
        return
    free = 0
    for match in _like_a_day().finditer(text):
        start = max(free, match.start() - BEFORE)
        window = text[start : match.end() + AFTER]
        for time in times_of(window, published, None):
            first, last = time.start + start, time.end + start
            if time.is_day and first <= match.start() < last and first >= free:
                yield time._replace(start=first, end=last)
                free = last


@lru_cache(maxsize=1)
def _like_a_day() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)s?\b|{MONTH}\.?\s{{1,3}}[0-9]{{1,2}}\b"
        rf"|[0-9]{{1,2}}(?:st|nd|rd|th)?\s{{1,3}}(?:of\s)?{MONTH}|[12][0-9]{{3}}-[01][0-9]-[0-3][0-9]|yesterday|today|tomorrow"
        r"|[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{2,4})",
        re.IGNORECASE,
    )
