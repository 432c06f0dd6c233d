"""
The level of a cell: the row that decides, else one that is derived once from others of the same source.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from factcheck.amounts import amount
from factcheck.evaluate.derivations import FLOW_DERIVATIONS, time_derivations, time_sums
from factcheck.evaluate.observed import Observed
from factcheck.evaluate.outcome import Missing, Outcome
from factcheck.evaluate.printed import later_of, printed_reference
from factcheck.evaluate.selection import RANK, Choice, agree, choose, is_eligible, only_later, preference
from factcheck.evaluate.words import is_retrieved, printed, released, source_of, told
from factcheck.findings import Reference
from factcheck.intervals import Interval
from factcheck.observations import Cell, Observation, Series, Standing

OTHERS = 3  # other bases that are named where the one asked for has no figure


def level_outcome(cell: Cell, observed: Observed, as_of: date | None) -> Outcome:
    """The published level on the as-of day, else the best derived one, else what is missing."""
    known = observed.outcomes.get((cell, as_of))
    if known is None:
        known = observed.outcomes[cell, as_of] = _level_outcome(cell, observed, as_of)
    return known


def _level_outcome(cell: Cell, observed: Observed, as_of: date | None) -> Outcome:
    rows = observed.rows(cell, "level")
    choice = choose(rows, as_of)
    if choice is not None:
        return Outcome((printed_reference(_beside(cell, choice, observed, as_of), choice.row.unit),))
    derived = max(_derived(cell, observed, as_of), key=_rank, default=None)
    if derived is not None:
        return Outcome((derived._replace(later=_printed_later(derived, rows, as_of) or derived.later),))
    return Outcome(missing=missing_level(cell, rows, observed, as_of))


def _beside(cell: Cell, choice: Choice, observed: Observed, as_of: date | None) -> Choice:
    """A folder's own row that decides, with the embedded row of another source that disagrees beside it."""
    if not choice.row.citation.local or cell.series.source is None:
        return choice
    others = observed.rows(Cell(cell.series._replace(source=None), cell.period), "level")
    embedded = choose([row for row in others if not row.citation.local], as_of)
    if embedded is None or agree(embedded.row, choice.row):
        return choice
    return choice._replace(disagreeing=(*choice.disagreeing, embedded.row))


def _printed_later(
    derived: Reference, rows: Sequence[Observation], as_of: date | None
) -> tuple[tuple[str, Observation], ...]:
    """A level that was derived on the day, and that its source printed later as another figure."""
    later = [
        row
        for row in rows
        if row.standing is Standing.DECIDES
        and as_of is not None
        and row.published is not None
        and row.published > as_of
        and not row.interval.matches(derived.interval)
    ]
    if not later:
        return ()
    return ((f"{amount(derived.point, derived.unit)}, derived,", max(later, key=preference)),)


def missing_level(cell: Cell, rows: Sequence[Observation], observed: Observed, as_of: date | None) -> Missing:
    """Why a cell has no level: a source failed, it came out later, or nobody has it."""
    failed = observed.failed(cell)
    if failed:
        return Missing(
            "source-unavailable", "; ".join(f"{a.resolver}: {a.failure}. {a.detail}".strip() for a in failed)
        )
    if only_later(rows, as_of):
        return Missing("not-yet-published", f"{told(cell)} {_when_known(rows, as_of)}")
    if others := _on_another_basis(cell, observed):
        return Missing("no-observation", f"no source at hand has {told(cell)}; there is one with {' or '.join(others)}")
    goods = cell.series.commodity
    hint = (
        f"; is the id {goods} the source's own? see factcheck sources" if goods and not observed.periods(cell) else ""
    )
    return Missing("no-observation", f"no source at hand has {told(cell)}{hint}")


def _when_known(rows: Sequence[Observation], as_of: date | None) -> str:
    """From when on a cell has a figure; where its source states no day, only that it was there when it was asked."""
    days = sorted((row.published, row.citation.source, is_retrieved(row)) for row in rows if row.published is not None)
    if not days:
        return f"had not ended on {as_of}"
    day, source, retrieved = days[0]
    if not retrieved:
        return f"was first published on {day}, after {as_of}"
    return (
        f"is at hand only as retrieved on {day}, after {as_of}: {source} does not say since when its figures stand; "
        f"to take them all the same, add --as-of {day}"
    )


def _on_another_basis(cell: Cell, observed: Observed) -> list[str]:
    """The keys under which the cell has levels in another currency, scope or valuation, as claims write them."""
    series = cell.series
    found = []
    for row in observed.by_pair.get((series.reporter, series.partner, series.commodity), {}).get(cell.period, ()):
        if row.measure != "level" or row.flow != series.flow or row.standing is Standing.NEVER:
            continue
        differs = [
            f"{key}: {value or 'of the source itself'}"
            for key, value, asked in (
                ("currency", row.unit, series.unit),
                ("scope", row.scope, series.scope),
                ("valuation", row.valuation, series.valuation),
            )
            if value != asked
        ]
        if differs and series.source in (None, row.citation.source):
            found.append(" and ".join(differs))
    return sorted(set(found), key=lambda text: (len(text), text))[:OTHERS]


