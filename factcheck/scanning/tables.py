"""
Tables: the unit and the period that the head of a column or of a row gives the numbers in its cells.

"USD bn", "$bn", "billion yuan", "million tonnes" or "%" in the first row hold for their column, in the first cell of a
row for the row, in the first cell of all for the table. Where a column and a row name different ones, per cent wins
over an amount ("Share, %" over "Exports (USD bn)"), and of two amounts neither does. The same holds for periods.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from factcheck.periods import Period
from factcheck.reading.figure import Figure, FigureKind
from factcheck.reading.figures import read_figures
from factcheck.scanning.sentences import Sentences
from factcheck.scanning.times import Time

Span = tuple[int, int]
_LONGEST_HEAD = 60  # characters of a head that may name a unit
_UNITS = frozenset({FigureKind.MONEY, FigureKind.QUANTITY, FigureKind.PERCENT, FigureKind.POINTS})


_RATES = frozenset({FigureKind.PERCENT, FigureKind.POINTS})


def _is_of_a_time(head: str) -> bool:
    """Whether the head of a column is a year, a month or a quarter, under which the table's unit holds."""
    return bool(_time_head().fullmatch(head.strip()))


@lru_cache(maxsize=1)
def _time_head() -> re.Pattern[str]:
    month = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
    return re.compile(
        rf"(?:(?:{month}|[qh][1-4]|full[ -]year|fy)?[ -]?)(?:[12][0-9]{{3}}(?:[/-][0-9]{{2,4}})?)?", re.IGNORECASE
    )


class HeadUnit(NamedTuple):
    """A unit as a head names it: a figure of one in that unit, and where the words stand."""

    one: Figure
    span: Span


def _scale(head: HeadUnit) -> tuple[FigureKind, str, int]:
    return head.one.kind, head.one.unit, head.one.unit_multiplier


class _Table(NamedTuple):
    """The rows of one table: of each the spans of its cells, and where they begin."""

    rows: tuple[tuple[Span, ...], ...]
    starts: tuple[tuple[int, ...], ...]


class Tables(NamedTuple):
    """The tables of a text, and where each of their rows begins."""

    text: str
    row_starts: tuple[int, ...]
    places: tuple[tuple[_Table, int], ...]

    def _heads(self, start: int) -> tuple[Span | None, Span | None, Span | None, Span] | None:
        """The head of the column, that of the row, that of the table, and the cell at an offset; None outside."""
        at = bisect_right(self.row_starts, start) - 1
        if at < 0:
            return None
        table, number = self.places[at]
        cells = table.rows[number]
        if start >= cells[-1][1]:
            return None
        column = bisect_right(table.starts[number], start) - 1
        first = table.rows[0]
        in_body = number > 0 and column > 0
        over = first[column] if number > 0 and column < len(first) else None
        return over, cells[0] if column > 0 else None, first[0] if in_body else None, cells[column]

    def unit_of(self, figure: Figure) -> HeadUnit | None:
        """The unit that the heads give a number that stands alone in its cell."""
        heads = self._heads(figure.start)
        if heads is None or self.text[heads[3][0] : heads[3][1]].strip() != figure.text:
            return None
        column, row, table = (None if head is None else self._unit(head) for head in heads[:3])
        if table is not None and not (heads[0] and _is_of_a_time(self.text[slice(*heads[0])])):
            table = None  # the first column's own unit, as of "Exports ($bn) | Jobs"
        if column is None or row is None:
            return column or row or table
        if (column.one.kind in _RATES) is not (row.one.kind in _RATES):
            return column if column.one.kind in _RATES else row
        return column if _scale(column) == _scale(row) else None

    def is_unit(self, figure: Figure) -> bool:
        """Whether a figure is part of the unit of a head: the hundred of "100 million yuan"."""
        heads = self._heads(figure.start)
        unit = None if heads is None or (heads[0] and heads[1]) else self._unit(heads[3])
        return unit is not None and unit.span[0] <= figure.start and figure.end <= unit.span[1]

    def _unit(self, head: Span) -> HeadUnit | None:
        start, end = head
        if end - start > _LONGEST_HEAD:
            return None
        found = _unit_named(self.text[start:end])
        return None if found is None else HeadUnit(found[0], (start + found[1], start + found[2]))

    def period_of(self, start: int, times: Sequence[Time], starts: Sequence[int]) -> Period | None:
        """The period that the heads give a cell; None where they give none or two."""
        heads = self._heads(start)
        if heads is None:
            return None
        named = [_only_period(head, times, starts) for head in heads[:2] if head is not None]
        known = {period for period in named if period is not None}
        return known.pop() if len(known) == 1 else None


