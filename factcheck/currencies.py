"""
Currencies: ISO 4217 codes, and the signs and words that newsrooms write for them.

A sign can be shared: "$" is usually the US dollar, "¥" is the yuan or the yen and is never guessed.
"""

from __future__ import annotations

from factcheck.errors import UnknownNameError

_ALL_CODES = (
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF "
    "CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD "
    "HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD "
    "MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN "
    "PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY "
    "TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG"
)

#: Codes in use (ISO 4217, list one).
CODES: frozenset[str] = frozenset(_ALL_CODES.split())

#: Other codes that are written for a currency.
OTHER_CODES: dict[str, str] = {"RMB": "CNY", "CNH": "CNY", "NTD": "TWD", "STG": "GBP", "RUR": "RUB"}

DOLLARS = ("USD", "AUD", "CAD", "HKD", "SGD", "TWD", "NZD", "MXN", "BRL", "CLP", "COP", "ARS", "JMD", "BBD", "TTD")

#: Signs as written before or after an amount, with all that they can mean, the usual one first.
SIGNS: dict[str, tuple[str, ...]] = {
    "$": DOLLARS,
    "US$": ("USD",), "USD$": ("USD",), "U.S.$": ("USD",), "A$": ("AUD",), "AU$": ("AUD",), "AUD$": ("AUD",),
    "C$": ("CAD",), "CA$": ("CAD",), "CAD$": ("CAD",), "Can$": ("CAD",), "CDN$": ("CAD",), "Cdn$": ("CAD",),
    "HK$": ("HKD",),
    "NT$": ("TWD",), "S$": ("SGD",), "SG$": ("SGD",), "NZ$": ("NZD",), "R$": ("BRL",), "MX$": ("MXN",),
    "Mex$": ("MXN",), "J$": ("JMD",), "TT$": ("TTD",), "Bds$": ("BBD",),
    "€": ("EUR",), "£": ("GBP", "EGP", "LBP", "SYP", "SDG"), "UK£": ("GBP",), "E£": ("EGP",), "LE£": ("EGP",),
    "¥": ("CNY", "JPY"), "￥": ("CNY", "JPY"), "CN¥": ("CNY",), "RMB¥": ("CNY",), "CNY¥": ("CNY",), "JP¥": ("JPY",),
    "J¥": ("JPY",), "JPY¥": ("JPY",), "元": ("CNY",), "円": ("JPY",),
    "₹": ("INR",), "₽": ("RUB",), "₩": ("KRW", "KPW"), "₺": ("TRY",), "₴": ("UAH",), "₦": ("NGN",), "₫": ("VND",),
    "₱": ("PHP",), "฿": ("THB",), "₪": ("ILS",), "₸": ("KZT",), "₡": ("CRC",), "₲": ("PYG",), "₵": ("GHS",),
    "₭": ("LAK",), "₮": ("MNT",), "₼": ("AZN",), "₾": ("GEL",), "֏": ("AMD",), "৳": ("BDT",), "៛": ("KHR",),
    "Rs": ("INR", "PKR", "LKR", "NPR", "MUR"), "Rp": ("IDR",), "RM": ("MYR",), "zł": ("PLN",), "Kč": ("CZK",),
    "Rmb": ("CNY",), "rmb": ("CNY",), "SFr": ("CHF",), "Sfr": ("CHF",), "SKr": ("SEK",), "NKr": ("NOK",),
    "DKr": ("DKK",),
    "Dh": ("AED", "MAD"), "Dhs": ("AED", "MAD"), "Rbs": ("RUB",),
}  # fmt: skip

