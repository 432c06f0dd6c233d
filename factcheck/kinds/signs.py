"""
Which sign the words give: rise or fall, surplus or deficit, and whose.
"""

from __future__ import annotations

from factcheck.claims import ClaimError
from factcheck.kinds.choice import figures_of
from factcheck.kinds.context import Context, reading
from factcheck.places import by_code, code_of, names_in
from factcheck.reading.balance_words import read_balance_words
from factcheck.reading.directions import direction_of
from factcheck.reading.figure import Figure

HOLDER_WORDS = 3  # "Russia's trade surplus": at most so many words between the holder and the balance


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
