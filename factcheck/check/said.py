"""
Check a quotation: does the text of the event have these words in their order?
"""

from __future__ import annotations

from datetime import date

from factcheck.check.judgement import Judgement
from factcheck.evaluate.observed import Observed
from factcheck.observations import EventQuery
from factcheck.reading.quotations import has_words_in_order
from factcheck.rules import Severity
from factcheck.statements import Said


def check_said(statement: Said, observed: Observed, as_of: date | None) -> Judgement:
    """Found words match; words not found are wrong only where the whole text is at hand."""
    events = observed.events.get(EventQuery(statement.event), [])
    known = [event for event in events if as_of is None or event.days.first <= as_of]
    if not known:
        return Judgement("unknown-event", f"no source at hand knows event {statement.event}")
    event = known[0]
    local, locked = event.citation.local, event.citation.locked
    where = f"{event.id} ({event.citation.source}{' of this folder' if local else ''}, {event.citation.url})"
    if has_words_in_order(event.text or event.words, statement.words):
        return Judgement("within", f"{where} has “{statement.words}”", local=local, locked=locked, event=event)
    if not event.text:
        told = f"only a summary of {where} is at hand, without “{statement.words}”"
        return Judgement("no-observation", told, event=event)
    told = f"{where} does not have “{statement.words}”"
    return Judgement("wrong-words", told, severity=Severity.ERROR, local=local, locked=locked, event=event)
