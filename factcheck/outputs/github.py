"""
Workflow commands of GitHub Actions: errors, warnings and notices beside the lines of a pull request.

GitHub shows ten of each in a step and fifty in a job and drops the others in silence; here the last notice counts them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.outputs.annotations import Annotation, annotations_of
from factcheck.outputs.paths import from_root
from factcheck.outputs.result import Result, count
from factcheck.outputs.text import last_line
from factcheck.outputs.visible import revealed
from factcheck.rules import Severity

MOST = 10  # of each kind in a step
COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render_github(result: Result) -> str:
    """One command a line, the worst first."""
    return "".join(f"{line}\n" for line in _lines(result))


def _lines(result: Result) -> Iterator[str]:
    found = [each for each in annotations_of(result) if not each.ignored]
    by_severity = {severity: [each for each in found if each.severity is severity] for severity in COMMANDS}
    room = {severity: MOST if severity is not Severity.NOTE else MOST - 1 for severity in COMMANDS}
    shown = [each for severity in COMMANDS for each in by_severity[severity][: room[severity]]]
    for each in shown:
        yield _command(each, result)
    yield _counts(result, by_severity, shown)


def _command(each: Annotation, result: Result) -> str:
    place = {"file": revealed(from_root(each.spot.path, result)), **_place(each), "title": f"factcheck: {each.rule}"}
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in place.items())
    return f"::{COMMANDS[each.severity]} {properties}::{_data(chr(10).join(each.lines))}"


def _place(each: Annotation) -> dict[str, int]:
    """Line and columns; GitHub refuses columns of more than one line."""
    stretch, line = each.spot.stretch, each.spot.line
    if stretch is None:
        return {"line": line} if line else {}
    start, end = stretch
    if start.line != end.line:
        return {"line": start.line, "endLine": end.line}
    return {"line": start.line, "col": start.utf16, "endColumn": end.utf16}


def _counts(result: Result, found: dict[Severity, list[Annotation]], shown: Sequence[Annotation]) -> str:
    """The last notice: the counts of the run, and how much is not shown here."""
    left = {severity: len(each) - sum(one.severity is severity for one in shown) for severity, each in found.items()}
    more = ", ".join(_plural(number, COMMANDS[severity]) for severity, number in left.items() if number)
    text = last_line(count(result), result.exit_code)
    tail = f"; not shown, as GitHub takes {MOST} of each: {more}" if more else ""
    return f"::notice title=factcheck::{_data(text + tail)}"


def _plural(number: int, noun: str) -> str:
    return f"{number} more {noun}" if number == 1 else f"{number} more {noun}s"


def _data(text: str) -> str:
    return text.translate(_ESCAPES)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


_ESCAPES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
