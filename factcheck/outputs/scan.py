"""
What a scan found: text for people at 80 columns, and JSON, version 1, with ``scan.schema.json`` as its schema.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from factcheck.amounts import amount, span
from factcheck.draft_text import Draft
from factcheck.outputs.amounts import plain
from factcheck.outputs.json import Json, dumped
from factcheck.outputs.page import Page, safe
from factcheck.periods import in_words
from factcheck.places import by_code
from factcheck.scanning import Mention, MentionKind

VERSION = 1
_TIMES = frozenset({MentionKind.PERIOD, MentionKind.DATE})
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LONGEST_SURFACE = 40


def render_scan(draft: Draft, mentions: Sequence[Mention], page: Page) -> str:
    """The mentions of a draft, one after the other, with their counts on the last line."""
    lines: list[str] = []
    for each in mentions:
        line, column = draft.place(each.span[0])
        head = f"{line}:{column} “{page.short(each.surface, _LONGEST_SURFACE)}”"
        lines += page.paragraph(f"{head} {'; '.join(_told(draft, each))}", hanging=4)
    return safe([*lines, "", page.clean(counts(mentions))])


def _told(draft: Draft, mention: Mention) -> Iterator[str]:
    """What the words say, piece by piece."""
    if mention.kind in _TIMES:
        yield f"{mention.kind} {_time(mention)}"
        return
    yield f"{mention.kind} {_value(mention)}"
    if mention.interval is not None:
        yield span(mention.interval, mention.unit) if mention.unit else "its currency is open"
    if mention.hedge is not None:
        yield str(mention.hedge)
    if mention.direction is not None:
        yield mention.direction
    if mention.unit_from is not None:
        yield f"unit from “{draft.text[slice(*mention.unit_from)]}”"
    if mention.period is not None:
        yield f"of {in_words(mention.period)}"
    yield from _about(mention)


def _time(mention: Mention) -> str:
    weekday = "" if mention.weekday is None else f"{_WEEKDAYS[mention.weekday]}, "
    return weekday + ("open: no day to count from, or no fixed days" if mention.period is None else str(mention.period))


def _value(mention: Mention) -> str:
    if mention.value is None:
        return ""
    unit = mention.unit or "of an open currency"
    return amount(Fraction(mention.value), unit)


def _about(mention: Mention) -> Iterator[str]:
    """Whose flow it is, with whom, in what; only the places where no flow is named."""
    about = mention.belongs
    if about.flow:
        owner = f"{_name(about.owner)}: " if about.owner else ""
        goods = f" of {about.goods}" if about.goods else ""
        other = f" with {_name(about.counterpart)}" if about.counterpart else ""
        yield f"{owner}{_FLOWS[about.flow]}{goods}{other}"
    elif about.places:
        yield ", ".join(_name(code) for code in about.places)


_FLOWS = {"total": "trade", "exports": "exports", "imports": "imports", "balance": "trade balance"}


def _name(code: str) -> str:
    return by_code(code).name


def counts(mentions: Sequence[Mention]) -> str:
    """How many figures, dates and periods there are: "5 figures, 3 dates and 11 periods"."""
    dates = sum(each.kind is MentionKind.DATE for each in mentions)
    periods = sum(each.kind is MentionKind.PERIOD for each in mentions)
    figures = len(mentions) - dates - periods
    return f"{_plural(figures, 'figure')}, {_plural(dates, 'date')} and {_plural(periods, 'period')}"


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def scan_json(draft: Draft, mentions: Sequence[Mention], published: date | None) -> str:
    """The mentions as JSON: positions in code points of the draft's text, lines and columns in its file."""
    head = {"version": VERSION, "published": None if published is None else published.isoformat()}
    lines = ",".join("\n  " + dumped(_mention(draft, each)) for each in mentions)
    tail: Json = {"notes": list(draft.notes), "counts": counts(mentions)}
    return f'{{{dumped({**head})[1:-1]},\n "mentions": [{lines}{chr(10) if lines else ""}],\n {dumped(tail)[1:]}\n'


def _mention(draft: Draft, mention: Mention) -> dict[str, Json]:
    line, column = draft.place(mention.span[0])
    about, period, interval = mention.belongs, mention.period, mention.interval
    bounds: Json = None
    if interval is not None:
        bounds = {
            "low": None if interval.low is None else plain(interval.low),
            "high": None if interval.high is None else plain(interval.high),
            "low_closed": interval.low_closed,
            "high_closed": interval.high_closed,
        }
    return {
        "start": mention.span[0],
        "end": mention.span[1],
        "line": line,
        "column": column,
        "surface": mention.surface,
        "kind": str(mention.kind),
        "value": None if mention.value is None else f"{mention.value:f}",
        "unit": mention.unit,
        "interval": bounds,
        "hedge": None if mention.hedge is None else str(mention.hedge),
        "direction": mention.direction,
        "period": None if period is None else str(period),
        "first": None if period is None else period.first.isoformat(),
        "last": None if period is None else period.last.isoformat(),
        "weekday": None if mention.weekday is None else _WEEKDAYS[mention.weekday],
        "places": list(about.places),
        "flow": about.flow,
        "owner": about.owner,
        "counterpart": about.counterpart,
        "goods": about.goods,
        "unit_from": None if mention.unit_from is None else list(mention.unit_from),
    }
