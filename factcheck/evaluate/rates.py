"""
The rate of change of a series: as its source published it, as two levels give it, as a revised base would give it.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from factcheck.amounts import number
from factcheck.evaluate.levels import level_outcome
from factcheck.evaluate.observed import Observed
from factcheck.evaluate.outcome import Missing, Outcome
from factcheck.evaluate.printed import printed_reference
from factcheck.evaluate.selection import choose, only_later
from factcheck.evaluate.words import told
from factcheck.findings import Reference
from factcheck.intervals import Interval
from factcheck.observations import Cell
from factcheck.statements import Level, Ratio, Total, levels
from factcheck.units import PERCENT


def measure_of(of: Cell, base: Cell) -> str | None:
    """The measure in which a source publishes the change between two cells, None if it publishes none."""
    if of.series != base.series:
        return None
    if base.period == of.period.year_earlier:
        return "yoy"
    return "mom" if of.period.months == 1 and base.period == of.period.previous else None


def published_rate(of: Cell, measure: str, observed: Observed, as_of: date | None) -> Reference | None:
    """The rate that the source itself published for the cell; one of unknown basis only where no other exists."""
    rows = observed.rows(of, measure) or observed.rates_of_unknown_basis(of, measure)
    choice = choose(rows, as_of)
    if choice is None:
        return None
    unknown = "" if choice.row.unit else "; the source does not say in what growth was measured"
    return printed_reference(choice, PERCENT, "published-rate", unknown)


def change_outcome(ratio: Ratio, observed: Observed, as_of: date | None) -> Outcome:
    """Published, recomputed and revised-base references of a change, in that order."""
    references: list[Reference] = []
    not_yet: Missing | None = None
    if isinstance(ratio.of, Level) and isinstance(ratio.base, Level):
        measure = measure_of(ratio.of.cell, ratio.base.cell)
        published = None if measure is None else published_rate(ratio.of.cell, measure, observed, as_of)
        if published is not None:
            references.append(published)
        elif measure is not None and only_later(observed.rows(ratio.of.cell, measure), as_of):
            announced = f"the rate for {told(ratio.of.cell)} was first published after {as_of}"
            not_yet = Missing("not-yet-published", announced)
    of, base = levels_outcome(ratio.of, observed, as_of), levels_outcome(ratio.base, observed, as_of)
    missing = of.missing or base.missing
    if missing is not None and missing.rule == "no-observation":
        missing = not_yet or missing
    if of.first is not None and base.first is not None:
        sizes = _as_sizes(of.first, base.first) if _is_balance(ratio) else (of.first, base.first)
        if isinstance(sizes, Missing):
            missing = sizes
        else:
            recomputed = _recomputed(*sizes)
            if recomputed is not None:
                references.append(recomputed)
                if len(references) == 1:
                    references.extend(_revised_base(*sizes))
    return Outcome(tuple(references), None if references else missing)


def levels_outcome(quantity: Level | Total, observed: Observed, as_of: date | None) -> Outcome:
    """A level, or the sum of several; one that is missing leaves the whole missing."""
    if isinstance(quantity, Level):
        return level_outcome(quantity.cell, observed, as_of)
    outcomes = [level_outcome(part.cell, observed, as_of) for part in quantity.parts]
    references = [outcome.first for outcome in outcomes if outcome.first is not None]
    if len(references) < len(outcomes):
        return Outcome(missing=next(outcome.missing for outcome in outcomes if outcome.missing))
    interval, point = Interval.point(Fraction(0)), Fraction(0)
    for reference in references:
        interval, point = interval + reference.interval, point + reference.point
    divided = "" if quantity.divisor == 1 else f", divided by {quantity.divisor} months"
    total = Reference(
        interval=interval.scaled(Fraction(1, quantity.divisor)),
        point=point / quantity.divisor,
        unit=references[0].unit,
        route="printed" if len(references) == 1 and quantity.divisor == 1 else "computed",
        evidence=tuple(row for reference in references for row in reference.evidence),
        how=" + ".join(reference.how for reference in references) + divided,
        derived=any(reference.derived for reference in references),
        later=tuple(pair for reference in references for pair in reference.later),
        disagreeing=tuple(row for reference in references for row in reference.disagreeing),
    )
    return Outcome((total,))


def _is_balance(ratio: Ratio) -> bool:
    return all(level.cell.series.flow == "balance" for level in levels(ratio.of))


def _as_sizes(of: Reference, base: Reference) -> tuple[Reference, Reference] | Missing:
    """The change of a balance is that of its size; where the sign turns there is no percentage (MEANING 2)."""
    if not of.point and not base.point:
        return Missing("no-observation", "both balances are 0: there is no rate of change")
    if of.point * base.point <= 0:
        return Missing("sign-change", f"the balance turned from {base.how} to {of.how}: a percentage means nothing")
    sign = 1 if of.point > 0 else -1
    return (
        of._replace(interval=of.interval.scaled(sign), point=sign * of.point),
        base._replace(interval=base.interval.scaled(sign), point=sign * base.point),
    )


def quotient(of: Interval, base: Interval) -> Interval | None:
    """The interval of of / base for positive bounds; None if the base may be 0 or less."""
    if of.low is None or of.high is None or base.low is None or base.high is None or base.low <= 0:
        return None
    low, high = (base.high if of.low >= 0 else base.low), (base.low if of.high >= 0 else base.high)
    return Interval(of.low / low, of.high / high)


def _recomputed(of: Reference, base: Reference) -> Reference | None:
    ratio = quotient(of.interval, base.interval)
    if ratio is None:
        return None
    point = (of.point / base.point - 1) * 100
    return Reference(
        interval=ratio.shifted(-1).scaled(100),
        point=point,
        unit=PERCENT,
        route="recomputed",
        evidence=(*of.evidence, *base.evidence),
        how=f"{of.how} over {base.how} gives {number(point, Fraction(1, 100))} {PERCENT}",
        derived=of.derived or base.derived,
        later=(*of.later, *base.later),
        disagreeing=(*of.disagreeing, *base.disagreeing),
    )


def _revised_base(of: Reference, base: Reference) -> list[Reference]:
    """The rates that the base gives when it is revised by up to r, what is usual for its dataset (MEANING 3)."""
    r = max(row.revision for row in base.evidence)
    if base.interval.low is None or base.interval.high is None:
        return []
    revised = Interval(base.interval.low * (1 - r), base.interval.high * (1 + r))
    ratio = quotient(of.interval, revised)
    recomputed = _recomputed(of, base)
    if ratio is None or recomputed is None:
        return []
    return [
        Reference(
            interval=ratio.shifted(-1).scaled(100),
            point=recomputed.point,
            unit=PERCENT,
            route="revised-base",
            evidence=recomputed.evidence,
            how=f"{recomputed.how}; with the base revised by up to {number(r * 100)} {PERCENT}",
            derived=recomputed.derived,
            later=recomputed.later,
            disagreeing=recomputed.disagreeing,
        )
    ]
