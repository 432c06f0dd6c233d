"""UN Comtrade as its service speaks: what it refuses, where it cuts, and its several rows for one figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tests.resolvers.live.server import Asked, FakeService, Response, json_response, text_response

KEY = "s3cret/key+with=signs"
ISO = {0: "W00", 156: "CHN", 643: "RUS", 842: "USA", 699: "IND", 490: "S19", 64: "BTN", 764: "THA", 398: "KAZ"}
ISO |= {251: "FRA", 757: "CHE", 579: "NOR", 97: "EUR", 899: "_X ", 356: "IND", 840: "USA", 276: "DEU", 392: "JPN"}
#: Two flows of India in 2022 are as the service gave them; all other figures are invented.
FIGURES: dict[tuple[str, int, int, str, str], str] = {
    ("2022", 699, 842, "X", "TOTAL"): "80230193279.727",
    ("2022", 699, 0, "X", "TOTAL"): "452684213646.747",
    ("2023", 156, 643, "X", "TOTAL"): "110972000000.0",
    ("2023", 156, 643, "M", "TOTAL"): "129139000000.0",
    ("2024", 156, 643, "X", "TOTAL"): "115496000000.0",
    ("2024", 156, 643, "M", "TOTAL"): "129314000000.5",
    ("2024", 156, 643, "X", "8703"): "15100000000",
    ("2024", 156, 643, "X", "01"): "1200000",
    ("202506", 156, 643, "X", "TOTAL"): "8280000000",
    ("2024", 156, 842, "X", "TOTAL"): "524656000000",
    ("2024", 156, 490, "X", "TOTAL"): "75200000000",
    ("2024", 156, 0, "X", "TOTAL"): "3577000000000",
    ("2024", 156, 0, "M", "TOTAL"): "2585000000000",
    ("2024", 156, 899, "X", "TOTAL"): "1000000",
    ("2024", 643, 398, "X", "TOTAL"): "18000000000",
    ("2024", 97, 156, "M", "TOTAL"): "560000000000",
    ("2022", 64, 764, "X", "TOTAL"): "8000000",
    ("2023", 64, 764, "X", "TOTAL"): "10000000",
    ("2024", 64, 764, "X", "TOTAL"): "12400000",
}
#: The last release of each data set; that of Bhutan for 2023 is not told.
RELEASED = {
    ("2022", 699): "2023-09-20T00:00:00",
    ("2023", 156): "2024-06-20T00:00:00",
    ("2024", 156): "2025-08-01T04:52:35.2166667",
    ("202506", 156): "2025-09-10T10:00:00.1",
    ("2024", 97): "2025-07-01T00:00:00",
    ("2022", 64): "2023-05-05T00:00:00",
    ("2024", 64): "2025-06-30T00:00:00",
}
PINS = {"partner2code": "0", "customscode": "C00", "motcode": "0"}


class ComtradeService(FakeService):
    """
    Attributes:
        ignores_pins: gives the parts of a figure even where only totals were asked for.
        cap: of a preview, in rows.
        figures: what there is.
        released: when data sets were released.
    """

    def __init__(self) -> None:
        super().__init__()
        self.ignores_pins = False
        self.cap = 500
        self.figures: Mapping[tuple[str, int, int, str, str], str] = FIGURES
        self.released: Mapping[tuple[str, int], str] = RELEASED

    def data_requests(self) -> list[Asked]:
        """The requests for figures."""
        return [asked for asked in self.asked if "getDa" not in asked.path]

    def respond(self, asked: Asked) -> Response:
        """As the service does."""
        if sum(len(name) + len(value) + 2 for name, value in asked.params) + len(asked.path) > 4096:
            return text_response("<html><title>Request URL Too Long</title></html>", "text/html", 414)
        found = re.fullmatch(r"/(data|public)/v1/(get|preview|getDa)/C/([AM])/HS", asked.path)
        if found is None or (found[1], found[2]) in (("data", "preview"), ("public", "get")):
            return json_response({"statusCode": 404, "message": "Resource not found"}, 404)
        if found[1] == "data" and asked.headers.get("ocp-apim-subscription-key") != KEY:
            return json_response(_denied("ocp-apim-subscription-key" in asked.headers), 401)
        query = {name.lower(): value for name, value in asked.params}
        if found[2] == "getDa":
            return _envelope(list(self._releases(found[3], query)))
        refused = _refusal(query, preview=found[2] == "preview")
        if refused:
            return json_response({"error": "Invalid parameter value", "details": [{"errorMessage": refused}]}, 400)
        rows = list(self._rows(found[3], query))
        cap = self.cap if found[2] == "preview" else int(query.get("maxrecords", "500"))
        return _envelope(rows[:cap])

    def _rows(self, frequency: str, query: Mapping[str, str]) -> Iterator[dict[str, Any]]:
        for (period, reporter, partner, flow, goods), value in self.figures.items():
            parts = {"period": period, "reportercode": reporter, "flowcode": flow, "cmdcode": goods}
            if "partnercode" in query:
                parts["partnercode"] = partner
            if len(period) == (4 if frequency == "A" else 6) and all(
                str(part) in query[name].split(",") for name, part in parts.items()
            ):
                total = row(frequency, period, reporter, partner, flow, goods, value)
                yield total
                if self.ignores_pins or any(query.get(name) != pin for name, pin in PINS.items()):
                    yield from parts_of(total)

    def _releases(self, frequency: str, query: Mapping[str, str]) -> Iterator[dict[str, Any]]:
        for (period, reporter), day in self.released.items():
            fits = str(reporter) in query["reportercode"].split(",")
            fits &= "period" not in query or period in query["period"].split(",")
            if fits and len(period) == (4 if frequency == "A" else 6):
                yield release(frequency, period, reporter, day)


def row(frequency: str, period: str, reporter: int, partner: int, flow: str, goods: str, value: str) -> dict[str, Any]:
    """A row with all that the service sends."""
    number = float(value)
    return {
        "typeCode": "C", "freqCode": frequency, "refPeriodId": int(f"{period:0<6}"[:6] + "01"),
        "refYear": int(period[:4]), "refMonth": int(period[4:] or 52), "period": period,
        "reporterCode": reporter, "reporterISO": ISO[reporter], "reporterDesc": ISO[reporter],
        "flowCode": flow, "flowDesc": {"X": "Export", "M": "Import"}[flow],
        "partnerCode": partner, "partnerISO": ISO[partner], "partnerDesc": ISO[partner],
        "partner2Code": 0, "partner2ISO": "W00", "partner2Desc": "World",
        "classificationCode": "H6", "classificationSearchCode": "HS", "isOriginalClassification": True,
        "cmdCode": goods, "cmdDesc": "All Commodities", "aggrLevel": 0, "isLeaf": False,
        "customsCode": "C00", "customsDesc": "TOTAL CPC", "mosCode": "0", "motCode": 0, "motDesc": "TOTAL MOT",
        "qtyUnitCode": -1, "qtyUnitAbbr": "N/A", "qty": 0, "isQtyEstimated": False,
        "altQtyUnitCode": -1, "altQtyUnitAbbr": "N/A", "altQty": 0, "isAltQtyEstimated": False,
        "netWgt": 0, "isNetWgtEstimated": True, "grossWgt": 0, "isGrossWgtEstimated": False,
        "cifvalue": number if flow == "M" else None, "fobvalue": number if flow == "X" else None,
        "primaryValue": number, "legacyEstimationFlag": 0, "isReported": False, "isAggregate": True,
    }  # fmt: skip


def parts_of(total: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The same figure by way of transport and by second partner: parts that must not be added to it."""
    half = total["primaryValue"] / 2
    basis = "cifvalue" if total["flowCode"] == "M" else "fobvalue"
    for change in ({"motCode": 1000}, {"motCode": 2000}, {"partner2Code": 344}, {"customsCode": "C01"}):
        yield {**total, **change, "primaryValue": half, basis: half}


