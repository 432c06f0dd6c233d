"""
Days and events: which event on record the words around a date speak of.

An event is chosen by its words, not by its day: a story that puts it on another day is to be caught.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from factcheck.claims import KindUse, Text
from factcheck.coverage import is_dateline
from factcheck.drafting.known import Known
from factcheck.drafting.offices import dateline_end, office_in
from factcheck.drafting.proposal import Proposal
from factcheck.drafting.story import Story
from factcheck.observations import Event
from factcheck.places import by_code
from factcheck.reading.quotations import words_in_quotes
from factcheck.reading.sentence_words import word_set
from factcheck.scanning import Mention, MentionKind

BEFORE, AFTER = 80, 40  # characters around a date that may name its event
BESIDE = 40  # before a month or a year, which seldom are an event's
NEAR_DAYS = 60  # an event further from the date than that is another one
LEAST = 2  # words that an event must share with the story's
STEM = 5  # letters that two words share: invasion, invaded
_COMMON = word_set(
    "about after before between billion china chinese dollars exports figures first from imports international"
    " million percent quotes reported report says second since starts talks their three trade under with year"
    " years"
)


def dates(story: Story) -> Iterator[Proposal]:
    """A claim for each day that the story names, and for each month or year that stands with an event on record."""
    for mention in story.mentions:
        if mention.kind is MentionKind.DATE or (mention.kind is MentionKind.PERIOD and mention.period is not None):
            own = is_dateline(mention, story.published) or mention.span[1] <= dateline_end(story.text)
            proposal = None if own or story.in_row(mention.span[0]) else _dated(mention, story)
            if proposal is not None:
                yield proposal


def _dated(mention: Mention, story: Story) -> Proposal | None:
    start, end = max(mention.sentence[0], mention.span[0] - BEFORE), min(mention.sentence[1], mention.span[1] + AFTER)
    is_day = mention.kind is MentionKind.DATE
    if is_day and (release := _release(mention, story, start, end)) is not None:
        return release
    words = (
        story.text[mention.sentence[0] : mention.sentence[1]]
        if is_day
        else story.text[max(start, mention.span[0] - 40) : end]
    )
    found = _events(words, mention, story.known, strict=not is_day)
    if not found:
        return None
    if len(found) == 1:
        return Proposal(mention.span, mention.sentence, (KindUse("date", {"event": found[0].id}),))
    return Proposal(mention.span, mention.sentence, asks=_choices("date: {event: %s}", found))


def _choices(form: str, events: Sequence[Event]) -> tuple[str, ...]:
    return tuple(f"{form % event.id} if it is {event.words[:80]}" for event in events[:4])


def _release(mention: Mention, story: Story, start: int, end: int) -> Proposal | None:
    """A day on which figures came out: "the customs office on Monday released data"."""
    setting = story.setting
    found = _released().search(story.text, start, end)
    source = _releaser(setting.reporter, story.known)
    office = office_in(story.text[slice(*mention.sentence)])
    if setting.period is None or found is None or not source or office not in ("", setting.reporter):
        return None
    use = KindUse("date", {"release": str(setting.period)})
    keys: dict[str, Text] = {"source": source, "reporter": by_code(setting.reporter).name}
    span = (min(found.start(), mention.span[0]), max(found.end(), mention.span[1]))
    return Proposal(span, mention.sentence, (use,), keys)


def _releaser(reporter: str, known: Known) -> str:
    """The one source of the reporter whose releases are on record; blank where there is none, or more than one."""
    released = {event.source for event in known.events if event.kind == "release"}
    sources = {each for (place, _, _), found in known.sources.items() if place == reporter for each in found} & released
    return sources.pop() if len(sources) == 1 else ""


def _events(words: str, mention: Mention, known: Known, *, strict: bool) -> list[Event]:
    """
    The events that share most words with the story's, at least two, and lie within a year or so.

    One of them must stand in the event's id, which has what tells it apart; strict, all of them must.
    """
    stems = _stems(words)
    day = mention.period
    scored = [
        (_score(stems, event, strict=strict), event)
        for event in known.events
        if not event.kind.startswith("release")
        and (day is None or abs((event.days.first - day.first).days) <= NEAR_DAYS)
    ]
    best = max((score for score, _ in scored), default=0)
    return sorted((event for score, event in scored if score == best >= LEAST), key=lambda event: event.id)


def _score(stems: frozenset[str], event: Event, *, strict: bool) -> int:
    """How many words an event shares."""
    own = stems & _stems(event.id.replace("-", " "))
    return len(own) if strict or not own else len(stems & _stems(f"{event.id} {event.words}"))


def quotations(story: Story) -> Iterator[Proposal]:
    """A claim for each run of words in quotation marks whose speaker's words are on record."""
    spoken = [event for event in story.known.events if event.text]
    before = ""
    for start, end, *_ in story.sentences.all:
        sentence = story.text[start:end]
        for words in words_in_quotes(sentence) if spoken else ():
            at = sentence.find(words)
            stems = _stems(before + " " + sentence.replace(words, " "))
            scores = [(len(stems & _stems(f"{event.id} {event.words}")), event) for event in spoken]
            best = max(score for score, _ in scores)
            found = sorted((event for score, event in scores if score == best >= LEAST), key=lambda event: event.id)
            if found and len(words.split()) > 1:
                span = (start + at - 1, start + at + len(words) + 1)
                kinds = (KindUse("quotation", {"event": found[0].id}),) if len(found) == 1 else ()
                asks = () if kinds else _choices("quotation: {event: %s}", found)
                yield Proposal(span, (start, end), kinds, asks=asks)
        before = sentence


@lru_cache(maxsize=1024)
def _stems(words: str) -> frozenset[str]:
    found = re.findall(r"[^\W\d_]{4,30}", words.lower())
    return frozenset(word[:STEM] for word in found if word not in _COMMON)


@lru_cache(maxsize=1)
def _released() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:releas(?:ed?|es|ing)|publish(?:ed|es|ing)?|(?:data|figures|statistics|numbers)\s(?:show|out|from|by)"
        r"|customs\s(?:data|figures)|(?:data|figures)\b.{0,30}\bshow"
        r"|\b(?:customs|statistics|census|ministry|office|bureau|agency|administration)\b.{0,40}\b(?:said|reported|announced))",
        re.IGNORECASE,
    )
