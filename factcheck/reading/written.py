"""
Figures written out: the canonical words of a figure, and another number in the words and precision of one.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

from factcheck.hedges import Hedge
from factcheck.reading.figure import Figure, FigureKind
from factcheck.reading.ordinal_words import ORDINALS, suffix_of
from factcheck.reading.tokens import HYPHENS, MINUS, Kind, tokens_of

_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "INR": "₹", "AUD": "A$", "CAD": "C$", "HKD": "HK$", "SGD": "S$"}
_WORDS = {"CNY": "yuan", "JPY": "yen", "RUB": "roubles", "KRW": "won"}
_SCALES = {
    0: "", 2: "hundred", 3: "thousand", 5: "lakh", 6: "million", 7: "crore", 8: "hundred million", 9: "billion",
    11: "hundred billion", 12: "trillion", 15: "quadrillion",
}  # fmt: skip
_POWERED = {
    ("t", -3): "kg", ("Wh", 3): "kWh", ("Wh", 6): "MWh", ("Wh", 9): "GWh", ("Wh", 12): "TWh", ("Wh", 0): "Wh",
    ("W", 3): "kW", ("W", 6): "MW", ("W", 9): "GW", ("W", 12): "TW",
}  # fmt: skip
_UNITS = {"t": "tonnes", "bbl": "barrels", "bbl/d": "barrels a day", "m3": "cubic metres", "Wh": "Wh", "W": "watts"}
_FRACTIONS = {
    "half": (1, 2), "a third": (1, 3), "two-thirds": (2, 3), "a quarter": (1, 4), "three-quarters": (3, 4),
    "a fifth": (1, 5), "two-fifths": (2, 5), "three-fifths": (3, 5), "four-fifths": (4, 5), "a sixth": (1, 6),
    "an eighth": (1, 8), "a tenth": (1, 10),
}  # fmt: skip
_FACTORS = {
    Decimal("0.5"): "halved", Decimal(2): "doubled", Decimal(3): "tripled", Decimal(4): "quadrupled",
    Decimal(5): "fivefold", Decimal(6): "sixfold", Decimal(7): "sevenfold", Decimal(8): "eightfold",
    Decimal(9): "ninefold", Decimal(10): "tenfold", Decimal(100): "hundredfold",
}  # fmt: skip
_DIGITS = Context(prec=60)
_ENOUGH = Context(prec=20)


def rounded(number: Decimal, last_digit: Decimal) -> Decimal:
    """A number to the precision of a last digit, halves away from zero: 1.95 at 0.1 is 2.0."""
    whole = _DIGITS.divide(number, last_digit).quantize(Decimal(1), ROUND_HALF_UP, context=_DIGITS)
    return _DIGITS.multiply(whole, last_digit)


def written(number: Decimal, like: Figure, decimals: int | None = None) -> str:
    """
    The words of a figure with another number at the same precision, without its hedge.

    Args:
        number: in the written scale of ``like``; a negative one gets a minus.
        like: the figure whose words are kept.
        decimals: fewer digits after the point than ``like`` has, where the number is known to fewer.

    Example: 240 like "$237 billion" is "$240 billion"; 2 like "1.9 percent" is "2.0 percent".
    """
    size = abs(number)
    if like.kind is FigureKind.ORDINAL or like.in_words or like.upper is not None:
        return _in_new_words(size, like)
    tokens = tokens_of(like.text)
    numerals = [token for token in tokens if token.kind is Kind.NUMERAL]
    if len(numerals) != 1:
        return _in_new_words(size, like)
    old = numerals[0]
    if not _is_whole_number(like, old.text):
        return _in_new_words(size, like)
    places = len(old.text.partition(".")[2])
    places = places if decimals is None else min(places, max(decimals, 0))
    factor = _written_factor(like, old.text)
    digits = _grouped(rounded(size * factor, Decimal(1).scaleb(-places)), like_grouped="," in old.text, old=old.text)
    return _with_sign(like.text[: old.start] + digits + like.text[old.end :], number, like)


def _is_whole_number(like: Figure, numeral: str) -> bool:
    """Whether the digits alone are the number: not in "2 and a half billion", "2¾" and "$.5bn"."""
    plain = Decimal(numeral.replace(",", ""))
    return like.number in (plain, plain / 100)


def _written_factor(like: Figure, numeral: str) -> Decimal:
    """What separates the numeral on paper from the number: 100 for basis points."""
    plain = Decimal(numeral.replace(",", ""))
    is_basis = like.kind is FigureKind.POINTS and plain == like.number * 100 and plain != like.number
    return Decimal(100) if is_basis else Decimal(1)


def _grouped(number: Decimal, *, like_grouped: bool, old: str) -> str:
    """Digits with commas from a thousand on, unless the old numeral had four digits without one."""
    bare = len(old.partition(".")[0]) > 3 and not like_grouped
    return f"{number:f}" if bare else f"{number:,f}"


def _with_sign(text: str, number: Decimal, like: Figure) -> str:
    """The text with the sign of the new number; a written plus stays for positive ones."""
    bare, minus = text, MINUS if MINUS in like.text else "-"
    if like.sign and text[:6].lower() == "minus ":
        bare, minus = text[6:].lstrip(), text[:6]
    elif like.sign:
        for sign in (*HYPHENS, MINUS, "+"):
            if sign in text:
                bare = text.replace(sign, "", 1).lstrip()
                break
    if number < 0:
        return minus + bare
    return "+" + bare if like.sign > 0 else bare


def _in_new_words(size: Decimal, like: Figure) -> str:
    """The canonical words, where the old ones cannot take another number."""
    if like.kind is FigureKind.ORDINAL:
        return _ordinal(size, in_words=not like.text[:1].isdigit())
    if like.kind is FigureKind.FRACTION:
        return _fraction(size) or f"{rounded(size, Decimal(1)):f} percent"
    if like.kind is FigureKind.FACTOR and like.in_words:
        word = _FACTORS.get(size.normalize() if size % 10 else size.quantize(Decimal(1)))
        return word or f"{rounded(size, Decimal('0.1')):f} times"
    plain = like._replace(number=rounded(size, like.last_digit), upper=None, hedge=None, hedge_text="")
    return write_figure(plain)


def write_figure(figure: Figure) -> str:
    """A figure in canonical words, with its hedge and its sign; what is written reads back as the same figure."""
    body = _body(figure)
    if figure.sign:
        body = ("-" if figure.sign < 0 else "+") + body
    hedge = figure.hedge
    return body if hedge is None or hedge is Hedge.NONE else f"{hedge.value} {body}"


def _body(figure: Figure) -> str:
    if figure.kind is FigureKind.ORDINAL:
        return _ordinal(figure.number, in_words=False)
    if figure.in_words:
        return _ratio(figure)
    if figure.upper is None:
        return _plain(figure, figure.number)
    sign = "-" if figure.sign < 0 else "+" if figure.sign > 0 else ""
    return f"{_plain(figure, figure.number)} to {sign}{_plain(figure, figure.upper)}"


def _ratio(figure: Figure) -> str:
    if figure.kind is FigureKind.FRACTION:
        return _fraction(figure.number) or f"{figure.number:f} percent"
    number = figure.number
    return _FACTORS.get(number) or f"{number:f} times"


def _fraction(percentage: Decimal) -> str:
    for words, (part, of) in _FRACTIONS.items():
        if _ENOUGH.divide(Decimal(100 * part), Decimal(of)) == percentage:
            return words
    return ""


def _plain(figure: Figure, number: Decimal) -> str:
    digits = f"{_DIGITS.quantize(number, figure.last_digit) if figure.last_digit <= 1 else number:,f}"
    if figure.kind is FigureKind.PERCENT:
        return f"{digits} percent"
    if figure.kind is FigureKind.POINTS:
        return f"{digits} percentage points"
    if figure.kind is FigureKind.FACTOR:
        return f"{digits} times"
    if (figure.unit, figure.unit_multiplier) in _POWERED:
        return f"{digits} {_POWERED[figure.unit, figure.unit_multiplier]}"
    return _scaled(figure, digits)


def _scaled(figure: Figure, digits: str) -> str:
    scale = _SCALES.get(figure.unit_multiplier)
    if scale is None:
        scale = f"× 10^{figure.unit_multiplier}"
    amount = f"{digits} {scale}".strip()
    if figure.kind is not FigureKind.MONEY:
        unit = figure.noun or _UNITS.get(figure.unit, "")
        return f"{amount} {unit}".strip()
    if not figure.unit:
        return f"¥{amount}" if figure.currencies[:1] == ("CNY",) else f"{amount} {'/'.join(figure.currencies)}"
    if figure.unit in _SIGNS:
        return f"{_SIGNS[figure.unit]}{amount}"
    return f"{amount} {_WORDS.get(figure.unit, figure.unit)}"


def _ordinal(number: Decimal, *, in_words: bool) -> str:
    place = int(number.to_integral_value())
    if in_words:
        for word, value in ORDINALS.items():
            if value == place:
                return word
    return f"{place}{suffix_of(place)}"
