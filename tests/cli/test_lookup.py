"""What is the figure? Words to a question, a question to figures."""

from __future__ import annotations

import json

import pytest

from factcheck.cli import main
from factcheck.cli.question import read_question
from factcheck.periods import Period

QUESTIONS = [
    ("China Russia 2024", ("CHN", "RUS", "total", None, ["2024"])),
    ("china russia 2025-h1", ("CHN", "RUS", "total", None, ["2025-H1"])),
    ("China-Russia 2025-01/2025-05", ("CHN", "RUS", "total", None, ["2025-01/2025-05"])),
    ("Chinese imports from Russia in June 2025 in yuan", ("CHN", "RUS", "imports", "CNY", ["2025-06"])),
    ("China's exports to the United States in the first half of 2024", ("CHN", "USA", "exports", None, ["2024-H1"])),
    ("US China 2024 deficit", ("USA", "CHN", "balance", None, ["2024"])),
    ("trade of China with Russia, January to May 2025 USD", ("CHN", "RUS", "total", "USD", ["2025-01/2025-05"])),
    ("China 2023 2024", ("CHN", "WLD", "total", None, ["2023", "2024"])),
    ("India China FY2024/25 dollars", ("IND", "CHN", "total", "USD", ["2024-04/2025-03"])),
    ("South Korea World exports", ("KOR", "WLD", "exports", None, [])),
    ("EU China", ("EU", "CHN", "total", None, [])),
]


@pytest.mark.parametrize(("words", "meant"), QUESTIONS)
def test_words_become_a_question(words: str, meant: tuple[str, str, str, str | None, list[str]]) -> None:
    """
    Places, period, flow and currency are read as people write them, in one argument or in several.
    """
    for written in ([words], words.split()):
        question = read_question(written)
        periods = [str(period) for period in question.periods]
        assert (question.reporter, question.partner, question.flow, question.unit, periods) == meant


def test_options_beat_words() -> None:
    """
    --flow, --currency and --commodity say it outright.
    """
    question = read_question(["China", "Russia", "imports", "2024"], "exports", "yuan", "HS 87.03")

    assert (question.flow, question.unit, question.commodity) == ("exports", "CNY", "hs:8703")
    assert question.periods == [Period.of_year(2024)]


def test_lookup_prints_value_vintage_and_address(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """
    A figure comes with its source, its release day and its address, the growth rate with it.
    """
    assert main(["lookup", "China", "Russia", "2025-H1", "--isolated"]) == 0
    shown = capsysbinary.readouterr().out.decode()

    assert "China’s trade with Russia, the first half of 2025 (2025-H1)" in shown
    assert "  106.48 bn USD\n    gacc, released 2025-07-14; this row decides\n    https://" in shown
    assert "−9.1 % on a year earlier in USD" in shown


def test_lookup_shows_several_vintages(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """
    The newest vintage decides, earlier ones stand below it; as of an earlier day an earlier one decides.
    """
    assert main(["lookup", "US China 2024 balance", "--isolated"]) == 0
    now = capsysbinary.readouterr().out.decode()
    assert main(["lookup", "US China 2024 balance", "--as-of", "2025-03-01", "--isolated"]) == 0
    then = capsysbinary.readouterr().out.decode()

    assert "−297.048 bn USD\n    census, released 2026-06-17; this row decides" in now
    assert "also −295.4 bn USD (census, released 2025-02-05" in now
    assert "\n  −297.048 bn USD\n" not in then
    assert "census, released 2025-02-05; this row decides" in then


def test_a_supporting_row_says_so(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """
    A compilation that decides for want of better is called that.
    """
    assert main(["lookup", "China Russia 2023 exports USD", "--isolated"]) == 0
    shown = capsysbinary.readouterr().out.decode()

    assert "111 bn USD" in shown.replace("111.0", "111")
    assert "no row of the office itself, so this one decides" in shown


def test_all_shows_rows_that_never_decide(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """
    Misprints and conversions are shown with --all only.
    """
    assert main(["lookup", "China Russia 2024 yuan", "--isolated"]) == 0
    some = capsysbinary.readouterr().out.decode()
    assert main(["lookup", "China Russia 2024 yuan", "--all", "--isolated"]) == 0
    every = capsysbinary.readouterr().out.decode()

    assert "1.75 tn CNY" not in some
    assert "also 1.75 tn CNY" in every
    assert "; never)" in every


def test_lookup_as_json(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """
    The same as data, in whole units and as strings.
    """
    assert main(["lookup", "China Russia 2023", "-o", "json", "--isolated"]) == 0
    answer = json.loads(capsysbinary.readouterr().out)
    level = next(each for each in answer["figures"] if each["measure"] == "level" and each["unit"] == "USD")

    assert (answer["reporter"], answer["partner"], answer["flow"]) == ("CHN", "RUS", "total")
    assert (level["value"], level["period"], level["reference"]["vintage"]) == ("240110000000", "2023", "2024-01-12")


def test_no_figure_names_what_is_near(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """
    Where there is no figure the exit code is 3, and the nearest periods are named.
    """
    assert main(["lookup", "China Russia 1995", "--isolated"]) == 3
    shown = capsysbinary.readouterr().out.decode()

    assert shown.startswith("No source at hand has China’s trade with Russia in 1995.\n")
    assert "2016" in shown


def test_events_have_ids_and_days(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """
    Events are found by words, whatever their case, and listed with id, weekday and day.
    """
    assert main(["lookup", "events", "lavrov", "BEIJING"]) == 0
    shown = capsysbinary.readouterr().out.decode()

    assert shown.startswith("wang-lavrov-beijing-2025-07-13\n  Sunday 2025-07-13, meeting: ")


def test_no_event_is_exit_code_3(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """
    Words that no event has give 3 and say so.
    """
    assert main(["lookup", "events", "zzzz"]) == 3
    assert capsysbinary.readouterr().out.decode().startswith("No event has all of: zzzz.")


def test_events_as_json(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """
    Events as data.
    """
    assert main(["lookup", "events", "gacc-h1-2025", "-o", "json"]) == 0
    event = json.loads(capsysbinary.readouterr().out)[0]

    assert (event["days"], event["source"], event["period"]) == ("2025-07-14", "gacc", "2025-H1")
