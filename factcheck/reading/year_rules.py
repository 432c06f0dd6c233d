"""
Four digits that are a year, and those that are not; ranges of years, fiscal years and canonical names.

"2025" is a year where nothing says otherwise; "2025 vehicles", "$2025" and "HS 2025" are none.
"""

from __future__ import annotations

import re

from factcheck.periods import Period
from factcheck.reading.calendar_words import (
    DASH,
    OPEN,
    SP,
    TO,
    YEAR,
    Context,
    Found,
    Rule,
    count,
    ordinal,
    rule,
    word_after,
    word_before,
)

_UNITS_WORDS = """
% percent per pct pp percentage basis point points million millions billion billions trillion thousand
hundred mn bn tn dollar dollars yuan renminbi euro euros ruble rubles rouble roubles rupee rupees yen
won pounds cents tonne tonnes ton tons kg kilogram kilograms kilometres kilometers km miles metres
meters barrels bpd litres liters gallons gwh mwh kwh mw gw hours hrs gmt utc degrees units teu teus
horsepower hp cc mph times feet foot ft inches acres hectares calories knots
megawatts megawatt gigawatts gigawatt kilowatts mt kt
"""
UNITS = frozenset(_UNITS_WORDS.split())
_NOUNS_WORDS = """
vehicles cars automobiles trucks buses tractors motorcycles evs people persons workers jobs employees
students soldiers troops companies firms businesses enterprises factories countries items products
containers ships vessels tankers trains wagons flights aircraft planes homes houses shares deaths cases
tests pieces sets heads cattle pages words votes seats stores shops branches projects patents
participants members delegates lots copies visitors tourists passengers days weeks months years
models suppliers pallets crossovers sedans suvs pickups customers employers farmers farms subscribers
dealers outlets bridges turbines panels batteries phones guests bottles
"""
NOUNS = frozenset(_NOUNS_WORDS.split())
_BEFORE_YEARS = frozenset({"in", "since", "during", "until", "till"})
_BEFORE_CODES_WORDS = """
hs section sections article articles boeing airbus code codes heading headings chapter resolution
regulation directive no nos number rule form page pages line order item items iso model type route
highway room flight clause paragraph note en eu ec eec box suite
usd eur rmb cny jpy rub inr gbp aud cad krw yuan agenda vision
nearly almost roughly approximately exactly phone tel fax
"""
_BEFORE_CODES = frozenset(_BEFORE_CODES_WORDS.split())
_JOINED_BEFORE = frozenset({"mid", "post", "pre", "end", "early", "late", "since", "january", "full", "year"})
_NO_NAMES_WORDS = """
in since during until till by before after from to through for of and or between over on at as than than about
year fy cy calendar financial fiscal full mid early late end gdp cpi ppi pmi fdi q h
spring summer autumn fall winter january february march april may june july august september october november december
jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday
"""
_NO_NAMES = frozenset(_NO_NAMES_WORDS.split())
_NAME_BEFORE = re.compile(r"(?P<lead>[^ \u00a0][ \u00a0]|^)(?P<word>[A-Z][A-Za-z]{1,24})[ \u00a0]$")
_ADDRESS = re.compile(r"(?: [A-Z][a-z]{1,20}){1,3} (?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Drive|Lane|Square)\b")
_AT_A_YEARS = frozenset({"s", "levels", "prices", "rates", "values", "volumes"})
_FIXED_NAME = re.compile(r"\b(?:Made in China|[Cc]lass of) $")
_CURRENCY_BEFORE = re.compile(r"[$€£¥₽₹₩#@+=\\/_.\u2019'][ \u00a0]?$")
_CANONICAL = (
    r"(?:19|20|21)[0-9]{2}(?:-(?:H[12]|Q[1-4]|(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)"
    r"(?:/(?:19|20|21)[0-9]{2}-[0-9]{2}(?:-[0-9]{2})?)?"
    r"|/(?:19|20|21)[0-9]{2})(?![^\W_])(?![/.,:-][0-9])"
)
_FISCAL = (
    rf"(?:(?:fiscal|financial)(?:{SP}year)?{SP}|FY{SP}?)"
    rf"(?:(?P<fy>(?:19|20)[0-9]{{2}})|['\u2019]?(?P<fyy>[0-9]{{2}}))"
    rf"(?:[/–-](?P<second>(?:20)?[0-9]{{2}}))?(?![^\W_])(?![.,][0-9])"
)


