"""
Periods of German, French, Spanish and Italian sentences of 14 July 2025, written by hand.
"""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.periods import Period
from factcheck.reading.languages.translate import english
from factcheck.reading.periods import read_periods

# sentence | its periods, in their order
GERMAN = """
Im ersten Halbjahr 2025 sank der Handel. | 2025-H1
Im 1. Halbjahr 2025 sank der Handel. | 2025-H1
Im zweiten Quartal 2025 wuchs er. | 2025-Q2
Das vierte Quartal des Jahres 2024 war schwach. | 2024-Q4
In den ersten fünf Monaten 2025 sank er. | 2025-01/2025-05
Im Juni 2025 sank er. | 2025-06
Im Mai stieg er. | 2025-05
Am 14. Juli 2025 erschien der Bericht. | 2025-07-14
Der Bericht vom Montag liegt vor. | 2025-07-14
Am Freitag sank er. | 2025-07-11
Letztes Jahr stieg er. | 2024
Im vergangenen Monat stieg er. | 2025-06
Von Januar bis Mai 2025 sank er. | 2025-01/2025-05
Im Juni 2025 stieg er gegenüber dem Vorjahr. | 2025-06 2024-06
Im Jahr 2023 war er höher. | 2023
Vor zwei Jahren war er höher. | 2023
Am 14.07.2025 erschien er. | 2025-07-14
Im Vorjahr war er höher. | 2024
"""
FRENCH = """
Au premier semestre 2025, le commerce a reculé. | 2025-H1
Au 1er semestre 2025, il a reculé. | 2025-H1
Au deuxième trimestre de 2025, il a reculé. | 2025-Q2
Au T2 2025, il a reculé. | 2025-Q2
Les cinq premiers mois de 2025 ont été faibles. | 2025-01/2025-05
En juin 2025, il a reculé. | 2025-06
En mai, il a progressé. | 2025-05
Le 14 juillet 2025, il a reculé. | 2025-07-14
Le 1er juillet 2025, il a reculé. | 2025-07-01
Les douanes l'ont dit lundi. | 2025-07-14
Vendredi dernier, il a reculé. | 2025-07-11
L'an dernier, il a progressé. | 2024
Le mois dernier, il a progressé. | 2025-06
De janvier à mai 2025, il a reculé. | 2025-01/2025-05
De 2020 à 2023, il a reculé. | 2020/2023
Il y a deux ans, il a reculé. | 2023
En juin 2025, il a reculé sur un an. | 2025-06 2024-06
"""
SPANISH = """
En el primer semestre de 2025 cayó el comercio. | 2025-H1
En el segundo trimestre de 2025 cayó. | 2025-Q2
En el 2T 2025 cayó. | 2025-Q2
En los cinco primeros meses de 2025 cayó. | 2025-01/2025-05
En los primeros cinco meses de 2025 cayó. | 2025-01/2025-05
En junio de 2025 cayó. | 2025-06
En mayo subió. | 2025-05
El 14 de julio de 2025 se publicó. | 2025-07-14
El lunes se publicó. | 2025-07-14
El viernes pasado se publicó. | 2025-07-11
El año pasado subió. | 2024
El mes pasado subió. | 2025-06
De enero a mayo de 2025 cayó. | 2025-01/2025-05
Entre 2020 y 2023 cayó. | 2020/2023
Hace dos años cayó. | 2023
En junio de 2025 subió respecto al año anterior. | 2025-06 2024-06
"""
ITALIAN = """
Nel primo semestre del 2025 è sceso. | 2025-H1
Nel secondo trimestre del 2025 è sceso. | 2025-Q2
Nel II trimestre 2025 è sceso. | 2025-Q2
Nei primi cinque mesi del 2025 è sceso. | 2025-01/2025-05
A giugno 2025 è sceso. | 2025-06
A maggio è salito. | 2025-05
Il 14 luglio 2025 è uscito. | 2025-07-14
Il 1º luglio 2025 è uscito. | 2025-07-01
Lo ha detto lunedì. | 2025-07-14
Venerdì scorso è sceso. | 2025-07-11
L'anno scorso è salito. | 2024
Il mese scorso è salito. | 2025-06
Da gennaio a maggio 2025 è sceso. | 2025-01/2025-05
Tra il 2020 e il 2023 è sceso. | 2020/2023
Due anni fa è sceso. | 2023
A giugno 2025 è salito rispetto all'anno precedente. | 2025-06 2024-06
"""
ROWS = [
    (language, *(part.strip() for part in line.split("|")))
    for language, table in {"de": GERMAN, "fr": FRENCH, "es": SPANISH, "it": ITALIAN}.items()
    for line in table.strip().splitlines()
]


@pytest.mark.parametrize(("language", "sentence", "periods"), ROWS)
def test_a_period_is_read_as_its_language_names_it(language, sentence, periods):
    """Every period of the sentence is read, and no other."""
    found = read_periods(english(sentence, language)[0], date(2025, 7, 14))

    assert [mention.period for mention in found] == [Period.parse(name) for name in periods.split()]
