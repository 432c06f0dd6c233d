"""The names of periods in claims files, and what near misses are told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import PeriodError
from factcheck.periods import Period


@pytest.mark.parametrize(
    ("written", "canonical", "first", "last"),
    [
        ("2024", "2024", "2024-01-01", "2024-12-31"),
        ("2025-H1", "2025-H1", "2025-01-01", "2025-06-30"),
        ("2025-H2", "2025-H2", "2025-07-01", "2025-12-31"),
        ("2025-Q2", "2025-Q2", "2025-04-01", "2025-06-30"),
        ("2025-Q4", "2025-Q4", "2025-10-01", "2025-12-31"),
        ("2024-02", "2024-02", "2024-02-01", "2024-02-29"),
        ("2025-01/2025-05", "2025-01/2025-05", "2025-01-01", "2025-05-31"),
        ("2025-01/2025-06", "2025-H1", "2025-01-01", "2025-06-30"),
        ("2025-04/2025-06", "2025-Q2", "2025-04-01", "2025-06-30"),
        ("2024-01/2024-12", "2024", "2024-01-01", "2024-12-31"),
        ("2025-06/2025-06", "2025-06", "2025-06-01", "2025-06-30"),
        ("2025-07-14", "2025-07-14", "2025-07-14", "2025-07-14"),
        ("2025-07-13/2025-07-14", "2025-07-13/2025-07-14", "2025-07-13", "2025-07-14"),
        ("2025-06-01/2025-06-30", "2025-06", "2025-06-01", "2025-06-30"),
        ("2015/2020", "2015/2020", "2015-01-01", "2020-12-31"),
        ("2024/2024", "2024", "2024-01-01", "2024-12-31"),
        (" 2025-06 ", "2025-06", "2025-06-01", "2025-06-30"),
    ],
)
def test_a_name_has_its_days_and_its_shortest_form(written: str, canonical: str, first: str, last: str) -> None:
    """
    Each form names its days, and is printed in its shortest form.
    """
    period = Period.parse(written)

    assert (str(period), f"{period.first}", f"{period.last}") == (canonical, first, last)


@pytest.mark.parametrize(
    ("fiscal_start", "months"),
    [(4, "2024-04/2025-03"), (7, "2024-07/2025-06"), (10, "2024-10/2025-09")],
)
def test_a_fiscal_year_is_stored_as_its_months(fiscal_start: int, months: str) -> None:
    """
    FY2024/25 begins in the reporter's own month: April in India, July in Australia, October in the United States.
    """

    assert str(Period.parse("FY2024/25", fiscal_start=fiscal_start)) == months


def test_a_fiscal_year_may_end_in_00() -> None:
    """
    FY1999/00 is the fiscal year that ends in 2000.
    """

    assert str(Period.parse("FY1999/00", fiscal_start=4)) == "1999-04/2000-03"


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("2025S1", "write the first half of 2025 as 2025-H1"),
        ("2025H1", "write the first half of 2025 as 2025-H1"),
        ("H1 2025", "write the first half of 2025 as 2025-H1"),
        ("1H25", "write the first half of 2025 as 2025-H1"),
        ("2025-h2", "write the second half of 2025 as 2025-H2"),
        ("first half of 2025", "write the first half of 2025 as 2025-H1"),
        ("Q2 2025", "write the second quarter of 2025 as 2025-Q2"),
        ("2025Q4", "write the fourth quarter of 2025 as 2025-Q4"),
        ("3Q24", "write the third quarter of 2024 as 2024-Q3"),
        ("June 2025", "write June 2025 as 2025-06"),
        ("Sept. 2024", "write September 2024 as 2024-09"),
        ("2025-6", "write June 2025 as 2025-06"),
        ("2025/06", "write June 2025 as 2025-06"),
        ("06/2025", "write June 2025 as 2025-06"),
        ("202506", "write June 2025 as 2025-06"),
        ("2025-13", "months run from 2025-01 to 2025-12"),
        ("2025-00", "months run from 2025-01 to 2025-12"),
        ("2025-H3", "write 2025-H1 or 2025-H2"),
        ("2025-Q5", "write 2025-Q1 to 2025-Q4"),
        ("2025-05/2025-01", "write 2025-01/2025-05"),
        ("2020/2015", "write 2015/2020"),
        ("2025-01/05", "write the months as 2025-01/2025-05"),
        ("2025-01 to 2025-05", "write a range as 2025-01/2025-05"),
        ("2015-2020", "write a range as 2015/2020"),
        ("2025-Q1/2025-Q3", "write 2025-01/2025-09"),
        ("FY25", "write the fiscal year that ends in 2025 as FY2024/25"),
        ("FY2025", "write the fiscal year that ends in 2025 as FY2024/25"),
        ("FY2024-25", "write a fiscal year as FY2024/25"),
        ("FY2024/26", "write FY2024/25"),
        ("2024/25", "write a fiscal year as FY2024/25, two calendar years as 2024/2025"),
        ("2024-25", "write a fiscal year as FY2024/25, two calendar years as 2024/2025"),
        ("FY2024/25", "write its months, for example 2024-04/2025-03"),
        ("2025-02-30", "its last day is 2025-02-28, the whole month 2025-02"),
        ("14 July 2025", "write the day as 2025-07-14"),
        ("July 14, 2025", "write the day as 2025-07-14"),
        ("2025-7-4", "write the day as 2025-07-04"),
        ("20250714", "write the day as 2025-07-14"),
        ("14.07.2025", "write the day as 2025-07-14"),
    ],
)
def test_a_near_miss_is_told_the_right_form(written: str, hint: str) -> None:
    """
    A form that people write by mistake is refused with the form that was meant.
    """
    with pytest.raises(PeriodError) as caught:
        Period.parse(written)

    assert caught.value.hint == hint
    assert repr(written) in caught.value.what


@pytest.mark.parametrize("written", ["", "last year", "25", "1H", "FY", "2025-01/2025", "٢٠٢٤", "20 24"])
def test_what_is_no_period_is_told_all_forms(written: str) -> None:
    """
    Anything else is refused with a list of the forms there are.
    """
    with pytest.raises(PeriodError, match=r"write it as 2024, 2025-H1, 2025-Q2, 2025-06, 2025-01/2025-05"):
        Period.parse(written)


@pytest.mark.parametrize("written", ["1899", "2200", "1800-H1", "9999-12", "1899-12/1900-02"])
def test_a_year_out_of_range_is_refused(written: str) -> None:
    """
    Years run from 1900 to 2199.
    """
    with pytest.raises(PeriodError, match="the year must lie between 1900 and 2199"):
        Period.parse(written)


def test_the_fiscal_year_of_a_calendar_year_reporter_is_refused() -> None:
    """
    A reporter whose fiscal year begins in January has no FY names.
    """
    with pytest.raises(PeriodError, match="write 2024 or 2025"):
        Period.parse("FY2024/25", fiscal_start=1)


def _outcome(text: str, fiscal_start: int | None) -> Period | str:
    try:
        return Period.parse(text, fiscal_start=fiscal_start)
    except PeriodError as error:
        return str(error)


@given(st.text(max_size=60))
def test_any_text_is_a_period_or_a_period_error(text: str) -> None:
    """
    Whatever is written is read or refused in our own words, and an error never repeats a long text.
    """
    outcome = _outcome(text, None)

    assert isinstance(outcome, Period) or 0 < len(outcome) < 700


@given(st.from_regex(r"[0-9FYHQ]{1,4}[-/ ]?[0-9HQS]{0,4}[-/ ]?[0-9]{0,4}", fullmatch=True))
def test_anything_like_a_period_is_a_period_or_a_period_error(text: str) -> None:
    """
    Texts of the right signs in any order are read or refused in our own words.
    """
    outcome = _outcome(text, 4)

    assert isinstance(outcome, Period) or outcome
