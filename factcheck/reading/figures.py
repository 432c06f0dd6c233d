"""
The figures of a text: every one of them, or the one that a text is.

An unknown suffix or a chain of numbers is left unread, never read as a smaller number.
"""

from __future__ import annotations

from typing import NamedTuple

from factcheck.currencies import SIGNS
from factcheck.errors import FigureError
from factcheck.reading.amounts import Amount
from factcheck.reading.figure import Figure, FigureKind
from factcheck.reading.glue import is_year, spoiled_start
from factcheck.reading.hedge_words import HedgeRead, hedge_after, hedge_before
from factcheck.reading.money_words import STARTS as _MONEY_STARTS
from factcheck.reading.not_figures import is_no_figure
from factcheck.reading.number_words import ONES, SCALE_WORDS, TENS
from factcheck.reading.numerals import Unread
from factcheck.reading.ordinal_words import ORDINALS
from factcheck.reading.ranges import Read, amounts_at
from factcheck.reading.ratio_words import RATIO_STARTS
from factcheck.reading.tokens import (
    HYPHENS,
    MINUS,
    Kind,
    Token,
    before_gap,
    char_name,
    is_foreign_digit,
    is_invisible,
    low_at,
    tokens_of,
)
from factcheck.reading.written import write_figure, written

__all__ = ["Figure", "FigureKind", "read_figure", "read_figures", "write_figure", "written"]

_WORD_STARTS = frozenset({"a", "an", "half", "between", "minus", *ONES, *TENS, *ORDINALS, *RATIO_STARTS})
_MEASURES = frozenset({FigureKind.MONEY, FigureKind.PERCENT, FigureKind.POINTS})
_SIGN_STARTS = frozenset({*SIGNS, "-", "+", MINUS})
_AMOUNT_WORDS = frozenset(
    {*SCALE_WORDS, "percent", "bn", "tn", "bio", "mrd", "mln", "cr", "usd", "eur", "rmb", "yuan", "dollars", "euros"}
)
_EXAMPLE = "write one figure, for example '$237 billion' or 'about 1.9 percent'"


class UnreadFigure(NamedTuple):
    """What stands in a text as an amount or a rate and cannot be read: its words, their place, and why."""

    text: str
    start: int
    end: int
    why: str


def read_figures(text: str, most: int | None = None) -> tuple[Figure, ...]:
    """
    Every figure of a text, left to right and apart from one another; what cannot be read is left out.

    Args:
        text: any text.
        most: stop after so many figures; None reads all.
    """
    return read_with_unread(text, most)[0]


def read_with_unread(text: str, most: int | None = None) -> tuple[tuple[Figure, ...], tuple[UnreadFigure, ...]]:
    """
    Every figure of a text, and beside them the amounts and rates that cannot be read.

    Numbers that are none (dates, codes, telephone numbers) are in neither: an unread one has a currency, a per cent
    sign or a scale.
    """
    tokens = tokens_of(text)
    figures: list[Figure] = []
    unread: list[UnreadFigure] = []
    at, free = 0, 0  # nothing before the token ``free`` may become a hedge
    while at < len(tokens) and (most is None or len(figures) < most):
        read = _read_at(tokens, at)
        if read is None:
            at += 1
            continue
        if isinstance(read, Unread):
            end = max(read.end, at + 1)
            unread += _amount_unread(text, tokens, at, end, read)
            at = free = end
            continue
        for amount in read:
            if not is_no_figure(tokens, amount):
                figures.append(_figure(text, tokens, amount, free))
            free = amount.end
        at = read[-1].end
    return tuple(figures), tuple(unread)


def _amount_unread(text: str, tokens: list[Token], at: int, end: int, read: Unread) -> tuple[UnreadFigure, ...]:
    """The unread figure, if it is an amount or a rate by a sign or word in it or right behind it."""
    last = min(end, len(tokens)) - 1
    first = at - 1 if at and tokens[at - 1].text in _SIGN_STARTS else at
    beside = tokens[first : min(last + 3, len(tokens))]
    if not any(token.kind is Kind.NUMERAL for token in beside) or not any(
        _speaks_of_amounts(token) for token in beside
    ):
        return ()
    start, stop = tokens[first].start, tokens[last].end
    return (UnreadFigure(text[start:stop], start, stop, read.what),)


def _speaks_of_amounts(token: Token) -> bool:
    if token.kind is Kind.WORD:
        return token.low in _AMOUNT_WORDS or token.low.endswith(("illion", "illions"))
    return token.text in SIGNS or token.text in "%‰"


def _read_at(tokens: list[Token], at: int) -> Read | Unread | None:
    """What begins at a token, if it may begin there."""
    token = tokens[at]
    if not _may_start(token) or (token.text in HYPHENS and low_at(tokens, at - 1) == "top"):
        return None
    read = amounts_at(tokens, at)
    if read is None or isinstance(read, Unread):
        return read
    spoiled = spoiled_start(tokens, at)
    return read if spoiled is None else Unread(read[-1].end, spoiled.what, spoiled.hint)


