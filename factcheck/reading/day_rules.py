"""
Days as sentences name them: dates, weekdays, yesterday; each with the weekday it names, if it names one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from factcheck.periods import Period
from factcheck.reading.calendar_words import (
    AHEAD,
    COUNT,
    DAY,
    DOT,
    MONTH,
    OF_YEAR,
    OPEN,
    SP,
    TO,
    WEEKDAY,
    WEEKDAY_SHORT,
    YEAR,
    Context,
    Found,
    Rule,
    count,
    may_be_another_word,
    month_number,
    rule,
    weekday_number,
    with_year,
    word_after,
    word_before,
)
from factcheck.reading.year_rules import NOUNS, UNITS, clean_start

_BEFORE_DAYS_WORDS = """
on by since until till of from to through before after between and this last
"""
_BEFORE_DAYS = frozenset(_BEFORE_DAYS_WORDS.split())
_OWN_NAMES = frozenset(
    {"black", "good", "ash", "super", "easter", "cyber", "palm", "bloody", "holy", "big", "next", "coming"}
)
_SPEAKING_WORDS = """
said says reported showed shows announced told wrote added released published late early
"""
_SPEAKING = frozenset(_SPEAKING_WORDS.split())
_PAPERS = frozenset({"times", "telegraph", "mail", "mirror", "express", "post", "world", "star"})
_FUTURE = re.compile(
    r"\b(?:(?:will|scheduled|(?:expected|set|plans) to|due (?:out )?on|to be (?:released|published))\b"
    r"(?:[^.!?\n]|\.(?=[0-9])){0,60}"
    r"|(?:kicks? in|takes? effect|comes? into (?:force|effect)|meets?|starts?|begins?|expires?|arrives?|resumes?)"
    r" on )$",
    re.IGNORECASE,
)


def _date(match: re.Match[str], context: Context) -> Found | None:
    """July 14, 14 July 2025, July 13-14; without a year one of the next three months, else the latest."""
    words, text = match.groupdict(), context.text
    number_first = match[0][0].isdigit()
    if number_first and not clean_start(text, match.start()):
        return None
    if not words["year"] and word_after(text, match.end()).lower() in UNITS | NOUNS:
        return None
    month = words["month"]
    if (
        may_be_another_word(month)
        and not words["year"]
        and word_before(text, match.start()).lower() not in _BEFORE_DAYS
    ):
        return None
    named = words.get("weekday") or words.get("weekday_after")
    weekday = weekday_number(named) if named else None
    last_month = month_number(words.get("last_month") or month)
    last_day = _number(words.get("last_day") or words["day"])

    def in_year(year: int) -> Period:
        start_year = int(words.get("start") or year - (month_number(month) > last_month))
        return Period(_day(start_year, month_number(month), _number(words["day"])), _day(year, last_month, last_day))

    if words["year"]:
        return Found(in_year(int(words["year"])), weekday=weekday)
    if context.published is None:
        return Found(None, weekday=weekday)
    days = _coming(in_year, context.published) or _latest(in_year, context.published)
    return Found(days, relative=True, weekday=weekday)


def _coming(in_year: Callable[[int], Period], published: date) -> Period | None:
    """Such days of the next three months: the last ones are more than nine months back, and would have their year."""
    for year in (published.year, published.year + 1):
        try:
            days = in_year(year)
        except ValueError:  # this year has no such day
            continue
        if published < days.last and days.first <= published + AHEAD:
            return days
    return None


def _latest(in_year: Callable[[int], Period], published: date) -> Period | None:
    """The latest such days on or before ``published``; 29 February may be up to eight years back."""
    for year in range(published.year, published.year - 9, -1):
        try:
            days = in_year(year)
        except ValueError:  # this year has no such day
            continue
        if days.last <= published:
            return days
    return None


def _day(year: int, month: int, day: int) -> date:
    return date(year, month, day)


def _number(day: str) -> int:
    return int(day.rstrip("stndrhSTNDRH"))


def _slashed(match: re.Match[str], context: Context) -> Found | None:
    """14/07/2025 and 07/14/2025; open where day and month could be exchanged."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if not clean_start(context.text, match.start()):
        return None
    if (first <= 12 and second <= 12 and first != second) or (first > 12 and second > 12):
        return OPEN
    day, month = (first, second) if first > 12 else (second, first)
    return Found(Period.of_day(date(year, month, day)))


def _iso_slashed(match: re.Match[str], context: Context) -> Found | None:
    if not clean_start(context.text, match.start()):
        return None
    return Found(Period.of_day(date(int(match["year"]), int(match["month"]), int(match["day"]))))


