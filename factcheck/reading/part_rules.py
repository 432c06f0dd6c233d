"""
Halves, quarters, months, ranges of months and rolling spans as sentences name them.
"""

from __future__ import annotations

import re

from factcheck.periods import Period
from factcheck.reading.calendar_words import (
    COUNT,
    DASH,
    DAY,
    DOT,
    MONTH,
    OF_YEAR,
    OPEN,
    SP,
    TO,
    YEAR,
    Context,
    Found,
    Rule,
    count,
    first_unended,
    may_be_another_word,
    month_number,
    names_no_time,
    ordinal,
    rule,
    with_year,
    word_after,
    word_before,
)

_NOT_OF = rf"(?!{SP}of{SP}(?!the{SP}(?:calendar{SP})?year))(?!{SP}(?:fiscal|financial)(?![^\W_]))"
_BEFORE_MONTHS_WORDS = """
in of by since until till through to from last this and or for during before after late early between
mid than versus vs with end every each
"""
_BEFORE_MONTHS = frozenset(_BEFORE_MONTHS_WORDS.split())
# after these a month with a capital behind it may be a first name: "and April Lee", "from Mar Holdings"
_BEFORE_NAMES = frozenset({"and", "or", "of", "to", "for", "from", "with", "than", "versus", "vs", "between"})
_AFTER_MONTHS_WORDS = """
exports imports export import trade data figures figure sales shipments total totals report reading
numbers deficit surplus turnover growth tally level levels release statistics customs
"""
_AFTER_MONTHS = frozenset(_AFTER_MONTHS_WORDS.split())
_SURE_WORDS = """
january february april june july august september october november december
"""
_SURE = frozenset(_SURE_WORDS.split())
#: Flash estimates and counts of the first twenty days appear from about the 21st of their own month.
_FLASH_DAYS = 11
_LATTER = frozenset({"last", "final", "latter", "closing"})


def _undated(match: re.Match[str]) -> bool:
    """Whether no year is written beside it."""
    parts = match.groupdict()
    return not any(parts.get(name) for name in ("year", "joined", "joined_year", "short", "said", "listed"))


def _half(match: re.Match[str], context: Context) -> Found | None:
    number = min(ordinal(match["ordinal"]), 2) if match["ordinal"].lower() in _LATTER else ordinal(match["ordinal"])
    if _undated(match) and names_no_time(context.text, match.end()):
        return OPEN
    return None if number > 2 else with_year(match, context, lambda year: Period.of_months(year, 6 * number - 5, 6))


def _quarter(match: re.Match[str], context: Context) -> Found | None:
    number = ordinal(match["ordinal"])
    return with_year(match, context, lambda year: Period.of_months(year, 3 * number - 2, 3))


def _part_of_year(match: re.Match[str], context: Context) -> Found | None:
    return _half(match, context) if match["part"].lower() == "half" else _quarter(match, context)


def _letter(match: re.Match[str], context: Context) -> Found | None:
    """H1 2025, Q2, 1H25, 2Q 2025."""
    size, number = (6 if match["letter"].upper() == "H" else 3), int(match["number"])
    if _undated(match) and names_no_time(context.text, match.end()):
        return OPEN
    if number * size > 12 or (match["letter"].islower() and match.end() - match.start() == 2):
        return None
    return with_year(match, context, lambda year: Period.of_months(year, size * (number - 1) + 1, size))


def _first_months(match: re.Match[str], context: Context) -> Found | None:
    months = count(match["count"]) * (3 if match["unit"].lower() == "quarters" else 1)
    if months > 12:
        return None
    first = 1 if match["end"].lower() == "first" else 13 - months
    return with_year(match, context, lambda year: Period.of_months(year, first, months))


def _to_month(match: re.Match[str], context: Context) -> Found | None:
    """9M 2025: January to September, as Russian and Chinese companies report; 3M is a company."""
    months = int(match["number"])
    if not match["letter"].isupper() or months > 12 or months == 3:
        return None
    return Found(Period.of_months(int(match["year"] or f"20{match['short']}"), 1, months))


