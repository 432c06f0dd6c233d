"""
The report as JSON Lines: one object a line, each with its type, in the shapes of the JSON report.

``report-lines.schema.json`` beside this file is the schema of a line. The last line counts the run.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.findings import Report
from factcheck.outputs.json import (
    Json,
    dumped,
    finding_value,
    head_value,
    inconsistency_value,
    problem_value,
    run_value,
    summary_value,
    tail_value,
    uncovered_value,
)
from factcheck.outputs.result import Result, in_order


def render_jsonl(result: Result) -> str:
    """Every line, ended by a line feed."""
    return "".join(f"{dumped(value)}\n" for value in values(result))


def values(result: Result) -> Iterator[dict[str, Json]]:
    """Article by article: itself, its findings, inconsistencies and uncovered figures; then problems and counts."""
    for report in in_order(result.reports):
        yield from _article(report)
    for problem in result.problems:
        yield {"type": "problem", **problem_value(problem)}
    yield {"type": "summary", **run_value(result), **summary_value(result)}


def _article(report: Report) -> Iterator[dict[str, Json]]:
    coverage = report.coverage
    covered: dict[str, Json] = {"figures": coverage.figures, "covered": coverage.covered}
    yield {"type": "article", **head_value(report), **covered, **tail_value(report)}
    for finding in report.findings:
        yield {"type": "finding", "article": report.path, **finding_value(finding)}
    for each in report.inconsistencies:
        yield {"type": "inconsistency", "article": report.path, **inconsistency_value(each)}
    for left in coverage.uncovered:
        yield {"type": "uncovered", "article": report.path, **uncovered_value(left, report)}
