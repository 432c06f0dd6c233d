"""
Which kind, period, base and series a figure's words give it.
"""

import pytest

H1 = "2025-H1"
TABLE = [
    (
        "In the first half of 2025 trade shrank 9.1 percent to $106.48 billion.",
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


FROM_TO = [
    ("Exports to Russia grew 46.9 percent from 2022 to 2023.", {"period": "2023"}),
    ("Exports to Russia grew 120 percent from 2020 to 2023.", {"period": "2023", "from": "2020"}),
    ("Between 2020 and 2023, exports to Russia grew 120 percent.", {"period": "2023", "from": "2020"}),
    ("Exports to Russia more than doubled from 2020 to 2023.", {"period": "2023", "from": "2020"}),
    ("Exports to Russia more than doubled in 2023.", {"period": "2023"}),
    ("Exports to Russia fell 9.1 percent from January to May.", {"period": "2025-01/2025-05"}),
    ("Over the first five months exports to Russia fell 9.1 percent.", {"period": "2025-01/2025-05"}),
    ("Exports to Russia rose 2.2 percent from May to June.", {"period": "2025-06", "from": "previous"}),
    ("Compared with May, exports to Russia rose 2.2 percent in June.", {"period": "2025-06", "from": "previous"}),
    ("On the month, exports to Russia rose 2.2 percent in June.", {"period": "2025-06", "from": "previous"}),
    ("Compared with June 2024, exports to Russia rose 2.2 percent in June.", {"period": "2025-06"}),
]


@pytest.mark.parametrize(("sentence", "change"), FROM_TO, ids=[sentence[:60] for sentence, _ in FROM_TO])
def test_a_span_is_told_from_a_base(uses, sentence, change):
    """
    "From January to May" is a period; "from 2020 to 2023" has a base; "compared with May" is one.
    """
    assert [found["change"] for _, found, _ in uses(sentence)] == [change]


@pytest.mark.parametrize(
    "sentence",
    [
        "Exports to Russia grew 5 percent a year from 2020 to 2024.",
        "Exports to Russia grew 5 percent over the first five months of 2025.",
        "Exports to Russia grew 5 percent between March and June.",
    ],
)
def test_a_span_that_can_be_read_two_ways_is_asked_about(proposed, sentence):
    """
    A rate a year, a base that is no period before, a span of some months: nobody but a person can say.
    """
    (claim,) = (claim for claim in proposed(sentence).article.claims if "5 percent" in claim.quote)

    assert claim.todo


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
