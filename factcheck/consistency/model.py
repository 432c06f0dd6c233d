"""
The model of an article: its unknowns and rows, with what the statements need to know of one another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction

from factcheck.consistency.rows import Choice, Owners, Row
from factcheck.consistency.variables import BaseAt, LevelAt, RateOf, Variable
from factcheck.intervals import Interval
from factcheck.observations import Cell, Series
from factcheck.periods import Period
from factcheck.statements import Ratio

MOST_REVISED = Fraction(1, 2)
Ratioed = tuple[int, int, Interval, Owners]  # a level, its base, the factors between them, who says so


class Model:
    """
    Unknowns, numbered as they come, and the rows over them.

    Attributes:
        revision: how far the earlier period of a series is usually revised.
        signs: which statements give a balance which sign, by its cell.
        levels: the sizes that statements give a level, by its cell; for rates that nobody states.
        compared: rates that are compared with one another.
        suspects: statements that may be impossible even alone.
        ratios: what statements say of the growth of one level, for the mean rule.
    """

    __slots__ = (
        "choices", "compared", "levels", "numbers", "ratios", "revision", "revisions", "rows", "signs", "suspects",
    )  # fmt: skip

    def __init__(self, revision: Callable[[Series], Fraction]) -> None:
        self.revision = revision
        self.numbers: dict[Variable, int] = {}
        self.rows: list[Row] = []
        self.choices: list[Choice] = []
        self.signs: dict[Cell, list[tuple[int, int]]] = {}
        self.levels: dict[Cell, list[tuple[int, Interval]]] = {}
        self.compared: dict[Ratio, None] = {}
        self.suspects: set[int] = set()
        self.ratios: list[Ratioed] = []
        self.revisions: dict[Series, Fraction] = {}

    def number(self, variable: Variable) -> int:
        """The number of an unknown; a new one if it has none."""
        found = self.numbers.get(variable)
        if found is None:
            found = self.numbers[variable] = len(self.numbers)
        return found

    def level(self, series: Series, period: Period) -> int:
        """The number of a level."""
        return self.number(LevelAt(series, period))

    def base(self, series: Series, earlier: Period, later: Period) -> int:
        """The number of a base."""
        return self.number(BaseAt(series, earlier, later))

    def rate(self, ratio: Ratio) -> int:
        """The number of a rate that is compared with others."""
        return self.number(RateOf(ratio))

    def add(self, rows: Iterable[Row]) -> None:
        """Take up rows; those in which everything cancels say nothing."""
        self.rows.extend(row for row in rows if row.terms)

    def choose(self, ways: Iterable[Iterable[Row]], owners: Owners) -> None:
        """Take up words with several meanings; one meaning alone is no choice."""
        found = [tuple(row for row in way if row.terms) for way in ways]
        if len(found) == 1:
            self.rows.extend(found[0])
        elif all(found):  # a meaning that asks for nothing always holds
            self.choices.append(Choice(tuple(found), owners))

    def allowance(self, series: Series) -> Fraction:
        """r of a series: how far its earlier periods are usually revised; never so far that it says nothing."""
        found = self.revisions.get(series)
        if found is None:
            found = self.revisions[series] = min(max(self.revision(series), Fraction(0)), MOST_REVISED)
        return found
