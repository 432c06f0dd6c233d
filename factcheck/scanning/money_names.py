"""
Words for currencies, sentences that define them, and the datelines that say where a story is filed from.
"""

from __future__ import annotations

import re
from functools import lru_cache

_SP = r"[ \t\r\n\u00a0]{1,3}"

#: Cities that newsrooms file from and governments sit in, with their country.
CITIES: dict[str, str] = {
    city: code
    for code, cities in {
        "CHN": "beijing shanghai shenzhen guangzhou chongqing tianjin",
        "JPN": "tokyo osaka nagoya kyoto yokohama",
        "AUS": "sydney canberra melbourne perth brisbane adelaide",
        "CAN": "ottawa toronto montreal vancouver calgary",
        "NZL": "wellington auckland christchurch",
        "TWN": "taipei",
        "SGP": "singapore",
        "HKG": "hong_kong",
        "MEX": "mexico_city monterrey",
        "ARG": "buenos_aires",
        "CHL": "santiago",
        "COL": "bogota bogotá medellin",
        "URY": "montevideo",
        "CUB": "havana",
        "DOM": "santo_domingo",
        "PHL": "manila",
        "NOR": "oslo",
        "DNK": "copenhagen",
        "SWE": "stockholm gothenburg",
        "ISL": "reykjavik",
        "IND": "new_delhi delhi mumbai bengaluru bangalore chennai kolkata hyderabad",
        "PAK": "islamabad karachi lahore",
        "LKA": "colombo",
        "NPL": "kathmandu",
        "MUS": "port_louis",
        "KOR": "seoul busan sejong",
        "PRK": "pyongyang",
        "EGY": "cairo",
        "LBN": "beirut",
        "SYR": "damascus",
        "SDN": "khartoum",
        "ARE": "dubai abu_dhabi",
        "MAR": "rabat casablanca",
        "KWT": "kuwait_city",
        "BHR": "manama",
        "IRQ": "baghdad",
        "JOR": "amman",
        "DZA": "algiers",
        "TUN": "tunis",
        "LBY": "tripoli",
        "SRB": "belgrade",
        "IRN": "tehran",
        "OMN": "muscat",
        "YEM": "sanaa",
        "SAU": "riyadh jeddah",
        "QAT": "doha",
        "KEN": "nairobi",
        "UGA": "kampala",
        "TZA": "dodoma dar_es_salaam",
        "SOM": "mogadishu",
        "ROU": "bucharest",
        "MDA": "chisinau",
        "ZMB": "lusaka",
        "MWI": "lilongwe",
        "CHE": "zurich geneva bern berne",
        "RWA": "kigali",
        "COD": "kinshasa",
        "RUS": "moscow",
        "BLR": "minsk",
        "GBR": "london",
        "USA": "washington new_york chicago",
        "BRA": "brasilia são_paulo sao_paulo",
        "JAM": "kingston",
        "BRB": "bridgetown",
        "TTO": "port_of_spain",
    }.items()
    for city in (name.replace("_", " ") for name in cities.split())
}


@lru_cache(maxsize=1)
def currency_words() -> re.Pattern[str]:
    """Words and codes that name one currency each."""
    return re.compile(
        r"(?<![^\W_])(?:yuan|renminbi|RMB|CN[YH]|yen|JPY|AUD|CAD|HKD|SGD|TWD|NZD|MXN|ARS|CLP|COP|PHP|NOK|DKK|SEK|ISK|INR"
        r"|PKR|KRW|EGP|AED|KWD|IQD|IRR|OMR|KES|UGX|TZS|RON|MDL|US\$|A\$|C\$"
        rf"|(?:Mexican|Argentine|Argentinian|Chilean|Colombian|Philippine|Cuban|Dominican|Uruguayan){_SP}pesos?"
        rf"|(?:Norwegian|Danish){_SP}kroner?|(?:Swedish|Icelandic){_SP}kron(?:a|or)"
        rf"|(?:Indian|Pakistani|Sri{_SP}Lankan|Nepalese|Nepali|Mauritian){_SP}rupees?"
        rf"|(?:Australian|Canadian|Singapore|Hong{_SP}Kong|New{_SP}Zealand|Taiwan){_SP}dollars?"
        rf"|(?:South|North){_SP}Korean{_SP}won)(?![^\W_])"
    )


@lru_cache(maxsize=1)
def cities() -> re.Pattern[str]:
    """The cities, written with their capitals."""
    names = "|".join(
        re.escape(name.title()).replace("\\ ", r"[ \n]") for name in sorted(CITIES, key=lambda city: -len(city))
    )
    return re.compile(rf"(?<![^\W_])(?:{names})(?![^\W_])")


@lru_cache(maxsize=1)
def definition() -> re.Pattern[str]:
    """Such as "All figures are in Canadian dollars", "amounts in this story are in AUD"."""
    return re.compile(
        rf"(?<![^\W_])(?:figures?|amounts?|values?|numbers?|prices?|sums?|currency|dollars?){_SP}"
        rf"(?:(?:in{_SP}this{_SP}(?:story|article|report|release)|quoted|given|shown|cited|here|below){_SP})?"
        rf"(?:(?:are|is|refers?){_SP})?(?:(?:all|quoted|given|stated|expressed|shown){_SP})?(?:in|to){_SP}(?:the{_SP})?"
        rf"(?P<money>(?:[a-z]{{2,12}}{_SP}){{0,2}}(?:dollars?|pesos?|kroner|kronor|yuan|renminbi|yen|rupees?|pounds?|francs?"
        r"|dinars?|won)|(?-i:[A-Z]{3}))(?![^\W_])",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def datelines() -> re.Pattern[str]:
    """A place in capitals at the start of a paragraph, then a day or an agency or neither, then a dash."""
    return re.compile(
        r"(?:\A|(?<=\n))[ ]{0,4}(?P<city>[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.' -]{2,30}(?<! ))"
        r"(?P<rest>,[ ]{0,2}[A-Z][^\n()\u2013\u2014]{0,40}?)?"
        r"[ ]{0,2}(?:\([^()\n]{1,40}\)[ ]{0,2})?(?:\u2014|\u2013|--?)[ ]"
    )
