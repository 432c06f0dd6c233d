"""
GitLab's Code Quality report: one issue for each remark, in the fields that GitLab documents.

The last issue counts the run. Its fingerprint never changes, so a merge request does not show it as new.
"""

from __future__ import annotations

from factcheck.outputs.annotations import PROBLEM, Annotation, Spot, annotations_of
from factcheck.outputs.json import Json, dumped
from factcheck.outputs.paths import from_root
from factcheck.outputs.result import Result, count, in_order
from factcheck.outputs.text import last_line
from factcheck.outputs.visible import revealed
from factcheck.rules import Severity

SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.NOTE: "info"}
UNREADABLE = "blocker"  # a file with an error: none of its claims was checked


def render_gitlab(result: Result) -> str:
    """All issues, the worst first."""
    found = [each for each in annotations_of(result) if not each.ignored]
    values = [*(_issue(each, result) for each in found), _issue(summary(result), result)]
    return "[\n" + ",\n".join(dumped(value) for value in values) + "\n]\n"


def summary(result: Result) -> Annotation:
    """The counts of a run as a remark on its first file."""
    reports = in_order(result.reports)
    paths = [*(report.path for report in reports), *(problem.location.path for problem in result.problems), "claims"]
    text = last_line(count(result), result.exit_code)
    return Annotation(Severity.NOTE, "summary", (text,), Spot(paths[0], 0), identity=("factcheck", "summary"))


def _issue(each: Annotation, result: Result) -> dict[str, Json]:
    return {
        "description": "\n".join(each.lines),
        "check_name": each.rule,
        "fingerprint": each.fingerprint,
        "severity": UNREADABLE if each.rule == PROBLEM else SEVERITIES[each.severity],
        "location": {"path": revealed(from_root(each.spot.path, result)), "lines": {"begin": max(each.spot.line, 1)}},
    }