def _from_part_to_part(match: re.Match[str], context: Context) -> Found | None:
    """Q1-Q3 2024, Q4 2023 to Q2 2024, H1 2023 to H1 2024."""
    size = 6 if match["letter"].upper() == "H" else 3
    first, last = int(match["first"]) * size - size + 1, int(match["number"]) * size
    if max(first, last) > 12:
        return OPEN

    def ending_in(year: int) -> Period:
        start = int(match["start"]) if match["start"] else year
        return Period.of_months(start, first, (year - start) * 12 + last - first + 1)

    return with_year(match, context, ending_in) if match["start"] or last > first else OPEN


def _month_quarter(match: re.Match[str], context: Context) -> Found | None:
    """The June quarter, the December 2024 quarter: the three months that end with that month."""
    if may_be_another_word(match["month"]):
        return None
    months, end = (3 if match["unit"].lower() == "quarter" else 6), month_number(match["month"])
    return with_year(match, context, lambda year: Period.of_months(year, end - months + 1, months))


def _month_of_year(match: re.Match[str], context: Context) -> Found | None:
    return with_year(match, context, lambda year: Period.of_months(year, month_number(match["month"])))


def _bare_month(match: re.Match[str], context: Context) -> Found | None:
    name, text = match["month"], context.text
    if may_be_another_word(name) or re.compile(rf"{DASH}[^\W\d_]|{SP}Day(?![^\W_])").match(text, match.end()):
        return None  # Mar-a-Lago, May Day
    before, after = word_before(text, match.start()).lower(), word_after(text, match.end())
    placed = before in _BEFORE_MONTHS or after.lower() in _AFTER_MONTHS or bool(match["listed"])
    person = after[:1].isupper() and re.match(rf"{SP}", text[match.end() : match.end() + 4]) is not None
    if not placed and (name.lower() not in _SURE or person):
        return None
    if person and before in _BEFORE_NAMES and after.lower() not in _AFTER_MONTHS and not match["listed"]:
        return None
    return _running_month(match, context) or _month_of_year(match, context)


def _running_month(match: re.Match[str], context: Context) -> Found | None:
    """The month of publication, in its last ten days: that is when its first numbers come out."""
    day = context.published
    if day is None or day.month != month_number(match["month"]):
        return None
    month = Period.of_months(day.year, day.month)
    return Found(month, relative=True) if (month.last - day).days < _FLASH_DAYS else None


def _months(match: re.Match[str], context: Context) -> Found | None:
    first, last = match["month"], match["last"]
    dated = any(match.group("start", "year", "joined", "short"))
    if not dated and (may_be_another_word(first) or may_be_another_word(last)):
        return None
    if word_after(context.text, match.end()).lower() in ("season", "marketing", "crop"):
        return OPEN  # the 2025/26 July-June season
    start, end = month_number(first), month_number(last)
    if start == end and not match["start"]:
        return OPEN
    if match["start"]:
        year = int(match["start"])
        own = with_year(match, context, lambda y: Period.of_year(y)) if match["end_year"] else None
        if own is None:
            return Found(Period.of_months(year, start, (end - start) % 12 + 1))
        if own.period is None:
            return OPEN
        length = (own.period.first.year - year) * 12 + end - start + 1
        return Found(Period.of_months(year, start, length), own.relative) if length > 0 else OPEN
    length = (end - start) % 12 + 1
    if not dated and not match.groupdict().get("said") and context.published and context.published.month == end:
        return Found(Period.of_months(context.published.year, end - length + 1, length), relative=True)  # now ending
    return with_year(match, context, lambda year: Period.of_months(year, end - length + 1, length))


