"""
One inconsistency planted into an honest article: a wrong claim beside the true ones that it cannot stand with.

Each is proved before it is used: the planted claims are impossible together in the bench's own model even with every
figure's room widened and revisions allowed to be twice as large, and possible once any one of them is left out. What
stands outside that model (weekdays, currencies) is wrong by construction.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from random import Random
from typing import NamedTuple

from bench.accuracy.article_claims import Article, Claim
from bench.accuracy.article_desk import Desk
from bench.accuracy.article_forms import Change, Points, Quotient, Said, Sum, Variable
from bench.accuracy.article_rows import Family
from bench.accuracy.article_spans import Span
from bench.accuracy.articles import Honest, one_basis
from bench.accuracy.planted_beside import CURRENCY_KINDS, wrong_weekday
from bench.accuracy.planted_flows import FLOW_KINDS
from bench.accuracy.planted_rates import RATE_KINDS
from bench.accuracy.planted_wholes import WHOLE_KINDS
from bench.accuracy.possible import PARTNER_REVISION, possible, revision_of

LEVEL_MARGIN = Fraction(4, 1000)
RATE_MARGIN = Fraction(3, 10)
RATIO_MARGIN = Fraction(1, 100)
REVISION_MARGIN = 2
TRIES_PER_ARTICLE = 6
MOST_CLAIMS = 40

Draw = tuple[list[Claim], Claim]
Planter = Callable[[Desk], Draw | None]

#: Kinds that the bench's own model proves.
PROVED: dict[str, Planter] = {**FLOW_KINDS, **RATE_KINDS, **WHOLE_KINDS}
#: Kinds that are wrong by construction.
CONSTRUCTED: dict[str, Planter] = {**CURRENCY_KINDS}
WEEKDAY = "a weekday that does not fit"
KINDS = (*PROVED, *CONSTRUCTED, WEEKDAY)


class Planted(NamedTuple):
    """An article with one inconsistency: its kind, the wrong claim and all claims that it needs, by id."""

    kind: str
    article: Article
    wrong: str
    members: frozenset[str]


def plant(
    kind: str, honest: Sequence[Honest], days: Sequence[tuple[str, date]], random: Random, count: int
) -> Iterator[Planted]:
    """So many articles with an inconsistency of the kind, as far as the honest ones carry it."""
    order = [each for _ in range(3) for each in random.sample(list(honest), len(honest))]
    for each in order:
        if not count:
            return
        draw = wrong_weekday(days, random) if kind == WEEKDAY else _draw(kind, each, random)
        if draw is not None:
            count -= 1
            yield _planted(kind, each.article, *draw, random)


def _draw(kind: str, honest: Honest, random: Random) -> Draw | None:
    for _ in range(TRIES_PER_ARTICLE):
        desk = random.choice(honest.desks)
        draw = PROVED[kind](desk) if kind in PROVED else CONSTRUCTED[kind](desk)
        if draw is not None and (kind in CONSTRUCTED or _proved([*draw[0], draw[1]])):
            return draw
    return None


def _proved(members: Sequence[Claim]) -> bool:
    """Whether they are impossible together with room to spare, and possible without any one of them."""
    if possible([wide for claim in members for wide in map(widened, claim.said)], _twice_revision):
        return False
    return all(
        possible([said for claim in members if claim is not dropped for said in claim.said]) for dropped in members
    )


def _twice_revision(family: Family) -> Fraction:
    """Twice what is allowed: for Chinese customs the larger allowance of its partners, for the world too."""
    return (PARTNER_REVISION if family.source == "gacc" else revision_of(family)) * REVISION_MARGIN


def widened(said: Said) -> Said:
    """The same with more room at both ends."""
    band = said.band
    sizes = [abs(end) for end in (band.low, band.high) if end is not None]
    match said.form:
        case Sum():
            return Said(said.form, band.wider(LEVEL_MARGIN * max(sizes, default=Fraction(0))))
        case Change() | Points():
            return Said(said.form, band.wider(RATE_MARGIN))
        case Quotient():
            return Said(said.form, band.wider(RATIO_MARGIN * max(sizes, default=Fraction(0))))
        case _:
            return said


def _planted(kind: str, article: Article, supports: list[Claim], wrong: Claim, random: Random) -> Planted:
    """The wrong claim takes the place of all that the article says of the same figures."""
    spoken = set(wrong.variables)
    if kind in CONSTRUCTED:
        spoken |= {variable for claim in supports for variable in claim.variables}
    cells = {_cell(variable) for variable in spoken}
    others = [
        claim
        for claim in article.claims
        if not spoken & set(claim.variables)
        and not (kind in CONSTRUCTED and cells & {_cell(variable) for variable in claim.variables})
    ]
    members = [*supports, wrong]
    claims = members + others[: MOST_CLAIMS - len(members)]
    if kind not in CONSTRUCTED:  # what was taken out may have completed a set of flows in one currency
        claims = one_basis(claims, article.about.unit, needed=members)
    random.shuffle(claims)
    numbered = Article(article.about, article.published, claims).numbered()
    ids = {id(each): new.id for each, new in zip(claims, numbered.claims, strict=True)}
    return Planted(kind, numbered, ids[id(wrong)], frozenset(ids[id(each)] for each in members))


def _cell(variable: Variable) -> tuple[Family, Span]:
    """A family, whatever its currency, and a span."""
    return variable.series.family._replace(unit=""), variable.span
