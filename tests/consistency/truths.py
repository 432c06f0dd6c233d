"""
True figures of trade, drawn at random with their revisions: what claims are then made about.

Levels of exports and imports, halves that add up to their year within r, and bases as each release has them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from random import Random

FLOWS = ("exports", "imports", "total", "balance")
#: The periods of an article; each that has an earlier one of its kind among them may be said to have changed.
SPANS = (
    ("2023", "2024"),
    ("2023", "2024"),
    ("2022", "2023", "2024"),
    ("2024-H1", "2025-H1"),
    ("2024", "2024-H1", "2024-H2"),
    ("2023", "2024", "2024-H1", "2024-H2"),
)
#: Growth in per cent, by preference where words begin and end to hold.
EDGES = (-1, 0, 1, 5, -5, 10, -10, 2, -2)


@dataclass
class Truth:
    """
    What was traded with a partner, in billions of dollars.

    Attributes:
        levels: exports and imports by period.
        bases: the same, by period and by the later period whose release has revised them.
    """

    levels: dict[str, tuple[Fraction, Fraction]] = field(default_factory=dict)
    bases: dict[tuple[str, str], tuple[Fraction, Fraction]] = field(default_factory=dict)

    def level(self, flow: str, period: str) -> Fraction:
        """The amount of a flow."""
        return of_flow(flow, *self.levels[period])

    def base(self, flow: str, period: str, release: str) -> Fraction:
        """The amount of a flow as a later release has it."""
        return of_flow(flow, *self.bases[period, release])

    def changes(self) -> list[tuple[str, str]]:
        """The periods that changed, with the earlier ones that they are measured on."""
        return [(release, period) for period, release in self.bases]


def of_flow(flow: str, exports: Fraction, imports: Fraction) -> Fraction:
    """A flow from exports and imports."""
    return {"exports": exports, "imports": imports, "total": exports + imports, "balance": exports - imports}[flow]


def draw_truth(random: Random, r: Fraction) -> Truth:
    """Levels and bases that keep every law: revisions and sums over time within r."""
    truth, span = Truth(), random.choice(SPANS)
    for period in span:
        before = earlier(period)
        if before in truth.levels:
            grown = [amount * (1 + draw_growth(random) / 100) for amount in revised(random, truth.levels[before], r)]
            truth.levels[period] = (grown[0], grown[1])
        elif "-H" not in period or period[:4] not in truth.levels:
            truth.levels[period] = (draw_amount(random), draw_amount(random))
    if "2024-H2" in span:
        split_year(random, truth, r)
    for period in span:
        for before in span:
            if before[4:] == period[4:] and before < period:
                truth.bases[before, period] = revised(random, truth.levels[before], r)
    return truth


def earlier(period: str) -> str:
    """The same period a year earlier."""
    return f"{int(period[:4]) - 1}{period[4:]}"


def draw_amount(random: Random) -> Fraction:
    """Billions: from under one to some hundreds, seldom round."""
    return Fraction(random.randrange(1_000, 10_000), random.choice((20, 50, 100, 1_000, 5_000)))


def draw_growth(random: Random) -> Fraction:
    """A rate of change in per cent."""
    if random.random() < 0.5:
        return random.choice(EDGES) + Fraction(random.randrange(-30, 31), 100)
    return Fraction(random.randrange(-3_500, 4_500), 100)


def revised(random: Random, amounts: tuple[Fraction, Fraction], r: Fraction) -> tuple[Fraction, Fraction]:
    """The same amounts as a later release may have them, often revised as far as is allowed."""
    exports, imports = (amount * (1 + draw_revision(random, r)) for amount in amounts)
    return exports, imports


def draw_revision(random: Random, r: Fraction) -> Fraction:
    """A part by which a figure is revised, between −r and r."""
    return r * random.choice((0, 1, -1, Fraction(random.randrange(-100, 101), 100)))


def split_year(random: Random, truth: Truth, r: Fraction) -> None:
    """Give a year its halves, which add up to it within r."""
    halves: list[list[Fraction]] = [[], []]
    for amount in truth.levels["2024"]:
        first = Fraction(random.randrange(35, 66), 100)
        whole = amount * (1 + draw_revision(random, r))
        halves[0].append(whole * first)
        halves[1].append(whole * (1 - first))
    truth.levels["2024-H1"] = (halves[0][0], halves[0][1])
    truth.levels["2024-H2"] = (halves[1][0], halves[1][1])
