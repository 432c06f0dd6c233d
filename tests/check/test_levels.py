"""Amounts: what matches, by which rule, and how far off the others are."""

from __future__ import annotations

from fractions import Fraction

import pytest

from factcheck.claims import ClaimError


@pytest.mark.parametrize(
    ("printed", "quote", "verdict", "rule", "severity"),
    [
        ("240.11", "$240.11 billion", "match", "within", "none"),
        ("240.11", "$240.1 billion", "match", "within", "none"),
        ("240.11", "$240 billion", "match", "within", "none"),
        ("240.11", "$237 billion", "discrepancy", "wrong-level", "error"),
        ("106.48", "$106.49 billion", "discrepancy", "wrong-level", "warning"),
        ("106.48", "$106.47 billion", "discrepancy", "wrong-level", "warning"),
        ("1740", "$1.75 trillion", "discrepancy", "wrong-level", "warning"),
        ("244.819", "$244.81 billion", "match", "truncated", "note"),
        ("244.8", "$244.81 billion", "match", "over-precise", "note"),
        ("238", "$240 billion", "match", "coarse", "warning"),
        ("237", "$240 billion", "discrepancy", "wrong-level", "error"),
        ("237.9", "about $240 billion", "match", "within", "none"),
        ("234.9", "about $240 billion", "discrepancy", "hedge-stretched", "error"),
        ("240.11", "nearly $240 billion", "discrepancy", "wrong-side", "warning"),
        ("239.5", "nearly $240 billion", "match", "within", "none"),
        ("230", "nearly $240 billion", "discrepancy", "hedge-stretched", "error"),
        ("240.11", "more than $240 billion", "match", "within", "none"),
        ("251", "more than $240 billion", "match", "understated", "warning"),
        ("240", "more than $240 billion", "discrepancy", "wrong-side", "warning"),
        ("239.9", "more than $240 billion", "discrepancy", "wrong-side", "warning"),
        ("100", "less than $240 billion", "match", "understated", "warning"),
        ("240.2", "at least $240 billion", "match", "within", "none"),
        ("900", "at least $240 billion", "match", "within", "none"),
        ("238", "at least $240 billion", "discrepancy", "wrong-side", "error"),
        ("0.244", "$244 billion", "discrepancy", "wrong-magnitude", "error"),
        ("244.81", "$250 million", "discrepancy", "wrong-magnitude", "error"),
        ("244.81", "between $240 billion and $250 billion", "match", "within", "none"),
        ("251", "between $240 billion and $250 billion", "discrepancy", "wrong-level", "warning"),
    ],
)
def test_level(row, check, printed, quote, verdict, rule, severity):
    """
    A written amount against the printed one.
    """
    (finding,) = check([row("2024", printed)], quote, level="2024")

    assert (finding.verdict, finding.rule, finding.severity) == (verdict, rule, severity)


def test_margin_of_a_miss_is_the_gap_in_the_claims_scale(row, check):
    """
    "$237 billion" covers up to 237.5; 240.11 is at least 240.105: 2.605 billion are missing.
    """
    (finding,) = check([row("2023", "240.11", "2024-01-12")], "$237 billion", level="2023")

    assert finding.margin == Fraction("-2.605")


def test_margin_of_a_match_is_the_room_that_is_left(row, check):
    """
    240.11 may rise until its lower end passes 240.5, and fall until its upper end passes 239.5.
    """
    (finding,) = check([row("2023", "240.11", "2024-01-12")], "$240 billion", level="2023")

    assert finding.margin == min(Fraction("240.115") - Fraction("239.5"), Fraction("240.5") - Fraction("240.105"))


def test_suggestion_has_the_precision_of_the_claim(row, check):
    """
    The true figure is told as the claim would write it.
    """
    (finding,) = check([row("2023", "240.11", "2024-01-12")], "a record high of $237 billion", level="2023")

    assert finding.suggestion == "$240 billion for 2023"


def test_suggestion_for_a_round_number_offers_the_hedge(row, check):
    """
    203 written as "$200 billion": with "about" it would hold.
    """
    (finding,) = check([row("2023", "203", "2024-01-12")], "$200 billion", level="2023")

    assert finding.suggestion == "about $200 billion or $203 billion for 2023"


