"""
A quote is cut to the fewest words that carry the claim.
"""

import pytest

from factcheck.drafting.cut import cut

TEXT = "Trade slipped by 9.1 percent to $106.48 billion. Exports were up 9.1 percent, they said (in all 5 percent)."


def place(words: str, text: str = TEXT) -> tuple[int, int]:
    at = text.index(words)
    return at, at + len(words)


def sentence(at: int) -> tuple[int, int]:
    end = TEXT.index(".", TEXT.index("billion"))
    return (0, end + 1) if at < end else (end + 2, len(TEXT))


@pytest.mark.parametrize(
    ("held", "must_have", "quote"),
    [
        ("9.1 percent", "slipped", "slipped by 9.1 percent"),
        ("$106.48 billion", "$", "percent to $106.48 billion"),
        ("5 percent", "all", "all 5 percent"),
    ],
)
def test_a_quote_has_what_is_needed_and_reads_well(held, must_have, quote):
    """
    Words before the span are added until the claim can be read from them, and a few more for the reader.
    """
    span = place(held)

    assert cut(TEXT, span, sentence(span[0]), lambda words: must_have in words) == quote


def test_a_quote_stands_in_the_draft_once():
    """
    Where the same figure stands twice, more words are taken.
    """
    text = "It rose 5 percent in May. It rose 5 percent in June."
    second = text.rindex("5 percent")

    found = cut(text, (second, second + 9), (text.index("May. ") + 5, len(text)), lambda words: True)

    assert text.count(found) == 1
    assert "June" in found


def test_no_quote_is_cut_where_none_can_be_read():
    """
    Words that never say what is claimed make no quote.
    """
    span = place("5 percent")

    assert cut(TEXT, span, sentence(span[0]), lambda words: False) == ""
