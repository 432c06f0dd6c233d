"""
Italian: scales, units, hedges, verbs of change and times, and the English for each.
"""

from __future__ import annotations

from factcheck.reading.languages.italian_numbers import FRACTIONS, italian_numbers
from factcheck.reading.languages.italian_times import italian_times
from factcheck.reading.languages.phrases import Language, Sort, phrases_of, with_of

_SCALES = """
million = milione | milioni | mln | mln. | mio
billion = miliardo | miliardi | mld | mld. | mrd
and a half million = milione e mezzo | milioni e mezzo
and a half billion = miliardo e mezzo | miliardi e mezzo
and a half trillion = bilione e mezzo | bilioni e mezzo
trillion = bilione | bilioni | mila miliardi
quadrillion = biliardo | biliardi
quintillion = trilione | trilioni
thousand = mila
dozen = decina | decine | dozzina | dozzine | ventina | trentina | quarantina | cinquantina | centinaio | centinaia | \
migliaio | migliaia
"""
_HUNDRED = """
trillion = mille miliardi | mille miliardi di
thousand = mille
"""
_MARKS = """
million € = M€
billion € = Mld€ | Mrd€
thousand € = k€
"""
_UNITS = """
percent = per cento | percento
percentage points = punti percentuali | punti di percentuale
percentage point = punto percentuale
basis points = punti base
euros = euro
US dollars = dollari USA | dollari statunitensi | dollari americani | dollaro americano | dollari Usa
Hong Kong dollars = dollari di Hong Kong
Australian dollars = dollari australiani
Canadian dollars = dollari canadesi
Singapore dollars = dollari di Singapore
dollars = dollaro | dollari
yuan = yuan
renminbi = renminbi
rubles = rublo | rubli
pounds = sterlina | sterline | lire sterline
Swiss francs = franchi svizzeri | franco svizzero
yen = yen
rupees = rupia | rupie
Turkish lira = lire turche
tonnes = tonnellata | tonnellate
kilograms = chilogrammo | chilogrammi | chili
barrels = barile | barili
barrels per day = barili al giorno | barili giornalieri | barili/giorno
cubic metres = metri cubi
kilowatt hours = kilowattora | chilowattora
megawatt hours = megawattora
gigawatt hours = gigawattora
terawatt hours = terawattora
vehicles = veicolo | veicoli
cars = auto | automobili | vetture
jobs = posti di lavoro
people = persone | abitanti
companies = imprese | aziende | società
containers = container
units = unità | pezzi
times = volte
"""
_BEFORE = """
about = intorno a | intorno ai | intorno al | attorno a | attorno al | attorno ai | più o meno
approximately = circa | all'incirca | approssimativamente
nearly = quasi | vicino a | vicino al | vicino ai
just under = poco meno di | poco meno del | poco sotto i | poco sotto il | appena sotto il
just over = poco più di | poco più del | poco oltre | poco sopra i | poco sopra il
more than = più di | più del | oltre | oltre il | oltre i | superiore a | superiore al | superiore ai | superiori a
less than = meno di | meno del | sotto i | sotto il | inferiore a | inferiore al | inferiore ai | inferiori a
at least = almeno | non meno di | come minimo
at most = al massimo | al più
no more than = non più di
exceeded = superato i | superato il | superato | supera i | superano i | supera il | superando i
or = o | ovvero | pari a
between = tra i | tra il | fra i | fra il | tra | fra
compared with = contro i | contro il | contro | rispetto ai | rispetto al
after = dopo i | dopo il | dopo
"""
_VERBS = """
rose = salì | salirono | salito | salita | saliti | salite | sale | salgono | aumentò | aumentarono | aumentato | \
aumentata | aumentati | aumentate | aumenta | aumentano | aumenterà | aumentare | incrementato | incrementata | \
incrementate | guadagnato | avanzato | cresceranno
grew = crebbe | crebbero | cresciuto | cresciuta | cresciuti | cresciute | cresce | crescono | crescere | crescerà
jumped = balzato | balzata | balzati | balzate | balzò
soared = volato | volata | volati | volate | schizzato | schizzata | impennato | impennata
fell = sceso | scesa | scesi | scese | scende | scendono | calato | calata | calati | calate | cala | calano | calò | \
calarono | diminuito | diminuita | diminuiti | diminuite | diminuisce | diminuiscono | ridotto | ridotta | ridotti | \
ridotte | perso | ceduto | arretrato | arretrata | caduto | caduta | caduti | cadute | scendere | calare | diminuirà
shrank = contratto | contratta | contratti | contratte | contrae
plunged = crollato | crollata | crollati | crollate | crollò | crolla | crollano | precipitato | precipitata | \
precipitati | precipitate
slowed = rallentato | rallentata | rallenta
accelerated = accelerato | accelerata | accelera
"""
_NOUNS = """
rise = aumento | aumenti | incremento | rialzo | progresso
growth = crescita
jump = balzo
decline = calo | cali | diminuzione | flessione | riduzione | contrazione | ribasso | discesa
slump = crollo | caduta | tonfo
"""
_WORDS = """
up by = in aumento del | in aumento dell' | in crescita del | in crescita dell' | in rialzo del | in rialzo dell' | \
in aumento di | in crescita di
down by = in calo del | in calo dell' | in flessione del | in flessione dell' | in ribasso del | in diminuzione del | \
in calo di
up = in aumento | in crescita | in rialzo
down = in calo | in flessione | in ribasso | in diminuzione
more = in più
less = in meno
more than = in più rispetto
less than = in meno rispetto
doubled = raddoppiato | raddoppiata | raddoppiati | raddoppiate | raddoppia | raddoppiano
tripled = triplicato | triplicata | triplicati | triplicate
quadrupled = quadruplicato | quadruplicata | quadruplicate
halved = dimezzato | dimezzata | dimezzati | dimezzate
twice the = il doppio delle | il doppio dei | il doppio del
triple the = il triplo delle | il triplo dei | il triplo del
or more = o più
or less = o meno
market share = quota di mercato
share of = una quota del | la quota del | una quota dell' | una quota di
tariffs = dazi | dazi doganali
tariff = dazio
inflation = inflazione
unemployment = disoccupazione | tasso di disoccupazione
surplus = avanzo | surplus | avanzo commerciale
deficit = disavanzo | deficit | disavanzo commerciale
exports = esportazioni | esportazione
imports = importazioni | importazione
trade = commercio | interscambio | interscambio commerciale
was = è stato di | è stata di | è stato del | ammonta a | ammontano a | è pari a
a day = al giorno
a month = al mese
a year = all'anno
"""
_CLAUSES = """
and = e | ed
while = mentre
but = ma
which = che | cui
"""
_OF = "of = di | del | dell' | dello | della | dei | degli | delle"
_FROM = "from = da | dal | dall' | dai | dagli | dalle"
_TO = """
to = a | al | all' | ai | agli | alle
up to = fino a | fino al | fino ai
"""
_IN = "in = in | nel | nell' | nei | per il"
_ONE = "one = un | uno | una"
_ARTICLES = "- = il | i | l' | lo | gli | le"


def italian() -> Language:
    """What is known of Italian."""
    return Language(
        phrases_of(
            (
                *italian_times(),
                (Sort.WORD, FRACTIONS),
                (Sort.HUNDRED, _HUNDRED),
                (Sort.SCALE, with_of(_SCALES, ("di", "d'"))),
                (Sort.MARK, _MARKS),
                (Sort.UNIT, _UNITS),
                (Sort.BEFORE, _BEFORE),
                (Sort.VERB, _VERBS),
                (Sort.NOUN, _NOUNS),
                (Sort.CLAUSE, _CLAUSES),
                (Sort.WORD, _WORDS),
                (Sort.OF, _OF),
                (Sort.FROM, _FROM),
                (Sort.TO, _TO),
                (Sort.IN, _IN),
                (Sort.ONE, _ONE),
                (Sort.ARTICLE, _ARTICLES),
            ),
            italian_numbers(),
        ),
        lower=frozenset({"e", "o"}),
        day_marks=frozenset({"º", "°"}),
    )
