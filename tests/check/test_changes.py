"""Growth: published, recomputed, on a revised base; its currency, its sign, and balances."""

from __future__ import annotations

from fractions import Fraction

import pytest

from factcheck.claims import ClaimError
from factcheck.observations import Standing

LEVELS = [("2024", "244.81", "2025-01-13"), ("2023", "240.11", "2024-01-12")]


def test_a_published_rate_matches_before_levels_are_asked(row, check):
    """
    +1.9 % was announced although the first-published levels give 2.0.
    """
    rows = [row(*level) for level in LEVELS] + [row("2024", "1.9", measure="yoy")]

    (finding,) = check(rows, "rose 1.9 percent", change="2024")

    assert (finding.rule, finding.severity) == ("published-rate", "none")


def test_a_recomputed_rate_matches_and_quotes_the_published_one(row, check):
    """
    2.0 % follows from the levels; the announced 1.9 is told beside it.
    """
    rows = [row(*level) for level in LEVELS] + [row("2024", "1.9", measure="yoy")]

    (finding,) = check(rows, "rose 2.0 percent", change="2024")

    assert (finding.rule, finding.severity) == ("recomputed", "note")
    assert any("1.9" in note.text for note in finding.notes)


def test_a_revised_base_is_tried_only_without_a_published_rate(row, check):
    """
    +1 % for 129.32 over 129.1 needs a base revised by less than 1.5 %.
    """
    rows = [
        row("2024", "129.32", flow="imports", revision=Fraction(15, 1000)),
        row("2023", "129.1", "2024-01-12", flow="imports", revision=Fraction(15, 1000)),
    ]

    (finding,) = check(rows, "up 1 percent", change="2024", keys={"flow": "imports"})

    assert (finding.verdict, finding.rule, finding.severity) == ("match", "revised-base", "warning")


def test_with_a_published_rate_no_revised_base_is_tried(row, check):
    """
    +3 % stays wrong where the source announced 1.9.
    """
    rows = [row(*level, revision=Fraction(15, 1000)) for level in LEVELS] + [row("2024", "1.9", measure="yoy")]

    (finding,) = check(rows, "rose 3 percent", change="2024")

    assert (finding.verdict, finding.rule) == ("discrepancy", "wrong-change")


def test_a_rate_in_the_other_currency_is_another_rate(row, check):
    """
    +2.9 % in yuan is no match for a claim in dollars.
    """
    rows = [row("2024", "2.9", measure="yoy", unit="CNY"), row("2024", "1.9", measure="yoy")]

    (finding,) = check(rows, "rose 2.9 percent", change="2024")

    assert finding.verdict == "discrepancy"


def test_the_quotes_amount_gives_the_rate_its_currency(row, check):
    """
    A percentage beside an amount in yuan is growth in yuan, whatever ``about`` says.
    """
    rows = [row("2024", "2.9", measure="yoy", unit="CNY"), row("2024", "1.9", measure="yoy")]

    (finding,) = check(rows, "rose 2.9 percent to 1.74 trillion yuan", change="2024")

    assert finding.rule == "published-rate"


def test_the_wrong_sign_is_a_wrong_direction(row, check):
    """
    A rise is claimed where the rate fell.
    """
    (finding,) = check(
        [row("2025-H1", "-9.1", measure="yoy", published="2025-07-14")], "rose 9.1 percent", change="2025-H1"
    )

    assert (finding.rule, finding.severity) == ("wrong-direction", "error")


def test_no_direction_in_the_words_is_an_error_that_asks(row, check):
    """
    A bare percentage says neither rise nor fall.
    """
    with pytest.raises(ClaimError, match="direction"):
        check([], "a rate of 9.1 percent", change="2025-H1")


def test_a_written_direction_settles_it(row, check):
    """
    ``direction: down`` gives the sign that the words leave open.
    """
    rows = [row("2025-H1", "-9.1", measure="yoy", published="2025-07-14")]

    (finding,) = check(rows, "a rate of 9.1 percent", change="2025-H1", keys={"direction": "down"})

    assert finding.verdict == "match"


