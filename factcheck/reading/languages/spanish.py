"""
Spanish: scales, units, hedges, verbs of change and times, and the English for each.
"""

from __future__ import annotations

from factcheck.reading.languages.phrases import Language, Sort, phrases_of, with_of
from factcheck.reading.languages.spanish_numbers import FRACTIONS, spanish_numbers
from factcheck.reading.languages.spanish_times import spanish_times

_SCALES = """
million = millón | millones | millon | mill.
billion = millardo | millardos
trillion = billón | billones | billon
quadrillion = mil billones
quintillion = trillón | trillones
dozen = decena | decenas | docena | docenas | veintena | treintena | centena | centenas | centenar | centenares | \
cientos | miles
billions = miles de millones
and a half million = millón y medio | millones y medio
and a half billion = mil millones y medio
and a half trillion = billón y medio | billones y medio
"""
_HUNDRED = """
billion = mil millones | mil millones de | mil M | mil M de
thousand = mil
"""
_MARKS = """
million € = M€ | mill. €
million $ = M$
million euros = M de euros | mill. de euros
billion € = mil M€
billion euros = mil M de euros
thousand € = k€
"""
_UNITS = """
percent = por ciento | por cien | porciento
percentage points = puntos porcentuales | puntos de porcentaje
percentage point = punto porcentual
basis points = puntos básicos | puntos base
euros = euro | euros
US dollars = dólar estadounidense | dólares estadounidenses | dólares de EE. UU. | dólares de EE.UU. | \
dólares de EEUU | \
dólares de Estados Unidos | dólares americanos
Hong Kong dollars = dólares de Hong Kong | dólares hongkoneses
Australian dollars = dólares australianos
Canadian dollars = dólares canadienses
Singapore dollars = dólares de Singapur
dollars = dólar | dólares
yuan = yuan | yuanes
renminbi = renminbi | renminbis
rubles = rublo | rublos
pounds = libra | libras | libras esterlinas | libra esterlina
Swiss francs = francos suizos | franco suizo
yen = yen | yenes
rupees = rupia | rupias
Mexican pesos = pesos mexicanos
Turkish lira = liras turcas
tonnes = tonelada | toneladas | toneladas métricas
kilograms = kilogramo | kilogramos | kilos
barrels = barril | barriles
barrels per day = barriles diarios | barriles al día | barriles por día
cubic metres = metros cúbicos
kilowatt hours = kilovatios hora | kilovatios-hora
megawatt hours = megavatios hora | megavatios-hora
gigawatt hours = gigavatios hora | gigavatios-hora
terawatt hours = teravatios hora | teravatios-hora
vehicles = vehículo | vehículos
cars = coches | automóviles | autos
jobs = empleos
people = personas | habitantes
companies = empresas
containers = contenedores
units = unidades
times = veces
"""
_BEFORE = """
about = alrededor de | alrededor del | en torno a | en torno al | unos | unas | cerca del
approximately = aproximadamente
nearly = casi | cerca de | prácticamente
close to = próximo a | cercano a | cercana al | próximo al
just under = algo menos de | poco menos de | ligeramente por debajo de
just over = algo más de | poco más de | un poco más de | ligeramente por encima de
more than = más de | más del | por encima de | por encima del | superior a | superior al | superiores a
less than = menos de | menos del | por debajo de | por debajo del | inferior a | inferior al | inferiores a
at least = al menos | por lo menos | como mínimo | no menos de
at most = como máximo | a lo sumo
no more than = no más de
exceeded = superó los | superó el | superó | supera los | supera el | superan los | \
superaron los | superan el | superado los
or = o | u
between = entre
compared with = frente a | frente al | en comparación con | respecto a los
after = tras
"""
_VERBS = """
rose = subió | subieron | sube | suben | subido | aumentó | aumentaron | aumenta | aumentan | aumentado | aumentar | \
aumentará | incrementó | incrementaron | incrementa | incrementado | avanzó | avanzaron | ascendido | \
elevó | elevaron | repuntó | repuntaron | repuntado | ganó | ganaron | subir | crecerán
grew = creció | crecieron | crece | crecen | crecido | crecer | crecerá | expandió | expandido
jumped = saltó
soared = disparó | dispararon | disparado
fell = cayó | cayeron | cae | caen | caído | caer | bajó | bajaron | baja | bajan | bajado | \
disminuyó | disminuyeron | \
disminuye | disminuido | descendió | descendieron | desciende | descendido | redujo | redujeron | reducido | \
retrocedió | retrocedieron | retrocede | retrocedido | perdió | perdieron | cedió | recortó | bajar | disminuir
shrank = contrajo | contrajeron | contraído
plunged = desplomó | desplomaron | desplomado | hundió | hundieron | hundido
slowed = desaceleró | desaceleraron | desacelerado | ralentizó
accelerated = aceleró | aceleraron | acelerado
"""
_NOUNS = """
rise = aumento | aumentos | incremento | incrementos | subida | alza | avance | repunte
growth = crecimiento
decline = descenso | descensos | disminución | reducción | retroceso | bajada | merma | contracción
slump = caída | caídas | desplome | hundimiento
"""
_WORDS = """
more than = más que
less than = menos que
higher = superior
lower = inferior
doubled = duplicó | duplicaron | duplicado | duplica | duplicar
tripled = triplicó | triplicaron | triplicado | triplica
quadrupled = cuadruplicó | cuadruplicado
twice the = el doble de | el doble del
triple the = el triple de | el triple del
or more = o más
or less = o menos
market share = cuota de mercado
share of = una cuota de | una participación de | una cuota del | una participación del
tariffs = aranceles
tariff = arancel
inflation = inflación
unemployment = desempleo | tasa de paro
surplus = superávit
deficit = déficit
exports = exportaciones | exportación | ventas al exterior
imports = importaciones | importación
trade = comercio | intercambio | intercambio comercial | intercambios comerciales
was = fue | fue de | fue del | era de | alcanzó los | alcanzó | ascendió a | situó en | situó en el
a day = al día | diarios | por día
a month = al mes | mensuales
a year = al año | anuales
"""
_CLAUSES = """
and = y
while = mientras | mientras que
but = pero
which = que | cuyo | cuya
"""
_OF = "of = de | del | de los | de las | de la"
_BEHIND = """
more = más
less = menos
"""
_FROM = "from = desde | desde los | desde el"
_TO = """
to = a | al | a los | a las
up to = hasta | hasta el | hasta los | hasta las
"""
_INTO = "into = en | en el | en los | en la"
_IN = "in = durante"
_ONE = "one = un | una"
_ARTICLES = "- = los | las | el | la"


def spanish() -> Language:
    """What is known of Spanish, whose American copy writes a decimal point: "1,234" stays open."""
    return Language(
        phrases_of(
            (
                *spanish_times(),
                (Sort.WORD, FRACTIONS),
                (Sort.HUNDRED, _HUNDRED),
                (Sort.SCALE, with_of(_SCALES, ("de",))),
                (Sort.MARK, _MARKS),
                (Sort.UNIT, _UNITS),
                (Sort.BEFORE, _BEFORE),
                (Sort.VERB, _VERBS),
                (Sort.NOUN, _NOUNS),
                (Sort.CLAUSE, _CLAUSES),
                (Sort.WORD, _WORDS),
                (Sort.OF, _OF),
                (Sort.BEHIND, _BEHIND),
                (Sort.FROM, _FROM),
                (Sort.TO, _TO),
                (Sort.INTO, _INTO),
                (Sort.IN, _IN),
                (Sort.ONE, _ONE),
                (Sort.ARTICLE, _ARTICLES),
            ),
            spanish_numbers(),
        ),
        lower=frozenset({"y", "o", "u"}),
        day_marks=frozenset({".", "º", "°", "er"}),
        open_comma=True,
    )
