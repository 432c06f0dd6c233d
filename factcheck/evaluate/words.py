"""
How a reference is told: source, release day, figure and what it measures.
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.amounts import amount, decimals_of, number, rounded, unit_in_words
from factcheck.findings import Tried
from factcheck.observations import Cell, Observation, Series
from factcheck.places import by_code
from factcheck.statements import Expected
from factcheck.units import COUNT, PERCENT

FLOWS = {"total": "trade with", "exports": "exports to", "imports": "imports from", "balance": "balance with"}
#: What a valuation other than the source's own is called.
BASES = {
    "sa": "seasonally adjusted",
    "bop": "balance-of-payments basis",
    "bop-sa": "balance-of-payments basis, seasonally adjusted",
}
WITH_ARTICLE = frozenset({"Union", "Netherlands", "Philippines", "Bahamas", "Maldives", "Gambia", "Republic"})
MEASURES = {"yoy": "on a year earlier", "mom": "on the month before", "share": "of the whole"}


def source_of(row: Observation) -> str:
    """The source's id, marked where the row is the folder's own."""
    return f"{row.citation.source} (of this folder)" if row.citation.local else row.citation.source


def released(row: Observation) -> str:
    """The release day in words; for a service that states none, the day on which it was asked."""
    if row.published is None:
        return "release day unknown"
    return f"{'retrieved' if is_retrieved(row) else 'released'} {row.published}"


def is_retrieved(row: Observation) -> bool:
    """Whether the day of a row is that on which a service was asked, for it states none."""
    asked = row.citation.retrieved
    return asked is not None and asked.date() == row.published


def printed(row: Observation) -> str:
    """The figure as its source prints it, with its unit: "240.11 bn USD", "+1.9 % in USD"."""
    on = f", {BASES.get(row.valuation, row.valuation)}" if row.valuation else ""
    if row.measure == "level":
        return f"{amount(row.amount, row.unit, row.last_digit)}{on}"
    sign = "+" if row.amount > 0 and row.measure != "share" else ""
    basis = f" {measured_in(row.unit)}" if row.unit and row.measure != "share" else ""
    return f"{sign}{number(row.amount, row.last_digit)} {PERCENT} {MEASURES[row.measure]}{basis}{on}"


def measured_in(unit: str) -> str:
    """In what growth was measured: "in USD", "by count"."""
    return "by count" if unit == COUNT else f"in {unit_in_words(unit)}"


def flow_words(names: tuple[str, str], flow: str) -> str:
    """A series in words: "China’s exports to Russia", "China’s trade with the United States"."""
    mark = "’" if names[0].endswith("s") else "’s"
    return f"{names[0]}{mark} {FLOWS[flow]} {_in_sentence(names[1])}"


def _in_sentence(name: str) -> str:
    """A place's name inside a sentence: "the world", "the United States"."""
    if name == "World":
        return "the world"
    return f"the {name}" if name.startswith("United ") or name.split(" ")[-1] in WITH_ARTICLE else name


def named(series: Series) -> str:
    """A series in words: "China’s trade with Russia in USD"."""
    goods = f" of {series.commodity}" if series.commodity else ""
    scope = f", {series.scope.replace('-', ' ')}" if series.scope != "goods" else ""
    source = f", by {series.source}" if series.source is not None else ""
    flow = flow_words((by_code(series.reporter).name, by_code(series.partner).name), series.flow)
    return f"{flow}{goods} {measured_in(series.unit)}{scope}{source}"


def told(cell: Cell) -> str:
    """A cell in words."""
    return f"{named(cell.series)}, {cell.period}"


def arithmetic(tried: Tried, expected: Expected) -> str:
    """How a rewrite comes to its value: a conversion two digits finer than the claim, so that one sees its rounding."""
    if tried.value is None:
        return tried.missing
    how = "" if tried.reference is None else tried.reference.how
    if not tried.working:
        return how
    step = None if expected.last_digit is None else expected.last_digit / 100
    shown = tried.value if step is None else Fraction(rounded(tried.value, decimals_of(step)))
    return f"{how} {tried.working} = {amount(shown, tried.unit or expected.unit)}"
