"""
What the other claims of a contradiction leave for one of them, and the nearest figure that would fit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from factcheck.amounts import amount
from factcheck.consistency.component import Asked
from factcheck.consistency.decision import Decider
from factcheck.consistency.implied import implied, propagated
from factcheck.consistency.meant import allowed, band_of, is_direction, subject
from factcheck.consistency.records import is_compared
from factcheck.consistency.rows import row
from factcheck.consistency.runs import steps_of
from factcheck.consistency.signed_amounts import fine_step, reached, signed
from factcheck.consistency.variables import BaseAt, LevelAt, RateOf, Variable
from factcheck.consistency.views import View, views_of
from factcheck.findings import Left
from factcheck.hedges import Hedge
from factcheck.intervals import Interval
from factcheck.observations import Cell
from factcheck.periods import in_words
from factcheck.statements import Every, Extreme, Level, Ordered, Ratio, Run, Statement, Total, Within
from factcheck.units import PERCENT

STEP = Fraction(1, 100)  # to which rates without a figure are told
MOST_CANDIDATES = 4

Numbers = Mapping[Variable, int]


def left_for(decider: Decider, mask: int, statement: Statement, claim: str) -> Left | None:
    """What the statements of the mask leave for another one, that of a claim; None where it cannot be told."""
    numbers = {variable: number for number, variable in enumerate(decider.component.variables)}
    match statement:
        case Within():
            found = _within(decider, mask, statement, numbers)
            return None if found is None else found._replace(claim=claim)
        case Every(of=statements):
            each_left = (left_for(decider, mask, each, claim) for each in statements)
            return next((left for left in each_left if left is not None), None)
        case Ordered(now=now, before=before, text=text):
            return _in_words(claim, statement, text, _ordered(decider, mask, (now, before), text, numbers))
        case Extreme(sense=sense):
            return _in_words(claim, statement, f"record {sense}", _record(decider, mask, statement, numbers))
        case Run(text=text):
            return _in_words(claim, statement, text, _run(decider, mask, statement, numbers))
        case _:
            return None


def _in_words(claim: str, statement: Statement, words: str, told: str) -> Left | None:
    return Left(claim, words, subject(statement), told) if told else None


def _within(decider: Decider, mask: int, statement: Within, numbers: Numbers) -> Left | None:
    band, step = band_of(statement), fine_step(statement)
    of_levels = views_of(statement.quantity, numbers, statement.holds or _sign(statement))
    for views in (list(_of_rate(statement, numbers)), list(of_levels)):
        found = [implied(decider, mask, view, band, step) for view in views]
        if found and all(_is_off(band, each) for each in found):
            return _told(decider, mask, statement, views, found)
    return None


def _of_rate(statement: Within, numbers: Numbers) -> Iterator[View]:
    """A rate that is compared with others, as the unknown that it is beside being one level over another."""
    quantity = statement.quantity
    if isinstance(quantity, Ratio) and RateOf(quantity) in numbers:
        yield View(((numbers[RateOf(quantity)], 1),))


def _told(
    decider: Decider, mask: int, statement: Within, views: Sequence[View], found: Sequence[Interval]
) -> Left | None:
    left, band = _hull(found), band_of(statement)
    above = left.low is not None and band.high is not None and left.low >= band.high
    unit, direction = statement.expected.unit, is_direction(statement)
    text = reached(left, unit, fine_step(statement), direction=direction, above=above)
    if not text:
        return None
    nearest = _nearest(decider, mask, statement, views, found)
    fits, words = "" if nearest is None else _shown(nearest, statement), statement.expected.text
    told = f"“{words}” would have to be {text}" + (f" ({fits} would fit)" if fits else "")
    return Left("", words, subject(statement), told, allowed(statement), text, fits, band, left, unit)


def _sign(statement: Within) -> int:
    """The sign under which sizes are told: that of the claim for a level of a balance."""
    return statement.expected.sign or 1 if isinstance(statement.quantity, Level | Total) else 1


def _is_off(band: Interval, left: Interval) -> bool:
    return band.intersection(left).is_empty


def _hull(found: Sequence[Interval]) -> Interval:
    lows, highs = [each.low for each in found], [each.high for each in found]
    low = None if None in lows else min(low for low in lows if low is not None)
    high = None if None in highs else max(high for high in highs if high is not None)
    low_closed = any(each.low == low and each.low_closed for each in found)
    high_closed = any(each.high == high and each.high_closed for each in found)
    return Interval(low, high, low_closed, high_closed)


def _nearest(
    decider: Decider, mask: int, statement: Within, views: Sequence[View], found: Sequence[Interval]
) -> Fraction | None:
    """The figure of the claim's own precision, nearest to its own, that the others leave room for."""
    expected = statement.expected
    number, unit = expected.number, expected.last_digit
    plain = expected.hedge in (None, Hedge.NONE) and number == expected.upper and not expected.tolerance
    if number is None or not unit or not plain or expected.factor or (expected.figure and expected.figure.in_words):
        return None
    own = number * (expected.sign or 1) if is_direction(statement) else number
    reach = _hull(found)
    below = reach.high is not None and reach.high <= own
    end = reach.high if below else reach.low
    if end is None:
        return None
    way = -1 if below else 1
    steps = max(1, int(abs(end - own) / unit) - 1)
    for place in range(steps, steps + MOST_CANDIDATES):
        candidate = own + way * place * unit
        if (candidate if is_direction(statement) else candidate > 0) and _fits(
            decider, mask, statement, views, candidate
        ):
            return candidate
    return None


