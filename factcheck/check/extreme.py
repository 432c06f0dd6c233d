"""
Check a record: is the period the highest or lowest of its series? It says nothing of the size.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from factcheck.amounts import amount
from factcheck.check.judgement import Judgement
from factcheck.check.notes import SUPERSEDED, TIED, notes_on
from factcheck.evaluate.levels import level_outcome
from factcheck.evaluate.observed import Observed
from factcheck.findings import Note, Reference
from factcheck.observations import Cell
from factcheck.periods import Period
from factcheck.rules import Severity
from factcheck.statements import Extreme

#: How long an unbroken run must be to speak of a record (MEANING 4): 24 months, 8 quarters, else 5 years.
LONG_ENOUGH = {"M": 24, "Q": 8}
YEARS = 5
FARTHEST = 400  # steps back: more than 30 years of months

BEYOND = {("high", 1): "higher", ("low", 1): "lower", ("high", -1): "a larger deficit", ("low", -1): "a smaller one"}
EXTREME = {("high", 1): "highest", ("low", 1): "lowest", ("high", -1): "largest deficit", ("low", -1): "smallest"}

Member = tuple[Period, Reference]


def check_extreme(statement: Extreme, kind: str, observed: Observed, as_of: date | None) -> Judgement:
    """One more extreme value settles it; else the run must be long enough, or reach back to ``since``."""
    cell, sense = statement.of, _sense(statement)
    own = level_outcome(cell, observed, as_of)
    if own.first is None:
        return Judgement(own.lacking.rule, own.lacking.text)
    earlier = list(_earlier(cell, statement.since, observed, as_of))
    found = [(period, reference) for period, reference in earlier if reference is not None]
    beyond = [member for member in found if (member[1].point - own.first.point) * sense > 0]
    if beyond:
        return _refuted(own.first, max(beyond, key=lambda member: member[1].point * sense), statement)
    run = _unbroken(earlier)
    needed = len(earlier) if statement.since is not None else LONG_ENOUGH.get(cell.period.freq, YEARS) - 1
    if len(run) < needed:
        return _incomplete(cell, earlier, run, statement)
    return _holds(statement, own.first, found if statement.since else run, observed, as_of)


def _sense(statement: Extreme) -> int:
    """1 where a larger signed value goes beyond, −1 where a smaller one does, as for a record deficit."""
    return (1 if statement.sense == "high" else -1) * statement.sign


def _earlier(
    cell: Cell, since: Period | None, observed: Observed, as_of: date | None
) -> Iterator[tuple[Period, Reference | None]]:
    """Every earlier period of the series, back to ``since`` or to the earliest that has any row."""
    known = observed.periods(cell)
    oldest = since.first if since is not None else min((period.first for period in known), default=cell.period.first)
    period = cell.period
    for _ in range(FARTHEST):
        period = period.predecessor
        if period.first < oldest:
            return
        yield period, level_outcome(Cell(cell.series, period), observed, as_of).first


def _unbroken(earlier: list[tuple[Period, Reference | None]]) -> list[Member]:
    run: list[Member] = []
    for period, reference in earlier:
        if reference is None:
            break
        run.append((period, reference))
    return run


def _refuted(own: Reference, beyond: Member, statement: Extreme) -> Judgement:
    period, reference = beyond
    word = BEYOND[statement.sense, statement.sign]
    text = f"{statement.of.period}: {own.how}; {period} was {word}: {reference.how}"
    both = own._replace(evidence=(*own.evidence, *reference.evidence), how=text)
    gap = -abs(reference.point - own.point)
    best = (
        f"{'highest' if statement.sense == 'high' else 'lowest'} was {period} with {amount(reference.point, own.unit)}"
    )
    return Judgement("not-a-record", text, both, gap, Severity.ERROR, tuple(notes_on(own)), f"the {best}")


def _incomplete(
    cell: Cell, earlier: list[tuple[Period, Reference | None]], run: list[Member], statement: Extreme
) -> Judgement:
    gap = next((period for period, reference in earlier if reference is None), None)
    reach = f"back to {run[-1][0]}" if run else "no earlier period"
    missing = f"; {gap} is missing" if gap is not None else ""
    since = f" since {statement.since}" if statement.since is not None else ""
    return Judgement(
        "series-incomplete", f"the series up to {cell.period} reaches {reach}{missing}: too short for a record{since}"
    )


def _holds(
    statement: Extreme, own: Reference, members: list[Member], observed: Observed, as_of: date | None
) -> Judgement:
    cell, sense = statement.of, _sense(statement)
    word = EXTREME[statement.sense, statement.sign]
    notes = list(notes_on(own))
    notes += [
        Note(TIED, f"tied: {period} has the same printed figure, {amount(reference.point, own.unit)}")
        for period, reference in members
        if reference.point == own.point
    ]
    span = f"{members[-1][0]} to {cell.period}" if members else str(cell.period)
    text = f"{own.how}: the {word} of {span} ({len(members) + 1} periods)"
    later = _superseding(cell, own, sense, observed, as_of)
    if later is not None:
        period, reference = later
        passed = f"superseded: {period} was {BEYOND[statement.sense, statement.sign]}: {reference.how}"
        notes.append(Note(SUPERSEDED, passed))
        if statement.still:
            gap = -abs(reference.point - own.point)
            return Judgement("not-a-record", f"{text}; {passed}", own, gap, Severity.ERROR, tuple(notes))
    second = max((reference.point * sense for _, reference in members), default=None)
    cited = [row.citation for _, reference in members for row in reference.evidence]
    local, locked = any(each.local for each in cited), any(each.locked for each in cited)
    room = None if second is None else own.point * sense - second
    return Judgement("within", text, own, room, notes=tuple(notes), local=local, locked=locked)


def _superseding(cell: Cell, own: Reference, sense: int, observed: Observed, as_of: date | None) -> Member | None:
    """The most extreme later period that was known on the as-of day and goes beyond."""
    later = []
    for period in observed.periods(cell):
        if period.first > cell.period.first and period.freq == cell.period.freq and period.months == cell.period.months:
            reference = level_outcome(Cell(cell.series, period), observed, as_of).first
            if reference is not None and (reference.point - own.point) * sense > 0:
                later.append((period, reference))
    return max(later, key=lambda member: member[1].point * sense, default=None)
