"""What needs no model: weekdays, shares over 100 %, mixed currencies, and exchange rates that no day knew."""

from __future__ import annotations

from fractions import Fraction

import pytest

from factcheck.claim_files.read import read_claims_text
from factcheck.consistency import find_inconsistencies
from factcheck.kinds.compile import compile_article

CUSTOMS = Fraction(3, 200)
ABOUT = "{source: gacc, reporter: China, partner: Russia, flow: total, currency: USD}"
JULY = "published: 2025-07-14\n"

Found = list[tuple[str, tuple[str, ...]]]


def found_in(*claims: str, published: str = JULY) -> Found:
    """The rules and claims of the inconsistencies of some claims, each a line of YAML without its braces."""
    lines = "".join(f"  - {{id: c{place}, {claim}}}\n" for place, claim in enumerate(claims))
    article, problems = read_claims_text(f"about: {ABOUT}\n{published}claims:\n{lines}", "a.yaml")
    assert article is not None, problems
    compiled = compile_article(article)
    assert not compiled.faults, [fault.error for fault in compiled.faults]
    return [(each.rule, each.claims) for each in find_inconsistencies(compiled, lambda series: CUSTOMS)]


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("Tuesday, July 14, 2025", [("conflict", ("c0",))]),
        ("Monday, July 14, 2025", []),
        ("on Monday", []),
        ("on July 14, 2025", []),
        ("in July 2025", []),
    ],
)
def test_a_weekday_fits_its_date(quote, expected):
    """
    14 July 2025 was a Monday.
    """
    assert found_in(f'quote: "{quote}", date: {{release: 2025-H1}}') == expected


def growth(words: str, flow: str = "total", currency: str = "USD", period: str = "2024") -> str:
    """A claim about growth, measured in a currency."""
    return f'quote: "{words}", flow: {flow}, currency: {currency}, change: {period}'


TOTAL, EXPORTS, IMPORTS = ("rose 1.9 percent", "rose 5 percent", "rose 1 percent")


def test_dollar_growth_of_a_total_beside_yuan_growth_of_its_parts_is_mixed():
    """
    2024, as a report of July 2025 told it: +1.9 % in dollars, +5 % and +1 % in yuan.
    """
    assert found_in(growth(TOTAL), growth(EXPORTS, "exports", "CNY"), growth(IMPORTS, "imports", "CNY")) == [
        ("mixed-basis", ("c0", "c1", "c2"))
    ]


def test_the_same_rates_all_said_in_dollars_are_not_mixed():
    """
    From the claims alone nothing is wrong: 1.9 lies between 1 and 5.
    """
    assert found_in(growth(TOTAL), growth(EXPORTS, "exports"), growth(IMPORTS, "imports")) == []


@pytest.mark.parametrize(
    "claims",
    [
        (growth(TOTAL), growth("rose 2.9 percent", currency="CNY"), growth(EXPORTS, "exports", "CNY"),
         growth(IMPORTS, "imports", "CNY")),
        (growth(TOTAL), growth(EXPORTS, "exports", "CNY")),
        (growth(EXPORTS, "exports"), growth(IMPORTS, "imports", "CNY")),
        (growth(TOTAL), growth(EXPORTS, "exports", "CNY"), growth(IMPORTS, "imports", "CNY", "2023")),
    ],
)  # fmt: skip
def test_what_is_complete_in_one_currency_or_no_identity_is_not_mixed(claims):
    """
    A full set in yuan with dollars beside it; two figures only; figures of two years.
    """
    assert found_in(*claims) == []


def test_a_balance_completes_an_identity_with_one_flow():
    """
    Total and balance in dollars, exports in yuan.
    """
    claims = (
        'quote: "$244.8 billion", level: 2024',
        'quote: "a deficit of $13.8 billion", flow: balance, level: 2024',
        'quote: "822.1 billion yuan", flow: exports, level: 2024',
    )

    assert found_in(*claims) == [("mixed-basis", ("c0", "c1", "c2"))]


def amounts(
    one: str, other: str, keys: str = "partner: United States, flow: exports", period: str = "2025-H1"
) -> list[str]:
    """Two claims about one figure."""
    return [f'quote: "{words}", {keys}, level: {period}' for words in (one, other)]


