"""
The kind ``quotation``. The text has these words in this order.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claims import ClaimError
from factcheck.kinds.context import Context
from factcheck.kinds.kind import Key, KeyType, Kind, Part
from factcheck.reading.quotations import words_in_quotes
from factcheck.statements import Said


def compile_quotation(context: Context) -> Iterator[Part]:
    """One statement for each run of words in quotation marks."""
    event = context.option("event") or ""
    words = words_in_quotes(context.claim.quote)
    if not words:
        raise ClaimError(("quotation",), "the quote has no words in quotation marks", "quote them with their marks")
    for place, said in enumerate(words, start=1):
        yield Part(Said(event, said, context.option("by") or ""), str(place) if len(words) > 1 else "")


QUOTATION = Kind(
    name="quotation",
    says="The text has these words in this order.",
    keys={
        "event": Key(KeyType.EVENT, "the id of the event"),
        "by": Key(KeyType.TEXT, "who said it"),
    },
    compile=compile_quotation,
    required=(("event",),),
    figure=False,
    series=False,
    example='- quote: "the “stable, mature” ties"\n  quotation: {event: wang-lavrov-beijing-2025-07-13, by: "Wang Yi"}',
)
