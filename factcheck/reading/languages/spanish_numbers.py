"""
Spanish numbers in words and fractions.
"""

from __future__ import annotations

from factcheck.reading.languages.number_words import english_number

SMALL = (
    "cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "trece",
    "catorce", "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve", "veinte", "veintiuno", "veintidós",
    "veintitrés", "veinticuatro", "veinticinco", "veintiséis", "veintisiete", "veintiocho", "veintinueve",
)  # fmt: skip
_TENS = ("treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa")
_HUNDREDS = {
    2: "doscient", 3: "trescient", 4: "cuatrocient", 5: "quinient", 6: "seiscient", 7: "setecient", 8: "ochocient",
    9: "novecient",
}  # fmt: skip
_MOST = 100

FRACTIONS = """
a third = un tercio | una tercera parte
a third of = un tercio de | un tercio del | una tercera parte de | una tercera parte del
two thirds = dos tercios
two thirds of = dos tercios de | dos tercios del | las dos terceras partes de
a quarter of = un cuarto de | un cuarto del | una cuarta parte de | una cuarta parte del | la cuarta parte de
three quarters of = tres cuartas partes de | tres cuartas partes del | las tres cuartas partes de
a fifth of = un quinto de | una quinta parte de | una quinta parte del
a fifth = un quinto | una quinta parte
a tenth of = una décima parte de
half of = la mitad de | la mitad del
by half = a la mitad
one in five = uno de cada cinco | una de cada cinco
one in four = uno de cada cuatro | una de cada cuatro
one in three = uno de cada tres | una de cada tres
one in ten = uno de cada diez | una de cada diez
half a million = medio millón | medio millón de
half a billion = medio millardo de
half a trillion = medio billón | medio billón de
"""


def spanish_numbers() -> dict[str, str]:
    """Two to 99 in words, and hundreds, and their English."""
    found = {spanish_word(number): english_number(number) for number in range(2, _MOST)}
    for number, stem in _HUNDREDS.items():
        found[f"{stem}os"] = found[f"{stem}as"] = f"{english_number(number)} hundred"
    found["ciento"] = found["cien"] = "one hundred"
    found["veintiún"] = found["veintiuna"] = "twenty-one"
    for number, ten in enumerate(_TENS, start=3):
        found[f"{ten} y un"] = found[f"{ten} y una"] = english_number(10 * number + 1)
    return found


def spanish_word(number: int) -> str:
    """Such as "treinta y cinco"."""
    if number < len(SMALL):
        return SMALL[number]
    ten, unit = _TENS[number // 10 - 3], number % 10
    return f"{ten} y {SMALL[unit]}" if unit else ten
