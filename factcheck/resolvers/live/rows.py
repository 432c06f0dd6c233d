"""
From the numbers of a reply to observations and rates with their citation, and from those to answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation

from factcheck.observations import (
    ALL_GOODS,
    Answer,
    Citation,
    Failure,
    Observation,
    Query,
    Rate,
    RateQuery,
    SeriesQuery,
)
from factcheck.periods import Period
from factcheck.resolvers.live.failure import bad_payload
from factcheck.resolvers.live.reply import Reply
from factcheck.resolvers.live.service import Service

_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,25}(?:\.[0-9]{0,15})?|\.[0-9]{1,15})(?:[eE][+-]?[0-9]{1,2})?")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9])")
LARGEST_EXPONENT = 24


def number(value: object, what: str) -> Decimal:
    """
    A number of a reply as a Decimal: an int, a Decimal, or text without separators; never a float.

    What machines print is cleaned of their notation: an exponent is written out, and zeros after the point go where
    nothing but zeros stands there, for 8280000000.0 was not measured to a tenth of a dollar.

    Raises:
        LiveFailure: anything else, NaN, blank and text such as "(D)" among it.
    """
    if isinstance(value, bool) or not isinstance(value, int | Decimal | str):
        raise bad_payload(f"{what} is {_told(value)}, not a number")
    text = value.strip() if isinstance(value, str) else str(value)
    if not _NUMBER.fullmatch(text):
        raise bad_payload(f"{what} is {_told(value)}, not a number")
    try:
        read = Decimal(text)
    except InvalidOperation:
        raise bad_payload(f"{what} is {_told(value)}, not a number") from None
    if abs(read.adjusted()) > LARGEST_EXPONENT:
        raise bad_payload(f"{what} is {_told(value)}: too large or too small to be one")
    if read == read.to_integral_value():
        return read.quantize(Decimal(1))
    return Decimal(format(read, "f"))


def _told(value: object) -> str:
    return repr(value)[:60] if value not in (None, "") else "missing"


def day_of(text: object, what: str) -> date:
    """
    The day at the head of a timestamp such as 2026-09-15T11:00:00+0200.

    Raises:
        LiveFailure: there is none.
    """
    found = _DAY.match(text) if isinstance(text, str) else None
    if found is None:
        raise bad_payload(f"{what} is {_told(text)}, not a day")
    try:
        return date(*map(int, found.groups()))
    except ValueError:
        raise bad_payload(f"{what} is {_told(text)}, not a day") from None


def citation(service: Service, reply: Reply, dataset: str, *, note: str = "", rank: int = 0) -> Citation:
    """Where a figure was read: the service's own office, the address without a key, when, and in which reply."""
    return Citation(
        source=service.source,
        dataset=dataset,
        agency=service.agency,
        url=reply.url,
        source_kind="live",
        note=note,
        retrieved=reply.retrieved,
        evidence=reply.sha256,
        rank=rank,
    )


def vintage(reply: Reply, stated: date | None, period: Period) -> date:
    """
    The day a figure counts from: the one that the service states, else the day on which it was retrieved.

    Services replace old figures by revised ones. One without a day could be any revision, so it is never taken for
    what was known earlier.

    Raises:
        LiveFailure: a day before the period was over.
    """
    retrieved = reply.retrieved.date()
    day = min(stated or retrieved, retrieved)  # what was read was known, whatever day its source says
    if day < period.last:
        raise bad_payload(f"a figure for {period} that was published on {day}, before the period was over")
    return day


def level(
    service: Service,
    cited: Citation,
    *,
    reporter: str,
    partner: str,
    flow: str,
    period: Period,
    unit: str,
    value: Decimal,
    published: date | None,
    multiplier: int = 0,
    commodity: str = ALL_GOODS,
    scope: str = "goods",
    valuation: str = "",
    measure: str = "level",
) -> Observation:
    """
    One figure of a service: ``value`` as printed, which times 10**multiplier is the amount in ``unit``.

    A rate (``measure`` yoy or mom) is in per cent and takes no multiplier.

    Raises:
        LiveFailure: a level below zero that is no balance.
    """
    if measure == "level" and flow != "balance" and value < 0:
        raise bad_payload(f"{flow} of {reporter} with {partner} in {period} are below zero: {value}")
    exponent = value.as_tuple().exponent
    return Observation(
        reporter=reporter,
        partner=partner,
        flow=flow,
        commodity=commodity,
        scope=scope,
        valuation=valuation,
        unit=unit,
        period=period,
        measure=measure,
        value=value,
        unit_multiplier=multiplier,
        decimals=max(-exponent, 0) if isinstance(exponent, int) else 0,
        published=published,
        standing=service.standing,
        citation=cited,
        revision=service.revision,
    )


def one_each(rows: Iterable[Observation]) -> list[Observation]:
    """
    The rows, each cell once; the same row twice is one.

    Raises:
        LiveFailure: two different figures for one cell and vintage in the same answer of a service.
    """
    known: dict[tuple[object, ...], Observation] = {}
    for row in rows:
        key = (*row[:9], row.published)
        other = known.setdefault(key, row)
        if (other.value, other.unit_multiplier) != (row.value, row.unit_multiplier):
            raise bad_payload(
                f"two figures for {row.flow} of {row.reporter} with {row.partner} in {row.period}: "
                f"{other.value} and {row.value}"
            )
    return list(known.values())


def answer_of(query: SeriesQuery, name: str, rows: Sequence[Observation], *, complete: bool = True) -> Answer:
    """The rows that a query asks for, of exactly its places, goods and periods; without any it is ``no data``."""
    fitting = tuple(
        row
        for row in rows
        if row.reporter == query.reporter
        and query.partner in (None, row.partner)
        and row.commodity == query.commodity
        and (query.periods is None or row.period in query.periods)
    )
    if not fitting:
        what = f"nothing on {query.reporter} with {query.partner or 'its partners'}"
        detail = what + (f" for {query.commodity}" if query.commodity else "") + " in the periods asked for"
        return Answer(query, name, failure=Failure.NO_DATA, detail=detail)
    return Answer(query, name, observations=tuple(sorted(fitting, key=_order)), complete=complete)


def _order(row: Observation) -> tuple[object, ...]:
    return (*row[:7], row.period, row.measure, row.published or date.min, str(row.value))


def rates_answer(query: RateQuery, name: str, rates: Iterable[Rate]) -> Answer:
    """The rates that a query asks for: its currency against any, of its period, or single days where it names none."""
    fitting = tuple(
        rate
        for rate in rates
        if query.currency in (rate.base, rate.quote)
        and (rate.period == query.period if query.period is not None else rate.period.days == 1)
    )
    if not fitting:
        return Answer(query, name, failure=Failure.NO_DATA, detail=f"no rates of {query.currency}")
    return Answer(query, name, rates=tuple(sorted(fitting, key=lambda each: (each.base, each.quote, each.period))))


def not_asked(query: Query, name: str) -> Answer:
    """The answer to a query that a service has nothing for by its nature."""
    return Answer(query, name, failure=Failure.NO_DATA, detail=f"{name} has nothing of this kind")