def stands_as_year(text: str, start: int, end: int) -> bool:
    """Whether the words around text[start:end], four digits, let it be a year."""
    if not clean_start(text, start) or re.compile(r"[.,/:]?[0-9]|[ -][0-9]{3}|[^\W\d_]").match(text, end):
        return False
    before, after = word_before(text, start), word_after(text, end)
    if _in_a_name(text, start) or _ADDRESS.match(text, end):
        return False
    if _joined(text, start) and before.lower() not in _JOINED_BEFORE:
        return False
    if after.lower() in UNITS or (after.lower() in NOUNS and before.lower() not in _BEFORE_YEARS):
        return False
    if before.lower() == "at" and after.lower() not in _AT_A_YEARS:
        return False  # at 1900: a time, a height, a level
    return before.lower() not in _BEFORE_CODES and not _FIXED_NAME.search(text[max(0, start - 20) : start])


def _in_a_name(text: str, start: int) -> bool:
    """Whether a name stands right before it: Windows 2000, Expo 2025; a sentence's first word is no name."""
    name = _NAME_BEFORE.search(text[max(0, start - 40) : start])
    if name is None or name["word"].lower() in _NO_NAMES:
        return False
    return bool(name["lead"].strip()) and not name["lead"].rstrip().endswith((".", "!", "?", ":", "|", "\n"))


def _joined(text: str, start: int) -> bool:
    return start > 0 and text[start - 1] in "-\u2010\u2013"


def clean_start(text: str, start: int) -> bool:
    """Whether a number may begin here: no currency sign, longer number or path just before it."""
    lead = text[max(0, start - 5) : start]
    if _CURRENCY_BEFORE.search(lead) and not lead.endswith((". ", "' ", "\u2019 ")):
        return False
    return not re.search(r"[0-9][ ,-]$|\bNos?\. $", lead, re.IGNORECASE)


def _canonical(match: re.Match[str], context: Context) -> Found | None:
    name = match[0].upper()
    if not clean_start(context.text, match.start()):
        return None
    lead = context.text[max(0, match.start() - 10) : match.start()]
    if word_before(context.text, match.start()).lower() in _BEFORE_CODES or re.search(r"\([A-Z]{2,7}\) $", lead):
        return OPEN  # Regulation (EU) 2019/2088
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}", name) and int(name[5:]) > int(name[2:4]):
        return OPEN  # 2010-12 may be a month or three years
    return Found(Period.parse(name))


def _range(match: re.Match[str], context: Context) -> Found | None:
    first, last = int(match["first"]), match["last"]
    before = word_before(context.text, match.start()).lower()
    if before in _BEFORE_CODES:
        return OPEN  # pages 1936 to 1939
    if _joined(context.text, match.start()) and before not in _JOINED_BEFORE:
        return None
    if not clean_start(context.text, match.start()):
        return None
    if word_after(context.text, match.end()).lower() in UNITS | NOUNS:
        return OPEN  # 2015 to 2020 vehicles
    if len(last) == 2:
        last = f"{first // 100}{last}"
        if int(last) == first + 1:  # 2024-25: a fiscal year or two calendar years
            return _fiscal_year(first + 1, context) if context.fiscal_start else OPEN
    if int(last) <= first:
        return OPEN
    return Found(Period.parse(f"{first}/{last}"))


def _year(match: re.Match[str], context: Context) -> Found | None:
    if not stands_as_year(context.text, match.start(), match.end()) or re.compile(rf"{DASH}[0-9]").match(
        context.text, match.end()
    ):
        return None
    return Found(Period.of_year(int(match[0])))


def _decade(match: re.Match[str], context: Context) -> Found | None:
    """The 1990s are ten years; the 1900s and the 2000s may be a hundred."""
    if not clean_start(context.text, match.start()):
        return None
    first = int(match["decade"])
    return OPEN if first % 100 == 0 else Found(Period.parse(f"{first}/{first + 9}"))


