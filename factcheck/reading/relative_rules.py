"""
Periods named by their distance from the publication day or from the period mentioned before them.

"last year" and "so far this year" lean on the day,
"a year earlier" and "the same period of 2024" on the mention.
"""

from __future__ import annotations

import re
from datetime import date

from factcheck.periods import Period
from factcheck.reading.calendar_words import COUNT, OPEN, SP, YEAR, Context, Found, Rule, count, rule

_END = r"(?![^\W_])"


def _last_or_this(match: re.Match[str], context: Context) -> Found | None:
    if context.published is None:
        return OPEN
    now = _around(context.published, match["unit"].lower())
    return Found({"last": now.previous, "this": now, "next": now.step(1)}[match["word"].lower()], relative=True)


def _around(day: date, unit: str) -> Period:
    """The calendar year, quarter or month that ``day`` lies in."""
    if unit == "year":
        return Period.of_year(day.year)
    size = 3 if unit == "quarter" else 1
    return Period.of_months(day.year, (day.month - 1) // size * size + 1, size)


def _year_to_date(match: re.Match[str], context: Context) -> Found | None:
    """January to the last month that ended on or before the publication day; open in January."""
    if context.published is None:
        return OPEN
    day = context.published
    this_month = Period.of_months(day.year, day.month)
    months = day.month if this_month.last == day else day.month - 1
    if months == 0 or int(match.groupdict().get("year") or day.year) != day.year:
        return OPEN
    return Found(Period.of_months(day.year, 1, months), relative=True)


def _earlier(match: re.Match[str], context: Context) -> Found | None:
    """A year earlier: the period mentioned before, moved back."""
    words, before = match.groupdict(), context.antecedent
    number = count(words["count"]) if words.get("count") else 1
    if before is None:
        return OPEN
    unit = words["unit"].lower().rstrip("s")
    if unit == "year":
        return _leaning(before.shift_years(-number))
    return _leaning(before.step(-number)) if _is_of(before, unit) else OPEN


def _previous(match: re.Match[str], context: Context) -> Found | None:
    """The previous year is the calendar year before the one mentioned, else before the publication year."""
    unit, before = match["unit"].lower(), context.antecedent
    later = match["word"].lower() in ("following", "next")
    if unit == "year":
        if before is None and context.published is None:
            return OPEN
        year = before.last.year if before else context.published.year if context.published else 0
        return _leaning(Period.of_year(year + (1 if later else -1)))
    if before is None or not _is_of(before, unit):
        return OPEN
    return _leaning(before.step(1) if later else before.previous)


def _leaning(period: Period) -> Found:
    return Found(period, relative=True, leaning=True)


def _is_of(period: Period, unit: str) -> bool:
    return period.freq == {"month": "M", "quarter": "Q", "half": "H"}.get(unit)


def _years_ago(match: re.Match[str], context: Context) -> Found | None:
    if context.published is None:
        return OPEN
    return Found(Period.of_year(context.published.year - count(match["count"])), relative=True)


def _same_period(match: re.Match[str], context: Context) -> Found | None:
    """The same period of another year: the period mentioned before, moved to that year."""
    before = context.antecedent
    if before is None:
        return OPEN
    if match["year"]:
        return _leaning(before.shift_years(int(match["year"]) - before.last.year))
    if (match["said"] or "").lower() != "last":
        return _leaning(before.year_earlier)
    if context.published is None:
        return OPEN
    return _leaning(before.shift_years(context.published.year - 1 - before.last.year))


def _open(match: re.Match[str], context: Context) -> Found | None:
    return OPEN


def relative_rules() -> tuple[Rule, ...]:
    """The rules for periods that are named by their distance."""
    same = rf"(?:same|corresponding|comparable|equivalent){SP}(?:period|months?|quarter|half|time|span|stretch)"
    other_year = (
        rf"(?:(?:(?:of|in|from|for){SP})?(?:(?P<year>{YEAR})|(?P<said>last){SP}year"
        rf"|(?:the{SP})?(?:previous|prior|preceding){SP}year|the{SP}year{SP}(?:before|earlier|prior))"
        rf"|(?:a|one){SP}year{SP}(?:earlier|ago|before|previously|prior))"
    )
    ago = rf"(?:earlier|ago|previously|(?:before|prior){_END}(?!{SP}[^\W_]))"
    return (
        rule(
            "last this next",
            rf"(?P<word>last|this|next){SP}(?P<unit>year|quarter|month){_END}",
            _last_or_this,
        ),
        rule("last this next", rf"(?:last|this|next){SP}(?:week|weekend|half|decade|century|time){_END}", _open),
        rule(
            "last ordinal previous",
            rf"(?:last|past|previous|next|first|final){SP}{COUNT}{SP}(?:years|months|quarters|weeks|days)",
            _open,
        ),
        rule("year", rf"year(?:{SP}|-)to(?:{SP}|-)date{_END}", _year_to_date),
        rule("so", rf"so{SP}far{SP}(?:this{SP}year|in{SP}(?P<year>{YEAR}))", _year_to_date),
        rule("number", rf"(?P<year>{YEAR}){SP}(?:so{SP}far|to{SP}date){_END}", _year_to_date),
        rule("ytd", rf"YTD{_END}", _year_to_date),
        rule(
            "since",
            rf"since{SP}the{SP}(?:start|beginning){SP}of{SP}(?:the|this){SP}year{_END}",
            _year_to_date,
        ),
        rule("one", rf"(?:a|one){SP}(?P<unit>year|quarter|month){SP}{ago}", _earlier),
        rule("year", rf"(?P<unit>year)(?:{SP}|-)(?:ago|earlier){_END}", _earlier),
        rule("year", rf"(?P<unit>year){SP}before{_END}(?!{SP}[^\W_])", _earlier),
        rule(
            "count number",
            rf"(?P<count>{COUNT}){SP}(?P<unit>years|months|quarters){SP}earlier{_END}",
            _earlier,
        ),
        rule("count number", rf"(?P<count>{COUNT}){SP}years{SP}ago{_END}", _years_ago),
        rule(
            "previous",
            rf"(?P<word>previous|prior|preceding|following){SP}(?P<unit>year|month|quarter|half){_END}",
            _previous,
        ),
        rule("same", rf"{same}{_END}(?:{SP}{other_year})?", _same_period),
        rule(
            "year",
            rf"(?:year-ago|year-earlier){SP}(?:period|months?|quarter|half)(?P<year>)(?P<said>){_END}",
            _same_period,
        ),
    )
