"""
The stretch of a sentence that a figure's words stand in, and whether it speaks of trade at all.
"""

from __future__ import annotations

import re
from functools import lru_cache

Span = tuple[int, int]


def scope(text: str, sentence: Span, figure: Span) -> Span:
    """The stretch of a sentence around a figure, up to the words that begin another statement on either side."""
    start, end = sentence
    for match in _turns().finditer(text, sentence[0], figure[0]):
        start = match.end()
    after = _turns().search(text, figure[1], sentence[1])
    return start, after.start() if after else end


def speaks_of_trade(words: str) -> bool:
    """Whether words name a flow of goods."""
    return _trade().search(words) is not None


def names_a_flow(words: str) -> bool:
    """Whether words have a noun for a flow, beside which other things hardly count."""
    return _flow().search(words) is not None


def is_nearer_else(words: str) -> bool:
    """Whether what trade figures do not decide stands nearer to the end of the words than a flow does."""
    flows = [match.end() for match in _flow().finditer(words)]
    others = [match.end() for match in _else().finditer(words)]
    return bool(others) and max(others) > max(flows, default=-1)


def speaks_of_else(words: str) -> bool:
    """Whether words are about something that trade figures do not decide: output, prices, staff, money markets."""
    return _else().search(words) is not None


@lru_cache(maxsize=1)
def _turns() -> re.Pattern[str]:
    return re.compile(
        r"[;\u2014\u2013](?=\s)|\b(?:while|whereas|but|although|though|because|once|which|who|when|as(?=\s(?:its|the|other|many))|after"
        r"(?=\s(?:a|the|growing|rising|falling)))\b",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _flow() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:trade|commerce|turnover|exports?|imports?|shipments?|surplus(?:es)?|deficits?|shortfall|bilateral"
        r"|(?:sold|bought|shipped|supplied|took|taking)\b.{0,40}\b(?:goods|products)"
        r"|(?:imported|exported)\s(?:goods|products|about|nearly|more|(?=[$\u00a3\u20ac\u00a50-9])))\b",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _trade() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:trade|trading|traded|commerce|turnover|export(?:s|ed|ers|ing)?|import(?:s|ed|ers|ing)?|shipments?|shipped|sales|sold"
        r"|purchases|bought|deliveries|delivered|surplus(?:es)?|deficits?|shortfall|balance|goods|suppl(?:ied|ies)|bilateral|business|taken|takes|took)\b",
        re.IGNORECASE,
    )


#: What figures are of that trade figures do not decide.
_ELSE = """
economy economies gdp gross-domestic-product price prices inflation index indices kospi nikkei dax stoxx hang-seng
interest-rate interest-rates tariff-rate exchange-rate unemployment tariff tariffs duty duties fee fees levy levies
tax taxes barrel litre liter profit profits revenue revenues earnings invest invests invested investment investments
cost costs spent spending tourists jobs employees staff workers people visitors firms companies households forecast
forecasts expects output currency
"""


@lru_cache(maxsize=1)
def _else() -> re.Pattern[str]:
    words = "|".join(word.replace("-", "[ ]") for word in _ELSE.split())
    money = "dollar|peso|rouble|ruble|rupee|yen|euro|yuan|won|lira|real|rand|franc|pound"
    moved = "was|is|traded|lost|gained|fell|rose|closed|stood|slid|strengthened|weakened|has|had|bought"
    return re.compile(rf"\b(?:{words}|(?:{money})\s(?:{moved})|traded at)\b", re.IGNORECASE)
