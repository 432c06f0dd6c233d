"""
German months, weekdays and names of periods.
"""

from __future__ import annotations

from factcheck.reading.languages.german_numbers import SMALL
from factcheck.reading.languages.number_words import counted
from factcheck.reading.languages.phrases import Sort

_MONTHS = """
January = Januar | Jänner | Januars
February = Februar | Feber | Februars
March = März
April = April | Aprils
May = Mai
June = Juni
July = Juli
August = August | Augusts
September = September | Septembers
October = Oktober | Oktobers
November = November | Novembers
December = Dezember | Dezembers
"""
_DAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
_ENGLISH_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ORDINALS = {"first": ("erst", "1"), "second": ("zweit", "2"), "third": ("dritt", "3"), "fourth": ("viert", "4")}
_ENDINGS = ("e", "en", "er", "es")
_TIMES = """
last year = letztes Jahr | letzten Jahres | letztem Jahr | letzten Jahr | vergangenes Jahr | vergangenen Jahres | \
vergangenen Jahr | vorigen Jahres | vorigen Jahr | voriges Jahr
this year = dieses Jahr | dieses Jahres | diesem Jahr | heuer | laufenden Jahr | laufenden Jahres | heurigen Jahr
next year = nächstes Jahr | nächsten Jahr | nächsten Jahres | kommenden Jahr | kommendes Jahr
last month = letzten Monat | vergangenen Monat | vergangenen Monats | letzter Monat
this month = diesen Monat | diesem Monat | dieses Monats
last quarter = letztes Quartal | letzten Quartal | vergangenen Quartal
last week = letzte Woche | letzter Woche | vergangene Woche | vergangener Woche | vergangenen Woche
the previous year = Vorjahr | Vorjahres | Vorjahrs
a year earlier = gegenüber dem Vorjahr | gegenüber Vorjahr | zum Vorjahr | als im Vorjahr | als vor einem Jahr | \
ein Jahr zuvor | ein Jahr früher | als ein Jahr zuvor | verglichen mit dem Vorjahr | im Vergleich zum Vorjahr
the same period of the previous year = Vorjahreszeitraum | Vorjahreszeitraums | Vorjahreszeit | Vorjahresperiode | \
gleichen Zeitraum des Vorjahres | gleichen Zeitraum im Vorjahr
the same month of the previous year = Vorjahresmonat | Vorjahresmonats
the same quarter of the previous year = Vorjahresquartal | Vorjahresquartals
the same period of = gleichen Zeitraum | selben Zeitraum | gleichen Zeitraum von
the previous month = Vormonat | Vormonats
the previous quarter = Vorquartal | Vorquartals
a year ago = vor einem Jahr
year-on-year = im Jahresvergleich | binnen Jahresfrist | auf Jahressicht
since the start of the year = seit Jahresbeginn | seit Jahresanfang | seit Anfang des Jahres
of the year = des Jahres
in = im Jahr | im Jahre | in den Jahren
yesterday = gestern
today = heute
first half = erste Jahreshälfte | ersten Jahreshälfte | ersten sechs Monaten des Jahres
second half = zweite Jahreshälfte | zweiten Jahreshälfte
"""


def german_times() -> tuple[tuple[Sort, str], ...]:
    """The tables of months, weekdays and periods."""
    return ((Sort.MONTH, _MONTHS), (Sort.TIME, "\n".join((*_parts(), *_weekdays(), *_counts(), _TIMES.strip()))))


def _parts() -> list[str]:
    """Halves and quarters: "erstes Quartal", "2. Halbjahr", "ersten Halbjahres"."""
    lines = []
    for english, (stem, digit) in _ORDINALS.items():
        words = [f"{stem}{ending}" for ending in _ENDINGS] + [f"{digit}."]
        for part, names in {"quarter": "Quartal Quartals Vierteljahr", "half": "Halbjahr Halbjahres Halbjahrs"}.items():
            if part == "quarter" or digit in "12":
                phrases = [f"{word} {name}" for word in words for name in names.split()]
                lines.append(f"{english} {part} = {' | '.join(phrases)}")
                of_year = [f"{phrase} des Jahres" for phrase in phrases]
                lines.append(f"{english} {part} of = {' | '.join(of_year)}")
    return lines


def _weekdays() -> list[str]:
    lines = []
    for day, english in zip(_DAYS, _ENGLISH_DAYS, strict=True):
        lines.append(f"{english} = {day}{' | Sonnabend' if day == 'Samstag' else ''}")
        lines.append(f"on {english} = am {day}")
        lines.append(f"last {english} = letzten {day} | vergangenen {day} | am vergangenen {day} | am letzten {day}")
    return lines


def _counts() -> list[str]:
    words = dict(enumerate(SMALL))
    first = "ersten {} Monate | ersten {} Monaten | erste {} Monate | ersten {} Monate des Jahres"
    last = "letzten {} Monate | letzten {} Monaten | vergangenen {} Monaten | vergangenen {} Monate"
    return [
        counted(first, "first {} months", words),
        counted(last, "last {} months", words),
        counted("vor {} Jahren", "{} years ago", words),
        counted("vor {} Monaten", "{} months ago", words),
    ]
