"""
What a notebook shows of a report, a finding or an answer, and the table that pandas makes of a report.

The cards are those of the annotated article; nothing in them runs, and every text is escaped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from importlib import import_module
from typing import Any

from markupsafe import Markup, escape

from factcheck.evaluate.words import printed, released, source_of
from factcheck.findings import Finding, Report
from factcheck.observations import Answer, Observation
from factcheck.outputs.html import Choices, render_finding, render_html
from factcheck.outputs.html.inert import inert
from factcheck.outputs.html.pictures import Axis, pixel
from factcheck.outputs.html.template_files import own_text
from factcheck.outputs.json import finding_value
from factcheck.outputs.result import Result
from factcheck.places import by_code

MOST_ROWS = 60  # of an answer that are shown; the rest is counted
WIDTH, HEIGHT, EDGE = 240, 48, 5
_STYLED = "<style>{}</style>{}"


def report_html(report: Report) -> str:
    """The annotated article of a report, as a part of a notebook."""
    return _STYLED.format(own_text("report.css"), render_html(Result((report,)), Choices(fragment=True, run=False)))


def finding_html(finding: Finding) -> str:
    """The card of one finding, as a part of a notebook."""
    return _STYLED.format(own_text("report.css"), render_finding(finding))


def answer_html(answer: Answer) -> str:
    """The series of an answer: a table of its figures, with a line for each flow and unit that has several."""
    rows = sorted(answer.observations, key=lambda row: (row.measure != "level", row.flow, row.unit, row.period))
    if not rows:
        what = f"{answer.failure or 'nothing'}. {answer.detail}".strip()
        return str(Markup("<p>{}: {}</p>").format(_told(answer.resolver), _told(what)))
    pictures = Markup("").join(_pictures(rows))
    lines = Markup("").join(_line(row) for row in rows[:MOST_ROWS])
    more = len(rows) - MOST_ROWS
    rest = Markup("<p>{} more figures</p>").format(more) if more > 0 else ""
    head = Markup("<tr><th>period</th><th>what</th><th>figure</th><th>source</th></tr>")
    return str(Markup("{}<table><thead>{}</thead><tbody>{}</tbody></table>{}").format(pictures, head, lines, rest))


def to_dataframe(report: Report) -> Any:
    """
    The findings of a report as a table, a row each, with the columns of the JSON report; numbers stay texts.

    Raises:
        ImportError: pandas is not installed.
    """
    pandas = import_module("pandas")  # by name: it is nobody's dependency here
    rows = [_flat(finding) for finding in report.findings]
    return pandas.DataFrame(rows, columns=list(_flat_names(rows)))


def _flat_names(rows: Sequence[dict[str, Any]]) -> Iterator[str]:
    yield from dict.fromkeys(name for row in rows for name in row)


def _flat(finding: Finding) -> dict[str, Any]:
    value: dict[str, Any] = finding_value(finding)
    claimed, reference, location = value.pop("claimed"), value.pop("reference") or {}, value.pop("location")
    causes, notes = value.pop("causes"), value.pop("notes")
    return {
        **{name: each for name, each in value.items() if not isinstance(each, dict | list)},
        "claimed_low": claimed["low"],
        "claimed_high": claimed["high"],
        "claimed_unit": claimed["unit"],
        "reference_low": reference.get("low"),
        "reference_high": reference.get("high"),
        "reference_unit": reference.get("unit"),
        "source": reference.get("source"),
        "vintage": reference.get("vintage"),
        "url": reference.get("url"),
        "cause": causes[0]["name"] if causes else None,
        "notes": "; ".join(note["text"] for note in notes),
        "path": location["path"],
        "line": location["line"],
    }


def _told(text: str) -> Markup:
    return escape(inert(text))


def _line(row: Observation) -> Markup:
    names = f"{by_code(row.reporter).name}, {by_code(row.partner).name}"
    what = " ".join(filter(None, (names + ":", row.flow, row.commodity, row.measure if row.measure != "level" else "")))
    cells = (str(row.period), what, printed(row), f"{source_of(row)}, {released(row)}")
    return Markup("<tr>{}</tr>").format(Markup("").join(Markup("<td>{}</td>").format(_told(cell)) for cell in cells))


def _pictures(rows: Sequence[Observation]) -> Iterator[Markup]:
    """A line for each series of levels with two periods of one length or more."""
    series: dict[tuple[str, str, str, str, str], dict[Any, Observation]] = {}
    for row in rows:
        if row.measure == "level":
            key = (row.partner, row.flow, row.unit, row.valuation, row.period.freq)
            series.setdefault(key, {})[row.period] = row
    for (partner, flow, unit, _, _), found in series.items():
        if len(found) > 1:
            yield _picture(f"{flow}, {by_code(partner).name}, {unit}", [found[period] for period in sorted(found)])


def _picture(title: str, rows: Sequence[Observation]) -> Markup:
    days = [Fraction(row.period.last.toordinal()) for row in rows]
    across, up = Axis(days, EDGE, WIDTH - EDGE), Axis([row.amount for row in rows], HEIGHT - EDGE, EDGE)
    points = " ".join(
        f"{pixel(across.at(day))},{pixel(up.at(row.amount))}" for day, row in zip(days, rows, strict=True)
    )
    label = f"{title}: {printed(rows[0])} in {rows[0].period}, {printed(rows[-1])} in {rows[-1].period}"
    return Markup(
        '<figure><svg role="img" aria-label="{}" width="{}" height="{}" viewBox="0 0 {} {}">'
        '<polyline points="{}" fill="none" stroke="currentColor" stroke-width="1.5"/></svg>'
        "<figcaption>{}</figcaption></figure>"
    ).format(_told(label), WIDTH, HEIGHT, WIDTH, HEIGHT, points, _told(label))
