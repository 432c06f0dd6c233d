"""The Chinese customs' preliminary release by country, as its English pages are."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from factcheck.observations import Failure, Observation, SeriesQuery
from factcheck.periods import Period
from factcheck.resolvers.live.gacc import MOST_TABLES, Gacc
from tests.resolvers.live.conftest import Ran
from tests.resolvers.live.faults import BAD, COMMON, DOWN, RIGHT, Trouble
from tests.resolvers.live.gacc_service import (
    GaccService,
    in_place_of_tables,
    on_indexes,
    on_tables,
    words,
)
from tests.resolvers.live.server import Response
from tests.resolvers.live.suite import LiveSuite, periods

TITLE = "Total Export & Import Values by Country/Region, Jun 2025"
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
    words("years that are none", 'value="2025"', 'value="last"', BAD, of=on_indexes),
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


class TestGacc(LiveSuite):
    """The contract, the faults of any service, and those of these pages."""

    service, resolver = GaccService, Gacc
    question = SeriesQuery("CHN", "RUS", periods=periods("2025-H1"))
    at, value = Period.parse("2025-H1"), Decimal(47_160_000_000)
    known = (
        question,
        SeriesQuery("CHN", "DEU", periods=periods("2026-Q1", "2026-03")),
        SeriesQuery("CHN", None, periods=periods("2026-Q1")),
    )
    unknown = (
        SeriesQuery("CHN", "KAZ", periods=periods("2025-H1")),
        SeriesQuery("CHN", "RUS", "hs:8703"),
        SeriesQuery("RUS", "CHN"),
        SeriesQuery("CHN", "NZL", periods=periods("2025-H1")),
    )
    troubles = COMMON
    own_troubles = (*INDEX_TROUBLES, *TABLE_TROUBLES, *VARIANTS)
    server: GaccService

    def rows(self, partner: str | None, *when: str) -> tuple[Observation, ...]:
        """The rows of an answer that has some."""
        answer = self.answer(SeriesQuery("CHN", partner, periods=periods(*when)))
        assert answer.failure is None, answer.detail
        return answer.observations

    def levels(self, partner: str, *when: str) -> set[tuple[str, str, str, str]]:
        """Flow, unit, period and figure of the levels of an answer."""
        return {
            (row.flow, row.unit, str(row.period), str(row.value))
            for row in self.rows(partner, *when)
            if row.measure == "level"
        }

    # What is read.

    def test_the_published_figures_of_the_first_half_of_2025(self) -> None:
        """
        Turnover, exports and imports in millions, and growth with the digits that were printed.
        """
        found = {
            (row.flow, row.measure, str(row.value), row.unit_multiplier, row.decimals, row.published)
            for row in self.rows("RUS", "2025-H1")
            if row.unit == "USD"
        }

        day = date(2025, 7, 14)
        assert found == {
            ("total", "level", "106480.3", 6, 1, day),
            ("exports", "level", "47160.0", 6, 1, day),
            ("imports", "level", "59320.3", 6, 1, day),
            ("total", "yoy", "-9.1", 0, 1, day),
            ("exports", "yoy", "-8.4", 0, 1, day),
            ("imports", "yoy", "-9.6", 0, 1, day),
        }

    def test_a_table_has_its_month_and_the_year_to_date(self) -> None:
        """
        March 2026 and the first quarter are two periods of one page, in hundreds of millions of yuan.
        """
        assert self.levels("DEU", "2026-03", "2026-Q1") == {
            ("total", "CNY", "2026-03", "1243.6"),
            ("exports", "CNY", "2026-03", "711.8"),
            ("imports", "CNY", "2026-03", "531.7"),
            ("total", "CNY", "2026-Q1", "3752.6"),
            ("exports", "CNY", "2026-Q1", "2240.9"),
            ("imports", "CNY", "2026-Q1", "1511.7"),
        }

    def test_the_month_has_no_growth(self) -> None:
        """
        The growth on a page is that of the year to date, and is given for no month.
        """
        grown = {str(row.period) for row in self.rows("DEU", "2026-03", "2026-Q1") if row.measure == "yoy"}

        assert grown == {"2026-Q1"}

    def test_zeros_that_were_printed_are_digits(self) -> None:
        """
        Growth of 10.0 and 0.0 per cent is known to a tenth.
        """
        found = {
            (row.flow, str(row.value), row.decimals) for row in self.rows("GBR", "2025-H1") if row.measure == "yoy"
        }

        assert found == {("total", "10.0", 1), ("exports", "0.0", 1)}

    def test_a_dash_is_no_figure(self) -> None:
        """
        Where a dash stands there is no row, and no zero.
        """
        assert not [row for row in self.rows("GBR", "2025-H1") if (row.flow, row.measure) == ("imports", "yoy")]

    def test_january_and_february_together_are_never_split(self) -> None:
        """
        From 2020 to 2025 the first table is of both months, and neither of the two has a figure.
        """
        found = {each for each in self.levels("RUS", "2025-01/2025-02", "2025-02", "2025-01") if each[1] == "CNY"}

        assert found == {
            ("total", "CNY", "2025-01/2025-02", "2492.5"),
            ("exports", "CNY", "2025-01/2025-02", "1074.5"),
            ("imports", "CNY", "2025-01/2025-02", "1417.9"),
        }

    def test_february_alone(self) -> None:
        """
        Since 2026 February has columns of its own; the two months are another figure.
        """
        found = {each for each in self.levels("VNM", "2026-01/2026-02", "2026-02") if each[:2] == ("exports", "USD")}

        assert found == {("exports", "USD", "2026-02", "12900.0"), ("exports", "USD", "2026-01/2026-02", "25800.0")}

    def test_ten_columns_for_both_months_are_read_once(self) -> None:
        """
        A joint table that repeats the sum in a column of the month gives the sum, and no February.
        """
        self.server.repeated = (2025,)

        found = {(row.flow, row.unit, str(row.value)) for row in self.rows("RUS", "2025-02", "2025-01/2025-02")}

        assert ("exports", "CNY", "1074.5") in found
        assert {str(row.period) for row in self.rows("RUS", "2025-02", "2025-01/2025-02")} == {"2025-01/2025-02"}

    def test_a_sum_of_both_months_that_is_not_repeated_is_refused(self) -> None:
        """
        A joint table whose column of the month differs from the sum is not understood.
        """
        self.server.repeated = (2025,)
        self.server.always = on_tables(lambda text: text.replace("1,074.5", "1,074.4", 1))

        answer = self.answer(SeriesQuery("CHN", "RUS", periods=periods("2025-01/2025-02")))

        assert {row.unit for row in answer.observations} == {"USD"}

    def test_january_of_2019_is_month_and_year_to_date_at_once(self) -> None:
        """
        Where January has a table its two columns are one figure.
        """
        found = [
            row for row in self.rows("RUS", "2019-01") if (row.flow, row.unit, row.measure) == ("total", "USD", "level")
        ]

        assert [str(row.value) for row in found] == ["17500.0"]

    def test_a_whole_year_is_the_table_of_december(self) -> None:
        """
        The year to date in December is the year.
        """
        assert ("exports", "USD", "2024", "126000.0") in self.levels("RUS", "2024")

    def test_groups_and_their_parts_are_rows_of_their_own(self) -> None:
        """
        For a rank all rows with a code are given, groups among them, and never as all that there is.
        """
        answer = self.answer(SeriesQuery("CHN", None, periods=periods("2026-Q1")))

        yuan = {
            row.partner: str(row.value)
            for row in answer.observations
            if (row.flow, row.unit, row.measure) == ("total", "CNY", "level")
        }
        assert yuan == {
            "WLD": "118380.0",
            "EU": "14862.2",
            "DEU": "3752.6",
            "USA": "9016.7",
            "ASEAN": "19666.6",
            "HKG": "7944.7",
            "KOR": "7016.9",
            "RUS": "4280.4",
            "LATAM": "9861.3",
            "AFRICA": "6465.6",
            "ZAF": "992.6",
            "RCEP": "37301.1",
        }
        assert not answer.complete

    def test_a_later_day_counts_where_two_are_possible(self) -> None:
        """
        Whether 08/07/2025 is in July or in August nobody knows: it counts from August.
        """
        self.server.always = on_tables(lambda text: text.replace("2025/07/14", "08/07/2025"))

        assert {row.published for row in self.rows("RUS", "2025-H1")} == {date(2025, 8, 7)}

    # What is refused, and what is left of an answer.

    def test_a_title_of_the_other_currency_is_refused(self) -> None:
        """
        A table titled in yuan over dollars, as that of June 2025 was, is left out; the one in yuan stands.
        """
        self.server.always = on_tables(lambda text: text.replace("(in USD)", "(in CNY)"), only="USD1 Million")

        answer = self.answer()

        assert ({row.unit for row in answer.observations}, answer.complete) == ({"CNY"}, False)
        assert "another currency" in answer.detail

    def test_a_unit_of_the_other_currency_is_refused(self) -> None:
        """
        A table in yuan with the unit of dollars is left out; the one in dollars stands.
        """
        self.server.always = on_tables(lambda text: text.replace("CNY 100 Million", "USD1 Million"))

        answer = self.answer()

        assert ({row.unit for row in answer.observations}, answer.complete) == ({"USD"}, False)

    def test_figures_of_the_other_currency_are_refused(self) -> None:
        """
        Dollars under a title and a unit of yuan are larger than China's trade can be.
        """
        dollars = (
            self.server.table(2025, 6, "USD").replace("(in USD)", "(in CNY)").replace("USD1 Million", "CNY 100 Million")
        )
        self.server.always = on_tables(lambda text: dollars, only="CNY 100 Million")

        answer = self.answer()

        assert {row.unit for row in answer.observations} == {"USD"}

    def test_figures_in_a_smaller_unit_are_refused(self) -> None:
        """
        Hundreds of millions of yuan under a unit of millions of dollars are smaller than China's trade can be.
        """
        yuan = (
            self.server.table(2025, 6, "CNY").replace("(in CNY)", "(in USD)").replace("CNY 100 Million", "USD1 Million")
        )
        self.server.always = on_tables(lambda text: yuan, only="USD1 Million")

        answer = self.answer()

        assert {row.unit for row in answer.observations} == {"CNY"}

    def test_the_pictures_of_2018_are_said_to_be_pictures(self) -> None:
        """
        A table that is a picture is a bad payload, in words.
        """
        answer = self.answer(SeriesQuery("CHN", "RUS", periods=periods("2018-06")))

        assert (answer.failure, "picture" in answer.detail) == (Failure.BAD_PAYLOAD, True)

    def test_a_table_that_fails_for_good_takes_the_whole_answer(self) -> None:
        """
        Where the service itself fails no half of an answer is given.
        """
        self.server.always = lambda handler, asked, response: (
            Response(412, SHELL, "text/html") if b"CNY 100 Million" in response.body else response
        )

        answer = self.answer()

        assert (answer.failure, answer.observations) == (Failure.UNAVAILABLE, ())
        assert "challenge" in answer.detail

    def test_an_index_that_fails_is_asked_for_once(self) -> None:
        """
        A bad index page leaves its year without tables, after one request.
        """
        self.server.always = lambda handler, asked, response: (
            Response(404, b"", "") if "2024" in asked.path else response
        )

        answer = self.answer(SeriesQuery("CHN", "RUS", periods=periods("2025-H1", "2024-H1", "2024-05")))

        assert {row.period.first.year for row in answer.observations} == {2025}
        assert [asked.path for asked in self.server.asked if "2024" in asked.path] == [
            "/statics/report/preliminary2024.html"
        ]

    # What is asked.

    def test_only_the_tables_that_are_needed_are_read(self) -> None:
        """
        One period takes the first index, that of its year, and a table in each currency.
        """
        self.answer()

        paths = [asked.path for asked in self.server.asked]
        assert paths[:2] == ["/statics/report/preliminary.html", "/statics/report/preliminary2025.html"]
        assert len(paths) == 4

    def test_queries_share_tables(self) -> None:
        """
        A second partner costs no request.
        """
        queries = [SeriesQuery("CHN", each, periods=periods("2025-H1")) for each in ("RUS", "GBR", "WLD")]

        list(self.make_resolver().resolve(queries))

        assert len(self.server.asked) == 4

    def test_a_month_without_a_table_is_no_data(self) -> None:
        """
        January, a month that is not out yet, and a quarter within the year have no table.
        """
        query = SeriesQuery("CHN", "RUS", periods=periods("2025-01", "2026-11", "2025-Q2", "2012-05"))

        answer = self.answer(query)

        assert (answer.failure, len(self.server.asked)) == (Failure.NO_DATA, 2)

    def test_a_year_that_is_not_offered_is_not_asked_for(self) -> None:
        """
        Before March the first index may still be of the year before, whose address has no year then.
        """
        self.now = datetime(2026, 2, 10, tzinfo=UTC)
        self.server.newest = (2025, 12)

        answer = self.answer(SeriesQuery("CHN", "RUS", periods=periods("2025-H1", "2026-01")))

        assert self.found(answer) == [self.value]
        assert len(self.server.asked) == 3

    def test_a_run_reads_no_more_than_sixty_tables(self) -> None:
        """
        Of many months the newest are read, years to date first, and the answer is said to be incomplete.
        """
        months = [f"{year}-{month:02}" for year in range(2019, 2026) for month in range(3, 13)]

        answer = self.answer(SeriesQuery("CHN", "RUS", periods=periods("2019", "2020-H1", *months)))

        found = {str(row.period) for row in answer.observations}
        assert len([asked for asked in self.server.asked if "/Statics/" in asked.path]) == MOST_TABLES
        assert {"2019", "2020-H1", "2025-12"} <= found
        assert (answer.complete, "2019-03" in found) == (False, False)

    def test_what_is_beyond_sixty_tables_is_too_big(self) -> None:
        """
        A query of whose tables none is left is told so.
        """
        months = [f"{year}-{month:02}" for year in range(2020, 2026) for month in range(3, 13)]
        queries = [
            SeriesQuery("CHN", "RUS", periods=periods(*months)),
            SeriesQuery("CHN", "JPN", periods=periods("2019-05")),
        ]

        answers = {answer.query.partner: answer for answer in self.make_resolver().resolve(queries)}  # type: ignore[union-attr]

        assert (answers["RUS"].failure, answers["JPN"].failure) == (None, Failure.TOO_BIG)
        assert "60" in answers["JPN"].detail

    def test_a_whole_series_is_years_and_the_last_two_of_months(self) -> None:
        """
        A record looks at the years since 2019 and the last 24 months, without January of 2025 and 2026 and February
        of 2025, which have no figure; the five earlier Decembers come with their years.
        """
        answer = self.answer(SeriesQuery("CHN", "RUS"))

        found = {row.period for row in answer.observations}
        assert {Period.of_year(year) for year in range(2019, 2026)} <= found
        assert sum(period.months == 1 for period in found) == 24 - 3 + 5
        assert not answer.complete

    @pytest.mark.parametrize(
        "query",
        [
            SeriesQuery("RUS", "CHN"),
            SeriesQuery("CHN", "KAZ"),
            SeriesQuery("CHN", "RUS", "hs:8703"),
            SeriesQuery("CHN", "EA"),
            SeriesQuery("CHN", "CHN"),
        ],
    )
    def test_what_it_cannot_be_asked(self, query: SeriesQuery) -> None:
        """
        Only China reports, only all goods, and only partners that have a row.
        """
        assert not self.resolver(self.access()).covers(query)

    @pytest.mark.parametrize(
        "unit", ["<a>", "<p><b>", "<a b='>", "</a>", "&#1;", "<td><table>", "<a ", "<!--", "<![", "<?a"]
    )
    def test_a_hostile_page_ends_in_time(self, unit: str) -> None:
        """
        A page as large as may be, of tags only, is refused within seconds.
        """
        hostile = ("<html><div class='atcl-ttl'>" + unit * (250_000 // len(unit))).encode()
        self.server.always = in_place_of_tables(Response(200, hostile, "text/html"))
        start = time.monotonic()

        answer = self.answer()

        assert (answer.failure, time.monotonic() - start < 10) == (Failure.BAD_PAYLOAD, True)


CLAIMS = """\
title: China and Russia trade less in the first half of 2025
published: 2025-07-14
about: {source: gacc, reporter: China, partner: Russia, flow: total, currency: USD}
claims:
  - id: first-half
    quote: "slipped by 9.1 percent to $106.48 billion"
    change: 2025-H1
    level: 2025-H1
  - id: exports
    quote: "exports fell by 8.4 percent to $47.16 billion"
    flow: exports
    change: 2025-H1
    level: 2025-H1
  - id: imports
    quote: "imports fell by 9.6 percent to $59.32 billion"
    flow: imports
    change: 2025-H1
    level: 2025-H1
