"""Goods in the words of ``factcheck lookup``, and the ids of commodities."""

from __future__ import annotations

import json

import pytest

from factcheck.cli import main
from factcheck.cli.question import read_question
from factcheck.errors import WrittenError
from factcheck.goods import WORDS, find_goods
from factcheck.snapshot import Snapshot

Capture = pytest.CaptureFixture[bytes]

GOODS = [
    ("Chinese car exports to Russia 2025", ("CHN", "RUS", "exports", "passenger-cars")),
    ("China Russia passenger cars 2024", ("CHN", "RUS", "total", "passenger-cars")),
    ("how much crude oil China imports from Russia", ("CHN", "RUS", "imports", "crude-oil")),
    ("China Russia Oil", ("CHN", "RUS", "total", "crude-oil")),
    ("China Russia trucks", ("CHN", "RUS", "total", "trucks")),
    ("China Russia vehicle-parts", ("CHN", "RUS", "total", "vehicle-parts")),
    ("China Russia hs:8703", ("CHN", "RUS", "total", "hs:8703")),
    ("China CAF", ("CHN", "CAF", "total", "")),
    ("usa uae", ("USA", "ARE", "total", "")),
    ("India AT", ("IND", "AUT", "total", "")),
]


@pytest.mark.parametrize(("words", "meant"), GOODS)
def test_goods_are_read_and_small_words_are_no_codes(words: str, meant: tuple[str, str, str, str]) -> None:
    """
    "car" is goods and CAF a country, whether the words come in one argument or in several.
    """
    ids = ("passenger-cars", "vehicle-parts")

    for written in ([words], words.split()):
        question = read_question(written, ids=ids)
        assert (question.reporter, question.partner, question.flow, question.commodity) == meant


def test_two_goods_are_refused() -> None:
    """
    One commodity at a time; the same one in two words is one.
    """
    with pytest.raises(WrittenError, match="passenger-cars and trucks are named"):
        find_goods(["cars", "trucks"])

    assert find_goods(["oil", "China", "crude"]) == (("crude-oil", "oil"), ["China"])


def test_a_code_in_small_letters_says_how_it_is_written() -> None:
    """
    chn is no place, and the message says which code was meant.
    """
    with pytest.raises(WrittenError, match="unknown place 'chn'; a code is in capitals: write CHN for China"):
        read_question(["chn", "2024"])


def test_words_name_commodities_that_there_are() -> None:
    """
    Every commodity that a word stands for has figures in the snapshot.
    """

    assert set(WORDS.values()) <= set(Snapshot.open().commodity_ids())


def test_the_office_that_counts_answers(capsysbinary: Capture) -> None:
    """
    Russia has no figures of cars; China's with Russia are shown, and both readings are told.
    """
    assert main(["lookup", "Russia", "cars", "2024", "--isolated"]) == 0
    shown = capsysbinary.readouterr().out.decode()

    assert shown.startswith("China’s exports to Russia of passenger-cars, 2024\n  15.2 bn USD\n")
    assert "note: “cars” is read as passenger-cars; --commodity takes cars, crude-oil," in shown
    assert "no figures of Russia’s own are at hand: these are what China counts" in shown


def test_imports_of_one_are_exports_of_the_other(capsysbinary: Capture) -> None:
    """
    What Russia imports is asked of China as its exports, and what Russia exports is not answered with them.
    """
    assert main(["lookup", "Russia car imports 2024", "--isolated"]) == 0
    assert capsysbinary.readouterr().out.decode().startswith("China’s exports to Russia of passenger-cars, 2024\n")
    assert main(["lookup", "Russia car exports 2024", "--isolated"]) == 3


def test_readings_stand_in_the_data_too(capsysbinary: Capture) -> None:
    """
    JSON says whose figures they are and how the words were read.
    """
    assert main(["lookup", "Russia trucks", "-o", "json", "--isolated"]) == 0
    answer = json.loads(capsysbinary.readouterr().out)

    assert (answer["reporter"], answer["partner"], answer["flow"], answer["commodity"]) == (
        "CHN", "RUS", "exports", "trucks",
    )  # fmt: skip
    assert answer["remarks"] == ["no figures of Russia’s own are at hand: these are what China counts with Russia"]


def test_goods_without_figures_name_who_has_them(capsysbinary: Capture) -> None:
    """
    Where the pair has none the pairs that have some are named, and the exit code is 3.
    """
    assert main(["lookup", "Germany trucks 2024", "--isolated"]) == 3

    assert "Figures of trucks: China with Russia\n" in capsysbinary.readouterr().out.decode()


@pytest.mark.parametrize("commodity", ["passenger-car", "pasenger-cars"])
def test_an_unknown_commodity_lists_those_there_are(commodity: str, capsysbinary: Capture) -> None:
    """
    An id without figures is refused with the likely one and with all of them.
    """
    assert main(["lookup", "China", "Russia", "2024", "--commodity", commodity, "--isolated"]) == 2
    told = capsysbinary.readouterr().err.decode()

    assert f"there are no figures of '{commodity}'; did you mean passenger-cars" in told
    assert [name for name in Snapshot.open().commodity_ids() if name not in told] == []


def test_a_heading_without_figures_lists_the_ids(capsysbinary: Capture) -> None:
    """
    A heading of the Harmonized System may be right and still have no figures: exit code 3.
    """
    assert main(["lookup", "China Russia 2024", "--commodity", "HS 8703", "--isolated"]) == 3

    assert "Goods that have figures: cars, crude-oil," in capsysbinary.readouterr().out.decode()


def test_a_source_lists_its_commodities(capsysbinary: Capture) -> None:
    """
    ``sources SOURCE`` has the ids of that source only, and no line where it has none.
    """
    assert main(["sources", "gacc"]) == 0
    gacc = capsysbinary.readouterr().out.decode()
    assert main(["sources", "census"]) == 0
    census = capsysbinary.readouterr().out.decode()

    assert "\n  commodity  crude-oil, passenger-cars, trucks, vehicle-parts, vehicles\n" in gacc
    assert "\n  commodity " not in census