#: Words after an amount, in lower case, with all that they can mean, the usual one first.
WORDS: dict[str, tuple[str, ...]] = {
    "dollar dollars": DOLLARS,
    "greenback greenbacks": ("USD",),
    "pound pounds": ("GBP", "EGP", "LBP", "SYP", "SDG"),
    "sterling": ("GBP",),
    "euro euros": ("EUR",),
    "yuan renminbi": ("CNY",),
    "yen": ("JPY",),
    "won": ("KRW", "KPW"),
    "rouble roubles ruble rubles": ("RUB", "BYN"),
    "rupee rupees": ("INR", "PKR", "LKR", "NPR", "MUR", "SCR"),
    "dirham dirhams": ("AED", "MAD"),
    "lira liras": ("TRY",),
    "zloty zlotys zlotych": ("PLN",),
    "krona": ("SEK", "ISK"),
    "kronor": ("SEK",),
    "krone kroner": ("NOK", "DKK"),
    "koruna korunas koruny": ("CZK",),
    "forint forints": ("HUF",),
    "franc francs": ("CHF", "XAF", "XOF", "XPF", "CDF", "RWF"),
    "peso pesos": ("MXN", "ARS", "CLP", "COP", "PHP", "CUP", "DOP", "UYU"),
    "real reais reals": ("BRL",),
    "rand rands": ("ZAR",),
    "shekel shekels": ("ILS",),
    "hryvnia hryvnias": ("UAH",),
    "tenge": ("KZT",),
    "baht": ("THB",),
    "ringgit": ("MYR",),
    "rupiah rupiahs": ("IDR",),
    "dong": ("VND",),
    "naira": ("NGN",),
    "cedi cedis": ("GHS",),
    "riyal riyals": ("SAR", "QAR", "YER"),
    "rial rials": ("IRR", "OMR", "YER"),
    "dinar dinars": ("KWD", "BHD", "IQD", "JOD", "DZD", "TND", "LYD", "RSD"),
    "taka": ("BDT",),
    "tugrik tugriks": ("MNT",),
    "lari": ("GEL",),
    "leu lei": ("RON", "MDL"),
    "lev leva": ("BGN",),
    "shilling shillings": ("KES", "UGX", "TZS", "SOS"),
    "kyat kyats": ("MMK",),
    "kwacha": ("ZMW", "MWK"),
    "birr": ("ETB",),
    "somoni": ("TJS",),
}

#: Adjectives and places that settle whose dollar, pound or peso is meant.
OWNERS: dict[str, dict[str, str]] = {
    "dollar dollars": {
        "us": "USD", "u.s.": "USD", "american": "USD", "australian": "AUD", "aussie": "AUD", "canadian": "CAD",
        "hong kong": "HKD", "singapore": "SGD", "singaporean": "SGD", "taiwan": "TWD", "new taiwan": "TWD",
        "taiwanese": "TWD", "new zealand": "NZD", "jamaican": "JMD",
    },
    "pound pounds": {"british": "GBP", "uk": "GBP", "egyptian": "EGP", "lebanese": "LBP", "syrian": "SYP",
                     "sudanese": "SDG"},
    "yuan renminbi": {"chinese": "CNY", "offshore": "CNY", "onshore": "CNY"},
    "yen": {"japanese": "JPY"},
    "won": {"korean": "KRW", "south korean": "KRW", "north korean": "KPW"},
    "rouble roubles ruble rubles": {"russian": "RUB", "belarusian": "BYN"},
    "rupee rupees": {"indian": "INR", "pakistani": "PKR", "pakistan": "PKR", "sri lankan": "LKR", "nepalese": "NPR",
                     "nepali": "NPR", "mauritian": "MUR"},
    "dirham dirhams": {"uae": "AED", "emirati": "AED", "moroccan": "MAD"},
    "lira liras": {"turkish": "TRY"},
    "zloty zlotys zlotych": {"polish": "PLN"},
    "krona kronor": {"swedish": "SEK", "icelandic": "ISK"},
    "krone kroner": {"norwegian": "NOK", "danish": "DKK"},
    "koruna korunas crowns": {"czech": "CZK"},
    "forint forints": {"hungarian": "HUF"},
    "franc francs": {"swiss": "CHF", "cfa": "XOF", "congolese": "CDF", "rwandan": "RWF"},
    "peso pesos": {"mexican": "MXN", "argentine": "ARS", "argentinian": "ARS", "chilean": "CLP", "colombian": "COP",
                   "philippine": "PHP", "cuban": "CUP", "dominican": "DOP", "uruguayan": "UYU"},
    "real reais reals": {"brazilian": "BRL"},
    "rand": {"south african": "ZAR"},
    "riyal riyals": {"saudi": "SAR", "qatari": "QAR"},
    "rial rials": {"iranian": "IRR", "omani": "OMR", "yemeni": "YER"},
    "dinar dinars": {"kuwaiti": "KWD", "bahraini": "BHD", "iraqi": "IQD", "jordanian": "JOD", "algerian": "DZD",
                     "tunisian": "TND", "libyan": "LYD", "serbian": "RSD"},
    "shilling shillings": {"kenyan": "KES", "ugandan": "UGX", "tanzanian": "TZS", "somali": "SOS"},
}  # fmt: skip


