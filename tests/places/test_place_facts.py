"""What is known of a place: members, money, fiscal year."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from factcheck.errors import UnknownNameError
from factcheck.places import by_code, currency, fiscal_start, is_bloc, members, place, places

REFERENCE = Path(__file__).parents[3] / "shared" / "data"  # beside the checkout, where it exists


@pytest.mark.parametrize(
    ("bloc", "year", "count"),
    [
        ("EU", 1958, 6), ("EU", 1973, 9), ("EU", 1981, 10), ("EU", 1986, 12), ("EU", 1995, 15),
        ("EU", 2004, 25),
        ("EU", 2007, 27), ("EU", 2013, 28), ("EU", 2019, 28), ("EU", 2020, 27), ("EU", 2025, 27),
        ("EA", 1999, 11), ("EA", 2015, 19), ("EA", 2022, 19), ("EA", 2023, 20), ("EA", 2026, 21),
        ("ASEAN", 1967, 5), ("ASEAN", 1999, 10), ("ASEAN", 2024, 10), ("ASEAN", 2025, 11),
        ("BRICS", 2009, 4), ("BRICS", 2023, 5), ("BRICS", 2024, 9), ("BRICS", 2025, 10),
        ("G7", 2024, 7), ("USMCA", 2024, 3), ("EAEU", 2024, 5), ("GCC", 2024, 6), ("EFTA", 2024, 4),
        ("MERCOSUR", 2023, 4), ("MERCOSUR", 2024, 5), ("OECD", 2024, 38), ("SCO", 2024, 10),
        ("CPTPP", 2024, 12),
        ("CHN+HKG", 2024, 2),
    ],
)  # fmt: skip
def test_members_follow_the_year(bloc: str, year: int, count: int) -> None:
    """
    A bloc has as many members as on 31 December of the year.
    """
    assert len(members(bloc, year)) == count


def test_britain_counts_through_2019() -> None:
    """
    The United Kingdom left on 31 January 2020 and is no member at the end of that year.
    """
    assert "GBR" in members("EU", 2019)
    assert "GBR" not in members("EU", 2020)


def test_timor_leste_counts_from_2025() -> None:
    """
    Timor-Leste joined ASEAN in October 2025.
    """
    assert members("ASEAN", 2025) - members("ASEAN", 2024) == {"TLS"}


@pytest.mark.parametrize("year", [1999, 2007, 2015, 2024, 2026])
def test_the_euro_area_lies_in_the_union(year: int) -> None:
    """
    Every member of the euro area is a member of the Union.
    """
    assert members("EA", year) <= members("EU", year)


def test_members_are_countries() -> None:
    """
    Blocs are made of places of kind country.
    """
    for bloc in ("EU", "EA", "ASEAN", "BRICS", "OECD", "SCO", "CPTPP", "CHN+HKG"):
        assert {by_code(code).kind for code in members(bloc, 2025)} == {"country"}


@pytest.mark.parametrize(
    ("bloc", "year"), [("EU", 1957), ("ASEAN", 1966), ("AFRICA", 2024), ("RUS", 2024), ("MERCOSUR", 2013)]
)
def test_unlisted_members_are_an_error(bloc: str, year: int) -> None:
    """
    A place without listed members in a year is an error and never an empty set.
    """
    with pytest.raises(UnknownNameError, match="not listed"):
        members(bloc, year)


def test_blocs_are_told_from_other_places() -> None:
    """
    Organisations of countries are blocs; countries, aggregates and the world are not.
    """
    assert {code for code in places() if is_bloc(code)} >= {"EU", "EA", "ASEAN", "BRICS", "USMCA"}
    assert not any(is_bloc(code) for code in ("RUS", "AFRICA", "LATAM", "CHN+HKG", "WLD", "XKX"))


@pytest.mark.parametrize(
    ("code", "month"),
    [("IND", 4), ("AUS", 7), ("USA", 10), ("JPN", None), ("GBR", None), ("EU", None), ("CHN", None)],
)
def test_fiscal_years_are_those_of_three_reporters(code: str, month: int | None) -> None:
    """
    India, Australia and the United States have a fiscal year, no other reporter does.
    """
    assert fiscal_start(code) == month


@pytest.mark.parametrize(
    ("code", "money"),
    [
        ("USA", "USD"), ("CHN", "CNY"), ("AUS", "AUD"), ("EU", "EUR"), ("EA", "EUR"), ("JPN", "JPY"),
        ("CAN", "CAD"),
        ("RUS", "RUB"), ("TWN", "TWD"), ("HKG", "HKD"), ("HRV", "EUR"), ("BGR", "EUR"), ("ECU", "USD"),
        ("WLD", None), ("ASEAN", None), ("CHN+HKG", None), ("PSE", None),
    ],
)  # fmt: skip
def test_a_place_has_its_money(code: str, money: str | None) -> None:
    """
    Each place has the currency of ISO 4217, or none where there is no single one.
    """
    assert currency(code) == money


def test_currencies_are_written_as_the_standard_does() -> None:
    """
    Every currency is three capital letters.
    """
    assert [
        found.code for found in places().values() if found.currency and not re.fullmatch("[A-Z]{3}", found.currency)
    ] == []


@pytest.mark.skipif(not REFERENCE.is_dir(), reason="the reference data are not here")
def test_every_place_of_the_reference_data_is_known() -> None:
    """
    Each reporter and partner code of the reference tables is a canonical code and names itself.
    """
    codes = {
        row[column]
        for path in (*REFERENCE.glob("*.csv"), *REFERENCE.glob("reach/*.csv"))
        for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines())
        for column in ("reporter", "partner")
        if row.get(column)
    }

    assert len(codes) > 200
    assert [code for code in sorted(codes) if place(code).code != code] == []
