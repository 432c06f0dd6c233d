"""A local Census Bureau: what its international trade service says, and what it refuses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.resolvers.live.server import Asked, FakeService, Response, json_response, text_response
from tests.resolvers.live.suite import SECRET

#: Names as the service gives them.
NAMES = {
    "-": ("TOTAL FOR ALL COUNTRIES", "DET"),
    "0003": ("EUROPEAN UNION", "CGP"),
    "1XXX": ("NORTH AMERICA", "CGP"),
    "5682": ("BHUTAN", "DET"),
    "5683": ("MALDIVES", "DET"),
    "5700": ("CHINA", "DET"),
    "5800": ("KOREA, SOUTH", "DET"),
}
#: (flow, country, heading) -> month -> value of the month; invented, but for China's (see the real figures below).
MONTHS: dict[tuple[str, str, str], dict[str, str | None]] = {
    ("exports", "5682", ""): {f"2025-{month:02}": f"{month}000001" for month in range(1, 7)},
    ("imports", "5682", ""): {f"2025-{month:02}": f"{month}00002" for month in range(1, 7)},
    ("exports", "5682", "8703"): {"2025-05": "70000", "2025-06": "80000"},
    ("exports", "5683", ""): {"2025-06": "(D)", "2025-05": None, "2025-04": "0"},
    ("exports", "0003", ""): {"2019-06": "1", "2025-06": "31000000000"},
    ("exports", "1XXX", ""): {"2025-06": "60000000000"},
    ("exports", "5800", ""): {"2025-06": "6200000000"},
    ("exports", "-", ""): {"2025-06": "171000000000"},
    ("imports", "-", ""): {"2025-06": "260000000000"},
}
COLUMNS = {
    "exports": {"ALL_VAL_MO", "ALL_VAL_YR", "QTY_1_MO", "UNIT_QY1", "E_COMMODITY", "E_COMMODITY_LDESC", "DF"},
    "imports": {"GEN_VAL_MO", "GEN_CIF_MO", "CON_VAL_MO", "GEN_VAL_YR", "I_COMMODITY", "I_COMMODITY_LDESC"},
}
EVERYWHERE = {"CTY_CODE", "CTY_NAME", "SUMMARY_LVL", "COMM_LVL", "LAST_UPDATE"}
INVALID_KEY = (
    "<html><head><title>Invalid Key</title></head><body><p>A valid <em>key</em> must be included with each data API "
    "request. You included a key with this request, however, it is not valid.</p></body></html>"
)
MISSING_KEY = "<html><head><title>Missing Key</title></head><body>A valid <em>key</em> must be included</body></html>"


class CensusService(FakeService):
    """
    An array of arrays to who has a key, filters repeated as columns, 204 where there is nothing.

    Attributes:
        updated: what LAST_UPDATE says of exports and of imports.
        year_to_date: in place of the sums, by flow, country and month.
        header_only: some tables answer nothing with a header alone.
    """

    updated = ("2025-08-05", "2025-08-05")
    header_only = False

    def __init__(self) -> None:
        super().__init__()
        self.year_to_date: dict[tuple[str, str, str], str] = {}

    def respond(self, asked: Asked) -> Response:
        if asked.path == "/missing_key.html":
            return text_response(MISSING_KEY, "text/html")
        if "key" not in asked.query:
            return Response(302, b"", "", {"Location": "/missing_key.html"})
        if asked.query["key"] != SECRET:
            return text_response(INVALID_KEY, "text/html")
        flow = asked.path.strip("/").partition("/")[0]
        if asked.path not in ("/exports/hs", "/imports/hs"):
            return text_response("error: unknown dataset", "text/plain", 404)
        known = EVERYWHERE | COLUMNS[flow]
        wanted = asked.query.get("get", "").split(",")
        filters = [(name, value) for name, value in asked.params if name not in ("get", "key", "time")]
        for name in (*wanted, *(name for name, _ in filters)):
            if name not in known:
                return text_response(f"error: unknown variable '{name}'", "text/plain", 400)
        span = re.fullmatch(r"(?:from (\d{4}-\d\d) to )?(\d{4}-\d\d)", asked.query.get("time", ""))
        if span is None:
            return text_response("error: missing required variable/predicate: time", "text/plain", 400)
        goods = asked.query.get(f"{flow[0].upper()}_COMMODITY", "")
        if goods and asked.query.get("COMM_LVL") != f"HS{len(goods)}":
            return text_response("error: unknown COMM_LVL", "text/plain", 400)
        names = [*wanted, "time", *dict.fromkeys(name for name, _ in filters)]
        rows = [
            [line[name] for name in names]
            for line in self._lines(flow, goods, asked.every("CTY_CODE"), span[1] or span[2], span[2])
        ]
        if not rows and not self.header_only:
            return Response(204, b"", "")
        return json_response([names, *rows])

    def _lines(
        self, flow: str, goods: str, countries: list[str], first: str, last: str
    ) -> Iterator[dict[str, str | None]]:
        value = "ALL_VAL" if flow == "exports" else "GEN_VAL"
        for (side, country, heading), months in MONTHS.items():
            if side != flow or heading != goods or (countries and country not in countries):
                continue
            for month, figure in sorted(months.items()):
                if not first <= month <= last:
                    continue
                so_far = sum(int(each or 0) for time, each in months.items() if _within(time, month, each))
                yield {
                    "CTY_CODE": country,
                    "CTY_NAME": NAMES[country][0],
                    "SUMMARY_LVL": NAMES[country][1],
                    "LAST_UPDATE": self.updated[flow == "imports"],
                    "time": month,
                    f"{value}_MO": figure,
                    f"{value}_YR": self.year_to_date.get((flow, country, month), _text(figure, so_far)),
                    "GEN_CIF_MO": None if figure is None or not figure.isdigit() else str(int(figure) + 500),
                    "DF": "-",
                    "E_COMMODITY": goods,
                    "I_COMMODITY": goods,
                    "COMM_LVL": f"HS{len(goods)}",
                }


#: As the service gave them after the revision of June 2025; the days are those of the releases of that year's June.
REAL = {
    ("exports", "5700", ""): {"2023-12": "147635464218", "2024-12": "143226749368"},
    ("imports", "5700", ""): {"2023-12": "427246582836", "2024-12": "438741998078"},
}


class RealService(CensusService):
    """Answers years of trade with China as they were published: December's sum from January."""

    updated = ("2025-06-05", "2025-06-05")

    def _lines(
        self, flow: str, goods: str, countries: list[str], first: str, last: str
    ) -> Iterator[dict[str, str | None]]:
        value = "ALL_VAL" if flow == "exports" else "GEN_VAL"
        for month, figure in REAL[flow, "5700", ""].items():
            if first <= month <= last and "5700" in countries:
                names = {"CTY_CODE": "5700", "CTY_NAME": "CHINA", "SUMMARY_LVL": "DET", "DF": "-"}
                values = {f"{value}_MO": None, f"{value}_YR": figure, "GEN_CIF_MO": None}
                yield {**names, **values, "LAST_UPDATE": self.updated[0], "time": month}


def _within(time: str, month: str, figure: str | None) -> bool:
    return time[:4] == month[:4] and time <= month and (figure or "").isdigit()


def _text(figure: str | None, so_far: int) -> str | None:
    return str(so_far) if figure is not None and figure.isdigit() else figure
