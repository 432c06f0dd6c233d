"""
The figures of a text, each with its kind, its unit from the document and the span of its words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice
from typing import NamedTuple

from factcheck.reading.figure import Figure, FigureKind
from factcheck.reading.figures import read_figures
from factcheck.reading.numerals import EXACT
from factcheck.scanning.carried import carried_units
from factcheck.scanning.counts import Counted, counted
from factcheck.scanning.mention import MentionKind
from factcheck.scanning.money import document_money
from factcheck.scanning.sentences import Sentences
from factcheck.scanning.tables import HeadUnit, Tables
from factcheck.scanning.times import Time

Span = tuple[int, int]
#: Figures that are read in each 2**20 characters of a text, more than prose has: a scan takes bounded time.
MOST_FIGURES = 20_000
_KINDS = {
    FigureKind.MONEY: MentionKind.MONEY,
    FigureKind.QUANTITY: MentionKind.QUANTITY,
    FigureKind.PERCENT: MentionKind.PERCENT,
    FigureKind.POINTS: MentionKind.POINTS,
    FigureKind.FRACTION: MentionKind.RATIO,
    FigureKind.FACTOR: MentionKind.RATIO,
    FigureKind.NUMBER: MentionKind.NUMBER,
}
_MEASURED = frozenset(_KINDS) - {FigureKind.NUMBER}


class Found(NamedTuple):
    """
    A figure on its way to a mention.

    Attributes:
        figure: as read, with the unit that the document gives it.
        span: its words: of a count those that say what is counted, too.
        kind: what it is.
        counted: what it counts or ranks, None for all others.
        unit_from: where its unit stands, if elsewhere.
    """

    figure: Figure
    span: Span
    kind: MentionKind
    counted: Counted | None = None
    unit_from: Span | None = None


def most_figures(text: str) -> int:
    """How many figures of a text are read at most; a longer text has more of them."""
    return MOST_FIGURES * (1 + (max(len(text) - 1, 0) >> 20))


def found_figures(text: str, sentences: Sentences, times: Sequence[Time], tables: Tables) -> list[Found]:
    """Every figure of a text that no expression of time holds; ordinals that neither count nor rank are left out."""
    figures = list(_outside(islice(_read(text, sentences), most_figures(text)), times))
    counts = [counted(text, figure) for figure in figures]
    plain = [figure for figure, count in zip(figures, counts, strict=True) if count is None]
    carried = dict(zip((each.start for each in plain), carried_units(text, sentences, plain), strict=True))
    money = document_money(text, sentences, figures)
    found = []
    for figure, count in zip(figures, counts, strict=True):
        span, unit_from = (figure.start, figure.end), None
        if count is not None:
            found.append(Found(figure, count.span, count.kind, count))
            continue
        if figure.kind is FigureKind.ORDINAL or tables.is_unit(figure):
            continue
        if (taken := carried.get(figure.start)) is not None:
            figure, unit_from = taken
        elif figure.kind is FigureKind.NUMBER and (head := tables.unit_of(figure)) is not None:
            figure, unit_from = _in_unit(figure, head), head.span
        if len(figure.currencies) > 1 and money is not None:
            evidence = money.currency_of(figure)
            if evidence is not None:
                figure, unit_from = figure._replace(unit=evidence.code), unit_from or evidence.span
        found.append(Found(figure, span, _KINDS[figure.kind], None, unit_from))
    return found


def _read(text: str, sentences: Sentences) -> Iterator[Figure]:
    """The figures of the prose as one text, those of a table cell by cell."""
    if "\t" not in text:
        yield from read_figures(text, most_figures(text))
        return
    start = 0
    for sentence in sentences.all:
        if not sentence.row:
            continue
        yield from _shifted(text, start, sentence.start)
        at = sentence.start
        for cell in text[sentence.start : sentence.end].split("\t"):
            yield from _shifted(text, at, at + len(cell))
            at += len(cell) + 1
        start = sentence.end
    yield from _shifted(text, start, len(text))


def _shifted(text: str, start: int, end: int) -> Iterator[Figure]:
    for figure in read_figures(text[start:end]) if start < end else ():
        yield figure._replace(start=figure.start + start, end=figure.end + start)


def _outside(figures: Iterator[Figure], times: Sequence[Time]) -> Iterator[Figure]:
    """The figures that overlap no expression of time; one with a unit of its own stays if it is the longer one."""
    starts = [time.start for time in times]
    for figure in figures:
        place = bisect_right(starts, figure.end - 1) - 1
        time = times[place] if place >= 0 else None
        if (
            time is None
            or time.end <= figure.start
            or (figure.kind in _MEASURED and figure.end - figure.start > time.end - time.start)
        ):
            yield figure


def _in_unit(figure: Figure, head: HeadUnit) -> Figure:
    """A number in the unit and scale that its head names; one that has a scale of its own keeps that."""
    one = head.one
    scaled = figure.unit_multiplier > 0
    times = Decimal(1) if scaled else one.number  # "100 million yuan" multiplies by a hundred
    return figure._replace(
        kind=one.kind, unit=one.unit, currencies=one.currencies, noun=one.noun,
        unit_multiplier=figure.unit_multiplier if scaled else one.unit_multiplier,
        number=EXACT.multiply(figure.number, times), last_digit=EXACT.multiply(figure.last_digit, times),
    )  # fmt: skip
