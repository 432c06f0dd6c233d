"""
French months, weekdays and names of periods.
"""

from __future__ import annotations

from factcheck.reading.languages.french_numbers import SMALL
from factcheck.reading.languages.number_words import counted
from factcheck.reading.languages.phrases import Sort

_MONTHS = """
January = janvier
February = février
March = mars
April = avril
May = mai
June = juin
July = juillet
August = août | aout
September = septembre
October = octobre
November = novembre
December = décembre
"""
_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_ENGLISH_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ORDINALS = {
    "first": ["premier", "1er"],
    "second": ["deuxième", "second", "2e", "2ème"],
    "third": ["troisième", "3e", "3ème"],
    "fourth": ["quatrième", "4e", "4ème", "dernier"],
}
_TIMES = """
last year = l'an dernier | l'année dernière | l'an passé | l'année passée | an dernier | année dernière
this year = cette année | l'année en cours
next year = l'an prochain | l'année prochaine
last month = le mois dernier | mois dernier | le mois passé
this month = ce mois-ci
last quarter = le trimestre dernier
last week = la semaine dernière | semaine dernière
the previous year = l'année précédente | l'an précédent | année précédente | l'année d'avant
the previous month = le mois précédent | mois précédent
the previous quarter = le trimestre précédent | trimestre précédent
a year earlier = un an plus tôt | un an auparavant | une année plus tôt | par rapport à l'année précédente | \
par rapport à l'an dernier | par rapport à l'année dernière | sur un an | par rapport à un an plus tôt
the same period of = la même période de | même période de | la même période en
the same period of last year = la même période de l'an dernier | la même période de l'année dernière | \
la même période l'an dernier | la même période l'année dernière
the same period of the previous year = la même période de l'année précédente | la même période un an plus tôt | \
même période de l'année précédente
the same month of the previous year = le même mois de l'année précédente | le même mois un an plus tôt
a year ago = il y a un an
year-on-year = en glissement annuel | en rythme annuel
since the start of the year = depuis le début de l'année | depuis janvier dernier
of the year = de l'année
in = au cours de l'année | pendant l'année | durant l'année
yesterday = hier
today = aujourd'hui
"""


def french_times() -> tuple[tuple[Sort, str], ...]:
    """The tables of months, weekdays and periods."""
    return ((Sort.MONTH, _MONTHS), (Sort.TIME, "\n".join((*_parts(), *_weekdays(), *_counts(), _TIMES.strip()))))


def _parts() -> list[str]:
    """Halves and quarters: "premier semestre de 2025", "2e trimestre", "T2 2025"."""
    lines = [f"Q{number} = T{number} | {number}T" for number in range(1, 5)]
    lines += [f"H{number} = S{number} | {number}S" for number in (1, 2)]
    for english, words in _ORDINALS.items():
        for part, name in {"quarter": "trimestre", "half": "semestre"}.items():
            if part == "quarter" or english in ("first", "second"):
                plain = [f"{word} {name}" for word in words]
                lines.append(f"{english} {part} = {' | '.join(plain)}")
    lines.append("first half = première moitié | premier semestre")
    lines.append("first half of the year = premier semestre de l'année | première moitié de l'année")
    return lines


def _weekdays() -> list[str]:
    lines = []
    for day, english in zip(_DAYS, _ENGLISH_DAYS, strict=True):
        lines.append(f"{english} = {day}")
        lines.append(f"last {english} = {day} dernier")
    return lines


def _counts() -> list[str]:
    words = dict(enumerate(SMALL))
    return [
        counted("{} premiers mois | premiers {} mois", "first {} months", words),
        counted("{} premiers mois de l'année", "first {} months of the year", words),
        counted("{} derniers mois", "last {} months", words),
        counted("il y a {} ans", "{} years ago", words),
        counted("{} ans plus tôt | {} ans auparavant", "{} years earlier", words),
    ]
