"""
A reference that one row prints: a level, a rate, a share.
"""

from __future__ import annotations

from factcheck.evaluate.selection import Choice
from factcheck.evaluate.words import printed, released, source_of
from factcheck.findings import Reference
from factcheck.observations import Observation


def later_of(choice: Choice) -> tuple[tuple[str, Observation], ...]:
    """The chosen row in words with the later row that disagrees with it, if there is one."""
    return () if choice.later is None else ((f"{printed(choice.row)} ({released(choice.row)})", choice.later),)


def printed_reference(choice: Choice, unit: str, route: str = "printed", remark: str = "") -> Reference:
    """
    The chosen row as a reference, with what disagrees with it and what came out later.

    Args:
        choice: the row that decides its cell.
        unit: the unit of the quantity: that of a level, per cent for a rate or a share.
        route: how it was found.
        remark: what a reader must know of the row, added to how it is told.
    """
    row = choice.row
    return Reference(
        interval=row.interval,
        point=row.amount,
        unit=unit,
        route=route,
        evidence=(row,),
        how=f"{source_of(row)}, {released(row)}: {printed(row)}{remark}",
        later=later_of(choice),
        disagreeing=choice.disagreeing,
        earlier=choice.earlier,
        finer=choice.finer,
    )
