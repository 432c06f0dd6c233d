"""
The values of series and figure keys: places, flows, currencies, commodities, hedges, tolerances.

Only the wording is looked at here; the value stays the text that was written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache

from factcheck.claim_files.faults import choice_hint, shown
from factcheck.commodities import parse_commodity
from factcheck.errors import FigureError, PeriodError, UnknownNameError, WrittenError
from factcheck.hedges import Hedge
from factcheck.kinds.measures import unit_named
from factcheck.observations import FLOWS, SCOPES
from factcheck.period_names import FORMS
from factcheck.periods import Period
from factcheck.places import code_of, fiscal_start
from factcheck.reading.figures import read_figure

#: As prices are valued at the border, and the bases of a series that make cells of their own.
VALUATIONS = ("CIF", "FOB", "FAS", "bop", "sa", "bop-sa")
MAX_TOLERANCE = {"%": 10, "pp": 1}  # per cent of the number; points of a rate
LONGEST_VALUE = 200  # characters of a name, a period or a figure
DAY_HINT = "write the day as 2025-07-14"
_SOURCE = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
_TOLERANCE = re.compile(r"([-+−–]?) ?([0-9]{1,9}(?:[.,][0-9]{1,9})?) ?(.{0,20})")
_TOLERANCE_HINT = "write it as 0.5 %, or as 0.2 pp for a rate"
_UNIT_WORDS = {"percent": "%", "per cent": "%", "pct": "%", "points": "pp", "percentage points": "pp", "ppt": "pp"}


def source(text: str) -> str:
    """The id of a source: the name of its folder."""
    if _SOURCE.fullmatch(text):
        return text
    if "/" in text:
        hint = "write the id of a folder under sources/, as in gacc; a page that a person saw goes under seen:"
    else:
        hint = "write the id of a folder under sources/, in small letters, as in gacc or india-commerce"
    raise UnknownNameError(f"{shown(text)} is no id of a source", hint)


def flow(text: str) -> str:
    """A flow."""
    return _one_of("flow", FLOWS, text)


def scope(text: str) -> str:
    """A scope."""
    return _one_of("scope", SCOPES, text)


def valuation(text: str) -> str:
    """A valuation."""
    return _one_of("valuation", VALUATIONS, text)


def hedge(text: str) -> str:
    """A hedge."""
    return _one_of("hedge", tuple(Hedge), text)


def direction(text: str) -> str:
    """Up or down."""
    return _one_of("direction", ("up", "down"), text)


def tolerance(text: str) -> str:
    """
    A tolerance in per cent of the written number, at most 10, or in points, at most 1.

    Raises:
        FigureError: it cannot be read, is negative or boundless.
    """
    match = _TOLERANCE.fullmatch(text.strip())
    if match is None:
        raise FigureError(f"unknown tolerance {shown(text)}", _TOLERANCE_HINT)
    sign, number, unit = match.groups()
    number = number.replace(",", ".")
    unit = unit.strip()
    if unit not in ("%", "pp") or "," in text:
        meant = unit if unit in ("%", "pp") else _UNIT_WORDS.get(unit.lower())
        hint = f"write {number} {meant}" if meant else f"write {number} % or {number} pp" if not unit else ""
        raise FigureError(f"unknown tolerance {shown(text)}", hint or _TOLERANCE_HINT)
    if sign:
        raise FigureError(f"tolerance {shown(text)} has a sign; it is added at both ends", f"write {number} {unit}")
    if Decimal(number) > MAX_TOLERANCE[unit]:
        raise FigureError(f"tolerance {shown(text)} is too wide", f"at most {MAX_TOLERANCE[unit]} {unit} is allowed")
    return text


def _one_of(name: str, words: tuple[str, ...], text: str) -> str:
    if text in words:
        return text
    raise UnknownNameError(f"unknown {name} {shown(text)}", choice_hint(text, words))


def _place(text: str) -> str:
    return code_of(text)


def _figure(text: str) -> object:
    """A figure as English writes it, or as another language does; which one counts is known with the draft."""
    try:
        return read_figure(text)
    except FigureError as error:
        from factcheck.reading.languages.translate import LANGUAGES, english

        for language in LANGUAGES:
            try:
                return read_figure(english(text, language)[0])
            except FigureError:
                continue
        raise error


_READERS: Mapping[str, Callable[[str], object]] = {
    "source": source,
    "reporter": _place,
    "partner": _place,
    "flow": flow,
    "commodity": parse_commodity,
    "scope": scope,
    "valuation": valuation,
    "currency": unit_named,
    "holder": _place,
    "figure": _figure,
    "hedge": hedge,
    "tolerance": tolerance,
    "direction": direction,
}
#: Series keys that may be a list: its total is meant.
LISTS = frozenset({"partner"})


@lru_cache(maxsize=8192)
def value_fault(key: str, text: str) -> tuple[str, str] | None:
    """What is wrong with the value of a series or figure key, and what to write instead; None if nothing is."""
    return _fault(_READERS[key], text)


@lru_cache(maxsize=8192)
def period_fault(text: str, reporter: str | None) -> tuple[str, str] | None:
    """What is wrong with a period; ``reporter`` is the place whose fiscal year FY means, as written."""
    return _fault(lambda written: read_period(written, reporter), text)


def read_period(text: str, reporter: str | None) -> Period:
    """
    A period; FY is the fiscal year of the reporter in force.

    Raises:
        WrittenError: it is no period, or the reporter is unknown.
    """
    start = fiscal_start(code_of(reporter)) if reporter is not None and text.startswith("FY") else None
    return Period.parse(text, fiscal_start=start)


def read_day(text: str) -> date:
    """
    A day of the calendar.

    Raises:
        PeriodError: it is none.
    """
    try:
        period = Period.parse(text)
    except PeriodError as error:
        unknown = error.what.startswith("unknown period")
        what = f"unknown day {shown(text)}" if unknown else error.what
        raise PeriodError(what, DAY_HINT if unknown or error.hint == FORMS else error.hint) from None
    if period.first != period.last:
        raise PeriodError(f"{shown(text)} is not one day", DAY_HINT)
    return period.first


def _fault(read: Callable[[str], object], text: str) -> tuple[str, str] | None:
    if len(text) > LONGEST_VALUE:
        return f"{shown(text)} has {len(text)} characters", f"at most {LONGEST_VALUE} are read here"
    try:
        read(text)
    except WrittenError as error:
        return error.what, error.hint
    return None
