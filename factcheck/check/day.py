"""
Check a date: does the event, or the release, lie on the day that the words name?
"""

from __future__ import annotations

from datetime import date

from factcheck.check.judgement import Judgement
from factcheck.evaluate.observed import Observed
from factcheck.observations import Event, EventQuery
from factcheck.periods import Period
from factcheck.rules import Severity
from factcheck.statements import OnDay

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def check_day(statement: OnDay, observed: Observed, as_of: date | None) -> Judgement:
    """A day that contains the event matches; a named weekday is judged on its own."""
    events = observed.events.get(EventQuery(statement.event, statement.source, statement.release), [])
    known = [event for event in events if as_of is None or event.scheduled or event.days.first <= as_of]
    if not known:
        release = f"{statement.source}'s release for {statement.release}"
        what = f"event {statement.event}" if statement.event else release
        if events:
            return Judgement("not-yet-published", f"{what} came after {as_of}: {day_of(events[0])}")
        return Judgement("unknown-event", f"no source at hand knows {what}")
    event = min(known, key=lambda event: (event.scheduled, event.kind != "release", event.days, event.id))
    own = " of this folder" if event.citation.local else ""
    told = (
        f"{event.id}: {day_of(event)} ({event.citation.source}{own}); “{statement.text}” is {_in_words(statement.days)}"
    )
    local, locked = event.citation.local, event.citation.locked
    known_day = event.days.first if event.days.first == event.days.last else None
    wrong_weekday = known_day is not None and statement.weekday is not None and known_day.weekday() != statement.weekday
    if statement.days.contains(event.days) and not wrong_weekday:
        return Judgement("within", told, local=local, locked=locked, event=event)
    if event.days.contains(statement.days) and event.days != statement.days:
        return Judgement("no-observation", f"{told}; the event is known less exactly than that", event=event)
    wrong = "wrong-weekday" if wrong_weekday else "wrong-date"
    day = day_of(event)
    return Judgement(wrong, told, severity=Severity.ERROR, suggestion=day, local=local, locked=locked, event=event)


def day_of(event: Event) -> str:
    """The event's day in words, with its weekday where it is known to the day."""
    return _in_words(event.days)


def _in_words(days: Period) -> str:
    if days.first == days.last:
        return f"{WEEKDAYS[days.first.weekday()]}, {days.first}"
    return str(days)
