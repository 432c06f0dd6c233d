"""A row that cannot be read is refused by name: its query has no figure at all, and never a zero."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.observations import Failure, SeriesQuery
from tests.resolvers.warehouse.tables import FILES, KINDS, ROWS, TYPES, URL, answer, figures, periods, warehouse

ASKED = SeriesQuery("CHN", "RUS", periods=periods("2024"))
GOOD = dict(zip(TYPES, ROWS[1], strict=True))


def row(**changes: Any) -> tuple[Any, ...]:
    """The row of China with Russia, total, 2024, with some cells changed."""
    return tuple((GOOD | changes).values())


#: What is wrong with a row, and what the answer says of it. The table is asked as text, so that any kind can hold it.
FAULTS: dict[str, tuple[dict[str, Any], str]] = {
    "an empty value": ({"amount": ""}, "the row of CHN with RUS, total, 2024: the value is empty"),
    "no number": ({"amount": "n/a"}, "the row of CHN with RUS, total, 2024: 'n/a' is no number"),
    "a thousands separator": ({"amount": "1,244.81"}, "'1,244.81' is no number"),
    "not a number": ({"amount": "NaN"}, "'NaN' is no number"),
    "infinity": ({"amount": "Infinity"}, "'Infinity' is no number"),
    "an exponent": ({"amount": "2.4481e2"}, "'2.4481e2' is no number"),
    "too many digits": ({"amount": "1" * 41}, "a number of 41 characters"),
    "below zero": ({"amount": "-244.81"}, "only a balance can be below zero"),
    "an unknown flow": ({"direction": "Z"}, "the row of CHN with RUS, Z, 2024: unknown flow 'Z'"),
    "no flow": ({"direction": ""}, "unknown flow ''"),
    "a day that is none": ({"out": "2025-02-30"}, "'2025-02-30' is no day of the calendar"),
    "a day in words": ({"out": "13 Jan"}, "'13 Jan' is no day"),
    "a day before the period was over": ({"out": "2024-01-13"}, "published on 2024-01-13, before its period ended"),
    "no address": ({"link": ""}, "the row has no address"),
    "an address that is none": ({"link": "see file"}, "'see file' is no web address"),
    "an invisible character": ({"amount": "24\u200b4.81"}, "its value holds the character U+200B"),
    "a line break": ({"link": "https://example.org/\nx"}, "its source_url holds a tab or a line break"),
    "a long text": ({"link": "https://example.org/" + "x" * 2000}, "its source_url has more than 2,000 characters"),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", FAULTS)
def test_a_bad_row_is_named(name: str, kind: str, table) -> None:
    """
    The query that the row answers fails with what is wrong; nothing of the row, nor of its neighbours, is an answer.
    """
    changes, words = FAULTS[name]

    given = answer(warehouse(kind, table(kind, [row(**changes), *ROWS[2:]])), ASKED)

    assert (given.failure, given.observations) == (Failure.BAD_PAYLOAD, ())
    assert words in given.detail


@pytest.mark.parametrize("kind", KINDS)
def test_null_is_no_zero(kind: str, table) -> None:
    """
    A null value is refused like an empty one.
    """
    given = answer(warehouse(kind, table(kind, [row(amount=None)])), ASKED)

    assert (given.failure, given.observations) == (Failure.BAD_PAYLOAD, ())
    assert "the value is empty" in given.detail


@pytest.mark.parametrize("kind", FILES)
def test_other_pairs_go_on(kind: str, table) -> None:
    """
    A bad row spoils the answers that it would be part of, and no others.
    """
    resolver = warehouse(kind, table(kind, [row(amount="n/a"), *ROWS[:1], *ROWS[2:]]))
    asked = [
        ASKED,
        SeriesQuery("CHN", None),
        SeriesQuery("CHN", "RUS", periods=periods("2023")),
        SeriesQuery("CHN", "USA", periods=periods("2024")),
    ]

    failures = [given.failure for given in resolver.resolve(asked)]

    assert failures == [Failure.BAD_PAYLOAD, Failure.BAD_PAYLOAD, None, None]


def test_a_query_that_wants_the_whole_series_spoils_no_other(table) -> None:
    """
    The bad row of 1995 is not part of the answer about 2024, though one statement brought both.
    """
    resolver = warehouse("csv", table("csv", [row(month="1995", amount="n/a", out=""), *ROWS]))

    series, year = resolver.resolve([SeriesQuery("CHN", "RUS"), ASKED])

    assert series.failure is Failure.BAD_PAYLOAD
    assert ("RUS", "total", "", "2024", "244.81") in figures(year)


PLACES = {
    "a code that is none": ("reporter", {"reporter": "China"}, "unknown place 'China'; write its code, CHN"),
    "a partner that is none": ("partner", {"partner": "Ruritania"}, "unknown place 'Ruritania'"),
    "a unit that is none": ("unit", {"unit": "US$"}, "unknown unit 'US$'"),
    "no unit": ("unit", {"unit": ""}, "the level has no unit"),
    "a scale in words": ("unit_multiplier", {"unit_multiplier": "billion"}, "'billion' is no power of ten"),
    "a measure that is none": ("measure", {"measure": "growth"}, "unknown measure 'growth'"),
    "a scope that is none": ("scope", {"scope": "all"}, "unknown scope 'all'"),
    "a standing that is none": ("standing", {"standing": "final"}, "unknown standing 'final'"),
    "more decimals than printed": ("decimals", {"decimals": "3"}, "3 decimals, but 244.81 has 2"),
    "a rate with a scale": ("measure", {"measure": "yoy"}, "a yoy rate with a unit_multiplier"),
}


@pytest.mark.parametrize("name", PLACES)
def test_a_bad_constant_is_named(name: str, table) -> None:
    """
    What is true of all rows is read as strictly as what a column says.
    """
    field, constant, words = PLACES[name]
    columns = {"reporter": "rep", "partner": "par", "flow": "direction", "period": "month", "value": "amount"}
    columns.pop(field, None)
    constants = {"unit": "USD", "unit_multiplier": "9", "source_url": URL} | constant
    asked = SeriesQuery(constant.get("reporter", "CHN"), constant.get("partner", "RUS"), periods=periods("2024"))

    given = answer(warehouse("csv", table("csv", [row()]), columns=columns, constants=constants, prefixes=None), asked)

    assert given.failure is Failure.BAD_PAYLOAD
    assert words in given.detail


@pytest.mark.parametrize("kind", FILES)
def test_a_row_that_stands_twice_is_refused(kind: str, table) -> None:
    """
    Two rows of one cell that nothing tells apart mean that the mapping lacks a column: neither is the figure.
    """
    given = answer(warehouse(kind, table(kind, [row(), row(amount="120.4")])), ASKED)

    assert given.failure is Failure.BAD_PAYLOAD
    assert "the row of CHN with RUS, total, 2024 stands there more than once" in given.detail


def test_two_vintages_are_two_rows(table) -> None:
    """
    A first figure and its revision stand beside each other: their days tell them apart.
    """
    given = answer(warehouse("csv", table("csv", [row(), row(amount="245.10", out="2025-06-30")])), ASKED)

    assert figures(given) == [("RUS", "total", "", "2024", "244.81"), ("RUS", "total", "", "2024", "245.10")]


def test_more_bad_rows_are_counted(table) -> None:
    """
    One bad row is named, the others are counted.
    """
    rows = [row(direction=flow, amount="n/a") for flow in "TXM"]

    given = answer(warehouse("csv", table("csv", rows)), ASKED)

    assert given.detail.startswith("the row of CHN with RUS, exports, 2024: 'n/a' is no number")
    assert given.detail.endswith("(and 2 more rows)")


def test_a_bad_word_of_a_table_is_shown_on_one_line(table) -> None:
    """
    What a table holds is hostile too: controls and directions of writing become blanks in messages.
    """
    given = answer(warehouse("csv", table("csv", [row(direction="X\x1b[31m\u202e")])), ASKED)

    assert given.failure is Failure.BAD_PAYLOAD
    assert given.detail.isprintable()
