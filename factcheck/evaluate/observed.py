"""
All observations of a run, found by cell: built once from the resolvers' answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from factcheck.evaluate.outcome import Outcome
from factcheck.observations import (
    UNKNOWN_REVISION,
    Answer,
    Cell,
    Event,
    EventQuery,
    Failure,
    Observation,
    Query,
    Rate,
    RateQuery,
    Series,
    SeriesQuery,
)
from factcheck.periods import Period
from factcheck.statements import Quantity

Pair = tuple[str, str, str]  # reporter, partner, commodity


@dataclass(slots=True)
class Observed:
    """
    What the resolvers answered, by pair and period.

    ``outcomes`` remembers what was already evaluated on these observations: claims ask for the same cells again.
    """

    by_pair: dict[Pair, dict[Period, list[Observation]]] = field(default_factory=dict)
    events: dict[EventQuery, list[Event]] = field(default_factory=dict)
    rates: dict[RateQuery, list[Rate]] = field(default_factory=dict)
    failures: dict[Query, list[Answer]] = field(default_factory=dict)
    outcomes: dict[tuple[Cell | Quantity, date | None], Outcome] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, answers: Iterable[Answer]) -> Observed:
        """Sort the answers of all resolvers; the same row twice counts once."""
        observed = cls()
        answers = tuple(answers)
        rows = [row for answer in answers for row in answer.observations if row.citation.rank]
        ranks = {row.citation.source: row.citation.rank for row in rows}
        for answer in answers:
            if answer.failure not in (None, Failure.NO_DATA):
                observed.failures.setdefault(answer.query, []).append(answer)
            if isinstance(answer.query, EventQuery):
                observed.events.setdefault(answer.query, []).extend(answer.events)
            elif isinstance(answer.query, RateQuery):
                known = observed.rates.setdefault(answer.query, [])
                known.extend(rate for rate in answer.rates if rate not in known)
            else:
                observed._add(_ranked(answer.observations, ranks) if ranks else answer.observations)
        return observed

    def _add(self, rows: Iterable[Observation]) -> None:
        """Add the rows of one answer; only those that an earlier answer gave too can be there already."""
        new: dict[Pair, dict[Period, list[Observation]]] = {}
        for row in rows:
            pair = (row.reporter, row.partner, row.commodity)
            new.setdefault(pair, {}).setdefault(row.period, []).append(row)
        for pair, periods in new.items():
            known = self.by_pair.setdefault(pair, {})
            for period, found in periods.items():
                before = known.setdefault(period, [])
                before.extend(row for row in found if row not in before)

    def rows(self, cell: Cell, measure: str) -> list[Observation]:
        """The rows of one cell in one measure, of the cell's source or of any; rates of unknown basis are left out."""
        series = cell.series
        return [
            row
            for row in self.by_pair.get((series.reporter, series.partner, series.commodity), {}).get(cell.period, ())
            if row.measure == measure
            and row.flow == series.flow
            and row.unit == series.unit
            and row.scope == series.scope
            and row.valuation == series.valuation
            and series.source in (None, row.citation.source)
        ]

    def rates_of_unknown_basis(self, cell: Cell, measure: str) -> list[Observation]:
        """Rates of the cell whose source does not say in what growth was measured."""
        series = cell.series
        return [
            row
            for row in self.by_pair.get((series.reporter, series.partner, series.commodity), {}).get(cell.period, ())
            if row.measure == measure
            and row.flow == series.flow
            and not row.unit
            and row.scope == series.scope
            and series.source in (None, row.citation.source)
        ]

    def revision(self, series: Series) -> Fraction:
        """r of a series: the most by which datasets at hand usually revise earlier periods; 0.5 % if none has it."""
        rows = self.by_pair.get((series.reporter, series.partner, series.commodity), {}).values()
        found = {row.revision for each in rows for row in each if series.source in (None, row.citation.source)}
        return max(found, default=UNKNOWN_REVISION)

    def periods(self, cell: Cell) -> list[Period]:
        """Every period for which the pair of the cell has rows, in order."""
        series = cell.series
        return sorted(self.by_pair.get((series.reporter, series.partner, series.commodity), {}))

    def partners(self, cell: Cell) -> list[str]:
        """Every partner for which the reporter of the cell has rows, in order."""
        series = cell.series
        return sorted(
            partner
            for reporter, partner, commodity in self.by_pair
            if (reporter, commodity) == (series.reporter, series.commodity)
        )

    def failed(self, cell: Cell) -> list[Answer]:
        """The answers about the pair of the cell that failed."""
        series = cell.series
        return [
            answer
            for query, answers in self.failures.items()
            if isinstance(query, SeriesQuery)
            and (query.reporter, query.commodity) == (series.reporter, series.commodity)
            and query.partner in (None, series.partner)
            for answer in answers
        ]


def _ranked(rows: Iterable[Observation], ranks: Mapping[str, int]) -> list[Observation]:
    """
    The rows with the place that their source has in the order of preference.

    A source stands there with all its rows: embedded ones are older vintages of what its live resolver gives.
    """
    return [
        row._replace(citation=row.citation._replace(rank=ranks[row.citation.source]))
        if row.citation.source in ranks
        else row
        for row in rows
    ]


def failures_told(observed: Observed) -> Iterator[str]:
    """Which resolvers failed and why, each reason once, in a fixed order."""
    told = {
        f"{answer.resolver}: {answer.failure}. {answer.detail}".strip()
        for answers in observed.failures.values()
        for answer in answers
        # the snapshot refuses a question about events that names none; that is nobody's failure
        if answer.failure is not Failure.BAD_REQUEST or not isinstance(answer.query, EventQuery)
    }
    yield from sorted(told)
