"""
Periods named by their distance from the publication day or from the period mentioned before them.

"last year" and "so far this year" lean on the day,
"a year earlier" and "the same period of 2024" on the mention.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from factcheck.periods import Period
from factcheck.reading.calendar_words import COUNT, OPEN, SP, YEAR, Context, Found, Rule, count, rule

# "over the same month" goes with it; "than in the same month" compares
_MEANWHILE = r"\b(?:over|during|for|in)\s{1,3}the\s{1,3}$"
_COMPARED = r"\b(?:than|as|with|compared to|from|against|versus|vs)\b(?:[^,;]|,(?=[0-9])){1,40}$"
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


def _last_or_this_week(match: re.Match[str], context: Context) -> Found | None:
    """Last week and this week: the seven days from their Monday."""
    if context.published is None:
        return OPEN
    monday = context.published - timedelta(context.published.weekday() + (7 if match["word"].lower() == "last" else 0))
    return Found(Period(monday, monday + timedelta(6)), relative=True)


def _running(match: re.Match[str], context: Context) -> Found | None:
    """The current quarter; the start of the year: the one that the publication day lies in."""
    if context.published is None:
        return OPEN
    return Found(_around(context.published, match["unit"].lower()), relative=True)


def _fiscal_neighbour(match: re.Match[str], context: Context) -> Found | None:
    """The previous fiscal is the one before the fiscal year mentioned; last fiscal is counted from publication."""
    start, day, before = context.fiscal_start, context.published, context.antecedent
    word = match["word"].lower()
    if start is None or day is None:
        return OPEN
    if word not in ("last", "current", "this"):
        is_fiscal = before is not None and before.months == 12 and before.first.month == start
        return _leaning(before.previous) if before is not None and is_fiscal else OPEN
    begun = day.year if day.month >= start else day.year - 1
    return Found(Period.of_months(begun - (word == "last"), start, 12), relative=True)


def _full_year(match: re.Match[str], context: Context) -> Found | None:
    """The full year is the calendar year of the period before; open where fiscal years are in use."""
    before = context.antecedent
    if before is None or before.freq not in ("A", "H", "Q", "M", "YTD") or context.fiscal_start not in (None, 1):
        return OPEN
    return Found(Period.of_year(before.last.year), relative=True, leaning=True)


def _years_ago(match: re.Match[str], context: Context) -> Found | None:
    if context.published is None:
        return OPEN
    return Found(Period.of_year(context.published.year - count(match["count"])), relative=True)


def _same_period(match: re.Match[str], context: Context) -> Found | None:
    """
    The same period of another year: the period mentioned before, moved to that year.

    "Imports fell over the same period" is that very period; "than in the same period" the one a year earlier.
    """
    before = context.antecedent
    if before is None:
        return OPEN
    is_bare = match.group() == match.groupdict().get("name")
    lead = context.text[max(0, match.start() - 50) : match.start()]
    is_beside = re.search(_MEANWHILE, lead, re.IGNORECASE) and not re.search(_COMPARED, lead, re.IGNORECASE)
    if is_bare and match.group().lower().startswith("same") and is_beside:
        return _leaning(before)
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
    same = (
        rf"(?P<name>(?:same|corresponding|comparable|equivalent|like){SP}"
        rf"(?:period|(?:{COUNT}{SP})?months?|quarter|half|time|span|stretch))"
    )
    other_year = (
        rf"(?:(?:(?:of|in|from|for){SP})?(?:(?P<year>{YEAR})|(?P<said>last){SP}year"
        rf"|(?:the{SP})?(?:previous|prior|preceding){SP}year|the{SP}year{SP}(?:before|earlier|prior))"
        rf"|(?:of{SP}(?:the{SP})?)?(?:last|previous|prior|preceding){SP}(?:fiscal|financial)(?:{SP}year)?"
        rf"|(?:a|one){SP}year{SP}(?:earlier|ago|before|previously|prior))"
    )
    ago = rf"(?:earlier|ago|previously|(?:before|prior){_END}(?!{SP}[^\W_]))"
    return (
        rule(
            "last this next",
            rf"(?P<word>last|this|next){SP}(?P<unit>year|quarter|month){_END}",
            _last_or_this,
        ),
        rule("last this", rf"(?P<word>last|this){SP}week{_END}(?!{SP}of{SP})", _last_or_this_week),
        rule("full", rf"full(?:{SP}|-)year{_END}(?!{SP}(?:to|ended|ending|{YEAR}))", _full_year),
        rule("current", rf"current{SP}(?P<unit>year|quarter|month){_END}", _running),
        rule("edge", rf"(?:start|beginning){SP}of{SP}the{SP}(?P<unit>year){_END}", _running),
        rule(
            "last this previous current",
            rf"(?P<word>last|this|current|previous|prior|preceding){SP}(?:fiscal|financial)(?:{SP}year)?{_END}"
            rf"(?!{SP}(?:quarter|half))",
            _fiscal_neighbour,
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
        rule("year before", rf"(?P<unit>year|month|quarter){SP}before{_END}(?!{SP}[^\W_])", _earlier),
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
            "year previous",
            rf"(?:year-ago|year-earlier|prior-year){SP}(?:period|months?|quarter|half)(?P<year>)(?P<said>){_END}",
            _same_period,
        ),
    )
