"""
Figures of the same cell that are not the one compared with: of another release, or kept only to explain errors.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.diagnosis.candidate import Candidate
from factcheck.diagnosis.costs import NEAR
from factcheck.diagnosis.world import World
from factcheck.evaluate.printed import printed_reference
from factcheck.evaluate.quantities import evaluate
from factcheck.evaluate.rates import measure_of
from factcheck.evaluate.selection import Choice, agree, choose, is_eligible, preference
from factcheck.findings import Reference, Step
from factcheck.observations import Cell, Observation, Standing
from factcheck.periods import in_words
from factcheck.places import by_code
from factcheck.statements import Level, Quantity, Ratio
from factcheck.units import PERCENT

OTHER_SIDE = "NEVER: the other side's figures"  # how sources/ mark such a row in its note
AS_CHANGE = "as a change"


def other_vintages(quantity: Quantity, world: World) -> Iterator[Candidate]:
    """Figures of the same cell that were out on the day and are not the one compared with; growth between them too."""
    measured = _measured(quantity)
    if measured is not None:
        cell, measure, unit = measured
        for row in _other_rows(cell, measure, world):
            yield _of_vintage(row, row.amount, printed_reference(Choice(row), unit))
    if isinstance(quantity, Ratio) and quantity.use == "change":
        yield from _growth_of_vintages(quantity, world)


def _growth_of_vintages(ratio: Ratio, world: World) -> Iterator[Candidate]:
    """The growth that one level of another release gives with the other level as it stands."""
    if not isinstance(ratio.of, Level) or not isinstance(ratio.base, Level):
        return
    of, base = (evaluate(each, world.observed, world.as_of).first for each in (ratio.of, ratio.base))
    if of is None or base is None or not of.point or not base.point:
        return
    for row in _other_rows(ratio.of.cell, "level", world):
        reference = printed_reference(Choice(row), row.unit)
        yield _of_vintage(row, (row.amount / base.point - 1) * 100, _between(reference, base), AS_CHANGE)
    for row in _other_rows(ratio.base.cell, "level", world):
        reference = printed_reference(Choice(row), row.unit)
        if row.amount:
            yield _of_vintage(row, (of.point / row.amount - 1) * 100, _between(of, reference), AS_CHANGE)


def _between(of: Reference, base: Reference) -> Reference:
    return of._replace(how=f"{of.how} over {base.how}", evidence=(*of.evidence, *base.evidence))


def _of_vintage(row: Observation, value: Fraction, reference: Reference, working: str = "") -> Candidate:
    when = f"released {row.published}" if row.published is not None else "of an unknown day"
    step = Step("other vintage", f"an earlier figure for {in_words(row.period)}, {when}")
    return Candidate(
        (step,), NEAR, value, reference=reference, working="" if value == row.amount else "of that release"
    )


def _other_rows(cell: Cell, measure: str, world: World) -> list[Observation]:
    """The eligible rows that disagree with the one that decides, best first."""
    rows = [row for row in world.observed.rows(cell, measure) if is_eligible(row, world.as_of)]
    chosen = choose(rows, world.as_of)
    best_first = sorted(rows, key=preference, reverse=True)
    return [row for row in best_first if chosen is not None and not agree(row, chosen.row)]


def kept_to_explain(quantity: Quantity, world: World) -> Iterator[Candidate]:
    """The other side's figures that some page printed under this reporter: never compared with, kept to explain."""
    measured = _measured(quantity)
    if measured is None:
        return
    cell, measure, unit = measured
    for row in world.observed.rows(cell, measure):
        out = world.as_of is None or row.published is None or row.published <= world.as_of
        if row.standing is Standing.NEVER and OTHER_SIDE in row.citation.note and out:
            said = f"the other side’s figure, printed as {by_code(row.reporter).name}’s"
            yield Candidate((Step("mirror", said),), NEAR, row.amount, reference=printed_reference(Choice(row), unit))


def _measured(quantity: Quantity) -> tuple[Cell, str, str] | None:
    """The cell, the measure and the unit of a quantity that a source prints as one figure."""
    match quantity:
        case Level(cell=cell):
            return cell, "level", cell.series.unit
        case Ratio(of=Level(cell=cell), base=Level(cell=base), use="change"):
            measure = measure_of(cell, base)
            return None if measure is None else (cell, measure, PERCENT)
        case _:
            return None
