"""
Figures of German, French, Spanish and Italian sentences, written by hand: value, unit, hedge and direction.
"""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.reading.directions import direction_of
from factcheck.reading.figures import read_figures
from factcheck.reading.languages.translate import english

# sentence with the figure in braces | value in whole units | unit | hedge | direction
GERMAN = """
Der Handel sank um {9,1 Prozent} auf 106,48 Milliarden Dollar. | 9.1 | % | - | down
Der Handel sank um 9,1 Prozent auf {106,48 Milliarden Dollar}. | 106480000000 | USD | - | -
Die Exporte sind um {9,1 Prozent} auf 47 Mrd. Euro gestiegen. | 9.1 | % | - | up
Die Ausfuhren sind um 9,1 Prozent auf rund {47,16 Mrd. US-Dollar} gestiegen. | 47160000000 | USD | about | -
Die Importe gingen im Juni um {2,1 Prozent} zurück. | 2.1 | % | - | down
Die Ausfuhren legten um knapp {5 Prozent} zu. | 5 | % | nearly | up
Die Einfuhren nahmen um mehr als {12 %} ab, sagte der Sprecher. | 12 | % | more than | down
Der Absatz brach um {20,5 Prozent} ein. | 20.5 | % | - | down
Peking meldete einen Anstieg der Exporte um {5,8 Prozent}. | 5.8 | % | - | up
Ein Rückgang von {3,4 Prozent} wurde gemeldet. | 3.4 | % | - | down
Der Anteil stieg um {0,3 Prozentpunkte}. | 0.3 | pp | - | up
Der Überschuss lag bei {1,74 Billionen Yuan}. | 1740000000000 | CNY | - | -
China verkaufte {10 648 Fahrzeuge}. | 10648 | 1 | - | -
Geliefert wurden {1.234.567,8 Tonnen} Öl. | 1234567.8 | t | - | -
Das Land pumpte {2 Mio. Fass pro Tag}. | 2000000 | bbl/d | - | -
Das kostete mindestens {3,5 Mio. €} im Jahr. | 3500000 | EUR | at least | -
Es ging um fast {240 Milliarden Dollar}. | 240000000000 | USD | nearly | -
Er verlor höchstens {1.500 Euro} am Tag. | 1500 | EUR | at most | -
Das Volumen lag über {600 Millionen Rubel}. | 600000000 | RUB | more than | -
Verkauft wurden {zwölf Millionen Tonnen}. | 12000000 | t | - | -
Es waren {fünfundzwanzig Prozent}. | 25 | % | - | -
Das Paket kostet {anderthalb Milliarden Euro}. | 1500000000 | EUR | - | -
Das Paket kostet {eine Milliarde Euro}. | 1000000000 | EUR | - | -
Das Paket kostet {eine halbe Million Franken}. | 500000 | CHF | - | -
Das Paket kostet {500 T€} im Monat. | 500000 | EUR | - | -
Die Importe schrumpften, während die Exporte um {3 Prozent} wuchsen. | 3 | % | - | up
Die Ausfuhren lagen {8,4 Prozent} höher als im Vorjahr. | 8.4 | % | - | up
Der Zuwachs betrug {1'234'567.80 Franken}. | 1234567.80 | CHF | - | -
"""
FRENCH = """
Le commerce a reculé de {9,1 %} en juin, à 106,48 milliards de dollars. | 9.1 | % | - | down
Le commerce a reculé de 9,1 % en juin, à {106,48 milliards de dollars}. | 106480000000 | USD | - | -
Les exportations ont augmenté de {9,1 %} sur un an. | 9.1 | % | - | up
Elles ont atteint près de {47,16 Mds€} en mai. | 47160000000 | EUR | nearly | -
Les importations ont chuté de {12 pour cent}. | 12 | % | - | down
Une hausse des exportations de {5,8 %} a été annoncée. | 5.8 | % | - | up
Une baisse de {2,1 points de pourcentage} a suivi. | 2.1 | pp | - | down
L'excédent s'élève à {1 740 milliards de yuans}. | 1740000000000 | CNY | - | -
La Chine a vendu {10 648 véhicules} neufs. | 10648 | 1 | - | -
Les ventes, en hausse de {5 %}, ont surpris. | 5 | % | - | up
Les ventes, en baisse de {5,25 %}, ont surpris. | 5.25 | % | - | down
Un excédent de plus de {5 milliards d'euros} est prévu. | 5000000000 | EUR | more than | -
Les ventes ont augmenté de plus de {5 %}. | 5 | % | more than | up
La croissance est passée de 5,2 % à {4,1 %}. | 4.1 | % | - | up
Le pays produit {neuf millions de barils par jour}. | 9000000 | bbl/d | - | -
La dette vaut {mille milliards de dollars}. | 1000000000000 | USD | - | -
La dette vaut {deux billions de dollars}. | 2000000000000 | USD | - | -
La dette vaut {deux milliards et demi d'euros}. | 2500000000 | EUR | - | -
Il a livré {3 millions de tonnes} d'acier. | 3000000 | t | - | -
Il a livré quelque {300 000 tonnes} d'acier. | 300000 | t | about | -
Il a coûté {12 M€} au total. | 12000000 | EUR | - | -
Il a coûté au moins {600 millions de roubles}. | 600000000 | RUB | at least | -
Il a coûté moins de {1.234,5 euros} en tout. | 1234.5 | EUR | less than | -
Il vend {deux cent vingt voitures} par mois. | 220 | 1 | - | -
Il pèse {soixante-quinze pour cent} du total. | 75 | % | - | -
Le recul a été de 7 % et la baisse de {8 %} en mai. | 8 | % | - | down
"""
SPANISH = """
El comercio cayó un {9,1 %} en el semestre, hasta los 106.480 millones de dólares. | 9.1 | % | - | down
El comercio cayó un 9,1 % en el semestre, hasta los {106.480 millones de dólares}. | 106480000000 | USD | - | -
Las exportaciones aumentaron un {9,1 %} interanual. | 9.1 | % | - | up
Llegaron a {47,16 mil millones de dólares} en mayo. | 47160000000 | USD | - | -
Las importaciones se redujeron en {12 por ciento}. | 12 | % | - | down
Un aumento de las exportaciones del {5,8 %} fue anunciado. | 5.8 | % | - | up
Siguió una caída de {2,1 puntos porcentuales}. | 2.1 | pp | - | down
El superávit fue de {1,74 billones de yuanes}. | 1740000000000 | CNY | - | -
China vendió {10 648 vehículos}. | 10648 | 1 | - | -
El intercambio superó los {240.000 millones de dólares}. | 240000000000 | USD | more than | -
Produce más de {2 millones de barriles diarios}. | 2000000 | bbl/d | more than | -
Cuesta {mil millones de euros} al año. | 1000000000 | EUR | - | -
Cuesta {250 mil millones de euros} en total. | 250000000000 | EUR | - | -
Cuesta {treinta y cinco mil millones de dólares}. | 35000000000 | USD | - | -
Cuesta {medio millón de euros}. | 500000 | EUR | - | -
Cuesta {dos millones y medio de euros}. | 2500000 | EUR | - | -
Cuesta {5 mil M€} en total. | 5000000000 | EUR | - | -
Vendió unos {1.234 coches} en mayo. | 1234 | 1 | about | -
Vendió casi {3,5 millones de toneladas} de acero. | 3500000 | t | nearly | -
Vendió al menos {600 millones de rublos} de gas. | 600000000 | RUB | at least | -
Vendió menos de {1.234.567,8 libras} en mayo. | 1234567.8 | GBP | less than | -
El crecimiento pasó del 5,2 % al {4,1 %}. | 4.1 | % | - | up
Las ventas subieron {0,5 por ciento}. | 0.5 | % | - | up
Las ventas han bajado alrededor de un {20 %}. | 20 | % | about | down
El descenso del {3,4 %} fue el mayor del año. | 3.4 | % | - | down
Un {5 %} más que en mayo. | 5 | % | - | up
"""
ITALIAN = """
L'interscambio è sceso del {9,1%} nel semestre, a 106,48 miliardi di dollari. | 9.1 | % | - | down
L'interscambio è sceso del 9,1% nel semestre, a {106,48 miliardi di dollari}. | 106480000000 | USD | - | -
Le esportazioni sono aumentate del {9,1%} su base annua. | 9.1 | % | - | up
Sono arrivate a quasi {47,16 mld di euro} in maggio. | 47160000000 | EUR | nearly | -
Le importazioni sono crollate del {12 per cento}. | 12 | % | - | down
Un aumento delle esportazioni del {5,8%} è previsto. | 5.8 | % | - | up
È seguito un calo di {2,1 punti percentuali}. | 2.1 | pp | - | down
L'avanzo ammonta a {1.740 miliardi di yuan}. | 1740000000000 | CNY | - | -
La Cina ha venduto {10 648 veicoli}. | 10648 | 1 | - | -
Un calo dell'{1,9%} è previsto. | 1.9 | % | - | down
L'interscambio ha superato i {240 miliardi di dollari}. | 240000000000 | USD | more than | -
Produce oltre {2 milioni di barili al giorno}. | 2000000 | bbl/d | more than | -
Costa {mille miliardi di euro}. | 1000000000000 | EUR | - | -
Costa {due mila miliardi di euro}. | 2000000000000 | EUR | - | -
Costa {trentacinque miliardi di dollari}. | 35000000000 | USD | - | -
Costa {mezzo milione di euro}. | 500000 | EUR | - | -
Costa {due miliardi e mezzo di euro}. | 2500000000 | EUR | - | -
Costa {5 miliardi di euro} circa. | 5000000000 | EUR | about | -
Costa almeno {600 milioni di rubli}. | 600000000 | RUB | at least | -
Costa meno di {1.234,5 sterline}. | 1234.5 | GBP | less than | -
Vende {duemila tonnellate} di grano. | 2000 | t | - | -
La crescita è passata dal 5,2% al {4,1%}. | 4.1 | % | - | up
Le vendite sono salite dello {0,5 per cento}. | 0.5 | % | - | up
Le vendite sono in crescita dell'{8%}. | 8 | % | - | up
Le vendite sono in calo del {3,4%}. | 3.4 | % | - | down
Le vendite sono calate di circa il {20%}. | 20 | % | about | down
"""
TABLES = {"de": GERMAN, "fr": FRENCH, "es": SPANISH, "it": ITALIAN}
ROWS = [
    (language, *(part.strip() for part in line.split("|")))
    for language, table in TABLES.items()
    for line in table.strip().splitlines()
]
SIGNS = {"up": 1, "down": -1, "-": None}


