"""
Spanish months, weekdays and names of periods.
"""

from __future__ import annotations

from factcheck.reading.languages.number_words import counted
from factcheck.reading.languages.phrases import Sort
from factcheck.reading.languages.spanish_numbers import SMALL

_MONTHS = """
January = enero
February = febrero
March = marzo
April = abril
May = mayo
June = junio
July = julio
August = agosto
September = septiembre | setiembre
October = octubre
November = noviembre
December = diciembre
"""
_DAYS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
_ENGLISH_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ORDINALS = {
    "first": ["primer", "1.er", "1er", "1º", "1.º"],
    "second": ["segundo", "2º", "2.º", "2do"],
    "third": ["tercer", "3º", "3.º", "3er", "3.er"],
    "fourth": ["cuarto", "4º", "4.º", "último"],
}
_TIMES = """
last year = el año pasado | año pasado | el pasado año
this year = este año | el año en curso | el presente año
next year = el próximo año | el año próximo | el año que viene
last month = el mes pasado | mes pasado | el pasado mes
this month = este mes
last quarter = el trimestre pasado
last week = la semana pasada | semana pasada
the previous year = el año anterior | año anterior | el ejercicio anterior
the previous month = el mes anterior | mes anterior
the previous quarter = el trimestre anterior | trimestre anterior
a year earlier = un año antes | respecto al año anterior | con respecto al año anterior | frente al año anterior | \
que el año anterior | que un año antes | en comparación con el año anterior
the same period of = el mismo periodo de | el mismo período de | mismo periodo de | mismo período de | igual periodo de
the same period of last year = el mismo periodo del año pasado | el mismo período del año pasado | \
mismo periodo del año pasado | mismo período del año pasado
the same period of the previous year = el mismo periodo del año anterior | el mismo período del año anterior | \
mismo periodo del año anterior | mismo período del año anterior | igual periodo del año anterior
the same month of the previous year = el mismo mes del año anterior | mismo mes del año anterior
a year ago = hace un año
year-on-year = interanual | interanuales | en tasa interanual
since the start of the year = desde principios de año | desde comienzos de año | en lo que va de año | \
en lo que va del año | desde el inicio del año
of the year = del año
in = en el año | durante el año
yesterday = ayer
today = hoy
"""


def spanish_times() -> tuple[tuple[Sort, str], ...]:
    """The tables of months, weekdays and periods."""
    return ((Sort.MONTH, _MONTHS), (Sort.TIME, "\n".join((*_parts(), *_weekdays(), *_counts(), _TIMES.strip()))))


def _parts() -> list[str]:
    """Halves and quarters: "primer semestre de 2025", "2º trimestre", "2T 2025"."""
    lines = [f"Q{number} = T{number} | {number}T" for number in range(1, 5)]
    lines += [f"H{number} = S{number} | {number}S" for number in (1, 2)]
    for english, words in _ORDINALS.items():
        for part, name in {"quarter": "trimestre", "half": "semestre"}.items():
            if part == "quarter" or english in ("first", "second"):
                plain = [f"{word} {name}" for word in words]
                lines.append(f"{english} {part} = {' | '.join(plain)}")
                lines.append(f"{english} {part} of the year = {' | '.join(f'{each} del año' for each in plain)}")
    lines.append("first half = primera mitad | primera mitad del año")
    lines.append("second half = segunda mitad | segunda mitad del año")
    return lines


def _weekdays() -> list[str]:
    lines = []
    for day, english in zip(_DAYS, _ENGLISH_DAYS, strict=True):
        lines.append(f"{english} = {day}")
        lines.append(f"on {english} = el {day} | este {day}")
        lines.append(f"last {english} = el {day} pasado | el pasado {day} | {day} pasado")
    return lines


def _counts() -> list[str]:
    words = dict(enumerate(SMALL))
    first = "primeros {} meses | {} primeros meses | primeros {} meses del año | {} primeros meses del año"
    return [
        counted(first, "first {} months", words),
        counted("últimos {} meses", "last {} months", words),
        counted("hace {} años", "{} years ago", words),
        counted("{} años antes", "{} years earlier", words),
    ]
