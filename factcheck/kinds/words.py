"""
From the words of a claim to what they allow: which figure a kind takes, its currency, its sign, its interval.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from factcheck.claims import ClaimError
from factcheck.currencies import currency
from factcheck.hedges import WORD_RATIO, Hedge, Size, accepted
from factcheck.intervals import Interval
from factcheck.kinds.context import Context, reading
from factcheck.places import by_code, code_of, names_in
from factcheck.places import currency as currency_of_place
from factcheck.reading.balance_words import read_balance_words
from factcheck.reading.directions import direction_of
from factcheck.reading.figure import Figure, FigureKind
from factcheck.reading.figures import read_figure, read_figures
from factcheck.statements import Expected
from factcheck.units import COUNT, PERCENT, POINTS

HOLDER_WORDS = 3  # "Russia's trade surplus": at most so many words between the holder and the balance
RATES = frozenset({FigureKind.PERCENT, FigureKind.FRACTION})
AMOUNTS = frozenset({FigureKind.MONEY, FigureKind.QUANTITY})


@lru_cache(maxsize=4096)
def figures_of(quote: str) -> tuple[Figure, ...]:
    """The figures of a quote, read once."""
    return read_figures(quote)


def typed_figure(context: Context, wanted: Callable[[Figure], bool]) -> Figure | None:
    """
    The figure written under ``figure:``, as it stands in the quote where it does.

    Raises:
        ClaimError: it cannot be read, or the quote has other figures of its kind and not this one.
    """
    text, at = context.figure_key("figure")
    if text is None:
        return None
    with reading(at):
        typed = read_figure(text)
    in_quote = [figure for figure in figures_of(context.claim.quote) if wanted(figure)]
    for figure in in_quote:
        if figure.text == typed.text or (
            (figure.number, figure.upper, figure.unit_multiplier, figure.unit, figure.sign)
            == (typed.number, typed.upper, typed.unit_multiplier, typed.unit, typed.sign)
        ):
            return figure
    if any(figure.kind is typed.kind for figure in in_quote):
        raise ClaimError(at, f"the quote has no figure {typed.text!r}", f"it has {_listed(in_quote)}")
    return typed


def figures_for(context: Context, wanted: Callable[[Figure], bool], what: str) -> list[Figure]:
    """
    The figures that a kind may take from the quote; those that other kinds name under ``figure:`` are taken.

    Raises:
        ClaimError: there is none.
    """
    typed = typed_figure(context, wanted)
    if typed is not None:
        return [_hedged(context, typed)]
    taken = {
        use.options.get("figure") for use in context.claim.kinds if use is not context.use and "figure" in use.options
    }
    found = [figure for figure in figures_of(context.claim.quote) if wanted(figure) and figure.text not in taken]
    if not found:
        raise ClaimError(
            (context.use.kind,),
            f"the quote has no {what} that {context.use.kind} could take",
            'quote the words with the figure, or write figure: "…" inside the kind',
        )
    return [_hedged(context, figure) for figure in found]


def one_figure(context: Context, wanted: Callable[[Figure], bool], what: str) -> Figure:
    """The only figure that a kind may take; two are an error that shows both."""
    found = figures_for(context, wanted, what)
    if len(found) > 1:
        raise ClaimError(
            (context.use.kind,),
            f"{context.use.kind} could take {_listed(found)}",
            'shorten the quote, or write figure: "…" inside the kind',
        )
    return found[0]


def _listed(figures: Sequence[Figure]) -> str:
    return " or ".join(repr(figure.text) for figure in figures)


def _hedged(context: Context, figure: Figure) -> Figure:
    text, at = context.figure_key("hedge")
    if text is None:
        return figure
    try:
        hedge = Hedge(text)
    except ValueError:
        raise ClaimError(at, f"unknown hedge {text!r}", f"hedges are {', '.join(Hedge)}") from None
    return replace(figure, hedge=None if hedge is Hedge.NONE else hedge, hedge_text=text)


def money_unit(context: Context, figure: Figure) -> str:
    """
    The unit of an amount: its own currency, whatever ``about`` says; "$" and "¥" take the one in force.

    Raises:
        ClaimError: the sign stays open, or ``currency:`` on the claim or in the kind contradicts it.
    """
    if figure.kind is not FigureKind.MONEY:
        return figure.unit
    written = context.word("currency")
    with reading(context.at("currency")):
        in_force = None if written is None else unit_named(written)
    unit = _settled(context, figure, in_force) if len(figure.currencies) > 1 else figure.unit
    if in_force is not None and in_force != unit and context.at("currency")[0] != "about":
        raise ClaimError(
            context.at("currency"),
            f"currency {written} contradicts the written {figure.text!r}",
            "leave it out",
        )
    return unit


def _settled(context: Context, figure: Figure, in_force: str | None) -> str:
    if in_force is not None and in_force in figure.currencies:
        return in_force
    if figure.unit:
        return figure.unit
    homes = {currency_of_place(code) for code in (context.reporter, *context.partners())} & set(figure.currencies)
    if len(homes) == 1:
        return str(homes.pop())
    raise ClaimError(
        (context.use.kind,),
        f"{figure.text!r} may be {' or '.join(figure.currencies)}",
        f"write currency: {figure.currencies[0]}",
    )


def unit_named(text: str) -> str:
    """The unit that ``currency:`` names: an ISO 4217 code, or a unit of quantity for goods that are counted."""
    return text if text in (COUNT, "t", "bbl", "bbl/d", "m3", "Wh", "W") else currency(text)


def unit_in_force(context: Context) -> str:
    """
    The unit that a rate or a word is measured in: the kind's, the claim's, the quote's other figure's, ``about``'s.

    Raises:
        ClaimError: none of them says.
    """
    written = context.word("currency")
    if written is not None and context.at("currency")[0] != "about":
        with reading(context.at("currency")):
            return unit_named(written)
    amounts = [figure for figure in figures_of(context.claim.quote) if figure.kind in AMOUNTS]
    units = {money_unit(context, figure) for figure in amounts}
    if len(units) == 1:
        return units.pop()
    if written is not None:
        with reading(context.at("currency")):
            return unit_named(written)
    if context.word("commodity") is not None:
        return COUNT
    raise ClaimError(
        (context.use.kind,),
        "it is not said in which currency growth is measured",
        "write currency: USD, or CNY",
    )


def direction(context: Context, figure: Figure) -> int:
    """
    The sign that the words give a change: a written sign, ``direction:``, or the verbs and nouns around it.

    Raises:
        ClaimError: it stays open.
    """
    written, at = context.figure_key("direction")
    if written is not None:
        if written not in ("up", "down"):
            raise ClaimError(at, f"unknown direction {written!r}", "write direction: up or down")
        return 1 if written == "up" else -1
    if figure.sign:
        return figure.sign
    quote = context.claim.quote
    found = direction_of(quote, figure, figures_of(quote)) if quote[figure.start : figure.end] == figure.text else None
    if found is None:
        raise ClaimError(
            (context.use.kind,),
            f"the words do not say whether {figure.text!r} is a rise or a fall",
            "write direction: up",
        )
    return found


def balance_sign(context: Context, figure: Figure) -> int:
    """
    The sign of a balance from the reporter's side: surplus +, deficit −, turned where the partner holds it.

    0 where neither a word nor a sign says it: then only the size is claimed.

    Raises:
        ClaimError: the words give it to the partner and ``holder:`` does not say whose it is.
    """
    if figure.sign:
        return figure.sign
    quote = context.claim.quote
    words = read_balance_words(quote)
    if not words:
        return 0
    word = min(words, key=lambda word: abs(word.start - figure.start))
    holder = context.word("holder")
    reporter, partners = context.reporter, context.partners()
    if holder is not None:
        with reading(context.at("holder")):
            code = code_of(holder)
        if code != reporter and code not in partners:
            names = f"{by_code(reporter).name} or {by_code(partners[0]).name}"
            raise ClaimError(
                context.at("holder"), f"{holder} is neither reporter nor partner", f"write holder: {names}"
            )
        return word.sign if code == reporter else -word.sign
    named = [name for name in names_in(quote) if name.code == reporter or name.code in partners]
    before = [
        name for name in named if name.end <= word.start and len(quote[name.end : word.start].split()) <= HOLDER_WORDS
    ]
    decisive = before[-1:] or ([] if any(name.code == reporter for name in named) else named)
    if decisive and decisive[-1].code != reporter:
        name = by_code(decisive[-1].code).name
        raise ClaimError(
            (context.use.kind,), f"the words name {name}: whose {word.text} is it?", f"write holder: {name}"
        )
    return word.sign


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
    number = Fraction(figure.number) * figure.scale
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
    return replace(
        figure,
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
    )


def is_amount(context: Context) -> Callable[[Figure], bool]:
    """Amounts: money and quantities, and plain numbers where a commodity is counted."""
    counted = context.word("commodity") is not None
    return lambda figure: figure.kind in AMOUNTS or (counted and figure.kind is FigureKind.NUMBER)


def is_rate(figure: Figure) -> bool:
    """Percentages and fractions."""
    return figure.kind in RATES