@pytest.mark.parametrize(("language", "sentence", "value", "unit", "hedge", "direction"), ROWS)
def test_a_figure_is_read_as_its_language_writes_it(language, sentence, value, unit, hedge, direction):
    """The figure in braces has its value, unit, hedge and direction, and leads back to its own words."""
    start, end = sentence.index("{"), sentence.index("}") - 1
    text, way = english(sentence.replace("{", "").replace("}", ""), language)
    figures = read_figures(text)
    found = [figure for figure in figures if way.span(figure.start, figure.end) == (start, end)]

    assert [
        (figure.value, figure.unit, str(figure.hedge or "-"), direction_of(text, figure, figures)) for figure in found
    ] == [(Decimal(value), unit, hedge, SIGNS[direction])]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Ein Drittel der Exporte"),
        ("fr", "un tiers des exportations"),
        ("es", "un tercio de las exportaciones"),
        ("it", "un terzo delle esportazioni"),
    ],
)
def test_a_third_is_read(language, text):
    """A fraction in words is one third of a hundred."""
    figures = read_figures(english(text, language)[0])

    assert [(figure.text, figure.unit) for figure in figures] == [("a third", "%")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Das Volumen hat sich verdoppelt"),
        ("fr", "les ventes ont doublé"),
        ("es", "las ventas se duplicaron"),
        ("it", "le vendite sono raddoppiate"),
    ],
)
def test_doubled_is_read(language, text):
    """A verb for twice as much is the factor 2."""
    figures = read_figures(english(text, language)[0])

    assert [(figure.number, figure.unit) for figure in figures] == [(Decimal(2), "x")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "ein Plus von 10.6 Prozent"),
        ("de", "1,234,567.8 Tonnen"),
        ("de", "zwei Dutzend Fälle"),
        ("de", "fünf Trillionen Euro"),
        ("de", "Millionen Menschen"),
        ("de", "um 14.30 Uhr"),
        ("fr", "une trentaine de milliards d'euros"),
        ("fr", "trois dizaines de milliards"),
        ("fr", "des milliards de dollars"),
        ("es", "1,234 millones de euros"),
        ("es", "10.6 millones de toneladas"),
        ("es", "miles de millones de dólares"),
        ("it", "decine di miliardi di euro"),
        ("it", "3,456.7 miliardi di euro"),
    ],
)
def test_what_is_not_plain_stays_unread(language, text):
    """Neither the other decimal mark nor a vague or unknown scale becomes a figure."""
    assert read_figures(english(text, language)[0]) == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "ein 5 Milliardenverlust"),
        ("de", "5 Mrdn Euro"),
        ("de", "1'234 567 Millionen Euro"),
        ("es", "dos mil quinientos millones de euros"),
    ],
)
def test_no_part_of_a_number_is_a_figure(language, text):
    """A number that is not understood whole is not read in part."""
    assert read_figures(english(text, language)[0]) == ()
