"""
The bench's own answer to "can all of this be true?": the rules of MEANING §7 as a linear problem for z3.

Written from the rules alone. It takes the statements as the bench made them, not the article, and knows fewer
identities than §7 allows, so what it calls impossible is impossible.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

import z3

from bench.accuracy.article_forms import (
    Change,
    Order,
    Peak,
    Points,
    Quotient,
    Said,
    Series,
    Streak,
    Sum,
    Terms,
    Variable,
)
from bench.accuracy.article_rows import FLOWS, Family
from bench.accuracy.article_spans import Span, alike
from bench.accuracy.article_words import Band

PARTNER_REVISION, USUAL_REVISION = Fraction(15, 1000), Fraction(5, 1000)
MOST_TILINGS = 40
MOST_UNITS = 2_000_000  # z3's own measure of work: no clock decides


def revision_of(family: Family) -> Fraction:
    """r: how far an earlier period may be revised. Chinese customs by partner 1.5 %, else half a per cent."""
    by_partner = family.source == "gacc" and family.partner != "WLD"
    return PARTNER_REVISION if by_partner else USUAL_REVISION


def possible(
    said: Sequence[Said], revision: Callable[[Family], Fraction] = revision_of, most_units: int = MOST_UNITS
) -> bool:
    """Whether all of it can be true at once; what z3 does not settle counts as possible."""
    problem = _Problem(revision)
    for each in said:
        problem.state(each)
    return problem.possible(most_units)


class _Problem:
    """The constraints of one question."""

    def __init__(self, revision: Callable[[Family], Fraction]) -> None:
        self.solver = z3.Solver()
        self.revision = revision
        self.real: dict[Variable | Change, z3.ArithRef] = {}
        self.peaks: list[Peak] = []

    def possible(self, most_units: int) -> bool:
        for add in (self._flows, self._ties, self._times, self._partners, self._records):
            add()
        self.solver.set("rlimit", most_units)
        return bool(self.solver.check() != z3.unsat)

    def of(self, variable: Variable | Change) -> z3.ArithRef:
        if variable not in self.real:
            self.real[variable] = z3.Real(f"v{len(self.real)}")
            if isinstance(variable, Variable) and variable.series.flow != "balance":
                self.solver.add(self.real[variable] > 0)
        return self.real[variable]

    def state(self, said: Said) -> None:
        form, band = said
        match form:
            case Sum(terms=terms):
                self._between(self._sum(terms), band)
            case Quotient(of=of, base=base, sign=sign):
                self._quotient(self._sum(of) * sign, self._sum(base) * sign, band)
            case Change(series=series, span=span, base=base, sign=sign):
                of, on = self.of(Variable(series, span)) * sign, self.of(Variable(series, base, span)) * sign
                self._quotient(of, on, _shifted(band))
                self._between(self.of(form), band)
            case Points(now=now, before=before):
                self._between(self._rate(now) - self._rate(before), band)
            case Order():
                self._order(form)
            case Peak(level=level):
                self.of(level)
                self.peaks.append(form)
            case Streak(changes=changes, sign=sign):
                for change in changes:
                    self._sign(change, sign)

    def _sum(self, terms: Terms) -> z3.ArithRef:
        return z3.Sum([self.of(variable) * _q(factor) for variable, factor in terms])

    def _between(self, value: z3.ArithRef, band: Band) -> None:
        if band.low is not None:
            self.solver.add(value > _q(band.low) if band.low_open else value >= _q(band.low))
        if band.high is not None:
            self.solver.add(value < _q(band.high) if band.high_open else value <= _q(band.high))

    def _quotient(self, of: z3.ArithRef, base: z3.ArithRef, band: Band) -> None:
        self.solver.add(of > 0, base > 0)
        if band.low is not None:
            self._between(of - base * _q(band.low), Band(Fraction(0), None, band.low_open))
        if band.high is not None:
            self._between(of - base * _q(band.high), Band(None, Fraction(0), False, band.high_open))

    def _rate(self, change: Change) -> z3.ArithRef:
        self.of(Variable(change.series, change.span))
        self.of(Variable(change.series, change.base, change.span))
        return self.of(change)

    def _sign(self, change: Change, sign: int) -> None:
        of = self.of(Variable(change.series, change.span)) * change.sign
        base = self.of(Variable(change.series, change.base, change.span)) * change.sign
        self.solver.add(of > base if sign > 0 else of < base)
        self.solver.add(self._rate(change) * sign > 0)

    def _order(self, order: Order) -> None:
        now, before = self._rate(order.now) * order.sign, self._rate(order.before) * order.sign
        self._sign(order.before, order.sign)
        if order.faster:
            self._sign(order.now, order.sign)
            self.solver.add(now > before)
        else:
            self.solver.add(now < before, now >= 0)

    def _variables(self) -> list[Variable]:
        return [variable for variable in self.real if isinstance(variable, Variable)]

    def _flows(self) -> None:
        """Exports and imports make total and balance: of a span, and apart from it of the bases of one release."""
        cells = dict.fromkeys((each.series.family, each.span, each.release) for each in self._variables())
        for family, span, release in cells:
            total, exports, imports, balance = (
                self.of(Variable(Series(family, flow), span, release)) for flow in FLOWS
            )
            self.solver.add(exports + imports == total, exports - imports == balance)

    def _ties(self) -> None:
        """A base differs from what claims say of its period by a revision at most."""
        for base in [each for each in self._variables() if each.release is not None]:
            series, family = base.series, base.series.family
            level = self.of(base._replace(release=None))
            measured = Series(family, "total") if series.flow == "balance" else series
            room = self.of(Variable(measured, base.span)) * _q(self.revision(family))
            self.solver.add(self.of(base) - level <= room, level - self.of(base) <= room)

    def _times(self) -> None:
        """Parts of a span are no more than the whole; all of them make it, but for a revision."""
        spans: dict[Series, set[Span]] = {}
        for variable in self._variables():
            if variable.release is None and variable.series.flow != "balance":
                spans.setdefault(variable.series, set()).add(variable.span)
        for series in sorted(spans):
            known = sorted(spans[series])
            for whole in known:
                self._one_whole(series, whole, [span for span in known if span.inside(whole)])

    def _one_whole(self, series: Series, whole: Span, parts: list[Span]) -> None:
        total, r = self.of(Variable(series, whole)), self.revision(series.family)
        for part in parts:
            self.solver.add(self.of(Variable(series, part)) <= total * _q(1 + r))
        for count, tiling in enumerate(_tilings(whole.first, whole.last, parts)):
            if count == MOST_TILINGS:
                return
            added = z3.Sum([self.of(Variable(series, part)) for part in tiling])
            self.solver.add(added - total <= total * _q(r), total - added <= total * _q(r))

    def _partners(self) -> None:
        """Partners are no more than the world, and countries together are not."""
        levels = [each for each in self._variables() if each.release is None and each.series.flow != "balance"]
        for whole in [each for each in levels if each.series.family.partner == "WLD"]:
            inside = [each for each in levels if _is_of_world(each, whole)]
            for each in inside:
                self.solver.add(self.of(each) <= self.of(whole))
            countries = [each for each in inside if len(each.series.family.partner) == 3]
            if len(countries) > 1:
                self.solver.add(z3.Sum([self.of(each) for each in countries]) <= self.of(whole))

    def _records(self) -> None:
        """A record is above all that is known of the same length before it."""
        for level, way in self.peaks:
            for other in self._variables():
                same = other.series == level.series and other.release is None and alike(other.span, level.span)
                if same and other.span.first < level.span.first:
                    self.solver.add((self.of(level) - self.of(other)) * way > 0)


def _is_of_world(part: Variable, world: Variable) -> bool:
    family = part.series.family
    return (
        part.span == world.span
        and part.series.flow == world.series.flow
        and family.partner != "WLD"
        and family._replace(partner="WLD") == world.series.family
    )


def _tilings(first: int, last: int, parts: Sequence[Span]) -> Iterator[tuple[Span, ...]]:
    """Every way to lay the parts end to end from the first to the last month."""
    if first > last:
        yield ()
        return
    for part in parts:
        if part.first == first and part.last <= last:
            for rest in _tilings(part.last + 1, last, parts):
                yield (part, *rest)


def _shifted(band: Band) -> Band:
    """A rate in per cent as the ratio of the two levels."""
    low = None if band.low is None else 1 + band.low / 100
    high = None if band.high is None else 1 + band.high / 100
    return Band(low, high, band.low_open, band.high_open)


def _q(value: Fraction) -> z3.RatNumRef:
    return z3.RealVal(f"{value.numerator}/{value.denominator}")
