"""
Unit words after a numeral: per cent, points, tonnes, barrels a day, vehicles, times.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from factcheck.reading.figure import FigureKind
from factcheck.reading.tokens import (
    HYPHENS,
    Kind,
    Token,
    after_gap,
    after_joint,
    kind_at,
    low_at,
    phrase_at,
    text_at,
    word_set,
)
from factcheck.units import COUNT, FACTOR, PERCENT, POINTS, TONNE


class Unit(NamedTuple):
    """
    A unit as written.

    Attributes:
        kind: the kind of figure that it makes.
        id: the unit's id in ``factcheck.units``.
        power: power of ten of the unit itself: -3 for a kilogram in tonnes.
        is_noun: whether the word itself is what is counted.
        factor: what the numeral is multiplied by: 0.01 for basis points.
    """

    kind: FigureKind
    id: str
    power: int = 0
    is_noun: bool = False
    factor: Decimal = Decimal(1)


_PERCENT = Unit(FigureKind.PERCENT, PERCENT)
_POINTS = Unit(FigureKind.POINTS, POINTS)
_BASIS_POINTS = Unit(FigureKind.POINTS, POINTS, factor=Decimal("0.01"))
_FACTOR = Unit(FigureKind.FACTOR, FACTOR)
_COUNTED = Unit(FigureKind.QUANTITY, COUNT, is_noun=True)


def _quantity(unit: str, power: int = 0) -> Unit:
    return Unit(FigureKind.QUANTITY, unit, power)


#: Phrases of words, in lower case, joined by spaces or hyphens.
_PHRASES: dict[str, Unit] = {
    "percent": _PERCENT, "per cent": _PERCENT, "pct": _PERCENT,
    "percentage points": _POINTS, "percentage point": _POINTS, "percent points": _POINTS, "p.p.": _POINTS,
    "pct points": _POINTS, "ppts": _POINTS, "ppt": _POINTS,
    "basis points": _BASIS_POINTS, "basis point": _BASIS_POINTS, "bps": _BASIS_POINTS,
    "times": _FACTOR, "fold": _FACTOR,
    "tonnes": _quantity(TONNE), "tonne": _quantity(TONNE), "tons": _quantity(TONNE), "ton": _quantity(TONNE),
    "metric tons": _quantity(TONNE), "metric ton": _quantity(TONNE), "metric tonnes": _quantity(TONNE),
    "metric tonne": _quantity(TONNE), "kilotonnes": _quantity(TONNE, 3), "megatonnes": _quantity(TONNE, 6),
    "kg": _quantity(TONNE, -3), "kilogram": _quantity(TONNE, -3), "kilograms": _quantity(TONNE, -3),
    "kilogrammes": _quantity(TONNE, -3), "kilos": _quantity(TONNE, -3), "kilo": _quantity(TONNE, -3),
    "barrels": _quantity("bbl"), "barrel": _quantity("bbl"), "bbl": _quantity("bbl"), "bbls": _quantity("bbl"),
    "barrels a day": _quantity("bbl/d"), "barrels per day": _quantity("bbl/d"), "barrels daily": _quantity("bbl/d"),
    "barrel a day": _quantity("bbl/d"), "barrel per day": _quantity("bbl/d"), "bpd": _quantity("bbl/d"),
    "cubic metres": _quantity("m3"), "cubic meters": _quantity("m3"), "cubic metre": _quantity("m3"),
    "cubic meter": _quantity("m3"), "bcm": _quantity("m3", 9),
    **{f"{prefix}watt{joint}hour{s}": _quantity("Wh", power)
       for prefix, power in {"kilo": 3, "mega": 6, "giga": 9, "tera": 12}.items()
       for joint in (" ", "") for s in ("", "s")},
    **{f"{prefix}watt{s}": _quantity("W", power)
       for prefix, power in {"": 0, "kilo": 3, "mega": 6, "giga": 9, "tera": 12}.items() for s in ("", "s")},
}  # fmt: skip

#: Abbreviations whose capitals count.
_EXACT: dict[str, Unit] = {
    "pc": _PERCENT, "pp": _POINTS, "bp": _BASIS_POINTS, "t": _quantity(TONNE), "kt": _quantity(TONNE, 3),
    "Mt": _quantity(TONNE, 6), "Wh": _quantity("Wh"), "kWh": _quantity("Wh", 3), "MWh": _quantity("Wh", 6),
    "GWh": _quantity("Wh", 9), "TWh": _quantity("Wh", 12), "kW": _quantity("W", 3), "MW": _quantity("W", 6),
    "GW": _quantity("W", 9), "TW": _quantity("W", 12), "TEU": _COUNTED, "TEUs": _COUNTED,
}  # fmt: skip
_OIL_A_DAY = {"b": 0, "kb": 3, "mb": 6}
_PARTS_OF_A_POINT = frozenset({"half", "quarter", "quarters", "a"})
_GLUED = frozenset({"kg", "bbl", "bbls", "bpd", "bcm", "pct", "bps", "ppt", "ppts", "p.p.", "fold"})

#: What is counted; other nouns leave a plain number.
_NOUNS = word_set(
    "vehicles cars automobiles trucks lorries buses trailers tractors motorcycles bicycles units pieces pairs "
    "sets items head aircraft planes airliners drones ships vessels tankers containers wagons railcars "
    "locomotives phones smartphones handsets computers laptops chips machines engines excavators appliances "
    "refrigerators evs people persons workers jobs employees residents consumers tourists visitors travellers "
    "travelers passengers students households homes companies firms enterprises factories parcels packages "
    "shipments cargoes transactions trips flights trains robots batteries panels turbines animals pigs cows "
    "bottles shares"
)
_MODIFIERS = word_set(
    "new used passenger electric hybrid motor light heavy commercial private foreign chinese russian american european "
    "german japanese finished imported exported additional extra more other such freight solar wind"
)


def _table() -> dict[str, tuple[tuple[tuple[str, ...], Unit], ...]]:
    """The phrases by their first word, the longest first."""
    by_first: dict[str, list[tuple[tuple[str, ...], Unit]]] = {}
    for phrase, unit in _PHRASES.items():
        words = tuple(phrase.split())
        by_first.setdefault(words[0], []).append((words, unit))
    return {first: tuple(sorted(found, key=lambda pair: -len(pair[0]))) for first, found in by_first.items()}


_BY_FIRST_WORD = _table()


class UnitRead(NamedTuple):
    """A unit, the token after it, and the noun as written if it is one."""

    unit: Unit
    end: int
    noun: str = ""


def glued_unit(tokens: list[Token], at: int) -> UnitRead | None:
    """A unit glued to its numeral: "25bp", "5t", "6.4x", "9.1%"."""
    if low_at(tokens, at) == "%":
        return _percent_sign(tokens, at)
    text, low = text_at(tokens, at), low_at(tokens, at)
    if (oil := _oil_a_day(tokens, at)) is not None:
        return oil
    if text in _EXACT:
        return UnitRead(_EXACT[text], at + 1)
    if low in _GLUED:
        return UnitRead(_PHRASES[low], at + 1)
    return UnitRead(_FACTOR, at + 1) if low == "x" else None


def unit_after(tokens: list[Token], at: int) -> UnitRead | None:
    """The unit after a numeral or its scale, over an optional space or hyphen."""
    word = after_joint(tokens, at)
    if low_at(tokens, word) == "%":
        return _percent_sign(tokens, word)
    if kind_at(tokens, word) is not Kind.WORD or word == at:
        return None
    text, low = text_at(tokens, word), low_at(tokens, word)
    if text in _EXACT:
        return UnitRead(_EXACT[text], word + 1, text if _EXACT[text].is_noun else "")
    for words, unit in _BY_FIRST_WORD.get(low, ()):
        end = phrase_at(tokens, word, words)
        if end > 0:
            return _per_day(tokens, UnitRead(unit, end))
    return _oil_a_day(tokens, word) or _points(tokens, word) or _noun(tokens, word)


def _oil_a_day(tokens: list[Token], at: int) -> UnitRead | None:
    """Such as "b/d", "0.7 mb/d" and "30 kb/d", as the energy agencies write millions and thousands of barrels."""
    power = _OIL_A_DAY.get(text_at(tokens, at))
    if power is None or low_at(tokens, at + 1) != "/" or low_at(tokens, at + 2) != "d":
        return None
    return UnitRead(_quantity("bbl/d", power), at + 3)


def _points(tokens: list[Token], word: int) -> UnitRead | None:
    """
    Points that are percentage points: "half a point", "a quarter point", "slipped 1.2 points to 8.9 percent".

    Elsewhere they may be those of an index, and the number stays plain.
    """
    if low_at(tokens, word) not in {"point", "points"}:
        return None
    if low_at(tokens, word - 2) in _PARTS_OF_A_POINT:
        return UnitRead(_POINTS, word + 1)
    to = after_gap(tokens, word + 1)
    number = after_gap(tokens, to + 1)
    if low_at(tokens, to) not in {"to", "from"} or kind_at(tokens, number) is not Kind.NUMERAL:
        return None
    sign = after_joint(tokens, number + 1)
    is_percent = low_at(tokens, sign) in {"%", "percent", "pct"} or phrase_at(tokens, sign, ("per", "cent")) > 0
    return UnitRead(_POINTS, word + 1) if is_percent else None


def _per_day(tokens: list[Token], read: UnitRead) -> UnitRead:
    """Such as "barrels/day"."""
    if read.unit.id == "bbl" and low_at(tokens, read.end) == "/" and low_at(tokens, read.end + 1) in {"day", "d"}:
        return UnitRead(_quantity("bbl/d"), read.end + 2)
    return read


def _noun(tokens: list[Token], word: int) -> UnitRead | None:
    """What is counted, after at most two words such as "new"."""
    at = word
    for _ in range(2):
        if low_at(tokens, at) in _MODIFIERS:
            at = after_gap(tokens, at + 1)
    if (
        low_at(tokens, at) not in _NOUNS
        or low_at(tokens, at + 1) in HYPHENS
        or kind_at(tokens, word - 1) is not Kind.SPACE
    ):
        return None
    noun = "".join(token.text for token in tokens[word : at + 1])
    return UnitRead(_COUNTED, at + 1, noun)


def _percent_sign(tokens: list[Token], at: int) -> UnitRead:
    """Such as "%", "%-pts", "% points"."""
    after = after_joint(tokens, at + 1)
    if low_at(tokens, after) in {"points", "point", "pts", "pt"}:
        return UnitRead(_POINTS, after + 1)
    return UnitRead(_PERCENT, at + 1)