def tables_of(text: str, sentences: Sentences) -> Tables:
    """Find the tables of a text: rows that follow one another without an empty line."""
    places: list[tuple[_Table, int]] = []
    for rows in _row_groups(sentences):
        cells = tuple(tuple(_cells(text, start, end)) for start, end in rows)
        table = _Table(cells, tuple(tuple(start for start, _ in row) for row in cells))
        places += [(table, number) for number in range(len(rows))]
    return Tables(text, tuple(table.rows[number][0][0] for table, number in places), tuple(places))


def _row_groups(sentences: Sentences) -> Iterator[list[Span]]:
    group: list[Span] = []
    paragraph = -1
    for each in sentences.all:
        if each.row and each.paragraph == paragraph and group and each.start - group[-1][1] <= 2:
            group.append((each.start, each.end))
            continue
        if group:
            yield group
        group, paragraph = ([(each.start, each.end)], each.paragraph) if each.row else ([], -1)
    if group:
        yield group


def _cells(text: str, start: int, end: int) -> Iterator[Span]:
    at = start
    for cell in text[start:end].split("\t"):
        yield at, at + len(cell)
        at += len(cell) + 1


def _only_period(head: Span, times: Sequence[Time], starts: Sequence[int]) -> Period | None:
    here = times[bisect_left(starts, head[0]) : bisect_left(starts, head[1])]
    return here[0].period if len(here) == 1 else None


@lru_cache(maxsize=512)
def _unit_named(head: str) -> tuple[Figure, int, int] | None:
    """
    The unit in a head, read as that of one of them, and where it stands; None where there is none or two.

    An amount without a scale is none: "USD" may mean billions of them that only the caption tells. Nor is one whose
    scale may go on before it.
    """
    found = []
    for match in _unit_words().finditer(head):
        one = _one_of(match)
        if one is None or _goes_on_before().search(head, 0, match.start()):
            return None
        found.append((one, *match.span()))
    return found[0] if len(found) == 1 else None


def _one_of(match: re.Match[str]) -> Figure | None:
    """The figure of one in the unit: 1 million tonnes, 100 million yuan, $1 bn."""
    parts = {name: part or "" for name, part in match.groupdict().items()}
    scale, money, number = parts["scale"] or parts["after"], parts["money"] or parts["before"], parts["number"] or "1"
    scale = "thousand" if scale.endswith("000") else scale.lower().removesuffix("s")
    probes = [f"{number} {scale} {money}", f"{money}{number} {scale}", f"{money} {number} {scale}"]
    for probe in [f"1 {match[0]}"] if parts["rate"] else probes:
        figures = read_figures(probe.strip())
        if len(figures) == 1 and figures[0].text == probe.strip() and figures[0].kind in _UNITS:
            return figures[0]._replace(text="", start=0, end=0)
    return None


@lru_cache(maxsize=1)
def _unit_words() -> re.Pattern[str]:
    """A rate, or a scale with a currency or unit in either order, at the end of a head or of a part of it."""
    scale = r"(?P<{0}>bn|billions?|mn|mln|millions?|m|tn|trillions?|thousands?|['\u2018\u2019]?000|crores?|lakh)"
    money = (
        r"(?P<{0}>(?:US|A|AU|C|CA|HK|NT|S|NZ|R)?\$|[€£¥₹₽₩]|(?:USD|EUR|GBP|CNY|RMB|JPY|INR|RUB|AUD|CAD|KRW|CHF"
        r"|(?:U\.?S\.? )?dollars?|euros?|pounds?|yuan|renminbi|yen|rupees?|roubles?|rubles?|tonnes?|tons|metric tons"
        r"|barrels(?: per day)?|bpd|units|vehicles|cars)(?![^\W_]))"
    )
    return re.compile(
        r"(?<![^\W_.,])(?:(?P<rate>%|(?:per ?cent|pct|percentage points|pp)(?![^\W_]))"
        rf"|(?:(?P<number>10{{1,2}}) )?{scale.format('scale')}[ -](?:of )?{money.format('money')}"
        rf"|{money.format('before')}[ -]?{scale.format('after')}(?![^\W_]))"
        r"(?=[ ]{0,2}(?:$|[),;:\]]))",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _goes_on_before() -> re.Pattern[str]:
    """A number or scale right before a unit, which may belong to it."""
    return re.compile(
        r"(?:[0-9'\u2019x*]|(?<![^\W_])(?:ten|tens|hundreds?|thousands?|millions?|billions?)(?: of)?)[ -]{0,2}$"
    )
