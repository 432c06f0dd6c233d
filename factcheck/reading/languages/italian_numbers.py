"""
Italian numbers in words and fractions.
"""

from __future__ import annotations

from factcheck.reading.languages.number_words import english_number

SMALL = (
    "zero", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici", "dodici",
    "tredici", "quattordici", "quindici", "sedici", "diciassette", "diciotto", "diciannove",
)  # fmt: skip
_TENS = ("venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta")
_MOST = 100
_VOWEL_FIRST = frozenset({1, 8})  # ventuno, ventotto

FRACTIONS = """
a third = un terzo
a third of = un terzo di | un terzo del | un terzo della | un terzo delle | un terzo dei | \
un terzo degli | un terzo dell'
two thirds = due terzi
two thirds of = due terzi di | due terzi del | due terzi della | due terzi delle | due terzi dei | i due terzi delle
a quarter = un quarto
a quarter of = un quarto di | un quarto del | un quarto della | un quarto delle | un quarto dei
three quarters of = tre quarti di | tre quarti del | tre quarti delle | tre quarti dei | tre quarti della
a fifth = un quinto
a fifth of = un quinto di | un quinto del | un quinto delle | un quinto dei | un quinto della
a tenth of = un decimo delle | un decimo dei | un decimo del
half of = la metà di | la metà del | la metà della | la metà delle | la metà dei | la metà degli | la metà dell'
by half = della metà
one in five = uno su cinque | una su cinque
one in four = uno su quattro | una su quattro
one in three = uno su tre | una su tre
one in ten = uno su dieci | una su dieci
half a million = mezzo milione | mezzo milione di
half a billion = mezzo miliardo | mezzo miliardo di
"""


def italian_numbers() -> dict[str, str]:
    """Two to 99 in words, hundreds and thousands of them, and their English."""
    found = {}
    for number in range(2, _MOST):
        for word in italian_words(number):
            found[word] = english_number(number)
            found[f"{word}mila"] = f"{english_number(number)} thousand"
            if number < 10:
                found[f"{word}cento"] = f"{english_number(number)} hundred"
                found[f"{word}centomila"] = f"{english_number(number)} hundred thousand"
    found["cento"] = "one hundred"
    found["centomila"] = "one hundred thousand"
    return found


def italian_words(number: int) -> tuple[str, ...]:
    """The spellings of 2 to 99: ventuno, trentatré and trentatre."""
    if number < len(SMALL):
        return (SMALL[number],)
    ten, unit = _TENS[number // 10 - 2], number % 10
    if not unit:
        return (ten,)
    stem = ten[:-1] if unit in _VOWEL_FIRST else ten
    word = f"{stem}{SMALL[unit]}"
    return (word, f"{word[:-1]}é") if unit == 3 else (word,)
