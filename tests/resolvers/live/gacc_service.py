"""
The English pages of the Chinese customs, as they are: indexes by year, tables by month and currency.

Of the figures these are real: China with Russia in the first half of 2025 as published (106.48, 47.16 and 59.32
billion, -9.1, -8.4 and -9.6 per cent; the digits below that are invented), all rows shown of January to February 2025
and of March 2026 in yuan. All others are invented. The head of the table and the labels are real.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import NAMESPACE_URL, uuid5

from factcheck.observations import Failure
from tests.resolvers.live.faults import Trouble
from tests.resolvers.live.server import Asked, FakeService, Fault, Handler, Response, changed, text_response

NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
UNITS = {"USD": "USD1 Million", "CNY": "CNY 100 Million"}
HTML = "text/html; charset=utf-8"
BY_COUNTRY = "China's Total Export & Import Values by Country/Region"
INDENT = "&nbsp;" * 3
NOTE = "Note:<br />\n1.The Association of Southeast Asian Nations (ASEAN) includes: Brunei, Myanmar;&nbsp;<br />"
#: (year, month, currency) -> label and nine texts; six in the joint release.
REAL = {
    (2025, 6, "USD"): """\
Total|535,700.1|3,032,600.3|325,200.0|1,809,100.1|210,500.1|1,223,500.2|1.8|5.9|-3.9
Russian Federation|17,600.2|106,480.3|8,280.1|47,160.0|9,320.1|59,320.3|-9.1|-8.4|-9.6
United Kingdom (UK)|8,900.0|50,200.1|7,100.0|40,300.0|1,800.0|9,900.1|10.0|0.0|-""",
    (2025, 2, "CNY"): """\
Total|65,363.6|38,812.1|26,551.5|-1.2|3.4|-7.3
European Union|8,333.4|5,682.6|2,650.8|-0.2|1.8|-4.3
of which: Germany|2,148.9|1,193.0|955.9|0.9|4.4|-3.3
Netherlands|1,138.1|957.0|181.0|1.7|0.8|6.7
Taiwan, China|3,103.4|808.2|2,295.2|10.0|9.7|10.1
Russian Federation|2,492.5|1,074.5|1,417.9|-5.9|-9.8|-2.7
Latin America|5,607.5|3,043.3|2,564.2|-5.2|4.4|-14.5
of which: Brazil|1,730.0|741.8|988.2|-23.3|-7.0|-32.1""",
    (2026, 3, "CNY"): """\
