"""
German numbers in words and fractions.
"""

from __future__ import annotations

from factcheck.reading.languages.number_words import english_number

SMALL = (
    "null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf",
    "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn",
)  # fmt: skip
_TENS = ("zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig")
_MOST = 100

FRACTIONS = """
a third = ein Drittel | einem Drittel
two thirds = zwei Drittel
two thirds of = zwei Drittel der | zwei Drittel des
a third of = ein Drittel der | ein Drittel des | ein Drittel aller | einem Drittel der
a third less = ein Drittel weniger
a third more = ein Drittel mehr
a quarter = ein Viertel | einem Viertel
a quarter of = ein Viertel der | ein Viertel des | ein Viertel aller
three quarters of = drei Viertel der | drei Viertel des
a fifth = ein Fünftel | einem Fünftel
a fifth of = ein Fünftel der | ein Fünftel des
half of = die Hälfte der | die Hälfte des | Hälfte der | Hälfte des
by half = um die Hälfte
half a million = eine halbe Million | einer halben Million
half a billion = eine halbe Milliarde | einer halben Milliarde
half a trillion = eine halbe Billion | einer halben Billion
a quarter of a million = eine Viertelmillion
"""


def german_numbers() -> dict[str, str]:
    """Two to 99 in words, hundreds and thousands of them, and their English."""
    found = {}
    for number in range(2, _MOST):
        for word in german_words(number):
            found[word] = english_number(number)
            found[f"{word}tausend"] = f"{english_number(number)} thousand"
            if number < 10:
                found[f"{word}hundert"] = f"{english_number(number)} hundred"
                found[f"{word}hunderttausend"] = f"{english_number(number)} hundred thousand"
    for number in range(2, 10):
        found[f"{SMALL[number]}einhalb"] = f"{english_number(number)} and a half"
    found["eineinhalb"] = found["anderthalb"] = "one and a half"
    found["einhundert"] = "one hundred"
    found["eintausend"] = "one thousand"
    found["hunderttausend"] = "one hundred thousand"
    return found


def german_words(number: int) -> tuple[str, ...]:
    """The spellings of 2 to 99: fünfundzwanzig, dreißig and dreissig."""
    if number < len(SMALL):
        return (SMALL[number],)
    ten, unit = _TENS[number // 10 - 2], number % 10
    word = ten if not unit else f"{'ein' if unit == 1 else SMALL[unit]}und{ten}"
    return (word, word.replace("ß", "ss")) if "ß" in word else (word,)
