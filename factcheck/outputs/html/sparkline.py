"""
The sparkline of a card: the series as a line, the claim on it as a cross, the figures of the claim's period as dots.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from factcheck.evaluate.history import History, main_quantity, periods_of
from factcheck.evaluate.words import flow_words
from factcheck.findings import Finding
from factcheck.intervals import Interval
from factcheck.outputs.html.one_unit import Scale
from factcheck.outputs.html.pictures import Axis, pixel
from factcheck.periods import Period, in_words
from factcheck.places import by_code
from factcheck.statements import Difference, Every, Quantity, Ratio, Statement, Within, levels
from factcheck.units import FACTOR, PERCENT, POINTS

WIDTH, HEIGHT = 240, 64
EDGE = 7  # pixels that are left free all around
FEWEST = 2  # figures of a line
USES = {"change": "change of ", "share": "share of ", "multiple": "multiple of "}


class Point(NamedTuple):
    """A point in pixels."""

    x: str
    y: str


class Sparkline(NamedTuple):
    """
    The picture of a series.

    Attributes:
        lines: the line in pieces, "x,y x,y"; it is broken where a period is missing.
        dots: every figure.
        own: the figures of the claim's own periods.
        crosses: the claim.
        zero: the height of nothing; blank where it is not in the picture.
        title: what it shows.
        first: the first period.
        last: the last one.
        label: the picture in words.
        table: every period with its figure.
    """

    lines: tuple[str, ...]
    dots: tuple[Point, ...]
    own: tuple[Point, ...]
    crosses: tuple[Point, ...]
    zero: str
    title: str
    first: str
    last: str
    label: str
    table: tuple[tuple[str, str], ...]


def sparkline_of(finding: Finding) -> Sparkline | None:
    """The sparkline of a finding; None where fewer than two figures of the series are known."""
    history, statement = finding.history, finding.statement
    quantity = None if statement is None else main_quantity(statement)
    if len(history) < FEWEST or statement is None or quantity is None:
        return None
    claimed = _claimed(finding, statement, quantity)
    values = [value for _, value in history] + [value for _, value in claimed]
    across = Axis([_day(period) for period, _ in (*history, *claimed)], EDGE, WIDTH - EDGE)
    up = Axis(values, HEIGHT - EDGE, EDGE)

    def points(figures: Sequence[tuple[Period, Fraction]]) -> tuple[Point, ...]:
        return tuple(Point(pixel(across.at(_day(period))), pixel(up.at(value))) for period, value in figures)

    own = periods_of(statement)
    scale = Scale.of(values, unit_of_quantity(quantity))
    title, first, last = _title(quantity), _short(history[0][0]), _short(history[-1][0])
    return Sparkline(
        lines=tuple(" ".join(f"{x},{y}" for x, y in points(run)) for run in _runs(history) if len(run) >= FEWEST),
        dots=points(history),
        own=points([each for each in history if each[0] in own]),
        crosses=points(claimed),
        zero=pixel(up.at(Fraction(0))) if up.low < 0 < up.high else "",
        title=title,
        first=first,
        last=last,
        label=_label(f"{title}, {first} to {last}", history, claimed, scale),
        table=tuple((in_words(period), scale.short(value)) for period, value in history),
    )


def _short(period: Period) -> str:
    """A period in few characters: 2024, H1 2025, June 2025."""
    if period.freq in ("H", "Q"):
        year, _, part = str(period).partition("-")
        return f"{part} {year}"
    return in_words(period)


def _day(period: Period) -> Fraction:
    return Fraction(period.last.toordinal())


def _claimed(finding: Finding, statement: Statement, quantity: Quantity) -> tuple[tuple[Period, Fraction], ...]:
    """
    The crosses: at the middle of what the words allow, or at its only end.

    A claim that says no size (a record, a rank, a run of months) is marked at the figures of its own periods.
    """
    own, interval = periods_of(statement), finding.claimed.interval
    value = None if interval is None else _middle(interval)
    rates = {PERCENT, POINTS}
    units = {finding.claimed.unit, unit_of_quantity(quantity)}
    if isinstance(statement, Within | Every) and value is not None:
        return tuple((period, value) for period in own) if len(units) == 1 or units <= rates else ()
    return tuple(each for each in finding.history if each[0] in own)


def _middle(interval: Interval) -> Fraction | None:
    if interval.low is None or interval.high is None:
        return interval.high if interval.low is None else interval.low
    return (interval.low + interval.high) / 2


def unit_of_quantity(quantity: Quantity) -> str:
    """The unit of a quantity's figures."""
    match quantity:
        case Ratio(use="multiple"):
            return FACTOR
        case Ratio():
            return PERCENT
        case Difference(of=Ratio()):
            return POINTS
        case _:
            return next(levels(quantity)).cell.series.unit


def _runs(history: History) -> Iterator[list[tuple[Period, Fraction]]]:
    """The history in runs without a missing period."""
    run = [history[0]]
    for each in history[1:]:
        if each[0] != run[-1][0].step(1):
            yield run
            run = []
        run.append(each)
    yield run


def _title(quantity: Quantity) -> str:
    """What is shown: "China’s exports to Russia", "change of China’s trade with Russia"."""
    series = next(levels(quantity)).cell.series
    flow = flow_words((by_code(series.reporter).name, by_code(series.partner).name), series.flow)
    return f"{_use(quantity)}{flow}{f' of {series.commodity}' if series.commodity else ''}"


def _use(quantity: Quantity) -> str:
    match quantity:
        case Ratio(use=use):
            return USES[use]
        case Difference():
            return "difference of "
        case _:
            return ""


def _label(shown: str, history: History, claimed: Sequence[tuple[Period, Fraction]], scale: Scale) -> str:
    values = [value for _, value in history]
    told = f"{shown}: between {scale.short(min(values))} and {scale.short(max(values))}"
    crosses = " and ".join(dict.fromkeys(f"{scale.short(value)} in {in_words(period)}" for period, value in claimed))
    return f"{told}; a cross marks the claim, {crosses}." if crosses else f"{told}."
