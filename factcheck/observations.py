"""
Reference figures and how they are asked for: series, observations, queries, answers, the Resolver protocol.

An observation is one printed figure of one source: what it measures, when it was published (its vintage), what it
may be used for (its standing) and where it was read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from importlib import import_module
from typing import Literal, NamedTuple, Protocol, runtime_checkable

from factcheck.intervals import Interval
from factcheck.periods import Period
from factcheck.units import power_of_ten

Flow = Literal["total", "exports", "imports", "balance"]
Measure = Literal["level", "yoy", "mom", "share"]
FLOWS: tuple[str, ...] = ("total", "exports", "imports", "balance")
SCOPES: tuple[str, ...] = ("goods", "goods-and-services", "services")
UNKNOWN_REVISION = Fraction(5, 1000)  # r where nothing is known of a dataset (MEANING 3)
ALL_GOODS = ""  # the commodity of a series that covers all goods


class Standing(StrEnum):
    """What a row may do; see MEANING 4."""

    DECIDES = "decides"
    SUPPORTS = "supports"
    NEVER = "never"


class Series(NamedTuple):
    """
    What is measured, of whom: the key that reference figures and claims share.

    Attributes:
        reporter: code of the office's own place (CHN).
        partner: code of the other side (RUS), WLD for the world.
        flow: total, exports, imports or balance, always of the reporter; balance = exports − imports.
        unit: ISO 4217 for money, else ``t``, ``1`` ...: the unit of the levels, and the basis of their growth.
        commodity: ``hs:8703`` or an id of the source's own list; blank for all goods.
        scope: goods, goods-and-services or services.
        source: id of the source; None takes any source of the reporter.
        valuation: CIF, FOB, ...; blank takes the source's own.
    """

    reporter: str
    partner: str
    flow: str
    unit: str
    commodity: str = ALL_GOODS
    scope: str = "goods"
    source: str | None = None
    valuation: str = ""


class Cell(NamedTuple):
    """A series at a period."""

    series: Series
    period: Period


class Citation(NamedTuple):
    """
    Where a figure was read, and under what name.

    Attributes:
        local: from the working folder's own sources, not from the embedded snapshot.
        retrieved: when a live source gave it, in UTC; None for what was not fetched.
        evidence: sha256 of the reply of a live source that it was read from, in hexadecimal.
        rank: the place of its source in an order of preference that the settings give; 0 comes first.
        locked: whether it was read from a lock and not from its source.
    """

    source: str  # id of the folder under sources/
    dataset: str
    agency: str  # the office as the page prints it
    url: str
    source_kind: str = ""  # primary, news_quoting_primary, secondary_compilation ...
    note: str = ""
    local: bool = False
    retrieved: datetime | None = None
    evidence: str = ""
    rank: int = 0
    locked: bool = False


class Observation(NamedTuple):
    """
    One printed figure.

    Attributes:
        value: the number as printed, signed; times 10**unit_multiplier it is the amount.
        decimals: printed digits after the point of ``value``; negative where trailing zeros are not digits.
        measure: level; yoy or mom (per cent on a year or a month earlier); share (per cent).
        unit: for levels their unit; for rates the unit in which growth was measured, blank where unknown.
        published: the vintage; None is unknown, some day after the period ended.
        revision: r of its dataset: how far earlier periods are usually revised (0.015 is 1.5 %).
    """

    reporter: str
    partner: str
    flow: str
    commodity: str
    scope: str
    valuation: str
    unit: str
    period: Period
    measure: str
    value: Decimal
    unit_multiplier: int
    decimals: int
    published: date | None
    standing: Standing
    citation: Citation
    revision: Fraction = UNKNOWN_REVISION

    @property
    def last_digit(self) -> Fraction:
        """One unit of the last printed digit, in whole units (or in per cent)."""
        return power_of_ten(self.unit_multiplier - self.decimals)

    @property
    def amount(self) -> Fraction:
        """The figure as printed, in whole units (or in per cent)."""
        return Fraction(self.value) * power_of_ten(self.unit_multiplier)

    @property
    def interval(self) -> Interval:
        """Every amount that rounds to the printed figure."""
        return Interval.around(self.amount, self.last_digit / 2)


class SeriesQuery(NamedTuple):
    """
    Ask for all figures between a reporter and a partner: every flow, unit, scope, measure, source and vintage.

    Attributes:
        partner: a code, or None for every partner (ranks).
        periods: the periods wanted, or None for the whole series (records).
    """

    reporter: str
    partner: str | None
    commodity: str = ALL_GOODS
    periods: frozenset[Period] | None = None


class EventQuery(NamedTuple):
    """Ask for an event by its id, or for the releases of a source about a period."""

    event: str | None = None
    source: str | None = None
    period: Period | None = None


class RateQuery(NamedTuple):
    """
    Ask for what a currency cost in others, or others in it.

    Attributes:
        currency: ISO 4217.
        period: exactly this period, or None for every single day that has a rate.
    """

    currency: str
    period: Period | None = None


Query = SeriesQuery | EventQuery | RateQuery


class Rate(NamedTuple):
    """
    One ``base`` costs ``value`` units of ``quote``.

    Attributes:
        kind: average (over the period), point (of a day), quoted (printed in news as the rate used), implied and
            implied_gacc (a conversion divided out: no market rate).
        published: the day it became known; None where it is not told, some day after the period ended.
    """

    base: str
    quote: str
    period: Period
    kind: str
    value: Decimal
    decimals: int
    published: date | None
    citation: Citation


class Event(NamedTuple):
    """A dated fact: a release, a meeting, a measure."""

    id: str
    kind: str  # release, meeting, event, measure
    days: Period  # a day, a month or a year, as precisely as it is known
    words: str  # what happened, in a line
    citation: Citation
    source: str = ""  # for a release: whose figures
    period: Period | None = None  # for a release: the period they are about
    text: str = ""  # the full text, where the source may be quoted against
    scheduled: bool = False  # from a calendar of releases to come, not observed


class Failure(StrEnum):
    """Why a query has no answer; the value is the word for people."""

    NO_DATA = "no data"
    BAD_REQUEST = "bad request"
    UNAUTHORISED = "unauthorised"
    RATE_LIMITED = "rate limited"
    TOO_BIG = "too big"
    UNAVAILABLE = "unavailable"
    BAD_PAYLOAD = "bad payload"


class Answer(NamedTuple):
    """
    What one resolver says to one query.

    Attributes:
        rates: exchange rates, for a ``RateQuery``.
        complete: whether ``observations`` are all that the source has for the query.
        failure: the typed reason where there is no answer, or where a part of it could not be had: the rows are then
            what there is. Empty is not zero.
        detail: the reason in words, without secrets.
    """

    query: Query
    resolver: str
    observations: tuple[Observation, ...] = ()
    events: tuple[Event, ...] = ()
    rates: tuple[Rate, ...] = ()
    complete: bool = True
    failure: Failure | None = None
    detail: str = ""

    def _repr_html_(self) -> str:
        """What a notebook shows: the series as a table and a line."""
        return str(import_module("factcheck.outputs.notebook").answer_html(self))  # by name: it stands above


@runtime_checkable
class Resolver(Protocol):
    """
    Answers each query with observations, or with the typed reason why it has none.

    One that has exchange rates says so with an attribute ``knows_rates = True``; others are never asked for any.
    One that asks a service over the network says ``live = True``: it is left alone unless live sources are wanted.
    One whose every request is dear says ``costly = True``: it is asked for what verdicts need, not for what may
    explain a miss.
    """

    name: str

    def resolve(self, queries: Sequence[Query]) -> Iterable[Answer]:
        """Answer every query, in any order; never raise over what a source says."""
        ...
