"""
What the writers of honest articles share: the facts at hand, the names of things, and how quotients carry roundings.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from random import Random
from typing import Any

from bench.accuracy.article_claims import Claim, about_keys
from bench.accuracy.article_facts import Facts
from bench.accuracy.article_forms import Terms, Variable
from bench.accuracy.article_rows import Printed
from bench.accuracy.article_spans import Span, name_of
from bench.accuracy.article_words import Band

PERCENT = Fraction(1, 100)
ONE = Fraction(1)
NOUNS = {"total": ("trade", "two-way trade"), "exports": ("exports",), "imports": ("imports",)}


@dataclass(frozen=True)
class Desk:
    """
    What a writer may draw on.

    Attributes:
        facts: of the family that the sentence is about.
        spans: the spans that the article is about.
        partners: facts of other partners of the same office, the world among them.
        random: the article's own source of chance.
    """

    facts: Facts
    spans: Sequence[Span]
    partners: Sequence[Facts]
    random: Random

    def name(self, span: Span) -> str:
        """How the claims file writes the span."""
        return name_of(span, self.facts.family.reporter)

    def keys(self, flow: str) -> dict[str, Any]:
        """The series keys of a flow."""
        return {"flow": flow, **about_keys(self.facts.family)}

    def noun(self, flow: str, span: Span) -> str:
        """A word for the flow; a balance is named for its sign."""
        if flow == "balance":
            return "the surplus" if self.facts.sign(flow, span) > 0 else "the deficit"
        return self.random.choice(NOUNS[flow])

    def draw(self) -> tuple[str, Span]:
        """A flow and a span."""
        flow = self.random.choices(("total", "exports", "imports", "balance"), (3, 3, 3, 2))[0]
        return flow, self.random.choice(self.spans)


Writer = Callable[[Desk], Claim | None]


def signed(band: Band, sign: int) -> Band:
    """Sizes with their sign put on."""
    return band.times(Fraction(sign))


def one(variable: Variable) -> Terms:
    """A single level as a sum."""
    return ((variable, ONE),)


def quotient(of: Printed | None, base: Printed | None) -> Printed | None:
    """One printed figure over another, with both roundings; both must be above 0."""
    if of is None or base is None or of.low <= 0 or base.low <= 0:
        return None
    low, high = of.low / base.high, of.high / base.low
    return Printed((low + high) / 2, (high - low) / 2)
