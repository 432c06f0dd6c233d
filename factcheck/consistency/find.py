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
from factcheck.findings import Inconsistency
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
    for sets in _joined(found):
        yield _inconsistency(compiled, sets, revision, told[sets[0]])


def _joined(found: list[list[Claims]]) -> list[list[Claims]]:
    """Sets that share a claim are one inconsistency."""
    joined: list[list[Claims]] = []
    for sets in found:
        members = {claim for each in sets for claim in each}
        sharing = [other for other in joined if any(members & set(each) for each in other)]
        joined = [other for other in joined if other not in sharing]
        joined.append(sorted({each for group in (sets, *sharing) for each in group}, key=by_size))
    return joined


def claim_masks(component: Component, of_claim: Sequence[int]) -> Mapping[int, int]:
    """The statements of each claim of a component as a mask, by the claim's place in the file."""
    masks: dict[int, int] = {}
    for bit, statement in enumerate(component.statements):
        claim = of_claim[statement]
        masks[claim] = masks.get(claim, 0) | 1 << bit
    return masks


def _inconsistency(
    compiled: CompiledArticle,
    sets: list[Claims],
    revision: Callable[[Series], Fraction],
    decided: tuple[Decider, list[int]],
) -> Inconsistency:
    from factcheck.consistency.explain import explain  # most articles need none

    ids = [claim.id for claim in compiled.article.claims]
    listed = sets[: MOST_ALTERNATIVES + 1]
    involved = sorted({place for each in listed for place in each})
    named = [tuple(ids[place] for place in each) for each in listed]
    rule, text = explain(*decided, compiled.statements, revision)
    return Inconsistency(rule, named[0], tuple(named[1:]), tuple(ids[place] for place in involved), text)
