"""What may go wrong with the pages of the Chinese customs, and what they have been seen to do that is no fault."""

from __future__ import annotations

import re
from collections.abc import Callable

from factcheck.observations import Failure
from tests.resolvers.live.faults import BAD, DOWN, RIGHT, Trouble
from tests.resolvers.live.gacc_service import in_place_of_tables, on_indexes, on_tables, words
from tests.resolvers.live.server import Response

HEAD = "Total Export &amp; Import Values by Country/Region, Jun 2025"  # the same over the table
SHELL = b"<!DOCTYPE html><html><head><script>location.reload()</script></head><body></body></html>"
RUSSIA = "Russian Federation"


def exchanged(
    name: str, pattern: str, new: str | Callable[[re.Match[str]], str], ends_in: frozenset[Failure] = BAD
) -> Trouble:
    """A pattern on every table exchanged for other words; it must have been there."""

    def make(text: str) -> str:
        made, count = re.subn(pattern, new, text, flags=re.DOTALL)
        assert count, f"the page has no {pattern!r}"
        return made

    return Trouble(name, on_tables(make), 0, ends_in)


def other_flow(found: re.Match[str]) -> str:
    """The head of exports over imports, and the other way round."""
    return "<b>Import</b>" if found[1] == "Export" else "<b>Export</b>"


def cut(name: str, pattern: str) -> Trouble:
    """Something on every table left out."""
    return exchanged(name, pattern, "")


def doubled(text: str) -> str:
    """The row of Russia a second time, with another total."""
    row = re.search(rf"<tr>(?:(?!<tr>).)*{RUSSIA}.*?</tr>", text, re.DOTALL)
    assert row is not None
    return text.replace(row[0], row[0] + row[0].replace("0&nbsp;", "1&nbsp;", 3))


