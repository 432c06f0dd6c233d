"""
The kind ``date``. An event or a release was on this day.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claims import ClaimError
from factcheck.kinds.context import Context
from factcheck.kinds.kind import Key, KeyType, Kind, Part
from factcheck.reading.periods import read_day_claim
from factcheck.statements import OnDay


def compile_date(context: Context) -> Iterator[Part]:
    """The day, weekday, month or year of the quote, against that of the event."""
    words = read_day_claim(context.quote, context.article.published)
    if words is None:
        raise ClaimError(("date",), "the quote names no day, weekday, month or year", "quote the words that name it")
    if words.days is None:
        raise ClaimError(
            ("date",),
            f"{words.text!r} needs the day of publication",
            "write published: at the top of the file",
        )
    event, release = context.option("event"), context.option("release")
    if event is not None:
        yield Part(OnDay(words.days, words.text, event=event, weekday=words.weekday))
        return
    source = context.word("source")
    if source is None:
        raise ClaimError(("date",), "it is not said whose release is meant", "write source: gacc")
    period = context.period(release or "", ("date", "release"))
    yield Part(OnDay(words.days, words.text, source=source, release=period, weekday=words.weekday))


DATE = Kind(
    name="date",
    says="An event or a release was on this day.",
    keys={
        "event": Key(KeyType.EVENT, "the id of the event"),
        "release": Key(KeyType.PERIOD, "the period whose figures were released"),
    },
    compile=compile_date,
    required=(("event", "release"),),
    figure=False,
    example='- quote: "on Monday released"\n  date: {release: 2025-H1}',
)
