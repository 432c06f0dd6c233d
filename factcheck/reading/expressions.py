"""
Expressions of time in sentences: the scan that the readers of periods and of days share.

The longest expression at a place is read and nothing inside it is read again. One that is understood but open
(a date without a publication day, a fiscal year of an unknown reporter, "2010-12") is passed whole, never
read in part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from factcheck.errors import PeriodError
from factcheck.periods import Period
from factcheck.reading.calendar_words import MONTH, OPEN, WEEKDAY, WEEKDAY_SHORT, Context, Found, Rule, word_before
from factcheck.reading.day_rules import day_rules
from factcheck.reading.part_rules import part_rules
from factcheck.reading.relative_rules import relative_rules
from factcheck.reading.year_rules import year_rules

_KEYS = (
    ("month", MONTH),
    ("weekday", rf"(?:{WEEKDAY}|{WEEKDAY_SHORT})"),
    ("number", r"[0-9]{1,4}"),
    ("hq", r"[HQ][1-4]"),
    ("fy", r"FY(?=[ 0-9'\u2019])"),
    ("last", r"last(?![^\W_])"),
    ("this", r"this(?![^\W_])"),
    ("next", r"next(?![^\W_])"),
    ("ordinal", r"(?:first|1st|second|2nd|third|3rd|fourth|4th|final|latter|opening|closing)(?![^\W_])"),
    ("count", r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?![^\W_])"),
    ("previous", r"(?:previous|past|prior|preceding|following)(?![^\W_])"),
    ("before", r"(?:month|quarter)(?=\s{1,4}before(?![^\W_]))"),
    ("same", r"(?:same|corresponding|comparable|equivalent|like)(?![^\W_])"),
    ("one", r"(?:a|one)(?=\s{1,4}(?:year|month|quarter|week|day)(?![^\W_]))"),
    ("year", r"year(?![^\W_])"),
    ("quarter", r"quarter(?![^\W_])"),
    ("week", r"week(?![^\W_])"),
    ("full", r"full(?=[\s-]year)"),
    ("current", r"current(?![^\W_])"),
    ("edge", r"(?:start|beginning)(?=\s{1,4}of\s{1,4}the\s)"),
    ("half", r"half(?![^\W_])"),
    ("between", r"between(?![^\W_])"),
    ("fiscal", r"fiscal(?![^\W_])"),
    ("financial", r"financial(?![^\W_])"),
    ("so", r"so(?=\s{1,4}far\s)"),
    ("ytd", r"ytd(?![^\W_])"),
    ("since", r"since(?=\s{1,4}the\s)"),
    ("today", r"(?:yesterday|today|tomorrow)(?![^\W_])"),
)

_BLANKS = {ord(blank): " " for blank in "\t\r\u00a0\u2009\u202f"}  # short patterns compile fast: cold start is a budget


def expressions(text: str, published: date | None, fiscal_start: int | None = None) -> Iterator[tuple[int, int, Found]]:
    """Yield start, end and meaning of every expression of time, those left open with a period of None too."""
    text = _in_plain_spaces(text)
    first_word, rules = _grammar()
    antecedent: Period | None = None
    place = 0
    while trigger := first_word.search(text, place):
        context = Context(text, published, fiscal_start, antecedent)
        read = _longest(rules.get(trigger.lastgroup or "", ()), trigger.start(), context)
        if read is None:
            place = trigger.end()
            continue
        place, found = read
        if (
            found.period is not None
            and found.period.freq != "D"
            and not found.leaning
            and not _marks(text, trigger.start(), place)
        ):
            antecedent = found.period  # a year earlier than a release day is never meant
        yield trigger.start(), place, found


def _in_plain_spaces(text: str) -> str:
    """The text with a plain space for every other one and for a line's end, its length kept; empty lines stay."""
    text = text.translate(_BLANKS)
    return re.sub(r"(?<!\n)\n(?! {0,8}\n)", " ", text) if "\n" in text else text


def _marks(text: str, start: int, end: int) -> bool:
    """
    Whether it only marks what is compared: "the most since July 2024", "up from May"; nothing leans on such a one.

    "From January to May" is no mark but a span.
    """
    before = word_before(text, start).lower()
    if before in ("from", "than", "against", "versus", "vs"):
        return len(re.split(r"[\s\u2010-\u2014-]", text[start:end])) <= 2
    return before == "since"


def _longest(rules: tuple[Rule, ...], start: int, context: Context) -> tuple[int, Found] | None:
    matches = [
        (match, rule)
        for rule in rules
        if (not rule.when or _compiled(rule.when).match(context.text, start))
        and (match := _compiled(rule.pattern).match(context.text, start))
    ]
    matches.sort(key=lambda pair: -pair[0].end())
    for match, rule in matches:
        try:
            found = rule.read(match, context)
        except (PeriodError, ValueError, OverflowError):  # 31 June: understood, but there is no such day
            found = OPEN
        if found is not None:
            return match.end(), found
    return None


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    """The rule's pattern, compiled when first tried: most texts need few of them."""
    return re.compile(pattern, re.IGNORECASE)


@lru_cache(maxsize=1)
def _grammar() -> tuple[re.Pattern[str], dict[str, tuple[Rule, ...]]]:
    """The first words and, by their kind, the rules."""
    rules = (*day_rules(), *part_rules(), *relative_rules(), *year_rules())
    kinds = {key: tuple(rule for rule in rules if key in rule.keys) for key, _ in _KEYS}
    words = "|".join(f"(?P<{key}>{pattern})" for key, pattern in _KEYS)
    return re.compile(rf"(?<![^\W_])(?:{words})", re.IGNORECASE), kinds