def release(frequency: str, period: str, reporter: int, day: str) -> dict[str, Any]:
    """A row of the table of releases: its period is a number there."""
    return {
        "datasetCode": 20156202401102100, "typeCode": "C", "freqCode": frequency, "period": int(period),
        "reporterCode": reporter, "reporterISO": ISO[reporter], "reporterDesc": ISO[reporter],
        "classificationCode": "H6", "classificationSearchCode": "HS", "isOriginalClassification": True,
        "isExtendedFlowCode": False, "isExtendedPartnerCode": False, "isExtendedPartner2Code": False,
        "isExtendedCmdCode": True, "isExtendedCustomsCode": True, "isExtendedMotCode": True,
        "totalRecords": 123456, "datasetChecksum": -1234567,
        "firstReleased": "2023-01-20T00:00:00", "lastReleased": day,
    }  # fmt: skip


def _envelope(rows: Sequence[Mapping[str, Any]]) -> Response:
    return json_response({"elapsedTime": "0.21 secs", "count": len(rows), "data": rows, "error": ""})


def _denied(given: bool) -> dict[str, Any]:
    why = "invalid subscription key. Make sure to provide a valid key" if given else "missing subscription key"
    return {"statusCode": 401, "message": f"Access denied due to {why}."}


def _refusal(query: Mapping[str, str], *, preview: bool) -> str:
    """Why a query is refused; blank if it is not."""
    periods = query.get("period", "").split(",")
    if len(periods) > 12:
        return "Maximum number of periods is 12"
    if preview and len(periods) > 1:
        return "One period only"
    if not set(query.get("flowcode", "X").split(",")) <= {"X", "M", "RX", "RM", "DX", "FM"}:
        return "Invalid flow code"
    numbers = [*query.get("reportercode", "").split(","), *query.get("partnercode", "0").split(",")]
    if not all(number.isdigit() for number in numbers):
        return "Invalid area code"
    return "" if query.get("cmdcode") else "cmdCode is required"
