"""Rules for periods as newsrooms write them; read as published on Monday, 14 July 2025 where no day is given."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.reading.periods import read_periods

JULY_14 = date(2025, 7, 14)


def _read(sentence: str, published: date = JULY_14, fiscal_start: int | None = None) -> list[str]:
    return [f"{found.text}={found.period}" for found in read_periods(sentence, published, fiscal_start=fiscal_start)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("tariffs start on Aug. 1, after the July 9 deadline", ["Aug. 1=2025-08-01", "July 9=2025-07-09"]),
        ("meets on July 29-30", ["July 29-30=2025-07-29/2025-07-30"]),
        ("from 12 July to 20 July.", ["12 July to 20 July=2025-07-12/2025-07-20"]),
        ("signed on Oct. 13", ["Oct. 13=2025-10-13"]),
        ("signed on Oct. 15", ["Oct. 15=2024-10-15"]),
        ("until Aug. 1, 2027", ["Aug. 1, 2027=2027-08-01"]),
    ],
)
def test_a_day_without_a_year_is_of_the_next_three_months_or_the_latest(sentence: str, expected: list[str]) -> None:
    """
    A day without a year lies within the three months to come, else it is the latest that has passed.
    """

    assert _read(sentence) == expected


def test_a_day_of_the_coming_january_is_of_the_next_year() -> None:
    """
    In December a day of January without a year is that of the coming January.
    """

    assert _read("takes office on Jan. 20", date(2024, 12, 9)) == ["Jan. 20=2025-01-20"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("growth will slow in the third quarter", ["third quarter=2025-Q3"]),
        ("the second half will be weaker", ["second half=2025-H2"]),
        ("output is expected to fall in September", ["September=2025-09"]),
        ("they warn of a weak second half of the year", ["second half of the year=2025-H2"]),
        ("the office will publish its June data", ["June=2025-06"]),
        ("growth slowed in the third quarter. It will rise", ["third quarter=2024-Q3"]),
        ("falls due in the fourth quarter of next year", ["fourth quarter of next year=2026-Q4"]),
    ],
)
def test_words_that_look_ahead_mean_the_coming_part_of_a_year(sentence: str, expected: list[str]) -> None:
    """
    Where the clause looks ahead, a part of a year is the running one or one that begins within three months.
    """

    assert _read(sentence) == expected


@pytest.mark.parametrize(("day", "expected"), [(20, "2024-07"), (21, "2025-07"), (31, "2025-07")])
def test_the_month_of_publication_is_meant_in_its_last_days(day: int, expected: str) -> None:
    """
    A bare month is the running one from the 21st on, when its flash estimates come out.
    """

    assert _read("the flash index rose in July", date(2025, 7, day)) == [f"July={expected}"]


def test_months_that_end_with_the_month_of_publication_are_now_ending() -> None:
    """
    A span of months without a year whose last month is that of publication is of the running year.
    """

    assert _read("between April and July") == ["between April and July=2025-04/2025-07"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("in the June quarter", ["June quarter=2025-Q2"]),
        ("in the December 2024 quarter", ["December 2024 quarter=2024-Q4"]),
        ("the January quarter", ["January quarter=2024-11/2025-01"]),
        ("the December half", ["December half=2024-H2"]),
        ("they may quarter the troops", []),
    ],
)
def test_a_quarter_named_by_its_month_ends_with_it(sentence: str, expected: list[str]) -> None:
    """
    The June quarter is the three months, the June half the six months that end with June.
    """

    assert _read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Q1-Q3 2024", ["Q1-Q3 2024=2024-01/2024-09"]),
        ("Q4 2023 to Q2 2024", ["Q4 2023 to Q2 2024=2023-10/2024-06"]),
        ("H1 2023-H1 2024", ["H1 2023-H1 2024=2023-01/2024-06"]),
        ("from Q3 2024 through Q1 2025", ["Q3 2024 through Q1 2025=2024-07/2025-03"]),
        ("Quarter 2 (Apr to June) 2025", ["Quarter 2 (Apr to June) 2025=2025-Q2"]),
        ("9M 2024 and 9M24", ["9M 2024=2024-01/2024-09", "9M24=2024-01/2024-09"]),
        ("the 3M 2024 report", ["2024=2024"]),
        ("the opening quarter of 2025", ["opening quarter of 2025=2025-Q1"]),
        ("the three-month period ended May 31", ["three-month period ended May 31=2025-03/2025-05"]),
    ],
)
def test_the_short_forms_of_reports_are_read(sentence: str, expected: list[str]) -> None:
    """
    Ranges of quarters, numbered quarters and months to date are read whole.
    """

    assert _read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("last week", ["last week=2025-07-07/2025-07-13"]),
        ("this week", ["this week=2025-07-14/2025-07-20"]),
        ("next week", []),
        ("the last week of June", []),
        ("the week ended July 4", ["week ended July 4=2025-06-28/2025-07-04"]),
        ("the week of June 30", ["week of June 30=2025-06-30/2025-07-06"]),
        ("on Wednesday last week", ["Wednesday last week=2025-07-09"]),
        ("on Thursday of this week", ["Thursday of this week=2025-07-17"]),
        ("from Monday to Wednesday", ["Monday=2025-07-14", "Wednesday=2025-07-16"]),
        ("the first 10 days of July 2025", ["first 10 days of July 2025=2025-07-01/2025-07-10"]),
    ],
)
def test_weeks_are_seven_days(sentence: str, expected: list[str]) -> None:
    """
    A week runs from Monday, or to or from the day that it is named by.
    """

    assert _read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("will slow, economists said Thursday", ["Thursday=2025-07-10"]),
        ("will be released on Friday", []),
        ("The Monday Club met", []),
        ("they flew to Friday Harbor", ["Friday=2025-07-11"]),
        ("bought Sunday Riley", []),
        ("On Friday Beijing said", ["Friday=2025-07-11"]),
        ("the Fourth of July sale", []),
        ("on July 4", ["July 4=2025-07-04"]),
    ],
)
def test_a_weekday_is_said_or_it_is_a_name(sentence: str, expected: list[str]) -> None:
    """
    What was said on a weekday is past; before a capital a weekday needs a word that days follow.
    """

    assert _read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("in June, against the month before.", ["June=2025-06", "month before=2025-05"]),
        ("in Q2 2025, after the quarter before", ["Q2 2025=2025-Q2", "quarter before=2025-Q1"]),
        ("in Q2 2025, the prior-year period", ["Q2 2025=2025-Q2", "prior-year period=2024-Q2"]),
        ("in H1 2025, the same six months of 2024", ["H1 2025=2025-H1", "same six months of 2024=2024-H1"]),
        ("in June, the like month of 2023", ["June=2025-06", "like month of 2023=2023-06"]),
        ("in the current quarter", ["current quarter=2025-Q3"]),
        ("at the start of the year", ["start of the year=2025"]),
        ("in Q4 2024; for the full year", ["Q4 2024=2024-Q4", "full year=2024"]),
        ("the full year", []),
        ("April-September 2024, the full year", ["April-September 2024=2024-04/2024-09"]),
        ("the full-year 2023 result", ["2023=2023"]),
        ("in June, the most since May 2023, from a year earlier",
         ["June=2025-06", "May 2023=2023-05", "a year earlier=2024-06"]),
    ],
)  # fmt: skip
def test_periods_named_by_another_one(sentence: str, expected: list[str]) -> None:
    """
    What leans on a period named before is that period moved; nothing leans on the mark of a record.
    """

    assert _read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Q3 FY25", ["Q3 FY25=2024-Q4"]),
        ("Q2FY25", ["Q2FY25=2024-Q3"]),
        ("H1 FY2025-26", ["H1 FY2025-26=2025-04/2025-09"]),
        ("Q4 of fiscal 2025", ["Q4 of fiscal 2025=2025-Q1"]),
        ("last fiscal year", ["last fiscal year=2024-04/2025-03"]),
        ("the current fiscal", ["current fiscal=2025-04/2026-03"]),
        ("in FY25 and the previous fiscal", ["FY25=2024-04/2025-03", "previous fiscal=2023-04/2024-03"]),
        ("the previous fiscal", []),
        ("April-May 2025, the same period last fiscal",
         ["April-May 2025=2025-04/2025-05", "same period last fiscal=2024-04/2024-05"]),
    ],
)  # fmt: skip
def test_parts_of_fiscal_years_and_their_neighbours(sentence: str, expected: list[str]) -> None:
    """
    Halves, quarters and neighbours of fiscal years are counted from the month in which these begin.
    """

    assert _read(sentence, fiscal_start=4) == expected


@pytest.mark.parametrize("sentence", ["Q3 FY25", "last fiscal year", "the current fiscal", "H1 of FY26"])
def test_fiscal_years_of_nobody_in_particular_stay_open(sentence: str) -> None:
    """
    Without the month in which fiscal years begin nothing is read of them.
    """

    assert _read(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("in the 1990s", ["1990s=1990/1999"]),
        ("the mid-2010s", ["2010s=2010/2019"]),
        ("in the 2000s", []),
        ("in the 1900s", []),
        ("sold $1990s", []),
    ],
)
def test_a_decade_is_its_ten_years(sentence: str, expected: list[str]) -> None:
    """
    A decade is ten years, save where it may be a century.
    """

    assert _read(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "a Windows 2000 server",
        "the Expo 2025 site",
        "write to PO Box 2025",
        "moved to 1985 Market Street",
        "pages 1936 to 1939",
        "Regulation (EU) 2019/2088",
        "dealers sold 2025 models",
        "at 2000 feet",
        "Messi's second half goal",
        "Shares in Q1 Corp",
        "green H2 gas",
        "the Q3 SUV and the Q2 hatchback",
        "and April Lee runs trade",
        "stakes from Mar Holdings",
    ],
)
def test_names_codes_and_games_are_no_periods(sentence: str) -> None:
    """
    What stands in a name, an address, a code or a game is no period.
    """

    assert _read(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Exports 2024", ["2024=2024"]),
        ("It fell. Since 2021 it rose", ["2021=2021"]),
        ("in China's 2024 budget", ["2024=2024"]),
        ("in Spring 2025", ["2025=2025"]),
        ("in H1 and GDP 2024", ["H1=2025-H1", "2024=2024"]),
        ("in May and June exports", ["May=2025-05", "June=2025-06"]),
        ("in June Chinese exports", ["June=2025-06"]),
    ],
)
def test_years_and_months_beside_capitals_that_are_no_names(sentence: str, expected: list[str]) -> None:
    """
    A sentence's first word, a season or a possessive leaves the year a year; "in" leaves the month a month.
    """

    assert _read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [("until 14 July.", "14 July"), ("until 14 Jul.", "14 Jul."), ("until 14 Sept. 2024", "14 Sept. 2024")],
)
def test_the_point_of_a_sentence_is_no_part_of_a_day(sentence: str, expected: str) -> None:
    """
    Only an abbreviated month takes the point behind it.
    """
    (found,) = read_periods(sentence, JULY_14)

    assert found.text == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In June it rose from May, while imports fell over the same month", "same month=2025-06"),
        ("In H1 2025 it rose; imports in the same period fell", "same period=2025-H1"),
        ("In H1 2025 it was lower than in the same period", "same period=2024-H1"),
        ("In H1 2025 it fell from the same period", "same period=2024-H1"),
        ("In H1 2025 it rose, up from 11,400 in the same period", "same period=2024-H1"),
        ("In H1 2025 it rose; in the comparable period", "comparable period=2024-H1"),
    ],
)
def test_the_same_period_beside_or_a_year_earlier(sentence: str, expected: str) -> None:
    """
    Over the same period is beside the one before; what is compared with the same period is a year after it.
    """

    assert _read(sentence)[-1] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("the twelve months to the March 2025 quarter", ["twelve months to the March 2025 quarter=2024-04/2025-03"]),
        ("for the year that ends in January", ["year that ends in January=2025-02/2026-01"]),
        ("the four weeks to July 13", ["four weeks to July 13=2025-06-16/2025-07-13"]),
        ("January-to-June imports", ["January-to-June=2025-H1"]),
        ("the 2025/26 July-June season", []),
        ("duties kick in on Monday", []),
        ("is expected to cut its rate to 0.5 percent on Friday", []),
        ("the Class of 2025", []),
        ("begins at 1900", []),
        ("at 2019 levels", ["2019=2019"]),
    ],
)
def test_spans_to_a_day_and_numbers_that_are_none(sentence: str, expected: list[str]) -> None:
    """
    Spans are read to their end; what is to come on a weekday, and a number after "at", stay unread.
    """

    assert _read(sentence) == expected