Total|41,046.4|118,380.0|22,297.0|68,466.7|18,749.4|49,913.3|15.0|11.9|19.6
European Union|4,873.2|14,862.2|3,248.9|10,344.0|1,624.3|4,518.2|14.6|18.0|7.6
of which: Germany|1,243.6|3,752.6|711.8|2,240.9|531.7|1,511.7|12.7|21.2|2.1
United States (US)|2,921.1|9,016.7|2,045.0|6,777.6|876.1|2,239.0|-18.7|-18.3|-19.7
ASEAN|7,240.5|19,666.6|4,377.0|12,300.2|2,863.5|7,366.4|15.4|17.5|12.1
Hong Kong, China|3,168.0|7,944.7|2,730.9|6,922.9|437.1|1,021.8|49.5|36.4|323.2
R. O. Korea|2,700.6|7,016.9|1,071.5|2,901.8|1,629.1|4,115.0|32.0|21.4|40.6
Russian Federation|1,535.4|4,280.4|649.8|1,932.8|885.6|2,347.6|11.8|18.8|6.5
Latin America|3,112.3|9,861.3|1,565.0|5,034.1|1,547.3|4,827.2|15.4|6.6|26.3
Africa|2,074.9|6,465.6|1,243.7|4,254.5|831.1|2,211.1|23.7|29.0|14.6
of which: South Africa|364.3|992.6|138.7|435.3|225.6|557.3|37.9|27.7|47.1
Regional Comprehensive Economic Partnership|13,917.3|37,301.1|6,926.3|19,550.9|6,991.0|17,750.3|20.2|16.0|25.0
Countries along Belt and Road Routes|20,309.0|60,551.7|10,981.6|34,658.6|9,327.3|25,893.1|14.2|15.1|13.2""",
}
DAYS = {(2025, 2): "2025/03/11", (2025, 6): "2025/07/14", (2026, 3): "2026/04/08"}
SHARES = {"Total": 1000, "of which: Vietnam": 43, "Japan": 50, "Russian Federation": 35, "R. O. Korea": 53}


class GaccService(FakeService):
    """
    Indexes and tables; anything else is not found, the index of the current year under its number too.

    Attributes:
        newest: the year whose index has no year in its address, and its last month that is out.
        alone: the years in which February has columns of its own.
        repeated: the years whose first table has the sum of both months in the columns of the month too.
    """

    newest = (2026, 10)
    alone: tuple[int, ...] = (2019, 2026)
    repeated: tuple[int, ...] = ()

    def respond(self, asked: Asked) -> Response:
        for year in range(2018, self.newest[0] + 1):
            named = "" if year == self.newest[0] else str(year)
            if asked.path == f"/statics/report/preliminary{named}.html":
                return text_response(self.index(year), HTML)
            for month in self.months(year):
                for currency in UNITS:
                    if asked.path == _path(year, month, currency):
                        return text_response(self.table(year, month, currency), HTML)
        return text_response("<!DOCTYPE html><html><title>404</title></html>", HTML, 404)

    def months(self, year: int) -> range:
        """The months with a table: January had one in 2018 and 2019 only."""
        return range(1 if year < 2020 else 2, (self.newest[1] if year == self.newest[0] else 12) + 1)

    def index(self, year: int) -> str:
        """An index page: unquoted addresses, a month without a table as plain text."""
        years = "".join(f'<option value="{each}">{each}</option>' for each in range(self.newest[0], 2017, -1))
        rows = []
        for title in ("(1) China's Total Export & Import Values", f"(4) {BY_COUNTRY}"):
            for currency in UNITS:
                links = [self._link(year, month, currency, "Country" in title) for month in range(1, 13)]
                cell = "".join(links[:6]) + "</br>" + "".join(links[6:])
                rows.append(f"<tr><td>{title} (in {currency})</td><td>{cell}</td></tr>")
        rows.append("<tr><td>(7) Statistics Bulletin on Freight Supervision</td><td><span>Jan.</span></td></tr>")
        return (
            "<!DOCTYPE html>\n<html><head><title>News - Newsroom - GACC</title>"
            "<!--[if lt IE 7]>\n<script src='/Scripts/ie7.js'></script>\n<![endif]--></head>\n<body>"
            f"<div class='nr-n-content-detail '><div>Due to data verification after the preliminary release</div>"
            f'<select id="preliminarysel">\n{years}</select>'
            f"<table><thead><tr><th>Title</th><th>Month</th></tr></thead><tbody>{''.join(rows)}</tbody></table></div>"
            "<p>Address: Beijing <p>&nbsp;&nbsp;<script>if (1 < 2) { location.replace('x') }</script></body>\n</html>"
        )

    def _link(self, year: int, month: int, currency: str, by_country: bool) -> str:
        if month not in self.months(year):
            return f"<span>{NAMES[month - 1]}.</span>"
        path = _path(year, month, currency) if by_country else _path(year, month, "total")
        return f"<a href={self.url}{path}> {NAMES[month - 1]}.</a>"

    def table(self, year: int, month: int, currency: str) -> str:
        """A page with a table; with a picture in 2018."""
        joint = month == 2 and year not in self.alone
        when = f"January-February {year}" if joint else f"{NAMES[month - 1]} {year}"
        title = f"(4) {BY_COUNTRY}, {when} (in {currency})"
        day = DAYS.get((year, month)) or (f"{year}/{month + 1:02}/09" if month < 12 else f"{year + 1}/01/14")
        if year == 2018:
            title = f"China's Total Value of Imports and Exports by Major Country (Region), {NAMES[month - 1]}. 2018"
            body = "<img src ='\\Excel\\4-RMB.png'/>"
        else:
            rows = REAL.get((year, month, currency)) or _invented(month, currency)
            body = _table(title, currency, month, rows, joint=joint, repeated=year in self.repeated)
        xls = "http://english.customs.gov.cn\\Excel\\1_7-en-人民币-N21.xls"
        return (
            f"<!DOCTYPE html>\n<html>\n<head><title>{title}</title><script>gtag('js', new Date());</script></head>\n"
            f"<body><div class='atcl'><div class='atcl-main'><div class=\"atcl-ttl\">{title}</div></div>"
            f'<div class="atcl-date">{day}</div><div class="atcl-cnt" style="overflow-x:auto">{body}</div>'
            f"<div class='atcl-rct'><div class='atcl-rct-ttl'><a href = '{xls}'>{title}</a></div></div></div>"
            "<p>Address: Beijing, China &nbsp;&nbsp; Postcode: 100730</body>\n</html>"
        )


def _path(year: int, month: int, currency: str) -> str:
    return f"/Statics/{uuid5(NAMESPACE_URL, f'{year}-{month}-{currency}')}.html"


def _invented(month: int, currency: str) -> str:
    """Rows that grow with the month, five parts of which six tenths are exports."""
    whole = 50_000 if currency == "USD" else 3_500
    rows = []
    for label, share in SHARES.items():
        exports, imports = whole * share * 6 // 1000, whole * share * 4 // 1000
        levels = [value * times for value in (exports + imports, exports, imports) for times in (1, month)]
        if month == 2:
            levels = levels[1::2]
        rows.append("|".join([label, *(f"{value:,}.0" for value in levels), "2.5", "-1.0", "7.1"]))
    return "\n".join(rows)


def _table(title: str, currency: str, month: int, rows: str, *, joint: bool, repeated: bool) -> str:
    so_far = f"1- to-{month}"
    flows = ("Export &amp; Import", "Export", "Import")
    narrow = joint and not repeated
    above = [flow for flow in flows for _ in range(1 if narrow else 2)]
    below = [so_far] * 3 if narrow else [str(month), so_far] * 3
    width = len(above) + 4
    growth = f'<td colspan="3"><span><b>1-to-{month} Total Year-on-Year (<span>±</span>%)</b></span></td>'
    lines = [
        f'<tr><td colspan="{width}"><span><b>{title.replace("&", "&amp;")}</b></span></td></tr>',
        f'<tr><td colspan="{width}" align="right"><span><b>Unit: {UNITS[currency]}</b></span></td></tr>',
        f"<tr>{_cells(['Import Source', *above])}{growth}</tr>",
        f"<tr>{_cells(['Export Destination', *below, *flows])}</tr>",
    ]
    for row in rows.splitlines():
        label, *texts = row.split("|")
        if month == 2 and not narrow:  # February as half of the sum, in years in which it stands alone
            texts = [each for text in texts[:3] for each in (text if joint else _half(text), text)] + texts[3:]
        lines.append(f"<tr>{_cells([INDENT + label, *(f'{text}&nbsp;' for text in texts)])}</tr>")
    lines.append(f'<tr><td colspan="{width}"><span>{NOTE}</span></td></tr>')
    return '<table border="0">\n<tbody>' + "\n".join(lines) + "</tbody>\n</table>"


def _half(text: str) -> str:
    return f"{int(text.replace(',', '').removesuffix('.0')) // 2:,}.0"


def _cells(texts: list[str]) -> str:
    return "".join(f"<td>\n<span><b>{text}</b></span>\n</td>" for text in texts)


def on_tables(make: Callable[[str], str], only: str = "") -> Fault:
    """The tables with other words in them; ``only`` those that have some words already."""

    def fault(handler: Handler, asked: Asked, response: Response) -> Response:
        text = response.body.decode()
        if not asked.path.startswith("/Statics/") or only not in text:
            return response
        return changed(response, make(text).encode())

    return fault


def on_indexes(make: Callable[[str], str]) -> Fault:
    """The index pages with other words in them."""

    def fault(handler: Handler, asked: Asked, response: Response) -> Response:
        if asked.path.startswith("/Statics/"):
            return response
        return changed(response, make(response.body.decode()).encode())

    return fault


def in_place_of_tables(other: Response) -> Fault:
    """Another response to each request of a table."""
    return lambda handler, asked, response: replace(other) if asked.path.startswith("/Statics/") else response


def words(
    name: str, old: str, new: str, ends_in: frozenset[Failure], *, of: Callable[..., Fault] = on_tables
) -> Trouble:
    """Words on every table, or index, exchanged for others; they must have been there."""

    def make(text: str) -> str:
        assert old in text, f"the page has no {old!r}"
        return text.replace(old, new)

    return Trouble(name, of(make), 0, ends_in)
