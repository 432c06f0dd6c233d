"""
Replies of UN Comtrade: every row held against the question, only totals kept, exactly one for each figure.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from factcheck.observations import Failure
from factcheck.periods import Period
from factcheck.resolvers.live.comtrade.calls import FLOWS, PINS, Call
from factcheck.resolvers.live.comtrade.codes import (
    commodity_of,
    letters,
    partners_by_number,
    period_of,
    reporters_by_number,
)
from factcheck.resolvers.live.failure import LiveFailure, bad_payload
from factcheck.resolvers.live.reply import Reply
from factcheck.resolvers.live.rows import number

Row = Mapping[str, Any]
MONTH_OF_A_YEAR = "52"  # what ``refMonth`` says on annual rows
#: Imports are counted CIF and exports FOB; the other basis may stand beside, or alone where a country has only that.
BASES = {"imports": ("cifvalue", "fobvalue"), "exports": ("fobvalue", "cifvalue")}


class Figure(NamedTuple):
    """One figure of a reply, in our codes; ``edition`` is that of the Harmonized System it was reported in."""

    frequency: str
    period: Period
    reporter: str
    partner: str
    flow: str
    commodity: str
    value: Decimal
    edition: str
    reply: Reply


def rows_of(reply: Reply) -> list[Row]:
    """
    The rows of an envelope, all that it counts.

    Raises:
        LiveFailure: it is no such envelope, says what went wrong, or has not as many rows as it counts.
    """
    envelope = reply.json()
    if not isinstance(envelope, dict) or not isinstance(envelope.get("data"), list):
        raise bad_payload("the reply has no list of rows under data")
    if envelope.get("error"):
        raise LiveFailure(Failure.BAD_REQUEST, f"the service says: {envelope['error']}")
    rows: list[Row] = envelope["data"]
    count = envelope.get("count")
    if isinstance(count, bool) or not isinstance(count, int):
        raise bad_payload(f"the reply counts {str(count)[:20]} rows")
    if count > len(rows):
        raise LiveFailure(Failure.TOO_BIG, f"the reply has only {len(rows)} of {count} rows")
    if count < len(rows) or not all(isinstance(row, dict) for row in rows):
        raise bad_payload(f"the reply counts {count} rows and has {len(rows)}, or some that are none")
    return rows


def figures(reply: Reply, call: Call, caps: Collection[int]) -> list[Figure]:
    """
    The figures of a reply to a call.

    Raises:
        LiveFailure: it was cut, has a row of something that was not asked for, or two for one figure.
    """
    rows = rows_of(reply)
    if len(rows) in caps:
        raise LiveFailure(Failure.TOO_BIG, f"the reply has {len(rows):,} rows, as many as it may: some are cut off")
    totals = [row for row in rows if all(code(row, name) == total for name, total in PINS.items())]
    if rows and not totals:
        raise bad_payload("no row of the reply is a total over second partners, procedures and ways of transport")
    found: dict[tuple[str, ...], Figure | None] = {}
    for row in totals:
        key = _key(row, call)
        if key in found:
            raise bad_payload(f"two rows for {', '.join(key)}")
        found[key] = _figure(row, reply)
    return [figure for figure in found.values() if figure is not None]


def code(row: Row, name: str) -> str:
    """
    A code of a row, whether it came as a number or as text.

    Raises:
        LiveFailure: there is none.
    """
    value = row.get(name)
    if not isinstance(value, int | str) or value == "":
        raise bad_payload(f"{name} of a row is {'missing' if value in (None, '') else repr(value)[:40]}")
    return str(value)


def _key(row: Row, call: Call) -> tuple[str, ...]:
    """
    What a row is about, all of which was asked for.

    Raises:
        LiveFailure: something that was not.
    """
    asked: dict[str, Collection[str] | None] = {
        "typeCode": ("C",),
        "freqCode": (call.frequency,),
        "period": call.periods,
        "reporterCode": call.reporters,
        "partnerCode": call.partners,
        "flowCode": call.flows,
        "cmdCode": call.commodities,
    }
    for name, wanted in asked.items():
        if wanted is not None and code(row, name) not in wanted:
            raise bad_payload(f"a row with {name} {code(row, name)[:20]}, which was not asked for")
    if row.get("classificationSearchCode") not in (None, "HS"):
        raise bad_payload(f"a row of the classification {str(row['classificationSearchCode'])[:20]}")
    period = code(row, "period")
    if (code(row, "refYear"), code(row, "refMonth")) != (period[:4], period[4:].lstrip("0") or MONTH_OF_A_YEAR):
        raise bad_payload(f"a row of {period} with refYear {row['refYear']} and refMonth {row['refMonth']}")
    return tuple(code(row, name) for name in ("period", "reporterCode", "partnerCode", "flowCode", "cmdCode"))


def _figure(row: Row, reply: Reply) -> Figure | None:
    """The figure of a row; None where it has none, or is of a partner that is no place, as "Areas, nes" is."""
    period = period_of(code(row, "period"))
    reporter = reporters_by_number().get(code(row, "reporterCode"))
    partner = partners_by_number().get(code(row, "partnerCode"))
    if period is None or reporter is None:
        raise bad_payload(f"a row of {code(row, 'reporterCode')[:20]} in {code(row, 'period')[:20]}")
    if partner is None:
        return None
    _check_letters(row, "reporterISO", reporter)
    _check_letters(row, "partnerISO", partner)
    flow = FLOWS[code(row, "flowCode")]
    value = _value(row, flow, f"{flow} of {reporter} with {partner} in {period}")
    if value is None:
        return None
    commodity = commodity_of(code(row, "cmdCode"))
    edition = str(row.get("classificationCode") or "")[:8]
    return Figure(code(row, "freqCode"), period, reporter, partner, flow, commodity, value, edition, reply)


def _check_letters(row: Row, name: str, place: str) -> None:
    """
    See that the letters beside a number are those of the place that we take it for.

    Raises:
        LiveFailure: they are of another.
    """
    found, expected = row.get(name), letters(place)
    if found and expected and found != expected:
        raise bad_payload(f"a row with {name} {str(found)[:20]} under the number of {place}")


def _value(row: Row, flow: str, what: str) -> Decimal | None:
    """
    ``primaryValue``; None where it is null, or 0, which services write for what they do not have.

    Raises:
        LiveFailure: it is no number, below zero, or not what the flow's own basis says.
    """
    if "primaryValue" not in row:
        raise bad_payload(f"primaryValue of {what} is missing")
    if row["primaryValue"] is None:
        return None
    value = number(row["primaryValue"], f"primaryValue of {what}")
    if value < 0:
        raise bad_payload(f"{what} are below zero: {value}")
    given = [number(row[name], f"{name} of {what}") for name in BASES[flow] if row.get(name) is not None]
    basis = next((each for each in given if each > 0), value)
    if abs(basis - value) >= 1:
        raise bad_payload(f"{what}: primaryValue is {value}, and its basis is {basis}")
    return value or None
