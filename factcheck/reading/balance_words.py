"""
Surplus and deficit: the sign that words give a trade balance. Whose balance it is, place names decide elsewhere.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class BalanceWord(NamedTuple):
    """A word for a balance and where it stands: 1 for a surplus, -1 for a deficit, a shortfall or a trade gap."""

    text: str
    start: int
    end: int
    sign: int


_SP = r"[ \t\r\n\u00a0-]{1,3}"
_HELD = ("surplus", "positive", "in the black")
_WORD = re.compile(
    r"(?<![^\W_])(?:"
    r"surplus(?:es)?|deficits?|shortfalls?"
    rf"|trade{_SP}(?:gap|imbalance)s?"
    rf"|(?:positive|negative)(?={_SP}(?:(?:trade|trading|merchandise){_SP})?balances?(?![^\W_]))"
    rf"|in{_SP}the{_SP}(?:red|black)(?!{_SP}(?:sea|army|market|cross|list))"
    r")(?![^\W_])",
    re.IGNORECASE,
)
# A deficit of another kind: no balance of trade.
_OTHER_BEFORE = re.compile(
    r"(?<![^\W_])(?:budget|fiscal|government|federal|public|attention|trust|confidence|democratic|knowledge|energy"
    rf"|rainfall|water|labou?r|manpower|primary){_SP}$",
    re.IGNORECASE,
)
# Goods left over: no balance either.
_OTHER_AFTER = re.compile(
    rf"{_SP}(?:capacity|capacities|goods|stocks?|production|output|labou?r|steel|food|weapons|equipment|inventory"
    r"|inventories|supply|supplies|energy|power)(?![^\W_])",
    re.IGNORECASE,
)
_LOOK_BACK = 20


def read_balance_words(text: str) -> tuple[BalanceWord, ...]:
    """
    The words of a text that give a trade balance its sign, in their order.

    Budget deficits and surplus capacity are none. "Trade gap" is read as a deficit, as newsrooms use it.
    """
    found = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        if _OTHER_BEFORE.search(text[max(0, start - _LOOK_BACK) : start]):
            continue
        if match[0].lower() == "surplus" and _OTHER_AFTER.match(text, end):
            continue
        plain = " ".join(match[0].lower().split())
        sign = 1 if plain.startswith(_HELD) else -1
        found.append(BalanceWord(match[0], start, end, sign))
    return tuple(found)
