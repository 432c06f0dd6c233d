"""
The kind ``record``. The period is the highest or lowest of its series.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claims import ClaimError
from factcheck.kinds.context import Context
from factcheck.kinds.kind import Key, KeyType, Kind, Part
from factcheck.kinds.measures import unit_in_force
from factcheck.statements import Extreme


def compile_record(context: Context) -> Iterator[Part]:
    """The period is the extreme of its series; the size is another statement."""
    sense = "high" if context.option("high") is not None else "low"
    period, since = context.period_option(sense), context.option("since")
    first = None if since is None else context.period(since, ("record", "since"))
    if first is not None and first.first > period.first:
        raise ClaimError(("record", "since"), f"{first} is later than {period}", "write an earlier period")
    cell = context.cell(period, unit_in_force(context))
    yield Part(Extreme(cell, "high" if sense == "high" else "low", first, context.option("still") == "yes"))


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
