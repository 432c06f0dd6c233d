"""
Figures as journalists write them (rounded, cut, hedged, in words), each with what MEANING §2 and §7 say that it allows.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from fractions import Fraction
from random import Random
from typing import NamedTuple

from bench.accuracy.article_rows import Printed

MAX_EXACT_DIGITS = 5
TRUNCATED = Fraction(5, 1000)
COARSE = Fraction(1, 100)
SCALES = (("trillion", 12), ("billion", 9), ("million", 6))
SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}
NAMES = {"USD": "dollars", "EUR": "euros", "GBP": "pounds", "CNY": "yuan", "JPY": "yen", "KRW": "won", "INR": "rupees"}
HEDGES = {
    "about": ("about", "around", "roughly", "some"),
    "nearly": ("nearly", "almost", "close to", "just under"),
    "more than": ("more than", "over", "above"),
    "less than": ("less than", "under", "below"),
    "at least": ("at least",),
    "at most": ("at most", "up to"),
}


class Band(NamedTuple):
    """What words allow: from ``low`` to ``high``, None for no end; an open end does not belong to it."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    def holds(self, printed: Printed) -> bool:
        """Whether all that the printed figure may stand for lies inside."""
        above = self.low is None or printed.low > self.low or (printed.low == self.low and not self.low_open)
        below = self.high is None or printed.high < self.high or (printed.high == self.high and not self.high_open)
        return above and below

    def times(self, factor: Fraction) -> Band:
        """The band in another unit; a negative factor turns it round."""
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        if factor < 0:
            return Band(high, low, self.high_open, self.low_open)
        return Band(low, high, self.low_open, self.high_open)

    def wider(self, by: Fraction) -> Band:
        """The band with so much more room at both ends."""
        low = None if self.low is None else self.low - by
        high = None if self.high is None else self.high + by
        return Band(low, high)


class Written(NamedTuple):
    """Words and the sizes that they allow, in whole units or per cent, the sign taken off."""

    text: str
    band: Band


def point(printed: Printed) -> Band:
    """The figure as the source printed it, as a band of its own."""
    return Band(printed.low, printed.high)


def size_of(printed: Printed) -> Printed:
    """The figure with its sign taken off."""
    return Printed(abs(printed.value), printed.half)


def write_amount(
    printed: Printed, unit: str, random: Random, plain: bool = False, level: bool = True, computed: bool = False
) -> Written | None:
    """
    A money amount for a size.

    Args:
        printed: the size.
        unit: its currency.
        random: the source of chance.
        plain: whether to keep to rounded figures.
        level: whether it is a level, which may be cut or coarse; a difference may not.
        computed: whether the journalist computed it: then what is written holds for all that the printed figures
            may stand for, since nobody rounds twice in one sum.

    Returns:
        None where the digits of the figure do not carry an amount.
    """
    scaled = _scaled(printed)
    if scaled is None:
        return None
    size, word, power = scaled
    ways = [_rounded] if plain else [_rounded, _rounded, _truncated, _coarse, _hedged, _hedged]
    for way in random.sample(ways, len(ways)):
        found = way(size, random, level=level)
        if found is not None:
            numeral, hedge, band = found
            if not computed or band.holds(size):
                return Written(_joined(hedge, _money(numeral, word, unit, random)), at_widest(hedge, band).times(power))
    return None


def write_rate(printed: Printed, random: Random, plain: bool = False, computed: bool = False) -> Written | None:
    """A percentage or a factor without its unit, for a size; None where its digits do not carry one."""
    ways = [_rounded] if plain else [_rounded, _rounded, _rounded, _hedged]
    for way in random.sample(ways, len(ways)):
        found = way(printed, random, level=False, finest=Fraction(1, 10) if computed else Fraction(0))
        if found is not None:
            numeral, hedge, band = found
            if computed and not band.holds(printed):
                continue
            return Written(_joined(hedge, f"{numeral:f}"), at_widest(hedge, band))
    return None


