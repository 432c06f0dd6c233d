"""
What the scanner found beside what the lists say: right, in what it is wrong, and what it invented.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from bench.reading.gold import DAY, NOT_JUDGED, OPEN, FigureSentence, GoldFigure, PeriodSentence
from factcheck.intervals import Interval
from factcheck.scanning.mention import Mention, MentionKind
from factcheck.scanning.scan import scan

TIMES = frozenset({MentionKind.PERIOD, MentionKind.DATE})
_WHOLES = frozenset({MentionKind.COUNT, MentionKind.RANK})
MAGNITUDE = 9  # times too large or too small: rule wrong-magnitude
SAME = Fraction(1, 10**12)  # a third is read as twenty digits
RIGHT, MISSED, WRONG_MAGNITUDE = "right", "missed", "magnitude"


class Judged(NamedTuple):
    """One figure or period of a list: ``right``, ``missed``, or the first thing that is wrong with it."""

    verdict: str
    language: str
    sentence: str
    words: str
    wanted: str
    found: str


class Invented(NamedTuple):
    """A figure found where the list has none."""

    sentence: str
    words: str
    found: str
    bare: bool  # a number whose words say nothing more: no claim is wanted for it


class Read(NamedTuple):
    """A sentence as judged: its figures or periods, what was invented, and how many figures were found in all."""

    judged: tuple[Judged, ...]
    invented: tuple[Invented, ...]
    hits: int


def read_sentence(sentence: FigureSentence) -> Read:
    """Scan a sentence and judge each of its figures."""
    mentions = scan(sentence.text, DAY, language=sentence.language)
    spans = [figure.span for figure in sentence.figures]
    judged = tuple(_judged(sentence, figure, mentions) for figure in sentence.figures)
    figures = [mention for mention in mentions if mention.kind not in TIMES]
    invented = tuple(_invented(sentence.text, mention) for mention in figures if not _meets(mention, spans))
    return Read(judged, invented, len(figures))


def read_look_alike(text: str) -> Read:
    """Scan a sentence that has no figure."""
    figures = [mention for mention in scan(text, DAY) if mention.kind not in TIMES]
    return Read((), tuple(_invented(text, mention) for mention in figures), len(figures))


def read_periods_of(sentence: PeriodSentence) -> Read:
    """Scan a sentence and judge each of its periods; a period elsewhere is invented, a number within one too."""
    mentions = scan(sentence.text, sentence.published, language=sentence.language, fiscal_start=sentence.fiscal_start)
    times = [mention for mention in mentions if mention.kind in TIMES and mention.period is not None]
    judged = tuple(_judged_period(sentence, span, name, times) for span, name in sentence.periods)
    spans = [span for span, _ in sentence.periods]
    invented = tuple(_invented(sentence.text, mention) for mention in times if not _meets(mention, spans))
    return Read(judged, invented, len(times))


def _judged(sentence: FigureSentence, figure: GoldFigure, mentions: tuple[Mention, ...]) -> Judged:
    found = [mention for mention in mentions if _meets(mention, [figure.span])]
    words = sentence.text[slice(*figure.span)]
    verdict = _verdict(figure, words, found)
    told = "; ".join(_told(mention) for mention in found)
    return Judged(verdict, sentence.language, sentence.text, words, _wanted(figure), told)


def _verdict(figure: GoldFigure, words: str, found: list[Mention]) -> str:
    read = [mention for mention in found if mention.value is not None]
    if any(_off_by_a_magnitude(mention, figure, words) for mention in read):
        return WRONG_MAGNITUDE
    if len(read) != 1:
        return "several" if read else MISSED
    return next(_differences(figure, read[0]), RIGHT)


def _off_by_a_magnitude(mention: Mention, figure: GoldFigure, words: str) -> bool:
    """Whether a size is nine times off or more, and not that of a bare number that is said to be no more."""
    assert mention.value is not None  # noqa: S101  as the caller chose it
    size, wanted = abs(Fraction(mention.value)), abs(figure.value)
    if mention.kind is MentionKind.NUMBER and words.replace(",", "") == str(mention.value):
        return False
    return (size == 0) != (wanted == 0) or size >= MAGNITUDE * wanted > 0 or wanted >= MAGNITUDE * size > 0


def _differences(figure: GoldFigure, mention: Mention) -> Iterator[str]:
    if mention.value is None or not _same(Fraction(mention.value), figure.value):
        yield "value"
    if mention.unit != figure.unit:
        yield "unit"
    if (mention.hedge.value if mention.hedge else "") != figure.hedge:
        yield "hedge"
    alike = _same_wholes if mention.kind in _WHOLES else _same_interval
    if mention.interval is None or not alike(mention.interval, figure.interval):
        yield "interval"
    if figure.direction != NOT_JUDGED and (mention.direction or "") != figure.direction:
        yield "direction"


def _same(first: Fraction | None, other: Fraction | None) -> bool:
    if first is None or other is None:
        return first is other
    return abs(first - other) <= SAME * abs(other)


def _same_interval(first: Interval, other: Interval) -> bool:
    ends = (first.low is None or first.low_closed == other.low_closed) and (
        first.high is None or first.high_closed == other.high_closed
    )
    return ends and _same(first.low, other.low) and _same(first.high, other.high)


def _same_wholes(first: Interval, other: Interval) -> bool:
    """Whether two intervals of counts or places, which are whole, hold the same ones: from 3.5 to 4.5 is 4."""
    return _ends(first) == _ends(other)


def _ends(interval: Interval) -> tuple[int | None, int | None]:
    """The least and the greatest whole number in an interval."""
    low, high = interval.low, interval.high
    least = None if low is None else ceil(low) + int(low == ceil(low) and not interval.low_closed)
    most = None if high is None else floor(high) - int(high == floor(high) and not interval.high_closed)
    return least, most


def _judged_period(sentence: PeriodSentence, span: tuple[int, int], name: str, times: list[Mention]) -> Judged:
    found = [str(mention.period) for mention in times if _meets(mention, [span])]
    if name == OPEN:
        verdict = "read, though open" if found else RIGHT
    elif not found:
        verdict = MISSED
    else:
        verdict = RIGHT if found == [name] else "another period"
    return Judged(verdict, sentence.language, sentence.text, sentence.text[slice(*span)], name, "; ".join(found))


def _meets(mention: Mention, spans: list[tuple[int, int]]) -> bool:
    return any(mention.span[0] < end and start < mention.span[1] for start, end in spans)


def _invented(text: str, mention: Mention) -> Invented:
    return Invented(text, mention.surface, _told(mention), mention.kind is MentionKind.NUMBER)


def _told(mention: Mention) -> str:
    if mention.value is None:
        return f"{mention.kind.value} {mention.period}"
    parts = (
        mention.kind.value,
        f"{mention.value:f}",
        mention.unit,
        _shown(mention.interval),
        mention.hedge and mention.hedge.value,
    )
    return " ".join(str(part) for part in (*parts, mention.direction) if part)


def _wanted(figure: GoldFigure) -> str:
    return " ".join(
        part
        for part in (str(figure.value), figure.unit, _shown(figure.interval), figure.hedge, figure.direction)
        if part
    )


def _shown(interval: Interval | None) -> str:
    if interval is None:
        return ""
    low, high = ("" if end is None else str(end) for end in (interval.low, interval.high))
    return f"{'[' if interval.low_closed else '('}{low}, {high}{']' if interval.high_closed else ')'}"
