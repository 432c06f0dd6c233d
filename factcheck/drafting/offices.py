"""
Whose office a story quotes: by the office's name, by its country, by its capital, by the place it is filed from.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from factcheck.places import PlaceMention, names_in
from factcheck.scanning.money_names import CITIES

#: Offices that newsrooms name without their country, and whose figures they publish.
OFFICES = {
    "general administration of customs": "CHN",
    "gacc": "CHN",
    "china passenger car association": "CHN",
    "cpca": "CHN",
    "census bureau": "USA",
    "commerce department": "USA",
    "bureau of economic analysis": "USA",
    "eurostat": "EU",
    "destatis": "DEU",
    "federal statistical office": "DEU",
    "office for national statistics": "GBR",
    "hm revenue": "GBR",
    "hmrc": "GBR",
    "statistics canada": "CAN",
    "statscan": "CAN",
    "rosstat": "RUS",
    "federal customs service": "RUS",
    "secex": "BRA",
    "motie": "KOR",
    "ministry of trade, industry and energy": "KOR",
    "korea customs service": "KOR",
    "general statistics office": "VNM",
    "australian bureau of statistics": "AUS",
    "bureau of statistics": "AUS",
}
#: Capitals and the seats of offices, for "the customs office in Beijing" and for the place that a story is filed from;
#: those whose money scanning has no need of stand here.
SEATS = {
    **CITIES,
    "ankara": "TUR",
    "berlin": "DEU",
    "brasília": "BRA",
    "brussels": "EU",
    "frankfurt": "DEU",
    "hanoi": "VNM",
    "luxembourg": "EU",
    "madrid": "ESP",
    "paris": "FRA",
    "pretoria": "ZAF",
    "rome": "ITA",
    "warsaw": "POL",
    "wiesbaden": "DEU",
}


def office_in(text: str) -> str:
    """The place whose office a text names, the most named one; blank where it names none."""
    found = [(match.start(), OFFICES[match[0].lower()]) for match in _named().finditer(text)]
    held = [match.span() for match in _named().finditer(text)]
    for each in names_in(text):
        inside = any(start <= each.start < end for start, end in held)
        if not inside and _of_place().match(text, each.end) and not _is_other_side(text, each):
            found.append((each.start, each.code))
    found += [(match.start(), SEATS[match[1].lower()]) for match in _in_seat().finditer(text)]
    ranked = Counter(code for _, code in found)
    first = {code: start for start, code in sorted(found, reverse=True)}
    return min(ranked, key=lambda code: (-ranked[code], first[code]), default="")


def filed_from(text: str) -> str:
    """The place that a story is filed from: "SEOUL –", "BEIJING, July 14 (…) –"; blank where it does not say."""
    match = _dateline().search(text[:1000])
    return SEATS.get(" ".join(match[1].lower().split()), "") if match else ""


def dateline_end(text: str) -> int:
    """Where the dateline of a story ends; 0 where it has none."""
    match = _dateline().search(text[:1000])
    return match.end() if match else 0


def first_owner(texts: Sequence[str]) -> str:
    """The place whose flow the first sentences speak of: "China's exports", "South Korean shipments"."""
    for text in texts:
        for each in names_in(text):
            if _of_flow().match(text, each.end):
                return each.code
    return ""


def _is_other_side(text: str, place: PlaceMention) -> bool:
    """Whether a place is the other side of a flow: "trade with China, customs data showed"."""
    lead = text[max(0, place.start - 16) : place.start]
    return bool(re.search(r"(?:with|to|from|between|and)\s{1,3}(?:the\s{1,3})?$", lead))


@lru_cache(maxsize=1)
def _named() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(OFFICES, key=len, reverse=True))
    return re.compile(rf"\b(?:{names})\b", re.IGNORECASE)


_MINISTRY = r"(?:commerce|trade|finance|industry|economy|economics)"


@lru_cache(maxsize=1)
def _of_place() -> re.Pattern[str]:
    """What follows a place's name where its office is meant: "China's customs agency", "Indian commerce ministry"."""
    return re.compile(
        r"(?:['\u2019]s?)?\s{1,3}(?:[a-z]{2,12}\s{1,3}){0,2}"
        rf"(?:customs|statistics|statistical|census|{_MINISTRY}\s{{1,3}}ministry|ministry\s{{1,3}}of\s{{1,3}}{_MINISTRY})\b",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _in_seat() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:customs|statistics|statistical|commerce|trade)\s"
        r"(?:office|agency|administration|authority|bureau|ministry|officials)\s"
        rf"in\s({'|'.join(SEATS)})\b",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _dateline() -> re.Pattern[str]:
    """Capitals at the beginning of a paragraph, perhaps a date and an agency, then a dash or a full stop."""
    return re.compile(
        r"(?:^|\n)\s{0,4}([A-Z\u00c0-\u00de]{3,14}(?:[ ][A-Z\u00c0-\u00de]{3,12})?)"
        r"(?:,[ ]{0,2}[A-Za-z0-9][^\n()\u2013\u2014.]{0,30}\.?[^\n()\u2013\u2014]{0,8})?[ ]{0,2}"
        r"(?:\([^)\n]{1,40}\)[ ]{0,2})?(?:\u2014|\u2013|--?|\.|:)[ ]"
    )


@lru_cache(maxsize=1)
def _of_flow() -> re.Pattern[str]:
    return re.compile(
        r"(?:['\u2019]s?)?\s{1,3}(?:[a-z-]{2,14}\s{1,3}){0,3}"
        r"(?:trade|exports?|imports?|shipments|surplus|deficit|foreign|gap|sales|purchases)\b",
        re.IGNORECASE,
    )