@pytest.mark.parametrize(
    ("yuan", "dollars", "period", "possible"),
    [
        ("1.55 trillion yuan", "$1.2 trillion", "2025-H1", False),  # 1.29
        ("530.35 billion yuan", "$41 billion", "2025-H1", False),  # 12.9
        ("1.55 trillion yuan", "$215.55 billion", "2025-H1", True),  # 7.19
        ("1.74 trillion yuan", "$244.81 billion", "2024", True),  # 7.11
        ("1.74 trillion yuan", "$237 billion", "2024", True),  # 7.34: 13 January 2025
        ("1.74 trillion yuan", "$237 billion", "2023", True),  # the article is of July 2025
        ("about 1.7 trillion yuan", "about $250 billion", "2024", True),  # 7.2 within both hedges
        ("at least 1.7 trillion yuan", "$100 billion", "2024", False),
        ("at least 1.7 trillion yuan", "$300 billion", "2024", True),
    ],
)
def test_two_amounts_fit_some_exchange_rate_of_the_time(yuan, dollars, period, possible):
    """
    A dollar cost 7.01 to 7.35 yuan from 2024 to July 2025.
    """
    expected: Found = [] if possible else [("implied-rate", ("c0", "c1"))]

    assert found_in(*amounts(yuan, dollars, period=period)) == expected


def test_without_a_day_of_publication_rates_count_until_45_days_after_the_period():
    """
    7.34 was reached on 13 January 2025, and not in the year 2023 and the weeks after it.
    """
    assert found_in(*amounts("1.74 trillion yuan", "$237 billion", period="2024"), published="") == []
    assert found_in(*amounts("1.77 trillion yuan", "$237 billion", period="2023"), published="") == [
        ("implied-rate", ("c0", "c1"))
    ]


def test_one_quote_with_two_currencies_is_a_set_of_one():
    """
    1.74 trillion yuan are not $214.81 billion.
    """
    assert found_in('quote: "1.74 trillion yuan ($214.81 billion)", level: 2024') == [("implied-rate", ("c0",))]


def test_without_rates_of_the_pair_nothing_is_said():
    """
    The European Central Bank has none for the Kazakh tenge.
    """
    assert found_in(*amounts("$1.2 billion", "1.3 billion tenge")) == []


def share(words: str, keys: str, of: str) -> str:
    """A claim about a share."""
    return f'quote: "{words}", {keys}, share: {{period: 2024, of: {of}}}'


WORLD = "{partner: World}"


def countries(*percents: tuple[str, object]) -> list[str]:
    """Claims about shares of the world."""
    return [share(f"{percent} percent", f"partner: {name}", WORLD) for name, percent in percents]


def test_shares_of_two_flows_over_100_are_named_as_such():
    """
    60 % exports and 50 % imports, and no conflict over the same claims beside it.
    """
    claims = (
        share("60 percent of trade", "flow: exports", "{flow: total}"),
        share("50 percent of trade", "flow: imports", "{flow: total}"),
    )

    assert found_in(*claims) == [("shares-not-100", ("c0", "c1"))]


def test_shares_of_countries_need_the_largest_ones_only():
    """
    40 + 35 + 30 are over 100; 10 more are not needed.
    """
    claims = countries(("Russia", 40), ("Germany", 35), ("Japan", 10), ("France", 30))

    assert found_in(*claims) == [("shares-not-100", ("c0", "c1", "c3"))]


@pytest.mark.parametrize(
    "claims",
    [
        countries(("Russia", 40), ("Germany", 35), ("France", 25.0)),
        countries(("EU", 60), ("Germany", 50)),  # one is part of the other
        countries(("Russia", 60), ("Russia", 60)),
    ],
)
def test_shares_that_may_overlap_or_just_fit_are_not_added_up(claims):
    """
    39.5 + 34.5 + 24.95 are less than 100; a member's share is within its bloc's.
    """
    assert found_in(*claims) == []


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        (("hs:8703", "hs:8704"), [("shares-not-100", ("c0", "c1"))]),
        (("hs:8703", "hs:870323"), []),  # one is part of the other
    ],
)
def test_headings_of_one_length_have_nothing_in_common(codes, expected):
    """
    60 % and 50 % of chapter 87.
    """
    claims = (
        share(f"{percent} percent", f"flow: exports, commodity: {code}", "{commodity: hs:87}")
        for code, percent in zip(codes, (60, 50), strict=True)
    )

    assert found_in(*claims) == expected


def test_inconsistencies_stand_in_file_order():
    """
    A weekday in the first claim, two amounts in the next ones.
    """
    claims = (
        'quote: "Tuesday, July 14, 2025", date: {release: 2025-H1}',
        *amounts("1.55 trillion yuan", "$1.2 trillion"),
    )

    assert found_in(*claims) == [("conflict", ("c0",)), ("implied-rate", ("c1", "c2"))]
