"""
What proposals are made from: the words of a story, what they mention, and what holds for all.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from factcheck.drafting.known import Known
from factcheck.drafting.setting import Setting
from factcheck.positions import TextMap
from factcheck.scanning import Mention, MentionKind
from factcheck.scanning.sentences import Sentences

LONGEST = 40  # sentences of a paragraph that are looked back at


class Story(NamedTuple):
    """
    A story as proposals see it.

    Attributes:
        text: the words, in English or put into the English that the grammar reads.
        mentions: what they mention.
        sentences: where its sentences and paragraphs are.
        original: the draft's own words, the same as ``text`` for English.
        way: where each character of ``text`` stands in ``original``.
        named: the periods that it names, days left out.
        named_at: where each of them begins.
    """

    text: str
    mentions: Sequence[Mention]
    sentences: Sentences
    setting: Setting
    known: Known
    published: date | None
    original: str
    way: TextMap
    named: tuple[Mention, ...] = ()
    named_at: tuple[int, ...] = ()

    def words(self, mention: Mention) -> str:
        """A mention as the draft writes it."""
        return " ".join(self.original[slice(*self.way.span(*mention.span))].split())

    def paragraph(self, offset: int) -> int:
        """The number of the paragraph that an offset lies in."""
        return self.sentences.all[self.sentences.at(offset)].paragraph

    def paragraph_start(self, offset: int) -> int:
        """Where the paragraph of an offset begins; of a very long one, where its last sentences do."""
        here = self.sentences.at(offset)
        first, paragraph = here, self.sentences.all[here].paragraph
        while first and here - first < LONGEST and self.sentences.all[first - 1].paragraph == paragraph:
            first -= 1
        return self.sentences.all[first].start

    def in_row(self, offset: int) -> bool:
        """Whether an offset lies in a row of a table."""
        return self.sentences.all[self.sentences.at(offset)].row

    def periods(self, start: int, end: int) -> Iterator[Mention]:
        """The periods that are named between two offsets, days left out."""
        for place in range(bisect_left(self.named_at, start), len(self.named)):
            each = self.named[place]
            if each.span[0] >= end:
                return
            if each.span[1] <= end:
                yield each


def named_periods(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions that are periods, days left out."""
    return tuple(
        each
        for each in mentions
        if each.kind is MentionKind.PERIOD and each.period is not None and each.period.freq != "D"
    )
