"""
What Eurostat's Comext calls places and goods, and how its flags are read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from factcheck.observations import ALL_GOODS
from factcheck.places import by_code, countries, members

DATASET = "DS-045409"  # EU trade since 1988 by HS2-4-6 and CN8
EU = "EU27_2020"  # the members since 2020, in every year
WORLD, OUTSIDE, INSIDE = "WORLD", "EXT_EU27_2020", "INT_EU27_2020"
ALL_PRODUCTS = "TOTAL"
FLOWS = MappingProxyType({"1": "imports", "2": "exports"})
#: Partners that the dataset lists; they are ISO 3166-1 alpha-2 but for Serbia (XS) and Kosovo (XK). GB is the whole
#: United Kingdom. Codes of what no longer exists, and of overseas parts that count as France, are left out.
_PARTNERS = """
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC
CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB
GD GE GH GI GL GM GN GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IN IO IQ IR IS IT JM JO JP KE KG KH KI KM KN
KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MD ME MG MH MK ML MM MN MO MP MR MS MT MU MV MW MX MY MZ NA NC
NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PS PT PW PY QA RO RU RW SA SB SC SD SE SG SH SI SK SL
SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN
VU WF WS XK XS YE ZA ZM ZW
"""
PARTNERS = frozenset(_PARTNERS.split())
OWN = MappingProxyType({"SRB": "XS", "XKX": "XK"})  # ours -> Comext's, where it is not alpha-2
MEMBERS_SINCE = 2020
_HEADING = re.compile(r"hs:([0-9]{2}|[0-9]{4}|[0-9]{6})")
#: Flags of observations; those of the second kind are no figures.
MEANINGS = MappingProxyType(
    {
        "b": "break in the series",
        "d": "definition differs",
        "e": "estimated",
        "i": "imputed",
        "n": "not significant",
        "p": "provisional",
        "r": "revised",
        "s": "estimated by Eurostat",
        "u": "of low reliability",
    }
)
NO_FIGURES = MappingProxyType({"c": "confidential", "f": "a forecast", "z": "not applicable"})


@cache
def places() -> Mapping[str, str]:
    """Our code of a country -> Comext's."""
    found = {code: OWN.get(code) or by_code(code).alpha2 for code in countries()}
    return MappingProxyType({ours: theirs for ours, theirs in found.items() if theirs in PARTNERS})


@cache
def reporters() -> Mapping[str, str]:
    """Our code of a reporter -> Comext's: the Union and its members. The euro area's has changed with its members."""
    return MappingProxyType({"EU": EU} | {code: places()[code] for code in members("EU", MEMBERS_SINCE)})


def partner_code(reporter: str, partner: str) -> str | None:
    """
    Comext's code of a partner; None where it has none.

    For the Union the world is what lies outside of it: "EU exports to the world" in the news, and in Eurostat's own
    releases, is trade with others, not that among members. For a member the world is the world.
    """
    if reporter == "EU":
        outside = partner if partner not in members("EU", MEMBERS_SINCE) else ""
        return OUTSIDE if partner == "WLD" else places().get(outside)
    return {"WLD": WORLD, "EU": INSIDE}.get(partner) or places().get(partner)


@cache
def partners_of(reporter: str) -> Mapping[str, str]:
    """Comext's code of a partner -> ours, for our code of a reporter."""
    known = ("WLD", "EU", *places())
    found = {partner_code(reporter, partner): partner for partner in known if partner != reporter}
    return MappingProxyType({theirs: ours for theirs, ours in found.items() if theirs is not None})


def product_code(commodity: str) -> str | None:
    """Comext's code of goods: headings of two, four and six digits, or everything; None for other ids."""
    if commodity == ALL_GOODS:
        return ALL_PRODUCTS
    heading = _HEADING.fullmatch(commodity)
    return heading[1] if heading else None


def commodity_of(product: str) -> str:
    """Our id of a product that was asked for."""
    return ALL_GOODS if product == ALL_PRODUCTS else f"hs:{product}"


def no_figure(status: str) -> str:
    """Why a cell with these flags is no figure, in words; blank where it is one. "p", "|C" and "e|C" are flags."""
    flags, _, confidentiality = status.partition("|")
    if confidentiality.strip() not in ("", "F"):  # F is free for publication
        return NO_FIGURES["c"]
    return next((NO_FIGURES[flag] for flag in flags.lower() if flag in NO_FIGURES), "")


def flags_in_words(status: str) -> str:
    """Flags for a note: "provisional", "flag q"."""
    flags = status.partition("|")[0].strip().lower()
    return ", ".join(MEANINGS.get(flag, f"flag {flag}") for flag in flags if flag.isalnum())
