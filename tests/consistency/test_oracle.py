"""
What consistency finds, beside an oracle that asks z3 about the same claims; on articles drawn at random.

An article that fails is printed as few claims as still fail.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import NamedTuple

import pytest

from factcheck.consistency import find_inconsistencies
from factcheck.findings import Inconsistency
from factcheck.kinds.compile import compile_article

from .articles import Drawn, compiled_without_faults, draw_article
from .oracle import Oracle, Undecided
from .wider_articles import draw_wide_article

pytestmark = pytest.mark.no_cover  # thousands of articles: measuring coverage would double their time

SHARDS, ARTICLES = 20, 500
MOST = 20  # alternatives that are listed
AMOUNTS = {"conflict", "shares-not-100"}


class Case(NamedTuple):
    """An article with what was found in it and the oracle on its claims."""

    drawn: Drawn
    found: tuple[Inconsistency, ...]
    oracle: Oracle

    @property
    def conflicts(self) -> list[Inconsistency]:
        """What was found among amounts and rates."""
        return [each for each in self.found if each.rule in AMOUNTS]


def case_of(drawn: Drawn) -> Case:
    """Look for inconsistencies, and build the oracle."""
    compiled = compiled_without_faults(drawn.article)
    found = find_inconsistencies(compiled, lambda series: drawn.r)
    return Case(drawn, found, Oracle(compiled.statements, drawn.r))


@pytest.fixture(scope="module", params=range(SHARDS))
def cases(request: pytest.FixtureRequest) -> list[Case]:
    """A shard of the plain articles."""
    return [case_of(draw_article(seed)) for seed in range(request.param * ARTICLES, (request.param + 1) * ARTICLES)]


@pytest.fixture(scope="module", params=range(4))
def wide_cases(request: pytest.FixtureRequest) -> list[Case]:
    """A shard of the articles with every kind of claim."""
    return [case_of(draw_wide_article(seed)) for seed in range(request.param * 500, (request.param + 1) * 500)]


def fail_with_smallest(cases: Iterable[Case], wrong: Callable[[Case], object]) -> None:
    """Fail with the first case that is wrong, less all the claims that it does not need for that."""
    for case in cases:
        if wrong(case):
            case = smallest(case, wrong)
            pytest.fail(f"{in_lines(case)}\nfound: {sets_of(case.found)}\nwrong: {wrong(case)}")


def smallest(case: Case, wrong: Callable[[Case], object]) -> Case:
    """The case with claims left out, one after the other, as long as it stays wrong."""
    for claim in case.drawn.article.claims:
        rest = tuple(other for other in case.drawn.article.claims if other.id != claim.id)
        smaller = case_of(case.drawn._replace(article=replace(case.drawn.article, claims=rest)))
        if wrong(smaller):
            case = smaller
    return case


def in_lines(case: Case) -> str:
    """An article as its file would have it."""
    lines = [f"r = {case.drawn.r}, {'honest' if case.drawn.honest else 'with lies'}"]
    for claim in case.drawn.article.claims:
        kinds = ", ".join(f"{use.kind}: {dict(use.options)}" for use in claim.kinds)
        lines.append(f'- {{id: {claim.id}, quote: "{claim.quote}", keys: {dict(claim.keys)}, {kinds}}}')
    return "\n".join(lines)


def sets_of(found: Iterable[Inconsistency]) -> list[tuple[str, ...]]:
    """All the sets of claims that were found."""
    return [claims for each in found for claims in (each.claims, *each.alternatives)]


def unordered(found: Iterable[Inconsistency]) -> set[frozenset[str]]:
    """The sets that were found, in no order."""
    return {frozenset(claims) for claims in sets_of(found)}


# Plain articles: the checker and the oracle agree.


def test_the_verdict_is_that_of_the_oracle(cases):
    """
    An article has an inconsistency exactly where not all of its claims can be true.
    """
    fail_with_smallest(cases, lambda case: bool(case.conflicts) == case.oracle.holds(case.oracle.claims))


def test_honest_articles_have_no_inconsistency(cases):
    """
    Figures that were only rounded, cut, hedged or revised within r are never called inconsistent.
    """
    fail_with_smallest(cases, lambda case: case.drawn.honest and case.found)


def test_every_set_is_impossible(cases):
    """
    The claims of a set cannot all be true, without any help from the others.
    """
    fail_with_smallest(cases, lambda case: [each for each in sets_of(case.found) if case.oracle.holds(each)])


def test_every_set_is_minimal(cases):
    """
    Without any one of its members, the rest of a set can be true.
    """
    fail_with_smallest(cases, lambda case: [each for each in sets_of(case.conflicts) if not is_minimal(case, each)])


def is_minimal(case: Case, claims: tuple[str, ...]) -> bool:
    """Whether the rest holds whichever member is left out."""
    return all(case.oracle.holds(each for each in claims if each != left_out) for left_out in claims)


def test_nothing_is_left_when_all_involved_are_gone(cases):
    """
    Where all sets are listed, the claims in none of them can be true together.
    """

    def left(case: Case) -> bool:
        involved = {claim for each in case.found for claim in each.involved}
        listed = all(len(each.alternatives) < MOST for each in case.found)
        return listed and not case.oracle.holds(claim for claim in case.oracle.claims if claim not in involved)

    fail_with_smallest(cases, left)


def test_involved_is_the_union_of_the_sets(cases):
    """
    The claims involved are those of all sets, in the order of the file.
    """

    def wrong(case: Case) -> list[Inconsistency]:
        return [each for each in case.found if each.involved != in_file_order(case, sets_of([each]))]

    fail_with_smallest(cases, wrong)


def in_file_order(case: Case, sets: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """All the claims of some sets."""
    members = {claim for claims in sets for claim in claims}
    return tuple(claim.id for claim in case.drawn.article.claims if claim.id in members)


def test_sets_are_distinct_and_at_most_twenty_beside_the_first(cases):
    """
    No set stands twice, and there are at most twenty alternatives.
    """

    def wrong(case: Case) -> bool:
        sets = [frozenset(each) for each in sets_of(case.found)]
        return len(set(sets)) < len(sets) or any(len(each.alternatives) > MOST for each in case.found)

    fail_with_smallest(cases, wrong)


def test_sets_stand_by_size_and_then_in_file_order(cases):
    """
    The claims named are a smallest set, first in the file among equals; the alternatives follow in that order.
    """

    def wrong(case: Case) -> list[Inconsistency]:
        places = {claim.id: place for place, claim in enumerate(case.drawn.article.claims)}

        def order(claims: tuple[str, ...]) -> tuple[int, list[int]]:
            return len(claims), [places[claim] for claim in claims]

        return [each for each in case.found if sets_of([each]) != sorted(sets_of([each]), key=order)]

    fail_with_smallest(cases, wrong)


def test_inconsistencies_share_no_claim(cases):
    """
    All sets that share a claim are one inconsistency; so two of them name no claim both.
    """

    def wrong(case: Case) -> bool:
        names = [claim for each in case.conflicts for claim in each.involved]
        return len(set(names)) < len(names)

    fail_with_smallest(cases, wrong)


def test_partners_are_inconsistent_apart(cases):
    """
    Trade with Germany and trade with Russia share nothing, so no inconsistency names both.
    """

    def wrong(case: Case) -> list[Inconsistency]:
        partners = {claim.id: claim.keys.get("partner") for claim in case.drawn.article.claims}
        return [each for each in case.found if len({partners[claim] for claim in each.involved}) > 1]

    fail_with_smallest(cases, wrong)


def few_claims(case: Case) -> bool:
    """Whether trying every set of claims is quick."""
    return len(case.oracle.claims) <= 8 and not case.oracle.holds(case.oracle.claims)


def test_every_minimal_set_is_found(cases):
    """
    In an article of at most eight claims, the sets that are listed are all there are.
    """

    def wrong(case: Case) -> object:
        if not few_claims(case):
            return None
        return unordered(case.conflicts) ^ case.oracle.minimal_sets()

    fail_with_smallest(cases[:100], wrong)


def test_the_order_of_the_claims_does_not_matter(cases):
    """
    The same claims in the opposite order have the same inconsistent sets.
    """

    def wrong(case: Case) -> object:
        if any(len(each.alternatives) == MOST for each in case.found):
            return None
        article = case.drawn.article
        turned = replace(article, claims=article.claims[::-1])
        found = find_inconsistencies(compile_article(turned), lambda series: case.drawn.r)
        return unordered(case.found) ^ unordered(found)

    fail_with_smallest(cases[:25], wrong)


# Articles with every kind of claim: what the checker finds is true.


def test_honest_articles_of_every_kind_have_no_inconsistency(wide_cases):
    """
    Records, pace, points, runs, shares of the world and sums of partners that are true never raise an alarm.
    """
    fail_with_smallest(wide_cases, lambda case: case.drawn.honest and case.found)


def test_every_set_of_every_kind_is_impossible(wide_cases):
    """
    What is found among all kinds of claims cannot be true by the oracle either.
    """

    def wrong(case: Case) -> list[tuple[str, ...]]:
        return [each for each in sets_of(case.found) if holds_for_certain(case, each)]

    fail_with_smallest(wide_cases, wrong)


def holds_for_certain(case: Case, claims: tuple[str, ...]) -> bool:
    """Whether z3 knows that the claims can be true; products of two amounts are sometimes beyond it."""
    try:
        return case.oracle.holds(claims)
    except Undecided:
        return False
