"""Units that stand elsewhere: the document's currency, the figure before, the head of a table."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.scanning import Mention, MentionKind, scan

MONEY = [
    ("BEIJING — Exports rose to ¥5 trillion.", "CNY", "BEIJING"),
    ("TOKYO (AP) — Exports rose to ¥5 trillion.", "JPY", "TOKYO"),
    ("Exports rose to ¥5 trillion. The yuan was stable.", "CNY", "yuan"),
    ("The yen fell as exports rose to ¥5 trillion.", "JPY", "yen"),
    ("TOKYO (AP) — Exports rose to ¥5 trillion while the yuan fell.", "CNY", "yuan"),
    ("China's exports rose to ¥5 trillion.", "CNY", "China"),
    ("Outlays rose to ¥5 trillion, Beijing said.", "CNY", "Beijing"),
    ("Japan and China traded ¥5 trillion.", "", ""),
    ("Exports rose to ¥5 trillion.", "", ""),
    ("Mexico earned 5 billion pesos.", "MXN", "Mexico"),
    ("Norway earned 5 billion kroner.", "NOK", "Norway"),
    ("Pakistan's exports rose to 5 billion rupees.", "PKR", "Pakistan"),
    ("Exports rose to 5 billion rupees.", "INR", ""),
    ("Exports rose to $5 billion.", "USD", ""),
    ("Australia's exports rose to $5 billion.", "USD", ""),
    ("SYDNEY, July 14 (Reuters) - Exports rose to $5 billion.", "AUD", "SYDNEY"),
    ("SYDNEY, July 14 (Reuters) - Exports rose to $5 billion, or A$7.6 billion.", "USD", ""),
    ("All figures are in Canadian dollars. Exports rose to $5 billion.", "CAD", "Canadian dollars"),
]


@pytest.mark.parametrize(("text", "unit", "where"), MONEY)
def test_the_document_says_which_currency_is_meant(text: str, unit: str, where: str) -> None:
    """
    Definition, other mentions, dateline, places; what they leave open has no unit.
    """
    found = next(each for each in scan(text) if each.kind is MentionKind.MONEY)

    assert found.unit == unit
    assert ("" if found.unit_from is None else text[slice(*found.unit_from)]) == where


CARRIED = [
    ("In June the yuan surplus, 7.06 trillion, was a record.", "7.06 trillion", "7060000000000", "CNY", "yuan"),
    ("In yuan terms, exports were 7.06 trillion.", "7.06 trillion", "7060000000000", "CNY", "yuan"),
    (
        "Imports rose to 5,910.3 billion yuan, up from 5,864.6 in May.",
        "5,864.6", "5864600000000", "CNY", "5,910.3 billion yuan",
    ),
    (
        "Exports were $4.1 billion, from 3.9 billion a year earlier.",
        "3.9 billion", "3900000000", "USD", "$4.1 billion",
    ),
    ("Profit was $4.1 billion, up from $3.9 a year earlier.", "$3.9", "3900000000", "USD", "$4.1 billion"),
    ("Prices grew 3.2 percent in May and 2.9 in June.", "2.9", "2.9", "%", "3.2 percent"),
    ("Growth rose to 5.3 from 5.1 percent.", "5.3", "5.3", "%", "5.1 percent"),
    ("Growth rose to 5.3 percent, from 5.1 in April.", "5.1", "5.1", "%", "5.3 percent"),
    (
        "It sold 25,000 vehicles, up from 20,000 a year earlier.",
        "20,000", "20000", "1", "25,000 vehicles",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "surface", "value", "unit", "where"), CARRIED)
def test_a_unit_is_carried_over(text: str, surface: str, value: str, unit: str, where: str) -> None:
    """
    A number takes unit and scale of the figure that it is compared with.
    """
    found = next(each for each in scan(text) if each.surface == surface)

    assert (found.value, found.unit) == (Decimal(value), unit)
    assert found.unit_from is not None
    assert text[slice(*found.unit_from)] == where


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Exports were $4.1 billion, from 20 countries.", "20"),
        ("Exports were $4.1 billion, from 900 a year earlier.", "900"),
        ("Exports were $4.1 billion. It was up from 3.9 in May.", "3.9"),
        ("The share was 5 percent, with 3 in May.", "3"),
        ("The share was 5 percent in May and 3 in Moscow.", "3"),
    ],
)
def test_a_doubtful_number_stays_a_number(text: str, surface: str) -> None:
    """
    A noun behind it, too great a distance, another sentence or no comparison: nothing is carried.
    """
    found = next(each for each in scan(text) if each.surface == surface)

    assert (found.kind, found.value, found.unit_from) == (MentionKind.NUMBER, Decimal(surface), None)


def cells(table: str) -> list[Mention]:
    """The figures of a table."""
    return [each for each in scan(table) if each.value is not None]


def test_the_heads_of_a_table_give_unit_and_period() -> None:
    """
    The unit and the year of a column hold for its cells; per cent wins over the unit of a row.
    """
    found = cells("Country\t2023, $bn\tShare, %\nRussia\t240.11\t4.1\nExports (USD bn)\t110.97\t3.3")

    assert [(each.value, each.unit) for each in found] == [
        (Decimal("240110000000"), "USD"),
        (Decimal("4.1"), "%"),
        (Decimal("110970000000"), "USD"),
        (Decimal("3.3"), "%"),
    ]
    assert str(found[0].period) == "2023"


HEADS = [
    ("Value, 100 million yuan", "520000000", "CNY"),
    ("'000 tonnes", "5200", "t"),
    ("US$ million", "5200000", "USD"),
    ("Value in billions of dollars", "5200000000", "USD"),
    ("USD", "5.2", "1"),
    ("hundred million yuan", "5.2", "1"),
    ("tens of millions of yuan", "5.2", "1"),
    ("Value", "5.2", "1"),
]


@pytest.mark.parametrize(("head", "value", "unit"), HEADS)
def test_a_head_is_read_whole_or_not_at_all(head: str, value: str, unit: str) -> None:
    """
    A scale that cannot be read, or a currency without one, leaves the number plain.
    """
    (found,) = cells(f"Month\t{head}\nJune\t5.2")

    assert (found.value, found.unit) == (Decimal(value), unit)


def test_two_units_of_one_cell_leave_it_plain() -> None:
    """
    A column in dollars and a row in tonnes settle nothing.
    """
    (found,) = cells("Goods\tUSD bn\nOil (million tonnes)\t5.2")

    assert (found.value, found.kind) == (Decimal("5.2"), MentionKind.NUMBER)