def _fiscal_year(ends: int, context: Context) -> Found:
    """The fiscal year that ends in ``ends``: India, Australia and the United States name it by its end."""
    if context.fiscal_start is None:
        return OPEN
    if context.fiscal_start == 1:
        return Found(Period.of_year(ends))
    return Found(Period.parse(f"FY{ends - 1}/{ends % 100:02}", fiscal_start=context.fiscal_start))


def _fiscal(match: re.Match[str], context: Context) -> Found | None:
    year = int(match["fy"] or f"20{match['fyy']}")
    if (second := match["second"]) is None:
        return _fiscal_year(year, context)
    return _fiscal_year(year + 1, context) if int(second) % 100 == (year + 1) % 100 else OPEN


def _fiscal_part(match: re.Match[str], context: Context) -> Found | None:
    year = _fiscal(match, context)
    if year is None or year.period is None:
        return OPEN
    start = year.period.first
    if match.groupdict().get("count"):
        return Found(Period.of_months(start.year, start.month, count(match["count"])))
    size = 6 if match["part"].lower() in ("half", "h") else 3
    written = match["ordinal"]
    number = int(written) if written.isdigit() else ordinal(written)
    if size == 6 and number == 4 and not written.isdigit():
        number = 2  # the last half
    if number * size > 12:
        return OPEN
    return Found(Period.of_months(start.year, start.month + size * (number - 1), size))


def year_rules() -> tuple[Rule, ...]:
    """The rules for calendar years, their ranges, fiscal years and canonical names."""
    range_ = (
        rf"(?P<first>(?:19|20)[0-9]{{2}})(?P<sign>{TO}|/)(?P<last>(?:(?:19|20)[0-9]{{2}}|[0-9]{{2}}))"
        r"(?![^\W_])(?![.,/-][0-9])"
    )
    spread = range_.replace("(?P<sign>", rf"(?P<sign>{SP}and{SP}|")
    part = r"(?P<ordinal>first|second|third|fourth|final|last)[ -](?P<part>half|quarter)"
    months = rf"first{SP}(?P<count>[a-z]{{3,6}}|[0-9]{{1,2}}){SP}months"
    return (
        rule("number", _CANONICAL, _canonical),
        rule("number", range_, _range),
        rule("number", rf"{range_}{SP}(?:fiscal|financial){SP}year", _named_fiscal),
        rule("between", rf"between{SP}{spread}", _between),
        rule("number", YEAR, _year),
        rule("number", r"(?P<decade>(?:19|20)[0-9]0)['\u2019]?s(?![^\W_])", _decade),
        rule("fy fiscal financial", _FISCAL, _fiscal),
        rule(
            "fiscal financial",
            rf"(?:fiscal|financial){SP}(?:first|second|third|fourth){SP}(?:half|quarter)",
            _open,
        ),
        rule("ordinal last", rf"(?:{part}|{months})(?:{SP}of)?{SP}(?:the{SP})?{_FISCAL}", _fiscal_part),
        rule(
            "ordinal last",
            rf"(?:{part}|{months}){SP}of{SP}(?:(?:the|this|its|last){SP})?(?:fiscal|financial|FY)",
            _open,
        ),
        rule("last this", rf"(?:last|this){SP}(?:fiscal|financial){SP}(?:year|quarter)", _open),
        rule("hq", rf"(?P<part>[HQ])(?P<ordinal>[1-4])(?:{SP}of)?{SP}?{_FISCAL}", _fiscal_part),
        rule("hq", rf"[HQ][1-4](?:{SP}of)?{SP}?(?:FY|fiscal|financial)[^\W_]{{0,4}}", _open),
    )


def _named_fiscal(match: re.Match[str], context: Context) -> Found | None:
    first, second = int(match["first"]), int(match["last"]) % 100
    return _fiscal_year(first + 1, context) if second == (first + 1) % 100 else OPEN


def _between(match: re.Match[str], context: Context) -> Found | None:
    if len(match["last"]) == 2:
        return None
    if word_after(context.text, match.end()).lower() in UNITS | NOUNS:
        return OPEN  # between 2015 and 2020 vehicles
    return Found(Period.parse(f"{match['first']}/{match['last']}")) if match["first"] < match["last"] else OPEN


def _open(match: re.Match[str], context: Context) -> Found | None:
    return OPEN