INDEX_TROUBLES = (
    words("an index without a table by country", "by Country/Region", "by Trade Mode", BAD, of=on_indexes),
    words("an index without currencies", " (in USD)", "", BAD, of=on_indexes),
    words("an unknown title in the index", "Country/Region (in", "Country, by Port (in", BAD, of=on_indexes),
    words("an index without years", "preliminarysel", "yearsel", BAD, of=on_indexes),
    words("years that are none", 'value="2025">2025', 'value="last">last', BAD, of=on_indexes),
    words("an index of another year", 'value="2024"', 'value="2024" selected', BAD, of=on_indexes),
    words("a month that is none", "> Jun.</a>", "> Iun.</a>", BAD, of=on_indexes),
    words("links to no table", "/Statics/", "/Excel/", BAD, of=on_indexes),
    words("links to another place", "a href=http://", "a href=http://other.", BAD, of=on_indexes),
    words("links with more than a path", ".html> Jun.", ".html?x=1> Jun.", BAD, of=on_indexes),
    words("links that are code", "a href=http://", "a href=javascript:", BAD, of=on_indexes),
    words("links that are no address", "a href=http://", "a href=http://[", BAD, of=on_indexes),
    words("two tables of a month", "> May.</a>", "> Jun.</a>", BAD, of=on_indexes),
    words("the list of years moved elsewhere", "nr-n-content-detail", "content", BAD, of=on_indexes),
)
TABLE_TROUBLES = (
    words("a column renamed", ">Import<", ">Imports, CIF<", BAD),
    words("labels renamed", "Import Source", "Source", BAD),
    words("no second head", "Export Destination", "Destination", BAD),
    words("another month in the head", "<b>6</b>", "<b>5</b>", BAD),
    words("another span in the head", "1- to-6", "1- to-5", BAD),
    words("growth of the month", "1-to-6 Total", "6 Total", BAD),
    exchanged("columns in another order", r"<b>(Export|Import)</b>", other_flow),
    exchanged("a column too few in a row", r"(Russian Federation&?.*?</td>)\n?<td>.*?</td>", r"\1"),
    exchanged("a column too many in a row", r"(Russian Federation.*?</td>)", r"\1<td>1.0</td>"),
    exchanged("a cell across two rows", r"<td>(\s*<span><b>&nbsp;&nbsp;&nbsp;Russian)", r'<td rowspan="2">\1'),
    exchanged("a cell across no number of columns", 'colspan="3"', 'colspan="all"'),
    words("titled another month", "Jun 2025", "May 2025", BAD),
    words("titled another year", "Jun 2025", "Jun 2024", BAD),
    words("titled another month over the table", HEAD, HEAD.replace("Jun", "May"), BAD),
    words("titled January to February", "Jun 2025", "January-February 2025", BAD),
    words("another table", "by Country/Region", "by Trade Mode", BAD),
    words("a title in another form", "Jun 2025", "first half of 2025", BAD),
    words("an unknown unit", "Unit: ", "Unit: about ", BAD),
    words("no unit", "Unit: ", "In ", BAD),
    exchanged("units exchanged", r"Unit: [^<]*", "Unit: EUR1 Million"),
    exchanged("a unit ten times as large", r"1 Million|100 Million", "10 Million"),
    exchanged("no day", r'<div class="atcl-date">[^<]*', '<div class="atcl-date">'),
    words("a day that is none", "2025/07/14", "2025/14/07", BAD),
    words("a day before the period ended", "2025/07/14", "2025/06/14", BAD),
    words("a day years later", "2025/07/14", "2027/07/14", BAD),
    words("a day more than a year later", "2025/07/14", "2026/07/14", BAD),
    words("a day in words", "2025/07/14", "14 July 2025", BAD),
    exchanged("a picture in place of the table", r"<table.*</table>", r"<img src='\\Excel\\4-RMB.png'/>"),
    cut("no table", r"<table.*</table>"),
    exchanged("two tables", r"(<table.*</table>)", r"\1\1"),
    exchanged("text in place of a number", r"(Russian Federation.*?<b>)[0-9,.]+", r"\g<1>n.a."),
    exchanged("a number in another language", r"(Russian Federation.*?<b>)[0-9,.]+", r"\g<1>17.600,2"),
    exchanged("digits of another script", r"(Russian Federation.*?<b>)[0-9,.]+", r"\g<1>٤٢"),
    exchanged("a total that does not add up", r"(Russian Federation.*?<b>)[0-9,.]+", r"\g<1>9,999.9"),
    exchanged("growth that no mean can be", r"(Russian Federation.*?)(?:-9\.1|2\.5)&", r"\g<1>77.7&"),
    exchanged("a level below zero", r"(Russian Federation.*?<b>)([0-9,.]+)", r"\1-\2"),
    words("no total", "&nbsp;Total<", "&nbsp;All<", BAD),
    words("a second total", f"&nbsp;{RUSSIA}<", "&nbsp;Total<", BAD),
    Trouble("two rows of a partner", on_tables(doubled), 0, BAD),
    Trouble("the end of a page missing", on_tables(lambda text: text[: len(text) // 2]), 0, BAD),
    words("the last words missing", "</html>", "", BAD),
    words("broken tags", "<b>", "<b", BAD),
    words("a script without an end", "</script>", "", BAD),
    words("instructions of XML", "<body>", "<?xml version='1.0'?><body>", BAD),
    words("declarations", "<body>", "<![weird><body>", BAD),
    words("a character of 5,000 digits", "Beijing", "&#" + "9" * 5000 + ";", BAD),
    Trouble("a page of half a megabyte", on_tables(lambda text: text + " " * 500_000), 0, BAD),
    Trouble("another page", in_place_of_tables(Response(200, b"<html>Hi</html>", "text/html")), 0, BAD),
    Trouble("no such table", in_place_of_tables(Response(404, b"", "")), 0, BAD),
    Trouble("a challenge by status", in_place_of_tables(Response(412, SHELL, "text/html")), 0, DOWN),
    Trouble("a challenge in a script", in_place_of_tables(Response(200, SHELL, "text/html")), 0, DOWN),
    words("a challenge by its words", "gtag('js', new Date());", "$_ts=window['$_ts'];", DOWN),
)
#: What pages have been seen to do, and must be read all the same.
VARIANTS = (
    Trouble("links without a host", on_indexes(lambda text: re.sub("=http://[0-9.:]+", "=", text)), 0, RIGHT),
    words("the month in full", "Jun 2025", "June 2025", RIGHT),
    words("the month with a full stop", "Jun 2025", "Jun. 2025", RIGHT),
    words("no comma", ", Jun 2025", " Jun 2025", RIGHT),
    words("no number of the table", "(4) ", "", RIGHT),
    words("a wrong number of the table", "(4) ", "(3) ", RIGHT),
    exchanged("RMB for CNY", r"\(in CNY\)|\(in USD\)", lambda found: found[0].replace("CNY", "RMB"), RIGHT),
    exchanged("no currency in the title", r" \(in (?:CNY|USD)\)", "", RIGHT),
    words("no date in the title", ", Jun 2025", "", RIGHT),
    words("only the month in the title", "(in ", "(Only June, in ", RIGHT),
    exchanged(
        "an older title", r"Total Export [^<]*Region, Jun 2025[^<]*", "Total Value by Major Country (Region)", RIGHT
    ),
    exchanged("a unit without its span", r"<span><b>(Unit: [^<]*)</b></span>", r"\1", RIGHT),
    words("a label over two lines", RUSSIA, "Russian\n  Federation", RIGHT),
    words("a part of a group", f"&nbsp;{RUSSIA}", f"&nbsp;of which: {RUSSIA}", RIGHT),
    words("another minus sign", ">-", ">\u2212", RIGHT),
    words("a head without spaces", "1- to-6", "1-to-6", RIGHT),
    words("days first", "2025/07/14", "14/07/2025", RIGHT),
    words("hyphens in the day", "2025/07/14", "2025-07-14", RIGHT),
    exchanged(
        "an unknown row more",
        r"(<tr>(?:(?!<tr>).)*Russian)",
        r"<tr><td>Atlantis</td>" + "<td>-</td>" * 9 + r"</tr>\1",
        RIGHT,
    ),
    exchanged("a blank row more", r"(<tr>(?:(?!<tr>).)*Russian)", r"<tr>" + "<td>&nbsp;</td>" * 10 + r"</tr>\1", RIGHT),
)
