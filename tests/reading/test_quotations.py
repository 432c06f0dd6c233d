"""Words in quotation marks, and whether a document has them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.reading.quotations import has_words_in_order, words_in_quotes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the “stable, mature” ties", ("stable, mature",)),
        ('the "stable" and the "mature" ties', ("stable", "mature")),
        ("ties were 'stable' and Russia's", ("stable",)),
        ("don’t say ‘it’s stable’", ("it’s stable",)),
        ("‘the workers’ plan’ was", ("the workers’ plan",)),
        ("„gut“ und «bien» et »gut«", ("gut", "bien", "gut")),
        ("“he said ‘x’ twice”", ("he said ‘x’ twice",)),
        ("“deepen … promote”", ("deepen … promote",)),
        ('a 15" screen and a "wide" one', ("wide",)),
        ("the '90s 'boom'", ("boom",)),
        ('no "end', ()),
        ("‘unclosed and “closed”", ("closed",)),
        ("Russia's and the workers' plan", ()),
        ('"…"', ()),
        ("", ()),
    ],
)
def test_words_between_marks_are_read(text: str, expected: tuple[str, ...]) -> None:
    """
    Straight and typographic marks are read; an apostrophe is none.
    """
    assert words_in_quotes(text) == expected


SPEECH = "The two nations' ties are “stable, mature, and strategically valuable” — it’s up 9.1 % to $106.48 billion."


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Stable mature and strategically valuable", True),
        ("“ties are stable”", True),
        ("stable … valuable", True),
        ("stable ... valuable", True),
        ("stable, […] valuable", True),
        ("… nations ties …", True),
        ("its up", True),
        ("it's up 9.1 % to $106.48 billion", True),
        ("valuable … stable", False),
        ("stable valuable", False),
        ("table", False),
        ("stab", False),
        ("9,1 %", False),
        ("up 91", False),
        ("to €106.48 billion", False),
        ("stable … stable", False),
        ("", False),
        ("…", False),
    ],
)
def test_words_must_follow_in_order(words: str, expected: bool) -> None:
    """
    Case and punctuation do not count, the order of the words and the digits of numbers do.
    """
    assert has_words_in_order(SPEECH, words) is expected


@pytest.mark.parametrize(
    "document", ["the sta\u00adble ties", "THE STABLE TIES", "the\nstable\u00a0ties", "the-stable-ties"]
)
def test_how_a_document_is_set_does_not_count(document: str) -> None:
    """
    Soft hyphens, capitals, line ends and hyphens hide no words.
    """
    assert has_words_in_order(document, "the stable ties")


PLAIN = st.text(alphabet="ab1.,'’ %", min_size=1, max_size=12)


@given(st.lists(PLAIN, max_size=6), st.data())
def test_a_run_of_its_own_words_is_found(words: list[str], data: st.DataObject) -> None:
    """
    A document has every run of its own words.
    """
    spaced = [word for text in words for word in text.split() if any(letter.isalnum() for letter in word)]
    start = data.draw(st.integers(0, len(spaced)))
    end = data.draw(st.integers(start, len(spaced)))

    assert has_words_in_order(" ".join(spaced), " ".join(spaced[start:end])) is (start < end)


@given(st.text(max_size=80), st.text(max_size=40))
def test_any_text_has_an_answer(document: str, words: str) -> None:
    """
    No text makes it fail, and what was quoted stands in the text.
    """
    assert has_words_in_order(document, words) in {True, False}
    assert all(quoted in document for quoted in words_in_quotes(document))


@given(st.text(alphabet="ab ‘’'\"“”«»s,", max_size=40))
def test_marks_in_any_order_are_read(text: str) -> None:
    """
    However marks are placed, what is read stands in the text and has a word in it.
    """
    for quoted in words_in_quotes(text):
        assert quoted in text
        assert any(letter.isalnum() for letter in quoted)
