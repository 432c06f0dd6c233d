"""
The words for time that periods and days are written with, and the two shapes that the rules over them share.

The patterns are parts to build patterns from; every quantifier is bounded, so a rule looks at a bounded
stretch.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from factcheck.periods import Period

SP = r"(?: {1,8})"  # the scan sees every white space as a plain one, and a line's end too
DASH = r"[-\u2010-\u2014\u2212]"
TO = rf"(?:{SP}?{DASH}{SP}?|{DASH}to{DASH}|{SP}(?:to|through|thru|until|till|and{SP}ending){SP})"
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)(?![^\W_])"
)
# the point of "Aug."; a whole name's point ends its sentence
DOT = r"(?:(?<=Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|ept|Oct|Nov|Dec)\.)?"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?![^\W_])"
WEEKDAY_SHORT = r"(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)(?![^\W_])\.?"
YEAR = r"(?:19|20)[0-9]{2}(?![0-9%])(?![.,][0-9])"
DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?![0-9])(?:(?:st|nd|rd|th)(?![^\W_]))?"
COUNT = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1[0-2]|[2-9])(?![^\W_])"
# the year after a half, a quarter or a month: 2025, of 2025, of last year, ’25
OF_YEAR = (
    rf"(?:,?{SP}(?:(?:of|in){SP})?(?P<year>{YEAR})|{DASH}(?P<joined>{YEAR})"
    rf"|{SP}?['\u2019](?P<short>[0-9]{{2}})(?![^\W_])"
    rf"|{SP}(?:(?:of|in){SP})?(?P<said>last|this|next|the)(?:{SP}calendar)?{SP}year(?![^\W_]))"
)

_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ORDINALS = {
    "first": 1,
    "opening": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "final": 4,
    "last": 4,
    "latter": 4,
    "closing": 4,
}
# in lower case these may be another word; full names without another meaning are read in any case
_OTHER_WORDS = frozenset({"may", "march", "august", *_MONTHS, "sept"}) - {"june"}
# in games and of goods: "second half goal", "the Q2 hatchback", "Q1 Corp", "green H2 gas"
_NOT_TIME_WORDS = """
goal goals penalty substitute substitution equaliser equalizer comeback whistle tackle lead try touchdown
suv suvs sedan hatchback crossover saloon coupe model models corp inc ltd plc llc ag holdings capital partners
gas fuel hydrogen electrolyser electrolyzer pipeline pipelines storage molecule molecules valley
"""
_NOT_TIME = frozenset(_NOT_TIME_WORDS.split())
_WORD_BEFORE = re.compile(r"([^\W\d_]{1,15})(?:['\u2019]s)?[\s(\"'\u201c\u2018-]{0,3}$")
#: A period without a year that begins within three months lies ahead where the words do; its last one is long past.
AHEAD = timedelta(92)
_LOOKING_AHEAD = (
    r"(?:\b(?:will|shall|won['\u2019]t|expects?|plans?{SP}to|warns?{SP}(?:of|that)|upcoming"
    r"|(?:is|are|was|were){SP}(?:expected|forecast|likely|due|set|scheduled|projected|poised){SP}(?:to|for|on|in)"
    r"|(?:economists|analysts|forecasters|it){SP}sees?|f(?:alls?){SP}due)\b|['\u2019]ll\b)"
).replace("{SP}", r"\s{1,3}")
_WORD_AFTER = re.compile(r"['\u2019]?[ \t\r\n\u00a0-]{0,4}([^\W\d_]{1,20}|%)")


class Context(NamedTuple):
    """What a rule may lean on: the text, the day, the fiscal year, the period mentioned before."""

    text: str
    published: date | None
    fiscal_start: int | None
    antecedent: Period | None


class Found(NamedTuple):
    """What an expression denotes; a period of None is an expression understood but left open."""

    period: Period | None
    relative: bool = False
    weekday: int | None = None
    leaning: bool = False  # on the period mentioned before; nothing else leans on it in turn


OPEN = Found(None)

Reader = Callable[[re.Match[str], Context], Found | None]
"""Reads a match; None says that the words are no expression of time here."""


class Rule(NamedTuple):
    """
    A way to write a period: the kinds of first word it begins with, its pattern and its reading.

    ``when`` is a short pattern that must hold before the long one is compiled: most texts need few of the long ones.
    """

    keys: tuple[str, ...]
    pattern: str
    read: Reader
    when: str = ""


def rule(keys: str, pattern: str, read: Reader, when: str = "") -> Rule:
    """Build a rule; ``keys`` are separated by spaces."""
    return Rule(tuple(keys.split()), pattern, read, when)


def month_number(word: str) -> int:
    """1 to 12 for a month's name or abbreviation."""
    return _MONTHS.index(word[:3].lower()) + 1