def _may_start(token: Token) -> bool:
    if token.kind is Kind.NUMERAL:
        return True
    if token.kind is Kind.WORD:
        return token.low in _WORD_STARTS or token.text in _MONEY_STARTS
    return token.text in _SIGN_STARTS


def _figure(text: str, tokens: list[Token], amount: Amount, free: int) -> Figure:
    """The amount as a figure of its text, with the hedge before or after it."""
    hedge = _hedge(tokens, amount, free)
    start, end = tokens[amount.first].start, tokens[amount.end - 1].end
    return Figure(
        text=text[start:end],
        start=start,
        end=end,
        kind=amount.kind,
        number=amount.number,
        last_digit=amount.last_digit,
        unit_multiplier=amount.multiplier,
        unit=amount.unit,
        currencies=amount.currencies,
        noun=amount.noun,
        upper=amount.upper,
        hedge=None if hedge is None else hedge.hedge,
        hedge_text="" if hedge is None else text[tokens[hedge.first].start : tokens[hedge.end - 1].end],
        sign=amount.sign or _accounting_sign(tokens, amount),
        in_words=amount.in_words,
    )


def _accounting_sign(tokens: list[Token], amount: Amount) -> int:
    """
    -1 for an amount or rate alone in brackets right after a colon or in a cell: "Operating income: ($4.2 million)".

    Elsewhere brackets hold an aside: "1.74 trillion yuan ($237 billion)".
    """
    opening = amount.first - 1
    if low_at(tokens, opening) != "(" or low_at(tokens, amount.end) != ")" or amount.kind not in _MEASURES:
        return 0
    before = before_gap(tokens, opening)
    in_cell = opening > 0 and "\t" in tokens[opening - 1].text
    return -1 if in_cell or low_at(tokens, before) == ":" else 0


def _hedge(tokens: list[Token], amount: Amount, free: int) -> HedgeRead | None:
    before = hedge_before(tokens, amount.first, amount.end, measured=_is_measured(amount))
    if before is not None and before.first >= free:
        return before
    if tokens[amount.first].low == "between":
        inside = hedge_before(tokens, _first_number(tokens, amount))
        if inside is not None:
            return inside
    return hedge_after(tokens, amount.end)


def _is_measured(amount: Amount) -> bool:
    """Whether it is an amount or a rate, which can be passed or missed; "passed 12 laws" is none."""
    return amount.kind in _MEASURES or (amount.has_scale and amount.kind in {FigureKind.NUMBER, FigureKind.QUANTITY})


def _first_number(tokens: list[Token], amount: Amount) -> int:
    """Where the first number of "between about 5 and 7 percent" begins."""
    at = amount.first + 1
    while at < amount.end and not (_may_start(tokens[at]) and tokens[at].low not in {"a", "an"}):
        at += 1
    return at


def read_figure(text: str) -> Figure:
    """
    The one figure that a text is, apart from spaces around it; a hedge may stand before or after it.

    Raises:
        FigureError: it is none, is more than one, or cannot be read; says which characters and what to write instead.
    """
    figures = read_figures(text)
    if len(figures) == 1 and not _rest(text, figures[0]):
        return figures[0]
    raise _refusal(text, figures)


def _rest(text: str, figure: Figure) -> str:
    """What stands beside a figure and its hedge."""
    before, after = text[: figure.start].strip(), text[figure.end :].strip()
    if figure.hedge_text and figure.hedge_text in before:
        before = before.replace(figure.hedge_text, "", 1).strip()
    elif figure.hedge_text and figure.hedge_text in after:
        after = after.replace(figure.hedge_text, "", 1).strip()
    return f"{before} {after}".strip()


def _refusal(text: str, figures: tuple[Figure, ...]) -> FigureError:
    """Why a text is not one figure."""
    shown = text.strip()[:80]
    if not shown:
        return FigureError("an empty figure", _EXAMPLE)
    for char in text.strip():
        if is_foreign_digit(char):
            return FigureError(f"{shown!r}: {char_name(char)} in a figure", "write it with the digits 0 to 9")
        if is_invisible(char) and char not in "\t\n\r":
            return FigureError(f"{shown!a}: an invisible character {char_name(char)} in a figure", "delete it")
    if len(figures) > 1:
        found = ", ".join(repr(figure.text) for figure in figures[:4])
        return FigureError(f"{shown!r} has {len(figures)} figures ({found})", "keep one of them")
    if is_year(shown):
        return FigureError(f"{shown!r} reads as a year", f"write {int(shown):,} for the number")
    if figures:
        return FigureError(
            f"{shown!r} has more than a figure: {_rest(text, figures[0])!r}", f"write {figures[0].text!r}"
        )
    return _unread(text, shown)


def _unread(text: str, shown: str) -> FigureError:
    """What made a text unread, or that it holds no number at all."""
    tokens = tokens_of(text)
    for at in range(len(tokens)):
        read = _read_at(tokens, at)
        if isinstance(read, Unread):
            return FigureError(f"{shown!r}: {read.what}", read.hint or _EXAMPLE)
    return FigureError(f"{shown!r} is not a figure", _EXAMPLE)
