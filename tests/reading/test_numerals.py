"""
Numerals in digits and in words.
"""

from decimal import Decimal

import pytest

from factcheck.reading.number_words import words_at
from factcheck.reading.numerals import Unread, in_digits
from factcheck.reading.tokens import tokens_of


@pytest.mark.parametrize(
    ("text", "number", "last_digit"),
    [
        ("237", "237", "1"),
        ("106.48", "106.48", "0.01"),
        ("10,648", "10648", "1"),
        ("0.50", "0.50", "0.01"),
        ("0", "0", "1"),
    ],
)
def test_digits_keep_their_last_place(text, number, last_digit):
    """
    A numeral is its digits, and its last digit says how exact it is.
    """
    numeral = in_digits(text)

    assert numeral is not None
    assert (str(numeral.number), numeral.last_digit) == (number, Decimal(last_digit))


@pytest.mark.parametrize(
    "text", ["106,48", "10,64", "1,2345", "0,123", "1.2.3", "007", "00.5", "1,234,56", "1" * 41, "1.", ""]
)
def test_other_digits_are_refused(text):
    """
    Decimal commas, groups that are not of three, leading zeros and chains are no numerals.
    """
    assert in_digits(text) is None


@pytest.mark.parametrize(
    ("text", "number", "power"),
    [
        ("two", "2", 0),
        ("twenty-five", "25", 0),
        ("twenty five", "25", 0),
        ("one hundred and five", "105", 0),
        ("two hundred fifty", "250", 0),
        ("two billion", "2", 9),
        ("two hundred thousand", "200", 3),
        ("two hundred and thirty-seven billion", "237", 9),
        ("two thousand and five", "2005", 0),
        ("two million five hundred thousand", "2500", 3),
        ("half a million", "0.5", 6),
        ("half-a-million", "0.5", 6),
        ("a half billion", "0.5", 9),
        ("a quarter of a million", "0.25", 6),
        ("three quarters of a million", "0.75", 6),
        ("a hundred and five", "105", 0),
        ("a million", "1", 6),
        ("two and a half", "2.5", 0),
        ("one and three quarters", "1.75", 0),
        ("two point five", "2.5", 0),
        ("two point two five billion", "2.25", 9),
    ],
)
def test_words_are_a_number_and_a_scale(text, number, power):
    """
    A number in words is read to its end, with its scale.
    """
    tokens = tokens_of(text)
    read = words_at(tokens, 0)

    assert isinstance(read, tuple)
    assert (str(read[0].number), read[0].multiplier, read[1]) == (number, power, len(tokens))


@pytest.mark.parametrize(
    "text", ["two three", "nineteen ninety-nine", "one and a third", "two billion million", "twenty twenty-five"]
)
def test_words_that_make_no_number_are_unread(text):
    """
    Words that do not make one number are unread to their end.
    """
    tokens = tokens_of(text)
    read = words_at(tokens, 0)

    assert isinstance(read, Unread)
    assert read.end == len(tokens)
