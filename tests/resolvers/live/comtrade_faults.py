"""The faults that UN Comtrade may show, beside those of any service."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from factcheck.observations import Failure
from tests.resolvers.live.comtrade_service import KEY, parts_of
from tests.resolvers.live.faults import BAD, LIMITED, RIGHT, Trouble, page, status
from tests.resolvers.live.server import Asked, Fault, Handler, Response, changed

NONE = frozenset({Failure.NO_DATA})
TOO_BIG = frozenset({Failure.TOO_BIG})
REFUSED = frozenset({Failure.BAD_REQUEST})
UNAUTHORISED = frozenset({Failure.UNAUTHORISED})
QUOTA = '{"statusCode":403,"message":"Out of call volume quota. Quota will be replenished in 05:12:33."}'
Change = Callable[[dict[str, Any]], dict[str, Any]]


def only_data(fault: Fault) -> Fault:
    """A fault of figures alone: the table of releases is as it should be."""
    return lambda handler, asked, response: response if "getDa" in asked.path else fault(handler, asked, response)


def only_releases(fault: Fault) -> Fault:
    """A fault of the table of releases alone."""
    return lambda handler, asked, response: fault(handler, asked, response) if "getDa" in asked.path else response


def envelope(change: Change) -> Fault:
    """Figures in another envelope."""

    def fault(handler: Handler, asked: Asked, response: Response) -> Response:
        return changed(response, json.dumps(change(json.loads(response.body))).encode())

    return only_data(fault)


def each_row(name: str, value: object, ends_in: frozenset[Failure] = BAD) -> Trouble:
    """Every row of figures with another value in one field."""

    def change(found: dict[str, Any]) -> dict[str, Any]:
        return {**found, "data": [{**row, name: value} for row in found["data"]]}

    return Trouble(f"{name} is {value!r}", envelope(change), 0, ends_in)


def without(name: str) -> Trouble:
    """Every row of figures without a field."""

    def change(found: dict[str, Any]) -> dict[str, Any]:
        return {**found, "data": [{key: row[key] for key in row if key != name} for row in found["data"]]}

    return Trouble(f"no {name}", envelope(change), 0, BAD)


def rows(change: Callable[[list[dict[str, Any]]], list[dict[str, Any]]]) -> Fault:
    """Other rows of figures, and their count."""

    def with_count(found: dict[str, Any]) -> dict[str, Any]:
        data = change(found["data"])
        return {**found, "data": data, "count": len(data)}

    return envelope(with_count)


def revised(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row with a figure that is a little higher."""
    value = row["primaryValue"] + 1_000_000
    return {**row, "primaryValue": value, "fobvalue": row["fobvalue"] and value, "cifvalue": row["cifvalue"] and value}


def error(code: int, body: str) -> Fault:
    """An error that is told in JSON."""
    return status(code, body.encode(), "application/json; charset=utf-8")


def altogether(name: str, **fields: object) -> Trouble:
    """Every row of figures about something else, in all of its fields."""
    return Trouble(name, rows(lambda found: [{**row, **fields} for row in found]), 0, BAD)


OWN = (
    altogether("another partner", partnerCode=398, partnerISO="KAZ", partnerDesc="Kazakhstan"),
    altogether("another reporter", reporterCode=643, reporterISO="RUS", reporterDesc="Russian Federation"),
    altogether("another year", period="2023", refYear=2023, refPeriodId=20230101),
    altogether("a month", period="202406", refMonth=6, freqCode="M", refPeriodId=20240601),
    altogether("the old number of a place", partnerCode=840, partnerISO="USA", partnerDesc="USA"),
    without("primaryValue"),
    without("partner2Code"),
    without("period"),
    without("refYear"),
    each_row("partnerCode", 398),
    each_row("reporterCode", 643),
    each_row("reporterCode", None),
    each_row("period", "2023"),
    each_row("period", 2024, RIGHT),
    each_row("partnerCode", "643", RIGHT),
    each_row("flowCode", "RX"),
    each_row("cmdCode", "27"),
    each_row("typeCode", "S"),
    each_row("freqCode", "M"),
    each_row("classificationSearchCode", "S4"),
    each_row("refYear", 2023),
    each_row("refMonth", 12),
    each_row("partnerISO", "KAZ"),
    each_row("reporterISO", "HKG"),
    each_row("partnerISO", None, RIGHT),
    each_row("primaryValue", None, NONE),
    each_row("primaryValue", "(D)"),
    each_row("primaryValue", "115,496"),
    each_row("primaryValue", True),
    each_row("primaryValue", -115496000000),
    each_row("primaryValue", 115496),
    each_row("motCode", 2100),
    each_row("customsCode", "C01"),
    Trouble("the same rows twice", rows(lambda found: found * 2), 0, BAD),
    Trouble("a revised row beside the old", rows(lambda found: [*found, *map(revised, found)]), 0, BAD),
    Trouble("rows of parts beside", rows(lambda found: [*found, *(p for r in found for p in parts_of(r))]), 0, RIGHT),
    Trouble("rows of parts alone", rows(lambda found: [p for r in found for p in parts_of(r)]), 0, BAD),
    Trouble("a cap of 500", rows(lambda found: (found * 500)[:500]), 0, TOO_BIG),
    Trouble("no rows", rows(lambda found: []), 0, NONE),
    Trouble("a row that is none", rows(lambda found: [*found, "row"]), 0, BAD),  # type: ignore[list-item]
    Trouble("more counted than sent", envelope(lambda found: {**found, "count": 3000}), 0, TOO_BIG),
    Trouble("less counted than sent", envelope(lambda found: {**found, "count": 1}), 0, BAD),
    Trouble("no count", envelope(lambda found: {**found, "count": None}), 0, BAD),
    Trouble("one object in place of rows", envelope(lambda found: {**found, "data": found["data"][0]}), 0, BAD),
    Trouble("an error with status 200", envelope(lambda found: {**found, "error": "Query timed out"}), 0, REFUSED),
    Trouble("the quota is gone", error(403, QUOTA), 0, LIMITED),
    Trouble("no access", error(403, '{"statusCode":403,"message":"Forbidden"}'), 0, UNAUTHORISED),
    Trouble("a bad key", error(401, f'{{"statusCode":401,"message":"invalid key {KEY}"}}'), 0, UNAUTHORISED),
    Trouble("a bad value", error(400, '{"error":"Invalid value","details":[{"errorMessage":"x"}]}'), 0, REFUSED),
    Trouble("a bad value, told otherwise", error(400, '{"errorObject":{"errorMessage":"x"}}'), 0, REFUSED),
    Trouble("a bad value, told as a list", error(400, '["x"]'), 0, REFUSED),
    Trouble("an address too long", status(200, b"<html><h2>Request URL Too Long</h2>", "text/html"), 0, TOO_BIG),
    Trouble("too many requests at once, in time", error(429, '{"statusCode":429,"message":"Rate limit"}'), 2, RIGHT),
    Trouble("no table of releases", only_releases(status(500)), 0, RIGHT),
    Trouble("a page for the table of releases", only_releases(page), 0, RIGHT),
    Trouble("no quota for the table of releases", only_releases(error(403, QUOTA)), 0, RIGHT),
)  # fmt: skip