def _rank(reference: Reference) -> tuple[object, ...]:
    return (
        min(RANK[row.standing] for row in reference.evidence),
        min(row.published or date.min for row in reference.evidence),
        -max(row.last_digit for row in reference.evidence),
        [preference(row) for row in reference.evidence],
    )


def _derived(cell: Cell, observed: Observed, as_of: date | None) -> Iterator[Reference]:
    yield from _from_flows(cell, observed, as_of)
    yield from _from_time(cell, observed, as_of)
    yield from _from_parts(cell, observed, as_of)


def _from_flows(cell: Cell, observed: Observed, as_of: date | None) -> Iterator[Reference]:
    """From the other flows of the same source and the same vintage day."""
    for terms in FLOW_DERIVATIONS.get(cell.series.flow, ()):
        groups: dict[tuple[str, date | None, bool], list[list[Observation]]] = {}
        for place, (flow, _) in enumerate(terms):
            for row in observed.rows(Cell(cell.series._replace(flow=flow), cell.period), "level"):
                if is_eligible(row, as_of):
                    key = (row.citation.source, row.published, row.citation.local)
                    groups.setdefault(key, [[] for _ in terms])[place].append(row)
        for group in groups.values():
            if all(group):
                chosen = tuple(max(rows, key=preference) for rows in group)
                plain = _sum(chosen, tuple(sign for _, sign in terms), [flow for flow, _ in terms])
                now = [_choice(row, observed, as_of) for row in chosen]
                yield plain._replace(later=tuple(pair for choice in now for pair in later_of(choice)))


def _choice(row: Observation, observed: Observed, as_of: date | None) -> Choice:
    """A row as the choice of its cell among those of its own source, for what was published later."""
    series = Series(
        row.reporter, row.partner, row.flow, row.unit, row.commodity, row.scope, row.citation.source, row.valuation
    )
    choice = choose(observed.rows(Cell(series, row.period), "level"), as_of)
    return choice if choice is not None and choice.row == row else Choice(row)


def _sum(rows: tuple[Observation, ...], signs: tuple[int, ...], names: Sequence[str]) -> Reference:
    interval = Interval.point(Fraction(0))
    point = Fraction(0)
    for row, sign in zip(rows, signs, strict=True):
        interval = interval + row.interval.scaled(sign)
        point += sign * row.amount
    arithmetic = " ".join(
        f"{'+' if sign > 0 else '−'} {name} {printed(row)}" for row, sign, name in zip(rows, signs, names, strict=True)
    )
    return Reference(
        interval=interval,
        point=point,
        unit=rows[0].unit,
        route="derived",
        evidence=rows,
        how=f"derived: {arithmetic.removeprefix('+ ')} ({source_of(rows[0])}, {released(rows[0])})",
        derived=True,
    )


def _from_time(cell: Cell, observed: Observed, as_of: date | None) -> Iterator[Reference]:
    """From two cumulatives of the same source; widened by how much it revises earlier periods."""
    for whole, part in time_derivations(cell.period):
        wholes = observed.rows(Cell(cell.series, whole), "level")
        parts = observed.rows(Cell(cell.series, part), "level")
        for source in sorted({row.citation.source for row in wholes} & {row.citation.source for row in parts}):
            of = choose([row for row in wholes if row.citation.source == source], as_of)
            less = choose([row for row in parts if row.citation.source == source], as_of)
            if of is not None and less is not None:
                rows = (of.row, less.row)
                plain = _sum(rows, (1, -1), [str(whole), str(part)])
                slack = max(row.revision for row in rows) * abs(plain.point)
                later = (*later_of(of), *later_of(less))
                yield plain._replace(interval=plain.interval.widened(slack), later=later)


def _from_parts(cell: Cell, observed: Observed, as_of: date | None) -> Iterator[Reference]:
    """From all its quarters or months of the same source; widened by how much it revises earlier periods."""
    for parts in time_sums(cell.period):
        rows = [observed.rows(Cell(cell.series, part), "level") for part in parts]
        sources = [{row.citation.source for row in found} for found in rows]
        for source in sorted(set.intersection(*sources)):
            chosen = [choose([row for row in found if row.citation.source == source], as_of) for found in rows]
            choices = [choice for choice in chosen if choice is not None]
            used = tuple(choice.row for choice in choices)
            if len(used) == len(parts):
                plain = _sum(used, (1,) * len(used), [str(part) for part in parts])
                slack = max(row.revision for row in used) * abs(plain.point)
                how = f"derived: {parts[0]} to {parts[-1]} added up ({source}, last {released(used[-1])})"
                later = tuple(pair for choice in choices for pair in later_of(choice))
                yield plain._replace(interval=plain.interval.widened(slack), how=how, later=later)
