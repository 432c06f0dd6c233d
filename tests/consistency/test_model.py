"""What claims say together: which of them can all be true, by the figures of customs and by hand."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import pytest

from factcheck.claim_files import read_claims
from factcheck.claim_files.read import read_claims_text
from factcheck.consistency import find_inconsistencies, takes_part
from factcheck.kinds.compile import CompiledArticle, compile_article

ROOT = Path(__file__).parents[2]
CUSTOMS = Fraction(3, 200)  # how far Chinese customs revise
ABOUT = "{source: gacc, reporter: China, partner: Russia, flow: total, currency: USD}"

JULY_FLOWS = (
    'quote: "exports fell 8.4 percent to $47.16 billion", flow: exports, change: 2025-H1, level: 2025-H1',
    'quote: "imports fell 9.6 percent to $59.32 billion", flow: imports, change: 2025-H1, level: 2025-H1',
)
JULY_BALANCE = 'quote: "a deficit of $12.16 billion, down 10.2 percent", flow: balance, change: 2025-H1, level: 2025-H1'
JULY_TOTAL = 'quote: "trade fell 9.1 percent to $106.48 billion", change: 2025-H1, level: 2025-H1'
FIRST_LEVELS = (
    'quote: "$51.661 billion", flow: exports, level: 2024-H1',
    'quote: "$65.213 billion", flow: imports, level: 2024-H1',
    'quote: "$116.87 billion", level: 2024-H1',
)


def compiled(claims: Sequence[str]) -> CompiledArticle:
    """An article of claims, each a line of YAML without its braces; their ids are c0, c1 …"""
    lines = "".join(f"  - {{id: c{place}, {claim}}}\n" for place, claim in enumerate(claims))
    article, problems = read_claims_text(f"about: {ABOUT}\npublished: 2025-07-14\nclaims:\n{lines}", "a.yaml")
    assert article is not None, problems
    found = compile_article(article)
    assert not found.faults, [fault.error for fault in found.faults]
    return found


def conflict(*claims: str, r: Fraction = CUSTOMS) -> bool:
    """Whether the claims cannot all be true."""
    return bool(find_inconsistencies(compiled(claims), lambda series: r))


def test_the_article_contradicts_itself_in_three_claims():
    """
    A total that grew 1.9 % with flat imports and plummeting exports: that set, and no other.
    """
    articles, _ = read_claims([ROOT / "claims" / "china-russia-trade-2025-h1.yaml"], root=ROOT)

    (found,) = find_inconsistencies(compile_article(articles[0]), lambda series: CUSTOMS)

    assert (found.rule, found.claims, found.alternatives) == (
        "conflict",
        ("growth-2024", "russian-exports-flat", "russian-demand"),
        (),
    )


@pytest.mark.parametrize("r", [Fraction(0), CUSTOMS, Fraction(1, 5)])
def test_two_flows_and_their_balance_of_july_2025_contradict(r):
    """
    47.16 down 8.4 % less 59.32 down 9.6 % is a deficit down 14 %, not 10.2, however much is revised.
    """
    assert conflict(*JULY_FLOWS, JULY_BALANCE, r=r)


def test_two_flows_their_total_and_the_levels_first_published_agree():
    """
    The levels of 2024-H1 have been revised since by 0.6 % at most, less than customs usually revise.
    """
    assert not conflict(*JULY_FLOWS, JULY_TOTAL, *FIRST_LEVELS)


def test_without_any_revision_they_do_not():
    """
    59.32 down 9.6 % was 65.62, and 65.213 was published.
    """
    assert conflict(*JULY_FLOWS, JULY_TOTAL, *FIRST_LEVELS, r=Fraction(0))


@pytest.mark.parametrize(
    ("exports", "imports", "total", "contradict"),
    [
        ("25.45", "18.39", "43.85", False),  # rounded, 43.84
        ("81.4", "94.9", "176.4", False),  # rounded, 176.3
        ("25.45", "18.39", "43.88", True),
        ("81.4", "94.9", "176.1", True),
    ],
)
def test_exports_and_imports_add_up_within_their_rounding(exports, imports, total, contradict):
    """
    Each figure stands for all that round to it or are cut to it.
    """
    claims = (
        f'quote: "${exports} billion", flow: exports, level: 2024',
        f'quote: "${imports} billion", flow: imports, level: 2024',
        f'quote: "${total} billion", level: 2024',
    )

    assert conflict(*claims) == contradict


@pytest.mark.parametrize(
    ("increment", "contradict"),
    [
        ("10.39", False),  # 116.87 − 106.48, as first published
        ("10.66", False),  # 117.14, the base of the release, − 106.48
        ("16.39", True),
    ],
)
def test_an_increment_may_be_taken_from_either_earlier_figure(increment, contradict):
    """
    From the level that was published then, or from the base that the rate is measured on.
    """
    assert conflict(JULY_TOTAL, f'quote: "fell by ${increment} billion", difference: 2025-H1') == contradict


@pytest.mark.parametrize(("other", "contradict"), [("$242.3 billion", False), ("$243.1 billion", True)])
def test_a_round_number_reaches_one_per_cent(other, contradict):
    """
    $240 billion is 237.6 to 242.4.
    """
    assert conflict('quote: "$240 billion", level: 2024', f'quote: "{other}", level: 2024') == contradict


def test_a_tolerance_of_the_claims_file_counts():
    """
    $240 billion within 2 % is up to 244.8.
    """
    assert not conflict(
        'quote: "$240 billion", level: {period: 2024, tolerance: 2 %}', 'quote: "$244 billion", level: 2024'
    )


@pytest.mark.parametrize(
    ("part", "whole", "contradict"),
    [
        ("Germany", "World", True),
        ("Germany", "EU", True),
        ("United Kingdom", "EU", False),  # it left in 2020
        ("EU", "ASEAN", False),
    ],
)
def test_a_partner_is_not_above_what_it_is_part_of(part, whole, contradict):
    """
    $30 billion with a member of a bloc whose trade is $20 billion.
    """
    claims = (
        f'quote: "$30.5 billion", partner: {part}, level: 2024',
        f'quote: "$20.5 billion", partner: {whole}, level: 2024',
    )

    assert conflict(*claims) == contradict


def test_countries_together_are_not_above_the_world():
    """
    40 and 50 are more than 80.
    """
    assert conflict(
        'quote: "$40.5 billion", partner: Germany, level: 2024',
        'quote: "$50.5 billion", partner: Japan, level: 2024',
        'quote: "$80.5 billion", partner: World, level: 2024',
    )


def test_a_sum_of_partners_is_the_sum_of_their_levels():
    """
    40.5 and 50.5 are not 80.5.
    """
    assert conflict(
        'quote: "$40.5 billion", partner: Germany, level: 2024',
        'quote: "$50.5 billion", partner: Japan, level: 2024',
        'quote: "$80.5 billion", partner: [Germany, Japan], level: 2024',
    )


def test_a_commodity_is_not_above_all_goods():
    """
    $30 billion of cars among goods of $20 billion.
    """
    assert conflict(
        'quote: "$30.5 billion", flow: exports, commodity: hs:8703, level: 2024',
        'quote: "$20.5 billion", flow: exports, level: 2024',
    )


@pytest.mark.parametrize(
    ("half", "contradict"), [("$43.9 billion", False), ("$44.4 billion", False), ("$46 billion", True)]
)
def test_quarters_make_up_their_half_within_revisions(half, contradict):
    """
    20.1 and 23.8 are 43.9; 44.4 may be a revision of 1.5 %, 46 may not.
    """
    claims = (
        'quote: "$20.1 billion", level: 2024-Q1',
        'quote: "$23.8 billion", level: 2024-Q2',
        f'quote: "{half}", level: 2024-H1',
    )

    assert conflict(*claims) == contradict


def test_a_month_is_not_above_its_year():
    """
    $30 billion in May, $20 billion in the year.
    """
    assert conflict('quote: "$30.5 billion", level: 2024-05', 'quote: "$20.5 billion", level: 2024')


@pytest.mark.parametrize(("fall", "contradict"), [("fell 5 percent", True), ("fell 1 percent", False)])
def test_a_record_year_did_not_fall(fall, contradict):
    """
    By 1 % it may have, from a base that was revised upwards.
    """
    claims = ('quote: "a record high", record: {high: 2024}', f'quote: "{fall}", change: 2024')

    assert conflict(*claims) == contradict


def test_a_record_is_beyond_what_is_claimed_of_earlier_years():
    """
    240.11 in 2024 after 244.81 in 2023 is none; that of since 2024 asks for no earlier year.
    """
    levels = ('quote: "$240.11 billion", level: 2024', 'quote: "$244.81 billion", level: 2023')

    assert conflict(*levels, 'quote: "a record high", record: {high: 2024}')
    assert not conflict(*levels, 'quote: "a record high", record: {high: 2024, since: 2024}')


@pytest.mark.parametrize(
    ("quote", "trend", "contradict"),
    [
        ("the decline accelerated", "accelerating", True),
        ("the decline slowed", "slowing", False),
    ],
)
def test_pace_orders_the_rates_that_are_stated(quote, trend, contradict):
    """
    −4.1 % after −5.1 % is a decline that slowed.
    """
    claims = (
        f'quote: "{quote}", trend: {{{trend}: 2025-H1}}',
        'quote: "fell 4.1 percent", change: 2025-H1',
        'quote: "fell 5.1 percent", change: 2025-01/2025-05',
    )

    assert conflict(*claims) == contradict


def test_pace_orders_rates_that_follow_from_levels():
    """
    100 to 120 to 126 is growth of 20 % and then of 5 %, which does not accelerate.
    """
    levels = (
        'quote: "$100.1 billion", level: 2022',
        'quote: "$120.1 billion", level: 2023',
        'quote: "$126.1 billion", level: 2024',
    )

    assert conflict(*levels, 'quote: "growth accelerated", trend: {accelerating: 2024}')
    assert not conflict(*levels, 'quote: "growth slowed", trend: {slowing: 2024}')


@pytest.mark.parametrize(("points", "contradict"), [("2 percentage points", False), ("4 percentage points", True)])
def test_points_are_the_difference_of_two_rates(points, contradict):
    """
    5.0 % after 3.0 %.
    """
    claims = (
        'quote: "rose 5.0 percent", change: 2024',
        'quote: "rose 3.0 percent", change: 2023',
        f'quote: "growth was up {points}", difference: {{period: 2024, of: change}}',
    )

    assert conflict(*claims) == contradict


@pytest.mark.parametrize(("month", "contradict"), [("2025-04", True), ("2025-02", False)])
def test_every_month_of_a_run_has_its_sign(month, contradict):
    """
    A fourth straight month of falls to June leaves no rise in April; of February it says nothing.
    """
    claims = (
        'quote: "fell for a fourth straight month", count: {down: 2025-06, of: months}',
        f'quote: "rose 5.1 percent", change: {month}',
    )

    assert conflict(*claims) == contradict


@pytest.mark.parametrize(
    ("quote", "kind"),
    [
        ("exports made up 60 percent of trade", "share: {period: 2024, of: {flow: total}}"),
        ("exports were 2.0 times imports", "multiple: {period: 2024, of: {flow: imports}}"),
        ("exports were $50 billion more than imports", "difference: {period: 2024, less: {flow: imports}}"),
    ],
)
def test_shares_multiples_and_differences_hold_among_the_levels_of_a_period(quote, kind):
    """
    Exports of 100.1 and imports of 150.1 are 40 % of trade, two thirds of imports, and 50 less.
    """
    assert conflict(
        f'quote: "{quote}", flow: exports, {kind}',
        'quote: "$100.1 billion", flow: exports, level: 2024',
        'quote: "$150.1 billion", flow: imports, level: 2024',
    )


def test_the_change_of_a_balance_is_that_of_its_size():
    """
    A deficit that fell 10 % from 14 to 12.6.
    """
    levels = ('quote: "a deficit of $12.6 billion", flow: balance, level: 2024',)
    earlier = 'quote: "a deficit of $14.0 billion", flow: balance, level: 2023'
    flows = ('quote: "$50.1 billion", level: 2024', 'quote: "$50.1 billion", level: 2023')

    assert not conflict(*levels, earlier, *flows, 'quote: "the deficit fell 10 percent", flow: balance, change: 2024')
    assert conflict(*levels, earlier, *flows, 'quote: "the deficit rose 10 percent", flow: balance, change: 2024')


def test_the_change_of_a_balance_without_a_sign_takes_no_part():
    """
    "The balance fell" says neither of what; with a claim that says deficit it does.
    """
    change = 'quote: "the balance rose 80 percent", flow: balance, change: 2024'
    total = ('quote: "$50.1 billion", level: 2023', 'quote: "$50.1 billion", level: 2024')
    sized = 'quote: "$12.6 billion", flow: balance, level: 2024'
    earlier = 'quote: "$14.0 billion", flow: balance, level: 2023'

    assert not conflict(change, *total, sized, earlier)
    assert conflict(change, *total, 'quote: "a deficit of $12.6 billion", flow: balance, level: 2024', earlier)


def test_a_claim_can_contradict_itself():
    """
    Trade cannot fall by 150 %.
    """
    (found,) = find_inconsistencies(compiled(['quote: "fell 150 percent", change: 2024']), lambda series: CUSTOMS)

    assert found.claims == ("c0",)


@pytest.mark.parametrize(
    "keys",
    ["source: comtrade", "reporter: Russia, partner: China", "partner: India", "scope: services", "valuation: sa"],
)
def test_figures_of_another_kind_are_never_held_against_one_another(keys):
    """
    Another source, the other side, another partner, scope or valuation has its own figures.
    """
    assert not conflict('quote: "$240.1 billion", level: 2024', f'quote: "$120.1 billion", {keys}, level: 2024')


@pytest.mark.parametrize(
    ("claim", "used"),
    [
        ('quote: "$240 billion", level: 2024', True),
        ('quote: "grew quickly in 2022 and 2023", trend: {surge: [2022, 2023]}', True),
        ('quote: "a record high", record: {high: 2024}', True),
        ('quote: "the largest partner", rank: {period: 2024, among: countries}', False),
        ('quote: "on Monday released", date: {release: 2025-H1}', False),
        ('quote: "“stable ties”", quotation: {event: meeting}', False),
    ],
)
def test_dates_quotations_and_ranks_take_no_part(claim, used):
    """
    The other forms are rows over figures.
    """
    (only,) = compiled([claim]).statements

    assert takes_part(only.statement) == used
