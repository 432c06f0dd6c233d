"""
From a page of the Chinese customs to figures, each held against the others of the page.

A page is of one month and one currency. Growth on it is that of the year to date; the month's is not printed. From
2020 to 2025 January and February came out together, and that sum is never split; since 2026 February stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from factcheck.observations import Observation
from factcheck.periods import Period
from factcheck.resolvers.live.failure import bad_payload
from factcheck.resolvers.live.gacc.grid import GROWTH, MONTH, TO_DATE, Column, Grid, read_grid
from factcheck.resolvers.live.gacc.heading import Title, read_day, read_title, read_unit
from factcheck.resolvers.live.gacc.html import only, read_page, words
from factcheck.resolvers.live.gacc.index import Page
from factcheck.resolvers.live.gacc.names import WORLD, code_of
from factcheck.resolvers.live.reply import Reply
from factcheck.resolvers.live.rows import citation, level, one_each, vintage
from factcheck.resolvers.live.service import Service

REPORTER = "CHN"
DATASET = "preliminary-by-country"
FLOWS = ("total", "exports", "imports")
_NUMBER = re.compile(r"([-−]?)((?:[0-9]{1,3}(?:,[0-9]{3}){1,5}|[0-9]{1,15})(?:\.[0-9]{1,4})?)")
_NONE = frozenset({"", "-", "−", "–", "—"})
ROUNDING = 2  # units of the last digit by which a total may miss its two rounded parts
#: What China trades with the world in a month lies between these, in whole units: a table in another unit does not.
SCALE = MappingProxyType({"USD": (Decimal("1e11"), Decimal("2e12")), "CNY": (Decimal("8e11"), Decimal("1.4e13"))})

Figures = Mapping[Column, Decimal]  # of one row; a column without a figure is left out


class _Sheet(NamedTuple):
    """What all figures of a page share: the period to date, its month unless it stands for more, unit and power."""

    to_date: Period
    month: Period | None
    currency: str
    multiplier: int


def read_table(reply: Reply, asked: Page, service: Service) -> list[Observation]:
    """
    All figures of a page whose rows we have codes for.

    Raises:
        LiveFailure: it is of another month or currency, contradicts itself, or is not as known.
    """
    page = read_page(reply, "atcl-ttl")
    title = _title(words(only(page, "div", "atcl-ttl")), asked)
    grid = read_grid(page, asked.month)
    multiplier = _unit(grid, asked)
    rows = [(label, _figures(label, grid.columns, texts)) for label, texts in grid.rows]
    world = [figures for label, figures in rows if code_of(label) == WORLD]
    if len(world) != 1:
        raise bad_payload(f"the table has {len(world)} rows of the total")
    sheet = _sheet(asked, title, world[0], multiplier)
    for label, figures in rows:
        _check_row(label, figures, sheet)
    day = read_day(words(only(page, "div", "atcl-date")), sheet.to_date, reply.retrieved.date())
    cited = citation(service, reply, DATASET)
    return one_each(
        level(
            service,
            cited,
            reporter=REPORTER,
            partner=partner,
            flow=flow,
            period=period,
            unit=asked.currency,
            value=value,
            published=vintage(reply, day, period),
            multiplier=0 if measure == "yoy" else multiplier,
            measure=measure,
        )
        for label, figures in rows
        if (partner := code_of(label)) is not None
        for flow, period, measure, value in _cells(figures, sheet)
    )


def _title(text: str, asked: Page) -> Title:
    """The title, which says no other month and no other currency than was asked for, where it says one."""
    title = read_title(text)
    if title is None:
        raise bad_payload(f"the page is another table: {text[:120]!r}")
    if (title.year or asked.year, title.month or asked.month) != (asked.year, asked.month):
        raise bad_payload(f"{asked} is titled {text[:120]!r}")
    if title.currency not in ("", asked.currency):
        raise bad_payload(f"{asked} is titled {text[:120]!r}, which is another currency")
    return title


def _unit(grid: Grid, asked: Page) -> int:
    """The power of ten in the line of the unit; titles that stand over the table too must agree with the page."""
    units = {read_unit(text) for text in grid.headings if text.lower().startswith("unit")}
    for text in grid.headings:
        if not text.lower().startswith("unit") and read_title(text) is not None:
            _title(text, asked)
    if len(units) != 1:
        raise bad_payload(f"the table has {len(units)} lines of its unit")
    ((currency, multiplier),) = units
    if currency != asked.currency:
        raise bad_payload(f"{asked} has figures in {currency} by its line of the unit")
    return multiplier


def _figures(label: str, columns: Sequence[Column], texts: Sequence[str]) -> Figures:
    """The numbers of a row; of two columns with one meaning both must say the same."""
    found: dict[Column, Decimal] = {}
    for column, text in zip(columns, texts, strict=True):
        value = _number(text, f"{column.flow} of {label[:40]!r}")
        if value is not None and found.setdefault(column, value) != value:
            raise bad_payload(f"{label[:40]!r} has two figures for {column.flow}: {found[column]} and {value}")
    return found


def _number(text: str, what: str) -> Decimal | None:
    """A number as printed, with all its digits; None where a dash or nothing stands for none."""
    if text in _NONE:
        return None
    found = _NUMBER.fullmatch(text)
    if found is None:
        raise bad_payload(f"{what} is {text[:40]!r}, not a number")
    return Decimal(("-" if found[1] else "") + found[2].replace(",", ""))


def _sheet(asked: Page, title: Title, world: Figures, multiplier: int) -> _Sheet:
    """The periods that the page is of, once the world's figures are of the size that they must have."""
    month, to_date = (world.get(Column("total", what)) for what in (MONTH, TO_DATE))
    if to_date is None:
        raise bad_payload("the total has no figure for the year to date")
    low, high = SCALE[asked.currency]
    if not low <= to_date.scaleb(multiplier) / asked.month <= high:
        raise bad_payload(f"the total of {asked} is {to_date}, which cannot be in {asked.currency} 10^{multiplier}")
    whole = Period.of_months(asked.year, 1, asked.month)
    together = title.joint or (asked.month == 2 and month == to_date)
    if month is not None and (month == to_date) != (together or asked.month == 1):
        raise bad_payload(f"the total of the month is {month}, that of the year to date {to_date}: one is misplaced")
    single = None if together or month is None else Period.of_months(asked.year, asked.month)
    return _Sheet(whole, single, asked.currency, multiplier)