@pytest.mark.parametrize(
    ("quote", "rate", "verdict", "rule"),
    [
        ("fell nearly 10 percent", "-9.6", "match", "published-rate"),
        ("fell nearly 10 percent", "-10.1", "discrepancy", "wrong-side"),
        ("fell more than 9 percent", "-9.1", "match", "published-rate"),
        ("fell more than 9 percent", "-9.0", "discrepancy", "wrong-side"),
        ("fell more than 9 percent", "-11", "match", "understated"),
        ("fell more than 9 percent", "9.1", "discrepancy", "wrong-direction"),
        ("fell 9 percent", "-9.1", "match", "published-rate"),
        ("fell 9.12 percent", "-9.1", "match", "over-precise"),
        ("fell 27 percent", "-26", "discrepancy", "wrong-change"),
        ("rose 19 percent", "1.9", "discrepancy", "wrong-magnitude"),
    ],
)
def test_hedges_work_on_sizes(row, check, quote, rate, verdict, rule):
    """
    The sign is put on after the hedge.
    """
    (finding,) = check([row("2025-H1", rate, measure="yoy", published="2025-07-14")], quote, change="2025-H1")

    assert (finding.verdict, finding.rule) == (verdict, rule)


@pytest.mark.parametrize(
    ("quote", "later", "earlier", "verdict"),
    [
        ("doubled", "20", "10", "match"),
        ("doubled", "23", "10", "discrepancy"),
        ("more than doubled", "21.5", "10", "match"),
        ("halved", "5", "10", "match"),
        ("rose 6.4-fold", "64", "10", "match"),
        ("rose 6.4-fold", "66", "10", "discrepancy"),
        ("fell by a third", "6.67", "10", "match"),
    ],
)
def test_factors_and_fractions_are_changes_too(row, check, quote, later, earlier, verdict):
    """
    Doubled is a rise by 100 %, halved a fall by 50 %.
    """
    rows = [row("2024", later + ".000"[: 4 if "." not in later else 0]), row("2023", earlier + ".000", "2024-01-12")]

    (finding,) = check(rows, quote, change="2024")

    assert finding.verdict == verdict


def test_a_change_from_the_previous_month_uses_that_published_rate(row, check):
    """
    ``from: previous`` on a month is month on month.
    """
    rows = [row("2025-06", "2.2", "2025-07-14", measure="mom", flow="exports")]

    (finding,) = check(
        rows, "exports rose 2.2 percent", change={"period": "2025-06", "from": "previous"}, keys={"flow": "exports"}
    )

    assert finding.rule == "published-rate"


def test_the_change_of_a_deficit_is_the_change_of_its_size(row, check):
    """
    A balance of −12.16 after −13.55 is a deficit down 10.3 %.
    """
    rows = [
        row("2025-H1", "-12.16", "2025-07-14", flow="balance"),
        row("2024-H1", "-13.55", "2024-07-12", flow="balance"),
    ]

    (finding,) = check(rows, "its deficit fell 10.3 percent", change="2025-H1", keys={"flow": "balance"})

    assert finding.rule == "recomputed"


def test_a_balance_that_turns_has_no_percentage(row, check):
    """
    From −1 to +1 billion is no change in per cent.
    """
    rows = [
        row("2025-H1", "1.00", "2025-07-14", flow="balance"),
        row("2024-H1", "-1.00", "2024-07-12", flow="balance"),
    ]

    (finding,) = check(rows, "the balance rose 200 percent", change="2025-H1", keys={"flow": "balance"})

    assert (finding.verdict, finding.rule) == ("unresolved", "sign-change")


@pytest.mark.parametrize(
    ("quote", "keys", "verdict"),
    [
        ("China's deficit of $12.16 billion", {}, "match"),
        ("a deficit of $12.16 billion", {}, "match"),
        ("a surplus of $12.16 billion", {}, "discrepancy"),
        ("Russia's surplus of $12.16 billion", {"holder": "Russia"}, "match"),
        ("a balance of $12.16 billion", {}, "match"),
    ],
)
def test_surplus_and_deficit_give_the_sign(row, check, quote, keys, verdict):
    """
    A partner's surplus is the reporter's deficit.
    """
    rows = [row("2025-H1", "-12.16", "2025-07-14", flow="balance")]

    (finding,) = check(rows, quote, level="2025-H1", keys={"flow": "balance", **keys})

    assert finding.verdict == verdict


