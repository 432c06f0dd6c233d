"""
The report as JSON, version 1; ``report.schema.json`` beside this file is its schema.

Numbers are strings (see ``amounts.plain``); keys stand in a fixed order; a finding takes one line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck import __version__
from factcheck.errors import Location, Problem
from factcheck.findings import Cause, Finding, Inconsistency, Reference, Report, Uncovered
from factcheck.intervals import Interval
from factcheck.outputs.amounts import plain
from factcheck.outputs.paths import place_of
from factcheck.outputs.result import Result, count, explained, in_order
from factcheck.positions import Stretch
from factcheck.rules import Severity

VERSION = 1

Json = str | int | bool | None | list["Json"] | dict[str, "Json"]

# JSON allows these raw inside a string; a terminal or a reader of right-to-left text would obey them.
_UNSAFE = re.compile(
    "[\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff"
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)


def render_json(result: Result) -> str:
    """The whole report, ended by a line feed; the same bytes for the same result."""
    return "".join(pieces(result))


def pieces(result: Result) -> Iterator[str]:
    """The report in pieces, an article at a time."""
    head = ",\n".join(f"{dumped(key)}: {dumped(value)}" for key, value in run_value(result).items())
    yield f'{{\n{head},\n"articles": ['
    for place, report in enumerate(in_order(result.reports)):
        yield (",\n" if place else "\n") + _article(report)
    yield '\n],\n"problems": ['
    yield ",".join("\n" + dumped(problem_value(problem)) for problem in result.problems)
    yield f'\n],\n"summary": {dumped(summary_value(result))}\n}}\n'


def run_value(result: Result) -> dict[str, Json]:
    """What made the report, and the day that was given for it."""
    as_of = None if result.as_of is None else result.as_of.isoformat()
    return {"version": VERSION, "tool": {"name": "factcheck", "version": __version__}, "as_of": as_of}


def dumped(value: Json) -> str:
    """One value as JSON in which nothing acts: hidden characters and CI commands are escaped."""
    text = _ENCODER.encode(value)
    if not text.isascii() or "\x7f" in text:
        text = _UNSAFE.sub(_unit_escapes, text)
    return text.replace("##[", "#\\u0023[")


def _unit_escapes(match: re.Match[str]) -> str:
    return json.dumps(match[0])[1:-1]


def _article(report: Report) -> str:
    findings = ",".join("\n  " + dumped(finding_value(finding)) for finding in report.findings)
    inconsistencies = ",".join("\n  " + dumped(inconsistency_value(each)) for each in report.inconsistencies)
    head = dumped(head_value(report))
    tail = dumped({"coverage": _coverage(report), **tail_value(report)})
    return f'{head[:-1]},\n "findings": [{findings}],\n "inconsistencies": [{inconsistencies}],\n {tail[1:]}'


def head_value(report: Report) -> dict[str, Json]:
    """What an article is."""
    return {
        "path": report.path,
        "title": report.title,
        "published": None if report.published is None else report.published.isoformat(),
        "as_of": None if report.as_of is None else report.as_of.isoformat(),
        "draft": report.draft or None,
    }


def tail_value(report: Report) -> dict[str, Json]:
    """What is counted of an article, and what is left to do."""
    return {
        "tolerances": list(report.tolerances),
        "local_rows": report.local_rows,
        "locked_rows": report.locked_rows,
        "todo": list(report.todo),
        "unneeded_ignores": list(report.unneeded),
        "lowered": report.lowered,
        "known": report.known,
        "warnings": list(report.warnings),
    }


def finding_value(finding: Finding) -> dict[str, Json]:
    """One finding with its evidence."""
    claimed = finding.claimed
    return {
        "id": finding.id,
        "claim": finding.claim,
        "quote": finding.quote,
        "kind": finding.kind,
        "period": None if finding.period is None else str(finding.period),
        "verdict": str(finding.verdict),
        "rule": finding.rule,
        "severity": str(finding.severity),
        "location": _location(finding.location),
        "place": None if finding.place is None else _stretch(finding.place.words),
        "claimed": {"text": claimed.text, **_bounds(claimed.interval), "unit": claimed.unit},
        "reference": reference_value(finding.reference),
        "margin": _number(finding.margin),
        "explanation": explained(finding),
        "causes": [_cause(cause) for cause in finding.causes],
        "notes": [{"kind": note.kind, "text": note.text} for note in finding.notes],
        "suggestion": finding.suggestion,
    }


def reference_value(reference: Reference | None) -> Json:
    """The reference of a finding: its bounds and where the row that decided was read."""
    if reference is None:
        return None
    first = reference.evidence[0] if reference.evidence else None
    return {
        **_bounds(reference.interval),
        "unit": reference.unit,
        "source": first.citation.source if first else None,
        "vintage": first.published.isoformat() if first and first.published else None,
        "url": first.citation.url if first else None,
        "how": reference.how or reference.route,
    }


def _bounds(interval: Interval | None) -> dict[str, Json]:
    if interval is None:
        return {"low": None, "high": None}
    return {"low": _number(interval.low), "high": _number(interval.high)}


def _number(value: Fraction | None) -> str | None:
    return None if value is None else plain(value)


def _location(location: Location) -> Json:
    return {"path": location.path, "line": location.line, "column": location.column}


def _stretch(stretch: Stretch) -> Json:
    """The columns are in code points; the end is the column after the last character."""
    start, end = stretch
    return {"line": start.line, "column": start.column, "end_line": end.line, "end_column": end.column}


def _cause(cause: Cause) -> Json:
    return {
        "name": cause.name,
        "rewrites": list(cause.rewrites),
        "text": cause.text,
        "arithmetic": cause.arithmetic,
        "reference": reference_value(cause.reference),
        "share": _number(cause.share),
    }


def inconsistency_value(each: Inconsistency) -> dict[str, Json]:
    """Claims that cannot all be true."""
    return {
        "rule": each.rule,
        "claims": list(each.claims),
        "alternatives": [list(claims) for claims in each.alternatives],
        "involved": list(each.involved),
        "explanation": each.explanation,
    }


def _coverage(report: Report) -> Json:
    coverage = report.coverage
    uncovered: list[Json] = [uncovered_value(each, report) for each in coverage.uncovered]
    return {"figures": coverage.figures, "covered": coverage.covered, "uncovered": uncovered}


def uncovered_value(each: Uncovered, report: Report) -> dict[str, Json]:
    """A figure that no claim checks."""
    return {
        "text": each.text,
        "location": _location(place_of(each, report)),
        "in_quote_of": each.in_quote_of or None,
        "unread": each.why or None,
    }


def problem_value(problem: Problem) -> dict[str, Json]:
    """What is wrong in a file."""
    return {"location": _location(problem.location), "what": problem.what, "hint": problem.hint}


def summary_value(result: Result) -> dict[str, Json]:
    """What a run adds up to."""
    counts = count(result)
    return {
        "articles": counts.articles,
        "findings": counts.findings,
        **{str(verdict): number for verdict, number in counts.verdicts.items()},
        "inconsistencies": counts.inconsistencies,
        "errors": counts.severities[Severity.ERROR],
        "warnings": counts.severities[Severity.WARNING],
        "notes": counts.severities[Severity.NOTE],
        "uncovered": counts.uncovered,
        "tolerances": counts.tolerances,
        "ignores": counts.ignores,
        "local_rows": counts.local_rows,
        "locked_rows": counts.locked_rows,
        "todo": counts.todo,
        "unneeded_ignores": counts.unneeded,
        "lowered": counts.lowered,
        "let_pass": counts.let_pass,
        "known": counts.known,
        "passed_over": counts.passed_over,
        "baseline_gone": counts.gone,
        "unchanged_articles": counts.left_out.articles,
        "unchanged_findings": counts.left_out.findings,
        "problems": counts.problems,
        "exit_code": result.exit_code,
    }
