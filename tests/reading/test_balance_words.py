"""Words for a surplus and a deficit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.reading.balance_words import read_balance_words


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Russia's trade surplus", [("surplus", 1)]),
        ("a trade deficit of $5 billion", [("deficit", -1)]),
        ("a shortfall of $5 billion", [("shortfall", -1)]),
        ("the trade gap widened", [("trade gap", -1)]),
        ("Trade\nimbalances", [("Trade\nimbalances", -1)]),
        ("it turned a surplus into a deficit", [("surplus", 1), ("deficit", -1)]),
        ("SURPLUSES and Deficits", [("SURPLUSES", 1), ("Deficits", -1)]),
        ("a negative trade balance", [("negative", -1)]),
        ("a positive balance", [("positive", 1)]),
        ("trade was in the red", [("in the red", -1)]),
        ("trade was in the black", [("in the black", 1)]),
        ("in the Red Sea", []),
        ("a budget deficit", []),
        ("surplus capacity", []),
        ("a positive mood", []),
        ("a gender gap", []),
        ("nonsurplus", []),
    ],
)
def test_surplus_and_deficit_give_the_sign(sentence: str, expected: list[tuple[str, int]]) -> None:
    """
    A surplus is positive, a deficit negative; budgets and leftover goods are no balance of trade.
    """
    assert [(word.text, word.sign) for word in read_balance_words(sentence)] == expected


@given(st.text(alphabet="surpldefict gap-\n.é", max_size=80) | st.text(max_size=80))
def test_spans_are_exact(text: str) -> None:
    """
    In any text the words stand where they say.
    """
    for word in read_balance_words(text):
        assert text[word.start : word.end] == word.text
        assert word.sign in {-1, 1}
