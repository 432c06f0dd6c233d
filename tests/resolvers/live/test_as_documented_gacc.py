"""Chinese customs' pages as their documentation shows them, with every variant that it names."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.observations import Answer, Failure
from factcheck.resolvers.live.gacc.resolver import Gacc
from tests.resolvers.live.documented import Documented
from tests.resolvers.live.server import Response, text_response
from tests.resolvers.live.test_as_documented_replies import ask, series

HTML = "text/html; charset=utf-8"
BY_COUNTRY = "China's Total Export & Import Values by Country/Region"
TITLE = f"(4) {BY_COUNTRY}, Jun 2025 (in USD)"
PATH = "/Statics/0f2b1c5e-1c2d-4a3b-9e8f-7a6b5c4d3e2f.html"
YEARS = '<select id="preliminarysel"><option value="2025">2025</option><option value="2024">2024</option></select>'
NOT_FOUND = text_response("<html><title>404</title></html>", "text/html", 404)
#: Real: the turnover, exports and imports of China with Russia in the first half of 2025 and their growth.
HALF = {"total": "106480.3", "exports": "47160.0", "imports": "59320.3"}
GROWTH = {"total": "-9.1", "exports": "-8.4", "imports": "-9.6"}
MONTH = {"total": "17600.2", "exports": "8280.1", "imports": "9320.1"}
ROWS = """\
<tr><td>Total</td><td><b>535,700.1&nbsp;</b></td><td><b>3,032,600.3&nbsp;</b></td><td>325,200.0&nbsp;</td>\
<td>1,809,100.1&nbsp;</td><td>210,500.1&nbsp;</td><td>1,223,500.2&nbsp;</td><td>1.8</td><td>5.9</td><td>-3.9</td></tr>
<tr><td>&nbsp;&nbsp;&nbsp;Russian Federation</td><td>17,600.2&nbsp;</td><td>106,480.3&nbsp;</td><td>8,280.1&nbsp;</td>\
<td>47,160.0&nbsp;</td><td>9,320.1&nbsp;</td><td>59,320.3&nbsp;</td><td>-9.1</td><td>-8.4</td><td>-9.6</td></tr>
"""
HEAD = """\
<tr><td>Import Source</td><td>Export &amp; Import</td><td>Export &amp; Import</td><td>Export</td><td>Export</td>\
<td>Import</td><td>Import</td><td colspan="3">1-to-6 Total Year-on-Year (±%)</td></tr>
<tr><td>Export Destination</td><td>6</td><td>1- to-6</td><td>6</td><td>1- to-6</td><td>6</td><td>1- to-6</td>\
<td>Export &amp; Import</td><td>Export</td><td>Import</td></tr>
"""


def index(
    link: str = f"href={PATH}", label: str = " Jun.", title: str = f"(4) {BY_COUNTRY}", years: str = YEARS
) -> str:
    """The index of the current year: unquoted addresses, a broken line end, months without a table as plain text."""
    return (
        f'{years}<div class="nr-n-content-detail"><table>\n'
        "<tr><td>(1) Summary of Imports and Exports (in USD)</td><td><span>Jan.</span></td></tr>\n"
        f"<tr><td>{title} (in USD)</td><td><span>Jan.</span></br><a {link}>{label}</a></td></tr>\n"
        "<tr><td>(5) Major Exports (in USD)</td><td><span>Jan.</span></td></tr></table></div>"
    )


def table(
    title: str = TITLE,
    day: str = "2025/07/14",
    unit: str = "<span><b>Unit: USD1 Million</b></span>",
    head: str = HEAD,
    rows: str = ROWS,
) -> str:
    """The page of a table, as it is printed in the documentation: without the page around it."""
    return f"""\
