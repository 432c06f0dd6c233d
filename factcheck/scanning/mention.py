"""
A mention: one figure, period or date of a draft, and what the words around it say of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from factcheck.hedges import Hedge
from factcheck.intervals import Interval
from factcheck.periods import Period
from factcheck.reading.figure import Figure


class MentionKind(StrEnum):
    """What a mention is."""

    MONEY = "money"
    QUANTITY = "quantity"  # tonnes, barrels, vehicles
    PERCENT = "percent"
    POINTS = "points"
    RATIO = "ratio"  # doubled, 6.4-fold (unit x); a third, one in five (unit %)
    COUNT = "count"  # fourth straight month, for three years
    RANK = "rank"  # the second largest, top five
    NUMBER = "number"  # a number whose words say no more
    PERIOD = "period"
    DATE = "date"  # a day, by its date or its weekday


#: What a reader may want checked: all but periods, which say when a figure is of, and numbers that say nothing.
CHECKABLE = frozenset(MentionKind) - {MentionKind.PERIOD, MentionKind.NUMBER}


class Belongs(NamedTuple):
    """
    What a figure is about, as far as its sentence says so; blank where it does not.

    Attributes:
        places: codes of the places that the sentence names, in its order.
        flow: ``total``, ``exports``, ``imports`` or ``balance``, of the first place of ``owner``.
        owner: the code of the place whose flow it is ("Russia's exports", "Chinese imports").
        counterpart: the code of the other side ("exports to Russia", "trade with the EU").
        goods: the words of what is traded, as written ("cars", "crude oil").
    """

    places: tuple[str, ...] = ()
    flow: str = ""
    owner: str = ""
    counterpart: str = ""
    goods: str = ""


NOWHERE = Belongs()


@dataclass(frozen=True, slots=True)
class Mention:
    """
    One figure, period or date of a text.

    Attributes:
        span: its first code point and the one after its last.
        surface: the words, exactly ``text[span[0]:span[1]]``, without the hedge.
        kind: what it is.
        value: in whole units, per cent, points or times, signed by its direction; the lower one of a range; None for
            periods and dates.
        unit: ISO 4217, ``%``, ``pp``, ``x``, ``t``, ``bbl`` ..., ``1`` for counts and ranks; blank where it is open.
        interval: the values that the words allow, signed as ``value``.
        hedge: the hedge that belongs to it.
        direction: ``up`` or ``down`` where it is an amount or rate of change and the words say which.
        period: of a period or date the one it names; of a figure the one it is of, where the sentence says so.
        weekday: 0 (Monday) to 6, of a date that names one.
        belongs: what the figure is about.
        unit_from: where the unit stands if it was taken from elsewhere in the text ("the surplus, 7.06 trillion").
        sentence: the span of its sentence.
        figure: the figure as read; None for periods and dates.
    """

    span: tuple[int, int]
    surface: str
    kind: MentionKind
    value: Decimal | None = None
    unit: str = ""
    interval: Interval | None = None
    hedge: Hedge | None = None
    direction: str | None = None
    period: Period | None = None
    weekday: int | None = None
    belongs: Belongs = NOWHERE
    unit_from: tuple[int, int] | None = None
    sentence: tuple[int, int] = (0, 0)
    figure: Figure | None = None
