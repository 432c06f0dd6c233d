"""
Everything that is tried for one claim, nearest rewrites first, with what each comes to.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.amounts import amount
from factcheck.diagnosis.candidate import Candidate
from factcheck.diagnosis.costs import BASIS, BOTH, FAR, NEAR, TWO
from factcheck.diagnosis.other_bases import other_bases, other_measures
from factcheck.diagnosis.other_currencies import conversions, currency_word, other_currencies, several
from factcheck.diagnosis.other_periods import other_periods
from factcheck.diagnosis.other_series import other_flows, other_partners, other_scopes, other_sides
from factcheck.diagnosis.question import Question, main_cell, with_series
from factcheck.diagnosis.slips import in_per_cent, slips
from factcheck.diagnosis.vintages import kept_to_explain, other_vintages
from factcheck.diagnosis.world import World
from factcheck.evaluate.quantities import evaluate
from factcheck.findings import Reference, Step
from factcheck.statements import Difference, Expected, Level, Quantity, Ratio, Total
from factcheck.units import PERCENT, is_money

NOT_TRIED = frozenset({"revised-base", "mirror"})  # no figure that anyone printed


def questions(quantity: Quantity) -> Iterator[Question]:
    """Every single rewrite of the question, in the order of what is likely among equals."""
    yield from other_periods(quantity)
    yield from other_flows(quantity)
    yield from other_bases(quantity)
    yield from other_sides(quantity)
    yield from other_measures(quantity)
    yield from other_scopes(quantity)
    yield from other_partners(quantity)


def pairs(quantity: Quantity) -> Iterator[Question]:
    """Another period together with another flow, base or side; currencies join later."""
    for first in other_periods(quantity):
        for rewrites in (other_flows, other_bases, other_sides):
            for second in rewrites(first.quantity):
                yield second._replace(steps=(*first.steps, *second.steps), cost=TWO)


def one_rewrite(quantity: Quantity, expected: Expected, world: World) -> list[Candidate]:
    """What each single rewrite comes to."""
    key = quantity, expected.unit, 1
    if key not in world.known:
        world.known[key] = list(_questions(quantity, expected.unit, world))
    references = _references(quantity, world)[:1]
    return [*world.known[key], *(slip for each in references for slip in slips(quantity, expected, each))]


def _questions(quantity: Quantity, unit: str, world: World) -> Iterator[Candidate]:
    """What the single rewrites of the question come to."""
    yield from _in_other_currencies(Question((), BASIS, quantity), unit, world)
    for question in questions(quantity):
        yield from _asked(question, world)
    if isinstance(quantity, Difference):
        of, less = (evaluate(each, world.observed, world.as_of) for each in (quantity.of, quantity.less))
        yield from in_per_cent(quantity, of, less)
    yield from other_vintages(quantity, world)
    yield from kept_to_explain(quantity, world)


def with_currency(quantity: Quantity, expected: Expected, world: World) -> list[Candidate]:
    """What another currency together with any other rewrite comes to, another period above all."""
    key = quantity, expected.unit, 2
    if key not in world.known:
        found = [_in_other_currencies(question, expected.unit, world) for question in questions(quantity)]
        world.known[key] = [candidate for each in found for candidate in each]
    return world.known[key]


def two_rewrites(quantity: Quantity, expected: Expected, world: World) -> list[Candidate]:
    """What two rewrites that have nothing to do with each other come to."""
    key = quantity, expected.unit, 3
    if key not in world.known:
        world.known[key] = [candidate for question in pairs(quantity) for candidate in _asked(question, world)]
    return world.known[key]


def _references(quantity: Quantity, world: World) -> list[Reference]:
    outcome = evaluate(quantity, world.observed, world.as_of)
    return [reference for reference in outcome.references if reference.route not in NOT_TRIED]


def _asked(question: Question, world: World) -> Iterator[Candidate]:
    """The values of a question: a change has a published and a recomputed one."""
    references = _references(question.quantity, world)
    for reference in references:
        value = -reference.point if question.turned else reference.point
        yield Candidate(question.steps, question.cost, value, question.in_size, reference)
    if not references:
        missing = evaluate(question.quantity, world.observed, world.as_of).lacking.text
        yield Candidate(question.steps, question.cost, None, missing=missing)


def _in_other_currencies(question: Question, claimed: str, world: World) -> Iterator[Candidate]:
    """The question in every other currency that has figures: rates as they are, amounts converted."""
    cell = main_cell(question.quantity)
    if not is_money(cell.series.unit):
        return
    for unit in other_currencies(cell, world.observed):
        other = with_series(question.quantity, unit=unit)
        if claimed == PERCENT:
            yield from _rates(question, other, unit, world)
        elif isinstance(other, Level | Total | Difference) and is_money(claimed):
            yield from _amounts(question, other, claimed, world)


def _cost(question: Question, alone: int) -> int:
    """What another currency costs: alone, with another period, with anything else."""
    if not question.steps:
        return alone
    return BOTH if question.in_time else TWO


def _rates(question: Question, other: Quantity, unit: str, world: World) -> Iterator[Candidate]:
    """Growth measured in another currency."""
    if not isinstance(other, Ratio) or other.use != "change":
        return
    claimed = currency_word(main_cell(question.quantity).series.unit)
    step = Step(
        f"{currency_word(unit)} rate as {claimed} rate",
        f"growth measured in {several(currency_word(unit))} instead of {several(claimed)}",
    )
    for reference in _references(other, world):
        cost = _cost(question, BASIS if reference.route == "published-rate" else NEAR)
        value = -reference.point if question.turned else reference.point
        yield Candidate((*question.steps, step), cost, value, question.in_size, reference)


def _amounts(question: Question, other: Quantity, claimed: str, world: World) -> Iterator[Candidate]:
    """An amount of another currency, converted at each rate that may have been used, and as it stands."""
    cell = main_cell(other)
    word = currency_word(cell.series.unit)
    for reference in _references(other, world)[:1]:
        point = -reference.point if question.turned else reference.point
        told = amount(abs(point), reference.unit, reference.evidence[0].last_digit)
        # the rate of the day of publication goes with the words as they are, not with another period as well
        for rate in conversions(reference, cell, claimed, world, today=not question.steps):
            said = f"{told} converted {_at(rate.shown, rate.when)} instead of the {currency_word(claimed)} figure"
            step = Step(f"{word} level at {rate.at} rate", said)
            steps = (*question.steps, step)
            value = point * rate.factor
            yield Candidate(steps, _cost(question, NEAR), value, question.in_size, reference, rate.shown)
        if not question.steps:
            step = Step(f"{word} level as {currency_word(claimed)} level", f"{told} with the other currency’s sign")
            yield Candidate((step,), FAR, point, question.in_size, reference)


def _at(shown: str, when: str) -> str:
    """The rate inside a sentence: "at 7.3317 (13 January 2025)"."""
    return f"at {shown.split(' ')[1]} ({when})"
