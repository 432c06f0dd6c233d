"""
The inconsistencies of an article: those of the model, component by component, and those that need no model.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction

from factcheck.consistency.build import build
from factcheck.consistency.component import Component, components
from factcheck.consistency.decision import Decider
from factcheck.consistency.implied_rate import implied_rates
from factcheck.consistency.minimal import Claims, by_size, minimal_sets
from factcheck.consistency.mixed_basis import mixed_bases
from factcheck.consistency.weekday import wrong_weekdays
from factcheck.findings import Inconsistency, Left
from factcheck.kinds.compile import CompiledArticle
from factcheck.observations import Series

MOST_ALTERNATIVES = 20
MOST_VISITS, VISITS = 3_000_000, 300  # rows that are looked at in one article, and more for each statement


def find_inconsistencies(
    compiled: CompiledArticle, revision: Callable[[Series], Fraction]
) -> tuple[Inconsistency, ...]:
    """
    Claims of one article that cannot all be true, whatever any source says.

    Args:
        compiled: the article with the statements of its claims.
        revision: r of a series: how far its earlier periods are usually revised (3/200 is 1.5 %).
    """
    statements = compiled.statements
    places = {claim.id: place for place, claim in enumerate(compiled.article.claims)}
    found = [
        *_conflicts(compiled, [places[each.claim.id] for each in statements], revision),
        *wrong_weekdays(statements),
        *mixed_bases(statements),
        *implied_rates(statements, compiled.article.published),
    ]
    return tuple(sorted(found, key=lambda each: [places[claim] for claim in each.claims]))


def _conflicts(
    compiled: CompiledArticle, of_claim: Sequence[int], revision: Callable[[Series], Fraction]
) -> Iterator[Inconsistency]:
    """The contradictions of the model, one for all components that share a claim."""
    model, trios = build([(n, each.statement) for n, each in enumerate(compiled.statements)], revision)
    found: list[list[Claims]] = []
    told: dict[Claims, tuple[Decider, list[int]]] = {}
    left = MOST_VISITS + VISITS * len(of_claim)
    for component in components(model, trios):
        decider, masks = Decider(component, left), claim_masks(component, of_claim)
        sets = minimal_sets(decider, masks)
        left -= decider.spent
        if sets:
            found.append(sets)
            told.update((claims, (decider, [masks[claim] for claim in claims])) for claims in sets)
        decider.rest()
    ids = [claim.id for claim in compiled.article.claims]
    for sets in _joined(found):
        listed = sets[: MOST_ALTERNATIVES + 1]
        named = [tuple(ids[place] for place in each) for each in listed]
        involved = tuple(ids[place] for place in sorted({place for each in listed for place in each}))
        rule, text, left_over = _explained(compiled, revision, *told[sets[0]])
        yield Inconsistency(rule, named[0], tuple(named[1:]), involved, text, left_over)


def _joined(found: Sequence[Sequence[Claims]]) -> list[list[Claims]]:
    """Sets that share a claim are one inconsistency."""
    groups: dict[int, set[Claims]] = {}
    for sets in found:
        members = sorted({claim for each in sets for claim in each})
        sharing = {id(groups[claim]): groups[claim] for claim in members if claim in groups}
        group = set(sets).union(*sharing.values())
        for each in group:
            groups.update(dict.fromkeys(each, group))
    return [sorted(group, key=by_size) for group in {id(group): group for group in groups.values()}.values()]


def claim_masks(component: Component, of_claim: Sequence[int]) -> Mapping[int, int]:
    """The statements of each claim of a component as a mask, by the claim's place in the file."""
    masks: dict[int, int] = {}
    for bit, statement in enumerate(component.statements):
        claim = of_claim[statement]
        masks[claim] = masks.get(claim, 0) | 1 << bit
    return masks


def _explained(
    compiled: CompiledArticle, revision: Callable[[Series], Fraction], decider: Decider, masks: Sequence[int]
) -> tuple[str, str, tuple[Left, ...]]:
    from factcheck.consistency.explain import explain  # most articles need none

    return explain(decider, masks, compiled.statements, revision)
