"""
Which kind, period, base and series a figure's words give it.
"""

import pytest

H1 = "2025-H1"
TABLE = [
    (
        "Trade slipped by 9.1 percent to $106.48 billion in the first half of 2025.",
        {"change": {"period": H1}, "level": {"period": H1}},
    ),
    (
        "It fell by $10.39 billion, or 9.1 percent, to $106.48 billion in the first half of 2025.",
        {
            "difference": {"period": H1, "figure": "$10.39 billion"},
            "change": {"period": H1},
            "level": {"period": H1, "figure": "$106.48 billion"},
        },
    ),
    (
        "Exports to Russia rose 2.2 percent in June from the previous month.",
        {"change": {"period": "2025-06", "from": "previous"}},
    ),
    (
        "Trade in 2024 was 66.7 percent higher than in 2021.",
        {"change": {"period": "2024", "from": "2021"}},
    ),
    (
        "Trade reached a record $240.1 billion in 2023.",
        {"level": {"period": "2023"}, "record": {"high": "2023"}},
    ),
    (
        "Growth slowed to 1.9 percent in 2024.",
        {"change": {"period": "2024"}, "trend": {"slowing": "2024"}},
    ),
    (
        "Exports to Russia fell for a third straight month in June 2025.",
        {"count": {"down": "2025-06", "of": "months"}},
    ),
    (
        "Russia accounted for 4.0 percent of China’s trade in 2024.",
        {"share": {"period": "2024", "of": {"partner": "World"}}},
    ),
    (
        "Trade came to 1.74 trillion yuan ($244.8 billion) in 2024.",
        {"level": {"period": "2024"}},
    ),
]


@pytest.mark.parametrize(("sentence", "kinds"), TABLE, ids=[kinds_of[:40] for kinds_of, _ in TABLE])
def test_the_words_settle_the_kinds(uses, sentence, kinds):
    """
    The sentence makes one claim, with these kinds and options.
    """
    assert [found for _, found, _ in uses(sentence)] == [kinds]


SERIES = [
    ("China’s exports to Russia fell 8.4 percent in the first half of 2025.", "exports", "Russia"),
    ("Imports from Russia fell 9.6 percent in the first half of 2025.", "imports", "Russia"),
    ("Russia’s exports to China fell 9.6 percent in the first half of 2025.", "imports", "Russia"),
    ("Its trade with India rose 12.3 percent in the first half of 2025.", "total", "India"),
]


@pytest.mark.parametrize(("sentence", "flow", "partner"), SERIES)
def test_the_words_settle_the_series(uses, sentence, flow, partner):
    """
    The named office is the reporter; the other side's exports are its imports.
    """
    ((_, _, keys),) = uses(sentence)

    assert (keys["reporter"], keys["partner"], keys["flow"]) == ("China", partner, flow)


def test_two_flows_of_a_sentence_are_two_claims(uses):
    """
    "While" begins another statement.
    """
    found = uses("Exports to Russia fell 8.4 percent while imports fell 9.6 percent in the first half of 2025.")

    assert [(kinds, keys["flow"]) for _, kinds, keys in found] == [
        ({"change": {"period": H1}}, "exports"),
        ({"change": {"period": H1}}, "imports"),
    ]


def test_unknown_goods_are_left_to_a_person(proposed):
    """
    A figure of goods that no source knows by that name is never compared with all goods.
    """
    article = proposed("China’s imports of soybeans from Russia rose 5 percent in June 2025.").article

    assert [(claim.kinds, "soybeans" in str(claim.todo)) for claim in article.claims] == [((), True)]


@pytest.mark.parametrize(
    "text",
    [
        "The economy grew 5.2 percent in the second quarter.",
        "A Boeing 737 landed at gate 12.",
        "",
    ],
)
def test_what_is_no_trade_figure_makes_no_checked_claim(proposed, text):
    """
    Nothing is compared with trade that is not said of trade.
    """
    assert not any(claim.kinds for claim in proposed(text).article.claims)