def test_two_currencies_are_two_findings(row, check):
    """
    An amount in yuan with dollars in brackets is checked in both currencies.
    """
    rows = [row("2024", "1.74", unit="CNY", unit_multiplier=12), row("2024", "244.81")]

    found = check(rows, "1.74 trillion yuan ($237 billion)", level="2024")

    assert [(f.id, f.verdict) for f in found] == [("claim.CNY", "match"), ("claim.USD", "discrepancy")]


def test_two_amounts_in_one_currency_are_an_error(row, check):
    """
    The claim must say which of two dollar amounts it means.
    """
    with pytest.raises(ClaimError, match=r"\$10\.39 billion.* or .*\$106\.48 billion"):
        check([], "fell by $10.39 billion to $106.48 billion", level="2025-H1")


def test_a_currency_that_contradicts_the_written_sign_is_an_error(row, check):
    """
    ``currency: CNY`` on a claim of dollars cannot be meant.
    """
    with pytest.raises(ClaimError, match="contradicts"):
        check([], "€106.48 billion", level="2025-H1", keys={"currency": "CNY"})


def test_a_dollar_sign_takes_another_dollar_that_is_in_force(row, check):
    """
    "$" is the Australian dollar where the claim says so.
    """
    rows = [row("2023", "326.9", unit="AUD")]

    (finding,) = check(rows, "$326.9 billion", level="2023", keys={"currency": "AUD"})

    assert finding.verdict == "match"


def test_a_yen_or_yuan_sign_takes_its_currency_from_the_places(row, check):
    """
    "¥" is the yuan in a claim about China and Russia.
    """
    rows = [row("2024", "1.74", unit="CNY", unit_multiplier=12)]

    (finding,) = check(
        rows, "¥1.74 trillion", level="2024", about={"reporter": "China", "partner": "Russia", "flow": "total"}
    )

    assert (finding.verdict, finding.claimed.unit) == ("match", "CNY")


def test_partners_in_a_list_are_summed(row, check):
    """
    ``partner: [EU, ASEAN]`` is their total.
    """
    rows = [row("2024", "785.8", partner="EU"), row("2024", "982.3", partner="ASEAN")]

    (finding,) = check(rows, "$1.768 trillion", level="2024", keys={"partner": ("EU", "ASEAN")})

    assert finding.verdict == "match"


def test_average_month_divides_the_level_by_its_months(row, check):
    """
    106.48 billion in six months is 17.75 billion a month.
    """
    (finding,) = check(
        [row("2025-H1", "106.48")],
        "an average of $17.7 billion a month",
        level={"period": "2025-H1", "average": "month"},
    )

    assert finding.verdict == "match"


def test_a_tolerance_is_added_at_both_ends(row, check):
    """
    A claim's own tolerance widens what it covers, and is told.
    """
    (finding,) = check([row("2024", "244.81")], "$246 billion", level="2024", keys={"tolerance": "0.5 %"})

    assert finding.rule == "within"
    assert "0.5 %" in finding.explanation


def test_a_hedge_that_the_words_do_not_have_is_told(row, check):
    """
    ``hedge: at most`` on a plain figure is obeyed and said.
    """
    (finding,) = check([row("2024", "244.81")], "$999 billion", level={"period": "2024", "hedge": "at most"})

    assert finding.verdict == "match"
    assert any("hedge: at most" in note.text for note in finding.notes)


def test_a_figure_that_the_quote_does_not_have_is_told(row, check):
    """
    A figure typed beside words without one is checked, and said to be typed.
    """
    (finding,) = check([row("2024", "244.81")], "a record", level={"period": "2024", "figure": "$244.81 billion"})

    assert any("the quote does not have" in note.text for note in finding.notes)


def test_a_figure_other_than_the_quotes_is_an_error(check):
    """
    A typed figure cannot replace one that the quote has.
    """
    with pytest.raises(ClaimError, match="no figure"):
        check([], "a record $237 billion", level={"period": "2024", "figure": "$244.81 billion"})
