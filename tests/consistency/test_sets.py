"""Minimal sets: what is listed, in which order, and that nothing in it is needless."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claim_files.read import read_claims_text
from factcheck.consistency import find_inconsistencies
from factcheck.consistency.build import build
from factcheck.consistency.component import Component, components
from factcheck.consistency.decision import Decider
from factcheck.consistency.hitting import new_choice
from factcheck.consistency.solver import Solver
from factcheck.findings import Inconsistency
from factcheck.kinds.compile import CompiledArticle, compile_article

CUSTOMS = Fraction(3, 200)
ABOUT = "{source: gacc, reporter: China, partner: Russia, flow: total, currency: USD}"


def compiled(claims: Sequence[str]) -> CompiledArticle:
    """An article of claims, each a line of YAML without its braces; their ids are c0, c1 …"""
    lines = "".join(f"  - {{id: c{place}, {claim}}}\n" for place, claim in enumerate(claims))
    article, problems = read_claims_text(f"about: {ABOUT}\nclaims:\n{lines}", "a.yaml")
    assert article is not None, problems
    found = compile_article(article)
    assert not found.faults, [fault.error for fault in found.faults]
    return found


def found_in(*claims: str) -> tuple[Inconsistency, ...]:
    """The inconsistencies of some claims."""
    return find_inconsistencies(compiled(claims), lambda series: CUSTOMS)


def level(amount: str, keys: str = "") -> str:
    """A claim about the total of 2024."""
    return f'quote: "${amount} billion", {keys}{", " if keys else ""}level: 2024'


FLOWS = ("total", "exports", "imports")
amounts = st.integers(10, 30).map(lambda number: f"{number}.4")
levels = st.builds(
    lambda flow, period, amount: f'quote: "${amount} billion", flow: {flow}, level: {period}',
    st.sampled_from(FLOWS),
    st.sampled_from(["2023", "2024", "2024-H1"]),
    amounts,
)
changes = st.builds(
    lambda flow, period, words: f'quote: "{words}", flow: {flow}, change: {period}',
    st.sampled_from(FLOWS),
    st.sampled_from(["2023", "2024"]),
    st.sampled_from(["rose 40 percent", "rose 4.1 percent", "fell about 10 percent", "more than doubled"]),
)
trends = st.builds(
    lambda flow, words: f'quote: "{words[0]}", flow: {flow}, trend: {{{words[1]}: 2024}}',
    st.sampled_from(FLOWS),
    st.sampled_from(
        [("plummeted", "plunge"), ("was flat", "flat"), ("edged up", "edged"), ("growth slowed", "slowing")]
    ),
)
others = st.sampled_from(
    [
        'quote: "fell by $3.4 billion", difference: 2024',
        'quote: "a deficit of $5.4 billion", flow: balance, level: 2024',
        'quote: "the deficit rose 20 percent", flow: balance, change: 2024',
        'quote: "exports made up 60 percent", flow: exports, share: {period: 2024, of: {flow: total}}',
        'quote: "exports were 2.0 times imports", flow: exports, multiple: {period: 2024, of: {flow: imports}}',
        'quote: "a record high", record: {high: 2024}',
    ]
)
articles = st.lists(st.one_of(levels, changes, trends, others), min_size=2, max_size=9)


def parts_of(claims: Sequence[str]) -> list[Component]:
    """The components of an article; every claim of it makes one statement."""
    statements = [(number, each.statement) for number, each in enumerate(compiled(claims).statements)]
    return list(components(*build(statements, lambda series: CUSTOMS)))


def test_two_pairs_that_hang_together_are_one_inconsistency():
    """
    The first pair of the file is named, the other is its alternative, and all four are involved.
    """
    (found,) = found_in(level("240.1"), level("250.1"), level("30.1", "flow: exports"), level("40.1", "flow: exports"))

    assert (found.claims, found.alternatives, found.involved) == (
        ("c0", "c1"),
        (("c2", "c3"),),
        ("c0", "c1", "c2", "c3"),
    )


def test_the_smallest_set_is_named_first():
    """
    A pair before a set of three, although the three stand before it.
    """
    (found,) = found_in(
        level("240.1"),
        level("30.1", "flow: exports"),
        level("40.1", "flow: imports"),
        level("31.1", "flow: exports"),
    )

    assert (found.claims, found.alternatives) == (("c1", "c3"), (("c0", "c1", "c2"), ("c0", "c2", "c3")))


def test_components_are_apart():
    """
    Trade with Germany has nothing to do with trade with India.
    """
    found = found_in(
        level("1.1", "partner: India"), level("2.1", "partner: Germany"), level("3.1", "partner: India"),
        level("4.1", "partner: Germany"),
    )  # fmt: skip

    assert [each.claims for each in found] == [("c0", "c2"), ("c1", "c3")]


def test_sets_that_share_a_claim_are_one_inconsistency():
    """
    A claim about two years contradicts one claim of each.
    """
    (found,) = found_in(
        'quote: "grew quickly in 2014 and 2020", trend: {surge: [2014, 2020]}',
        'quote: "fell 4 percent", change: 2014',
        'quote: "fell 5 percent", change: 2020',
    )

    assert (found.claims, found.alternatives) == (("c0", "c1"), (("c0", "c2"),))


def test_a_claim_that_has_nothing_to_do_with_it_is_not_involved():
    """
    Three of four claims are one set.
    """
    (found,) = found_in(
        level("240.1"),
        'quote: "rose 4 percent", change: 2023',
        level("30.1", "flow: exports"),
        level("40.1", "flow: imports"),
    )

    assert found.involved == ("c0", "c2", "c3")


def test_five_hundred_contradictory_claims_list_one_and_twenty_sets():
    """
    There are a hundred thousand pairs; each that is listed contradicts.
    """
    (found,) = found_in(*(level(f"{100 + 7 * place}.1") for place in range(500)))

    assert (len(found.claims), len(found.alternatives)) == (2, 20)
    assert all(len(claims) == 2 for claims in found.alternatives)


@pytest.mark.slow
def test_ten_thousand_claims_of_one_figure_find_the_one_that_is_off():
    """
    It stands in every set that is listed.
    """
    (found,) = found_in(*[level("240.11")] * 9_999, level("250.1"))

    assert all("c9999" in claims for claims in (found.claims, *found.alternatives))


@settings(max_examples=60)
@given(claims=articles)
def test_without_any_one_member_the_rest_of_a_set_can_be_true(claims):
    """
    Asked of z3 alone, for every set that is listed.
    """
    for found in find_inconsistencies(compiled(claims), lambda series: CUSTOMS):
        for members in (found.claims, *found.alternatives):
            assert not all_hold([claims[int(name[1:])] for name in members])
            for left_out in members:
                assert all_hold([claims[int(name[1:])] for name in members if name != left_out])


def all_hold(claims: Sequence[str]) -> bool:
    """Whether z3 finds a world in which the claims are true."""
    return all(Solver(part).decide(part.everyone).conflict is None for part in parts_of(claims))


@settings(max_examples=60)
@given(claims=articles, drawn=st.integers(0, 511))
def test_what_is_decided_without_z3_is_what_z3_decides(claims, drawn):
    """
    Of any statements: a contradiction of propagation is one, and a witness proves that there is none.
    """
    for part in parts_of(claims):
        mask = drawn & part.everyone
        decision = Decider(part).decide(mask)

        assert (decision.conflict is None) == (Solver(part).decide(mask).conflict is None)


@settings(max_examples=60)
@given(claims=articles)
def test_a_contradiction_names_statements_that_contradict(claims):
    """
    What propagation holds responsible cannot be true by itself, for z3 neither.
    """
    for part in parts_of(claims):
        conflict = Decider(part).decide(part.everyone).conflict

        assert conflict is None or Solver(part).decide(conflict).conflict is not None


@given(
    found=st.lists(st.frozensets(st.integers(0, 6), min_size=1, max_size=3), min_size=1, max_size=5),
    closed=st.lists(st.frozensets(st.integers(0, 6), min_size=1, max_size=3), max_size=4),
)
def test_a_choice_hits_every_set_and_contains_no_closed_one(found, closed):
    """
    Where there is such a choice at all, it is found.
    """
    choice = new_choice(found, closed)
    possible = [set(range(7)) - each for each in map(set, subsets(7))]

    if choice is None:
        assert not any(hits(option, found) and not any(each <= option for each in closed) for option in possible)
    else:
        assert hits(choice, found)
        assert not any(each <= choice for each in closed)


def hits(choice: frozenset[int] | set[int], found: Sequence[frozenset[int]]) -> bool:
    """Whether a choice has one of every set."""
    return all(each & choice for each in found)


def subsets(size: int) -> list[list[int]]:
    """All choices of the first numbers."""
    return [[place for place in range(size) if mask >> place & 1] for mask in range(1 << size)]
