"""Numbers keep the digits that the table has: text and decimals all of them, binary numbers those that they know."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.observations import Failure, SeriesQuery
from factcheck.resolvers.warehouse.rows import plain
from tests.resolvers.warehouse.tables import KINDS, TYPES, answer, periods, warehouse

ASKED = SeriesQuery("CHN", "RUS", periods=periods("2024"))


def one(amount: Any) -> list[tuple[Any, ...]]:
    """A table of one row."""
    return [("CHN", "RUS", "T", "", "2024", amount, None, "https://example.org/")]


def value(kind: str, table: Any, amount: Any, type_: str, **changes: Any) -> tuple[str, int]:
    """The value and its decimals, read from a column of a type."""
    place = table(kind, one(amount), types=TYPES | {"amount": type_})
    given = answer(warehouse(kind, place, **changes), ASKED)
    assert given.failure is None, given.detail
    return format(given.observations[0].value, "f"), given.observations[0].decimals


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", ["26.0", "26", "244.810", "0.00", "123456789012345678901234567890.12345"])
def test_text_keeps_its_digits(kind: str, text: str, table) -> None:
    """
    A zero at the end is a digit: 26.0 is not 26.
    """
    assert value(kind, table, text, "TEXT") == (text, len(text.partition(".")[2]))


@pytest.mark.parametrize("kind", ["duckdb", "parquet", "postgres"])
@pytest.mark.parametrize(("amount", "shown"), [("26", "26.00"), ("244.8", "244.80"), ("0.07", "0.07")])
def test_decimals_keep_their_scale(kind: str, amount: str, shown: str, table) -> None:
    """
    A column of two decimals has two, whatever was put in.
    """
    assert value(kind, table, amount, "DECIMAL(18, 2)") == (shown, 2)


@pytest.mark.parametrize("kind", ["duckdb", "parquet", "postgres", "sqlite"])
@pytest.mark.parametrize(
    ("amount", "shown"),
    [(26.0, "26"), (244.81, "244.81"), (0.1, "0.1"), (1e20, "1" + "0" * 20), (2.5e-7, "0.00000025")],
)
def test_binary_numbers_are_the_shortest_digits_that_give_them(kind: str, amount: float, shown: str, table) -> None:
    """
    A double says 244.81, not 244.81000000000000227; it has no zeros at its end and no exponent.
    """
    assert value(kind, table, amount, "DOUBLE PRECISION")[0] == shown


@pytest.mark.parametrize("kind", ["duckdb", "parquet", "postgres", "sqlite"])
def test_told_decimals_fill_binary_numbers_up(kind: str, table) -> None:
    """
    Where the mapping says that two decimals were printed, 26 was 26.00.
    """
    constants = {"unit": "USD", "unit_multiplier": "9", "decimals": "2"}

    assert value(kind, table, 26.0, "DOUBLE PRECISION", constants=constants) == ("26.00", 2)


@pytest.mark.parametrize("kind", ["duckdb", "parquet", "postgres"])
@pytest.mark.parametrize("odd", [float("nan"), float("inf"), float("-inf")])
def test_binary_numbers_that_are_none_are_refused(kind: str, odd: float, table) -> None:
    """
    NaN and infinity in a column of numbers are no figures.
    """
    place = table(kind, one(odd), types=TYPES | {"amount": "DOUBLE PRECISION"})

    given_ = answer(warehouse(kind, place), ASKED)

    assert (given_.failure, given_.observations) == (Failure.BAD_PAYLOAD, ())
    assert "is no number" in given_.detail


def test_nan_of_a_decimal_column_is_refused(table) -> None:
    """
    PostgreSQL's numeric may be NaN too.
    """
    place = table("postgres", one("NaN"), types=TYPES | {"amount": "NUMERIC"})

    assert answer(warehouse("postgres", place), ASKED).failure is Failure.BAD_PAYLOAD


@pytest.mark.parametrize("kind", ["duckdb", "parquet", "postgres"])
def test_single_precision_is_as_short(kind: str, table) -> None:
    """
    A number of four bytes says 244.81 and not 244.80999755859375.
    """
    assert value(kind, table, 244.81, "REAL") == ("244.81", 2)


@pytest.mark.parametrize("kind", KINDS)
def test_whole_numbers_stay_whole(kind: str, table) -> None:
    """
    A column of whole numbers has no decimals.
    """
    assert value(kind, table, 244810000000, "BIGINT") == ("244810000000", 0)


def test_bytes_are_no_number(table) -> None:
    """
    A blob is refused, whatever bytes it has.
    """
    place = table("sqlite", one(b"244.81"), types=TYPES | {"amount": "BLOB"})

    assert answer(warehouse("sqlite", place), ASKED).failure is Failure.BAD_PAYLOAD


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_plain_digits_give_the_same_number(number: float) -> None:
    """
    Written out, a binary number is the same number, without an exponent.
    """
    digits = plain(repr(number), "")

    assert float(digits) == number
    assert "e" not in digits
    assert not ("." in digits and digits.endswith("0"))
    assert Decimal(digits) == Decimal(repr(number))
