"""
German: scales, units, hedges, verbs of change and times, and the English for each.
"""

from __future__ import annotations

from factcheck.reading.languages.german_numbers import FRACTIONS, german_numbers
from factcheck.reading.languages.german_times import german_times
from factcheck.reading.languages.phrases import Language, Sort, phrases_of

_SCALES = """
thousand = Tsd. | Tsd
million = Million | Millionen | Mio. | Mio | Mill. | Mill
billion = Milliarde | Milliarden | Mrd. | Mrd | Mia. | Mia
trillion = Billion | Billionen | Bio. | Bio | Bill. | Bill
quadrillion = Billiarde | Billiarden
quintillion = Trillion | Trillionen
dozen = Dutzend
"""
_HUNDRED = """
thousand = Tausend
hundred = Hundert
"""
_WORDS_OF_SCALE = """
thousands = Tausende | Tausenden
hundreds = Hunderte | Hunderten
"""
_MARKS = """
thousand € = T€ | TEUR
"""
_UNITS = """
percent = Prozent | v. H. | v.H. | vH | \
 prozentig | prozentige | prozentigen | prozentiger | prozentiges | -prozentige | \
-prozentigen | -prozentiger | -prozentiges | -prozentig
percentage points = Prozentpunkte | Prozentpunkten | %-Punkte | %-Punkten | Prozent-Punkte
percentage point = Prozentpunkt | %-Punkt
basis points = Basispunkte | Basispunkten
basis point = Basispunkt
euros = Euro | Euros
US dollars = US-Dollar | US-Dollars | amerikanische Dollar | amerikanischer Dollar | amerikanischen Dollar
US$ = US-$
Hong Kong dollars = Hongkong-Dollar | Hongkong Dollar
Australian dollars = australische Dollar | australischer Dollar | australischen Dollar
Canadian dollars = kanadische Dollar | kanadischer Dollar | kanadischen Dollar
Taiwan dollars = Taiwan-Dollar | Taiwandollar
Singapore dollars = Singapur-Dollar
dollars = Dollar | Dollars
yuan = Yuan | Yüan
renminbi = Renminbi
rubles = Rubel
pounds = Pfund | Britische Pfund | britische Pfund | Pfund Sterling
Swiss francs = Franken | Schweizer Franken | Sfr
yen = Yen
rupees = Rupien
Turkish lira = türkische Lira | Türkische Lira
zloty = Zloty
tonnes = Tonnen | Tonne
kilograms = Kilogramm
barrels = Barrel | Fass
barrels per day = Barrel pro Tag | Fass pro Tag | Barrel am Tag | Fass am Tag | Barrel täglich | Fass täglich
cubic metres = Kubikmeter | Kubikmetern
kilowatt hours = Kilowattstunden
megawatt hours = Megawattstunden
gigawatt hours = Gigawattstunden
terawatt hours = Terawattstunden
vehicles = Fahrzeuge | Fahrzeugen
cars = Autos | Pkw | Personenwagen
jobs = Arbeitsplätze | Arbeitsplätzen | Jobs
people = Menschen | Personen
companies = Unternehmen
containers = Container | Containern
units = Stück | Einheiten
times = Mal | mal
"""
_BEFORE = """
about = rund | etwa | ungefähr | zirka | schätzungsweise | um die | an die
approximately = circa
nearly = fast | nahezu | annähernd | beinahe
just under = knapp | nicht ganz
close to = nahe
just over = gut | etwas mehr als | etwas über | knapp über | leicht über
a little less than = etwas weniger als | etwas unter | knapp unter | leicht unter
more than = mehr als | über | oberhalb von
less than = weniger als | unter | unterhalb von
at least = mindestens | wenigstens | zumindest
at most = höchstens | maximal
up to = bis zu
no more than = nicht mehr als
no less than = nicht weniger als
or = oder | beziehungsweise | bzw. | respektive
between = zwischen
after = nach
compared with = gegenüber | verglichen mit | im Vergleich zu
"""
_VERBS = """
rose = stieg | stiegen | steigt | steigen | gestiegen | gestiegene | gestiegenen | gestiegener | kletterte | \
kletterten | geklettert | erhöhte | erhöhten | erhöht | zugelegt | zugenommen | angestiegen | zulegten | zulegte | \
zunahmen | zunahm | zulegen | zunehmen | ausgeweitet | angewachsen | gesteigert | steigerte | steigerten
grew = wuchs | wuchsen | wächst | gewachsen | wachsen
soared = schoss | schossen | hochgeschnellt | emporgeschnellt | sprang | sprangen
fell = fiel | fielen | fällt | gefallen | sank | sanken | sinkt | sinken | gesunken | gesunkene | gesunkenen | \
zurückgegangen | zurückging | zurückgingen | zurückgehen | abgenommen | abnahm | abnahmen | nachgegeben | \
verringerte | verringerten | verringert | verminderte | verminderten | vermindert | reduzierte | reduzierten | \
reduziert | sackte | sackten | rutschte | rutschten | gerutscht | fallen
shrank = schrumpfte | schrumpften | schrumpft | geschrumpft | schrumpfen
plunged = eingebrochen | einbrach | einbrachen | einbrechen | abgestürzt
slowed = verlangsamte | verlangsamten | verlangsamt
accelerated = beschleunigte | beschleunigten | beschleunigt
"""
_SPLIT = """
zu:rose ab:fell = nahm | nahmen | nimmt | nehmen
zu:rose = legte | legten | legt | legen
zurück:fell = ging | gingen | geht | gehen
ein:plunged = brach | brachen | bricht | brechen
nach:fell = gab | gaben | gibt | geben
an:rose = zog | zogen | zieht | ziehen | wuchs an
"""
_NOUNS = """
rise = Anstieg | Anstiegs | Zuwachs | Zuwachses | Zunahme | Plus | Steigerung | Erhöhung
growth = Wachstum | Wachstums
jump = Sprung
decline = Rückgang | Rückgangs | Rückgänge | Minus | Abnahme | Verringerung
fall = Absinken
slump = Einbruch | Einbruchs | Absturz
"""
_CLAUSES = """
and = und | sowie
while = während | wohingegen
but = aber | doch | jedoch
that = dass
which = welche | welches | welcher
"""
_WORDS = """
minus = minus
up = plus
doubled = verdoppelte sich | verdoppelten sich | verdoppelte | verdoppelten | verdoppelt
tripled = verdreifachte sich | verdreifachten sich | verdreifachte | verdreifachten | verdreifacht
quadrupled = vervierfachte sich | vervierfachten sich | vervierfachte | vervierfachten | vervierfacht
halved = halbierte sich | halbierten sich | halbierte | halbierten | halbiert
twice the = das Doppelte der | das Doppelte des
triple the = das Dreifache der | das Dreifache des
more than = mehr als
less than = weniger als
more = mehr
less = weniger
higher = höher
lower = niedriger | geringer
or more = oder mehr
or less = oder weniger
exceeded = überstieg | überstiegen | übertraf | übertrafen | überschritt | überschritten
share of = Anteil von | Anteils von
share = Anteil | Marktanteil | Anteile
tariff = Zollsatz | Strafzoll
tariffs = Zölle | Zöllen | Strafzölle | Strafzöllen | Einfuhrzölle
inflation = Inflation | Inflationsrate
unemployment = Arbeitslosenquote
surplus = Überschuss | Überschusses | Handelsüberschuss | Handelsbilanzüberschuss | Exportüberschuss
deficit = Defizit | Defizits | Handelsdefizit | Handelsbilanzdefizit
exports = Exporte | Exporten | Ausfuhren | Warenexporte | Ausfuhr | Warenausfuhren
imports = Importe | Importen | Einfuhren | Warenimporte | Einfuhr | Wareneinfuhren
trade = Handel | Außenhandel | Handelsvolumen | Warenhandel
was = betrug | betrugen | beträgt
in the = in der | in den
a day = pro Tag | am Tag | täglich
a month = pro Monat | im Monat | monatlich
"""
_ONE = "one = ein | eine | einen | einer | einem"
_OF = "of = von | vom"
_TO = "to = auf | bis"
_BY = "by = um"
_IN = """
in = im | in | ab
on = am
"""
_PARTICLES = "- = zu | zurück | an"


def german() -> Language:
    """What is known of German."""
    return Language(
        phrases_of(
            (
                *german_times(),
                (Sort.WORD, FRACTIONS),
                (Sort.SCALE, _SCALES),
                (Sort.HUNDRED, _HUNDRED),
                (Sort.WORD, _WORDS_OF_SCALE),
                (Sort.MARK, _MARKS),
                (Sort.UNIT, _UNITS),
                (Sort.VERB, _VERBS),
                (Sort.SPLIT, _SPLIT),
                (Sort.NOUN, _NOUNS),
                (Sort.CLAUSE, _CLAUSES),
                (Sort.BEFORE, _BEFORE),
                (Sort.WORD, _WORDS),
                (Sort.OF, _OF),
                (Sort.TO, _TO),
                (Sort.BY, _BY),
                (Sort.IN, _IN),
                (Sort.ONE, _ONE),
                (Sort.PARTICLE, _PARTICLES),
            ),
            german_numbers(),
        ),
        day_marks=frozenset({"."}),
    )
