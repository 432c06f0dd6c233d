"""A local uktradeinfo: what HM Revenue and Customs' service says, and what it refuses."""

from __future__ import annotations

import re
from urllib.parse import quote

from tests.resolvers.live.server import Asked, FakeService, Response, json_response

#: (id, letters, name): the ids of China and France are the service's own, the others invented.
COUNTRIES = [
    (1, "FR", "France"),
    (96, "HR", "Croatia"),
    (98, "XS", "Serbia"),
    (675, "BT", "Bhutan"),
    (720, "CN", "China"),
    (740, "HK", "Hong Kong"),
    (900, "DU", "Dubai"),
    (959, "QV", "Not specified"),
]
#: (month, flow type, country, commodity) -> pounds. Invented; commodity -990 is trade below the threshold.
LINES: dict[tuple[int, int, int, int], float] = {
    **{(202500 + month, 4, 675, 85076010): month * 100000.25 for month in range(1, 7)},
    **{(202500 + month, 4, 675, -990): 50.0 for month in range(1, 7)},
    **{(202500 + month, 3, 675, 9011100): 20000.0 for month in (1, 2, 6)},
    (202406, 4, 675, 85076010): 500000.0,
    **{(202400 + month, 4, 98, 22030000): 1000.0 for month in range(1, 13)},
    **{(202500 + month, 4, 98, 22030000): 1000.0 for month in range(1, 10)},
    (202506, 1, 1, 22042100): 2000000000.0,
    (202506, 2, 1, 22083000): 1500000000.0,
    (202505, 1, 1, 22042100): 2100000000.0,
    (202505, 2, 1, 22083000): 1400000000.0,
    (202505, 3, 720, 85171300): 5000000000.0,
    (202506, 3, 720, 85171300): 6000000000.0,
    (202506, 4, 959, 1): 7.0,
    # The halves are invented; their sums are what HMRC printed for September 2024, £31.6 bn out and £50.7 bn in.
    (202409, 2, 1, 22083000): 15000000000.0,
    (202409, 4, 720, 85171300): 16600000000.0,
    (202409, 1, 1, 22042100): 25000000000.0,
    (202409, 3, 720, 85171300): 25700000000.0,
    **{(202401, flow_type, country, 1): 1000.0 for flow_type, country in ((1, 1), (2, 1), (3, 720))},
    (202306, 3, 96, 1): 3.0,  # as if a country had joined in the middle of a year
    (202307, 1, 96, 1): 4.0,
}
FILTER = (
    r"filter\(MonthId ge (\d{6}) and MonthId le (\d{6})(?: and \(?(CountryId eq \d+(?: or CountryId eq \d+)*)\)?)?\)"
)
APPLY = re.compile(
    FILTER + r"/groupby\(\((FlowTypeId(?:,MonthId)?(?:,CountryId)?)\),aggregate\(Value with sum as v\)\)"
)


def refusal(message: str) -> Response:
    """OData's envelope of errors."""
    return json_response({"error": {"code": "", "message": message}}, 400)


class HmrcService(FakeService):
    """
    Sums by the server to who writes OData as it wants it.

    Attributes:
        cap: rows of a page.
        newest: the newest month.
        counted: in place of the number of rows, what ``$count`` says.
        link: in place of the right link to the next page.
        stuck: whether the next page is always the second.
        overlap: how many rows of a page come again on the next.
        countries: the list of countries.
    """

    cap = 40000
    newest: object = 202509
    counted: int | None = None
    link: str | None = None
    stuck = False
    overlap = 0

    def __init__(self) -> None:
        super().__init__()
        self.countries = list(COUNTRIES)

    def respond(self, asked: Asked) -> Response:
        params = asked.query
        if asked.path == "/Country":
            if params.get("$select") != "CountryId,CountryCodeAlpha,CountryName":
                return refusal("select what there is")
            names = ("CountryId", "CountryCodeAlpha", "CountryName")
            return self._paged(asked, [dict(zip(names, each, strict=True)) for each in self.countries])
        if asked.path != "/OTS" or "$apply" not in params or set(params) - {"$apply", "$count", "$skip"}:
            return refusal("The query specified in the URI is not valid.")
        apply = params["$apply"]
        if " in (" in apply:
            return Response(403, b"<html><title>403 Forbidden</title>Ip Forbidden</html>", "text/html")
        if apply == "aggregate(MonthId with max as m)":
            return json_response({"@odata.context": "#OTS", "value": [{"@odata.id": None, "m": self.newest}]})
        found = APPLY.fullmatch(apply)
        if found is None:
            return refusal(f"Could not find a property named {apply[:20]!r}")
        first, last = int(found[1]), int(found[2])
        ids = {int(each) for each in re.findall(r"\d+", found[3] or "")}
        names = found[4].split(",")
        sums: dict[tuple[int, ...], float] = {}
        for (month, flow, country, _), value in LINES.items():
            if first <= month <= last and (not ids or country in ids):
                fields = {"FlowTypeId": flow, "MonthId": month, "CountryId": country}
                key = tuple(fields[name] for name in names)
                sums[key] = sums.get(key, 0.0) + value
        rows = [{"@odata.id": None, **dict(zip(names, key, strict=True)), "v": value} for key, value in sums.items()]
        return self._paged(asked, rows)

    def _paged(self, asked: Asked, rows: list[dict[str, object]]) -> Response:
        start = int(asked.query.get("$skip", "0"))
        page = rows[max(start - self.overlap, 0) if start else 0 : start + self.cap]
        reply: dict[str, object] = {"@odata.context": "https://api.uktradeinfo.com/$metadata#OTS", "value": page}
        if asked.query.get("$count") == "true":
            reply["@odata.count"] = len(rows) if self.counted is None else self.counted
        if start + self.cap < len(rows):
            kept = "&".join(f"{name}={quote(value)}" for name, value in asked.params if name != "$skip")
            right = f"{self.url}{asked.path}?{kept}&$skip={self.cap if self.stuck else start + self.cap}"
            reply["@odata.nextLink"] = self.link or right
        return json_response(reply)
