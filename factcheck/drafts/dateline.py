"""
The day that a story gives for itself in its first lines: a line that is only a date, or a dateline.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from factcheck.drafts.days import first_day

_MOST_PARAGRAPHS = 5
_ONWARD = ("at ", "by ", "in ")  # what follows "Published 14 July 2025"
_MOST = 200  # characters of a paragraph that are looked at


def published_in(text: str) -> date | None:
    """The full date, with its year, that one of the first paragraphs gives for the story; None where none does."""
    for paragraph in text[: _MOST_PARAGRAPHS * 1000].split("\n\n")[:_MOST_PARAGRAPHS]:
        day = _day_of(paragraph.strip()[:_MOST])
        if day is not None:
            return day
    return None


def _day_of(paragraph: str) -> date | None:
    found = first_day(paragraph)
    if found is None:
        return None
    before, after = paragraph[: found.start].strip(), paragraph[found.end :]
    said = _said().fullmatch(before) is not None
    if (not before or said) and _ended(after, said=said):
        return found.day
    return found.day if _place().fullmatch(before) and _dash().match(after) else None


def _ended(after: str, *, said: bool) -> bool:
    """Whether a date is all that its line says, or all that its first sentence says."""
    first = after.partition("\n")[0].strip()
    return not first or first[0] in ".|·•—–…" or (said and (first[0] in ",;(" or first.startswith(_ONWARD)))


@lru_cache(maxsize=1)
def _said() -> re.Pattern[str]:
    """Words before a date that say what it is of."""
    return re.compile(
        r"(?:first )?(?:published|posted|date|dateline|issued|released?|for release)(?: on| at)?:?"
        r"|by [^.!?\n]{1,80}[,|·•—–\n]",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _place() -> re.Pattern[str]:
    """The place of a dateline, in capitals."""
    return re.compile(r"[A-Z][A-Z .,'/()-]{1,60},?(?: [A-Z][a-z]{2,20},)?")


@lru_cache(maxsize=1)
def _dash() -> re.Pattern[str]:
    return re.compile(r"\s?(?:\([^()\n]{1,40}\))?\s?(?:[—–]|--?)\s")
