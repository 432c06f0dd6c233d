"""
What proposals are made from: the words of a story, what they mention, and what holds for all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from factcheck.drafting.known import Known
from factcheck.drafting.setting import Setting
from factcheck.positions import TextMap
from factcheck.scanning import Mention, MentionKind
from factcheck.scanning.sentences import Sentences


class Story(NamedTuple):
    """
    A story as proposals see it.

    Attributes:
        text: the words, in English or put into the English that the grammar reads.
        mentions: what they mention.
        sentences: where its sentences and paragraphs are.
        original: the draft's own words, the same as ``text`` for English.
        way: where each character of ``text`` stands in ``original``.
    """

    text: str
    mentions: Sequence[Mention]
    sentences: Sentences
    setting: Setting
    known: Known
    published: date | None
    original: str
    way: TextMap

    def words(self, mention: Mention) -> str:
        """A mention as the draft writes it."""
        return " ".join(self.original[slice(*self.way.span(*mention.span))].split())

    def paragraph(self, offset: int) -> int:
        """The number of the paragraph that an offset lies in."""
        return self.sentences.all[self.sentences.at(offset)].paragraph

    def in_row(self, offset: int) -> bool:
        """Whether an offset lies in a row of a table."""
        return self.sentences.all[self.sentences.at(offset)].row

    def periods(self, start: int, end: int) -> Iterator[Mention]:
        """The periods that are named between two offsets, days left out."""
        for each in self.mentions:
            is_period = each.kind is MentionKind.PERIOD and each.period is not None and each.period.freq != "D"
            if is_period and start <= each.span[0] and each.span[1] <= end:
                yield each