def weekday_number(word: str) -> int:
    """0 (Monday) to 6 for a weekday's name or abbreviation."""
    return _WEEKDAYS.index(word[:3].lower())


def count(word: str) -> int:
    """The number that a word or a numeral of at most 12 says."""
    return int(word) if word.isdigit() else _COUNTS.index(word.lower()) + 1


def ordinal(word: str) -> int:
    """1 to 4 for first to fourth, with final, latter and last for the fourth."""
    return _ORDINALS[word.lower()]


def may_be_another_word(month: str) -> bool:
    """Whether this spelling of a month, standing alone, may be no month: "may", "march", "dec"."""
    return month.islower() and month in _OTHER_WORDS


def word_before(text: str, start: int) -> str:
    """The word that ends just before ``start``, in the case written; empty where there is none."""
    found = _WORD_BEFORE.search(text[max(0, start - 24) : start])
    return found[1] if found else ""


def word_after(text: str, end: int) -> str:
    """The word that begins just after ``end``; empty where there is none."""
    found = _WORD_AFTER.match(text, end)
    return found[1] if found else ""


def names_no_time(text: str, end: int) -> bool:
    """Whether the word after a half or a quarter without a year says that it is none: a goal, a car, a company."""
    return word_after(text, end).lower() in _NOT_TIME


def looks_ahead(text: str, start: int, end: int) -> bool:
    """Whether the clause around text[start:end] speaks of what is to come: "will rise in", "is expected to"."""
    before = re.compile(rf"{_LOOKING_AHEAD}(?:[^.!?;\n]|\.(?=[0-9])){{0,60}}$", re.IGNORECASE)
    after = re.compile(r"\s{1,3}(?:will|shall|(?:is|are)\s{1,3}(?:expected|forecast|likely|set)\s)", re.IGNORECASE)
    return bool(before.search(text[max(0, start - 90) : start]) or after.match(text, end))


def with_year(match: re.Match[str], context: Context, make: Callable[[int], Period]) -> Found:
    """
    The period ``make`` builds for the year that ``OF_YEAR`` matched.

    Without a year, or "of the year", it is the latest one that ended on or before the publication day; where the words
    look ahead, the one that is running or begins within three months.
    """
    parts = match.groupdict()
    written = parts.get("year") or parts.get("joined") or parts.get("joined_year") or parts.get("listed")
    if short := parts.get("short"):
        written = f"20{short}"
    if written:
        return Found(make(int(written)))
    if context.published is None:
        return OPEN
    said = (parts.get("said") or "").lower()
    this_year = context.published.year
    if said in ("last", "this", "next"):
        return Found(make(this_year + (said == "next") - (said == "last")), relative=True)
    if looks_ahead(context.text, match.start(), match.end()):
        coming = first_unended(make, context.published)
        if coming.first <= context.published + AHEAD:
            return Found(coming, relative=True)
    latest = make(this_year)
    return Found(latest if latest.last <= context.published else make(this_year - 1), relative=True)


def first_unended(make: Callable[[int], Period], published: date) -> Period:
    """The period of the earliest year that has not ended on the publication day."""
    this_years = make(published.year)
    return this_years if this_years.last > published else make(published.year + 1)