def at_widest(hedge: str, band: Band) -> Band:
    """What is not called wrong: beyond the band of "more than" and "less than" a figure still matches, understated."""
    if hedge in HEDGES["more than"]:
        return band._replace(high=None)
    return band._replace(low=None) if hedge in HEDGES["less than"] else band


def money(value: Fraction, unit: str, random: Random, digits: int = 4) -> Written | None:
    """A plain amount with so many digits, for figures that no source printed."""
    scaled = _scaled(Printed(value, Fraction(0)))
    if scaled is None:
        return None
    size, word, power = scaled
    places = max(0, digits - len(str(int(size.value))))
    numeral = cut(size.value, -places, ROUND_HALF_UP)
    return Written(_money(numeral, word, unit, random), plain_level(numeral).times(power))


def money_range(printed: Printed, unit: str, random: Random) -> Written | None:
    """Between two whole numbers on either side of a size; None where it has no two."""
    scaled = _scaled(printed)
    if scaled is None:
        return None
    size, word, power = scaled
    step = random.choice((1, 5, 10))
    low = Decimal(int(size.value) // step * step)
    high = low + step
    if not (low and low < size.low and size.high < high):
        return None
    amounts = [_money(each, word, unit, Random(0)) for each in (low, high)]  # noqa: S311  both written alike
    half = Fraction(1, 2)
    band = Band(Fraction(low) - half, Fraction(high) + half).times(power)
    return Written(f"between {amounts[0]} and {amounts[1]}", band)


def rate(value: Fraction, places: int = 1) -> Written:
    """A plain percentage with so many decimals."""
    numeral = cut(value, -places, ROUND_HALF_UP)
    half = _unit(numeral) / 2
    return Written(f"{numeral:f}", Band(Fraction(numeral) - half, Fraction(numeral) + half))


def _joined(hedge: str, figure: str) -> str:
    return f"{hedge} {figure}".strip()


def _scaled(printed: Printed) -> tuple[Printed, str, Fraction] | None:
    """The figure in trillions, billions or millions, so that it has one to three digits before its point."""
    for word, exponent in SCALES:
        power = Fraction(10) ** exponent
        if printed.value >= power:
            if printed.value >= 1000 * power:
                return None
            return Printed(printed.value / power, printed.half / power), word, power
    return None


def _money(numeral: Decimal, word: str, unit: str, random: Random) -> str:
    amount = f"{numeral:f} {word}"
    if unit in SIGNS and (unit not in NAMES or random.random() < 0.6):
        return f"{SIGNS[unit]}{amount}"
    return f"{amount} {NAMES[unit]}" if unit in NAMES else f"{unit} {amount}"


def cut(value: Fraction, exponent: int, way: str) -> Decimal:
    """The value on the grid of ``10 ** exponent``, as a numeral with that many decimals."""
    grid = Fraction(10) ** exponent
    units = value / grid
    whole = units.numerator // units.denominator
    rest = units - whole
    if (way == ROUND_CEILING and rest) or (way == ROUND_HALF_UP and rest >= Fraction(1, 2)):
        whole += 1
    return Decimal(whole).scaleb(exponent) if exponent < 0 else Decimal(whole * 10**exponent)


def _exponents(printed: Printed, finest: Fraction) -> list[int]:
    """The decimals that may be written: not finer than the source or ``finest``, one to five digits."""
    found = []
    for exponent in range(0, -4, -1):
        numeral = cut(printed.value, exponent, ROUND_HALF_UP)
        digits = len(numeral.as_tuple().digits)
        if Fraction(10) ** exponent >= max(2 * printed.half, finest) and numeral and digits <= MAX_EXACT_DIGITS:
            found.append(exponent)
    return found


def _unit(numeral: Decimal) -> Fraction:
    return Fraction(10) ** int(numeral.as_tuple().exponent)


def _step(numeral: Decimal) -> Fraction:
    """g of MEANING §2: the largest 1 or 5 times a power of ten that divides the numeral."""
    if not numeral:
        return _unit(numeral)
    digits = str(abs(int(numeral / Decimal(1).scaleb(int(numeral.as_tuple().exponent)))))
    zeros = len(digits) - len(digits.rstrip("0"))
    power = _unit(numeral) * Fraction(10) ** zeros
    return 5 * power if digits.rstrip("0").endswith("5") else power


def plain_level(numeral: Decimal) -> Band:
    """A level without a hedge, MEANING §7: its rounding widened to truncation, a coarse one by a hundredth."""
    number, unit = Fraction(numeral), _unit(numeral)
    low, high = number - unit / 2, number + unit
    if is_coarse(numeral):
        low, high = min(low, number * (1 - COARSE)), max(high, number * (1 + COARSE))
    return Band(low, high, True, True)


def is_coarse(numeral: Decimal) -> bool:
    """A whole number of at least two figures that ends in zero."""
    text = f"{numeral:f}"
    return text.isdigit() and len(text) > 1 and text.endswith("0")


def _plain(numeral: Decimal, level: bool) -> Band:
    half = _unit(numeral) / 2
    return plain_level(numeral) if level else Band(Fraction(numeral) - half, Fraction(numeral) + half)


Found = tuple[Decimal, str, Band] | None


def _rounded(printed: Printed, random: Random, level: bool, finest: Fraction = Fraction(0)) -> Found:
    exponents = _exponents(printed, finest)
    if not exponents:
        return None
    numeral = cut(printed.value, random.choice(exponents), ROUND_HALF_UP)
    return numeral, "", _plain(numeral, level)


def _truncated(printed: Printed, random: Random, level: bool, finest: Fraction = Fraction(0)) -> Found:
    exponents = _exponents(printed, finest)
    if not level or not exponents:
        return None
    numeral = cut(printed.value, random.choice(exponents), ROUND_FLOOR)
    if not numeral or abs(printed.value - Fraction(numeral)) >= TRUNCATED * Fraction(numeral):
        return None
    return numeral, "", _plain(numeral, level)


def _coarse(printed: Printed, random: Random, level: bool, finest: Fraction = Fraction(0)) -> Found:
    if not level or printed.value < 10:
        return None
    numeral = cut(printed.value, 2 if printed.value >= 100 and random.random() < 0.3 else 1, ROUND_HALF_UP)
    near = abs(printed.value - Fraction(numeral)) <= COARSE * Fraction(numeral)
    return (numeral, "", plain_level(numeral)) if near and is_coarse(numeral) else None


def _hedged(printed: Printed, random: Random, level: bool, finest: Fraction = Fraction(0)) -> Found:
    """A hedge with a number beside which the figure, with all of its own rounding, is true."""
    choices = []
    for exponent in (2, 1, *_exponents(printed, finest)):
        for way in (ROUND_FLOOR, ROUND_CEILING):
            numeral = cut(printed.value, exponent, way)
            choices += [(numeral, hedge) for hedge in HEDGES if numeral and _true(numeral, hedge, printed, level)]
    if not choices:
        return None
    numeral, hedge = random.choice(choices)
    return numeral, random.choice(HEDGES[hedge]), hedged(numeral, hedge, level)


def _true(numeral: Decimal, hedge: str, printed: Printed, level: bool) -> bool:
    far = abs(printed.value - Fraction(numeral)) > Fraction(numeral) / 10
    return not far and hedged(numeral, hedge, level).holds(printed)


def hedged(numeral: Decimal, hedge: str, level: bool) -> Band:
    """The sizes that a hedge accepts, MEANING §2."""
    number, unit, step = Fraction(numeral), _unit(numeral), _step(numeral)
    near = max(unit / 2, min(step / 2, number * Fraction(3, 100)))
    over = max(unit, min(step, number / 10))
    match hedge:
        case "about":
            return Band(number - near, number + near)
        case "nearly":
            return Band(number - (min(near, number / 10) if level else near), number, high_open=True)
        case "more than":
            return Band(number, number + over, low_open=True)
        case "less than":
            return Band(number - over, number, high_open=True)
        case "at least":
            return Band(number, None)
        case _:
            return Band(None, number)
