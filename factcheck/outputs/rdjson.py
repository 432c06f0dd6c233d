"""
Reviewdog Diagnostic Format (rdjson): columns in bytes of UTF-8, no suggestions, as no fix of a story is certain.
"""

from __future__ import annotations

from factcheck.outputs.annotations import Annotation, Spot, annotations_of
from factcheck.outputs.gitlab import summary
from factcheck.outputs.json import Json, dumped
from factcheck.outputs.paths import from_folder
from factcheck.outputs.result import Result
from factcheck.outputs.sarif_rules import address_of
from factcheck.outputs.visible import revealed
from factcheck.rules import Severity

SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def render_rdjson(result: Result) -> str:
    """All diagnostics, the worst first; the last one counts the run."""
    found = [*(each for each in annotations_of(result) if not each.ignored), summary(result)]
    diagnostics = ",\n".join(dumped(_diagnostic(each, result)) for each in found)
    worst = SEVERITIES[found[0].severity]
    return f'{{\n"source": {{"name": "factcheck"}},\n"severity": "{worst}",\n"diagnostics": [\n{diagnostics}\n]\n}}\n'


def _diagnostic(each: Annotation, result: Result) -> dict[str, Json]:
    address = address_of(each.rule)
    return {
        "message": "\n".join(each.lines),
        "location": {"path": revealed(from_folder(each.spot.path, result)), **_range(each.spot)},
        "severity": SEVERITIES[each.severity],
        "code": {"value": each.rule, **({"url": address} if address else {})},
    }


def _range(spot: Spot) -> dict[str, Json]:
    """Start and end, the end not included; the line alone where no more is known, nothing for the file itself."""
    if spot.stretch is None:
        return {"range": {"start": {"line": spot.line}}} if spot.line else {}
    start, end = ({"line": point.line, "column": point.utf8} for point in spot.stretch)
    return {"range": {"start": {**start}, "end": {**end}}}
