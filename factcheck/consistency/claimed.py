"""
From a statement to its rows: what a claim says of levels and of the bases that its rates are measured on.
"""

from __future__ import annotations

from fractions import Fraction
from typing import cast

from factcheck.consistency.allowed import factors, level_sizes, signed_bands
from factcheck.consistency.forms import has_balance, is_change, is_over_time, parts_of, period_of, takes_part
from factcheck.consistency.model import Model
from factcheck.consistency.pace import add_difference_of_rates, add_ordered
from factcheck.consistency.rows import Owners, Row, Term, between, over, scaled
from factcheck.consistency.variables import BALANCE
from factcheck.intervals import Interval
from factcheck.observations import Cell
from factcheck.periods import Period
from factcheck.statements import Difference, Every, Level, Ordered, Ratio, Statement, Total, Use, Within

PERCENT = Fraction(1, 100)
MOST_SIGNS = 4  # statements that may lend a balance its sign
POSITIVE = Interval(Fraction(0), None, low_closed=False)


def note_levels(model: Model, number: int, statement: Statement) -> None:
    """Remember what a statement says of one level: for balances without a sign, for rates that nobody states."""
    match statement:
        case Within(quantity=Level(cell=cell), expected=expected):
            if cell.series.flow != BALANCE:
                model.levels.setdefault(cell, []).append((number, level_sizes(expected)))
            elif expected.sign:
                model.signs.setdefault(cell, []).append((number, expected.sign))


def add_statement(model: Model, number: int, statement: Statement) -> None:
    """Add the rows of one statement; records and runs have files of their own."""
    if not takes_part(statement):
        return
    match statement:
        case Within(quantity=Level() | Total() as quantity):
            _add_level(model, number, statement, quantity)
        case Within(quantity=Ratio(use="change") as ratio) if is_change(ratio):
            _add_change(model, number, statement, ratio)
        case Within(quantity=Ratio() as ratio):
            _add_ratio(model, number, statement, ratio)
        case Within(quantity=Difference(of=Ratio()) as difference):
            add_difference_of_rates(model, number, statement, difference)
        case Within(quantity=Difference() as difference):
            _add_difference(model, number, statement, difference)
        case Ordered():
            add_ordered(model, number, statement)
        case Every(of=statements):
            for each in statements:
                add_statement(model, number, each)
        case _:
            return


def levels_of(model: Model, quantity: Level | Total) -> list[Term]:
    """A sum of levels as terms."""
    share = Fraction(1, quantity.divisor) if isinstance(quantity, Total) else 1
    return [(model.level(*part.cell), share) for part in parts_of(quantity)]


def bases_of(model: Model, quantity: Level | Total, later: Period) -> list[Term]:
    """The same sum as it stands in the release about a later period."""
    share = Fraction(1, quantity.divisor) if isinstance(quantity, Total) else 1
    return [(model.base(*part.cell, later), share) for part in parts_of(quantity)]


def _add_level(model: Model, number: int, statement: Within, quantity: Level | Total) -> None:
    bands = signed_bands(statement.expected, level_sizes(statement.expected))
    if not has_balance(quantity):
        bands = bands[:1]
    terms, owners = levels_of(model, quantity), (number,)
    model.choose((between(terms, band, owners) for band in bands), owners)


def _add_change(model: Model, number: int, statement: Within, ratio: Ratio) -> None:
    later = cast(Period, period_of(ratio.of))
    bands = [factors(band) for band in signed_bands(statement.expected, statement.expected.sizes)]
    if any(band.high is not None and band.high <= 0 for band in bands):
        model.suspects.add(number)
    for sign, owners in _signs(model, number, ratio.of, ratio.base, statement.holds):
        of, base = levels_of(model, ratio.of), bases_of(model, ratio.base, later)
        signed_of, signed_base = scaled(of, sign), scaled(base, sign)
        own: tuple[Row, ...] = ()
        if has_balance(ratio.of):  # where the sign turns there is no percentage
            own = (*between(signed_of, POSITIVE, owners), *between(signed_base, POSITIVE, owners))
        elif len(bands) == 1 and len(of) == 1:
            model.ratios.append((of[0][0], base[0][0], bands[0], owners))
        model.choose(((*own, *over(signed_of, signed_base, band, owners)) for band in bands), owners)
    _bound_rate(model, number, ratio, signed_bands(statement.expected, statement.expected.sizes))


def _signs(model: Model, number: int, of: Level | Total, base: Level | Total, holds: int) -> list[tuple[int, Owners]]:
    """The signs under which a change is that of a size, with those who say so; none where a balance's stays open."""
    if not has_balance(of):
        return [(1, (number,))]
    if holds:
        return [(holds, (number,))]
    cells: list[Cell] = [part.cell for each in (of, base) for part in parts_of(each)]
    found = [known for cell in cells for known in model.signs.get(cell, ())]
    if len({sign for _, sign in found}) != 1:
        return []
    return [(sign, tuple(sorted({number, giver}))) for giver, sign in found[:MOST_SIGNS]]


def _add_ratio(model: Model, number: int, statement: Within, ratio: Ratio) -> None:
    """A share, a multiple or a factor: one level over another; over time, as it was stated or as revised since."""
    owners = (number,)
    model.suspects.add(number)  # 120 % of a whole
    bands = signed_bands(statement.expected, statement.expected.sizes)[:1]
    of = levels_of(model, ratio.of)
    factors_of = [_as_factor(band, ratio.use) for band in bands]
    model.choose(
        (over(of, base, factor, owners) for base in _bases(model, ratio.of, ratio.base) for factor in factors_of),
        owners,
    )
    _bound_rate(model, number, ratio, bands)


def _as_factor(band: Interval, use: Use) -> Interval:
    if use == "change":
        return factors(band)
    return band.scaled(PERCENT) if use == "share" else band


def _bases(model: Model, of: Level | Total, base: Level | Total) -> list[list[Term]]:
    """What something is compared with: of another period, its level as stated or as revised since."""
    if not is_over_time(of, base):
        return [levels_of(model, base)]
    return [levels_of(model, base), bases_of(model, base, cast(Period, period_of(of)))]


def _add_difference(model: Model, number: int, statement: Within, difference: Difference) -> None:
    """An amount more or less; over time from the level as stated or as revised since, of a balance its size."""
    of, less = cast("Level | Total", difference.of), cast("Level | Total", difference.less)
    bands = signed_bands(statement.expected, statement.expected.sizes)
    if not has_balance(of):
        model.suspects.add(number)  # exports larger than the total
        terms = levels_of(model, of)
        ways = [[*terms, *scaled(base, -1)] for base in _bases(model, of, less)]
        owners: Owners = (number,)
        model.choose((between(way, band, owners) for way in ways for band in bands), owners)
        return
    for sign, owners in _signs(model, number, of, less, statement.holds):
        terms = levels_of(model, of)
        bases = [levels_of(model, less), bases_of(model, less, cast(Period, period_of(of)))]
        own = between(scaled(terms, sign), POSITIVE, owners)
        model.choose(
            (
                (
                    *own,
                    *between(scaled(base, sign), POSITIVE, owners),
                    *between(scaled([*terms, *scaled(base, -1)], sign), band, owners),
                )
                for base in bases
                for band in bands
            ),
            owners,
        )


def _bound_rate(model: Model, number: int, ratio: Ratio, bands: tuple[Interval, ...]) -> None:
    """A stated rate, where others are compared with it."""
    if ratio in model.compared:
        terms: list[Term] = [(model.rate(ratio), 1)]
        model.choose((between(terms, band, (number,)) for band in bands), (number,))
