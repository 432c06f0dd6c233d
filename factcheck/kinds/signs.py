"""
Which sign the words give: rise or fall, surplus or deficit, and whose.
"""

from __future__ import annotations

import re

from factcheck.claims import ClaimError
from factcheck.kinds.choice import figures_of
from factcheck.kinds.context import Context, reading
from factcheck.places import by_code, code_of, names_in
from factcheck.reading.balance_words import BalanceWord, read_balance_words
from factcheck.reading.directions import direction_of
from factcheck.reading.figure import Figure

#: What stands before the name of the other side: "a deficit with Mexico".
COUNTERPART = re.compile(
    r"\b(?:with|against|versus|vs\.?|vis-[aà]-vis|towards?|to|from|over|than)\s{1,3}(?:the\s{1,3})?$", re.IGNORECASE
)


def direction(context: Context, figure: Figure) -> int:
    """
    The sign that the words give a change: a written sign, ``direction:``, or the verbs and nouns around it.

    Raises:
        ClaimError: it stays open.
    """
    written, at = context.figure_key("direction")
    if written not in (None, "up", "down"):
        raise ClaimError(at, f"unknown direction {written!r}", "write direction: up or down")
    quote = context.quote
    found = figure.sign or None
    if found is None and quote[figure.start : figure.end] == figure.text:
        found = direction_of(quote, figure, figures_of(quote))
    if written is not None:
        sign = 1 if written == "up" else -1
        if found == -sign:
            raise ClaimError(at, f"direction: {written} contradicts the words {quote!r}", "leave it out")
        return sign
    if found is None:
        raise ClaimError(
            (context.use.kind,),
            f"the words do not say whether {figure.text!r} is a rise or a fall",
            "write direction: up, or direction: down",
        )
    return found


def balance_sign(context: Context, figure: Figure | None = None) -> int:
    """
    The sign of a balance from the reporter's side: surplus +, deficit −, turned where the partner holds it.

    0 where neither a word nor a sign says it: then only the size is claimed.

    Raises:
        ClaimError: the words give it to the partner and ``holder:`` does not say whose it is.
    """
    if figure is not None and figure.sign:
        return figure.sign
    words = read_balance_words(context.quote)
    if not words:
        return 0
    word = min(words, key=lambda word: abs(word.start - (0 if figure is None else figure.start)))
    written = context.word("holder")
    if written is not None:
        return word.sign if _holder(context, written) == context.reporter else -word.sign
    named = _named_holder(context, word)
    if named is not None and named != context.reporter:
        partner, reporter = by_code(named).name, by_code(context.reporter).name
        raise ClaimError(
            (context.use.kind,),
            f"the words seem to give the {word.text} to {partner}: whose is it?",
            f"write holder: {partner}, or holder: {reporter}",
        )
    return word.sign


def _holder(context: Context, written: str) -> str:
    """The code that ``holder:`` names: the reporter or a partner."""
    reporter, partners = context.reporter, context.partners()
    with reading(context.at("holder")):
        code = code_of(written)
    if code != reporter and code not in partners:
        names = f"{by_code(reporter).name} or {by_code(partners[0]).name}"
        raise ClaimError(context.at("holder"), f"{written} is neither reporter nor partner", f"write holder: {names}")
    return code


def _named_holder(context: Context, word: BalanceWord) -> str | None:
    """
    Whom the words name as holder: the last of the two sides before the word, else the first after it.

    A name after "with" or "against" is the other side, so it makes the remaining one the holder.
    """
    quote, reporter, partners = context.quote, context.reporter, context.partners()
    sides = [name for name in names_in(quote) if name.code == reporter or name.code in partners]
    others = [name for name in sides if COUNTERPART.search(quote[: name.start])]
    holders = [name for name in sides if name not in others]
    before = [name for name in holders if name.end <= word.start]
    if holders:
        return (before[-1] if before else holders[0]).code
    if others and all(name.code == reporter for name in others):
        return partners[0]
    return None


def holds(context: Context) -> int:
    """The sign that the words give the balance whose change they tell; 0 for other flows."""
    return balance_sign(context) if context.flow() == "balance" else 0
