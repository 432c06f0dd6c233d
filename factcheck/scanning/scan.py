"""
Scan a draft: every figure, period and date of it, with what the words around each say.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from factcheck.intervals import Interval
from factcheck.positions import WHOLE, TextMap
from factcheck.reading.directions import direction_of
from factcheck.reading.figure import Figure
from factcheck.reading.languages import LANGUAGES
from factcheck.scanning.belongs import belongings
from factcheck.scanning.counts import counted_interval
from factcheck.scanning.found import Found, found_figures
from factcheck.scanning.mention import Mention, MentionKind
from factcheck.scanning.period_of import periods_of
from factcheck.scanning.sentences import Sentences, sentences_of
from factcheck.scanning.tables import tables_of
from factcheck.scanning.times import Time, times_of

Span = tuple[int, int]
_LEVELS = frozenset({MentionKind.MONEY, MentionKind.QUANTITY, MentionKind.NUMBER})
_UNSIGNED = frozenset({MentionKind.COUNT, MentionKind.RANK})
_CROWD, _ROOM = 12, 160
_WAYS = {1: "up", -1: "down"}


def scan(
    text: str, published: date | None = None, *, language: str = "", fiscal_start: int | None = None
) -> tuple[Mention, ...]:
    """
    Find every figure, period and date of a text, in the order of the text, none overlapping another.

    Args:
        text: what readers see, without markup; an empty line ends a paragraph, a tab parts the cells of a table.
        published: the day that "last year", "Monday" and "in June" are counted from; without it they stay open.
        language: two letters; German, French, Spanish and Italian copy is read too. Blank is English; of any other
            language nothing is read.
        fiscal_start: the month in which the reporter's fiscal year begins; None leaves fiscal years open.
    """
    english, way = in_english(text, language)
    sentences = sentences_of(english)
    times = times_of(english, published, fiscal_start)
    tables = tables_of(english, sentences)
    found = found_figures(english, sentences, times, tables)
    spans = [each.span for each in found]
    figures = [each.figure for each in found]
    ways = [_way(english, sentences, each, figures, place) for place, each in enumerate(found)]
    mentions = [_of_figure(english, sentences, each, way) for each, way in zip(found, ways, strict=True)]
    periods = periods_of(english, sentences, spans, times, tables)
    about = belongings(english, sentences, spans)
    mentions = [
        replace(mention, period=period, belongs=belongs)
        for mention, period, belongs in zip(mentions, periods, about, strict=True)
    ]
    mentions += [mention_of_time(english, sentences, time) for time in _outside(times, spans)]
    mentions.sort(key=lambda mention: mention.span)
    return tuple(mentions) if way == WHOLE else tuple(in_original(text, way, each) for each in mentions)


def in_english(text: str, language: str) -> tuple[str, TextMap]:
    """The text with its words for figures and time in English, and the way back to it."""
    if language in ("", "en"):
        return text, WHOLE
    if language not in LANGUAGES:
        return "", WHOLE  # its commas may be points
    from factcheck.reading.languages.translate import english as translated

    return translated(text, language)


def _of_figure(text: str, sentences: Sentences, found: Found, way: int) -> Mention:
    figure, kind = found.figure, found.kind
    sign = figure.sign or way
    interval = _interval(found, is_change=bool(way))
    value = abs(figure.value)
    start, end = found.span
    sentence = sentences.all[sentences.at(start)]
    return Mention(
        span=found.span,
        surface=text[start:end],
        kind=kind,
        value=-value if sign < 0 else value,
        unit=figure.unit,
        interval=-interval if sign < 0 else interval,
        hedge=figure.hedge,
        direction=_WAYS.get(way),
        unit_from=found.unit_from,
        sentence=(sentence.start, sentence.end),
        figure=figure,
    )


def _way(text: str, sentences: Sentences, found: Found, figures: Sequence[Figure], place: int) -> int:
    """
    Which way a change goes, 0 where it is none.

    A written plus is a change. A written minus is one before a rate; before an amount (a balance of −5 billion)
    only if the words say so. In a table, and where figures stand too close for words, only a sign says it.
    """
    figure = found.figure
    if found.kind in _UNSIGNED or sentences.all[sentences.at(figure.start)].row or _is_crowded(figures, place):
        return figure.sign if figure.sign and found.kind not in _LEVELS else 0
    if figure.sign < 0 and found.kind in _LEVELS:
        return direction_of(text, figure._replace(sign=0), figures) or 0
    return direction_of(text, figure, figures) or 0


def _is_crowded(figures: Sequence[Figure], place: int) -> bool:
    """Whether a dozen figures stand within 160 characters before it or behind it: a list of numbers, no prose."""
    start, before, behind = figures[place].start, place - _CROWD, place + _CROWD
    return (before >= 0 and start - figures[before].start < _ROOM) or (
        behind < len(figures) and figures[behind].start - start < _ROOM
    )


def _interval(found: Found, *, is_change: bool) -> Interval:
    """The sizes that the words allow (MEANING 1 and 2), without a sign."""
    if found.counted is not None:
        return counted_interval(found.figure, found.counted)
    return found.figure.interval(level=found.kind in _LEVELS and not is_change)


def _outside(times: Sequence[Time], spans: Sequence[Span]) -> Iterator[Time]:
    """The expressions of time that no figure holds."""
    starts = [span[0] for span in spans]
    for time in times:
        place = bisect_right(starts, time.end - 1) - 1
        if place < 0 or spans[place][1] <= time.start:
            yield time


def mention_of_time(text: str, sentences: Sentences, time: Time) -> Mention:
    """An expression of time as a mention."""
    sentence = sentences.all[sentences.at(time.start)]
    return Mention(
        span=(time.start, time.end),
        surface=text[time.start : time.end],
        kind=MentionKind.DATE if time.is_day else MentionKind.PERIOD,
        period=time.period,
        weekday=time.weekday,
        sentence=(sentence.start, sentence.end),
    )


def in_original(text: str, way: TextMap, mention: Mention) -> Mention:
    """A mention of the English words as one of the draft's own."""
    start, end = way.span(*mention.span)
    return replace(
        mention,
        span=(start, end),
        surface=text[start:end],
        sentence=way.span(*mention.sentence),
        unit_from=None if mention.unit_from is None else way.span(*mention.unit_from),
    )
