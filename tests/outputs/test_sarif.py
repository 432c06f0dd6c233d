"""SARIF as code scanning reads it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from factcheck.cli.pages import rule_page
from factcheck.findings import Finding, Note, Report
from factcheck.outputs.result import Result
from factcheck.outputs.sarif import MOST_RESULTS, render_sarif
from factcheck.outputs.sarif_rules import rule_ids
from factcheck.rules import RULES, Severity, Verdict

SCHEMA = Path(__file__).with_name("schemas") / "sarif-2.1.0.schema.json"
PAGES = {name: rule_page(name) or "" for name in RULES}


def run_of(result: Result, pages: dict[str, str] | None = None) -> dict[str, Any]:
    """The one run of a log that is valid."""
    log = json.loads(render_sarif(result, pages))
    jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(log)
    run: dict[str, Any] = log["runs"][0]
    return run


def test_log_is_valid_with_pages_and_without(result: Result) -> None:
    """
    The log is valid against the schema of SARIF 2.1.0 whether or not the documentation is installed.
    """

    assert run_of(result)["tool"]["driver"]["name"] == run_of(result, PAGES)["tool"]["driver"]["name"] == "factcheck"


def test_empty_run_is_valid() -> None:
    """
    A run without an article has no results, and says how it ended.
    """
    run = run_of(Result((), (), 3))

    assert run["results"] == []
    assert run["invocations"][0]["exitCode"] == 3


def test_results_name_rules_that_are_there(result: Result) -> None:
    """
    The index of a result leads to its rule.
    """
    run = run_of(result)
    rules = run["tool"]["driver"]["rules"]

    assert [each["ruleId"] for each in run["results"]] == [rules[each["ruleIndex"]]["id"] for each in run["results"]]


def test_rules_have_what_code_scanning_needs(result: Result) -> None:
    """
    Every rule has descriptions and help, and a level that GitHub knows; a rule whose size decides is an error.
    """
    rules = run_of(result, PAGES)["tool"]["driver"]["rules"]
    by_id = {rule["id"]: rule for rule in rules}

    assert [rule["id"] for rule in rules if not rule["help"]["text"] or not rule["shortDescription"]["text"]] == []
    assert {rule["defaultConfiguration"]["level"] for rule in rules} == {"note", "warning", "error"}
    assert by_id["wrong-level"]["defaultConfiguration"]["level"] == "error"
    assert by_id["coarse"]["help"]["markdown"].startswith("# coarse\n")
    assert not [rule["id"] for rule in rules if ".md)" in rule["help"].get("markdown", "")]


def test_help_names_only_pages_that_are_there(result: Result) -> None:
    """
    Without the documentation the help of a rule names its page; what is no rule has none.
    """
    rules = run_of(result)["tool"]["driver"]["rules"]

    assert [rule["id"] for rule in rules if "factcheck explain" not in rule["help"]["text"]] == ["not-covered", "to-do"]


def test_rules_of_plain_matches_are_left_out() -> None:
    """
    GitHub would take a match for a fault, so no result has such a rule.
    """
    matches = {name for name, rule in RULES.items() if rule.verdict is Verdict.MATCH}

    assert matches & set(rule_ids()) == {"coarse", "revised-base", "understated", "mirror-only"}


def test_matches_are_no_results(report: Report) -> None:
    """
    Neither a match without a warning nor what a person attested is a result.
    """
    rules = [each["ruleId"] for each in run_of(Result((report,)))["results"]]

    assert rules == ["wrong-level", "conflict", "coarse", "no-observation", "to-do", "not-covered", "ignored"]


def test_ignored_findings_are_suppressed_with_their_reason(report: Report, finding: Callable[..., Finding]) -> None:
    """
    What a claims file sets aside is a suppressed note with the reason of the claims file, and it comes last.
    """
    ignored = finding(
        "wrong-level",
        "a joke",
        verdict=Verdict.IGNORED,
        severity=Severity.NONE,
        notes=(Note("ignored", "ignored (wrong-level): a quotation of the error"),),
    )
    results = run_of(Result((replace(report, findings=(ignored, report.findings[1])),)))["results"]

    assert results[-1]["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "ignored (wrong-level): a quotation of the error"}
    ]
    assert results[-1]["level"] == "note"
    assert [each for each in results[:-1] if "suppressions" in each] == []


def test_problems_are_notifications(result: Result) -> None:
    """
    An error of a file is told of the run, with its place, and the run did not succeed.
    """
    invocation = run_of(result)["invocations"][0]
    first = invocation["toolExecutionNotifications"][0]

    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 2)
    assert (first["level"], first["message"]["text"]) == ("error", "unknown key 'lavel'\ndid you mean level?")
    assert first["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 2, "startColumn": 3, "endLine": 2, "endColumn": 14,
    }  # fmt: skip


@pytest.mark.parametrize(("code", "successful"), [(0, True), (1, True), (2, False), (3, True), (4, False), (70, False)])
def test_success_is_of_the_run_and_not_of_the_article(code: int, successful: bool, report: Report) -> None:
    """
    A run that found errors was successful; one that could not do its work was not.
    """

    assert run_of(Result((report,), (), code))["invocations"][0]["executionSuccessful"] is successful


def test_counts_stand_in_the_log(result: Result) -> None:
    """
    The last notification has the counts, and so have the properties of the run.
    """
    run = run_of(result)
    last = run["invocations"][0]["toolExecutionNotifications"][-1]

    assert last["message"]["text"].startswith("Exit 2: 2 matches, 1 discrepancy, 1 inconsistency, 1 unresolved")
    assert (run["properties"]["ignores"], run["properties"]["uncovered"]) == (1, 1)


def test_what_does_not_fit_is_counted(report: Report, finding: Callable[..., Finding]) -> None:
    """
    Of more results than GitHub takes the most serious are kept, and the rest is counted.
    """
    notes = [finding("no-observation", "a", id=f"n{number}") for number in range(MOST_RESULTS)]
    errors = [finding("wrong-level", "b", id=f"e{number}") for number in range(10)]
    log = json.loads(render_sarif(Result((replace(report, findings=(*notes, *errors), inconsistencies=()),))))
    run = log["runs"][0]

    assert len(run["results"]) == MOST_RESULTS
    assert [each["level"] for each in run["results"][:11]] == ["error"] * 10 + ["note"]
    assert run["invocations"][0]["toolExecutionNotifications"][-2]["message"]["text"].startswith(
        "12 more results are left out"
    )


def test_a_log_is_never_larger_than_github_takes(report: Report, finding: Callable[..., Finding]) -> None:
    """
    Long texts leave fewer results, and what is left out is counted.
    """
    long = "long words " * 400
    causes = report.findings[1].causes * 3
    many = [
        finding("wrong-level", long, id=f"e{number}", explanation=long, suggestion=long, notes=(Note("", long),) * 5,
                causes=tuple(replace_text(cause, long) for cause in causes))
        for number in range(800)
    ]  # fmt: skip
    text = render_sarif(Result((replace(report, findings=tuple(many)),)))
    run = json.loads(text)["runs"][0]

    assert len(text.encode()) < 10_500_000
    assert 500 < len(run["results"]) < 800
    left = 800 + 3 - len(run["results"])
    assert f"{left} more results are left out" in text


def replace_text(cause: Any, text: str) -> Any:
    return cause._replace(text=text, arithmetic=text)
