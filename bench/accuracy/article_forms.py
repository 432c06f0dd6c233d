"""
What claims of an article say, in forms of the bench's own: levels, sums, rates, orders, records and runs.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Literal, NamedTuple

from bench.accuracy.article_rows import Family
from bench.accuracy.article_spans import Span
from bench.accuracy.article_words import Band


class Series(NamedTuple):
    """One flow of a family."""

    family: Family
    flow: str


class Variable(NamedTuple):
    """A level of a span, or with ``release`` the base that the release about that span used for it."""

    series: Series
    span: Span
    release: Span | None = None


Terms = tuple[tuple[Variable, Fraction], ...]


class Change(NamedTuple):
    """The rate of a series from ``base`` to ``span``; ``sign`` −1 measures deficits by their size."""

    series: Series
    span: Span
    base: Span
    sign: int = 1


class Sum(NamedTuple):
    """A sum of levels lies in the band."""

    terms: Terms


class Quotient(NamedTuple):
    """One sum over another, as a plain ratio, lies in the band; ``sign`` as in a change."""

    of: Terms
    base: Terms
    sign: int = 1


class Points(NamedTuple):
    """One rate less another, in points, lies in the band."""

    now: Change
    before: Change


class Order(NamedTuple):
    """One rate has the sign and a larger size than another, or with ``faster`` False a smaller one or none."""

    now: Change
    before: Change
    faster: bool
    sign: int


class Peak(NamedTuple):
    """A level is the highest (``way`` 1) or lowest (−1) of its length among those that came before."""

    level: Variable
    way: int


class Streak(NamedTuple):
    """Each of these rates has the sign."""

    changes: tuple[Change, ...]
    sign: int


class Beside(NamedTuple):
    """A statement that says nothing of levels."""

    about: Literal["day", "other"] = "day"


Form = Sum | Quotient | Change | Points | Order | Peak | Streak | Beside


class Said(NamedTuple):
    """A form with the band that it must lie in; rates in per cent, signed, and a band without ends where none is."""

    form: Form
    band: Band = Band(None, None)


def variables_of(form: Form) -> tuple[Variable, ...]:
    """The levels and bases that a form speaks of."""
    match form:
        case Sum(terms=terms):
            return tuple(variable for variable, _ in terms)
        case Quotient(of=of, base=base):
            return tuple(variable for variable, _ in (*of, *base))
        case Change():
            return Variable(form.series, form.span), Variable(form.series, form.base, form.span)
        case Points(now=now, before=before) | Order(now=now, before=before):
            return variables_of(now) + variables_of(before)
        case Peak(level=level):
            return (level,)
        case Streak(changes=changes):
            return tuple(variable for change in changes for variable in variables_of(change))
        case _:
            return ()