def _fits(decider: Decider, mask: int, statement: Within, views: Sequence[View], candidate: Fraction) -> bool:
    half = (statement.expected.last_digit or Fraction(0)) / 2
    level = isinstance(statement.quantity, Level | Total)
    low, high = candidate - half, candidate + half
    for view in views:
        least, most = view.bounded(low, 1, strict=level), view.bounded(high, -1, strict=level)
        decision = decider.decide(mask, Asked((*least.rows, *most.rows), (*least.rates, *most.rates)))
        if decision.conflict is None and decision.values is not None:
            return True
    return False


def _shown(value: Fraction, statement: Within) -> str:
    show = signed if is_direction(statement) else amount
    return show(value, statement.expected.unit, statement.expected.last_digit)


def _ordered(decider: Decider, mask: int, rates: tuple[Ratio, Ratio], text: str, numbers: Numbers) -> str:
    bounds = decider.bounds(mask)
    found = []
    for rate in rates:
        number = numbers.get(RateOf(rate))
        if number is None:
            return ""
        found.append(propagated(decider.component, bounds, mask, View(((number, 1),))))
    now, before = (reached(each, PERCENT, STEP, direction=True) for each in found)
    return f"“{text}” would stand beside a rate {now} after one {before}" if now and before else ""


def _record(decider: Decider, mask: int, record: Extreme, numbers: Numbers) -> str:
    """The earlier period that goes beyond it."""
    sense = (1 if record.sense == "high" else -1) * record.sign
    own = numbers[LevelAt(*record.of)]
    bounds = decider.bounds(mask)
    for variable, number in numbers.items():
        if (
            isinstance(variable, LevelAt)
            and variable.series == record.of.series
            and is_compared(record, variable.period)
        ):
            asked = row([(own, sense), (number, -sense)], 0, True, ())
            if decider.decide(mask, Asked((asked,))).conflict is not None:
                one, two = (_level(bounds.interval(each), record.of, record.sign) for each in (own, number))
                there = f"{in_words(record.of.period)} would be {one} and " if one else ""
                return f"{there}{in_words(variable.period)} {two}" if two else ""
    return ""


def _level(interval: Interval, cell: Cell, sign: int) -> str:
    if sign < 0:
        interval = -interval
    size = interval.high or interval.low
    if size is None:
        return ""
    step = Fraction(10) ** (len(str(int(abs(size)))) - 4)
    return reached(interval, cell.series.unit, step, direction=False)


def _run(decider: Decider, mask: int, run: Run, numbers: Numbers) -> str:
    """The step of the run that goes the other way."""
    bounds = decider.bounds(mask)
    series = run.of.series
    for period, base in steps_of(run):
        level, start = numbers.get(LevelAt(series, period)), numbers.get(BaseAt(series, base, period))
        if level is not None and start is not None:
            asked = row([(level, run.sign), (start, -run.sign)], 0, True, ())
            if decider.decide(mask, Asked((asked,))).conflict is not None:
                view = View(((level, 1),), ((start, 1),), change=True)
                rate = propagated(decider.component, bounds, mask, view)
                text = reached(rate, PERCENT, STEP, direction=True)
                return f"the change in {in_words(period)} would be {text}" if text else ""
    return ""
