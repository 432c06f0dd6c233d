"""
What a figure allows a quantity to be: its hedge, its tolerance, and factors as changes.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from factcheck.claims import ClaimError
from factcheck.hedges import WORD_RATIO, Hedge, Size, accepted
from factcheck.intervals import Interval
from factcheck.kinds.choice import figures_of
from factcheck.kinds.context import Context
from factcheck.reading.figure import Figure
from factcheck.statements import Expected
from factcheck.units import PERCENT, POINTS

MOST_PERCENT, MOST_POINTS = 10, 1  # a wider tolerance would let wrong figures through


def overrides(context: Context, figure: Figure) -> tuple[str, ...]:
    """What the claims file says instead of the words, for the report: it may change a verdict but never quietly."""
    quote = context.quote
    own = next((each for each in figures_of(quote) if (each.start, each.text) == (figure.start, figure.text)), None)
    found = []
    hedge = context.figure_key("hedge")[0]
    if hedge is not None and (own is None or (own.hedge or Hedge.NONE) != hedge):
        found.append(f"hedge: {hedge}")
    if quote and own is None and context.figure_key("figure")[0] is not None:
        found.append(f"figure: {figure.text}, which the quote does not have")
    return tuple(found)


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
    most = MOST_POINTS if of == POINTS else MOST_PERCENT
    if of not in (PERCENT, POINTS) or not 0 <= value <= most or (of == POINTS and not rate):
        raise ClaimError(at, f"tolerance {text!r} is not allowed", "write at most 10 %, or 1 pp for a rate")
    wider = sizes.widened(value if of == POINTS else abs(number) * value / 100)
    if wider.low is not None and wider.low < 0 <= (sizes.low or Fraction(0)):
        wider = Interval(Fraction(0), wider.high, high_closed=wider.high_closed)  # never to the other sign
    return wider, text


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
        overrides=overrides(context, figure),
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
    if figure.number < 1 and not figure.in_words:
        sizes = -figure.interval().shifted(-1).scaled(100)
    elif figure.number < 1:
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
        overrides=overrides(context, figure),
    )
