"""
Italian months, weekdays and names of periods.
"""

from __future__ import annotations

from factcheck.reading.languages.italian_numbers import SMALL
from factcheck.reading.languages.number_words import counted
from factcheck.reading.languages.phrases import Sort

_MONTHS = """
January = gennaio
February = febbraio
March = marzo
April = aprile
May = maggio
June = giugno
July = luglio
August = agosto
September = settembre
October = ottobre
November = novembre
December = dicembre
"""
_DAYS = ("lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica")
_ENGLISH_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ORDINALS = {
    "first": ["primo", "1º", "1°", "I"],
    "second": ["secondo", "2º", "2°", "II"],
    "third": ["terzo", "3º", "3°", "III"],
    "fourth": ["quarto", "4º", "4°", "IV", "ultimo"],
}
_TIMES = """
last year = l'anno scorso | lo scorso anno | anno scorso | scorso anno | l'anno passato
this year = quest'anno | l'anno in corso
next year = l'anno prossimo | il prossimo anno
last month = il mese scorso | lo scorso mese | mese scorso | scorso mese
this month = questo mese
last quarter = lo scorso trimestre | il trimestre scorso
last week = la settimana scorsa | la scorsa settimana | settimana scorsa
the previous year = l'anno precedente | anno precedente | l'anno prima
the previous month = il mese precedente | mese precedente
the previous quarter = il trimestre precedente | trimestre precedente
a year earlier = un anno prima | rispetto all'anno precedente | rispetto all'anno prima | rispetto a un anno prima | \
rispetto all'anno scorso | rispetto a un anno fa | nel confronto con l'anno precedente
the same period of = lo stesso periodo del | stesso periodo del | allo stesso periodo del
the same period of last year = lo stesso periodo dell'anno scorso | stesso periodo dello scorso anno | \
stesso periodo dell'anno scorso | lo stesso periodo dello scorso anno
the same period of the previous year = lo stesso periodo dell'anno precedente | stesso periodo dell'anno precedente
the same month of the previous year = lo stesso mese dell'anno precedente | stesso mese dell'anno precedente
a year ago = un anno fa
year-on-year = su base annua | su base tendenziale | su anno
since the start of the year = da inizio anno | dall'inizio dell'anno
of the year = dell'anno
in = nell'anno | nel corso del | nell'arco del
yesterday = ieri
today = oggi
"""


def italian_times() -> tuple[tuple[Sort, str], ...]:
    """The tables of months, weekdays and periods."""
    return ((Sort.MONTH, _MONTHS), (Sort.TIME, "\n".join((*_parts(), *_weekdays(), *_counts(), _TIMES.strip()))))


def _parts() -> list[str]:
    """Halves and quarters: "primo semestre del 2025", "II trimestre", "2° trimestre"."""
    lines = [f"Q{number} = T{number} | {number}T" for number in range(1, 5)]
    for english, words in _ORDINALS.items():
        for part, name in {"quarter": "trimestre", "half": "semestre"}.items():
            if part == "quarter" or english in ("first", "second"):
                plain = [f"{word} {name}" for word in words]
                lines.append(f"{english} {part} = {' | '.join(plain)}")
                lines.append(
                    f"{english} {part} of the year = {' | '.join(f'{each} dell{chr(39)}anno' for each in plain)}"
                )
    lines.append("first half = prima metà | prima metà dell'anno")
    lines.append("second half = seconda metà | seconda metà dell'anno")
    return lines


def _weekdays() -> list[str]:
    lines = []
    for day, english in zip(_DAYS, _ENGLISH_DAYS, strict=True):
        lines.append(f"{english} = {day}")
        lines.append(f"last {english} = {day} scorso | lo scorso {day} | {day} scorsa | la scorsa {day}")
    return lines


def _counts() -> list[str]:
    words = dict(enumerate(SMALL))
    return [
        counted("primi {} mesi | primi {} mesi dell'anno", "first {} months", words),
        counted("ultimi {} mesi", "last {} months", words),
        counted("{} anni fa", "{} years ago", words),
        counted("{} anni prima", "{} years earlier", words),
    ]
