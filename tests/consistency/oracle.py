"""
A second opinion on consistency: all that claims say as one problem for z3, written from MEANING 7 alone.

Only exports and imports are variables, of every family and period, and of every release about another period. Total
and balance are their sum and their difference, so the identities hold by themselves. No interval is ever propagated.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

import z3

from factcheck.intervals import Interval
from factcheck.kinds.compile import Compiled
from factcheck.observations import ALL_GOODS, Series
from factcheck.periods import Period
from factcheck.statements import (
    Difference,
    Every,
    Expected,
    Extreme,
    Level,
    Ordered,
    Ratio,
    Run,
    Statement,
    Total,
    Within,
)

from .cells import disjoint, is_balance, is_earlier_step, period_of
from .formulas import all_of, any_of, between, either_way, level_sizes, number, signed_rates

STEP_MONTHS = {"months": 1, "quarters": 3, "years": 12}
WORLD = "WLD"


class Undecided(Exception):
    """z3 cannot tell: only where rates are compared, which is not linear."""


class Node(NamedTuple):
    """The goods traded in a period: as levels say, or as revised in the release about another period."""

    family: Series  # its flow left blank
    period: Period
    release: Period | None = None


class Oracle:
    """
    The claims of an article as assumptions of one solver.

    Attributes:
        claims: the ids of the claims, in file order.
        linear: whether every constraint is linear, so that z3 decides it for certain.
    """

    def __init__(self, statements: Sequence[Compiled], r: Fraction | Callable[[Series], Fraction]) -> None:
        self.revision = r if callable(r) else lambda series: r
        self.linear = True
        self.nodes: dict[Node, int] = {}
        said: dict[str, list[str]] = {}
        for compiled in statements:  # first all the periods that are spoken of, then what is said of them
            self.constraint(compiled.statement)
        for compiled in statements:
            said.setdefault(compiled.claim.id, []).append(self.constraint(compiled.statement))
        self.claims = tuple(said)
        self.said = {claim: f"(and true {' '.join(texts)})" for claim, texts in said.items()}

    def holds(self, claims: Iterable[str]) -> bool:
        """Whether these claims can all be true."""
        wanted = list(claims)
        if self.linear:
            found = self._solver.check(*(self._switches[claim] for claim in wanted))
        else:
            solver = z3.SolverFor("QF_NRA")
            solver.set("rlimit", 400_000)
            solver.from_string(self._declared + "".join(f"(assert {self.said[claim]})" for claim in wanted))
            found = solver.check()
        if found == z3.unknown:
            raise Undecided
        return found == z3.sat

    def minimal_sets(self) -> set[frozenset[str]]:
        """Every set of claims that cannot hold together while each smaller one can; tries all sets, so few claims."""
        found: set[frozenset[str]] = set()
        for size in range(1, len(self.claims) + 1):
            for members in map(frozenset, combinations(self.claims, size)):
                if not any(known <= members for known in found) and not self.holds(members):
                    found.add(members)
        return found

    @cached_property
    def _switches(self) -> dict[str, z3.BoolRef]:
        return {claim: z3.Bool(f"claim{place}") for place, claim in enumerate(self.claims)}

    @cached_property
    def _solver(self) -> z3.Solver:
        solver = z3.SolverFor("QF_LRA")
        switched = "".join(
            f"(declare-const {self._switches[claim]} Bool)(assert (=> {self._switches[claim]} {text}))"
            for claim, text in self.said.items()
        )
        solver.from_string(self._declared + switched)
        return solver

    @cached_property
    def _declared(self) -> str:
        variables = [f"{letter}{place}" for place in self.nodes.values() for letter in "em"]
        declared = "".join(f"(declare-const {name} Real)(assert (> {name} 0))" for name in variables)
        return declared + "".join(f"(assert {law})" for law in self.laws())

    # What is spoken of.

    def term(self, series: Series, period: Period, release: Period | None = None) -> str:
        """A flow of a period as a term over exports and imports."""
        place = self.place(Node(series._replace(flow=""), period, release))
        return {
            "exports": f"e{place}",
            "imports": f"m{place}",
            "total": f"(+ e{place} m{place})",
            "balance": f"(- e{place} m{place})",
        }[series.flow]

    def place(self, node: Node) -> int:
        """The number of a node; a revised base brings the level that it is a revision of."""
        if node.release is not None:
            self.place(node._replace(release=None))
        return self.nodes.setdefault(node, len(self.nodes))

    def sum_of(self, quantity: Level | Total, release: Period | None = None) -> str:
        """A level or a sum of levels; with a release, as revised in it."""
        parts = (quantity,) if isinstance(quantity, Level) else quantity.parts
        divisor = 1 if isinstance(quantity, Level) else quantity.divisor
        terms = " ".join(self.term(part.cell.series, part.cell.period, release) for part in parts)
        return f"(/ (+ 0 {terms}) {divisor})"

    def pair(self, of: Level | Total, base: Level | Total) -> tuple[str, str]:
        """A level and what it is measured on: the base of its own release where that is another period."""
        now, then = period_of(of), period_of(base)
        return self.sum_of(of), self.sum_of(base, None if now == then else now)

    def either(self, of: Level | Total, other: Level | Total) -> list[str]:
        """What an amount is compared with: another period's level as it was stated, or as revised since."""
        return sorted({self.sum_of(other), self.pair(of, other)[1]})

    # What is said of it.

    def constraint(self, statement: Statement) -> str:
        """A statement as a formula; ``true`` where it says nothing of amounts."""
        match statement:
            case Within(quantity=Level() | Total() as quantity, expected=expected):
                return either_way(self.sum_of(quantity), level_sizes(expected), expected.sign)
            case Within(quantity=Ratio(use="change") as quantity, expected=expected, holds=holds):
                return self.change(quantity, expected, holds)
            case Within(quantity=Ratio(of=of, base=base, use=use), expected=expected):
                rate = expected.sizes.scaled(Fraction(1, 100) if use == "share" else 1)
                return any_of(*(between(self.sum_of(of), rate, other) for other in self.either(of, base)))
            case Within(quantity=Difference(of=Ratio() as now, less=Ratio() as before), expected=expected):
                return self.points(now, before, expected)
            case Within(quantity=Difference() as quantity, expected=expected, holds=holds):
                return self.increment(quantity, expected, holds)
            case Ordered(now=now, before=before, sense=sense, sign=sign):
                return self.order(now, before, sense, sign)
            case Every(of=statements):
                return all_of(*(self.constraint(each) for each in statements))
            case Extreme():
                return self.record(statement)
            case Run():
                return self.run(statement)
            case _:
                return "true"

    def change(self, rate: Ratio, expected: Expected, holds: int) -> str:
        """The rate of change; that of a balance is the change of its size, and it keeps its sign."""
        level, base = self.pair(rate.of, rate.base)
        bands = [band.scaled(Fraction(1, 100)).shifted(1) for band in signed_rates(expected)]
        if not is_balance(rate.of):
            return any_of(*(between(level, band, base) for band in bands))
        ways = []
        for sign in (1, -1) if not holds else (holds,):
            now, then = f"(* {sign} {level})", f"(* {sign} {base})"
            ways += [all_of(f"(> {now} 0)", f"(> {then} 0)", between(now, band, then)) for band in bands]
        return any_of(*ways)

    def increment(self, quantity: Difference, expected: Expected, holds: int) -> str:
        """An amount more or less than a period or a series before it; over time, that of a balance is of its size."""
        level, sizes = self.sum_of(quantity.of), expected.sizes
        over_time = period_of(quantity.of) != period_of(quantity.less)
        ways = []
        for base in self.either(quantity.of, quantity.less):
            if not (over_time and is_balance(quantity.of)):
                ways.append(either_way(f"(- {level} {base})", sizes, expected.sign))
                continue
            for sign in (1, -1) if not holds else (holds,):
                now, then = f"(* {sign} {level})", f"(* {sign} {base})"
                change = either_way(f"(- {now} {then})", sizes, expected.sign)
                ways.append(all_of(f"(> {now} 0)", f"(> {then} 0)", change))
        return any_of(*ways)

    def points(self, now: Ratio, before: Ratio, expected: Expected) -> str:
        """A difference of two rates in points, multiplied out."""
        if is_balance(now.of) or is_balance(before.of):
            return "true"
        self.linear = False
        (of, base), (other, other_base) = self.rate_pair(now), self.rate_pair(before)
        found = f"(- (* {of} {other_base}) (* {other} {base}))"
        whole = f"(* {base} {other_base})"
        bands = signed_rates(expected)
        return any_of(*(between(found, band.scaled(Fraction(1, 100)), whole) for band in bands))

    def rate_pair(self, rate: Ratio) -> tuple[str, str]:
        """What a rate divides by what."""
        return self.pair(rate.of, rate.base) if rate.use == "change" else (self.sum_of(rate.of), self.sum_of(rate.base))

    def order(self, now: Ratio, before: Ratio, sense: str, sign: int) -> str:
        """Same sign and a larger or smaller size than the rate before, or growth that reached 0."""
        if is_balance(now.of) or is_balance(before.of):
            return "true"
        self.linear = False
        (of, base), (other, other_base) = self.pair(now.of, now.base), self.pair(before.of, before.base)
        new, old = f"(* {of} {other_base})", f"(* {other} {base})"
        ways = []
        for way, more, at_least, smaller in ((1, ">", ">=", "<"), (-1, "<", "<", ">")):
            if sign in (0, way) and sense == "accelerating":
                ways.append(all_of(f"({more} {other} {other_base})", f"({more} {new} {old})"))
            elif sign in (0, way):
                ways.append(all_of(f"({at_least} {of} {base})", f"({smaller} {new} {old})"))
        return any_of(*ways)

    def record(self, record: Extreme) -> str:
        """Beyond every earlier period of its kind that the article speaks of, back to ``since``."""
        series, period = record.of
        own, family = self.term(series, period), series._replace(flow="")
        more = (record.sense == "high") == (record.sign > 0)
        earlier = [
            node.period
            for node in self.nodes
            if node.family == family and node.release is None and is_earlier_step(node.period, period, record.since)
        ]
        return all_of(*(f"({'>' if more else '<'} {own} {self.term(series, other)})" for other in earlier))

    def run(self, run: Run) -> str:
        """At least so many changes of one sign, up to the period."""
        series, period = run.of
        months = STEP_MONTHS[run.step]
        low = run.length.low or Fraction(0)
        count = max(1, -(-low.numerator // low.denominator) + (not run.length.low_closed and low.denominator == 1))
        said = []
        for back in range(count):
            now = period.shift_months(-months * back)
            base = now.previous if run.from_previous else now.year_earlier
            terms = f"{self.term(series, now)} {self.term(series, base, now)}"
            said.append(f"({'>' if run.sign > 0 else '<'} {terms})")
        return "true" if series.flow == "balance" else all_of(*said)

    # What holds without being said.

    def laws(self) -> Iterator[str]:
        """Ties of revised bases, sums over time, and parts of a whole: for exports and for imports."""
        for node in list(self.nodes):
            if node.release is not None:
                r = number(self.revision(node.family._replace(flow="total")))
                here, level = self.nodes[node], self.nodes[node._replace(release=None)]
                for letter in "em":
                    change, most = f"(- {letter}{here} {letter}{level})", f"(* {r} {letter}{level})"
                    yield f"(and (<= {change} {most}) (>= {change} (- {most})))"
        levels = [node for node in self.nodes if node.release is None]
        for whole in levels:
            yield from self._sums_over_time(whole, levels)
            yield from self._parts(whole, levels)

    def _sums_over_time(self, whole: Node, levels: Sequence[Node]) -> Iterator[str]:
        inside = sorted(
            node.period
            for node in levels
            if node.family == whole.family and node != whole and whole.period.contains(node.period)
        )
        r = self.revision(whole.family._replace(flow="total"))
        for parts in disjoint(inside):
            all_there = sum(part.days for part in parts) == whole.period.days
            allowed = Interval(1 - r if all_there else None, 1 + r)
            places = [self.nodes[whole._replace(period=part)] for part in parts]
            for letter in "em":
                total = f"(+ 0 {' '.join(f'{letter}{place}' for place in places)})"
                yield between(total, allowed, f"{letter}{self.nodes[whole]}")

    def _parts(self, whole: Node, levels: Sequence[Node]) -> Iterator[str]:
        """Countries of the world; goods of all goods."""
        same = [node for node in levels if node.period == whole.period and node != whole]
        family = whole.family
        if family.partner == WORLD:
            members = [node for node in same if node.family._replace(partner=WORLD) == family]
            yield from (self._at_most(members, whole) if members else ())
        if family.commodity == ALL_GOODS:
            for part in same:
                if part.family._replace(commodity=ALL_GOODS) == family:
                    yield from self._at_most([part], whole)

    def _at_most(self, parts: Sequence[Node], whole: Node) -> Iterator[str]:
        for letter in "em":
            terms = " ".join(f"{letter}{self.nodes[part]}" for part in parts)
            yield f"(<= (+ 0 {terms}) {letter}{self.nodes[whole]})"


def satisfiable(statements: Sequence[Compiled], r: Fraction | Callable[[Series], Fraction]) -> bool:
    """Whether all statements can be true, earlier periods having been revised by up to r."""
    oracle = Oracle(statements, r)
    return oracle.holds(oracle.claims)
