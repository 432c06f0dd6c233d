"""
Words for change without a figure of their own: "exports largely stopped growing last year" is a claim too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from factcheck.claims import KindUse, Text
from factcheck.drafting.clauses import scope, speaks_of_trade
from factcheck.drafting.keys import series_keys
from factcheck.drafting.proposal import Proposal
from factcheck.drafting.story import Story
from factcheck.drafting.subject import Around, subject_of
from factcheck.periods import Period
from factcheck.reading.trend_words import TrendWord, read_trend_words
from factcheck.scanning import Belongs, Mention, MentionKind
from factcheck.scanning.belongs import belongings
from factcheck.scanning.sentences import Sentence, Sentences

NEAR_BEFORE, NEAR_AFTER = 40, 80  # characters from a word for change to the figure that says it in numbers


def trends(story: Story, spoken: Sequence[tuple[int, int]]) -> Iterator[Proposal]:
    """
    A claim for each word for change that speaks of a flow and that no figure says in numbers.

    Args:
        story: the story.
        spoken: what the claims of figures hold.
    """
    words = [word for word in read_trend_words(story.text) if not _is_told(word, spoken, story.sentences)]
    abouts = belongings(story.text, story.sentences, [(word.start, word.end) for word in words])
    for word, belongs in zip(words, abouts, strict=True):
        sentence = story.sentences.all[story.sentences.at(word.start)]
        if belongs.flow and not sentence.row and _speaks_of_trade(word, sentence, story.text):
            proposal = _proposal(word, belongs, sentence, story)
            if proposal is not None:
                yield proposal


def _proposal(word: TrendWord, belongs: Belongs, sentence: Sentence, story: Story) -> Proposal | None:
    whole, here = (sentence.start, sentence.end), (word.start, word.end)
    stretch = scope(story.text, whole, here)
    around = Around(story.text[slice(*whole)], story.text[slice(*stretch)], word.start - stretch[0])
    mention = Mention(here, word.text, MentionKind.NUMBER, belongs=belongs, sentence=whole)
    subject = subject_of([mention], around, story.setting, story.known, None)
    periods, span = _periods(word, sentence, story)
    asks = list(subject.asks)
    named = bool(periods)
    if not named:
        if story.setting.period is None:
            return None
        periods = (story.setting.period,)
        asks.append(_ask(word, periods[0]))
    names = tuple(str(period) for period in periods)
    value: Text = names[0] if len(names) == 1 else names
    keys = series_keys(subject, story)
    settled = "currency" in keys and not subject.is_open and (named or _is_of_now(word, sentence, story.text))
    kinds = (KindUse("trend", {word.trend.value: value}),) if settled else ()
    if not kinds and not asks:
        asks.append(f"in which currency? write currency: and trend: {{{word.trend.value}: {', '.join(names)}}}")
    return Proposal(span, whole, kinds, keys, tuple(asks), subject.note)


def _ask(word: TrendWord, period: Period) -> str:
    return f"which period? the words name none; {period} is the story’s: trend: {{{word.trend.value}: {period}}}"


def _is_of_now(word: TrendWord, sentence: Sentence, text: str) -> bool:
    """Whether the words speak of the present, and so of the story's own period: "is in decline", "now falling"."""
    return _now().search(text, max(sentence.start, word.start - NEAR_AFTER), word.end) is not None


@lru_cache(maxsize=1)
def _now() -> re.Pattern[str]:
    return re.compile(r"\b(?:now|is|are|appears?|seems?|continues?|keeps?|remains?|currently)\b", re.IGNORECASE)


def _is_told(word: TrendWord, spoken: Sequence[tuple[int, int]], sentences: Sentences) -> bool:
    """Whether a figure stands so near that it says in numbers what the word says."""
    here = sentences.at(word.start)
    return any(
        start - NEAR_AFTER <= word.start and word.end <= end + NEAR_BEFORE and sentences.at(start) == here
        for start, end in spoken
    )


def _periods(word: TrendWord, sentence: Sentence, story: Story) -> tuple[tuple[Period, ...], tuple[int, int]]:
    """The periods that a word's clause names, all of "in 2022 and 2023", and the span from the word to the last."""
    named = list(story.periods(sentence.start, sentence.end))
    after = [each for each in named if each.span[0] >= word.end]
    before = [each for each in named if each.span[1] <= word.start]
    if after and not _clause().search(story.text, word.end, after[0].span[0]):
        chosen = [after[0]]
        for each in after[1:]:
            if story.text[chosen[-1].span[1] : each.span[0]].strip() not in ("and", ",", ", and", "or"):
                break
            chosen.append(each)
        return tuple(each.period for each in chosen if each.period), (word.start, chosen[-1].span[1])
    if before and not _clause().search(story.text, before[-1].span[1], word.start):
        return (before[-1].period,) if before[-1].period else (), (before[-1].span[0], word.end)
    return (), (word.start, word.end)


def _speaks_of_trade(word: TrendWord, sentence: Sentence, text: str) -> bool:
    """Whether the clause of a word for change has a word for a flow: "the economy stalled" has none."""
    cuts = [match.span() for match in _clause().finditer(text, sentence.start, sentence.end)]
    start = max((end for _, end in cuts if end <= word.start), default=sentence.start)
    end = min((begin for begin, _ in cuts if begin >= word.end), default=sentence.end)
    return speaks_of_trade(text[start:end])


@lru_cache(maxsize=1)
def _clause() -> re.Pattern[str]:
    """What begins another clause."""
    return re.compile(
        r"[,;:\u2014]|\b(?:while|whereas|but|although|though|because|after|since|when|which|as|and\snow|now)\b",
        re.IGNORECASE,
    )
