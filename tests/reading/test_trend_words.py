"""Words for change without a number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.reading.trend_words import Trend, read_trend_words

FLAT, UP, DOWN, EDGED = Trend.FLAT, Trend.UP, Trend.DOWN, Trend.EDGED
SURGE, PLUNGE, ACCELERATING, SLOWING = Trend.SURGE, Trend.PLUNGE, Trend.ACCELERATING, Trend.SLOWING


def read(text: str) -> list[tuple[str, Trend, int]]:
    return [(word.text, word.trend, word.sign) for word in read_trend_words(text)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("exports to China largely stopped growing last year", ("largely stopped growing", FLAT, 0)),
        ("exports were little changed", ("little changed", FLAT, 0)),
        ("imports were virtually unchanged", ("virtually unchanged", FLAT, 0)),
        ("trade was flat", ("flat", FLAT, 0)),
        ("trade held largely steady", ("held largely steady", FLAT, 0)),
        ("exports stagnated", ("stagnated", FLAT, 0)),
        ("the economy stalled out", ("stalled out", FLAT, 0)),
        ("growth ground to a halt", ("ground to a halt", FLAT, 0)),
        ("there was no growth", ("no growth", FLAT, 0)),
        ("trade slipped by 9.1 percent to $106.48 billion", ("slipped", DOWN, -1)),
        ("trade is in outright decline", ("in outright decline", DOWN, -1)),
        ("a 9.1 percent drop", ("drop", DOWN, -1)),
        ("imports dwindled", ("dwindled", DOWN, -1)),
        ("exports were down", ("down", DOWN, -1)),
        ("trade lower than a year ago", ("lower", DOWN, -1)),
        ("trade grew in 2023", ("grew", UP, 1)),
        ("exports in May rose", ("rose", UP, 1)),
        ("exports were up 2.2 percent", ("up", UP, 1)),
        ("exports went up", ("up", UP, 1)),
        ("growth of 5 percent", ("growth", UP, 1)),
        ("exports rose more sharply than imports", ("rose", UP, 1)),
        ("exports edged up 0.2 percent", ("edged up", EDGED, 1)),
        ("imports inched down", ("inched down", EDGED, -1)),
        ("sales ticked higher", ("ticked higher", EDGED, 1)),
        ("exports edged 2 percent", ("edged", EDGED, 0)),
        ("exports rose slightly", ("rose slightly", EDGED, 1)),
        ("trade was marginally lower", ("marginally lower", EDGED, -1)),
        ("a slight decline", ("slight decline", EDGED, -1)),
        ("exports jumped", ("jumped", SURGE, 1)),
        ("exports are soaring", ("soaring", SURGE, 1)),
        ("the surge in exports", ("surge", SURGE, 1)),
        ("trade grew quickly in 2022", ("grew quickly", SURGE, 1)),
        ("exports have rapidly expanded", ("rapidly expanded", SURGE, 1)),
        ("exports grew very strongly", ("grew very strongly", SURGE, 1)),
        ("strong export growth", ("strong export growth", SURGE, 1)),
        ("demand plummeted", ("plummeted", PLUNGE, -1)),
        ("sales collapsed", ("collapsed", PLUNGE, -1)),
        ("exports sharply fell", ("sharply fell", PLUNGE, -1)),
        ("imports are falling steeply", ("falling steeply", PLUNGE, -1)),
        ("a sharp decline", ("sharp decline", PLUNGE, -1)),
    ],
)
def test_each_word_has_its_class_and_its_sign(sentence: str, expected: tuple[str, Trend, int]) -> None:
    """
    A word for change is read with what makes it strong or slight.
    """
    assert read(sentence) == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The decline in trade between the two neighbours appears to be accelerating",
            ("accelerating", ACCELERATING, -1),
        ),
        ("The decline … appears to be accelerating", ("accelerating", ACCELERATING, -1)),
        ("The decline, which began in January, is accelerating", ("accelerating", ACCELERATING, -1)),
        ("an accelerating decline", ("accelerating", ACCELERATING, -1)),
        ("the pace of decline quickened", ("quickened", ACCELERATING, -1)),
        ("export growth accelerated to 9 percent", ("accelerated", ACCELERATING, 1)),
        ("trade gathered pace", ("gathered pace", ACCELERATING, 0)),
        ("exports sped up", ("sped up", ACCELERATING, 0)),
        ("The fall in exports deepened", ("deepened", ACCELERATING, -1)),
        ("growth slowed to a trickle in 2024, down to just 1.9 percent", ("slowed", SLOWING, 1)),
        ("growth slowed … to just 1.9 percent", ("slowed", SLOWING, 1)),
        ("Growth in the U.S. slowed", ("slowed", SLOWING, 1)),
        ("the slump eased", ("eased", SLOWING, -1)),
        ("the decline narrowed", ("narrowed", SLOWING, -1)),
        ("imports cooled", ("cooled", SLOWING, 0)),
        ("the increase in imports lost momentum", ("lost momentum", SLOWING, 1)),
        ("a slowdown in growth", ("slowdown", SLOWING, 1)),
        ("export growth to Russia also slipped", ("slipped", SLOWING, 1)),
        ("exports grew more slowly", ("grew more slowly", SLOWING, 1)),
    ],
)
def test_pace_has_the_sign_of_what_changes(sentence: str, expected: tuple[str, Trend, int]) -> None:
    """
    Accelerating and slowing take the sign of the noun in their clause, which is then no word of its own.
    """
    assert read(sentence) == [expected]


def test_a_noun_of_another_clause_gives_no_sign() -> None:
    """
    What stood before the comma does not accelerate.
    """
    assert read("After a decline in 2023, trade accelerated") == [
        ("decline", DOWN, -1),
        ("accelerated", ACCELERATING, 0),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "exports did not fall",
        "exports didn’t fall",
        "exports have not been falling",
        "no longer growing",
        "exports stopped falling",
        "exports failed to grow",
        "far from falling",
        "no decline",
        "halted the decline",
        "tariffs prevented exports from rising",
    ],
)
def test_what_is_denied_is_not_read(sentence: str) -> None:
    """
    A change that did not happen is none.
    """
    assert read(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "exports could rise",
        "exports may rise",
        "is expected to fall",
        "will grow",
        "will continue to grow",
        "would not have grown",
        "if exports fall",
        "forecast growth of 5 percent",
    ],
)
def test_what_is_only_possible_is_not_read(sentence: str) -> None:
    """
    A change that may come is no fact.
    """
    assert read(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("exports continued to grow", [("grow", UP, 1)]),
        ("exports seem to have fallen", [("fallen", DOWN, -1)]),
        ("not only fell but plunged", [("fell", DOWN, -1), ("plunged", PLUNGE, -1)]),
        ("due to falling exports", [("falling", DOWN, -1)]),
        ("exports fell and imports rose", [("fell", DOWN, -1), ("rose", UP, 1)]),
    ],
)
def test_what_only_looks_denied_or_possible_is_read(sentence: str, expected: list[tuple[str, Trend, int]]) -> None:
    """
    "Not only", "continued to" and "due to" leave a fact a fact.
    """
    assert read(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "officials declined to comment",
        "in the fall of 2024",
        "last fall",
        "Niagara Falls",
        "flat-screen televisions",
        "a flat fee",
        "made up 35 percent",
        "up to 5 percent",
        "down to just 1.9 percent",
        "ties deepened",
        "eased sanctions",
        "fell short of the target",
        "fast-growing markets",
        "growth forecasts",
    ],
)
def test_other_senses_are_not_read(sentence: str) -> None:
    """
    A word that means something else here is no word for change.
    """
    assert read(sentence) == []


SMALL = "growth decline fell rose slowed accelerating flat not will to be up down edged sharply the of in , . — … may"
PIECES = st.sampled_from(SMALL.split())


@given(st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=30).map(" ".join)))
def test_spans_are_exact_and_signs_fit_their_class(text: str) -> None:
    """
    In any text the words stand where they say, one after another, with a sign that their class allows.
    """
    end = 0
    for word in read_trend_words(text):
        assert text[word.start : word.end] == word.text
        assert end <= word.start < word.end
        assert word.sign in {-1, 0, 1}
        assert word.sign == {FLAT: 0, UP: 1, SURGE: 1, DOWN: -1, PLUNGE: -1}.get(word.trend, word.sign)
        end = word.end


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("trade picked up in May", ("picked up", UP, 1)),
        ("exports bounced back", ("bounced back", UP, 1)),
        ("exports recovered", ("recovered", UP, 1)),
        ("imports rallied last year", ("rallied", UP, 1)),
        ("imports have revived", ("revived", UP, 1)),
        ("demand strengthened", ("strengthened", UP, 1)),
        ("prices firmed up", ("firmed up", UP, 1)),
        ("imports softened", ("softened", DOWN, -1)),
        ("sales are sagging", ("sagging", DOWN, -1)),
        ("trade lost ground", ("lost ground", DOWN, -1)),
        ("imports weakened", ("weakened", DOWN, -1)),
        ("exports trended lower", ("lower", DOWN, -1)),
        ("exports trended higher", ("higher", UP, 1)),
        ("exports dived in May", ("dived", PLUNGE, -1)),
        ("sales tanked", ("tanked", PLUNGE, -1)),
        ("exports nosedived", ("nosedived", PLUNGE, -1)),
        ("sales took off", ("took off", SURGE, 1)),
        ("exports were steady", ("were steady", FLAT, 0)),
        ("trade stood still", ("stood still", FLAT, 0)),
        ("export growth picked up", ("picked up", ACCELERATING, 1)),
        ("trade picked up speed", ("picked up speed", ACCELERATING, 0)),
        ("the year ended with a decline in exports", ("decline", DOWN, -1)),
        ("exports ended the year in decline", ("decline", DOWN, -1)),
        ("a decline over the year", ("decline", DOWN, -1)),
        ("there was a decline in exports after the war ended", ("decline", DOWN, -1)),
        ("the fall in imports continued", ("fall", DOWN, -1)),
        ("the decline narrowed", ("narrowed", SLOWING, -1)),
    ],
)
def test_more_verbs_of_change(sentence: str, expected: tuple[str, Trend, int]) -> None:
    """
    Phrases and rarer verbs have their class, and a noun that is told as a fact stays.
    """
    assert read(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "reversed two years of decline",
        "the fall in imports is over",
        "the slump is now over",
        "ended a run of declines",
        "halted the decline",
        "snapped a three-month slide",
        "the decline bottomed out",
        "the decline in exports has ended",
        "the slide came to an end",
        "they picked up the parcels",
        "the plane took off for Moscow",
        "they strengthened ties",
        "talks revived hopes",
        "exports did not recover",
        "there was steady progress",
    ],
)
def test_a_change_that_ended_and_a_verb_with_an_object_say_nothing(sentence: str) -> None:
    """
    What ended, was reversed or was done to another thing is no change.
    """
    assert read(sentence) == []
