"""
French numbers in words and fractions.
"""

from __future__ import annotations

from factcheck.reading.languages.number_words import english_number

SMALL = (
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
)  # fmt: skip
_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 70: "septante", 90: "nonante"}
_MOST = 100
_NEW = 9  # neuf is new, too

FRACTIONS = """
a third = un tiers | le tiers
a third of = un tiers de | un tiers des | un tiers du | un tiers de la | le tiers des | le tiers du | un tiers de l'
two thirds = deux tiers | les deux tiers
two thirds of = deux tiers de | deux tiers des | deux tiers du | les deux tiers des | les deux tiers du
a quarter = un quart | le quart
a quarter of = un quart de | un quart des | un quart du | le quart des | le quart du | un quart de la
three quarters of = trois quarts de | trois quarts des | trois quarts du | les trois quarts des
a fifth = un cinquième
a fifth of = un cinquième de | un cinquième des | un cinquième du
a tenth = un dixième
a tenth of = un dixième des | un dixième du
half of = la moitié de | la moitié des | la moitié du | la moitié de la | la moitié de l'
by half = de moitié
one in five = un sur cinq | une sur cinq
one in ten = un sur dix | une sur dix
one in three = un sur trois | une sur trois
one in four = un sur quatre | une sur quatre
half a million = un demi-million | un demi-million de
half a billion = un demi-milliard | un demi-milliard de | un demi-milliard d'
half a trillion = un demi-billion de
"""


def french_numbers() -> dict[str, str]:
    """Two to 99 in words, and hundreds, and their English."""
    found = {}
    for number in range(2, _MOST):
        for word in french_words(number):
            if number != _NEW:
                found[word] = english_number(number)
            if number < 10:
                found[f"{word} cent"] = found[f"{word} cents"] = f"{english_number(number)} hundred"
    return found


def french_words(number: int) -> tuple[str, ...]:
    """The spellings of 2 to 99: vingt et un and vingt-et-un, soixante-douze and septante-deux."""
    if number < len(SMALL):
        return (SMALL[number],)
    return tuple(sorted({*_by_twenty(number), *_by_ten(number)}))


def _by_twenty(number: int) -> tuple[str, ...]:
    """70 to 99 as sixty and eighty with a number below twenty."""
    if number == 80:
        return ("quatre-vingts", "quatre-vingt")
    if number > 80:
        return (f"quatre-vingt-{SMALL[number - 80]}",)
    if number == 71:
        return ("soixante et onze", "soixante-et-onze")
    return (f"soixante-{SMALL[number - 60]}",) if number >= 70 else ()


def _by_ten(number: int) -> tuple[str, ...]:
    ten, unit = _TENS.get(number // 10 * 10), number % 10
    if ten is None:
        return ()
    if unit == 1:
        return (f"{ten} et un", f"{ten}-et-un", f"{ten} et une")
    return (f"{ten}-{SMALL[unit]}",) if unit else (ten,)
