"""
The rows of the Chinese customs' table by country, and our codes for them.

About thirty partners have a row, no others. Rows nest ("of which: Germany" is part of the European Union above it) and
groups overlap, so no row is ever added to another. A row that is not listed here is passed over.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

#: Our code: every label that names it, as printed once "of which:" is left off.
LABELS = """\
WLD: Total
EU: European Union; European Union (EU)
DEU: Germany
NLD: Netherlands
FRA: France
ITA: Italy
USA: United States (US); United States
ASEAN: ASEAN; Association of Southeast Asian Nations; Association of Southeast Asian Nations (ASEAN)
VNM: Vietnam; Viet Nam
MYS: Malaysia
THA: Thailand
SGP: Singapore
IDN: Indonesia
PHL: Philippines
JPN: Japan
HKG: Hong Kong, China
KOR: R. O. Korea; R.O. Korea; R.O.Korea; Republic of Korea
TWN: Taiwan, China
AUS: Australia
RUS: Russian Federation
IND: India
GBR: United Kingdom (UK); United Kingdom
CAN: Canada
NZL: New Zealand
LATAM: Latin America
BRA: Brazil
AFRICA: Africa
ZAF: South Africa
RCEP: Regional Comprehensive Economic Partnership; Regional Comprehensive Economic Partnership (RCEP)
"""
WORLD = "WLD"
PART = "of which:"


def _codes() -> Mapping[str, str]:
    found = {}
    for line in LABELS.splitlines():
        code, _, labels = line.partition(": ")
        found.update({label.casefold(): code for label in labels.split("; ")})
    return MappingProxyType(found)


CODES = _codes()
PARTNERS = frozenset(CODES.values())


def code_of(label: str) -> str | None:
    """Our code for a row, by its label with single spaces; None for a row that we have no code for."""
    plain = label.casefold()
    if plain.startswith(PART):
        plain = plain.removeprefix(PART).strip()
    return CODES.get(plain)
