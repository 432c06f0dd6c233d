"""
One number in two scales, as Japanese figures are translated: "107 trillion, 90 billion yen".
"""

from __future__ import annotations

from factcheck.reading.amounts import Amount, amount_at
from factcheck.reading.figure import FigureKind
from factcheck.reading.numerals import EXACT, Unread
from factcheck.reading.tokens import Token, after_gap, low_at

_WORDED = frozenset({FigureKind.FRACTION, FigureKind.ORDINAL})


def compound_at(tokens: list[Token], first: Amount) -> tuple[Amount] | Unread | None:
    """
    One number in two scales: "107 trillion, 90 billion yen"; None where a list goes on or the scales do not descend.

    Unread where the unit does not show that both belong together: "$5 billion, 300 million".
    """
    if low_at(tokens, first.end) != "," or not first.has_scale or first.last_digit != 1 or first.kind in _WORDED:
        return None
    second = amount_at(tokens, after_gap(tokens, first.end + 1))
    if second is None or isinstance(second, Unread) or not second.has_scale or second.sign or second.kind in _WORDED:
        return None
    shift = first.multiplier - second.multiplier + second.unit_power
    goes_on = low_at(tokens, after_gap(tokens, second.end)) in {",", "and", "or", "to"}
    if shift <= 0 or (first.has_unit and second.has_unit) or second.number >= 10**shift or goes_on:
        return None
    if first.has_unit or not second.has_unit:
        return Unread(second.end, "one number in two scales or two numbers", "write one number with one scale")
    number = EXACT.add(first.number, EXACT.scaleb(second.number, -shift))
    power = first.multiplier + second.unit_power
    return (second._replace(first=first.first, number=number, multiplier=power, sign=first.sign,
                            last_digit=EXACT.scaleb(second.last_digit, -shift)),)  # fmt: skip
