"""
How statements are told: whose figure of when, what the words allow, and what they were taken to mean.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.amounts import amount, number, scale_of, span
from factcheck.consistency.allowed import COARSENESS, is_coarse, level_sizes, signed_bands
from factcheck.consistency.forms import has_balance, parts_of
from factcheck.consistency.runs import steps_of
from factcheck.consistency.signed_amounts import signed_span
from factcheck.evaluate.words import flow_words
from factcheck.hedges import Hedge
from factcheck.intervals import Interval
from factcheck.observations import Cell, Series
from factcheck.periods import in_words
from factcheck.places import by_code
from factcheck.statements import (
    Difference,
    Every,
    Expected,
    Extreme,
    Level,
    Ordered,
    Quantity,
    Ratio,
    Run,
    Statement,
    Total,
    Within,
    levels,
)
from factcheck.units import PERCENT, power_of_ten

HELD = {1: "surplus with", 0: "balance with", -1: "deficit with"}
ROUND_NUMBER = "a round number, 1 % either way"


def subject(statement: Statement) -> str:
    """Whose figure of when: "China’s trade with Russia, 2024"."""
    match statement:
        case Within(quantity=quantity, expected=expected, holds=holds):
            held = holds or (expected.sign if isinstance(quantity, Level | Total) else 0)
            return _of_quantity(quantity).replace("balance with", HELD[held])
        case Ordered(now=now):
            return _of_quantity(now)
        case Every(of=statements):
            periods = dict.fromkeys(in_words(next(_levels_of(each)).cell.period) for each in statements)
            return f"{_series(next(_levels_of(statements[0])).cell.series)}, {' and '.join(periods)}"
        case Extreme(of=cell) | Run(of=cell):
            return told_cell(cell)
        case _:
            return ""


def told_cell(cell: Cell) -> str:
    """A cell as a sentence names it: "China’s trade with Russia, 2024"."""
    return f"{_series(cell.series)}, {in_words(cell.period)}"


def listed(texts: Sequence[str]) -> str:
    """Several texts as a sentence lists them."""
    return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} and {texts[-1]}"


def _levels_of(statement: Within | Ordered) -> Iterator[Level]:
    return levels(statement.now if isinstance(statement, Ordered) else statement.quantity)


def _of_quantity(quantity: Quantity) -> str:
    first = next(levels(quantity)).cell
    names = {part.cell.series.partner: None for part in _first_sum(quantity)}
    more = f" and {len(names) - 1} more" if len(names) > 1 else ""
    return f"{_series(first.series)}{more}, {in_words(first.period)}"


def _first_sum(quantity: Quantity) -> tuple[Level, ...]:
    match quantity:
        case Level() | Total():
            return parts_of(quantity)
        case Ratio(of=of):
            return parts_of(of)
        case Difference(of=of):
            return _first_sum(of)


def _series(series: Series) -> str:
    goods = f" of {series.commodity}" if series.commodity else ""
    scope = f" ({series.scope.replace('-', ' ')})" if series.scope != "goods" else ""
    return flow_words((by_code(series.reporter).name, by_code(series.partner).name), series.flow) + goods + scope


def band_of(statement: Within) -> Interval:
    """What the words allow, signed, or in size where the sign is open; in whole units, per cent or points."""
    expected = statement.expected
    quantity = statement.quantity
    sizes = level_sizes(expected) if isinstance(quantity, Level | Total) else expected.sizes
    if isinstance(quantity, Level | Total) and has_balance(quantity):
        return sizes
    return signed_bands(expected, sizes)[0]


def is_direction(statement: Within) -> bool:
    """Whether the sign is part of the figure: changes, differences and points have one, shares and levels none."""
    quantity = statement.quantity
    return isinstance(quantity, Difference) or (isinstance(quantity, Ratio) and quantity.use == "change")


def allowed(statement: Statement) -> str:
    """What the words allow, as an interval; blank for records, runs and paces."""
    if not isinstance(statement, Within):
        return ""
    return signed_span(band_of(statement), statement.expected.unit, is_direction(statement))


def meaning(statement: Statement) -> tuple[str, str] | None:
    """Words without a number, hedges and round numbers, with what they were taken to mean; None for plain figures."""
    match statement:
        case Within(expected=expected):
            means = _of_expected(statement, expected)
            return (f"“{expected.text}”", means) if means else None
        case Every(of=statements):
            return meaning(statements[0])
        case Ordered(sense=sense, text=text, before=before):
            size = "a larger size" if sense == "accelerating" else "a smaller size (or growth down to 0)"
            return f"“{text}”", f"the same sign and {size} than in {in_words(next(levels(before)).cell.period)}"
        case Extreme():
            return "the record", _record(statement)
        case Run(text=text, sign=sign, from_previous=previous, step=step):
            count, way = len(list(steps_of(statement))), "rise" if sign > 0 else "fall"
            base = "the one before" if previous else "a year earlier"
            return f"“{text}”", f"a {way} on {base} in each of {count} {step}"
        case _:
            return None


def _record(record: Extreme) -> str:
    word = {("high", 1): "higher", ("low", 1): "lower", ("high", -1): "a larger deficit", ("low", -1): "a smaller one"}
    since = f" since {in_words(record.since)}" if record.since is not None else ""
    return f"{word[record.sense, record.sign]} than in every earlier period of its length{since}"


def _of_expected(statement: Within, expected: Expected) -> str:
    if expected.number is None:
        return _trend(expected)
    if expected.hedge in (Hedge.AT_LEAST, Hedge.AT_MOST):
        return ""  # they mean what they say
    if expected.hedge not in (None, Hedge.NONE):
        return _hedged(expected.sizes, expected.unit)
    if isinstance(statement.quantity, Level | Total) and is_coarse(expected) and widens(expected):
        return ROUND_NUMBER
    return ""


def widens(expected: Expected) -> bool:
    """Whether taking a number as a round one allows more than its rounding does."""
    return COARSENESS * (expected.number or Fraction(0)) > (expected.last_digit or Fraction(0)) / 2


def _hedged(sizes: Interval, unit: str) -> str:
    """The band of a hedge, with the end that does not belong to it told as such."""
    if sizes.low is None or sizes.high is None:
        return span(sizes, unit)
    power, _ = scale_of(sizes.high, unit)
    low, high = number(sizes.low / power_of_ten(power)), amount(sizes.high, unit)
    if not sizes.high_closed:
        return f"from {low} to below {high}"
    return f"{low} to {high}" if sizes.low_closed else f"above {low}, up to {high}"


def _trend(expected: Expected) -> str:
    sizes = expected.sizes
    if not expected.sign:
        return f"at most {number(sizes.high or Fraction(0))} % either way"
    word = "a rise" if expected.sign > 0 else "a fall"
    if sizes.high is None and not sizes.low:
        return word
    if not sizes.low:
        return f"{word} of at most {amount(sizes.high or Fraction(0), PERCENT)}"
    return f"{word} of {span(sizes, expected.unit)}"
