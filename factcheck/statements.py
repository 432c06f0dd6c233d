"""
What claims are compiled to: a small set of forms over reference cells, the same for every kind of claim.

A quantity is an expression over cells; most statements say that a quantity lies in an interval. Check, consistency
and diagnosis read statements and know nothing of kinds.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal, NamedTuple

from factcheck.hedges import Hedge
from factcheck.intervals import Interval
from factcheck.observations import Cell, Series
from factcheck.periods import Period
from factcheck.reading.figure import Figure

Use = Literal["change", "share", "multiple"]
Sense = Literal["accelerating", "slowing"]
Step = Literal["months", "quarters", "years"]


class Level(NamedTuple):
    """The figure of one cell."""

    cell: Cell


class Total(NamedTuple):
    """The sum of levels, divided by a whole number for an average."""

    parts: tuple[Level, ...]
    divisor: int = 1


class Ratio(NamedTuple):
    """
    One level over another.

    ``change`` is (of / base − 1) in per cent, ``share`` is of / base in per cent, ``multiple`` is of / base.
    """

    of: Level | Total
    base: Level | Total
    use: Use


class Difference(NamedTuple):
    """``of`` − ``less``: an amount for levels, percentage points for ratios."""

    of: Level | Total | Ratio
    less: Level | Total | Ratio


Quantity = Level | Total | Ratio | Difference


class Expected(NamedTuple):
    """
    What the words allow a quantity to be, in whole units, per cent or points.

    Attributes:
        sizes: the sizes that are accepted, the sign taken off; a tolerance is already added.
        sign: the sign that the words give; 0 where they leave it open and sizes are compared.
        unit: unit of the quantity: ISO 4217, ``%``, ``pp``, ``x``, ``t``, ``1`` ...
        text: the words that say so, as written.
        figure: the figure behind it; None for a word such as "plummeted".
        number: the written number as a size; None for a word.
        upper: the upper number of a range as a size; equal to ``number`` otherwise.
        last_digit: one unit of the last written digit.
        hedge: the hedge that decided the sizes.
        tolerance: what was added at both ends, as written in the claims file; blank if nothing.
        overrides: what the claims file says instead of the words: a hedge, a figure that the quote does not have.
        factor: the words are a factor ("doubled") that was turned into a change; misses are measured on the factor.
    """

    sizes: Interval
    sign: int
    unit: str
    text: str
    figure: Figure | None = None
    number: Fraction | None = None
    upper: Fraction | None = None
    last_digit: Fraction | None = None
    hedge: Hedge | None = None
    tolerance: str = ""
    factor: bool = False
    overrides: tuple[str, ...] = ()


class Within(NamedTuple):
    """
    A quantity lies among the expected sizes, with the expected sign.

    ``holds`` is the sign that the words give the balance whose change it is: "the surplus rose" says that there is one.
    """

    quantity: Quantity
    expected: Expected
    holds: int = 0


class Ordered(NamedTuple):
    """
    A rate beside the rate before it.

    ``accelerating`` is the same sign and a larger size, ``slowing`` the same sign and a smaller one, or growth that
    reached 0; ``sign`` is the sign that the words give, 0 if they give none.
    """

    now: Ratio
    before: Ratio
    sense: Sense
    sign: int
    text: str


class Every(NamedTuple):
    """Several statements that must all hold: a word said of several periods."""

    of: tuple[Within | Ordered, ...]


class Extreme(NamedTuple):
    """
    A cell is the highest or lowest of its series, back to ``since`` or as far as the series reaches.

    ``sign`` −1 compares deficits by their size: a record deficit is the lowest balance.
    """

    of: Cell
    sense: Literal["high", "low"]
    since: Period | None = None
    still: bool = False
    sign: int = 1


class Position(NamedTuple):
    """The place of a partner among others by size; the largest has place 1. ``sign`` −1 ranks deficits."""

    of: Cell
    among: tuple[str, ...] | Literal["countries", "blocs"]
    places: Interval
    text: str
    figure: Figure | None = None
    sign: int = 1


class Run(NamedTuple):
    """The number of consecutive periods, ending with that of ``of``, whose change has the sign."""

    of: Cell
    sign: int
    length: Interval
    step: Step
    text: str
    figure: Figure | None = None
    from_previous: bool = False  # each compared with the one before it, not with a year earlier


class OnDay(NamedTuple):
    """An event, or the release of a source's figures for a period, lies in a span of days."""

    days: Period
    text: str
    event: str | None = None
    source: str | None = None
    release: Period | None = None
    weekday: int | None = None  # 0 is Monday


class Said(NamedTuple):
    """The text of an event has these words in their order."""

    event: str
    words: str
    by: str = ""


class Seen(NamedTuple):
    """A person saw it: who, where and when. It checks nothing."""

    source: str
    by: str
    on: str


Statement = Within | Ordered | Every | Extreme | Position | Run | OnDay | Said | Seen


def levels(quantity: Quantity) -> Iterator[Level]:
    """Every level that the quantity is made of."""
    match quantity:
        case Level():
            yield quantity
        case Total(parts=parts):
            yield from parts
        case Ratio(of=of, base=base):
            yield from levels(of)
            yield from levels(base)
        case Difference(of=of, less=less):
            yield from levels(of)
            yield from levels(less)


def quantities(statement: Statement) -> Iterator[Quantity]:
    """Every quantity that the statement speaks of."""
    match statement:
        case Within(quantity=quantity):
            yield quantity
        case Ordered(now=now, before=before):
            yield now
            yield before
        case Every(of=statements):
            for each in statements:
                yield from quantities(each)
        case _:
            return


def main_series(statement: Statement) -> Series | None:
    """The series that the statement is mainly about."""
    match statement:
        case Extreme(of=cell) | Position(of=cell) | Run(of=cell):
            return cell.series
        case _:
            for quantity in quantities(statement):
                for level in levels(quantity):
                    return level.cell.series
            return None
