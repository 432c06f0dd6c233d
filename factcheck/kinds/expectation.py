"""
What a figure allows a quantity to be: its hedge, its tolerance, and factors as changes.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from factcheck.claims import ClaimError
from factcheck.hedges import WORD_RATIO, Size, accepted
from factcheck.intervals import Interval
from factcheck.kinds.context import Context
from factcheck.reading.figure import Figure
from factcheck.statements import Expected
from factcheck.units import PERCENT, POINTS


def with_tolerance(context: Context, sizes: Interval, number: Fraction, unit: str) -> tuple[Interval, str]:
    """The sizes with the claim's own tolerance added at both ends, and that tolerance as written."""
    text, at = context.figure_key("tolerance")
    if text is None:
        return sizes, ""
    amount, _, of = text.strip().partition(" ") if " " in text.strip() else _split_tolerance(text.strip())
    try:
        value = Fraction(Decimal(amount))
    except ArithmeticError:
        raise ClaimError(at, f"tolerance {text!r} cannot be read", "write it as 0.5 % or 0.2 pp") from None
    rate = unit in (PERCENT, POINTS)
    if of not in (PERCENT, POINTS) or value < 0 or (of == PERCENT and value > 10) or (of == POINTS and not rate):
        raise ClaimError(at, f"tolerance {text!r} is not allowed", "write at most 10 %, or points for a rate: 0.2 pp")
    return sizes.widened(value if of == POINTS else abs(number) * value / 100), text


def _split_tolerance(text: str) -> tuple[str, str, str]:
    for unit in (PERCENT, POINTS):
        if text.endswith(unit):
            return text[: -len(unit)], "", unit
    return text, "", ""


def expected(context: Context, figure: Figure, unit: str, sign: int, *, level: bool = False) -> Expected:
    """What a figure allows a quantity to be."""
    number = figure.exact * figure.scale
    sizes, tolerance = with_tolerance(context, figure.interval(level=level), number, unit)
    return Expected(
        sizes=sizes,
        sign=sign,
        unit=unit,
        text=f"{figure.hedge_text} {figure.text}".strip(),
        figure=figure,
        number=number,
        upper=number if figure.upper is None else Fraction(figure.upper) * figure.scale,
        last_digit=number * WORD_RATIO if figure.in_words else Fraction(figure.last_digit) * figure.scale,
        hedge=figure.hedge,
        tolerance=tolerance,
    )


def as_change(figure: Figure) -> Figure:
    """
    A factor as the change that it makes, in per cent: 6.4-fold is 540 % up, halved is 50 % down.

    A ratio in words keeps its band of 5 % of the ratio.
    """
    change = (figure.number - 1) * 100
    upper = None if figure.upper is None else (figure.upper - 1) * 100
    return figure._replace(
        number=abs(change),
        upper=upper,
        last_digit=figure.last_digit * 100,
        unit=PERCENT,
        sign=1 if change >= 0 else -1,
    )


def expected_factor_change(context: Context, figure: Figure) -> Expected:
    """What a factor ("doubled", "6.4-fold", "halved") allows a change to be, in per cent."""
    change = as_change(figure)
    if figure.number < 1:
        share = Size(change.number, change.last_digit, None, figure.in_words)
        sizes = accepted(share, figure.hedge)
    else:
        sizes = figure.interval().shifted(-1).scaled(100)
    number = Fraction(change.number)
    sizes, tolerance = with_tolerance(context, sizes, number, PERCENT)
    return Expected(
        sizes=sizes,
        sign=change.sign,
        unit=PERCENT,
        text=f"{figure.hedge_text} {figure.text}".strip(),
        figure=figure,
        number=number,
        upper=number if change.upper is None else Fraction(change.upper),
        last_digit=number * WORD_RATIO if figure.in_words else Fraction(change.last_digit),
        hedge=figure.hedge,
        tolerance=tolerance,
        factor=True,
    )