def _rolling(match: re.Match[str], context: Context) -> Found | None:
    """The year to March, the six months ended 30 June 2025, the quarter through May."""
    span = match["span"].lower()
    months = {"year": 12, "quarter": 3, "half": 6}.get(re.split(r"[\s-]", span)[0]) or count(match["count"])
    end = month_number(match["month"])
    if may_be_another_word(match["month"]) and not match["dated"]:
        return None

    def ending_in(year: int) -> Period:
        return Period.of_months(year, end - months + 1, months)

    found = with_year(match, context, ending_in)
    if match["coming"] and not match["dated"] and context.published:
        found = Found(first_unended(ending_in, context.published), relative=True)  # the year that ends in January
    day = match["day"] or match["day_after"]
    if day and found.period and int(re.sub(r"\D", "", day)) < found.period.last.day:
        return OPEN  # a year that ends within a month
    return found


def part_rules() -> tuple[Rule, ...]:
    """The rules for parts of a year and for spans of months."""
    possessive = rf"(?:(?P<year>{YEAR})|(?P<said>last|this){SP}year)(?:['\u2019]s)?{SP}"
    return (*_halves_and_quarters(possessive), *_months_and_spans(possessive))


def _halves_and_quarters(possessive: str) -> tuple[Rule, ...]:
    ordinals = r"(?P<ordinal>first|1st|second|2nd|third|3rd|fourth|4th|final|latter|last)"
    ends = r"(?P<ordinal>opening|closing)(?:{SP}|-)(?P<part>half|quarter)".replace("{SP}", SP)
    part_to_part = (
        rf"(?P<letter>[HQ])(?P<first>[1-4])(?:{SP}(?:of{SP})?(?P<start>{YEAR}))?{TO}"
        rf"(?P=letter)(?P<number>[1-4])(?![^\W_]){OF_YEAR}"
    )
    half, quarter = rf"{ordinals}[ -]half(?![^\W_])", rf"{ordinals}(?:{SP}|-)quarter(?![^\W_])"
    stretch = rf"(?:{SP}|-)(?:half|(?:{COUNT}{SP})?(?:days?|weeks?))"
    letters_listed = rf"(?:{OF_YEAR}|/?(?P<joined_year>{YEAR})|(?={SP}(?:and|or){SP}[HQ][1-4]{SP}(?P<listed>{YEAR}))|)"
    return (
        rule("ordinal", rf"{half}{_NOT_OF}", _half),
        rule("ordinal last", rf"{half}{OF_YEAR}", _half),
        rule("ordinal", rf"{ends}{OF_YEAR}", _part_of_year),
        rule("hq", part_to_part, _from_part_to_part, rf"..(?s:.{{0,10}}?){TO}"),
        rule("quarter", rf"quarter{SP}(?P<number>[1-4])(?:{SP}\({MONTH}{TO}{MONTH}\))?{OF_YEAR}", _numbered_quarter),
        rule("number", rf"(?P<number>[1-9]|1[0-2])(?P<letter>M){SP}?(?P<year>{YEAR})", _to_month, r"[0-9]{1,2}M"),
        rule("number", r"(?P<number>[1-9]|1[0-2])(?P<letter>M)(?P<year>)(?P<short>2[0-9])(?![^\W_])", _to_month),
        rule("ordinal", rf"{quarter}{_NOT_OF}", _quarter),
        rule("ordinal last", rf"{quarter}{OF_YEAR}", _quarter),
        rule(
            "number last this",
            rf"{possessive}{ordinals}(?:{SP}|-)(?P<part>half|quarter)(?![^\W_])",
            _part_of_year,
        ),
        rule(
            "ordinal last",
            rf"{ordinals}{stretch}{SP}of{SP}(?:{MONTH}(?:{OF_YEAR})?|(?:the|this|last){SP}month)",
            _open,
        ),
        rule(
            "ordinal",
            rf"{ordinals}{SP}(?:and|or|to|through){SP}(?:second|third|fourth){SP}quarters?(?:{OF_YEAR})?",
            _open,
        ),
        rule(
            "hq",
            rf"(?P<letter>[HQ])(?P<number>[1-4])(?![^\W_]|-[^\W\d_]){letters_listed}(?![^\W_])",
            _letter,
        ),
        rule(
            "number",
            rf"(?P<number>[1-4])(?P<letter>[HQ]){SP}?['\u2019]?(?:(?P<year>{YEAR})|(?P<short>[0-9]{{2}}))"
            r"(?![^\W_])",
            _letter,
        ),
        rule("number", rf"(?P<year>{YEAR})(?:{SP}|{DASH})?(?P<letter>[HQ])(?P<number>[1-4])(?![^\W_])", _letter),
        rule(
            "ordinal last",
            rf"(?P<end>first|last|final){SP}(?P<count>{COUNT}){SP}(?P<unit>months|quarters){OF_YEAR}",
            _first_months,
        ),
        rule(
            "ordinal",
            rf"(?P<end>first){SP}(?P<count>{COUNT}){SP}(?P<unit>months|quarters)(?![^\W_]){_NOT_OF}",
            _first_months,
        ),
    )


