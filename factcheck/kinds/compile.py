"""
From an article to its statements: every claim compiled by its kinds, every fault collected with its claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.claims import Article, Claim, ClaimError, KindUse
from factcheck.kinds import KINDS
from factcheck.kinds.context import Context, reading
from factcheck.kinds.kind import Part
from factcheck.periods import Period
from factcheck.statements import (
    Every,
    Extreme,
    OnDay,
    Ordered,
    Position,
    Run,
    Seen,
    Statement,
    Within,
    levels,
    quantities,
)


class Compiled(NamedTuple):
    """
    One statement of one claim.

    Attributes:
        id: the finding's id: the claim's own where it makes one statement, else with its kind and currency.
    """

    id: str
    claim: Claim
    kind: str
    statement: Statement

    @property
    def period(self) -> Period | None:
        """The period that the statement is mainly about."""
        match self.statement:
            case Extreme(of=cell) | Position(of=cell) | Run(of=cell):
                return cell.period
            case OnDay(release=release):
                return release
            case Within() | Ordered() | Every():
                cells = [level.cell for quantity in quantities(self.statement) for level in levels(quantity)]
                return cells[0].period
            case _:
                return None


class Fault(NamedTuple):
    """A claim that cannot be compiled, and why."""

    claim: Claim
    error: ClaimError


class CompiledArticle(NamedTuple):
    """An article with the statements of its claims, and the claims that cannot be compiled."""

    article: Article
    statements: tuple[Compiled, ...]
    faults: tuple[Fault, ...] = ()


def compile_article(article: Article) -> CompiledArticle:
    """Compile every claim; a claim with a fault gives no statement."""
    compiled: list[Compiled] = []
    faults: list[Fault] = []
    for claim in article.claims:
        try:
            compiled.extend(compile_claim(article, claim))
        except ClaimError as error:
            faults.append(Fault(claim, error))
    return CompiledArticle(article, tuple(compiled), tuple(faults))


def compile_claim(article: Article, claim: Claim) -> tuple[Compiled, ...]:
    """
    The statements of one claim.

    Raises:
        ClaimError: the words and keys do not settle what is claimed.
    """
    parts = [(use.kind, part) for use in claim.kinds for part in _parts(article, claim, use)]
    if not parts and claim.seen is not None:
        seen = Seen(claim.seen.get("source", ""), claim.seen.get("by", ""), claim.seen.get("on", ""))
        return (Compiled(claim.id, claim, "seen", seen),)
    return tuple(Compiled(finding_id(claim, kind, part, parts), claim, kind, part.statement) for kind, part in parts)


def _parts(article: Article, claim: Claim, use: KindUse) -> list[Part]:
    """What one use of a kind says; a base beyond the years that periods have is a fault of the claim."""
    with reading((use.kind,)):
        return list(KINDS[use.kind].compile(Context(article, claim, use)))


def finding_id(claim: Claim, kind: str, part: Part, parts: Sequence[tuple[str, Part]]) -> str:
    """The id of one finding among those of its claim."""
    if len(parts) == 1:
        return claim.id
    kinds = {name for name, _ in parts}
    return ".".join(piece for piece in (claim.id, kind if len(kinds) > 1 else "", part.suffix) if piece)
