"""
The kind ``record``. The period is the highest or lowest of its series.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claims import ClaimError
from factcheck.kinds.choice import figures_of
from factcheck.kinds.context import Context
from factcheck.kinds.kind import Key, KeyType, Kind, Part
from factcheck.kinds.measures import unit_in_force
from factcheck.kinds.signs import balance_sign
from factcheck.reading.figure import FigureKind
from factcheck.statements import Extreme


def compile_record(context: Context) -> Iterator[Part]:
    """The period is the extreme of its series; the size is another statement."""
    sense = "high" if context.option("high") is not None else "low"
    period, since = context.period_option(sense), context.option("since")
    first = None if since is None else context.period(since, ("record", "since"))
    if first is not None and first.first > period.first:
        raise ClaimError(("record", "since"), f"{first} is later than {period}", "write an earlier period")
    places = [figure for figure in figures_of(context.quote) if figure.kind is FigureKind.ORDINAL]
    if places and places[0].number > 1:
        raise ClaimError(
            ("record",), f"the words say {places[0].text}: that is no record", "quote the words of the record alone"
        )
    cell = context.cell(period, unit_in_force(context))
    sign = (balance_sign(context) or 1) if context.flow() == "balance" else 1
    still = context.option("still") == "yes"
    yield Part(Extreme(cell, "high" if sense == "high" else "low", first, still, sign))


RECORD = Kind(
    name="record",
    says="The period is the highest or lowest of its series.",
    keys={
        "high": Key(KeyType.PERIOD, "the period that is the highest"),
        "low": Key(KeyType.PERIOD, "the period that is the lowest"),
        "since": Key(KeyType.PERIOD, "how far back the record reaches"),
        "still": Key(KeyType.YES, "the record still stands on the article's day"),
    },
    compile=compile_record,
    required=(("high", "low"),),
    figure=False,
    example='- quote: "a record high"\n  record: {high: 2023}',
)
