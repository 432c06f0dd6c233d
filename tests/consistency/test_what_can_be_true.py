"""What claims can all be true: figures of July 2025 and the edges of words, asked of the oracle and of the checker."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from factcheck.claims import Article, Claim, KindUse
from factcheck.consistency import find_inconsistencies
from factcheck.kinds.compile import CompiledArticle

from .articles import ABOUT, compiled_without_faults
from .oracle import Oracle, satisfiable

CUSTOMS = Fraction(3, 200)  # how far Chinese customs revise


def said(*claims: tuple[str, str, dict[str, object]]) -> CompiledArticle:
    """An article of quotes, each with its flow and its kinds."""
    made = tuple(
        Claim(
            f"c{place}",
            quote,
            tuple(
                KindUse(kind, option if isinstance(option, dict) else {"period": option})
                for kind, option in kinds.items()
            ),
            {"flow": flow},
        )
        for place, (quote, flow, kinds) in enumerate(claims)
    )
    return compiled_without_faults(Article("a.yaml", made, about=ABOUT))


@pytest.fixture(params=["oracle", "checker"])
def possible(request: pytest.FixtureRequest) -> Callable[..., bool]:
    """
    Ask whether claims can all be true, bases being revised by up to r: of the oracle, and of the checker.
    """

    def asked(*claims: tuple[str, str, dict[str, object]], r: Fraction = CUSTOMS) -> bool:
        compiled = said(*claims)
        if request.param == "oracle":
            return satisfiable(compiled.statements, r)
        return not find_inconsistencies(compiled, lambda series: r)

    return asked


HALF, HALF_BEFORE = "2025-H1", "2024-H1"
EXPORTS = ("exports fell 8.4 percent to $47.16 billion", "exports", {"change": HALF, "level": HALF})
IMPORTS = ("imports fell 9.6 percent to $59.32 billion", "imports", {"change": HALF, "level": HALF})
TOTAL = ("trade fell 9.1 percent to $106.48 billion", "total", {"change": HALF, "level": HALF})
DEFICIT = ("the deficit fell 10.2 percent to $12.16 billion", "balance", {"change": HALF, "level": HALF})
BEFORE = (
    ("$51.661 billion", "exports", {"level": HALF_BEFORE}),
    ("$65.213 billion", "imports", {"level": HALF_BEFORE}),
    ("$116.87 billion", "total", {"level": HALF_BEFORE}),
)
GROWTH = ("growth slowed, down to just 1.9 percent", "total", {"change": "2024"})
FLAT = ("largely stopped growing", "imports", {"trend": {"flat": "2024"}})
PLUNGE = ("plummeted", "exports", {"trend": {"plunge": "2024"}})


@pytest.mark.parametrize("r", [Fraction(0), CUSTOMS, Fraction(1, 2)])
def test_growth_with_flat_and_falling_parts_is_impossible(possible, r):
    """
    A total cannot grow 1.9 percent on parts that are flat and plummet, however far bases are revised.
    """
    assert not possible(GROWTH, FLAT, PLUNGE, r=r)


@pytest.mark.parametrize("kept", [(GROWTH, FLAT), (GROWTH, PLUNGE), (FLAT, PLUNGE)])
def test_any_two_of_the_three_are_possible(possible, kept):
    """
    Of growth, flat imports and plummeting exports any two can hold.
    """
    assert possible(*kept)


@pytest.mark.parametrize("r", [CUSTOMS, Fraction(1, 2)])
def test_a_balance_that_does_not_fit_its_flows_is_impossible(possible, r):
    """
    Exports 47.16 down 8.4 %, imports 59.32 down 9.6 % leave no deficit of 12.16 that is down 10.2 %.
    """
    assert not possible(EXPORTS, IMPORTS, DEFICIT, r=r)


def test_bases_that_were_revised_are_possible(possible):
    """
    The published halves of 2024 and 2025 hold together if customs may revise by 1.5 %, and not if they may not.
    """
    claims = (EXPORTS, IMPORTS, TOTAL, *BEFORE)

    assert [possible(*claims, r=r) for r in (CUSTOMS, Fraction(0))] == [True, False]


def test_an_increment_is_taken_from_the_level_or_from_its_revision(possible):
    """
    A newsroom takes 116.87 from 106.48, the office measures 9.1 % on a revised base; both are possible together.
    """
    increment = ("trade fell by $10.39 billion", "total", {"difference": HALF})

    assert possible(TOTAL, increment, *BEFORE)


@pytest.mark.parametrize("amounts", [("25.45", "18.39", "43.85"), ("81.4", "94.9", "176.4")])
def test_sums_of_rounded_figures_are_possible(possible, amounts):
    """
    Published exports and imports add up to a published total that is one last digit away.
    """
    flows = ("exports", "imports", "total")
    claims = [(f"${amount} billion", flow, {"level": "2024"}) for amount, flow in zip(amounts, flows, strict=True)]

    assert possible(*claims, r=Fraction(0))


@pytest.mark.parametrize(
    ("level", "bound", "expected"),
    [
        ("$10.0 billion", "at least $10.09 billion", True),  # 10.0 may be a cut 10.09
        ("$10.0 billion", "at least $10.1 billion", False),  # but 10.1 is another figure
        ("$10.0 billion", "at most $9.95 billion", False),  # 9.95 rounds up only as an end
        ("$240 billion", "at most $237.6 billion", True),  # a round number stands for 1 % either way
        ("$240 billion", "at most $237.5 billion", False),
        ("$241 billion", "at most $240.4 billion", False),  # one that is not round does not
        ("about $240 billion", "at least $245 billion", True),  # 235 to 245
        ("nearly $240 billion", "at least $240 billion", False),
        ("more than $240 billion", "at most $240 billion", False),
        ("more than $240 billion", "at least $250 billion", True),  # it reaches 250
    ],
)
def test_levels_reach_as_far_as_their_words(possible, level, bound, expected):
    """
    A level in plain figures is an open interval widened to truncation; a hedged one is the band of its hedge.
    """
    claims = [(words, "exports", {"level": "2024"}) for words in (level, bound)]

    assert possible(*claims) == expected


def of_flow(flow: str, kind: str, **options: object) -> Callable[[str], tuple[str, str, dict[str, object]]]:
    """A maker of claims about a flow in 2024."""
    return lambda quote: (quote, flow, {kind: {"period": "2024", **options}})


LEVEL_OF = {flow: of_flow(flow, "level") for flow in ("exports", "imports", "total", "balance")}
CHANGE_OF = {flow: of_flow(flow, "change") for flow in ("exports", "balance")}
SHARE_OF = {flow: of_flow(flow, "share", of={"flow": "total"}) for flow in ("exports", "imports")}
FELL, DEFICIT_ROSE = (
    ("exports fell", "exports", {"trend": {"down": "2024"}}),
    CHANGE_OF["balance"]("the deficit rose 3 percent"),
)


@pytest.mark.parametrize(
    "claims",
    [
        (CHANGE_OF["exports"]("exports fell 120 percent"),),
        (SHARE_OF["exports"]("exports made up 120 percent of trade"),),
        (SHARE_OF["exports"]("exports made up 60 percent of trade"), SHARE_OF["imports"]("imports made up 60 percent")),
        (LEVEL_OF["balance"]("a deficit of $50 billion"), LEVEL_OF["total"]("$40 billion")),
        (LEVEL_OF["exports"]("$40 billion"), ("$50 billion", "exports", {"level": "2024-H1"})),
        (LEVEL_OF["total"]("$40 billion"), ("$50 billion", "exports", {"level": "2024-H1"})),
        (LEVEL_OF["balance"]("a surplus of $3 billion"), DEFICIT_ROSE),
        (CHANGE_OF["exports"]("exports rose at most 7.9 percent"), FELL),
        (
            CHANGE_OF["exports"]("exports rose nearly 9 percent"),
            CHANGE_OF["exports"]("exports rose at least 9 percent"),
        ),
    ],
    ids=lambda claims: " + ".join(quote for quote, _, _ in claims),
)
def test_what_cannot_be_is_found(possible, claims):
    """
    Parts above their whole, two signs of one balance, and rates outside their words cannot be true.
    """
    assert not possible(*claims)


def test_the_oracle_finds_every_minimal_set():
    """
    The three of the article are one set; a rise beside the plunge is another.
    """
    statements = said(GROWTH, FLAT, PLUNGE, ("exports grew", "exports", {"trend": {"up": "2024"}})).statements

    assert Oracle(statements, CUSTOMS).minimal_sets() == {frozenset({"c0", "c1", "c2"}), frozenset({"c2", "c3"})}
