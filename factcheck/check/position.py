"""
Check a rank: how many members of the set are larger, and could those without a figure change that?
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from factcheck.amounts import amount
from factcheck.check.judgement import Judgement
from factcheck.check.notes import TIED, notes_on
from factcheck.evaluate.levels import level_outcome
from factcheck.evaluate.observed import Observed
from factcheck.findings import Note, Reference
from factcheck.intervals import Interval
from factcheck.observations import Cell
from factcheck.places import by_code, countries, is_bloc
from factcheck.rules import Severity
from factcheck.statements import Position

WORLD = "WLD"
SHOWN = 5


def check_position(statement: Position, kind: str, observed: Observed, as_of: date | None) -> Judgement:
    """The place lies between what the known members say and what the unknown ones could still change."""
    cell = statement.of
    own = level_outcome(cell, observed, as_of)
    if own.first is None:
        return Judgement(own.lacking.rule, own.lacking.text)
    members = dict(_members(statement, observed, as_of))
    known = {code: reference for code, reference in members.items() if reference is not None}
    larger = sorted(
        (code for code, reference in known.items() if (reference.point - own.first.point) * statement.sign > 0),
        key=lambda code: (-known[code].point * statement.sign, code),
    )
    place = len(larger) + 1
    unknown = _could_be_larger(statement, own.first, known, len(members) - len(known), observed, as_of)
    notes = [
        *notes_on(own.first),
        *(
            Note(TIED, f"tied with {by_code(code).name}: {amount(reference.point, own.first.unit)}")
            for code, reference in sorted(known.items())
            if reference.point == own.first.point
        ),
    ]
    ahead = ", ".join(f"{by_code(code).name} {amount(known[code].point, own.first.unit)}" for code in larger[:SHOWN])
    text = f"{own.first.how}; larger: {ahead or 'none'}{' …' if len(larger) > SHOWN else ''}"
    highest = None if unknown is None else Fraction(place + unknown)
    possible = Interval(Fraction(place), highest)
    shared = possible.intersection(statement.places)
    if shared.is_empty:
        gap = -abs(Fraction(place) - (statement.places.high or Fraction(place)))
        return Judgement(
            "wrong-rank", text, own.first, gap, Severity.ERROR, tuple(notes), f"place {place}" if unknown == 0 else ""
        )
    if shared != possible:
        return Judgement("series-incomplete", f"{text}; members of the set without a figure could be larger")
    cited = [row.citation for reference in known.values() for row in reference.evidence]
    local, locked = any(each.local for each in cited), any(each.locked for each in cited)
    told = f"{text}; place {place}"
    return Judgement("within", told, own.first, Fraction(0), notes=tuple(notes), local=local, locked=locked)


def _members(statement: Position, observed: Observed, as_of: date | None) -> Iterator[tuple[str, Reference | None]]:
    """The members of the set other than the partner itself, with their levels."""
    cell = statement.of
    among = statement.among
    if among == "countries":
        codes = [code for code in observed.partners(cell) if code in countries()]
    elif among == "blocs":
        codes = [code for code in observed.partners(cell) if is_bloc(code)]
    else:
        codes = list(among)
    for code in codes:
        if code not in (cell.series.partner, cell.series.reporter):
            yield code, level_outcome(_of(cell, code), observed, as_of).first


def _of(cell: Cell, partner: str) -> Cell:
    return cell._replace(series=cell.series._replace(partner=partner))


def _could_be_larger(
    statement: Position,
    own: Reference,
    known: dict[str, Reference],
    missing: int,
    observed: Observed,
    as_of: date | None,
) -> int | None:
    """
    How many members without a figure could be larger; None if there is no bound.

    For countries: what the world's total leaves, divided by the partner's own level.
    """
    if isinstance(statement.among, tuple):
        return missing
    if statement.among == "blocs":
        return None
    if statement.sign < 0 or statement.of.series.flow == "balance":
        return None  # balances of either sign cancel in the world's
    world = level_outcome(_of(statement.of, WORLD), observed, as_of).first
    low = own.interval.low
    if world is None or world.interval.high is None or low is None or low <= 0:
        return None
    left = world.interval.high - low - sum((r.interval.low or Fraction(0) for r in known.values()), Fraction(0))
    return max(0, int(left // low))