def _names_a_thing(text: str, match: re.Match[str]) -> bool:
    """The Monday Club, the Sunday Times: before a capital, with none of the words before it that days follow."""
    before = word_before(text, match.start()).lower()
    if not before or match["last"] or before in _BEFORE_DAYS | _SPEAKING:
        return False
    return re.compile(r"[ \u00a0][A-Z][a-z]").match(text, match.end()) is not None


def _week_day(match: re.Match[str], context: Context) -> Found | None:
    """Wednesday last week, Thursday of this week: that day of the week that runs from Monday."""
    named = weekday_number(match["weekday"])
    if context.published is None:
        return Found(None, weekday=named)
    monday = context.published - timedelta(context.published.weekday())
    weeks = {"last": -7, "this": 0, "next": 7}[match["week"].lower()]
    return Found(Period.of_day(monday + timedelta(weeks + named)), relative=True, weekday=named)


def _weekday(match: re.Match[str], context: Context) -> Found | None:
    """Monday is the latest on or before publication, last Monday the latest before; a coming one is open."""
    named = weekday_number(match["weekday"])
    before = word_before(context.text, match.start()).lower()
    if (
        word_after(context.text, match.end()).lower() in _PAPERS
        and context.text[match.end() : match.end() + 2][1:].isupper()
    ):
        return None
    if before in _OWN_NAMES:
        return None
    if _names_a_thing(context.text, match):
        return None
    published, lead = context.published, context.text[max(0, match.start() - 80) : match.start()]
    if published is None or (_FUTURE.search(lead) and not match["last"] and before not in _SPEAKING):
        return Found(None, weekday=named)
    if first := re.search(rf"({WEEKDAY}){TO}$", lead, re.IGNORECASE):  # Monday to Thursday: on from that Monday
        start = published - timedelta((published.weekday() - weekday_number(first[1])) % 7)
        day = start + timedelta((named - weekday_number(first[1])) % 7)
        return Found(Period.of_day(day), relative=True, weekday=named)
    back = (published.weekday() - named) % 7
    if back == 0 and match["last"]:
        back = 7
    return Found(Period.of_day(published - timedelta(back)), relative=True, weekday=named)


def _week(match: re.Match[str], context: Context) -> Found | None:
    """The week ended July 4, the four weeks to that day, the week of July 7: seven days or more to it or from it."""
    if may_be_another_word(match["month"]) and not match["year"]:
        return None
    found = _date(match, context)
    if found is None or found.period is None:
        return found
    day = found.period.first
    is_end = match["edge"].lower() not in ("of", "from", "beginning", "starting")
    more = timedelta(7 * (count(match["count"]) if match["count"] else 1) - 1)
    days = Period(day - more, day) if is_end else Period(day, day + more)
    return Found(days, found.relative)


def _first_days(match: re.Match[str], context: Context) -> Found | None:
    """The first 20 days of July, as some customs offices report."""
    words = {"ten": 10, "twenty": 20}
    days, month = words.get(match["days"].lower()) or int(match["days"]), month_number(match["month"])
    return with_year(match, context, lambda year: Period(date(year, month, 1), date(year, month, days)))


def _open(match: re.Match[str], context: Context) -> Found | None:
    return OPEN


def _dotted(match: re.Match[str], context: Context) -> Found | None:
    """14.07.2025: with dots the day stands first."""
    if not clean_start(context.text, match.start()):
        return None
    return Found(Period.of_day(date(int(match["year"]), int(match["month"]), int(match["day"]))))


def _short_weekday(match: re.Match[str], context: Context) -> Found | None:
    """On Mon., last Fri.; only with its capital and a word before that days follow: not "the Sun." or "they sat."."""
    before = word_before(context.text, match.start()).lower()
    if not match["weekday"][0].isupper() or (before not in _BEFORE_DAYS and not match["last"]):
        return None
    return _weekday(match, context)


def _beside_today(match: re.Match[str], context: Context) -> Found | None:
    if context.published is None:
        return OPEN
    move = {"yesterday": -1, "today": 0, "tomorrow": 1}[match[0].lower()]
    return Found(Period.of_day(context.published + timedelta(move)), relative=True)


def _days_ago(match: re.Match[str], context: Context) -> Found | None:
    """A week ago, three days ago: that day."""
    if context.published is None:
        return OPEN
    number = count(match["count"]) if match["count"] else 1
    days = number * (7 if match["unit"].lower() == "week" else 1)
    return Found(Period.of_day(context.published - timedelta(days)), relative=True)


#: A number of one or two digits is near: no day of a month is written without one.
A_DAY = r"(?s:.{0,60}?)(?<![0-9])[0-9]{1,2}(?![0-9])"


