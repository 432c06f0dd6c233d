"""What a quote says of a day; read as published on Monday, 14 July 2025."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.reading.days import read_day_claim

PUBLISHED = date(2025, 7, 14)


@pytest.mark.parametrize(
    ("quote", "text", "days", "weekday"),
    [
        ("released on Monday", "Monday", "2025-07-14", 0),
        ("in Beijing on Sunday", "Sunday", "2025-07-13", 6),
        ("last Monday", "last Monday", "2025-07-07", 0),
        ("the invasion in February 2022", "February 2022", "2022-02", None),
        ("on Monday, July 14", "Monday, July 14", "2025-07-14", 0),
        ("on Tuesday, July 14", "Tuesday, July 14", "2025-07-14", 1),
        ("on Tuesday, July 14, 2025", "Tuesday, July 14, 2025", "2025-07-14", 1),
        ("July 14, a Monday", "July 14, a Monday", "2025-07-14", 0),
        ("Sunday (July 13)", "Sunday (July 13)", "2025-07-13", 6),
        ("Fri., 11 July", "Fri., 11 July", "2025-07-11", 4),
        ("on 13-14 July 2025", "13-14 July 2025", "2025-07-13/2025-07-14", None),
        ("in 2022", "2022", "2022", None),
        ("yesterday", "yesterday", "2025-07-13", None),
        ("met in July", "July", "2025-07", None),
        ("in early July", "July", "2025-07", None),
        ("since mid-July", "July", "2025-07", None),
        ("in late July", "July", "2025-07", None),
        ("in June", "June", "2025-06", None),
        ("in August", "August", "2024-08", None),
        ("last July", "last July", "2024-07", None),
        ("in July 2024", "July 2024", "2024-07", None),
        ("on 14.07.2025", "14.07.2025", "2025-07-14", None),
        ("on 3.6.2025", "3.6.2025", "2025-06-03", None),
        ("on Mon.", "Mon.", "2025-07-14", 0),
        ("last Fri.", "last Fri.", "2025-07-11", 4),
        ("late last week", "last week", "2025-07-07/2025-07-13", None),
        ("this week", "this week", "2025-07-14/2025-07-20", None),
        ("a week ago", "a week ago", "2025-07-07", None),
        ("three days ago", "three days ago", "2025-07-11", None),
        ("on Monday released data for the first half of 2025", "Monday", "2025-07-14", 0),
        ("in 2022, after February 2022, on 24 February 2022", "24 February 2022", "2022-02-24", None),
    ],
)
def test_a_quote_says_which_days_and_weekday(quote: str, text: str, days: str, weekday: int | None) -> None:
    """
    The most exact date of a quote gives its days, and the weekday that it names whether or not it fits.
    """
    words = read_day_claim(quote, PUBLISHED)

    assert words is not None
    assert (words.text, str(words.days), words.weekday) == (text, days, weekday)
    assert quote[slice(*words.span)] == text


@pytest.mark.parametrize(
    "quote",
    [
        "for two consecutive days",
        "met again",
        "The Sun.",
        "they sat.",
        "next week",
        "31.06.2025",
        "",
        "will meet soon, maybe",
    ],
)
def test_a_quote_without_a_date_says_nothing(quote: str) -> None:
    """
    A quote that names no day, month, year or weekday gives nothing.
    """

    assert read_day_claim(quote, PUBLISHED) is None


def test_a_weekday_without_a_publication_day_has_no_days() -> None:
    """
    Without a publication day the weekday is still known, its day is not.
    """
    words = read_day_claim("on Monday", None)

    assert words is not None
    assert (words.days, words.weekday) == (None, 0)
