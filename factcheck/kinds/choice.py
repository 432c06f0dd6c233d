"""
Which figure of its quote a kind takes: the one of its dimension, or the one that ``figure:`` names.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from factcheck.claims import ClaimError
from factcheck.hedges import Hedge
from factcheck.kinds.context import Context, reading
from factcheck.reading.figure import Figure, FigureKind
from factcheck.reading.figures import read_figure, read_figures

MOST_FIGURES = 100  # of a quote; reading the figures of a whole text for every claim would take too long
RATES = frozenset({FigureKind.PERCENT, FigureKind.FRACTION})
AMOUNTS = frozenset({FigureKind.MONEY, FigureKind.QUANTITY})


@lru_cache(maxsize=16_384)
def figures_of(quote: str) -> tuple[Figure, ...]:
    """The figures of a quote, read once; of one that is no quote but a text, the first ones."""
    return read_figures(quote, MOST_FIGURES + 1)


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
        typed = read_figure(context.in_english(text))
    in_quote = [figure for figure in figures_of(context.quote) if wanted(figure)]
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
    if len(figures_of(context.quote)) > MOST_FIGURES:
        raise ClaimError(
            (context.use.kind,), f"the quote has more than {MOST_FIGURES} figures", "quote the few words of one claim"
        )
    typed = typed_figure(context, wanted)
    if typed is not None:
        return [_hedged(context, typed)]
    others = (use.options.get("figure") for use in context.claim.kinds if use is not context.use)
    taken = {context.in_english(each) for each in others if isinstance(each, str)}
    found = [figure for figure in figures_of(context.quote) if wanted(figure) and figure.text not in taken]
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
    if hedge is Hedge.NONE:
        return figure._replace(hedge=None, hedge_text="")
    return figure._replace(hedge=hedge, hedge_text=text)


def is_amount(context: Context) -> Callable[[Figure], bool]:
    """Amounts: money and quantities, and plain numbers where a commodity is counted."""
    counted = context.word("commodity") is not None
    return lambda figure: figure.kind in AMOUNTS or (counted and figure.kind is FigureKind.NUMBER)


def is_rate(figure: Figure) -> bool:
    """Percentages and fractions."""
    return figure.kind in RATES