def _check_row(label: str, figures: Figures, sheet: _Sheet) -> None:
    """
    Hold the figures of a row against each other.

    A total is the sum of its parts and grew by something between them; a month is no more than the year to date.

    Raises:
        LiveFailure: they cannot all be right, so that a column may be misread.
    """
    shown = repr(label[:40])
    for what in (MONTH, TO_DATE, GROWTH):
        values = [figures[Column(flow, what)] for flow in FLOWS if Column(flow, what) in figures]
        if len(values) < len(FLOWS):
            continue
        total, exports, imports = values
        allowed = _allowed(values)
        if what != GROWTH and abs(total - exports - imports) > allowed:
            raise bad_payload(f"{shown}: {exports} and {imports} do not add up to {total}")
        if what == GROWTH and not min(exports, imports) - allowed <= total <= max(exports, imports) + allowed:
            raise bad_payload(f"{shown}: growth of {total} is not between {exports} and {imports}")
    for flow in FLOWS:
        month, to_date = (figures.get(Column(flow, what)) for what in (MONTH, TO_DATE))
        if month is None or to_date is None:
            continue
        if month > to_date + _allowed([month, to_date]) or (sheet.month is None and month != to_date):
            raise bad_payload(f"{shown}: {flow} were {month} in the month and {to_date} in the year to date")


def _allowed(values: Sequence[Decimal]) -> Decimal:
    """What rounding may explain between numbers as printed."""
    exponents = [int(value.as_tuple().exponent) for value in values]
    return Decimal(ROUNDING).scaleb(max(exponents))


def _cells(figures: Figures, sheet: _Sheet) -> Iterator[tuple[str, Period, str, Decimal]]:
    """Flow, period, measure and value of each figure of a row that stands for a period of its own."""
    for column, value in figures.items():
        if column.what == GROWTH:
            yield column.flow, sheet.to_date, "yoy", value
        elif column.what == TO_DATE:
            yield column.flow, sheet.to_date, "level", value
        elif sheet.month is not None:
            yield column.flow, sheet.month, "level", value