def _months_and_spans(possessive: str) -> tuple[Rule, ...]:
    first, last = (
        rf"(?P<month>{MONTH}){DOT}(?:,?{SP}(?P<start>{YEAR}))?",
        rf"(?P<last>{MONTH})(?P<end_year>{DOT}{OF_YEAR})?",
    )
    end = (
        rf"(?:(?P<day>{DAY}){SP}(?:of{SP})?)?(?P<month>{MONTH})(?:\.?{SP}(?P<day_after>{DAY}))?"
        rf"(?P<dated>{OF_YEAR})?"
    )
    until = (
        rf"{SP}(?:that{SP})?(?:to|through|until|till|ended|ending|(?P<coming>ends))"
        rf"(?:{SP}(?:in|on|the{SP}end{SP}of|the))?{SP}"
    )
    rolling = (
        rf"(?P<span>(?:year|quarter|half(?:[ -]year)?|(?P<count>{COUNT})(?:{SP}|-)months?))"
        rf"(?:{SP}period)?{until}{end}(?:{SP}quarter)?"
    )
    listed = rf"(?=(?:,?{SP}(?:and|or|to){SP}|,{SP}{MONTH},?{SP}(?:and|or){SP}){MONTH},?{SP}(?P<listed>{YEAR})|)"
    return (
        rule("month", f"{first}{TO}{last}", _months, rf"(?s:.{{2,60}}?){TO}"),
        rule("between", rf"between{SP}{first}{SP}and{SP}{last}", _months),
        rule("month", rf"(?P<month>{MONTH}){DOT}{OF_YEAR}", _month_of_year),
        rule("month", rf"(?P<month>{MONTH}){listed}", _bare_month),
        rule("last this", rf"(?:last|this){SP}(?P<month>{MONTH})", _said_month),
        rule(
            "month",
            rf"(?P<month>{MONTH}){DOT}{OF_YEAR}?(?:{SP}|-)(?P<unit>quarter|half(?:-year)?)(?![^\W_])",
            _month_quarter,
        ),
        rule("year quarter half count number", rolling, _rolling),
        rule("last this", rf"{possessive}(?P<month>{MONTH})", _said_month),
    )


def _numbered_quarter(match: re.Match[str], context: Context) -> Found | None:
    """Quarter 2 (Apr to June) 2025, as statistics offices write it."""
    return with_year(match, context, lambda year: Period.of_months(year, 3 * int(match["number"]) - 2, 3))


def _open(match: re.Match[str], context: Context) -> Found | None:
    return OPEN


def _said_month(match: re.Match[str], context: Context) -> Found | None:
    """Last June is the latest June that has ended; this June is that of the publication year."""
    if may_be_another_word(match["month"]):
        return None
    if match[0].lower().startswith("this") and "said" not in match.groupdict():
        if context.published is None:
            return OPEN
        return Found(Period.of_months(context.published.year, month_number(match["month"])), relative=True)
    return _month_of_year(match, context)
