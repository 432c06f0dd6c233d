"""Tables in CSV: read by the names of their columns, whole or not at all."""

from __future__ import annotations

import resource
from datetime import UTC, datetime

import pytest

from factcheck.observations import Failure
from factcheck.resolvers.live.csv_table import rows_of
from factcheck.resolvers.live.failure import LiveFailure
from factcheck.resolvers.live.reply import Reply


def reply(text: str, *, delimited: bool = True) -> Reply:
    """A reply with this text."""
    moment = datetime(2026, 11, 20, tzinfo=UTC)
    return Reply("http://127.0.0.1/", 200, "text/csv", text.encode(), moment, "", delimited)


def test_columns_are_found_by_their_names() -> None:
    """
    Other columns, another order, blank lines and spaces make no difference.
    """
    found = list(rows_of(reply('x,VALUE,TIME\r\n"a, b", 1 ,2024\r\n\r\nc,2,2025'), ("TIME", "VALUE")))

    assert [(row["TIME"], row["VALUE"]) for row in found] == [("2024", "1"), ("2025", "2")]


def test_a_first_row_about_the_data_set_is_left_out() -> None:
    """
    A first row that ends before all wanted columns tells of the data set; any other short row is a fault.
    """
    assert len(list(rows_of(reply("FLOW,TIME,VALUE\nIMTS\nIMTS,2024,1\n"), ("TIME", "VALUE")))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "TIME,VALU\n2024,1\n",
        "TIME,VALUE,VALUE\n2024,1,2\n",
        "FLOW,TIME,VALUE\nIMTS,2024\n",
        "FLOW,TIME,VALUE\nIMTS,2024,1\nIMTS\n",
        "FLOW,TIME,VALUE\nIMTS,2024,1,2\n",
        'FLOW,TIME,VALUE\nIMTS,2024,"1\n',
        'FLOW,TIME,VALUE\nIMTS,2024,"1"2\n',
        "FLOW,TIME,VALUE\nIMTS,2024," + "9" * 200_000 + "\n",
    ],
)
def test_what_is_no_table_is_refused(text: str) -> None:
    """
    A column that is missing or there twice, a row that is too short or too long, a quote without an end.
    """
    with pytest.raises(LiveFailure) as caught:
        list(rows_of(reply(text), ("TIME", "VALUE")))

    assert caught.value.failure is Failure.BAD_PAYLOAD


@pytest.mark.parametrize("text", ["TIME,VALUE\n2024,8280000000", "TIME,VALUE\n2024,828"])
def test_a_table_without_a_length_ends_with_its_line(text: str) -> None:
    """
    Where the server says no length, a last line without an end may be a part of a number.
    """
    with pytest.raises(LiveFailure):
        list(rows_of(reply(text, delimited=False), ("TIME", "VALUE")))


def test_many_rows_take_no_memory() -> None:
    """
    A table of two million rows is read row by row.
    """
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    count = sum(1 for _ in rows_of(reply("TIME,VALUE\n" + "1,2\n" * 2_000_000), ("TIME", "VALUE")))

    assert (count, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000) == (2_000_000, True)
