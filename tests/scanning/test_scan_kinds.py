"""What a scan finds: figures of every kind, periods and dates, with value, unit, interval and direction."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from factcheck.hedges import Hedge
from factcheck.intervals import Interval
from factcheck.scanning import Mention, MentionKind, scan

DAY = date(2025, 7, 14)


def figures(text: str) -> list[Mention]:
    """The mentions that have a value."""
    return [mention for mention in scan(text, DAY) if mention.value is not None]


KINDS = [
    ("Trade was worth $106.48 billion.", "$106.48 billion", "money", "106480000000", "USD"),
    ("It shipped 42.6 million tonnes.", "42.6 million tonnes", "quantity", "42600000", "t"),
    ("It sold 25,000 vehicles.", "25,000 vehicles", "quantity", "25000", "1"),
    ("Exports fell 9.1 percent.", "9.1 percent", "percent", "-9.1", "%"),
    ("The rate rose 0.5 percentage points.", "0.5 percentage points", "points", "0.5", "pp"),
    ("Sales doubled.", "doubled", "ratio", "2", "x"),
    ("Sales grew 6.4-fold.", "6.4-fold", "ratio", "6.4", "x"),
    ("One in five cars is Chinese.", "One in five", "ratio", "20", "%"),
    ("The index stood at 5,900.", "5,900", "number", "5900", "1"),
    ("It fell for a fourth straight month.", "fourth straight month", "count", "4", "1"),
    ("It grew for the third year in a row.", "third year in a row", "count", "3", "1"),
    ("It grew for three years running.", "three years running", "count", "3", "1"),
    ("They met for two consecutive days.", "two consecutive days", "count", "2", "1"),
    ("It was a surplus, the 61st in a row.", "61st in a row", "count", "61", "1"),
    ("It was the second time.", "second time", "count", "2", "1"),
    ("It is the second-largest partner.", "second-largest", "rank", "2", "1"),
    ("It is among the top five.", "top five", "rank", "5", "1"),
    ("It ranked third.", "ranked third", "rank", "3", "1"),
    ("It is the No. 2 supplier.", "No. 2", "rank", "2", "1"),
    ("It is one of the 10 largest buyers.", "10 largest", "rank", "10", "1"),
]


@pytest.mark.parametrize(("text", "surface", "kind", "value", "unit"), KINDS)
def test_a_figure_has_its_kind_value_and_unit(text: str, surface: str, kind: str, value: str, unit: str) -> None:
    """
    One figure of each kind, in whole units, signed by its direction.
    """
    (found,) = figures(text)

    assert (found.surface, str(found.kind), found.value, found.unit) == (surface, kind, Decimal(value), unit)


@pytest.mark.parametrize(
    "text",
    ["The first lady came.", "A third party sued.", "A Boeing 737 landed.", "See Section 301.", "No one came."],
)
def test_names_and_manners_of_speaking_are_no_figures(text: str) -> None:
    """
    An ordinal that neither counts nor ranks is left out, and so are names with numbers.
    """
    assert not figures(text)


INTERVALS = [
    ("Trade was $237 billion.", 236_500_000_000, 237_500_000_000, None),
    ("Trade fell 9.1 percent.", "-9.15", "-9.05", None),
    ("Trade fell about 10 percent.", "-10.5", "-9.5", Hedge.ABOUT),
    ("The quota is 5.2 to 5.4 million tonnes.", 5_150_000, 5_450_000, None),
    ("It is among the top five.", 1, 5, None),
    ("It fell for a fourth straight month.", 4, 4, None),
]


@pytest.mark.parametrize(("text", "low", "high", "hedge"), INTERVALS)
def test_the_interval_is_signed_like_the_value(text: str, low: int | str, high: int | str, hedge: Hedge | None) -> None:
    """
    The interval is what the words allow, on the side of zero that the direction says.
    """
    (found,) = figures(text)

    assert found.interval == Interval(Fraction(low), Fraction(high))
    assert found.hedge is hedge


def test_a_balance_has_no_direction() -> None:
    """
    A deficit does not sign its amount; only a written sign does, and that is no fall.
    """
    plain, written = figures("The deficit was $5 billion. The balance was −$5 billion.")

    assert (plain.value, plain.direction) == (Decimal(5_000_000_000), None)
    assert (written.value, written.direction) == (Decimal(-5_000_000_000), None)


def test_an_amount_of_change_has_a_direction() -> None:
    """
    "Fell by $5 billion" is a change downwards.
    """
    (found,) = figures("Exports fell by $5 billion.")

    assert (found.value, found.direction) == (Decimal(-5_000_000_000), "down")


def test_from_to_after_a_verb_of_change_is_two_figures() -> None:
    """
    "Rose from 5 percent to 7 percent" is no range.
    """
    assert [each.value for each in figures("The rate rose from 5 percent to 7 percent.")] == [5, 7]


TIMES = [
    ("In 2023 it grew.", "2023", MentionKind.PERIOD, "2023"),
    ("It grew in the three months to June.", "three months to June", MentionKind.PERIOD, "2025-Q2"),
    ("It was released on Monday.", "Monday", MentionKind.DATE, "2025-07-14"),
    ("It came on July 13, 2025.", "July 13, 2025", MentionKind.DATE, "2025-07-13"),
    ("It grew last year.", "last year", MentionKind.PERIOD, "2024"),
]


@pytest.mark.parametrize(("text", "surface", "kind", "period"), TIMES)
def test_a_time_is_one_mention(text: str, surface: str, kind: MentionKind, period: str) -> None:
    """
    A year inside a period is no number, and "three months to June" no count.
    """
    (found,) = scan(text, DAY)

    assert (found.surface, found.kind, str(found.period)) == (surface, kind, period)


def test_without_a_day_relative_times_are_open() -> None:
    """
    "Last year" without a day of publication is found and has no period; a weekday keeps its name.
    """
    year, monday = scan("It fell last year, said officials on Monday.")

    assert (year.period, monday.period, monday.weekday) == (None, None, 0)


def test_another_language_points_to_its_own_words() -> None:
    """
    German copy is read, and the spans are those of the German words.
    """
    text = "Der Handel ging im ersten Halbjahr 2025 um 9,1 Prozent auf 106,48 Milliarden Dollar zurück."
    found = scan(text, DAY, language="de")

    assert [(each.surface, each.value) for each in found if each.kind is MentionKind.MONEY] == [
        ("106,48 Milliarden Dollar", Decimal("106480000000"))
    ]
    assert all(text[slice(*each.span)] == each.surface for each in found)
