"""How inconsistencies are told: members, the rule, what words were taken to mean, what the others leave."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pytest

from factcheck.claim_files.read import read_claims_text
from factcheck.consistency import find_inconsistencies
from factcheck.kinds.compile import compile_article

CUSTOMS = Fraction(3, 200)
ABOUT = "{source: gacc, reporter: China, partner: Russia, flow: total, currency: USD}"


def told(claims: Sequence[str], r: Fraction = CUSTOMS) -> str:
    """The explanation of the one inconsistency of some claims, each a line of YAML without its braces."""
    lines = "".join(f"  - {{id: c{place}, {claim}}}\n" for place, claim in enumerate(claims))
    article, problems = read_claims_text(f"about: {ABOUT}\npublished: 2025-07-14\nclaims:\n{lines}", "a.yaml")
    assert article is not None, problems
    (found,) = find_inconsistencies(compile_article(article), lambda series: r)
    return found.explanation


def test_the_mean_rule_is_told_with_what_each_member_could_be():
    """
    The three claims of the article: figures first, words with their meaning, the smallest change for each.
    """
    text = told(
        [
            'quote: "down to just 1.9 percent", change: {period: 2024, direction: up}',
            'quote: "exports to China largely stopped growing", flow: imports, trend: {flat: 2024}',
            'quote: "Russian demand plummeted", flow: exports, trend: {plunge: 2024}',
        ]
    )

    assert text == (
        "These cannot all be true: “down to just 1.9 percent” (China’s trade with Russia, 2024: +1.85 to +1.95 %),"
        " “exports to China largely stopped growing” (China’s imports from Russia, 2024: −1 to +1 %)"
        " and “Russian demand plummeted” (China’s exports to Russia, 2024: −10 % or less)."
        " The growth of a total lies between the growth of its parts."
        " “largely stopped growing” was taken as at most 1 % either way, “plummeted” as a fall of at least 10 %."
        " Given the others, “1.9 percent” would have to be below +1 % (+1.0 % would fit);"
        " “largely stopped growing” would have to be above +1.85 %; “plummeted” would have to be above +1.85 %."
    )


def test_two_figures_of_one_thing_need_no_rule():
    """
    Each is told what the other leaves for it.
    """
    text = told(['quote: "$81.4 billion", level: 2024', 'quote: "$94.9 billion", level: 2024'])

    assert text == (
        "These cannot all be true: “$81.4 billion” (China’s trade with Russia, 2024: 81.35 to 81.5 bn USD)"
        " and “$94.9 billion” (China’s trade with Russia, 2024: 94.85 to 95 bn USD)."
        " Given the others, “$81.4 billion” would have to be within 94.85 to 95 bn USD (94.9 bn USD would fit);"
        " “$94.9 billion” would have to be within 81.35 to 81.5 bn USD (81.5 bn USD would fit)."
    )


def test_a_claim_with_two_figures_is_named_once():
    """
    Its statements stand in one pair of brackets, and a deficit is called one.
    """
    text = told(
        [
            'quote: "exports fell 8.4 percent to $47.16 billion", flow: exports, change: 2025-H1, level: 2025-H1',
            'quote: "imports fell 9.6 percent to $59.32 billion", flow: imports, change: 2025-H1, level: 2025-H1',
            'quote: "a deficit of $12.16 billion, down 10.2 percent", flow: balance, change: 2025-H1, level: 2025-H1',
        ]
    )

    assert text.count("“imports fell 9.6 percent to $59.32 billion”") == 1
    assert "(China’s deficit with Russia, the first half of 2025: −10.25 to −10.15 %, 12.155 to 12.17 bn USD)" in text
    assert "Exports less imports are the balance, in the period and in the one that growth is measured from." in text
    assert "“10.2 percent” would have to be within −14.57 to −13.57 % (−13.6 % would fit)" in text


@pytest.mark.parametrize(
    ("claims", "sentence"),
    [
        (
            ('quote: "$20.1 billion", flow: exports, level: 2024', 'quote: "$10.1 billion", level: 2024'),
            "Exports and imports make up the total.",
        ),
        (
            ('quote: "a record high", record: {high: 2024}', 'quote: "fell 5 percent", change: 2024'),
            "An earlier period may have been revised since, by up to 1.5 %.",
        ),
        (
            ('quote: "$30.5 billion", level: 2024-05', 'quote: "$20.5 billion", level: 2024'),
            "The parts of a period make it up, allowing for revisions of up to 1.5 %.",
        ),
        (
            (
                'quote: "$30.5 billion", partner: Germany, level: 2024',
                'quote: "$20.5 billion", partner: EU, level: 2024',
            ),
            "Trade with one partner is part of that with its bloc and with the world.",
        ),
        (
            (
                'quote: "$30.5 billion", flow: exports, commodity: hs:8703, level: 2024',
                'quote: "$20.5 billion", flow: exports, level: 2024',
            ),
            "Trade in one commodity is part of trade in all goods.",
        ),
    ],
)
def test_the_rule_that_decides_is_told(claims, sentence):
    """
    Only the rules without which the claims could be true are named, with the allowance where there is one.
    """
    assert sentence in told(claims)


def test_rules_that_do_not_decide_are_left_out():
    """
    Without amounts of the year before, nothing is revised.
    """
    claims = (
        'quote: "rose 1.9 percent", change: 2024',
        'quote: "exports rose 5 percent", flow: exports, change: 2024',
        'quote: "imports rose 4 percent", flow: imports, change: 2024',
    )

    assert "revised" not in told(claims)


@pytest.mark.parametrize(
    ("claims", "words"),
    [
        (
            ('quote: "nearly $240 billion", level: 2024', 'quote: "$250.1 billion", level: 2024'),
            "“nearly $240 billion” was taken as from 235 to below 240 bn USD.",
        ),
        (
            ('quote: "more than $240 billion", level: 2024', 'quote: "$260.1 billion", level: 2024'),
            "“more than $240 billion” was taken as above 240, up to 250 bn USD.",
        ),
        (
            ('quote: "about $240 billion", level: 2024', 'quote: "$260.1 billion", level: 2024'),
            "“about $240 billion” was taken as 235 to 245 bn USD.",
        ),
        (
            ('quote: "$240 billion", level: 2024', 'quote: "$260.1 billion", level: 2024'),
            "“$240 billion” was taken as a round number, 1 % either way.",
        ),
        (
            ('quote: "edged up", trend: {edged: 2024}', 'quote: "rose 26 percent", change: 2024'),
            "“edged up” was taken as a rise of at most 5 %.",
        ),
        (
            ('quote: "grew in 2024", trend: {up: 2024}', 'quote: "fell 26 percent", change: 2024'),
            "“grew” was taken as a rise.",
        ),
        (
            ('quote: "a record high", record: {high: 2024}', 'quote: "fell 5 percent", change: 2024'),
            "The record was taken as higher than in every earlier period of its length.",
        ),
        (
            (
                'quote: "the decline accelerated", trend: {accelerating: 2025-H1}',
                'quote: "fell 4.1 percent", change: 2025-H1',
                'quote: "fell 5.1 percent", change: 2025-01/2025-05',
            ),
            "“accelerated” was taken as the same sign and a larger size than in January to May 2025.",
        ),
        (
            (
                'quote: "fell for a fourth straight month", count: {down: 2025-06, of: months}',
                'quote: "rose 5.1 percent", change: 2025-04',
            ),
            "“fourth” was taken as a fall on a year earlier in each of 4 months.",
        ),
    ],
)
def test_what_words_were_taken_to_mean_is_told(claims, words):
    """
    Hedges, round numbers, words for change, records, pace and runs, as MEANING 2 has them.
    """
    assert words in told(claims)


@pytest.mark.parametrize(
    ("claims", "left"),
    [
        (
            (
                'quote: "a record high", record: {high: 2024}',
                'quote: "$240.1 billion", level: 2024',
                'quote: "$251.1 billion", level: 2023',
            ),
            "2024 would be within 240 to 240.2 bn USD and 2023 within 251 to 251.2 bn USD",
        ),
        (
            (
                'quote: "the decline accelerated", trend: {accelerating: 2025-H1}',
                'quote: "fell 4.1 percent", change: 2025-H1',
                'quote: "fell 5.1 percent", change: 2025-01/2025-05',
            ),
            "“accelerated” would stand beside a rate within −4.15 to −4.05 % after one within −5.15 to −5.05 %",
        ),
        (
            (
                'quote: "fell for a fourth straight month", count: {down: 2025-06, of: months}',
                'quote: "rose 5.1 percent", change: 2025-04',
            ),
            "the change in April 2025 would be within +5.05 to +5.15 %; “5.1 percent” would have to be below 0 %",
        ),
        (
            (
                'quote: "grew quickly in 2022 and 2023", trend: {surge: [2022, 2023]}',
                'quote: "fell 4 percent", change: 2023',
            ),
            "“grew quickly” would have to be within −4.5 to −3.5 %",
        ),
        (
            (
                'quote: "rose 5.0 percent", change: 2024',
                'quote: "rose 3.0 percent", change: 2023',
                'quote: "growth was up 4 percentage points", difference: {period: 2024, of: change}',
            ),
            "“4 percentage points” would have to be within +1.9 to +2.1 pp (+2 pp would fit)",
        ),
        (
            (
                'quote: "60 percent of trade", flow: exports, share: {period: 2024, of: {flow: total}}',
                'quote: "$40.1 billion", flow: exports, level: 2024',
                'quote: "$100.1 billion", level: 2024',
            ),
            "“60 percent” would have to be within 39.97 to 40.18 % (40 % would fit)",
        ),
    ],
)
def test_what_the_others_leave_is_told_for_every_form(claims, left):
    """
    As an interval, rounded outwards.
    """
    assert left in told(claims)


def test_a_single_claim_is_told_as_one():
    """
    There are no others that could leave anything.
    """
    assert told(['quote: "fell 150 percent", change: 2024']) == (
        "This cannot be true: “fell 150 percent” (China’s trade with Russia, 2024: −150.5 to −149.5 %)."
    )


def test_an_implied_rate_is_told_with_the_rates_of_the_time():
    """
    1,550 over 1,200 is 1.292.
    """
    keys = "partner: United States, flow: exports, level: 2025-H1"

    text = told([f'quote: "1.55 trillion yuan", {keys}', f'quote: "$1.2 trillion", {keys}'])

    assert text.startswith(
        "“$1.2 trillion” and “1.55 trillion yuan” for one figure (China’s exports to the United States, the first half"
        " of 2025) imply 1.292 CNY for one USD. From 1 January 2025 to 14 July 2025 it was 7."
    )


def test_shares_are_told_with_their_sum():
    """
    59.5 + 49.5 is 109.
    """
    text = told(
        [
            'quote: "60 percent of trade", flow: exports, share: {period: 2024, of: {flow: total}}',
            'quote: "50 percent of trade", flow: imports, share: {period: 2024, of: {flow: total}}',
        ]
    )

    assert text == (
        "These cannot all be true: “60 percent of trade” (59.5 % at least) and “50 percent of trade” (49.5 % at least)"
        " are shares of one whole (China’s trade with Russia, 2024), and together 109 % of it at least."
    )


def test_a_wrong_weekday_is_told_with_the_right_one():
    """
    14 July 2025 was a Monday.
    """
    assert told(['quote: "Tuesday, July 14, 2025", date: {release: 2025-H1}']) == (
        "This cannot be true: “Tuesday, July 14, 2025” says Tuesday, and 14 July 2025 was a Monday."
    )


def test_mixed_currencies_are_told_with_each_basis():
    """
    Growth has the currency that it was measured in.
    """
    text = told(
        [
            'quote: "rose 1.9 percent", change: 2024',
            'quote: "exports rose 5 percent", flow: exports, currency: CNY, change: 2024',
            'quote: "imports rose 1 percent", flow: imports, currency: CNY, change: 2024',
        ]
    )

    assert "“exports rose 5 percent” (China’s exports to Russia, 2024: +4.5 to +5.5 % measured in CNY)" in text
    assert "Neither in CNY nor in USD are there a total and its parts" in text


def test_the_text_is_the_same_every_time():
    """
    Two runs give the same bytes.
    """
    claims = ['quote: "$81.4 billion", level: 2024', 'quote: "rose 1 percent", change: 2024',
              'quote: "$94.9 billion", level: 2023']  # fmt: skip

    assert told(claims) == told(claims)
