"""
Scale words of other languages in copy that does not say its language: "Milliarden", "millones".
"""

from __future__ import annotations

from factcheck.reading.numerals import Unread
from factcheck.reading.tokens import Kind, Token, after_joint, kind_at, low_at, text_at

#: Scales of other languages that mean one thing; "billones" and "Billionen" can be taken for a billion.
FOREIGN: dict[str, int] = {
    **dict.fromkeys(("mrd", "mld", "milliarden", "milliarde", "miliardi", "miliardo", "milliarder", "miljard"), 9),
    **dict.fromkeys(("miljarder", "bilhões", "bilhoes", "bilhão", "bilhao"), 9),
    **dict.fromkeys(("mio", "millionen", "milhões", "milhoes", "milhão", "milhao", "millones", "millón", "millon"), 6),
    **dict.fromkeys(("milioni", "milione", "miljoen", "miljoner", "millioner"), 6),
    **dict.fromkeys(("trilhões", "trilhoes", "trilhão", "trilhao"), 12),
}  # fmt: skip
_THOUSAND = 3  # digits


def foreign_thousands(tokens: list[Token], at: int) -> Unread | None:
    """
    Three digits after one point before a scale of another language, "106.480 millones": unread.

    Such copy writes thousands with points, so the number may be a thousand times what an English reader takes it for.
    """
    numeral, word = text_at(tokens, at - 1), after_joint(tokens, at)
    if low_at(tokens, word) not in FOREIGN or kind_at(tokens, at - 1) is not Kind.NUMERAL:
        return None
    whole, _, part = numeral.replace(",", ".").partition(".")
    if len(part) != _THOUSAND or len(whole) > _THOUSAND:
        return None
    what = f"{numeral!r} before {text_at(tokens, word)!r} can be thousands or decimals"
    return Unread(word + 1, what, "write it with an English scale word")
