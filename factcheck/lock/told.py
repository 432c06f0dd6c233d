"""
Questions and rows as the lock tells them: what has its usual value is left out, as in the CSV files of sources.

Numbers are text, as they were printed.
"""

from __future__ import annotations

import json
from decimal import Decimal

from factcheck.observations import Event, EventQuery, Observation, Query, Rate, RateQuery

Value = str | int | bool | list[str]
Told = dict[str, Value]

ALL = "all"  # every partner, every period
USUAL_EVENT: Told = {"source": "", "period": "", "text": "", "scheduled": False}
USUAL_OBSERVATION: Told = {
    "commodity": "",
    "scope": "goods",
    "valuation": "",
    "measure": "level",
    "unit": "",
    "unit_multiplier": 0,
    "published": "",
    "standing": "decides",
}


def dumped(value: Told | Value) -> str:
    """One value as JSON on one line."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def without_usual(told: Told, usual: Told) -> Told:
    """Without what has its usual value."""
    return {key: value for key, value in told.items() if key not in usual or usual[key] != value}


def query_told(query: Query) -> Told:
    """A question."""
    if isinstance(query, RateQuery):
        return without_usual({"currency": query.currency, "period": _text(query.period)}, {"period": ""})
    if isinstance(query, EventQuery):
        told: Told = {"event": query.event or "", "source": query.source or "", "period": _text(query.period)}
        return without_usual(told, {"event": "", "source": "", "period": ""})
    told = {"reporter": query.reporter, "partner": query.partner or ALL, "commodity": query.commodity}
    told["periods"] = ALL if query.periods is None else [str(period) for period in sorted(query.periods)]
    return without_usual(told, {"commodity": ""})


def row_told(row: Observation | Event | Rate) -> Told:
    """A row without its citation."""
    match row:
        case Observation():
            return _observation(row)
        case Event():
            return _event(row)
        case Rate():
            return _rate(row)


def _observation(row: Observation) -> Told:
    value = plain(row.value)
    told: Told = {
        "reporter": row.reporter,
        "partner": row.partner,
        "flow": row.flow,
        "commodity": row.commodity,
        "scope": row.scope,
        "valuation": row.valuation,
        "period": str(row.period),
        "measure": row.measure,
        "unit": row.unit,
        "value": value,
        "unit_multiplier": row.unit_multiplier,
        "decimals": row.decimals,
        "published": _text(row.published),
        "standing": str(row.standing),
    }
    return without_usual(told, USUAL_OBSERVATION | {"decimals": printed_decimals(value)})


def _event(event: Event) -> Told:
    told: Told = {
        "id": event.id,
        "kind": event.kind,
        "date": str(event.days),
        "words": event.words,
        "source": event.source,
        "period": _text(event.period),
        "text": event.text,
        "scheduled": event.scheduled,
    }
    return without_usual(told, USUAL_EVENT)


def _rate(rate: Rate) -> Told:
    value = plain(rate.value)
    told: Told = {
        "base": rate.base,
        "quote": rate.quote,
        "period": str(rate.period),
        "kind": rate.kind,
        "rate": value,
        "decimals": rate.decimals,
        "published": _text(rate.published),
    }
    return without_usual(told, {"published": "", "decimals": printed_decimals(value)})


def plain(value: Decimal) -> str:
    """A Decimal in plain digits, as printed."""
    return format(value, "f")


def printed_decimals(value: str) -> int:
    """The digits after the point."""
    return len(value.partition(".")[2])


def _text(value: object) -> str:
    return "" if value is None else str(value)