"""
#: The embedded figures have neither Germany nor Latin America with China in 2026; those of the pages are real.
ELSEWHERE = """\
title: China's trade in the first quarter of 2026
published: 2026-04-20
about: {source: gacc, reporter: China, flow: total, currency: CNY}
claims:
  - id: holds
    partner: Germany
    quote: "trade with Germany came to 375.26 billion yuan"
    level: 2026-Q1
  - id: grew
    partner: Germany
    quote: "rose 12.7 percent"
    change: 2026-Q1
  - id: misses
    partner: Latin America
    quote: "trade with Latin America came to 311.23 billion yuan"
    level: 2026-Q1
  - id: month
    partner: Germany
    flow: exports
    quote: "exports of 71.18 billion yuan in March"
    level: 2026-03
  - id: open
    partner: Germany
    quote: "came to 120 billion yuan in November"
    level: 2026-11
  - id: early
    partner: Japan
    quote: "came to 1 trillion yuan in the first half"
    level: 2026-H1
"""


def test_the_first_half_of_2025_through_the_whole_command(verify_live: Callable[..., Ran]) -> None:
    """
    On the day of the release the published figures hold, read from the page of that day.
    """
    with GaccService() as server:
        url, ran = server.url, verify_live(CLAIMS, {"gacc": server.url}, "--isolated")

    claims = ("first-half", "exports", "imports")
    assert [ran.verdict(f"{claim}.change") for claim in claims] == [("match", "published-rate")] * 3
    assert [ran.verdict(f"{claim}.level") for claim in claims] == [("match", "within")] * 3
    assert ran.finding("exports.level")["reference"]["url"].startswith(url)
    assert ran.code == 0


def test_partners_that_the_snapshot_lacks(verify_live: Callable[..., Ran]) -> None:
    """
    Levels and growth of partners and periods that nobody else has are decided by the pages.
    """
    with GaccService() as server:
        ran = verify_live(ELSEWHERE, {"gacc": server.url})

    assert [ran.verdict(each) for each in ("holds", "grew", "misses", "month", "open", "early")] == [
        ("match", "within"),
        ("match", "published-rate"),
        ("discrepancy", "wrong-level"),
        ("match", "within"),
        ("unresolved", "no-observation"),
        ("unresolved", "not-yet-published"),
    ]
    assert ran.code == 1


def test_a_challenge_leaves_claims_unresolved(verify_live: Callable[..., Ran]) -> None:
    """
    A site that lets no program in ends with exit code 4 and says so.
    """
    with GaccService() as server:
        server.always = lambda handler, asked, response: Response(412, SHELL, "text/html")
        ran = verify_live(ELSEWHERE, {"gacc": server.url})

    assert (ran.code, ran.verdict("holds")) == (4, ("unresolved", "source-unavailable"))
    assert "challenge" in ran.finding("holds")["explanation"]
