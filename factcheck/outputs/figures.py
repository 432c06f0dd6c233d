"""
The answer to ``lookup``: figures of one series, each with the rows behind it, as text or as JSON.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from factcheck.evaluate.words import flow_words, printed, released, source_of
from factcheck.findings import Reference
from factcheck.observations import Observation, Standing
from factcheck.outputs.amounts import plain
from factcheck.outputs.json import Json, dumped, reference_value
from factcheck.outputs.page import Page
from factcheck.outputs.told import figure
from factcheck.periods import Period, in_words

DECIDING = {
    Standing.DECIDES: "this row decides",
    Standing.SUPPORTS: "no row of the office itself, so this one decides",
    Standing.NEVER: "kept only to explain an error",
}


class Figure(NamedTuple):
    """
    One figure.

    Attributes:
        measure: level, yoy, mom or share.
        reference: what decides; None where all rows are kept only to explain an error.
        rows: the other rows of the cell: other vintages, other standings.
    """

    period: Period
    scope: str
    measure: str
    unit: str
    reference: Reference | None
    rows: tuple[Observation, ...]


class Answered(NamedTuple):
    """
    All figures that answer a question.

    Attributes:
        known: the periods of the series.
        hints: what to ask instead, where nothing answers.
        as_of: the day of looking.
        remarks: how the question was read, where it could be read in another way.
        failed: which sources failed, and why.
    """

    reporter: str
    partner: str
    flow: str
    commodity: str
    figures: tuple[Figure, ...]
    known: tuple[Period, ...]
    hints: tuple[str, ...] = ()
    as_of: date | None = None
    remarks: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()


def figure_lines(answered: Answered, names: tuple[str, str], page: Page, everything: bool) -> Iterator[str]:
    """The figures for people, period by period."""
    goods = f" of {answered.commodity}" if answered.commodity else ""
    day = "" if answered.as_of is None else f", as known on {answered.as_of}"
    for period in dict.fromkeys(each.period for each in answered.figures):
        name = in_words(period)
        named = str(period) if name == str(period) else f"{name} ({period})"
        title = f"{flow_words(names, answered.flow)}{goods}, {named}{day}"
        yield from page.paragraph(title, style="strong")
        for each in answered.figures:
            if each.period == period:
                yield from _figure(each, page, everything)
        yield ""
    for remark in answered.remarks:
        yield from page.paragraph(f"note: {remark}", hanging=2)


def _figure(each: Figure, page: Page, everything: bool) -> Iterator[str]:
    scope = "" if each.scope == "goods" else f", {each.scope.replace('-', ' ')}"
    reference = each.reference
    if reference is not None:
        row = reference.evidence[0]
        told = figure(reference) if reference.derived else printed(row)
        yield from page.paragraph(f"{told}{scope}", indent=2, hanging=2)
        if reference.derived:
            yield from page.paragraph(reference.how, indent=4, hanging=2)
        else:
            yield from page.paragraph(f"{_origin(row)}; {DECIDING[row.standing]}", indent=4)
        for url in dict.fromkeys(row.citation.url for row in reference.evidence):
            yield f"    {page.clean(url)}"
        for used, later in reference.later:
            text = f"since revised: {used} stands at {printed(later)} ({_origin(later)})"
            yield from page.paragraph(text, indent=4, hanging=2)
    for row in each.rows:
        yield from page.paragraph(f"also {printed(row)} ({_origin(row)}; {row.standing})", indent=4, hanging=2)
        if everything:
            yield from page.paragraph(row.citation.note, indent=6) if row.citation.note else ()
            yield f"      {page.clean(row.citation.url)}"


def _origin(row: Observation) -> str:
    return f"{source_of(row)}, {released(row)}"


def nothing_lines(answered: Answered, asked: str, page: Page) -> Iterator[str]:
    """What is there instead, where no figure answers."""
    yield from page.paragraph(f"No source at hand has {asked}.")
    if answered.known:
        periods = ", ".join(str(period) for period in answered.known)
        yield from page.paragraph(f"Nearest periods that have figures: {periods}", hanging=2)
    for hint in (*answered.remarks, *answered.hints):
        yield from page.paragraph(hint, hanging=2)


def figures_json(answered: Answered) -> str:
    """The figures as JSON, one a line; numbers are strings, in whole units."""
    head: dict[str, Json] = {
        "version": 1,
        "reporter": answered.reporter,
        "partner": answered.partner,
        "flow": answered.flow,
        "commodity": answered.commodity or None,
        "as_of": None if answered.as_of is None else answered.as_of.isoformat(),
    }
    figures = ",".join("\n  " + dumped(_value(each)) for each in answered.figures)
    known: list[Json] = [str(period) for period in answered.known]
    tail = dumped({"periods": known, "remarks": list(answered.remarks)})[1:]
    return f'{dumped(head)[:-1]},\n "figures": [{figures}],\n {tail}\n'


def _value(each: Figure) -> Json:
    reference = each.reference
    return {
        "period": str(each.period),
        "scope": each.scope,
        "measure": each.measure,
        "unit": each.unit or None,
        "value": None if reference is None else plain(reference.point),
        "derived": reference is not None and reference.derived,
        "reference": reference_value(reference),
        "rows": [row_value(row) for row in each.rows],
    }


def row_value(row: Observation) -> dict[str, Json]:
    """One row of a source."""
    return {
        "value": plain(row.amount),
        "unit": row.unit or None,
        "standing": str(row.standing),
        "source": row.citation.source,
        "dataset": row.citation.dataset,
        "vintage": row.published.isoformat() if row.published else None,
        "url": row.citation.url,
        "note": row.citation.note,
        "local": row.citation.local,
    }
