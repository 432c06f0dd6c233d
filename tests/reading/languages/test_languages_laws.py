"""
Laws of putting copy into English: magnitudes stay, positions lead back, what is unknown stays.
"""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.positions import WHOLE
from factcheck.reading.figures import read_figures
from factcheck.reading.languages.translate import LANGUAGES, english

EUROS = {"de": "Millionen Euro", "fr": "millions d'euros", "es": "millones de euros", "it": "milioni di euro"}
SPACES = ("\u00a0", "\u2009", "\u202f", " ")


def written(number: Decimal, mark: str) -> str:
    """A number with a decimal comma and groups of three, as these languages write it."""
    return f"{number:,}".replace(",", "\0").replace(".", ",").replace("\0", mark)


@given(
    number=st.decimals(min_value=1, max_value=10**9, places=2),
    language=st.sampled_from(LANGUAGES),
    mark=st.sampled_from((".", "'", *SPACES)),
)
def test_a_number_keeps_its_magnitude(number, language, mark):
    """A number written the language's way is read as itself."""
    text = f"{written(number, mark)} {EUROS[language]}"

    assert [figure.number for figure in read_figures(english(text, language)[0])] == [number]


@given(text=st.from_regex(r"[0-9]{1,4}([., '][0-9]{1,4}){0,3}", fullmatch=True), language=st.sampled_from(LANGUAGES))
def test_the_other_spelling_is_never_another_number(text, language):
    """Whatever digits and marks stand together, what is read is the number that the language's rule gives, or none."""
    plain = text.replace(" ", "").replace("'", "").replace(".", "").replace(",", ".")
    swiss = text.replace("'", "").replace(",", ".")
    found = [figure.number for figure in read_figures(english(f"{text} {EUROS[language]}", language)[0])]

    assert [str(number) for number in found if str(number) not in {plain, swiss}] == []


@given(
    text=st.text(alphabet="um de à 5,1.234 %€\n’'Mrdmilonesgtrückzvop", max_size=60),
    language=st.sampled_from(LANGUAGES),
)
def test_every_figure_leads_into_the_text(text, language):
    """The span of a figure lies in the text that it was read from, and holds a digit or letter."""
    translated, way = english(text, language)
    spans = [way.span(figure.start, figure.end) for figure in read_figures(translated)]

    assert all(0 <= start < end <= len(text) for start, end in spans)


@given(text=st.text(alphabet="bkjxqwBKJ .,!?()\n", max_size=80), language=st.sampled_from(LANGUAGES))
def test_unknown_words_stay(text, language):
    """A text without a word of a table comes out unchanged."""
    assert english(text, language)[0] == text


@pytest.mark.parametrize("language", ["", "xx", "en", "en-GB"])
def test_other_languages_are_left_alone(language):
    """A text in a language without tables is given back as it is."""
    text = "106,48 Milliarden"

    assert english(text, language) == (text, WHOLE)


@pytest.mark.parametrize(("language", "name"), [("de", "Müller-Um"), ("fr", "Aix-en-Provence"), ("es", "La Paz")])
def test_names_are_untouched(language, name):
    """Small words inside names stay."""
    assert english(name, language)[0] == name


def test_a_region_does_not_matter():
    """Swiss German is German."""
    assert english("106,48 Milliarden", "de-CH")[0] == "106.48 billion"


@pytest.mark.parametrize("text", ["14.07.2025", "Version 1.2.3", "2023", "Boeing 737"])
def test_days_and_years_stay(text):
    """A day, a year and a name with a number are not put into another number."""
    assert read_figures(english(text, "de")[0]) == ()
