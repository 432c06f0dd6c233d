"""
French: scales, units, hedges, verbs of change and times, and the English for each.
"""

from __future__ import annotations

from factcheck.reading.languages.french_numbers import FRACTIONS, french_numbers
from factcheck.reading.languages.french_times import french_times
from factcheck.reading.languages.phrases import Language, Sort, phrases_of, with_of

_SCALES = """
million = million | millions
billion = milliard | milliards | Mds | Md | Mrd | Mrds | mds | Mds. | Md.
trillion = billion | billions
and a half million = million et demi | millions et demi
and a half billion = milliard et demi | milliards et demi
and a half trillion = billion et demi | billions et demi
quadrillion = billiard | billiards
quintillion = trillion | trillions
thousand = millier | milliers
dozen = dizaine | dizaines | douzaine | douzaines | vingtaine | trentaine | quarantaine | cinquantaine | \
soixantaine | centaine | centaines
"""
_HUNDRED = """
trillion = mille milliards | mille milliards de | mille milliards d'
thousand = mille
hundred = cent
"""
_MARKS = """
million € = M€ | millions€ | M d'€
million $ = M$
billion € = Md€ | Mds€ | Mrd€ | Mds d'€
billion $ = Md$ | Mds$ | Mrd$
thousand € = k€
thousand $ = k$
million euros = M d'euros
million dollars = M de dollars
"""
_UNITS = """
percent = pour cent | p. 100 | p.100 | pourcent
percentage points = points de pourcentage | points de % | points de pour cent
percentage point = point de pourcentage
basis points = points de base
euros = euro | euros
US dollars = dollar américain | dollars américains | dollars US | dollars des États-Unis
Hong Kong dollars = dollars de Hong Kong | dollars hongkongais
Australian dollars = dollar australien | dollars australiens
Canadian dollars = dollar canadien | dollars canadiens
Taiwan dollars = dollars taïwanais
Singapore dollars = dollars de Singapour | dollars singapouriens
dollars = dollar | dollars
yuan = yuan | yuans
renminbi = renminbi | renminbis
rubles = rouble | roubles
pounds = livres sterling | livre sterling
Swiss francs = francs suisses | franc suisse
yen = yen | yens
rupees = roupie | roupies
Turkish lira = livres turques | livre turque
zloty = zloty | zlotys
tonnes = tonne | tonnes
kilograms = kilogramme | kilogrammes
barrels = baril | barils
barrels per day = barils par jour | baril par jour | barils/jour | b/j
cubic metres = mètres cubes | mètre cube | m³
kilowatt hours = kilowattheures
megawatt hours = mégawattheures
gigawatt hours = gigawattheures
terawatt hours = térawattheures
vehicles = véhicule | véhicules
cars = voiture | voitures | automobiles
jobs = emplois
people = personnes | habitants
companies = entreprises | sociétés
containers = conteneurs
units = unités | exemplaires
times = fois
"""
_BEFORE = """
about = quelque | autour de | aux alentours de | aux environs de | de l'ordre de | à peu près | \
grosso modo
approximately = environ | approximativement
nearly = près de | presque | quasiment | quasi | pas loin de
close to = proche de | proches de
just under = un peu moins de | légèrement moins de | juste en dessous de | à peine moins de
just over = un peu plus de | légèrement plus de | un peu plus que
more than = plus de | plus d' | au-delà de | au-dessus de | supérieur à | supérieure à | supérieurs à
less than = moins de | moins d' | en dessous de | au-dessous de | inférieur à | inférieure à | inférieurs à
at least = au moins | au minimum | pas moins de
at most = au plus | au maximum | tout au plus
no more than = pas plus de
exceeded = dépassé les | dépassé | dépassent | dépasse | dépasse les | dépassant | dépassaient | dépassait
or = ou | soit
between = entre
compared with = contre | comparé à | par rapport à | face à
after = après
"""
_VERBS = """
rose = augmenté | augmente | augmentent | augmentaient | \
augmentait | augmenter | progressé | progresse | progressent | \
progressait | progresser | monté | monte | montent | accru | accrue | accrus | accrues | grimpé | grimpe | \
grimpent | gagné | augmentée | augmentées | augmentés | bondit | crû | augmentera | progressera | augmenteront
jumped = bondi | bondissent
soared = explosé | explose | envolé | envolée | envolés | envolées | flambé
fell = baissé | diminué | diminue | diminuent | diminuait | \
diminuer | reculé | recule | reculent | reculait | reculer | \
tombé | tombée | tombés | tombées | perdu | cédé | fléchi | fléchit | décru | baissent | baisser | réduit | réduite | \
réduits | replié | repliée | repliés | repliées | régressé | descendu | descendue | reculera | baissera | diminuera
shrank = contracté | contractée | contractés | contractées | contracte | rétréci
plunged = chuté | chutent | chuter | plongé | plonge | plongent | effondré | effondrée | effondrés | effondrées | \
dégringolé
slowed = ralenti | ralentit | ralentissent
accelerated = accéléré | accélère
"""
_NOUNS = """
rise = hausse | hausses | augmentation | progression | accroissement | montée
growth = croissance
jump = bond | envolée
decline = baisse | baisses | recul | diminution | repli | contraction | fléchissement
slump = chute | effondrement | plongeon
"""
_WORDS = """
up by = en hausse de | en progression de | en augmentation de
down by = en baisse de | en recul de | en repli de | en diminution de | en chute de
up = en hausse | en progression
down = en baisse | en recul | en repli
minus = moins
doubled = doublé | double | doublent | doublait
tripled = triplé | triplent
quadrupled = quadruplé
twice the = le double des | le double du | le double de la
triple the = le triple des | le triple du | le triple de la
more than = de plus que | de plus qu' | supérieur à celui de | supérieures à celles de
less than = de moins que | de moins qu'
or more = ou plus | ou davantage
or less = ou moins
market share = part de marché
share of = une part de | la part de | sa part de
tariffs = droits de douane | droit de douane | tarifs douaniers
inflation = inflation
unemployment = taux de chômage | chômage
surplus = excédent | excédents | excédent commercial
deficit = déficit | déficits | déficit commercial
exports = exportation | exportations
imports = importation | importations
trade = commerce | échanges | échanges commerciaux | commerce extérieur
was = était | s'élevait à | s'est élevé à | s'est élevée à | atteint | a atteint | s'établit à | s'est établi à | \
s'est établie à | est de
a day = par jour
a month = par mois
a year = par an
"""
_CLAUSES = """
and = et
while = tandis que | alors que | pendant que
but = mais
which = qui | que | dont
"""
_OF = """
of = de | d' | du | des | de la | de l'
of more than = de plus de | de plus d'
of less than = de moins de | de moins d'
of nearly = de près de
"""
_BEHIND = """
more = de plus
less = de moins
"""
_TO = """
to = à | au | aux | jusqu'en
up to = jusqu'à
"""
_FROM = "since = depuis"
_IN = "in = en | dès | courant"
_ONE = "one = un | une"
_ARTICLES = "- = les | la | le | l'"


def french() -> Language:
    """What is known of French."""
    return Language(
        phrases_of(
            (
                *french_times(),
                (Sort.WORD, FRACTIONS),
                (Sort.SCALE, with_of(_SCALES, ("de", "d'"))),
                (Sort.HUNDRED, _HUNDRED),
                (Sort.SHY, "nine = neuf"),
                (Sort.MARK, _MARKS),
                (Sort.UNIT, _UNITS),
                (Sort.BEFORE, _BEFORE),
                (Sort.VERB, _VERBS),
                (Sort.NOUN, _NOUNS),
                (Sort.CLAUSE, _CLAUSES),
                (Sort.WORD, _WORDS),
                (Sort.OF, _OF),
                (Sort.BEHIND, _BEHIND),
                (Sort.TO, _TO),
                (Sort.FROM, _FROM),
                (Sort.IN, _IN),
                (Sort.ONE, _ONE),
                (Sort.ARTICLE, _ARTICLES),
            ),
            french_numbers(),
        ),
        lower=frozenset({"mars", "sept", "double"}),
        day_marks=frozenset({"er"}),
    )