def day_rules() -> tuple[Rule, ...]:
    """The rules for days."""
    weekday = rf"(?P<weekday>{WEEKDAY}|{WEEKDAY_SHORT})(?:,?{SP}(?:the{SP})?|{SP}(?P<paren>\())"
    after = rf"(?:(?:,{SP}(?:an?{SP})?|{SP}(?P<aside>\()|{SP}an?{SP})(?P<weekday_after>{WEEKDAY})(?(aside)\)))?"
    year = rf"(?:,?{SP}?(?<![0-9])(?P<year>{YEAR}))?"
    whole = rf"(?![.:][0-9]|%|,(?!{YEAR})[0-9])"
    day, last_day = rf"(?P<day>{DAY}){whole}", rf"(?P<last_day>{DAY}){whole}"
    start = rf"(?:,?{SP}(?P<start>{YEAR}))?"
    month, last_month = rf"(?P<month>{MONTH}){DOT}", rf"(?P<last_month>{MONTH}){DOT}"
    to = rf"(?:{TO}|{SP}and{SP})"
    shapes = (
        rf"{month}{SP}(?:the{SP})?{day}{year}",
        rf"{day}{SP}(?:of{SP})?{month}{year}",
        rf"{month}{SP}{day}{to}{last_day}{year}",
        rf"{day}{to}{last_day}{SP}(?:of{SP})?{month}{year}",
        rf"{month}{SP}{day}{start}{TO}{last_month}{SP}{last_day}{year}",
        rf"{day}{SP}{month}{start}{TO}{last_day}{SP}{last_month}{year}",
    )
    keys = ("month", "number")
    plain = tuple(rule(keys[shape.startswith(day)], rf"{shape}{after}", _date, A_DAY) for shape in shapes)
    edge = r"(?P<edge>ended|ending|ends|to|through|of|from|beginning|starting)"
    week = rf"(?:week|(?P<count>{COUNT}){SP}weeks){SP}(?:that{SP})?{edge}{SP}(?:on{SP})?"
    weeks = tuple(rule("week count number", f"{week}{shape}", _week, r"[^ ]{1,7}[ \t\u00a0]") for shape in shapes[:2])
    named = tuple(rule("weekday", rf"{weekday}{shape}(?(paren)\))", _date, A_DAY) for shape in shapes[:2])
    return (
        *plain,
        *named,
        *weeks,
        rule(
            "ordinal",
            rf"first{SP}(?P<days>[12]?[0-9]|ten|twenty){SP}days{SP}of{SP}(?P<month>{MONTH})(?:{OF_YEAR})?",
            _first_days,
        ),
        rule("ordinal", rf"fourth{SP}of{SP}July(?!,?{SP}{YEAR})(?![^\W_])", _open),  # a holiday's name
        rule("weekday last this", rf"(?:(?P<last>last){SP}|this{SP})?(?P<weekday>{WEEKDAY})", _weekday),
        rule(
            "weekday",
            rf"(?P<weekday>{WEEKDAY}){SP}(?:of{SP})?(?P<week>last|this|next){SP}week(?![^\W_])",
            _week_day,
            rf"[a-z]{{6,9}}{SP}(?:of|last|this|next)",
        ),
        rule("number", rf"(?P<first>[0-9]{{1,2}})/(?P<second>[0-9]{{1,2}})/(?P<year>{YEAR})(?![/-])", _slashed),
        rule(
            "number",
            r"(?P<year>(?:19|20)[0-9]{2})/(?P<month>[0-9]{2})/(?P<day>[0-9]{2})(?![0-9/-])",
            _iso_slashed,
        ),
        rule(
            "number",
            rf"(?P<day>[0-9]{{1,2}})\.(?P<month>[0-9]{{1,2}})\.(?P<year>{YEAR})(?![/-])",
            _dotted,
            r"[0-9]{1,2}\.[0-9]{1,2}\.",
        ),
        rule(
            "weekday last this",
            r"(?:(?P<last>last) |this )?(?P<weekday>Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.",
            _short_weekday,
            r"(?:last |this )?[MTWFS][a-z]{2,4}\.",
        ),
        rule(
            "one count number",
            rf"(?:(?:a|one)|(?P<count>{COUNT})){SP}(?P<unit>day|week)s?{SP}ago(?![^\W_])",
            _days_ago,
            r"[^ ]{1,7}[ \t\u00a0]{1,3}(?:day|week)",
        ),
        rule("today", r"(?:yesterday|today|tomorrow)(?![^\W_])", _beside_today),
    )
