"""A lock may be large, and someone hostile may have made it so: the work grows with its size and no faster."""

from __future__ import annotations

from itertools import combinations, islice
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import LockError
from factcheck.lock.asked import joined
from factcheck.lock.at_hand import AtHand
from factcheck.lock.pinned import matches
from factcheck.lock.read import read_lock
from factcheck.observations import Query, SeriesQuery
from factcheck.periods import Period
from tests.lock.strategies import pinned_rows, queries

BOUND = 90.0  # seconds: generous; what grows with the square took minutes


@given(st.lists(pinned_rows(), max_size=8), queries, st.data())
def test_rows_at_hand_are_those_that_match(pinned: list, query: Query, data: st.DataObject) -> None:  # type: ignore[type-arg]
    """
    The rows that answer a question are found without a look at all of them, and they are the same ones.
    """
    rows = [each.row for each in pinned]
    if isinstance(query, SeriesQuery) and rows:
        some = frozenset(data.draw(st.sampled_from(rows)).period for _ in range(2))
        query = query._replace(periods=frozenset(period for period in some if period is not None))

    found = list(AtHand(rows).answering(query))

    assert sorted(map(str, found)) == sorted(str(row) for row in rows if matches(query, row))


def test_a_key_that_stands_twice_among_very_many() -> None:
    """
    The second of two equal keys is found at once, however many keys stand before it.
    """
    text = "{" + "".join(f'"k{number}": 1, ' for number in range(100_000)) + '"k99999": 1}'
    start = monotonic()

    with pytest.raises(LockError, match="the key 'k99999' stands twice"):
        read_lock(text, "factcheck.lock")

    assert monotonic() - start < BOUND


def test_one_pair_asked_for_very_many_times() -> None:
    """
    Thousands of questions about one pair become one, with the periods of all.
    """
    months = [f"{year}-{month:02d}" for year in range(1980, 2010) for month in range(1, 13)]
    spans = [Period.parse(f"{first}/{last}") for first, last in islice(combinations(months, 2), 40_000)]
    start = monotonic()

    (one,) = joined(SeriesQuery("CHN", "RUS", periods=frozenset([span])) for span in spans)

    assert isinstance(one, SeriesQuery)
    assert one.periods == frozenset(spans)
    assert monotonic() - start < BOUND
