"""
The words around expressions of time that say whose period they are.
"""

from __future__ import annotations

import re
from functools import lru_cache

_SP = r"[ \t\r\n\u00a0]{1,3}"
_NO_MORE = r"(?![^\W_])"
_HEDGES = (
    rf"(?:{_SP}(?:the|a|an|about|around|roughly|nearly|almost|just|only|some|over|more|less|than|revised|previous|record"
    r"|level|of|under|at|least|most|as|much|little|initial|upwardly|downwardly)){0,5}"
)


@lru_cache(maxsize=1)
def cut() -> re.Pattern[str]:
    """Where a clause ends."""
    return re.compile(
        rf"[;:\u2014](?![0-9])|[()]|{_SP}[\u2013-]{_SP}"
        rf"|(?<![^\W_])(?:while|whereas|but|although|though|after|before|when|which){_NO_MORE}"
        rf"|,?{_SP}and{_SP}(?=(?:in|for|during){_SP})",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def base_before() -> re.Pattern[str]:
    """The words right before a figure that something is compared with: "up from", "compared with about"."""
    return re.compile(
        rf"(?<![^\W_])(?:from|against|versus|vs\.?|than|compared{_SP}(?:with|to)){_HEDGES}{_SP}$", re.IGNORECASE
    )


@lru_cache(maxsize=1)
def compares() -> re.Pattern[str]:
    """The words right before a period that something is compared with, or since when it is."""
    return re.compile(
        r"(?<![^\W_])(?P<word>from|than|with|against|versus|vs\.?|over|on|as|since|until|till|above|below)"
        rf"(?:{_SP}(?:in|that|of|during|for|its|their|(?P<the>the))){{0,3}}{_SP}$",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def looks_back() -> re.Pattern[str]:
    """The words with which a clause begins that tells what was before."""
    return re.compile(rf"(?:after|before){_NO_MORE}", re.IGNORECASE)


@lru_cache(maxsize=1)
def gap() -> re.Pattern[str]:
    """What may stand between a figure and the period right behind it."""
    return re.compile(
        rf",?{_SP}(?:(?:in|for|during|at|recorded|seen|reported|posted|registered|the|of|on){_SP}){{0,4}}",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def beginning_of() -> re.Pattern[str]:
    """The words before a period of which only the beginning is meant."""
    return re.compile(rf"(?<![^\W_])(?:beginning|start|turn|onset|eve){_SP}of{_SP}(?:the{_SP})?$", re.IGNORECASE)


@lru_cache(maxsize=1)
def began() -> re.Pattern[str]:
    """The words behind such a period: "when 2024 began"."""
    return re.compile(rf"{_SP}(?:had{_SP})?(?:began|begun|started|opened){_NO_MORE}", re.IGNORECASE)


@lru_cache(maxsize=1)
def saying() -> re.Pattern[str]:
    """Words beside a day on which something was said or done."""
    return re.compile(
        r"(?<![^\W_])(?:said|says|released|reported|showed|shows|announced|published|told|data|figures|statement"
        rf"|according|reports|issued|disclosed|revealed|met|meeting){_NO_MORE}",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def dateline_end() -> re.Pattern[str]:
    """What stands between the day of a dateline and its text: "(Reuters) -"."""
    return re.compile(r"[ ]{0,2}(?:\([^()\n]{1,40}\))?[ ]{0,2}(?:\u2014|\u2013|--?)[ ]")


@lru_cache(maxsize=1)
def refers_back() -> re.Pattern[str]:
    """The words with which a sentence goes on about the one before."""
    return re.compile(
        rf"[\"\u201c'\s]{{0,3}}(?:it|that|this|they|those|these|the|its|their|both|of){_NO_MORE}", re.IGNORECASE
    )


@lru_cache(maxsize=1)
def about_trade() -> re.Pattern[str]:
    """Words that trade figures are about."""
    return re.compile(
        r"(?<![^\W_])(?:exports?|imports?|trade|surplus|deficit|shipments|sales|purchases|turnover|output|production)"
        rf"{_NO_MORE}",
        re.IGNORECASE,
    )
