"""
JUnit XML as GitLab and Jenkins read it: a suite for each article, a case for each statement of a claim.

An error is a failure; what was not checked is skipped, with the reason; a warning is told in the output of its case.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from factcheck.errors import Problem
from factcheck.findings import Finding, Inconsistency, Report
from factcheck.outputs.json import summary_value
from factcheck.outputs.result import Result, explained, in_order, rule_severity
from factcheck.outputs.sentences import (
    details,
    headline,
    inconsistency_details,
    inconsistency_headline,
    line,
    problem_lines,
    uncovered_headline,
)
from factcheck.outputs.text import MEANING
from factcheck.outputs.visible import escaped, revealed
from factcheck.rules import Severity, Verdict

RUN = "factcheck"  # the suite of the run itself
NOTHING_CHECKED = 3  # the exit code of a run that compared nothing
_SKIPPED = frozenset({Verdict.UNRESOLVED, Verdict.ATTESTED, Verdict.IGNORED})
#: What XML 1.0 cannot hold, however it is written.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def render_junit(result: Result) -> str:
    """The document, in ASCII: other characters stand as references."""
    suites = [*(_suite(report) for report in in_order(result.reports)), _run(result)]
    root = Element("testsuites", {"name": RUN, **_totals(suites)})
    root.extend(suites)
    indent(root)
    text = tostring(root, encoding="us-ascii").decode("ascii").replace("##[", "#&#35;[")  # a CI runner's command
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _suite(report: Report) -> Element:
    """The claims of one article."""
    cases = [_finding(finding, report) for finding in report.findings]
    cases += [_inconsistency(each, report) for each in report.inconsistencies]
    left = [uncovered_headline(each) for each in report.coverage.uncovered]
    left += [line(f"to do: {claim}") for claim in report.todo]
    left += [line(f"warning: {warning}") for warning in report.warnings]
    properties = {
        "title": report.title,
        "published": "" if report.published is None else report.published.isoformat(),
        "as_of": "" if report.as_of is None else report.as_of.isoformat(),
        "uncovered": str(len(report.coverage.uncovered)),
        "tolerances": str(len(report.tolerances)),
        "local_rows": str(report.local_rows),
        "locked_rows": str(report.locked_rows),
        "todo": str(len(report.todo)),
    }
    return _made(report.path, cases, properties, left)


def _run(result: Result) -> Element:
    """Files that could not be checked, a run that checked nothing, and the counts of it all."""
    cases = [_problem(problem) for problem in result.problems]
    if result.exit_code == NOTHING_CHECKED:
        cases.append(_case("something was checked", RUN, "error", "nothing-checked", [MEANING[NOTHING_CHECKED]]))
    return _made(RUN, cases, {key: str(value) for key, value in summary_value(result).items()}, [])


def _made(name: str, cases: Sequence[Element], properties: dict[str, str], left: Sequence[str]) -> Element:
    suite = Element("testsuite", {"name": _xml(revealed(name)), "tests": str(len(cases)), **_counted(cases)})
    listed = SubElement(suite, "properties")
    for key, value in properties.items():
        SubElement(listed, "property", {"name": key, "value": _xml(line(value))})
    suite.extend(cases)
    if left:
        SubElement(suite, "system-out").text = _xml("\n".join(left))
    return suite


def _counted(cases: Sequence[Element]) -> dict[str, str]:
    kinds = {"failures": "failure", "errors": "error", "skipped": "skipped"}
    return {key: str(sum(case.find(tag) is not None for case in cases)) for key, tag in kinds.items()}


def _totals(suites: Sequence[Element]) -> dict[str, str]:
    return {key: str(sum(int(suite.get(key, "0")) for suite in suites)) for key in ("tests", "failures", "errors")}


def _finding(finding: Finding, report: Report) -> Element:
    lines = [headline(finding), *details(finding)]
    if finding.verdict in _SKIPPED:
        reason = "; ".join(filter(None, (explained(finding), *(note.text for note in finding.notes))))
        return _case(finding.id, report.path, "skipped", finding.rule, [line(f"{finding.verdict}: {reason}")])
    if finding.severity is Severity.ERROR:
        return _case(finding.id, report.path, "failure", finding.rule, lines)
    return _case(finding.id, report.path, "", "", lines if finding.severity is Severity.WARNING else [])


def _inconsistency(each: Inconsistency, report: Report) -> Element:
    lines = [inconsistency_headline(each), *inconsistency_details(each)]
    failing = rule_severity(each.rule) is Severity.ERROR
    name = f"{each.rule}: {', '.join(each.claims)}"
    return _case(name, report.path, "failure" if failing else "", each.rule, lines)


def _problem(problem: Problem) -> Element:
    return _case(str(problem.location), problem.location.path, "error", "problem", problem_lines(problem))


def _case(name: str, path: str, tag: str, rule: str, lines: Sequence[str]) -> Element:
    """
    One case.

    Args:
        name: of the case.
        path: of the file that it belongs to.
        tag: failure, error or skipped; blank for a case that passes, whose lines are its output.
        rule: the type of what failed.
        lines: what there is to say, the first by itself enough.
    """
    case = Element("testcase", {"name": _xml(line(name)), "classname": _xml(revealed(path))})
    if tag:
        outcome = SubElement(case, tag, {"type": _xml(line(rule)), "message": _xml(lines[0])})
        outcome.text = _xml("\n".join(lines)) if len(lines) > 1 else None
    elif lines:
        SubElement(case, "system-out").text = _xml("\n".join(lines))
    return case


def _xml(text: str) -> str:
    return _NO_XML.sub(lambda match: escaped(match[0]), text)
