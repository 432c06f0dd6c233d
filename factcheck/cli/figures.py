"""
From a question to its figures: which rows answer, and which of them decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from factcheck.cli.goods import commodity_ids, pairs_of, unknown_commodity
from factcheck.cli.question import WORLD, Question
from factcheck.evaluate.levels import level_outcome
from factcheck.evaluate.observed import Observed, failures_told
from factcheck.evaluate.printed import printed_reference
from factcheck.evaluate.queries import with_derivations
from factcheck.evaluate.selection import choose
from factcheck.findings import Reference
from factcheck.observations import Cell, Observation, Query, Resolver, Series, SeriesQuery, Standing
from factcheck.outputs.figures import Answered, Figure
from factcheck.periods import Period
from factcheck.places import by_code
from factcheck.resolvers.live.wanted import whole_series
from factcheck.units import PERCENT, is_money

RATES = ("yoy", "mom", "share")
NEAREST = 12  # periods that are named where the one asked for has no figure
RECENT_YEARS, RECENT_MONTHS = 2, 18  # in which the newest figure of a live source lies
OTHERS = 4  # other rows of a cell that are shown without --all


MIRRORED = {"exports": "imports", "imports": "exports"}  # what one side counts of the other's flow


def answer(question: Question, resolvers: Sequence[Resolver], as_of: date | None, everything: bool) -> Answered:
    """
    Ask the resolvers and pick the figures; without a period the newest one that has any.

    Raises:
        UnknownNameError: no source knows the commodity.
    """
    if not question.commodity:
        return _answered(question, resolvers, as_of, everything)
    known = commodity_ids(resolvers)
    same = question.goods.lower().replace(" ", "-") == question.commodity
    remarks = [_read_as(question, known)] if question.goods and not same else []
    answered = _answered(question, resolvers, as_of, everything)
    if not answered.figures and question.partner == WORLD:
        turned = _counted_by_the_other(question, resolvers)
        if turned is not None:
            remarks.append(_turned(question, turned))
            answered = _answered(turned, resolvers, as_of, everything)
    if not answered.figures and question.commodity not in known and not question.commodity.startswith("hs:"):
        raise unknown_commodity(question.commodity, known)
    hints = () if answered.figures else _goods_hints(question, resolvers, known)
    return answered._replace(remarks=tuple(remarks), hints=(*answered.hints, *hints))


def _read_as(question: Question, known: Sequence[str]) -> str:
    others = ", ".join(each for each in known if each != question.commodity)
    return f"“{question.goods}” is read as {question.commodity}; --commodity takes {others} too"


def _counted_by_the_other(question: Question, resolvers: Sequence[Resolver]) -> Question | None:
    """The same goods as the one other office counts them that has figures with the place; None if there are more."""
    pairs = pairs_of(question.commodity, resolvers)
    others = [reporter for reporter, partner in pairs if partner == question.reporter]
    if len(others) != 1:
        return None
    flow = MIRRORED.get(question.flow, question.flow)
    return replace(question, reporter=others[0], partner=question.reporter, flow=flow)


def _turned(question: Question, turned: Question) -> str:
    own, other = by_code(question.reporter).name, by_code(turned.reporter).name
    return f"no figures of {own}’s own are at hand: these are what {other} counts with {own}"


def _goods_hints(question: Question, resolvers: Sequence[Resolver], known: Sequence[str]) -> Iterator[str]:
    if question.commodity not in known:
        yield f"Goods that have figures: {', '.join(known)}"
    pairs = [
        f"{by_code(reporter).name} with {by_code(partner).name}"
        for reporter, partner in pairs_of(question.commodity, resolvers)
        if (reporter, partner) != (question.reporter, question.partner)
    ]
    if pairs:
        yield f"Figures of {question.commodity}: {'; '.join(pairs[:NEAREST])}"


def _answered(question: Question, resolvers: Sequence[Resolver], as_of: date | None, everything: bool) -> Answered:
    query = SeriesQuery(question.reporter, question.partner, question.commodity)
    turned = SeriesQuery(question.partner, question.reporter, question.commodity)
    observed = Observed.of(
        answer for resolver in resolvers for answer in resolver.resolve(_asked(question, query, turned, resolver))
    )
    question = _with_its_flow(question, observed, query)
    rows = [row for row in _rows(observed, query) if _wanted(row, question)]
    if not everything:
        rows = [row for row in rows if as_of is None or row.published is None or row.published <= as_of]
    known = sorted({row.period for row in rows}, key=lambda period: (period.last, period.days))
    periods = question.periods or known[-1:]
    figures = tuple(
        figure for period in periods for figure in _figures(question, period, observed, rows, as_of, everything)
    )
    hints = () if figures else tuple(_hints(question, observed, query, turned))
    near = _nearest(known, periods[0]) if periods and not figures else known
    return Answered(
        question.reporter,
        question.partner,
        question.flow,
        question.commodity,
        figures,
        tuple(near),
        hints,
        as_of,
        failed=tuple(failures_told(observed)),
    )


def _asked(question: Question, query: SeriesQuery, turned: SeriesQuery, resolver: Resolver) -> tuple[Query, ...]:
    """What a resolver is asked: all that the snapshot has, but of a live source no more than what is needed."""
    if not getattr(resolver, "live", False):
        return query, turned
    return (query._replace(periods=frozenset(_needed(question.periods))),)


def _needed(periods: Sequence[Period]) -> Iterator[Period]:
    """The periods with those that they may be derived from; without any, what may be the newest."""
    for period in periods:
        yield from with_derivations(period)
    if not periods:
        today = datetime.now(UTC).date()
        yield from whole_series(today, RECENT_YEARS, RECENT_MONTHS)


def _with_its_flow(question: Question, observed: Observed, query: SeriesQuery) -> Question:
    """A commodity whose figures are all of one flow means that flow, where none was asked for."""
    flows = {row.flow for row in _rows(observed, query)}
    if question.commodity and not question.flow_named and len(flows) == 1:
        return replace(question, flow=flows.pop())
    return question


def _nearest(known: Sequence[Period], asked: Period) -> list[Period]:
    """The periods nearest to the one that was asked for, in order."""
    near = sorted(known, key=lambda period: abs((period.last - asked.last).days))[:NEAREST]
    return [period for period in known if period in near]


def _rows(observed: Observed, query: SeriesQuery) -> Iterator[Observation]:
    pair = observed.by_pair.get((query.reporter, query.partner or "", query.commodity), {})
    for rows in pair.values():
        yield from rows


def _wanted(row: Observation, question: Question) -> bool:
    return (
        row.flow == question.flow
        and question.scope in (None, row.scope)
        and question.source in (None, row.citation.source)
        and (question.unit in (None, row.unit) or (row.measure != "level" and not row.unit))
    )


def _figures(
    question: Question,
    period: Period,
    observed: Observed,
    rows: Sequence[Observation],
    as_of: date | None,
    everything: bool,
) -> Iterator[Figure]:
    here = [row for row in rows if row.period == period]
    for series in _series(question, period, observed, here):
        cell = Cell(series, period)
        mine = [
            row for row in here if (row.scope, row.unit, row.valuation) == (series.scope, series.unit, series.valuation)
        ]
        reference = level_outcome(cell, observed, as_of).first
        level = [row for row in mine if row.measure == "level"]
        if reference is not None or level:
            yield Figure(period, series.scope, "level", series.unit, reference, _others(level, reference, everything))
        for measure in RATES:
            found = [row for row in mine if row.measure == measure]
            rate = _rate(found, as_of)
            if found and (rate is not None or everything):
                yield Figure(period, series.scope, measure, series.unit, rate, _others(found, rate, everything))


def _series(question: Question, period: Period, observed: Observed, here: Sequence[Observation]) -> list[Series]:
    """Every scope, unit and valuation that the period has, goods and money first; those of the other flows too."""
    keys = {(row.scope, row.unit, row.valuation) for row in here}
    pair = observed.by_pair.get((question.reporter, question.partner, question.commodity), {})
    for row in pair.get(period, ()):
        if row.measure == "level" and question.unit in (None, row.unit) and question.scope in (None, row.scope):
            keys.add((row.scope, row.unit, row.valuation))
    asked = Series(question.reporter, question.partner, question.flow, "", question.commodity, source=question.source)
    order = sorted(keys, key=lambda key: (key[0] != "goods", not is_money(key[1]), key[1] != "USD", key))
    return [asked._replace(unit=unit, scope=scope, valuation=valuation) for scope, unit, valuation in order]


def _rate(rows: Sequence[Observation], as_of: date | None) -> Reference | None:
    choice = choose(rows, as_of)
    return None if choice is None else printed_reference(choice, PERCENT, "published-rate")


def _others(rows: Sequence[Observation], reference: Reference | None, everything: bool) -> tuple[Observation, ...]:
    """The rows that do not decide: all of them, or only other figures and vintages that count."""
    used = () if reference is None else reference.evidence
    others = sorted(
        (row for row in rows if row not in used),
        key=lambda row: (row.published or date.min, row.last_digit, row.citation.url),
        reverse=True,
    )
    if everything:
        return tuple(others)
    seen = {(row.value, row.published, row.citation.source) for row in used}
    kept: list[Observation] = []
    for row in others:
        key = (row.value, row.published, row.citation.source)
        if row.standing is not Standing.NEVER and key not in seen:
            seen.add(key)
            kept.append(row)
    return tuple(kept[:OTHERS])


def _hints(question: Question, observed: Observed, query: SeriesQuery, turned: SeriesQuery) -> Iterator[str]:
    flows = sorted({row.flow for row in _rows(observed, query)})
    units = sorted({row.unit for row in _rows(observed, query) if row.flow == question.flow and row.unit})
    if flows and question.flow not in flows:
        yield f"Flows of that pair: {', '.join(flows)}"
    if question.unit is not None and units and question.unit not in units:
        yield f"Currencies and units of that series: {', '.join(units)}"
    if any(_rows(observed, turned)):
        other, own = by_code(question.partner).name, by_code(question.reporter).name
        yield f"{other} has figures of its own with {own}: name {other} first."
