"""
The inconsistencies of an article: those of the model, component by component, and those that need no model.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from factcheck.consistency.build import build
from factcheck.consistency.component import Component, components
from factcheck.consistency.decision import Decider
from factcheck.consistency.minimal import minimal_sets
from factcheck.findings import Inconsistency
from factcheck.kinds.compile import CompiledArticle
from factcheck.observations import Series

MOST_ALTERNATIVES = 20


def find_inconsistencies(
    compiled: CompiledArticle, revision: Callable[[Series], Fraction]
) -> tuple[Inconsistency, ...]:
    """
    Claims of one article that cannot all be true, whatever any source says.

    Args:
        compiled: the article with the statements of its claims.
        revision: r of a series: how far its earlier periods are usually revised (3/200 is 1.5 %).
    """
    places = {claim.id: place for place, claim in enumerate(compiled.article.claims)}
    of_claim = [places[each.claim.id] for each in compiled.statements]
    model, trios = build([(n, each.statement) for n, each in enumerate(compiled.statements)], revision)
    found = []
    for component in components(model, trios):
        sets = minimal_sets(Decider(component), claim_masks(component, of_claim))
        if sets:
            found.append(_inconsistency(compiled, sets))
    return tuple(found)


def claim_masks(component: Component, of_claim: list[int]) -> Mapping[int, int]:
    """The statements of each claim of a component as a mask, by the claim's place in the file."""
    masks: dict[int, int] = {}
    for bit, statement in enumerate(component.statements):
        claim = of_claim[statement]
        masks[claim] = masks.get(claim, 0) | 1 << bit
    return masks


def _inconsistency(compiled: CompiledArticle, sets: list[tuple[int, ...]]) -> Inconsistency:
    ids = [claim.id for claim in compiled.article.claims]
    listed = [tuple(ids[place] for place in each) for each in sets[: MOST_ALTERNATIVES + 1]]
    involved = sorted({place for each in sets for place in each})
    return Inconsistency("conflict", listed[0], tuple(listed[1:]), tuple(ids[place] for place in involved), "")
