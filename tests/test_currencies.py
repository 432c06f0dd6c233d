"""
Names of currencies.
"""

import pytest

from factcheck.currencies import candidates, currency
from factcheck.errors import UnknownNameError


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("USD", "USD"),
        ("usd", "USD"),
        ("dollars", "USD"),
        ("US$", "USD"),
        ("$", "USD"),
        ("yuan", "CNY"),
        ("RMB", "CNY"),
        ("renminbi", "CNY"),
        ("CN¥", "CNY"),
        ("rouble", "RUB"),
        ("Rubles", "RUB"),
        ("Hong Kong dollars", "HKD"),
        ("€", "EUR"),
        ("won", "KRW"),
        ("Rmb", "CNY"),
        ("SFr", "CHF"),
        ("Cdn$", "CAD"),
        ("greenbacks", "USD"),
        ("reais", "BRL"),
        ("Turkish lira", "TRY"),
        (" euro ", "EUR"),
    ],
)
def test_a_name_is_its_code(text, code):
    """
    Codes, signs and words name a currency, in any case.
    """
    assert currency(text) == code


@pytest.mark.parametrize(("text", "hint"), [("dolars", "dollars"), ("ruble s", "ruble"), ("qqqqq", "ISO 4217")])
def test_an_unknown_name_is_refused_with_likely_ones(text, hint):
    """
    A likeness is only suggested, never taken.
    """
    with pytest.raises(UnknownNameError) as refusal:
        currency(text)

    assert hint in refusal.value.hint


@pytest.mark.parametrize("text", ["¥", "pesos", "kroner"])
def test_a_name_without_a_usual_meaning_is_refused(text):
    """
    "¥" is the yuan or the yen, and nobody chooses.
    """
    with pytest.raises(UnknownNameError, match="can be"):
        currency(text)


def test_a_sign_lists_what_it_can_mean():
    """
    The usual currency of a sign stands first.
    """
    assert candidates("$")[:3] == ("USD", "AUD", "CAD")
    assert candidates("¥") == ("CNY", "JPY")
    assert candidates("yuan") == ("CNY",)
    assert candidates("gold") == ()
