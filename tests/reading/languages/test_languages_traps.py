"""
Spellings that once were read off by powers of ten.
"""

from decimal import Decimal

import pytest

from factcheck.scanning.scan import scan


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("Exportaron treinta y un mil millones de dólares.", "es", 31 * 10**9),
        ("Sumaron US$ 106,48 mil M en total.", "es", 106_480_000_000),
        ("Les exportations ont reculé de 9,1 % à 106,48 milliards.", "fr", Decimal("-9.1")),
    ],
)
def test_the_first_figure_has_its_own_magnitude(text, language, value):
    """
    A scale stays with the number that it is written behind.
    """
    assert scan(text, language=language)[0].value == value


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("um 9.125% mehr", "de"),
        ("subió un 9.125 por ciento", "es"),
        ("Fueron 106.480 mdd.", "es"),
        ("3 Kilotonnen", "de"),
    ],
)
def test_what_may_be_two_magnitudes_is_unread(text, language):
    """
    An English point in a rate and unknown suffixes leave no figure.
    """
    assert [mention.surface for mention in scan(text, language=language) if mention.figure] == []
