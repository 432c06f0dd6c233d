"""A wrong cause is worse than none: when nothing is said, and how much is said."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.diagnosis.accident import share_hit, share_of_decade
from factcheck.diagnosis.candidate import Candidate, hits, written_as
from factcheck.hedges import Hedge
from factcheck.intervals import Interval
from factcheck.reading.figures import read_figure
from factcheck.statements import Expected


def said(text: str, hedge: Hedge | None = None) -> Expected:
    """What a plain figure allows."""
    figure = read_figure(text)
    number, unit = Fraction(figure.number) * figure.scale, Fraction(figure.last_digit) * figure.scale
    sizes = figure.interval(level=True)
    return Expected(sizes, 1, "USD", text, figure, number, number, unit, hedge)


def candidate(value: Fraction, cost: int = 1) -> Candidate:
    return Candidate((), cost, value)


def test_a_figure_that_fits_nothing_has_no_cause(row, check):
    """
    A made-up figure beside one that is known: silence.
    """
    rows = [row("2024", "244.81"), row("2023", "240.11", "2024-01-12")]
    (finding,) = check(rows, "$218.36 billion", level="2024")

    assert finding.causes == ()


def test_a_coarse_figure_that_many_rewrites_would_fit_has_no_cause(row, check):
    """
    "$200 million" would be hit by too much; what was tried is kept, and the share says why nothing is said.
    """
    rows = [row("2024", "244.81"), row("2023", "0.1961", "2024-01-12"), row("2024", "0.2212", flow="exports")]
    (finding,) = check(rows, "about $0.2 billion", level="2024")

    assert finding.causes == ()
    assert any(each.hit for each in finding.diagnosis.tried)
    assert finding.diagnosis.share > Fraction(5, 100)


def test_overlapping_intervals_are_no_hit(row, check):
    """
    1.74 trillion yuan may be 1.744 and then 237.86 billion dollars: as printed it is 237.32 and not 237.86.
    """
    rows = [row("2024", "244.81"), row("2024", "1.74", unit="CNY", unit_multiplier=12)]
    (finding,) = check(rows, "$237.86 billion", level="2024")

    assert finding.causes == ()


def test_equals_are_alternatives(row, check):
    """
    The same figure for another year and for another flow: both are named.
    """
    rows = [
        row("2024", "244.81"),
        row("2023", "121.37", "2024-01-12"),
        row("2024", "121.37", flow="exports"),
    ]
    (finding,) = check(rows, "$121.37 billion", level="2024")

    assert [cause.name for cause in finding.causes] == ["other year", "other flow"]


def test_at_most_three_causes(row, check):
    """
    Four rewrites fit equally well: three are told.
    """
    rows = [
        row("2024", "244.81"),
        row("2023", "121.37", "2024-01-12"),
        row("2024", "121.37", flow="exports"),
        row("2024", "121.37", reporter="RUS", partner="CHN", source="fcs"),
        row("2024", "121.37", scope="goods-and-services"),
    ]
    (finding,) = check(rows, "$121.37 billion", level="2024")

    assert len(finding.causes) == 3


def test_the_nearer_rewrite_hides_the_farther(row, check):
    """
    Another year explains it: two rewrites together are not tried.
    """
    rows = [row("2024", "244.81"), row("2023", "121.37", "2024-01-12"), row("2024-H1", "121.37")]
    (finding,) = check(rows, "$121.37 billion", level="2024")

    assert [cause.name for cause in finding.causes] == ["other year"]
    assert all(len(each.steps) == 1 for each in finding.diagnosis.tried)


@pytest.mark.parametrize(
    ("rows", "quote", "claim"),
    [
        ([("2025-H1", "-9.1", {"measure": "yoy"})], "plummeted", {"trend": {"plunge": "2025-H1"}}),
        ([("2024", "244.81", {}), ("2023", "250.0", {})], "a record high", {"record": {"high": "2024"}}),
    ],
)
def test_words_without_a_figure_have_no_cause(row, check, rows, quote, claim):
    """
    A word's band is so wide that anything would fit.
    """
    (finding,) = check([row(period, value, **more) for period, value, more in rows], quote, **claim)

    assert finding.diagnosis is None


def test_a_match_is_not_diagnosed(row, check):
    """
    Nothing is tried for a claim that holds.
    """
    (finding,) = check([row("2024", "244.81")], "$244.81 billion", level="2024")

    assert finding.diagnosis is None


def test_a_rate_that_only_a_revised_base_saves_names_the_other_currency(row, check):
    """
    No dollar rate was published; "+1 percent" is the yuan rate, and the warning says so.
    """
    rows = [
        row("2024", "129.32", flow="imports"),
        row("2023", "129.1", flow="imports"),
        row("2024", "1", measure="yoy", unit="CNY", flow="imports"),
    ]
    rows = [each._replace(revision=Fraction(15, 1000)) for each in rows]
    (finding,) = check(rows, "rose 1 percent", keys={"flow": "imports"}, change="2024")

    assert (finding.verdict, finding.rule) == ("match", "revised-base")
    assert [cause.name for cause in finding.causes] == ["yuan rate as dollar rate"]


@given(size=st.fractions(min_value=0, max_value=1000, max_denominator=10_000))
def test_what_a_size_is_written_as_is_less_than_a_unit_away(size):
    """
    Rounded or cut, a written figure is less than one unit of its last digit from the size.
    """
    expected = said("$237 billion")._replace(last_digit=Fraction(1))

    assert all(abs(number - size) < 1 for number in written_as(size, expected))


@given(size=st.fractions(min_value=Fraction(1), max_value=1000, max_denominator=10_000))
def test_rounding_and_cutting_both_hit(size):
    """
    The size cut to whole units is hit, and so is the size rounded.
    """
    whole = size.numerator // size.denominator
    for number in (whole, round(size)):
        expected = Expected(Interval.around(Fraction(number), Fraction(1, 2)), 1, "USD", "", read_figure("$1"))
        expected = expected._replace(number=Fraction(number), upper=Fraction(number), last_digit=Fraction(1))

        assert hits(candidate(size), expected)


@given(values=st.lists(st.fractions(min_value=Fraction(1, 10), max_value=500), max_size=8))
def test_more_candidates_never_cover_less(values):
    """
    The share grows with what is tried, and stays between nothing and everything.
    """
    expected = said("$237")
    shares = [share_hit([candidate(value) for value in values[:n]], expected) for n in range(len(values) + 1)]

    assert shares == sorted(shares)
    assert all(0 <= share <= 1 for share in shares)


def test_the_share_of_one_candidate():
    """
    Of the claims from 118.5 to 355.5, "237" alone stands for ln(237.5 / 236.5) / ln 3 = 0.38 %.
    """
    assert round(share_hit([candidate(Fraction(237))], said("$237")), 4) == 0.0038


def test_the_share_of_a_decade():
    """
    Three digits take up ln(237.5 / 236.5) / ln 10 = 0.18 % of all sequences of digits.
    """
    assert round(share_of_decade(said("$237")), 4) == 0.0018
