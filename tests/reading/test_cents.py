"""
Cents and pence: hundredths of a currency, never its whole units.
"""

from decimal import Decimal

import pytest

from factcheck.reading.figures import read_figures

READ = """
Brent fell {61 cents} to settle lower | 0.61 | USD
sugar at {16.32 cents} per lb | 0.1632 | USD
the premium is {85 US cents} a bushel | 0.85 | USD
the premium is {85 U.S. cents} a bushel | 0.85 | USD
a fee of {12 euro cents} a bag | 0.12 | EUR
shares rose {5.5 pence} | 0.055 | GBP
shares closed at {312.4p} | 3.124 | GBP
petrol is up {6p} a litre | 0.06 | GBP
a {50-cent} rise | 0.5 | USD
"""

UNREAD = (
    "$5 cents",
    "5 million cents",
    "5 million euro cents",
    "5 million US cents",
    "shown at 1080p",
    "5p",
    "see 12p",
)


@pytest.mark.parametrize("line", READ.strip().splitlines())
def test_cents_are_hundredths(line):
    """
    A number of cents or pence is read in the currency's whole units.
    """
    sentence, value, unit = (part.strip() for part in line.split("|"))
    figures = read_figures(sentence.replace("{", "").replace("}", ""))

    assert [(each.text, each.value, each.unit) for each in figures] == [
        (sentence[sentence.index("{") + 1 : sentence.index("}")], Decimal(value), unit)
    ]


@pytest.mark.parametrize("text", UNREAD)
def test_what_may_be_something_else_is_no_amount_of_cents(text):
    """
    A dollar sign beside cents, a scale before them and a bare p leave the amount unread.
    """
    assert not [figure for figure in read_figures(f"it is {text} now") if figure.unit in {"USD", "GBP"}]
