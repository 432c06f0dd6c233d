"""
The period that a figure is of, by the expressions of time around it.

A sentence is divided into clauses by ; : and dashes, by brackets that name a period, by "while", "whereas", "but",
"although", "after", "before", "when", "which" and by "and in". A figure takes, in this order:

1. an expression right behind it in its clause, no other figure between ("26 percent in 2023", "$4 billion a year
   earlier"), or right before it in the possessive ("May's 5 percent");
2. the nearest one before it in its clause ("In 2023 trade grew 26 percent to $240 billion");
3. one behind it in its clause beyond other figures ("fell 9.1 percent to $106.48 billion in the first half");
4. the nearest one before it in its sentence, else behind it; not in a clause that looks back ("after growing 1.9
   percent");
5. where its sentence names none: the period of the figures in the sentence before, if they share one and this sentence
   goes on about trade or begins with "it", "that" or "the".

Words that compare are no period of the figure: an expression after "from", "than", "compared with", "against",
"versus", "over", "on", "as", "since" or "until" belongs to the base that stands before it ("from $4 billion in May"),
else to no figure; a base takes no other. "A year earlier" and the like count right behind a figure only. "The beginning
of 2024" is when something was known. A day counts only where the sentence names no longer period, no word of saying
stands beside it ("said on Monday"), and it is not that of the dateline. In a table the heads say it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import groupby

from factcheck.periods import Period
from factcheck.scanning import period_words as words
from factcheck.scanning.sentences import Sentence, Sentences
from factcheck.scanning.tables import Tables
from factcheck.scanning.times import Time

Span = tuple[int, int]
_REACH = 48  # characters before a figure in which the words for a base stand
_NEAR = 24  # characters around an expression in which words say what it is
_AHEAD = 400  # characters of a sentence in which it says what it is about


def periods_of(
    text: str, sentences: Sentences, spans: Sequence[Span], times: Sequence[Time], tables: Tables
) -> list[Period | None]:
    """
    The period of each figure, None where nothing says it.

    Args:
        text: the whole text.
        sentences: its sentences.
        spans: of its figures, in order.
        times: its expressions of time, in order.
        tables: its tables, whose heads give the periods of their cells.
    """
    starts = [time.start for time in times]
    found: list[Period | None] = []
    shared: tuple[int, Period | None] = (-2, None)  # the last sentence with figures, and the one period that they have
    for number, group in groupby(spans, key=lambda span: sentences.at(span[0])):
        here = list(group)
        sentence = sentences.all[number]
        if sentence.row:
            found += [tables.period_of(start, times, starts) for start, _ in here]
            continue
        in_it = times[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        clauses = _Clauses(text, sentence, in_it)
        if clauses.times:
            periods = clauses.periods(here)
        else:
            goes_on = shared[0] == number - 1 and _goes_on(text, sentence)
            periods = [shared[1] if goes_on else None] * len(here)
        known = {period for period in periods if period is not None}
        shared = number, known.pop() if len(known) == 1 else None
        found += periods
    return found


def _goes_on(text: str, sentence: Sentence) -> bool:
    """Whether a sentence goes on about what the one before says."""
    stop = min(sentence.end, sentence.start + _AHEAD)
    return bool(
        words.refers_back().match(text, sentence.start) or words.about_trade().search(text, sentence.start, stop)
    )


class _Clauses:
    """A sentence with its clauses and those expressions of time that can be the period of a figure."""

    __slots__ = ("_compared", "_cuts", "_sentence", "_text", "times")

    def __init__(self, text: str, sentence: Sentence, here: Sequence[Time]) -> None:
        self._text, self._sentence = text, sentence
        dated = [each for each in here if each.period is not None and not self._is_moment(each)]
        longer = any(not each.is_day for each in dated)
        self.times = [each for each in dated if not (each.is_day and (longer or self._is_of_report(each)))]
        self._compared = frozenset(each.start for each in self.times if self._is_compared(each))
        self._cuts = self._ends_of_clauses(here)

    def periods(self, spans: Sequence[Span]) -> list[Period | None]:
        """The period of each figure of the sentence."""
        bases = [self._is_base(start) for start, _ in spans]
        taken = set(self._compared)
        for (_, end), is_base in zip(spans, bases, strict=True):
            if is_base:
                taken |= {each.start for each in self.times if self._right_behind(end, each)}
        found = []
        for place, (start, end) in enumerate(spans):
            following = spans[place + 1][0] if place + 1 < len(spans) else self._sentence.end
            own = self._own(start, end, following, is_base=bases[place])
            if own is None and not bases[place]:
                own = self._shared(start, end, [each for each in self.times if each.start not in taken])
            found.append(None if own is None else own.period)
        return found

    def _own(self, start: int, end: int, following: int, *, is_base: bool) -> Time | None:
        """The expression right behind a figure, or right before it in the possessive."""
        for each in self.times:
            if each.end <= start <= each.end + 4 and self._text[each.end : start].strip() in ("'s", "\u2019s"):
                return each
        _, last = self._clause(start)
        for each in self.times:
            if end <= each.start < min(following, last):
                near = self._right_behind(end, each)
                if each.start in self._compared:
                    return each if is_base and near else None
                return each if near or not (is_base or each.leaning) else None
        return None

    def _shared(self, start: int, end: int, times: Sequence[Time]) -> Time | None:
        """The expression that a figure has in common with others."""
        first, last = self._clause(start)
        free = [each for each in times if not each.leaning]
        before = [each for each in free if each.end <= start]
        behind = [each for each in free if each.start >= end]
        if before and before[-1].start >= first:
            return before[-1]
        if behind and behind[0].start < last:
            return behind[0]
        if words.looks_back().match(self._text, first):
            return None
        return before[-1] if before else behind[0] if behind else None

    def _clause(self, at: int) -> Span:
        place = bisect_left(self._cuts, at)
        first = self._cuts[place - 1] if place else self._sentence.start
        return first, self._cuts[place] if place < len(self._cuts) else self._sentence.end

    def _ends_of_clauses(self, here: Sequence[Time]) -> list[int]:
        starts = [each.start for each in here]
        cuts = []
        for match in words.cut().finditer(self._text, self._sentence.start, self._sentence.end):
            at = match.start()
            place = bisect_left(starts, at + 1) - 1
            if place >= 0 and here[place].end > at:
                continue  # the dash of "January–May"
            if self._text[at] not in "()" or self._brackets_a_time(at, starts):
                cuts.append(at)
        return cuts

    def _brackets_a_time(self, at: int, starts: Sequence[int]) -> bool:
        """Whether the brackets that open or close here hold an expression of time."""
        if self._text[at] == "(":
            stop = self._text.find(")", at, self._sentence.end)
            return bisect_left(starts, at) < bisect_left(starts, self._sentence.end if stop < 0 else stop)
        opened = self._text.rfind("(", self._sentence.start, at)
        return bisect_left(starts, max(opened, self._sentence.start)) < bisect_left(starts, at)

    def _before(self, time: Time) -> str:
        return self._text[max(self._sentence.start, time.start - _NEAR) : time.start]

    def _right_behind(self, end: int, time: Time) -> bool:
        return end <= time.start <= end + _REACH and bool(words.gap().fullmatch(self._text, end, time.start))

    def _is_base(self, start: int) -> bool:
        """Whether a figure is what another one is compared with: "from $4 billion"."""
        return bool(words.base_before().search(self._text, max(self._sentence.start, start - _REACH), start))

    def _is_compared(self, time: Time) -> bool:
        """Whether an expression says what something is compared with, or since when: "from May", "than in 2022"."""
        found = None if time.is_day else words.compares().search(self._before(time))
        if found is None:
            return False
        word, written = found["word"].lower(), self._text[time.start : time.end].lower()
        if word == "from" and any(mark in written for mark in (" to ", "-", "\u2013", "through", "until")):
            return False  # "from January to May"
        return word not in ("on", "over", "as") or time.leaning or not found["the"]

    def _is_moment(self, time: Time) -> bool:
        """Whether only its beginning is named, when something was known."""
        return bool(
            words.beginning_of().search(self._before(time))
            or words.began().match(self._text, time.end, self._sentence.end)
        )

    def _is_of_report(self, day: Time) -> bool:
        """Whether a day is that of the dateline, or on which something was said."""
        start, stop = max(self._sentence.start, day.start - _NEAR), min(self._sentence.end, day.end + _NEAR)
        return bool(
            words.saying().search(self._text, start, stop)
            or words.dateline_end().match(self._text, day.end, self._sentence.end)
        )
