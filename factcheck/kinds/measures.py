"""
In what a figure is measured: its own currency or unit, or the one that is in force for a rate.
"""

from __future__ import annotations

from factcheck.claims import ClaimError
from factcheck.currencies import currency
from factcheck.kinds.choice import AMOUNTS, figures_of
from factcheck.kinds.context import Context, reading
from factcheck.places import currency as currency_of_place
from factcheck.reading.figure import Figure, FigureKind
from factcheck.units import COUNT, QUANTITIES


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
    return text if text in QUANTITIES else currency(text)


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
    amounts = [figure for figure in figures_of(context.quote) if figure.kind in AMOUNTS]
    units = {money_unit(context, figure) for figure in amounts}
    if len(units) == 1:
        return units.pop()
    if written is not None:
        with reading(context.at("currency")):
            return unit_named(written)
    if context.word("commodity") is not None:
        return COUNT
    homes = dict.fromkeys(filter(None, (currency_of_place(context.reporter), "USD")))
    raise ClaimError(
        (context.use.kind,),
        f"it is not said in which currency {context.use.kind} is measured",
        f"write currency: {' or '.join(homes)}, as the source publishes it",
    )
