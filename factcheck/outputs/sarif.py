"""
SARIF 2.1.0 as GitHub code scanning reads it.

GitHub takes every result for a fault, also one of kind "pass", so matches are left out. Of the fingerprints it looks
at ``primaryLocationLineHash`` alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck import __version__
from factcheck.outputs.annotations import PROBLEM, WARNING, Annotation, Spot, annotations_of
from factcheck.outputs.json import Json, dumped, summary_value
from factcheck.outputs.paths import as_uri, from_root
from factcheck.outputs.result import Result, count
from factcheck.outputs.sarif_rules import rule_ids, rule_value
from factcheck.outputs.text import MEANING, last_line
from factcheck.rules import Severity

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
MOST_RESULTS = 5000  # GitHub shows no more of a run
MOST_BYTES = 10_000_000  # of all results; GitHub refuses files above 10 MB, which it measures compressed
MOST_NOTIFICATIONS = 1000
ROOT = "%SRCROOT%"
_RAN = frozenset({0, 1, 3})  # the exit codes of runs that did what they were asked to
_LINK = "]("
_PLACEHOLDER = re.compile(r"\{(?=[0-9])")


def render_sarif(result: Result, pages: Mapping[str, str] | None = None) -> str:
    """
    The run.

    Args:
        result: the run.
        pages: the documentation page of each rule, in Markdown.
    """
    found = annotations_of(result)
    told = [each for each in found if each.rule not in (PROBLEM, WARNING)]
    results = list(_fitting(_result(each, result) for each in told[:MOST_RESULTS]))
    notifications = [_notification(each, result) for each in found if each.rule in (PROBLEM, WARNING)]
    head: Json = {"columnKind": "utf16CodeUnits", "originalUriBaseIds": {ROOT: {"description": _text(_ROOT_MEANS)}}}
    tool: Json = {"driver": _driver(pages or {})}
    invocation = _invocation(result, [*_capped(notifications), *_counted(result, len(told) - len(results))])
    return (
        f'{{\n"$schema": "{SCHEMA}",\n"version": "2.1.0",\n"runs": [{{\n"tool": {dumped(tool)},\n'
        f'{dumped(head)[1:-1]},\n"invocations": [{dumped(invocation)}],\n"results": [\n'
        + ",\n".join(results)
        + f'\n],\n"properties": {dumped(summary_value(result))}\n}}]\n}}\n'
    )


_ROOT_MEANS = "The root of the repository that the claims files are in."


def _driver(pages: Mapping[str, str]) -> dict[str, Json]:
    rules: list[Json] = [rule_value(name, pages.get(name, "")) for name in rule_ids()]
    return {"name": "factcheck", "version": __version__, "semanticVersion": __version__, "rules": rules}


def _fitting(values: Iterable[dict[str, Json]]) -> Iterator[str]:
    """The first results that fit into a file; the others are counted."""
    room = MOST_BYTES
    for value in values:
        text = dumped(value)
        room -= len(text.encode("utf-8")) + 2
        if room < 0:
            return
        yield text


def _result(each: Annotation, result: Result) -> dict[str, Json]:
    ids = rule_ids()
    value: dict[str, Json] = {"ruleId": each.rule}
    if each.rule in ids:
        value["ruleIndex"] = ids.index(each.rule)
    others: list[Json] = [
        {"id": number, **_location(spot, result), "message": _text(said)}
        for number, (said, spot) in enumerate(each.others, 1)
    ]
    value |= {
        "level": str(each.severity),
        "message": _text("\n".join((*each.lines, f"Set aside: {each.ignored}") if each.ignored else each.lines)),
        "locations": [_location(each.spot, result)],
        **({"relatedLocations": others} if others else {}),
        "partialFingerprints": {"primaryLocationLineHash": f"{each.fingerprint}:1", "factcheck/v1": each.fingerprint},
    }
    if each.ignored:
        value["suppressions"] = [{"kind": "external", "status": "accepted", "justification": _inert(each.ignored)}]
    return value


def _location(spot: Spot, result: Result) -> dict[str, Json]:
    path = as_uri(from_root(spot.path, result))
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": path, "uriBaseId": ROOT},
            "region": _region(spot),
        }
    }


def _region(spot: Spot) -> dict[str, Json]:
    """The place in UTF-16 units; the first line for the file itself."""
    if spot.stretch is None:
        return {"startLine": max(spot.line, 1)}
    start, end = spot.stretch
    return {"startLine": start.line, "startColumn": start.utf16, "endLine": end.line, "endColumn": end.utf16}


def _notification(each: Annotation, result: Result) -> dict[str, Json]:
    value: dict[str, Json] = {"level": str(each.severity), "message": _text("\n".join(each.lines))}
    if each.rule == PROBLEM:
        value["locations"] = [_location(each.spot, result)]
    return value


def _capped(notifications: Sequence[dict[str, Json]]) -> Iterator[dict[str, Json]]:
    yield from notifications[:MOST_NOTIFICATIONS]
    if len(notifications) > MOST_NOTIFICATIONS:
        left = len(notifications) - MOST_NOTIFICATIONS
        yield {"level": str(Severity.ERROR), "message": _text(f"{left} more errors of files and warnings")}


def _counted(result: Result, left: int) -> Iterator[dict[str, Json]]:
    """The counts of the run, and how many results did not fit."""
    if left:
        text = f"{left} more results are left out, the least serious: a file may hold {MOST_RESULTS} or 10 MB of them."
        yield {"level": str(Severity.WARNING), "message": _text(text)}
    yield {"level": str(Severity.NOTE), "message": _text(last_line(count(result), result.exit_code))}


def _invocation(result: Result, notifications: Sequence[dict[str, Json]]) -> dict[str, Json]:
    return {
        "executionSuccessful": result.exit_code in _RAN,
        "exitCode": result.exit_code,
        "exitCodeDescription": MEANING[result.exit_code],
        "toolExecutionNotifications": list(notifications),
    }


def _text(text: str) -> dict[str, Json]:
    return {"text": _inert(text)}


def _inert(text: str) -> str:
    """Without what SARIF takes for a link to somewhere, ``[words](address)``, or for a placeholder, ``{0}``."""
    return _PLACEHOLDER.sub("{ ", text.replace(_LINK, "] ("))
