"""
``factcheck lookup events``: the events and releases that claims can name, with their ids and days.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from factcheck.cli.screen import page_for_screen, to_screen
from factcheck.outputs.json import Json, dumped
from factcheck.outputs.page import Page, safe

if TYPE_CHECKING:
    from factcheck.observations import Event

NOTHING = 3


def show_events(words: Sequence[str], as_of: date | None, *, json: bool) -> int:
    """Print the events that have all the words in their id, day or description; 3 where there are none."""
    from factcheck.snapshot import all_events

    found = [
        event
        for event in sorted(all_events(), key=lambda event: (event.days, event.id))
        if _has(event, words) and (as_of is None or event.days.first <= as_of)
    ]
    if json:
        to_screen("[" + ",".join("\n" + dumped(_value(event)) for event in found) + "\n]\n")
    else:
        to_screen(safe(_lines(found, words, page_for_screen(colour=False))))
    return 0 if found else NOTHING


def _has(event: Event, words: Sequence[str]) -> bool:
    text = f"{event.id} {event.days} {event.words} {event.source} {event.period or ''} {event.kind}".lower()
    return all(word.lower() in text for word in words)


def _lines(found: Sequence[Event], words: Sequence[str], page: Page) -> Iterator[str]:
    for event in found:
        yield page.clean(event.id)
        scheduled = ", scheduled" if event.scheduled else ""
        about = f" of {event.source} for {event.period}" if event.kind == "release" and event.period else ""
        yield from page.paragraph(f"{_day(event)}, {event.kind}{about}{scheduled}: {event.words}", indent=2, hanging=2)
    if not found:
        yield from page.paragraph(f"No event has all of: {' '.join(words)}. Try fewer words, or a year.")


def _day(event: Event) -> str:
    return f"{event.days.first:%A} {event.days}" if event.days.first == event.days.last else str(event.days)


def _value(event: Event) -> Json:
    return {
        "id": event.id,
        "kind": event.kind,
        "days": str(event.days),
        "words": event.words,
        "source": event.source or None,
        "period": None if event.period is None else str(event.period),
        "scheduled": event.scheduled,
        "url": event.citation.url,
    }