def test_a_surplus_that_names_the_partner_asks_whose_it_is(row, check):
    """
    "Russia's surplus" in a claim reported by China needs ``holder:``.
    """
    with pytest.raises(ClaimError, match="whose"):
        check([], "Russia's surplus of $12.16 billion", level="2025-H1", keys={"flow": "balance"})


def test_a_rate_of_unknown_basis_serves_where_no_other_exists(row, check):
    """
    A rate whose source does not say units or value is used and told.
    """
    rows = [row("2024", "-42", measure="yoy", unit="", commodity="passenger-cars", flow="exports")]
    keys = {"commodity": "passenger-cars", "flow": "exports", "currency": "1"}

    (finding,) = check(rows, "fell 42 percent", change="2024", keys=keys)

    assert finding.rule == "published-rate"
    assert "does not say" in finding.explanation


def test_a_compilation_decides_only_with_a_word_about_it(row, check):
    """
    A rate from an envoy decides where the office's own is not at hand, and the finding says so.
    """
    rows = [row("2023", "1.5", "2024-02-07", measure="yoy", standing=Standing.SUPPORTS)]

    (finding,) = check(rows, "growth of 1.5 percent", change="2023")

    assert finding.rule == "published-rate"
    assert any("not at hand" in note.text for note in finding.notes)


@pytest.mark.parametrize(
    ("quote", "verdict"),
    [
        ("a $12.16 billion trade deficit with Russia", "match"),
        ("its $12.16 billion deficit against Russia", "match"),
        ("Beijing's deficit of $12.16 billion vis-à-vis Russia", "match"),
    ],
)
def test_a_name_after_with_is_the_other_side(row, check, quote, verdict):
    """
    "A deficit with Russia" is China's.
    """
    (finding,) = check([row("2025-H1", "-12.16", flow="balance")], quote, level="2025-H1", keys={"flow": "balance"})

    assert finding.verdict == verdict


@pytest.mark.parametrize(
    "quote", ["Russia had a $12.16 billion surplus with China", "a surplus of $12.16 billion with China"]
)
def test_a_balance_with_the_reporter_is_the_partners_and_asks(row, check, quote):
    """
    What the partner holds with the reporter needs ``holder:``.
    """
    with pytest.raises(ClaimError, match="whose"):
        check([], quote, level="2025-H1", keys={"flow": "balance"})


@pytest.mark.parametrize(
    ("quote", "verdict", "rule"),
    [
        ("more than a third", "discrepancy", "wrong-side"),
        ("nearly a third", "discrepancy", "wrong-side"),
        ("a third", "match", "within"),
    ],
)
def test_a_third_is_exact(row, check, quote, verdict, rule):
    """
    100 of 300 is a third: neither more nor nearly.
    """
    rows = [row("2024", "100"), row("2024", "300", partner="WLD")]

    (finding,) = check(rows, quote, share={"period": "2024", "of": {"partner": "World"}})

    assert (finding.verdict, finding.rule) == (verdict, rule)


@pytest.mark.parametrize("quote", ["the surplus rose 50 percent", "the surplus surged"])
def test_a_surplus_that_was_a_deficit_is_a_wrong_direction(row, check, quote):
    """
    The words give the balance a sign, and its change cannot make it right.
    """
    rows = [row("2024", "-15", flow="balance"), row("2023", "-10", "2024-01-12", flow="balance")]
    kind = {"trend": "2024"} if "surged" in quote else {"change": "2024"}

    (finding,) = check(rows, quote, keys={"flow": "balance"}, **kind)

    assert (finding.verdict, finding.rule) == ("discrepancy", "wrong-direction")


def test_a_later_revision_is_told_beside_a_revised_base(row, check):
    """
    Any match carries the note, however it was reached.
    """
    r = Fraction(15, 1000)
    rows = [
        row("2024", "259.35", revision=r),
        row("2023", "291.4", "2024-01-12", revision=r),
        row("2023", "294.3", "2025-06-12", revision=r),
    ]

    (finding,) = check(rows, "fell by 10 percent", change="2024", published="2025-03-01")

    assert finding.rule == "revised-base"
    assert any(note.kind == "since-revised" for note in finding.notes)


