"""
Who belonged to a bloc in a year.

A year is cut at its end: a country counts if it was a member on 31 December. So Croatia counts from 2013,
Timor-Leste from 2025, and the United Kingdom, which left on 31 January 2020, through 2019. Members that are
suspended or only invited do not count. Sources: the treaties of accession and the organisations' own lists of
members. Years in which membership was in dispute are left out: asking for one is an error.
"""

from __future__ import annotations

from functools import lru_cache

from factcheck.errors import UnknownNameError
from factcheck.places.index import by_code

#: One line a wave: bloc, first year that counts, "-" or the last, members.
WAVES = """\
ASEAN 1967 - IDN MYS PHL SGP THA
ASEAN 1984 - BRN
ASEAN 1995 - VNM
ASEAN 1997 - LAO MMR
ASEAN 1999 - KHM
ASEAN 2025 - TLS
BRICS 2009 - BRA CHN IND RUS
BRICS 2010 - ZAF
BRICS 2024 - ARE EGY ETH IRN
BRICS 2025 - IDN
CHN+HKG 1949 - CHN HKG
CPTPP 2018 - AUS CAN JPN MEX NZL SGP
CPTPP 2019 - VNM
CPTPP 2021 - PER
CPTPP 2022 - MYS
CPTPP 2023 - BRN CHL
CPTPP 2024 - GBR
EA 1999 - AUT BEL DEU ESP FIN FRA IRL ITA LUX NLD PRT
EA 2001 - GRC
EA 2007 - SVN
EA 2008 - CYP MLT
EA 2009 - SVK
EA 2011 - EST
EA 2014 - LVA
EA 2015 - LTU
EA 2023 - HRV
EA 2026 - BGR
EAEU 2015 - ARM BLR KAZ KGZ RUS
EFTA 1995 - CHE ISL LIE NOR
EU 1958 - BEL DEU FRA ITA LUX NLD
EU 1973 - DNK IRL
EU 1973 2019 GBR
EU 1981 - GRC
EU 1986 - ESP PRT
EU 1995 - AUT FIN SWE
EU 2004 - CYP CZE EST HUN LTU LVA MLT POL SVK SVN
EU 2007 - BGR ROU
EU 2013 - HRV
G7 1976 - CAN DEU FRA GBR ITA JPN USA
GCC 1981 - ARE BHR KWT OMN QAT SAU
MERCOSUR 2017 - ARG BRA PRY URY
MERCOSUR 2024 - BOL
OECD 1961 - AUT BEL CAN CHE DEU DNK ESP FRA GBR GRC IRL ISL LUX NLD NOR PRT SWE TUR USA
OECD 1962 - ITA
OECD 1964 - JPN
OECD 1969 - FIN
OECD 1971 - AUS
OECD 1973 - NZL
OECD 1994 - MEX
OECD 1995 - CZE
OECD 1996 - HUN KOR POL
OECD 2000 - SVK
OECD 2010 - CHL EST ISR SVN
OECD 2016 - LVA
OECD 2018 - LTU
OECD 2020 - COL
OECD 2021 - CRI
SCO 2001 - CHN KAZ KGZ RUS TJK UZB
SCO 2017 - IND PAK
SCO 2023 - IRN
SCO 2024 - BLR
USMCA 1994 - CAN MEX USA
"""


@lru_cache(maxsize=1024)
def members(bloc: str, year: int) -> frozenset[str]:
    """
    Return the codes of a bloc's members on 31 December of a year.

    USMCA includes its forerunner, NAFTA. CHN+HKG is no bloc, but its two parts are listed too.

    Raises:
        UnknownNameError: no bloc of that code, none whose members are listed, or none in that year.
    """
    found = by_code(bloc)
    waves = [wave for wave in _waves() if wave[0] == bloc]
    if not waves:
        known = ", ".join(sorted({wave[0] for wave in _waves()}))
        raise UnknownNameError(f"the members of {found.name} are not listed", f"those of {known} are")
    first = min(start for _, start, _, _ in waves)
    if year < first:
        what = f"the members of {found.name} in {year} are not listed"
        raise UnknownNameError(what, f"they are from {first} on")
    return frozenset(code for _, start, end, codes in waves if start <= year <= end for code in codes)


@lru_cache(maxsize=1)
def _waves() -> tuple[tuple[str, int, int, tuple[str, ...]], ...]:
    return tuple(_wave(*line.split()) for line in WAVES.splitlines())


def _wave(bloc: str, first: str, last: str, *codes: str) -> tuple[str, int, int, tuple[str, ...]]:
    return bloc, int(first), 9999 if last == "-" else int(last), codes
