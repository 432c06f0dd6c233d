"""
Remarks beside a finding: revised since, rows that disagree, compilations that decide for want of better.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.check.judgement import DISAGREEING
from factcheck.evaluate.selection import why_preferred
from factcheck.evaluate.words import printed, released, source_of
from factcheck.findings import Note, Reference
from factcheck.observations import Observation, Standing

SINCE_REVISED = "since-revised"
TIED = "tied"
SUPERSEDED = "record-superseded"
RAISING = frozenset({SINCE_REVISED, TIED, SUPERSEDED})  # they raise a match to a note (MEANING 5)


def notes_on(reference: Reference) -> Iterator[Note]:
    """Everything that a reader must know of the rows behind a reference."""
    for used, later in reference.later:
        yield Note(
            SINCE_REVISED,
            f"since revised: {used} stands at {printed(later)} ({released(later)})",
        )
    for row in reference.disagreeing[-DISAGREEING:]:
        yield Note("", _disagreement(row, reference.evidence))
    if reference.evidence and any(row.standing is Standing.SUPPORTS for row in reference.evidence):
        yield Note("", "the office's own figure is not at hand: a compilation or a rounded quotation decides")
    if any(row.citation.local for row in reference.evidence):
        yield Note("", "a row of the folder's own sources decides")


def _disagreement(row: Observation, evidence: Sequence[Observation]) -> str:
    """A row that disagrees; beside it, for one of a live service, who decides and why."""
    text = f"another row for {row.period} disagrees: {source_of(row)}, {released(row)}: {printed(row)}"
    used = next((each for each in evidence if each.period == row.period and each.flow == row.flow), None)
    if used is None or not row.citation.evidence:
        return text
    return f"{text}; {source_of(used)} decides: {why_preferred(used, row)}"