<div class="atcl-ttl">{title}</div>
<div class="atcl-date">{day}</div>
<div class="atcl-cnt"><table>
<tr><td colspan="10"><span><b>{title.replace("& ", "&amp; ")}</b></span></td></tr>
<tr><td colspan="10">{unit}</td></tr>
{head}{rows}<tr><td colspan="10">Note: 1. ASEAN includes ... (±) Listed countries and regions</td></tr></table></div>
<div class="atcl-rct"><a href='http://english.customs.gov.cn\\Excel\\1_7-en-USD-2025-06_N21.xls'>4国别.xls</a></div>"""


def whole(page: str) -> str:
    """The page with the page around it."""
    return f"<!DOCTYPE html>\n<html><head><title>GACC</title></head><body>{page}</body></html>\n"


def answer_of(index_page: str, table_page: str, *wanted: str) -> Answer:
    """What the resolver makes of an index and a table."""
    said: dict[str, Response] = {
        "GET /statics/report/preliminary.html$": text_response(index_page, HTML),
        f"GET {PATH}$": text_response(table_page, HTML),
    }
    with Documented(said, NOT_FOUND) as server:
        return ask(Gacc, server, series("CHN", "RUS", *(wanted or ("2025-06", "2025-H1"))))


def figures(answer: Answer, period: str, measure: str = "level") -> dict[str, str]:
    """The figures of a period by flow, as printed."""
    return {
        row.flow: str(row.value)
        for row in answer.observations
        if (str(row.period), row.measure, row.unit) == (period, measure, "USD")
    }


VARIANTS = {
    "as printed": (index(), table()),
    "as whole pages": (whole(index()), whole(table())),
    "absolute links": (index(f"href=http://english.customs.gov.cn{PATH}"), table()),
    "absolute links in quotes": (index(f'href="http://english.customs.gov.cn{PATH}"'), table()),
    "absolute links over https": (index(f"href=https://english.customs.gov.cn{PATH}"), table()),
    "links with backslashes": (index("href='" + PATH.replace("/", "\\") + "'"), table()),
    "links from where the index is": (index(f'href="../..{PATH}"'), table()),
    "a month without its point": (index(label="Jun"), table()),
    "a whole month": (index(label="June"), table(f"(4) {BY_COUNTRY}, June 2025 (in USD)")),
    "a month with its point": (index(), table(f"(4) {BY_COUNTRY}, Jun. 2025 (in USD)")),
    "no number": (index(title=BY_COUNTRY), table(f"{BY_COUNTRY}, Jun 2025 (in USD)")),
    "a wrong number": (index(title=f"(5) {BY_COUNTRY}"), table(f"(6) {BY_COUNTRY}, Jun 2025 (in USD)")),
    "no currency in the title": (index(), table(f"(4) {BY_COUNTRY}, Jun 2025")),
    "no date in the title": (index(), table(f"(4) {BY_COUNTRY} (in USD)")),
    "a unit without a span": (index(), table(unit="Unit: USD1 Million")),
    "the other date": (index(), table(day="14/07/2025")),
    "a label over two lines": (index(), table(rows=ROWS.replace("Russian Fed", "Russian\n      Fed"))),
    "years as addresses": (
        index(years=YEARS.replace('"2025"', '"preliminary.html"').replace('"2024"', '"preliminary2024.html"')),
        table(),
    ),
}


@pytest.mark.parametrize("name", VARIANTS)
def test_a_variant_that_is_known_gives_the_figures(name: str) -> None:
    """
    Month, year to date and its growth are read from each form in which the pages have been seen.
    """
    answer = answer_of(*VARIANTS[name])

    assert answer.failure is None, answer.detail
    assert (figures(answer, "2025-06"), figures(answer, "2025-H1")) == (MONTH, HALF)
    assert figures(answer, "2025-H1", "yoy") == GROWTH
    assert {str(row.published) for row in answer.observations} == {"2025-07-14"}
    assert {row.unit_multiplier for row in answer.observations if row.measure == "level"} == {6}


JOINT_HEAD = HEAD.replace(">6<", ">2<").replace("1- to-6", "1- to-2").replace("1-to-6", "1-to-2")
JOINT_ROWS = """\
<tr><td>Total</td><td>909,370.0&nbsp;</td><td>909,370.0&nbsp;</td><td>539,940.0&nbsp;</td><td>539,940.0&nbsp;</td>\
<td>369,430.0&nbsp;</td><td>369,430.0&nbsp;</td><td>-2.4</td><td>2.3</td><td>-8.4</td></tr>
<tr><td>Russian Federation</td><td>34,700.0&nbsp;</td><td>34,700.0&nbsp;</td><td>15,000.0&nbsp;</td>\
<td>15,000.0&nbsp;</td><td>19,700.0&nbsp;</td><td>19,700.0&nbsp;</td><td>-7.1</td><td>-10.9</td><td>-4.0</td></tr>
"""


def test_a_joint_release_is_not_split() -> None:
    """
    January and February come together, in ten columns that say the same twice: their sum, and no month.
    """
    page = table(f"(4) {BY_COUNTRY}, January-February 2025 (in USD)", "2025/03/07", head=JOINT_HEAD, rows=JOINT_ROWS)

    answer = answer_of(index(label=" Feb."), page, "2025-01", "2025-02", "2025-01/2025-02")

    assert figures(answer, "2025-01/2025-02") == {"total": "34700.0", "exports": "15000.0", "imports": "19700.0"}
    assert {str(row.period) for row in answer.observations} == {"2025-01/2025-02"}


def test_yuan_are_hundreds_of_millions() -> None:
    """
    "(in RMB)" with CNY 100 Million is yuan, and 亿 has eight zeros.
    """
    rows = ROWS.replace("535,700.1", "38,500.0").replace("325,200.0", "23,300.0").replace("210,500.1", "15,200.0")
    rows = rows.replace("3,032,600.3", "217,900.0").replace("1,809,100.1", "130,000.0")
    rows = rows.replace("1,223,500.2", "87,900.0")
    page = table(f"(4) {BY_COUNTRY}, Jun 2025 (in RMB)", unit="Unit: CNY 100 Million", rows=rows)
    listed = index().replace("(in USD)", "(in CNY)")

    answer = answer_of(listed, page, "2025-06")

    assert {(row.flow, row.unit, row.value.scaleb(row.unit_multiplier)) for row in answer.observations} == {
        ("total", "CNY", Decimal("1760020000000")),
        ("exports", "CNY", Decimal("828010000000")),
        ("imports", "CNY", Decimal("932010000000")),
    }


PICTURE = (
    f'<div class="atcl-ttl">(4) {BY_COUNTRY}, Jun 2025 (in USD)</div><div class="atcl-date">03/08/2018</div>'
    "<div class=\"atcl-cnt\"><img src='\\Excel\\4-RMB.png'></div>"
)
REFUSED = {
    "a title in yuan over dollars": (index(), table(f"(4) {BY_COUNTRY}, Jun 2025 (in CNY)")),
    "a unit in yuan under a title in dollars": (index(), table(unit="Unit: CNY 100 Million")),
    "dollars by title and unit, figures in yuan": (index(), table(rows=ROWS.replace(",", "").replace(".", ""))),
    "no unit": (index(), table(unit="")),
    "a picture": (index(), PICTURE),
    "another month": (index(), table(f"(4) {BY_COUNTRY}, May 2025 (in USD)")),
    "half a page": (index(), table()[:900]),
    "links to another host": (index(f"href=http://english.customs.gov.cn.example.org{PATH}"), table()),
    "links with a login": (index(f"href=http://x@english.customs.gov.cn{PATH}"), table()),
    "a link to no table": (index("href=/Statics/../etc/passwd"), table()),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_page_that_contradicts_itself_is_refused(name: str) -> None:
    """
    A page that may be read in two ways, or in none, gives a reason and no figure.
    """
    answer = answer_of(*REFUSED[name])

    assert (answer.failure, answer.observations) == (Failure.BAD_PAYLOAD, ()), answer.detail