def test_a_rate_that_came_out_later_is_not_yet_published(row, check):
    """
    A rate of 13 January does not judge an article of the 10th, and it is not said to be unknown.
    """
    (finding,) = check([row("2024", "1.9", measure="yoy")], "rose 1.9 percent", change="2024", published="2025-01-10")

    assert finding.rule == "not-yet-published"


def test_a_hedge_is_never_judged_harder_than_the_plain_number(row, check):
    """
    "About 0.4" covers all that "0.4" covers.
    """
    rows = [
        row("2024", "100.4", revision=Fraction(1, 100)),
        row("2023", "100.0", "2024-01-12", revision=Fraction(1, 100)),
    ]

    verdicts = [check(rows, f"fell {words}0.4 percent", change="2024")[0].verdict for words in ("", "about ")]

    assert verdicts[0] == verdicts[1]


def test_a_factor_is_off_by_its_own_scale(row, check):
    """
    1.9 times is not nine times 1.1 times, though +90 % is nine times +10 %.
    """
    (finding,) = check([row("2024", "190"), row("2023", "100", "2024-01-12")], "rose 1.1-fold", change="2024")

    assert finding.rule == "wrong-change"


def test_the_severity_of_a_range_is_measured_from_its_nearer_end(row, check):
    """
    17.9 is 0.9 beyond 17: within a unit and within a tenth.
    """
    (finding,) = check([row("2024", "17.9", measure="yoy")], "rose between 2 percent and 17 percent", change="2024")

    assert finding.severity == "warning"


@pytest.mark.parametrize("quote", ["more than 9 percent", "at most 9 percent"])
def test_a_miss_never_has_room(row, check, quote):
    """
    A miss beside a one-sided hedge or in the other direction has no positive margin.
    """
    rate = "9.0" if "more" in quote else "-12"

    (finding,) = check([row("2024", rate, measure="yoy")], f"rose {quote}", change="2024", keys={"direction": "up"})

    assert finding.verdict == "discrepancy"
    assert finding.margin <= 0


@pytest.mark.parametrize(
    ("quote", "direction"), [("rose by 9.1 percent", "down"), ("fell 9.1 percent", "up"), ("-9.1 percent", "up")]
)
def test_a_direction_that_contradicts_the_words_is_an_error(check, quote, direction):
    """
    ``direction:`` settles what is open; it does not overrule a verb or a sign.
    """
    with pytest.raises(ClaimError, match="contradicts"):
        check([], quote, change="2025-H1", keys={"direction": direction})


def test_a_tolerance_never_reaches_the_other_sign(row, check):
    """
    Half a per cent up with a point of tolerance is no fall.
    """
    rows = [row("2024", "-0.4", measure="yoy")]

    (finding,) = check(rows, "rose 0.5 percent", change="2024", keys={"tolerance": "1 pp"})

    assert finding.rule == "wrong-direction"


@pytest.mark.parametrize(("quote", "verdict"), [("more than 0.8 times", "match"), ("less than 0.9 times", "match"),
                                                ("more than 0.9 times", "discrepancy")])  # fmt: skip
def test_the_hedge_of_a_multiple_below_one_is_that_of_the_ratio(row, check, quote, verdict):
    """
    87.4 over 100 is more than 0.8 times and less than 0.9 times.
    """
    rows = [row("2024", "87.4"), row("2023", "100.0")]
    (finding,) = check(rows, f"{quote} what it was", multiple={"period": "2024", "of": "2023"})

    assert finding.verdict == verdict


def test_the_balance_of_several_partners_changes(row, check):
    """
    The deficit with both together went from 100 to 110 billion: up 10 %.
    """
    rows = [
        row("2024", "-80.0", flow="balance"), row("2024", "-30.0", flow="balance", partner="HKG"),
        row("2023", "-75.0", flow="balance"), row("2023", "-25.0", flow="balance", partner="HKG"),
    ]  # fmt: skip
    about = {"reporter": "China", "partner": ("Russia", "Hong Kong"), "flow": "balance", "currency": "USD"}
    (finding,) = check(rows, "the deficit rose 10.0 percent", about=about, change="2024")

    assert (finding.verdict, finding.rule) == ("match", "recomputed")
