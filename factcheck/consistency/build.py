"""
From an article's statements to its model: the claims' own rows first, then what holds of all figures.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from factcheck.consistency.claimed import add_statement, note_levels
from factcheck.consistency.flows import Trio, add_flows
from factcheck.consistency.forms import takes_part
from factcheck.consistency.model import Model
from factcheck.consistency.pace import add_rates_of_levels, note_compared
from factcheck.consistency.records import add_records, note_records
from factcheck.consistency.runs import add_runs
from factcheck.consistency.sums import add_sums
from factcheck.consistency.ties import add_levels_of_bases, add_ties
from factcheck.consistency.wholes import add_wholes
from factcheck.observations import Series
from factcheck.statements import Extreme, Run, Statement

Numbered = Sequence[tuple[int, Statement]]


def build(statements: Numbered, revision: Callable[[Series], Fraction]) -> tuple[Model, tuple[Trio, ...]]:
    """The model of numbered statements, and the totals with parts in it that the mean rule holds of."""
    model = Model(revision)
    used = [(number, statement) for number, statement in statements if takes_part(statement)]
    for number, statement in used:
        note_levels(model, number, statement)
        note_compared(model, statement)
    for number, statement in used:
        add_statement(model, number, statement)
    add_runs(model, [(number, statement) for number, statement in used if isinstance(statement, Run)])
    add_rates_of_levels(model)
    records = [(number, statement) for number, statement in used if isinstance(statement, Extreme)]
    add_levels_of_bases(model)
    note_records(model, records)
    trios = add_flows(model)
    add_records(model, records)
    add_sums(model)
    add_wholes(model)
    add_ties(model)
    return model, trios