def _phrases() -> dict[str, tuple[str, ...]]:
    """Every word and every owner with its word, in lower case: "hong kong dollars" -> ("HKD",)."""
    phrases = {word: meant for words, meant in WORDS.items() for word in words.split()}
    for words, owners in OWNERS.items():
        for word in words.split():
            phrases |= {f"{owner} {word}": (code,) for owner, code in owners.items()}
    for word in ("pound", "pounds"):
        phrases[f"{word} sterling"] = ("GBP",)
    return phrases


#: Words after an amount, one or more, in lower case -> what they can mean.
PHRASES: dict[str, tuple[str, ...]] = _phrases()

#: Signs and words whose usual meaning nobody may guess.
AMBIGUOUS_WITHOUT_DEFAULT: frozenset[str] = frozenset(
    {"¥", "￥", "peso", "pesos", "dinar", "dinars", "rial", "rials", "krone", "kroner", "krona", "shilling",
     "shillings", "lei", "leu", "kwacha"}
)  # fmt: skip

_SIGNS_BY_LOWER: dict[str, str] = {sign.lower(): sign for sign in SIGNS}


def candidates(sign: str) -> tuple[str, ...]:
    """
    Every currency that a sign, code or word can mean, the usual one first; empty where it is not known.

    Example: "$" -> ("USD", "AUD", ...), "¥" -> ("CNY", "JPY"), "yuan" -> ("CNY",).
    """
    name = " ".join(sign.split())
    code = name.upper()
    if code in CODES:
        return (code,)
    if code in OTHER_CODES:
        return (OTHER_CODES[code],)
    if name in SIGNS:
        return SIGNS[name]
    lower = name.lower()
    if lower in _SIGNS_BY_LOWER:
        return SIGNS[_SIGNS_BY_LOWER[lower]]
    return PHRASES.get(lower, ())


def is_open(sign: str) -> bool:
    """Whether a sign or word needs its surroundings to say which currency it is: "¥", "pesos"."""
    return sign.lower() in AMBIGUOUS_WITHOUT_DEFAULT


def currency(text: str) -> str:
    """
    The ISO 4217 code of a currency as written: "usd", "US$", "dollars", "RMB", "rouble".

    Raises:
        UnknownNameError: it is not known (with likely ones), or it can be more than one ("¥").
    """
    found = candidates(text)
    if not found:
        raise UnknownNameError(f"unknown currency {text!r}", _suggestion(text))
    if is_open(text.strip()):
        raise UnknownNameError(
            f"{text!r} can be {_either(found)}", f"write the code of the one that is meant, for example {found[0]}"
        )
    return found[0]


def _either(codes: tuple[str, ...]) -> str:
    return f"{', '.join(codes[:-1])} or {codes[-1]}"


def _suggestion(text: str) -> str:
    """Names that look like it: for a person to choose from, never taken by themselves."""
    from rapidfuzz import process

    names = [*sorted(CODES), *sorted(OTHER_CODES), *sorted(PHRASES)]
    close = process.extract(text.strip().lower()[:60], names, processor=str.lower, limit=3, score_cutoff=70)
    if not close:
        return "write the ISO 4217 code, for example USD, EUR or CNY"
    return "did you mean " + " or ".join(name for name, _, _ in close) + "?"
