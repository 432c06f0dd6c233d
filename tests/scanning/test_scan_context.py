"""What a figure is of: its period, and the trade that it is about."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.scanning import scan

DAY = date(2025, 7, 14)
PERIODS = [
    ("In 2023 trade grew 26 percent to $240 billion.", ["2023", "2023"]),
    ("Trade fell 9.1 percent to $106.48 billion in the first half.", ["2025-H1", "2025-H1"]),
    ("Trade fell 9.1 percent in the first half, after growing 1.9 percent in 2024.", ["2025-H1", "2024"]),
    ("Trade fell 9.1 percent in the first half, after growing 1.9 percent.", ["2025-H1", "None"]),
    ("Imports rose to $5.2 billion in June, up from $5.1 billion in May.", ["2025-06", "2025-05"]),
    ("Imports rose to $5.2 billion, up from $5.1 billion in May.", ["None", "2025-05"]),
    ("Exports rose in May to $4.2 billion from $4 billion a year earlier.", ["2025-05", "2024-05"]),
    ("In May exports rose 5 percent from a year earlier to $4.2 billion.", ["2025-05", "2025-05"]),
    ("Exports rose 5 percent in May and 7 percent in June.", ["2025-05", "2025-06"]),
    ("In 2022 trade rose 5 percent, and in 2023 it rose 26 percent.", ["2022", "2023"]),
    ("From January to May exports rose 5 percent from the same period last year.", ["2025-01/2025-05"]),
    ("June's 5 percent rise followed a fall in April.", ["2025-06"]),
    ("In May sales were $5 billion, the highest since 2021.", ["2025-05"]),
    ("It grew by 26 percent in 2023, to $237 billion at the beginning of 2024.", ["2023", "2023"]),
    ("Customs said on Monday that exports rose 4 percent in June.", ["2025-06"]),
    ("Oil fell 2 percent on Monday.", ["2025-07-14"]),
    ("SYDNEY, July 14 (Reuters) - Exports rose to $5 billion.", ["None"]),
    ("Exports fell 8.4 percent in the first half. Imports fell 9.6 percent.", ["2025-H1", "2025-H1"]),
    ("Exports fell 8.4 percent in the first half. Inflation was 2 percent.", ["2025-H1", "None"]),
    ("Exports rose 5 percent in May and 7 percent in June. Imports fell 9.6 percent.", ["2025-05", "2025-06", "None"]),
]


@pytest.mark.parametrize(("text", "periods"), PERIODS)
def test_a_figure_is_of_the_period_of_its_clause(text: str, periods: list[str]) -> None:
    """
    The nearest expression of its clause, else of its sentence, else of the sentence before.
    """
    assert [str(each.period) for each in scan(text, DAY) if each.value is not None] == periods


BELONGS = [
    ("China's exports to Russia fell 8.4 percent.", ("exports", "CHN", "RUS", "")),
    ("Chinese imports of Russian crude oil rose 5 percent.", ("imports", "CHN", "RUS", "crude oil")),
    ("Imports from Russia rose 5 percent.", ("imports", "", "RUS", "")),
    ("Exports from Russia rose 5 percent.", ("exports", "RUS", "", "")),
    ("Trade between China and Russia fell 9.1 percent.", ("total", "CHN", "RUS", "")),
    ("U.S.-China trade fell 5 percent.", ("total", "USA", "CHN", "")),
    ("Bilateral trade fell 5 percent.", ("total", "", "", "")),
    ("Shipments to the EU rose 5 percent.", ("exports", "", "EU", "")),
    ("Sales to Japan rose 5 percent.", ("exports", "", "JPN", "")),
    ("Russia's trade surplus with China was $12.16 billion.", ("balance", "RUS", "CHN", "")),
    ("Exports of cars to Russia fell 46 percent.", ("exports", "", "RUS", "cars")),
    ("There was a 5 percent drop in Chinese exports.", ("exports", "CHN", "", "")),
    ("Exports rose 5 percent.", ("exports", "", "", "")),
    ("The budget deficit was $5 billion.", ("", "", "", "")),
    ("Inflation was 2 percent; exports fell.", ("", "", "", "")),
]


@pytest.mark.parametrize(("text", "belongs"), BELONGS)
def test_the_sentence_says_what_a_figure_is_about(text: str, belongs: tuple[str, str, str, str]) -> None:
    """
    Flow, owner, counterpart and goods, as far as the words say them.
    """
    about = next(each.belongs for each in scan(text, DAY) if each.value is not None)

    assert (about.flow, about.owner, about.counterpart, about.goods) == belongs


def test_a_new_flow_in_a_sentence_is_a_new_one() -> None:
    """
    "While imports fell" is about imports; the exports before keep their own.
    """
    text = "China's exports to Russia fell 8.4 percent to $47.16 billion, while imports fell 9.6 percent."
    found = [each for each in scan(text) if each.value is not None]

    assert [each.belongs.flow for each in found] == ["exports", "exports", "imports"]
    assert found[0].belongs.places == ("CHN", "RUS")
