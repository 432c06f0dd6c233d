"""
The gold lists of figures and periods, read again: no bar may be missed and no magnitude lost.
"""

import pytest

from bench.reading.__main__ import measured


@pytest.fixture(scope="module")
def scores():
    """The scores of all lists."""
    return measured()


def _share(part, whole):
    return 100 * part / whole


def test_figures_are_read_right(scores):
    """
    At least 95 of 100 figures have value, unit, interval, hedge and direction as an editor reads them.
    """
    assert _share(scores["figures"]["right"], scores["figures"]["expressions"]) >= 95


def test_periods_are_read_right(scores):
    """
    At least 90 of 100 periods are the ones that the words name.
    """
    assert _share(scores["periods"]["right"], scores["periods"]["expressions"]) >= 90


@pytest.mark.parametrize("part", ["figures", "fresh"])
def test_no_magnitude_is_wrong(scores, part):
    """
    No figure is read nine times too large or too small.
    """
    assert scores[part]["wrong_magnitudes"] == 0


def test_few_figures_are_invented(scores):
    """
    At most 3 of 100 figures found are none.
    """
    assert _share(scores["figures"]["false_hits"], scores["figures"]["hits"]) <= 3


def test_the_lists_are_as_long_as_the_goals_ask(scores):
    """
    At least 300 figures, 150 periods and 120 sentences without a figure.
    """
    counts = (
        scores["figures"]["expressions"],
        scores["periods"]["expressions"],
        scores["figures"]["look_alikes"],
    )

    assert all(count >= least for count, least in zip(counts, (300, 150, 120), strict=True))
