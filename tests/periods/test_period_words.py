"""Periods as sentences name them; the sentences are read as published on Monday, 14 July 2025."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.periods import Period, in_words
from factcheck.reading.periods import PeriodMention, read_periods

PUBLISHED = date(2025, 7, 14)

# each sentence with the words read and their periods; "~" marks a relative one
SENTENCES = [
    # years
    ("Trade grew by 26 percent in 2023.", ["2023=2023"]),
    ("grew quickly in 2022 and 2023, then slowed", ["2022=2022", "2023=2023"]),
    ("at the beginning of 2024 — but", ["2024=2024"]),
    ("since mid-2024", ["2024=2024"]),
    ("a record (2024)", ["2024=2024"]),
    ("2024's total", ["2024=2024"]),
    ("In 2024 vehicles led exports", ["2024=2024"]),
    ("full-year 2024 figures", ["2024=2024"]),
    ("2024 was a record.", ["2024=2024"]),
    # no years
    ("dealers sold 2025 vehicles", []),
    ("a fleet of 2024 cars", []),
    ("ordered a Boeing 737 and a Boeing 2025", []),
    ("under Section 301 and Section 2024", []),
    ("HS 8703, HS code 2009 and heading 2024", []),
    ("call +7 495 2024 1234 or 555-2024", []),
    ("worth $2024, USD 2024, €2,024 and ¥ 2024", []),
    ("2,025 tonnes and 2025.5 points", []),
    ("rose 2024 percent, 2024%, 2024 tonnes, 2024 million", []),
    ("see https://example.org/2025/07/14/trade", []),
    ("Made in China 2025", []),
    ("No. 2024 of the 2000s, model A-2024", []),
    ("2015 to 2020 vehicles, between 2015 and 2020 vehicles, 2000-2100 tonnes", []),
    ("at 2025 GMT in 1 2024", []),
    ("the year 1850 and the year 2350", []),
    # ranges of years
    ("2015-2020", ["2015-2020=2015/2020"]),
    ("from 2015 to 2020", ["2015 to 2020=2015/2020"]),
    ("between 2015 and 2020", ["between 2015 and 2020=2015/2020"]),
    ("2015–20", ["2015–20=2015/2020"]),
    ("2010–12", ["2010–12=2010/2012"]),
    ("2010-12 may be a month or three years", []),
    # halves
    ("in the first half of 2025", ["first half of 2025=2025-H1"]),
    ("in the second half of 2024, trade", ["second half of 2024=2024-H2"]),
    ("the latter half of 2024", ["latter half of 2024=2024-H2"]),
    ("H1 2025", ["H1 2025=2025-H1"]),
    ("1H25", ["1H25=2025-H1"]),
    ("2025H1 and 2025-H1", ["2025H1=2025-H1", "2025-H1=2025-H1"]),
    ("H2 of 2024", ["H2 of 2024=2024-H2"]),
    ("H1-B visas and H1N1", []),
    ("the first six months of 2025", ["first six months of 2025=2025-H1"]),
    ("first-half trade fell", ["first-half=2025-H1~"]),
    ("in the first half of last year", ["first half of last year=2024-H1~"]),
    ("last year's first half", ["last year's first half=2024-H1~"]),
    ("in the second half of the year", ["second half of the year=2024-H2~"]),
    ("in the first half of\nthis year", ["first half of\nthis year=2025-H1~"]),
    ("the first half of the decade", []),
    ("the second half of June, the first week of July", []),
    # quarters
    ("the second quarter of 2024", ["second quarter of 2024=2024-Q2"]),
    ("Q2 2025", ["Q2 2025=2025-Q2"]),
    ("2Q25 and 3Q 2024", ["2Q25=2025-Q2", "3Q 2024=2024-Q3"]),
    ("Q1 and Q2 2025", ["Q1=2025-Q1", "Q2 2025=2025-Q2"]),
    ("2024's second quarter", ["2024's second quarter=2024-Q2"]),
    ("in the third quarter", ["third quarter=2024-Q3~"]),
    ("the last quarter of 2024", ["last quarter of 2024=2024-Q4"]),
    ("in the final three months of 2024", ["final three months of 2024=2024-Q4"]),
    ("last quarter", ["last quarter=2025-Q2~"]),
    ("this quarter", ["this quarter=2025-Q3~"]),
    ("the quarter ended June 30", ["quarter ended June 30=2025-Q2~"]),
    ("the first three quarters of 2024", ["first three quarters of 2024=2024-01/2024-09"]),
    ("the first and second quarters of 2025", []),
    ("a quarter of the total", []),
    # months
    ("June 2025", ["June 2025=2025-06"]),
    ("the invasion in February 2022", ["February 2022=2022-02"]),
    ("exports rose in June", ["June=2025-06~"]),
    ("in July", ["July=2024-07~"]),
    ("last June", ["last June=2025-06~"]),
    ("this June", ["this June=2025-06~"]),
    ("June of last year", ["June of last year=2024-06~"]),
    ("in June last year", ["June last year=2024-06~"]),
    ("in Sept. 2024", ["Sept. 2024=2024-09"]),
    ("in june and in may 2025", ["june=2025-06~", "may 2025=2025-05"]),
    ("in April, May and June 2025", ["April=2025-04", "May=2025-05", "June 2025=2025-06"]),
    ("in May and June", ["May=2025-05~", "June=2025-06~"]),
    ("its May exports", ["May=2025-05~"]),
    ("exports may fall as they march on", []),
    ("Theresa May said. May the force", []),
    ("a March on Washington", []),
    ("an august body met in Mar-a-Lago since May Day", []),
    ("June Smith spoke", []),
    ("in May 10 million tonnes", ["May=2025-05~"]),
    ("2025-06.", ["2025-06=2025-06"]),
    ("last month", ["last month=2025-06~"]),
    ("this month", ["this month=2025-07~"]),
    # ranges of months
    ("January-May", ["January-May=2025-01/2025-05~"]),
    ("January to May 2025", ["January to May 2025=2025-01/2025-05"]),
    ("from January through May", ["January through May=2025-01/2025-05~"]),
    ("January–June 2025", ["January–June 2025=2025-H1"]),
    ("Jan.–May 2025", ["Jan.–May 2025=2025-01/2025-05"]),
    ("between January and May 2025", ["between January and May 2025=2025-01/2025-05"]),
    ("the first seven months of 2025", ["first seven months of 2025=2025-01/2025-07"]),
    ("in the first 11 months of 2024", ["first 11 months of 2024=2024-01/2024-11"]),
    ("in the first five months", ["first five months=2025-01/2025-05~"]),
    ("from November 2024 to February 2025", ["November 2024 to February 2025=2024-11/2025-02"]),
    ("December to February 2025", ["December to February 2025=2024-12/2025-02"]),
    ("December to February", ["December to February=2024-12/2025-02~"]),
    ("2025-01/2025-05", ["2025-01/2025-05=2025-01/2025-05"]),
    # year to date and rolling
    ("so far this year", ["so far this year=2025-H1~"]),
    ("in the year to date", ["year to date=2025-H1~"]),
    ("2025 to date", ["2025 to date=2025-H1~"]),
    ("since the beginning of the year", ["since the beginning of the year=2025-H1~"]),
    ("the twelve months to June", ["twelve months to June=2024-07/2025-06~"]),
    ("12 months ended June 2025", ["12 months ended June 2025=2024-07/2025-06"]),
    ("six months to June 2025", ["six months to June 2025=2025-H1"]),
    ("three months through May", ["three months through May=2025-03/2025-05~"]),
    ("the last three months", []),
    # fiscal years, of a reporter whose year begins in April
    ("fiscal 2024-25", ["fiscal 2024-25=2024-04/2025-03"]),
    ("FY2024/25", ["FY2024/25=2024-04/2025-03"]),
    ("FY25", ["FY25=2024-04/2025-03"]),
    ("fiscal year 2025", ["fiscal year 2025=2024-04/2025-03"]),
    ("in 2024-25", ["2024-25=2024-04/2025-03"]),
    ("the 2024-25 financial year", ["2024-25 financial year=2024-04/2025-03"]),
    ("the year to March", ["year to March=2024-04/2025-03~"]),
    ("the year ended March 31, 2025", ["year ended March 31, 2025=2024-04/2025-03"]),
    ("the year to 31 March 2025", ["year to 31 March 2025=2024-04/2025-03"]),
    ("the first quarter of fiscal 2025", ["first quarter of fiscal 2025=2024-Q2"]),
    ("the year to 15 June 2025", []),
    ("last fiscal quarter, FY quarters", []),
    # days
    ("on July 14", ["July 14=2025-07-14~"]),
    ("on 14 July 2025", ["14 July 2025=2025-07-14"]),
    ("the 14th of July", ["14th of July=2025-07-14~"]),
    ("July 14, 2025, trade", ["July 14, 2025=2025-07-14"]),
    ("2025-07-14", ["2025-07-14=2025-07-14"]),
    ("on Dec. 25", ["Dec. 25=2024-12-25~"]),
    ("July 13-14", ["July 13-14=2025-07-13/2025-07-14~"]),
    ("28 December 2024 to 3 January 2025", ["28 December 2024 to 3 January 2025=2024-12-28/2025-01-03"]),
    ("14/07/2025", ["14/07/2025=2025-07-14"]),
    ("10/07/2025", []),
    ("on Monday", ["Monday=2025-07-14~"]),
    ("last Monday", ["last Monday=2025-07-07~"]),
    ("last Friday", ["last Friday=2025-07-11~"]),
    ("in Beijing on Sunday", ["Sunday=2025-07-13~"]),
    ("on Tuesday", ["Tuesday=2025-07-08~"]),
    ("yesterday and today", ["yesterday=2025-07-13~", "today=2025-07-14~"]),
    ("Monday, July 14", ["Monday, July 14=2025-07-14~"]),
    ("will be released on Friday", []),
    ("next Friday, Black Friday, Mondays, The Sunday Times", []),
    ("29 February", ["29 February=2024-02-29~"]),
    ("June 31 and 2025-02-30", []),
    # relative
    ("last year", ["last year=2024~"]),
    ("this year", ["this year=2025~"]),
    ("two years ago", ["two years ago=2023~"]),
    ("the previous year", ["previous year=2024~"]),
    ("In June they rose from a year earlier", ["June=2025-06~", "a year earlier=2024-06~"]),
    ("in H1 2025, down on the previous year", ["H1 2025=2025-H1", "previous year=2024~"]),
    ("in May 2025, up on the previous month", ["May 2025=2025-05", "previous month=2025-04~"]),
    ("in May 2025, from the same period of 2023", ["May 2025=2025-05", "same period of 2023=2023-05~"]),
    ("June, against the same month last year", ["June=2025-06~", "same month last year=2024-06~"]),
    ("Q1 2025, the same quarter last year", ["Q1 2025=2025-Q1", "same quarter last year=2024-Q1~"]),
    ("in 2024, on Monday, a year earlier", ["2024=2024", "Monday=2025-07-14~", "a year earlier=2023~"]),
    ("compared with a year earlier", []),
    ("the same period of 2024", []),
    ("a year before the war", []),
]  # fmt: skip


def _shown(mentions: tuple[PeriodMention, ...]) -> list[str]:
    return [f"{mention.text}={mention.period}{'~' if mention.relative else ''}" for mention in mentions]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_a_sentence_names_its_periods(sentence: str, expected: list[str]) -> None:
    """
    A sentence is read as naming these periods and no others.
    """

    assert _shown(read_periods(sentence, PUBLISHED, fiscal_start=4)) == expected


def test_without_a_publication_day_relative_periods_are_left_out() -> None:
    """
    What leans on the publication day is left out where none is known; what leans on a mention is not.
    """
    text = "Last year, in June, on Monday and so far this year; in May 2025 from a year earlier"

    assert _shown(read_periods(text, None)) == ["May 2025=2025-05", "a year earlier=2024-05~"]


def test_without_a_fiscal_year_fiscal_years_are_left_out() -> None:
    """
    Fiscal years of a reporter whose year is unknown are left out whole, never read as calendar years.
    """

    assert read_periods("FY2024/25, fiscal 2025, 2024-25 and the first half of fiscal 2025", PUBLISHED) == ()


def test_a_year_to_date_has_no_months_in_january() -> None:
    """
    In January no month of the year has ended, so there is no year to date.
    """

    assert read_periods("so far this year", date(2025, 1, 14)) == ()


_WORDS = st.one_of(
    st.builds(Period.of_months, st.integers(1902, 2090), st.integers(1, 12), st.integers(1, 40)),
    st.builds(
        lambda day, more: Period(day, day + timedelta(more)),
        st.dates(date(1902, 1, 1), date(2090, 12, 31)),
        st.integers(0, 400),
    ),
)


@given(_WORDS)
def test_our_own_words_read_back_as_the_same_period(period: Period) -> None:
    """
    The words that messages name a period with are read as that period, without a publication day.
    """
    words = in_words(period)

    assert [mention.period for mention in read_periods(f"Trade fell in {words}.", None)] == [period]


@given(_WORDS)
def test_canonical_names_read_back_as_the_same_period(period: Period) -> None:
    """
    A canonical name in a sentence is read as its period, unless the name alone could be a range of years.
    """
    read = [mention.period for mention in read_periods(f"figure for {period}, revised", None)]

    assert read == [period] or (read == [] and period.freq == "M" and period.first.month > period.first.year % 100)


_FRAGMENTS = """
in the first half of|H1|June|May|may|14|2025|-|–|to|from|between|and|year|last|Monday|,|.|(|/|$|%
a year earlier|the same period of|FY24|fiscal|twelve months|quarter|vehicles|so far this year|Q2|31
2024-25|Sept.|February 29
ended|’s|two years ago|\u00a0|é|١٩٩٩|😀
"""
_PARTS = ["\n", *(part for line in _FRAGMENTS.split("\n") for part in line.split("|"))]
_PIECES = st.lists(st.sampled_from(_PARTS), max_size=25)


@given(
    _PIECES,
    st.sampled_from(["", " "]),
    st.sampled_from([None, PUBLISHED, date(1900, 1, 1), date(2199, 12, 31)]),
)
def test_spans_point_at_the_words_and_do_not_overlap(pieces: list[str], between: str, day: date | None) -> None:
    """
    In any text each mention is exactly text[start:end], in order, and none overlaps the next.
    """
    text = between.join(pieces)
    mentions = read_periods(text, day, fiscal_start=4)

    assert all(text[slice(*mention.span)] == mention.text for mention in mentions)
    assert all(one.span[1] <= other.span[0] for one, other in pairwise(mentions))


@given(_PIECES)
def test_a_text_said_twice_is_read_twice(pieces: list[str]) -> None:
    """
    Two copies of a text far apart name the absolute periods of the text twice.
    """
    text = " ".join(pieces)
    once = [(mention.text, mention.period) for mention in read_periods(text, PUBLISHED) if not mention.relative]
    twice = [
        (mention.text, mention.period)
        for mention in read_periods(f"{text}.\n\n{'-' * 90}\n\n{text}", PUBLISHED)
        if not mention.relative
    ]

    assert twice == once + once
