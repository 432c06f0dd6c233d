"""Laws of every scan, whatever the text."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.scanning import MentionKind, scan
from factcheck.scanning.found import MOST_FIGURES
from factcheck.scanning.sentences import sentences_of

DAY = date(2025, 7, 14)
SENTENCES = (
    "China's exports to Russia fell 8.4 percent to $47.16 billion in the first half of 2025.",
    "Imports rose to 5,910.3 billion yuan in June, up from 5,864.6 in May.",
    "It was the fourth straight month, and the second-largest fall since 2021.",
    "Customs said on Monday that nearly one in five cars went to Russia.",
    "Sales more than doubled to between 5 and 6 million tonnes a year earlier.",
    "The balance was −$5 billion (¥36 billion), or about 10 to 12 percent of trade.",
    "Month\tUSD bn\tChange, %\nJune\t5.2\t−8.4\nMay\t4.9\t+2",
    "The first lady met Boeing 737 crews on Route 66.",
)
PIECES = st.sampled_from(
    ("5", "1.9", "9.1 percent", "$", "¥", "5tn", "from", "to", "up", "in 2023", "a year earlier", "fourth", "straight",
     "month", "(", ")", ";", ". ", "\n", "\n\n", "\t", "exports", "of", "China", "Russia's", "while", "the", "bn", "%",
     "-", "—", "top", "U.S.", "Monday", "and", "than", "\u202e", "٣", "'000", "yuan", "fell", "rose")
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=30).map(" ".join) | st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=60)


@given(TEXTS)
@settings(max_examples=150)
def test_mentions_lie_inside_in_order_and_apart(text: str) -> None:
    """
    Spans are inside the text, ordered, and none overlaps another; the surface is the text of the span.
    """
    end = 0
    for found in scan(text, DAY):
        assert end <= found.span[0] < found.span[1] <= len(text)
        assert text[slice(*found.span)] == found.surface
        end = found.span[1]


@given(TEXTS)
@settings(max_examples=150)
def test_a_value_lies_in_its_interval_or_on_its_end(text: str) -> None:
    """
    The written value is one that the words allow, or the end that a hedge such as "nearly" leaves out.
    """
    for found in scan(text, DAY):
        if found.value is not None and found.interval is not None:
            low, high = found.interval.low, found.interval.high
            value = Fraction(found.value)
            assert low is None or low <= value
            assert high is None or value <= high


@given(TEXTS)
@settings(max_examples=100)
def test_sentences_cover_every_word_once(text: str) -> None:
    """
    Sentences are in order and apart, and only white space lies between them.
    """
    end = 0
    for each in sentences_of(text).all:
        assert end <= each.start <= each.end
        assert not text[end : each.start].strip()
        end = each.end
    assert not text[end:].strip()


@given(st.permutations(SENTENCES), st.integers(1, len(SENTENCES)))
def test_a_paragraph_gives_the_same_spans_before_another(order: list[str], count: int) -> None:
    """
    What follows a paragraph changes nothing of what is found in it.
    """
    alone = "\n\n".join(order[:count])
    followed = scan(alone + "\n\n" + "\n\n".join(order[count:]), DAY)

    assert [each.span for each in scan(alone, DAY)] == [each.span for each in followed if each.span[1] <= len(alone)]


@given(st.sampled_from(SENTENCES[:6]), st.sampled_from(SENTENCES[:6]))
def test_two_sentences_joined_have_what_each_has(one: str, other: str) -> None:
    """
    Two sentences in one paragraph give the mentions of both.
    """
    joined = [each.surface for each in scan(f"{one} {other}", DAY)]

    assert joined == [each.surface for each in (*scan(one, DAY), *scan(other, DAY))]


def test_a_scan_is_the_same_twice() -> None:
    """
    The same text gives the same mentions.
    """
    text = "\n\n".join(SENTENCES)

    assert scan(text, DAY) == scan(text, DAY)


def test_a_dump_of_numbers_is_read_in_bounds() -> None:
    """
    A text with more figures than prose has is read up to a bound.
    """
    found = scan("5 percent " * (MOST_FIGURES + 10))

    assert sum(each.kind is MentionKind.PERCENT for each in found) == MOST_FIGURES
